"""What a duty is about: its object in the clause, in front of the verb, or said before it in the sentence."""

from __future__ import annotations

import re

from loaders.extract.duties.clause import is_framing, is_fronted, is_nominal, is_subject, skip_connective
from loaders.extract.duties.frames import Predicate
from loaders.extract.duties.fronted import fronted_object, governed_object
from loaders.extract.duties.information import split_items
from loaders.extract.duties.scene import Scene, Span

_FRAME_LEAD = re.compile(r"(?:要|应)?(?:紧紧|重点)?(?:围绕|针对|聚焦|结合|对照|着眼|对于|对|将|把|凡是|凡)(?:出台)?")
# Verbs that stand without an object where nothing before them says what.
_ALONE = re.compile("答复|解疑释惑|答疑解惑|发声|新闻发布会")
# What people bring forward, and what so can be answered.
_ASKED = re.compile("反映|关切|问题|疑虑|疑问|舆情|诉求|质疑|咨询")
_BARE_POLICY = re.compile(r"^(?:有关|上述)?政策$")
_NO_NOUN = re.compile(r"(?:在|于|通过|利用|依托|按|向|提供给|以|自|从|由|运用|主动|及时|有关|相关)")


def find_items(
    scene: Scene, index: int, predicate: Predicate, objects: tuple[Span, ...], start: int, bearers: list[Span]
) -> tuple[int, list[Span]]:
    """The items of the predicate of clause `index`, and the duty's start, moved to an object that stands before it."""
    items = [item for span in objects for item in _split(scene, span)]
    if items:
        return _filled(scene, index, start, items)
    fronted = _fronted(scene, predicate, bearers)
    if fronted:
        return start, _split(scene, fronted)
    if scene.duties and scene.duties[-1].predicate.clause_start >= scene.segments[index].start:
        return start, list(scene.duties[-1].items)
    alone = bool(_ALONE.search(predicate.chain))
    near = _before(scene, index, alone=alone)
    if near and near[1]:
        return min(start, near[0]) if near[0] is not None else start, near[1]
    if scene.before and predicate.frame == "final" and not alone:
        return start, list(scene.before)
    return start, items


def _split(scene: Scene, span: Span) -> list[Span]:
    """The items of an object phrase."""
    lead = re.match(r"(?:对于|对|了|好)+(?!外|口)", scene.text[span[0] : span[1]])
    return split_items(scene.masked, span[0] + (lead.end() if lead else 0), span[1])


def _filled(scene: Scene, index: int, start: int, items: list[Span]) -> tuple[int, list[Span]]:
    """Bare 政策 stands for what 围绕… or the duty before it in the sentence spoke of."""
    if not all(_BARE_POLICY.match(scene.text[a:b]) for a, b in items):
        return start, items
    if scene.duties:
        return start, list(scene.duties[-1].items) or items
    for at in range(index - 1, -1, -1):
        if is_framing(scene.clause(at)):
            return scene.segments[at].start, _framed(scene, at, index) or items
    return start, items


def _framed(scene: Scene, at: int, index: int) -> list[Span]:
    """The items of a framing or fronted clause and of those that go on with it, up to the predicate's."""
    lead = _FRAME_LEAD.match(scene.clause(at))
    begin, stop = scene.span(at)
    spans = [(begin + (lead.end() if lead else 0), stop)]
    for other in range(at + 1, index):
        if re.match("以及|和|及|特别是|尤其是", scene.clause(other)):
            spans.append(scene.span(other))
    return [item for span in spans for item in _split(scene, span)]


def _fronted(scene: Scene, predicate: Predicate, bearers: list[Span]) -> Span | None:
    """清理结果向社会公布: the noun phrase before the adverbs, unless it is the body that is bound."""
    if predicate.frame != "final":
        return None
    start = skip_connective(scene.text, predicate.clause_start, predicate.verb)
    start = max(start, bearers[-1][1]) if bearers else start
    span = fronted_object(scene.text, start, predicate.head)
    return None if span and _NO_NOUN.match(scene.text[span[0] : span[1]]) else span


def _before(scene: Scene, index: int, *, alone: bool) -> tuple[int | None, list[Span]] | None:
    """The nearest phrase before clause `index` that says what: fronted, a duty of the sentence, 围绕…, the clause before."""
    nearest = index - 1
    for at in range(index - 1, -1, -1):
        begin, stop = scene.span(at)
        text = scene.masked[begin:stop]
        if re.match("除.*外$", text):
            nearest = at - 1
            continue
        if scene.is_busy(at) and scene.duties:
            return None, list(scene.duties[-1].items)
        if is_fronted(text) or is_framing(text):
            return begin, _framed(scene, at, index)
        object_ = governed_object(scene.text, begin, stop)
        if alone and not (object_ and _ASKED.search(scene.text, *object_)):
            continue
        if object_ and at == nearest:
            return object_[0], _split(scene, object_)
        if (is_nominal(text) and not object_) or is_subject(scene, at, scene.segments[at + 1].start):
            return begin, _split(scene, (begin, stop - text.endswith("的")))
    return None
