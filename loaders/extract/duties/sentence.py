"""One sentence, clause by clause: each predicate becomes a duty with its terms, and the clauses beside it tell theirs."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.extract.duties.bearers import find_bearers
from loaders.extract.duties.clause import completes, find_object, find_start, is_framing, skip_connective
from loaders.extract.duties.frames import Predicate
from loaders.extract.duties.fronted import fronted_object
from loaders.extract.duties.information import RENEWED
from loaders.extract.duties.items import find_items
from loaders.extract.duties.limits import binds_public
from loaders.extract.duties.places import clause_channels
from loaders.extract.duties.scene import Duty, Scene, Span
from loaders.extract.duties.terms import (
    find_deadline,
    find_frequency,
    find_limit,
    find_times,
    find_timing,
    find_trigger,
    is_emergency,
)

_DYNAMIC = re.compile(r"动态(?:调整|更新|管理)|实时更新|及时更新")
_UPDATE_ONLY = re.compile(r"(?:动态|实时|及时|定期|随时)*(?:调整)?更新$")
_COMPLETES = re.compile("完成|建成|编制|制定|出台|建立|梳理|汇总")
_LIMIT_ONLY = re.compile(r"(?:应当?|须|要)?(?:在|于|最迟|不超过)[^，]{1,16}(?:内|前)?(?:作出|完成|办结|答复)?$")
_BINDING = re.compile(r"(?:要|应)?(?:督促|指导|推动|监督|督导|组织|协调)")
_OPENING = re.compile("[自从在于当待凡如对]|涉及")
# 每季度不少于1次 counts what stands before it; 开放日活动每月举办1期 counts something else.
_COUNTS = re.compile(
    "(?:并|且|同时|原则上|一般|平均|至少|要|应当?|须|做到|确保|保证|力争|线上|线下|全年|汛期|[春夏秋冬]季|期间)*(?:每|按|逐|年内|全年|不少于|至少|定期|更新|动态|实时|及时)"
)
_OTHER = re.compile("(?:对于?)?(?:其他|其它|其余|一般)")
_SHORT_CLAUSE = 24
_COUNT_CLAUSE = 16
_SHORT_ANSWER = 6


def read_sentence(scene: Scene) -> list[Duty]:
    """The duties of the sentence, in order."""
    if not scene.segments:
        return []
    start, end = scene.segments[0].start, scene.segments[-1].end
    busy = [index for index, predicates in enumerate(scene.found) if predicates]
    for index, predicates in enumerate(scene.found):
        if not predicates and busy and index < busy[-1]:
            _read_ahead(scene, index)
        elif not predicates and scene.goes_on:
            _read_bearers(scene, index)
        for predicate in predicates:
            if binds_public(scene.text, start, end, predicate):
                _read_predicate(scene, index, predicate)
            elif _UPDATE_ONLY.search(predicate.chain):
                _renew(scene, index)
        if not predicates:
            _read_behind(scene, index)
    return scene.duties


def _read_ahead(scene: Scene, index: int) -> None:
    """A time limit, a trigger, or a subject of a clause without predicate holds for what follows in the sentence."""
    text = scene.clause(index)
    if not scene.duties and not is_framing(text):
        if index == 0 or _COMPLETES.search(text):
            scene.deadline = find_deadline(text, scene.year) or scene.deadline
        scene.trigger = find_trigger(text) or scene.trigger
    _read_bearers(scene, index)


def _read_bearers(scene: Scene, index: int) -> None:
    bearers = find_bearers(scene.text, *scene.span(index))
    if bearers:
        scene.bearers, scene.inherited = bearers, False


def _read_behind(scene: Scene, index: int) -> None:
    """动态调整, 每季度不少于1次 and 10月底前完成 behind a predicate belong to it."""
    if not scene.duties:
        return
    text, last = scene.clause(index), scene.duties[-1]
    if _DYNAMIC.search(text) and len(text) <= _SHORT_CLAUSE:
        term = "dynamic" if "动态" in text else "realtime" if "实时" in text else None
        for duty in scene.duties:
            if term and duty.start == last.start and term not in duty.timing:
                duty.timing = (*duty.timing, term)
    frequency = find_frequency(text)
    counts = _COUNTS.match(text) or last.predicate.chain[-2:] in text
    if frequency and counts and len(text) <= _COUNT_CLAUSE and last.frequency is None:
        counted = find_times(text, frequency)
        last.frequency, last.times = counted.frequency, counted.times
    if last.deadline is None and (completes(text) or _LIMIT_ONLY.match(text)):
        last.deadline = find_deadline(text, scene.year)


def _read_predicate(scene: Scene, index: int, predicate: Predicate) -> None:
    if scene.duties and predicate.frame == "final" and _is_update_only(scene, predicate):
        _renew(scene, index)
        return
    if _joins_answer(scene, predicate):
        return
    start = find_start(scene, index, predicate.clause_start)
    clause = find_object(scene, index, predicate)
    own = skip_connective(scene.text, predicate.clause_start, predicate.verb)
    bearers = find_bearers(scene.text, own, predicate.verb, before_verb=predicate.frame in ("object", "meeting"))
    if bearers:
        scene.bearers, scene.inherited = bearers, False
        if _BINDING.match(scene.text[start : bearers[0][0]]):
            start = bearers[0][0]
    start, items = find_items(scene, index, predicate, clause.object_spans, start, bearers)
    _add(scene, index, predicate, (start, clause.end), items, clause.means)


def _is_update_only(scene: Scene, predicate: Predicate) -> bool:
    """X，及时更新: renewing what the sentence has spoken of, nothing of its own."""
    if not _UPDATE_ONLY.search(predicate.chain):
        return False
    return fronted_object(scene.text, predicate.clause_start, predicate.head) is None


def _renew(scene: Scene, index: int) -> None:
    """…，汛期每周更新: how often what was published just before is renewed."""
    if not scene.duties:
        return
    last, text = scene.duties[-1], scene.clause(index)
    last.timing = tuple(dict.fromkeys((*last.timing, *find_timing(text))))
    last.frequency = last.frequency or find_frequency(text)


def _find_trigger(scene: Scene, adverbial: Span) -> str | None:
    """The trigger in the adverbial clauses of a predicate, the first that tells one."""
    for segment in scene.segments:
        start, end = max(segment.start, adverbial[0]), min(segment.end, adverbial[1])
        if start < end:
            found = find_trigger(scene.text[skip_connective(scene.text, start, end) : end])
            if found:
                return found
    return None


def _heads(scene: Scene, words: str) -> bool:
    """Whether the sentence begins with these words: then they hold for all its predicates (section 4 of the guide)."""
    at = scene.segments[0].start
    while not scene.text.startswith(words, at):
        opening = _OPENING.match(scene.text, at)
        if not opening:
            return False
        at = opening.end()
    return True


def _speaks_of_another(scene: Scene, predicate: Predicate, items: list[Span]) -> bool:
    """A；B应公布: behind a ； a clause that begins with what is published does not go on with the subject before it."""
    in_front = bool(items) and predicate.clause_start <= items[0][0] < predicate.head
    return scene.inherited and in_front


def _joins_answer(scene: Scene, predicate: Predicate) -> bool:
    """发声，澄清事实，解疑释惑: verbs of answering side by side are one obligation."""
    if not scene.duties or predicate.kinds != ("respond",) or scene.duties[-1].kind != "respond":
        return False
    between = scene.text[scene.duties[-1].end : predicate.clause_start]
    if predicate.clause_end - predicate.clause_start <= _SHORT_ANSWER and between in ("，", "、", ""):
        scene.duties[-1].end = predicate.clause_end
        return True
    return False


def _add(
    scene: Scene, index: int, predicate: Predicate, span: Span, items: list[Span], means: tuple[Span, ...]
) -> None:
    """One duty a kind on the same span, with the terms of the adverbials and of the sentence so far."""
    text = scene.text
    adverbial = (min(span[0], predicate.clause_start, predicate.verb), predicate.verb)
    around = text[adverbial[0] : predicate.verb_end]
    if predicate.frame == "meeting":
        around = text[predicate.clause_start : predicate.clause_end]
    counted = find_times(text[adverbial[0] : span[1]], find_frequency(around))
    deadline = find_deadline(text[adverbial[0] : predicate.verb], scene.year) or find_limit(
        text[predicate.verb : span[1]]
    )
    if _OTHER.match(text, skip_connective(text, predicate.clause_start, predicate.verb)):
        scene.trigger = scene.deadline = None
    trigger = _find_trigger(scene, adverbial)
    deadline = deadline or scene.deadline
    trigger = (deadline.counted_from if deadline else None) or trigger or scene.trigger
    if deadline and deadline.amount and not deadline.counted_from:
        deadline = replace(deadline, counted_from=trigger)
    renewed = RENEWED.search(text[predicate.verb : span[1]])
    behind = renewed.group(0) if renewed else ""
    duty = Duty(
        predicate,
        predicate.kinds[0],
        *span,
        items=items,
        adverbial=adverbial,
        frequency=counted.frequency or find_frequency(behind),
        times=counted.times,
        timing=find_timing(around + "，" + behind),
        deadline=deadline,
        trigger=trigger,
        bearers=[] if _speaks_of_another(scene, predicate, items) else list(scene.bearers),
        channels=clause_channels(scene, index, predicate, adverbial, means),
    )
    scene.duties += [duty, *(replace(duty, kind=kind) for kind in predicate.kinds[1:])]
    if deadline and not scene.deadline and text.startswith(deadline.text, scene.segments[0].start):
        scene.deadline = deadline
    if trigger and not scene.trigger and (is_emergency(trigger) or _heads(scene, trigger)):
        scene.trigger = trigger
