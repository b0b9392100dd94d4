"""Which files carry the same notice: by number, else by issuer, title and date in Simplified script."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from loaders.records import Header, Notice
from loaders.text.fold import fold_name

Group = list[Notice]
"""The copies of one document; the first is the primary one, whose text the findings are cut from."""


def _facts(header: Header) -> tuple[str, ...] | None:
    if not (header.title and header.issuer and header.issued_on):
        return None
    return fold_name(header.issuer), fold_name(header.title), header.issued_on


def keys_of(header: Header) -> list[str]:
    """What two copies of one document share, at least one of it."""
    facts = _facts(header)
    return [*([header.number] if header.number else []), *(["|".join(facts)] if facts else [])]


def _rank(notice: Notice) -> tuple[object, ...]:
    """Primary is a copy whose text is here, of those the one that kept most of its head, then one in Simplified script."""
    header = notice.header
    kept = sum(value is not None for value in (header.number, header.title, header.issuer, header.issued_on))
    return (not notice.copy.text, -kept, header.script != "Hans", -len(notice.tasks), notice.copy.source)


def group_copies(notices: Iterable[Notice]) -> list[Group]:
    """The notices as documents, in the order of the first copy of each; identical files count once."""
    groups: list[Group] = []
    by_key: dict[str, Group] = {}
    for notice in notices:
        keys = keys_of(notice.header)
        group = next((by_key[key] for key in keys if key in by_key and _agrees(by_key[key], notice)), None)
        if group is None:
            group = []
            groups.append(group)
        if all(known.copy.sha256 != notice.copy.sha256 for known in group):
            group.append(notice)
        for key in keys:
            by_key.setdefault(key, group)
    for group in groups:
        group.sort(key=_rank)
        group[0] = replace(group[0], header=_completed(group))
    return groups


def _agrees(group: Group, notice: Notice) -> bool:
    """Two numbers that differ are two documents, whatever else is the same."""
    numbers = {known.header.number for known in group if known.header.number}
    return not (numbers and notice.header.number and notice.header.number not in numbers)


def _completed(group: Group) -> Header:
    """The primary copy's header, what it lost filled from the others."""
    header = group[0].header
    others = [notice.header for notice in group[1:]]
    return replace(
        header,
        number=header.number or _first(other.number for other in others),
        issued_on=header.issued_on or _first(other.issued_on for other in others),
        published_on=header.published_on or _first(other.published_on for other in others),
        url=header.url or _first(other.url for other in others),
    )


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)
