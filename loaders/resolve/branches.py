"""Branches of central bodies and of national companies, called by their place: 黑龙江银监局, 太原铁路局, 省移动公司.

Their official names put the central body in front, take no 省 or 市, or change with the reform of that body."""

from __future__ import annotations

import re
from functools import lru_cache

from data import load
from loaders.resolve.regions import Chain, bare, find_region, region_code

_LEVEL_WORDS = re.compile("(?:自治区|自治州|自治县|地区|兵团|省|市|区|县|州|盟|旗|各)+$")


@lru_cache(maxsize=4096)
def _full(place: str) -> str:
    """黑龙江省 for 黑龙江, 菏泽市 for 菏泽; what no region is called stays."""
    chain, used = find_region(place)
    return chain[-1] if chain and used == len(place) else place


def _with_city(place: str) -> str:
    """菏泽市 for 菏泽; the capital of a province and every other place as written: 哈尔滨, 定陶区."""
    chain, used = find_region(place)
    capital = (region_code(chain) or "").endswith("0100")
    prefecture = len(chain) == 2 and used == len(place) and not capital
    return chain[-1] if prefecture and chain[-1].endswith("市") else place


@lru_cache
def _rules() -> tuple[tuple[re.Pattern[str], dict[str, object]], ...]:
    return tuple(
        (re.compile(str(rule["form"]).replace("{place}", "(?P<place>.{2,9}?)")), rule) for rule in load("branches")
    )


@lru_cache
def _any() -> re.Pattern[str]:
    """One of the words without which no rule can fit."""
    return re.compile("|".join(sorted({str(rule["word"]) for rule in load("branches")})))


def branch(text: str, year: int | None) -> str | None:
    """The official name of a branch that names its place, in a notice of `year`; what follows it stays (办事处)."""
    if not _any().search(text):
        return None
    for pattern, rule in _rules():
        match = pattern.match(text)
        if not match or not _stood(rule, year):
            continue
        found = match.groupdict()
        place = found.pop("place", None) or ""
        if place and _LEVEL_WORDS.fullmatch(place):
            continue
        name = str(rule["name"]).format(
            place=place, bare=bare(place), full=_full(place), city=_with_city(place), **found
        )
        return name + text[match.end() :]
    return None


def _stood(rule: dict[str, object], year: int | None) -> bool:
    first, last = rule.get("from"), rule.get("to")
    return year is None or (
        (not isinstance(first, int) or first <= year) and (not isinstance(last, int) or year <= last)
    )


@lru_cache
def _companies() -> dict[str, list[dict[str, object]]]:
    index: dict[str, list[dict[str, object]]] = {}
    for company in load("companies"):
        for form in company["forms"]:
            index.setdefault(form, []).append(company)
    return index


def company(form: str, region: Chain, year: int | None) -> str | None:
    """The company that a province or city calls so in `year`: 移动公司 of 黑龙江省, 电力公司 of 上海市."""
    level = "city" if len(region) == 2 else "province"
    for entry in _companies().get(form, ()):
        places = entry.get("places")
        fits = not isinstance(places, list) or (region[:1] and bare(region[0]) in places)
        if len(region) in (1, 2) and fits and entry["level"] == level and _stood(entry, year):
            above = company(str(entry["above"]), region[:1], year) if "above" in entry else ""
            if above is not None:
                return str(entry["name"]).format(
                    province=region[0], bare=bare(region[0]), city=region[-1], place=bare(region[-1]), above=above
                )
    return None


_TRADE = "移动|联通|电信|铁塔|邮政"
_BRANDED = (
    re.compile("国网(?P<place>.{2,}?)(?P<trade>电力)(?:有限)?(?:公司)?"),
    re.compile("(?:国网)?(?P<place>.{2,}?)(?P<trade>供电)公司"),
    re.compile(f"(?:中国)?(?P<trade>{_TRADE})(?:集团)?(?P<place>.{{2,}}?)(?:分)?公司"),
    re.compile(f"(?:中国)?(?P<place>.{{2,}}?)(?P<trade>{_TRADE}|电网|电力)(?:有限)?(?:分)?公司"),
    re.compile("(?P<place>.{2,}?)(?P<trade>移动|联通|电信|铁塔)"),
)
_PARTS = {"冀北": "国网冀北电力有限公司", "蒙东": "国网内蒙古东部电力有限公司"}
"""Grid companies over a part of a province."""


def named_company(text: str, year: int | None) -> str | None:
    """The company that a place and a trade name together: 国网山东电力, 黑龙江移动公司, 中国联通菏泽分公司."""
    if not text.endswith(("公司", "电力", "移动", "联通", "电信", "铁塔")):
        return None
    for pattern in _BRANDED:
        match = pattern.fullmatch(text)
        if not match:
            continue
        if match["trade"] == "电力" and match["place"] in _PARTS:
            return _PARTS[match["place"]]
        chain, used = find_region(match["place"])
        if chain and used == len(match["place"]):
            return company(match["trade"] + "公司", chain, year)
    return None
