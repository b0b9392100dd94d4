"""zwgk diff: where copies of one document differ, and what that means for what is found in them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from ui import differences
from ui.cli.console import LanguageOption, fail, language, out, sentences
from ui.wording import Language, Words, pick

if TYPE_CHECKING:
    from loaders.differences import Comparison, Difference, Place
    from loaders.finding_differences import FindingDifference
    from loaders.records import Notice

_SAY: Words = {
    "paragraph": ("第 {} 段 ↔ 第 {} 段", "paragraph {} ↔ {}"),
    "elsewhere": ("由别处而来的不同：", "Differences that follow from another place:"),
    "nothing": ("不影响任务、机构、义务", "no task, body or duty differs"),
    "text": (
        "文号、标题、日期对不上，按文字认作同一文件。",
        "Number, title and date do not tell; recognised by the text.",
    ),
}


def command(
    copies: Annotated[
        list[str],
        typer.Argument(
            help="两份文件；或一个文号（可接文件、文件夹，不接则取图谱中的副本） (two files; or a document number, then files or folders, none for the store's copies)"
        ),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="打印 JSON (print JSON)")] = False,
    lang: LanguageOption = "zh",
) -> None:
    """同一文件的副本逐处对照：哪里不同，对任务、机构、义务有何影响。 Where copies of a document differ, and what for; exit 0 same, 1 different, 2 error."""
    from loaders.comparison_json import comparison_json
    from loaders.differences import compare

    try:
        with sentences():
            first, *others = _copies(copies)
            comparisons = [compare(first, other) for other in others]
    except typer.Exit as ended:
        raise typer.Exit(2) from ended
    same = all(comparison.same for comparison in comparisons)
    if as_json:
        value = {"same": same, "comparisons": [comparison_json(comparison) for comparison in comparisons]}
        typer.echo(json.dumps(value, ensure_ascii=False, indent=1))
    else:
        for comparison in comparisons:
            _show(comparison, language(lang))
    if not same:
        raise typer.Exit(1)


def _copies(words: list[str]) -> list[Notice]:
    """What the words on the command line mean: paths where there are such, one number or title."""
    from graph.store import connect
    from loaders.find_copies import copies_in_files, copies_in_store

    paths = [Path(word) for word in words if Path(word).exists()]
    names = [word for word in words if not Path(word).exists()]
    if len(names) > 1 or (names and words[0] != names[0]):
        fail(f"没有这个文件 (no such file): {names[-1]}")
    if paths:
        return copies_in_files(paths, names[0] if names else None)
    with connect("reader") as store:
        return copies_in_store(store, names[0])


def _show(comparison: Comparison, lang: Language) -> None:
    """The heads, a line a difference with what stands on it, then what follows from elsewhere, and the count."""
    one, other = comparison.one, comparison.other
    number = one.header.number or other.header.number or one.header.title or ""
    out.print(f"{number}  {one.copy.source} ↔ {other.copy.source}", style="bold", markup=False, soft_wrap=True)
    if comparison.recognised == "text":
        out.print(pick(_SAY, "text", lang), style="yellow")
    paragraphs = None
    for found in comparison.differences:
        if paragraphs != (paragraphs := (found.one.paragraph, found.other.paragraph)):
            where = pick(_SAY, "paragraph", lang).format(*paragraphs)
            out.print(f"{where}  {found.task or ''}", style="cyan", markup=False)
        _show_difference(found, comparison, lang)
    placed = {number for found in comparison.differences for number in found.findings}
    elsewhere = [finding for number, finding in enumerate(comparison.findings) if number not in placed]
    if elsewhere:
        out.print(pick(_SAY, "elsewhere", lang), style="cyan")
    for finding in elsewhere:
        _show_finding(finding, comparison, lang)
    out.print(differences.count(comparison, lang))


def _show_difference(found: Difference, comparison: Comparison, lang: Language) -> None:
    kind = differences.kind(found.kind, lang)
    out.print(f"  {kind} @{found.one.start}–{found.one.end} ↔ @{found.other.start}–{found.other.end}", markup=False)
    for mark, style, place in (("-", "red", found.one), ("+", "green", found.other)):
        out.print(_line(mark, style, place), soft_wrap=True)
    for number in found.findings:
        _show_finding(comparison.findings[number], comparison, lang)
    if not found.findings:
        out.print(f"    {pick(_SAY, 'nothing', lang)}", style="dim")


def _line(mark: str, style: str, place: Place) -> Text:
    """…before【what differs】behind…"""
    text = Text(f"    {mark} …{place.before}")
    text.append(f"【{differences.cut(place.text)}】", style=style)
    return text.append(f"{place.behind}…")


def _show_finding(finding: FindingDifference, comparison: Comparison, lang: Language) -> None:
    out.print(f"    → {differences.finding(finding, comparison, lang)}", markup=False, soft_wrap=True)
