"""Damage and re-typesetting of a notice's text, each kind a pure function with a way back to the original's offsets."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from random import Random

INSERTED = -1
"""The origin of a character that the original does not have."""

Edit = tuple[int, int, str]
"""text[start:end) becomes the string."""


@dataclass(frozen=True)
class Damaged:
    """`origin[i]` is the offset in the original of `text[i]`, or INSERTED."""

    text: str
    origin: tuple[int, ...]

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original that text[start:end) was made of."""
        origins = [at for at in self.origin[start:end] if at >= 0]
        if origins:
            return min(origins), max(origins) + 1
        before = next((at + 1 for at in reversed(self.origin[:start]) if at >= 0), 0)
        return before, before

    def then(self, damage: Damage) -> Damaged:
        """This text damaged once more."""
        next_ = damage(self.text)
        return Damaged(next_.text, tuple(self.origin[at] if at >= 0 else INSERTED for at in next_.origin))


Damage = Callable[[str], Damaged]


def whole(text: str) -> Damaged:
    """The text as it is."""
    return Damaged(text, tuple(range(len(text))))


def edit(text: str, edits: Iterable[Edit]) -> Damaged:
    """The text with edits made; of two that overlap the first counts."""
    parts: list[str] = []
    origin: list[int] = []
    at = 0
    for start, end, new in sorted(edits, key=lambda e: (e[0], e[1])):
        if start < at:
            continue
        parts += [text[at:start], new]
        origin += range(at, start)
        origin += (min(start + i, end - 1) if end > start else INSERTED for i in range(len(new)))
        at = end
    parts.append(text[at:])
    origin += range(at, len(text))
    return Damaged("".join(parts), tuple(origin))


def substitute(text: str, pattern: str, new: str | Callable[[re.Match[str]], str]) -> Damaged:
    """re.sub with a way back; `new` is taken literally."""
    make = new if callable(new) else lambda _: new
    return edit(text, ((m.start(), m.end(), make(m)) for m in re.finditer(pattern, text, re.MULTILINE)))


def translate(text: str, source: str, target: str) -> Damaged:
    """Each character of `source` becomes the one of `target` at its place."""
    return Damaged(text.translate(str.maketrans(source, target)), whole(text).origin)


def sometimes(text: str, pattern: str, new: str | Callable[[re.Match[str]], str], share: float, seed: int) -> Damaged:
    """`substitute` at a seeded share of the places."""
    random = Random(seed)
    make = new if callable(new) else lambda _: new
    found = [m for m in re.finditer(pattern, text, re.MULTILINE) if random.random() < share]
    return edit(text, ((m.start(), m.end(), make(m)) for m in found))


# Width and punctuation

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


def square_brackets(text: str) -> Damaged:
    """Responsibility clauses in 〔〕, document numbers in （）."""
    turned = substitute(text, r"[〔\[](?=\d{4}[〕\]])|(?<=\d{4})[〕\]]", lambda m: "（" if m[0] in "〔[" else "）")
    return turned.then(lambda t: substitute(t, r"^.*$", lambda m: _squared(m[0])))


def _squared(line: str) -> str:
    for match in re.finditer(CLAUSE, line):
        line = line[: match.start()] + "〔" + match[0][1:-1] + "〕" + line[match.end() :]
    return line


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


# Lines


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


def zero_width(text: str) -> Damaged:
    """Zero-width blanks, joiners and soft hyphens strewn over the text."""
    random = Random(7)
    return sometimes(text, r"(?<=\S)(?=\S)", lambda _: random.choice("\u200b\u200c\u200d\ufeff\u00ad"), 1 / 15, 7)


def spaced(text: str) -> Damaged:
    """A blank between any two characters, about every tenth place."""
    return sometimes(text, r"(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])", " ", 0.1, 3)


# Things that do not belong to the notice


def stray_latin(text: str) -> Damaged:
    """Words of a translated page between two words."""
    random = Random(13)
    words = (" and ", " the ", " of ", " ok ", " to ")
    return sometimes(text, r"(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])", lambda _: random.choice(words), 1 / 250, 13)


_GLOSSES = {
    "曝": "bào",
    "澄": "chéng",
    "棚": "péng",
    "廉": "lián",
    "督": "dū",
    "畅": "chàng",
    "舆": "yú",
    "履": "lǚ",
    "赈": "zhèn",
    "审": "shěn",
    "价": "jià",
}


def glossed(text: str) -> Damaged:
    """The sound of a rarer character in brackets behind it."""
    return substitute(
        text, f"(?<=[{''.join(_GLOSSES)}])(?=[\u4e00-\u9fff])", lambda m: f"({_GLOSSES[m.string[m.start() - 1]]})"
    )


_ABOVE = """网站支持IPv6  无障碍阅读  登录 | 注册
首页 > 政务公开 > 法定主动公开内容 > 政策文件
请输入关键字   搜索   热门搜索：社保 公积金
【字体：大 中 小】  打印  收藏本页  分享到：微信 微博
"""
_BELOW = """
扫一扫在手机打开当前页
上一篇：关于调整公共图书馆开放时间的公告
下一篇：关于开展夏季防汛演练的通知
相关链接：中国政府网  国务院部门网站  各地政府网站
版权所有：市大数据中心   联系我们   网站地图   网站标识码：0000000000
ICP备00000000号   公安备案 00000000000000号
"""


def chrome(text: str) -> Damaged:
    """A portal's lines before and behind."""
    return edit(text, [(0, 0, _ABOVE), (len(text), len(text), _BELOW)])


# Headings

HAN = "[一二三四五六七八九十]{1,3}"
_HEADING = rf"^[ \u3000]*(?:{HAN}、|[（(]{HAN}[）)]|\d{{1,2}}\.(?!\d))[^。\n]{{2,40}}?(?=。|$)"


def spaced_headings(text: str) -> Damaged:
    """A blank between all characters of the headings."""
    return substitute(text, _HEADING, lambda m: " ".join(m[0].strip()))


def doubled_headings(text: str) -> Damaged:
    """Headings of the first rank printed twice."""
    return edit(
        text,
        (
            (m.end(), m.end(), "\n" + m[0].strip())
            for m in re.finditer(rf"^[ \u3000]*{HAN}、[^。\n]{{2,40}}$", text, re.MULTILINE)
        ),
    )


def cut_number(text: str) -> Damaged:
    """The document number parted by the rule under the red head."""
    return substitute(text, r"(?<=[办函发][〔\[(（]\d{4}[〕\])）])(?=\d+号)", "\n———————\n")


# Clauses

CLAUSE = r"[（(](?:[^（）()\n]|[（(][^（）()\n]*[）)])*(?:牵头|负责|配合|牽頭|負責)[^（）()\n]*[）)](?=\s*(?:$|。|[^，、；,;\s]))"
_DUTY = re.compile(r"(?:按照?[职職][责責]分工|分别|分別|共同|\s)*(?P<verb>牵头|牽頭|负责|負責|配合)(?:落实|落實)?\s*$")
_LABELS = (
    {"牵": "牵头单位", "牽": "牽頭單位", "配": "配合单位"}
    | dict.fromkeys("负责", "责任单位")
    | dict.fromkeys("負責", "責任單位")
)


def open_clauses(text: str) -> Damaged:
    """Every third clause lacks its closing bracket."""
    found = [m for m in re.finditer(CLAUSE, text, re.MULTILINE) if text[m.end() : m.end() + 1] in ("", "\n")]
    return edit(text, ((m.end() - 1, m.end(), "") for m in found[::3]))


def labelled_clauses(text: str) -> Damaged:
    """（A、B按职责分工分别牵头落实） as （责任单位：A、B）; with several verbs as 牵头单位：A；责任单位：B."""
    return edit(text, (e for m in re.finditer(CLAUSE, text, re.MULTILINE) for e in _relabel(m.start() + 1, m[0][1:-1])))


def bare_clauses(text: str) -> Damaged:
    """The same without brackets: 责任单位：A、B。"""
    edits: list[Edit] = []
    for m in re.finditer(CLAUSE, text, re.MULTILINE):
        inner = list(_relabel(m.start() + 1, m[0][1:-1]))
        if inner:
            stop = "" if text[m.end() : m.end() + 1] == "。" else "。"
            edits += [(m.start(), m.start() + 1, ""), *inner, (m.end() - 1, m.end(), stop)]
    return edit(text, edits)


@dataclass(frozen=True)
class Share:
    """inner[start:end) of a clause: bodies up to `names_end`, then what they do."""

    start: int
    names_end: int
    end: int
    verb: str

    def without_verb(self, at: int, inner: str) -> list[Edit]:
        """The edits that leave the bodies alone, parted by 、; `at` is where `inner` stands."""
        commas = (m.start() for m in re.finditer("[，,]", inner[self.start : self.names_end]))
        parted = [(at + self.start + comma, at + self.start + comma + 1, "、") for comma in commas]
        return [*parted, (at + self.names_end, at + self.end, "")]


def clause_shares(inner: str) -> list[Share]:
    """A（、B）牵头，C配合 as its shares; none where the last one has no verb."""
    shares: list[Share] = []
    start = 0
    for part in re.finditer("[^，,]+", inner):
        verb = _DUTY.search(part[0])
        if verb:
            shares.append(Share(start, part.start() + verb.start(), part.end(), verb["verb"]))
            start = part.end() + 1
    return shares if start > len(inner) else []


def _relabel(at: int, inner: str) -> list[Edit]:
    """The edits that turn a clause's text into labels and names; none where it is of another style."""
    shares = clause_shares(inner)
    edits: list[Edit] = []
    for share in shares:
        label = _LABELS[share.verb[0] if len(shares) > 1 or share.verb == "配合" else "責" if "責" in inner else "责"]
        edits.append((at + share.start, at + share.start, label + "："))
        edits += share.without_verb(at, inner)
        if share is not shares[-1]:
            edits.append((at + share.end, at + share.end + 1, "；"))
    return edits


# Parts moved


def signed_below(text: str) -> Damaged:
    """The signature and its date behind the last sentence instead of before the attached paper."""
    found = re.search(
        r"^[ \u3000]*\S{4,30}(?:办公[厅室]|辦公[廳室])\s*\n\s*20\d\d年\d{1,2}月\d{1,2}日[ \u3000]*\n",
        text,
        re.MULTILINE,
    )
    if not found:
        return whole(text)
    last = text.rindex("。") + 1
    pieces: list[int] = [
        *range(found.start()),
        *range(found.end(), last),
        INSERTED,
        *range(*found.span()),
        *range(last, len(text)),
    ]
    return Damaged("".join("\n" if at < 0 else text[at] for at in pieces), tuple(pieces))
