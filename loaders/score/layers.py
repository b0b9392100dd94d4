"""One document against its gold, layer by layer; both are dicts of the guide's section 7."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from loaders.score.compare import overlap, pair_off, plain, words
from loaders.score.duties import score_duties
from loaders.score.report import Failure, Report, Tally, short
from loaders.score.sets import Counted, Doc, count_sets, failures_of, without

LAYERS = (
    *("document", "sections", "tasks", "agencies", "names", "obligations"),
    *("frequency", "timing", "deadline", "trigger", "channels", "bearers", "information"),
    *("citations", "domain primary", "domains"),
)
_SAME_TASK = 0.9


def score_document(gold: Doc, found: Doc, name: str) -> Report:
    """Every layer of `found` counted against `gold`; `name` stands in the failures."""
    layers: dict[str, Tally] = {}
    failures: list[Failure] = []
    for layer, count in _COUNTERS.items():
        layers[layer], wrong = count(gold, found, name)
        failures += wrong
    duties = score_duties(gold, found, name)
    layers.update(duties.layers)
    ordered = {layer: layers[layer] for layer in LAYERS}
    return Report((name,), ordered, duties.paired, (*failures, *duties.failures))


def _document(gold: Doc, found: Doc, name: str) -> Counted:
    """Each field that the gold gives, exact after NFKC."""
    tally, failures = Tally(), []
    for field, expected in gold["document"].items():
        if field == "copies" or expected is None:
            continue
        value = found["document"].get(field)
        right = plain(value) == plain(expected)
        tally += Tally(right, value is not None, 1)
        if not right:
            cause = "missing" if value is None else "differs"
            failures.append(Failure("document", cause, name, field, None, short(_said(expected)), short(_said(value))))
    return tally, failures


def _said(value: Any) -> str:
    return "、".join(map(str, value)) if isinstance(value, list) else str(value or "")


def _sections(gold: Doc, found: Doc, name: str) -> Counted:
    """Path and title exact."""

    def key(section: Doc) -> tuple[Any, ...]:
        return section["path"], words(section["title"])

    return count_sets(
        "sections", gold["sections"], found["sections"], key, name, lambda s: (s["path"], s["title"] or "-")
    )


def _tasks(gold: Doc, found: Doc, name: str) -> Counted:
    """Same id, spans that overlap by nine tenths."""
    known = {task["id"]: task for task in found["tasks"]}
    failures, right = [], 0
    for task in gold["tasks"]:
        other = known.pop(task["id"], None)
        if other and overlap(task, other) >= _SAME_TASK:
            right += 1
            continue
        cause = "span" if other else "missing"
        failures.append(Failure("tasks", cause, name, task["id"], task["start"], _span(task), _span(other)))
    for task in known.values():
        failures.append(Failure("tasks", "extra", name, task["id"], task["start"], "", _span(task)))
    return Tally(right, len(found["tasks"]), len(gold["tasks"])), failures


def _span(task: Doc | None) -> str:
    return f"{task['start']}-{task['end']}" if task else ""


def _bodies(doc: Doc) -> list[dict[str, Any]]:
    return [{**body, "task": task["id"]} for task in doc["tasks"] for body in task["agencies"]]


def _agencies(gold: Doc, found: Doc, name: str) -> Counted:
    """Task, mention and role."""

    def key(body: Doc) -> tuple[Any, ...]:
        return body["task"], words(body["mention"]), body["role"]

    def shown(body: Doc) -> tuple[str, str]:
        return body["task"], f"{body['mention']} {body['role']}"

    return count_sets("agencies", _bodies(gold), _bodies(found), key, name, shown)


def _names(gold: Doc, found: Doc, name: str) -> Counted:
    """Task and full name; groups are not scored under names."""

    def key(body: Doc) -> tuple[Any, ...]:
        return body["task"], words(body["name"])

    named = [[body for body in _bodies(doc) if body["kind"] == "agency"] for doc in (gold, found)]
    return count_sets("names", named[0], named[1], key, name, lambda body: (body["task"], body["name"]))


def _citations(gold: Doc, found: Doc, name: str) -> Counted:
    """Spans that overlap, same title, same number."""

    def worth(one: Doc, other: Doc) -> float:
        same = all(words(one[field]) == words(other[field]) for field in ("title", "number"))
        return overlap(one, other) if same else 0.0

    def shown(citation: Doc) -> tuple[str, str]:
        return citation["task"] or "-", f"{citation['title'] or ''}{citation['number'] or ''}"

    pairs = pair_off(gold["citations"], found["citations"], worth)
    missing = without(gold["citations"], {i for i, _, _ in pairs})
    extra = without(found["citations"], {j for _, j, _ in pairs})
    tally = Tally(len(pairs), len(found["citations"]), len(gold["citations"]))
    return tally, failures_of("citations", missing, extra, name, shown)


def _primary(gold: Doc, found: Doc, name: str) -> Counted:
    marks = [
        [{"task": t["id"], "start": t["start"], "end": t["end"], "key": t["domains"]["primary"]} for t in doc["tasks"]]
        for doc in (gold, found)
    ]
    return count_sets(
        "domain primary", marks[0], marks[1], lambda m: (m["task"], m["key"]), name, lambda m: (m["task"], m["key"])
    )


def _domains(gold: Doc, found: Doc, name: str) -> Counted:
    marks = [
        [
            {"task": task["id"], "start": task["start"], "end": task["start"], "key": key}
            for task in doc["tasks"]
            for key in dict.fromkeys((task["domains"]["primary"], *task["domains"]["also"]))
        ]
        for doc in (gold, found)
    ]
    return count_sets(
        "domains", marks[0], marks[1], lambda m: (m["task"], m["key"]), name, lambda m: (m["task"], m["key"])
    )


_COUNTERS: dict[str, Callable[[Doc, Doc, str], Counted]] = {
    "document": _document,
    "sections": _sections,
    "tasks": _tasks,
    "agencies": _agencies,
    "names": _names,
    "citations": _citations,
    "domain primary": _primary,
    "domains": _domains,
}
