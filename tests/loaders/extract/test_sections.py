"""The tree of numbered headings (section 2 of the guide)."""

from __future__ import annotations

import pytest

from loaders.extract.header import read_header
from loaders.extract.page import read_page
from loaders.extract.sections import find_items, item_sections
from tests.loaders.sample import HEAD, copy_of, read_body

Sections = list[tuple[str, str | None]]


def sections(body: str) -> Sections:
    return [(section.path, section.title) for section in read_body(body).sections]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            "一、水运\n（一）票价。公布票价。\n1.渡口票价\n公布。\n2.码头票价\n公布。\n（二）班次。公布班次。\n二、陆运\n公布站点。\n",
            [("1", "水运"), ("1.1", "票价"), ("1.1.1", "渡口票价"), ("1.1.2", "码头票价"), ("1.2", "班次"), ("2", "陆运")],
            id="three levels",
        ),
        pytest.param(
            "一、水运\n1.票价。公布票价。\n2.班次。公布班次。\n",
            [("1", "水运"), ("1.1", "票价"), ("1.2", "班次")],
            id="a level left out",
        ),
        pytest.param(
            "一、水运\n（一）票价。公布票价。\n（五）班次。公布班次。\n二、陆运\n（六）站点。公布站点。\n",
            [("1", "水运"), ("1.1", "票价"), ("1.5", "班次"), ("2", "陆运"), ("2.6", "站点")],
            id="numbers as printed, also where they run on",
        ),
        pytest.param(
            "一、水运\n(一)票价。公布票价。\n(二)班次。公布班次。\n",
            [("1", "水运"), ("1.1", "票价"), ("1.2", "班次")],
            id="half-width brackets",
        ),
        pytest.param(
            "一、水运\n一是公布票价。二是公布班次。\n二、陆运\n公布站点。\n",
            [("1", "水运"), ("2", "陆运")],
            id="一是 opens no section",
        ),
        pytest.param(
            "一、水运\n（一）票价，班次。公布票价。\n",
            [("1", "水运"), ("1.1", "票价，班次")],
            id="a heading with a comma between short parts",
        ),
        pytest.param(
            "一、水运\n（一）在渡口和码头的显著位置公布全部航线的票价，并且注明优惠办法。\n",
            [("1", "水运"), ("1.1", None)],
            id="its first sentence runs on: no heading",
        ),
        pytest.param(
            "一、水运\n（一）公布票价。\n（二）公布班次。\n",
            [("1", "水运"), ("1.1", None), ("1.2", None)],
            id="an item of one sentence is text",
        ),
        pytest.param(
            "一、水运\n（一）公布票价。（省交通运输厅负责）\n",
            [("1", "水运"), ("1.1", None)],
            id="a clause is no text of its own",
        ),
        pytest.param(
            "一、水运\n（一）票价 公布票价和优惠办法。 （二）班次 公布班次。\n",
            None,
            id="line ends lost",
        ),
        pytest.param("一、总体要求 坚持便民利民的原则，按照先易后难的顺序，逐步公布全省渡口票价。\n二、水运\n公布。\n", [("1", "总体要求"), ("2", "水运")], id="a stock heading"),
        pytest.param("一、水运：\n公布票价。\n", [("1", "水运")], id="without its final colon"),
        pytest.param("第一章 水运\n第一条 公布票价。\n第二条 公布班次。\n", [("1", "水运"), ("1.1", None), ("1.2", None)], id="chapters and articles"),
    ],
)  # fmt: skip
def test_paths_and_titles(body: str, expected: Sections | None) -> None:
    found = sections(body)
    if expected is None:
        assert [path for path, _ in found] == ["1", "1.1", "1.2"]
    else:
        assert found == expected


def test_a_heading_of_forty_characters_and_one_more() -> None:
    forty = "票" * 40
    assert sections(f"一、水运\n（一）{forty}。公布。\n（二）{forty}价。公布。\n")[1:] == [
        ("1.1", forty),
        ("1.2", None),
    ]


def test_the_span_is_number_and_title_without_the_mark() -> None:
    body = "一、水运\n（一）票价。公布票价。\n（二）在渡口和码头的显著位置公布全部航线的班次，并且注明停航办法。\n"
    text = HEAD + body
    cut = [text[section.at.start : section.at.end] for section in read_body(body).sections]
    assert cut == ["一、水运", "（一）票价", "（二）"]


def test_a_title_broken_over_two_lines_is_joined() -> None:
    found = read_body("一、加强渡口、码头、客运站和\n停车场信息公开\n公布票价。\n二、陆运\n公布。\n").sections
    assert found[0].title == "加强渡口、码头、客运站和停车场信息公开"


def test_a_heading_printed_twice_is_one_section_and_no_text_of_its_item() -> None:
    body = "一、水运\n（一）票价信息\n（一）票价信息\n公布票价。\n"
    page = read_page(copy_of(HEAD + body))
    items = find_items(page, read_header(page)[1])
    assert [page.text[item.text : item.end].strip() for item in items] == ["", "公布票价。"]
    assert [section.title for section in item_sections(page, items)] == ["水运", "票价信息"]
