"""An answer as CSV: the words of the page, each row with the clause it stands on. For spreadsheets, and safe in them."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

from ui.answers import Answers, Evidence
from ui.files.inert import quoted
from ui.files.sheet import Cell, Column, Sheet
from ui.files.sheet import Row as SheetRow
from ui.wording import Language, confidence, no_source

_HEADS = {
    "zh": ("发文字号", "章节", "条文", "位置", "规则", "可信度"),
    "en": ("number", "section", "clause", "offset", "rule", "confidence"),
}
_NARROW, _WIDE = 8, 44


def render_csv(answers: Answers, language: Language) -> str:
    """The rows with their evidence; the first line names the columns. A cell that a spreadsheet would take for a
    formula begins with an apostrophe."""
    evident = any(row.evidence for row in answers.rows)
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([*answers.columns, *(_HEADS[language] if evident else ())])
    for row in answers.rows:
        proof = _proof(row.evidence, language) if evident else ()
        writer.writerow([quoted(cell) for cell in (*row.cells, *proof)])
    return out.getvalue()


def rows_sheet(answers: Answers, name: str, title: str, language: Language) -> Sheet:
    """The rows with their evidence as a sheet; columns share the width of a page by what stands in them."""
    evident = any(row.evidence for row in answers.rows)
    heads = (*answers.columns, *(_HEADS[language] if evident else ()))
    lines = [(*row.cells, *(_proof(row.evidence, language) if evident else ())) for row in answers.rows]
    widths = [_width([head, *(line[at] for line in lines)]) for at, head in enumerate(heads)]
    return Sheet(
        name=name,
        title=title,
        number="",
        columns=tuple(Column(head, width) for head, width in zip(heads, widths, strict=True)),
        rows=tuple(SheetRow(tuple(Cell(cell) for cell in line)) for line in lines),
    )


def _width(texts: list[str]) -> int:
    """Half-width characters for a column: its longest text, within reason."""
    return max(_NARROW, min(_WIDE, max(2 * len(text) for text in texts) + 2))


def write_csv(answers: Answers, path: Path, language: Language) -> None:
    """Write the rows to `path` with a byte-order mark, by which spreadsheets know UTF-8.

    Raises OSError where the file cannot be written."""
    path.write_text(render_csv(answers, language), encoding="utf-8-sig", newline="")


def _proof(evidence: Evidence | None, language: Language) -> tuple[str, ...]:
    if evidence is None:
        return ("",) * len(_HEADS[language])
    clause = " ".join(evidence.clause.split()) or no_source(language)
    place = "" if evidence.start is None else str(evidence.start)
    sure = "" if evidence.confidence is None else confidence(evidence.confidence)
    found = " · ".join(part for part in (evidence.rule, evidence.corrected) if part)
    return (evidence.number, f"{evidence.section} {evidence.heading}".strip(), clause, place, found, sure)
