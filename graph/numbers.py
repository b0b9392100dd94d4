"""The one form of a 发文字号, by which documents are told apart: 国办发〔2017〕24号, 国务院令第711号.

Form by 党政机关公文格式 (GB/T 9704-2012, 7.2.5): the organ's prefix, the year in 〔〕, a serial number without 第."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_OPEN, _CLOSE = "[\\[(〔【〖<〈《{]", "[\\])〕】〗>〉》}]"
_YEARLY = re.compile(
    rf"(?P<prefix>(?:[\u4e00-\u9fff]|\([\u4e00-\u9fff]+\)){{1,20}}){_OPEN}?(?P<year>(?:19|20)\d\d){_CLOSE}?年?{_CLOSE}?[-—–]?第?"
    r"(?P<serial>\d{1,5})[号號]?"
)
_ORDER = re.compile(r"(?P<prefix>[\u4e00-\u9fff]{2,20}令)第?(?P<serial>\d{1,4})[号號]")


@dataclass(frozen=True)
class Number:
    """A 发文字号 taken apart; `year` is None for an order (令), whose serial runs through the years."""

    prefix: str
    year: int | None
    serial: int

    def __str__(self) -> str:
        year = f"〔{self.year}〕" if self.year else "第"
        return f"{self.prefix}{year}{self.serial}号"


def parse_number(text: str) -> Number | None:
    """The number that the whole of `text` is, in Simplified script and any spelling: brackets round, square or of any
    other shape or lost, digits and letters of full width, blanks inside, 第 before the serial. None where it is none."""
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    yearly = _YEARLY.fullmatch(plain)
    if yearly:
        return Number(
            yearly["prefix"].replace("(", "（").replace(")", "）"), int(yearly["year"]), int(yearly["serial"])
        )
    order = _ORDER.fullmatch(plain)
    return Number(order["prefix"], None, int(order["serial"])) if order else None


def normal_number(text: str) -> str | None:
    """The one form of the number that `text` (Simplified) is; None where it is none."""
    number = parse_number(text)
    return str(number) if number else None
