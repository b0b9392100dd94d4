"""What a clerk should look at in a document, whoever found its facts: places where the notice, or the reading of it,
cannot be quite right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from loaders.differences import compare_all
from loaders.records import Body, Citation, Issue, Notice, Obligation, Task
from loaders.resolve.decisions import RULE as DECIDED
from loaders.resolve.documents import Library, citations_of
from loaders.resolve.titles import fold_title
from loaders.text.fold import fold_name

DOUBTFUL = 0.7
"""Below this confidence no lexicon knows the body."""
_UNSURE = 0.5
_NUMBER = re.compile(r"(?P<series>.+)〔(?P<year>\d{4})〕(?P<serial>\d+)号")
# The general series of Party and state at the centre have never passed these numbers in a year since 1990.
_MOST_OF_A_SERIES = {"国发": 120, "国办发": 150, "中发": 60, "中办发": 100, "国办函": 200, "国函": 300}
_SERIES_BEGIN = 1949
_SHOWN = 8


def find_anomalies(copies: Sequence[Notice]) -> list[Issue]:
    """The doubts about one document, from its copies, the primary one first."""
    notice = copies[0]
    return [
        *_missing(notice),
        *_without_body(notice),
        *(issue for task in notice.tasks for body in task.agencies for issue in _body(notice, task, body)),
        *(issue for task in notice.tasks for duty in task.obligations for issue in _deadline(notice, duty)),
        *_unsure(notice),
        *_repeated(notice),
        *(issue for citation in notice.citations for issue in _number(notice, citation)),
        *_two_titles(notice),
        *_copies_differ(copies),
    ]


def find_unresolved(notice: Notice, library: Library) -> list[Issue]:
    """Citations by a title that held documents bear, where nothing says which of them is meant; one record a title."""
    found: dict[str, Issue] = {}
    for citation, cited in citations_of(notice, library):
        if cited.candidates and cited.id not in found:
            names = [f"{document.caption}（{document.issuer or '？'}）" for document in cited.candidates[:_SHOWN]]
            what = f"《{cited.title}》没有说明是哪一份，可能是：{'、'.join(names)} (a title that does not say which)"
            mend = "补上发文字号或发文机关 (add the number or the issuer)"
            found[cited.id] = Issue("note", _at(notice, citation.at.start), what, mend)
    return list(found.values())


def _at(notice: Notice, start: int) -> str:
    return f"{notice.copy.source}:{start}"


def _copies_differ(copies: Sequence[Notice]) -> Iterator[Issue]:
    """Copies that say other things, or that other things are found in; one record for all copies."""
    differing = [found for found in compare_all(copies) if not found.same]
    if differing:
        places = sum(len(found.differences) for found in differing)
        findings = sum(len(found.findings) for found in differing)
        header = copies[0].header
        first = min((place.one.start for found in differing for place in found.differences), default=0)
        sources = "、".join(found.other.copy.source for found in differing)
        what = f"与副本 {sources} 有 {places} 处文字不同，{findings} 项发现不同 (copies that differ)"
        asked = header.number or header.title or " ".join(copy.copy.source for copy in copies)
        yield Issue(
            "warning" if findings else "note", _at(copies[0], first), what, f"zwgk diff {asked} 逐处查看 (shows them)"
        )


def _missing(notice: Notice) -> Iterator[Issue]:
    """A notice without tasks, issuer or title."""
    if not notice.tasks:
        what, mend = "没有找到任务 (no task found)", "确认这是一份分条的通知 (is it a notice in numbered items?)"
        yield Issue("warning", notice.copy.source, what, mend)
    for name, value in (("发文机关", notice.header.issuer), ("标题", notice.header.title)):
        if not value:
            what = f"没有找到{name} (header field missing)"
            yield Issue("warning", notice.copy.source, what, "检查文件开头和落款 (look at its head and signature)")


def _without_body(notice: Notice) -> Iterator[Issue]:
    """Tasks with duties and without a body, in a notice that otherwise names bodies; one record for all."""
    tasks = [task for task in notice.tasks if task.section]
    bare = [task for task in tasks if task.obligations and not task.agencies]
    if bare and len(bare) < len(tasks) / 2:
        shown = "、".join(task.id for task in bare[:_SHOWN]) + ("……" if len(bare) > _SHOWN else "")
        what = f"{len(bare)} 个任务没有责任单位：{shown} (tasks without a body)"
        yield Issue("note", _at(notice, bare[0].at.start), what, "核对原件是否漏印 (was the clause lost in print?)")


def _body(notice: Notice, task: Task, body: Body) -> Iterator[Issue]:
    """A name completed, one that another body bore in other years, or one that no lexicon knows."""
    if body.corrected or body.at.rule.endswith(f"/{DECIDED}"):
        return
    if body.repaired:
        what = f"{task.id}：“{body.mention}”补正为“{body.name}” (name completed)"
        yield Issue("note", _at(notice, body.at.start), what, "核对原件 (check the original)")
    elif body.reason:
        yield Issue("note", _at(notice, body.at.start), f"{task.id}：{body.reason}", "核对原件 (check the original)")
    elif body.kind == "agency" and body.at.confidence < DOUBTFUL:
        what = f"{task.id}：“{body.mention}”不在机构词表中 (body not in the lexicon)"
        yield Issue("note", _at(notice, body.at.start), what, "补入机构词表或核对 (add it to the lexicon or check)")


def _deadline(notice: Notice, duty: Obligation) -> Iterator[Issue]:
    """A deadline before the notice's own date."""
    issued = notice.header.issued_on
    if duty.deadline and duty.deadline.date and issued and duty.deadline.date < issued:
        what = f"{duty.id}：期限 {duty.deadline.date} 早于成文日期 {issued} (deadline before the notice's date)"
        yield Issue("warning", _at(notice, duty.at.start), what, "向发文机关核实 (ask the issuer)")


def _unsure(notice: Notice) -> Iterator[Issue]:
    """Duties of rules that readers confirm less than half the time; one record for all."""
    unsure = [duty for task in notice.tasks for duty in task.obligations if duty.at.confidence < _UNSURE]
    if unsure:
        shown = "、".join(duty.id for duty in unsure[:_SHOWN]) + ("……" if len(unsure) > _SHOWN else "")
        what = f"{len(unsure)} 条义务读得没有把握：{shown} (duties read without certainty)"
        yield Issue("note", _at(notice, unsure[0].at.start), what, "对照原文核读 (read them against the text)")


def _repeated(notice: Notice) -> Iterator[Issue]:
    """The same duty in two tasks: kind and information are the same, and a body is."""
    seen: dict[tuple[str, frozenset[str]], tuple[Task, Obligation]] = {}
    for task in notice.tasks:
        for duty in task.obligations:
            if not duty.information:
                continue
            key = duty.kind, frozenset(fold_name(item) for item in duty.information)
            first, other = seen.setdefault(key, (task, duty))
            if first.id == task.id or not _share_body(first, task):
                continue
            terms = "" if _terms(other) == _terms(duty) else "，时限频率不同 (with other terms)"
            what = f"{duty.id} 与 {other.id} 是同一义务：{'、'.join(duty.information)}{terms} (the same duty twice)"
            yield Issue(
                "warning" if terms else "note",
                _at(notice, duty.at.start),
                what,
                "核对两处要求是否一致 (do the two agree?)",
            )


def _share_body(one: Task, other: Task) -> bool:
    names = {body.name for body in one.agencies}
    return not names or not other.agencies or any(body.name in names for body in other.agencies)


def _terms(duty: Obligation) -> tuple[object, ...]:
    deadline = duty.deadline
    return duty.frequency, duty.times, (deadline.date, deadline.recurs, deadline.amount) if deadline else None


def _number(notice: Notice, citation: Citation) -> Iterator[Issue]:
    """A cited number that its series cannot hold: later than the notice, 第0号, or beyond what the series ever reached."""
    match = _NUMBER.fullmatch(citation.number or "")
    if not match:
        return
    year, serial = int(match["year"]), int(match["serial"])
    issued = int(notice.header.issued_on[:4]) if notice.header.issued_on else None
    why = ""
    if issued and year > issued:
        why = f"晚于本文件（{issued}年） (later than the notice)"
    elif year < _SERIES_BEGIN or serial == 0:
        why = "年份或序号不成立 (no such year or serial)"
    elif serial > _MOST_OF_A_SERIES.get(match["series"], serial):
        why = f"超出“{match['series']}”历年的号数 (beyond its series)"
    if why:
        what = f"引用的文号{citation.number}{why}"
        yield Issue("warning", _at(notice, citation.at.start), what, "核对所引文件 (check the cited document)")


def _two_titles(notice: Notice) -> Iterator[Issue]:
    """One number under two titles."""
    cited = [c for c in notice.citations if c.number and c.title and c.role != "alias"]
    for one, other in combinations(cited, 2):
        titles = fold_title(one.title or ""), fold_title(other.title or "")
        if one.number == other.number and titles[0] not in titles[1] and titles[1] not in titles[0]:
            what = f"{one.number}先后题为《{one.title}》和《{other.title}》 (one number, two titles)"
            yield Issue("warning", _at(notice, other.at.start), what, "核对所引文件 (check the cited document)")
