"""The numbers in front of headings and items, in all styles of official papers (GB/T 9704-2012 7.3.3 and older habits)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.text.numerals import parse_number

_HAN = "[一二三四五六七八九十]{1,3}"
_STYLES = (
    ("chapter", rf"第({_HAN})[章编] ?"),
    ("part", rf"第({_HAN})(?:节|部分)[、:：]? ?"),
    ("article", r"第([一二三四五六七八九十百]{1,5})条 ?"),
    ("han", rf"({_HAN}) ?[、．.] ?"),
    ("han_bracket", rf"[（〔]?({_HAN})[）〕] ?、?"),
    ("arabic", r"(\d{1,2}) ?(?:[.．] ?(?!\d)|、 ?)"),
    ("arabic_bracket", r"[（]?(\d{1,2})） ?、?"),
    ("circled", r"([①-⑳]) ?、?"),
)
RANK = {name: rank for rank, (name, _) in enumerate(_STYLES)}
NUMBER = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _STYLES))
# Where line ends are lost only a number that can be nothing else opens an item in the middle of a line.
SURE_NUMBER = re.compile(rf"第{_HAN}[章条]|{_HAN}、|（{_HAN}）|\d{{1,2}}[.．](?![\d ])|（\d{{1,2}}）|[①-⑳]")


@dataclass(frozen=True)
class Number:
    """A printed number: its style, its value and where the text behind it starts."""

    style: str
    value: int
    end: int

    @property
    def rank(self) -> int:
        return RANK[self.style]


def find_number(text: str, start: int = 0) -> Number | None:
    """The number that stands at `start` of `text`, if one does."""
    match = NUMBER.match(text, start)
    if not match:
        return None
    style = match.lastgroup or ""
    # lastgroup names the outer group; the digits are the group right behind it.
    digits = match.group(match.re.groupindex[style] + 1)
    value = parse_number(digits)
    return Number(style, value, match.end()) if value else None
