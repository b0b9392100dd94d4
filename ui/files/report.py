"""The report of an evidence pack: one HTML page without scripts, that prints on A4."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from graph.values import Graph
from ui.answers import Answers, Evidence
from ui.files.inert import printable
from ui.files.svg import render_svg
from ui.wording import Language, confidence, no_source

_STYLE = """
@page { size: A4; margin: 18mm 15mm }
body { font: 11pt/1.5 "Source Han Serif SC", "Noto Serif CJK SC", SimSun, serif; color: #1f2328; max-width: 1000px; margin: 1em auto }
h1 { font-size: 17pt } h2 { font-size: 13pt; break-after: avoid }
table { border-collapse: collapse; width: 100%; font-size: 9.5pt } thead { display: table-header-group }
td, th { border: 1px solid #999; padding: 2px 5px; text-align: left; vertical-align: top; overflow-wrap: anywhere }
tr, blockquote { break-inside: avoid } blockquote { margin: 0 0 .6em 1em } mark { background: #fff2cc }
pre { white-space: pre-wrap; font-size: 8.5pt } small { color: #555 }
"""
_WORDS = {
    "zh": ("答案", "条文", "图", "来源", "查询", "版本", "发文字号", "来源", "原始文件 sha256", "本包内文件"),
    "en": (
        "Answer",
        "Clauses",
        "Picture",
        "Sources",
        "Query",
        "Versions",
        "number",
        "source",
        "sha256 of the original",
        "file",
    ),
}
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


@dataclass(frozen=True)
class Source:
    """A copy that clauses stand in; `file` is its name in the pack, `sha256` that of the original bytes."""

    copy: str
    number: str
    source: str
    url: str
    sha256: str
    text: str
    file: str


def render_report(
    *,
    question: str,
    sentence: str,
    answers: Answers,
    sources: Sequence[Source],
    cypher: str,
    parameters: str,
    versions: Mapping[str, Any],
    picture: Graph,
    language: Language,
) -> str:
    """The page; every text of a notice in it is escaped."""
    words = _WORDS[language]
    clauses = list(dict.fromkeys(row.evidence for row in answers.rows if row.evidence))
    parts = [
        f"<h1>{_text(question)}</h1><p>{_text(sentence)}</p>",
        f"<h2>{words[0]}</h2>{_rows(answers, clauses)}",
        f"<h2>{words[1]}</h2>{''.join(_clause(n, clause, language) for n, clause in enumerate(clauses, 1))}",
        f"<h2>{words[2]}</h2>{render_svg(picture, language)}" if picture.nodes else "",
        f"<h2>{words[3]}</h2>{_sources(sources, words[6:])}",
        f"<h2>{words[4]}</h2><pre>{_text(cypher)}</pre><pre>{_text(parameters)}</pre>",
        f"<h2>{words[5]}</h2><p><small>{_text(_versions(versions))}</small></p>",
    ]
    head = f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    title = f"<title>{_text(question)}</title><style>{_STYLE}</style>"
    return f'<!doctype html><html lang="{language}"><head>{head}{title}</head><body>{"".join(parts)}</body></html>\n'


def _text(value: str) -> str:
    return escape(printable(value))


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    head = "".join(f"<th>{_text(name)}</th>" for name in heads)
    body = "".join(f"<tr>{''.join(f'<td>{_text(cell)}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _rows(answers: Answers, clauses: Sequence[Evidence]) -> str:
    rows = [(str(clauses.index(row.evidence) + 1) if row.evidence else "", *row.cells) for row in answers.rows]
    return _table(("№", *answers.columns), rows)


def _clause(number: int, clause: Evidence, language: Language) -> str:
    """[1] number, section and heading; the clause with its marks; rule, confidence, offset."""
    place = f"[{number}] {clause.number} {clause.section} {clause.heading}"
    sure = confidence(clause.confidence) if clause.confidence is not None else ""
    told = f"{clause.found_by(language)} {sure} @{clause.start}"
    words = _marked(clause) if clause.clause else _text(no_source(language))
    return f"<p>{_text(place)}</p><blockquote>{words} <small>{_text(told)}</small></blockquote>"


def _marked(clause: Evidence) -> str:
    parts, last = [], 0
    for start, end in clause.marks:
        parts += [_text(clause.clause[last:start]), f"<mark>{_text(clause.clause[start:end])}</mark>"]
        last = end
    return "".join([*parts, _text(clause.clause[last:])])


def _sources(sources: Sequence[Source], heads: Sequence[str]) -> str:
    rows = [(s.number, s.url or s.source, s.sha256, f"sources/{s.file}" if s.text else "—") for s in sources]
    return _table(heads, rows)


def _versions(versions: Mapping[str, Any]) -> str:
    packages = " ".join(f"{name} {number}" for name, number in versions["packages"].items())
    named = (f"{name} {versions[name]}" for name in ("made", "extractor", "engine", "python"))
    return " · ".join([*named, packages])
