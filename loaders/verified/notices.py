"""Files of verified facts to the records that a graph is projected from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from loaders.errors import ReadError
from loaders.records import (
    Body,
    ChannelUse,
    Citation,
    Copy,
    Deadline,
    Domains,
    Evidence,
    Header,
    Issue,
    Notice,
    Obligation,
    Section,
    Task,
)
from loaders.verified.cuts import fill
from loaders.verified.files import MEND, Facts, find_json, read_json

RULE = "verified"
"""The rule of every finding that readers settled; its confidence is 1."""

_LISTS = ("region", "addressees")


def read_verified(paths: Iterable[Path]) -> tuple[dict[str, Facts], list[Issue]]:
    """sha256 of a source to the facts verified of it. A JSON file that a folder holds for another purpose is passed
    over; one that is named itself, or says it is verified and is not in form, becomes an issue."""
    named = list(paths)
    found: dict[str, Facts] = {}
    issues = []
    for path in find_json(named):
        try:
            facts = read_json(path)
        except ReadError as error:
            if path in named:
                issues.append(_issue(path, str(error)))
            continue
        if "verified" in facts:
            try:
                notice = notice_of(facts)
            except (KeyError, TypeError, IndexError) as error:
                issues.append(_issue(path, f"缺少或写错 (missing or wrong): {error}"))
            else:
                found[notice.copy.sha256] = facts
        elif path in named:
            issues.append(_issue(path, "没有标明核读 (not marked as verified)"))
    return found, issues


def _issue(path: Path, what: str) -> Issue:
    return Issue("error", str(path), what, MEND)


def notice_of(facts: Facts, copy: Copy | None = None) -> Notice:
    """The notice as its readers settled it, its texts cut from `copy`; without a copy it has no texts."""
    stated = facts["document"]["copies"][0]
    copy = copy or Copy(stated["source"], stated["sha256"], "", stated["script"])
    copy = replace(copy, published_on=stated["published_on"], url=stated["url"])
    full = fill(facts, copy.text)
    fields = {name: value for name, value in full["document"].items() if name != "copies"}
    fields.update({name: tuple(fields[name]) for name in _LISTS})
    return Notice(
        copy=copy,
        header=Header(**fields, url=copy.url),
        sections=tuple(Section(item["path"], item["title"], _at(item)) for item in full["sections"]),
        tasks=tuple(_task(item) for item in full["tasks"]),
        citations=tuple(_citation(item) for item in full["citations"]),
    )


def _at(item: Mapping[str, Any]) -> Evidence:
    return Evidence(item["start"], item["end"], RULE, 1.0)


def _task(item: Mapping[str, Any]) -> Task:
    bodies = (body for body in item["agencies"] if body["name"])
    return Task(
        id=item["id"],
        section=item["section"],
        at=_at(item),
        et_al=item["et_al"],
        agencies=tuple(_body(body) for body in bodies),
        domains=Domains(item["domains"]["primary"], tuple(item["domains"]["also"])),
        obligations=tuple(_obligation(duty) for duty in item["obligations"]),
    )


def _body(item: Mapping[str, Any]) -> Body:
    """A name too long to keep has no body where there is no source; its mention is then the name."""
    mention = item["mention"] or item["name"]
    return Body(mention, item["name"], item["role"], item["kind"], _at(item), item["repaired"])


def _obligation(item: Mapping[str, Any]) -> Obligation:
    return Obligation(
        id=item["id"],
        kind=item["kind"],
        predicate=item["predicate"],
        text=item["text"],
        at=_at(item),
        information=tuple(item["information"]),
        frequency=item["frequency"],
        times=item["times"],
        timing=tuple(item["timing"]),
        deadline=_deadline(item["deadline"]) if item["deadline"] else None,
        trigger=item["trigger"],
        bearers=tuple(item["bearers"]),
        channels=tuple(ChannelUse(**channel) for channel in item["channels"]),
    )


def _deadline(item: Mapping[str, Any]) -> Deadline:
    counted_from = item["from"]
    return Deadline(**{name: value for name, value in item.items() if name != "from"}, counted_from=counted_from)


def _citation(item: Mapping[str, Any]) -> Citation:
    return Citation(item["text"], item["title"], item["number"], item["role"], _at(item), item["task"])
