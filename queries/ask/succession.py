"""Says of an answer which rows a notice gave to a body whose functions went to the one asked for."""

from __future__ import annotations

from graph.values import Table

_NAMED = 4
"""At most so many predecessors are named in the sentence; the rows name them all."""


def succession_of(table: Table, language: str) -> str:
    """A sentence on the predecessors among the rows; "" where there is none."""
    if "successors" not in table.columns:
        return ""
    records = [record for record in table.records() if record["successors"]]
    heirs = {record["agency"]: (tuple(record["successors"]), record["succeeded_on"]) for record in records}
    if not heirs:
        return ""
    count = len({record.get("finding", row) for row, record in enumerate(records)})
    told = [_told(agency, names, on, language) for agency, (names, on) in list(heirs.items())[:_NAMED]]
    more = len(heirs) - len(told)
    if language == "en":
        others = f"; and {more} more" if more else ""
        return f" Of these, {count} {'names' if count == 1 else 'name'} a predecessor: {'; '.join(told)}{others}."
    others = f"等 {len(heirs)} 个机构" if more else ""
    return f"其中 {count} 项，通知点名的是前身机构：{'；'.join(told)}{others}。"


def _told(agency: str, successors: tuple[str, ...], on: str, language: str) -> str:
    if language == "en":
        return f"{agency} (functions to {', '.join(successors)}, {on.replace('/', ' to ')})"
    return f"{agency}（职能于{_day(on)}并入{'、'.join(successors)}）"


def _day(on: str) -> str:
    """2018 is 2018年, 2018-10-26 is 2018年10月26日, 2018/2019 is 2018年至2019年间."""
    words = [_date(part) for part in on.split("/")]
    return words[0] if len(words) == 1 else f"{words[0]}至{words[1]}间"


def _date(part: str) -> str:
    numbers = [int(number) for number in part.split("-")]
    return "".join(f"{number}{unit}" for number, unit in zip(numbers, "年月日", strict=False))
