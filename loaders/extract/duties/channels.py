"""Where something is made public: the channels of one clause, canonical and as written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from data import load
from loaders.records import ChannelUse

# The canonical names of the guide; any other channel keeps its words.
CANONICAL = frozenset(
    [
        "政府网站",
        "部门网站",
        "国家企业信用信息公示系统",
        "信用中国",
        "新闻发布会",
        "微博",
        "微信",
        "客户端",
        "新媒体",
        "公共资源交易平台",
        "网上办事大厅",
        "政府公报",
        "新闻媒体",
        "广播",
        "电视",
        "专栏",
        "互联网",
    ]
)
_PLACE = re.compile(
    r"在(?!线|建|职|校(?!园|门|内)|岗)|于|通过|利用|依托|借助|运用|经(?!济|营|贸|费|办)|用好|发挥|以(?!及|上|下|来|内)|向|采取|采用|提供给|交(?=“)|协调|设立|设置|增设|开设|建设|建立|开辟|开通|完善"
)
_END = (
    r"网站|信息网|服务网|政务网|采购网|官网|首都之窗|平台|系统|专栏|专题|专区|栏目|公报|公示栏|公开栏|公告栏|宣传栏|公示墙|发布会|通气会|吹风会|听证会|通报会|座谈会|对接会|推介会|宣介会|宣讲会|说明会|恳谈会|交流会|家长会|院坝会|板凳会|屋场会|开放日|纳税人学校|大讲堂|文件库|规章库|政策库|数据库"
    r"|微博|微信群|QQ群|微信|公众号|客户端|小程序|APP|短视频|短信|直播间|新媒体|两微一端|报纸|报刊|电视台|电视(?!电话)|广播|电台|媒体|手册|折页|明白纸|宣传册|显示屏|电子屏|查阅点|查阅场所|服务大厅|办事窗口|服务窗口|服务厅|营业厅|门口|门前|入口处?|岸边|醒目位置|显著位置|显眼位置|范围内|村组|村民小组|本组|服务区|码头|车站|围挡|窗口|村(?<=[地本各]村)|网上(?!办事|政务|服务|审批)|公示牌|大喇叭|村村响|店堂|现场|驿站|行政村|自然村|村（社区）|小区|厂区|办事大厅|政务大厅"
    r"|服务中心|服务站|大厅|场所|图书馆|档案馆|互联网(?!\+|金融)|直播|网络(?!安全)|夜校|课堂|网点|手机银行|电子税务局|文件库|发布库|宣传墙|文化墙|公示屏|大屏|站台|车厢|站牌|楼栋|杂志|热线|渠道|访谈|采访|培训|讲解|大赛|招聘会|终端|公开网|网(?<=[\u4e00-\u9fff]{3})(?<![电管路河水铁渔林互因联]网)(?![络格点民页站约购银吧])|报(?=》)"
)
_CHANNEL = re.compile(
    rf"(?P<end>{_END})[”）》]?(?:（[^（）]*）)?(?:等)?(?:平台|渠道|媒体|形式|方式|栏目)?(?:上|中|内)?$"
)
# What stands before the channel's own words in its part of the list.
_LEAD = re.compile(
    r".*(?:在(?!线|建|职)|于|通过|利用|依托|借助|运用|经由?(?!济|营|贸|费|办)|以(?!及)|向|要|应(?!用|急)|采取|采用|用好|办好|主动|积极|及时|(?<!社会)组织|召开|举办|举行|实行|参加|接受|编印|印制|制作|发放|设立|设置|增设|开设|开辟|建立|建设|建成|开通|完善|搭建"
    r"|打造|提供给|协调|纳入|加强|发挥|注重|开发|推进|整合|包括|提供|上传至?到?|同时|定期|适时|充分发挥|成|将|把|如)(?P<core>.+)$"
)
_JOINT = re.compile(
    r"(?<=网站)(?=[^，、]{0,12}(?:专栏|专题|栏目|频道))|、|，|以及|或者|(?<!社会资本合)(?:[和及与或](?!社会资本))|(?<=”)(?=“)|(?<=网站)(?=“)|(?=设立|开设|设置|开辟|建设[^，]{0,8}(?:专栏|专区))"
)
_PROTECTED = re.compile(r"政府[和与及]社会资本合作")
_TYPES = (
    (re.compile(r"网站?$|官网$|首都之窗"), "website"),
    (re.compile(r"培训$|会$"), "meeting"),
    (re.compile(r"发布会|通气会|吹风会"), "press_conference"),
    (re.compile(r"微博|微信|公众号|新媒体|短视频|两微"), "social_media"),
    (re.compile(r"客户端|APP|小程序|终端"), "app"),
    (re.compile(r"公报"), "gazette"),
    (re.compile(r"(?:专栏|栏目|专题|专区)$"), "column"),
    (re.compile(r"系统"), "system"),
    (re.compile(r"平台|数据库|互联网|网络"), "platform"),
    (re.compile(r"报纸|报刊|媒体|电视|广播|电台|日报|直播|访谈|采访"), "media"),
    (re.compile(r"会$|会议|培训"), "meeting"),
    (re.compile(r"手册|折页|资料|宣传册|海报|明白纸"), "print"),
)
_BOTH = re.compile(
    r"本级政府[或、和][^，]{0,6}部门|本地(?:区|方)?[、和及]?本部门|本部门[、和及]本地|本[区市县省]、本部门|各地、各部门政府网站"
)
_DEPARTMENT = re.compile(
    r"[厅局委办部处]网站?$|部门(?:政府)?(?:门户)?网站?$|本单位|[厅局委办部](?:官方|门户|政务)网站?$|[厅局委]官网|(?:民政|教育|卫生|环保|税务|财政|工商|人事|药监)[^，]{0,4}(?:信息|服务|公众)网"
)
_GOVERNMENT = re.compile(
    r"政府|行署|公署|省府|市府|首都之窗|^(?:各级|本级|本地|本[省市区县])?门户网站$|(?<!园)[省市县区]网站$|^本[级地]网站$"
)
_PLAIN_PLATFORM = re.compile(r"^(?:该|上述|此|统一|本)?平台$")
_VAGUE = re.compile(r"^(?:其他|有效|公开|有关|相关|多种|各种|各类|多|等)*(?:平台|渠道|系统|媒体平台|场所)$")
# 以图解、短视频等形式: how something is told, not where.
_FORMS = re.compile("图解|图文|动漫|漫画|动画|案例|H5")
_LEVELS = re.compile("(?:[省市县区乡镇村]+[两三四]级|各级)(?=[^，]*(?:大厅|中心|窗口|站|栏)$)")
_COUNTED = re.compile(r"(?:不少于|至少)?[\d一两二三四]+[次场期]")
_HALF_NAMED = re.compile(r".*?(?:本地区?|本部门|本[区市县省]|本级政府|各地|各部门|[省市县区]政府|^[省市县区])")
_TAIL = re.compile(
    r"等(?:公开|多种|各类)?(?:渠道|平台|媒体|形式|方式|新媒体|载体|途径)?[^，]{0,2}$|制度$|为主(?:要)?(?:渠道|平台|阵地|载体)?$"
)
_INTERVIEW_ON = re.compile(r".*(?:网站|媒体)(?=[^，]{0,4}(?:访谈|采访|直播)$)")
_QUOTED_CREDIT = re.compile("“(信用[^”]{2,6})”")
_CREDIT = re.compile("信用[\u4e00-\u9fff]{2,4}(?:网站?)?")
_STRIPPED = re.compile(r"[“”《》]|（[^（）]*）$")
_ONSITE = re.compile("政务公开专区$|(?:大厅|中心|图书馆)[^，]{0,8}专区$")
_BACK = 160


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


def has_place(text: str) -> bool:
    """Whether a text says a place or a means at all."""
    return bool(_PLACE.search(text))


def find_channels(text: str, start: int, end: int) -> list[Use]:
    """The channels named in text[start:end), an adverbial, a means or a setting-up clause; one a canonical name."""
    uses: list[Use] = []
    told_in_pictures = _FORMS.search(text, start, end)
    for begin, stop in _parts(text, start, end):
        span = _core(text, begin, stop)
        if not span or (told_in_pictures and text[span[0] : span[1]] == "短视频"):
            continue
        for name, type_ in _canonical(text, *span):
            if all(use.channel.name != name for use in uses):
                uses.append(Use(*span, ChannelUse(text[span[0] : span[1]], name, type_)))
    return uses


def find_named(text: str, start: int, end: int) -> list[Use]:
    """A gazette or government site that a clause speaks of in any way: 发挥好政府公报的标准文本作用."""
    match = re.compile("政府公报|政府(?:门户)?网站").search(text, start, end)
    if not match:
        return []
    name = "政府公报" if match.group(0).endswith("公报") else "政府网站"
    type_ = "gazette" if name == "政府公报" else "website"
    return [Use(match.start(), match.end(), ChannelUse(match.group(0), name, type_))]


def place_uses(text: str, start: int, end: int) -> list[Use]:
    """The places of a list as written, each on the spot: 渠首、管理房."""
    uses: list[Use] = []
    at = start
    for part in re.split("[、和及]", text[start:end]):
        if len(part) > 1:
            end_ = at + len(part)
            uses += [Use(at, end_, ChannelUse(part, *named)) for named in _canonical(text, at, end_)]
        at += len(part) + 1
    return uses


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts of a list of channels; 政府和社会资本合作 is one word."""
    shown = _PROTECTED.sub(lambda match: "□" * len(match.group(0)), text[start:end])
    parts, begin = [], 0
    for match in _JOINT.finditer(shown):
        if match.start() > begin:
            parts.append((start + begin, start + match.start()))
        begin = match.end()
    parts.append((start + begin, end))
    # 本地、本部门网站: the head stands behind the second part.
    joined: list[tuple[int, int]] = []
    for part in parts:
        if joined and _HALF_NAMED.fullmatch(text[joined[-1][0] : joined[-1][1]]) and len(text[slice(*part)]) < 16:
            joined[-1] = (joined[-1][0], part[1])
        else:
            joined.append(part)
    return joined


def _core(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The channel's own words in one part: from behind the last word of place or verb to its head."""
    tail = _TAIL.search(text, start, end)
    end = tail.start() if tail and tail.start() >= start + 2 else end
    found = None
    for size in range(end, start + 1, -1):
        found = _CHANNEL.search(text, start, size) if _head_ends(text, size, end) else None
        if found:
            break
    if not found:
        named = re.search("“信用[^”]{2,6}”$", text[start:end])
        return (start + named.start(), end) if named else None
    stop = found.end("end")
    inner = _INTERVIEW_ON.search(text, start, stop)
    stop = inner.end() if inner else stop
    if text[stop : stop + 1] in ("”", "》") or (text[stop : stop + 1] == "）" and "（" in text[start:stop]):
        stop += 1
    lead = _LEAD.match(text[start:stop])
    if (not lead or lead[0].startswith(("将", "把", "对"))) and text[start:stop].endswith("数据库"):
        return None  # 数据库向高校开放: what is opened
    begin = start + (lead.start("core") if lead else 0)
    counted = _COUNTED.match(text, begin, stop)
    begin = counted.end() if counted else begin
    levels = _LEVELS.match(text, begin, stop)
    begin = levels.end() if levels else begin
    while begin < stop and text[begin] in "的等了各":
        begin += 1
    return (begin, stop) if stop - begin >= 2 else None


def _head_ends(text: str, at: int, end: int) -> bool:
    """Whether the channel's words may end at `at`: the part ends there, or a verb or adverb follows."""
    return at == end or bool(
        re.match(
            r"上|中|内|等|集中|统一|规范|及时|主动|向|公开|公布|发布|公示|展示|依法|设立|开设|对|第一|作出|已发布|并|定期|全面|同步|建设|为|精准|持续|即|要|应|将|须|按|长期|每|逐|一律|随|全文|常态|公告|宣传|宣讲|解读|推送|曝光|标注|张贴|面对面|予以|张榜|刊载|刊登|转载|登载|披露|回应|答复|分批|归集|滚动播出|动态|实时|滚动|即时|政务访谈|的(?:时限|要求)|不少于|提供|进行|开展|做好|抓好|加强|加大|推进|（",
            text[at:end],
        )
    )


def _canonical(text: str, start: int, end: int) -> list[tuple[str, str]]:
    """The canonical name and type of a channel as written; 本地、本部门网站 is both."""
    mention = _STRIPPED.sub("", text[start:end])
    if mention.startswith("信用中国"):
        return [("信用中国", "website")]
    around = text[max(0, start - 8) : end]
    quoted = _QUOTED_CREDIT.match(text, start, end)
    if text[end - 1] == "》":
        return [(mention, "media")]
    if mention.startswith("新媒体"):
        return [("新媒体", "social_media")]
    if mention.endswith(("客户端", "APP")):
        return [("客户端", "app")]
    if mention.endswith("新闻发布会"):
        return [("新闻发布会", "press_conference")]
    if mention.endswith("公共资源交易平台"):
        return [("公共资源交易平台", "platform")]
    if mention == "广播电视":
        return [("广播", "media"), ("电视", "media")]
    if mention == "网上":
        return [("互联网", "platform")]
    if mention.endswith("广播"):
        return [("广播", "media")]
    if mention.endswith(("微信", "微信群", "微信公众号", "微信服务号", "微信订阅号")) and "微博" not in mention:
        return [("微信", "social_media")]
    if mention.endswith("微博"):
        return [("微博", "social_media")]
    if mention.endswith("微博微信"):
        return [("微博", "social_media"), ("微信", "social_media")]
    if _ONSITE.search(mention):
        return [(mention, "onsite")]
    if mention.endswith(("专栏", "栏目", "专题", "专区")):
        return [("专栏", "column")]
    if quoted or _CREDIT.fullmatch(mention):
        name = quoted[1] if quoted else re.sub("网站?$", "", mention)
        return [(name, "website")]
    if re.search(r"网站?$|官网$|首都之窗|公开网$", mention):
        return _site(mention, around)
    if _PLAIN_PLATFORM.match(mention):
        return _platform_before(text, start)
    if _VAGUE.match(mention):
        return []
    entry = _known(mention)
    if entry:
        return [(entry["name"] if entry["name"] in CANONICAL else mention, entry["type"])]
    for pattern, type_ in _TYPES:
        if pattern.search(mention):
            return [("专栏" if type_ == "column" else mention, type_)]
    return [(mention, "onsite")]


def _site(mention: str, around: str) -> list[tuple[str, str]]:
    if _BOTH.search(around):
        return [("政府网站", "website"), ("部门网站", "website")]
    if _DEPARTMENT.search(mention):
        return [("部门网站", "website")]
    if mention == "网站":
        return [(mention, "website")]
    if _GOVERNMENT.search(mention) and not re.search("采购网|中国政府网", mention):
        return [("政府网站", "website")]
    entry = _known(mention)
    if entry and entry["name"] in CANONICAL:
        return [(entry["name"], "website")]
    return [(mention, "website")]


def _platform_before(text: str, start: int) -> list[tuple[str, str]]:
    """A bare 平台 is the one spoken of just before."""
    named = re.findall(r"[\u4e00-\u9fffA-Z（）]{2,16}平台", text[max(0, start - _BACK) : start])
    for name in reversed(named):
        lead = _LEAD.match(name)
        core = lead["core"] if lead else name
        if not _PLAIN_PLATFORM.match(core):
            entry = _known(core)
            return [(entry["name"] if entry and entry["name"] in CANONICAL else core, "platform")]
    return []


def _known(mention: str) -> Any | None:
    """The lexicon's entry for the mention, or for its end where what stands before only places it: 省级主要新闻媒体."""
    if mention in _lexicon():
        return _lexicon()[mention]
    for cut in range(1, len(mention) - 1):
        entry = _lexicon().get(mention[cut:])
        if entry and _PLACING.fullmatch(mention[:cut]):
            return entry
    return None


_PLACING = re.compile(
    r"(?:本|全|各|方言|校园|省|市|区|县|级|内|境内|主要|主流|政务|官方|移动|相关|地方|当地|中央|国家|有关|新闻|权威|例行|政府|政府例行|门户|中国|电子|公共|所属|手机|在线|办|新闻办|的|环境保护|国民经济运行情况|季度|年度|月度|[\u4e00-\u9fff]{2,8}(?=新闻发布会))*"
)
