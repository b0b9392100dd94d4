"""The machine-readable form of a document (docs/annotation.md, section 7)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from loaders.records import Body, Citation, Deadline, Notice, Obligation, Task


def document_json(notices: Sequence[Notice]) -> dict[str, Any]:
    """The copies of one document as one JSON object; offsets are those of the first copy."""
    notice = notices[0]
    header = notice.header
    return {
        "document": {
            "number": header.number,
            "title": header.title,
            "issuer": header.issuer,
            "issued_on": header.issued_on,
            "published_on": header.published_on,
            "region": list(header.region),
            "level": header.level,
            "instrument": header.instrument,
            "instrument_year": header.instrument_year,
            "addressees": list(header.addressees),
            "script": header.script,
            "copies": [_copy_json(copy) for copy in notices],
        },
        "sections": [{"path": s.path, "title": s.title, "start": s.at.start, "end": s.at.end} for s in notice.sections],
        "tasks": [_task_json(task) for task in notice.tasks],
        "citations": [_citation_json(citation) for citation in notice.citations],
    }


def _copy_json(notice: Notice) -> dict[str, Any]:
    copy = notice.copy
    return {
        "source": copy.source,
        "script": copy.script,
        "published_on": copy.published_on,
        "url": copy.url,
        "sha256": copy.sha256,
    }


def _task_json(task: Task) -> dict[str, Any]:
    return {
        "id": task.id,
        "section": task.section,
        "start": task.at.start,
        "end": task.at.end,
        "et_al": task.et_al,
        "agencies": [_body_json(body) for body in task.agencies],
        "domains": {"primary": task.domains.primary, "also": list(task.domains.also)},
        "obligations": [_obligation_json(obligation) for obligation in task.obligations],
    }


def _body_json(body: Body) -> dict[str, Any]:
    return {
        "mention": body.mention,
        "name": body.name,
        "role": body.role,
        "kind": body.kind,
        "repaired": body.repaired,
        "start": body.at.start,
        "end": body.at.end,
    }


def _obligation_json(obligation: Obligation) -> dict[str, Any]:
    return {
        "id": obligation.id,
        "kind": obligation.kind,
        "predicate": obligation.predicate,
        "start": obligation.at.start,
        "end": obligation.at.end,
        "text": obligation.text,
        "information": list(obligation.information),
        "frequency": obligation.frequency,
        "times": obligation.times,
        "timing": list(obligation.timing),
        "deadline": _deadline_json(obligation.deadline) if obligation.deadline else None,
        "trigger": obligation.trigger,
        "bearers": list(obligation.bearers),
        "channels": [{"mention": c.mention, "name": c.name, "type": c.type} for c in obligation.channels],
    }


def _deadline_json(deadline: Deadline) -> dict[str, Any]:
    return {
        "text": deadline.text,
        "date": deadline.date,
        "recurs": deadline.recurs,
        "amount": deadline.amount,
        "unit": deadline.unit,
        "from": deadline.counted_from,
        "event": deadline.event,
    }


def _citation_json(citation: Citation) -> dict[str, Any]:
    return {
        "text": citation.text,
        "title": citation.title,
        "number": citation.number,
        "role": citation.role,
        "start": citation.at.start,
        "end": citation.at.end,
        "task": citation.task,
    }
