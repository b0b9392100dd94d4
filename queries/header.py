"""Reads the header of a saved query: a YAML block in // comments between two `// ---` lines."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, get_args

import yaml

import data
from queries.errors import CatalogueError
from queries.saved import Choice, Column, Cues, Form, Parameter, ParameterType, SavedQuery, Text

FENCE = "// ---"
PLACE = ("number", "title", "section", "heading", "task", "clause", "start", "end", "copy")
EVIDENCE = (*PLACE, "rule", "confidence", "document", "finding")
"""What the one word `evidence` in a header's list of columns stands for."""

HERE = Path(__file__).parent
KEYS = {"question", "description", "parameters", "columns", "form", "examples", "sentence", "ask"}
PARAMETER_KEYS = {"name", "type", "zh", "en", "required", "default", "values"}


class _Wrong(ValueError):
    """What is wrong, and the header key whose line to name."""

    def __init__(self, reason: str, key: str = "") -> None:
        super().__init__(reason)
        self.key = key


def read_saved_query(file: Path, group: str) -> SavedQuery:
    """The saved query of `file`; CatalogueError says what is wrong with it and where."""
    lines = file.read_text("utf-8").splitlines()
    block, cypher = _split(file, lines)
    try:
        header = _parsed(block)
        return _saved_query(f"{group}/{file.stem}", group, header, cypher)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 1
        raise CatalogueError(file, line, f"the header is no YAML: {getattr(error, 'problem', error)}") from error
    except _Wrong as error:
        raise CatalogueError(file, _line_of(lines, error.key), str(error)) from error


def _parsed(text: str) -> Any:
    """The YAML of `text`, by the C parser where PyYAML has it: ten times faster, and there are sixty headers to read."""
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def _split(file: Path, lines: list[str]) -> tuple[str, str]:
    if not lines or lines[0].strip() != FENCE:
        raise CatalogueError(file, 1, f"a saved query starts with the line `{FENCE}`")
    for index, line in enumerate(lines[1:], 1):
        if line.strip() == FENCE:
            return "\n".join(_uncommented(lines[1:index])), "\n".join(lines[index + 1 :]).strip() + "\n"
        if not line.startswith("//"):
            raise CatalogueError(file, index + 1, f"every header line starts with //, up to the closing `{FENCE}`")
    raise CatalogueError(file, len(lines), f"the header has no closing `{FENCE}`")


def _uncommented(comments: list[str]) -> list[str]:
    """Comment lines without their // mark."""
    return [re.sub(r"^// ?", "", line) for line in comments]


def _line_of(lines: list[str], key: str) -> int:
    """The line that holds `key`; of a dotted key the last part, after the first."""
    found = 1
    for part in key.split(".") if key else ():
        pattern = re.compile(rf"(?<!\w){re.escape(part)}(?!\w)")
        found = next((i for i, line in enumerate(lines[found - 1 :], found) if pattern.search(line)), found)
    return found


def _saved_query(id_: str, group: str, header: Any, cypher: str) -> SavedQuery:
    if not isinstance(header, dict):
        raise _Wrong("the header is a mapping of keys")
    if unknown := sorted(set(header) - KEYS):
        raise _Wrong(f"unknown key {unknown[0]}; known are {', '.join(sorted(KEYS))}", unknown[0])
    form = header.get("form", "table")
    if form not in get_args(Form):
        raise _Wrong(f"form is one of {', '.join(get_args(Form))}", "form")
    parameters = tuple(_parameter(entry) for entry in header.get("parameters") or ())
    _check_cypher(cypher, parameters)
    return SavedQuery(
        id=id_,
        group=group,
        question=_text(header, "question"),
        description=_text(header, "description"),
        parameters=parameters,
        columns=_columns(header.get("columns") or (), form),
        form=form,
        cypher=cypher,
        examples=_examples(header.get("examples") or (), parameters),
        sentence=_text(header, "sentence") if "sentence" in header else None,
        cues=_cues(header["ask"]) if "ask" in header else None,
    )


def _text(owner: Mapping[str, Any], key: str) -> Text:
    value = owner.get(key)
    if not isinstance(value, dict) or not value.get("zh") or not value.get("en"):
        raise _Wrong(f"{key} needs zh and en", key)
    return Text(str(value["zh"]), str(value["en"]))


@lru_cache
def _shared(name: str) -> dict[str, dict[str, Any]]:
    loaded: dict[str, dict[str, Any]] = _parsed((HERE / f"{name}.yaml").read_text("utf-8"))
    return loaded


def _parameter(entry: Any) -> Parameter:
    fields: dict[str, Any] = {"name": entry} if isinstance(entry, str) else dict(entry)
    name = str(fields.get("name", ""))
    fields = {**_shared("parameters").get(name, {}), **fields}
    if missing := sorted({"name", "type", "zh", "en"} - set(fields)):
        raise _Wrong(f"parameter {name or '?'} needs {', '.join(missing)}", f"parameters.{name}")
    if unknown := sorted(set(fields) - PARAMETER_KEYS):
        raise _Wrong(f"parameter {name}: unknown key {unknown[0]}", f"parameters.{name}")
    if fields["type"] not in get_args(ParameterType):
        raise _Wrong(f"parameter {name}: type is one of {', '.join(get_args(ParameterType))}", f"parameters.{name}")
    values, cypher = _values(name, fields.get("values"))
    if fields["type"] == "choice" and not values:
        raise _Wrong(f"parameter {name}: a choice needs its list of values", f"parameters.{name}")
    text = Text(fields["zh"], fields["en"])
    required, default = bool(fields.get("required")), fields.get("default")
    return Parameter(name, fields["type"], text, required, default, values, cypher)


def _values(name: str, values: Any) -> tuple[tuple[Choice, ...], str | None]:
    if isinstance(values, dict) and "cypher" in values:
        return (), str(values["cypher"])
    if isinstance(values, dict) and "list" in values:
        values = data.load("questions")[values["list"]]
    try:
        return tuple(Choice(v["value"], Text(v["zh"], v["en"])) for v in values or ()), None
    except (KeyError, TypeError) as error:
        raise _Wrong(f"parameter {name}: each value needs value, zh and en", f"parameters.{name}") from error


def _columns(entries: Any, form: str) -> tuple[Column, ...]:
    if form != "picture" and not entries:
        raise _Wrong(f"a {form} needs its columns", "form")
    return tuple(_column(one) for entry in entries for one in (EVIDENCE if entry == "evidence" else (entry,)))


def _column(entry: Any) -> Column:
    fields = {"name": entry} if isinstance(entry, str) else dict(entry)
    name = str(fields.get("name", ""))
    fields = {**_shared("columns").get(name, {}), **fields}
    if missing := sorted({"name", "zh", "en", "kind"} - set(fields)):
        raise _Wrong(f"column {name or '?'} needs {', '.join(missing)}, or is not in columns.yaml", f"columns.{name}")
    return Column(name, Text(fields["zh"], fields["en"]), fields["kind"])


def _examples(entries: Any, parameters: tuple[Parameter, ...]) -> tuple[dict[str, Any], ...]:
    names = {parameter.name for parameter in parameters}
    for entry in entries:
        if unknown := sorted(set(entry) - names):
            raise _Wrong(f"example names {unknown[0]}, which is no parameter", "examples")
    return tuple(dict(entry) for entry in entries)


def _cues(entry: Mapping[str, Any]) -> Cues:
    needs = tuple(tuple(str(need).split("|")) for need in entry.get("needs") or ())
    return Cues(needs, tuple(entry.get("takes") or ()))


def _check_cypher(cypher: str, parameters: tuple[Parameter, ...]) -> None:
    used = set(re.findall(r"\$(\w+)", cypher))
    declared = {parameter.name for parameter in parameters}
    if missing := sorted(used - declared):
        raise _Wrong(f"the Cypher uses ${missing[0]}, which no parameter declares", f"${missing[0]}")
    if idle := sorted(declared - used):
        raise _Wrong(f"parameter {idle[0]} is not used by the Cypher", f"parameters.{idle[0]}")
