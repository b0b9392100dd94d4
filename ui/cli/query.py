"""zwgk query: the saved queries, ours and the user's own, and typed Cypher."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ui.cli.console import LanguageOption, err, fail, language, out, save_csv, sentences

if TYPE_CHECKING:
    from graph.values import Graph, Table
    from queries.saved import SavedQuery
    from ui.wording import Language

app = typer.Typer(help="保存的查询。 The saved queries.", no_args_is_help=True)

Name = Annotated[str, typer.Argument(help="如 agency/duties (such as agency/duties)")]
Limit = Annotated[int, typer.Option("--limit", min=1, help="最多几行 (rows at most)")]
Timeout = Annotated[float, typer.Option("--timeout", min=0.1, help="最多几秒 (seconds at most)")]


@app.command("list")
def list_(lang: LanguageOption = "zh") -> None:
    """按组列出全部查询，连同自己写的。 All saved queries, by group, with one's own."""
    from rich.table import Table

    spoken = language(lang)
    table = Table(box=None, show_header=False, pad_edge=False)
    for query in _all().values():
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
    name: Annotated[str | None, typer.Argument(help="如 agency/duties (such as agency/duties)")] = None,
    parameters: Annotated[
        list[str] | None, typer.Option("--param", "-p", help="名=值，可重复，多值用逗号 (name=value, repeatable)")
    ] = None,
    cypher: Annotated[
        str | None, typer.Option("--cypher", help="自己的 Cypher，- 从标准输入读 (your own Cypher; - reads it)")
    ] = None,
    limit: Limit = 200,
    timeout: Timeout = 30.0,
    csv: Annotated[Path | None, typer.Option("--csv", help="也写成 CSV (write the rows as CSV too)")] = None,
    lang: LanguageOption = "zh",
) -> None:
    """运行一个查询，或自己写的 Cypher（只读）。 Run a saved query, or Cypher of your own (read-only)."""
    from graph.store import connect
    from queries.runner import run as run_query
    from queries.typed import run_typed, typed_query, typed_value

    if (name is None) == (cypher is None):
        fail("给一个查询的名字，或 --cypher，二者取一 (a query's name or --cypher, one of the two)")
    given = dict(_pair(text) for text in parameters or ())
    with sentences(), connect("reader") as store:
        if cypher is not None:
            text = sys.stdin.read() if cypher == "-" else cypher
            found = run_typed(store, text, {k: typed_value(v) for k, v in given.items()}, limit=limit, timeout=timeout)
            query = None
        else:
            query = _query(str(name))
            found = run_query(store, query, given, limit=limit, timeout=timeout)
    if query is None and not hasattr(found, "nodes"):
        query = typed_query(found)
    _show(query, found, csv, language(lang))


def _show(query: SavedQuery | None, found: Table | Graph, csv: Path | None, lang: Language) -> None:
    from graph.values import Graph
    from ui.cli.show import show_graph, show_table

    if isinstance(found, Graph):
        show_graph(found, lang)
        return
    assert query is not None
    show_table(query, found, lang)
    if csv:
        save_csv(query, found, csv, lang)
    if not found.rows:
        out.print("没有结果。" if lang == "zh" else "Nothing found.")


@app.command()
def new(
    name: Annotated[str, typer.Argument(help="如 mine/quarterly (group/name)")],
    source: Annotated[str | None, typer.Option("--from", help="从哪个查询抄起 (start from this query)")] = None,
) -> None:
    """新写一个自己的查询。 Make a query of your own."""
    from queries.own import new_query

    with sentences():
        file = new_query(name, source)
    out.print(str(file), markup=False, soft_wrap=True)


@app.command()
def edit(name: Annotated[str, typer.Argument(help="如 mine/quarterly (group/name)")]) -> None:
    """用 $VISUAL 或 $EDITOR 改自己的查询，然后检查。 Edit a query of your own, then check it."""
    from queries.own import own_file

    with sentences():
        file = own_file(name)
    if not file.exists():
        fail(f"没有 {file}；zwgk query new {name} 新写一个 (there is none; zwgk query new makes it)")
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not editor:
        fail(f"设 VISUAL 或 EDITOR，或直接改 {file} (set VISUAL or EDITOR, or edit the file)")
    if subprocess.run([*shlex.split(editor), str(file)], check=False).returncode:
        fail(f"{editor} 没有正常结束 (the editor failed)")
    check(name)


@app.command()
def check(
    name: Annotated[str | None, typer.Argument(help="默认检查全部自己的查询 (all of your own by default)")] = None,
) -> None:
    """检查自己的查询：文件头、参数、列，并把例子运行一遍。 Check your own queries: header, parameters, columns, examples."""
    from graph.store import connect
    from queries.catalogue import load_catalogue
    from queries.own import check_query, load_all, own_file

    with sentences():
        catalogue, wrong = load_all()
        file = own_file(name) if name else None
        wrong = [one for one in wrong if file in (None, one.file)]
        own = [one for one in catalogue.values() if one.id not in load_catalogue() and name in (None, one.id)]
        if name and not own and not wrong:
            fail(f"没有 {name} (there is none)")
        told = [str(one) for one in wrong]
        if own:
            with connect("reader") as store:
                told += [f"{one.id}: {problem}" for one in own for problem in check_query(store, one)]
    for problem in told:
        err.print(problem, style="red", markup=False, soft_wrap=True)
    for query in own:
        if not any(problem.startswith(f"{query.id}:") for problem in told):
            out.print(f"{query.id} ✓", markup=False)
    if told:
        raise typer.Exit(1)


def _all() -> dict[str, SavedQuery]:
    from queries.own import load_all

    catalogue, wrong = load_all()
    for error in wrong:
        err.print(str(error), style="yellow", markup=False, soft_wrap=True)
    return dict(catalogue)


def _query(name: str) -> SavedQuery:
    found = _all().get(name)
    if found is None:
        fail(f"没有名为 {name} 的查询；zwgk query list 列出全部 (no such query; see zwgk query list)")
    return found


def _pair(text: str) -> tuple[str, str]:
    name, mark, value = text.partition("=")
    if not mark:
        fail(f"参数写作 名=值，不是 {text} (a parameter is name=value)")
    return name.strip(), value.strip()
