"""Width, punctuation, brackets and look-alike characters."""

from __future__ import annotations

from benchmarks.damage.text import Damaged, sometimes, substitute, translate

_HALF = "!\"#$%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_FULL = "".join(chr(ord(char) + 0xFEE0) for char in _HALF)


def half_width(text: str) -> Damaged:
    """，；：！？（）“” and digits of a half-width keyboard; 、 and 。 stay."""
    return translate(text, "，；：！？（）“”‘’" + _FULL, ",;:!?()\"\"''" + _HALF)


def full_width(text: str) -> Damaged:
    """Digits, Latin letters and punctuation of double width; addresses stay."""
    table = str.maketrans(_HALF, _FULL)
    return substitute(text, r"(?<![\w/.:])(?!https?:)[!-~]+", lambda m: m[0] if "//" in m[0] else m[0].translate(table))


def ascii_brackets(text: str) -> Damaged:
    """All brackets as a typewriter has them."""
    return translate(text, "（）〔〕【】［］", "()[][][]")


def corner_quotes(text: str) -> Damaged:
    """“” as 「」."""
    return translate(text, "“”‘’", "「」『』")


def confused_punctuation(text: str) -> Damaged:
    """A scanner's slips: 、 read as a comma, 。 as a point, at one place in twenty."""
    return sometimes(
        text, "[、。，：；]", lambda m: {"、": ",", "。": ".", "，": ",", "：": ":", "；": ";"}[m[0]], 0.05, 11
    )


def radicals(text: str) -> Damaged:
    """Kangxi radicals in place of characters, as PDF fonts leave them."""
    return translate(
        text, "一人力口土大子工文方日月水生用目立行见金长门食高", "⼀⼈⼒⼝⼟⼤⼦⼯⽂⽅⽇⽉⽔⽣⽤⽬⽴⾏⻅⾦⻓⻔⻝⾼"
    )


def old_hao(text: str) -> Damaged:
    """号 as 號 in a Simplified text."""
    return translate(text, "号", "號")
