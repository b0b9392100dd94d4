"""The wordings of a pattern, spelled out from its own alternatives."""

from __future__ import annotations

import re
from collections.abc import Iterable
from re import _constants as ops
from re import _parser as parser
from typing import Any

_ANY = "甲"
"""Stands for a character of which a pattern says nothing, or only what it is not."""
_ZERO_WIDTH = (ops.AT, ops.ASSERT, ops.ASSERT_NOT)


def hidden(careful: re.Pattern[str], quick: re.Pattern[str]) -> set[str]:
    """The wordings of `careful` in which `quick`, a pattern of bare words, finds nothing.

    What may be absent is left out and put in, what is looked at ahead or behind is left out. A beginning in which
    `quick` finds something is not gone on with, so that few are spelled out."""
    return _sequence(parser.parse(careful.pattern, careful.flags), quick)


def _unseen(texts: Iterable[str], quick: re.Pattern[str]) -> set[str]:
    return {text for text in texts if not quick.search(text)}


def _sequence(items: Iterable[tuple[Any, Any]], quick: re.Pattern[str]) -> set[str]:
    texts = {""}
    for op, value in items:
        more = _spell(op, value, quick)
        texts = _unseen((text + piece for text in texts for piece in more), quick)
    return texts


def _spell(op: Any, value: Any, quick: re.Pattern[str]) -> set[str]:
    """What one part of a pattern may read, without what `quick` sees by itself."""
    if op in _ZERO_WIDTH:
        return {""}
    if op is ops.LITERAL:
        return _unseen([chr(value)], quick)
    if op in (ops.ANY, ops.NOT_LITERAL):
        return {_ANY}
    if op is ops.IN:
        return _unseen(_members(value, quick), quick)
    if op is ops.SUBPATTERN:
        return _sequence(value[3], quick)
    if op is ops.BRANCH:
        return set().union(*(_sequence(branch, quick) for branch in value[1]))
    if op in (ops.MAX_REPEAT, ops.MIN_REPEAT):
        least, _, items = value
        return {"", *_sequence(items, quick)} if least == 0 else _sequence([*items] * least, quick)
    raise NotImplementedError(op)


def _members(items: list[tuple[Any, Any]], quick: re.Pattern[str]) -> set[str]:
    """The characters of a class, of a range its ends; of those that `quick` does not name one stands for all."""
    if items[0][0] is ops.NEGATE:
        return {_ANY}
    found: list[str] = []
    for op, value in items:
        if op is ops.LITERAL:
            found.append(chr(value))
        elif op is ops.RANGE:
            found += [*map(chr, value), *(char for char in quick.pattern if value[0] <= ord(char) <= value[1])]
        elif value is ops.CATEGORY_DIGIT:
            found.append("5")
        else:
            raise NotImplementedError(value)
    return {char if char in quick.pattern or quick.search(char) else _ANY for char in found}
