"""Traditional and Simplified script. Both directions keep every offset: one character becomes one character."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from loaders.records import Script

if TYPE_CHECKING:
    from opencc import OpenCC

# Words that Taiwan and Hong Kong editions write otherwise; equal length, so that offsets hold.
_REGIONAL = {"資訊": "信息", "網路": "网络", "軟體": "软件", "數位": "数字", "透過": "通过"}
_HANT_SHARE = 0.05


@cache
def _converter(name: str) -> OpenCC:
    from opencc import OpenCC

    return OpenCC(name)


def _convert(text: str, name: str) -> str:
    converter = _converter(name)
    converted = converter.convert(text)
    if len(converted) == len(text):
        return str(converted)
    one_by_one = (converter.convert(char) for char in text)
    return "".join(new if len(new) == 1 else old for old, new in zip(text, one_by_one, strict=True))


def find_script(text: str) -> Script:
    """Hant where a good share of the characters would change in Simplified script, and more than the other way."""
    sample = "".join(char for char in text if "\u4e00" <= char <= "\u9fff")[:6000]
    if not sample:
        return "Hans"
    to_hans = sum(a != b for a, b in zip(sample, _convert(sample, "t2s"), strict=True))
    if to_hans < _HANT_SHARE * len(sample):
        return "Hans"
    to_hant = sum(a != b for a, b in zip(sample, _convert(sample, "s2t"), strict=True))
    return "Hant" if to_hans > to_hant else "Hans"


def simplify(text: str) -> str:
    """The text in Simplified characters, of the same length."""
    for theirs, ours in _REGIONAL.items():
        text = text.replace(theirs, ours)
    return _convert(text, "t2s")
