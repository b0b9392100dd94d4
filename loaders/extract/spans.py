"""Responsibility clauses, and the runs of text that they govern: the tasks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.extract.frame import Frame
from loaders.extract.page import Page
from loaders.extract.sections import Item

_ASSIGNS = re.compile(
    "牵头|负责|落实|配合|承办|协办|主办|参与|参加|责任单位|责任部门|责任主体|责任科室|责任处室|实施单位|承担"
)
_BODY = re.compile(r"[厅局委办部院署会室处市县区镇街乡站队社团行司组所关校企门位构心州旗盟地府]")
_NO_CLAUSE = re.compile(r"以下简称|下称|此件|^\d|^[A-Z]+$")
_BRACKET = re.compile(r"[（〔]((?:[^（）〔〕]|（[^（）]*）|〔[^〔〕]*〕)*)[）〕]")
_OPEN_BRACKET = re.compile(r"（((?:[^（）\n]|（[^（）]*）)*)(?=\n|$)")
_LABEL = (
    r"(?:(?:主要|第一)?(?:责任|牵头|配合|协办|承办|主办|协助|参与|落实|参加|实施)(?:单位|部门|科室|处室|股室|主体)(?:及[\u4e00-\u9fff]{2,6})?"
    r"|(?:完成|整改|落实|责任)?(?:时限|期限)(?:要求)?|完成时间|时间要求|责任领导|责任人)[：:]"
)
_LABELLED = re.compile(
    rf"(?:(?<=[。；！？”）\n])|^){_LABEL}[^\n]*?(?:。(?!{_LABEL})|$|(?=\n)|；(?={_LABEL}).*?(?:。|$|(?=\n)))",
    re.MULTILINE,
)
_COLON = re.compile("[：:]")
_SENTENCE_END = "。；！？”\n"
_CLOSING = re.compile(
    r"(?:请?各[^，。]{0,40}(?:要|应|须|可|请|务必|根据|结合|按照)|本(?:要点|方案|意见|办法|通知|规定|细则|规范|标准|计划)|请各|以上|上述)"
)
_CLOSING_SURE = re.compile(
    r"结合(?:本地|自身|工作|各自|本单位|本部门|本地区)?[^，。]{0,12}实际|实施方案|具体方案|本(?:要点|方案|意见|办法|通知)|施行|有效期|抓好落实|认真贯彻"
)


@dataclass(frozen=True)
class Clause:
    """A responsibility clause [start, end) with its brackets and full stop; `text` is [inner, inner_end)."""

    start: int
    end: int
    inner: int
    inner_end: int


@dataclass(frozen=True)
class Run:
    """The text of one task: [start, end); `text` is where what it says begins (behind the heading)."""

    path: str | None
    start: int
    text: int
    end: int
    clause: Clause | None
    heading: tuple[int, int] | None = None


def find_clauses(text: str, start: int, end: int) -> list[Clause]:
    """The responsibility clauses of text[start:end), in order."""
    found = [*_bracketed(text, start, end), *_labelled(text, start, end)]
    clauses: list[Clause] = []
    for clause in sorted(found, key=lambda c: (c.start, -c.end)):
        if not clauses or clause.start >= clauses[-1].end:
            clauses.append(clause)
    return clauses


def _bracketed(text: str, start: int, end: int) -> list[Clause]:
    found = []
    for match in [*_BRACKET.finditer(text, start, end), *_OPEN_BRACKET.finditer(text, start, end)]:
        inner = match.group(1)
        if not _assigns(inner):
            continue
        before = text[match.start() - 1] if match.start() > start else "\n"
        after = text[match.end()] if match.end() < end else "\n"
        if before in _SENTENCE_END or after in _SENTENCE_END + "（〔":
            stop = match.end() + (after in "。；" and match.end() < end)
            found.append(Clause(match.start(), stop, match.start(1), match.end(1)))
    return found


def _assigns(inner: str) -> bool:
    return bool(_ASSIGNS.search(inner) and _BODY.search(inner) and not _NO_CLAUSE.search(inner) and len(inner) < 600)


def _labelled(text: str, start: int, end: int) -> list[Clause]:
    """责任单位：A、B。 at an item's end or on lines of its own; neighbouring label lines are one clause."""
    found: list[Clause] = []
    if not _COLON.search(text, start, end):
        return found
    for match in _LABELLED.finditer(text, start, end):
        clause = Clause(match.start(), match.end(), match.start(), match.end())
        if found and not text[found[-1].end : clause.start].strip("\n 。"):
            found[-1] = Clause(found[-1].start, clause.end, found[-1].start, clause.end)
        else:
            found.append(clause)
    return [clause for clause in found if _ASSIGNS.search(text, clause.start, clause.end)]


def strip_span(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in "\n ":
        start += 1
    while end > start and text[end - 1] in "\n ":
        end -= 1
    return start, end


def find_runs(page: Page, frame: Frame, items: list[Item]) -> list[Run]:
    """Every task's run of text, in order; the text before the first section is the caller's matter."""
    runs: list[Run] = []
    for index, item in enumerate(items):
        own = _own_end(page.text, item)
        runs += _runs_of(page.text, item, own, last=index + 1 == len(items))
    return runs


def _own_end(text: str, item: Item) -> int:
    return strip_span(text, item.start, item.end)[1]


def _runs_of(text: str, item: Item, end: int, *, last: bool) -> list[Run]:
    clauses = find_clauses(text, item.text, end)
    heading = (item.title_start, item.title_end) if item.title_end > item.title_start else None
    runs, start, said = [], item.start, item.text
    for clause in clauses:
        runs.append(Run(item.path, start, said, clause.end, clause, heading if start == item.start else None))
        start, _ = strip_span(text, clause.end, end)
        said = start
    closing = closing_start(text, said, end, has_clause=bool(clauses)) if last else end
    body_end = strip_span(text, start, closing)[1]
    if text[said:body_end].strip("\n 。"):
        runs.append(Run(item.path, start, said, body_end, None, heading if start == item.start else None))
    if closing < end:
        runs.append(Run(None, closing, closing, end, None))
    return runs


def closing_start(text: str, start: int, end: int, *, has_clause: bool) -> int:
    """Where the closing paragraphs that speak to the whole notice begin; `end` where there are none.

    Behind a clause the text from its bracket on may be one; without clauses only lines of their own."""
    starts = [start] if has_clause and start < end else []
    starts += [i + 1 for i in range(start, end) if text[i] == "\n"]
    closing = end
    for at in reversed(starts):
        line_end = text.find("\n", at, end)
        line = text[at : end if line_end < 0 else line_end]
        sure = _CLOSING_SURE.search(line) is not None
        if not (_CLOSING.match(line) and (sure or has_clause)) and not (sure and re.match("本|自", line)):
            break
        closing = at
    return closing


def task_ids(runs: list[Run]) -> list[str]:
    """`path#k`, k counted within a path (also over a number that is printed twice); end#1 behind the sections."""
    seen: dict[str, int] = {}
    ids = []
    for run in runs:
        path = run.path or "end"
        seen[path] = seen.get(path, 0) + 1
        ids.append(f"{path}#{seen[path]}")
    return ids
