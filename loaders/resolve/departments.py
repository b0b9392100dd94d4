"""Units inside the department that issues a notice: 预算处 of a 财政厅, 法规司 of a ministry."""

from __future__ import annotations

import re

from loaders.resolve.jurisdictions import PREFIX, region_name
from loaders.resolve.local_organs import Resolved
from loaders.resolve.organs import forms
from loaders.resolve.regions import Chain

INNER_GROUP = re.compile(r"^(?:厅|局|委|部)(?:机关|直属|属)|各(?:处室|司局|处|司|科室)|机关各")
_INNER_UNIT = re.compile(r"(?:处|科|司|室|股|局|办公厅|办公室|中心|机关党委|总队|支队|站|院)$")
_GOVERNING = re.compile(
    "政府|国务院|行政公署|兵团(?:办公厅)?$|[省市区县州盟旗党]委(?:员会)?(?:办公[厅室])?$|[师市县区]办公室$|街道办事处$"
)
_NATIONAL = re.compile("中国|国家|全国")
_UNITS = {"政研室": "政策研究室"}


def department_of(issuer: str | None) -> str | None:
    """The department that issues the notice: 交通运输部 for 交通运输部办公厅; None for a government or its office."""
    if not issuer or _GOVERNING.search(issuer):
        return None
    return re.sub("办公[厅室]$", "", issuer)


def inner_unit(text: str, region: Chain, issuer: str | None, year: int | None) -> Resolved | None:
    """A unit inside the department that issues the notice: 预算处, 法规司."""
    department = department_of(issuer)
    if not department:
        return None
    unit = text[1:] if text[0] == department[-1] and text[0] in "厅局委部署" else text
    unit = re.sub("^(?:厅|局|委|部)(?=办公|机关|信息|网络|直属)", "", unit)
    if not _INNER_UNIT.search(unit) or _NATIONAL.match(unit):
        return None
    if region and unit.endswith(("局", "院", "队")) and text in forms("organs"):
        return None  # 公路局 in the notice of a ministry is its own
    return Resolved(department + _UNITS.get(unit, unit), "unit-of-issuer", 0.8)


_TOWN_UNIT = re.compile("[\u4e00-\u9fff]{1,12}(?:办公室|办|中心|[所站队科室院])")


def town_unit(text: str, region: Chain, issuer: str | None, year: int | None) -> Resolved | None:
    """A unit of the town that issues the notice: 党政办 and 农业服务中心 of a 镇."""
    if not region or not region[-1].endswith(("镇", "乡", "街道")):
        return None
    if PREFIX.match(text) or not _TOWN_UNIT.fullmatch(text):
        return None  # 市政府办 is not the town's
    return Resolved(region_name(region) + re.sub("办$", "办公室", text), "unit-of-issuer", 0.75)
