"""An item as written to its information type: the same thing has one name, whatever place stands in front of it.

An item that the lexicon knows gets the name of its entry; any other keeps its own folded form without the place. What is
taken off for comparing (marks, places, levels, years, weak tails) never makes one thing of two: where in doubt, two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from data import load, regions
from loaders.resolve.regions import Chain, short_name
from loaders.text.fold import fold_name

REASONS = {
    "as-form": "词表里的写法 (a form of the word list)",
    "without-place": "去掉前面的地名、层级或年度 (without the place, level or year in front)",
    "without-tail": "去掉“信息”“情况”一类的尾字 (without a tail such as 信息 or 情况)",
    "as-written": "照原文 (as written)",
}
"""Why an item has its name."""

_MARKS = re.compile("[“”‘’\"'的]")
_JOINTS = re.compile("以及|[和与及]")
_TAIL = re.compile("(?:[等的]|相关|有关|具体)*(?:信息|情况|内容)$")
_LEAST = 4
"""Fewer characters say too little by themselves: 标准 without its tail (标准信息), 排名 without its place (各镇排名)."""

# 全省, 本级, 本地区, 我市, 各级, 各县（市、区）, 省本级, 区内.
_SCOPE = re.compile(
    r"全[省市区县州盟旗镇乡]|本行政(?:区域|辖区)内?|本?(?:辖区|区域)内|本辖区|本区域|本地区?(?![化生籍])|[省市区县州]?本级(?!别)"
    r"|本[省市区县州盟旗镇乡]|我[省市区县州盟旗]|各级|各地区?|各(?:设区的?市|省辖市|地市|乡镇|镇街|街道|[省市县区州盟旗])+(?:（[市县区州旗、]+）)?"
    r"|[省市区县州]内|当地|辖区|(?:省、?)?市、?县(?:、?乡)?[两三四]级"
)
# What begins so is no rest of a name: 全市|场主体, 本市|民, 长春市|政设施, 全省|和省本级, 县级|以上.
_NO_REST = re.compile(
    r"[场域级、和与及以（）”〔〕—-]|[区县](?![级域内])|内(?!设)|外(?![商资贸汇国籍事])|民(?![生意政办营族间用宿主企])|政(?![府务策协法治企])|$|.$"
)
_FULL_NAME = re.compile("(?:省|市|自治区|自治州|自治县|盟|地区|特别行政区)$")
# Only for comparing with the word list: what differs by level, year or owner only.
_LOOSE = (
    (re.compile(r"^[省市区县州镇乡](?:级(?!别|联)|本级)"), ""),
    (re.compile(r"^(?:[市区县]、)?乡?镇（街道）"), ""),
    (re.compile(r"^(?:设区的?市|省辖城?市)(?!场)"), ""),
    (re.compile(r"^(?:(?:19|20)\d\d年度?|上一?年度|上年|本年度?|当年|年度)"), ""),
    (re.compile(r"^(?:各|本)(?=.{4})"), ""),
    (re.compile(r"^本(?:机关|部门|单位)"), ""),
    (re.compile(r"(?:(?<=^)|(?<=[和、]))[省市区县州](?=政府|人民政府|人大|政协)"), ""),
    (re.compile(r"^[省市区县州](?:属|管)(?:国有)?企业"), "国有企业"),
    (re.compile(r"^[省市区县州](?:属|管)(?=国有及)"), ""),
)


@dataclass(frozen=True)
class Resolved:
    """`name` is the canonical name and `reason` a key of REASONS. The rest is what the word list says of the type:
    `forms` are all its ways of writing there, () and None where it has no entry."""

    name: str
    reason: str
    name_en: str | None = None
    domain: str | None = None
    forms: tuple[str, ...] = ()


@lru_cache(maxsize=65536)
def resolve_information(item: str, region: Chain = ()) -> Resolved:
    """The information type of `item`, written in a notice of `region` (whose own names count as places in front)."""
    text = fold_name(item)
    if entry := _forms().get(compare_form(text)):
        return _of_entry(entry, "as-form")
    bare = _without_places(text, region)
    variants = tuple(_variants(text, region))
    for variant in variants:
        if entry := _forms().get(compare_form(variant)):
            return _of_entry(entry, "without-place")
    for variant in (text, *variants):
        if entry := _cores().get(without_tail(compare_form(variant))):
            return _of_entry(entry, "without-tail")
    return Resolved(bare, "as-written" if bare == text else "without-place")


def compare_form(text: str) -> str:
    """What two ways of writing one thing share: folded, without quotation marks and 的, all joints the same."""
    return _JOINTS.sub("、", _MARKS.sub("", fold_name(text)))


def _of_entry(entry: dict[str, Any], reason: str) -> Resolved:
    return Resolved(entry["name"], reason, entry["en"], entry["domain"], tuple(entry["forms"]))


@cache
def _forms() -> dict[str, dict[str, Any]]:
    return {compare_form(form): entry for entry in load("information") for form in entry["forms"]}


@cache
def _cores() -> dict[str, dict[str, Any]]:
    """Forms without their tails; the tests see to it that no two entries share one."""
    found = {without_tail(form): entry for form, entry in _forms().items()}
    return {core: entry for core, entry in found.items() if len(core) >= _LEAST}


def without_tail(text: str) -> str:
    """财政收支 of 财政收支情况; "" where nothing but a tail is there."""
    while found := _TAIL.search(text):
        text = text[: found.start()]
    return text


def _variants(text: str, region: Chain) -> Iterator[str]:
    """`text` without one or more of the things in front, the least changed first."""
    seen, waiting = {text}, [text]
    while waiting:
        one = waiting.pop(0)
        changed = (_without_place(one, region), _without_short_name(one), *(p.sub(by, one) for p, by in _LOOSE))
        for other in changed:
            if other not in seen and len(other) > 1:
                seen.add(other)
                waiting.append(other)
                yield other


def _without_places(text: str, region: Chain) -> str:
    """`text` without any place in front: 山东省菏泽市, 我省各市."""
    while len(shorter := _without_place(text, region)) >= _LEAST and shorter != text:
        text = shorter
    return text


def _without_place(text: str, region: Chain) -> str:
    scope = _SCOPE.match(text)
    ends = [scope.end()] if scope else []
    heads = ((size, text[:size]) for size in range(min(len(text), _longest()), 1, -1))
    ends += [size for size, head in heads if head in _full_names() or head in region]
    for end in ends:
        rest = text[end:].removeprefix("的")
        if not _NO_REST.match(rest):
            return rest
    return text


def _without_short_name(text: str) -> str:
    """北京高校… without 北京: only for comparing, since 吉林大学 is no university of 吉林省 in general."""
    short = next((name for name in _short_names() if text.startswith(name)), "")
    return text.removeprefix(short)


@cache
def _full_names() -> frozenset[str]:
    """Names of regions that are no plain word: counties such as 老城区 and 矿区 count in their own notices only."""
    return frozenset(r.name for r in regions() if len(r.name) > 2 and _FULL_NAME.search(r.name))


@cache
def _longest() -> int:
    return max(map(len, _full_names()))


@cache
def _short_names() -> tuple[str, ...]:
    return tuple(short_name(region.name) for region in regions() if region.level == "province")
