"""The lexicons of bodies, looked into by form and by official name, and the templates of official names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from data import load
from loaders.resolve.regions import Chain, bare, find_region, is_plain_prefecture, region_level
from loaders.resolve.wording import is_cut, loose, same

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


def entries_of(form: str, lexicon: str, year: int | None) -> list[Entry]:
    """Every entry that bears `form`; where any of them stood in `year`, only those that did."""
    own = forms(lexicon).get(form)
    found = [*([own] if own else []), *_sharers(lexicon).get(form, ())]
    return [entry for entry in found if year and stood(entry, year)] or found


@cache
def region_rank(region: Chain) -> str:
    """province, municipality (直辖市), district (a county or district of one), city, county or township."""
    level = region_level(region)
    if region[0].endswith("市") and level in ("province", "county"):
        return "municipality" if len(region) == 1 else "district"
    return level


_LEVELS = {"municipality": ("province", "city"), "district": ("county", "city")}


def _at_rank(entry: Entry, rank: str) -> bool:
    """Whether there are such organs at that rank."""
    return any(level in entry["levels"] for level in _LEVELS.get(rank, (rank,)))


@cache
def _by_wording(compare: str) -> dict[str, list[Entry]]:
    """The compare form (`same` or `loose`) of every official name to the entries that have it."""
    key_of = {"same": same, "loose": loose}[compare]
    index: dict[str, list[Entry]] = {}
    for entry in load("organs"):
        key = key_of(entry["name"])
        if key:
            index.setdefault(key, []).append(entry)
    return index


_VARYING_BELOW = frozenset(("文化和旅游", "新闻出版广电", "金融"))
_VARYING = frozenset(
    ("政务服务", "公共资源交易", "数据", "扶贫和乡村振兴", "投资促进", "供销", "开发区", "地方志", "城市管理")
)
"""Lines whose organs every place names in its own way, or does below the province: a short form tells the function, not
the name."""
_COMPANY = re.compile("(?:公司|集团)$")
_AD_HOC = re.compile("(?:领导小组|指挥部|协调小组|联席会议)(?:办公室)?$")


@dataclass(frozen=True)
class Meant:
    """The organ that a form means; `confidence` is low where the year, the level or a like-named organ speaks against it."""

    entry: Entry
    confidence: float
    reason: str | None = None


@cache
def find_organ(form: str, rank: str, year: int | None) -> Meant | None:
    """The organ of the lexicon that `form` means at a rank in a year: by name or form, else as a wording of one name only.

    None where two organs fit."""
    entry, reason = entry_of(form, "organs", year)
    if entry is not None and not _at_rank(entry, rank):
        there = [e for e in _sharers("organs").get(form, ()) if _at_rank(e, rank) and (not year or stood(e, year))]
        entry = there[0] if len(there) == 1 else entry  # 法院 of a city is its 中级人民法院
    if entry is not None and is_cut(entry["name"]):
        fuller = [e for e in _by_wording("same").get(same(form), ()) if not is_cut(e["name"]) and _at_rank(e, rank)]
        if len(fuller) != 1:
            return Meant(entry, 0.6, reason)
        entry = fuller[0]
    if entry is not None:
        if _COMPANY.search(entry["name"]):
            return Meant(entry, 0.7, reason)
        fits, then = _at_rank(entry, rank), year is None or _lingered(entry, year)
        if form == entry["name"]:
            return Meant(entry, (0.75 if _is_shortened(entry, rank, year) else 0.98) if fits and then else 0.7, reason)
        if fits:
            return Meant(entry, 0.6 if not then else 0.75 if _varies(entry, form, rank) else 0.98, reason)
    for compare, key, confidence in (("same", same(form), 0.9), ("loose", loose(form), 0.75)):
        found = [
            e for e in _by_wording(compare).get(key or "", ()) if _at_rank(e, rank) and (not year or stood(e, year))
        ]
        if len(found) == 1:
            return Meant(found[0], 0.75 if _varies(found[0], form, rank) else confidence)
        if found:
            return None
    return None


def _varies(entry: Entry, form: str, rank: str) -> bool:
    """Whether a form tells what the body does rather than how it is called there."""
    below = rank not in ("province", "municipality") and entry["system"] in _VARYING_BELOW
    ad_hoc = _AD_HOC.search(entry["name"]) and same(form) != same(entry["name"])
    return bool(below or ad_hoc or entry["system"] in _VARYING)


def _lingered(entry: Entry, year: int) -> bool:
    """Notices call bodies by their old name for a year, and reforms reach places a year early."""
    return any(stood(entry, near) for near in (year, year - 1, year + 1))


def _is_shortened(entry: Entry, rank: str, year: int | None) -> bool:
    """Whether the name may be a longer one's, written without 管理 or 服务: 政务服务局 beside 政务服务管理局."""
    if entry["system"] not in _VARYING and not re.search("扶贫|移民", entry["name"]):
        return False
    like = _by_wording("loose").get(loose(entry["name"]) or "", ())
    return any(
        len(other["name"]) > len(entry["name"]) and _at_rank(other, rank) and (not year or stood(other, year))
        for other in like
    )


_ABOVE = re.compile("^(?:国家|国务院|中国|中华全国|中央|全国)")


@cache
def _central_wordings() -> dict[str, list[Entry]]:
    index: dict[str, list[Entry]] = {}
    for entry in load("central"):
        for wording in {same(_ABOVE.sub("", form)) for form in entry["forms"]}:
            index.setdefault(wording, []).append(entry)
    return index


@cache
def _central_loose() -> dict[str, list[Entry]]:
    index: dict[str, list[Entry]] = {}
    for wording, entries in _central_wordings().items():
        index.setdefault(loose(wording) or "", []).extend(entries)
    return index


@cache
def central_body(form: str, year: int | None) -> Entry | None:
    """The one central body that stood in `year` and that `form` names without 国家 or 国务院, or without 和: 粮食和储备局."""
    for key, index in (
        (same(_ABOVE.sub("", form)), _central_wordings()),
        (loose(_ABOVE.sub("", form)), _central_loose()),
    ):
        found = {e["name"]: e for e in index.get(key or "", ()) if year is None or stood(e, year)}
        if len(found) == 1:
            return next(iter(found.values()))
    return None


def official(entry: Entry, place: str, prefix: str = "") -> str:
    """The full name of an entry in a jurisdiction: its own template, else place + name."""
    template = entry.get("full")
    if "full_city" in entry:
        chain, used = find_region(place)
        template = entry["full_city"] if used == len(place) and is_plain_prefecture(chain) else template
    if not template:
        return place + str(entry["name"])
    if place.endswith(("自治区", "地区", "兵团")) and "{region}委" in template:
        template = re.sub("(?<={region})委(?!员会)", "委员会", template)
    return str(template).format(region=place, place=bare(place), level=prefix or place[-1:])


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
            if before == "中共" and after.startswith("委"):
                branch = "委(?:员会)?" + branch[1:]  # of a 自治区 委员会 is written out
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
