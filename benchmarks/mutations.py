"""Random changes to a text, small and large, each made from a seeded source of chance."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from benchmarks.damage import clauses, lines, marks, rewriting, strangers, tables

Mutation = Callable[[str, Random], str]

_MARKS = (
    "（）()〔〕[]【】《》〈〉“”‘’「」、，。；：！？,.;:!? \t\n\r\u3000\u00a0\u200b\ufeff\x00\x0b\x0c\u2028—-_|｜…·%％"
)
_PIECES = (
    *("一、", "（一）", "1.", "（1）", "①", "第一章 ", "第十条 ", "1.1 ", "一是", "十、", "99."),
    *(
        "责任单位：",
        "牵头单位：",
        "配合单位：",
        "完成时限：",
        "（省财政厅牵头）",
        "（责任单位：",
        "负责落实）",
        "按职责分工",
        "等部门",
    ),
    *(
        "2020年2月30日",
        "每年6月底前",
        "20个工作日内",
        "每月",
        "按季度",
        "不少于2次",
        "自发布之日起",
        "99月99日",
        "年内",
    ),
    *(
        "关于印发",
        "的通知",
        "《",
        "》",
        "云政办发〔2020〕1号",
        "令第1号",
        "以下简称《办法》",
        "附件：",
        "抄送：",
        "各市人民政府：",
    ),
    *(
        "公开",
        "解读",
        "回应",
        "及时公开",
        "通过政府网站",
        "推进",
        "做好",
        "督促",
        "，",
        "、",
        "和",
        "\n",
        "\t",
        "\r\n",
        "— 3 —",
    ),
    *(
        "☃",
        "𠀀",
        "é",
        "e\u0301",
        "ﬁ",
        "\u202e",
        "⻔",
        "號",
        "0" * 30,
        "（" * 30,
        "、" * 40,
        " " * 50,
        "\n" * 20,
        "一" * 30,
    ),
)
_DAMAGES = (
    *(marks.half_width, marks.full_width, marks.ascii_brackets, clauses.square_brackets, marks.confused_punctuation),
    *(
        marks.radicals,
        lines.wrapped,
        lines.broken_words,
        lines.one_line,
        lines.crlf,
        lines.page_marks,
        strangers.spaced,
    ),
    *(
        strangers.zero_width,
        strangers.stray_latin,
        clauses.open_clauses,
        clauses.bare_clauses,
        strangers.spaced_headings,
    ),
    *(rewriting.traditional, rewriting.decimal, rewriting.dotless, rewriting.arabic, tables.tabulated),
)


def _spot(text: str, random: Random, longest: int) -> tuple[int, int]:
    start = random.randint(0, len(text))
    return start, min(len(text), start + random.randint(0, longest))


def _delete(text: str, random: Random) -> str:
    start, end = _spot(text, random, 40)
    return text[:start] + text[end:]


def _repeat(text: str, random: Random) -> str:
    start, end = _spot(text, random, 60)
    return text[:end] + text[start:end] * random.randint(1, 3) + text[end:]


def _move(text: str, random: Random) -> str:
    start, end = _spot(text, random, 80)
    rest = text[:start] + text[end:]
    at = random.randint(0, len(rest))
    return rest[:at] + text[start:end] + rest[at:]


def _insert(text: str, random: Random) -> str:
    at = random.randint(0, len(text))
    return text[:at] + random.choice(_PIECES) + text[at:]


def _mark(text: str, random: Random) -> str:
    start, end = _spot(text, random, 1)
    return text[:start] + random.choice(_MARKS) + text[end:]


def _any_character(text: str, random: Random) -> str:
    start, end = _spot(text, random, 1)
    code = random.choice((random.randint(0, 0x2FFF), random.randint(0xE000, 0x1FFFF), random.randint(0x3000, 0x33FF)))
    return text[:start] + chr(code) + text[end:]


def _shuffle(text: str, random: Random) -> str:
    lines = text.split("\n")
    start = random.randint(0, len(lines))
    part = lines[start : start + 6]
    random.shuffle(part)
    return "\n".join([*lines[:start], *part, *lines[start + 6 :]])


_MUTATIONS: tuple[Mutation, ...] = (_delete, _repeat, _move, _insert, _insert, _mark, _mark, _any_character, _shuffle)


def mutate(texts: Sequence[str], random: Random) -> str:
    """One text, mostly a window of it, sometimes damaged as a whole, mutated in 1 to 12 places."""
    text = random.choice(texts)
    if random.random() < 0.95:
        start = random.choice((0, random.randint(0, len(text))))
        text = text[start : start + random.randint(0, 1200)]
    if random.random() < 0.3:
        text = random.choice(_DAMAGES)(text).text
    for _ in range(random.randint(1, 12)):
        text = random.choice(_MUTATIONS)(text, random)
    return text
