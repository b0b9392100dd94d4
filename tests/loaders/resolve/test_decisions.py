"""What people decided of bodies, applied to notices."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.values import Graph
from loaders.project import project
from loaders.records import Body, Header, Notice
from loaders.resolve.deciding import decide, touching
from loaders.resolve.decisions import NONE, Decision, Decisions, Verdict, already, contradiction
from tests.loaders.sample import read_body

PROVINCE = Header(region=("云岭省",), issuer="云岭省人民政府办公厅", issued_on="2020-04-09")
OTHER = Header(region=("山西省",), issuer="山西省人民政府办公厅", issued_on="2020-04-09")
ITEM = "一、水运\n（一）票价信息。省渡轮管理所应当按月公布渡轮票价。（{}牵头落实）\n"
DUTY = "岭政办发〔2020〕7号/1.1#1"


def decision(source: str, target: str, verdict: Verdict = "same") -> Decision:
    return Decision(source, target, verdict, "同一个机构", "张三", "2026-11-22T10:00:00+08:00")


def decisions(*pairs: tuple[str, str] | tuple[str, str, Verdict]) -> Decisions:
    return Decisions(tuple(decision(*pair) for pair in pairs))


def body(notice: Notice) -> Body:
    [found] = next(task for task in notice.tasks if task.id == "1.1#1").agencies
    return found


def graph(clause: str, taken: Decisions) -> Graph:
    notice = read_body(ITEM.format(clause))
    return project([decide(notice, taken)], {}, "mark", taken)


@pytest.mark.parametrize("source", ["省渡轮所", "云岭省渡轮所"], ids=["the mention", "the name that rules give it"])
def test_same_gives_the_name_the_rule_and_the_reason(source: str) -> None:
    before = read_body(ITEM.format("省渡轮所"))
    found = body(decide(before, decisions((source, "云岭省交通运输厅"))))
    assert body(before).name == "云岭省渡轮所"
    assert (found.name, found.mention) == ("云岭省交通运输厅", "省渡轮所")
    assert (found.at.rule, found.at.confidence) == ("clause-lead/decision", 1.0)
    assert found.reason == f"决定：{source}即云岭省交通运输厅（张三，2026-11-22T10:00:00+08:00）：同一个机构"
    assert (found.at.start, found.at.end) == (body(before).at.start, body(before).at.end)


def test_a_mention_that_names_no_place_is_decided_in_its_own_province_only() -> None:
    taken = decisions(("省渡轮所", "云岭省交通运输厅"))
    assert taken.of_mention("省渡轮所", "云岭省渡轮所", PROVINCE).name == "云岭省交通运输厅"
    assert taken.of_mention("省渡轮所", "山西省渡轮所", OTHER).by == ()


def test_same_leads_on_to_the_last_body() -> None:
    taken = decisions(("云岭省渡轮所", "云岭省渡轮中心"), ("云岭省渡轮中心", "云岭省交通运输厅"))
    ruling = taken.of_name("云岭省渡轮所")
    assert (ruling.name, len(ruling.by)) == ("云岭省交通运输厅", 2)
    assert {found.source for found in taken.leading_to("云岭省交通运输厅")} == {"云岭省渡轮所", "云岭省渡轮中心"}


def test_two_names_of_one_body_in_a_clause_are_one_entry() -> None:
    notice = read_body(ITEM.format("省渡轮所、省交通运输厅"))
    assert body(decide(notice, decisions(("省渡轮所", "云岭省交通运输厅")))).mention == "省渡轮所"


def test_different_keeps_a_form_apart_from_the_body_that_rules_take_it_for() -> None:
    before = read_body(ITEM.format("省编办"))
    meant = body(before).name
    found = body(decide(before, decisions(("省编办", meant, "different"))))
    assert meant.endswith("机构编制委员会办公室")
    assert (found.name, found.at.rule) == ("云岭省编办", "clause-lead/decision")
    assert "不是" in (found.reason or "")


def test_different_leaves_the_one_other_body_that_bears_the_form() -> None:
    header = Header(region=("山西省",), issued_on="2018-06-01")
    rules, other = "山西省消防救援总队", "山西省公安消防总队"
    taken = decisions(("省消防总队", rules, "different"))
    assert taken.of_mention("省消防总队", rules, header).name == other


def test_a_body_kept_apart_has_neither_the_others_forms_nor_its_successors() -> None:
    item = ITEM.format("省扶贫办")
    meant = body(read_body(item)).name
    assert meant in {node.properties["name"] for node in graph("省扶贫办", NONE).of_label("Agency")}
    value = graph("省扶贫办", decisions(("省扶贫办", meant, "different")))
    assert "aliases" not in value.nodes["agency:云岭省扶贫办"].properties
    assert [edge for edge in value.of_type("SUCCEEDED_BY") if edge.source == "agency:云岭省扶贫办"] == []
    assert [edge for edge in graph("省扶贫办", NONE).of_type("SUCCEEDED_BY") if edge.source == f"agency:{meant}"]


def test_the_graph_has_one_node_with_the_other_name_as_its_alias() -> None:
    value = graph("省渡轮所", decisions(("云岭省渡轮所", "云岭省交通运输厅")))
    names = {node.properties["name"] for node in value.of_label("Agency")}
    assert "云岭省渡轮所" not in names
    assert "云岭省渡轮所" in value.nodes["agency:云岭省交通运输厅"].properties["aliases"]
    [lead] = value.of_type("LEADS")
    assert lead.properties["rule"] == "clause-lead/decision"
    assert "张三" in lead.properties["reason"]
    [borne] = [edge for edge in value.of_type("BEARS") if edge.properties["role"] == "lead"]
    assert borne.properties["reason"] == lead.properties["reason"]


def test_the_body_that_a_sentence_names_is_decided_too() -> None:
    value = graph("省交通运输厅", decisions(("省渡轮管理所", "云岭省财政厅")))
    [borne] = [edge for edge in value.of_type("BEARS") if edge.properties["role"] == "named"]
    assert borne.source == "agency:云岭省财政厅"
    assert "张三" in borne.properties["reason"]


def test_the_issuer_is_decided_too() -> None:
    value = graph("省交通运输厅", decisions(("云岭省人民政府办公厅", "云岭省人民政府")))
    [issued] = value.of_type("ISSUED_BY")
    assert (issued.target, issued.properties["rule"]) == ("agency:云岭省人民政府", "decision")


def test_no_decision_changes_nothing() -> None:
    notice = read_body(ITEM.format("省渡轮所"))
    assert decide(notice, Decisions()) is notice
    assert decide(notice, decisions(("山西省渡轮所", "山西省交通运输厅"))) == notice


@pytest.mark.parametrize(
    ("pair", "touches"),
    [
        (("省渡轮所", "云岭省交通运输厅"), True),
        pytest.param(("云岭省渡轮中心", "云岭省渡轮所"), True, id="an alias of a node that it holds"),
        pytest.param(("省渡轮管理所", "云岭省财政厅"), True, id="a body that a sentence names"),
        pytest.param(("云岭省人民政府办公厅", "云岭省人民政府"), True, id="the issuer"),
        pytest.param(("省渡轮所", "山西省交通运输厅"), False, id="the same words in another province"),
        pytest.param(("山西省渡轮所", "山西省交通运输厅"), False, id="names that do not occur"),
        pytest.param(("省渡轮所", "云岭省财政厅", "different"), False, id="two that the rules keep apart anyhow"),
        pytest.param(("省渡轮所", "云岭省渡轮所", "different"), True, id="two that the rules make one"),
    ],
)
def test_which_documents_a_decision_touches(pair: tuple[str, str], touches: bool) -> None:
    notice = read_body(ITEM.format("省渡轮所"))
    assert bool(touching([notice], decisions(pair))) is touches


def test_a_decision_of_a_successor_touches_the_notice_of_the_predecessor() -> None:
    notice = read_body(ITEM.format("省环境保护厅"))
    assert touching([notice], decisions(("云岭省生态环境厅", "云岭省绿色发展厅")))


A, B, C = "云岭省甲局", "云岭省乙局", "云岭省丙局"


@pytest.mark.parametrize(
    ("known", "new", "refused"),
    [
        ([(A, B)], (A, C), contradiction),
        ([(A, B)], (A, B, "different"), contradiction),
        ([(A, B)], (B, A, "different"), contradiction),
        ([(A, B), (B, C)], (A, C, "different"), contradiction),
        ([(A, B, "different")], (B, A), contradiction),
        ([(A, B, "different"), (C, B)], (A, C), contradiction),
        ([(A, B)], (A, B), already),
        ([(A, B)], (B, A), already),
        ([(A, B), (B, C)], (A, C), already),
        ([(A, B, "different")], (B, A, "different"), already),
    ],
)
def test_what_cannot_be_decided_again(
    known: list[tuple[str, str]], new: tuple[str, str], refused: Callable[[Decisions, Decision], str | None]
) -> None:
    taken, decided = decisions(*known), decision(*new)
    sentence = refused(taken, decided)
    assert sentence
    assert "张三" in sentence
    assert (already(taken, decided) is None) != (contradiction(taken, decided) is None)


@pytest.mark.parametrize(
    ("known", "new"),
    [
        ([], (A, B)),
        ([(A, B)], (B, C)),
        ([(A, B)], (C, B)),
        ([(A, B)], (A, C, "different")),
        ([(A, B, "different")], (A, C)),
        ([("省渡轮所", "云岭省交通运输厅")], ("省渡轮所", "山西省交通运输厅")),
    ],
)
def test_what_may_stand_beside_each_other(known: list[tuple[str, str]], new: tuple[str, str]) -> None:
    assert already(decisions(*known), decision(*new)) is None
    assert contradiction(decisions(*known), decision(*new)) is None
