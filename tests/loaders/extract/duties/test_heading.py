"""A heading is no obligation, unless it names an object that its own text does not take up again."""

from __future__ import annotations

import pytest

from tests.loaders.sample import read_body, task


def predicates(heading: str, text: str) -> list[tuple[str, tuple[str, ...]]]:
    notice = read_body(f"一、水运\n（一）{heading}。{text}（省交通运输厅牵头落实）\n")
    return [(duty.text, duty.information) for duty in task(notice, "1.1#1").obligations]


def test_a_heading_that_its_text_takes_up() -> None:
    assert predicates("公开渡口安全信息", "按月公布渡口安全检查结果。") == [
        ("按月公布渡口安全检查结果", ("渡口安全检查结果",))
    ]


def test_a_paper_of_the_heading_that_would_be_lost() -> None:
    found = predicates("公开票价信息和航道疏浚批复文件", "按月公布票价变动情况。")
    assert [information for _, information in found] == [("航道疏浚批复文件",), ("票价变动情况",)]


@pytest.mark.parametrize("heading", ["加强组织领导", "水运信息"])
def test_a_heading_without_a_predicate(heading: str) -> None:
    assert len(predicates(heading, "按月公布票价变动情况。")) == 1


def test_the_caption_of_an_item_is_none_either() -> None:
    assert len(predicates("水运信息", "一是公开票价信息。按月公布票价变动情况。")) == 1
