"""The copies of one document to a Graph."""

from __future__ import annotations

from graph import ids
from graph.schema import NODES
from graph.validate import check, check_owner
from graph.values import Graph
from loaders.extract.notice import extract
from loaders.project import project
from loaders.read import read_source
from loaders.resolve.copies import group_copies
from loaders.resolve.documents import Held, Library, notice_id
from tests.loaders.sample import HEAD, NOTICES, read

BODY = """一、水运
（一）票价信息。省里要督促航运企业按月在省政府网站公开渡轮票价。9月底前公布渡口名录。（省财政厅牵头，省交通运输厅配合）
（二）航道信息。根据《航道养护办法》（岭政发〔2018〕5号），公布航道水深。（各市人民政府负责落实）
"""
DOCUMENT = "document:岭政办发〔2020〕7号"
FIRST = "岭政办发〔2020〕7号/1.1#1"


def graph_of(text: str = HEAD + BODY, *held: Held) -> Graph:
    return project([read(text)], Library(held), "mark")


def edges(graph: Graph, type_: str) -> set[tuple[str, str]]:
    return {(edge.source, edge.target) for edge in graph.of_type(type_)}


def test_the_graph_is_what_the_schema_declares_and_belongs_to_the_document() -> None:
    graph = graph_of()
    assert check(graph) == []
    assert check_owner(graph, DOCUMENT) == []


def test_every_sample_notice_projects_to_a_valid_graph() -> None:
    for group in group_copies(extract(read_source(path)) for path in sorted(NOTICES.glob("*.txt"))):
        graph = project(group, Library(), "mark")
        assert check(graph) == []
        assert check_owner(graph, notice_id(group[0].header)) == []


def test_tasks_and_those_who_answer_for_them() -> None:
    graph = graph_of()
    assert edges(graph, "LEADS") == {("agency:云岭省财政厅", f"task:{FIRST}")}
    assert edges(graph, "SUPPORTS") == {("agency:云岭省交通运输厅", f"task:{FIRST}")}
    assert edges(graph, "RESPONSIBLE_FOR") == {("agency:云岭省各市人民政府", "task:岭政办发〔2020〕7号/1.2#1")}


def test_the_agencies_of_a_task_bear_its_obligations_and_so_do_those_named_in_the_sentence() -> None:
    graph = graph_of()
    bears = {(e.source, e.properties["role"]) for e in graph.of_type("BEARS") if e.target == f"obligation:{FIRST}.1"}
    assert bears == {
        ("agency:云岭省财政厅", "lead"),
        ("agency:云岭省交通运输厅", "support"),
        ("agency:云岭省航运企业", "named"),
    }
    assert graph.nodes["agency:云岭省航运企业"].properties["kind"] == "group"


def test_what_where_and_when() -> None:
    graph = graph_of()
    assert (f"obligation:{FIRST}.1", "channel:政府网站") in edges(graph, "PUBLISHES_VIA")
    assert (f"obligation:{FIRST}.1", "information:渡轮票价") in edges(graph, "DISCLOSES")
    first, second = (graph.nodes[f"obligation:{FIRST}.{k}"].properties for k in (1, 2))
    assert first["frequency"] == "P1M"
    assert second["deadline_date"] == "2020-09-30"
    assert "frequency" not in second


def test_parts() -> None:
    document, short = DOCUMENT, DOCUMENT.removeprefix("document:")
    assert edges(graph_of(), "PART_OF") == {
        (f"section:{short}/1", document),
        (f"section:{short}/1.1", f"section:{short}/1"),
        (f"section:{short}/1.2", f"section:{short}/1"),
        (f"task:{short}/1.1#1", f"section:{short}/1.1"),
        (f"task:{short}/1.2#1", f"section:{short}/1.2"),
    }


def test_items_of_one_type_are_one_node_that_knows_how_they_were_written() -> None:
    body = """一、财政
（一）收支。按月公开全省财政收支情况。各市要按季度公开本级财政收支信息。公开全省龙门吊检验结果。（省财政厅牵头）
"""
    graph = graph_of(HEAD + body)
    node = graph.nodes["information:财政收支情况"].properties
    assert (node["name"], node["domain"]) == ("财政收支情况", "fiscal")
    assert node["aliases"] == ["全省财政收支情况", "本级财政收支信息"]
    assert {"财政收支", "财政收支信息"} <= set(node["forms"])
    claims = [e.properties for e in graph.of_type("DISCLOSES") if e.target == "information:财政收支情况"]
    assert sorted(claim["mention"] for claim in claims) == node["aliases"]
    assert {claim["reason"] for claim in claims} == {"without-place"}
    assert graph.nodes["information:龙门吊检验结果"].properties == {
        "name": "龙门吊检验结果",
        "aliases": ["全省龙门吊检验结果"],
    }


def test_two_items_of_one_type_in_one_sentence_are_one_claim_that_keeps_both() -> None:
    body = "一、财政\n（一）收支。按月公开全省龙门吊检验结果、我省龙门吊检验结果。（省财政厅牵头）\n"
    graph = graph_of(HEAD + body)
    (edge,) = graph.of_type("DISCLOSES")
    assert edge.properties["mention"] == "全省龙门吊检验结果、我省龙门吊检验结果"
    assert graph.nodes[edge.target].properties["aliases"] == [edge.properties["mention"]]


def test_every_owned_node_cuts_its_text() -> None:
    text = HEAD + BODY
    graph = graph_of(text)
    for node in graph.nodes.values():
        if NODES[node.label].owned and node.label in ("Task", "Obligation"):
            start, end = node.properties["start"], node.properties["end"]
            assert node.properties["text"] == text[start:end]


def test_an_agency_stands_in_its_region_and_system() -> None:
    graph = graph_of()
    assert ("agency:云岭省财政厅", "region:云岭省") in edges(graph, "OF_REGION")
    assert ("agency:云岭省财政厅", "system:财政") in edges(graph, "OF_SYSTEM")
    assert ("region:云岭省", ids.region_id(())) in edges(graph, "WITHIN")


def test_an_agency_that_ended_leads_to_those_of_today() -> None:
    graph = graph_of(HEAD + BODY.replace("省财政厅", "省食药监局").replace("省交通运输厅", "云岭银监局"))
    old, market, drugs = (f"agency:云岭省{name}" for name in ("食品药品监督管理局", "市场监督管理局", "药品监督管理局"))
    finance = "国家金融监督管理总局云岭监管局"
    assert {(old, market), (old, drugs)} <= edges(graph, "SUCCEEDED_BY")
    assert ("agency:中国银行保险监督管理委员会云岭监管局", f"agency:{finance}") in edges(graph, "SUCCEEDED_BY")
    assert {(market, "region:云岭省"), (f"agency:{finance}", "region:云岭省")} <= edges(graph, "OF_REGION")
    assert {(drugs, "system:药品监管"), (f"agency:{finance}", "system:银行保险监管")} <= edges(graph, "OF_SYSTEM")
    assert graph.edges[old, "SUCCEEDED_BY", market].properties == {"on": "2018"}
    assert graph.nodes[market].properties["kind"] == "agency"
    assert check(graph) == []


def test_a_region_leads_to_what_became_of_it() -> None:
    head = HEAD.replace("云岭省人民政府办公厅", "定陶县人民政府办公室").replace("2020", "2015")
    graph = graph_of(head + BODY)
    old, new = "region:山东省/菏泽市/定陶县", "region:山东省/菏泽市/定陶区"
    assert ("agency:定陶县人民政府办公室", old) in edges(graph, "OF_REGION")
    assert graph.edges[old, "SUCCEEDED_BY", new].properties == {"on": "2016"}
    assert (new, "region:山东省/菏泽市") in edges(graph, "WITHIN")
    assert check(graph) == []


def test_why_the_year_decided_stands_at_the_role() -> None:
    graph = graph_of(HEAD + BODY.replace("省财政厅", "省编办"))
    [lead] = [edge for edge in graph.of_type("LEADS") if edge.properties["mention"] == "省编办"]
    assert lead.source == "agency:中共云岭省委机构编制委员会办公室"
    assert "2020年" in lead.properties["reason"]


def test_a_cited_document_that_is_not_held() -> None:
    graph = graph_of()
    cited = graph.nodes["document:岭政发〔2018〕5号"].properties
    assert cited["held"] is False
    assert edges(graph, "CITES") == {
        (DOCUMENT, "document:岭政发〔2018〕5号"),
        ("task:岭政办发〔2020〕7号/1.2#1", "document:岭政发〔2018〕5号"),
    }


def test_a_notice_does_not_cite_itself() -> None:
    graph = graph_of(HEAD + BODY.replace("《航道养护办法》（岭政发〔2018〕5号）", "《2020年云岭省政务公开工作要点》"))
    assert edges(graph, "CITES") == set()


RULES = Held("document:岭政发〔2018〕5号", "岭政发〔2018〕5号", "云岭省人民政府", ("云岭省",), ("航道养护办法",))


def test_a_title_leads_to_the_document_that_is_held() -> None:
    graph = graph_of(HEAD + BODY.replace("（岭政发〔2018〕5号）", ""), RULES)
    assert (DOCUMENT, RULES.id) in edges(graph, "CITES")
    assert {source for source, _ in edges(graph, "ISSUED_BY")} == {DOCUMENT}, "what is held says itself who issued it"


def test_a_cited_document_says_what_its_number_says() -> None:
    graph = graph_of(HEAD + BODY.replace("岭政发〔2018〕5号", "国办发[2018]5号"))
    cited = graph.nodes["document:国办发〔2018〕5号"].properties
    told = {name: cited.get(name) for name in ("document_class", "issuer", "level", "region", "year", "held")}
    assert told == {
        "document_class": "state_council_office",
        "issuer": "国务院办公厅",
        "level": "national",
        "region": None,
        "year": 2018,
        "held": False,
    }
    assert ("document:国办发〔2018〕5号", "agency:国务院办公厅") in edges(graph, "ISSUED_BY")
    assert check(graph) == []
    assert check_owner(graph, DOCUMENT) == []


def test_a_cited_title_says_what_its_issuer_says() -> None:
    graph = graph_of(HEAD + BODY.replace("《航道养护办法》（岭政发〔2018〕5号）", "《省财政厅关于航道养护经费的通知》"))
    [cited] = [node for node in graph.of_label("Document") if not node.properties["held"]]
    assert cited.properties["issuer"] == "云岭省财政厅"
    assert (cited.properties["document_class"], cited.properties["level"]) == ("department", "department")
    assert (cited.id, "agency:云岭省财政厅") in edges(graph, "ISSUED_BY")


def test_a_notices_own_number_is_stored_in_one_form_with_its_class_and_year() -> None:
    node = graph_of((HEAD + BODY).replace("岭政办发〔2020〕7号", "岭政办发（2020）第07号")).nodes[DOCUMENT].properties
    assert (node["number"], node["document_class"], node["year"]) == ("岭政办发〔2020〕7号", "government_office", 2020)


def test_two_copies_one_of_them_primary() -> None:
    group = group_copies(
        extract(read_source(NOTICES / name)) for name in ("01-yunling-2021.txt", "02-yunling-2021-hant.txt")
    )
    assert len(group) == 1
    graph = project(group[0], Library(), "mark")
    copies = {node.properties["source"]: node.properties["primary"] for node in graph.of_label("Copy")}
    assert copies == {"01-yunling-2021.txt": True, "02-yunling-2021-hant.txt": False}
    assert len(edges(graph, "COPY_OF")) == 2
    primary = next(node.id for node in graph.of_label("Copy") if node.properties["primary"])
    assert {node.properties["copy"] for node in graph.of_label("Obligation")} == {primary}


def test_a_notice_without_anything_still_has_its_document_and_copy() -> None:
    graph = project([read("无题")], Library(), "mark")
    assert sorted(node.label for node in graph.nodes.values()) == ["Copy", "Document"]
    assert check(graph) == []


def test_nothing_absent_is_stored() -> None:
    for node in graph_of().nodes.values():
        assert all(value is not None and value != [] for value in node.properties.values())
