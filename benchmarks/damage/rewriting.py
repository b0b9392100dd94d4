"""Damage that needs a vocabulary: other scripts, other numbering, other dates."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from benchmarks.damage.text import Damaged, Edit, edit, substitute

if TYPE_CHECKING:
    from opencc import OpenCC

_DIGITS = "一二三四五六七八九"
_FIRST, _SECOND, _THIRD = (
    r"^(\s*)([一二三四五六七八九十]{1,3})、",
    r"^(\s*)[（(]([一二三四五六七八九十]{1,3})[）)]",
    r"^(\s*)(\d{1,2})[.．](?!\d)",
)


@cache
def _converter(name: str) -> OpenCC:
    from opencc import OpenCC

    return OpenCC(name)


def _converted(text: str, name: str) -> Damaged:
    """Converted sentence part by sentence part; a part that changes its length keeps the offsets of its ends."""
    edits: list[Edit] = []
    for part in re.finditer(r"[\u4e00-\u9fff]+", text):
        new = str(_converter(name).convert(part[0]))
        if len(new) != len(part[0]):
            edits += _aligned(part.start(), part[0], new)
        else:
            edits += (
                (part.start() + i, part.start() + i + 1, char) for i, char in enumerate(new) if char != part[0][i]
            )
    return edit(text, edits)


def _aligned(at: int, old: str, new: str) -> list[Edit]:
    from difflib import SequenceMatcher

    plain = str(_converter("s2t").convert(old))
    plain = plain if len(plain) == len(old) else old
    changes = SequenceMatcher(None, plain, new, autojunk=False).get_opcodes()
    edits: list[Edit] = []
    for tag, a, b, c, d in changes:
        if tag == "equal":
            edits += ((at + a + i, at + a + i + 1, new[c + i]) for i in range(b - a))
        else:
            edits.append((at + a, at + b, new[c:d]))
    return edits


def traditional(text: str) -> Damaged:
    return _converted(text, "s2t")


def taiwan(text: str) -> Damaged:
    """Traditional script with Taiwan's characters and words."""
    return _converted(text, "s2twp")


def hong_kong(text: str) -> Damaged:
    return _converted(text, "s2hk")


def _value(han: str) -> int:
    tens, ten, ones = han.rpartition("十")
    low = _DIGITS.index(ones) + 1 if ones else 0
    return (_DIGITS.index(tens) + 1 if tens else 1) * 10 + low if ten else low


def _han(value: int) -> str:
    tens, ones = divmod(value, 10)
    return ("" if tens == 0 else "十" if tens == 1 else _DIGITS[tens - 1] + "十") + (_DIGITS[ones - 1] if ones else "")


def _renumbered(text: str, first: str, second: str, third: str) -> Damaged:
    """Each rank's numbers in another style; {han}, {value} and {circle} stand for the number."""
    edits: list[Edit] = []
    for pattern, style in ((_FIRST, first), (_SECOND, second), (_THIRD, third)):
        for m in re.finditer(pattern, text, re.MULTILINE):
            value = int(m[2]) if m[2].isdigit() else _value(m[2])
            edits.append(
                (m.end(1), m.end(), style.format(han=_han(value), value=value, circle=chr(0x2460 + value - 1)))
            )
    return edit(text, edits)


def chapters(text: str) -> Damaged:
    """第一章, 一、, （一）."""
    return _renumbered(text, "第{han}章 ", "{han}、", "（{han}）")


def arabic(text: str) -> Damaged:
    """一、, 1., (1)."""
    return _renumbered(text, "{han}、", "{value}.", "({value})")


def arabic_tight(text: str) -> Damaged:
    """一、, 1、, ①."""
    return _renumbered(text, "{han}、", "{value}、", "{circle}")


def all_arabic(text: str) -> Damaged:
    """1., （1）, ①."""
    return _renumbered(text, "{value}.", "（{value}）", "{circle}")


def decimal(text: str) -> Damaged:
    """1, 1.1, 1.1.1, as technical papers number."""
    edits: list[Edit] = []
    values = [0, 0, 0]
    found = [
        (m, rank)
        for rank, pattern in enumerate((_FIRST, _SECOND, _THIRD))
        for m in re.finditer(pattern, text, re.MULTILINE)
    ]
    for m, rank in sorted(found, key=lambda pair: pair[0].start()):
        values[rank] = int(m[2]) if m[2].isdigit() else _value(m[2])
        values[rank + 1 :] = [0] * (2 - rank)
        edits.append((m.end(1), m.end(), ".".join(str(value) for value in values[: rank + 1]) + " "))
    return edit(text, edits)


def dotless(text: str) -> Damaged:
    """Numbers with a blank in place of their dot."""
    return substitute(text, rf"{_FIRST}|{_THIRD}", lambda m: m[0].rstrip("、.．") + " ")


def han_dates(text: str) -> Damaged:
    """2017年4月26日 as 二〇一七年四月二十六日 where a day is named."""

    def written(m: re.Match[str]) -> str:
        year = "".join("〇一二三四五六七八九"[int(char)] for char in m[1])
        return f"{year}年{_han(int(m[2]))}月{_han(int(m[3]))}日"

    return substitute(text, r"(20\d\d)年(\d{1,2})月(\d{1,2})日", written)
