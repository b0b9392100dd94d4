"""zwgk db: the database, embedded or named by NEO4J_URI."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from ui.cli.console import LanguageOption, err, fail, out, sentences, spoken

app = typer.Typer(help="数据库：启停、备份、恢复。 The database: start, stop, dump, restore.", no_args_is_help=True)

YesOption = Annotated[bool, typer.Option("--yes", "-y", help="不再询问 (do not ask)")]


@app.command()
def start(lang: LanguageOption = "zh") -> None:
    """启动内置数据库；平时用到时会自动启动。 Start the embedded database; it also starts by itself when needed."""
    from graph import embedded

    _only_embedded(lang)
    with sentences():
        state = embedded.start()
    out.print(
        spoken(lang, f"运行中：{state.uri}，闲置后自停。", f"Running: {state.uri}. It stops when idle."), markup=False
    )


@app.command()
def stop(lang: LanguageOption = "zh") -> None:
    """停下内置数据库；数据还在。 Stop the embedded database; what it holds stays."""
    from graph import embedded

    with sentences():
        stopped = embedded.stop()
    out.print(spoken(lang, "已停止。", "Stopped.") if stopped else spoken(lang, "没有在运行。", "It was not running."))


@app.command()
def status(lang: LanguageOption = "zh") -> None:
    """在哪里，是否运行，存了什么。 Where it is, whether it runs, what it holds."""
    from graph import embedded

    if os.environ.get("NEO4J_URI"):
        out.print(f"NEO4J_URI = {os.environ['NEO4J_URI']}", markup=False)
        return
    with sentences():
        state = embedded.status()
        used = embedded.disk_use()
    said = spoken(
        lang, f"数据：{embedded.home()}，{used / 1e6:.0f} MB", f"data: {embedded.home()}, {used / 1e6:.0f} MB"
    )
    out.print(said, markup=False)
    if state is None:
        out.print(spoken(lang, "未运行，用到时自动启动。", "Not running; it starts when it is needed."))
        return
    running = f"bolt://127.0.0.1:{state.port}"
    zh = f"运行中：{running}，进程 {state.server}，{state.version}"
    en = f"running: {running}, process {state.server}, {state.version}"
    out.print(spoken(lang, zh, en), markup=False)
    _show_counts(lang)


def _show_counts(lang: str) -> None:
    from graph.store import connect

    with sentences(), connect("reader") as store:
        held = len(store.fingerprints())
        nodes, edges = store.size()
    zh = f"{held} 个文件，{nodes} 个节点，{edges} 条关系。"
    out.print(spoken(lang, zh, f"{held} documents, {nodes} nodes, {edges} relationships."))


@app.command()
def path() -> None:
    """内置数据库的文件夹。 The folder of the embedded database."""
    from graph import embedded

    typer.echo(embedded.home())


@app.command()
def dump(
    file: Annotated[Path, typer.Argument(help="写到哪里，如 zwgk.jsonl.gz (where to)")],
    lang: LanguageOption = "zh",
) -> None:
    """把整个图谱写进一个文件，哪种数据库都能恢复。 Write the whole graph to one file that any engine can restore."""
    from graph.dump import write_dump
    from graph.store import connect

    with sentences(), connect("reader") as store:
        try:
            counts = write_dump(store, file)
        except OSError as error:
            fail(f"写不了 {file}：{error.strerror} (cannot write)")
    zh = f"已备份 {counts.nodes} 个节点、{counts.edges} 条关系：{file}"
    out.print(spoken(lang, zh, f"{counts.nodes} nodes and {counts.edges} relationships are in {file}"), markup=False)


@app.command()
def restore(
    file: Annotated[Path, typer.Argument(help="zwgk db dump 写的文件 (a file that zwgk db dump wrote)")],
    yes: YesOption = False,
    lang: LanguageOption = "zh",
) -> None:
    """用备份换掉内置数据库里的一切；NEO4J_URI 的数据库须是空的。 Put a dump in the place of what the embedded database
    holds; a database of NEO4J_URI must be empty."""
    from graph.dump import check_dump

    with sentences():
        counts = check_dump(file)
    if not os.environ.get("NEO4J_URI") and not yes:
        typer.confirm(_restore_question(lang), abort=True)
    with sentences():
        _restore(file)
    zh = f"已恢复 {counts.nodes} 个节点、{counts.edges} 条关系。"
    out.print(spoken(lang, zh, f"Restored: {counts.nodes} nodes, {counts.edges} relationships."))


def _restore(file: Path) -> None:
    """What the embedded database held comes back when the restore fails."""
    from contextlib import nullcontext

    from graph import embedded
    from graph.dump import read_dump
    from graph.store import connect

    aside = nullcontext() if os.environ.get("NEO4J_URI") else embedded.set_aside()
    with aside, connect("writer") as store, err.status("") as line:
        store.load(read_dump(file), lambda done: line.update(f"{done}"))


def _restore_question(lang: str) -> str:
    from graph import embedded

    home = embedded.home()
    return spoken(lang, f"用备份换掉 {home} 中的全部数据？", f"Replace all data in {home} by the dump?")


@app.command()
def reset(yes: YesOption = False, lang: LanguageOption = "zh") -> None:
    """删去内置数据库中的一切。 Delete all that the embedded database holds."""
    from graph import embedded

    _only_embedded(lang)
    home = embedded.home()
    if not yes:
        typer.confirm(spoken(lang, f"删去 {home} 中的全部数据？", f"Delete all data in {home}?"), abort=True)
    with sentences():
        embedded.reset()
    out.print(spoken(lang, "已清空。", "Emptied."))


def _only_embedded(lang: str) -> None:
    """Nobody should believe to have started or emptied the server of NEO4J_URI."""
    if os.environ.get("NEO4J_URI"):
        zh = "设了 NEO4J_URI：那台服务器由它的管理者启停、清空。要用内置数据库，请取消这个变量。"
        en = "NEO4J_URI is set: that server is for its own keeper to start or empty. Unset it to mean the embedded one."
        fail(spoken(lang, zh, en))
