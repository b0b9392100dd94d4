"""Where something is made public: the channels of one clause, canonical and as written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from data import load
from loaders.extract.duties.words import alternatives
from loaders.records import ChannelUse

# What carries the news only when it is the means or place of the clause: 在…网站, 通过…平台, 利用新媒体, 依托…系统.
_PLACE = re.compile(
    r"(?:在|于|通过|利用|依托|借助|运用|经由?|充分利用|充分运用|综合运用|统筹运用|用好|发挥|以|向|采取|采用|上|纳入|提供给|协调|设立|开设|建设|完善|建立|开辟|开通|辟)"
)
_GENERIC = re.compile(
    r"[^，。；、和及与在于通过利用向的各]{0,18}?(?:门户网站|网站|信息网|服务网|政务网|官网|平台|系统|专栏|专题|专区|栏目|公报|公示栏|公开栏|公告栏|发布会|通气会|吹风会|听证会|通报会"
    r"|座谈会|微博|微信|公众号|客户端|APP|短视频|新媒体|两微一端|报纸|报刊|电视台|电视|广播|电台|媒体|手册|宣传册|宣传栏|显示屏|电子屏|查阅点|查阅场所|服务大厅|办事大厅|政务大厅|图书馆|档案馆|互联网|网络直播|网上直播|网络|热线|信箱)"
)
_TYPE_BY_END = (
    (r"网站?$|官网$|信息网$", "website"),
    (r"发布会|通气会|吹风会", "press_conference"),
    (r"微博|微信|公众号|新媒体|短视频|抖音|两微", "social_media"),
    (r"客户端|APP|小程序", "app"),
    (r"公报", "gazette"),
    (r"专栏|栏目|专题|专区", "column"),
    (r"系统", "system"),
    (r"平台|数据库", "platform"),
    (r"报纸|报刊|媒体|电视|广播|电台|日报", "media"),
    (r"听证会|座谈会|通报会|会议|培训|会$", "meeting"),
    (r"手册|折页|资料|宣传册|海报|读本|问答", "print"),
)
_BOTH = re.compile(r"本地(?:区|方)?(?:、|和|及)?本部门|本部门(?:、|和|及)本地|本级政府(?:或|、|和)[^，。；]{0,6}部门|各级政府(?:及其|、)(?:各)?部门|本区、本部门|本市、本部门")
_SITE = re.compile(r"(?:网站|门户|官网)$")
_DEPARTMENT = re.compile(r"[厅局委办部]网站?$|部门[^，。；]{0,6}网站|部门网|本单位|委员会网站|[厅局委]官网|[厅局委]门户网站|部门门户网站|本部门")
_GOVERNMENT = re.compile(r"政府|省府|市府|首都之窗|本地|本级|人民政府|中国政府网")


@dataclass(frozen=True)
class Use:
    """A channel at [start, end) of the page's text."""

    start: int
    end: int
    channel: ChannelUse


@cache
def _lexicon() -> dict[str, Any]:
    index: dict[str, Any] = {}
    for entry in load("channels"):
        for form in (entry["name"], *(entry.get("forms") or ())):
            index.setdefault(form, entry)
    return index


@cache
def _forms() -> re.Pattern[str]:
    return re.compile(alternatives(list(_lexicon())))


def find_channels(text: str, start: int, end: int, written: str | None = None) -> list[Use]:
    """The channels named in text[start:end), the adverbial part of a clause; one entry a canonical name."""
    uses: list[Use] = []
    spans = _spans(text, start, end)
    for begin, stop in spans:
        for name, type_ in _canonical(text, begin, stop):
            if all(use.channel.name != name for use in uses):
                uses.append(Use(begin, stop, ChannelUse(text[begin:stop], name, type_)))
    return uses


def _spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where channels stand: the longest of lexicon form and generic phrase; a bracket right behind is an aside."""
    found = [(m.start(), m.end()) for m in _GENERIC.finditer(text, start, end)]
    found += [(m.start(), m.end()) for m in _forms().finditer(text, start, end)]
    spans: list[tuple[int, int]] = []
    for begin, stop in sorted(found, key=lambda span: (span[0], -span[1])):
        begin = _strip_place(text, begin, stop)
        if spans and begin < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], stop))
        else:
            spans.append((begin, stop))
    return [span for span in spans if span[1] - span[0] >= 2]


def _strip_place(text: str, start: int, end: int) -> int:
    lead = re.match(
        r"(?:(?:在|于|通过|利用|依托|借助|运用|经由?|充分|综合|统筹|用好|以|向|并|要|应|各地|及时|定期|主动|同时|主要|省内|发挥|采取|采用|设立|开设|建设|完善|建立|协调|提供给|[”“、和及与])+)",
        text[start:end],
    )
    return start + (lead.end() if lead and lead.end() < end - start else 0)


def _canonical(text: str, start: int, end: int) -> list[tuple[str, str]]:
    """The canonical name and type of a channel as written; 本地、本部门网站 is both."""
    mention = re.sub("[“”]", "", text[start:end])
    around = text[max(0, start - 10) : end]
    if _SITE.search(mention) or mention.endswith("网"):
        if _BOTH.search(around):
            return [("政府网站", "website"), ("部门网站", "website")]
        if _DEPARTMENT.search(around[-max(len(mention) + 6, 8) :]) and not mention.startswith("政府"):
            return [("部门网站", "website")]
        if _GOVERNMENT.search(mention) and mention.endswith(("网站", "首都之窗", "门户")):
            return [("政府网站", "website")]
    entry = _lexicon().get(mention) or _inside(mention)
    if entry:
        return [(entry["name"], entry["type"])]
    for pattern, type_ in _TYPE_BY_END:
        if re.search(pattern, mention):
            return [(mention, type_)]
    return [(mention, "onsite")]


def _inside(mention: str) -> Any | None:
    """The lexicon form that ends the mention, where what stands before it only places it: 省级主要新闻媒体."""
    for form in sorted(_lexicon(), key=len, reverse=True):
        if mention.endswith(form) and len(form) >= 2:
            lead = mention[: -len(form)]
            if re.fullmatch(r"(?:本|全|各|省|市|区|县|级|主要|主流|政务|官方|移动|相关|地方|当地|中央|国家|和|及|有关|新闻|统一|权威|例行|网络|政府|门户|中国|等|电子|公共|所属|手机|网上|在线)*", lead):
                return _lexicon()[form]
    return None


def has_place(text: str, start: int, end: int) -> bool:
    """Whether text[start:end) says a place or a means at all."""
    return bool(_PLACE.search(text, start, end))
