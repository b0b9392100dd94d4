"""One node a document, cited or held."""

from __future__ import annotations

import pytest

from loaders.records import Citation, Evidence, Header
from loaders.resolve.documents import cited_id, fold_title, titles_of


def citation(title: str | None, number: str | None = None) -> Citation:
    return Citation("", title, number, "basis", Evidence(0, 1, ""))


@pytest.mark.parametrize(
    "title",
    [
        "渡口管理办法",
        "关于印发渡口管理办法的通知",
        "关于印发《渡口管理办法》的通知",
        "云岭省人民政府办公厅关于印发渡口管理办法的通知",
        "云岭省人民政府办公厅关于印发〈渡口管理办法〉的通知",
        "雲嶺省人民政府辦公廳關於印發渡口管理辦法的通知",
        " 渡口管理办法 ",
    ],
)
def test_one_document_however_it_is_called(title: str) -> None:
    assert fold_title(title) == "渡口管理办法"


def test_other_documents_stay_apart() -> None:
    titles = ("渡口管理办法", "渡口管理办法实施细则", "关于做好渡口管理的通知", "渡口管理规定")
    assert len({fold_title(title) for title in titles}) == len(titles)


def test_a_number_decides() -> None:
    assert cited_id(citation("渡口管理办法", "岭政发〔2018〕5号"), {}) == "document:岭政发〔2018〕5号"


def test_a_title_leads_to_the_document_that_is_held() -> None:
    held = dict.fromkeys(
        titles_of(Header(title="关于印发渡口管理办法的通知", instrument="渡口管理办法")), "document:held"
    )
    assert cited_id(citation("云岭省人民政府关于印发《渡口管理办法》的通知"), held) == "document:held"


def test_two_citations_of_a_document_that_is_not_held_are_one_node() -> None:
    first, second = (cited_id(citation(title), {}) for title in ("渡口管理办法", "关于印发《渡口管理办法》的通知"))
    assert first == second
    assert first is not None


def test_a_citation_of_nothing_has_no_node() -> None:
    assert cited_id(citation(None), {}) is None
