"""Two copies of one notice beside each other."""

from __future__ import annotations

import html
import re

from loaders.build import read_notices
from loaders.differences import Comparison, compare
from tests.loaders.sample import NOTICES
from ui.web.copies import listed, side_by_side


def _compared() -> Comparison:
    notices, _ = read_notices([NOTICES / "01-yunling-2021.txt", NOTICES / "02-yunling-2021-hant.txt"])
    return compare(*notices)


def test_both_texts_stand_whole_beside_each_other() -> None:
    comparison = _compared()
    cells = re.findall(r'<td class="notice">(.*?)</td>', side_by_side(comparison, "zh"), re.S)
    whole = [html.unescape(re.sub(r"<[^>]*>", "", "".join(cells[side::2]))) for side in (0, 1)]
    assert whole == [comparison.one.copy.text, comparison.other.copy.text]


def test_what_differs_is_marked_on_both_sides_and_listed_with_what_it_means() -> None:
    comparison = _compared()
    shown, told = side_by_side(comparison, "zh"), listed(comparison, "zh")
    assert comparison.differences
    for number in range(len(comparison.differences)):
        assert f'href="#d-{number}"' in told
        assert shown.count(f'id="d-{number}"') == 1
    assert "“解读” ↔ “說明”" in told
    assert '<span class="differs" title="文字" id="d-2">解读</span>' in shown
    assert '<span class="differs" title="文字">說明</span>' in shown
    assert told.count("义务 1.1#1.1 谓词") == 1


def test_rows_begin_level_where_a_line_differs() -> None:
    rows = side_by_side(_compared(), "zh").split("<tr>")[2:]
    level = [[re.sub(r"<[^>]*>", "", cell)[:4] for cell in row.split("</td>")[:2]] for row in rows[1:]]
    assert ["（一）财", "（一）財"] in level
