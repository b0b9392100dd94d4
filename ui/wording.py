"""The values of the graph in words, Chinese and English: 每月 for P1M, 牵头 for lead. One wording for every face."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Literal

from graph.schema import EDGES, NODE_TYPES, NODES

Language = Literal["zh", "en"]

Words = dict[str, tuple[str, str]]

ROLES: Words = {
    "lead": ("牵头", "leads"),
    "responsible": ("负责", "responsible"),
    "support": ("配合", "supports"),
    "named": ("条文点名", "named in the clause"),
}
KINDS: Words = {"disclose": ("公开", "disclose"), "interpret": ("解读", "explain"), "respond": ("回应", "respond")}
RULES: Words = {"verified": ("核读", "verified")}
BODY_RULES: Words = {
    "central-body": ("中央机构的名称或简称", "a central body by its name or short name"),
    "central-branch": ("中央机构的派出机构，名中有地名", "a central body's branch, its place in its name"),
    "prefix-and-lexicon": ("层级字加词表中的机构", "a level word and an organ of the lexicon"),
    "cut-short": ("印漏了字，补全", "a name cut short, completed"),
    "prefix-only": ("有层级字，机构不在词表中", "a level word, the organ in no lexicon"),
    "own-name": ("自有专名", "a name of its own"),
    "named-place": ("名中有地名", "the place stands in the name"),
    "region": ("只有地名", "a place alone"),
    "unit-of-issuer": ("发文部门的内设机构", "a unit inside the issuer"),
    "no-prefix": ("没有层级字，取本地机构", "no level word: the place's own organ"),
    "group": ("一类机构", "a group of bodies"),
    "as-written": ("没有规则认得，照原文", "no rule knows it: as written"),
}
"""The rules that name a body, by the last part of the rule's name."""
TIMINGS: Words = {
    "timely": ("及时", "timely"),
    "regular": ("定期", "regularly"),
    "occasional": ("适时", "at suitable times"),
    "realtime": ("实时", "in real time"),
    "dynamic": ("动态更新", "kept up to date"),
    "batch": ("分批次", "in batches"),
    "synchronous": ("同步", "at the same time"),
    "prompt": ("第一时间", "at once"),
}
LEVELS: Words = {
    "national": ("国家级", "national"),
    "province": ("省级", "province"),
    "city": ("市级", "city"),
    "county": ("县级", "county"),
    "township": ("乡镇级", "township"),
    "department": ("部门", "department"),
}
DOCUMENT_CLASSES: Words = {
    "state_council": ("国务院文件", "State Council"),
    "state_council_office": ("国务院办公厅文件", "State Council's office"),
    "party": ("党委文件", "Party committee"),
    "party_office": ("党委办公厅（室）文件", "Party committee's office"),
    "government": ("政府文件", "government"),
    "government_office": ("政府办公厅（室）文件", "government's office"),
    "department": ("部门文件", "department"),
    "congress": ("人大文件", "people's congress"),
    "joint": ("联合发文", "joint"),
}
BODIES: Words = {"agency": ("机构", "agency"), "group": ("一类机构", "group of agencies")}
SCRIPTS: Words = {"Hans": ("简体", "Simplified"), "Hant": ("繁体", "Traditional")}
CHANNEL_TYPES: Words = {
    "website": ("网站", "website"),
    "platform": ("平台", "platform"),
    "system": ("系统", "system"),
    "press_conference": ("新闻发布会", "press conference"),
    "social_media": ("社交媒体", "social media"),
    "app": ("客户端", "app"),
    "gazette": ("公报", "gazette"),
    "media": ("新闻媒体", "news media"),
    "column": ("专栏", "column"),
    "meeting": ("会议", "meeting"),
    "print": ("印刷品", "print"),
    "onsite": ("现场", "on site"),
}
CITATION_ROLES: Words = {
    "basis": ("依据", "basis"),
    "self": ("本文件", "the notice itself"),
    "alias": ("简称", "short name"),
    "mention": ("提及", "mention"),
}
UNITS: Words = {
    "hour": ("小时", "hour"),
    "day": ("日", "day"),
    "working_day": ("个工作日", "working day"),
    "week": ("周", "week"),
    "month": ("个月", "month"),
    "year": ("年", "year"),
}

_PERIODS: Words = {
    "P1D": ("每日", "daily"),
    "P1W": ("每周", "weekly"),
    "P1M": ("每月", "monthly"),
    "P3M": ("每季度", "quarterly"),
    "P6M": ("每半年", "half-yearly"),
    "P1Y": ("每年", "yearly"),
}
_SPANS: Words = {"D": ("日", "days"), "W": ("周", "weeks"), "M": ("个月", "months"), "Y": ("年", "years")}
_PERIOD = re.compile(r"P(\d+)([DWMY])")


def pick(words: Words, value: str, language: Language) -> str:
    """The words for `value`, or `value` itself where it is none of ours."""
    pair = words.get(value)
    return value if pair is None else pair[0 if language == "zh" else 1]


def role(value: str, language: Language = "zh") -> str:
    return pick(ROLES, value, language)


def kind(value: str, language: Language = "zh") -> str:
    """The kind of an obligation, or of a body (agency, group)."""
    return pick(KINDS if value in KINDS else BODIES, value, language)


def level(value: str, language: Language = "zh") -> str:
    return pick(LEVELS, value, language)


def frequency(value: str | None, times: int | None = None, language: Language = "zh") -> str:
    """An ISO 8601 period in words: P1M 每月, P5D 每5日; with `times`, 每季度2次."""
    if not value:
        return ""
    said = pick(_PERIODS, value, language)
    spelled = _PERIOD.fullmatch(value)
    if said == value and spelled:
        count, unit = spelled.group(1), pick(_SPANS, spelled.group(2), language)
        said = f"每{count}{unit}" if language == "zh" else f"every {count} {unit}"
    if not times:
        return said
    return f"{said}{times}次" if language == "zh" else f"{said}, {times}×"


def timing(values: list[str] | tuple[str, ...] | None, language: Language = "zh") -> str:
    """The soft terms of an obligation: 及时、同步."""
    said = [pick(TIMINGS, value, language) for value in values or ()]
    return ("、" if language == "zh" else ", ").join(said)


def deadline(facts: Mapping[str, Any], language: Language = "zh") -> str:
    """The deadline of an obligation from its `deadline_…` properties: 2017年12月31日前, 每年6月30日前, 20个工作日内."""
    if facts.get("deadline_date"):
        return _by(day(str(facts["deadline_date"]), language), language)
    if facts.get("deadline_recurs"):
        return _recurs(str(facts["deadline_recurs"]), language)
    if facts.get("deadline_amount"):
        return _within(facts, language)
    return str(facts.get("deadline_event") or facts.get("deadline_text") or "")


def when(facts: Mapping[str, Any], language: Language = "zh") -> str:
    """Rhythm, soft terms, trigger and deadline of an obligation in one phrase: 每月 · 及时 · 2017年12月31日前."""
    limit = deadline(facts, language)
    written = str(facts.get("deadline_text") or facts.get("deadline") or "")
    parts = [
        frequency(facts.get("frequency"), facts.get("times"), language),
        timing(facts.get("timing"), language),
        str(facts.get("trigger") or ""),
        limit or written,
    ]
    return " · ".join(part for part in parts if part)


def duty(facts: Mapping[str, Any], language: Language = "zh") -> str:
    """What is to be done with what, without the time: 公开 财政收支情况; the clause where nothing is named."""
    what = ("、" if language == "zh" else ", ").join(facts.get("information") or ())
    what = what or str(facts.get("text") or facts.get("clause") or "")
    return " ".join(part for part in (kind(str(facts.get("kind") or ""), language), what) if part)


def section(path: str | None, language: Language = "zh") -> str:
    """A section's path as the notice prints it: 1.2 is 一（二）, 1.2.3 is 一（二）3."""
    parts = (path or "").split(".")
    if language == "en" or not all(part.isdigit() for part in parts):
        return path or ""
    first, rest = _numeral(int(parts[0])), parts[1:]
    second = f"（{_numeral(int(rest[0]))}）" if rest else ""
    return first + second + ".".join(rest[1:])


def task_place(number: str | None, language: Language = "zh") -> str:
    """Where a task or an obligation stands, from its number: 1.2#1.5 is 一（二）; pre#1 and end#1 in words."""
    place = (number or "").partition("#")[0]
    return pick(_PLACES, place, language) if place in _PLACES else section(place, language)


def cell(name: str, kind_: str, value: Any, language: Language = "zh") -> str:
    """A value of an answer's column in words, by the column's kind and, where that is plain text, by its name."""
    if value is None:
        return ""
    if kind_ == "relation":
        return edge_name(str(value), language)
    if kind_ == "label":
        return label_name(str(value), language)
    return said(_KIND_NAMES.get(kind_, name), value, language)


def day(value: str, language: Language = "zh") -> str:
    """An ISO date in words; what is no full date stays as it is."""
    parts = value.split("-")
    if language == "en" or len(parts) != 3 or not all(part.isdigit() for part in parts):
        return value
    return f"{int(parts[0])}年{int(parts[1])}月{int(parts[2])}日"


def no_source(language: Language = "zh") -> str:
    """What stands in the place of a clause that is not there: 原文未收录 (source text not included)."""
    return "原文未收录 (source text not included)" if language == "zh" else "source text not included"


def rule(name: str, language: Language = "zh") -> str:
    """Who found it: readers, or a person who corrected it, in words; a rule of the extractor by its name."""
    if name.endswith("/correction"):
        return "人工更正" if language == "zh" else "corrected by hand"
    return pick(RULES, name, language)


def confidence(value: float) -> str:
    return f"{value:.2f}"


def label_name(label: str, language: Language = "zh") -> str:
    """A node label as people call it: 机构 for Agency."""
    node_type = NODES.get(label)
    return label if node_type is None else (node_type.zh if language == "zh" else node_type.en)


def edge_name(type_: str, language: Language = "zh") -> str:
    """A relationship type as people call it: 牵头 for LEADS."""
    edge_type = EDGES.get(type_)
    return type_ if edge_type is None else (edge_type.zh if language == "zh" else edge_type.en)


def property_name(name: str, language: Language = "zh") -> str:
    """The caption of a property, from the schema."""
    return _CAPTIONS[name][0 if language == "zh" else 1] if name in _CAPTIONS else name


def said(name: str, value: Any, language: Language = "zh") -> str:
    """The value of the property `name` in words: what a person reads wherever a value is shown."""
    if value is None:
        return ""
    if name == "frequency":
        return frequency(str(value), None, language)
    if name == "timing" and not isinstance(value, str):
        return timing(value, language)
    if name == "deadline_recurs":
        return _recurs(str(value), language)
    if name in _DATES:
        return day(str(value), language)
    if name == "corrected_on":
        return day(str(value)[:10], language)
    if isinstance(value, bool):
        return {("zh", True): "是", ("zh", False): "否", ("en", True): "yes", ("en", False): "no"}[language, value]
    if isinstance(value, float):
        return confidence(value)
    if isinstance(value, (list, tuple)):
        return ("、" if language == "zh" else ", ").join(said(name, item, language) for item in value)
    return pick(_WORDS.get(name, {}), str(value), language)


_KIND_NAMES = {
    "frequency": "frequency",
    "role": "role",
    "duty": "kind",
    "timing": "timing",
    "date": "on",
    "level": "level",
    "document_class": "document_class",
    "citation_role": "role",
}
_PLACES: Words = {"pre": ("文前", "opening"), "end": ("文末", "closing")}
_DIRECTIONS: Words = {"out": ("由此出发", "outgoing"), "in": ("指向此处", "incoming")}
_DATES = ("issued_on", "published_on", "deadline_date", "on")
_WORDS: dict[str, Words] = {
    "role": ROLES | CITATION_ROLES,
    "kind": KINDS | BODIES,
    "timing": TIMINGS,
    "level": LEVELS,
    "document_class": DOCUMENT_CLASSES,
    "script": SCRIPTS,
    "type": CHANNEL_TYPES,
    "deadline_unit": UNITS,
    "direction": _DIRECTIONS,
}
_CAPTIONS = {prop.name: (prop.zh, prop.en) for node_type in NODE_TYPES for prop in node_type.properties}


_DIGITS = "〇一二三四五六七八九"


def _numeral(number: int) -> str:
    """1 to 99 in Chinese numerals."""
    tens, ones = divmod(number, 10)
    if tens == 0:
        return _DIGITS[ones]
    if tens > 9:
        return str(number)
    return ("" if tens == 1 else _DIGITS[tens]) + "十" + (_DIGITS[ones] if ones else "")


def _by(said: str, language: Language) -> str:
    return f"{said}前" if language == "zh" else f"by {said}"


def _recurs(value: str, language: Language) -> str:
    """--06-30 (each year) and ---15 (each month)."""
    numbers = [int(part) for part in value.split("-") if part.isdigit()]
    if len(numbers) == 2:
        month, on = numbers
        return f"每年{month}月{on}日前" if language == "zh" else f"each year by {month:02d}-{on:02d}"
    if len(numbers) == 1 and value.startswith("---"):
        return f"每月{numbers[0]}日前" if language == "zh" else f"each month by day {numbers[0]}"
    return value


def _within(facts: Mapping[str, Any], language: Language) -> str:
    amount, unit = facts["deadline_amount"], str(facts.get("deadline_unit") or "day")
    start = facts.get("deadline_from")
    if language == "zh":
        return (f"自{start}起" if start and not str(start).startswith("自") else str(start or "")) + (
            f"{amount}{pick(UNITS, unit, language)}内"
        )
    plural = "" if amount == 1 else "s"
    return f"within {amount} {pick(UNITS, unit, language)}{plural}" + (f" of {start}" if start else "")
