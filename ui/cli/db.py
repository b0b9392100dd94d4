"""zwgk db: the embedded database."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from ui.cli.console import LanguageOption, language, out, sentences

app = typer.Typer(help="内置数据库。 The embedded database.", no_args_is_help=True)


@app.command()
def status(lang: LanguageOption = "zh") -> None:
    """在哪里，是否运行，存了什么。 Where it is, whether it runs, what it holds."""
    from graph import embedded

    spoken = language(lang)
    if os.environ.get("NEO4J_URI"):
        out.print(f"NEO4J_URI = {os.environ['NEO4J_URI']}", markup=False)
        return
    with sentences():
        state = embedded.status()
    out.print(f"{'数据' if spoken == 'zh' else 'data'}: {embedded.home()}", markup=False)
    if state is None:
        out.print("未运行，用到时自动启动。" if spoken == "zh" else "Not running; it starts when it is needed.")
        return
    running = f"运行中：bolt://127.0.0.1:{state.port}，进程 {state.server}，{state.version}"
    out.print(
        running
        if spoken == "zh"
        else f"running: bolt://127.0.0.1:{state.port}, process {state.server}, {state.version}",
        markup=False,
    )
    _show_counts(spoken)


def _show_counts(spoken: str) -> None:
    from graph.store import connect

    with sentences(), connect("reader") as store:
        held = len(store.fingerprints())
        nodes = store.table("MATCH (n) RETURN count(n) AS n").rows[0][0]
        edges = store.table("MATCH ()-[r]->() RETURN count(r) AS n").rows[0][0]
    text = (
        f"{held} 个文件，{nodes} 个节点，{edges} 条关系。"
        if spoken == "zh"
        else f"{held} documents, {nodes} nodes, {edges} relationships."
    )
    out.print(text)


@app.command()
def stop(lang: LanguageOption = "zh") -> None:
    """停下内置数据库；数据还在。 Stop the embedded database; what it holds stays."""
    from graph import embedded

    with sentences():
        stopped = embedded.stop()
    zh, en = ("已停止。", "Stopped.") if stopped else ("没有在运行。", "It was not running.")
    out.print(zh if language(lang) == "zh" else en)


@app.command()
def reset(
    yes: Annotated[bool, typer.Option("--yes", "-y", help="不再询问 (do not ask)")] = False,
    lang: LanguageOption = "zh",
) -> None:
    """删去内置数据库中的一切。 Delete all that the embedded database holds."""
    from graph import embedded

    spoken = language(lang)
    question = f"删去 {embedded.home()} 中的全部数据？" if spoken == "zh" else f"Delete all data in {embedded.home()}?"
    if not yes:
        typer.confirm(question, abort=True)
    with sentences():
        embedded.reset()
    out.print("已清空。" if spoken == "zh" else "Emptied.")
