"""Responsibility clauses in other dress, and the signature at another place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from benchmarks.damage.text import INSERTED, Damaged, Edit, edit, substitute, whole

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


def square_brackets(text: str) -> Damaged:
    """Responsibility clauses in 〔〕, document numbers in （）."""
    turned = substitute(text, r"[〔\[](?=\d{4}[〕\]])|(?<=\d{4})[〕\]]", lambda m: "（" if m[0] in "〔[" else "）")
    return turned.then(lambda t: substitute(t, r"^.*$", lambda m: _squared(m[0])))


def _squared(line: str) -> str:
    for match in re.finditer(CLAUSE, line):
        line = line[: match.start()] + "〔" + match[0][1:-1] + "〕" + line[match.end() :]
    return line


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
