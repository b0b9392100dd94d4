"""The bodies of a responsibility clause: list items with their prefix restored, groups told from agencies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.extract.page import Page
from loaders.extract.roles import Limit, clause_roles, read_roles
from loaders.records import Body, Header, Role
from loaders.resolve.bodies import describe_body, is_local_form, is_proper, is_shared_form, resolve_body

PREFIX = re.compile(
    r"(?:自治区|自治州|自治县|自治旗|地区|特区|林区|省|市(?!场)|区(?!域)|县|州|盟|旗|镇|乡|街道(?!办)|兵团|师市|师(?!范))(?=[\u4e00-\u9fff]{2})"
)
_ORGAN_END = re.compile(
    r"(?:厅|局|委|办|部|院|署|会|室|处|中心|支行|分行|社|站|队|团|司|所|集团|公司|政府|办事处|银行|大学|学院|街道|镇|乡|部门|单位)$"
)
_MOST_ANSWERING = 2
"""Of more bodies than these none tells by its line what a task is about."""
_ET_AL = re.compile(
    r"等(?:相关|有关|各|省级|市级|区级|县级|国务院|省|市|区|县|\d+个)*(?:[\u4e00-\u9fff]{0,12}(?:部门|单位|机构|成员单位|地区))?$"
)
_GROUP = re.compile(
    r"各(?:处|科|室|司)室?$|^(?:各|相关|有关|其他|全[省市区县])|(?:省|市|区|县|州|盟|旗)[直级](?:各|有关|相关|部门|单位|机关(?!工委|党工委|事务))"
    r"|(?:各|有关|相关)[\u4e00-\u9fff、（）]*(?:部门|单位|机构|企业|政府|地区|[委办厅局])$|(?:部门|成员单位|直属单位|直属机构|相关单位|有关单位)$"
    r"|(?:各|有关|相关)(?:区|县|市|州|镇|乡|街道)"
    r"|^(?:[省市县区乡]级|省市县|市县|县乡|基层|试点|贫困县?|贫困地区|地方|当地|属地|下级|省级以下)[\u4e00-\u9fff、（）]{0,8}(?:人民政府|政府|部门|单位|机关)$"
)
_SHARED_TAIL = re.compile(
    r"^(?:[（）市县区州盟旗镇乡街道地师团委办厅局、]*)(?:人民政府|政府|办事处|管委会|部门|单位|直属机构|派出机构|街道|[委办厅局])?$"
)
_LEADING = re.compile(r"^(?:由|请|以|和|及|与|以及|会同|其中|建议由)+")
_MARK = re.compile("[（〔《）〕》、]")
# 有关市（州）政府, 各镇（街道）: levels in brackets are part of the name.
_BRACKETED = re.compile("[（〔](?![省市县区州盟旗镇乡街道地、]+[）〕])[^（）〔〕]*[）〕]")
_AND = re.compile(r"以及|[和及与暨]")


@dataclass(frozen=True)
class Mention:
    """One list item [start, end) of the page's text; `name` is what it says with brackets and stray words cut."""

    start: int
    end: int
    text: str


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Items between 、 outside brackets."""
    depth, begin = 0, start
    for match in _MARK.finditer(text, start, end):
        char = match.group()
        depth += (char in "（〔《") - (char in "）〕》")
        if char == "、" and depth <= 0:
            yield begin, match.start()
            begin = match.end()
    yield begin, end


def is_body(name: str) -> bool:
    """Whether a name ends as a body's does."""
    return bool(_ORGAN_END.search(name)) and len(name) >= 3


def _at_and(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A和B are two where both are bodies and B begins as a body does; 发展和改革局 and 部门和单位 are one."""
    for match in _AND.finditer(text, start + 2, end - 2):
        left, right = text[start : match.start()], text[match.end() : end]
        opens = PREFIX.match(right) or is_proper(right) or right.startswith("各") or is_local_form(right)
        if is_body(left) and is_body(right) and opens and not is_local_form(text[start:end]):
            yield start, match.start()
            yield from _at_and(text, match.end(), end)
            return
    yield start, end


def _is_organ(item: str) -> bool:
    """县财政局 after 各市 is a body of its own, 县人民政府 is the head that both share."""
    return is_local_form(item) and not re.fullmatch("(?:人民)?政府|街道办事处|办事处|管委会", item)


def _merge_shared(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """各市、县人民政府 and 省政府各部门、直属机构 are one entry each; a second 各 makes two."""
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        item = text[start:end]
        if merged and item:
            head = text[merged[-1][0] : merged[-1][1]]
            shares = (
                "各" in head
                or re.match("相关|有关", head)
                or re.fullmatch("(?:省|市|县|区|乡|镇|州)[、省市县区乡镇]*", head)
            )
            if (
                shares
                and _SHARED_TAIL.match(item)
                and not re.search("^各|[各省]级?[政直]", item)
                and not _is_organ(item[1:])
            ):
                merged[-1] = (merged[-1][0], end)
                continue
        merged.append((start, end))
    return merged


def find_mentions(text: str, start: int, end: int) -> tuple[list[Mention], bool]:
    """The bodies listed in text[start:end), and whether 等 says that there are more."""
    et_al = False
    mentions = []
    spans = [part for span in _split(text, start, end) for part in _at_and(text, *span)]
    for begin, stop in _merge_shared(text, spans):
        lead = _LEADING.match(text[begin:stop])
        begin += lead.end() if lead else 0
        more = _ET_AL.search(text[begin:stop])
        if more and (more.start() > 0 or more.group(0) == text[begin:stop]):
            et_al, stop = True, begin + more.start()
        stop = begin + len(text[begin:stop].rstrip("：: 。，"))
        name = _BRACKETED.sub("", text[begin:stop]) if not text[begin:stop].startswith("各") else text[begin:stop]
        if len(name) >= 2:
            mentions.append(Mention(begin, stop, name))
    return mentions, et_al


def is_group(name: str) -> bool:
    return bool(_GROUP.search(name))


class _PrefixCarrier:
    """Restores the level prefix along a list; a body with a proper name ends its reach."""

    def __init__(self) -> None:
        self.prefix = ""

    def restore(self, mention: Mention, page: Page, *, group: bool) -> str:
        written = page.written(mention.start, mention.end)
        if len(mention.text) != mention.end - mention.start:
            written = re.sub(
                r"[（(〔](?![省市縣县區区州盟旗鎮镇鄉乡街道地、]+[）)〕])[^（()）〔〕]*[）)〕]", "", written
            )
        own = PREFIX.match(mention.text)
        if own and not group and not is_local_form(mention.text):
            self.prefix = own.group(0)
            return written
        local = bool(self.prefix) and is_shared_form(mention.text)
        if group or (is_proper(mention.text) and not local):
            self.prefix = ""
            return written
        return self.prefix + written


def find_bodies(
    page: Page, header: Header, start: int, end: int, *, first_leads: bool
) -> tuple[tuple[Body, ...], bool, list[Limit]]:
    """The bodies of the clause text[start:end) in order, whether there are more (等), and its time limits."""
    lists, limits = read_roles(page.text, start, end)
    bodies: list[Body] = []
    et_al = False
    carrier = _PrefixCarrier()
    for names, role in clause_roles(lists, first_leads=first_leads):
        mentions, more = find_mentions(page.text, names.start, names.end)
        et_al |= more
        bodies += [_body(page, header, mention, role, carrier) for mention in mentions]
    if first_leads and bodies and not any(body.role == "lead" for body in bodies):
        bodies = [replace(bodies[0], role="lead"), *bodies[1:]]
    return tuple(_once(bodies)), et_al, limits


def _body(page: Page, header: Header, mention: Mention, role: Role, carrier: _PrefixCarrier) -> Body:
    group = is_group(mention.text)
    text = carrier.restore(mention, page, group=group)
    found = resolve_body(text, header.region, header.issuer, group=group, year=header.year)
    at = page.evidence(mention.start, mention.end, "agency", f"clause-{role}/{found.rule}")
    return Body(text, found.name, role, "group" if group else "agency", at, found.repaired, found.reason)


def _once(bodies: list[Body]) -> Iterator[Body]:
    """A second name of the same body in the same role is no second entry."""
    seen: set[tuple[str, str]] = set()
    for body in bodies:
        if (body.name, body.role) not in seen:
            seen.add((body.name, body.role))
            yield body


def answering_systems(bodies: Sequence[Body]) -> tuple[str, ...]:
    """The systems (条线) of the bodies that lead a task, else of those that answer for it; of a long list, none."""
    leads = [body for body in bodies if body.role == "lead"] or [body for body in bodies if body.role == "responsible"]
    if len(leads) > _MOST_ANSWERING:
        return ()
    found = (describe_body(body.name).system for body in leads if body.kind == "agency")
    return tuple(system for system in found if system)
