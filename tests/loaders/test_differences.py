"""Copies of one document compared: where they differ and what for."""

from __future__ import annotations

import json
import random
import time
from itertools import pairwise

import pytest

from loaders.anomalies import find_anomalies
from loaders.comparison_json import comparison_json
from loaders.differences import Comparison, compare, compare_all
from loaders.errors import ReadError
from loaders.extract.notice import extract
from loaders.read import read_source
from loaders.records import Notice
from loaders.resolve.copies import group_copies
from tests.loaders.sample import HEAD, NOTICES, read
from tests.loaders.test_mutations import mutate

BODY = """一、水运
（一）票价信息。按月在省政府网站公布渡轮票价。（省财政厅牵头，省交通运输厅配合）
（二）班次信息。9月底前公布班次和停航安排。（省交通运输厅负责）
（三）人员信息。及时公布船员名单，名单在20个工作日内更新。（省人力资源社会保障厅负责）
"""


def against(old: str, new: str, text: str = HEAD + BODY) -> Comparison:
    """The notice, and the notice with something put otherwise."""
    assert old in text
    return compare(read(text, "a.txt"), read(text.replace(old, new), "b.txt"))


def only(comparison: Comparison) -> tuple[str, str, str]:
    [found] = comparison.differences
    return found.kind, found.one.text, found.other.text


def test_the_same_text_is_the_same() -> None:
    assert against("水运", "水运").same


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("，", ",", id="width"),
        pytest.param("渡轮票价。（省", "渡轮\n票价。（省", id="a line break in a word"),
        pytest.param("（一）票价信息。", "（一）票价信息。\n", id="a line break behind a heading"),
        pytest.param("公布班次", "公 布班次", id="a blank"),
        pytest.param("一、水运\n", "一、水运\n\n— 2 —\n\n", id="a page mark"),
    ],
)
def test_how_it_is_printed_is_no_difference(old: str, new: str) -> None:
    comparison = against(old, new)
    assert comparison.differences == ()


def test_a_copy_in_the_other_script_with_its_site_around_it_is_the_same() -> None:
    from opencc import OpenCC

    hant = OpenCC("s2t").convert(HEAD + BODY)
    around = f"首頁 > 政務公開\n發佈時間：2020-05-01\n{hant}\n【打印本頁】 【關閉窗口】\n"
    comparison = compare(read(HEAD + BODY), read(around))
    assert comparison.same
    assert comparison.alike == 1


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("停航安排", "停运安排", ("text", "航", "运")),
        ("20个工作日", "25个工作日", ("number", "20", "25")),
        ("9月底前", "6月底前", ("date", "9", "6")),
        ("按月", "按季度", ("date", "月", "季度")),
        ("省财政厅牵头", "省审计厅牵头", ("body", "财政", "审计")),
        ("及时公布船员名单", "公布船员名单", ("text", "及时", "")),
    ],
)
def test_each_difference_has_its_kind(old: str, new: str, found: tuple[str, str, str]) -> None:
    comparison = against(old, new)
    assert only(comparison) == found
    [difference] = comparison.differences
    texts = [notice.copy.text for notice in (comparison.one, comparison.other)]
    for place, text in zip((difference.one, difference.other), texts, strict=True):
        assert text[place.start : place.end] == place.text
        assert text[: place.start].replace("\n", "").endswith(place.before)
        assert text[place.end :].replace("\n", "").startswith(place.behind)


def test_a_missing_paragraph_is_one_difference_with_its_task_and_duty() -> None:
    line = BODY.splitlines(keepends=True)[2]
    comparison = against(line, "")
    kind, one, other = only(comparison)
    assert (kind, other) == ("paragraph", "")
    assert one.startswith("二）班次信息")
    gone = [(found.kind, found.id, found.other_id) for found in comparison.findings if not found.other_id]
    assert gone == [("task", "1.2#1", None)]


def test_findings_that_differ_stand_with_the_place_they_stand_on() -> None:
    comparison = against("按月", "按季度")
    [finding] = comparison.findings
    assert (finding.kind, finding.id, finding.values) == ("duty", "1.1#1.1", {"frequency": ("P1M", "P3M")})
    assert comparison.differences[0].findings == (0,)
    assert comparison.differences[0].task == "1.1#1"


def test_another_body_is_a_finding_with_both_names() -> None:
    found = against("省财政厅牵头", "省审计厅牵头").findings
    [finding] = [each for each in found if each.kind == "body"]
    assert (finding.kind, finding.id, finding.other_id) == ("body", "1.1#1 云岭省财政厅", "1.1#1 云岭省审计厅")


def test_another_way_to_write_a_body_is_no_finding() -> None:
    comparison = against("省人力资源社会保障厅", "省人社厅")
    assert comparison.findings == ()
    assert {found.kind for found in comparison.differences} == {"body"}


def test_duties_are_matched_by_what_they_cover_not_by_their_order() -> None:
    comparison = against("按月在省政府网站公布渡轮票价", "公布航道图。按月在省政府网站公布渡轮票价")
    assert [(found.id, found.other_id) for found in comparison.findings] == [(None, "1.1#1.1")]


def test_what_both_heads_state_differently_is_a_finding_and_what_one_leaves_out_is_not() -> None:
    [finding] = against("2020年4月9日", "2020年4月8日").findings
    assert (finding.kind, finding.values) == ("header", {"issued_on": ("2020-04-09", "2020-04-08")})
    assert against("岭政办发〔2020〕7号\n", "").same


def test_copies_are_recognised_by_their_text_where_their_heads_do_not_tell() -> None:
    comparison = against(HEAD, "", HEAD + BODY)
    assert comparison.recognised == "text"
    assert against("水运", "航运").recognised == "header"


def test_two_documents_are_refused() -> None:
    with pytest.raises(ReadError, match="不是同一份文件"):
        compare(read(HEAD + BODY), extract(read_source(NOTICES / "06-liupu-2023.txt")))


def test_the_two_sample_copies() -> None:
    one, other = (extract(read_source(NOTICES / name)) for name in ("01-yunling-2021.txt", "02-yunling-2021-hant.txt"))
    comparison = compare(one, other)
    assert [(found.task, found.one.text) for found in comparison.differences if found.task] == [
        ("1.1#1", ""),
        ("1.1#1", "解读"),
        ("1.1#1", "民生"),
    ]
    assert {finding.id for finding in comparison.findings} == {"1.1#1.1", "1.1#1.2"}


def test_as_json() -> None:
    value = comparison_json(against("按月", "按季度"))
    assert json.loads(json.dumps(value, ensure_ascii=False)) == value
    assert value["differences"][0]["one"]["text"] == "月"
    assert value["findings"][0]["values"] == {"frequency": ["P1M", "P3M"]}
    assert [copy["source"] for copy in value["copies"]] == ["a.txt", "b.txt"]


def test_a_long_notice_is_quick() -> None:
    items = "".join(
        f"（{n}）事项{n}。按月公布第{n}类渡轮票价，及时更新班次和停航安排{n}，并说明理由。（省财政厅、交通运输厅负责）\n"
        for n in range(1, 600)
    )
    text = HEAD + "一、水运\n" + items
    assert len(text) > 30_000
    one, other = read(text), read(text.replace("及时更新", "定期更新").replace("（省财政厅", "（省审计厅"))
    compare(one, one)
    begin = time.process_time()
    comparison = compare(one, other)
    assert time.process_time() - begin < 1
    assert len(comparison.differences) > 1000


def test_whatever_was_done_to_a_copy_its_places_hold_in_order() -> None:
    chance = random.Random(11)
    texts = [path.read_text(encoding="utf-8") for path in sorted(NOTICES.glob("*.txt"))]
    for text in texts * 5:
        one, other = read(text, "a.txt"), read(mutate(text, chance), "b.txt")
        [comparison] = compare_all([one, other])
        for side, notice in (("one", one), ("other", other)):
            places = [getattr(found, side) for found in comparison.differences]
            assert all(before.end <= after.start for before, after in pairwise(places))
            assert all("".join(notice.copy.text[p.start : p.end].split()) == p.text for p in places)
        assert comparison.alike <= 1
        assert all(
            0 <= number < len(comparison.findings) for found in comparison.differences for number in found.findings
        )


@pytest.mark.parametrize("text", ["", " ", "。", "无题", HEAD])
def test_a_copy_with_next_to_nothing_in_it(text: str) -> None:
    empty = read(text or "\n", "b.txt")
    [comparison] = compare_all([read(HEAD + BODY), empty])
    assert not comparison.same
    [back] = compare_all([empty, read(HEAD + BODY)])
    assert len(back.findings) == len(comparison.findings)


# What a build says of it.
def issues(*notices: Notice) -> list[str]:
    [group] = group_copies(notices)
    return [
        f"{issue.level} {issue.what} {issue.mend}"
        for issue in find_anomalies(group)
        if "copies that differ" in issue.what
    ]


def test_copies_that_differ_are_one_issue_with_the_command() -> None:
    one, other, third = (
        read(text, name)
        for text, name in (
            (HEAD + BODY, "a.txt"),
            ((HEAD + BODY).replace("按月", "按季度"), "b.txt"),
            ((HEAD + BODY).replace("停航", "停运"), "c.txt"),
        )
    )
    [issue] = issues(one, other, third)
    assert issue.startswith("warning 与副本 b.txt、c.txt 有 2 处文字不同")
    assert "zwgk diff 岭政办发〔2020〕7号" in issue


def test_copies_that_only_their_words_part_are_a_note_and_equal_ones_none() -> None:
    one = read(HEAD + BODY, "a.txt")
    [issue] = issues(one, read((HEAD + BODY).replace("（一）票价信息。", "（一）票价讯息。"), "b.txt"))
    assert issue.startswith("note")
    assert issues(one, read(HEAD + BODY + "\n\n", "b.txt")) == []
