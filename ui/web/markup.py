"""HTML for the page. Every text goes through `html.escape`; only this module and the reader write tags."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping
from urllib.parse import urlencode

from graph.schema import NODES
from graph.values import Node
from ui import wording
from ui.answers import Answers, Evidence, Row
from ui.wording import Language

DOUBT = 0.7
"""A confidence below this is shown as a doubt."""

AT = '<span class="at" aria-hidden="true"></span>'
"""The sign of evidence, a sight; drawn by the style sheet, for not every font has it."""

_LONG = 220
_NOT_SHOWN = {"id", "document", "copy", "start", "end", "text", "caption", "fingerprint", "task", "sha256", "rule"}
_NOT_SHOWN |= {"confidence", "name_en", "key"}


def escape(text: object) -> str:
    return html.escape(str(text))


def link(words: str, parameters: Mapping[str, str | int | None], *, icon: str = "") -> str:
    """A link to a view of the page; the names and the icon are ours, the values may be anything."""
    return f'<a href="{escape(address(parameters))}" target="_self">{icon}{escape(words)}</a>'


def address(parameters: Mapping[str, str | int | None], language: Language = "zh") -> str:
    """The address of a view, as it stands in a link before escaping."""
    given = {**parameters, "lang": language} if language != "zh" else parameters
    return "?" + urlencode({key: value for key, value in given.items() if value is not None})


def table(answers: Answers, language: Language) -> str:
    """The rows in words, each with its evidence beneath."""
    heads = "".join(
        f'<th scope="col"{_class(style)}>{escape(name)}</th>'
        for name, style in zip(answers.columns, answers.styles, strict=True)
    )
    bodies = "".join(_row(answers, row, language) for row in answers.rows)
    wide = " wide" if len(answers.columns) > 2 else ""
    return f'<table class="answers{wide}"><thead><tr>{heads}</tr></thead>{bodies}</table>'


def clause(evidence: Evidence, language: Language) -> str:
    """Number, section, the clause with its marks, rule and confidence, and the way to the notice."""
    place = " ".join(part for part in (evidence.section, evidence.heading) if part)
    source = f'<span class="source">{escape(evidence.number)}{"　" if place else ""}{escape(place)}</span>'
    return f"{source}{_quotation(evidence, language)} {_standing(evidence, language)}"


def marked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """`text`, escaped, with the spans (in order, not overlapping) set off."""
    out, at = [], 0
    for start, end in spans:
        out += [escape(text[at:start]), "<mark>", escape(text[start:end]), "</mark>"]
        at = end
    return "".join([*out, escape(text[at:])])


def facts(node: Node, language: Language) -> str:
    """A node's properties as captioned lines; ids, offsets and long texts stay out."""
    node_type = NODES.get(node.label)
    known = [prop.name for prop in node_type.properties] if node_type else sorted(node.properties)
    lines = [
        f'<tr><th scope="row">{escape(wording.property_name(name, language))}</th><td>{escape(said)}</td></tr>'
        for name in known
        if name not in _NOT_SHOWN and (said := _said(node, name, language))
    ]
    return f'<table class="facts"><tbody>{"".join(lines)}</tbody></table>'


def node_heading(node: Node, words: str, language: Language) -> str:
    node_type = NODES.get(node.label)
    colour = node_type.colour if node_type else "#6B7280"
    kind = escape(wording.label_name(node.label, language))
    return f'<p><span class="kind muted" style="--kind: {colour}">{kind}</span> <b>{escape(words)}</b></p>'


def _row(answers: Answers, row: Row, language: Language) -> str:
    cells = "".join(
        f'<td data-name="{escape(name)}"{_class(style)}>{said}</td>'
        for name, style, said in zip(answers.columns, answers.styles, _cells(row, language), strict=True)
    )
    if row.evidence is None:
        return f"<tbody><tr>{cells}</tr></tbody>"
    evidence = f'<td colspan="{len(row.cells)}">{clause(row.evidence, language)}</td>'
    return f'<tbody><tr>{cells}</tr><tr class="clause">{evidence}</tr></tbody>'


def _cells(row: Row, language: Language) -> list[str]:
    """The cells, escaped; the first leads to the notice where the row is one."""
    cells = [escape(cell) for cell in row.cells]
    if row.document and cells:
        where = {"view": "documents", "document": row.document, "lang": None if language == "zh" else language}
        cells[0] = link(row.cells[0], where)
    return cells


def _quotation(evidence: Evidence, language: Language) -> str:
    if not evidence.clause:
        return f'<span class="muted">{escape(wording.no_source(language))}</span>'
    whole = marked(evidence.clause, evidence.marks)
    if len(evidence.clause) <= _LONG:
        return f"<q>“{whole}”</q>"
    short = escape(evidence.clause[: _LONG // 3])
    return f"<details><summary>“{short}……”</summary><q>{whole}</q></details>"


def _standing(evidence: Evidence, language: Language) -> str:
    zh = language == "zh"
    sure = "" if evidence.confidence is None else wording.confidence(evidence.confidence)
    rule = evidence.found_by(language)
    said = [f"{'规则' if zh else 'rule'} {rule}" if rule and rule.startswith(evidence.rule) else rule]
    said.append(f"{'可信' if zh else 'confidence'} {sure}" if sure else "")
    words = escape(" · ".join(part for part in said if part))
    if evidence.confidence is not None and evidence.confidence < DOUBT:
        words = f'<span class="doubt">{words}</span>'
    where = {"view": "documents", "document": evidence.document, "at": evidence.start, "lang": None if zh else language}
    return f'<span class="standing muted">{words}　{link("看原文" if zh else "in notice", where, icon=AT)}</span>'


def _said(node: Node, name: str, language: Language) -> str:
    if name.startswith("deadline_"):
        return wording.deadline(node.properties, language) if name == "deadline_text" else ""
    if name == "frequency":
        return wording.frequency(node.properties.get("frequency"), node.properties.get("times"), language)
    if name == "times":
        return ""
    if name == "section":
        return wording.section(node.properties.get("section"), language)
    return wording.said(name, node.properties.get(name), language)


def _class(style: str) -> str:
    return f' class="{escape(style)}"' if style else ""
