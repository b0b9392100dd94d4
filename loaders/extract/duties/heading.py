"""A heading is no obligation, unless it names an object that its own text does not take up again."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.extract.duties.find import Duty, DutyFinder

_THEME = re.compile(r"(?:领域|方面|工作|重点)?信息$|工作$")


def heading_duties(finder: DutyFinder, heading: tuple[int, int], duties: list[Duty]) -> list[Duty]:
    """及时公开土地供应信息和征地批准文件 over a text that speaks of land supply only: 征地批准文件 would be lost."""
    found = [duty for duty in finder.find(*heading) if duty.predicate.frame == "object" and len(duty.items) > 1]
    said = "".join(finder.text[a:b] for duty in duties for a, b in duty.items)
    lost = []
    for duty in found:
        items = [item for item in duty.items if not _taken_up(finder.text[item[0] : item[1]], said)]
        if items and len(items) < len(duty.items):
            lost.append(replace(duty, items=items))
    return lost


def _taken_up(item: str, said: str) -> bool:
    core = _THEME.sub("", item) or item
    pairs = {core[i : i + 2] for i in range(len(core) - 1)}
    return not pairs or sum(pair in said for pair in pairs) >= 0.5 * len(pairs)
