"""What people decided of bodies: two names that are one body, two that the rules take for one and that are not.

Nothing here reads a file or keeps a state: a build is given the decisions, and gives them to whoever names a body."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from loaders.records import Header
from loaders.resolve.bodies import describe_body, readings, written_out
from loaders.resolve.organs import take_apart
from loaders.resolve.regions import Chain, find_region
from loaders.text.fold import fold_name

RULE = "decision"
"""The last part of the rule of a finding that a decision named: clause-lead/decision."""

Verdict = Literal["same", "different"]


@dataclass(frozen=True)
class Decision:
    """`same`: what is called `source` is the body `target`. `different`: `source` and `target` are two bodies.

    Names are in compare form (fold_name); `when` is ISO 8601; `where` is the file and line it was read from."""

    source: str
    target: str
    verdict: Verdict
    reason: str
    who: str
    when: str
    where: str = field(default="", compare=False, repr=False)

    @property
    def sentence(self) -> str:
        """The reason that a finding carries."""
        verb = "即" if self.verdict == "same" else "不是"
        return f"决定：{self.source}{verb}{self.target}（{self.who}，{self.when}）：{self.reason}"


@dataclass(frozen=True)
class Ruling:
    """The name of a body, and the decisions that gave it; none where the rules' own name stands."""

    name: str
    by: tuple[Decision, ...] = ()

    @property
    def reason(self) -> str | None:
        return "；".join(decision.sentence for decision in self.by) or None


@dataclass(frozen=True)
class Decisions:
    """The decisions in force. `overruled` are those of the project that the user decided otherwise."""

    taken: tuple[Decision, ...] = ()
    overruled: tuple[Decision, ...] = ()

    @property
    def digest(self) -> str:
        """Changes with the decisions."""
        return hashlib.sha256(repr(self.taken).encode()).hexdigest()[:16] if self.taken else ""

    @cached_property
    def _same(self) -> dict[str, list[Decision]]:
        """What each source is, in the order of the files."""
        index: dict[str, list[Decision]] = {}
        for decision in self.taken:
            if decision.verdict == "same":
                index.setdefault(decision.source, []).append(decision)
        return index

    @cached_property
    def _into(self) -> dict[str, list[Decision]]:
        """What each target is called otherwise."""
        index: dict[str, list[Decision]] = {}
        for decision in self.taken:
            if decision.verdict == "same":
                index.setdefault(decision.target, []).append(decision)
        return index

    @cached_property
    def _apart(self) -> dict[str, dict[str, Decision]]:
        """Each name to the names that it is not."""
        index: dict[str, dict[str, Decision]] = {}
        for decision in self.taken:
            if decision.verdict == "different":
                index.setdefault(decision.source, {})[decision.target] = decision
                index.setdefault(decision.target, {})[decision.source] = decision
        return index

    def of_name(self, name: str, region: Chain = ()) -> Ruling:
        """The body that an official name is decided to be, in a notice of `region`."""
        by: list[Decision] = []
        while (decision := self._of(name, region)) and decision not in by:
            by.append(decision)
            name = decision.target
        return Ruling(name, tuple(by))

    def of_mention(self, mention: str, name: str, header: Header) -> Ruling:
        """The body that `mention`, which the rules call `name`, is decided to be in the notice of `header`."""
        if not self.taken:
            return Ruling(name)
        region, issuer = header.region, header.issuer
        spellings = [fold_name(mention), written_out(mention, region, issuer)]
        for spelling in spellings:
            if self._of(spelling, region):
                return self.of_name(spelling, region)
        forbidden = {other: why for spelling in spellings for other, why in self._apart.get(spelling, {}).items()}
        if name not in forbidden:
            return self.of_name(name, region)
        others = [other for other in readings(mention, region, issuer, header.year) if other not in forbidden]
        own = [spelling for spelling in reversed(spellings) if spelling not in forbidden] or spellings
        ruling = self.of_name(others[0] if len(others) == 1 else own[0], region)
        return Ruling(ruling.name, (forbidden[name], *ruling.by))

    def leading_to(self, name: str) -> tuple[Decision, ...]:
        """The decisions by which other names are `name`."""
        found: list[Decision] = []
        waiting = [name]
        while waiting:
            direct = [decision for decision in self._into.get(waiting.pop(), ()) if decision not in found]
            found += direct
            waiting += [decision.source for decision in direct]
        return tuple(found)

    def parting(self, one: str, other: str) -> Decision | None:
        """The decision that two bodies, whatever names were decided to be theirs, are two."""
        names = {other, *(decision.source for decision in self.leading_to(other))}
        for name in (one, *(decision.source for decision in self.leading_to(one))):
            for apart, decision in self._apart.get(name, {}).items():
                if apart in names:
                    return decision
        return None

    def is_kept_apart(self, name: str) -> bool:
        """Whether `name` is a form of a body that it was decided not to be: what is known of that body is not its."""
        meant = readings(name, (), None, None) if self._apart else ()
        return name not in meant and any(other in self._apart for other in meant)

    def about(self, *names: str) -> tuple[Decision, ...]:
        """The decisions that speak of any of `names`."""
        return tuple(decision for decision in self.taken if decision.source in names or decision.target in names)

    def _of(self, name: str, region: Chain) -> Decision | None:
        return next((decision for decision in self._same.get(name, ()) if _reaches(decision, region)), None)


NONE = Decisions()


def _reaches(decision: Decision, region: Chain) -> bool:
    """A source that names no place (省财政厅) speaks of notices in the target's own line of jurisdictions."""
    if take_apart(decision.source) or find_region(decision.source)[1]:
        return True
    return _in_line(describe_body(decision.target).region, region)


def _in_line(one: Chain, other: Chain) -> bool:
    """Whether one jurisdiction lies within the other."""
    size = min(len(one), len(other))
    return one[:size] == other[:size]


def already(decisions: Decisions, new: Decision) -> str | None:
    """What `decisions` already say of what `new` says, as a sentence; None where it is new."""
    source, target = _ends(decisions, new)
    if new.verdict == "same" and source.name == target.name:
        told = "已定为同一机构 (already decided to be one body)"
        return f"{new.source} 与 {new.target} {told}：{_cite((*source.by, *target.by))}"
    apart = decisions.parting(source.name, target.name)
    if new.verdict == "different" and apart:
        return f"{new.source} 与 {new.target} 已定为不同机构 (already decided to be two bodies)：{_cite([apart])}"
    return None


def contradiction(decisions: Decisions, new: Decision) -> str | None:
    """Why `new` cannot stand beside `decisions`, as a sentence; None where it can."""
    source, target = _ends(decisions, new)
    if new.verdict == "different":
        if source.name != target.name:
            return None
        told = "已定为同一机构 (already decided to be one body)"
        return f"{new.source} 与 {new.target} {told}：{_cite((*source.by, *target.by))}"
    if source.by and source.name != target.name:
        return f"{new.source} 已定为 {source.name} (already decided to be that body)：{_cite(source.by)}"
    if apart := decisions.parting(source.name, target.name):
        return f"{new.source} 与 {new.target} 已定为不同机构 (already decided to be two bodies)：{_cite([apart])}"
    return None


def _ends(decisions: Decisions, new: Decision) -> tuple[Ruling, Ruling]:
    """What the two names of `new` are decided to be."""
    region = describe_body(new.target).region
    return decisions.of_name(new.source, region), decisions.of_name(new.target, region)


def _cite(decisions: Sequence[Decision]) -> str:
    return "；".join(f"{decision.who} {decision.when} {decision.where}".strip() for decision in decisions)
