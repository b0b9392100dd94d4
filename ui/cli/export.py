"""zwgk export: the graph as files that people take away."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ui.cli.console import LanguageOption, err, fail, language, out, sentences

if TYPE_CHECKING:
    from ui.files.notices import HeldNotice
    from ui.files.sheet import Sheet

app = typer.Typer(
    help="导出文件：任务分解表、目录、日历、开放数据、证据包。 Files to take away: task tables, catalogue, calendar, open data, evidence.",
    no_args_is_help=True,
)

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
