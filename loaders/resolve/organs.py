"""The lexicons of bodies, looked into by form and by official name, and the templates of official names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from data import load
from loaders.resolve.regions import Chain, find_region, short_name

Entry = Any
"""An entry of organs.yaml or central.yaml as it is written there."""


@cache
def forms(lexicon: str) -> dict[str, Entry]:
    """Every form (and the official name) of a lexicon's entries to its entry; the official name wins."""
    index: dict[str, Entry] = {}
    for entry in load(lexicon):
        for form in entry.get("forms") or ():
            index.setdefault(form, entry)
    return index | names(lexicon)


@cache
def names(lexicon: str) -> dict[str, Entry]:
    """The official name of every entry of a lexicon to the entry."""
    return {entry["name"]: entry for entry in load(lexicon)}


@cache
def _sharers(lexicon: str) -> dict[str, list[Entry]]:
    """Every form that other entries than its own also bear, to these."""
    index: dict[str, list[Entry]] = {}
    for entry in load(lexicon):
        for form in entry.get("shares") or ():
            index.setdefault(form, []).append(entry)
    return index


def stood(entry: Entry, year: int) -> bool:
    """Whether there was such a body in `year`, as far as the lexicon knows its first and last year."""
    return bool(entry.get("from", year) <= year <= entry.get("to", year))


def entry_of(form: str, lexicon: str, year: int | None) -> tuple[Entry | None, str | None]:
    """The entry that `form` means in a notice of `year`, and why where that is not the form's own entry.

    编办 of 2020 is 委机构编制委员会办公室: the body whose form it is had ended, and one other that bore it stood."""
    entry = forms(lexicon).get(form)
    if entry is None or year is None or stood(entry, year):
        return entry, None
    others = [other for other in _sharers(lexicon).get(form, ()) if stood(other, year)]
    if len(others) != 1:
        return entry, None
    meant = others[0]
    return meant, f"“{form}”在{year}年指{meant['name']}，不指{entry['name']} (which body the name meant that year)"


def official(entry: Entry, place: str, prefix: str = "") -> str:
    """The full name of an entry in a jurisdiction: its own template, else place + name."""
    template = entry.get("full")
    if not template:
        return place + str(entry["name"])
    short = short_name(place) if place.endswith(("省", "自治区")) else re.sub("市$", "", place)
    return str(template).format(region=place, place=short, level=prefix or place[-1:])


@cache
def templates(key: str) -> tuple[tuple[re.Pattern[str], Entry], ...]:
    """The names with the place inside, as `full` or `patterns` write them: 国家税务总局{place}税务局. The bureau of a
    prefecture is a 分局 where that of the province is a 局."""
    compiled = []
    for entry in load("organs"):
        written = entry.get(key) or ()
        for template in [written] if isinstance(written, str) else written:
            before, after = re.split(r"\{(?:place|region)\}", template)
            branch = re.sub("局$", "(?:分?局)", re.escape(after)) if entry.get("vertical") else re.escape(after)
            compiled.append((re.compile(f"{re.escape(before)}(?P<place>.{{2,12}}?){branch}"), entry))
    return tuple(compiled)


@dataclass(frozen=True)
class Named:
    """An official name taken apart: its entry, the jurisdiction, and the words of the name that say it."""

    entry: Entry
    region: Chain
    place: str


@cache
def take_apart(name: str) -> Named | None:
    """The entry and the place of an official name, by templates and by place + name; None where the lexicon has none."""
    central = names("central").get(name)
    if central:
        return Named(central, (), "")
    for pattern, entry in (*templates("full"), *templates("patterns")):
        match = pattern.fullmatch(name)
        region, used = find_region(match["place"]) if match else ((), 0)
        if match and region and used == len(match["place"]):
            return Named(entry, region, match["place"])
    region, used = find_region(name)
    entry = forms("organs").get(name[used:])
    return Named(entry, region, name[:used]) if region and entry else None
