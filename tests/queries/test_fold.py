from __future__ import annotations

import pytest

from queries.fold import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("省財政廳每月發佈", "省财政厅每月发布"),
        ("ＰＰＰ　Project", "ppp project"),
        ("黑政办发(2017)22号", "黑政办发〔2017〕22号"),
        ("黑政办发［2017］22号", "黑政办发〔2017〕22号"),
        ("（2017年）", "(2017年)"),
        ("㈱①", "㈱1"),
    ],
)
def test_the_fold_compares_and_keeps_every_place(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert len(fold(text)) == len(text)
