"""How a mention is named, step by step: what `zwgk resolve explain` prints."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.records import Header
from loaders.resolve.bodies import Described, describe_body, readings, resolve_body, rule_of
from loaders.resolve.decisions import Decision, Decisions
from loaders.resolve.lineage import Step, lineage, predecessors
from loaders.resolve.organs import Entry, take_apart
from loaders.text.fold import fold_name


@dataclass(frozen=True)
class Explanation:
    """`by_rule` is what the rules call the mention, `name` what it is called after the `decisions`; the rest is of
    `name`. `readings` are all bodies that bear the mention's form here."""

    mention: str
    by_rule: str
    rule: str
    words: str
    confidence: float
    reason: str | None
    name: str
    readings: tuple[str, ...]
    entry: Entry | None
    described: Described
    predecessors: tuple[Step, ...]
    successors: tuple[Step, ...]
    decisions: tuple[Decision, ...]
    aliases: tuple[str, ...]


def explain(mention: str, header: Header, decisions: Decisions, *, group: bool) -> Explanation:
    """How `mention` is named in a notice of the header's region, issuer and year."""
    place = (header.region, header.issuer)
    found = resolve_body(mention, *place, group=group, year=header.year)
    ruling = decisions.of_mention(mention, found.name, header)
    apart = decisions.is_kept_apart(ruling.name)
    named = None if apart else take_apart(ruling.name)
    leading = decisions.leading_to(ruling.name)
    spoken = decisions.about(fold_name(mention), found.name, ruling.name)
    return Explanation(
        mention=mention,
        by_rule=found.name,
        rule=found.rule,
        words=" ".join(rule_of(mention, *place, group=group, year=header.year).split()),
        confidence=found.confidence,
        reason=found.reason,
        name=ruling.name,
        readings=() if group else readings(mention, *place, header.year),
        entry=named.entry if named else None,
        described=describe_body(ruling.name),
        predecessors=() if apart else predecessors(ruling.name),
        successors=() if apart else lineage(ruling.name),
        decisions=tuple(dict.fromkeys((*ruling.by, *leading, *spoken))),
        aliases=tuple(decision.source for decision in leading),
    )
