"""What all commands share: the console, errors as sentences, the language."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer
from rich.console import Console

from ui.wording import Language

if TYPE_CHECKING:
    from graph.values import Table
    from queries.saved import SavedQuery

out = Console(highlight=False, soft_wrap=False)
err = Console(stderr=True, highlight=False)


LanguageOption = Annotated[
    str, typer.Option("--lang", "-l", envvar="ZWGK_LANG", help="界面语言 zh 或 en (language of the output)")
]


def language(value: str) -> Language:
    """zh unless `value` begins with en."""
    return "en" if value.lower().startswith("en") else "zh"


def spoken(lang: str, zh: str, en: str) -> str:
    """The one of the two that the language option asks for."""
    return zh if language(lang) == "zh" else en


def fail(what: str) -> NoReturn:
    """End the command with a sentence on standard error and exit code 1."""
    err.print(what, style="red", markup=False)
    raise typer.Exit(1)


def save_csv(query: SavedQuery, table: Table, path: Path, lang: Language) -> None:
    """Write an answer's rows beside showing them."""
    from ui.answers import answers
    from ui.files.rows import write_csv

    try:
        write_csv(answers(query, table, lang), path, lang)
    except OSError as error:
        fail(f"写不了 {path}：{error.strerror} (cannot write)")


@contextmanager
def sentences() -> Iterator[None]:
    """Errors that are for the user end the command as a sentence, never as a traceback."""
    from graph.errors import StoreError
    from loaders.errors import ReadError
    from queries.errors import QueryError as SavedQueryError

    try:
        yield
    except ReadError as error:
        fail(f"{error}\n{error.mend}")
    except (StoreError, SavedQueryError) as error:
        fail(str(error))
