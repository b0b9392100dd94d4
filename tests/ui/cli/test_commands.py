"""The command line: what it prints, how it ends, and that errors are sentences."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import Result
from typer.main import get_command
from typer.testing import CliRunner

from graph import embedded
from queries.catalogue import load_catalogue
from tests.conftest import Environment, _apply
from tests.loaders.sample import HEAD, NOTICES
from tests.loaders.shape import assert_shape
from ui.cli import console
from ui.cli.main import app

NOTICE = NOTICES / "01-yunling-2021.txt"
HANT = NOTICES / "02-yunling-2021-hant.txt"
SMALL = (
    HEAD
    + "一、水运\n（一）票价信息。按月在省政府网站公布渡轮票价。（省财政厅牵头落实）\n（二）班次信息。公布班次。（省交通运输厅负责）\n"
)
HAN = re.compile("[\u4e00-\u9fff]")
LATIN = re.compile("[A-Za-z]{3,} [a-z]{2,}")


@pytest.fixture(autouse=True)
def _wide(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A terminal that breaks no line, in Chinese."""
    monkeypatch.delenv("ZWGK_LANG", raising=False)
    monkeypatch.setenv("TERMINAL_WIDTH", "240")
    for screen in (console.out, console.err):
        monkeypatch.setattr(screen, "width", 240)
    return


def run(*words: str, code: int | None = 0) -> Result:
    """One command; a traceback is never right."""
    result = CliRunner().invoke(app, list(words))
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    if code is not None:
        assert result.exit_code == code, result.output
    return result


def _commands() -> list[tuple[str, ...]]:
    """The path of every command and group."""
    paths: list[tuple[str, ...]] = [()]
    for name, command in get_command(app).commands.items():  # type: ignore[attr-defined]
        paths.append((name,))
        paths += [(name, inner) for inner in getattr(command, "commands", ())]
    return paths


def test_all_commands_are_there() -> None:
    assert {"build", "extract", "ask", "query", "db", "ui"} <= {path[0] for path in _commands() if path}
    assert {("query", "list"), ("query", "show"), ("query", "run")} <= set(_commands())
    assert {("db", "status"), ("db", "stop"), ("db", "reset")} <= set(_commands())


@pytest.mark.parametrize("path", _commands(), ids=lambda path: " ".join(path) or "zwgk")
def test_help_is_in_both_languages(path: tuple[str, ...]) -> None:
    text = run(*path, "--help").output
    assert HAN.search(text)
    assert LATIN.search(text)


@pytest.mark.parametrize("path", [path for path in _commands() if path], ids=" ".join)
def test_the_sentence_of_a_command_is_in_both_languages(path: tuple[str, ...]) -> None:
    command = get_command(app)
    for name in path:
        command = command.commands[name]  # type: ignore[attr-defined]
    assert HAN.search(command.help or "")
    assert LATIN.search(command.help or "")


# extract
def test_extract_json() -> None:
    found = json.loads(run("extract", str(NOTICE)).stdout)
    assert_shape(found)
    assert found["document"]["number"] == "岭政办发〔2021〕18号"


def test_extract_two_copies_is_one_object() -> None:
    found = json.loads(run("extract", str(NOTICE), str(HANT)).stdout)
    assert [copy["script"] for copy in found["document"]["copies"]] == ["Hans", "Hant"]


def test_extract_a_folder_is_a_line_a_document() -> None:
    lines = run("extract", str(NOTICES)).stdout.splitlines()
    assert len(lines) == 7
    assert len({json.loads(line)["document"]["number"] for line in lines}) == 7


def test_extract_text_is_what_the_offsets_refer_to() -> None:
    text = run("extract", str(NOTICE), "--format", "text").stdout
    assert text == NOTICE.read_text(encoding="utf-8")
    duty = json.loads(run("extract", str(NOTICE)).stdout)["tasks"][0]["obligations"][0]
    assert text[duty["start"] : duty["end"]] == duty["text"]


def test_extract_bad_files(tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\x00\x01")
    (tmp_path / "good.txt").write_text(SMALL, encoding="utf-8")
    result = run("extract", str(tmp_path))
    assert json.loads(result.stdout)["document"]["number"] == "岭政办发〔2020〕7号"
    assert "bad.txt" in result.stderr


@pytest.mark.parametrize("command", ["extract", "build"])
def test_no_such_file(command: str, tmp_path: Path, embedded_engine: str) -> None:
    result = run(command, str(tmp_path / "gone.txt"), code=1)
    assert "没有这个文件" in result.stderr
    assert result.stdout == ""


def test_extract_nothing_that_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    assert "空文件" in run("extract", str(tmp_path), code=1).stderr


def test_an_unknown_format() -> None:
    assert "json" in run("extract", str(NOTICE), "--format", "xml", code=2).stderr


# query
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_query_list(lang: str) -> None:
    text = run("query", "list", "--lang", lang).stdout
    for query in load_catalogue().values():
        assert query.id in text
        assert query.description.of("en" if lang == "en" else "zh")[:10] in text


@pytest.mark.parametrize("id_", load_catalogue())
def test_query_show(id_: str) -> None:
    query = load_catalogue()[id_]
    text = run("query", "show", id_).stdout
    assert query.question.zh in text
    assert all(f"{parameter.name} (" in text for parameter in query.parameters)
    assert query.cypher.split("\n")[0] in text


@pytest.mark.parametrize("words", [("query", "show"), ("query", "run")])
def test_an_unknown_query(words: tuple[str, str]) -> None:
    result = run(*words, "agency/nonsense", code=1)
    assert "agency/nonsense" in result.stderr
    assert "zwgk query list" in result.stderr


def test_a_parameter_without_a_value(embedded_engine: str) -> None:
    assert "名=值" in run("query", "run", "document/list", "-p", "year", code=1).stderr


# On a store.
@pytest.fixture(scope="module")
def home(embedded_environment: Environment, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The small notice, built into an empty embedded store; the folder it was built from."""
    folder = tmp_path_factory.mktemp("notices")
    (folder / "a.txt").write_text(SMALL, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        _apply(embedded_environment, patch)
        patch.setattr(console.out, "width", 240)
        embedded_reset()
        result = run("build", str(folder))
        assert "写入 1 个文件" in result.stdout
        yield folder


def embedded_reset() -> None:
    from graph.store import connect
    from tests.conftest import _wipe

    with connect("writer") as store:
        _wipe(store)


def test_build_again_changes_nothing(home: Path) -> None:
    assert "没有变化" in run("build", str(home)).stdout
    assert "nothing changed" in run("build", str(home), "--lang", "en").stdout


def test_build_tells_of_bad_files_and_goes_on(home: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\x00\x01")
    (tmp_path / "a.txt").write_text(SMALL, encoding="utf-8")
    text = run("build", str(tmp_path)).stdout
    assert "bad.txt" in text
    assert "岭政办发〔2020〕7号" in text


def test_build_shows_some_issues_and_saves_all(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(3):
        (tmp_path / f"bad{number}.txt").write_bytes(b"\x00\x01" + bytes([number]))
    monkeypatch.setattr("ui.cli.build._SHOWN_ISSUES", {"error": 1})
    saved = tmp_path / "issues.csv"
    text = run("build", str(tmp_path), "--issues", str(saved), code=1).stdout
    assert len(re.findall(r"bad\d", text)) == 1
    assert "另有 2 条 error 不列出" in text
    rows = list(csv.reader(saved.read_text("utf-8-sig").splitlines()))
    assert rows[0] == ["级别", "位置", "疑点", "建议"]
    assert sorted(Path(row[1]).name for row in rows[1:]) == [f"bad{number}.txt" for number in range(3)]


def test_build_an_empty_folder(home: Path, tmp_path: Path) -> None:
    run("build", str(tmp_path), code=1)


def test_ask(home: Path) -> None:
    text = run("ask", "省财政厅每月必须公开什么？").stdout
    assert "agency/duties" in text
    assert "渡轮票价" in text
    assert "按月在省政府网站公布渡轮票价" in text


def test_ask_in_english(home: Path) -> None:
    text = run("ask", "what must 省财政厅 disclose monthly").stdout
    assert "parameters" in text
    assert "渡轮票价" in text


def test_ask_shows_its_cypher_on_demand(home: Path) -> None:
    question = "省财政厅每月必须公开什么？"
    assert "MATCH" in run("ask", question, "--cypher").stdout
    assert "MATCH" not in run("ask", question).stdout


def test_a_question_that_is_none(home: Path) -> None:
    result = run("ask", "飞碟几点起飞", code=2)
    assert result.output.strip()


def test_query_run(home: Path) -> None:
    text = run("query", "run", "agency/duties", "-p", "agencies=云岭省财政厅").stdout
    assert "渡轮票价" in text


def test_typed_cypher_runs_and_says_when_it_is_cut(home: Path) -> None:
    text = "MATCH (a:Agency) WHERE a.name CONTAINS $part RETURN a.name AS name"
    result = CliRunner().invoke(app, ["query", "run", "--cypher", "-", "-p", "part=省", "--limit", "1"], input=text)
    assert result.exit_code == 0, result.output
    assert "name" in result.output
    assert "只列出前 1 行" in result.output


def test_typed_cypher_points_at_the_place_and_never_writes(home: Path) -> None:
    assert "line 2, column 8" in run("query", "run", "--cypher", "MATCH (a:Agency)\nRETURN b.name", code=1).output
    assert "only read" in run("query", "run", "--cypher", "CREATE (n:Agency {id: 'x'})", code=1).output
    run("query", "run", code=1)


def test_a_query_of_ones_own_is_made_listed_edited_checked_and_run(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("queries.own.own_folder", lambda: tmp_path)
    assert (
        str(tmp_path / "mine" / "notices.cypher")
        in run("query", "new", "mine/notices", "--from", "document/list").output
    )
    assert "mine/notices" in run("query", "list").output
    monkeypatch.setenv("VISUAL", "")
    monkeypatch.setenv("EDITOR", "sed -i s/year:.2017//")
    assert "mine/notices ✓" in run("query", "edit", "mine/notices").output
    assert run("query", "run", "mine/notices").output == run("query", "run", "document/list").output
    monkeypatch.setenv("EDITOR", "sed -i s/form:.table/form:tabel/")
    assert "notices.cypher:" in run("query", "edit", "mine/notices", code=1).output


def test_query_run_a_picture(home: Path) -> None:
    assert "云岭省财政厅" in run("query", "run", "agency/neighbourhood", "-p", "agencies=云岭省财政厅").stdout


def test_query_run_without_results(home: Path) -> None:
    assert "没有结果" in run("query", "run", "agency/duties", "-p", "agencies=云岭省飞碟厅").stdout


@pytest.mark.parametrize("pair", ["nonsense=1", "limit=1"])
def test_an_unknown_parameter(home: Path, pair: str) -> None:
    result = run("query", "run", "agency/duties", "-p", "agencies=云岭省财政厅", "-p", pair, code=1)
    assert pair.partition("=")[0] in result.stderr


def test_a_missing_parameter(home: Path) -> None:
    assert "agencies" in run("query", "run", "agency/duties", code=1).stderr


def test_brackets_of_a_notice_are_no_markup(home: Path, tmp_path: Path) -> None:
    name = "[red]x[/nonsense]"
    assert name in run("query", "show", name, code=1).stderr


def test_db_status(home: Path, embedded_environment: Environment) -> None:
    text = run("db", "status").stdout
    assert embedded_environment["ZWGK_HOME"] in text
    assert "1 个文件" in text
    assert "1 documents" in run("db", "status", "--lang", "en").stdout


def test_db_status_of_a_server_of_ones_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", "bolt://localhost:1")
    assert "bolt://localhost:1" in run("db", "status").stdout


def test_a_server_that_is_not_there_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", "bolt://localhost:1")
    monkeypatch.setenv("NEO4J_PASSWORD", "secret-word")
    result = run("ask", "省财政厅每月必须公开什么？", code=1)
    assert result.stdout == ""
    assert "bolt://localhost:1" in result.stderr
    assert "secret-word" not in result.output


def test_db_reset_asks_first(home: Path) -> None:
    assert CliRunner().invoke(app, ["db", "reset"], input="n\n").exit_code == 1
    assert "1 个文件" in run("db", "status").stdout


def test_db_forget_takes_one_document_out_and_asks_first(home: Path, tmp_path: Path) -> None:
    folder = tmp_path / "two"
    folder.mkdir()
    for serial in (31, 32):
        text = HEAD.replace("7号", f"{serial}号") + f"一、水运\n（一）票价信息。公布渡轮票价。（省第{serial}厅牵头）\n"
        (folder / f"{serial}.txt").write_text(text, encoding="utf-8")
    before = run("db", "status").stdout.splitlines()[-1]
    run("build", str(folder))
    assert "3 个文件" in run("db", "status").stdout

    assert CliRunner().invoke(app, ["db", "forget", "岭政办发〔2020〕31号"], input="n\n").exit_code == 1
    assert "3 个文件" in run("db", "status").stdout
    assert (
        "没有收录 岭政办发〔2020〕9号"
        in run("db", "forget", "岭政办发〔2020〕31号", "岭政办发〔2020〕9号", "--yes", code=1).stderr
    )
    assert "3 个文件" in run("db", "status").stdout
    assert re.search(
        r"已取出 岭政办发〔2020〕31号：移除 \d+ 个节点", run("db", "forget", "岭政办发[2020]31号", "--yes").stdout
    )
    assert "2 个文件" in run("db", "status").stdout
    english = run("db", "forget", "document:岭政办发〔2020〕32号", "--yes", "--lang", "en").stdout
    assert re.search(r"is out: \d+ nodes and \d+ relationships removed", english)
    assert run("db", "status").stdout.splitlines()[-1] == before, "no orphan is left"

    assert "写入 2 个文件" in run("build", str(folder)).stdout, "the ledger does not take them for stored"
    run("db", "forget", "岭政办发〔2020〕31号", "岭政办发〔2020〕32号", "--yes")


def test_db_in_a_home_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NEO4J_URI", "NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("ZWGK_HOME", str(tmp_path / "zwgk"))
    assert embedded.status() is None
    assert "未运行" in run("db", "status").stdout
    assert "没有在运行" in run("db", "stop").stdout
    assert "It was not running" in run("db", "stop", "--lang", "en").stdout


def test_an_unknown_command() -> None:
    assert "nonsense" in run("nonsense", code=2).stderr


def test_db_dump_and_restore(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "d.jsonl.gz"
    said = run("db", "dump", str(file)).stdout
    assert re.search(r"已备份 \d+ 个节点、\d+ 条关系", said)
    assert CliRunner().invoke(app, ["db", "restore", str(file)], input="n\n").exit_code == 1
    run("db", "reset", "--yes")
    assert "nodes and" not in run("db", "restore", str(file), "--yes").stdout
    assert "1 个文件" in run("db", "status").stdout
    assert re.search(r"Restored: \d+ nodes", run("db", "restore", str(file), "--yes", "--lang", "en").stdout)


def test_db_restore_of_no_dump_leaves_the_graph(home: Path, tmp_path: Path) -> None:
    (tmp_path / "x").write_text("x")
    assert "cannot be read" in run("db", "restore", str(tmp_path / "x"), "--yes", code=1).stderr
    assert "1 个文件" in run("db", "status").stdout


def test_db_dump_into_a_folder_that_is_not_there(home: Path, tmp_path: Path) -> None:
    assert "写不了" in run("db", "dump", str(tmp_path / "no" / "d.gz"), code=1).stderr


def test_db_start_and_path(home: Path) -> None:
    assert run("db", "path").stdout.strip() == str(embedded.home())
    assert "bolt://127.0.0.1:" in run("db", "start").stdout
    assert "Running: bolt://127.0.0.1:" in run("db", "start", "--lang", "en").stdout


@pytest.mark.parametrize("name", ["start", "reset"])
def test_db_start_and_reset_are_not_for_another_server(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", "bolt://localhost:1")
    assert "NEO4J_URI" in run("db", name, code=1).stderr


def test_build_dry_run_says_what_would_change(home: Path, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(SMALL.replace("〕7号", "〕17号"), encoding="utf-8")
    said = run("build", str(tmp_path), "--dry-run").stdout
    assert re.search(r"\+\d+ ~0 −0", said)
    assert "没有写入" in said
    assert "1 个文件" in run("db", "status").stdout
    assert "nothing was stored" in run("build", str(tmp_path), "--dry-run", "--lang", "en").stdout


def test_export_import_files(home: Path, tmp_path: Path) -> None:
    said = run("export", "import-files", str(tmp_path / "new")).stdout
    assert "neo4j-admin database import full --overwrite-destination @import.args neo4j" in said
    assert (tmp_path / "new" / "nodes-Task.csv").read_text(encoding="utf-8").count("task:") >= 2
    assert "not empty" in run("export", "import-files", str(tmp_path / "new"), code=1).stderr
