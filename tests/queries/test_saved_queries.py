"""Every saved query, run on the sample graph: sets of tuples of the columns that tell the rows apart."""

from __future__ import annotations

from typing import Any

import pytest

from graph.values import Graph, Table
from queries.catalogue import load_catalogue
from queries.runner import run, run_table
from queries.saved import LIMIT_HERE, SavedQuery
from tests.queries.sample import CITED, CLOUD, DISTRICT, JADE, sample_graph

CLOUD_MONEY, JADE_MONEY, DISTRICT_MONEY = "云岭省财政厅", "碧川省财政厅", "南浦区财政局"
CLOUD_GREEN, CLOUD_NEW_GREEN = "云岭省环境保护厅", "云岭省生态环境厅"

TABLES: list[tuple[str, dict[str, Any], tuple[str, ...], set[tuple[Any, ...]]]] = [
    (
        "agency/duties",
        {"agencies": [CLOUD_MONEY, JADE_MONEY], "frequency": "P1M", "kind": "disclose"},
        ("agency", "role", "number", "task", "clause"),
        {
            (CLOUD_MONEY, "lead", CLOUD, "1.1#1", "公开全省财政收支情况"),
            (JADE_MONEY, "responsible", JADE, "1.1#1", "公开全省财政收支情况"),
        },
    ),
    (
        "agency/duties",
        {"agencies": [CLOUD_MONEY], "roles": ["support"], "has_deadline": True},
        ("role", "clause", "deadline"),
        {("support", "公开督察整改情况", "5月底前")},
    ),
    (
        "agency/duties",
        {"agencies": [CLOUD_MONEY], "has_deadline": False, "domain": "fiscal", "channels": ["政府网站"], "year": 2017},
        ("clause",),
        {("公开全省财政收支情况",)},
    ),
    ("agency/duties", {"agencies": [CLOUD_MONEY], "year": 2018}, ("clause",), set()),
    (  # through the body that the notice named
        "agency/duties",
        {"agencies": [CLOUD_NEW_GREEN], "kind": "disclose"},
        ("agency", "successors", "succeeded_on", "clause"),
        {
            (CLOUD_GREEN, (CLOUD_NEW_GREEN,), "2018-10-26", "公开空气质量排名"),
            (CLOUD_GREEN, (CLOUD_NEW_GREEN,), "2018-10-26", "公开督察整改情况"),
        },
    ),
    (  # asked for itself too, it stands for itself and once
        "agency/duties",
        {"agencies": [CLOUD_NEW_GREEN, CLOUD_GREEN], "frequency": "P1M"},
        ("agency", "successors", "succeeded_on"),
        {(CLOUD_GREEN, (), None)},
    ),
    ("agency/leads", {"agencies": [CLOUD_NEW_GREEN]}, ("agency", "successors"), {(CLOUD_GREEN, (CLOUD_NEW_GREEN,))}),
    ("agency/tasks", {"agencies": [CLOUD_NEW_GREEN]}, ("agency", "succeeded_on"), {(CLOUD_GREEN, "2018-10-26")}),
    ("agency/leads", {"agencies": [CLOUD_MONEY]}, ("task", "duties"), {("1.1#1", 2)}),
    (
        "agency/tasks",
        {"agencies": [CLOUD_MONEY, JADE_MONEY]},
        ("agency", "role", "task"),
        {(CLOUD_MONEY, "lead", "1.1#1"), (CLOUD_MONEY, "support", "1.2#1"), (JADE_MONEY, "responsible", "1.1#1")},
    ),
    ("agency/tasks", {"agencies": [CLOUD_MONEY], "roles": ["support"]}, ("task",), {("1.2#1",)}),
    ("agency/tasks", {"agencies": [CLOUD_MONEY], "domain": "fiscal"}, ("task",), {("1.1#1",)}),
    (
        "channel/duties",
        {"channels": ["微博", "微信"]},
        ("number", "clause", "channels"),
        {
            (CLOUD, "公开督察整改情况", ("微博",)),
            (CLOUD, "公开农产品价格", ("微信", "微博")),
            (DISTRICT, "公开专项资金分配结果", ("微信", "政府网站")),
        },
    ),
    ("channel/duties", {"channels": ["微博"], "region": "碧川省"}, ("clause",), set()),
    (
        "document/cites",
        {"document": CLOUD},
        ("cited_number", "uses", "tasks", "held", "number"),
        {(CITED, ("basis",), ("1.1#1",), False, CLOUD)},
    ),
    (
        "document/cites",
        {"document": CLOUD},
        ("cited_number", "cited_class", "cited_level", "cited_issuer", "cited_year"),
        {(CITED, "state_council_office", "national", "国务院办公厅", 2017)},
    ),
    (
        "document/cited_by",
        {"document": "国 办 发[2017]第24号"},
        ("citing_number", "citing_level", "citing_issuer"),
        {(CLOUD, "province", "云岭省人民政府办公厅")},
    ),
    ("document/cites", {"document": DISTRICT}, ("cited_number", "tasks"), {(CLOUD, ())}),
    ("document/cites", {"document": CLOUD, "roles": ["mention"]}, ("cited_number",), set()),
    ("document/cited_by", {"document": CITED}, ("citing_number", "tasks"), {(CLOUD, ("1.1#1",))}),
    ("document/cited_by", {"document": CLOUD}, ("citing_number",), {(DISTRICT,)}),
    (
        "document/duties",
        {"document": JADE, "kind": "disclose"},
        ("task", "clause", "frequency"),
        {
            ("1.1#1", "公开全省财政收支情况", "P1M"),
            ("1.1#1", "公开政府债务情况", "P3M"),
            ("1.2#1", "公开农产品价格", "P1W"),
            ("2.1#1", "公开环境状况公报", "P1Y"),
        },
    ),
    (
        "document/list",
        {},
        ("number", "copies", "task_count", "duties", "year"),
        {(CLOUD, 1, 5, 6, 2017), (JADE, 1, 3, 4, 2017), (DISTRICT, 1, 1, 1, 2018)},
    ),
    ("document/list", {"region": "云岭省", "year": 2017}, ("number",), {(CLOUD,)}),
    (
        "document/tasks",
        {"document": CLOUD},
        ("task", "leads", "responsible", "supports", "duties"),
        {
            ("1.1#1", ("云岭省发展和改革委员会", CLOUD_MONEY), (), (), 2),
            ("1.2#1", ("云岭省环境保护厅",), (), (CLOUD_MONEY,), 2),
            ("1.3#1", (), ("云岭省农业委员会",), (), 1),
            ("2.1#1", (), (), (), 1),
            ("2.2#1", (), (), (), 0),
        },
    ),
    (
        "domain/duties",
        {"domain": "fiscal", "frequency": "P3M"},
        ("agencies", "clause"),
        {((JADE_MONEY,), "公开政府债务情况"), ((DISTRICT_MONEY,), "公开专项资金分配结果")},
    ),
    (
        "domain/leaders",
        {"domain": "environment"},
        ("agency", "role", "number"),
        {
            ("云岭省环境保护厅", "lead", CLOUD),
            ("碧川省环境保护厅", "responsible", JADE),
            ("碧川省各市人民政府", "responsible", JADE),
        },
    ),
    ("domain/leaders", {"domain": "environment", "roles": ["support"]}, ("agency",), {(CLOUD_MONEY,)}),
    (
        "information/publishers",
        {"information": "财政收支情况"},
        ("number", "agencies", "frequency", "channels"),
        {
            (CLOUD, ("云岭省发展和改革委员会", CLOUD_MONEY), "P1M", ("政府网站",)),
            (JADE, (JADE_MONEY,), "P1M", ("政府网站",)),
        },
    ),
    *(
        ("information/publishers", {"information": written}, ("number",), {(CLOUD,), (JADE,)})
        for written in ("全省财政收支情况", "财政收支信息")  # an alias, and a form that no notice uses
    ),
    ("information/publishers", {"information": "全市财政收支"}, ("number",), set()),
    (
        "node/counts",
        {"node": f"agency:{JADE_MONEY}"},
        ("relation", "direction", "label", "count"),
        {
            ("BEARS", "out", "Obligation", 2),
            ("OF_REGION", "out", "Region", 1),
            ("OF_SYSTEM", "out", "AgencySystem", 1),
            ("RESPONSIBLE_FOR", "out", "Task", 1),
        },
    ),
    (
        "node/domains",
        {"nodes": [f"task:{CLOUD}/1.1#1", f"task:{DISTRICT}/1.1#1", "task:none"]},
        ("id", "domains"),
        {(f"task:{CLOUD}/1.1#1", ("fiscal",)), (f"task:{DISTRICT}/1.1#1", ("fiscal",))},
    ),
    (
        "node/links",
        {"nodes": [f"agency:{JADE_MONEY}"], "without": ["BEARS", "OF_REGION"]},
        ("id", "other"),
        {(f"agency:{JADE_MONEY}", "system:财政"), (f"agency:{JADE_MONEY}", f"task:{JADE}/1.1#1")},
    ),
    (  # a name, the number of a notice, and a form that no notice writes; copies and sections bear no name
        "node/search",
        {"words": ["省财政", "云岭"]},
        ("id", "label", "source"),
        {(f"agency:{CLOUD_MONEY}", "Agency", None)},
    ),
    ("node/search", {"words": [CLOUD]}, ("id", "source"), {(f"document:{CLOUD}", CLOUD)}),
    ("node/search", {"words": ["财政收支信息"]}, ("id",), {("information:财政收支情况",)}),
    ("node/search", {"words": ["revenue"]}, ("name_en",), {("Fiscal revenue and expenditure",)}),
    (
        "structure/duties_without_channel",
        {"kind": "disclose"},
        ("number", "clause"),
        {(JADE, "公开政府债务情况"), (JADE, "公开环境状况公报")},
    ),
    (
        "quality/low_confidence",
        {"below": "0.95", "document": DISTRICT},
        ("found", "what", "confidence"),
        {("Obligation", "专项资金分配结果", 0.9), ("LEADS", DISTRICT_MONEY, 0.9)},
    ),
    ("quality/low_confidence", {}, ("what",), set()),
    ("quality/unplaced_agencies", {}, ("agency", "task_count", "duties"), {("清江水利委员会", 0, 0)}),
    ("structure/duties_without_channel", {"agencies": [JADE_MONEY]}, ("clause",), {("公开政府债务情况",)}),
    (
        "structure/duties_without_deadline",
        {"agencies": [JADE_MONEY]},
        ("clause",),
        {("公开全省财政收支情况",), ("公开政府债务情况",)},
    ),
    ("structure/groups", {}, ("agency", "role", "task"), {("碧川省各市人民政府", "responsible", "2.1#1")}),
    ("structure/tasks_without_agency", {}, ("number", "task"), {(CLOUD, "2.1#1"), (CLOUD, "2.2#1")}),
    ("structure/tasks_without_agency", {"with_duties": True}, ("task", "duties"), {("2.1#1", 1)}),
    ("structure/tasks_without_agency", {"with_duties": False}, ("task", "duties"), {("2.2#1", 0)}),
    (
        "structure/tasks_without_agency",
        {"lacking": "lead", "document": JADE},
        ("number", "task"),
        {(JADE, "1.1#1"), (JADE, "2.1#1")},
    ),
    (
        "time/deadlines",
        {},
        ("clause", "deadline_date", "deadline_recurs", "deadline_amount", "deadline_unit"),
        {
            ("公开督察整改情况", "2017-05-31", None, None, None),
            ("公开环境状况公报", None, "--06-30", None, None),
            ("公开重大舆情", None, None, 5, "hour"),
        },
    ),
    (
        "time/calendar",
        {"agencies": [CLOUD_MONEY], "kind": "disclose"},
        ("clause", "frequency"),
        {("公开全省财政收支情况", "P1M")},
    ),
    ("time/deadlines", {"month": 6}, ("clause",), {("公开环境状况公报",)}),
    ("time/deadlines", {"limit_kind": "amount"}, ("clause",), {("公开重大舆情",)}),
    ("time/deadlines", {"before": "2017-06-01"}, ("clause",), {("公开督察整改情况",)}),
    ("time/deadlines", {"agencies": [CLOUD_MONEY]}, ("clause",), set()),
    (  # a district's duties are its own also where its province is compared with it
        "comparison/regions",
        {"regions": ["云岭省", "南浦区"], "domain": "fiscal", "frequency": "P3M"},
        ("place", "number", "theme_key", "types"),
        {("南浦区", DISTRICT, "fiscal", ("专项资金分配结果",))},
    ),
    (
        "comparison/documents",
        {"documents": [CLOUD, JADE], "domain": "fiscal", "frequency": "P1M"},
        ("place", "theme_key", "types"),
        {(CLOUD, "fiscal", ("财政收支情况",)), (JADE, "fiscal", ("财政收支情况",))},
    ),
    (
        "time/frequency",
        {"frequency": "P1W"},
        ("number", "agencies"),
        {(CLOUD, ("云岭省农业委员会",)), (JADE, ("碧川省农业厅",))},
    ),
]

PICTURES: list[tuple[str, dict[str, Any], set[str], set[str]]] = [
    ("agency/lineage", {"agencies": [CLOUD_GREEN]}, {f"agency:{CLOUD_GREEN}", f"agency:{CLOUD_NEW_GREEN}"}, {
        "SUCCEEDED_BY"}),
    ("agency/lineage", {"agencies": [CLOUD_NEW_GREEN]}, {f"agency:{CLOUD_GREEN}", f"agency:{CLOUD_NEW_GREEN}"}, {
        "SUCCEEDED_BY"}),
    ("agency/lineage", {"agencies": [CLOUD_MONEY]}, {f"agency:{CLOUD_MONEY}"}, set()),
    (
        "agency/neighbourhood",
        {"agencies": [JADE_MONEY]},
        {
            f"agency:{JADE_MONEY}",
            f"task:{JADE}/1.1#1",
            f"obligation:{JADE}/1.1#1.1",
            f"obligation:{JADE}/1.1#1.2",
            "information:财政收支情况",
            "information:政府债务情况",
            "channel:政府网站",
        },
        {"RESPONSIBLE_FOR", "REQUIRES", "DISCLOSES", "PUBLISHES_VIA"},
    ),
    (
        "document/picture",
        {"document": DISTRICT},
        {
            f"document:{DISTRICT}",
            f"section:{DISTRICT}/1.1",
            f"task:{DISTRICT}/1.1#1",
            f"agency:{DISTRICT_MONEY}",
            "domain:fiscal",
            f"document:{CLOUD}",
        },
        {"PART_OF", "LEADS", "IN_DOMAIN", "CITES"},
    ),
    (
        "node/among",
        {"nodes": [f"agency:{CLOUD_MONEY}"], "others": [f"task:{CLOUD}/1.1#1", "system:财政", f"agency:{JADE_MONEY}"]},
        {f"agency:{CLOUD_MONEY}", f"task:{CLOUD}/1.1#1", "system:财政"},
        {"LEADS", "OF_SYSTEM"},
    ),
    (
        "node/neighbours",
        {"node": "domain:agriculture"},
        {"domain:agriculture", f"task:{CLOUD}/1.3#1", f"task:{JADE}/1.2#1"},
        {"IN_DOMAIN"},
    ),
    ("node/neighbours", {"node": f"agency:{CLOUD_MONEY}", "relation": "LEADS"}, {
        f"agency:{CLOUD_MONEY}", f"task:{CLOUD}/1.1#1"}, {"LEADS"}),
    ("node/neighbours", {"node": f"document:{CLOUD}", "relation": "CITES", "direction": "in"}, {
        f"document:{CLOUD}", f"document:{DISTRICT}"}, {"CITES"}),
]  # fmt: skip


def rows(table: Table, columns: tuple[str, ...]) -> set[tuple[Any, ...]]:
    """The rows as tuples of these columns; lists, whose order is the engine's, sorted into tuples."""
    return {
        tuple(tuple(sorted(record[c])) if isinstance(record[c], list) else record[c] for c in columns)
        for record in table.records()
    }


@pytest.mark.parametrize(("id_", "values", "columns", "expected"), TABLES)
def test_rows(store: Any, id_: str, values: dict[str, Any], columns: tuple[str, ...], expected: set[Any]) -> None:
    table = run_table(store, load_catalogue()[id_], values)
    by_number = {tuple(tuple(sorted(v)) if isinstance(v, tuple) else v for v in row) for row in expected}
    assert rows(table, columns) == by_number
    assert len(table.rows) == len(expected)


@pytest.mark.parametrize(("id_", "values", "nodes", "types"), PICTURES)
def test_pictures(store: Any, id_: str, values: dict[str, Any], nodes: set[str], types: set[str]) -> None:
    graph = run(store, load_catalogue()[id_], values)
    assert isinstance(graph, Graph)
    assert set(graph.nodes) == nodes
    assert {edge.type for edge in graph.edges.values()} == types


def test_the_very_name_comes_first_then_what_begins_so_then_what_is_short(store: Any) -> None:
    found = run_table(store, load_catalogue()["node/search"], {"words": ["财政"]})
    names = [record["name"] for record in found.records()]
    assert names[0] == "财政"
    assert names[1].startswith("财政")
    within = [len(name) for name in names if "财政" in name and not name.startswith("财政")]
    assert len(within) > 2
    assert within == sorted(within)


def test_the_whole_is_everything_but_sections_and_copies(store: Any) -> None:
    graph = run(store, load_catalogue()["node/whole"], {})
    assert isinstance(graph, Graph)
    expected = [node for node in sample_graph().nodes.values() if node.label not in ("Section", "Copy")]
    joined = {end for edge in sample_graph().edges.values() for end in (edge.source, edge.target)}
    assert set(graph.nodes) == {node.id for node in expected if node.id in joined}


def test_columns_are_those_of_the_header_also_without_rows(store: Any) -> None:
    for query in load_catalogue().values():
        if query.form != "picture":
            names = tuple(column.name for column in query.columns)
            values = {parameter.name: nothing(parameter.type, parameter.name) for parameter in query.required}
            table = run_table(store, query, values)
            assert table.columns == names, query.id


def nothing(type_: str, name: str) -> Any:
    return (
        "P1D"
        if name == "frequency"
        else "2000-01-01"
        if type_ == "date"
        else ["无此名"]
        if type_ == "strings"
        else "无此名"
    )


def test_evidence_leads_to_the_characters(store: Any) -> None:
    table = run_table(store, load_catalogue()["agency/duties"], {"agencies": [JADE_MONEY], "frequency": "P3M"})
    (record,) = table.records()
    assert record["section"] == "1.1"
    assert record["end"] - record["start"] == 9
    assert record["copy"].startswith("copy:")
    assert (record["rule"], record["confidence"]) == ("sample", 0.9)
    assert record["document"] == f"document:{JADE}"
    assert record["finding"] == f"obligation:{JADE}/1.1#1.2"


def test_a_limit_says_that_it_cut(store: Any) -> None:
    table = run_table(store, load_catalogue()["document/list"], {}, limit=2)
    assert (len(table.rows), table.cut) == (2, True)
    assert not run_table(store, load_catalogue()["document/list"], {}, limit=3).cut


LIMITED = [query for query in load_catalogue().values() if LIMIT_HERE in query.cypher]


@pytest.mark.parametrize("query", LIMITED, ids=lambda query: query.id)
def test_the_first_rows_are_those_of_the_whole_answer(store: Any, query: SavedQuery) -> None:
    known = {"documents": [CLOUD, JADE], "regions": ["云岭省", "碧川省"], "domain": "fiscal", "until": "2030-12-31"}
    known |= {"channels": ["政府网站", "微博"], "frequency": "P1M", "information": "情况", "system": "财政"}
    values = {parameter.name: known[parameter.name] for parameter in query.required}
    whole = run_table(store, query, values, limit=None)
    for limit in (1, 2, len(whole.rows)):
        first = run_table(store, query, values, limit=limit)
        assert first.rows == whole.rows[:limit]
        assert first.cut == (len(whole.rows) > limit)


NARROWED = [
    query
    for query in load_catalogue().values()
    if query.parameter("region") and any(column.name == "finding" for column in query.columns)
]


@pytest.mark.parametrize("query", NARROWED, ids=lambda query: query.id)
def test_a_region_narrows_and_changes_nothing(store: Any, query: SavedQuery) -> None:
    """Whatever is found in a region is found the same way as in the whole."""
    known = {"domain": "fiscal", "channels": ["政府网站", "微博"], "until": "2030-12-31", "frequency": "P1M"}
    values = {parameter.name: known.get(parameter.name, "情况") for parameter in query.required}
    places = {row[0]: row[1] for row in store.table("MATCH (d:Document) WHERE d.held RETURN d.id, d.region").rows}
    whole = list(run_table(store, query, values, limit=None).records())
    for region in ("云岭省", "碧川省", "南浦区"):
        within = list(run_table(store, query, {**values, "region": region}, limit=None).records())
        assert within == [row for row in whole if region in places[row["document"]]]
