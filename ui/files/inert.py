"""Text that a spreadsheet or a word processor takes for text, whatever a notice holds."""

from __future__ import annotations

import re

# Spreadsheets take a cell that begins so for a formula; those set to Chinese or Japanese take the full-width forms too.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BREAK = re.compile(r"[ \t　]*(?:\r\n?|\n)\s*")
_AFTER_SENTENCE = "。；：！？.;:!?）)"


def is_formula(text: str) -> bool:
    """Whether a spreadsheet would take `text` for more than text."""
    return text.startswith(_FORMULA)


def quoted(text: str) -> str:
    """For CSV, which has no types: what would be a formula begins with an apostrophe."""
    shown = printable(text)
    return f"'{shown}" if is_formula(shown) else shown


def printable(text: str) -> str:
    """Without the characters that XML cannot hold."""
    return _NOT_IN_XML.sub("", text)


def tidy(text: str) -> str:
    """A clause as one reads it: line breaks inside a sentence closed up, paragraphs kept, columns of a table set apart."""
    joined = _BREAK.sub(lambda found: "\n" if text[: found.start()][-1:] in _AFTER_SENTENCE else "", text.strip())
    return re.sub(r"\t+", "　", joined)
