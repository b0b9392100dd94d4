"""Questions as people ask them: the query they lead to, its parameters, and its answer."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from graph.store import Store
from queries.ask import Answer, Vocabulary, ask, read_vocabulary
from queries.catalogue import load_catalogue
from queries.runner import run_table
from tests.queries.sample import CITED, CLOUD, DISTRICT, JADE

MONEY = ["云岭省财政厅", "碧川省财政厅"]
GREEN = ["云岭省环境保护厅", "碧川省环境保护厅"]
NEW_GREEN = ["云岭省生态环境厅"]

QUESTIONS: list[tuple[str, str, dict[str, Any], int]] = [
    # agencies
    ("省财政厅每月必须公开什么？", "agency/duties", {"agencies": MONEY, "frequency": "P1M", "kind": "disclose"}, 2),
    ("what must 省财政厅 disclose monthly", "agency/duties", {"agencies": MONEY, "frequency": "P1M", "kind": "disclose"}, 2),
    ("財政廳每個月要公開什麼？", "agency/duties", {"agencies": MONEY, "frequency": "P1M", "kind": "disclose"}, 2),
    ("财政厅按季度发布哪些", "agency/duties", {"agencies": MONEY, "frequency": "P3M", "kind": "disclose"}, 1),
    ("省农业厅每周要公开什么", "agency/duties", {"agencies": ["碧川省农业厅"], "frequency": "P1W", "kind": "disclose"}, 1),
    ("省农委每周要公开什么", "agency/duties", {"agencies": ["云岭省农业委员会"], "frequency": "P1W", "kind": "disclose"}, 1),
    ("云岭省财政厅要公开什么", "agency/duties", {"agencies": MONEY[:1], "kind": "disclose"}, 1),
    ("云岭财政厅要公开什么", "agency/duties", {"agencies": MONEY[:1], "kind": "disclose"}, 1),
    ("碧川的财政厅每月公开什么", "agency/duties", {"agencies": MONEY[1:], "frequency": "P1M", "kind": "disclose"}, 1),
    ("云岭省财证厅每月要公开什么", "agency/duties", {"agencies": MONEY[:1], "frequency": "P1M", "kind": "disclose"}, 1),
    ("区财政局要公开什么", "agency/duties", {"agencies": ["南浦区财政局"], "kind": "disclose"}, 1),
    ("财政部门每季度公开什么", "agency/duties",
     {"agencies": ["云岭省财政厅", "南浦区财政局", "碧川省财政厅"], "frequency": "P3M", "kind": "disclose"}, 2),
    ("发改委要解读什么", "agency/duties", {"agencies": ["云岭省发展和改革委员会"], "kind": "interpret"}, 1),
    ("省财政厅有哪些义务", "agency/duties", {"agencies": MONEY}, 4),
    ("省财政厅", "agency/duties", {"agencies": MONEY}, 4),
    ("环保厅通过微博公开什么", "agency/duties", {"agencies": GREEN, "channels": ["微博"], "kind": "disclose"}, 1),
    ("财政厅2018年每月公开什么", "agency/duties",
     {"agencies": MONEY, "frequency": "P1M", "kind": "disclose", "year": 2018}, 0),
    ("云岭省财政厅牵头哪些任务", "agency/leads", {"agencies": MONEY[:1]}, 1),
    ("which tasks does 云岭省财政厅 lead?", "agency/leads", {"agencies": MONEY[:1]}, 1),
    ("云岭省财政厅配合哪些任务", "agency/tasks", {"agencies": MONEY[:1], "roles": ["support"]}, 1),
    ("财政厅有哪些任务", "agency/tasks", {"agencies": MONEY, "roles": ["lead", "responsible", "support"]}, 3),
    ("各市人民政府有哪些任务", "agency/tasks", {"agencies": ["碧川省各市人民政府"]}, 1),
    # agencies of today, through those that the notices named
    ("云岭省生态环境厅要公开什么", "agency/duties", {"agencies": NEW_GREEN, "kind": "disclose"}, 2),
    ("云岭生态环境厅每月公开什么", "agency/duties", {"agencies": NEW_GREEN, "frequency": "P1M", "kind": "disclose"}, 1),
    ("云岭省生态环境厅牵头哪些任务", "agency/leads", {"agencies": NEW_GREEN}, 1),
    ("云岭省农业农村厅有哪些任务", "agency/tasks", {"agencies": ["云岭省农业农村厅"]}, 1),
    # comparisons
    (f"比较{CLOUD}和{JADE}的农业公开", "comparison/documents", {"documents": [CLOUD, JADE], "domain": "agriculture"}, 2),
    # domains
    ("谁牵头环境保护公开", "domain/leaders", {"domain": "environment"}, 3),
    ("誰牽頭環境保護公開？", "domain/leaders", {"domain": "environment"}, 3),
    ("who leads environment", "domain/leaders", {"domain": "environment"}, 3),
    ("who is responsible for agriculture?", "domain/leaders", {"domain": "agriculture"}, 2),
    ("哪个部门负责农业信息公开", "domain/leaders", {"domain": "agriculture"}, 2),
    ("谁负责环境情况", "domain/leaders", {"domain": "environment"}, 3),
    ("云岭省谁牵头环境保护", "domain/leaders", {"domain": "environment", "region": "云岭省"}, 1),
    ("环境保护方面每月公开什么", "domain/duties", {"domain": "environment", "frequency": "P1M", "kind": "disclose"}, 1),
    ("what must be published on agriculture weekly", "domain/duties",
     {"domain": "agriculture", "frequency": "P1W", "kind": "disclose"}, 2),
    # channels and information
    ("通过政务微博发布的有哪些", "channel/duties", {"channels": ["微博"], "kind": "disclose"}, 2),
    ("what is published via weibo", "channel/duties", {"channels": ["微博"], "kind": "disclose"}, 2),
    ("微信公众号每周发布什么", "channel/duties", {"channels": ["微信"], "frequency": "P1W", "kind": "disclose"}, 1),
    ("财政收支情况由谁公开", "information/publishers", {"information": "财政收支情况", "kind": "disclose"}, 2),
    ("谁公开财政收支情况？", "information/publishers", {"information": "财政收支情况", "kind": "disclose"}, 2),
    ("who publishes 财政收支情况", "information/publishers", {"information": "财政收支情况", "kind": "disclose"}, 2),
    ("谁公开全省财政收支情况", "information/publishers", {"information": "财政收支情况", "kind": "disclose"}, 2),
    ("全市财政收支情况由谁公开", "information/publishers", {"information": "财政收支情况", "kind": "disclose"}, 2),
    ("各地財政收支情況由誰公開", "information/publishers", {"information": "财政收支情况", "kind": "disclose"}, 2),
    ("财政收支信息多久公开一次", "information/publishers", {"information": "财政收支信息", "kind": "disclose"}, 2),
    ("who releases fiscal revenue and expenditure?", "information/publishers",
     {"information": "财政收支情况", "kind": "disclose"}, 2),
    ("谁公开地方政府债务", "information/publishers", {"information": "地方政府债务", "kind": "disclose"}, 1),
    ("地方政府债务方面公开什么", "domain/duties", {"domain": "fiscal", "kind": "disclose"}, 4),
    ("环境状况公报什么时候公开", "information/publishers", {"information": "环境状况公报", "kind": "disclose"}, 1),
    ("环境状况由谁公开", "information/publishers", {"information": "环境状况", "kind": "disclose"}, 1),
    ("农产品价格在哪里公开", "information/publishers", {"information": "农产品价格", "kind": "disclose"}, 2),
    ("政府债务情况多久公开一次", "information/publishers", {"information": "政府债务情况", "kind": "disclose"}, 1),
    ("how often is 农产品价格 published", "information/publishers", {"information": "农产品价格", "kind": "disclose"}, 2),
    # documents
    (f"{CLOUD}引用了哪些文件", "document/cites", {"document": CLOUD}, 1),
    (f"what does {CLOUD} cite", "document/cites", {"document": CLOUD}, 1),
    (f"哪些文件被{CLOUD}引用", "document/cites", {"document": CLOUD}, 1),
    (f"which documents are cited by {CLOUD}", "document/cites", {"document": CLOUD}, 1),
    (f"谁引用了{CITED}", "document/cited_by", {"document": CITED}, 1),
    ("谁引用了国办发(2017)24号", "document/cited_by", {"document": CITED}, 1),
    ("国办发2017年24号被哪些文件引用", "document/cited_by", {"document": CITED}, 1),
    (f"who cites {CITED}", "document/cited_by", {"document": CITED}, 1),
    ("谁引用了国办发【2017】024号文件", "document/cited_by", {"document": CITED}, 1),
    ("谁引用了国 办 发［２０１７］第24號？", "document/cited_by", {"document": CITED}, 1),
    ("國辦發2017-24被谁引用", "document/cited_by", {"document": CITED}, 1),
    ("who cites 国办发 (2017) 24", "document/cited_by", {"document": CITED}, 1),
    (f"{CLOUD}有哪些任务", "document/tasks", {"document": CLOUD}, 5),
    (f"{DISTRICT}要求公开什么", "document/duties", {"document": DISTRICT, "kind": "disclose"}, 1),
    ("收录了哪些通知", "document/list", {}, 3),
    ("云岭省有哪些通知", "document/list", {"region": "云岭省"}, 2),
    # time
    ("5月到期的", "time/deadlines", {"month": 5}, 1),
    ("五月底前要完成的", "time/deadlines", {"month": 5}, 1),
    ("what is due in May", "time/deadlines", {"month": 5}, 1),
    ("有期限的义务", "time/deadlines", {}, 3),
    ("duties with a deadline", "time/deadlines", {}, 3),
    ("2017年6月1日前到期的义务", "time/deadlines", {"before": "2017-06-01"}, 1),
    ("环保厅有哪些有期限的义务", "time/deadlines", {"agencies": GREEN}, 2),
    ("环保厅5月要完成什么", "time/deadlines", {"agencies": GREEN, "month": 5}, 1),
    ("每季度要公开的", "time/frequency", {"frequency": "P3M", "kind": "disclose"}, 2),
    ("what must be published quarterly", "time/frequency", {"frequency": "P3M", "kind": "disclose"}, 2),
    ("碧川省每季度要公开什么", "time/frequency", {"frequency": "P3M", "kind": "disclose", "region": "碧川省"}, 1),
    # structure
    ("哪些任务没有责任单位", "structure/tasks_without_agency", {"lacking": "any"}, 2),
    ("tasks without an agency", "structure/tasks_without_agency", {"lacking": "any"}, 2),
    ("没有牵头单位的任务", "structure/tasks_without_agency", {"lacking": "lead"}, 5),
    ("哪些任务没有写明牵头部门", "structure/tasks_without_agency", {"lacking": "lead"}, 5),
    ("哪些任务没有写责任单位", "structure/tasks_without_agency", {}, 2),
    ("没有期限的义务", "structure/duties_without_deadline", {}, 8),
    ("省财政厅没有期限的义务", "structure/duties_without_deadline", {"agencies": MONEY}, 4),
    ("哪些义务没有写明渠道", "structure/duties_without_channel", {}, 4),
    ("哪些任务交给了泛指的一批单位", "structure/groups", {}, 1),
]  # fmt: skip

REFUSED = [
    ("今天天气怎么样", "天气"),
    ("预算是多少钱", "金额"),
    ("谁是厅长", "人员"),
    ("省财政厅厅长是谁", "人员"),
    ("财政厅公开了吗", "做到了没有"),
    ("为什么省财政厅要公开", "缘由"),
    ("你好", "不在其中"),
    ("省教育厅每月公开什么", "省教育厅"),
    ("云岭省教育厅每月公开什么", "教育厅"),
    ("云岭政办发〔2019〕99号引用了哪些文件", "云岭政办发〔2019〕99号"),
    ("彩虹由谁公开", "彩虹"),
    # a place that the graph does not hold is never answered with others
    ("山西省财政厅每月必须公开什么", "山西省财政厅"),
    ("山西财政厅每月必须公开什么", "山西财政厅"),
    ("云岭省农业厅每周要公开什么", "云岭省农业厅"),
    ("菏泽市定陶区每季度要公开什么", "定陶区"),
    ("县财政局要公开什么", "县财政局"),
    ("9号文引用了什么", "9号"),
]


@pytest.fixture(scope="module")
def store(embedded_sample: Store) -> Store:
    """One engine is enough here: the queries themselves are tested on each."""
    return embedded_sample


@pytest.fixture(scope="module")
def vocabulary(store: Any) -> Vocabulary:
    return read_vocabulary(store)


def asked(store: Any, vocabulary: Vocabulary, text: str, language: str = "zh") -> Answer:
    return ask(store, text, language=language, vocabulary=vocabulary)


@pytest.mark.parametrize(("text", "id_", "parameters", "rows"), QUESTIONS)
def test_a_question_finds_its_query(
    store: Any, vocabulary: Vocabulary, text: str, id_: str, parameters: dict[str, Any], rows: int
) -> None:
    answer = asked(store, vocabulary, text)
    assert answer.refused is None
    assert answer.query is not None
    assert answer.query.id == id_
    optional = {name: value for name, value in answer.parameters.items() if value is not None}
    defaults = {parameter.name: parameter.default for parameter in answer.query.parameters}
    assert parameters.items() <= answer.parameters.items()
    assert {name for name in optional if optional[name] != defaults[name]} <= set(parameters) | {"roles"}
    assert answer.table is not None
    assert len(answer.table.rows) == rows
    assert answer.reading.unused == ()


@pytest.mark.parametrize(
    ("text", "words"), [("省财政厅每月公开什么", "zwgk build"), ("who leads environment", "zwgk build")]
)
def test_an_empty_graph_says_what_to_do(store: Any, vocabulary: Vocabulary, text: str, words: str) -> None:
    empty = replace(vocabulary, agency_forms={})
    answer = ask(store, text, vocabulary=empty, language="zh")
    assert answer.refused is not None
    assert words in answer.refused


@pytest.mark.parametrize(("text", "reason"), REFUSED)
def test_what_the_graph_cannot_know_is_refused(store: Any, vocabulary: Vocabulary, text: str, reason: str) -> None:
    answer = asked(store, vocabulary, text)
    assert answer.query is None
    assert answer.table is None
    assert answer.refused is not None
    assert reason in answer.refused
    assert answer.suggestions
    for proposal in answer.suggestions:
        again = asked(store, vocabulary, proposal.text)
        assert again.query is not None
        assert again.query.id == proposal.query.id


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("环境保护", {"domain/duties", "domain/leaders"}),
        (CLOUD, {"document/cites", "document/cited_by", "document/duties", "document/tasks"}),
    ],
)
def test_where_readings_tie_it_asks_back(store: Any, vocabulary: Vocabulary, text: str, ids: set[str]) -> None:
    answer = asked(store, vocabulary, text)
    assert answer.query is None
    assert answer.refused is None
    assert {choice.query.id for choice in answer.choices} >= ids
    for choice in answer.choices:
        again = asked(store, vocabulary, choice.text)
        assert again.query is not None
        assert again.query.id == choice.query.id


@pytest.mark.parametrize(
    ("text", "language", "sentence"),
    [
        ("省财政厅每月必须公开什么？", "zh", "2 个机构每月须公开 2 项，出自 2 份通知。"),
        ("what must 省财政厅 disclose monthly", "en", "2 agencies must disclose 2 items monthly, from 2 notices."),
        ("云岭省财政厅要做什么", "zh", "1 个机构须公开或解读 2 项，出自 1 份通知。"),
        ("谁牵头环境保护公开", "zh", "环境保护：3 个机构（牵头 1、负责 2），见 2 项任务，出自 2 份通知。"),
        ("what is due in May", "en", "1 duty with a time limit in May, by 1 agency, from 1 notice."),
        (f"who cites {CITED}", "en", f"1 notice cites {CITED}."),
        ("没有牵头单位的任务", "zh", "没有牵头单位的任务有 5 项，出自 2 份通知。"),
        # through a predecessor: which body the notice named
        (
            "云岭省生态环境厅要公开什么",
            "zh",
            "1 个机构须公开 2 项，出自 1 份通知。其中 2 项，通知点名的是前身机构："
            "云岭省环境保护厅（职能于2018年10月26日并入云岭省生态环境厅）。",
        ),
        (
            "what must 云岭省农业农村厅 disclose",
            "en",
            "1 agency must disclose 1 item, from 1 notice. Of these, 1 names a predecessor: "
            "云岭省农业委员会 (functions to 云岭省农业农村厅, 2018 to 2019).",
        ),
        # nothing found: with another frequency; not at all; not under this condition
        ("省财政厅每周公开什么", "zh", "没有每周的；有 3 项，频率为每月、每季度。"),
        (
            "what must 省财政厅 disclose weekly",
            "en",
            "Nothing weekly; there are 3 with other frequencies: monthly, quarterly.",
        ),
        ("省财政厅牵头哪些环境保护任务", "zh", "没有符合“环境保护”的；不限这一条有 1 项。"),
        ("云岭省人民政府办公厅要公开什么", "zh", "图里有云岭省人民政府办公厅，但没有这样的内容。"),
        ("每日要公开的", "zh", "图里没有每日的内容。"),
    ],
)
def test_the_answer_in_a_sentence(store: Any, vocabulary: Vocabulary, text: str, language: str, sentence: str) -> None:
    assert asked(store, vocabulary, text, language).sentence == sentence


def test_a_picture_is_a_graph(store: Any, vocabulary: Vocabulary) -> None:
    answer = asked(store, vocabulary, "云岭省财政厅的关系图")
    assert answer.query is not None
    assert answer.query.id == "agency/neighbourhood"
    assert answer.graph is not None
    assert "agency:云岭省财政厅" in answer.graph.nodes


@pytest.mark.parametrize(
    "text",
    [
        "云岭省环境保护厅的沿革",
        "云岭省环境保护厅的前身是什么",
        "what became of 云岭省环境保护厅",
        "云岭省环保厅并入了谁",
    ],
)
def test_a_question_on_the_lineage(store: Any, vocabulary: Vocabulary, text: str) -> None:
    answer = asked(store, vocabulary, text)
    assert answer.query is not None
    assert answer.query.id == "agency/lineage"
    assert answer.graph is not None
    assert {edge.properties["on"] for edge in answer.graph.of_type("SUCCEEDED_BY")} == {"2018-10-26"}


def test_slots_carry_the_words_they_explain(store: Any, vocabulary: Vocabulary) -> None:
    text = "請問，省財政廳 每月必須公開什麼 飛碟？"
    reading = asked(store, vocabulary, text).reading
    agency, frequency = reading.first("agency"), reading.first("frequency")
    assert agency is not None
    assert frequency is not None
    assert (agency.text, text[agency.start : agency.end], agency.values) == ("省財政廳", "省財政廳", tuple(MONEY))
    assert (frequency.text, frequency.values) == ("每月", ("P1M",))
    assert reading.unused == ("飞碟",)


def test_a_slip_of_the_pen_is_marked(store: Any, vocabulary: Vocabulary) -> None:
    agency = asked(store, vocabulary, "云岭省财证厅每月要公开什么").reading.first("agency")
    assert agency is not None
    assert agency.repaired
    assert agency.text == "云岭省财证厅"


def test_an_answer_can_be_run_as_it_stands(store: Any, vocabulary: Vocabulary) -> None:
    answer = asked(store, vocabulary, "省财政厅每月必须公开什么？")
    assert answer.query is not None
    assert answer.cypher == answer.query.cypher
    assert run_table(store, answer.query, answer.parameters) == answer.table


def test_suggestions_lead_where_they_say(store: Any, vocabulary: Vocabulary) -> None:
    for text, *_ in QUESTIONS:
        for proposal in asked(store, vocabulary, text).suggestions:
            again = asked(store, vocabulary, proposal.text)
            assert again.query is not None, (text, proposal.text)
            assert again.query.id == proposal.query.id, (text, proposal.text)


EXAMPLES: dict[str, Any] = {
    "agencies": ["云岭省财政厅"], "document": CLOUD, "documents": [CLOUD, JADE], "domain": ("environment", "环境保护", "environment"),
    "channels": ["微博"], "information": "财政收支情况", "frequency": "P1M", "month": 5, "kind": "disclose",
    "region": "云岭省", "regions": ["云岭省", "碧川省"], "system": "财政", "since": "2017-05-01", "until": "2017-06-01",
    "amount": 24, "unit": "hour", "timing": "timely", "order": "duties", "below": 0.8,
}  # fmt: skip


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("id_", [id_ for id_, query in load_catalogue().items() if query.cues])
def test_the_own_question_of_a_query_leads_to_it(store: Any, vocabulary: Vocabulary, id_: str, language: str) -> None:
    from queries.ask.wording import question_of, slots_of

    query = load_catalogue()[id_]
    domain = EXAMPLES["domain"]
    values = {name: EXAMPLES[name] for name in slots_of(query, language)}
    labels = {"domain": domain[2 if language == "en" else 1]}
    if "domain" in values:
        values["domain"] = domain[0]
    answer = asked(store, vocabulary, question_of(query, values, labels, language), language)
    assert answer.query is not None
    assert answer.query.id == id_
    assert values.items() <= answer.parameters.items()


def test_without_a_vocabulary_it_reads_the_graph(store: Any) -> None:
    answer = ask(store, "省财政厅每月必须公开什么？")
    assert answer.table is not None
    assert len(answer.table.rows) == 2
