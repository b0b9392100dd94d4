"""The text of one copy in the forms that the rules read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from loaders.extract.confidence import confidence
from loaders.extract.roles import FIRST_LEADS
from loaders.records import Copy, Evidence
from loaders.text.cells import restore_tables
from loaders.text.fold import DROPPED, fold
from loaders.text.layout import lay_out
from loaders.text.mapped import Mapped

_RADICAL = re.compile("[\u2e80-\u2fdf\uf900-\ufaff]")


@dataclass(frozen=True)
class Line:
    """A logical line [start, end) of the page's text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Page:
    """`text` is folded and laid out: rules match on it, in its own offsets; `evidence` turns those into the source's."""

    copy: Copy
    folded: str
    mapped: Mapped

    @cached_property
    def text(self) -> str:
        return self.mapped.text

    @cached_property
    def first_leads(self) -> bool:
        """Whether the notice states that the body named first leads (列第一位的为牵头单位，下同)."""
        return bool(FIRST_LEADS.search(self.text))

    @cached_property
    def _has_radicals(self) -> bool:
        """Whether damage put a radical in any character's place."""
        return bool(_RADICAL.search(self.copy.text))

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        lines, at = [], 0
        for text in self.text.split("\n"):
            if text:
                lines.append(Line(at, at + len(text), text))
            at += len(text) + 1
        return tuple(lines)

    def evidence(self, start: int, end: int, finding: str, rule: str) -> Evidence:
        """Where in the source a `finding` (section, task, agency, obligation, citation) of [start, end) stands, by which
        rule, and how sure that is."""
        source_start, source_end = self.mapped.span(start, end)
        return Evidence(source_start, source_end, rule, confidence(finding, rule))

    def written(self, start: int, end: int) -> str:
        """The characters of [start, end) as written, joined: breaks, page marks and stray blanks left out."""
        at = self.mapped.at
        gapless = start < end and at[end - 1] - at[start] == end - 1 - start and self.text.find("\n", start, end) < 0
        if gapless:
            text = self.copy.text[at[start] : at[end - 1] + 1]
            if not (self._has_radicals and _RADICAL.search(text)):
                return text
        return "".join(
            self._gap(i, start) + self._character(i) for i in range(start, end) if self.text[i] not in "\n" + DROPPED
        )

    def _character(self, i: int) -> str:
        """As printed; a radical that damage put in a character's place gives the character."""
        char = self.copy.text[self.mapped.at[i]]
        return self.text[i] if _RADICAL.match(char) else char

    def _gap(self, i: int, start: int) -> str:
        """A stray Latin word in front of a character: the rules pass over it, what is quoted keeps it."""
        at = self.mapped.at
        if i == start or at[i] - at[i - 1] <= 1:
            return ""
        word = self.copy.text[at[i - 1] + 1 : at[i]].strip(" ")
        return word if word.isascii() and word.isalpha() else ""


def read_page(copy: Copy) -> Page:
    folded = restore_tables(fold(copy.text, copy.script))
    return Page(copy, folded, lay_out(folded))
