"""Two hundred questions (questions.csv) on the verified notices, asked on 10 May 2017: query, values and rows.

`aside` marks the forty that were not looked at while the reading was built. kind: plain; noisy (slips, missing words,
synonyms, Traditional script); refuse (what the graph cannot know); ask (more than one reading). Rows are those of the
query with these values; what the queries answer is checked in test_golden.py."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graph.store import Store
from queries.ask import Answer, Vocabulary, ask, read_vocabulary
from queries.catalogue import load_catalogue
from tests.conftest import Environment
from tests.queries.conftest import verified_loaded

TODAY = date(2017, 5, 10)
QUESTIONS = list(csv.DictReader(Path(__file__).with_name("questions.csv").open(encoding="utf-8")))


@dataclass(frozen=True)
class Outcome:
    question: dict[str, str]
    answer: Answer

    @property
    def got(self) -> str:
        return "refuse" if self.answer.refused else "ask" if self.answer.choices else "answer"

    @property
    def wanted(self) -> str:
        return "answer" if self.question["query"] else self.question["kind"]

    @property
    def right(self) -> bool:
        if self.got != "answer" or self.wanted != "answer":
            return self.got == self.wanted
        assert self.answer.query is not None
        same = self.answer.query.id == self.question["query"] and _given(self.answer) == _wanted(self.question)
        rows = self.question["rows"]
        return same and (not rows or (self.answer.table is not None and _counted(self.answer) == min(int(rows), 200)))


def _counted(answer: Answer) -> int:
    return len(answer.table.rows) if answer.table else 0


def _wanted(question: dict[str, str]) -> dict[str, frozenset[str]]:
    pairs = (part.split("=", 1) for part in question["parameters"].split("; ") if part)
    return {name: frozenset(value.split("+")) for name, value in pairs}


def _given(answer: Answer) -> dict[str, frozenset[str]]:
    """The parameters that differ from their defaults."""
    assert answer.query is not None
    defaults = {parameter.name: parameter.default for parameter in answer.query.parameters}
    given = {name: value for name, value in answer.parameters.items() if value not in (None, defaults[name])}
    return {name: frozenset(map(str, _many(value))) for name, value in given.items()}


def _many(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


@pytest.fixture(scope="module")
def verified(embedded_environment: Environment) -> Iterator[tuple[Store, Vocabulary]]:
    with verified_loaded(embedded_environment) as store:
        yield store, read_vocabulary(store)


@pytest.fixture(scope="module")
def outcomes(verified: tuple[Store, Vocabulary]) -> list[Outcome]:
    store, vocabulary = verified
    return [
        Outcome(one, ask(store, one["question"], language=one["language"], vocabulary=vocabulary, today=TODAY))
        for one in QUESTIONS
    ]


def test_the_set_is_as_described() -> None:
    languages = [one["language"] for one in QUESTIONS]
    kinds = [one["kind"] for one in QUESTIONS]
    assert (languages.count("zh"), languages.count("en")) == (120, 80)
    assert kinds.count("noisy") >= 60
    assert kinds.count("refuse") + kinds.count("ask") >= 30
    assert sum(one["aside"] == "yes" for one in QUESTIONS) == 40
    assert {one["query"] for one in QUESTIONS} - {""} <= set(load_catalogue())


@pytest.mark.parametrize("aside", ["", "yes"])
def test_questions_are_read_right(outcomes: list[Outcome], aside: str) -> None:
    asked = [one for one in outcomes if one.question["aside"] == aside]
    wrong = [one for one in asked if not one.right]
    told = [(one.question["question"], one.got, one.answer.query and one.answer.query.id) for one in wrong]
    assert 1 - len(wrong) / len(asked) >= 0.95, told
    assert 1 - sum(one.got != "ask" for one in wrong) / len(asked) >= 0.98, told


def test_nothing_that_can_be_answered_is_refused(outcomes: list[Outcome]) -> None:
    assert [one.question["question"] for one in outcomes if one.got == "refuse" and one.wanted != "refuse"] == []


def test_two_questions_to_ask_next(outcomes: list[Outcome]) -> None:
    short = [one.question["question"] for one in outcomes if one.got == "answer" and len(one.answer.suggestions) < 2]
    assert short == []


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("黑龙江省审计厅每周公开什么", "没有每周的；有 2 项，频率为未写明。"),
        ("定陶区财政局每年公开什么", "没有每年的；有 41 项，频率为每月、未写明。"),
        ("北京市信访办要公开什么", "图里有北京市信访办，但没有这样的内容。"),
    ],
)
def test_nothing_found_is_told_apart(verified: tuple[Store, Vocabulary], text: str, sentence: str) -> None:
    assert ask(verified[0], text, vocabulary=verified[1], today=TODAY).sentence == sentence


def test_a_count_is_of_all_rows_though_fewer_are_shown(verified: tuple[Store, Vocabulary]) -> None:
    answer = ask(verified[0], "有多少项义务没有写明渠道", vocabulary=verified[1], limit=20, today=TODAY)
    assert answer.sentence.startswith("没有指明渠道的公开、解读或回应义务有 497 项")
    assert answer.table is not None
    assert (len(answer.table.rows), answer.table.cut) == (20, True)
