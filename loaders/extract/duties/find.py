"""All obligations of one task's text, sentence by sentence."""

from __future__ import annotations

import re
from itertools import zip_longest

from loaders.extract.duties.predicates import find_predicates
from loaders.extract.duties.scene import Duty, Scene, Span
from loaders.extract.duties.segments import Sentence, mask, split_sentences
from loaders.extract.duties.sentence import read_sentence
from loaders.extract.page import Page

_LONG_MEANS = re.compile(r"(?:通过|采取|利用)[^。；]*?等(?:多种|各种)?(?:方式|形式|渠道|途径|手段)")
_NTH = re.compile("[一二三四五六七八九十]是")
_CAPTION = 24


class DutyFinder:
    """Finds the duties of a run of text; `year` is the instrument's, for dates without one."""

    def __init__(self, page: Page, year: int | None) -> None:
        self.text = page.text
        self.masked = mask(page.text)
        self.year = year

    def find(self, start: int, end: int) -> list[Duty]:
        """The duties of text[start:end), in order."""
        duties: list[Duty] = []
        before: list[Span] = []
        subject: list[Span] = []
        sentences = [s for s in split_sentences(self.masked, start, end) if not self._is_caption(s, end)]
        for sentence, behind in zip_longest(sentences, sentences[1:]):
            # A ； ends the sentence for its terms, not for its subject (section 4 of the guide).
            goes_on = bool(behind) and self.masked[behind.start - 1] == "；"
            scene = self._scene(sentence, before, goes_on=goes_on)
            scene.bearers, scene.inherited = subject, bool(subject)
            duties += read_sentence(scene)
            before = duties[-1].items if duties else []
            subject = scene.bearers if goes_on else []
        return duties

    def _scene(self, sentence: Sentence, before: list[Span], *, goes_on: bool) -> Scene:
        used = self._means(sentence)
        found = [
            [] if at in used else find_predicates(self.masked, segment) for at, segment in enumerate(sentence.segments)
        ]
        return Scene(self.text, self.masked, self.year, sentence.segments, found, used, before, goes_on)

    def _is_caption(self, sentence: Sentence, end: int) -> bool:
        """三是公布渡口信息。 heads the sentences behind it, as a heading does."""
        text = self.text[sentence.start : sentence.end]
        alone = len(sentence.segments) == 1 and len(text) <= _CAPTION
        return alone and bool(_NTH.match(text)) and bool(self.text[sentence.end + 1 : end].strip())

    def _means(self, sentence: Sentence) -> frozenset[int]:
        """The clauses of 通过提供素材，召开通气会，推荐专家接受访谈等方式: means of what follows, no duties of their own."""
        match = _LONG_MEANS.search(self.masked, sentence.start, sentence.end)
        if not match:
            return frozenset()
        inside = (at for at, s in enumerate(sentence.segments) if match.start() < s.end <= match.end())
        used = frozenset(inside)
        return used if len(used) > 1 else frozenset()
