"""The channels of one duty: in its adverbials and means, and in what the clause before sets up or relies on."""

from __future__ import annotations

import re

from loaders.extract.duties.channels import Use, find_channels, find_named, has_place
from loaders.extract.duties.clause import HOLDS_MEETING, is_framing, is_fronted
from loaders.extract.duties.frames import Predicate
from loaders.extract.duties.scene import Scene, Span

_SETS_UP = re.compile(
    r"设立|开设|建立|建设|建成|开辟|开通|依托|完善|搭建|运用|利用|打造|作为|设置|增设|开发|纳入|发挥|办好|^(?:组织)?(?:召开|举办|举行)[^，]{2,12}会$"
)
# 在路口设立公示栏: the board is where things are made public, the crossing is where it stands.
_BOARD = re.compile("(?:设立|设置|增设)[^，]{0,6}(?:公[示告开]栏|公示牌|公示墙|宣传栏)")
# 对资金分配结果在村务公开栏公示: where, behind the object in front.
_BEHIND_OBJECT = re.compile("(?<=[\u4e00-\u9fff”）》]{4})(?:在(?!建|职|线|校|岗)|通过|利用|依托)")
_SITE_SUBJECT = re.compile(
    r"[^，]{0,14}(?:政府|部门|门户|[厅局委])网站|[^，]{0,8}(?:服务|办事|政务)大厅(?:[及和与、][^，]{2,12}(?:客户端|网站|平台|公众号))?(?=要|应|须)|[^，]{0,10}(?:入口处|(?:醒目|显著|显眼)位置)(?=要|应|须)|[^，]{0,14}(?:公众号|政务微博|政务微信|客户端)"
)


def clause_channels(
    scene: Scene, index: int, predicate: Predicate, adverbial: Span, means: tuple[Span, ...]
) -> list[Use]:
    """The channels of the predicate of clause `index`; one entry a canonical name."""
    spans = [*_adverbials(scene, adverbial), *means]
    if predicate.frame == "meeting" or scene.text[predicate.verb - 5 : predicate.verb].endswith("新闻发布会"):
        spans.append((predicate.verb, predicate.clause_end))
    if predicate.frame == "final" and predicate.verb_end < predicate.clause_end:
        spans.append((predicate.verb_end, predicate.clause_end))
    relied = _relied_on(scene, index, predicate, adverbial)
    uses: list[Use] = []
    for span in [*spans, *relied]:
        found = find_channels(scene.text, *span) or (find_named(scene.text, *span) if span in relied else [])
        uses += [use for use in found if all(known.channel.name != use.channel.name for known in uses)]
    return uses


def _adverbials(scene: Scene, adverbial: Span) -> list[Span]:
    """The parts of the adverbials that say where: fronted objects and framing left out."""
    parts = []
    for at, segment in enumerate(scene.segments):
        start, end = max(segment.start, adverbial[0]), min(segment.end, adverbial[1])
        text = scene.text[start:end]
        says_where = at in scene.used or has_place(text) or _SITE_SUBJECT.match(text) or HOLDS_MEETING.match(text)
        if end <= start or not says_where or is_framing(text):
            continue
        fronted = is_fronted(text)
        behind = _BEHIND_OBJECT.search(text) if fronted else None
        if behind or not fronted:
            parts.append((start + (behind.start() if behind else 0), end))
    return parts


def _relied_on(scene: Scene, index: int, predicate: Predicate, adverbial: Span) -> list[Span]:
    """设立专栏，集中公开…; a 依托 clause at the head of the sentence reaches over one clause between."""
    at = index - 1
    if at < 0 or scene.is_busy(at) or predicate.clause_start != scene.segments[index].start:
        return []
    if scene.segments[at].start >= adverbial[0]:
        return []
    if _SETS_UP.search(scene.clause(at)):
        start, end = scene.span(at)
        board = _BOARD.search(scene.clause(at))
        return [(start + board.start() if board else start, end)]
    if at == 1 and not scene.is_busy(0) and scene.clause(0).startswith("依托"):
        return [scene.span(0)]
    return []
