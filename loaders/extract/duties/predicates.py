"""The predicates of one clause, by its frame.

- `light`: 加大X公开力度, 做好X的解读工作: a light verb carries the obligation as its object;
- `object`: 公开X: the verb stands before what it makes public;
- `final`: X要向社会公布, 对X进行解读, 集中发布: the verb ends the clause; its object stands before it, or in the clause before;
- `meeting`: 召开新闻发布会, 接受采访.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from loaders.extract.duties.segments import Segment
from loaders.extract.duties.words import (
    MEETING,
    alternatives,
    chain_pattern,
    light_pattern,
    optional_pattern,
    setup_pattern,
    verb_kind,
    verb_pattern,
    words,
)
from loaders.records import ObligationKind

Frame = Literal["light", "object", "final", "meeting"]

_LIGHT_TAIL = re.compile(
    r"(?:[和与及、](?!监督|[^，]*(?:信息|情况|结果|数据|名单|清单|公告)$)[\u4e00-\u9fff]{2,8}(?=工作|力度|等|$))?(?:的?(?:力度|工作|频次|实效|时效)|等?(?:各项|方面的?|相关)?(?:工作|活动)|等|服务|试点)*"
    r"(?:深入开展|有序开展|常态化|落到实处|工作|取得实效|全覆盖)?$"
)
_CARRYING = ("开展", "进行", "做出", "作出", "给予")
_EMPTY_LIGHT = re.compile(r"进行|予以|加以|作出|做出|给予|开展|做到|做好|实行|组织|实现")
_MANNER = r"(?:集中|统一|规范|主动|全面|依法|公开|深入|同步|客观|准确|大力|广泛|明确|权威|首发|重点|统筹|详细|有序|充分|专项|及时|动态|实时)*"
_STYLE = r"(?:集中|统一|规范|主动|全面|依法|公开|深入|同步|客观|准确|大力|广泛|权威|首发|统筹|详细|有序|充分|专项)*"
_NO_OBJECT = re.compile(
    r"^(?:[\d一两二三四]+次$|(?:不少于)?\d+个?(?:工作日|日|天)(?:以上)?$|征求|(?<![重主])要(?!点|素)|应当|应(?!急|用)|就|与[^，]{2,8}[要应]|的|到|至|事实$|真相$|等|工作(?!进展|进度|情况|动态|报告|计划|方案|安排|流程|规则|职责|机构|指南|要点|信息|成果|成效)|力度|后|时(?!间)|前|了$|和[^，]{0,6}工作$|之日|以来|为|的?基础上)|^[、，]$"
)
_AT_PLACE = re.compile(rf"(?:在|通过|利用)[^，、]{{2,16}}(?:网站|平台|媒体|专栏|系统|公报|新媒体|上){_MANNER}")
_MEANS = re.compile(
    r"^(?:要|应|应当|可以?|并|还要)*(?:通过|采取|采用|利用|充分利用|运用|充分运用|综合运用|以|借助|用好)"
)
_BIND = re.compile(r"督促|指导|监督|推动|督导")
_ORDER = re.compile(r"^按照?|^根据|^依据|^遵循|^坚持|^本着|^结合|^围绕")
_FRAME_NOUN = re.compile(r"(?:原则|要求|规定|思路|精神|流程|目标|方针|理念)$")
# Clauses that never hold a predicate of their own: aims, conditions, what something counts as.
_NO_CLAUSE = re.compile(
    r"^(?:[^，]{0,12}(?:严禁|不得|禁止|不再|无需)|以便|以期|为了|从而|保证|确保(?!.*(?:公开|公布|发布)$)|提高|提升|增强|便于|避免|防止|不断提高|进一步提高|内容?包括|包括|包含|其中包括|通过(?:主动)?公开)"
    r"|^对(?!于|外|社会).*的$|贯穿|^(?:要|应)?(?:将|把).*(?:纳入|列入|嵌入|作为|统筹|摆|列为|融入)|为主要.{0,6}内容$|关于做好.*的|打造成|建设成为|决策(?:公开)?、执行(?:公开)?、管理"
)
_INSTITUTION = re.compile(
    r"(?P<light>实行|开展|全面落实|落实好|认真落实|落实|严格执行|执行)(?P<object>[^，。；]{2,40}?)(?:定期|长期|预|先行|事前|全面|主动)*(?P<verb>公示公告|公开|公示|公告|发布|披露)制度"
)
_SPLIT_LIST = re.compile(
    r"、(?=(?:最迟)?\d+(?:个工作日|小时|日|天)内)|、(?=(?:在|利用|通过|借助|加强|加大|做好|深化|推进|开展|组织)[^、，]{0,24}$|(?:在|利用|通过|借助|加强|加大|做好|深化|推进|开展)[^、，]{1,24}、|(?:在|利用|通过|借助|加强|加大|做好|深化|推进|开展)[^、，]{1,24}(?:和|等))"
)


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
def _chain_kinds(chain: str) -> tuple[ObligationKind, ...]:
    found = (verb_kind()[match.group(0)] for match in verb_pattern().finditer(chain) if match.group(0) in verb_kind())
    return tuple(dict.fromkeys(found))


@cache
def _partner_update() -> re.Pattern[str]:
    return re.compile(alternatives(list(words("partners"))))


def find_predicates(masked: str, segment: Segment) -> list[Predicate]:
    """The predicates of a segment, in order; a list of clauses (在A集中发布、利用B主动推送等工作) gives one each."""
    cuts = [segment.start]
    text = masked[segment.start : segment.end]
    if _NO_CLAUSE.search(text) or _is_condition(text):
        return []
    if light_pattern().search(text) or _MEANS.match(text) or text.startswith("在"):
        for match in _SPLIT_LIST.finditer(text):
            rest = text[match.end() :]
            follows = chain_pattern().search(rest) or MEETING.search(rest)
            if chain_pattern().search(text[: match.start()]) and follows and not _MEANS.match(text):
                cuts.append(segment.start + match.end())
    ends = [*(cut - 1 for cut in cuts[1:]), segment.end]
    return [found for start, end in zip(cuts, ends, strict=True) for found in _find_in(masked, start, end)]


def _is_condition(text: str) -> bool:
    """围绕…, 在…公布后, …时: they say on what or when, whatever verbs they hold."""
    if re.match(r"(?:要|应|紧紧|重点)*(?:围绕|针对|聚焦|着眼|对照)", text) and not light_pattern().search(text):
        return True
    return bool(
        re.match(r"^(?:并|要|应)*(?:在|于|待|当|自|从)", text)
        and re.search(r"(?:(?<![今])后|(?<![同及])时|之前|以前|过程中)$", text)
    )


def _find_in(masked: str, start: int, end: int) -> list[Predicate]:
    """The predicate of a clause; two where one light verb carries two nouns: 加强X推送和Y解读."""
    shared = _shared_light(masked[start:end])
    if shared:
        cut, light = start + shared[0], start + shared[1]
        first, second = _find_one(masked, start, cut), _find_one(masked, light, end)
        if first and second:
            behind = replace(second, clause_start=cut + 1, head=cut + 1, object_start=cut + 1)
            return [first, behind]
    found = _find_one(masked, start, end)
    return [found] if found else []


def _shared_light(text: str) -> tuple[int, int] | None:
    """(where the first noun ends, where the light verb begins) of a light verb with two objects of their own."""
    chains = list(chain_pattern().finditer(text))
    light = light_pattern().search(text)
    if (
        len(chains) < 2
        or not light
        or not _LIGHT_TAIL.match(text, chains[-1].end())
        or light.start() > chains[-2].start()
    ):
        return None
    before, last = chains[-2], chains[-1]
    between = text[before.end() : last.start()]
    kinds = _chain_kinds(before.group(0)), _chain_kinds(last.group(0))
    if kinds[0] != kinds[1] and re.fullmatch(r"[和与及][\u4e00-\u9fff]{4,12}", between):
        return before.end(), light.start()
    return None


def _find_one(masked: str, start: int, end: int) -> Predicate | None:
    text = masked[start:end]
    meeting = MEETING.search(text)
    chains = list(chain_pattern().finditer(text))
    institution = _INSTITUTION.search(text)
    if institution and not meeting:
        return _institution(institution, start, end)
    if (
        meeting
        and not _is_means(text)
        and not (chains and chains[0].start() < meeting.start() and not _light(text, chains[0]))
    ):
        return _meeting(text, meeting, start, end)
    if not chains or _is_none(text, chains):
        return None
    listed = _listed(text, chains)
    if listed is not None:
        kept = [chain for chain in chains if chain.end() <= listed]
        return _by_light(text[:listed], kept, start, start + listed) or _by_final(
            text[:listed], kept, start, start + listed
        )
    return (
        _by_light(text, chains, start, end)
        or _by_object(text, chains, start, end)
        or _by_final(text, chains, start, end)
    )


def _is_means(text: str) -> bool:
    """通过参加新闻发布会、接受采访等方式: what somebody uses, not what he must hold."""
    return bool(
        _MEANS.match(text) or re.search(r"(?:通过|采取|以|利用)[^，]*等?(?:多种)?(?:方式|形式|渠道|途径|手段)", text)
    )


def _institution(match: re.Match[str], start: int, end: int) -> Predicate | None:
    """实行…公示制度: carrying an institution out is an obligation, setting it up is none."""
    kinds = _chain_kinds(match["verb"])
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


def _light(text: str, chain: re.Match[str]) -> re.Match[str] | None:
    return light_pattern().search(text, 0, chain.start())


def _meeting(text: str, match: re.Match[str], start: int, end: int) -> Predicate:
    """召开国民经济运行情况新闻发布会: what it is about stands between the verb and the meeting's name."""
    verb = re.match(
        "(?:组织)?(?:召开|举办|举行|参加|出席|接受|实行|落实|执行|开展)(?:(?:月度|季度|年度|例行|、)+)?", match.group(0)
    )
    inner = match.start() + (verb.end() if verb else 0)
    noun = re.search(r"(?:例行)?(?:新闻|政策)?(?:发布会|通气会|吹风会|通报会)|采访|访谈", text[inner : match.end()])
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


def _is_none(text: str, chains: list[re.Match[str]]) -> bool:
    """Setting up, what does not bind, framing phrases, aims: no obligation."""
    first, last = chains[0], chains[-1]
    head = text[: first.start()]
    optional = optional_pattern().search(head)
    if optional and not _BIND.search(head) and not re.search("[要应](?:当)?", head[optional.end() :]):
        return True
    if _ORDER.match(text) and _FRAME_NOUN.search(text):
        return True
    if any(re.match("(?:解读|回应|公开|发布)的(?!力度|工作)", text[chain.end() :]) for chain in chains):
        return True
    setup = _setup_head(head)
    if setup is None:
        return False
    between = text[setup : last.start()]
    joined = re.search(r"(?:并|和|、|与|及)?(?:及时|统一|向社会|集中|主动|依法)*$", between)
    bare = between[: joined.start()] if joined else between
    return len(bare) >= 2 or bool(re.match("机制|制度|体系|平台|办法", text[last.end() :]))


_SETUP_LEAD = r"^(?:[^，]{0,24}?(?:要|应当?|须|需))?(?:进一步|加快|积极|抓紧|尽快|切实|不断|逐步|认真|着力|及时|全面|大力|年内|并|同时|继续|抓紧|统一|结合实际|科学|依法|加强)*"


def _setup_head(head: str) -> int | None:
    """Where a setting-up verb that governs the clause ends: 建立X, 要进一步健全X, but not 在X设立专栏集中…"""
    match = re.match(rf"{_SETUP_LEAD}(?:{setup_pattern().pattern})+", head)
    # 规范, 明确 right before a publishing verb are manner words; a column set up in the same clause is its channel.
    if not match or match.end() == len(head) or re.search("专栏|专题|专区", head[match.end() :]):
        return None
    return match.end()


def _listed(text: str, chains: list[re.Match[str]]) -> int | None:
    """推进X信息公开、Y先行: a 、 behind the noun that a light verb carries ends the clause there."""
    first = chains[0]
    if (
        text[first.end() : first.end() + 1] == "、"
        and len(chains) == 1
        and (_light(text, first) or re.match("并?通过", text))
    ):
        return first.end() if not _LIGHT_TAIL.match(text, first.end()) else None
    return None


def _by_light(text: str, chains: list[re.Match[str]], start: int, end: int) -> Predicate | None:
    last = chains[-1]
    if not _LIGHT_TAIL.match(text, last.end()) or not _chain_kinds(last.group(0)):
        return None
    joined = _joined(text, chains)
    lights = list(light_pattern().finditer(text, 0, chains[0].start()))
    if not lights:
        return None
    nearest = lights[-1]
    between = text[nearest.end() : joined[0].start()]
    kinds = tuple(dict.fromkeys(kind for chain in joined for kind in _chain_kinds(chain.group(0))))
    verb, stop = start + joined[0].start(), start + last.end()
    if _EMPTY_LIGHT.fullmatch(nearest.group(0)) and (
        re.fullmatch(_MANNER + "的?", between)
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


def _joined(text: str, chains: list[re.Match[str]]) -> list[re.Match[str]]:
    """The last verb with those joined to it: 信息披露和结果公示, 政策解读及信息公开, 公开和深度解读."""
    joined = [chains[-1]]
    for chain in reversed(chains[:-1]):
        between = text[chain.end() : joined[0].start()]
        if not re.fullmatch(r"(?:以及|[、和及与])[\u4e00-\u9fff]{0,3}", between):
            break
        joined.insert(0, chain)
    return joined


# 公示时间不少于7日, 公示名单必须一致: the noun of the process with its own predicate.
_NOUN_OF_PROCESS = r"(?:时间|信息|照片|材料|期限|名单|标准|内容)"
_SPEAKS_OF_ITSELF = re.compile(
    rf"{_NOUN_OF_PROCESS}(?:[、和]{_NOUN_OF_PROCESS})*(?:应当|应(?!急|用|对|届)|必须|(?<![重主需])要(?!点|素|求)|不少于|不超过|留存|须)"
)
_COUNTED = re.compile(r"(?:[\d一两二三四]+次|不少于[\d一两二三四]+[次场期](?:的)?)(?=[\u4e00-\u9fff])")


def _by_object(text: str, chains: list[re.Match[str]], start: int, end: int) -> Predicate | None:
    for chain in chains:
        rest = text[chain.end() :]
        if not rest or _NO_OBJECT.match(rest) or not _chain_kinds(chain.group(0)):
            continue
        if _SPEAKS_OF_ITSELF.match(rest):
            continue
        if _LIGHT_TAIL.match(text, chain.end()) or (re.match(r"[和与及、]", rest) and len(rest) < 4):
            continue
        manner = re.search(_STYLE + "$", text[: chain.start()])
        verb = manner.start() if manner else chain.start()
        counted = _COUNTED.match(rest)
        object_start = chain.end() + (counted.end() if counted else 0)
        return Predicate(
            "object",
            _chain_kinds(chain.group(0)),
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


def _by_final(text: str, chains: list[re.Match[str]], start: int, end: int) -> Predicate | None:
    """The verb ends the clause; 工作 or 力度 behind it without a light verb makes it a noun."""
    last = chains[-1]
    tail = text[last.end() :]
    if not _chain_kinds(last.group(0)) or not re.fullmatch(
        r"(?:到[^，]+|征求[^，]*意见|(?:不少于)?\d+个?(?:工作日|日|天)(?:以上)?|出来|出去|到位|等|一次|[\d一二两三]+次|事实|谣言)?",
        tail,
    ):
        return None
    before = text[: last.start()]
    if re.search(r"(?:信息|政务|结果|情况|政策|制度|推进|围绕|的)$", before) and not re.search(
        "[将把对要应都均须]", before
    ):
        return None
    return Predicate(
        "final",
        _chain_kinds(last.group(0)),
        start,
        end,
        start + last.start(),
        start + last.start(),
        start + last.end(),
        start,
        start,
        last.group(0),
    )
