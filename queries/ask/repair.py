"""Words with one slip of the pen (环镜保护, montly): the one form that they come nearest to, where there is just one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from queries.ask.reading import Slot
from queries.ask.words import Meaning

if TYPE_CHECKING:
    from queries.ask.vocabulary import Vocabulary

LEVELS = "省市区县州旗盟"
_TELLING = frozenset(f"{LEVELS}厅局委部办院会没不无未非")
"""Who writes one of these means it: 财政局 is no 财政厅, and 没有 is no 有."""
_LEAST = 3
_LEAST_LATIN = 5
_LONGEST = 24
_KEPT = {"agency", "document", "unknown_agency", "unknown_document", "window", "before", "year", "refusal"}
_WORD = re.compile(r"[a-z][a-z'-]*")
_RUN = re.compile(r"[一-鿿]+")

Index = dict[str, set[str]]
"""Each form under itself and under itself less any one character."""


def make_index(forms: Iterable[str]) -> Index:
    """The forms that are long enough to be known again with a slip in them, as `forms` says."""
    index: Index = {}
    for form in forms:
        if len(form) <= _LONGEST and len(form) >= (_LEAST_LATIN - 1 if form.isascii() else _LEAST):
            for key in _less_one(form):
                index.setdefault(key, set()).add(form)
    return index


def repaired(folded: str, slots: list[Slot], vocabulary: Vocabulary) -> list[Slot]:
    """`slots` with those added that explain what none of them does, but for one character."""
    covered = [False] * len(folded)
    for slot in slots:
        if not _fragment(slot, vocabulary):
            covered[slot.start : slot.end] = [True] * (slot.end - slot.start)
    if all(covered[at] for run in (*_RUN.finditer(folded), *_WORD.finditer(folded)) for at in range(*run.span())):
        return slots
    for start, end in _windows(folded):
        if all(covered[start:end]) or not _open(start, end, slots):
            continue
        if meanings := _meant(folded[start:end], vocabulary):
            inside = [slot for slot in slots if not (start <= slot.start and slot.end <= end)]
            found = [Slot(one.slot, one.values, folded[start:end], start, end, repaired=True) for one in meanings]
            return repaired(folded, [*inside, *found], vocabulary)
    return slots


def _fragment(slot: Slot, vocabulary: Vocabulary) -> bool:
    """Three characters from the middle of some name (品安全) explain little."""
    return (
        slot.name == "information" and slot.end - slot.start <= _LEAST and not vocabulary.names_information(slot.text)
    )


def _windows(folded: str) -> Iterator[tuple[int, int]]:
    """Pieces of the question, the longest first; Latin ones are whole words."""
    words = [found.span() for found in _WORD.finditer(folded)]
    latin = [(words[i][0], words[j][1]) for i in range(len(words)) for j in range(i, min(len(words), i + 3))]
    runs = [found.span() for found in _RUN.finditer(folded)]
    pieces = [
        (start, end)
        for first, last in runs
        for start in range(first, last)
        for end in range(start + _LEAST, min(last, start + _LONGEST) + 1)
    ]
    yield from sorted([*latin, *pieces], key=lambda span: span[0] - span[1])


def _open(start: int, end: int, slots: list[Slot]) -> bool:
    """Nothing certain is touched, and what is touched is taken whole."""
    touched = [slot for slot in slots if slot.start < end and start < slot.end]
    return all(slot.name not in _KEPT and start <= slot.start and slot.end <= end for slot in touched)


def _meant(written: str, vocabulary: Vocabulary) -> tuple[Meaning, ...]:
    if written.isascii() and len(written) < _LEAST_LATIN:
        return ()
    near = {form for key in _less_one(written) for form in vocabulary.slips.get(key, ())}
    meanings = {vocabulary.whole_forms[form] for form in near if _one_slip(written, form)}
    return meanings.pop() if len(meanings) == 1 else ()


def _less_one(form: str) -> set[str]:
    return {form, *(form[:at] + form[at + 1 :] for at in range(len(form)))}


def _one_slip(written: str, form: str) -> bool:
    """One character wrong, missing, too many, or two neighbours changed; never one that says whose body it is."""
    if written.isascii() and written[0] != form[0]:
        return False
    at = next((i for i, (a, b) in enumerate(zip(written, form, strict=False)) if a != b), min(len(written), len(form)))
    a, b = written[at:], form[at:]
    if not a and not b:
        return False
    if len(a) == len(b):
        swapped = a[:2] == b[1::-1] and a[2:] == b[2:]
        return swapped or (a[1:] == b[1:] and a[0] not in _TELLING)
    if form in written:  # it was read already, and what stands beside it is another word
        return False
    odd, same = (a[:1], a[1:] == b) if len(a) > len(b) else (b[:1], a == b[1:])
    return same and odd not in _TELLING and min(len(written), len(form)) >= _LEAST
