"""Two notices or two places side by side: domain by domain, what both require and what only one does. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ui import wording
from ui.answers import Evidence, evidence
from ui.wording import Language

_TIMES = ("frequency", "times", "timing", "trigger", "deadline")


@dataclass(frozen=True)
class Duty:
    """One duty in words: 公开 财政收支情况, 每月, 政府网站, 省财政厅. `things` are what it is matched by: its kind with each
    of its information types."""

    what: str
    when: str
    channels: tuple[str, ...]
    agencies: tuple[str, ...]
    evidence: Evidence | None
    things: frozenset[tuple[str, str]]
    when_differs: bool = False
    channels_differ: bool = False


@dataclass(frozen=True)
class Match:
    """Duties of both sides about the same information."""

    left: tuple[Duty, ...]
    right: tuple[Duty, ...]

    @property
    def differs(self) -> bool:
        return any(duty.when_differs or duty.channels_differ for duty in (*self.left, *self.right))


@dataclass(frozen=True)
class Theme:
    """One policy domain: what both sides require, and what only the left or only the right does."""

    key: str
    name: str
    both: tuple[Match, ...]
    left: tuple[Duty, ...]
    right: tuple[Duty, ...]

    @property
    def differing(self) -> int:
        return sum(match.differs for match in self.both)


def compare(rows: Iterable[Mapping[str, Any]], left: str, right: str, language: Language) -> tuple[Theme, ...]:
    """The themes of the rows of comparison/regions or comparison/documents, those with most differences first, then in
    the order of the text. Two duties match where they do the same (公开, 解读, 回应) with the same information type, in
    whichever domain each stands; a match stands in the domain of its first duty on the left."""
    sides: dict[str, list[tuple[str, str, Duty]]] = {left: [], right: []}
    for row in rows:
        if row["place"] in sides:
            theme = (str(row["theme_key"] or ""), str(row["theme"] or ""))
            sides[row["place"]].append((*theme, _duty(row, language)))
    themes = dict.fromkeys((key, name) for place in (left, right) for key, name, _ in sides[place])
    matches = _matches([duty for *_, duty in sides[left]], [duty for *_, duty in sides[right]])
    matched = {id(duty) for match in matches for duty in (*match.left, *match.right)}
    home = {id(duty): key for key, _, duty in sides[left]}

    def alone(place: str, key: str) -> tuple[Duty, ...]:
        return tuple(duty for theme, _, duty in sides[place] if theme == key and id(duty) not in matched)

    found = (
        Theme(
            key,
            name,
            tuple(_told(match) for match in matches if home[id(match.left[0])] == key),
            alone(left, key),
            alone(right, key),
        )
        for key, name in themes
    )
    kept = (theme for theme in found if theme.both or theme.left or theme.right)
    return tuple(sorted(kept, key=lambda theme: (-theme.differing, -len(theme.both))))


def _duty(row: Mapping[str, Any], language: Language) -> Duty:
    kind = str(row["kind"] or "")
    return Duty(
        what=wording.duty(row, language),
        when=wording.when({name: row.get(name) for name in _TIMES}, language),
        channels=tuple(sorted(row["channels"] or ())),
        agencies=tuple(sorted(row["agencies"] or ())),
        evidence=evidence(row, language),
        things=frozenset((kind, str(type_)) for type_ in row["types"] or ()),
    )


def _matches(left: Sequence[Duty], right: Sequence[Duty]) -> list[Match]:
    """The groups of duties that are joined by the things they share across the two sides."""
    shared = {thing for duty in left for thing in duty.things} & {thing for duty in right for thing in duty.things}
    groups: list[set[tuple[str, str]]] = []
    for duty in (*left, *right):
        things = set(duty.things & shared)
        if not things:
            continue
        joined = [group for group in groups if group & things]
        groups = [group for group in groups if not group & things] + [things.union(*joined)]
    matches = [
        Match(tuple(duty for duty in left if duty.things & group), tuple(duty for duty in right if duty.things & group))
        for group in groups
    ]
    places = {id(duty): place for place, duty in enumerate(left)}
    return sorted(matches, key=lambda match: places[id(match.left[0])])


def _told(match: Match) -> Match:
    """The match with each duty told apart whose time or channels none of its partners has."""
    return Match(
        tuple(_compared(duty, match.right) for duty in match.left),
        tuple(_compared(duty, match.left) for duty in match.right),
    )


def _compared(duty: Duty, others: Sequence[Duty]) -> Duty:
    partners = [other for other in others if other.things & duty.things]
    return Duty(
        **{
            **vars(duty),
            "when_differs": all(other.when != duty.when for other in partners),
            "channels_differ": all(other.channels != duty.channels for other in partners),
        }
    )
