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
    ("han", rf"({_HAN}) ?[、．.，] ?"),
    ("han_bracket", rf"[（〔]?({_HAN})[）〕] ?、?"),
    ("decimal", r"(\d{1,2}(?:[.．]\d{1,2}){1,3})[.．、]? ?(?=[\u4e00-\u9fff“《])(?![亿万千百元倍个%度级吨公平])"),
    ("arabic", r"(\d{1,2}) ?(?:[.．] ?(?!\d)|、 ?)"),
    ("arabic_bracket", r"[（]?(\d{1,2})） ?、?"),
    ("circled", r"([①-⑳]) ?、?"),
)
RANK = {name: rank for rank, (name, _) in enumerate(_STYLES)}
NUMBER = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _STYLES))
# A quick look: what a number can begin with.
_OPENS = re.compile(r"[第一二三四五六七八九十（〔\d①-⑳]")
# Where line ends are lost only a number that can be nothing else opens an item in the middle of a line.
LOOSE_NUMBER = re.compile(
    rf"(?:{_HAN}|\d{{1,2}}) +(?=[\u4e00-\u9fff“《])(?![年月日个次项届名家条种类级时分至到份期周天元万亿者是来、])"
)
"""A number whose dot was lost: only a blank parts it from its heading."""
SURE_NUMBER = re.compile(rf"第{_HAN}[章条]|{_HAN}、|（{_HAN}）|\d{{1,2}}[.．](?![\d ])|（\d{{1,2}}）|[①-⑳]")


@dataclass(frozen=True)
class Number:
    """A printed number: its style, its value and where the text behind it starts."""

    style: str
    value: int
    end: int
    depth: int = 0
    """How many dots stand in a decimal number: 1.2.1 has 2."""

    @property
    def rank(self) -> float:
        """Place in the order of styles; a decimal number stands below 1., deeper with each dot."""
        return RANK["arabic"] + self.depth / 10 if self.style == "decimal" else RANK[self.style]


def find_number(text: str, start: int = 0) -> Number | None:
    """The number that stands at `start` of `text`, if one does."""
    match = NUMBER.match(text, start) if _OPENS.match(text, start) else None
    if not match:
        return None
    style = match.lastgroup or ""
    # lastgroup and lastindex mean the outer group; the digits are the group right behind it.
    digits = match[(match.lastindex or 0) + 1]
    parts = digits.replace("．", ".").split(".")
    value = parse_number(parts[-1])
    return Number(style, value, match.end(), len(parts) - 1) if value else None
