from __future__ import annotations

import pytest

from loaders.text.numerals import parse_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("三", 3), ("十", 10), ("十二", 12), ("二十", 20), ("二十一", 21), ("两", 2), ("一百零五", 105), ("二百〇五", 205),
        ("一千二百", 1200), ("二〇一七", 2017), ("12", 12), ("007", 7), ("③", 3), ("⑳", 20), (" 8 ", 8),
        ("", None), ("半", None), ("一2", None), ("第一", None), ("²", None), ("١", None), ("-1", None),
    ],
)  # fmt: skip
def test_parse_number(text: str, value: int | None) -> None:
    assert parse_number(text) == value
