"""One node a document, cited or held."""

from __future__ import annotations

import pytest

from loaders.records import Citation, Evidence, Header
from loaders.resolve.documents import Cited, Held, Library, held_of, resolve_citation
from loaders.resolve.titles import bare_title, fold_title, title_issuer, title_region

CLOUD, JADE = ("云岭省",), ("碧川省",)
CITY, DISTRICT = ("云岭省", "青砚市"), ("云岭省", "青砚市", "栖霞岭区")


def notice(region: tuple[str, ...] = CLOUD, issuer: str = "云岭省人民政府办公厅", year: int = 2020) -> Header:
    return Header(number=f"某政办发〔{year}〕9号", title="无", issuer=issuer, issued_on=f"{year}-04-09", region=region)


def cite(title: str | None, number: str | None = None, citing: Header | None = None, *held: Held) -> Cited:
    found = resolve_citation(
        Citation("", title, number, "basis", Evidence(0, 1, "")), citing or notice(), Library(held)
    )
    assert found is not None
    return found


def points(region: tuple[str, ...], title: str, number: str) -> Held:
    """The 要点 of a province, as its own notice."""
    issuer = f"{region[-1]}人民政府办公厅"
    return held_of(
        Header(number=number, title=f"关于印发{title}的通知", instrument=title, issuer=issuer, region=region)
    )


OURS = points(CLOUD, "2017年政务公开工作要点", "岭政办发〔2017〕3号")
THEIRS = points(JADE, "2017年政务公开工作要点", "碧政办发〔2017〕8号")


@pytest.mark.parametrize(
    "title",
    [
        "渡口管理办法",
        "关于印发渡口管理办法的通知",
        "关于印发《渡口管理办法》的通知",
        "关于转发《渡口管理办法》的通知",
        "云岭省人民政府办公厅关于印发渡口管理办法的通知",
        "云岭省人民政府办公厅关于印发〈渡口管理办法〉的通知",
        "云岭省人民政府办公厅印发《渡口管理办法》的通知",
        "雲嶺省人民政府辦公廳關於印發渡口管理辦法的通知",
        " 渡口管理办法 ",
    ],
)
def test_one_document_however_it_is_called(title: str) -> None:
    assert fold_title(title) == "渡口管理办法"


def test_other_documents_stay_apart() -> None:
    titles = ("渡口管理办法", "渡口管理办法实施细则", "关于做好渡口管理的通知", "渡口管理规定")
    assert len({fold_title(title) for title in titles}) == len(titles)


@pytest.mark.parametrize("number", ["岭政发〔2018〕5号", "岭政发[2018]5号", "嶺政發（２０１８）第05號"])
def test_a_number_decides_in_any_spelling(number: str) -> None:
    assert cite("渡口管理办法", number).id == "document:岭政发〔2018〕5号"


def test_a_title_leads_to_the_document_that_is_held() -> None:
    held = held_of(Header(number="岭政发〔2018〕5号", title="关于印发渡口管理办法的通知", instrument="渡口管理办法", issuer="云岭省人民政府", region=CLOUD))  # fmt: skip
    for title in (
        "渡口管理办法",
        "云岭省人民政府关于印发《渡口管理办法》的通知",
        "省政府关于印发《渡口管理办法》的通知",
    ):
        assert cite(title, None, None, held).id == "document:岭政发〔2018〕5号", title
    assert cite("碧川省人民政府关于印发《渡口管理办法》的通知", None, None, held).id != held.id


def test_a_number_given_once_holds_for_the_title_in_the_whole_notice() -> None:
    numbers = {"渡口管理办法": "岭政发〔2018〕5号"}
    citation = Citation("", "关于印发《渡口管理办法》的通知", None, "basis", Evidence(0, 1, ""))
    found = resolve_citation(citation, notice(), Library(), numbers)
    assert found is not None
    assert (found.id, found.number) == ("document:岭政发〔2018〕5号", "岭政发〔2018〕5号")


def test_two_citations_of_a_document_that_is_not_held_are_one_node() -> None:
    assert cite("渡口管理办法").id == cite("关于印发《渡口管理办法》的通知").id


def test_equal_titles_of_two_provinces_are_two_documents() -> None:
    title = "2017年政务公开工作要点"
    assert cite(title, None, notice(CLOUD)).id != cite(title, None, notice(JADE)).id
    named = [f"{province}人民政府办公厅关于印发2017年政务公开工作要点的通知" for province in ("云岭省", "碧川省")]
    assert len({cite(title).id for title in named}) == 2


def test_a_law_and_a_paper_of_the_centre_are_one_node_for_all() -> None:
    for title in ("渡口安全法", "政府信息公开条例", "全国渡口规划", "国务院办公厅关于做好渡口工作的意见"):
        assert cite(title, None, notice(CLOUD)).id == cite(title, None, notice(JADE)).id, title


def test_a_law_is_one_with_and_without_the_nations_name() -> None:
    assert cite("中华人民共和国政府信息公开条例").id == cite("政府信息公开条例").id


@pytest.mark.parametrize(
    ("title", "facts"),
    [
        ("中华人民共和国渡口法", ("congress", "national", ())),
        ("渡口条例", ("state_council", "national", ())),
        ("北京市渡口条例", ("congress", None, ("北京市",))),
        ("北京市渡口预案", (None, None, ("北京市",))),
        pytest.param("渡口管理办法", (None, None, ()), id="nobody's"),
    ],
)
def test_what_a_title_without_issuer_says(title: str, facts: tuple[object, ...]) -> None:
    found = cite(title).facts
    assert (found.document_class, found.level, found.region) == facts


def test_the_title_names_the_issuer_that_a_number_leaves_open() -> None:
    found = cite("云岭省人民政府办公厅转发《渡口规定》的通知", "岭政办发〔2016〕57号").facts
    assert (found.issuer, found.level, found.year) == ("云岭省人民政府办公厅", "province", 2016)
    assert cite("碧川省人民政府关于渡口的通知", "国发〔2016〕5号").facts.issuer == "国务院"


def test_a_yearly_paper_is_that_of_the_year() -> None:
    first, second = (cite("政府工作报告", None, notice(year=year)).id for year in (2017, 2018))
    assert first != second
    assert cite("渡口应急预案", None, notice(year=2017)).id == cite("渡口应急预案", None, notice(year=2018)).id


def test_a_title_that_several_held_documents_share_stays_open() -> None:
    found = cite("2017年政务公开工作要点", None, notice(CITY), OURS, THEIRS)
    assert found.id not in (OURS.id, THEIRS.id)
    assert found.candidates == (OURS, THEIRS)


@pytest.mark.parametrize(
    "title",
    [
        "云岭省人民政府办公厅关于印发2017年政务公开工作要点的通知",
        "省政府办公厅关于印发2017年政务公开工作要点的通知",
        "2017年全省政务公开工作要点",
        "2017年云岭省政务公开工作要点",
        "云岭省2017年政务公开工作要点",
    ],
)
def test_issuer_or_place_decides_between_them(title: str) -> None:
    found = cite(title, None, notice(DISTRICT), OURS, THEIRS)
    assert (found.id, found.candidates) == (OURS.id, ())


def test_a_title_that_names_nobody_is_not_another_provinces() -> None:
    assert cite("2017年政务公开工作要点", None, notice(CITY), OURS).id == OURS.id
    found = cite("2017年政务公开工作要点", None, notice(JADE), OURS)
    assert found.id != OURS.id
    assert found.candidates == (OURS,)


def test_a_citation_of_nothing_has_no_node() -> None:
    assert resolve_citation(Citation("", None, None, "basis", Evidence(0, 1, "")), notice(), Library()) is None


@pytest.mark.parametrize(
    ("title", "issuer"),
    [
        ("国务院办公厅关于做好渡口工作的意见", "国务院办公厅"),
        ("国务院关于渡口的决定", "国务院"),
        ("中共中央办公厅国务院办公厅印发《关于渡口的意见》的通知", "中共中央办公厅"),
        ("中共中央国务院关于渡口的意见", "中共中央"),
        ("省财政厅关于渡口经费的通知", "云岭省财政厅"),
        ("碧川省人民政府关于渡口的通知", "碧川省人民政府"),
        ("财政部关于渡口经费的通知", "财政部"),
        pytest.param("关于渡口的通知", None, id="nobody"),
        pytest.param("渡口办公室管理办法", None, id="an office in the middle"),
    ],
)
def test_who_issued_it_by_its_title(title: str, issuer: str | None) -> None:
    assert title_issuer(title, CLOUD, "云岭省人民政府办公厅") == issuer


@pytest.mark.parametrize(
    ("title", "region"),
    [
        ("2017年全省政务公开工作要点", CLOUD),
        ("全市渡口名录", CITY),
        ("北京市渡口管理办法", ("北京市",)),
        ("2016年山西省渡口规划", ("山西省",)),
        ("中华人民共和国渡口法", ()),
        ("渡口条例", ()),
        pytest.param("渡口管理办法", None, id="nobody's"),
    ],
)
def test_whose_it_is_by_its_title(title: str, region: tuple[str, ...] | None) -> None:
    assert title_region(title, DISTRICT) == region


def test_place_and_year_do_not_part_titles_of_one_place() -> None:
    titles = ("北京市2016年政务公开工作要点", "2016年北京市政务公开工作要点", "2016年全市政务公开工作要点")
    assert {bare_title(title, ("北京市",)) for title in titles} == {"2016年政务公开工作要点"}
