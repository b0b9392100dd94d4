"""Bytes to text: UTF-8, GB18030 and its subsets, Big5, UTF-16; never a guess that garbles."""

from __future__ import annotations

import codecs
import re

from loaders.errors import ReadError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MEND = "另存为 UTF-8 或 GB18030 编码的文本后再试 (save it as UTF-8 or GB18030 text)"
# The commonest characters of official prose; a right decoding is full of them.
_COMMON = frozenset("的和政府公开工作信息部门要及国行务理管市省开發開務會會員関对各实施法为加强推进發佈機關與")


def _plausible(text: str) -> bool:
    """Whether a decoded text reads as Chinese: common characters, no private-use ones."""
    han = sum("\u4e00" <= char <= "\u9fff" for char in text)
    common = sum(char in _COMMON for char in text)
    odd = sum("\ue000" <= char <= "\uf8ff" or char == "\ufffd" for char in text)
    return han == 0 or (common >= 0.03 * han and odd <= 0.01 * len(text))


def decode(raw: bytes, declared: str | None = None) -> str:
    """The text of `raw` without the byte-order mark, line ends as they are.

    `declared` is the encoding that the file itself states: tried behind UTF-8, which no other text passes for.
    Raises ReadError for a binary file or where no encoding gives readable Chinese."""
    for bom, name in _BOMS:
        if raw.startswith(bom):
            return _strict(raw[len(bom) :], name)
    if _CONTROL.search(raw[:65536]) or raw[:5] == b"%PDF-":
        raise ReadError("不是文本文件 (binary file)", _MEND)
    for name in ("utf-8", *_declared(declared), "gb18030", "big5hkscs"):
        try:
            text = raw.decode(name)
        except UnicodeDecodeError:
            continue
        if name == "utf-8" or _plausible(text):
            return text
    return _detect(raw)


# Each declared subset is read as the superset that pages really use.
_SUPERSETS = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "big5hkscs": "big5hkscs",
}


def _declared(name: str | None) -> tuple[str, ...]:
    """The codec of a declared Chinese encoding; any other declaration on a Chinese page is a mistake."""
    try:
        codec = codecs.lookup(name or "").name
    except LookupError:
        return ()
    return (_SUPERSETS[codec],) if codec in _SUPERSETS else ()


def _strict(raw: bytes, name: str) -> str:
    try:
        return raw.decode(name)
    except UnicodeDecodeError as error:
        raise ReadError(f"编码损坏 (broken {name} at byte {error.start})", _MEND) from error


def _detect(raw: bytes) -> str:
    """A file cut or damaged in places: the encoding that loses least, if it loses at most 1 in 100."""
    best = min((raw.decode(name, errors="replace") for name in ("utf-8", "gb18030")), key=lambda t: t.count("\ufffd"))
    if best.count("\ufffd") > 0.01 * len(best) or not _plausible(best):
        raise ReadError("无法识别编码 (unknown or damaged encoding)", _MEND)
    return best
