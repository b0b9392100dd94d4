"""Who corrected what the rows of an answer stand on: read from the graph beside the answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.values import Table
from ui.correcting import by_whom
from ui.wording import Language

Read = Callable[[str, Mapping[str, Any]], Table]

DUTIES = """
MATCH (o:Obligation) WHERE o.document IN $documents AND o.corrected_by IS NOT NULL
RETURN o.document AS document, o.start AS start, '' AS agency, o.corrected_by AS corrected_by,
       o.corrected_on AS corrected_on, o.reason AS reason
"""
BEARERS = """
MATCH (a:Agency)-[r:BEARS]->(o:Obligation) WHERE o.document IN $documents AND r.corrected_by IS NOT NULL
RETURN o.document AS document, o.start AS start, a.name AS agency, r.corrected_by AS corrected_by,
       r.corrected_on AS corrected_on, r.reason AS reason
"""
ROLES = """
MATCH (a:Agency)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(t:Task)
WHERE t.document IN $documents AND r.corrected_by IS NOT NULL
RETURN t.document AS document, t.start AS start, a.name AS agency, r.corrected_by AS corrected_by,
       r.corrected_on AS corrected_on, r.reason AS reason
"""
DOMAINS = """
MATCH (t:Task)-[r:IN_DOMAIN]->(p:PolicyDomain) WHERE t.document IN $documents AND r.corrected_by IS NOT NULL
RETURN t.document AS document, t.start AS start, '' AS agency, r.corrected_by AS corrected_by,
       r.corrected_on AS corrected_on, r.reason AS reason
"""
_BODIES = ("agency", "agencies", "leads", "responsible", "supports")


@dataclass(frozen=True)
class Corrected:
    """Corrections by what a row says of its place: document, offset, and the agency that it names ("" for none)."""

    facts: Mapping[tuple[str, int, str], Mapping[str, Any]] = field(default_factory=dict)

    def of(self, record: Mapping[str, Any], language: Language) -> str:
        """What was corrected of a row, in words; "" for nothing."""
        if not self.facts:
            return ""
        names = [""]
        for column in _BODIES:
            value = record.get(column)
            names += value if isinstance(value, (list, tuple)) else [value] if value else []
        keys = [(str(record.get("document")), record.get("start"), str(name)) for name in names]
        told = [by_whom(self.facts[key], language) for key in keys if key in self.facts]  # type: ignore[index]
        return "；".join(dict.fromkeys(told)) if language == "zh" else "; ".join(dict.fromkeys(told))


NOBODY = Corrected()


def find_corrected(read: Read, table: Table) -> Corrected:
    """The corrections that the rows of an answer stand on."""
    if "document" not in table.columns or "start" not in table.columns:
        return NOBODY
    documents = sorted({str(record["document"]) for record in table.records() if record["document"]})
    facts: dict[tuple[str, int, str], Mapping[str, Any]] = {}
    for statement in (DUTIES, BEARERS, ROLES, DOMAINS) if documents else ():
        for row in read(statement, {"documents": documents}).records():
            facts.setdefault((row["document"], row["start"], row["agency"]), row)
    return Corrected(facts)
