"""What the rules could not decide, from a store."""

from __future__ import annotations

from graph.store import Store
from loaders.project import notice_id, project
from loaders.records import Notice
from loaders.resolve.deciding import decide
from loaders.resolve.decisions import Decision, Decisions
from loaders.undecided import Undecided, find_undecided, is_held
from tests.loaders.sample import HEAD, read

BODY = """一、水运
（一）票价信息。公布渡轮票价。（省财政和税收厅牵头，省审计厅、各市人民政府配合）
（二）班次信息。公布班次。（省财政和税收厅负责）
（三）人员信息。公布名单。（省消防总队负责）
"""
TEXT = HEAD.replace("2020", "2018") + BODY


def put(store: Store, notice: Notice, decisions: Decisions) -> None:
    store.prepare()
    store.replace(notice_id(notice.header), project([decide(notice, decisions)], {}, "mark", decisions))


def found(store: Store) -> dict[str, Undecided]:
    return {each.name: each for each in find_undecided(store)}


def test_bodies_of_no_lexicon_and_forms_that_several_bear(store: Store) -> None:
    put(store, read(TEXT), Decisions())
    undecided = find_undecided(store)
    unsure, shared = undecided
    assert (unsure.name, unsure.why, len(unsure.places)) == ("云岭省财政和税收厅", "unsure", 2)
    assert "云岭省财政厅" in unsure.candidates
    assert [TEXT[place.start :][:7] for place in unsure.places] == ["省财政和税收厅"] * 2
    assert {place.document for place in unsure.places} == {"岭政办发〔2018〕7号"}
    assert (shared.why, [place.mention for place in shared.places]) == ("shared", ["省消防总队"])
    assert set(shared.candidates) == {"云岭省消防救援总队", "云岭省公安消防总队"}


def test_what_people_decided_is_no_longer_undecided(store: Store) -> None:
    facts = ("同一个机构", "张三", "2026-11-22T10:00:00+08:00")
    same = Decision("云岭省财政和税收厅", "云岭省财政厅", "same", *facts)
    apart = Decision("省消防总队", "云岭省消防救援总队", "different", *facts)
    put(store, read(TEXT), Decisions((same,)))
    assert set(found(store)) == {"云岭省消防救援总队"}
    put(store, read(TEXT), Decisions((same, apart)))
    assert found(store) == {}
    put(store, read(TEXT), Decisions())
    assert len(found(store)) == 2


def test_a_year_in_which_one_of_them_stood_decides(store: Store) -> None:
    put(store, read(TEXT.replace("2018", "2022")), Decisions())
    assert set(found(store)) == {"云岭省财政和税收厅"}


def test_names_mentions_and_aliases_are_held(store: Store) -> None:
    put(store, read(TEXT), Decisions())
    assert all(is_held(store, name) for name in ("云岭省财政和税收厅", "省财政和税收厅", "各市人民政府"))
    assert not is_held(store, "云岭省飞碟厅")
