"""zwgk build: notices into the graph."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ui.cli.console import LanguageOption, err, language, out, sentences
from ui.wording import Language, no_source, rule

if TYPE_CHECKING:
    from loaders.build import BuildReport
    from loaders.records import Issue, Notice

_STYLES = {"error": "red", "warning": "yellow", "note": "dim"}
_SHOWN_NOTES = 8


def command(
    paths: Annotated[list[Path], typer.Argument(help="通知文件或文件夹 (notices, or folders of them)")],
    lang: LanguageOption = "zh",
) -> None:
    """读通知，建图谱；没有变化的不动。 Read notices into the graph; what is unchanged is left alone."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    from graph.store import connect
    from loaders.build import build
    from loaders.corrections import corrections_file, read_corrections
    from loaders.decisions import decision_files, read_decisions

    decisions, issues = read_decisions(decision_files())
    corrections, unread = read_corrections(corrections_file())
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with sentences(), Progress(*columns, console=err, transient=True) as bar:
        task = bar.add_task("", total=None)

        def progress(what: str, done: int, total: int) -> None:
            bar.update(task, description=what, completed=done, total=total)

        with connect("writer") as store:
            report = build(paths, store, progress, decisions, corrections)
            engine = store.engine
    report.issues[:0] = [*issues, *unread]
    show_report(report, engine, language(lang))
    if not report.groups:
        raise typer.Exit(1)


def show_report(report: BuildReport, engine: str, lang: Language) -> None:
    """The summary table, the issues, and one sentence on what changed."""
    from rich.table import Table

    heads = {
        "zh": ("文件", "发文机关", "副本", "任务", "有责任条款", "义务", "结果"),
        "en": ("notice", "issuer", "copies", "tasks", "with clause", "obligations", "result"),
    }[lang]
    table = Table(*heads, box=None, header_style="bold", pad_edge=False)
    words = {"zh": ("写入", "未变"), "en": ("stored", "unchanged")}[lang]
    written = set(report.written)
    for group in report.groups:
        table.add_row(*_row(group, written, words, lang))
    out.print(table)
    without = sum(not group[0].copy.text for group in report.groups)
    if without:
        said = f"{without} 个文件：" if lang == "zh" else f"{without} notices: "
        out.print(said + no_source(lang), style="dim")
    show_issues(report.issues, lang)
    out.print(summary(report, engine, lang), markup=False)


def _row(group: list, written: set[str], words: tuple[str, str], lang: Language) -> tuple[str, ...]:  # type: ignore[type-arg]
    from loaders.resolve.documents import notice_id

    header, tasks = group[0].header, group[0].tasks
    return (
        header.number or header.title or group[0].copy.source,
        header.issuer or "—",
        str(len(group)),
        str(len(tasks)),
        str(sum(bool(task.agencies) for task in tasks)),
        str(sum(len(task.obligations) for task in tasks)),
        (words[0] if notice_id(header) in written else words[1]) + _by_readers(group[0], lang),
    )


def _by_readers(notice: Notice, lang: Language) -> str:
    """The mark of a notice whose findings readers settled."""
    from loaders.verified import RULE

    return f" · {rule(RULE, lang)}" if any(task.at.rule == RULE for task in notice.tasks) else ""


def show_issues(issues: list[Issue], lang: Language) -> None:
    """Errors and warnings in full, notes up to a few and the number of the rest."""
    notes = [issue for issue in issues if issue.level == "note"]
    for issue in [*(i for i in issues if i.level != "note"), *notes[:_SHOWN_NOTES]]:
        out.print(
            f"{issue.level:8}{issue.where}  {issue.what}  → {issue.mend}", style=_STYLES[issue.level], markup=False
        )
    if len(notes) > _SHOWN_NOTES:
        rest = len(notes) - _SHOWN_NOTES
        out.print(f"另有 {rest} 条提示。" if lang == "zh" else f"{rest} more notes.", style="dim")


def summary(report: BuildReport, engine: str, lang: Language) -> str:
    """One sentence: how much was read, what changed, where it is."""
    documents, copies = len(report.groups), report.copies
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
