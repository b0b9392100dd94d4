"""The evidence of an answer as a ZIP: rows, clauses, the copies that they stand in with their hashes, the Cypher, the
versions, and a report to print with the picture. All that somebody else needs to check the answer."""

from __future__ import annotations

import hashlib
import json
import platform
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile

from graph.values import Graph, Table
from ui.answers import Answers, agencies, answers, findings
from ui.corrected import find_corrected
from ui.files.report import Source, render_report
from ui.files.rows import render_csv
from ui.surroundings import around
from ui.wording import Language

if TYPE_CHECKING:
    from graph.store import Store
    from queries.ask import Answer
    from queries.saved import SavedQuery

_COPIES = """
MATCH (c:Copy)-[:COPY_OF]->(d:Document) WHERE c.id IN $ids
RETURN c.id AS id, c.source AS source, c.sha256 AS sha256, c.url AS url, c.text AS text, d.number AS number, d.title AS title
ORDER BY id
"""
_PACKAGES = ("zwgk", "neo4j", "streamlit", "openpyxl")
_README = """证据包 Evidence pack

report.html     可打印的报告 the report, to print
rows.csv        答案各行 the rows of the answer
rows.json       同上，图中原值 the same as values of the graph
clauses.json    每行所据的条文：副本、起止位置（从0数起的字数）、原文、与副本是否一致 the clauses with copy and offsets
sources/        副本的文字，即位置所指 the copies' texts, which the offsets refer to
query.cypher    所用查询；parameters.json 所用参数 the query and its parameters
versions.json   各部分的版本、原始文件的校验和 versions, and the hashes of the original files
SHA256SUMS      本包各文件的校验和，sha256sum -c SHA256SUMS 核对 the hashes of these files
"""


class NothingToPack(Exception):
    """The question has no rows; the message says why."""


@dataclass(frozen=True)
class Packed:
    """How much went into a pack. `wrong` counts the clauses that are not what their copy says at their offsets."""

    rows: int
    clauses: int
    sources: int
    wrong: int


def write_pack(store: Store, question: str, path: Path, language: Language, limit: int | None = 200) -> Packed:
    """Ask `question` and write its evidence to `path`. Raises NothingToPack, OSError."""
    from queries.ask import ask

    answer = ask(store, question, language=language, limit=limit)
    if answer.query is None or answer.table is None or not answer.table.rows:
        said = answer.refused or answer.sentence or "、".join(choice.text for choice in answer.choices)
        raise NothingToPack(f"没有可打包的行：{said} (no rows to pack)")
    return pack_answer(store, question, answer, path, language)


def pack_answer(store: Store, question: str, answer: Answer, path: Path, language: Language) -> Packed:
    """Write the evidence of an answer that has rows to `path`. Raises OSError."""
    query, table = answer.query, answer.table
    assert query is not None
    assert table is not None
    shown = answers(query, table, language, find_corrected(store.table, table))
    sources = _sources(store, table)
    clauses = _clauses(table, sources)
    picture = around(store.graph, findings(table), agencies(table))
    versions = _versions(store, sources)
    files = {
        "README.txt": _README,
        "rows.csv": "\ufeff" + render_csv(shown, language),
        "rows.json": _json([_plain(record) for record in table.records()]),
        "clauses.json": _json(clauses),
        "query.cypher": query.cypher,
        "parameters.json": _json({"query": query.id, "question": question, "parameters": dict(answer.parameters)}),
        "versions.json": _json(versions),
        "report.html": _report(question, answer, shown, sources, query, versions, picture, language),
        **{f"sources/{source.file}": source.text for source in sources if source.text},
    }
    _zip(files, path)
    wrong = sum(clause["same_as_source"] is False for clause in clauses)
    return Packed(len(table.rows), len(clauses), len(sources), wrong)


def _report(
    question: str,
    answer: Answer,
    shown: Answers,
    sources: Sequence[Source],
    query: SavedQuery,
    versions: Mapping[str, Any],
    picture: Graph,
    language: Language,
) -> str:
    return render_report(
        question=question,
        sentence=answer.sentence,
        answers=shown,
        sources=sources,
        cypher=query.cypher,
        parameters=_json(dict(answer.parameters)),
        versions=versions,
        picture=picture,
        language=language,
    )


def _sources(store: Store, table: Table) -> list[Source]:
    """The copies that the rows stand in."""
    ids = list(dict.fromkeys(record["copy"] for record in table.records() if record.get("copy")))
    found = []
    for row in store.table(_COPIES, {"ids": ids}).records():
        name = re.sub(r"[^\w.\-]", "_", Path(str(row["source"]).replace("\\", "/")).stem)[:60] or "source"
        file = f"{str(row['sha256'])[:12]}-{name}.txt"
        number = str(row["number"] or row["title"] or "")
        text, url = str(row["text"] or ""), str(row["url"] or "")
        found.append(Source(str(row["id"]), number, str(row["source"]), url, str(row["sha256"]), text, file))
    return found


def _clauses(table: Table, sources: Sequence[Source]) -> list[dict[str, Any]]:
    """The clause of each row, each once, compared with what its copy says there; None where the text is not held."""
    texts = {source.copy: source.text for source in sources}
    found: dict[tuple[Any, ...], dict[str, Any]] = {}
    for record in table.records():
        copy, start, end, clause = (record.get(name) for name in ("copy", "start", "end", "clause"))
        if copy is None or start is None or end is None:
            continue
        text = texts.get(copy)
        found[copy, start, end] = {
            "number": record.get("number"),
            "section": record.get("section"),
            "task": record.get("task"),
            "copy": copy,
            "start": start,
            "end": end,
            "text": clause,
            "rule": record.get("rule"),
            "confidence": record.get("confidence"),
            "same_as_source": text[start:end] == clause if text else None,
        }
    return list(found.values())


def _versions(store: Store, sources: Sequence[Source]) -> dict[str, Any]:
    from loaders.extract.version import VERSION

    return {
        "made": datetime.now(UTC).isoformat(timespec="seconds"),
        "extractor": VERSION,
        "engine": store.engine,
        "python": platform.python_version(),
        "packages": {name: version(name) for name in _PACKAGES},
        "sources": [
            {"copy": s.copy, "source": s.source, "url": s.url, "sha256_of_original_file": s.sha256, "file": s.file}
            for s in sources
        ],
    }


def _plain(record: Mapping[str, Any]) -> dict[str, Any]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in record.items()}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2, default=str)


def _zip(files: Mapping[str, str], path: Path) -> None:
    data = {name: text.encode("utf-8") for name, text in files.items()}
    sums = "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in data.items())
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in {**data, "SHA256SUMS": sums.encode()}.items():
            archive.writestr(name, content)
