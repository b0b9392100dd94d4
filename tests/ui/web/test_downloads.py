"""The files behind the page's buttons are those of `zwgk export`."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import load_workbook

from graph.store import Store
from loaders.build import build
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
