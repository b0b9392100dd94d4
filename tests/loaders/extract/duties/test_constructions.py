"""Whole families of sentences, built by their grammar: who × modal × verb × object × order of words, period × limit × order.

Each sentence is one duty; what it must be is known because it was put together here. No sentence stands in any notice.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest

from loaders.records import Obligation
from tests.loaders.sample import read_body

BEARERS = (
    "各部门",
    "各级行政机关",
    "省财政厅",
    "村民委员会",
    "学校",
    "企业",
    "建设单位",
    "各地各部门",
    "县级以上地方人民政府",
)
MODALS = (
    "应", "应当", "要", "须", "必须", "均应", "都要", "一律", "应及时", "要主动", "需", "将", "应依法", "要按规定", "应同步", "原则上应", "要第一时间",
)  # fmt: skip
VERBS = ("公开", "公布", "发布", "公示", "公告", "披露", "曝光", "展示", "通报", "刊登", "解读", "宣传", "推送")
TREATING = tuple(verb for verb in VERBS if verb not in ("刊登", "推送", "通报", "展示"))
"""Verbs of which 对…进行 and 予以 can be said."""
OBJECTS = ("项目招标结果", "收费标准", "财政收支情况", "资金分配方案", "监督电话", "抽检不合格食品名单", "办事指南")
ORDERS = (
    "{s}{m}{v}{o}", "{s}{m}将{o}{v}", "{s}{m}对{o}进行{v}", "{s}{m}在政府网站{v}{o}", "{s}{m}通过政务新媒体{v}{o}", "{o}{m}在政府网站{v}",
    "{o}{m}向社会{v}", "{s}{m}每月{v}{o}", "{s}{m}于每年3月底前{v}{o}", "{o}{m}每季度{v}一次", "自批准之日起20个工作日内，{s}{m}{v}{o}",
    "{o}由{s}{v}", "对{o}，{s}{m}予以{v}", "{s}负责{v}{o}",
)  # fmt: skip

PERIODS = {
    "每天": "P1D", "每日": "P1D", "逐日": "P1D", "每周": "P1W", "按周": "P1W", "每旬": "P10D", "每月": "P1M", "按月": "P1M", "逐月": "P1M",
    "每两个月": "P2M", "每季度": "P3M", "按季度": "P3M", "逐季": "P3M", "每半年": "P6M", "每年": "P1Y", "按年度": "P1Y",
}  # fmt: skip
PERIOD_ORDERS = (
    "省财政厅应{t}公开收费标准", "省财政厅要{t}在政府网站公布收费标准", "收费标准要{t}公布", "{t}公开收费标准", "收费标准{t}向社会公布一次",
    "省财政厅公布收费标准，{t}不少于1次", "要在政府网站{t}更新收费标准", "对收费标准{t}进行公示", "做到收费标准{t}公开",
)  # fmt: skip
DATES = {
    "6月底前": "2020-06-30", "2020年6月底前": "2020-06-30", "年底前": "2020-12-31", "12月31日前": "2020-12-31", "年内": "2020-12-31",
    "9月15日之前": "2020-09-15", "上半年": "2020-06-30", "第三季度末": "2020-09-30", "今年10月底以前": "2020-10-31",
}  # fmt: skip
DATE_ORDERS = (
    "省财政厅应于{t}公开收费标准", "{t}，省财政厅要在政府网站公布收费标准", "收费标准要在{t}公布", "省财政厅要公开收费标准，{t}完成",
    "收费标准{t}向社会公布", "省财政厅要在{t}将收费标准向社会公开",
)  # fmt: skip
AMOUNTS = {
    "20个工作日内": (20, "working_day"), "5日内": (5, "day"), "24小时内": (24, "hour"), "2个月内": (2, "month"),
    "十五个工作日内": (15, "working_day"), "30天内": (30, "day"), "三个工作日之内": (3, "working_day"), "一周内": (1, "week"),
}  # fmt: skip
AMOUNT_ORDERS = (
    "自收到申请之日起{t}公布处理结果", "处理结果作出后{t}公布", "在处理结果作出后{t}，省财政厅要公布处理结果",
    "省财政厅应当在处理结果作出之日起{t}将处理结果向社会公布", "处理结果应自作出之日起{t}公示", "{t}公布处理结果",
)  # fmt: skip


def built(order: str) -> Iterator[tuple[str, str, str | None]]:
    """(sentence, object, who) of one order of words: every modal with every verb, bearers and objects in turn."""
    verbs = TREATING if "进行" in order or "予以" in order else VERBS
    modals = MODALS if "{m}" in order else ("",)
    turns = zip(itertools.cycle(BEARERS), itertools.cycle(OBJECTS), strict=False)
    for (modal, verb), (bearer, thing) in zip(itertools.product(modals, verbs), turns, strict=False):
        yield order.format(s=bearer, m=modal, v=verb, o=thing), thing, bearer if "{s}" in order else None


def read_each(sentences: list[str]) -> list[list[Obligation]]:
    """The obligations of each sentence, all of them standing in one task."""
    body = "".join(f"{sentence}。" for sentence in sentences)
    [task] = read_body(f"一、信息公开\n（一）财政信息。{body}（省财政厅牵头）\n").tasks
    found = sorted(task.obligations, key=lambda duty: duty.at.start)
    start = min(duty.at.start for duty in found)
    parts = []
    for sentence in sentences:
        end = start + len(sentence) + 1
        parts.append([duty for duty in found if start <= duty.at.start < end])
        start = end
    return parts


@pytest.mark.parametrize("order", ORDERS)
def test_one_duty_with_its_object_and_who(order: str) -> None:
    cases = list(built(order))
    for (sentence, thing, bearer), duties in zip(cases, read_each([case[0] for case in cases]), strict=True):
        assert len(duties) == 1, sentence
        assert thing in duties[0].information, sentence
        assert bearer is None or bearer in duties[0].bearers, sentence


@pytest.mark.parametrize("order", PERIOD_ORDERS)
def test_every_period_in_every_place(order: str) -> None:
    sentences = [order.format(t=words) for words in PERIODS]
    for sentence, duties, code in zip(sentences, read_each(sentences), PERIODS.values(), strict=True):
        assert [duty.frequency for duty in duties[:1]] == [code], sentence


@pytest.mark.parametrize("order", DATE_ORDERS)
def test_every_dated_limit_in_every_place(order: str) -> None:
    sentences = [order.format(t=words) for words in DATES]
    for sentence, duties, date in zip(sentences, read_each(sentences), DATES.values(), strict=True):
        assert [duty.deadline and duty.deadline.date for duty in duties[:1]] == [date], sentence


@pytest.mark.parametrize("order", AMOUNT_ORDERS)
def test_every_amount_of_time_in_every_place(order: str) -> None:
    sentences = [order.format(t=words) for words in AMOUNTS]
    for sentence, duties, amount in zip(sentences, read_each(sentences), AMOUNTS.values(), strict=True):
        assert [duty.deadline and (duty.deadline.amount, duty.deadline.unit) for duty in duties[:1]] == [amount], (
            sentence
        )
