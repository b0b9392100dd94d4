"""A duty in the page's offsets to the record of an obligation: words as written, spans in the source text."""

from __future__ import annotations

from dataclasses import replace

from loaders.extract.duties.scene import Duty
from loaders.extract.page import Page
from loaders.records import ChannelUse, Deadline, Obligation

_LOOK_BACK = 300


def to_record(page: Page, duty: Duty, number: str) -> Obligation:
    """The record of a duty; words are as written, spans in the source text."""
    written_predicate = page.written(duty.predicate.verb, duty.predicate.verb_end)
    if duty.predicate.frame == "light":
        light_end = duty.predicate.object_start
        written_predicate = f"{page.written(duty.predicate.head, light_end)}…{written_predicate}"
    elif duty.predicate.frame == "object":
        written_predicate = page.written(duty.predicate.head, duty.predicate.verb_end)
    at = page.evidence(duty.start, duty.end, "obligation", _rule(duty))
    return Obligation(
        id=number,
        kind=duty.kind,
        predicate=written_predicate,
        text=page.copy.text[at.start : at.end],
        at=at,
        information=tuple(dict.fromkeys(page.written(a, b) for a, b in duty.items)),
        frequency=duty.frequency,
        times=duty.times,
        timing=duty.timing,
        deadline=_written_deadline(page, duty),
        trigger=_written(page, duty, duty.trigger),
        bearers=tuple(dict.fromkeys(page.written(a, b) for a, b in duty.bearers)),
        channels=tuple(
            ChannelUse(page.written(use.start, use.end), use.channel.name, use.channel.type) for use in duty.channels
        ),
    )


def _rule(duty: Duty) -> str:
    """The frame of the predicate and where what it is about was found: predicate-final/clause-before."""
    if not duty.items:
        return f"{duty.predicate.rule}/nothing-named"
    first = duty.items[0][0]
    if first >= duty.predicate.object_start and first > duty.predicate.head:
        return f"{duty.predicate.rule}/behind"
    return f"{duty.predicate.rule}/{'in-front' if first >= duty.predicate.clause_start else 'clause-before'}"


def _written(page: Page, duty: Duty, words: str | None) -> str | None:
    """Words of the folded text as the notice writes them, found at or right before the duty."""
    if not words:
        return words
    at = page.text.rfind(words, max(0, duty.start - _LOOK_BACK), duty.end + _LOOK_BACK)
    return page.written(at, at + len(words)) if at >= 0 else words


def _written_deadline(page: Page, duty: Duty) -> Deadline | None:
    found = duty.deadline
    if found is None or page.copy.script == "Hans":
        return found
    return replace(
        found,
        text=_written(page, duty, found.text) or found.text,
        counted_from=_written(page, duty, found.counted_from),
        event=_written(page, duty, found.event),
    )
