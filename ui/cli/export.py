"""zwgk export: the graph as files that people take away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ui.cli import import_files
from ui.cli.console import LanguageOption, err, fail, language, out, sentences

if TYPE_CHECKING:
    from graph.files.stream import Stream
    from ui.files.notices import HeldNotice
    from ui.files.sheet import Sheet

app = typer.Typer(
    help="导出文件：任务分解表、目录、日历、开放数据、证据包。 Files to take away: task tables, catalogue, calendar, open data, evidence.",
    no_args_is_help=True,
)
app.command("import-files")(import_files.command)

Files = Annotated[
    list[Path] | None,
    typer.Argument(help="通知文件或文件夹；不给就从图里取 (notices or folders; none: from the graph)"),
]
Documents = Annotated[
    list[str] | None,
    typer.Option(
        "--document",
        "-d",
        help="图里的哪份通知：发文字号，可重复 (which notice of the graph, by its number; repeatable)",
    ),
]


class LayoutName(StrEnum):
    """The three layouts of a 任务分解表."""

    lead = "lead"
    limit = "limit"
    body = "body"


@app.command()
def tasks(
    files: Files = None,
    documents: Documents = None,
    layout: Annotated[
        LayoutName,
        typer.Option(
            "--layout",
            help="lead 牵头与责任单位；limit 责任单位与时限；body 每单位一张 (lead and responsible; time limits; one sheet a body)",
        ),
    ] = LayoutName.lead,
    output: Annotated[
        Path,
        typer.Option("--output", "-o", help="写到哪里：.xlsx、.docx 或 .csv (where to; the ending says which form)"),
    ] = Path("任务分解表.xlsx"),
    lang: LanguageOption = "zh",
) -> None:
    """任务分解表：XLSX、DOCX 或 CSV，每行带依据。 The tasks and who answers for them, each row with its source."""
    from ui.files.layouts import list_of_bodies, task_sheets

    _known(output, (".xlsx", ".docx", ".csv"))
    with _notices(files, documents) as notices:
        sheets = task_sheets(notices, layout.value)
    found = sheets
    if layout is LayoutName.body and output.suffix.lower() != ".csv":
        found = [list_of_bodies(sheets), *sheets]
    _write_sheets(found, output)
    rows = [row for sheet in sheets for _, row in sheet.banded()]
    doubtful = sum(bool(row.doubts) for row in rows)
    _said(
        output,
        f"{len(sheets)} 张表，{len(rows)} 行，其中 {doubtful} 行待核。",
        f"{len(sheets)} sheets, {len(rows)} rows, {doubtful} of them to be checked.",
        lang,
    )


@app.command()
def catalogue(
    files: Files = None,
    documents: Documents = None,
    output: Annotated[
        Path,
        typer.Option("--output", "-o", help="写到哪里：.xlsx、.docx 或 .csv (where to; the ending says which form)"),
    ] = Path("主动公开标准目录.xlsx"),
    lang: LanguageOption = "zh",
) -> None:
    """主动公开标准目录，十栏；通知没有说的写明未写明。 The catalogue of disclosure in ten columns; what is not said is left open."""
    from ui.files.catalogue import catalogue_sheets

    _known(output, (".xlsx", ".docx", ".csv"))
    with _notices(files, documents) as notices:
        sheets = catalogue_sheets(notices)
    _write_sheets(sheets, output)
    rows = sum(len(list(sheet.banded())) for sheet in sheets)
    _said(output, f"{len(sheets)} 张表，{rows} 项。", f"{len(sheets)} sheets, {rows} items.", lang)


@app.command()
def calendar(
    files: Files = None,
    documents: Documents = None,
    agencies: Annotated[
        list[str] | None,
        typer.Option("--agency", "-a", help="只要这个机构的，可重复 (only the duties of this body; repeatable)"),
    ] = None,
    count_from: Annotated[
        datetime | None,
        typer.Option(
            "--count-from",
            formats=["%Y-%m-%d"],
            help="若干日内从哪天算起 (the day that “within N days” is counted from)",
        ),
    ] = None,
    until: Annotated[
        datetime | None, typer.Option("--until", formats=["%Y-%m-%d"], help="循环到哪天为止 (where recurrences end)")
    ] = None,
    output: Annotated[Path, typer.Option("--output", "-o", help="写到哪里 (where to)")] = Path("政务公开.ics"),
    lang: LanguageOption = "zh",
) -> None:
    """日历 (ICS)：有日期的和按期的义务；等待事件的写成待办。 Dated and recurring duties as a calendar; others as to-dos."""
    from ui.files.calendar import Wishes, write_ics

    _known(output, (".ics",))
    wishes = Wishes(tuple(agencies or ()), count_from.date() if count_from else None, until.date() if until else None)
    with _notices(files, documents) as notices, _writing(output):
        written, left = write_ics(notices, output, wishes)
    dated = sum(entry.on is not None for entry in written)
    waiting = len(written) - dated
    _said(
        output,
        f"{dated} 项有日期或按期，{waiting} 项待办（等待事件）；未写入：{left.soft} 项只说及时、定期等，{left.timeless} 项没有时间要求。",
        f"{dated} dated or recurring, {waiting} to-dos that wait for an event; left out: {left.soft} with soft terms only, "
        f"{left.timeless} without any time.",
        lang,
    )
    for line in left.unknown:
        err.print(line, style="yellow", markup=False)
    if agencies and not written and not left.soft and not left.timeless:
        fail(f"没有“{'、'.join(agencies)}”的义务；用全称或原文的称谓 (no duty of that body; use its full name)")


@app.command()
def pack(
    question: Annotated[str, typer.Argument(help="问题，中文或英文 (a question, Chinese or English)")],
    output: Annotated[Path, typer.Option("--output", "-o", help="写到哪里 (where to)")] = Path("证据包.zip"),
    limit: Annotated[int, typer.Option("--limit", min=1, help="最多几行 (rows at most)")] = 200,
    lang: LanguageOption = "zh",
) -> None:
    """一个答案的证据包 (ZIP)：各行、条文、来源及校验和、查询、可打印的报告。 The evidence of an answer, for others to check."""
    from graph.store import connect
    from ui.files.pack import NothingToPack, write_pack

    _known(output, (".zip",))
    try:
        with sentences(), connect("reader") as store, _writing(output):
            packed = write_pack(store, question, output, language(lang), limit)
    except NothingToPack as error:
        fail(str(error))
    _said(
        output,
        f"{packed.rows} 行，{packed.clauses} 条条文，{packed.sources} 份来源；{packed.wrong} 条与来源不符。",
        f"{packed.rows} rows, {packed.clauses} clauses, {packed.sources} sources; {packed.wrong} clauses differ from their source.",
        lang,
    )


_FORMS = {
    "graphml": ("GraphML，Gephi 可用。 The graph as GraphML, for Gephi.", "图谱.graphml"),
    "csv": ("CSV：nodes.csv 和 edges.csv，供程序读。 Nodes and edges as CSV, for programs.", "图谱-csv"),
    "parquet": ("Parquet：nodes.parquet 和 edges.parquet。 Nodes and edges as Parquet.", "图谱-parquet"),
    "turtle": (
        "RDF，Turtle；用词见 docs/vocabulary.ttl。 RDF as Turtle; docs/vocabulary.ttl has the terms.",
        "图谱.ttl",
    ),
    "jsonld": ("JSON-LD 形式的 RDF，与 Turtle 同一组三元组。 The graph as JSON-LD.", "图谱.jsonld"),
    "cypher": ("Cypher 脚本，可导入别的图数据库。 A Cypher script for another graph database.", "图谱.cypher"),
}


def _open_data(kind: str) -> Callable[..., None]:
    """The command that writes the graph in one open format."""

    def command(
        files: Files = None,
        output: Annotated[
            Path,
            typer.Option(
                "--output", "-o", help="写到哪里；csv 和 parquet 是文件夹 (where to; a folder for csv and parquet)"
            ),
        ] = Path(_FORMS[kind][1]),
        lang: LanguageOption = "zh",
    ) -> None:
        from graph.files.graphml import write_graphml
        from graph.files.rdf import write_jsonld, write_turtle
        from graph.files.script import write_cypher
        from graph.files.tables import write_csv_tables, write_parquet

        writers = {
            "graphml": write_graphml,
            "csv": write_csv_tables,
            "parquet": write_parquet,
            "turtle": write_turtle,
            "jsonld": write_jsonld,
            "cypher": write_cypher,
        }
        with _stream(files) as stream, _writing(output):
            counts = writers[kind](stream, output)
        zh = f"{counts.nodes} 个节点，{counts.edges} 条关系。"
        _said(output, zh, f"{counts.nodes} nodes, {counts.edges} relationships.", lang)

    return command


for _kind, (_help, _) in _FORMS.items():
    app.command(_kind, help=_help)(_open_data(_kind))


@contextmanager
def _stream(files: list[Path] | None) -> Iterator[Stream]:
    """All of the store, read as it is written; or the graph of `files`."""
    from graph.files.stream import GraphStream
    from graph.values import Graph

    if files:
        found = Graph()
        with _notices(files, None) as notices:
            for notice in notices:
                found.update(notice.graph)
        yield GraphStream(found)
        return
    from graph.store import connect

    with sentences(), connect("reader") as store:
        yield store


def _known(output: Path, endings: tuple[str, ...]) -> None:
    if output.suffix.lower() not in endings:
        fail(
            f"不会写 {output.suffix or output.name}；可用 {'、'.join(endings)} (cannot write that; use one of these endings)"
        )


def _write_sheets(sheets: list[Sheet], output: Path) -> None:
    """The form follows the ending."""
    from ui.files.csv_sheets import write_sheets_csv
    from ui.files.docx import write_docx
    from ui.files.xlsx import write_xlsx

    writers = {".xlsx": write_xlsx, ".docx": write_docx, ".csv": write_sheets_csv}
    with _writing(output):
        writers[output.suffix.lower()](sheets, output)


@contextmanager
def _writing(output: Path) -> Iterator[None]:
    """A file that cannot be written ends the command as a sentence."""
    try:
        yield
    except OSError as error:
        fail(f"写不了 {output}：{error.strerror or error} (cannot write)")


def _said(output: Path, zh: str, en: str, lang: str) -> None:
    """What was written, and where."""
    told = zh if language(lang) == "zh" else en
    head = "已写入" if language(lang) == "zh" else "Written:"
    out.print(f"{head} {output}  {told}", markup=False, soft_wrap=True)


@contextmanager
def _notices(files: list[Path] | None, documents: list[str] | None) -> Iterator[list[HeldNotice]]:
    """The notices of `files`, or those of the graph; at least one, or the command ends with a sentence."""
    from ui.files.notices import NotHeld, from_files, from_store

    if files and documents:
        fail("文件和 --document 只能给一样 (give either files or --document)")
    with sentences():
        if files:
            found, issues = from_files(files)
            for issue in issues:
                err.print(f"{issue.where}: {issue.what} → {issue.mend}", style="red", markup=False)
        else:
            from graph.store import connect

            try:
                with connect("reader") as store:
                    found = list(from_store(store, documents or ()))
            except NotHeld as error:
                fail(str(error))
    if not found:
        fail("没有通知：先用 zwgk build 建图谱，或给出文件 (no notice: build a graph first, or name files)")
    yield found
