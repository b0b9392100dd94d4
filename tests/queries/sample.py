"""Three invented notices as a Graph value: two provinces and a district, one cited document that is not held."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from graph import ids
from graph.schema import EDGES, ROLE_EDGES
from graph.values import Edge, Graph, Node

CLOUD = "云岭政办发〔2017〕9号"
JADE = "碧川政办发〔2017〕15号"
DISTRICT = "浦政办发〔2018〕3号"
CITED = "国办发〔2017〕24号"

DOMAINS = {
    "fiscal": ("财政预决算与债务", "public finance and debt"),
    "environment": ("环境保护", "environmental protection"),
    "agriculture": ("农业农村与乡村振兴", "agriculture and rural areas"),
    "platform": ("网站、新媒体与公报", "websites, new media and gazettes"),
}

TYPES: dict[str, dict[str, Any]] = {
    "全省财政收支情况": {
        "name": "财政收支情况",
        "name_en": "Fiscal revenue and expenditure",
        "domain": "fiscal",
        "forms": ["财政收支", "财政收支信息", "财政收支情况"],
    },
    "政府债务情况": {"name": "政府债务情况", "domain": "fiscal", "forms": ["政府债务情况", "地方政府债务"]},
}
"""What a word list says of the type of an item; an item that is not here is its own type."""

Bodies = dict[str, Sequence[str]]


def sample_graph() -> Graph:
    """The three notices together."""
    graph = Graph()
    for notice in sample_notices().values():
        graph.update(notice)
    return graph


def sample_notices() -> dict[str, Graph]:
    """Each notice's own graph, by document id, as a build would hand them to a store."""
    notices = (_cloud(), _jade(), _district())
    return {notice.document: notice.graph for notice in notices}


class _Notice:
    """Collects one notice; spans are invented but rise with each finding."""

    def __init__(self, number: str, region: Sequence[str], level: str, year: int, issuer: str) -> None:
        self.graph = Graph()
        self.document = ids.document_id(number)
        self.copy = ids.copy_id(number)
        self.region = tuple(region)
        self.at = 100
        title = f"关于印发{year}年政务公开工作要点的通知"
        facts: dict[str, Any] = {"number": number, "title": title, "caption": number, "issuer": issuer}
        facts |= {"issued_on": f"{year}-04-26", "region": list(region), "level": level, "instrument_year": year}
        facts["instrument"] = f"{year}年{region[-1]}政务公开工作要点"
        self.node("Document", self.document, held=True, **facts)
        self.node("Copy", self.copy, document=self.document, source="sample.txt", sha256="0" * 64, primary=True)
        self.edge("COPY_OF", self.copy, self.document)
        self.agency(issuer)
        self.edge("ISSUED_BY", self.document, ids.agency_id(issuer))
        for depth in range(1, len(region) + 1):
            name = region[depth - 1]
            self.node(
                "Region", ids.region_id(region[:depth]), name=name, level=("province", "city", "county")[depth - 1]
            )
            if depth > 1:
                self.edge("WITHIN", ids.region_id(region[:depth]), ids.region_id(region[: depth - 1]))

    def node(self, label: str, id_: str, **properties: Any) -> None:
        self.graph.add_node(Node(label, id_, properties))

    def edge(self, type_: str, source: str, target: str, **properties: Any) -> None:
        claims = {"document": self.document} if "document" in {p.name for p in EDGES[type_].properties} else {}
        self.graph.add_edge(Edge(type_, source, target, {**claims, **properties}))

    def evidence(self) -> dict[str, Any]:
        self.at += 10
        found = {"document": self.document, "copy": self.copy, "start": self.at, "end": self.at + 9}
        return {**found, "rule": "sample", "confidence": 0.9}

    def agency(self, name: str, kind: str = "agency", system: str | None = None) -> str:
        id_ = ids.agency_id(name)
        chain = next((part for part in reversed(self.region) if name.startswith(part)), None)
        self.node("Agency", id_, name=name, kind=kind, short=name.removeprefix(chain or ""))
        if chain:
            self.edge("OF_REGION", id_, ids.region_id(self.region[: self.region.index(chain) + 1]))
        if system or "财政" in name:
            self.node("AgencySystem", ids.system_id(system or "财政"), name=system or "财政")
            self.edge("OF_SYSTEM", id_, ids.system_id(system or "财政"))
        return id_

    def task(self, number: str, domain: str, bodies: Bodies, heading: str) -> str:
        section, task = number.split("#")[0], ids.task_id(self.document, number)
        self.node("Section", ids.section_id(self.document, section), path=section, title=heading, **self.evidence())
        self.edge("PART_OF", ids.section_id(self.document, section), self.document)
        text = f"{heading}：条文。"
        self.node("Task", task, number=number, section=section, title=heading, text=text, **self.evidence())
        self.edge("PART_OF", task, ids.section_id(self.document, section))
        self.node(
            "PolicyDomain", ids.domain_id(domain), key=domain, name=DOMAINS[domain][0], name_en=DOMAINS[domain][1]
        )
        self.edge("IN_DOMAIN", task, ids.domain_id(domain), primary=True)
        for role, names in bodies.items():
            for name in names:
                id_ = self.agency(name, "group" if name.endswith("各市人民政府") else "agency")
                self.edge(ROLE_EDGES[role], id_, task, mention=name[-5:], **self.evidence())
        return task

    def duty(self, task: str, bodies: Bodies, kind: str, information: str, **more: Any) -> str:
        channels = more.pop("channels", ())
        count = sum(edge.source == task for edge in self.graph.of_type("REQUIRES")) + 1
        number = f"{task.split('/')[-1]}.{count}"
        id_ = ids.obligation_id(self.document, number)
        facts = {"number": number, "task": task, "kind": kind, "predicate": "公开", "text": f"公开{information}"}
        self.node("Obligation", id_, caption=information, information=[information], **facts, **more, **self.evidence())
        self.edge("REQUIRES", task, id_)
        facts = TYPES.get(information, {"name": information})
        self.node("InformationType", ids.information_id(facts["name"]), **facts)
        self.edge("DISCLOSES", id_, ids.information_id(facts["name"]), mention=information)
        for channel in channels:
            self.node("Channel", ids.channel_id(channel), name=channel, type="website")
            self.edge("PUBLISHES_VIA", id_, ids.channel_id(channel), mention=channel)
        for role, names in bodies.items():
            for name in names:
                self.edge("BEARS", ids.agency_id(name), id_, role=role)
        return id_

    def cites(self, number: str, task: str | None, held: bool) -> None:
        cited = ids.document_id(number)
        facts = {"document_class": "state_council_office", "level": "national", "issuer": "国务院办公厅", "year": 2017}
        self.node("Document", cited, number=number, caption=number, held=held, **({} if held else facts))
        for source in (self.document, task):
            if source:
                self.edge("CITES", source, cited, role="basis", text=f"《要点》（{number}）", **self.evidence())


def _cloud() -> _Notice:
    notice = _Notice(CLOUD, ["云岭省"], "province", 2017, "云岭省人民政府办公厅")
    both: Bodies = {"lead": ["云岭省财政厅", "云岭省发展和改革委员会"]}
    task = notice.task("1.1#1", "fiscal", both, "推进预期引导信息公开")
    notice.duty(task, both, "disclose", "全省财政收支情况", frequency="P1M", channels=["政府网站"])
    notice.duty(task, both, "interpret", "财政收支增减变化情况", timing=["timely"])
    notice.cites(CITED, task, held=False)
    green: Bodies = {"lead": ["云岭省环境保护厅"], "support": ["云岭省财政厅"]}
    task = notice.task("1.2#1", "environment", green, "推进环境保护信息公开")
    heir = notice.agency("云岭省生态环境厅")
    notice.edge("SUCCEEDED_BY", ids.agency_id("云岭省环境保护厅"), heir, on="2018-10-26")
    notice.duty(task, green, "disclose", "空气质量排名", frequency="P1M", channels=["部门网站"])
    may = {"deadline_text": "5月底前", "deadline_date": "2017-05-31"}
    notice.duty(task, green, "disclose", "督察整改情况", channels=["微博"], **may)
    farm: Bodies = {"responsible": ["云岭省农业委员会"]}
    task = notice.task("1.3#1", "agriculture", farm, "推进农业信息公开")
    notice.edge("SUCCEEDED_BY", ids.agency_id("云岭省农业委员会"), notice.agency("云岭省农业农村厅"), on="2018/2019")
    notice.duty(task, farm, "disclose", "农产品价格", frequency="P1W", channels=["微信", "微博"])
    task = notice.task("2.1#1", "platform", {}, "加强回应关切")
    soon = {"deadline_text": "最迟5小时内", "deadline_amount": 5, "deadline_unit": "hour"}
    notice.duty(task, {}, "respond", "重大舆情", **soon)
    notice.task("2.2#1", "platform", {}, "加强组织领导")
    return notice


def _jade() -> _Notice:
    notice = _Notice(JADE, ["碧川省"], "province", 2017, "碧川省人民政府办公厅")
    money: Bodies = {"responsible": ["碧川省财政厅"]}
    task = notice.task("1.1#1", "fiscal", money, "推进财政信息公开")
    notice.duty(task, money, "disclose", "全省财政收支情况", frequency="P1M", channels=["政府网站"])
    notice.duty(task, money, "disclose", "政府债务情况", frequency="P3M")
    farm: Bodies = {"lead": ["碧川省农业厅"]}
    task = notice.task("1.2#1", "agriculture", farm, "推进农业农村信息公开")
    notice.duty(task, farm, "disclose", "农产品价格", frequency="P1W", channels=["新闻发布会"])
    green: Bodies = {"responsible": ["碧川省环境保护厅", "碧川省各市人民政府"]}
    task = notice.task("2.1#1", "environment", green, "推进环境信息公开")
    notice.agency("清江水利委员会")
    june = {"deadline_text": "每年6月底前", "deadline_recurs": "--06-30", "frequency": "P1Y"}
    notice.duty(task, green, "disclose", "环境状况公报", **june)
    return notice


def _district() -> _Notice:
    region = ["云岭省", "青禾市", "南浦区"]
    notice = _Notice(DISTRICT, region, "county", 2018, "南浦区人民政府办公室")
    money: Bodies = {"lead": ["南浦区财政局"]}
    task = notice.task("1.1#1", "fiscal", money, "加强财政资金信息公开")
    notice.duty(task, money, "disclose", "专项资金分配结果", frequency="P3M", channels=["政府网站", "微信"])
    notice.cites(CLOUD, None, held=True)
    return notice
