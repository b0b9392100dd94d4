"""zwgk export import-files: the graph for neo4j-admin."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ui.cli.console import LanguageOption, err, fail, out, sentences, spoken


def command(
    folder: Annotated[Path, typer.Argument(help="写到哪个空文件夹 (an empty or new folder)")],
    lang: LanguageOption = "zh",
) -> None:
    """整个图谱写成 neo4j-admin database import 的 CSV。 The whole graph as CSV for neo4j-admin database import."""
    from graph.import_files import export_store
    from graph.store import connect

    with sentences(), connect("reader") as store, err.status("") as line:
        try:
            counts = export_store(store, folder, lambda done: line.update(f"{done}"))
        except OSError as error:
            fail(f"写不了 {folder}：{error.strerror} (cannot write)")
    zh = f"{counts.nodes} 个节点、{counts.edges} 条关系写入 {folder}。停下 Neo4j，在那个文件夹里运行："
    en = f"{counts.nodes} nodes and {counts.edges} relationships are in {folder}. With Neo4j stopped, run there:"
    out.print(spoken(lang, zh, en), markup=False)
    out.print("neo4j-admin database import full --overwrite-destination @import.args neo4j", markup=False)
    out.print(spoken(lang, "启动后运行 schema.cypher。", "After its start, run schema.cypher."))
