"""zwgk ask: a question in one's own words."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ui.cli.console import err, language, out, save_csv, sentences
from ui.corrected import NOBODY, Corrected, find_corrected
from ui.wording import Language

if TYPE_CHECKING:
    from queries.ask import Answer, Proposal

_WORDS = {
    "query": ("查询", "query"),
    "with": ("参数", "parameters"),
    "unused": ("没有用到的词", "words not used"),
    "choose": ("有几种读法，请选一种再问：", "This can be read in several ways; ask one of these:"),
    "next": ("接着可以问：", "You may ask next:"),
}


def command(
    question: Annotated[str, typer.Argument(help="问题，中文或英文 (a question, Chinese or English)")],
    lang: Annotated[
        str | None, typer.Option("--lang", "-l", envvar="ZWGK_LANG", help="zh 或 en；默认随问题 (default: as asked)")
    ] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="最多几行 (rows at most)")] = 200,
    csv: Annotated[Path | None, typer.Option("--csv", help="也写成 CSV (write the rows as CSV too)")] = None,
    cypher: Annotated[bool, typer.Option("--cypher", help="也打印所用的 Cypher (print the Cypher too)")] = False,
) -> None:
    """提问，如 “省财政厅每月必须公开什么？” Ask, e.g. "what must 省财政厅 disclose monthly"."""
    from graph.store import connect
    from queries.ask import ask

    spoken = language(lang) if lang else _spoken(question)
    with sentences(), connect("reader") as store:
        answer = ask(store, question, language=spoken, limit=limit)
        corrected = find_corrected(store.table, answer.table) if answer.table else NOBODY
    show_answer(answer, spoken, cypher=cypher, corrected=corrected)
    if csv and answer.query and answer.table:
        save_csv(answer.query, answer.table, csv, spoken)
    if answer.refused or answer.choices:
        raise typer.Exit(2)


def _spoken(question: str) -> Language:
    """English where the question's words are Latin, whatever names it quotes."""
    return "en" if len(re.findall("[A-Za-z]{2,}", question)) >= 2 else "zh"


def show_answer(answer: Answer, lang: Language, *, cypher: bool, corrected: Corrected = NOBODY) -> None:
    """Which query was taken with what, the sentence, the rows with their clauses, and what to ask next."""
    from ui.cli.show import show_graph, show_table

    say = {name: words[0 if lang == "zh" else 1] for name, words in _WORDS.items()}
    if answer.refused:
        err.print(answer.refused, style="yellow", markup=False)
    if answer.choices:
        out.print(say["choose"])
        _list(answer.choices)
    if answer.query:
        given = ", ".join(f"{name}={value}" for name, value in answer.parameters.items() if value not in (None, []))
        out.print(f"{say['query']} {answer.query.id}  {say['with']} {given}", style="dim", markup=False)
        if answer.reading.unused:
            out.print(f"{say['unused']}: {'、'.join(answer.reading.unused)}", style="dim", markup=False)
        if answer.sentence:
            out.print(answer.sentence, style="bold", markup=False)
        if answer.table is not None:
            show_table(answer.query, answer.table, lang, corrected)
        if answer.graph is not None:
            show_graph(answer.graph, lang)
        if cypher:
            out.print(answer.cypher, style="dim", markup=False)
    if answer.suggestions:
        out.print(say["next"], style="dim")
        _list(answer.suggestions)


def _list(proposals: tuple[Proposal, ...]) -> None:
    for proposal in proposals:
        out.print(f"  {proposal.text}", style="dim", markup=False)
