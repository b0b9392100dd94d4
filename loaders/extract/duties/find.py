"""All obligations of one task's text: sentence by sentence, predicate by predicate."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from loaders.extract.duties.bearers import find_bearers
from loaders.extract.duties.channels import Use, find_channels
from loaders.extract.duties.clause import (
    completes,
    find_object,
    find_start,
    is_framing,
    is_fronted,
    skip_connective,
)
from loaders.extract.duties.fronted import fronted_object, governed_object
from loaders.extract.duties.information import split_items
from loaders.extract.duties.limits import binds_public
from loaders.extract.duties.predicates import Predicate, find_predicates
from loaders.extract.duties.segments import Segment, Sentence, mask, split_sentences
from loaders.extract.duties.terms import find_deadline, find_frequency, find_times, find_timing, find_trigger
from loaders.extract.duties.words import chain_pattern
from loaders.extract.page import Page
from loaders.records import ChannelUse, Deadline, Obligation, ObligationKind

Span = tuple[int, int]

_HEAD_SETS_UP = re.compile(r"(?:设立|开设|建立|建设|开辟|开通|依托|完善|搭建|运用|利用|打造|作为|设置|增设|开发)")
_DYNAMIC = re.compile(r"动态(?:调整|更新|管理)|实时更新|及时更新")
_UPDATE_ONLY = re.compile(r"(?:动态|实时|及时|定期|随时)*(?:调整)?更新$")
_BARE_POLICY = re.compile(r"^(?:相关|有关|重要|重大|各项|上述)?政策$")


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

    def find(self, start: int, end: int) -> list[Duty]:
        duties: list[Duty] = []
        for sentence in split_sentences(self.masked, start, end):
            if chain_pattern().search(self.masked, sentence.start, sentence.end) or "发布会" in self.text[sentence.start : sentence.end] or "更新" in self.text[sentence.start : sentence.end]:
                duties += self._sentence(sentence, duties)
        return duties

    def _sentence(self, sentence: Sentence, before: list[Duty]) -> list[Duty]:
        found = [find_predicates(self.masked, segment) for segment in sentence.segments]
        busy = {index for index, predicates in enumerate(found) if predicates}
        reading = _Reading()
        for index, segment in enumerate(sentence.segments):
            self._head(reading, segment, first=index not in busy)
            for predicate in found[index]:
                if binds_public(self.text, sentence.start, sentence.end, predicate):
                    self._add(reading, sentence.segments, index, predicate, busy, before)
            if index not in busy:
                self._behind(reading, segment)
        return reading.duties

    def _head(self, reading: _Reading, segment: Segment, *, first: bool) -> None:
        """A time limit, a trigger, or a subject of a clause without predicate holds for what follows in the sentence."""
        text = self.text[segment.start : segment.end]
        if first and not reading.duties:
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
        if completes(text) and last.deadline is None:
            last.deadline = find_deadline(text, self.year)

    def _add(
        self, reading: _Reading, segments: tuple[Segment, ...], index: int, predicate: Predicate, busy: set[int], before: list[Duty]
    ) -> None:
        if _UPDATE_ONLY.search(predicate.chain) and reading.duties and predicate.frame == "final":
            return
        if self._joins_answer(reading, predicate):
            return
        start = find_start(self.text, segments, index, predicate.clause_start, busy, self.year)
        clause = find_object(self.text, self.masked, segments, index, predicate, busy)
        bearers = find_bearers(self.text, skip_connective(self.text, predicate.clause_start, predicate.verb), predicate.verb)
        if bearers:
            reading.bearers = bearers
            if re.match(r"(?:要|应)?(?:督促|指导|推动|监督|督导|组织|协调)", self.text[start : bearers[0][0]]):
                start = bearers[0][0]
        start, items = self._items(reading, segments, index, predicate, clause.object_spans, start, bearers, busy, before)
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
        before: list[Duty],
    ) -> tuple[int, list[Span]]:
        """The items, and the start moved to where an object in the clause before begins."""
        items = [item for span in objects for item in self._split(span)]
        if items and not all(_BARE_POLICY.match(self.text[a:b]) for a, b in items):
            return start, items
        fronted = self._fronted(predicate, bearers) if not items else None
        if fronted:
            return start, self._split(fronted)
        near = self._before(reading, segments, index, busy)
        if near and near[1]:
            return min(start, near[0]) if near[0] is not None else start, near[1]
        return start, items

    def _split(self, span: Span) -> list[Span]:
        """Items of an object; verbs inside it (信息披露和结果公示) part it and fall away."""
        start, end = span
        lead = re.match(r"(?:对于|对|了|好)+(?!外|口)", self.text[start:end])
        start += lead.end() if lead else 0
        pieces, begin = [], start
        for match in chain_pattern().finditer(self.masked, start, end):
            if match.end() < end and self.masked[match.end()] in "和、及与" and not re.search("[的未已]$", self.masked[begin : match.start()]):
                pieces.append((begin, match.start()))
                begin = match.end() + 1
        pieces.append((begin, end))
        return [item for piece in pieces for item in split_items(self.text, self.masked, *piece)]

    def _fronted(self, predicate: Predicate, bearers: list[Span]) -> Span | None:
        if predicate.frame != "final":
            return None
        start = skip_connective(self.text, predicate.clause_start, predicate.verb)
        if bearers:
            start = max(start, bearers[-1][1])
        span = fronted_object(self.text, start, predicate.head)
        if span and re.match(r"(?:在|于|通过|利用|依托|按|向|提供给|以|自|从|由|运用|主动|及时|有关|相关)", self.text[span[0] : span[1]]):
            return None
        return span

    def _before(self, reading: _Reading, segments: tuple[Segment, ...], index: int, busy: set[int]) -> tuple[int | None, list[Span]] | None:
        """The nearest phrase before it that says what: fronted, an obligation of the sentence, 围绕…, the clause before."""
        for at in range(index - 1, -1, -1):
            begin, stop = segments[at].start, segments[at].end
            text = self.masked[begin:stop]
            if at in busy and reading.duties:
                return None, list(reading.duties[-1].items)
            if is_fronted(text) or is_framing(text):
                lead = re.match(r"(?:要|应)?(?:紧紧|重点)?(?:围绕|针对|聚焦|结合|对照|着眼|对于|对|将|把|凡是|凡)(?:出台)?", text)
                first = self._chain_start(segments, at, busy)
                return begin, [i for s in self._run_of(segments, at, index, lead.end() if lead else 0) for i in self._split(s)] if first else []
            if re.search(r"(?:等|情况|信息|结果|清单|目录|名单)$", text) and not governed_object(self.text, begin, stop):
                return begin, self._split((begin, stop))
            governed = governed_object(self.text, begin, stop)
            if governed and at == index - 1:
                return governed[0], self._split(governed)
        return None

    @staticmethod
    def _chain_start(segments: tuple[Segment, ...], at: int, busy: set[int]) -> bool:
        return at not in busy

    def _run_of(self, segments: tuple[Segment, ...], at: int, index: int, lead: int) -> list[Span]:
        """围绕A、B，以及C，…: the framing clause and those that go on with it, up to the predicate's."""
        spans = [(segments[at].start + lead, segments[at].end)]
        for other in segments[at + 1 : index]:
            if re.match("以及|和|及", self.text[other.start : other.end]):
                spans.append((other.start, other.end))
        return spans

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
        if deadline and not reading.deadline and len(reading.duties) == len(predicate.kinds) and adverbial[0] <= segments[0].start + 12:
            reading.deadline = deadline
        if trigger and not reading.trigger and len(reading.duties) == len(predicate.kinds):
            reading.trigger = trigger

    def _lead(self, adverbial: Span) -> str:
        start = skip_connective(self.text, *adverbial)
        return self.text[start : adverbial[1]]

    def _channels(
        self, segments: tuple[Segment, ...], index: int, predicate: Predicate, adverbial: Span, means: tuple[Span, ...], busy: set[int]
    ) -> list[Use]:
        uses: list[Use] = []
        if predicate.frame == "meeting":
            uses += find_channels(self.text, predicate.verb, predicate.verb_end)[-1:]
        front = adverbial if re.search("在|于|通过|利用|依托|借助|运用|经|以|向|提供给|协调|用好|发挥|采取", self.text[adverbial[0] : adverbial[1]]) else None
        spans = [span for span in (front, *means) if span]
        at = index - 1
        if at >= 0 and at not in busy and predicate.clause_start == segments[index].start:
            text = self.text[segments[at].start : segments[at].end]
            if _HEAD_SETS_UP.search(text) and segments[at].start < adverbial[0]:
                spans.append((segments[at].start, segments[at].end))
        for start, end in spans:
            for use in find_channels(self.text, start, end):
                if all(known.channel.name != use.channel.name for known in uses):
                    uses.append(use)
        return uses


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
        deadline=duty.deadline,
        trigger=duty.trigger,
        bearers=tuple(dict.fromkeys(page.written(a, b) for a, b in duty.bearers)),
        channels=tuple(replace(use.channel, mention=page.written(use.start, use.end)) for use in duty.channels),
    )


__all__ = ["ChannelUse", "Duty", "DutyFinder", "to_record"]
