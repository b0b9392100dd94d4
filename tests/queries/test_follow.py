"""Questions that lean on the one before them: what they name takes the place of its like, all else stays."""

from __future__ import annotations

from datetime import date

import pytest

from graph.store import Store
from queries.ask import Vocabulary, read_vocabulary, whole_question
from tests.queries.sample import CLOUD, JADE

TODAY = date(2017, 6, 1)
MONTHLY = "云岭省财政厅每月必须公开什么？"

FOLLOWED = [
    (MONTHLY, "那碧川呢？", "碧川省财政厅每月必须公开什么？"),
    ("省财政厅每月必须公开什么？", "碧川呢", "碧川省财政厅每月必须公开什么？"),
    (MONTHLY, "那碧川省的呢？", "碧川省财政厅每月必须公开什么？"),
    (MONTHLY, "南浦区呢", "南浦区财政局每月必须公开什么？"),  # there the 财政厅 is a 财政局
    ("南浦区财政局要公开什么", "那碧川呢", "碧川省财政厅要公开什么"),
    (MONTHLY, "那每季度呢？", "云岭省财政厅每季度必须公开什么？"),
    (MONTHLY, "那解读呢", "云岭省财政厅每月必须解读什么？"),
    (MONTHLY, "那农业委员会呢？", "云岭省农业委员会每月必须公开什么？"),  # still of that province
    (MONTHLY, "那碧川省农业厅呢？", "碧川省农业厅每月必须公开什么？"),
    (MONTHLY, "那碧川每季度呢", "碧川省财政厅每季度必须公开什么？"),
    ("云岭省财政厅必须公开什么？", "那每月呢", "云岭省财政厅每月必须公开什么？"),
    ("每周要公开的有哪些？", "碧川呢", "碧川每周要公开的有哪些？"),
    ("通过微博公开的有哪些？", "微信呢？", "通过微信公开的有哪些？"),
    ("谁牵头环境保护公开？", "那农业呢", "谁牵头农业公开？"),
    (f"{CLOUD}有哪些任务", f"那{JADE}呢", f"{JADE}有哪些任务"),
]
ALONE = [
    (MONTHLY, "谁牵头环境保护公开？"),
    (MONTHLY, "那谁牵头环境保护呢？"),  # asks something of its own
    (MONTHLY, "那火星呢"),  # names nothing
    ("", "那碧川呢？"),
]


@pytest.fixture(scope="module")
def vocabulary(embedded_sample: Store) -> Vocabulary:
    return read_vocabulary(embedded_sample)


@pytest.mark.parametrize(("previous", "text", "whole"), FOLLOWED)
def test_a_leaning_question_is_made_whole(vocabulary: Vocabulary, previous: str, text: str, whole: str) -> None:
    assert whole_question(previous, text, vocabulary, "zh", TODAY) == whole


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("and quarterly?", "What must 云岭省财政厅 disclose quarterly?"),
        ("what about 碧川?", "What must 碧川省财政厅 disclose monthly?"),
    ],
)
def test_in_english(vocabulary: Vocabulary, text: str, whole: str) -> None:
    before = "What must 云岭省财政厅 disclose monthly?"
    assert whole_question(before, text, vocabulary, "en", TODAY) == whole


@pytest.mark.parametrize(("previous", "text"), ALONE)
def test_what_stands_alone_is_left_alone(vocabulary: Vocabulary, previous: str, text: str) -> None:
    assert whole_question(previous, text, vocabulary, "zh", TODAY) == text
