"""Documents that the text cites: every 《…》 that names one, every bare 发文字号, and the regulation named without marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from loaders.extract.numbers import find_numbers
from loaders.extract.page import Page
from loaders.records import Citation, CitationRole, Header
from loaders.text.fold import fold_name

_MARKED = re.compile(r"《((?:[^《》\n]|《[^《》\n]*》){2,120})》")
_REGULATION = re.compile("中华人民共和国政府信息公开条例|政府信息公开条例")
_BASIS = re.compile(r"(?:根据|按照|依照|依据|落实|贯彻|执行|遵循|遵照|对照|参照|围绕|学习|以|符合|结合)[^。；]{0,60}$")
_BASIS_BREAK = re.compile(
    r"[，。；](?:[^，。；]{0,30}(?:编制|制定|印发|出台|修订|起草|公布|公开|发布|做好|解读|对))[^，。；]{0,20}$"
)
_AFTER_BASIS = re.compile(
    r"^(?:[^，。；]{0,20}(?:和|及|、)《[^》]+》)*[^，。；]{0,24}(?:精神|要求|规定|部署|有关要求|相关规定)"
)
_PRODUCED = re.compile(
    r"(?:编制|制定|印发|出台|修订|起草|做好|对|公布|公开|发布|完善|研究|推进|汇编|形成|制作|填写|填报)[^，。；、]{0,12}$"
)
_ALIAS = re.compile(r"(?:以下|下)(?:统|简|合)?称(?:为|：)?[《“]([^《》“”]{1,30})[》”]")
_NO_DOCUMENT = re.compile(
    r"[日晚时商晨都]报$|(?:政府|部门|人民|政务)公报$|(?<![通简年月快电公情周战])报$|新闻联播|人民日报|杂志$|专栏$|栏目$|新闻$|在线$"
)
_BRACKET_NUMBER = re.compile(r"[（〔(]")


def find_citations(page: Page, header: Header, start: int, end: int) -> list[Citation]:
    """The citations of text[start:end), `start` being behind the salutation."""
    marked = list(_marked(page, header, start, end))
    found = [*_aliased(page, start, end, marked), *_unmarked(page, start, end)]
    taken: list[Citation] = []
    for citation in sorted(found, key=lambda c: (c.at.start, -c.at.end)):
        if not taken or citation.at.start >= taken[-1].at.end:
            taken.append(citation)
    return taken


@dataclass(frozen=True)
class _Marked:
    """A 《…》 at [start, end) of the page, before short names are resolved."""

    start: int
    end: int
    citation: Citation


def _marked(page: Page, header: Header, start: int, end: int) -> Iterator[_Marked]:
    text = page.text
    for match in _MARKED.finditer(text, start, end):
        inner = match.group(1)
        if _NO_DOCUMENT.search(inner):
            continue
        stop, number = match.end(), None
        if stop < end and _BRACKET_NUMBER.match(text, stop):
            numbers = find_numbers(text, stop, min(end, stop + 40))
            if numbers and numbers[0][0] - stop <= 1:
                number = numbers[0][2]
                stop = numbers[0][1] + (text[numbers[0][1] : numbers[0][1] + 1] in ("）", "〕"))
        title = page.written(match.start(1), match.end(1)).replace("〈", "《").replace("〉", "》")
        role = _role(header, text, match.start(), match.end(), inner)
        written = page.copy.text[slice(*page.mapped.span(match.start(), stop))]
        at = page.evidence(match.start(), stop, "citation", f"citation-{role}")
        yield _Marked(match.start(), stop, Citation(written, title, number, role, at))


def _aliased(page: Page, start: int, end: int, marked: list[_Marked]) -> Iterator[Citation]:
    """The citations with each short name resolved to the document that 以下简称 gave it to."""
    names = {match.start(1): fold_name(match.group(1)) for match in _ALIAS.finditer(page.text, start, end)}
    meant: dict[str, Citation] = {}
    for entry in marked:
        name = names.get(entry.start + 1)
        if name:
            before = [other for other in marked if other.end <= entry.start and other.citation.role != "alias"]
            if before:
                meant[name] = before[-1].citation
        known = meant.get(fold_name(entry.citation.title or ""))
        if known and known.at.start < entry.citation.at.start:
            at = page.evidence(entry.start, entry.end, "citation", "citation-alias")
            yield replace(entry.citation, title=known.title, number=known.number, role="alias", at=at)
        else:
            yield entry.citation


def _unmarked(page: Page, start: int, end: int) -> Iterator[Citation]:
    for begin, stop, number in find_numbers(page.text, start, end):
        source = page.copy.text[slice(*page.mapped.span(begin, stop))]
        yield Citation(
            source,
            None,
            number,
            _place_role(page.text, begin, stop),
            page.evidence(begin, stop, "citation", "citation-number"),
        )
    for match in _REGULATION.finditer(page.text, start, end):
        at = page.evidence(match.start(), match.end(), "citation", "citation-regulation")
        role = _place_role(page.text, match.start(), match.end())
        yield Citation(page.copy.text[at.start : at.end], page.written(*match.span()), None, role, at)


def _role(header: Header, text: str, start: int, end: int, inner: str) -> CitationRole:
    name = fold_name(inner)
    own = {fold_name(title) for title in (header.instrument, header.title) if title}
    if name in own or any(title.endswith(name) and len(name) > 8 for title in own):
        return "self"
    return _place_role(text, start, end)


def _place_role(text: str, start: int, end: int) -> CitationRole:
    """`basis` where 根据, 按照, 落实 … governs it or 精神, 要求 follows; else `mention`."""
    before = text[max(0, start - 70) : start].split("\n")[-1]
    if _PRODUCED.search(before) and not _AFTER_BASIS.match(text[end : end + 40]):
        return "mention"
    if _BASIS.search(before) and not _BASIS_BREAK.search(before):
        return "basis"
    return "basis" if _AFTER_BASIS.match(text[end : end + 40]) and re.search("按|落实|围绕|根据", before) else "mention"
