"""The frames in which a verb of the lists becomes an obligation.

- `light`: 加大X公开力度, 做好X的解读工作: a light verb carries the obligation as its object;
- `object`: 公开X: the verb stands before what it makes public;
- `final`: X要向社会公布, 对X进行解读, 集中发布: the verb ends the clause; its object stands before it, or in the clause before;
- `meeting`: 召开新闻发布会, 接受采访; and, as `light`, 实行…公示制度.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from loaders.extract.duties.fronted import is_adverbs
from loaders.extract.duties.words import light_pattern, verb_kind, verb_pattern
from loaders.records import ObligationKind

Frame = Literal["light", "object", "final", "meeting"]
Chains = list[re.Match[str]]
"""Verbs of the lists in a clause, those side by side as one match."""

LIGHT_TAIL = re.compile(
    r"(?:[和与及、](?!监督|[^，]*(?:信息|情况|结果|数据|名单|清单|公告)$)[\u4e00-\u9fff]{2,8}(?=工作|力度|等|$))?(?:的?(?:力度|工作|频次|实效|时效)|等?(?:各项|方面的?|相关)?(?:工作|活动)|等|服务|试点)*"
    r"(?:深入开展|有序开展|常态化|落到实处|工作|取得实效|全覆盖)?$"
)
_CARRYING = ("开展", "进行", "做出", "作出", "给予")
_EMPTY_LIGHT = re.compile(r"进行|予以|加以|作出|做出|给予|开展|做到|做好|实行|组织|实现")
_MANNER = r"(?:集中|统一|规范|主动|全面|依法|公开|深入|同步|客观|准确|大力|广泛|明确|权威|首发|重点|统筹|详细|有序|充分|专项|及时|动态|实时)*"
_STYLE = r"(?:集中|统一|规范|主动|全面|依法|公开|深入|同步|客观|准确|大力|广泛|权威|首发|统筹|详细|有序|充分|专项)*"
_STYLE_BEFORE = re.compile(_STYLE + "$")
_NO_OBJECT = re.compile(
    r"^(?:(?:不少于|至少)?[\d一两二三四五六]+[次期场](?:以上)?$|(?:不少于)?\d+个?(?:工作日|日|天)(?:以上)?$|征求|在[^，]{2,20}(?:栏|网站|平台|系统|屏|墙|处|上)$|(?<![重主])要(?!点|素)|应当|应(?!急|用)|就(?!业|医|学|餐|近|诊|读)|与[^，]{2,8}[要应]|(?:按照?|依照)[^，]*执行|的|到|至|事实$|真相$|等|工作(?!进展|进度|情况|动态|报告|计划|方案|安排|流程|规则|职责|机构|指南|要点|信息|成果|成效)|力度|后(?!续)|时(?!间)|前(?!期|景|置|沿|瞻)|了$|和[^，]{0,6}工作$|之日|以来|为|的?基础上)|^[、，]$"
)
_MANNER_ONLY = re.compile(_MANNER + "的?")
_AT_PLACE = re.compile(rf"(?:在|通过|利用)[^，、]{{2,16}}(?:网站|平台|媒体|专栏|系统|公报|新媒体|上){_MANNER}")
_BIND = re.compile(r"督促|指导|监督|推动|督导")
# 公示时间不少于7日, 公示名单必须一致: the noun of the process with its own predicate.
_NOUN_OF_PROCESS = r"(?:时间|信息|照片|材料|期限|名单|标准|内容)"
_SPEAKS_OF_ITSELF = re.compile(
    rf"{_NOUN_OF_PROCESS}(?:[、和]{_NOUN_OF_PROCESS})*(?:应当|应(?!急|用|对|届)|必须|(?<![重主需])要(?!点|素|求)|原则上|一般|不少于|不超过|留存|须)"
)
_ATTRIBUTIVE = ("信息", "政务", "结果", "情况", "政策", "制度", "推进", "围绕", "的")
# What may stand behind a verb that ends its clause.
_FINAL_TAIL = re.compile(
    r"(?:到[^，]+|在[^，]{2,20}(?:栏|网站|平台|系统|屏|墙|处|上)|征求[^，]*意见|(?:不少于)?\d+个?(?:工作日|日|天)(?:以上)?|出来|出去|到位|等|(?:不少于|至少)?[\d一两二三四五六]+[次期场](?:以上)?|事实|谣言)?"
)
_COUNTED = re.compile(r"(?:[\d一两二三四]+次|不少于[\d一两二三四]+[次场期](?:的)?)(?=[\u4e00-\u9fff])")


@dataclass(frozen=True)
class Predicate:
    """A predicate of the clause [clause_start, clause_end): the light verb (if any) begins at `head`, the verbs are
    [verb, verb_end); [object_start, object_end) is its object in the clause, empty where it is elided or fronted."""

    frame: Frame
    kinds: tuple[ObligationKind, ...]
    clause_start: int
    clause_end: int
    head: int
    verb: int
    verb_end: int
    object_start: int
    object_end: int
    chain: str

    @property
    def rule(self) -> str:
        return f"predicate-{self.frame}"


@cache
def chain_kinds(chain: str) -> tuple[ObligationKind, ...]:
    found = (verb_kind()[match.group(0)] for match in verb_pattern().finditer(chain) if match.group(0) in verb_kind())
    return tuple(dict.fromkeys(found))


def institution_frame(match: re.Match[str], start: int, end: int) -> Predicate | None:
    """实行…公示制度: carrying an institution out is an obligation, setting it up is none."""
    kinds = chain_kinds(match["verb"])
    if match["object"].startswith(("好", "不良")) or not kinds:
        return None
    verb, stop = start + match.start("verb"), start + match.end("verb")
    return Predicate(
        "light",
        kinds,
        start,
        end,
        start + match.start("light"),
        verb,
        stop,
        start + match.start("object"),
        start + match.end("object"),
        match["verb"],
    )


def meeting_frame(text: str, match: re.Match[str], start: int, end: int) -> Predicate:
    """召开国民经济运行情况新闻发布会: what it is about stands between the verb and the meeting's name."""
    verb = re.match(
        r"(?:组织)?(?:召开|举办|举行|参加|出席|接受|实行|落实|执行|开展)(?:(?:月度|季度|年度|例行|、|不少于|至少|[\d一两二三四]+[次场])+)?",
        match.group(0),
    )
    inner = match.start() + (verb.end() if verb else 0)
    noun = re.search(
        r"(?:例行|专题)?(?:新闻|政策|政务|在线)?(?:媒体|网站)?(?:发布会|吹风会|采访|访谈)", text[inner : match.end()]
    )
    object_end = inner + (noun.start() if noun else 0)
    return Predicate(
        "meeting",
        ("interpret",),
        start,
        end,
        start + match.start(),
        start + match.start(),
        start + match.end(),
        start + inner,
        start + object_end,
        match.group(0),
    )


def light_frame(text: str, chains: Chains, start: int, end: int) -> Predicate | None:
    """加大X公开力度: the clause whose last verb of the lists is carried by a light verb; None where none carries it.

    With an empty light verb (进行, 予以) and nothing between, the verb is clause-final and its object stands before."""
    last = chains[-1]
    if not LIGHT_TAIL.match(text, last.end()) or not chain_kinds(last.group(0)):
        return None
    joined = _joined(text, chains)
    lights = list(light_pattern().finditer(text, 0, chains[0].start()))
    if not lights:
        return None
    nearest = lights[-1]
    between = text[nearest.end() : joined[0].start()]
    kinds = tuple(dict.fromkeys(kind for chain in joined for kind in chain_kinds(chain.group(0))))
    verb, stop = start + joined[0].start(), start + last.end()
    if _EMPTY_LIGHT.fullmatch(nearest.group(0)) and (
        _MANNER_ONLY.fullmatch(between)
        or (re.fullmatch("[^对将]{0,8}的", between) and nearest.group(0) in _CARRYING)
        or _AT_PLACE.fullmatch(between)
    ):
        return Predicate("final", kinds, start, end, start + nearest.start(), verb, stop, start, start, last.group(0))
    light = next((m for m in lights if not _BIND.fullmatch(m.group(0))), lights[0])
    if lights[0] is not light and last.end() == len(text):
        light = lights[0]
    return Predicate(
        "light", kinds, start, end, start + light.start(), verb, stop, start + light.end(), verb, last.group(0)
    )


def _joined(text: str, chains: Chains) -> Chains:
    """The last verb with those joined to it: 信息披露和结果公示, 政策解读及信息公开, 公开和深度解读."""
    joined = [chains[-1]]
    for chain in reversed(chains[:-1]):
        between = text[chain.end() : joined[0].start()]
        if not re.fullmatch(r"(?:以及|[、和及与])[\u4e00-\u9fff]{0,3}", between):
            break
        joined.insert(0, chain)
    return joined


def object_frame(text: str, chains: Chains, start: int, end: int) -> Predicate | None:
    """公开X: the first verb of the lists that has an object behind it in the clause; None where none has."""
    for place, chain in enumerate(chains):
        rest = text[chain.end() :]
        if place + 1 < len(chains) and is_adverbs(text[chain.end() : chains[place + 1].start()]):
            continue  # 质量公告每年发布: the first is a noun, the object of the second
        if not rest or rest[0] == "、" or _NO_OBJECT.match(rest) or not chain_kinds(chain.group(0)):
            continue
        if _SPEAKS_OF_ITSELF.match(rest):
            continue
        if LIGHT_TAIL.match(text, chain.end()) or (len(rest) < 4 and rest[0] in "和与及、"):
            continue
        manner = _STYLE_BEFORE.search(text, 0, chain.start())
        verb = manner.start() if manner else chain.start()
        counted = _COUNTED.match(rest)
        object_start = chain.end() + (counted.end() if counted else 0)
        return Predicate(
            "object",
            chain_kinds(chain.group(0)),
            start,
            end,
            start + verb,
            start + chain.start(),
            start + chain.end(),
            start + object_start,
            end,
            chain.group(0),
        )
    return None


def final_frame(text: str, chains: Chains, start: int, end: int) -> Predicate | None:
    """The verb ends the clause; 工作 or 力度 behind it without a light verb makes it a noun."""
    last = chains[-1]
    tail = text[last.end() :]
    if not chain_kinds(last.group(0)) or not _FINAL_TAIL.fullmatch(tail):
        return None
    before = text[: last.start()]
    if before.endswith(_ATTRIBUTIVE) and not re.search("[将把对要应都均须]", before):
        return None
    return Predicate(
        "final",
        chain_kinds(last.group(0)),
        start,
        end,
        start + last.start(),
        start + last.start(),
        start + last.end(),
        start,
        start,
        last.group(0),
    )
