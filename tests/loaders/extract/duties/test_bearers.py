"""Who is bound by the sentence itself (section 4, `bearers`)."""

from __future__ import annotations

import pytest

from tests.loaders.sample import only


@pytest.mark.parametrize(
    ("sentence", "bearers"),
    [
        pytest.param("沿江县要公开渡口名录。", ["沿江县"], id="the subject"),
        pytest.param("各市县要公开渡口名录。", ["各市县"], id="a set"),
        pytest.param("各地、各部门要公开渡口名录。", ["各地", "各部门"], id="two sets"),
        pytest.param("市、县政府要公开渡口名录。", ["市、县政府"], id="not before a shared head"),
        pytest.param(
            "各县、各单位主要负责人要解读渡运政策。", ["各县、各单位主要负责人"], id="posts under a shared head"
        ),
        pytest.param("督促水运企业公开渡口名录。", ["水运企业"], id="the object of 督促"),
        pytest.param("指导乡镇人民政府公开渡口名录。", ["乡镇人民政府"], id="the object of 指导"),
        pytest.param("主要负责人要解读渡运政策。", ["主要负责人"], id="a post"),
        pytest.param("及时公开渡口名录。", [], id="nobody"),
        pytest.param("检查结果要及时公开。", [], id="a thing is no body"),
        pytest.param("渡口信息要及时公开。", [], id="信息 is no body"),
        pytest.param("在全市公开渡口名录。", [], id="a place is no body"),
    ],
)
def test_bearers(sentence: str, bearers: list[str]) -> None:
    assert list(only(sentence).bearers) == bearers
