"""The grammar of a responsibility clause: which stretch of it names bodies, and in which role.

Styles: （省发改委、人社厅按职责分工分别牵头落实）, （市编办牵头，各区政府负责落实）, （责任单位：A、B；完成时限：…）, 牵头单位：A，配合单位：B."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from loaders.records import Role

Part = Literal["lead", "bear", "support"]
"""`bear`: 负责, 落实, 责任单位: responsible, or support where the clause has a lead."""

_ADVERB = (
    r"(?:按照?(?:各自)?(?:职责|职能|工作|任务|责任|部门|分工)*|根据(?:各自)?(?:职责|职能|工作|任务)?(?:分工)?|依据(?:各自)?职责(?:分工)?|结合职[责能]"
    r"|在?各自职责(?:范围)?内?|(?:职责|职能|任务|工作)?分工|依职责|依法|共同|分别|统一|具体|联合|密切|积极|协同|协助|全力|抓好|做好|组织|直接|主要|承担|持续|推进|指导|认真|切实|同|分头|主动|配合做好)"
)
_VERBS: tuple[tuple[Part, str], ...] = (
    ("lead", r"牵头|主办|为主"),
    ("support", r"配合|参与|参加|协办|协助|支持"),
    ("bear", r"负责|落实|承办|实施|承担|办理|推进"),
)
_VERB = "|".join(f"(?P<{part}>{verbs})" for part, verbs in _VERBS)
_ANY_VERB = re.compile("|".join(verbs for _, verbs in _VERBS))
# A role word inside a name (帮扶集团牵头单位) is no role: it is followed by 单位 without a colon.
_ROLE = re.compile(
    rf"{_ADVERB}*(?:{_VERB})(?!单位|部门|机构|企业)(?:[组织负责落实抓好牵头协调推进实施工作指导并做办理、和及]*)"
)
_LABEL = re.compile(
    r"(?P<lead>(?:主要|第一)?(?:牵头|主办)(?:责任)?(?:单位|部门|科室|处室|股室)?)"
    r"|(?P<support>(?:配合|协办|协助|参与|参加)(?:责任)?(?:单位|部门|科室|处室|股室)?)"
    r"|(?P<bear>(?:责任|承办|落实|实施)(?:单位|部门|科室|处室|股室|主体)(?:及[\u4e00-\u9fff]{2,6})?)"
    r"|(?P<other>(?:完成|整改|落实|责任)?(?:时限|期限)(?:要求)?|完成时间|时间要求|责任领导|责任人)"
)
_LABELLED = re.compile(rf"(?:{_LABEL.pattern})[：:]")
# 2020年6月底前完成, 长期坚持: a time limit without a label.
_DATE_LIMIT = re.compile(
    r"(?:于|在)?(?:(?:20\d\d|今|本)年)?(?:全年|年[内底末]|\d{1,2}月(?:\d{1,2}日|底|末|中旬|上旬|下旬|初)?)(?:之?前|以前|内)?(?:完成|落实|落实到位|取得明显成效|报送|公布|公开)?|(?:长期|持续|常年)(?:坚持|推进|实施|开展)|常态化(?:推进|开展)"
)
_COLON = re.compile("[：:]")
_MARK = re.compile(r"[（〔）〕，；。;\n\t]")
# 责任处室：A牵头，B配合: a role said behind a label is the one that counts.
_SAYS_ROLE = re.compile(
    "(?:予以|做好|积极)*(?:(?P<lead>牵头(?:负责|组织|落实)?|主办)|(?P<support>配合|协助|参与|支持))$"
)
# What bodies that are listed without a role word end with.
_BODIES = re.compile("[厅局委办部院署会室处所社团队行府县区市镇乡道位门司心校]$")
_JOINING = re.compile(r"会同|联合(?=[省市区县各国])|商(?=[省市区县国])")
FIRST_LEADS = re.compile(
    r"(?:列|排)(?:在)?(?:第一位|首位|第一)的?(?:单位|部门)?(?:为|是)?(?:牵头|主办)|第一个(?:单位|部门)?为牵头|首列(?:单位|部门)"
)
"""A notice's own rule: 列第一位的为牵头单位，下同."""


@dataclass(frozen=True)
class Names:
    """text[start:end) lists bodies that have the part `part` in the clause."""

    start: int
    end: int
    part: Part


@dataclass(frozen=True)
class Limit:
    """text[start:end) is the time limit that the clause sets."""

    start: int
    end: int


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Stretches between ， ； 。 outside brackets."""
    depth, begin = 0, start
    for match in _MARK.finditer(text, start, end):
        i, char = match.start(), match.group()
        depth += (char in "（〔") - (char in "）〕")
        if depth <= 0 and char in "，；。;\n\t":
            if i > begin:
                yield begin, i
            begin = i + 1
    if end > begin:
        yield begin, end


def read_roles(text: str, start: int, end: int) -> tuple[list[Names], list[Limit]]:
    """The lists of bodies of the clause text[start:end) with their parts, and its time limits."""
    names: list[Names] = []
    limits: list[Limit] = []
    waiting: list[tuple[int, int]] = []
    label: str | None = None
    for begin, stop in _pieces(text, start, end):
        if FIRST_LEADS.search(text, begin, stop) or text[begin:stop] in ("下同", "以下同"):
            continue
        marked = _LABELLED.match(text, begin, stop) if _COLON.search(text, begin, stop) else None
        while marked:
            label = marked.lastgroup
            begin = marked.end()
            inner = _LABELLED.search(text, begin, stop)
            if inner:
                _put(names, limits, begin, inner.start(), label)
                begin = inner.start()
            marked = _LABELLED.match(text, begin, stop)
        if _DATE_LIMIT.fullmatch(text, begin, stop):
            limits.append(Limit(begin, stop))
            continue
        if label:
            said = _SAYS_ROLE.search(text, begin, stop) if label != "other" else None
            _put(names, limits, begin, said.start() if said else stop, said.lastgroup if said else label)
            continue
        part, cut = _role_of(text, begin, stop)
        if part is None:
            waiting.append((begin, stop))
            continue
        # A、B，C参与: beside those who only help, and without a lead, the others answer for it.
        alone = part == "support" and all(entry.part != "lead" for entry in names)
        names += [Names(a, b, "bear" if alone else part) for a, b in waiting]
        waiting = []
        names += _with_partners(text, begin, cut, stop, part)
    if names:
        names += [Names(a, b, "bear") for a, b in waiting if _BODIES.search(text, a, b)]
    return names, limits


def _put(names: list[Names], limits: list[Limit], start: int, end: int, label: str | None) -> None:
    if label == "other":
        limits.append(Limit(start, end))
    elif label in ("lead", "bear", "support"):
        names.append(Names(start, end, label))  # type: ignore[arg-type]


def _role_of(text: str, start: int, end: int) -> tuple[Part | None, int]:
    """The part that the first role word of a piece gives, and where the names before it end."""
    if not _ANY_VERB.search(text, start, end):
        return None, end
    for match in _ROLE.finditer(text, start, end):
        if match.start() == start and match.end() < end:
            continue
        return match.lastgroup or "bear", match.start()  # type: ignore[return-value]
    lone = _ROLE.match(text, start, end)
    return (lone.lastgroup, start) if lone else (None, end)  # type: ignore[return-value]


def _with_partners(text: str, start: int, cut: int, end: int, part: Part) -> list[Names]:
    """A会同B牵头: A has the part, B supports. 配合A…: bodies behind the verb."""
    joined = _JOINING.search(text, start, cut)
    if joined and joined.start() > start:
        return [Names(start, joined.start(), part), Names(joined.end(), cut, "support" if part == "lead" else part)]
    return [Names(start, cut, part)] if cut > start else []


def clause_roles(names: list[Names], *, first_leads: bool) -> list[tuple[Names, Role]]:
    """The role of each list; where somebody leads, those who bear the task beside it support."""
    has_lead = any(entry.part == "lead" for entry in names)
    roles: dict[Part, Role] = {"lead": "lead", "support": "support", "bear": "support" if has_lead else "responsible"}
    if first_leads and not has_lead:
        roles["bear"] = "support"
    return [(entry, roles[entry.part]) for entry in names]
