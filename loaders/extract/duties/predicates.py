"""The predicates of one clause: where a list parts it, which frame each verb stands in."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.extract.duties.exclusions import is_excluded, says_no_duty
from loaders.extract.duties.frames import (
    LIGHT_TAIL,
    Chains,
    Predicate,
    chain_kinds,
    final_frame,
    institution_frame,
    light_frame,
    meeting_frame,
    object_frame,
)
from loaders.extract.duties.segments import Segment
from loaders.extract.duties.words import bare_verb_pattern, chain_pattern, find_meeting, light_pattern

_MEANS = re.compile(
    r"^(?:要|应|应当|可以?|并|还要)*(?:通过|采取|采用|利用|充分利用|运用|充分运用|综合运用|以|借助|用好)"
)
_INSTITUTION = re.compile(
    r"(?P<light>实行|开展|全面落实|落实好|认真落实|落实|严格执行|执行)(?P<object>[^，。；]{2,40}?)(?:定期|长期|预|先行|事前|全面|主动)*(?P<verb>公示公告|公开发布|公开|公示|公告|发布|披露)制度"
)
_SPLIT_LIST = re.compile(
    r"、(?=(?:最迟)?\d+(?:个工作日|小时|日|天)内)|、(?=(?:在|利用|通过|借助|加强|加大|做好|深化|推进|开展|组织)[^、，]{0,24}$|(?:在|利用|通过|借助|加强|加大|做好|深化|推进|开展)[^、，]{1,24}、|(?:在|利用|通过|借助|加强|加大|做好|深化|推进|开展)[^、，]{1,24}(?:和|等))"
)
_SECOND_NOUN = re.compile(r"[和与及][\u4e00-\u9fff]{4,12}")


def find_predicates(masked: str, segment: Segment) -> list[Predicate]:
    """The predicates of a segment, in order; a list of clauses (在A集中发布、利用B主动推送等工作) gives one each."""
    text = masked[segment.start : segment.end]
    if not bare_verb_pattern().search(text) or says_no_duty(text):
        return []
    predicates, start = [], segment.start
    if "、" in text and not _MEANS.match(text) and (light_pattern().search(text) or text.startswith("在")):
        for match in _SPLIT_LIST.finditer(text):
            rest = text[match.end() :]
            follows = chain_pattern().search(rest) or find_meeting(rest)
            if follows and chain_pattern().search(text, 0, match.start()):
                predicates += _find_in(masked, start, segment.start + match.start())
                start = segment.start + match.end()
    return predicates + _find_in(masked, start, segment.end)


def _find_in(masked: str, start: int, end: int) -> list[Predicate]:
    """The predicate of a clause; two where one light verb carries two nouns: 加强X推送和Y解读."""
    text = masked[start:end]
    chains = _chains(text)
    shared = _shared_light(text, chains)
    if shared:
        cut, light = shared
        first = _find_one(text[:cut], _chains(text[:cut]), start, start + cut)
        second = _find_one(text[light:], _chains(text[light:]), start + light, end)
        if first and second:
            behind = replace(second, clause_start=start + cut + 1, head=start + cut + 1, object_start=start + cut + 1)
            return [first, behind]
    found = _find_one(text, chains, start, end)
    return [found] if found else []


def _chains(text: str) -> Chains:
    return list(chain_pattern().finditer(text))


def _shared_light(text: str, chains: Chains) -> tuple[int, int] | None:
    """(where the first noun ends, where the light verb begins) of a light verb with two objects of their own."""
    light = light_pattern().search(text) if len(chains) > 1 else None
    if not light or not LIGHT_TAIL.match(text, chains[-1].end()) or light.start() > chains[-2].start():
        return None
    before, last = chains[-2], chains[-1]
    between = text[before.end() : last.start()]
    kinds = chain_kinds(before.group(0)), chain_kinds(last.group(0))
    if kinds[0] != kinds[1] and _SECOND_NOUN.fullmatch(between):
        return before.end(), light.start()
    return None


def _find_one(text: str, chains: Chains, start: int, end: int) -> Predicate | None:
    """The predicate of the clause `text`, which stands at [start, end) of the page; `chains` are its verbs."""
    meeting = find_meeting(text)
    institution = _INSTITUTION.search(text) if "制度" in text and not meeting else None
    if institution:
        return institution_frame(institution, start, end)
    if (
        meeting
        and not _is_means(text)
        and not (chains and chains[0].start() < meeting.start() and not _light(text, chains[0]))
    ):
        return meeting_frame(text, meeting, start, end)
    if not chains or is_excluded(text, chains):
        return None
    listed = _listed(text, chains)
    if listed is not None:
        kept = [chain for chain in chains if chain.end() <= listed]
        return light_frame(text[:listed], kept, start, start + listed) or final_frame(
            text[:listed], kept, start, start + listed
        )
    return (
        light_frame(text, chains, start, end)
        or object_frame(text, chains, start, end)
        or final_frame(text, chains, start, end)
    )


def _is_means(text: str) -> bool:
    """通过参加新闻发布会、接受采访等方式: what somebody uses, not what he must hold."""
    return bool(
        _MEANS.match(text) or re.search(r"(?:通过|采取|以|利用)[^，]*等?(?:多种)?(?:方式|形式|渠道|途径|手段)", text)
    )


def _light(text: str, chain: re.Match[str]) -> re.Match[str] | None:
    return light_pattern().search(text, 0, chain.start())


def _listed(text: str, chains: Chains) -> int | None:
    """推进X信息公开、Y先行: a 、 behind the noun that a light verb carries ends the clause there."""
    first = chains[0]
    if (
        text[first.end() : first.end() + 1] == "、"
        and len(chains) == 1
        and (_light(text, first) or re.match("并?通过", text))
    ):
        return first.end() if not LIGHT_TAIL.match(text, first.end()) else None
    return None
