"""What was handed in, before anything is stored: in one sentence, what would change, and the text with its marks. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.values import Graph, Node
from loaders.importing import Changes
from loaders.plan import Plan, Planned
from loaders.project import project
from loaders.records import Issue, Notice
from ui import wording
from ui.web.marks import NoticeMarks
from ui.web.markup import escape
from ui.web.notice import joined, summary, task_cards
from ui.web.reader import render_notice
from ui.wording import Language, Words, pick

STATES: Words = {"new": ("新", "new"), "changed": ("有变化", "changed"), "same": ("没有变化", "unchanged")}
LEVELS: Words = {"error": ("读不成", "not read"), "warning": ("要看", "look at"), "note": ("提示", "note")}
PLACE = "i-"
"""Before the number of an issue: the name that the list of issues leads to."""
LISTED = 200
"""So many lines of a list are shown."""


def sentence(documents: Sequence[Planned], issues: Sequence[Issue], language: Language) -> str:
    """读成 3 份文件：新 1 份，有变化 1 份，没有变化 1 份；1 处读不成。"""
    errors = sum(issue.level == "error" for issue in issues)
    counts = {state: sum(each.state == state for each in documents) for state in STATES}
    zh = language == "zh"
    parts = [
        f"{pick(STATES, state, language)} {n} 份" if zh else f"{n} {pick(STATES, state, language)}"
        for state, n in counts.items()
        if n
    ]
    if zh:
        told = f"读成 {len(documents)} 份文件" + (f"：{'，'.join(parts)}" if parts else "")
        return told + (f"；{errors} 个读不成。" if errors else "。")
    told = f"{len(documents)} {'document' if len(documents) == 1 else 'documents'} read" + (
        f": {', '.join(parts)}" if parts else ""
    )
    return told + (f"; {errors} could not be read." if errors else ".")


def issues_of(planned: Planned, issues: Iterable[Issue]) -> list[Issue]:
    """Those that stand in one of the copies of a document."""
    sources = {notice.copy.source for notice in planned.copies}
    return [issue for issue in issues if {issue.where, issue.where.rpartition(":")[0]} & sources]


def listed_issues(issues: Iterable[Issue], notice: Notice | None, language: Language) -> str:
    """Each issue with what to do; one that stands in the text of `notice` leads to its place there."""
    items = []
    for number, issue in enumerate(issues):
        level = f'<span class="muted">{escape(pick(LEVELS, issue.level, language))}</span>'
        words = escape(issue.what)
        if notice and _offset(issue, notice) is not None:
            words = f'<a href="#{PLACE}{number}" target="_self">{words}</a>'
        elif not notice:
            words = f"{escape(issue.where)}　{words}"
        items.append(f'<li>{level} {words}<br><span class="muted">→ {escape(issue.mend)}</span></li>')
    return _list(items, language)


def changes_in_words(changes: Changes, language: Language) -> str:
    """What a document gains, loses and says otherwise."""
    zh = language == "zh"
    kinds = (("新增", "gained", changes.gained), ("不再有", "lost", changes.lost), ("改动", "changed", changes.changed))
    out = []
    for name_zh, name_en, nodes in kinds:
        if nodes:
            head = f"{name_zh} {len(nodes)} 项" if zh else f"{len(nodes)} {name_en}"
            lines = [f"<li>{escape(_said(node, language))}</li>" for node in nodes]
            out.append(f"<details><summary>{escape(head)}</summary>{_list(lines, language)}</details>")
    return "".join(out)


def text_with_marks(notice: Notice, plan: Plan, issues: Sequence[Issue], language: Language) -> str:
    """What was handed in, as the reader would show it once it is stored; with a flag where an issue stands."""
    found = alone(notice, plan)
    [copy] = found.of_label("Copy")
    marks = NoticeMarks(found, copy.id, notice.copy.text, language)
    beside = task_cards(found, copy.id, language)
    cards = len(beside)
    for number, issue in enumerate(issues):
        at = _offset(issue, notice)
        if at is not None:
            flag = f'<span class="flag" id="{PLACE}{number}" title="{escape(issue.what)}">▲</span>'
            beside[at] = beside.get(at, "") + flag
    text = render_notice(notice.copy.text, marks.all(), aside=beside)
    return f'{summary(found, language)}<style>{joined(cards)}</style><div class="notice carded">{text}</div>'


def alone(notice: Notice, plan: Plan) -> Graph:
    """The graph of one copy as if it were the only one, so that its findings stand in its own text."""
    return project([notice], plan.library, "", plan.decisions)


def _offset(issue: Issue, notice: Notice) -> int | None:
    """Where an issue stands in the text of `notice`; None where it stands elsewhere."""
    source, _, at = issue.where.rpartition(":")
    return int(at) if source == notice.copy.source and at.isascii() and at.isdecimal() else None


def _said(node: Node, language: Language) -> str:
    facts = node.properties
    words = facts.get("title") if node.label == "Task" else facts.get("caption")
    place = wording.task_place(facts.get("number"), language)
    return " ".join(part for part in (wording.label_name(node.label, language), place, str(words or "")) if part)


def _list(items: Sequence[str], language: Language) -> str:
    more = len(items) - LISTED
    rest = (f"另有 {more} 项。" if language == "zh" else f"{more} more.") if more > 0 else ""
    last = f'<li class="muted">{rest}</li>' if rest else ""
    return f'<ul class="list">{"".join(items[:LISTED])}{last}</ul>'
