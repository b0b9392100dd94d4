"""All obligations of one task's text: sentence by sentence, predicate by predicate."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from loaders.extract.duties.bearers import find_bearers
from loaders.extract.duties.channels import Use, find_channels, find_named, has_place
from loaders.extract.duties.clause import (
    completes,
    find_object,
    find_start,
    is_framing,
    is_fronted,
    is_nominal,
    skip_connective,
)
from loaders.extract.duties.fronted import fronted_object, governed_object
from loaders.extract.duties.information import split_items
from loaders.extract.duties.limits import binds_public
from loaders.extract.duties.predicates import Predicate, find_predicates
from loaders.extract.duties.segments import Segment, Sentence, mask, split_sentences
from loaders.extract.duties.terms import find_deadline, find_frequency, find_times, find_timing, find_trigger
from loaders.extract.page import Page
from loaders.records import ChannelUse, Deadline, Obligation, ObligationKind

Span = tuple[int, int]

_HEAD_SETS_UP = re.compile(
    r"设立|开设|建立|建设|建成|开辟|开通|依托|完善|搭建|运用|利用|打造|作为|设置|增设|开发|纳入|发挥"
)
_DYNAMIC = re.compile(r"动态(?:调整|更新|管理)|实时更新|及时更新")
_UPDATE_ONLY = re.compile(r"(?:动态|实时|及时|定期|随时)*(?:调整)?更新$")
_FRAME_LEAD = re.compile(r"(?:要|应)?(?:紧紧|重点)?(?:围绕|针对|聚焦|结合|对照|着眼|对于|对|将|把|凡是|凡)(?:出台)?")
_COMPLETES = re.compile("完成|建成|编制|制定|出台|建立|梳理|汇总")
# Verbs that stand without an object where nothing before them says what.
_ALONE = re.compile("答复|解疑释惑|答疑解惑|发声|新闻发布会")
# What people bring forward, and what so can be answered.
_ASKED = re.compile("反映|关切|问题|疑虑|疑问|舆情|诉求|质疑|咨询")
_SITE_SUBJECT = re.compile(r"[^，]{0,14}(?:政府|部门|门户|[厅局委])网站|[^，]{0,14}(?:公众号|政务微博|政务微信)")
_LONG_MEANS = re.compile(r"(?:通过|采取|利用)[^。；]*?等(?:多种|各种)?(?:方式|形式|渠道|途径|手段)")
_NTH = re.compile("[一二三四五六七八九十]是")
_CAPTION = 24
_BARE_POLICY = re.compile(r"^(?:有关|上述)?政策$")


@dataclass
class Duty:
    """An obligation in the page's own offsets, before it becomes a record."""

    predicate: Predicate
    kind: ObligationKind
    start: int
    end: int
    items: list[Span]
    adverbial: Span
    frequency: str | None = None
    times: int | None = None
    timing: tuple[str, ...] = ()
    deadline: Deadline | None = None
    trigger: str | None = None
    bearers: list[Span] = field(default_factory=list)
    channels: list[Use] = field(default_factory=list)
    confidence: float = 0.95


@dataclass
class _Reading:
    """What one sentence has told so far."""

    deadline: Deadline | None = None
    trigger: str | None = None
    bearers: list[Span] = field(default_factory=list)
    duties: list[Duty] = field(default_factory=list)


class DutyFinder:
    """Finds the duties of a run of text; `year` is the instrument's, for dates without one."""

    def __init__(self, page: Page, year: int | None) -> None:
        self.page = page
        self.text = page.text
        self.masked = mask(page.text)
        self.year = year
        self._last: list[Span] = []
        self._used: set[Segment] = set()

    def find(self, start: int, end: int) -> list[Duty]:
        duties: list[Duty] = []
        self._last = []
        for sentence in split_sentences(self.masked, start, end):
            if not self._is_caption(sentence, end):
                duties += self._sentence(sentence)
                self._last = duties[-1].items if duties else []
        return duties

    def _is_caption(self, sentence: Sentence, end: int) -> bool:
        """四是公开服务事项信息。 heads the sentences behind it, as a heading does."""
        text = self.text[sentence.start : sentence.end]
        alone = len(sentence.segments) == 1 and len(text) <= _CAPTION
        return alone and bool(_NTH.match(text)) and bool(self.text[sentence.end + 1 : end].strip())

    def _sentence(self, sentence: Sentence) -> list[Duty]:
        found = [find_predicates(self.masked, segment) for segment in sentence.segments]
        used = self._means(sentence)
        self._used = {sentence.segments[index] for index in used}
        found = [[] if index in used else predicates for index, predicates in enumerate(found)]
        busy = {index for index, predicates in enumerate(found) if predicates}
        reading = _Reading()
        for index, segment in enumerate(sentence.segments):
            self._head(reading, segment, index, first=index not in busy)
            for predicate in found[index]:
                if binds_public(self.text, sentence.start, sentence.end, predicate):
                    self._add(reading, sentence.segments, index, predicate, busy, used)
            if index not in busy:
                self._behind(reading, segment)
        return reading.duties

    def _means(self, sentence: Sentence) -> set[int]:
        """The clauses of 通过提供素材，召开通气会，推荐专家接受访谈等方式: means of what follows, no duties of their own."""
        match = _LONG_MEANS.search(self.masked, sentence.start, sentence.end)
        if not match:
            return set()
        inside = {i for i, s in enumerate(sentence.segments) if s.end > match.start() and s.end <= match.end()}
        return inside if len(inside) > 1 else set()

    def _head(self, reading: _Reading, segment: Segment, at: int, *, first: bool) -> None:
        """A time limit, a trigger, or a subject of a clause without predicate holds for what follows in the sentence."""
        text = self.text[segment.start : segment.end]
        if first and not reading.duties and not is_framing(text):
            if at == 0 or _COMPLETES.search(text):
                reading.deadline = find_deadline(text, self.year) or reading.deadline
            reading.trigger = find_trigger(text) or reading.trigger
        bearers = find_bearers(self.text, segment.start, segment.end) if first else []
        if bearers:
            reading.bearers = bearers

    def _behind(self, reading: _Reading, segment: Segment) -> None:
        """动态调整 and 10月底前完成 behind a predicate belong to it."""
        if not reading.duties:
            return
        text = self.text[segment.start : segment.end]
        last = reading.duties[-1]
        if _DYNAMIC.search(text) and len(text) <= 24:
            term = "dynamic" if "动态" in text else "realtime" if "实时" in text else None
            for duty in reading.duties:
                if term and duty.start == last.start and term not in duty.timing:
                    duty.timing = (*duty.timing, term)
        frequency = find_frequency(text)
        if frequency and len(text) <= 16 and last.frequency is None:
            counted = find_times(text, frequency)
            last.frequency, last.times = counted.frequency, counted.times
        if completes(text) and last.deadline is None:
            last.deadline = find_deadline(text, self.year)

    def _add(
        self,
        reading: _Reading,
        segments: tuple[Segment, ...],
        index: int,
        predicate: Predicate,
        busy: set[int],
        used: set[int],
    ) -> None:
        if _UPDATE_ONLY.search(predicate.chain) and reading.duties and predicate.frame == "final":
            return
        if self._joins_answer(reading, predicate):
            return
        start = find_start(self.text, segments, index, predicate.clause_start, busy, used, self.year)
        clause = find_object(self.text, self.masked, segments, index, predicate, busy)
        bearers = find_bearers(
            self.text, skip_connective(self.text, predicate.clause_start, predicate.verb), predicate.verb
        )
        if bearers:
            reading.bearers = bearers
            if re.match(r"(?:要|应)?(?:督促|指导|推动|监督|督导|组织|协调)", self.text[start : bearers[0][0]]):
                start = bearers[0][0]
        start, items = self._items(reading, segments, index, predicate, clause.object_spans, start, bearers, busy)
        self._terms(reading, segments, index, predicate, start, clause.end, items, clause.means, busy)

    def _joins_answer(self, reading: _Reading, predicate: Predicate) -> bool:
        """发声，澄清事实，解疑释惑: verbs of answering side by side are one obligation."""
        if not reading.duties or predicate.kinds != ("respond",) or reading.duties[-1].kind != "respond":
            return False
        own = self.text[predicate.clause_start : predicate.clause_end]
        if len(own) <= 6 and self.text[reading.duties[-1].end : predicate.clause_start] in ("，", "、", ""):
            reading.duties[-1].end = predicate.clause_end
            return True
        return False

    def _items(
        self,
        reading: _Reading,
        segments: tuple[Segment, ...],
        index: int,
        predicate: Predicate,
        objects: tuple[Span, ...],
        start: int,
        bearers: list[Span],
        busy: set[int],
    ) -> tuple[int, list[Span]]:
        """The items, and the start moved to where an object in the clause before begins."""
        items = [item for span in objects for item in self._split(span)]
        if items:
            return self._filled(reading, segments, index, start, items)
        fronted = self._fronted(predicate, bearers)
        if fronted:
            return start, self._split(fronted)
        if reading.duties and reading.duties[-1].predicate.clause_start >= segments[index].start:
            return start, list(reading.duties[-1].items)
        near = self._before(reading, segments, index, busy, alone=bool(_ALONE.search(predicate.chain)))
        if near and near[1]:
            return min(start, near[0]) if near[0] is not None else start, near[1]
        if self._last and predicate.frame == "final" and not _ALONE.search(predicate.chain):
            return start, list(self._last)
        return start, items

    def _filled(
        self, reading: _Reading, segments: tuple[Segment, ...], index: int, start: int, items: list[Span]
    ) -> tuple[int, list[Span]]:
        """Bare 政策 stands for what 围绕… or the duty before it in the sentence spoke of."""
        if not all(_BARE_POLICY.match(self.text[a:b]) for a, b in items):
            return start, items
        if reading.duties:
            return start, list(reading.duties[-1].items) or items
        for at in range(index - 1, -1, -1):
            if is_framing(self.text[segments[at].start : segments[at].end]):
                return segments[at].start, self._framed(segments, at, index) or items
        return start, items

    def _framed(self, segments: tuple[Segment, ...], at: int, index: int) -> list[Span]:
        """The items of a framing or fronted clause and of those that go on with it, up to the predicate's."""
        lead = _FRAME_LEAD.match(self.text[segments[at].start : segments[at].end])
        spans = [(segments[at].start + (lead.end() if lead else 0), segments[at].end)]
        for other in segments[at + 1 : index]:
            if re.match("以及|和|及|特别是|尤其是", self.text[other.start : other.end]):
                spans.append((other.start, other.end))
        return [item for span in spans for item in self._split(span)]

    def _split(self, span: Span) -> list[Span]:
        """The items of an object phrase."""
        lead = re.match(r"(?:对于|对|了|好)+(?!外|口)", self.text[span[0] : span[1]])
        return split_items(self.text, self.masked, span[0] + (lead.end() if lead else 0), span[1])

    def _fronted(self, predicate: Predicate, bearers: list[Span]) -> Span | None:
        if predicate.frame != "final":
            return None
        start = skip_connective(self.text, predicate.clause_start, predicate.verb)
        if bearers:
            start = max(start, bearers[-1][1])
        span = fronted_object(self.text, start, predicate.head)
        if span and re.match(
            r"(?:在|于|通过|利用|依托|按|向|提供给|以|自|从|由|运用|主动|及时|有关|相关)", self.text[span[0] : span[1]]
        ):
            return None
        return span

    def _before(
        self, reading: _Reading, segments: tuple[Segment, ...], index: int, busy: set[int], *, alone: bool
    ) -> tuple[int | None, list[Span]] | None:
        """The nearest phrase before it that says what: fronted, an obligation of the sentence, 围绕…, the clause before."""
        nearest = index - 1
        for at in range(index - 1, -1, -1):
            begin, stop = segments[at].start, segments[at].end
            text = self.masked[begin:stop]
            if re.match("除.*外$", text):
                nearest = at - 1
                continue
            if at in busy and reading.duties:
                return None, list(reading.duties[-1].items)
            if is_fronted(text) or is_framing(text):
                return begin, self._framed(segments, at, index)
            object_ = governed_object(self.text, begin, stop)
            if alone and not (object_ and _ASKED.search(self.text, *object_)):
                continue
            if object_ and at == nearest:
                return object_[0], self._split(object_)
            if is_nominal(text) and not object_:
                return begin, self._split((begin, stop))
        return None

    def _terms(
        self,
        reading: _Reading,
        segments: tuple[Segment, ...],
        index: int,
        predicate: Predicate,
        start: int,
        end: int,
        items: list[Span],
        means: tuple[Span, ...],
        busy: set[int],
    ) -> None:
        own_start = min(start, predicate.clause_start) if start >= segments[0].start else start
        adverbial = (min(own_start, predicate.verb), predicate.verb)
        around = self.text[adverbial[0] : adverbial[1]] + self.text[predicate.verb : predicate.verb_end]
        whole = self.text[predicate.clause_start : predicate.clause_end] if predicate.frame == "meeting" else around
        frequency = find_frequency(whole)
        counted = find_times(self.text[adverbial[0] : end], frequency)
        deadline = find_deadline(self.text[adverbial[0] : predicate.verb], self.year)
        trigger = find_trigger(self._lead(adverbial))
        for kind in predicate.kinds:
            duty = Duty(
                predicate,
                kind,
                start,
                end,
                items,
                adverbial,
                counted.frequency,
                counted.times,
                find_timing(around if predicate.frame != "meeting" else whole),
                deadline or reading.deadline,
                (deadline.counted_from if deadline else None) or trigger or (reading.trigger if not trigger else None),
                list(reading.bearers),
                self._channels(segments, index, predicate, adverbial, means, busy),
            )
            reading.duties.append(duty)
        if deadline and not reading.deadline and self.text[segments[0].start :].startswith(deadline.text):
            reading.deadline = deadline
        if trigger and not reading.trigger and len(reading.duties) == len(predicate.kinds):
            reading.trigger = trigger

    def _lead(self, adverbial: Span) -> str:
        start = skip_connective(self.text, *adverbial)
        return self.text[start : adverbial[1]]

    def _channels(
        self,
        segments: tuple[Segment, ...],
        index: int,
        predicate: Predicate,
        adverbial: Span,
        means: tuple[Span, ...],
        busy: set[int],
    ) -> list[Use]:
        """Channels of the clause's adverbials and means, of a meeting, and of what the clause before sets up or relies on."""
        spans = [*self._adverbials(segments, adverbial), *means]
        if predicate.frame == "meeting" or self.text[predicate.verb - 5 : predicate.verb].endswith("新闻发布会"):
            spans.append((predicate.verb, predicate.clause_end))
        at = index - 1
        if (
            at >= 0
            and at not in busy
            and predicate.clause_start == segments[index].start
            and segments[at].start < adverbial[0]
        ):
            if _HEAD_SETS_UP.search(self.text, segments[at].start, segments[at].end):
                spans.append((segments[at].start, segments[at].end))
            elif at == 1 and 0 not in busy and self.text.startswith("依托", segments[0].start):
                spans.append((segments[0].start, segments[0].end))
        uses: list[Use] = []
        for start, end in spans:
            set_up = end <= adverbial[0] or start < adverbial[0]
            for use in find_channels(self.text, start, end) or (find_named(self.text, start, end) if set_up else []):
                if all(known.channel.name != use.channel.name for known in uses):
                    uses.append(use)
        return uses

    def _adverbials(self, segments: tuple[Segment, ...], adverbial: Span) -> list[Span]:
        """The parts of the adverbials that say where: fronted objects and framing left out."""
        parts = []
        for segment in segments:
            start, end = max(segment.start, adverbial[0]), min(segment.end, adverbial[1])
            text = self.text[start:end]
            if (
                end > start
                and (has_place(text) or _SITE_SUBJECT.match(text))
                and not is_fronted(text)
                and not is_framing(text)
            ):
                parts.append((start, end))
        return parts


def to_record(page: Page, duty: Duty, number: str) -> Obligation:
    """The record of a duty; words are as written, spans in the source text."""
    rule = duty.predicate.rule
    written_predicate = page.written(duty.predicate.verb, duty.predicate.verb_end)
    if duty.predicate.frame == "light":
        light_end = duty.predicate.object_start
        written_predicate = f"{page.written(duty.predicate.head, light_end)}…{written_predicate}"
    elif duty.predicate.frame == "object":
        written_predicate = page.written(duty.predicate.head, duty.predicate.verb_end)
    at = page.evidence(duty.start, duty.end, rule, duty.confidence)
    return Obligation(
        id=number,
        kind=duty.kind,
        predicate=written_predicate,
        text=page.copy.text[at.start : at.end],
        at=at,
        information=tuple(dict.fromkeys(page.written(a, b) for a, b in duty.items)),
        frequency=duty.frequency,
        times=duty.times,
        timing=duty.timing,
        deadline=_written_deadline(page, duty),
        trigger=_written(page, duty, duty.trigger),
        bearers=tuple(dict.fromkeys(page.written(a, b) for a, b in duty.bearers)),
        channels=tuple(replace(use.channel, mention=page.written(use.start, use.end)) for use in duty.channels),
    )


_LOOK_BACK = 300


def _written(page: Page, duty: Duty, words: str | None) -> str | None:
    """Words of the folded text as the notice writes them, found at or right before the duty."""
    if not words:
        return words
    at = page.text.rfind(words, max(0, duty.start - _LOOK_BACK), duty.end + _LOOK_BACK)
    return page.written(at, at + len(words)) if at >= 0 else words


def _written_deadline(page: Page, duty: Duty) -> Deadline | None:
    found = duty.deadline
    if found is None or page.copy.script == "Hans":
        return found
    return replace(
        found,
        text=_written(page, duty, found.text) or found.text,
        counted_from=_written(page, duty, found.counted_from),
        event=_written(page, duty, found.event),
    )


__all__ = ["ChannelUse", "Duty", "DutyFinder", "to_record"]
