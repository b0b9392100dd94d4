"""Node labels and relationship types, declared once.

Constraints, MERGE text, validation, the legend and the schema page are made from `NODE_TYPES` and `EDGE_TYPES`.
Colours are Okabe-Ito; a shape says the kind a second time.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PropertyKind = Literal["string", "strings", "integer", "float", "boolean"]


@dataclass(frozen=True)
class Property:
    """One property of a node or an edge, with its caption in both languages. Dates are ISO strings.

    `gathered` names the type of the edges that lead to the node: the list holds their `mention`s from all notices,
    and the store keeps it so."""

    name: str
    zh: str
    en: str
    kind: PropertyKind = "string"
    required: bool = False
    gathered: str | None = None


@dataclass(frozen=True)
class NodeType:
    """`caption` names the property shown as the node's text. `owned` nodes belong to one document and go with it;
    the others are shared by all notices. `indexed` properties get an index beside the key."""

    label: str
    zh: str
    en: str
    caption: str
    colour: str
    shape: str
    properties: tuple[Property, ...]
    owned: bool = False
    indexed: tuple[str, ...] = ()


@dataclass(frozen=True)
class EdgeType:
    """A relationship type with the label pairs it may join. `derived` edges follow from the name of their source, so
    that every notice that holds the source states them all, and one that it does not state is out of date."""

    type: str
    zh: str
    en: str
    ends: tuple[tuple[str, str], ...]
    properties: tuple[Property, ...] = ()
    derived: bool = False


KEY = "id"
"""Every node of every label is keyed by this property."""

OWNER = "document"
"""The property of an owned node (and of every edge read from a notice) that holds the id of its Document."""

EVIDENCE = (
    Property("copy", "副本", "copy"),
    Property("start", "起", "start", "integer"),
    Property("end", "止", "end", "integer"),
    Property("rule", "规则", "rule"),
    Property("confidence", "可信度", "confidence", "float"),
)
"""Where in which copy a finding stands: 0-based code points [start, end) of the copy's text."""

CORRECTED = (
    Property("corrected_by", "更正人", "corrected by"),
    Property("corrected_on", "更正时间", "corrected on"),
)
"""Who changed a finding by hand, and when (ISO 8601); `reason` then holds why."""

_OWNED = (Property("document", "文件", "document", required=True), *EVIDENCE)
_WHY = Property("reason", "判定理由", "reason")
_CLAIM = (Property("document", "文件", "document"), *EVIDENCE)
_NAME = Property("name", "名称", "name", required=True)

NODE_TYPES: tuple[NodeType, ...] = (
    NodeType(
        "Document",
        "文件",
        "document",
        caption="caption",
        colour="#6B7280",
        shape="page",
        indexed=("number",),
        properties=(
            Property("caption", "简称", "caption", required=True),
            Property("number", "发文字号", "number"),
            Property("title", "标题", "title"),
            Property("document_class", "发文类别", "class"),
            Property("issuer", "发文机关", "issuer"),
            Property("issued_on", "成文日期", "issued on"),
            Property("region", "行政区域", "region", "strings"),
            Property("level", "层级", "level"),
            Property("instrument", "所发文件", "instrument"),
            Property("instrument_year", "年度", "year", "integer"),
            Property("year", "发文年份", "year issued", "integer"),
            Property("addressees", "主送机关", "addressees", "strings"),
            Property("held", "已收录", "held", "boolean", required=True),
            Property("fingerprint", "指纹", "fingerprint"),
        ),
    ),
    NodeType(
        "Copy",
        "副本",
        "copy",
        caption="source",
        colour="#6B7280",
        shape="page",
        owned=True,
        indexed=("document",),
        properties=(
            Property("document", "文件", "document", required=True),
            Property("source", "来源", "source", required=True),
            Property("sha256", "校验和", "sha256", required=True),
            Property("script", "字体", "script"),
            Property("published_on", "发布日期", "published on"),
            Property("url", "网址", "url"),
            Property("text", "原文", "text"),
            Property("primary", "主副本", "primary", "boolean"),
        ),
    ),
    NodeType(
        "Section",
        "章节",
        "section",
        caption="title",
        colour="#6B7280",
        shape="page",
        owned=True,
        indexed=("document",),
        properties=(Property("path", "编号", "path", required=True), Property("title", "标题", "title"), *_OWNED),
    ),
    NodeType(
        "Task",
        "任务",
        "task",
        caption="title",
        colour="#E69F00",
        shape="box",
        owned=True,
        indexed=("document",),
        properties=(
            Property("number", "编号", "number", required=True),
            Property("section", "章节", "section"),
            Property("title", "标题", "title"),
            Property("text", "原文", "text"),
            Property("et_al", "另有部门", "et al", "boolean"),
            *_OWNED,
        ),
    ),
    NodeType(
        "Obligation",
        "义务",
        "obligation",
        caption="caption",
        colour="#D55E00",
        shape="diamond",
        owned=True,
        indexed=("document", "frequency", "kind", "deadline_date"),
        properties=(
            Property("caption", "简称", "caption", required=True),
            Property("number", "编号", "number", required=True),
            Property("task", "任务", "task", required=True),
            Property("kind", "类别", "kind", required=True),
            Property("predicate", "谓词", "predicate"),
            Property("text", "条文", "clause"),
            Property("information", "内容", "information", "strings"),
            Property("frequency", "频率", "frequency"),
            Property("times", "次数", "times", "integer"),
            Property("timing", "时效", "timing", "strings"),
            Property("trigger", "触发", "trigger"),
            Property("deadline_text", "期限", "deadline"),
            Property("deadline_date", "期限日", "deadline date"),
            Property("deadline_recurs", "每年期限", "recurring deadline"),
            Property("deadline_amount", "期限数", "deadline amount", "integer"),
            Property("deadline_unit", "期限单位", "deadline unit"),
            Property("deadline_from", "起算", "deadline counted from"),
            Property("deadline_event", "期限事件", "deadline event"),
            Property("bearers", "责任主体", "bearers", "strings"),
            _WHY,
            *CORRECTED,
            *_OWNED,
        ),
    ),
    NodeType(
        "Agency",
        "机构",
        "agency",
        caption="name",
        colour="#0072B2",
        shape="roundbox",
        indexed=("name",),
        properties=(
            _NAME,
            Property("kind", "类型", "kind", required=True),
            Property("short", "简称", "short name"),
            Property("aliases", "别称", "aliases", "strings"),
        ),
    ),
    NodeType(
        "Region",
        "地区",
        "region",
        caption="name",
        colour="#8C6D46",
        shape="ellipse",
        indexed=("name",),
        properties=(_NAME, Property("level", "层级", "level"), Property("code", "区划代码", "code")),
    ),
    NodeType(
        "PolicyDomain",
        "政策领域",
        "policy domain",
        caption="name",
        colour="#CC79A7",
        shape="hexagon",
        indexed=("key",),
        properties=(
            _NAME,
            Property("key", "代号", "key", required=True),
            Property("name_en", "英文名", "English name"),
        ),
    ),
    NodeType(
        "InformationType",
        "信息类别",
        "information type",
        caption="name",
        colour="#009E73",
        shape="ellipse",
        indexed=("name",),
        properties=(
            _NAME,
            Property("name_en", "英文名", "English name"),
            Property("domain", "政策领域", "policy domain"),
            Property("forms", "词表写法", "forms of the word list", "strings"),
            Property("aliases", "原文写法", "forms met", "strings", gathered="DISCLOSES"),
        ),
    ),
    NodeType(
        "Channel",
        "渠道",
        "channel",
        caption="name",
        colour="#56B4E9",
        shape="triangle",
        indexed=("name",),
        properties=(_NAME, Property("type", "类型", "type")),
    ),
    NodeType(
        "AgencySystem",
        "系统",
        "agency system",
        caption="name",
        colour="#0072B2",
        shape="hexagon",
        indexed=("name",),
        properties=(_NAME,),
    ),
)

_ROLE = (
    Property("mention", "原文称谓", "mention"),
    Property("repaired", "已补正", "repaired", "boolean"),
    _WHY,
    *CORRECTED,
)

EDGE_TYPES: tuple[EdgeType, ...] = (
    EdgeType("LEADS", "牵头", "leads", (("Agency", "Task"),), (*_ROLE, *_CLAIM)),
    EdgeType("RESPONSIBLE_FOR", "负责", "is responsible for", (("Agency", "Task"),), (*_ROLE, *_CLAIM)),
    EdgeType("SUPPORTS", "配合", "supports", (("Agency", "Task"),), (*_ROLE, *_CLAIM)),
    EdgeType(
        "BEARS",
        "承担",
        "bears",
        (("Agency", "Obligation"),),
        (
            Property("role", "角色", "role", required=True),
            Property("mention", "原文称谓", "mention"),
            _WHY,
            *CORRECTED,
            *_CLAIM,
        ),
    ),
    EdgeType("REQUIRES", "要求", "requires", (("Task", "Obligation"),), _CLAIM),
    EdgeType(
        "DISCLOSES",
        "公开内容",
        "discloses",
        (("Obligation", "InformationType"),),
        (Property("mention", "原文", "mention"), Property("reason", "归入理由", "why of this type"), *_CLAIM),
    ),
    EdgeType(
        "PUBLISHES_VIA",
        "公开渠道",
        "publishes via",
        (("Obligation", "Channel"),),
        (Property("mention", "原文", "mention"), *_CLAIM),
    ),
    EdgeType(
        "IN_DOMAIN",
        "所属领域",
        "in domain",
        (("Task", "PolicyDomain"),),
        (Property("primary", "主领域", "primary", "boolean"), _WHY, *CORRECTED, *_CLAIM),
    ),
    EdgeType(
        "CITES",
        "引用",
        "cites",
        (("Document", "Document"), ("Task", "Document")),
        (Property("role", "作用", "role"), Property("text", "原文", "text"), *_CLAIM),
    ),
    EdgeType("ISSUED_BY", "发文机关", "issued by", (("Document", "Agency"),), _CLAIM),
    EdgeType("COPY_OF", "副本", "copy of", (("Copy", "Document"),), (Property("document", "文件", "document"),)),
    EdgeType(
        "PART_OF",
        "属于",
        "part of",
        (("Section", "Section"), ("Section", "Document"), ("Task", "Section"), ("Task", "Document")),
        _CLAIM,
    ),
    EdgeType("OF_REGION", "所在地区", "of region", (("Agency", "Region"),), derived=True),
    EdgeType("WITHIN", "隶属", "within", (("Region", "Region"),)),
    EdgeType("OF_SYSTEM", "所属系统", "of system", (("Agency", "AgencySystem"),)),
    EdgeType(
        "SUCCEEDED_BY",
        "职能并入",
        "succeeded by",
        (("Agency", "Agency"), ("Region", "Region")),
        # a day, a year, or an interval of these (2018/2019): how closely the date of the reform is known; of a region the
        # year in which its renaming, raising or merging was approved
        (Property("on", "日期", "on"),),
        derived=True,
    ),
)

NODES = {node_type.label: node_type for node_type in NODE_TYPES}
EDGES = {edge_type.type: edge_type for edge_type in EDGE_TYPES}

ROLE_EDGES = {"lead": "LEADS", "responsible": "RESPONSIBLE_FOR", "support": "SUPPORTS"}
"""The relationship type of each role that a responsibility clause can give."""
