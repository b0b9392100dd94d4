"""When: frequency, times, timing, deadline and trigger of one clause."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from loaders.records import Deadline
from loaders.text.dates import month_end
from loaders.text.numerals import NUMERAL, parse_number

_UNIT = {
    "日": "D",
    "天": "D",
    "周": "W",
    "星期": "W",
    "月": "M",
    "个月": "M",
    "季": "3M",
    "季度": "3M",
    "学期": "6M",
    "学年": "Y",
    "年": "Y",
}
# 每五日, 每两个月, 每半年, 每季度, 每年 …
_EVERY = re.compile(
    rf"每(?:隔)?(?P<n>{NUMERAL}|半)?(?:个)?(?P<unit>工作日|日|天|周|星期|月|季度?|学?年|学期)(?!代|来|度(?!末))"
)
_BY = (
    (re.compile(r"按日|逐日|每日|每天|日报(?![》”、社])"), "P1D"),
    (re.compile(r"按周|逐周|周度"), "P1W"),
    (re.compile(r"按旬|逐旬|每旬"), "P10D"),
    (re.compile(r"按月度?|逐月|月度|分月"), "P1M"),
    (re.compile(r"按季度?|逐季|季度(?!抽查|检查|通报|考核|末)|分季"), "P3M"),
    (re.compile(r"按半年|半年度|每半年|半年一次"), "P6M"),
    (re.compile(r"按年度?|逐年|年度(?=国民经济|新闻发布会|定期)|一年一次"), "P1Y"),
)
_TIMES = re.compile(
    rf"(?:展示|公示|推送|通报|解读|开放|回应|不少于|至少|不低于|更新|召开|举办|举行|公布|公开|发布|参加|接受|披露|发行|曝光|宣讲|公告|刊登|刊发|组织|开展)[^，。；]{{0,10}}?(?P<n>{NUMERAL})(?:次|场|期|(?<!一)批)(?:以上)?"
    rf"|(?:不少于|至少|不低于)(?P<least>{NUMERAL})(?:条|篇|件)|每[日天周月](?P<daily>{NUMERAL})次"
)
_WITHIN_YEAR = re.compile(r"年内|全年|年度内|本年度")
_TIMING = (
    ("timely", r"及时(?!性)"),
    ("regular", r"定期(?<!不定期)(?!公示公告制度|常态|审查|清理机制)|例行(?=公布|公开|发布)"),
    ("occasional", r"适时|不定期"),
    ("realtime", r"实时(?!监)"),
    ("dynamic", r"动态(?:更新|调整|管理|维护|扩展|发布|公开|公布|通报|推送|公示|播报)|(?:调整)?更新并动态"),
    ("batch", r"分批次?|分期分批|分[一二两三四五六\d]+批"),
    (
        "synchronous",
        r"同步(?!组织|审签|部署|联动|推进|谋划|研究|制定|起草|报批)|同时(?=发布|公布|公开)|同时(?=在|于|通过|向)[^，。；]{0,16}(?:发布|公开|公布)",
    ),
    ("prompt", r"第一时间|随时|即时"),
)
_TIMING_RULES = tuple((name, re.compile(pattern)) for name, pattern in _TIMING)
# 每年1月和7月: as often a year as months are named.
_MONTHS = re.compile(rf"每年(?:(?:{NUMERAL})月(?:份)?[、和及与]?){{2,}}(?!\d|[底末上中下])")
# Quick looks before the careful ones: every wording of a soft term, a number of times, a period, a trigger has one of these.
_TIMING_WORD = re.compile("时|期|例行|动态|批|同步")
_TIMES_WORD = re.compile("[次场期批条篇件]")
_PERIOD_WORD = re.compile("[日天周旬月季年星学]")
_TRIGGER_WORD = re.compile("之日|后|时|际|如|若|遇|一旦|发生|达到|突发|发现|出现")

_YEAR = r"(?:(?P<year>20\d\d)年|(?P<this>今年|当年|本年度?)|(?P<next>明年|次年|下一年度?))"
_MONTH_DAY = rf"(?P<month>{NUMERAL})月(?:(?P<day>{NUMERAL})日|(?P<part>底|末|中旬|上旬|下旬|初))?"
_BEFORE = r"(?:之?前|以前|内|前后)?"
_DATED = re.compile(
    rf"(?:(?P<every>每年){_MONTH_DAY}(?:之?前后?|以前|底|内)?"
    rf"|{_YEAR}?(?:的)?(?:{_MONTH_DAY.replace('month', 'm2').replace('day', 'd2').replace('part', 'p2')})(?:之?前|以前|内)"
    rf"|{_YEAR.replace('year', 'y2').replace('this', 't2').replace('next', 'n2')}?(?P<yearend>(?<!每)年[底末终]|(?<=年)底){_BEFORE}"
    rf"|(?P<in_year>(?<!每)(?<!\d)年内|20\d\d年内|全年(?=[^，。；]*(?:不少于|至少)))(?:之?前)?"
    r"|(?P<half>上半年(?:[底末]?(?:之?前|以前)|内|(?=完成|公布|公开|公示|发布|将|向社会|，|$)))"
    r"|(?P<quarter>第?(?P<nth>[一二三四])季度(?:[底末](?:之?前|以前)?|之?前|以前|内)))"
)
_AMOUNT = re.compile(
    rf"(?:(?:最迟|最晚|至迟|不超过|不得超过|不晚于)(?:应当?|须)?)?(?:要)?(?:在|于)?(?P<n>{NUMERAL}) ?(?:个)?(?P<unit>工作日|小时|日|天|周|个?月|年|分钟)(?:之内|以内|内)"
    rf"|不(?:得)?超过(?P<n2>{NUMERAL}) ?(?:个)?(?P<unit2>工作日|小时|日|天|个?月)"
)
_UNITS = {
    "工作日": "working_day",
    "小时": "hour",
    "日": "day",
    "天": "day",
    "周": "week",
    "月": "month",
    "个月": "month",
    "年": "year",
    "分钟": "minute",
}
_FROM = re.compile(
    r"(?:自|从|在|于)(?P<event>[^，。；自从在]{2,40}?之日)$|(?P<day>[^，。；自从在于]{2,40}?之日)$|(?P<after>[^，。；]{1,40}?(?:后|之后))(?:的)?(?:最迟|应)?$"
    r"|在(?P<done>[^，。；、在]{2,20}?(?:结束|完成|公布|通过|作出|形成|变更|生效))$"
)
# 近三天内, 过去一年内: no limit.
_PAST = ("近", "过", "去", "上")
_LEGAL = re.compile(r"(?:严格)?(?:按照?|依照)?(?P<event>法定(?:时限|期限)(?:内)?|规定(?:的)?(?:时限|期限|时间)(?:内)?)")
# 当日公布, 汛前公布: a day or a time of the year that everybody knows.
_SAME_DAY = re.compile("(?P<event>当[日天](?![的期时值])|汛期?前|节假日前|节前)")
_LEGAL_WORD = re.compile("法定[时期]|规定的?[时期]")
_EVENT = re.compile(
    r"(?:在|于|每年)?(?P<event>[^，。；在于]{2,40}(?<![以之目日年月])前)(?=，|应|要|公开|发布|公布|公示|披露|向|将|须|需|通过|利用|依托|及时|主动|集中|统一|全面|在|于|$)"
)
# 节假日前3日, 采购活动开始前30日, 提前10日: an amount of time before an event.
_AHEAD = re.compile(
    rf"(?:在|于)?(?P<event>[^，。；在于应]{{2,40}}(?<![以之目年月提])(?<!\d日)前)(?:不少于|至少)?(?P<n>{NUMERAL})个?(?P<unit>工作日|日|天)|提前(?P<n2>{NUMERAL})个?(?P<unit2>工作日|日|天|小时)"
)
_AT = re.compile("^[在于]")
# A quick look before the careful ones: every wording of a time limit has one of these.
_LIMIT_WORD = re.compile("[前内过月底末终定年季当]")
_DATE_WORD = re.compile("[月年底季]")
# A case that starts a duty without 后 or 时: 如发生传染病流行, 名称发生变化的.
_CASE = re.compile(
    r"^(?:如|若|一旦)(?P<if>[^，。；]{3,40})(?=，)|^(?P<case>[^，。；]{4,50}(?:发生变化|发生变更|达到[^，。；]{2,10}))的?(?=，)|^(?P<found>(?:发现|突发|出现)[^，。；]{2,30})的(?=，)"
    r"|^(?P<broke>(?:发生|出现|突发)[^，。；]{2,30}(?:事故|事件|疫情|险情|灾情|灾害|舆情))(?=，)"
)
_TRIGGER = re.compile(
    r"^(?:在|于|当|待|凡|如|遇有?)?(?P<event>[^，。；]{2,60}?(?:(?<![今此之最])后|(?<![同及第实届当适随暂即平准定按要\d])时|之际|时候))(?=，|$|即时|随即|即|同步|公开|公布|公示|发布|公告|解读|回应|予以|统一|集中|应|要|须|需|及时|立即|第一时间|依法|由|向|在|于|定期|按|主动|严格|书面|随时|最迟|通过|利用|依托|以|对|将|把|迅速|全文|实时|滚动|\d+个?(?:工作日|小时|日|天))"
)
# 各预算单位在财政部门批复后, 检查结果于检查结束后: who or what stands before the event.
_WHO_AT = re.compile("^[^，]{3,}(?<![现存所正内])[在于](?=[^，]{3,})")
_MEET = re.compile(r"(?P<event>遇有?[^，。；]{2,40}?)(?:时)?(?=，|$)")
_NO_TRIGGER = re.compile("工作日|小时|今后|之后$|以后$|最后|前后|背后|落后|先后")
_BEFORE_EVENT = re.compile(
    r"^.*?(?:应当?于|应当?在|要于|要在|须于|须在|(?<=[\u4e00-\u9fff])由(?=[^，]{2,14}?(?:部门|单位|机关)))"
)
_SINCE = re.compile("自(?P<event>[^，。；自]{2,30}?之日)起(?:，|即|同步)?")
_EMERGENCY = re.compile(
    r"(?:对|对于)?(?:涉及)?(?P<met>遇有?)?(?P<event>特别重大、重大突发事件|(?:特别重大|重大|较大)[^，。；]{0,10}突发(?:公共)?事件)(?P<after>发生后|的政务舆情)?"
)


@dataclass(frozen=True)
class Times:
    frequency: str | None
    times: int | None


def find_frequency(text: str) -> str | None:
    """The period that the clause fixes, as an ISO 8601 duration; of several the shortest."""
    if not _PERIOD_WORD.search(text):
        return None
    found = [period for rule, period in _BY if rule.search(text)]
    found += [period for match in _EVERY.finditer(text) if (period := _every(match))]
    return min(found, key=_length) if found else None


def find_frequency_words(text: str, period: str) -> tuple[int, int] | None:
    """Where `text` first says that the period is `period`: 按月, 每季度. Code points [start, end) within the text."""
    found = [match.span() for rule, meant in _BY if meant == period for match in rule.finditer(text)]
    found += [match.span() for match in _EVERY.finditer(text) if _every(match) == period]
    return min(found, default=None)


def _every(match: re.Match[str]) -> str | None:
    unit = match["unit"]
    if match["n"] == "半":
        return "P6M" if unit == "年" else None
    count = parse_number(match["n"]) if match["n"] else 1
    if not count:
        return None
    if unit == "工作日":
        return f"P{count}D"
    symbol = _UNIT[unit]
    return f"P{count * int(symbol[:-1] or 1)}{symbol[-1]}"


def _length(period: str) -> int:
    """Days of a period, for comparison only."""
    return int(period[1:-1]) * {"D": 1, "W": 7, "M": 30, "Y": 365}[period[-1]]


def find_times(text: str, frequency: str | None) -> Times:
    """每季度不少于2次 -> 2 per P3M; 年内不少于3次 -> 3 per P1Y."""
    months = _MONTHS.search(text) if "每年" in text else None
    if months:
        return Times("P1Y", months.group(0).count("月"))
    match = _TIMES.search(text) if _TIMES_WORD.search(text) else None
    if not match:
        return Times(frequency, None)
    count = parse_number(match["n"] or match["least"] or match["daily"])
    if frequency is None and _WITHIN_YEAR.search(text):
        frequency = "P1Y"
    return Times(frequency, count if frequency else None)


def find_timing(text: str) -> tuple[str, ...]:
    """The soft terms of the clause, in the order of the guide."""
    if not _TIMING_WORD.search(text):
        return ()
    return tuple(name for name, rule in _TIMING_RULES if rule.search(text))


def find_deadline(text: str, year: int | None) -> Deadline | None:
    """The time limit that the clause states; `year` is the instrument's, for 5月底前."""
    if not _LIMIT_WORD.search(text):
        return None
    return _ahead(text) or _amount(text) or _dated(text, year) or _legal(text) or _before_event(text)


def _ahead(text: str) -> Deadline | None:
    match = _AHEAD.search(text) if "前" in text else None
    if not match:
        return None
    count, unit = match["n"] or match["n2"], match["unit"] or match["unit2"]
    stated = _AT.sub("", match.group(0))
    return Deadline(stated, amount=parse_number(count), unit=_UNITS[unit], event=match["event"])


def find_limit(text: str) -> Deadline | None:
    """A limit behind the object: 答复咨询不超过3个工作日."""
    return _amount(text) if "超过" in text and re.search("不(?:得)?超过", text) else None


def _amount(text: str) -> Deadline | None:
    match = _AMOUNT.search(text)
    if not match or text[: match.start()].endswith(_PAST):
        return None
    before = text[: match.start()].rstrip("，在于")
    before = before.rstrip("起的")
    from_ = _FROM.search(before)
    event = (from_["event"] or from_["day"] or from_["after"] or from_["done"]) if from_ else None
    event = re.sub(r"^(?:自|从|在|于|并|要|应|除[^，]*外，)+", "", _BEFORE_EVENT.sub("", event)) if event else None
    event = _WHO_AT.sub("", event) if event else None
    stated = re.sub("^(?:要|在|于)+", "", match.group(0))
    count, unit = match["n"] or match["n2"], match["unit"] or match["unit2"]
    return Deadline(stated, amount=parse_number(count), unit=_UNITS[unit], counted_from=event)


def _day(month: int, day: str | None, part: str | None, year: int) -> str | None:
    try:
        if day:
            return date(year, month, parse_number(day) or 0).isoformat()
        if part in ("初", "上旬"):
            return date(year, month, 10).isoformat()
        if part == "中旬":
            return date(year, month, 20).isoformat()
        return month_end(year, month)
    except ValueError:
        return None


def _dated(text: str, year: int | None) -> Deadline | None:
    if not _DATE_WORD.search(text):
        return None
    if "每年" in text:
        text = _MONTHS.sub(lambda months: " " * len(months.group(0)), text)
    for match in _DATED.finditer(text):
        found = _dated_one(match, year)
        if found:
            return found
    return None


def _dated_one(match: re.Match[str], year: int | None) -> Deadline | None:
    stated = match.group(0)
    if match["every"]:
        day = _day(parse_number(match["month"]) or 0, match["day"], match["part"], 2001)
        return Deadline(stated, recurs=f"--{day[5:]}") if day else None
    if match["half"] or match["quarter"]:
        month = 6 if match["half"] else 3 * (parse_number(match["nth"]) or 0)
        return Deadline(stated, date=month_end(year, month) if year else None)
    own = match["year"] or match["y2"]
    base = int(own) if own else year
    if match["next"] or match["n2"]:
        base = year + 1 if year else None
    if match["m2"]:
        day = _day(parse_number(match["m2"]) or 0, match["d2"], match["p2"], base) if base else None
        return Deadline(stated, date=day) if day or base is None else None
    in_year = re.match(r"(20\d\d)年", stated)
    base = int(in_year[1]) if in_year else base
    return Deadline(stated, date=f"{base}-12-31" if base else None)


def _legal(text: str) -> Deadline | None:
    same_day = _SAME_DAY.search(text) if "当" in text or "前" in text else None
    if same_day:
        return Deadline(same_day["event"], event=same_day["event"])
    match = _LEGAL.search(text) if _LEGAL_WORD.search(text) else None
    return Deadline(match.group(0).removeprefix("严格"), event=match["event"].removesuffix("内")) if match else None


def _before_event(text: str) -> Deadline | None:
    match = _EVENT.search(text) if "前" in text else None
    if not match or re.search(r"[\d底末旬日月年]前$|目前|之前$|以前$|提前$|日前|当前|此前|会前$", match["event"]):
        return None
    return Deadline(_AT.sub("", match.group(0)), event=match["event"])


def is_emergency(trigger: str) -> bool:
    """Whether a duty's trigger is a 突发事件 of rank: all that is said of it in the sentence waits for it."""
    return bool(_EMERGENCY.search(trigger))


def find_trigger(text: str) -> str | None:
    """The event that starts the duty, with its subject: 招生工作结束后, 遇重大疫情."""
    if not _TRIGGER_WORD.search(text):
        return None
    emergency = _EMERGENCY.search(text) if "突发" in text else None
    if emergency:
        return (
            (emergency["met"] or "")
            + emergency["event"]
            + (emergency["after"] if emergency["after"] == "发生后" else "")
        )
    since = _SINCE.search(text) if "之日" in text else None
    if since and not _AMOUNT.match(text, since.end()):
        return since["event"]
    case = _CASE.match(text + "，")
    if case:
        return case["if"] or case["case"] or case["found"] or case["broke"]
    match = _TRIGGER.match(text) or _MEET.match(text)
    if not match or _NO_TRIGGER.search(match["event"]) or len(match["event"]) < 3:
        return None
    event = _WHO_AT.sub("", match["event"])
    return event.removesuffix("即").removesuffix("时") if event.startswith("遇") else _BEFORE_EVENT.sub("", event)
