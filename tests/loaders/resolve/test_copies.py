"""Which files carry the same notice."""

from __future__ import annotations

from dataclasses import replace

from loaders.records import Copy, Header, Notice
from loaders.resolve.copies import group_copies

HEADER = Header(
    "岭政办发〔2020〕7号", "关于做好渡口工作的通知", "云岭省人民政府办公厅", "2020-04-09", region=("云岭省",)
)


def notice(name: str, header: Header = HEADER, sha256: str | None = None) -> Notice:
    return Notice(Copy(f"{name}.txt", sha256 or name * 64, "", header.script), header)


def sources(*notices: Notice) -> list[list[str]]:
    return [[copy.copy.source[0] for copy in group] for group in group_copies(notices)]


def test_the_same_number() -> None:
    assert sources(notice("a"), notice("b", replace(HEADER, title="关于渡口的函"))) == [["a", "b"]]


def test_without_a_number_issuer_title_and_date() -> None:
    assert sources(notice("a"), notice("b", replace(HEADER, number=None))) == [["a", "b"]]


def test_also_where_the_copy_without_a_number_comes_first_or_between() -> None:
    bare = replace(HEADER, number=None)
    assert sources(notice("a", bare), notice("b"), notice("c", bare)) == [["b", "a", "c"]]


def test_after_conversion_to_simplified_characters() -> None:
    hant = replace(HEADER, number=None, title="關於做好渡口工作的通知", issuer="雲嶺省人民政府辦公廳", script="Hant")
    assert sources(notice("a"), notice("b", hant)) == [["a", "b"]]


def test_two_numbers_are_two_documents() -> None:
    assert sources(notice("a"), notice("b", replace(HEADER, number="岭政办发〔2020〕8号"))) == [["a"], ["b"]]


def test_another_date_is_another_document() -> None:
    first, second = (replace(HEADER, number=None, issued_on=day) for day in ("2020-04-09", "2021-04-09"))
    assert sources(notice("a", first), notice("b", second)) == [["a"], ["b"]]


def test_nothing_in_common_is_no_copy() -> None:
    assert sources(notice("a", Header()), notice("b", Header())) == [["a"], ["b"]]


def test_identical_files_count_once() -> None:
    assert sources(notice("a", sha256="1" * 64), notice("b", sha256="1" * 64)) == [["a"]]


def test_the_primary_copy_is_the_most_complete_then_the_simplified_one() -> None:
    hant = replace(HEADER, script="Hant")
    assert sources(notice("a", replace(HEADER, number=None)), notice("b", hant), notice("c")) == [["c", "b", "a"]]


def test_the_order_of_the_files_does_not_matter() -> None:
    bare = notice("a", replace(HEADER, number=None))
    hant = notice("b", replace(HEADER, script="Hant"))
    assert sources(bare, hant) == sources(hant, bare)


def test_what_the_primary_copy_lost_is_filled_from_the_others() -> None:
    [group] = group_copies(
        [notice("a"), notice("b", replace(HEADER, published_on="2020-04-12", url="https://x.example/1"))]
    )
    assert group[0].header.published_on == "2020-04-12"
    assert group[0].header.url == "https://x.example/1"
