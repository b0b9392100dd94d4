"""The place that a notice speaks for and that 省, 市, 区, 县 … mean in it, in the words that official names bear."""

from __future__ import annotations

import re
from functools import cache

from loaders.resolve.regions import Chain, at_level, find_region

PREFIX = re.compile(
    r"(自治区|自治州|自治县|自治旗|地区|地(?=委)|特区|林区|新区|兵团|师市|师(?!范)|省|市(?!场)|区(?!域)|县|州|盟|旗|镇|乡|街道)(?:党(?=委))?(.+)"
)
_LEVEL_OF_PREFIX = {"省": "province", "自治区": "province"}
_LEVEL_OF_PREFIX |= dict.fromkeys(("州", "自治州", "盟", "地区", "地"), "city")
_WHOLE_AREAS = ("自治区", "特区", "林区", "地区")


@cache
def jurisdiction(region: Chain, issuer: str | None) -> str:
    """The words that stand before an organ's name in this notice: 黑龙江省, 菏泽市定陶区."""
    if not region:
        return ""
    if issuer:
        _, used = find_region(issuer)
        written = issuer[:used]
        if written.endswith(region[-1]) and len(written) >= len(region[-1]):
            return written if len(region) < 3 else "".join(region[-2:]) if region[-2] in written else region[-1]
    return region_name(region)


def region_name(region: Chain) -> str:
    """A district is called with its city in front, a town with what is above it, any other place by its own name."""
    if len(region) >= 2 and region[-1].endswith("区") and not region[-1].endswith(_WHOLE_AREAS):
        return "".join(region[-2:])
    if len(region) >= 2 and region[-1].endswith(("镇", "乡", "街道")):
        return region_name(region[:-1]) + region[-1]
    return region[-1] if region else ""


def chain_of_prefix(prefix: str, region: Chain) -> Chain | None:
    """The part of `region` that 省, 市, 区, 县 … mean in its notices."""
    level = _LEVEL_OF_PREFIX.get(prefix)
    if level:
        return at_level(region, level)
    if prefix == "市":
        # In a city of county rank, and in its towns, 市 is the city itself; else the prefecture, or the 直辖市.
        own = next((size for size in range(len(region), 2, -1) if region[size - 1].endswith("市")), None)
        return region[:own] if own else at_level(region, "city") or (region if region[-1].endswith("市") else None)
    if prefix in ("师", "师市"):
        return region
    end = {"自治县": "县", "自治旗": "旗"}.get(prefix, prefix)
    # An autonomous region (自治区) is no 区.
    sizes = (size for size in range(len(region), 0, -1) if region[size - 1].endswith(end))
    return next((region[:size] for size in sizes if end != "区" or not region[size - 1].endswith("自治区")), None)


@cache
def jurisdiction_of(prefix: str, region: Chain, issuer: str | None) -> tuple[str, Chain]:
    """The place that the prefix means in a notice of `region`, as an official name bears it, and its chain."""
    chain = chain_of_prefix(prefix, region) if region else None
    if not chain:
        return "", ()
    return (jurisdiction(chain, issuer) if chain == region else region_name(chain)), chain
