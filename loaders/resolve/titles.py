"""What a title says of its document: who issued it, whose it is, and the form in which titles are compared."""

from __future__ import annotations

import re
from functools import cache

from loaders.resolve.bodies import resolve_body
from loaders.resolve.issuers import DocumentClass
from loaders.resolve.regions import Chain, at_level, find_region, short_name
from loaders.text.fold import fold_name

_PRINTED = re.compile(r"^关于(?:印发|转发|公布|下发)(?:《(?P<marked>.+)》|(?P<bare>.+?))的?(?:通知|决定)$")
_ISSUER = re.compile(
    r"^(?P<issuer>.{0,40}?(?:办公厅|办公室|人民政府|政府|国务院|委员会|中共中央|[厅局委部]))(?=关于|印发|批转|转发)"
)
_MARKS = re.compile("[《》〈〉“”（）\\s]")
_WHOLE = re.compile("全(?P<level>国|省|市|区|县|州)")
_LEVELS = {"省": "province", "市": "city", "州": "city", "区": "county", "县": "county"}
_NATION = re.compile("中华人民共和国|中国|全国|国家|国务院|中共中央|党中央|中央")
_LAW = re.compile(r"(?:(?<!办)法|条例)(?:（[^（）]*）)?$")
_LEAD = re.compile(r"^(?:关于)?(?:印发|转发|公布|下发)?《?(?:(?:19|20)\d\d年度?)?")
_YEAR = re.compile(r"((?:19|20)\d\d)年度?")
_ANNUAL = re.compile("工作报告$|工作要点$|重点工作|工作安排$|工作计划$|实施方案$")
_SURE = 0.95


def plain_title(title: str) -> str:
    """Folded, with 〈〉 raised to 《》."""
    return fold_name(title).replace("〈", "《").replace("〉", "》")


def fold_title(title: str) -> str:
    """The compare form of a title: no issuer in front, no 关于印发…的通知 around the instrument, no marks, and a law without
    中华人民共和国."""
    text = _ISSUER.sub("", plain_title(title)).removeprefix("中华人民共和国")
    text = text if text.startswith("关于") else re.sub("^(?:印发|批转|转发)", "", text)
    printed = _PRINTED.match(text)
    text = (
        (printed["marked"] or printed["bare"]) if printed else re.sub("的通知$", "", text) if "《" in text[:1] else text
    )
    return _MARKS.sub("", text)


def bare_title(title: str, region: Chain) -> str:
    """The folded title without its place (北京市, 全省) and with its year in front: 2016年政务公开工作要点."""
    text = _WHOLE.sub("", fold_title(title))
    for name in sorted({name for part in region for name in (part, short_name(part))}, key=len, reverse=True):
        if len(name) > 1 and name in text:
            text = text.replace(name, "", 1)
    year = _YEAR.search(text)
    return f"{year[1]}年{_YEAR.sub('', text, count=1)}" if year else text


@cache
def title_issuer(title: str, region: Chain, issuer: str | None) -> str | None:
    """The official name of the body that the title begins with, the first of several; 省政府办公厅 is read in the
    jurisdiction of the notice that cites. None where the title names nobody that is known."""
    match = _ISSUER.match(plain_title(title))
    written = match["issuer"] if match else ""
    for size in range(len(written), 2, -1):
        found = resolve_body(written[:size], region, issuer, group=False)
        if found.confidence >= _SURE:
            return found.name
    return None


@cache
def title_region(title: str, citing: Chain) -> Chain | None:
    """The jurisdiction that the title itself names: () for the nation, a place, or the citing notice's province, city
    or county (全省). None where it names none; a law that names none is the nation's."""
    text = plain_title(title)
    whole = _WHOLE.search(text)
    if whole:
        return () if whole["level"] == "国" else at_level(citing, _LEVELS[whole["level"]])
    text = _LEAD.sub("", text)
    region, used = find_region(text, citing)
    if region and used > 1:
        return region
    return () if _NATION.match(text) or _LAW.search(text) else None


def law_class(title: str, region: Chain | None) -> DocumentClass | None:
    """法 is the congress's, 条例 of a place its congress's, of the nation the State Council's; None for other papers."""
    law = _LAW.search(plain_title(title))
    if not law or region is None:
        return None
    return "state_council" if not region and law[0].startswith("条例") else "congress"


def is_yearly(title: str) -> bool:
    """A paper of which there is one a year, and whose title does not say which: 政府工作报告."""
    folded = fold_title(title)
    return bool(_ANNUAL.search(folded)) and not _YEAR.search(folded)
