"""Answers on the terminal: a table in words, and under it the clauses that it stands on."""

from __future__ import annotations

from rich.table import Table as Grid
from rich.text import Text

from graph.values import Graph, Table
from queries.saved import SavedQuery
from ui.answers import Answers, Evidence, answers
from ui.cli.console import out
from ui.corrected import NOBODY, Corrected
from ui.wording import Language, confidence, edge_name, label_name, no_source

_CUT = {"zh": "（只列出前 {} 行，用 --limit 取更多）", "en": "(first {} rows; --limit gives more)"}


def show_table(query: SavedQuery, table: Table, lang: Language, corrected: Corrected = NOBODY) -> None:
    """The rows with a number each, then the evidence of each number."""
    found = answers(query, table, lang, corrected)
    if not found.rows:
        return
    clauses = list(dict.fromkeys(row.evidence for row in found.rows if row.evidence))
    out.print(_grid(found, clauses))
    for number, clause in enumerate(clauses, 1):
        out.print(_clause(number, clause, lang), soft_wrap=True)
    if table.cut:
        out.print(_CUT[lang].format(len(table.rows)), style="dim")


def _grid(found: Answers, clauses: list[Evidence]) -> Grid:
    grid = Grid(box=None, header_style="bold", pad_edge=False)
    if clauses:
        grid.add_column("⌖", justify="right", style="cyan")
    for name, figure in zip(found.columns, found.figures, strict=True):
        grid.add_column(name, justify="right" if figure else "left", overflow="fold")
    for row in found.rows:
        cells = [Text(cell) for cell in row.cells]
        place = (
            [Text(str(clauses.index(row.evidence) + 1))] if clauses and row.evidence else [Text("")] if clauses else []
        )
        grid.add_row(*place, *cells)
    return grid


def _clause(number: int, evidence: Evidence, lang: Language) -> Text:
    """[1] 晋政办发〔2017〕50号 六（三）强化预期引导  “…” 规则 可信度."""
    text = Text(f"[{number}] ", style="cyan")
    text.append(f"{evidence.number} {evidence.section} {evidence.heading}", style="bold")
    clause = Text(" ".join(evidence.clause.split()), style="default")
    if "\n" not in evidence.clause:
        for start, end in evidence.marks:
            clause.stylize("reverse", start, end)
    if evidence.clause:
        text.append("\n    “").append_text(clause).append("”")
    else:
        text.append(f"\n    {no_source(lang)}", style="italic")
    sure = f" {confidence(evidence.confidence)}" if evidence.confidence is not None else ""
    place = f" @{evidence.start}" if evidence.start is not None else ""
    return text.append(f"  {evidence.found_by(lang)}{sure}{place}", style="dim")


def show_graph(graph: Graph, lang: Language) -> None:
    """A picture in words: how many nodes of each kind, and their captions; which body followed which, and when."""
    from graph.schema import NODES

    kinds: dict[str, list[str]] = {}
    for node in graph.nodes.values():
        kinds.setdefault(node.label, []).append(str(node.properties.get(NODES[node.label].caption) or node.id))
    for label, captions in kinds.items():
        shown = "、".join(captions[:12]) + ("…" if len(captions) > 12 else "")
        out.print(f"{label_name(label, lang)} {len(captions)}: {shown}", markup=False)
    for edge in graph.of_type("SUCCEEDED_BY"):
        old, new = (graph.nodes[end].properties["name"] for end in (edge.source, edge.target))
        out.print(f"{old} → {new}  {edge_name(edge.type, lang)} {edge.properties['on']}", markup=False)
    sentence = f"{len(graph.nodes)} 个节点，{len(graph.edges)} 条关系。"
    out.print(sentence if lang == "zh" else f"{len(graph.nodes)} nodes, {len(graph.edges)} relationships.")
    if graph.cut:
        out.print(
            "（行数到了上限，图不完整，用 --limit 取更多）"
            if lang == "zh"
            else "(cut by the row limit; --limit gives more)",
            style="dim",
        )
