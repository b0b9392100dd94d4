from __future__ import annotations

from pathlib import Path

import pytest

from queries.catalogue import Catalogue, load_catalogue, read_catalogue
from queries.errors import CatalogueError, UnknownQuery
from queries.header import EVIDENCE, read_saved_query

GOOD = """// ---
// question: {zh: "{agency}有什么？", en: "What has {agency}?"}
// description: {zh: 说明, en: words}
// parameters:
//   - {name: agency, type: string, zh: 机构, en: agency, required: true}
//   - frequency
// columns: [agency, evidence]
// form: table
// examples:
//   - {agency: 云岭省财政厅}
// ---
MATCH (a:Agency {name: $agency}) WHERE $frequency IS NULL RETURN a.name AS agency
"""


def write(folder: Path, text: str) -> Path:
    (folder / "group").mkdir(exist_ok=True)
    file = folder / "group" / "name.cypher"
    file.write_text(text, "utf-8")
    return file


def test_a_header_becomes_a_record(tmp_path: Path) -> None:
    query = read_saved_query(write(tmp_path, GOOD), "group")
    assert query.id == "group/name"
    assert query.question.zh == "{agency}有什么？"
    assert [(p.name, p.type, p.required) for p in query.parameters] == [
        ("agency", "string", True),
        ("frequency", "choice", False),
    ]
    assert {choice.value for choice in query.parameters[1].values} >= {"P1M", "P3M"}
    assert [column.name for column in query.columns] == ["agency", *EVIDENCE]
    assert query.cypher.startswith("MATCH (a:Agency")
    assert query.examples == ({"agency": "云岭省财政厅"},)


def test_a_folder_becomes_a_catalogue(tmp_path: Path) -> None:
    write(tmp_path, GOOD)
    assert set(read_catalogue(tmp_path)) == {"group/name"}


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ("// ---\n// question", "// question", 1, "starts with the line"),
        ("// examples", "examples", 9, "starts with //"),
        ("form: table", "form: tabel", 8, "form is one of"),
        ("type: string", "type: text", 5, "type is one of"),
        (", en: words", "", 3, "description needs zh and en"),
        ("- frequency", "- frequencie", 6, "parameter frequencie needs"),
        ("[agency, evidence]", "[agency, evidences]", 7, "column evidences needs"),
        ("form: table", "forms: table", 8, "unknown key forms"),
        ("$frequency IS NULL", "$month IS NULL", 12, "uses $month"),
        ("WHERE $frequency IS NULL ", "", 6, "frequency is not used"),
        ("{agency: 云", "{agencies: 云", 9, "example names agencies"),
        ("zh: 说明, en", "zh: 说明: en", 3, "no YAML"),
    ],
)
def test_a_wrong_header_names_file_line_and_reason(tmp_path: Path, old: str, new: str, line: int, reason: str) -> None:
    assert old in GOOD
    file = write(tmp_path, GOOD.replace(old, new, 1))
    with pytest.raises(CatalogueError) as caught:
        read_saved_query(file, "group")
    assert (caught.value.file, caught.value.line) == (file, line)
    assert reason in str(caught.value)


def test_an_unknown_query_is_told_with_the_known_ones() -> None:
    with pytest.raises(UnknownQuery, match=r"no saved query agency/duty; there are .*agency/duties"):
        load_catalogue()["agency/duty"]


def test_the_catalogue_has_its_groups() -> None:
    catalogue: Catalogue = load_catalogue()
    assert set(catalogue.groups()) >= {"agency", "channel", "document", "domain", "information", "structure", "time"}
    assert len(catalogue) >= 16


@pytest.mark.parametrize("query", load_catalogue().values(), ids=list(load_catalogue()))
def test_a_saved_query_gives_evidence_and_an_example(query) -> None:  # type: ignore[no-untyped-def]
    assert query.examples
    if "finding" in {column.name for column in query.columns}:
        assert set(EVIDENCE) <= {column.name for column in query.columns}
