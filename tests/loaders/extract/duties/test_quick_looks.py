"""A quick look before a careful pattern hides none of its wordings: a wording added there must be added here too."""

from __future__ import annotations

import re

import pytest

from loaders.extract import labels, roles, spans
from loaders.extract.duties import exclusions, heading, predicates, terms, words
from loaders.text import fold, numbering
from tests.loaders.wordings import hidden


@pytest.mark.parametrize(
    ("quick", "careful"),
    [
        pytest.param(terms._TIMING_WORD, [rule for _, rule in terms._TIMING_RULES], id="soft terms"),
        pytest.param(terms._PERIOD_WORD, [terms._EVERY, *(rule for rule, _ in terms._BY)], id="periods"),
        pytest.param(terms._TIMES_WORD, [terms._TIMES], id="numbers of times"),
        pytest.param(
            terms._TRIGGER_WORD, [terms._CASE, terms._TRIGGER, terms._MEET, terms._EMERGENCY], id="triggers and cases"
        ),
        pytest.param(re.compile("突发"), [terms._EMERGENCY], id="emergencies"),
        pytest.param(
            terms._LIMIT_WORD,
            [terms._AHEAD, terms._AMOUNT, terms._DATED, terms._LEGAL, terms._SAME_DAY, terms._EVENT],
            id="time limits",
        ),
        pytest.param(terms._DATE_WORD, [terms._DATED], id="dates"),
        pytest.param(terms._LEGAL_WORD, [terms._LEGAL], id="limits of the law"),
        pytest.param(re.compile("前"), [terms._AHEAD, terms._EVENT], id="before an event"),
        pytest.param(words._MEETING_WORD, [words._MEETING_RULE], id="meetings"),
        pytest.param(
            words.bare_verb_pattern(),
            [words.verb_pattern(), words._MEETING_RULE, predicates._INSTITUTION],
            id="verbs of the lists",
        ),
        pytest.param(re.compile("制度"), [predicates._INSTITUTION], id="institutions"),
        pytest.param(re.compile("的"), [exclusions._ATTRIBUTE], id="verbs before a noun"),
        pytest.param(heading._CONCRETE_WORD, [heading._CONCRETE], id="papers and lists"),
        pytest.param(roles._ANY_VERB, [roles._ROLE], id="role words"),
        pytest.param(roles._COLON, [roles._LABELLED], id="labels of a clause"),
        pytest.param(spans._COLON, [spans._LABELLED], id="labelled clauses"),
        pytest.param(labels._MARK, [labels.LABEL], id="labels of the head"),
        pytest.param(fold._ENGLISH, [fold._STRAY_WORD], id="stray English"),
        pytest.param(numbering._OPENS, [numbering.NUMBER], id="numbers"),
    ],
)
def test_a_quick_look_admits_every_wording(quick: re.Pattern[str], careful: list[re.Pattern[str]]) -> None:
    assert {wording for pattern in careful for wording in hidden(pattern, quick)} == set()


@pytest.mark.parametrize(
    ("careful", "lost"),
    [
        ("^(?:发现[^，]{2,9}的|遇有?雨时)(?=，)", {"发现甲甲的"}),
        pytest.param("遇(?:有雨|雪(?!时))", {"遇有雨", "遇雪"}, id="what is looked at does not count"),
        pytest.param("(?:小)?时|(?:定)?期", {"期", "定期"}, id="with and without"),
        pytest.param("[月时期][末底]", {"月甲", "期甲"}, id="each of a class that the look tells apart"),
    ],
)
def test_a_lost_wording_is_spelled_out(careful: str, lost: set[str]) -> None:
    assert hidden(re.compile(careful), re.compile("时|月底|期底")) == lost
