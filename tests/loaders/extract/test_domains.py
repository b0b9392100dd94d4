"""What a task is about (section 6 of the guide)."""

from __future__ import annotations

import pytest

from loaders.extract.domains import find_domains


@pytest.mark.parametrize(
    ("heading", "text", "primary"),
    [
        ("推进预算决算公开", "公开部门预算、政府债务余额。", "fiscal"),
        ("减税降费信息", "公布行政事业性收费目录清单。", "tax_fees"),
        ("环境保护信息", "发布空气质量和饮用水水源水质。", "environment"),
        ("教育信息", "公布义务教育招生范围。", "education"),
        ("医疗卫生信息", "公布医院平均住院日。", "health"),
        ("食品药品安全信息", "公布食品监督抽检结果。", "food_drug"),
        ("安全生产信息", "公布生产安全事故调查报告。", "work_safety"),
        ("精准扶贫信息", "公开扶贫资金使用情况。", "poverty_alleviation"),
        ("国资国企信息", "公布国有企业利润总额。", "soe"),
        ("就业创业信息", "发布招聘岗位。", "employment"),
        ("依申请公开", "规范申请的登记、答复。", "on_request"),
        ("政策解读", "解读重要政策。", "interpretation"),
        ("组织领导", "加强培训和考核。", "organisation"),
    ],
)
def test_the_heading_tells(heading: str, text: str, primary: str) -> None:
    assert find_domains(heading, "", text).primary == primary


def test_words_of_method_do_not_beat_the_field() -> None:
    text = "公布空气质量排名，解读环境保护督察整改方案，在政府网站设立环境保护专栏。"
    assert find_domains("", "", text).primary == "environment"


def test_what_nothing_tells_is_other() -> None:
    found = find_domains("", "", "甲乙丙丁。")
    assert (found.primary, found.also) == ("other", ())


def test_no_domain_twice() -> None:
    found = find_domains("财政和环境信息", "", "公开预算。公开政府债务。发布空气质量。公布排污名单。")
    assert len({found.primary, *found.also}) == 1 + len(found.also)
    assert {found.primary, *found.also} >= {"fiscal", "environment"}


def test_who_answers_decides_where_the_words_tell_little() -> None:
    assert find_domains("", "", "公布渡口名录。", systems=("水利",)).primary == "water"
    assert find_domains("财政信息", "", "公开预算和决算。", systems=("水利",)).primary == "fiscal"


def test_a_heading_above_of_method_decides_where_the_tasks_own_says_nothing() -> None:
    assert find_domains("", "政策解读", "做好这项工作。").primary == "interpretation"
    assert find_domains("财政信息", "政策解读", "做好这项工作。") == find_domains("财政信息", "", "做好这项工作。")
