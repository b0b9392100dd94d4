"""The obligations of a document against the gold's: matched one to one, then attribute by attribute."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from loaders.score.compare import alike, assign, overlap, pair_off, words
from loaders.score.report import Failure, Report, Tally, short
from loaders.score.sets import without

Duty = Mapping[str, Any]

_SAME_DUTY = 0.5
_DEADLINE = ("text", "date", "recurs", "amount", "unit", "from", "event")

SAME_ATTRIBUTES: dict[str, Callable[[Duty], set[Any]]] = {
    "frequency": lambda duty: {(duty["frequency"], duty["times"])} if duty["frequency"] or duty["times"] else set(),
    "timing": lambda duty: set(duty["timing"]),
    "deadline": lambda duty: {_deadline(duty["deadline"])} if duty["deadline"] else set(),
    "trigger": lambda duty: {words(duty["trigger"])} if duty["trigger"] else set(),
    "channels": lambda duty: {words(channel["name"]) for channel in duty["channels"]},
    "bearers": lambda duty: {words(bearer) for bearer in duty["bearers"]},
}


def score_duties(gold: Mapping[str, Any], found: Mapping[str, Any], name: str) -> Report:
    """`obligations` and the layers of their attributes. An unmatched obligation lacks, or has for nothing, all of them."""
    expected, given = _duties(gold), _duties(found)
    matched = pair_off(expected, given, same_duty)
    pairs = [(expected[i], given[j]) for i, j, _ in matched]
    missing = without(expected, {i for i, _, _ in matched})
    extra = without(given, {j for _, j, _ in matched})
    failures = _unmatched(missing, extra, name)
    paired = {layer: Tally() for layer in (*SAME_ATTRIBUTES, "information")}
    for one, other in pairs:
        for layer in SAME_ATTRIBUTES:
            tally, wrong = _attribute(layer, one, other, name)
            paired[layer] += tally
            failures += wrong
        tally, wrong = _information(one, other, name)
        paired["information"] += tally
        failures += wrong
    layers = {layer: tally + _alone(layer, missing, extra) for layer, tally in paired.items()}
    layers["obligations"] = Tally(len(pairs), len(given), len(expected))
    return Report((name,), layers, paired, tuple(failures))


def _duties(doc: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [{**duty, "task": task["id"]} for task in doc["tasks"] for duty in task["obligations"]]


def same_duty(one: Duty, other: Duty) -> float:
    """The share of two obligations of one kind that overlaps; 0 below a half: then they are not the same."""
    share = overlap(one, other) if one["kind"] == other["kind"] else 0.0
    return share if share >= _SAME_DUTY else 0.0


def _alone(layer: str, missing: Iterable[Duty], extra: Iterable[Duty]) -> Tally:
    """What the obligations without a counterpart add to a layer."""

    def count(duties: Iterable[Duty]) -> int:
        return sum(
            len(duty["information"] if layer == "information" else SAME_ATTRIBUTES[layer](duty)) for duty in duties
        )

    return Tally(0, count(extra), count(missing))


def _attribute(layer: str, one: Duty, other: Duty, name: str) -> tuple[Tally, list[Failure]]:
    expected, given = SAME_ATTRIBUTES[layer](one), SAME_ATTRIBUTES[layer](other)
    tally = Tally(len(expected & given), len(given), len(expected))
    if expected == given:
        return tally, []
    lost, more = expected - given, given - expected
    cause = "differs" if lost and more else "missing" if lost else "extra"
    if layer == "deadline" and cause == "differs" and _meaning(one["deadline"]) == _meaning(other["deadline"]):
        cause = "wording"
    return tally, [Failure(layer, cause, name, one["id"], one["start"], _said(lost), _said(more))]


def _information(one: Duty, other: Duty, name: str) -> tuple[Tally, list[Failure]]:
    expected, given = one["information"], other["information"]
    pairs = assign(expected, given, alike)
    tally = Tally(sum(value for _, _, value in pairs), len(given), len(expected))
    failures = []

    def fail(cause: str, gold: str, found: str, cost: float = 1.0) -> None:
        said = short(gold), short(found)
        failures.append(Failure("information", cause, name, one["id"], one["start"], *said, round(cost, 4)))

    for i, j, value in pairs:
        if value < 1:
            cause = "boundary" if len(expected) == len(given) else "joined" if len(expected) > len(given) else "split"
            fail(cause, expected[i], given[j], 1 - value)
    for item in without(expected, {i for i, _, _ in pairs}):
        fail("missing", item, "")
    for item in without(given, {j for _, j, _ in pairs}):
        fail("extra", "", item)
    return tally, failures


def _unmatched(missing: list[Duty], extra: list[Duty], name: str) -> list[Failure]:
    """Missing and extra obligations; two that overlap are one failure, of kind or of span."""
    pairs = pair_off(missing, extra, overlap)
    failures = []
    for i, j, _ in pairs:
        one, other = missing[i], extra[j]
        cause = "span" if one["kind"] == other["kind"] else "kind"
        failures.append(Failure("obligations", cause, name, one["id"], one["start"], _title(one), _title(other)))
    for duty in without(missing, {i for i, _, _ in pairs}):
        failures.append(Failure("obligations", "missing", name, duty["id"], duty["start"], _title(duty), ""))
    for duty in without(extra, {j for _, j, _ in pairs}):
        failures.append(Failure("obligations", "extra", name, duty["task"], duty["start"], "", _title(duty)))
    return failures


def _deadline(deadline: Mapping[str, Any]) -> tuple[Any, ...]:
    values = (deadline.get(field) for field in _DEADLINE)
    return tuple(words(value) if isinstance(value, str) else value for value in values)


def _meaning(deadline: Mapping[str, Any]) -> tuple[Any, ...]:
    """A deadline but for its words and the words that it counts from."""
    return _deadline({name: value for name, value in deadline.items() if name not in ("text", "from")})


def _title(duty: Duty) -> str:
    return f"{duty['kind']} {short(duty['predicate'])} {short('、'.join(duty['information'][:1]))}".strip()


def _said(values: set[Any]) -> str:
    """Values in one line; of tuples the parts that say something."""
    flat = (
        "/".join(str(part) for part in value if part is not None) if isinstance(value, tuple) else str(value)
        for value in values
    )
    return short("、".join(sorted(flat)))
