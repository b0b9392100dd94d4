"""Clauses that hold a verb of the lists and bind nobody: aims, conditions, setting up, what is left to choice."""

from __future__ import annotations

import re
from functools import cache

from loaders.extract.duties.frames import Chains
from loaders.extract.duties.words import find_meeting, light_pattern, optional_pattern, setup_pattern

_ORDER = re.compile(r"^按照?|^根据|^依据|^遵循|^坚持|^本着|^结合|^围绕")
_FRAME_NOUNS = ("原则", "要求", "规定", "思路", "精神", "流程", "目标", "方针", "理念")
# Clauses that never hold a predicate of their own: aims, conditions, what something counts as.
_NO_CLAUSE = re.compile(
    r"^(?:[^，]{0,12}(?:严禁|不得|禁止|不再|无需)|以便|以期|为了|从而|保证|确保(?!.*(?:公开|公布|发布)$)|提高|提升|增强|便于|避免|防止|不断提高|进一步提高|内容?包括|包括|包含|其中包括|通过(?:主动)?公开)"
    r"|^对(?!于|外|社会).*的$|^(?:要|应)?(?:将|把).*(?:纳入|列入|嵌入|作为|统筹|摆|列为|融入)"
)
_NO_DUTY = re.compile(
    r"贯穿|为主要.{0,6}内容$|关于做好.*的|打造成|建设成为|决策(?:公开)?、执行(?:公开)?、管理|应([\u4e00-\u9fff]{2,4})尽\1"
)
_SPEAKS_OUT = re.compile("针对.*(?:发声|澄清|回应|解疑释惑|答疑解惑)$")
_LOOKS_AT = re.compile("(?:要|应|紧紧|重点)*(?:围绕|针对|聚焦|着眼|对照)")
_AT_A_TIME = re.compile("(?:并|要|应)*[在于待当自从]")
_TIME_END = re.compile("(?:(?<![今])后|(?<![同及])时|之前|以前|过程中)$")
# 公开解读的…: a verb more, in front of a noun.
_ATTRIBUTE = re.compile("(?:解读|回应|公开|发布)的(?!力度|工作)")
# 经本人同意可在网上公开: what one may do binds nobody.
_MAY = re.compile("(?<![不许认无])可(?:以)?(?=$|在|通过|向|适当|视情)")
_BINDS = re.compile(r"督促|指导|监督|推动|督导")
_SETUP_LEAD = r"^(?:[^，]{0,24}?(?:要|应当?|须|需))?(?:进一步|加快|积极|抓紧|尽快|切实|不断|逐步|认真|着力|及时|全面|大力|年内|并|同时|继续|抓紧|统一|结合实际|科学|依法|加强)*"


def says_no_duty(text: str) -> bool:
    """Whether the whole clause is an aim, a condition or a frame, whatever verbs it holds."""
    return bool(_NO_CLAUSE.match(text) or _NO_DUTY.search(text)) or _is_condition(text)


def _is_condition(text: str) -> bool:
    """围绕…, 在…公布后, …时: they say on what or when, whatever verbs they hold."""
    looks_at = _LOOKS_AT.match(text) and not light_pattern().search(text)
    at_a_time = _AT_A_TIME.match(text) and _TIME_END.search(text)
    return bool(looks_at or at_a_time) and not (_SPEAKS_OUT.match(text) or find_meeting(text))


def is_excluded(text: str, chains: Chains) -> bool:
    """Setting up, what does not bind, framing phrases, aims: no obligation."""
    first, last = chains[0], chains[-1]
    head = text[: first.start()]
    optional = optional_pattern().search(head)
    if optional and not _BINDS.search(head) and not re.search("[要应](?:当)?", head[optional.end() :]):
        return True
    if _MAY.search(head):
        return True
    if _ORDER.match(text) and text.endswith(_FRAME_NOUNS):
        return True
    if "的" in text and any(_ATTRIBUTE.match(text, chain.end()) for chain in chains):
        return True
    setup = _setup_head(head)
    if setup is None:
        return False
    between = text[setup : last.start()]
    joined = re.search(r"(?:并|和|、|与|及)?(?:及时|统一|向社会|集中|主动|依法)*$", between)
    bare = between[: joined.start()] if joined else between
    return len(bare) >= 2 or bool(re.match("机制|制度|体系|平台|办法", text[last.end() :]))


@cache
def _setup_lead() -> re.Pattern[str]:
    return re.compile(rf"{_SETUP_LEAD}(?:{setup_pattern().pattern})+")


def _setup_head(head: str) -> int | None:
    """Where a setting-up verb that governs the clause ends: 建立X, 要进一步健全X, but not 在X设立专栏集中…"""
    match = _setup_lead().match(head)
    # 规范, 明确 right before a publishing verb are manner words; a column set up in the same clause is its channel.
    if not match or match.end() == len(head) or re.search("专栏|专题|专区", head[match.end() :]):
        return None
    return match.end()
