"""The words of a reading in the form in which damage to their look does not count."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

_QUOTES = {
    **dict.fromkeys(map(ord, "“”‘’„「」『』'"), '"'),
    **dict.fromkeys(map(ord, "（〔【[{"), "("),
    **dict.fromkeys(map(ord, "）〕】]}"), ")"),
    ord("、"): ",",
    ord("。"): ".",
    ord("〈"): "《",
    ord("〉"): "》",
}
_INVISIBLE = re.compile(r"[\s\u00ad\u200b-\u200d\ufeff]")


@cache
def converter(name: str) -> Any:
    """One of OpenCC's conversions."""
    from opencc import OpenCC

    return OpenCC(name)


@cache
def folded(word: str, ignored: str) -> str:
    """Words that differ only by script, width, blanks or the look of a mark are the same."""
    for name in ("hk2s", "tw2s"):
        word = converter(name).convert(word)
    plain = unicodedata.normalize("NFKC", _INVISIBLE.sub("", word).translate(_QUOTES)).translate(_QUOTES)
    return re.sub(ignored, "", plain) if ignored and re.search("[\u4e00-\u9fff]", plain) else plain


def each_word(value: Any, change: Callable[[str, str], str], key: str = "") -> Any:
    """The value with each of its strings changed; `change` is given the field that a string stands in."""
    if isinstance(value, Mapping):
        return {name: each_word(item, change, name) for name, item in value.items()}
    if isinstance(value, list):
        return [each_word(item, change, key) for item in value]
    return change(value, key) if isinstance(value, str) else value
