"""Items as the rows of a table that was flattened to text."""

from __future__ import annotations

import re

from benchmarks.damage.clauses import CLAUSE, Share, clause_shares
from benchmarks.damage.text import HAN, Damaged, Edit, edit

_ITEM = re.compile(
    rf"^[ \u3000]*(?P<number>[（(]{HAN}[）)]|\d{{1,2}}\.)(?P<task>.+?)(?P<clause>{CLAUSE})。?[ \u3000]*$", re.MULTILINE
)


def tabulated(text: str) -> Damaged:
    """Items of one line that end in their only clause as rows of a table, cells parted by tabs."""
    edits: list[Edit] = []
    row_before = -1
    for m in _ITEM.finditer(text):
        shares = clause_shares(m["clause"][1:-1])
        if not shares or any(s.verb[0] in "牵牽" for s in shares[1:]) or len(re.findall(CLAUSE, m[0])) > 1:
            continue
        head = "" if m.start() == row_before + 1 else "序号\t任务\t牵头单位\t责任单位\n"
        edits += [(m.start(), m.start("number"), head), (m.end("number"), m.end("number"), "\t"), *_cells(m, shares)]
        row_before = m.end()
    return edit(text, edits)


def _cells(item: re.Match[str], shares: list[Share]) -> list[Edit]:
    """The clause as two cells: who leads, who answers for it besides."""
    at, inner = item.start("clause") + 1, item["clause"][1:-1]
    leads = shares[0].verb[0] in "牵牽"
    edits: list[Edit] = [(at - 1, at, "\t" if leads else "\t\t")]
    for share in shares:
        edits += share.without_verb(at, inner)
        if share is not shares[-1]:
            edits.append((at + share.end, at + share.end + 1, "\t" if leads and share is shares[0] else "、"))
    return [*edits, (item.end("clause") - 1, item.end(), "\t" if leads and len(shares) == 1 else "")]
