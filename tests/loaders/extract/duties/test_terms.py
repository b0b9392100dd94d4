"""When: frequency, times, timing, deadline, trigger (section 4), in a whole sentence."""

from __future__ import annotations

import pytest

from loaders.records import Deadline
from tests.loaders.sample import duties, only


@pytest.mark.parametrize(
    ("sentence", "frequency", "times"),
    [
        ("按月公布客运量。", "P1M", None),
        ("每月公布客运量。", "P1M", None),
        ("按季度公布客运量。", "P3M", None),
        ("每季度公布客运量。", "P3M", None),
        ("每周公布客运量。", "P1W", None),
        ("每日公布客运量。", "P1D", None),
        ("每五日公布鱼价。", "P5D", None),
        pytest.param("每月公布一次客运量。", "P1M", 1, id="一次 between verb and object"),
        pytest.param("公布客运量，每季度不少于2次。", "P3M", 2, id="the count behind the object"),
        ("每两个月公布客运量。", "P2M", None),
        ("每半年公布客运量。", "P6M", None),
        ("每年公布客运量。", "P1Y", None),
        ("每2周公布客运量。", "P2W", None),
        pytest.param("每月、每季度公布客运量。", "P1M", None, id="of several the shortest"),
        pytest.param("每季度公布客运量不少于2次。", "P3M", 2, id="times per period"),
        pytest.param("渡口公报每月发行两期。", "P1M", 2, id="issues of a paper"),
        pytest.param("鱼价质量公告每年发布不少于4次。", "P1Y", 4, id="behind a noun that looks like the verb"),
        pytest.param("公布渡口名录，汛期每周更新。", "P1W", None, id="renewed in the clause behind"),
        pytest.param("公布渡口名录并按季度更新。", "P3M", None, id="renewed behind the object"),
        pytest.param("年内召开新闻发布会不少于3次。", "P1Y", 3, id="within the year"),
        ("每学年公布客运量。", "P1Y", None),
        ("每学期公布客运量。", "P6M", None),
        pytest.param("每年1月和7月公布客运量。", "P1Y", 2, id="as often as months are named"),
        pytest.param("公布票价，每季度不少于2批。", "P3M", 2, id="batches"),
        pytest.param("曝光超载客船，开放日活动每两个月举办1期。", None, None, id="the rhythm of something else behind"),
        pytest.param("在《云岭日报》公布票价。", None, None, id="a paper's name"),
        pytest.param("公布季度抽查结果。", None, None, id="the rhythm of the checked act"),
        pytest.param("公布年度预算。", None, None, id="年度 of a paper is no rhythm"),
        pytest.param("公布每条航线的班次。", None, None, id="每 of a thing"),
        pytest.param("公布近三年客运量。", None, None, id="a span of the data"),
        pytest.param("及时公布客运量。", None, None, id="none"),
    ],
)
def test_frequency(sentence: str, frequency: str | None, times: int | None) -> None:
    found = only(sentence)
    assert (found.frequency, found.times or (1 if times == 1 else None)) == (frequency, times)


@pytest.mark.parametrize(
    ("sentence", "timing"),
    [
        ("及时公布航班。", ("timely",)),
        ("定期公布航班。", ("regular",)),
        ("适时公布航班。", ("occasional",)),
        ("不定期公布航班。", ("occasional",)),
        ("实时公布航班。", ("realtime",)),
        ("动态更新并公布航班。", ("dynamic",)),
        ("分批次公布航班。", ("batch",)),
        ("第一时间公布航班。", ("prompt",)),
        ("随时公布航班。", ("prompt",)),
        ("在渡口和网站同步公布航班。", ("synchronous",)),
        ("及时准确、分批次公布航班。", ("timely", "batch")),
        pytest.param("公布渡口名录并动态更新。", ("dynamic",), id="renewed behind the object"),
        pytest.param("增强航班公布的及时性，公布航班。", (), id="及时性 is a quality"),
        pytest.param("公布航班实时监控录像。", (), id="a word of the object"),
    ],
)  # fmt: skip
def test_timing(sentence: str, timing: tuple[str, ...]) -> None:
    assert only(sentence).timing == timing


@pytest.mark.parametrize(
    ("sentence", "deadline"),
    [
        ("2020年年底前公布航线规划。", Deadline("2020年年底前", date="2020-12-31")),
        ("年底前公布航线规划。", Deadline("年底前", date="2020-12-31")),
        ("5月底前公布航线规划。", Deadline("5月底前", date="2020-05-31")),
        ("2月底前公布航线规划。", Deadline("2月底前", date="2020-02-29")),
        ("6月15日前公布航线规划。", Deadline("6月15日前", date="2020-06-15")),
        ("2021年1月31日前公布航线规划。", Deadline("2021年1月31日前", date="2021-01-31")),
        ("次年3月底前公布航线规划。", Deadline("次年3月底前", date="2021-03-31")),
        ("每年6月底前公布航线规划。", Deadline("每年6月底前", recurs="--06-30")),
        ("每年2月底前公布航线规划。", Deadline("每年2月底前", recurs="--02-28")),
        ("20个工作日内公布检验结果。", Deadline("20个工作日内", amount=20, unit="working_day")),
        ("三日内公布检验结果。", Deadline("三日内", amount=3, unit="day")),
        ("最迟5小时内发布停航消息。", Deadline("最迟5小时内", amount=5, unit="hour")),
        ("决策前公布草案。", Deadline("决策前", event="决策前")),
        pytest.param("公布近5年内客运量。", None, id="a span of the data"),
        pytest.param("公布目前的航班。", None, id="目前"),
        pytest.param("提前公布航班。", None, id="提前 without an amount"),
        pytest.param("及时公布航班。", None, id="none"),
    ],
)
def test_deadline(sentence: str, deadline: Deadline | None) -> None:
    assert only(sentence).deadline == deadline


def test_a_limit_counted_from_an_event() -> None:
    found = only("处罚信息自决定作出之日起7个工作日内公开。")
    assert found.deadline is not None
    assert (found.deadline.amount, found.deadline.unit) == (7, "working_day")
    assert found.deadline.counted_from is not None
    assert found.deadline.counted_from.endswith("决定作出之日")
    assert found.trigger == found.deadline.counted_from


def test_several_months_of_each_year_are_no_deadline() -> None:
    assert only("每年1月、7月公布客运量。").deadline is None


def test_at_the_latest_belongs_to_the_limit() -> None:
    found = only("停航消息最迟应在5小时内公布。").deadline
    assert found == Deadline("最迟应在5小时内", amount=5, unit="hour")


def test_since_a_day_is_a_trigger() -> None:
    assert only("航运公报自出刊之日起同步上网。").trigger == "出刊之日"


def test_another_matter_does_not_wait_for_the_emergency() -> None:
    first, second = duties("特别重大、重大突发事件发生后公布伤亡情况，其他事故48小时内公布伤亡情况。")
    assert (first.trigger, second.trigger) == ("特别重大、重大突发事件发生后", None)


def test_the_legal_time_limit() -> None:
    found = only("按法定时限答复申请人。")
    assert found.deadline is not None
    assert found.deadline.event == "法定时限"


def test_a_yearly_deadline_is_a_yearly_rhythm() -> None:
    assert only("每年6月底前公布航线规划。").frequency == "P1Y"


def test_within_the_year_is_its_end() -> None:
    found = only("年内召开新闻发布会不少于3次。")
    assert found.deadline is not None
    assert found.deadline.date == "2020-12-31"


def test_a_date_without_a_known_year_has_only_its_words() -> None:
    assert only("5月底前公布航线规划。", year=None).deadline == Deadline("5月底前")


@pytest.mark.parametrize("limit", ["2月30日前", "13月底前", "0月底前", "99月1日前"])
def test_a_day_that_does_not_exist_is_no_date(limit: str) -> None:
    found = only(f"{limit}公布航线规划。")
    assert found.deadline is None or found.deadline.date is None


@pytest.mark.parametrize(
    ("sentence", "trigger"),
    [
        ("航道疏浚验收合格后，公布通航水深。", "航道疏浚验收合格后"),
        ("招工结束后及时公布录用名单。", "招工结束后"),
        ("遇重大水情，要随时发布停航消息。", "遇重大水情"),
        ("发生碰撞事故时，立即发布停航消息。", "发生碰撞事故时"),
        pytest.param("今后公布通航水深。", None, id="今后 is no event"),
        pytest.param("同时公布通航水深。", None, id="同时 is no event"),
        pytest.param("及时公布通航水深。", None, id="及时 is no event"),
        pytest.param("票价调整后严格按照规定书面公布。", "票价调整后", id="before a manner word"),
        pytest.param("各客运站在航线批复后20日内公布票价。", "航线批复后", id="without the subject before it"),
        pytest.param("航线票价于验收结束后20日内公布。", "验收结束后", id="without the object before it"),
        pytest.param("督促未按时公开票价的企业公开票价。", None, id="按时 is no event"),
        pytest.param("遇突发停航情况即时发布消息。", "遇突发停航情况", id="即时 is no part of it"),
        pytest.param("会后3个工作日内公布议定事项。", "会后", id="会后"),
        pytest.param("突发停航的，第一时间公布复航时间。", "突发停航", id="a case"),
        pytest.param(
            "遇特别重大、重大突发事件，最迟5小时内发布消息。", "遇特别重大、重大突发事件", id="遇 belongs to it"
        ),
    ],
)
def test_trigger(sentence: str, trigger: str | None) -> None:
    assert only(sentence).trigger == trigger


# What carries over, and what does not.
def test_a_rhythm_belongs_to_its_own_predicate() -> None:
    first, second = duties("按月公开客运量，解读票价办法。")
    assert (first.frequency, second.frequency) == ("P1M", None)


def test_a_rhythm_carries_over_to_the_same_object() -> None:
    assert [duty.frequency for duty in duties("按月公开、解读客运量。")] == ["P1M", "P1M"]


def test_a_limit_at_the_head_holds_for_the_sentence() -> None:
    found = duties("9月底前，公布航线规划，解读票价办法。")
    assert [duty.deadline.date if duty.deadline else None for duty in found] == ["2020-09-30", "2020-09-30"]


def test_a_semicolon_ends_it() -> None:
    first, second = duties("9月底前，公布航线规划；解读票价办法。")
    assert first.deadline is not None
    assert second.deadline is None


def test_a_limit_behind_is_that_of_the_predicate_it_completes() -> None:
    first, second = duties("解读票价办法，公布航线规划，10月底前完成。")
    assert first.deadline is None
    assert second.deadline == Deadline("10月底前", date="2020-10-31")


def test_动态调整_behind_is_timing() -> None:
    assert only("公布渡口名录，并动态调整。").timing == ("dynamic",)


def test_a_trigger_behind_the_subject_holds_for_its_own_predicate() -> None:
    first, second = duties("起草处室应在文件公布之日起3日内发布航线指南，厅领导每年解读水运政策。")
    assert (first.trigger, second.trigger) == ("文件公布之日", None)


def test_what_follows_an_emergency_waits_for_it() -> None:
    found = duties("严格执行重大突发事件最迟2小时内发布停航消息、12小时内召开新闻发布会的规定。")
    assert {duty.trigger for duty in found} == {"重大突发事件"}


def test_days_before_holidays_are_an_amount() -> None:
    limit = only("国庆等节假日前3日公布客流量。").deadline
    assert limit is not None
    assert (limit.amount, limit.unit, limit.event) == (3, "day", "国庆等节假日前")
