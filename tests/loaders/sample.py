"""Short invented notices, and the pieces of one, as the rules read them."""

from __future__ import annotations

import hashlib
from pathlib import Path

from loaders.extract.duties.find import DutyFinder
from loaders.extract.duties.record import to_record
from loaders.extract.notice import extract
from loaders.extract.page import Page, read_page
from loaders.records import Copy, Notice, Obligation, Task
from loaders.text.script import find_script

NOTICES = Path(__file__).parents[2] / "data" / "notices"
"""The sample notices of the project."""

HEAD = """云岭省人民政府办公厅关于印发2020年云岭省政务公开工作要点的通知
岭政办发〔2020〕7号
各市人民政府，省政府各直属单位：
现将《2020年云岭省政务公开工作要点》发给你们，请照此办理。
云岭省人民政府办公厅
2020年4月9日
2020年云岭省政务公开工作要点
"""
"""The head of an invented notice of a province, up to its first section."""


def copy_of(text: str, source: str = "notice.txt") -> Copy:
    """A copy as the reader would make it of a UTF-8 file."""
    return Copy(source, hashlib.sha256(text.encode()).hexdigest(), text, find_script(text))


def page_of(text: str) -> Page:
    return read_page(copy_of(text))


def read(text: str, source: str = "notice.txt") -> Notice:
    return extract(copy_of(text, source))


def read_body(body: str) -> Notice:
    """The notice of `HEAD` with these numbered items."""
    return read(HEAD + body)


def task(notice: Notice, number: str) -> Task:
    return next(task for task in notice.tasks if task.id == number)


def duties(sentence: str, year: int | None = 2020) -> list[Obligation]:
    """The obligations of a stretch of text."""
    page = page_of(sentence)
    found = DutyFinder(page, year).find(0, len(page.text))
    return [to_record(page, duty, str(number)) for number, duty in enumerate(found, 1)]


def only(sentence: str, year: int | None = 2020) -> Obligation:
    """The one obligation of a sentence."""
    [found] = duties(sentence, year)
    return found


def clause_task(clause: str, header: str = HEAD) -> Task:
    """The task whose responsibility clause this is."""
    return task(read(f"{header}一、信息公开\n（一）票价信息。及时公布渡轮票价。{clause}\n"), "1.1#1")
