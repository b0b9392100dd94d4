"""The spaCy face of the extraction."""

from __future__ import annotations

import pytest

from loaders.pipeline import load_pipeline

TEXT = """云岭省人民政府办公厅关于做好政务公开工作的通知
一、财政信息
（一）预算公开。按月在政府网站公布全省库款余额。（省财政厅牵头）
（二）审计公开。及时回应群众疑问。（省审计厅负责落实）
"""


@pytest.fixture(scope="module")
def doc():
    return load_pipeline()(TEXT)


def test_the_text_is_kept_to_the_character(doc):
    assert doc.text == TEXT


def test_obligations_are_spans_with_their_kind(doc):
    found = {(span.label_, span.text) for span in doc.spans["obligations"]}
    assert found == {("disclose", "按月在政府网站公布全省库款余额"), ("respond", "及时回应群众疑问")}


def test_agencies_carry_their_role(doc):
    assert {(s.label_, s.text) for s in doc.spans["agencies"]} == {("lead", "省财政厅"), ("responsible", "省审计厅")}


def test_lexicon_words_are_one_token(doc):
    assert "政府网站" in [token.text for token in doc]
    assert "website" in {span.label_ for span in doc.spans["lexicon"]}


def test_the_notice_rides_along(doc):
    assert [section.path for section in doc._.notice.sections] == ["1", "1.1", "1.2"]
