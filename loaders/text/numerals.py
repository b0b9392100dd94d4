"""Numbers as notices write them: 三, 十二, 二十, 两, １２, 12, ①."""

from __future__ import annotations

from functools import lru_cache

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "○": 0,
    "两": 2,
    "Ｏ": 0,
    "O": 0,
}
_UNITS = {"十": 10, "百": 100, "千": 1000}
NUMERAL = r"(?:\d{1,4}|[零〇一二三四五六七八九十百两]{1,5})"


@lru_cache(maxsize=1024)
def parse_number(text: str) -> int | None:
    """The value of a numeral up to 9999, or None: 12, 十二, 二百〇五, ③."""
    text = text.strip()
    if text.isascii():
        return int(text) if text.isdigit() else None
    if len(text) == 1 and "①" <= text <= "⑳":
        return ord(text) - ord("①") + 1
    if not text or any(char not in _DIGITS and char not in _UNITS for char in text):
        return None
    if not any(char in _UNITS for char in text):
        return int("".join(str(_DIGITS[char]) for char in text))
    total, digit = 0, 0
    for char in text:
        if char in _UNITS:
            total += (digit or (1 if char == "十" else 0)) * _UNITS[char]
            digit = 0
        else:
            digit = _DIGITS[char]
    return total + digit
