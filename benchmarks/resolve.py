"""How fast mentions are named: every mention looked up anew, and with what was looked up before, in processor time.

python -m benchmarks.resolve [--mentions 100000]
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from itertools import cycle, islice, product

from data import load
from loaders.resolve import bodies, organs, wording
from loaders.resolve.bodies import resolve_body
from loaders.resolve.regions import Chain
from loaders.text.fold import fold_name

Lookup = tuple[str, Chain, str, int]

PLACES: tuple[tuple[str, Chain, str], ...] = (
    ("省", ("黑龙江省",), "黑龙江省人民政府办公厅"),
    ("市", ("浙江省", "杭州市"), "杭州市人民政府办公厅"),
    ("区", ("山东省", "菏泽市", "定陶区"), "菏泽市定陶区人民政府办公室"),
    ("自治区", ("广西壮族自治区",), "广西壮族自治区人民政府办公厅"),
    ("州", ("吉林省", "延边朝鲜族自治州"), "延边朝鲜族自治州人民政府办公室"),
    ("地区", ("新疆维吾尔自治区", "喀什地区"), "喀什地区行政公署办公室"),
)
NAMED = (
    "黑龙江银监局",
    "人民银行哈尔滨中心支行",
    "太原铁路局",
    "朝阳公安分局",
    "雄安新区管委会",
    "国网山东电力",
    "飞碟管理所",
)
_ANSWERS = (
    bodies._resolve,
    bodies.is_proper,
    organs.find_organ,
    organs.central_body,
    wording.same,
    wording.loose,
    fold_name,
)
"""What answers a mention as a whole; tables that are built once stay."""


def lookups() -> Iterator[Lookup]:
    """Mentions of every form of the lexicon in places of every level and in four years, all different, and of named bodies."""
    forms = sorted({form for entry in load("organs") for form in entry["forms"]})
    for year, (prefix, region, issuer) in product((2007, 2014, 2018, 2024), PLACES):
        for form in forms:
            yield prefix + form, region, issuer, year
        for name in NAMED:
            yield name, region, issuer, year


def seconds(asked: list[Lookup]) -> float:
    began = time.process_time()
    for mention, region, issuer, year in asked:
        resolve_body(mention, region, issuer, group=False, year=year)
    return time.process_time() - began


def forget() -> None:
    """Every answer given so far."""
    for function in _ANSWERS:
        function.cache_clear()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.resolve", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--mentions", type=int, default=100_000)
    number = parser.parse_args().mentions
    asked = list(islice(cycle(lookups()), number))
    seconds(asked[:: max(number // 500, 1)])  # loads word lists and regions
    forget()
    first, again = seconds(asked), seconds(asked)
    print(f"{number:,} mentions, {len(set(asked)):,} of them different, one process, warm")
    print(f"uncached  {first:7.2f} s   {number / first:10,.0f} mentions/s")
    print(f"cached    {again:7.2f} s   {number / again:10,.0f} mentions/s")


if __name__ == "__main__":
    main()
