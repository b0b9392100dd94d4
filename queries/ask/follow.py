"""A question that leans on the one before it (那山西呢？ and weekly?), made whole: what it names takes the place of its like,
all else stays. The whole question says what was asked, can be sent as a link, and is read like any other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from queries.ask.read import read_question
from queries.ask.reading import Reading, Slot
from queries.ask.vocabulary import Vocabulary
from queries.fold import fold

_LEANING = re.compile(
    r"^\s*(?:(?:那么?|还有|再看|换成)\s*[，,]?\s*(?P<then>.+?)\s*(?:呢)?|(?P<bare>.+?)呢"
    r"|(?:and|what about|how about)\s+(?P<and>.+?))\s*[？?。.]*\s*$",
    re.IGNORECASE,
)
_PLACES = frozenset({"region", "agency_region", "unknown_region"})
_BODIES = frozenset({"agency", "unknown_agency", "system"})
_LIKE = (
    _PLACES,
    _BODIES,
    frozenset({"frequency", "timing", "month", "before", "within", "window", "limit_kind"}),
    frozenset({"document", "unknown_document"}),
    frozenset({"domain"}),
    frozenset({"channel"}),
    frozenset({"information"}),
    frozenset({"kind"}),
    frozenset({"year"}),
)
"""Slots that can stand in each other's place."""
_LEVEL = re.compile("^[我本全各]?[省市县区州旗]")
_SWAPPED = (("厅", "局"), ("局", "厅"))
"""A province has a 财政厅, a city under the State Council a 财政局."""


def whole_question(previous: str, text: str, vocabulary: Vocabulary, language: str, today: date) -> str:
    """`text`, or where it leans on the question `previous`, that question with what `text` names in it."""
    leaning = _LEANING.match(text)
    if not previous or leaning is None:
        return text
    rest = leaning["then"] or leaning["bare"] or leaning["and"]
    new = read_question(rest, vocabulary, language, today)
    if _asks(new):
        return text
    whole = previous
    for like in _LIKE:
        if named := [slot for slot in new.slots if slot.name in like]:
            before = read_question(whole, vocabulary, language, today)
            whole = _with(before, like, rest[named[0].start : named[-1].end], named[0], vocabulary)
    return text if whole == previous else whole


def _asks(reading: Reading) -> bool:
    """Whether it asks something of its own: 那谁牵头环境保护呢."""
    return bool(reading.cues & {"who", "what", "count", "where", "when", "compare"})


def _with(before: Reading, like: frozenset[str], words: str, slot: Slot, vocabulary: Vocabulary) -> str:
    """The text of `before` with `words` in the place of the last of its slots that are `like` them."""
    if found := _last(before.slots, like):
        return _put(before.text, found, _beside(words, found.text, vocabulary) if like is _BODIES else words)
    if like is _PLACES and (body := _last(before.slots, _BODIES)):
        return _put(before.text, body, _moved(body.text, str(slot.values[0]), vocabulary))
    if before.language == "en":
        return f"{before.text.rstrip(' ?？.')} {words}?"
    body = None if like is _PLACES else _last(before.slots, _BODIES)
    at = body.end if body else 0  # 省财政厅|每月|必须公开什么
    return before.text[:at] + words + before.text[at:]


def _last(slots: Iterable[Slot], names: frozenset[str]) -> Slot | None:
    return max((slot for slot in slots if slot.name in names), key=lambda slot: slot.end, default=None)


def _put(text: str, slot: Slot, words: str) -> str:
    return text[: slot.start] + words + text[slot.end :]


def _beside(body: str, other: str, vocabulary: Vocabulary) -> str:
    """A body named without its place is of the place of the `other`: 农业厅 beside 黑龙江省财政厅."""
    named = other[: _place_of(other, vocabulary)] + _LEVEL.sub("", body)
    return named if fold(named) in vocabulary.agency_forms else body


def _moved(body: str, place: str, vocabulary: Vocabulary) -> str:
    """The like body of another place: 黑龙江省财政厅 or 省财政厅 in 山西省 is 山西省财政厅."""
    rest = _LEVEL.sub("", body[_place_of(body, vocabulary) :])
    names = [place + rest, *(place + rest.removesuffix(old) + new for old, new in _SWAPPED if rest.endswith(old))]
    return next((name for name in names if fold(name) in vocabulary.agency_forms), names[0])


def _place_of(body: str, vocabulary: Vocabulary) -> int:
    """Where the places end that the name of a body begins with: 菏泽市定陶区|财政局."""
    folded, at = fold(body), 0
    while end := max((to for to in range(at + 1, len(folded)) if folded[at:to] in vocabulary.places), default=0):
        at = end
    return at
