"""The files behind the page's buttons are those of `zwgk export`."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from graph.store import Store
from loaders.build import build
from queries.ask import ask
from tests.loaders.sample import NOTICES
from ui.web import downloads, source

NUMBER = "岭政办发〔2021〕18号"


def test_the_files_of_a_notice(embedded_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    build([NOTICES / "01-yunling-2021.txt"], embedded_store)
    monkeypatch.setattr(source, "read", lambda use: use(embedded_store))
    (page,) = load_workbook(BytesIO(downloads.task_table(f"document:{NUMBER}")))
    assert page.title == NUMBER
    assert page.max_row > 35
    assert downloads.calendar([f"document:{NUMBER}"]).count(b"BEGIN:VEVENT") > 10


def test_the_calendar_of_an_agency_holds_its_duties_only(
    embedded_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    build([NOTICES / "01-yunling-2021.txt"], embedded_store)
    monkeypatch.setattr(source, "read", lambda use: use(embedded_store))
    whole, one = (downloads.calendar([f"document:{NUMBER}"], agency) for agency in (None, "云岭省财政厅"))
    assert 0 < one.count(b"BEGIN:VEVENT") < whole.count(b"BEGIN:VEVENT")


def test_the_files_of_an_answer(embedded_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    build([NOTICES / "01-yunling-2021.txt"], embedded_store)
    monkeypatch.setattr(source, "read", lambda use: use(embedded_store))
    question = "云岭省财政厅必须公开什么？"
    answer = ask(embedded_store, question)
    assert answer.query is not None
    assert answer.table is not None
    with ZipFile(BytesIO(downloads.evidence_pack(question, answer))) as pack:
        assert {"rows.csv", "clauses.json", "query.cypher", "report.html", "SHA256SUMS"} <= set(pack.namelist())
        assert question in pack.read("report.html").decode()
    (sheet,) = load_workbook(BytesIO(downloads.rows_xlsx(question, answer.query, answer.table)))
    assert sheet["A1"].value == question
    assert sheet.max_row == len(answer.table.rows) + 2
    assert "条文" in [cell.value for cell in sheet[2]]
