"""zwgk score: how well the extractor reads, held against readings that readers settled."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ui.cli.console import LanguageOption, err, fail, language, out, sentences
from ui.wording import Language, Words, pick

if TYPE_CHECKING:
    from loaders.score import Comparison, Failure, Report

CAUSES: Words = {
    "missing": ("漏", "missing"),
    "extra": ("多", "extra"),
    "differs": ("不同", "differs"),
    "span": ("起止不同", "span differs"),
    "wording": ("只是措辞不同", "only worded otherwise"),
    "kind": ("类别不同", "kind differs"),
    "boundary": ("项的边界不同", "item cut elsewhere"),
    "joined": ("未拆开", "items not parted"),
    "split": ("多拆", "item parted"),
}
_GROUPS, _PLACES = 12, 3


def command(
    gold: Annotated[
        Path, typer.Argument(help="核读结果：JSON 文件或文件夹 (settled readings: a JSON file or a folder)")
    ],
    sources: Annotated[list[Path], typer.Argument(help="原文文件或文件夹 (the notices, or folders of them)")],
    against: Annotated[
        Path | None, typer.Option("--against", help="与存下的一次比较 (compare with a frozen run)")
    ] = None,
    freeze: Annotated[Path | None, typer.Option("--freeze", help="存下这一次 (keep this run)")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="打印 JSON (print JSON)")] = False,
    lang: LanguageOption = "zh",
) -> None:
    """抽取得准不准：逐层给出准确率、召回率和主要错误。 How well the extractor reads: a line a layer, then the worst errors."""
    from loaders.score import compare_runs, frozen_json, report_json, score_files

    spoken = language(lang)
    with sentences():
        run = score_files(gold, sources)
    for issue in run.issues:
        err.print(f"{issue.where}: {issue.what} → {issue.mend}", style="yellow", markup=False)
    if not run.report.documents:
        fail("没有一份核读结果找到了原文 (no gold file has its source here)")
    if as_json:
        typer.echo(json.dumps(report_json(run.report), ensure_ascii=False, indent=1))
    else:
        show_report(run.report, spoken)
    comparison = compare_runs(run.report, _read(against)) if against else None
    if freeze:
        _write(freeze, frozen_json(run.report))
    if comparison:
        show_comparison(comparison, spoken, err if as_json else out)
        if comparison.fallen or not comparison.same_documents:
            raise typer.Exit(1)


def _read(path: Path) -> dict[str, Any]:
    try:
        frozen = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        fail(f"读不出 {path} (cannot read it): {error}；用 --freeze 先存一次 (make one with --freeze)")
    if not isinstance(frozen, dict) or not {"documents", "layers", "failures"} <= frozen.keys():
        fail(f"{path} 不是 --freeze 存下的 (was not made by --freeze)")
    return frozen


def _write(path: Path, frozen: dict[str, Any]) -> None:
    try:
        path.write_text(json.dumps(frozen, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        fail(f"写不进 {path} (cannot write it): {error.strerror}；换个位置 (choose another place)")


def show_report(report: Report, lang: Language) -> None:
    """A line a layer, then the causes of errors, the commonest first, with a few places each."""
    from rich.table import Table

    heads = {
        "zh": ("层", "准确率", "召回率", "F1", "相符", "抽取", "应有", "配对内 F1"),
        "en": ("layer", "precision", "recall", "F1", "right", "found", "gold", "F1 of matched"),
    }[lang]
    table = Table(box=None, header_style="bold", pad_edge=False)
    for index, head in enumerate(heads):
        table.add_column(head, justify="right" if index else "left")
    for layer, tally in report.layers.items():
        within = f"{report.paired[layer].f1:.3f}" if layer in report.paired else ""
        shares = (f"{share:.3f}" for share in (tally.precision, tally.recall, tally.f1))
        table.add_row(layer, *shares, f"{tally.right:.10g}"[:7], str(tally.found), str(tally.gold), within)
    out.print(table)
    for layer, cause, group in report.causes()[:_GROUPS]:
        out.print(f"\n{layer} · {pick(CAUSES, cause, lang)} {len(group)}", style="bold", markup=False)
        _places(group, lang)


def _places(group: Sequence[Failure], lang: Language) -> None:
    names = ("应为", "抽成") if lang == "zh" else ("gold", "found")
    for failure in group[:_PLACES]:
        at = f"@{failure.start}" if failure.start is not None else ""
        said = "  ".join(
            f"{name} {text}" for name, text in zip(names, (failure.gold, failure.found), strict=True) if text
        )
        out.print(f"  {failure.document} {failure.place}{at}  {said}", style="dim", markup=False, soft_wrap=True)


def show_comparison(comparison: Comparison, lang: Language, console: Any = out) -> None:
    """Which layers rose and fell since the frozen run, which errors went and came."""
    zh = lang == "zh"
    if not comparison.same_documents:
        text = (
            "存下的一次用的是别的文件，比不了；重新 --freeze。"
            if zh
            else "The frozen run scored other documents; freeze anew."
        )
        console.print(text, style="red")
        return
    console.print("\n与存下的一次相比：" if zh else "\nSince the frozen run:", style="bold")
    for layer, before, now in comparison.layers:
        if layer in comparison.fallen or now > before + 5e-5:
            style = "red" if layer in comparison.fallen else "green"
            console.print(f"  {layer} {before:.4f} → {now:.4f}", style=style, markup=False)
    for mark, style, keys in (("+", "green", comparison.gained), ("-", "red", comparison.lost)):
        for key in keys:
            console.print(f"  {mark} {key}", style=style, markup=False, soft_wrap=True)
    counts = len(comparison.gained), len(comparison.lost), len(comparison.fallen)
    said = "改对 {} 处，新错 {} 处，下降 {} 层。" if zh else "{} errors mended, {} new, {} layers fell."
    console.print(said.format(*counts))
