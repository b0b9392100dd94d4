"""Puts counts, slots and values into the sentences and questions of the saved queries."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from graph.values import Table
from queries.ask.words import captions, past_kinds
from queries.saved import SavedQuery, Text

_SLOT = re.compile(r"\{([\w.]+)([|?:][^}]*)?\}")
"""{name}, {name:where it has no value}, {name|one|many} with its number before, {name?one:many} without."""
_GROUP = re.compile(r"\[([^\]]*)\]")
_LISTS = {
    "frequency": "frequencies",
    "month": "months",
    "lacking": "lacking",
    "kind": "kinds",
    "limit_kind": "limit_kinds",
    "timing": "timings",
    "unit": "units",
    "order": "orders",
}
_KINDS = ("disclose", "interpret", "respond")
_ROLES = ("lead", "responsible", "support", "named")

Labels = Mapping[str, str]
"""How the question called the value of a parameter (省财政厅, where the value is two full names)."""


def question_of(query: SavedQuery, values: Mapping[str, Any], labels: Labels, language: str) -> str:
    """The question of `query` with its slots filled; what stands in [ ] is left out where its slot is empty."""
    return _filled(query.question.of(language), lambda name: caption(name, values, labels, language))


def slots_of(query: SavedQuery, language: str) -> frozenset[str]:
    """The parameters that the question of `query` speaks of."""
    return frozenset(match[1].partition(".")[0] for match in _SLOT.finditer(query.question.of(language)))


def sentence_of(query: SavedQuery, values: Mapping[str, Any], labels: Labels, table: Table, language: str) -> str:
    """The answer in one sentence; says when a row limit cut it."""
    if query.sentence is None:
        return ""
    records = list(table.records())

    def say(name: str) -> str | int:
        if name == "roles":
            return _roles(records, language)
        if name in table.columns and name not in ("kind", "frequency"):
            return _distinct(records, name)
        if name == "kind" and not values.get("kind"):
            return kinds({record["kind"] for record in records}, language)
        return caption(name.removesuffix("_asked"), values, labels, language)

    sentence = _filled(query.sentence.of(language), say)
    return sentence + (_cut(len(table.rows), language) if table.cut else "")


def caption(name: str, values: Mapping[str, Any], labels: Labels, language: str) -> str:
    """The value of a parameter in words a person uses; of `kind.past` the English participle."""
    name, _, form = name.partition(".")
    value = values.get(name)
    if value in (None, []):
        return ""
    if form == "past" and language == "en":
        return past_kinds()[value]
    if name in _LISTS:
        words = captions(_LISTS[name]).get(value)
        return words.of(language) if words else str(value)
    if name in labels:
        return labels[name]
    if isinstance(value, (list, tuple)):
        return ("、" if language == "zh" else ", ").join(map(str, value))
    return str(value)


def _filled(template: str, say: Callable[[str], str | int]) -> str:
    def group(match: re.Match[str]) -> str:
        return match[1] if all(say(slot[1]) != "" for slot in _SLOT.finditer(match[1])) else ""

    def fill(match: re.Match[str]) -> str:
        name, rest = match[1], match[2] or ""
        said = say(name)
        if rest.startswith(":"):
            return str(said) or rest[1:]
        one, _, many = rest[1:].partition("|" if rest.startswith("|") else ":")
        word = one if said == 1 else many
        return f"{said} {word}" if rest.startswith("|") else word if rest else str(said)

    text = _SLOT.sub(fill, _GROUP.sub(group, template))
    return re.sub(r"\s+([?.,])", r"\1", re.sub(r"  +", " ", text).strip())


def kinds(found: Iterable[str], language: str) -> str:
    """公开、解读或回应: the kinds of duty among the rows."""
    words = [captions("kinds")[kind].of(language) for kind in _KINDS if kind in set(found)]
    last = "或" if language == "zh" else " or "
    head = ("、" if language == "zh" else ", ").join(words[:-1])
    return head + last + words[-1] if head else "".join(words)


def _distinct(records: list[dict[str, Any]], name: str) -> int:
    found: set[Any] = set()
    for record in records:
        value = record[name]
        found.update(value if isinstance(value, list) else [value])
    return len(found - {None})


def _roles(records: list[dict[str, Any]], language: str) -> str:
    bodies: dict[str, set[str]] = {role: set() for role in _ROLES}
    for record in records:
        bodies[record["role"]].add(record["agency"])
    words = captions("roles")
    counted: Callable[[Text, int], str] = (
        (lambda text, count: f"{text.zh} {count}") if language == "zh" else (lambda text, count: f"{count} {text.en}")
    )
    parts = [counted(words[role], len(names)) for role, names in bodies.items() if names]
    return ("、" if language == "zh" else ", ").join(parts)


def _cut(rows: int, language: str) -> str:
    return f"（只数了前 {rows} 行。）" if language == "zh" else f" (Only the first {rows} rows were counted.)"
