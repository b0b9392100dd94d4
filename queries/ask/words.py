"""The words of questions that do not depend on the graph: data/lexicons/questions.yaml as meanings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Any

import data
from queries.fold import fold
from queries.saved import Text


@dataclass(frozen=True)
class Meaning:
    """What a form says: the values of a slot. `cue` slots hold names of cues, `refusal` slots a reason."""

    slot: str
    values: tuple[Any, ...]


Forms = dict[str, tuple[Meaning, ...]]

_DECISIVE = 3

VALUED = {
    "frequencies": "frequency",
    "kinds": "kind",
    "limit_kinds": "limit_kind",
    "lacking": "lacking",
    "months": "month",
    "timings": "timing",
}


def add(forms: Forms, form: str, slot: str, values: Iterable[Any]) -> None:
    """Add a meaning of `form`; values of a slot that the form already has are joined."""
    known = {meaning.slot: meaning.values for meaning in forms.get(form, ())}
    known[slot] = tuple(dict.fromkeys((*known.get(slot, ()), *values)))
    forms[form] = tuple(Meaning(one, held) for one, held in known.items())


@lru_cache
def word_forms() -> Forms:
    """Every form of the word lists."""
    lists = data.load("questions")
    forms: Forms = {}
    for name, slot in VALUED.items():
        for entry in lists[name]:
            _add_all(forms, entry.get("forms", ()), slot, entry["value"])
    for cue, words in lists["cues"].items():
        _add_all(forms, words, "cue", cue)
    # What is lacking before that something is: of two meanings the first leads.
    for slot, lacked in (("lacking", lists["lacks"]["lacking"]), ("cue", lists["lacks"]["cues"])):
        for value, things in lacked.items():
            _add_all(forms, _lacking(things, **lists["lacks"]), slot, value)
    for number, entry in enumerate(lists["refusals"]):
        _add_all(forms, entry["forms"], "refusal", number)
    for name, slot in (("domains", "domain"), ("channels", "channel")):
        for value, words in lists[name].items():
            _add_all(forms, words, slot, value)
    for entry in data.load("channels"):
        _add_all(forms, (*entry["forms"], entry["name"], entry["en"]), "channel", entry["name"])
    for entry in data.load("domains"):
        decisive = (cue for cue, weight in entry["cues"].items() if weight == _DECISIVE)
        _add_all(forms, (*decisive, entry["zh"], entry["en"]), "domain", entry["key"])
    for form, meanings in forms.items():  # 政务微博 is a channel before it is a theme
        if any(meaning.slot == "channel" for meaning in meanings):
            forms[form] = tuple(meaning for meaning in meanings if meaning.slot != "domain")
    for word in lists["filler"]:
        if fold(word) not in forms:
            add(forms, fold(word), "filler", ())
    return forms


def _lacking(
    things: Iterable[str], absences: Iterable[str], negations: Iterable[str], verbs: Iterable[str], **_: Any
) -> Iterator[str]:
    """没有渠道, 未规定渠道: every way of saying that one of `things` is missing."""
    yield from map("".join, product(absences, things))
    yield from map("".join, product(negations, verbs, things))


def _add_all(forms: Forms, words: Iterable[Any], slot: str, value: Any) -> None:
    for word in words:
        add(forms, fold(str(word)), slot, (value,))


def openings() -> dict[str, int]:
    """First words that make any question one of those the graph cannot know, with the number of the refusal."""
    entries = enumerate(data.load("questions")["refusals"])
    return {word: number for number, entry in entries for word in entry.get("openings", ())}


def refusal(number: int) -> Text:
    """Why the graph cannot know."""
    entry = data.load("questions")["refusals"][number]
    return Text(entry["zh"], entry["en"])


@lru_cache
def captions(name: str) -> dict[Any, Text]:
    """The words of each value of a list, such as P1M: 每月, monthly."""
    return {entry["value"]: Text(entry["zh"], entry["en"]) for entry in data.load("questions")[name]}


@lru_cache
def past_kinds() -> dict[str, str]:
    """The English past participle of each kind of duty."""
    return {entry["value"]: entry["past"] for entry in data.load("questions")["kinds"]}
