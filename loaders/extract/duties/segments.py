"""Sentences, and the clauses between their commas. What stands in quotation marks or brackets is masked: it is quoted,
not said, and its commas part nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

MASK = "□"
_QUOTED = re.compile(r"“[^”\n]*”|《[^》\n]*》|（[^（）\n]*）|〔[^〕\n]*〕")
_STOPS = re.compile(r"[。！？；\n]")
# 并 opens a clause of its own where an adverbial or a light verb follows: 公开X并做好解读, 公开X，并在Y公布Z.
_OPENS = r"(?=(?:于|在|向|将|对|通过|利用|及时|定期|按|主动|做好|加强|同时|适时|同步|每|逐步|提供|实时|动态|依法|统一|接受|由|应当?|要)(?!(?:及时|定期|动态|实时|逐步)*(?:更新|调整|完善))[^，。；]{2})"
_CUT = re.compile(
    rf"，|并(?<=[\u4e00-\u9fff”）》□]并)且?{_OPENS}|同时(?<=[\u4e00-\u9fff”）》□]同时)(?<!并同时){_OPENS}"
)


@dataclass(frozen=True)
class Segment:
    """text[start:end) between two commas of a sentence."""

    start: int
    end: int


@dataclass(frozen=True)
class Sentence:
    """A sentence up to 。 or ；: its segments in order. `after_semicolon`: what a ； parts, the next half follows."""

    start: int
    end: int
    segments: tuple[Segment, ...]


def mask(text: str) -> str:
    """The text with quoted and bracketed stretches blotted out, of the same length; their marks stay."""
    return _QUOTED.sub(lambda m: m.group(0)[0] + MASK * (len(m.group(0)) - 2) + m.group(0)[-1], text)


def split_sentences(masked: str, start: int, end: int) -> Iterator[Sentence]:
    """Sentences of masked[start:end)."""
    begin = start
    for match in [*_STOPS.finditer(masked, start, end), None]:
        stop = match.start() if match else end
        if stop > begin:
            yield Sentence(begin, stop, tuple(_split_segments(masked, begin, stop)))
        begin = match.end() if match else end


def _split_segments(masked: str, start: int, end: int) -> Iterator[Segment]:
    begin = start
    for match in _CUT.finditer(masked, start, end):
        cut = match.start()
        if cut > begin:
            yield Segment(begin, cut)
        begin = cut + (masked[cut] == "，")
    if end > begin:
        yield Segment(begin, end)
