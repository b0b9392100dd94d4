"""zwgk build: notices into the graph."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ui.cli.console import LanguageOption, err, fail, language, out, sentences
from ui.wording import Language, no_source, rule

if TYPE_CHECKING:
    from rich.progress import ProgressColumn

    from loaders.build import BuildReport
    from loaders.ledger import Outcome
    from loaders.records import Issue

_STYLES = {"error": "red", "warning": "yellow", "note": "dim"}
_SHOWN_ROWS = 100
_SHOWN_ISSUES = {"warning": 100, "note": 8}
"""Of each level; errors are shown in full."""


def command(
    paths: Annotated[list[Path], typer.Argument(help="通知文件或文件夹 (notices, or folders of them)")],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="只说会改什么，不写入 (say what would change, store nothing)")
    ] = False,
    issues_file: Annotated[
        Path | None,
        typer.Option("--issues", help="全部疑点另存 CSV (all issues as CSV)", dir_okay=False, writable=True),
    ] = None,
    lang: LanguageOption = "zh",
) -> None:
    """读通知，建图谱；没有变化的不动。 Read notices into the graph; what is unchanged is left alone."""
    from rich.progress import Progress

    from graph import embedded
    from graph.store import connect
    from loaders.build import build
    from loaders.corrections import corrections_file, read_corrections
    from loaders.decisions import decision_files, read_decisions
    from loaders.ledger import Ledger

    decisions, issues = read_decisions(decision_files())
    corrections, unread = read_corrections(corrections_file())
    ledger = Ledger(embedded.home() / "readings.sqlite")
    with sentences(), connect("writer") as store:
        engine = store.engine  # the server is there before the bar runs: the driver is imported lean beside no thread
        with Progress(*_columns(), console=err, transient=True) as bar:
            task = bar.add_task("", total=None)

            def progress(what: str, done: int, total: int) -> None:
                if done == 0:
                    # Reading and storing go at different rates.
                    bar.reset(task)
                bar.update(task, description=what, completed=done, total=total)

            report = build(paths, store, progress, decisions, corrections, ledger=ledger, dry_run=dry_run)
    report.issues[:0] = [*issues, *unread]
    if issues_file:
        save_issues(report.issues, issues_file, language(lang))
    show_report(report, engine, language(lang), dry_run=dry_run)
    if report.refused or not report.outcomes:
        raise typer.Exit(1)


def _columns() -> tuple[ProgressColumn, ...]:
    """What is being done, how many are done, how many a second, how long it took and still takes."""
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    from ui.cli.rate import RateColumn

    name = TextColumn("{task.description}")
    return name, BarColumn(), MofNCompleteColumn(), RateColumn(), TimeElapsedColumn(), TimeRemainingColumn()


def show_report(report: BuildReport, engine: str, lang: Language, *, dry_run: bool = False) -> None:
    """The summary table, the issues, and one sentence on what changed."""
    from rich.table import Table

    heads = {
        "zh": ("文件", "发文机关", "副本", "任务", "有责任条款", "义务", "结果"),
        "en": ("notice", "issuer", "copies", "tasks", "with clause", "obligations", "result"),
    }[lang]
    table = Table(*heads, box=None, header_style="bold", pad_edge=False)
    shown = _shown(report)
    for outcome in shown:
        table.add_row(*_row(outcome, _result(report, outcome, lang, dry_run=dry_run), lang))
    out.print(table)
    if rest := len(report.outcomes) - len(shown):
        out.print(
            f"另有 {rest} 个文件不列出。" if lang == "zh" else f"{rest} more notices are not listed.", style="dim"
        )
    without = sum(not outcome.has_text for outcome in report.outcomes)
    if without:
        said = f"{without} 个文件：" if lang == "zh" else f"{without} notices: "
        out.print(said + no_source(lang), style="dim")
    show_issues(report.issues, lang)
    out.print(summary(report, engine, lang), markup=False)
    if dry_run:
        said = (
            "只是试算，没有写入；各文件分别计算。"
            if lang == "zh"
            else "A trial: nothing was stored; each notice counts by itself."
        )
        out.print(said)


def _shown(report: BuildReport) -> list[Outcome]:
    """All documents where they are few, else the first that were written."""
    if len(report.outcomes) <= _SHOWN_ROWS:
        return report.outcomes
    written = {*report.written, *report.refused}
    return [outcome for outcome in report.outcomes if outcome.document in written][:_SHOWN_ROWS]


def _row(outcome: Outcome, result: str, lang: Language) -> tuple[str, ...]:
    from loaders.verified import RULE

    numbers = (outcome.copies, outcome.tasks, outcome.clauses, outcome.obligations)
    by_readers = f" · {rule(RULE, lang)}" if outcome.by_readers else ""
    return outcome.name, outcome.issuer or "—", *map(str, numbers), result + by_readers


def _result(report: BuildReport, outcome: Outcome, lang: Language, *, dry_run: bool) -> str:
    """What became of a document; of a trial, how many nodes and edges would come, change and go."""
    if outcome.document in report.refused:
        return "未写入" if lang == "zh" else "not stored"
    if outcome.document in report.unchanged:
        return "未变" if lang == "zh" else "unchanged"
    if not dry_run:
        return "写入" if lang == "zh" else "stored"
    change = report.changes[outcome.document]
    come, go = change.nodes_created + change.edges_created, change.nodes_deleted + change.edges_deleted
    return f"+{come} ~{change.nodes_updated + change.edges_updated} −{go}"


def save_issues(issues: list[Issue], path: Path, lang: Language) -> None:
    """All issues as CSV."""
    from ui.files.issues import write_issues

    try:
        write_issues(issues, path, lang)
    except OSError as error:
        fail(f"写不了 {path}：{error.strerror} (cannot write that file; name another)")


def show_issues(issues: list[Issue], lang: Language) -> None:
    """Errors in full, warnings and notes up to a few, and the number of the rest."""
    for level, style in _STYLES.items():
        found = [issue for issue in issues if issue.level == level]
        shown = found[: _SHOWN_ISSUES.get(level)]
        for issue in shown:
            out.print(f"{level:8}{issue.where}  {issue.what}  → {issue.mend}", style=style, markup=False)
        if rest := len(found) - len(shown):
            said = f"另有 {rest} 条 {level} 不列出；--issues 文件.csv 存下全部。"
            more = f"{rest} more of level {level}; --issues FILE.csv saves all."
            out.print(said if lang == "zh" else more, style="dim", markup=False)


def summary(report: BuildReport, engine: str, lang: Language) -> str:
    """One sentence: how much was read, what changed, where it is."""
    documents, copies = len(report.outcomes), report.copies
    nodes, edges = report.nodes_created, report.edges_created
    gone = report.nodes_deleted + report.edges_deleted
    if lang == "en":
        read = f"{documents} documents from {copies} copies, {report.tasks} tasks, {report.obligations} obligations"
        if not report.written:
            return f"{read}: nothing changed ({engine})."
        return f"{read}: {len(report.written)} written, {nodes} nodes and {edges} edges new, {gone} removed ({engine})."
    read = f"{copies} 份副本，{documents} 个文件，{report.tasks} 项任务，{report.obligations} 项义务"
    if not report.written:
        return f"{read}：没有变化（{engine}）。"
    return f"{read}：写入 {len(report.written)} 个文件，新增 {nodes} 个节点、{edges} 条关系，移除 {gone}（{engine}）。"
