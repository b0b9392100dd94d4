"""Which agency has how many duties in which policy domain, as a matrix in HTML; and what deserves a look. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from loaders.records import Issue
from ui.web.markup import escape, link
from ui.wording import Language

LINES = 40
"""So many agencies fit a page; the rest is counted."""
_STEPS = (1, 3, 6, 12)
"""From so many duties on, a cell is a step darker."""


@dataclass(frozen=True)
class Matrix:
    """`cells` holds the duties by agency and domain key; both axes begin with the fullest."""

    agencies: tuple[str, ...]
    domains: tuple[tuple[str, str], ...]
    cells: Mapping[tuple[str, str], int]

    def total(self, agency: str) -> int:
        return sum(self.cells.get((agency, key), 0) for key, _ in self.domains)


@dataclass(frozen=True)
class Check:
    """A saved query that lists what deserves a look, in words, and how many rows it has now; `more`: at least."""

    query: str
    words: str
    count: int
    more: bool


def matrix_of(rows: Iterable[Mapping[str, Any]]) -> Matrix:
    """The rows of the saved query structure/coverage as a matrix."""
    cells: dict[tuple[str, str], int] = {}
    agencies: Counter[str] = Counter()
    domains: Counter[tuple[str, str]] = Counter()
    for row in rows:
        agency, key, count = str(row["agency"]), str(row["theme_key"]), int(row["duties"])
        cells[agency, key] = count
        agencies[agency] += count
        domains[key, str(row["theme"])] += count
    return Matrix(
        tuple(name for name, _ in agencies.most_common()), tuple(domain for domain, _ in domains.most_common()), cells
    )


def render_matrix(matrix: Matrix, language: Language) -> str:
    """A figure for each agency and domain that leads to the duties themselves; empty where there are none."""
    zh = language == "zh"
    label = "机构与政策领域的义务数" if zh else "Duties by agency and policy domain"
    heads = "".join(f'<th scope="col"><span>{escape(name)}</span></th>' for _, name in matrix.domains)
    first = f'<th scope="col" class="body">{"机构" if zh else "agency"}</th>'
    total = f'<th scope="col" class="figure"><span>{"合计" if zh else "total"}</span></th>'
    lines = "".join(_line(matrix, agency, language) for agency in matrix.agencies[:LINES])
    return (
        f'<div class="matrix" role="region" tabindex="0" aria-label="{escape(label)}">'
        f"<table><thead><tr>{first}{total}{heads}</tr></thead><tbody>{lines}</tbody></table></div>"
    )


def _line(matrix: Matrix, agency: str, language: Language) -> str:
    cells = "".join(_cell(matrix.cells.get((agency, key), 0), agency, key, language) for key, _ in matrix.domains)
    name = f'<th scope="row" class="body">{link(agency, _duties(agency, None, language))}</th>'
    return f'<tr>{name}<td class="figure">{matrix.total(agency)}</td>{cells}</tr>'


def _cell(count: int, agency: str, domain: str, language: Language) -> str:
    if not count:
        return "<td></td>"
    step = sum(count >= least for least in _STEPS)
    return f'<td class="figure step-{step}">{link(str(count), _duties(agency, domain, language))}</td>'


def _duties(agency: str, domain: str | None, language: Language) -> dict[str, str | int | None]:
    lang = None if language == "zh" else language
    return {"view": "queries", "query": "agency/duties", "p.agencies": agency, "p.domain": domain, "lang": lang}


def render_checks(checks: Sequence[Check], language: Language) -> str:
    """Each check with its count; it leads to the rows."""
    lang = None if language == "zh" else language
    rows = "".join(
        f"<tr><td>{link(check.words, {'view': 'queries', 'query': check.query, 'lang': lang})}</td>"
        f'<td class="figure">{check.count}{"+" if check.more else ""}</td></tr>'
        for check in checks
    )
    return f'<table class="checks"><tbody>{rows}</tbody></table>'


def render_issues(issues: Sequence[Issue]) -> str:
    """The issues of reading: warnings first, each with its place and how to mend it."""
    ordered = sorted(issues, key=lambda issue: issue.level == "note")
    lines = "".join(
        f'<li>{escape(issue.what)} <span class="muted">{escape(issue.where)} → {escape(issue.mend)}</span></li>'
        for issue in ordered
    )
    return f'<ul class="duties">{lines}</ul>'
