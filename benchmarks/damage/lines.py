"""Line ends, indents and page marks: what PDF, mail and web pages do to paragraphs."""

from __future__ import annotations

import re

from benchmarks.damage.text import Damaged, Edit, edit, sometimes, substitute


def wrapped(text: str, width: int = 30) -> Damaged:
    """Each paragraph broken at a width like a PDF's, its first line indented by two."""
    edits: list[Edit] = []
    for line in re.finditer(r"^[ \u3000]*(\S.*)$", text, re.MULTILINE):
        edits.append((line.start(), line.start(1), "\u3000\u3000"))
        edits += ((at, at, "\n") for at in range(line.start(1) + width - 2, line.end(), width))
    return edit(text, edits)


def wrapped_narrow(text: str) -> Damaged:
    return wrapped(text, 22)


def broken_words(text: str) -> Damaged:
    """A line end in the middle of about every sixtieth word."""
    return sometimes(text, r"(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])", "\n", 1 / 60, 5)


def one_line(text: str) -> Damaged:
    """Line ends lost, a blank in their place."""
    return substitute(text, r"\s*\n\s*", " ")


def one_line_wide(text: str) -> Damaged:
    """Line ends lost, two full-width blanks in their place."""
    return substitute(text, r"\s*\n\s*", "\u3000\u3000")


def blank_lines(text: str) -> Damaged:
    return substitute(text, r"\n", "\n\n \n")


def indented(text: str) -> Damaged:
    """Full-width indents, no-break blanks at the ends."""
    return substitute(
        text,
        r"^(?=\S)|(?<=\S)$",
        lambda m: "\u3000\u3000" if m.string[m.start() - 1 : m.start()] in ("", "\n") else "\u00a0",
    )


def tab_indented(text: str) -> Damaged:
    return substitute(text, r"^(?=\S)", "\t")


def crlf(text: str) -> Damaged:
    return substitute(text, r"(?<!\r)\n", "\r\n")


def marked(text: str) -> Damaged:
    """A byte-order mark that a join of files left in the text."""
    return edit(text, [(0, 0, "\ufeff")])


def page_marks(text: str) -> Damaged:
    """A page mark on its own line between two halves of a word, about every 450 characters."""
    spots = [m.start() for m in re.finditer(r"(?<=[\u4e00-\u9fff、，])(?=[\u4e00-\u9fff])", text)][400::450]
    return edit(text, ((at, at, f"\n\n— {page} —\n\n") for page, at in enumerate(spots, 2)))


def paged(text: str) -> Damaged:
    """A PDF's text: wrapped lines, and a page mark behind every 28th of them."""
    lines = wrapped(text)
    ends = [m.end() for m in re.finditer("\n", lines.text)][27::28]
    return lines.then(lambda t: edit(t, ((at, at, f"— {page} —\n") for page, at in enumerate(ends, 1))))
