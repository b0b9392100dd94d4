"""The page docs/queries.md, made from the headers of the saved queries. `python -m queries.docs` writes it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from queries.catalogue import Catalogue, load_catalogue
from queries.header import EVIDENCE
from queries.saved import LIMIT_HERE, Parameter, SavedQuery

PAGE = Path(__file__).parent.parent / "docs" / "queries.md"

GROUPS = {
    "agency": ("机构", "agency"),
    "channel": ("渠道", "channel"),
    "comparison": ("比较", "comparison"),
    "document": ("文件", "document"),
    "domain": ("政策领域", "policy domain"),
    "information": ("公开内容", "information"),
    "node": ("节点", "node"),
    "quality": ("质量", "quality"),
    "structure": ("结构", "structure"),
    "time": ("时间", "time"),
}

_HEAD = """# 查询 · Saved queries

本页由 `queries/` 里各查询的文件头生成（`python -m queries.docs`），请勿手改。
This page is made from the headers in `queries/`; change those and run `python -m queries.docs`.

方括号里的部分，没有值时不说。 What stands in [ ] is left out where it has no value.
“依据”诸列 · the evidence columns: {evidence}.
查询里的 `{limit}` 是注释：运行时换成所要的行数，只为这些行找机构和渠道；别处原样可用。
`{limit}` in a query is a comment: `zwgk` puts the number of rows wanted there; elsewhere the text runs as it is.
"""


def render_page(catalogue: Catalogue) -> str:
    """The whole page as Markdown."""
    parts = [_HEAD.format(evidence=", ".join(f"`{name}`" for name in EVIDENCE), limit=LIMIT_HERE)]
    for group, queries in catalogue.groups().items():
        zh, en = GROUPS.get(group, (group, group))
        parts.append(f"## {zh} · {en}\n")
        parts.extend("\n".join(_query(query)) for query in queries)
    return "\n".join(parts)


def _query(query: SavedQuery) -> Iterator[str]:
    yield f"### `{query.id}`\n"
    yield f"**{query.question.zh}** · {query.question.en}\n"
    yield f"{query.description.zh}\n{query.description.en}\n"
    if query.parameters:
        yield "| 参数 parameter | 类型 type | 含义 meaning | 值 values |\n|---|---|---|---|"
        yield from (_parameter(parameter) for parameter in query.parameters)
        yield ""
    columns = [f"`{column.name}`" for column in query.columns if column.name not in EVIDENCE]
    evidence = [column.name for column in query.columns if column.name in EVIDENCE]
    if columns or evidence:
        told = "依据 evidence" if len(evidence) == len(EVIDENCE) else ", ".join(f"`{name}`" for name in evidence)
        yield "列 columns: " + ", ".join([*columns, told] if told else columns) + "\n"
    yield from (f"例 example: `{example}`\n" for example in query.examples)
    yield f"```cypher\n{query.cypher}```\n"


def _parameter(parameter: Parameter) -> str:
    need = "必填 required" if parameter.required else ""
    default = f"默认 default `{parameter.default}`" if parameter.default is not None else ""
    values = ", ".join(f"`{choice.value}` {choice.text.zh}" for choice in parameter.values)
    told = "; ".join(part for part in (need, default, values) if part)
    return f"| `{parameter.name}` | {parameter.type} | {parameter.text.zh} · {parameter.text.en} | {told} |"


if __name__ == "__main__":
    PAGE.write_text(render_page(load_catalogue()), encoding="utf-8")
