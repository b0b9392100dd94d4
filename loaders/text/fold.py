"""The compare form of a text: width, punctuation and script made one, every offset kept.

`fold` never adds or drops a character; what should not be there becomes `DROPPED` and is skipped by the layout.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from loaders.records import Script
from loaders.text.script import find_script, simplify, simplify_name, simplify_strays

DROPPED = "\x00"

_CJK = "\u3400-\u9fff"
_OPENERS = "“‘《〈（「『【〔"
_CLOSERS = "”’》〉）」』】〕、，。；：%"
_HALF_PUNCTUATION = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？"}
_TABLE = {
    **{ord(char): DROPPED for char in "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\ufffd\u180e"},
    **{code: DROPPED for code in range(0x20) if chr(code) not in "\t\n"},
    **{
        ord(char): " "
        for char in "\u00a0\u3000\u2002\u2003\u2009\u200a\u202f\u205f\u2007\u2008\u2000\u2001\u2004\u2005\u2006"
    },
    **{0xFF01 + i: chr(0x21 + i) for i in range(94) if chr(0xFF01 + i) not in "！（），：；？"},
    **{ord(a): b for a, b in zip("｡､﹐﹑﹔﹕﹙﹚「」『』〝〞＂", "。、，、；：（）“”‘’“””", strict=True)},
    **{ord(a): b for a, b in zip("()[]［］【】﹝﹞〖〗", "（）〔〕〔〕〔〕〔〕〔〕", strict=True)},
    # Radicals that damaged PDFs print for characters and that compatibility folding leaves.
    **{
        ord(a): b
        for a, b in zip(
            "⻔⻝⻅⻓⻚⻢⻛⻋⻆⺠⻄⻘⻩⻬⻰⻁⻉⻥⻦⻣⻤⻧⻨",
            "门食见长页马风车角民西青黄齐龙虎贝鱼鸟骨鬼卤麦",
            strict=True,
        )
    },
    0x0D: " ",
    0x2028: "\n",
    0x2029: "\n",
    0x0B: "\n",
    0x0C: "\n",
}
_AFTER = re.compile(rf"[,;:!?](?:(?<=[{_CJK}{_CLOSERS}].)|(?<=[{_CJK}{_CLOSERS}][ \x00].))")
_BEFORE = re.compile(rf"[,;:!?](?=[ \x00]?[{_CJK}{_OPENERS}])")
# 市,县政府 and 特别重大,重大突发事件 list: there a half-width comma was an enumeration mark.
_LISTED = re.compile(
    r"(?:(?<=[省市州盟县区旗乡镇])|(?<=特[别別]重大)),(?=(?:[市州县区旗乡镇村](?:[、,（两]|[政人级相有])|重大[^,，。]{0,6}突[发發]))"
)
# A full stop that OCR or a half-width typist made of 。; beside digits and Latin it is a point.
_POINT = re.compile(rf"\.(?<=[{_CJK}”）》]\.)(?=[{_CJK}（“《\n])")
_STRAIGHT = re.compile(r'"([^"\n]{0,60})"')
_TONED = "\u0300-\u036fāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ"
# The sound of a character, printed behind it: 督（dū）促. Without a tone it may be an abbreviation and stays.
_GLOSS = re.compile(rf"（(?<=[{_CJK}]（)[a-zü]{{0,5}}[{_TONED}][a-zü{_TONED}]{{0,5}}）")
# What a translating browser left of its English between two Chinese words.
_ENGLISH = re.compile("and|the|of|to|in|for|on|with|by|or|is|ok")
_STRAY_WORD = re.compile(rf"(?<=[{_CJK}，。；、）”》]) *(?:{_ENGLISH.pattern})(?![A-Za-z]) *(?=[{_CJK}，。；、（“《])")
_OTHER_FORM = re.compile(f"[{re.escape(''.join(map(chr, _TABLE)))}]")
_COMPATIBILITY = re.compile("[\u2e80-\u2fdf\uf900-\ufaff\u2460-\u2473]")


def _cjk_punctuation(match: re.Match[str]) -> str:
    return _HALF_PUNCTUATION[match.group()]


def _compatible(match: re.Match[str]) -> str:
    """Radicals and compatibility ideographs of damaged PDFs; circled numbers stay, they number items."""
    char = match.group(0)
    plain = unicodedata.normalize("NFKC", char)
    return plain if len(plain) == 1 and not plain.isdigit() else char


def fold(text: str, script: Script | None = None) -> str:
    """The compare form, of the same length: full-width letters and digits halved, Chinese punctuation full,
    round brackets full, square ones 〔〕, quotation marks “”, Simplified script, blanks U+0020, line ends \\n.

    `script` is the text's, where the caller knows it."""
    return _fold(text, hant=(script or find_script(text)) == "Hant")


@lru_cache(maxsize=65536)
def fold_name(text: str) -> str:
    """The compare form of a short name, always in Simplified script and without blanks."""
    return "".join(_fold(simplify_name(text), hant=True).replace(DROPPED, "").split())


def _fold(text: str, *, hant: bool) -> str:
    folded = _OTHER_FORM.sub(lambda match: _TABLE[ord(match.group())], text)
    folded = _COMPATIBILITY.sub(_compatible, folded)
    folded = _LISTED.sub("、", folded) if "," in folded else folded
    folded = _AFTER.sub(_cjk_punctuation, folded)
    folded = _BEFORE.sub(_cjk_punctuation, folded)
    folded = _POINT.sub("。", folded)
    folded = _GLOSS.sub(lambda match: DROPPED * len(match.group()), folded)
    if _ENGLISH.search(folded):
        folded = _STRAY_WORD.sub(lambda match: DROPPED * len(match.group()), folded)
    folded = _STRAIGHT.sub(r"“\1”", folded)
    return simplify(folded) if hant else simplify_strays(folded)
