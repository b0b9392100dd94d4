"""What a finding's confidence is: the share of its rule's findings that readers confirmed."""

from __future__ import annotations

import csv

import pytest

from loaders.extract.confidence import TABLE, confidence, measured_rule, rate
from loaders.extract.notice import extract
from loaders.read import find_files, read_source
from loaders.records import Notice
from tests.loaders.sample import NOTICES


def test_the_table_says_what_was_counted() -> None:
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) > 30
    for row in rows:
        assert 0 <= int(row["right"]) <= int(row["seen"])
        assert float(row["confidence"]) == pytest.approx(rate(int(row["right"]), int(row["seen"])), abs=0.0006)


def test_no_rule_is_certain_and_one_never_seen_is_even_chance() -> None:
    assert rate(0, 0) == 0.5 == confidence("obligation", "no such rule")
    assert 0 < rate(0, 50) < rate(50, 50) < 1


def test_of_a_body_the_way_its_name_was_found_counts() -> None:
    assert measured_rule("agency", "clause-lead/group") == measured_rule("agency", "clause-support/group") == "group"


@pytest.mark.parametrize("path", sorted(find_files([NOTICES])), ids=lambda path: path.stem)
def test_every_finding_states_what_its_rule_deserves(path) -> None:
    notice = extract(read_source(path))
    findings = _findings(notice)
    assert len(findings) > 50
    for finding, at in findings:
        assert at.confidence == confidence(finding, at.rule)


def _findings(notice: Notice):
    tasks = notice.tasks
    return [
        *(("section", section.at) for section in notice.sections),
        *(("task", task.at) for task in tasks),
        *(("agency", body.at) for task in tasks for body in task.agencies),
        *(("obligation", duty.at) for task in tasks for duty in task.obligations),
        *(("citation", citation.at) for citation in notice.citations),
    ]
