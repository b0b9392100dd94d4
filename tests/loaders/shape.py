"""Section 7 of the annotation guide, and what every span of a notice must hold: shared by several tests."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from data import load
from loaders.records import Notice
from tests.guide import CHANNEL_TYPES

KEYS = {
    "": {"document", "sections", "tasks", "citations"},
    "document": {
        *("number", "title", "issuer", "issued_on", "published_on", "region", "level", "instrument"),
        *("instrument_year", "addressees", "script", "copies"),
    },
    "copy": {"source", "script", "published_on", "url", "sha256"},
    "section": {"path", "title", "start", "end"},
    "task": {"id", "section", "start", "end", "et_al", "agencies", "domains", "obligations"},
    "agency": {"mention", "name", "role", "kind", "repaired", "start", "end"},
    "domains": {"primary", "also"},
    "obligation": {
        *("id", "kind", "predicate", "start", "end", "text", "information", "frequency", "times", "timing"),
        *("deadline", "trigger", "bearers", "channels"),
    },
    "deadline": {"text", "date", "recurs", "amount", "unit", "from", "event"},
    "channel": {"mention", "name", "type"},
    "citation": {"text", "title", "number", "role", "start", "end", "task"},
}
ENUMERATIONS = {
    "level": {"national", "province", "city", "county", "township", "department", None},
    "script": {"Hans", "Hant"},
    "role": {"lead", "responsible", "support"},
    "kind": {"agency", "group"},
    "duty": {"disclose", "interpret", "respond"},
    "timing": {"timely", "regular", "occasional", "realtime", "dynamic", "batch", "synchronous", "prompt"},
    "unit": {"working_day", "hour", "day", "week", "month", "year", "minute", None},
    "channel": set(CHANNEL_TYPES),
    "citation": {"basis", "self", "alias", "mention"},
}


def assert_shape(found: dict[str, Any]) -> None:
    """Keys, enumerations and the forms of values are those of the guide."""
    assert set(found) == KEYS[""]
    assert set(found["document"]) == KEYS["document"]
    assert found["document"]["level"] in ENUMERATIONS["level"]
    assert found["document"]["script"] in ENUMERATIONS["script"]
    _all_keys(found["document"]["copies"], "copy")
    _all_keys(found["sections"], "section")
    _all_keys(found["tasks"], "task")
    _all_keys(found["citations"], "citation")
    assert {citation["role"] for citation in found["citations"]} <= ENUMERATIONS["citation"]
    domains = {entry["key"] for entry in load("domains")}
    for task in found["tasks"]:
        assert set(task["domains"]) == KEYS["domains"]
        assert {task["domains"]["primary"], *task["domains"]["also"]} <= domains
        _all_keys(task["agencies"], "agency")
        assert {body["role"] for body in task["agencies"]} <= ENUMERATIONS["role"]
        assert {body["kind"] for body in task["agencies"]} <= ENUMERATIONS["kind"]
        _all_keys(task["obligations"], "obligation")
        for duty in task["obligations"]:
            _assert_duty(duty)


def _assert_duty(duty: dict[str, Any]) -> None:
    assert duty["kind"] in ENUMERATIONS["duty"]
    assert set(duty["timing"]) <= ENUMERATIONS["timing"]
    assert duty["frequency"] is None or re.fullmatch(r"P[1-9]\d*[DWMY]", duty["frequency"])
    assert all(item for item in duty["information"])
    _all_keys(duty["channels"], "channel")
    assert {channel["type"] for channel in duty["channels"]} <= ENUMERATIONS["channel"]
    if duty["deadline"]:
        assert set(duty["deadline"]) == KEYS["deadline"]
        assert duty["deadline"]["unit"] in ENUMERATIONS["unit"]
        assert duty["deadline"]["date"] is None or re.fullmatch(r"\d{4}-\d\d-\d\d", duty["deadline"]["date"])
        assert duty["deadline"]["recurs"] is None or re.fullmatch(r"--\d\d-\d\d", duty["deadline"]["recurs"])


def _all_keys(entries: Iterable[dict[str, Any]], kind: str) -> None:
    for entry in entries:
        assert set(entry) == KEYS[kind]


def assert_spans(notice: Notice) -> None:
    """Every span lies in the text and cuts what the finding claims; ids are unique; tasks follow each other."""
    text = notice.copy.text
    for section in notice.sections:
        assert 0 <= section.at.start < section.at.end <= len(text)
        assert _says(text[section.at.start : section.at.end], section.title or "")
    for citation in notice.citations:
        assert 0 <= citation.at.start < citation.at.end <= len(text)
        assert citation.text == text[citation.at.start : citation.at.end]
    at = 0
    for task in notice.tasks:
        assert at <= task.at.start < task.at.end <= len(text)
        at = task.at.end
        for body in task.agencies:
            assert task.at.start <= body.at.start < body.at.end <= task.at.end
            assert _holds(text[body.at.start : body.at.end], body.mention)
        for duty in task.obligations:
            assert task.at.start <= duty.at.start < duty.at.end <= task.at.end
            assert duty.text == text[duty.at.start : duty.at.end]
    ids = [task.id for task in notice.tasks] + [duty.id for task in notice.tasks for duty in task.obligations]
    assert len(ids) == len(set(ids))


_PREFIX = re.compile("自治区|自治州|自治县|省|市|区|县|州|盟|旗|镇|乡|兵团|师市|师")


def _says(cut: str, words: str) -> bool:
    """Whether the source holds the words, with brackets, line ends and page marks between them at most."""
    said = iter(cut)
    return all(char in said for char in words)


def _holds(cut: str, mention: str) -> bool:
    """Whether the source says the mention, but for a restored level prefix."""
    prefix = _PREFIX.match(mention)
    return _says(cut, mention) or (prefix is not None and _says(cut, mention[prefix.end() :]))
