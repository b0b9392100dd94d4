"""A heading is no obligation, unless it names an object that its own text does not take up again."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.extract.duties.find import DutyFinder
from loaders.extract.duties.scene import Duty

# A theme (…领域信息, …工作) is unfolded by the text below it; a paper or a list is taken up by name or lost.
_CONCRETE_WORD = re.compile("情况|目录|清单|文件|方案|结果|名单|政策|措施|报告|计划|标准|办法|指南|退出信息|分配信息")
_CONCRETE = re.compile(f"(?:{_CONCRETE_WORD.pattern})$")
_VAGUE = re.compile(r"(?:有关|相关|工作)情况$")
_TAKEN_UP = 0.5
_SPOKEN_OF = 0.35


def heading_duties(finder: DutyFinder, heading: tuple[int, int], body: str, duties: list[Duty]) -> list[Duty]:
    """及时公开渡口票价和停航公告 over a text that speaks of fares only: 停航公告 would be lost."""
    if not _CONCRETE_WORD.search(finder.text, *heading):
        return []
    said = "".join(finder.text[a:b] for duty in duties for a, b in duty.items)
    lost = []
    for duty in finder.find(*heading):
        items = [item for item in duty.items if _is_lost(finder.text[item[0] : item[1]], said, body)]
        if items:
            lost.append(replace(duty, items=items))
    return lost


def _is_lost(item: str, said: str, body: str) -> bool:
    if not _CONCRETE.search(item) or _VAGUE.search(item):
        return False
    return _share(item, said) < _TAKEN_UP and _share(item, body) < _SPOKEN_OF


def _share(item: str, text: str) -> float:
    """How many of the item's pairs of characters stand in the text."""
    pairs = {item[i : i + 2] for i in range(len(item) - 1)}
    return sum(pair in text for pair in pairs) / len(pairs) if pairs else 1.0
