from __future__ import annotations

import pytest

import data
from queries.ask.words import word_forms
from queries.fold import fold


def test_every_word_is_there_once_and_folded() -> None:
    lists = data.load("questions")
    valued = [entry for name in ("frequencies", "kinds", "months", "limit_kinds", "lacking") for entry in lists[name]]
    groups = [entry.get("forms", []) for entry in valued]
    groups += [words for name in ("cues", "domains", "channels", "systems") for words in lists[name].values()]
    for words in [*groups, lists["filler"]]:
        assert [word for word in words if words.count(word) > 1 or fold(word) != word] == []


def test_a_form_says_one_value_of_a_slot() -> None:
    double = {
        form
        for form, meanings in word_forms().items()
        for meaning in meanings
        if meaning.slot in ("frequency", "kind", "month", "limit_kind") and len(meaning.values) > 1
    }
    assert double == set()


def test_the_words_name_values_that_the_data_holds() -> None:
    lists = data.load("questions")
    assert set(lists["domains"]) <= {entry["key"] for entry in data.load("domains")}
    assert set(lists["channels"]) <= {entry["name"] for entry in data.load("channels")}
    assert set(lists["systems"]) <= {entry["name"] for entry in data.load("systems")}


@pytest.mark.parametrize(
    ("words", "cue"),
    [
        ("没有规定渠道", "no_channel"),
        ("未载明公开渠道", "no_channel"),
        ("没有写责任单位", "no_agency"),
        ("缺乏牵头部门", "no_agency"),
        ("没有明确的时限", "no_deadline"),
        ("未要求期限", "no_deadline"),
    ],
)
def test_a_lack_may_be_worded_in_any_way(words: str, cue: str) -> None:
    meanings = {meaning.slot: meaning.values for meaning in word_forms()[words]}
    assert meanings["cue"] == (cue,)


def test_a_channel_comes_before_the_theme_of_the_same_name() -> None:
    assert {meaning.slot for meaning in word_forms()["政务微博"]} == {"channel"}
