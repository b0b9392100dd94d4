"""zwgk correct: findings that people put right, and where."""

from __future__ import annotations

import getpass
import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from ui import correcting
from ui.cli.console import LanguageOption, err, fail, language, out, sentences
from ui.wording import Language, Words, pick

if TYPE_CHECKING:
    from graph.store import Store
    from loaders.correcting import Correction, Corrections, Field
    from loaders.findings import Finding

app = typer.Typer(
    help="更正抽取的发现：机构、角色、频率、内容、领域，或标为有误。 Correct findings: agency, role, frequency, information, domain, or mark them wrong.",
    no_args_is_help=True,
)

_SAY: Words = {
    "none": ("没有更正。", "No corrections."),
    "overruled": ("被后一行取代", "overruled by a later line"),
    "gone": ("位置已不在，没有应用", "its place is gone; not applied"),
    "homeless": ("文件不在图里", "its document is not held"),
}

Document = Annotated[str, typer.Argument(help="文号、标题或编号 (the document's number, title or id)")]
Key = Annotated[
    str,
    typer.Argument(
        help="哪一项：任务 1.2#1，义务 1.2#1.3，机构 1.2#1@省财政厅；见 find (which finding; `find` lists them)"
    ),
]
Reason = Annotated[str, typer.Option("--reason", "-r", help="理由，随证据保存 (why; kept with the evidence)")]
Who = Annotated[
    str | None, typer.Option("--who", envvar="ZWGK_WHO", help="谁更正的 (who corrects; default: the login)")
]
AsJson = Annotated[bool, typer.Option("--json", help="打印 JSON (print JSON)")]


@app.command("list")
def list_(as_json: AsJson = False, lang: LanguageOption = "zh") -> None:
    """全部更正，各在何处，是否还有位置。 All corrections, where they are, and whether they still have a place."""
    from graph.store import connect
    from loaders.held import states

    spoken, corrections = language(lang), _read()
    with sentences(), connect("reader") as store:
        state = states(store, corrections)
    if as_json:
        taken = [asdict(each) | {"state": state[each]} for each in corrections.taken]
        _echo({"corrections": taken, "overruled": [asdict(each) for each in corrections.overruled]})
        return
    for number, each in enumerate(corrections.taken, 1):
        told = "" if state[each] == "placed" else f"（{pick(_SAY, state[each], spoken)}）"
        out.print(f"{number:>3} {told}{_line(each, spoken)}", markup=False, soft_wrap=True)
    for each in corrections.overruled:
        out.print(f"    （{pick(_SAY, 'overruled', spoken)}）{_line(each, spoken)}", markup=False, soft_wrap=True)
    if not (corrections.taken or corrections.overruled):
        out.print(pick(_SAY, "none", spoken), style="dim")


@app.command()
def find(
    document: Document,
    words: Annotated[str, typer.Argument(help="只列出有这些字的 (only those with these words)")] = "",
    as_json: AsJson = False,
    lang: LanguageOption = "zh",
) -> None:
    """一份文件里可更正的各项及其编号。 What can be corrected in a document, with the keys that name it."""
    from graph.store import connect
    from loaders.findings import find_findings

    with sentences(), connect("reader") as store:
        found = [each for each in find_findings(store, _held(store, document)) if words in f"{each.key} {each.words}"]
    if as_json:
        _echo([asdict(each) | {"key": each.key} for each in found])
        return
    for each in found:
        out.print(_finding(each, language(lang)), markup=False, soft_wrap=True)


@app.command("set")
def set_(
    document: Document,
    key: Key,
    field: Annotated[str, typer.Argument(help="agency | role | frequency | information | domain")],
    value: Annotated[
        str, typer.Argument(help="新的值，如 每周、牵头、财政收支、预算 (the new value, in words or as a code)")
    ],
    reason: Reason,
    who: Who = None,
    lang: LanguageOption = "zh",
) -> None:
    """更正一项的一个值。 Correct one value of a finding."""
    try:
        name = _field(field)
        new = correcting.meant(name, value)
    except ValueError as error:
        fail(str(error))
    _take(document, key, name, new, reason, who, language(lang))


@app.command()
def wrong(document: Document, key: Key, reason: Reason, who: Who = None, lang: LanguageOption = "zh") -> None:
    """把一项标为有误：不再入图。 Mark a finding wrong: it leaves the graph."""
    _take(document, key, "wrong", None, reason, who, language(lang))


@app.command()
def undo(
    number: Annotated[int, typer.Argument(help="list 中的序号 (the number in `list`)")], lang: LanguageOption = "zh"
) -> None:
    """撤销一条更正：删去那一行，图谱复原。 Undo a correction: its line goes, the graph is what it was."""
    from loaders.corrections import corrections_file, remove_correction

    taken = _read().taken
    if not 1 <= number <= len(taken):
        fail(f"没有第 {number} 条；zwgk correct list 列出全部 (no such correction; list shows them)")
    with sentences():
        remove_correction(corrections_file(), taken[number - 1])
    told = ("已撤销：", "Undone: ")[language(lang) == "en"]
    out.print(told + _line(taken[number - 1], language(lang)), markup=False, soft_wrap=True)
    _apply(taken[number - 1], language(lang))


def _take(document: str, key: str, name: Field, new: Any, reason: str, who: str | None, lang: Language) -> None:
    """Find the place, write the correction down, and bring the graph up to date."""
    from graph.store import connect
    from loaders.corrections import append_correction, corrections_file
    from loaders.findings import correction_for, find_findings

    if not reason.strip():
        fail("理由不能为空 (a correction needs a reason)")
    with sentences(), connect("reader") as store:
        id_ = _held(store, document)
        found = [each for each in find_findings(store, id_) if each.key == key or (each.what == "body" and key == f"{each.id}@{each.values['agency']}")]  # fmt: skip
    if len(found) != 1:
        how = "没有" if not found else "不止一项叫"
        fail(f"{how} {key}；zwgk correct find {document} 列出各项 (no such finding, or several; find lists them)")
    _check(found[0], name, new)
    made = correction_for(found[0], name, new, reason=reason.strip(), who=who or _login())
    with sentences():
        append_correction(corrections_file(), made)
    told = ("已记入", "Written to")[lang == "en"]
    out.print(f"{told} {corrections_file()}: {_line(made, lang)}", markup=False, soft_wrap=True)
    _apply(made, lang)


def _check(finding: Finding, name: Field, new: Any) -> None:
    if name not in correcting.kinds(finding.what):
        known = " ".join(correcting.kinds(finding.what))
        fail(f"{finding.key} 可更正的是 {known}，没有 {name} (this finding has no such field)")
    if name != "wrong" and finding.values.get(name) == new:
        fail(f"{finding.key} 现在就是 {correcting.value(name, new, 'zh')} (it says so already)")


def _apply(made: Correction, lang: Language) -> None:
    """Read the document again; where that cannot be done here, the next build does it."""
    with sentences():
        report, refused = correcting.apply(made)
    if refused or not (report.written or report.unchanged):
        zh, en = "下次 zwgk build 生效。", "The next zwgk build follows it."
    else:
        zh, en = (
            f"图谱已更新，写入 {len(report.written)} 个文件。",
            f"The graph is up to date; {len(report.written)} documents written.",
        )
    out.print(zh if lang == "zh" else en, style="dim")


def _held(store: Store, name: str) -> str:
    """The id of the document of this number, title or id."""
    from loaders.held import named

    found = named(store, name)
    if len(found) != 1:
        how = "图里没有" if not found else "不止一份叫"
        fail(f"{how}“{name}”的文件；zwgk query run document/list 列出全部 (no such document, or several)")
    return found[0]


def _field(name: str) -> Field:
    """The field of this name, in Chinese or English. Raises ValueError."""
    for field, words in correcting.FIELDS.items():
        if name in (field, *words) and field != "wrong":
            return field  # type: ignore[return-value]
    raise ValueError(f"没有 {name} 这一栏：agency role frequency information domain (no such field)")


def _line(each: Correction, lang: Language) -> str:
    name = each.document.removeprefix("document:")
    told = f"{name} {correcting.key(each)}  {correcting.change(each, lang)}  {each.reason} · {each.who} {each.when}"
    return f"{told}  {each.where}".rstrip()


def _finding(each: Finding, lang: Language) -> str:
    indent = "" if each.what == "task" else "  "
    values = " · ".join(correcting.value(name, given, lang) for name, given in each.values.items())
    words = "" if each.what == "body" else f"  “{each.words}”"
    return f"{indent}{each.key}  {values}{words}"


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        _nobody()


def _nobody() -> NoReturn:
    fail("不知道是谁更正的：用 --who 或 ZWGK_WHO 写明 (say who corrects, with --who or ZWGK_WHO)")


def _read() -> Corrections:
    """The corrections in force; lines that are none are told on standard error."""
    from loaders.corrections import corrections_file, read_corrections

    corrections, issues = read_corrections(corrections_file())
    for issue in issues:
        err.print(f"{issue.where}: {issue.what} → {issue.mend}", style="yellow", markup=False)
    return corrections


def _echo(value: Any) -> None:
    typer.echo(json.dumps(value, ensure_ascii=False, indent=1, default=str))
