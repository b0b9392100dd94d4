"""zwgk query: the saved queries."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ui.cli.console import LanguageOption, fail, language, out, save_csv, sentences

app = typer.Typer(help="保存的查询。 The saved queries.", no_args_is_help=True)

Name = Annotated[str, typer.Argument(help="如 agency/duties (such as agency/duties)")]


@app.command("list")
def list_(lang: LanguageOption = "zh") -> None:
    """按组列出全部查询。 All saved queries, by group."""
    from rich.table import Table

    from queries.catalogue import load_catalogue

    spoken = language(lang)
    table = Table(box=None, show_header=False, pad_edge=False)
    for query in load_catalogue().values():
        table.add_row(query.id, query.description.of(spoken))
    out.print(table)


@app.command()
def show(name: Name, lang: LanguageOption = "zh") -> None:
    """问题、参数、列和 Cypher。 A query's question, parameters, columns and Cypher."""
    query = _query(name)
    spoken = language(lang)
    out.print(query.question.of(spoken), style="bold", markup=False)
    out.print(query.description.of(spoken), markup=False)
    for parameter in query.parameters:
        need = ("必填" if spoken == "zh" else "required") if parameter.required else f"= {parameter.default}"
        values = "、".join(f"{c.value}（{c.text.of(spoken)}）" for c in parameter.values)
        out.print(f"  {parameter.name} ({parameter.type}, {need}) {parameter.text.of(spoken)} {values}", markup=False)
    out.print(query.cypher, style="dim", markup=False)


@app.command()
def run(
    name: Name,
    parameters: Annotated[
        list[str] | None, typer.Option("--param", "-p", help="名=值，可重复，多值用逗号 (name=value, repeatable)")
    ] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="最多几行 (rows at most)")] = 200,
    csv: Annotated[Path | None, typer.Option("--csv", help="也写成 CSV (write the rows as CSV too)")] = None,
    lang: LanguageOption = "zh",
) -> None:
    """运行一个查询。 Run a saved query with values."""
    from graph.store import connect
    from graph.values import Graph
    from queries.runner import run as run_query
    from ui.cli.show import show_graph, show_table

    query = _query(name)
    values = dict(_pair(text) for text in parameters or ())
    with sentences(), connect("reader") as store:
        found = run_query(store, query, values, limit=limit)
    if isinstance(found, Graph):
        show_graph(found, language(lang))
        return
    show_table(query, found, language(lang))
    if csv:
        save_csv(query, found, csv, language(lang))
    if not found.rows:
        out.print("没有结果。" if language(lang) == "zh" else "Nothing found.")


def _query(name: str):  # type: ignore[no-untyped-def]
    from queries.catalogue import load_catalogue

    catalogue = load_catalogue()
    if name not in catalogue:
        fail(f"没有名为 {name} 的查询；zwgk query list 列出全部 (no such query; see zwgk query list)")
    return catalogue[name]


def _pair(text: str) -> tuple[str, str]:
    name, mark, value = text.partition("=")
    if not mark:
        fail(f"参数写作 名=值，不是 {text} (a parameter is name=value)")
    return name.strip(), value.strip()
