"""What was found in a notice, as marks in the text of one of its copies. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from graph.schema import ROLE_EDGES
from graph.values import Graph, Node
from loaders.correcting import Correction
from loaders.extract.duties.terms import find_frequency_words
from ui import correcting, wording
from ui.answers import find_words
from ui.web.markup import address
from ui.web.reader import Mark
from ui.wording import Language

SECTION = "s-"
"""Before the offset of a section: the name that the outline leads to."""


class NoticeMarks:
    """The marks of the findings `found` in the copy with the id `copy` and this text. `place` is the address of the
    reader, in which a click on a mark opens its node; without it nothing can be clicked."""

    def __init__(
        self, found: Graph, copy: str, text: str, language: Language, place: Mapping[str, str] | None = None
    ) -> None:
        self.found = found
        self.copy = copy
        self.text = text
        self.language = language
        self.place = place
        self.numbers = {task.id: number for number, task in enumerate(tasks_in_order(found))}

    def all(self) -> list[Mark]:
        """Every mark, in no order."""
        marks = (*self._sections(), *self._tasks(), *self._duties(), *self._bodies(), *self._citations())
        return [mark for mark in marks if mark is not None]

    def _mark(
        self, facts: Mapping[str, Any], kind: str, words: str = "", node: str = "", task: str = ""
    ) -> Mark | None:
        """The mark of a finding; None where it stands in another copy."""
        start, end = facts.get("start"), facts.get("end")
        if facts.get("copy") != self.copy or start is None or end is None or not self.text:
            return None
        corrected = correcting.by_whom(facts, self.language)
        told = "  ".join(part for part in (words, corrected) if part)
        classes = f"{kind} corrected" if corrected else kind
        anchor = f"{SECTION}{start}" if kind == "section" else ""
        href = finding_address(self.place, node, start, self.language) if self.place and node else ""
        return Mark(int(start), int(end), classes, told, href, self.numbers.get(task), anchor)

    def _sections(self) -> Iterator[Mark | None]:
        for node in self.found.of_label("Section"):
            yield self._mark(node.properties, "section")

    def _tasks(self) -> Iterator[Mark | None]:
        """A task is a whole paragraph: its card beside it is what can be clicked."""
        for node in self.found.of_label("Task"):
            yield self._mark(node.properties, "task", task=node.id)

    def _duties(self) -> Iterator[Mark | None]:
        for node in self.found.of_label("Obligation"):
            facts = node.properties
            kind, when = wording.kind(str(facts.get("kind") or ""), self.language), wording.when(facts, self.language)
            words = " ".join(part for part in (kind, when) if part)
            duty = self._mark(facts, "obligation", words, node.id, str(facts.get("task") or ""))
            if duty:
                yield duty
                yield from self._inside(node, duty)

    def _inside(self, node: Node, duty: Mark) -> Iterator[Mark]:
        """The predicate, the frequency and the limit, and the channels, each where the clause has it."""
        clause, facts = self.text[duty.start : duty.end], node.properties
        for start, end in find_words(clause, str(facts.get("predicate") or "")):
            yield Mark(duty.start + start, duty.start + end, "predicate", duty.words, duty.href, duty.task)
        for start, end, words in _times(clause, facts, self.language):
            yield Mark(duty.start + start, duty.start + end, "when", words, duty.href, duty.task)
        for edge in self.found.of_type("PUBLISHES_VIA"):
            if edge.source == node.id:
                name = str(self.found.nodes[edge.target].properties.get("name") or "")
                words = f"{wording.label_name('Channel', self.language)} {name}"
                for start, end in find_words(clause, str(edge.properties.get("mention") or name)):
                    at = duty.start + start
                    href = finding_address(self.place, edge.target, at, self.language) if self.place else ""
                    yield Mark(at, duty.start + end, "channel", words, href, duty.task)

    def _bodies(self) -> Iterator[Mark | None]:
        for type_ in ROLE_EDGES.values():
            for edge in self.found.of_type(type_):
                name = str(self.found.nodes[edge.source].properties.get("name") or "")
                words = f"{wording.edge_name(type_, self.language)} {name}"
                yield self._mark(edge.properties, "agency", words, edge.source, edge.target)

    def _citations(self) -> Iterator[Mark | None]:
        seen: set[tuple[Any, ...]] = set()
        for edge in self.found.of_type("CITES"):
            place = (edge.properties.get("start"), edge.properties.get("end"), edge.target)
            if place not in seen:
                seen.add(place)
                cited = self.found.nodes[edge.target].properties
                words = f"{wording.edge_name('CITES', self.language)} {cited.get('caption') or ''}"
                yield self._mark(edge.properties, "citation", words, edge.target)


def tasks_in_order(found: Graph) -> list[Node]:
    """The tasks of a notice in the order of its text."""
    return sorted(found.of_label("Task"), key=lambda task: (task.properties.get("start") or 0, task.id))


def finding_address(place: Mapping[str, str], node: str, start: int, language: Language) -> str:
    """The reader with the text at `start` in sight and `node` opened beside it."""
    return address({**place, "at": start, "node": node}, language)


def struck(corrections: Iterable[Correction], sha256: str, language: Language) -> list[Mark]:
    """The findings of a copy that people marked wrong: they are in the file of corrections and in no graph."""
    return [
        Mark(each.start, each.end, "struck", f"{correcting.change(each, language)}  {correcting.told(each, language)}")
        for each in corrections
        if each.field == "wrong" and each.copy == sha256
    ]


def _times(clause: str, facts: Mapping[str, Any], language: Language) -> Iterator[tuple[int, int, str]]:
    """Where a clause says how often and by when, each with what it was taken to mean."""
    if period := facts.get("frequency"):
        at = find_frequency_words(clause, str(period))
        if at:
            yield (*at, wording.frequency(str(period), facts.get("times"), language))
    if written := facts.get("deadline_text"):
        limit = wording.deadline(facts, language)
        yield from ((start, end, limit) for start, end in find_words(clause, str(written)))
