"""The automatic numbers of a Word file: they stand in numbering.xml, not in the text, and are printed from there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def chinese(value: int, digits: str = _DIGITS, ten: str = "十", hundred: str = "百") -> str:
    """1 to 999 in Chinese numerals: 三, 十, 二十一, 一百零五."""
    hundreds, rest = divmod(value, 100)
    tens, ones = divmod(rest, 10)
    text = digits[hundreds % 10] + hundred if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else digits[tens]) + ten
    elif hundreds and ones:
        text += "零"
    return text + (digits[ones] if ones else "")


def _roman(value: int) -> str:
    text = ""
    for worth, letters in _ROMAN:
        text += letters * (value // worth)
        value %= worth
    return text


def _from(first: str, size: int) -> Callable[[int], str]:
    """Circled and bracketed numbers, which exist up to `size`."""
    return lambda value: chr(ord(first) + value - 1) if 1 <= value <= size else str(value)


def _letter(value: int) -> str:
    return chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)


_FORMS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting", "taiwaneseCountingThousand",
                     "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital", "koreanDigital2"), chinese),
    **dict.fromkeys(("chineseLegalSimplified", "ideographLegalTraditional"), lambda value: chinese(value, _LEGAL, "拾", "佰")),
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), _from("①", 20)),
    "decimalEnclosedParen": _from("⑴", 20),
    "decimalEnclosedFullstop": _from("⒈", 20),
    "decimalZero": lambda value: f"{value:02d}",
    "ideographTraditional": lambda value: _STEMS[(value - 1) % 10],
    "ideographZodiac": lambda value: _BRANCHES[(value - 1) % 12],
    "lowerLetter": _letter,
    "upperLetter": lambda value: _letter(value).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda value: _roman(value).upper(),
    "bullet": lambda value: "",
    "none": lambda value: "",
}  # fmt: skip


@dataclass(frozen=True)
class _Level:
    start: int
    form: str
    text: str
    suffix: str
    legal: bool
    style: str | None


class Numbering:
    """Counts the numbered paragraphs of one document as Word does when it prints."""

    def __init__(self, document: Document) -> None:
        self._styles = {str(style.get(f"{_W}styleId")): style for style in document.styles.element.iter(f"{_W}style")}
        self._lists: dict[str, str] = {}
        self._levels: dict[str, dict[int, _Level]] = {}
        self._restarts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._seen: set[str] = set()
        root = _numbering_root(document)
        if root is not None:
            self._read(root)

    def _read(self, root: Any) -> None:
        abstract = {str(item.get(f"{_W}abstractNumId")): item for item in root.iter(f"{_W}abstractNum")}
        by_style = {_value(item, "styleLink"): key for key, item in abstract.items() if _value(item, "styleLink")}
        for item in root.iter(f"{_W}num"):
            number, base = str(item.get(f"{_W}numId")), str(_value(item, "abstractNumId"))
            link = _value(abstract[base], "numStyleLink") if base in abstract else None
            base = by_style.get(link, base) if link else base
            self._lists[number] = base
            self._levels[number] = _levels(abstract[base]) if base in abstract else {}
            self._restarts[number] = {}
            for override in item.iter(f"{_W}lvlOverride"):
                depth = _whole(override.get(f"{_W}ilvl"), 0)
                start = _value(override, "startOverride")
                if start is not None:
                    self._restarts[number][depth] = _whole(start, 1)
                self._levels[number] |= _levels(override)

    def is_contents(self, paragraph: Any) -> bool:
        """Whether the paragraph is an entry of an automatic table of contents."""
        style = self._styles.get(_value(paragraph, "pPr/pStyle") or "")
        return style is not None and (_value(style, "name") or "").lower().startswith("toc ")

    def next_number(self, paragraph: Any) -> str:
        """The number in front of this paragraph, counted on; empty where it has none."""
        number, depth = self._numbered(paragraph)
        level = self._levels.get(number, {}).get(depth) if number != "0" else None  # 0 takes it out of its style's list
        if level is None:
            return ""
        counts = self._counts.setdefault(self._lists[number], {})
        if number not in self._seen:
            self._seen.add(number)
            for restarted, start in self._restarts[number].items():
                counts[restarted] = start - 1
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]
        text = self._print(number, level, counts)
        return text + ("" if level.suffix == "nothing" or not text else " ")

    def _print(self, number: str, level: _Level, counts: dict[int, int]) -> str:
        text = level.text
        for depth, other in self._levels[number].items():
            mark = f"%{depth + 1}"
            if mark in text:
                form = "decimal" if level.legal else other.form
                text = text.replace(mark, _FORMS.get(form, str)(counts.get(depth, other.start)))
        return "" if level.form == "bullet" else text

    def _numbered(self, paragraph: Any) -> tuple[str, int]:
        """List and level of a paragraph: its own, else those of its style and the styles that it is based on."""
        number, depth = _value(paragraph, "pPr/numPr/numId"), _value(paragraph, "pPr/numPr/ilvl")
        style, seen = _value(paragraph, "pPr/pStyle"), set[str]()
        while number is None and style in self._styles and style not in seen:
            seen.add(style)
            number = _value(self._styles[style], "pPr/numPr/numId")
            linked = (level for level, facts in self._levels.get(number or "", {}).items() if facts.style == style)
            depth = _value(self._styles[style], "pPr/numPr/ilvl") or depth or str(next(linked, 0))
            style = _value(self._styles[style], "basedOn")
        return number or "", _whole(depth, 0)


def _numbering_root(document: Document) -> Any:
    from docx.opc.constants import RELATIONSHIP_TYPE

    for relation in document.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.NUMBERING and not relation.is_external:
            return getattr(relation.target_part, "element", None)
    return None


def _levels(parent: Any) -> dict[int, _Level]:
    levels = {}
    for item in parent.iter(f"{_W}lvl"):
        levels[_whole(item.get(f"{_W}ilvl"), 0)] = _Level(
            _whole(_value(item, "start"), 1),
            _value(item, "numFmt") or "decimal",
            _value(item, "lvlText") or "",
            _value(item, "suff") or "tab",
            item.find(f"{_W}isLgl") is not None,
            _value(item, "pStyle"),
        )
    return levels


def _whole(text: str | None, otherwise: int) -> int:
    """A number of the file; what damage left there counts as the default."""
    return int(text) if text and text.isdecimal() else otherwise


def _value(element: Any, path: str) -> str | None:
    """The w:val of the element at `path` below, or None."""
    found = element.find("/".join(_W + part for part in path.split("/")))
    return None if found is None else str(found.get(f"{_W}val", ""))
