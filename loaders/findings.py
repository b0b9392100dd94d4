"""The findings of one document in a store, as a correction can name them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from graph.schema import ROLE_EDGES
from loaders.correcting import WORDS, Correction, Field, Value, What

if TYPE_CHECKING:
    from graph.store import Store

_ROLES = {type_: role for role, type_ in ROLE_EDGES.items()}
TASKS = """
MATCH (t:Task {document: $document})
OPTIONAL MATCH (t)-[r:IN_DOMAIN]->(p:PolicyDomain) WHERE r.primary
OPTIONAL MATCH (c:Copy {id: t.copy})
RETURN t.number AS id, t.start AS start, t.`end` AS `end`, t.text AS words, c.sha256 AS copy, p.key AS domain
ORDER BY start, id
"""
DUTIES = """
MATCH (o:Obligation {document: $document})
OPTIONAL MATCH (c:Copy {id: o.copy})
RETURN o.number AS id, o.start AS start, o.`end` AS `end`, o.text AS words, c.sha256 AS copy, o.frequency AS frequency,
       o.information AS information
ORDER BY start, id
"""
BODIES = """
MATCH (a:Agency)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(t:Task {document: $document})
OPTIONAL MATCH (c:Copy {id: r.copy})
RETURN t.number AS id, r.start AS start, r.`end` AS `end`, r.mention AS words, c.sha256 AS copy, a.name AS agency,
       type(r) AS role
ORDER BY start, id, agency
"""


@dataclass(frozen=True)
class Finding:
    """A task, a duty, or a body that a task names, with what can be corrected of it. `key` is how a person points at
    it: 1.2#1 a task, 1.2#1.3 a duty, 1.2#1@省财政厅 a body; `id` is the task's or the duty's number."""

    document: str
    copy: str
    what: What
    id: str
    start: int
    end: int
    words: str
    values: Mapping[Field, Value]

    @property
    def key(self) -> str:
        return f"{self.id}@{self.words}" if self.what == "body" else self.id


def find_findings(store: Store, document: str) -> list[Finding]:
    """Everything that can be corrected in a document, tasks with their bodies and duties in the order of the text."""
    asked = {"document": document}
    found = [_finding(document, "task", row) for row in store.table(TASKS, asked).records()]
    found += [_finding(document, "body", row) for row in store.table(BODIES, asked).records()]
    found += [_finding(document, "duty", row) for row in store.table(DUTIES, asked).records()]
    place = {each.id: number for number, each in enumerate(found) if each.what == "task"}
    rank = ("task", "duty", "body")

    def order(each: Finding) -> tuple[int, int, int]:
        task = each.id.rpartition(".")[0] if each.what == "duty" else each.id
        return place.get(task, len(place)), rank.index(each.what), each.start

    return sorted(found, key=order)


def _finding(document: str, what: What, row: Mapping[str, Any]) -> Finding:
    words = "".join(str(row["words"] or "").split())[:WORDS]
    if what == "task":
        values: dict[Field, Value] = {"domain": row["domain"]}
    elif what == "body":
        values = {"agency": row["agency"], "role": _ROLES[row["role"]]}
    else:
        values = {"frequency": row["frequency"], "information": tuple(row["information"] or ())}
    return Finding(document, str(row["copy"] or ""), what, row["id"], row["start"], row["end"], words, values)


def correction_for(finding: Finding, name: Field, new: Value, *, reason: str, who: str) -> Correction:
    """The correction of a finding, made now."""
    return Correction(
        document=finding.document,
        copy=finding.copy,
        what=finding.what,
        finding=finding.id,
        start=finding.start,
        end=finding.end,
        words=finding.words,
        field=name,
        old=finding.values.get(name),
        new=new,
        reason=reason,
        who=who,
        when=datetime.now().astimezone().isoformat(timespec="seconds"),
    )
