"""The machine-readable form: exactly the keys of section 7, nothing left out."""

from __future__ import annotations

import json
from typing import Any

import pytest

from loaders.document_json import document_json
from loaders.extract.notice import extract
from loaders.read import read_source
from loaders.resolve.copies import group_copies
from tests.loaders.sample import NOTICES, read
from tests.loaders.shape import ENUMERATIONS, KEYS, assert_shape

FILES = sorted(NOTICES.glob("*.txt"))


def document_of(*names: str) -> dict[str, Any]:
    [group] = group_copies(extract(read_source(NOTICES / name)) for name in names)
    return document_json(group)


@pytest.mark.parametrize("name", [path.name for path in FILES])
def test_the_keys_and_enumerations_of_the_guide(name: str) -> None:
    assert_shape(document_of(name))


def test_the_shape_is_told_from_a_wrong_one() -> None:
    found = document_of(FILES[0].name)
    found["tasks"][0]["obligations"][0].pop("trigger")
    with pytest.raises(AssertionError):
        assert_shape(found)


def test_it_goes_through_json_and_back() -> None:
    found = document_of("01-yunling-2021.txt", "02-yunling-2021-hant.txt")
    assert json.loads(json.dumps(found, ensure_ascii=False)) == found


def test_two_copies() -> None:
    found = document_of("01-yunling-2021.txt", "02-yunling-2021-hant.txt")["document"]
    assert [(copy["source"], copy["script"], copy["published_on"]) for copy in found["copies"]] == [
        ("01-yunling-2021.txt", "Hans", None),
        ("02-yunling-2021-hant.txt", "Hant", "2021-05-26"),
    ]
    assert found["script"] == "Hans"


def test_a_file_that_says_nothing_has_every_key() -> None:
    found = document_json([read("无题")])
    assert_shape(found)
    assert set(found["document"]) == KEYS["document"]
    assert (found["document"]["number"], found["document"]["region"], found["tasks"]) == (None, [], [])


def test_a_deadline_has_all_its_keys() -> None:
    found = document_of("01-yunling-2021.txt")
    deadlines = [duty["deadline"] for task in found["tasks"] for duty in task["obligations"] if duty["deadline"]]
    assert deadlines
    assert all(set(deadline) == KEYS["deadline"] for deadline in deadlines)
    assert {deadline["unit"] for deadline in deadlines} <= ENUMERATIONS["unit"]
