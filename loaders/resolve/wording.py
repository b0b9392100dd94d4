"""How a body's name is written loosely, and when two wordings say the same name.

自然资源规划局 and 自然资源和规划局 differ by 和, 政务服务局 and 政务服务管理局 by 管理: the first is the same name, the second
may be another body. `same` is the compare form of the first kind, `loose` that of the second."""

from __future__ import annotations

import re
from functools import lru_cache

# Words that notices write short inside a longer name; longest first, so that 人力社保 is not read as 人社.
_WORDS = {
    "人力资源社保": "人力资源社会保障",
    "食品药品监管": "食品药品监督管理",
    "安全生产监管": "安全生产监督管理",
    "卫生计生": "卫生计划生育",
    "人口计生": "人口计划生育",
    "人力社保": "人力资源社会保障",
    "国土房管": "国土资源房屋管理",
    "安全监管": "安全生产监督管理",
    "市场监管": "市场监督管理",
    "规划国土资源": "规划国土资源",
    "规划国土": "规划国土资源",
    "规划自然": "规划自然资源",
    "规划资源": "规划自然资源",
    "资源规划": "自然资源规划",
    "自然资源": "自然资源",
    "国土资源": "国土资源",
    "住房建设": "住房城乡建设",
    "城市建设": "城市建设",
    "科学技术": "科学技术",
    "食药监": "食品药品监督管理",
    "发改": "发展改革",
    "住建": "住房城乡建设",
    "人社": "人力资源社会保障",
    "工信": "工业信息化",
    "经信": "经济信息化",
    "文旅": "文化旅游",
    "文广": "文化广播电视",
    "广电": "广播电视",
    "卫健": "卫生健康",
    "市监": "市场监督管理",
    "安监": "安全生产监督管理",
    "质监": "质量技术监督",
    "环保": "环境保护",
    "房管": "房屋管理",
    "城管": "城市管理",
    "城建": "城乡建设",
    "科技": "科学技术",
    "林草": "林业草原",
    "监管": "监督管理",
    "国资": "国有资产监督管理",
    "民宗": "民族宗教事务",
    "事管": "机关事务管理",
    "地信": "地理信息",
    "地理信息": "地理信息",
    "外经贸": "对外贸易经济合作",
    "公积金": "住房公积金",
    "住房公积金": "住房公积金",
}
_WRITTEN_SHORT = re.compile("|".join(sorted(_WORDS, key=len, reverse=True)))
_LINKS = re.compile("[和与及、]|（[^（）]*）$")
_ENDS = ((re.compile("管理委员会$|管委$"), "管委会"), (re.compile("委员会$"), "委"), (re.compile("办公室$"), "办"))
_SHORT_END = re.compile("(?:办|管委|[^员]委|管委会)$")
_GOVERNMENT = re.compile("^(?:政府|府)(?=.{2})")
_FILLERS = re.compile("^人民政府|管理|监督|服务|发展|工作|事务|建设|领导小组|业(?=[管局厅])")


@lru_cache(maxsize=65536)
def same(name: str) -> str:
    """The compare form of wordings of one name: short words written out, without 和 and brackets, the end short."""
    name = _GOVERNMENT.sub("人民政府", name)
    name = _LINKS.sub("", _WRITTEN_SHORT.sub(lambda match: _WORDS[match[0]], name))
    for end, short in _ENDS:
        name = end.sub(short, name)
    return name


@lru_cache(maxsize=65536)
def loose(name: str) -> str | None:
    """`same` without 管理, 服务, 发展 …; None where too little is left to tell a body by."""
    left = _FILLERS.sub("", same(name))
    return left if len(left) > 2 else None


@lru_cache(maxsize=65536)
def is_cut(name: str) -> bool:
    """Whether a name is itself written short (墙改办, 国资监管局), so that no body signs with it."""
    return bool(_SHORT_END.search(name)) or any(word != _WORDS[word] for word in _WRITTEN_SHORT.findall(name))


def stands_for(short: str, name: str) -> bool:
    """Whether `short` is `name` with characters left out: 旅文局 of 旅游和文化广电体育局. Both begin alike (资规局 may leave
    out 自然) and end alike; only sure among the few bodies of one place."""
    short, name = same(short), same(name)
    if short[-1:] != name[-1:] or len(short) < 3 or len(short) > len(name):
        return False
    if short[0] not in (name[0], name.removeprefix("自然")[0]):
        return False
    rest = iter(name)
    return all(letter in rest for letter in short)
