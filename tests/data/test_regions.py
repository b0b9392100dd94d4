"""The table of regions and what became of them."""

from __future__ import annotations

from collections import Counter

import data


def test_years_run_forward() -> None:
    assert [r for r in data.regions() if r.since and r.until and r.since > r.until] == []


def test_changes_join_regions_of_the_table_in_order() -> None:
    named = {(region.code, region.name): region for region in data.regions()}
    changes = data.region_changes()
    assert list(changes) == sorted(set(changes))
    assert len(changes) > 300
    for change in changes:
        old, new = named[change.code, change.name], named[change.successor, change.successor_name]
        assert old is not new, change
        assert old.until is not None, change
        assert change.on <= old.until, change
        assert change.on <= (new.until or 9999), change
        assert old.code[:2] == new.code[:2], change


def test_every_region_that_ended_has_a_change() -> None:
    changed = {(change.code, change.name) for change in data.region_changes()}
    assert {(r.code, r.name) for r in data.regions() if r.until} == changed


def test_a_region_is_made_in_the_year_of_its_first_change() -> None:
    since = {(region.code, region.name): region.since for region in data.regions()}
    first = Counter[tuple[str, str]]()
    for change in data.region_changes():
        key = change.successor, change.successor_name
        first[key] = min(first[key] or 9999, change.on)
    made = {key: year for key, year in since.items() if year and key in first}
    assert len(made) > 200
    assert {key: year for key, year in made.items() if first[key] != year} == {}


def test_no_region_becomes_itself_in_the_end() -> None:
    heirs: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for change in data.region_changes():
        heirs.setdefault((change.code, change.name), set()).add((change.successor, change.successor_name))
    for start in heirs:
        seen, waiting = set(), [start]
        while waiting:
            for heir in heirs.get(waiting.pop(), ()):
                assert heir != start
                if heir not in seen:
                    seen.add(heir)
                    waiting.append(heir)
