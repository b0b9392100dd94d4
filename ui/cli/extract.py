"""zwgk extract: what one file says, without a graph."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from ui.cli.console import err, sentences


class Format(StrEnum):
    """`json`: the guide's machine-readable form; `text`: the source text that its offsets refer to."""

    json = "json"
    text = "text"


def command(
    paths: Annotated[list[Path], typer.Argument(help="通知文件或文件夹 (notices, or folders of them)")],
    form: Annotated[Format, typer.Option("--format", "-f", help="json 或 text")] = Format.json,
) -> None:
    """打印一份通知中的全部任务、机构、义务 (JSON)。 Print what a notice holds, as JSON; one object a document."""
    from loaders.build import read_notices
    from loaders.document_json import document_json
    from loaders.resolve.copies import group_copies

    with sentences():
        notices, issues = read_notices(paths)
    for issue in issues:
        err.print(f"{issue.where}: {issue.what} → {issue.mend}", style="red", markup=False)
    if form is Format.text:
        for notice in notices:
            typer.echo(notice.copy.text, nl=False)
    else:
        groups = group_copies(notices)
        for group in groups:
            typer.echo(json.dumps(document_json(group), ensure_ascii=False, indent=2 if len(groups) == 1 else None))
    if not notices:
        raise typer.Exit(1)
