"""zwgk resolve: which names are one body, which are two; what the rules could not decide, and what people did."""

from __future__ import annotations

import getpass
import json
import re
from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ui.cli.console import LanguageOption, err, fail, language, out, sentences
from ui.wording import BODY_RULES, Language, Words, pick

if TYPE_CHECKING:
    from loaders.resolve.decisions import Decision, Decisions, Verdict
    from loaders.resolve.explain import Explanation
    from loaders.undecided import Undecided

app = typer.Typer(
    help="机构归并：规则定不了的，人来定。 Which names are one body: what rules cannot decide, people do.",
    no_args_is_help=True,
)

_PLACES = 4
_SAY: Words = {
    "undecided": ("规则定不了的", "What the rules could not decide"),
    "none": ("没有。", "None."),
    "unsure": ("词表中没有", "not in the lexicon"),
    "shared": ("几个机构共用此称", "several bodies bear this name"),
    "candidates": ("可能是", "may be"),
    "decisions": ("已有的决定", "Decisions taken"),
    "overruled": ("被推翻", "overruled"),
    "same": ("即", "is"),
    "different": ("不是", "is not"),
    "rule": ("规则", "rule"),
    "by_rule": ("按规则", "by rule"),
    "name": ("全称", "official name"),
    "lexicon": ("词表", "lexicon"),
    "not_there": ("没有这一条", "no entry"),
    "region": ("地区", "region"),
    "system": ("系统", "system"),
    "readings": ("可指", "bodies so called"),
    "before": ("前身", "predecessors"),
    "after": ("后身", "successors"),
    "aliases": ("决定的别名", "decided aliases"),
    "reason": ("理由", "reason"),
    "unknown": ("不详", "unknown"),
    "country": ("中央", "central"),
}

Source = Annotated[str, typer.Argument(help="机构的名称或原文称谓 (a name, or a mention as written)")]
Target = Annotated[str, typer.Argument(help="机构全称 (the official name)")]
Reason = Annotated[str, typer.Option("--reason", "-r", help="理由，随证据保存 (why; kept with the evidence)")]
Who = Annotated[
    str | None, typer.Option("--who", envvar="ZWGK_WHO", help="谁作的决定 (who decides; default: the login)")
]
AsJson = Annotated[bool, typer.Option("--json", help="打印 JSON (print JSON)")]


@app.command("list")
def list_(as_json: AsJson = False, lang: LanguageOption = "zh") -> None:
    """规则定不了的机构及其候选、出处，和已有的决定。 What the rules could not decide, with candidates and places, and the decisions taken."""
    from graph.store import connect
    from loaders.undecided import find_undecided

    spoken = language(lang)
    decisions = _read()
    with sentences(), connect("reader") as store:
        undecided = find_undecided(store)
    if as_json:
        _echo(
            {
                "undecided": [asdict(each) for each in undecided],
                "decisions": [asdict(each) for each in decisions.taken],
                "overruled": [asdict(each) for each in decisions.overruled],
            }
        )
        return
    out.print(pick(_SAY, "undecided", spoken), style="bold")
    for each in undecided:
        _show_undecided(each, spoken)
    if not undecided:
        out.print(f"  {pick(_SAY, 'none', spoken)}", style="dim")
    out.print(pick(_SAY, "decisions", spoken), style="bold")
    for line in _decisions(decisions, spoken):
        out.print(line, markup=False, soft_wrap=True)
    if not (decisions.taken or decisions.overruled):
        out.print(f"  {pick(_SAY, 'none', spoken)}", style="dim")


def _show_undecided(each: Undecided, lang: Language) -> None:
    out.print(f"  {each.name}  {pick(_SAY, each.why, lang)} · {len(each.places)}", markup=False, soft_wrap=True)
    if each.candidates:
        said = f"    {pick(_SAY, 'candidates', lang)} {'、'.join(each.candidates)}"
        out.print(said, style="cyan", markup=False, soft_wrap=True)
    for place in each.places[:_PLACES]:
        out.print(f"    {place.document} @{place.start} “{place.mention}”", style="dim", markup=False, soft_wrap=True)
    if len(each.places) > _PLACES:
        out.print("    …", style="dim")


def _decisions(decisions: Decisions, lang: Language) -> Iterator[str]:
    for decision in decisions.taken:
        yield f"  {_decision(decision, lang)}"
    for decision in decisions.overruled:
        yield f"  （{pick(_SAY, 'overruled', lang)}）{_decision(decision, lang)}"


def _decision(decision: Decision, lang: Language) -> str:
    verdict = pick(_SAY, decision.verdict, lang)
    told = f"{decision.source} {verdict} {decision.target}"
    return f"{told}  {decision.reason} · {decision.who} {decision.when}  {decision.where}".rstrip()


@app.command()
def same(
    source: Source,
    target: Target,
    reason: Reason,
    who: Who = None,
    as_json: AsJson = False,
    lang: LanguageOption = "zh",
) -> None:
    """SOURCE 即 TARGET：归为一个机构，前者作别名。 Decide that SOURCE is TARGET: one body, the former an alias."""
    _take(source, target, "same", reason, who, as_json, language(lang))


@app.command()
def different(
    source: Source,
    target: Target,
    reason: Reason,
    who: Who = None,
    as_json: AsJson = False,
    lang: LanguageOption = "zh",
) -> None:
    """SOURCE 不是 TARGET：规则若合并，分开。 Decide that SOURCE is not TARGET: two bodies, even where the rules merge them."""
    _take(source, target, "different", reason, who, as_json, language(lang))


def _take(
    source: str, target: str, verdict: Verdict, reason: str, who: str | None, as_json: bool, lang: Language
) -> None:
    """Check the decision, write it down, and say where."""
    from loaders.decisions import append_decision, decision_files
    from loaders.resolve.decisions import Decision, already, contradiction
    from loaders.text.fold import fold_name

    if not reason.strip():
        fail("理由不能为空 (a decision needs a reason)")
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    decision = Decision(fold_name(source), fold_name(target), verdict, reason.strip(), who or _login(), now)
    decisions = _read()
    if decision.source == decision.target:
        fail(f"{decision.source} 和自己相比 (a body compared with itself)")
    _check_source(decision)
    for name in (decision.source, decision.target):
        if not _is_plausible(name):
            fail(
                f"没有叫“{name}”的机构：词表和图谱中都没有，也不像机构名称；核对写法 "
                "(no such body in the lexicon or the graph, and no body's name by its form; check the spelling)"
            )
    if refused := already(decisions, decision) or contradiction(decisions, decision):
        fail(f"{refused}；要改，先从文件中删去那一行 (to change it, delete that line first)")
    path = decision_files()[0]
    with sentences():
        append_decision(path, decision)
    if as_json:
        _echo(asdict(decision) | {"where": str(path)})
        return
    zh = f"已记入 {path}：{_decision(decision, lang)}。下次 zwgk build 生效；删去那一行即撤销。"
    en = f"Written to {path}: {_decision(decision, lang)}. The next zwgk build follows it; delete the line to undo it."
    out.print(zh if lang == "zh" else en, markup=False, soft_wrap=True)


def _login() -> str:
    """The user's login; a container may have none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        fail("不知道是谁作的决定：用 --who 或 ZWGK_WHO 写明 (say who decides, with --who or ZWGK_WHO)")


def _check_source(decision: Decision) -> None:
    """A form that every place has an organ of (财政局) names no body."""
    from loaders.resolve.bodies import describe_body, is_local_form, is_shared_form

    bare = is_local_form(decision.source) and not is_shared_form(decision.source)
    levelled = re.match("[省市区县州盟旗乡镇]", decision.source) and not describe_body(decision.source).region
    if bare or (levelled and not describe_body(decision.target).region):
        fail(f"“{decision.source}”在各地都有；写上地名 (there is one in every place: write the name with its place)")


def _is_plausible(name: str) -> bool:
    """Whether the lexicon or the graph knows the name, or it has the form of one."""
    from graph.store import connect
    from loaders.extract.agencies import is_body
    from loaders.resolve.organs import forms, take_apart
    from loaders.undecided import is_held

    if take_apart(name) or name in forms("central") or is_body(name):
        return True
    with sentences(), connect("reader") as store:
        return is_held(store, name)


@app.command()
def explain(
    name: Annotated[str, typer.Argument(help="机构的名称或原文称谓，如 省编办 (a name, or a mention as written)")],
    region: Annotated[str, typer.Option("--region", help="通知所在地，如 黑龙江省 (the notice's region)")] = "",
    date: Annotated[str, typer.Option("--date", help="通知的日期，如 2017-04-26 (the notice's date)")] = "",
    as_json: AsJson = False,
    lang: LanguageOption = "zh",
) -> None:
    """一个名称如何定为机构：规则、词表、地区、系统、前身后身、决定。 How a name becomes a body: rule, lexicon, region, system, lineage, decisions."""
    from loaders.extract.agencies import is_group
    from loaders.records import Header
    from loaders.resolve.explain import explain as explain_name
    from loaders.resolve.regions import find_region

    chain, used = find_region(region)
    if used != len(region):
        fail(
            f"没有叫“{region}”的地区，或有几个；从省写起，如 山东省菏泽市 (no such region, or several: begin with the province)"
        )
    if date and not re.fullmatch(r"\d{4}(?:-\d{2}(?:-\d{2})?)?", date):
        fail(f"日期写作 2017-04-26 或 2017，不是 {date} (a date is 2017-04-26 or 2017)")
    header = Header(region=chain, issued_on=date or None)
    found = explain_name(name, header, _read(), group=is_group(name))
    if as_json:
        _echo(asdict(found))
    else:
        _show_explanation(found, language(lang))


def _show_explanation(found: Explanation, lang: Language) -> None:
    say = {key: pick(_SAY, key, lang) for key in _SAY}
    rows = [
        ("name", found.name),
        ("rule", f"{found.rule} {found.confidence:.2f}  {pick(BODY_RULES, found.rule, lang)}"),
        ("by_rule", found.by_rule if found.by_rule != found.name else ""),
        ("reason", found.reason or ""),
        ("readings", "、".join(found.readings) if len(found.readings) > 1 else ""),
        ("lexicon", _entry(found.entry) if found.entry else say["not_there"]),
        ("region", " > ".join(found.described.region) or (say["country"] if found.entry else say["unknown"])),
        ("system", found.described.system or say["unknown"]),
        ("before", "、".join(f"{step.body}（{step.on}）" for step in found.predecessors)),
        ("after", "、".join(f"{step.body} → {step.successor}（{step.on}）" for step in found.successors)),
        ("aliases", "、".join(found.aliases)),
    ]
    for key, text in rows:
        if text:
            out.print(f"{say[key]}: {text}", markup=False, soft_wrap=True)
            if key == "rule" and found.words:
                out.print(f"  {found.words}", style="dim", markup=False, soft_wrap=True)
    out.print(f"{say['decisions']}: {'' if found.decisions else say['none']}", markup=False)
    for decision in found.decisions:
        out.print(f"  {_decision(decision, lang)}", markup=False, soft_wrap=True)


def _entry(entry: Any) -> str:
    """name, forms and years of a lexicon's entry on a line."""
    years = f"{entry.get('from', '')}–{entry.get('to', '')}" if entry.get("from") or entry.get("to") else ""
    shared = f" / {'、'.join(entry['shares'])}" if entry.get("shares") else ""
    return " ".join(filter(None, (f"{entry['name']}：{'、'.join(entry.get('forms') or ())}{shared}", years)))


def _read() -> Decisions:
    """The decisions in force; lines that are none are told on standard error."""
    from loaders.decisions import decision_files, read_decisions

    decisions, issues = read_decisions(decision_files())
    for issue in issues:
        err.print(f"{issue.where}: {issue.what} → {issue.mend}", style="yellow", markup=False)
    return decisions


def _echo(value: Any) -> None:
    typer.echo(json.dumps(value, ensure_ascii=False, indent=1, default=str))
