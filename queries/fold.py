"""The compare form of a question: Simplified, half width, lower case, and as long as the question itself."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Any

_YEAR = re.compile(r"[\[(〔【〖{<〈《](\d{4})[\])〕】〗}>〉》]")  # 黑政办发(2017)22号


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """`text` for comparing. Each character keeps its place, so that a span of one is a span of the other."""
    half = "".join(_half(char) for char in text)
    return _YEAR.sub(r"〔\1〕", _simplified(half))


def _half(char: str) -> str:
    if "一" <= char <= "鿿":  # most characters, and never changed
        return char
    folded = unicodedata.normalize("NFKC", char).lower()
    return folded if len(folded) == 1 else char


def _simplified(text: str) -> str:
    if text.isascii():
        return text
    converted = str(_converter().convert(text))
    return converted if len(converted) == len(text) else "".join(map(_one_simplified, text))


def _one_simplified(char: str) -> str:
    converted = str(_converter().convert(char))
    return converted if len(converted) == 1 else char


@lru_cache
def _converter() -> Any:
    from opencc import OpenCC  # loads its dictionaries

    return OpenCC("t2s")
