"""Document numbers in any spelling: 黑政办发(2017)22号, 国办发 2017 No. 24, 晋政办发二〇一七年五十号."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from queries.ask.reading import Slot

_DIGITS = {word: str(value % 10) for value, word in enumerate("〇一二三四五六七八九零")}
_TAIL = re.compile(
    r"\s*[〔(\[]?\s*(?P<year>20\d\d|二[〇零][〇零一二三四五六七八九]{2})\s*[〕)\]]?[\s年第-]*(?:no\.?|号)?\s*"
    r"(?P<number>\d{1,4}|[一二三四五六七八九十百〇零]{1,5})(?!\d|[年月日])\s*(?:号(?:文件?)?)?"
)


def find_numbers(folded: str, known: Iterable[str]) -> Iterator[Slot]:
    """Numbers whose issuing code the graph knows: `document` where it holds or cites the number, else unknown."""
    held = set(known)
    codes = sorted({number.partition("〔")[0] for number in held if "〔" in number}, key=len, reverse=True)
    for code in codes:
        for written in re.finditer(r" *".join(map(re.escape, code)), folded):
            if found := _TAIL.match(folded, written.end()):
                number = f"{code}〔{_year(found['year'])}〕{_number(found['number'])}号"
                name = "document" if number in held else "unknown_document"
                yield Slot(
                    name, (number,), folded[written.start() : found.end()].rstrip(), written.start(), found.end()
                )


def _year(written: str) -> str:
    return "".join(_DIGITS.get(char, char) for char in written)


def _number(written: str) -> int:
    """1 to 999 in figures or Chinese numerals."""
    if written.isdigit():
        return int(written)
    total, unit = 0, 0
    for char in written:
        if char in "十百":
            total += (unit or 1) * (10 if char == "十" else 100)
            unit = 0
        else:
            unit = unit * 10 + int(_DIGITS[char])
    return total + unit
