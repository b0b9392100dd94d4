"""The house rules that a syntax tree can show: which way the arrows go, and where heavy packages are loaded."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MAY_IMPORT = {
    "data": {"data"},
    "graph": {"data", "graph"},
    "loaders": {"data", "graph", "loaders"},
    "queries": {"data", "graph", "queries"},
    "ui": {"data", "graph", "loaders", "queries", "ui"},
}
# Packages that take long to load or that only one place may know, and the places that import them at module level.
HEAVY = {
    "streamlit": ("ui/web/",),
    "rich": ("ui/cli/",),
    "typer": ("ui/cli/",),
    "neo4j": ("graph/",),
    "psutil": ("graph/embedded/",),
    "yaml": ("queries/header.py",),
    "lxml": ("loaders/read/",),
    "spacy": (),
    "jieba": (),
    "opencc": (),
    "pyvis": (),
    "py2neo": (),
    "pandas": (),
    "openpyxl": (),
    "docx": ("loaders/read/",),
    "icalendar": (),
    "chinese_calendar": (),
    "pyarrow": (),
    "arcadedb_embedded": (),
    "mcp": ("ui/mcp/",),
}
ONLY_IN = {
    "py2neo": "graph/py2neo_bridge.py",
    "streamlit": "ui/web/",
    "pyvis": "ui/web/",
    "neo4j": "graph/",
    "spacy": "loaders/",
    "rich": "ui/cli/",
    "mcp": "ui/mcp/",
    "openpyxl": "ui/files/",
    "icalendar": "ui/files/",
    "chinese_calendar": "ui/files/",
    "pyarrow": "graph/files/",
}
LONG = 8
"""A public function of more lines says what it does."""


@dataclass(frozen=True)
class Import:
    """`target` as a dotted name; `top`: at module level, not only for the type checker."""

    target: str
    line: int
    top: bool
    runs: bool


def _is_type_checking(node: ast.stmt) -> bool:
    return isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)


def _imports(node: ast.AST, *, top: bool = True, runs: bool = True) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import):
            for name in child.names:
                yield Import(name.name, child.lineno, top, runs)
        elif isinstance(child, ast.ImportFrom):
            for name in child.names:
                yield Import("." * child.level + f"{child.module}.{name.name}", child.lineno, top, runs)
        elif isinstance(child, ast.stmt):
            function = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef)
            yield from _imports(child, top=top and not function, runs=runs and not _is_type_checking(child))
        elif isinstance(child, ast.ExceptHandler | ast.match_case):
            yield from _imports(child, top=top, runs=runs)


def _parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


FILES = {
    path.relative_to(ROOT).as_posix(): _parse(path)
    for room in MAY_IMPORT
    for path in sorted((ROOT / room).rglob("*.py"))
}
IMPORTS = {name: list(_imports(tree)) for name, tree in FILES.items()}


def _module(name: str) -> str:
    return name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


MODULES = {_module(name): name for name in FILES}


def _own(target: str) -> str | None:
    """The module of the project that an import leads to; None where it leads outside."""
    if target in MODULES:
        return target
    upper = target.rpartition(".")[0]
    return upper if upper in MODULES else None


def test_there_is_something_to_look_at() -> None:
    assert {name.split("/")[0] for name in FILES} == set(MAY_IMPORT)
    assert sum(len(found) for found in IMPORTS.values()) > 200


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_arrows_go_one_way(room: str) -> None:
    rooms = set(MAY_IMPORT)
    wrong = [
        f"{name}:{found.line} imports {found.target}"
        for name, imports in IMPORTS.items()
        if name.startswith(f"{room}/")
        for found in imports
        if (top := found.target.split(".")[0]) in rooms and top not in MAY_IMPORT[room]
    ]
    assert wrong == []


def test_no_relative_imports() -> None:
    wrong = [f"{name}:{i.line}" for name, imports in IMPORTS.items() for i in imports if i.target.startswith(".")]
    assert wrong == []


def test_no_import_of_tests_or_tools() -> None:
    wrong = [
        f"{name}:{found.line} imports {found.target}"
        for name, imports in IMPORTS.items()
        for found in imports
        if found.target.split(".")[0] in ("tests", "tools", "pytest")
    ]
    assert wrong == []


def _circle(arrows: dict[str, set[str]]) -> list[str]:
    """One circle of modules, or [] where there is none."""
    done: set[str] = set()

    def walk(module: str, trail: list[str]) -> list[str]:
        if module in trail:
            return trail[trail.index(module) :]
        if module in done:
            return []
        for other in sorted(arrows.get(module, ())):
            found = walk(other, [*trail, module])
            if found:
                return found
        done.add(module)
        return []

    return next((found for module in sorted(arrows) if (found := walk(module, []))), [])


def test_no_import_circle_not_even_one_hidden_in_a_function() -> None:
    arrows = {
        module: {own for found in IMPORTS[name] if found.runs and (own := _own(found.target)) and own != module}
        for module, name in MODULES.items()
    }
    assert _circle(arrows) == []


def test_a_circle_would_be_seen() -> None:
    assert _circle({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == ["b", "c"]
    assert _circle({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == []


@pytest.mark.parametrize("package", HEAVY)
def test_heavy_packages_are_imported_where_first_used(package: str) -> None:
    wrong = [
        f"{name}:{found.line}"
        for name, imports in IMPORTS.items()
        for found in imports
        if found.target.split(".")[0] == package and found.top and found.runs and not name.startswith(HEAVY[package])
    ]
    assert wrong == []


@pytest.mark.parametrize("package", ONLY_IN)
def test_packages_that_one_room_alone_knows(package: str) -> None:
    users = {name for name, imports in IMPORTS.items() for i in imports if i.target.split(".")[0] == package}
    assert users
    assert [name for name in sorted(users) if not name.startswith(ONLY_IN[package])] == []


def _public(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    """Functions and classes of the module, and the methods of its public classes."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from _public(ast.Module(node.body, []))


def test_what_is_public_and_long_says_what_it_does() -> None:
    silent = [
        f"{name}:{node.lineno} {node.name}"
        for name, tree in FILES.items()
        for node in _public(tree)
        if (node.end_lineno or 0) - node.lineno + 1 > LONG and not ast.get_docstring(node)
    ]
    assert silent == []


def test_every_module_says_what_it_is_for() -> None:
    assert [name for name, tree in FILES.items() if not ast.get_docstring(tree)] == []


def test_the_library_never_prints() -> None:
    wrong = [
        f"{name}:{node.lineno}"
        for name, tree in FILES.items()
        if not name.startswith("ui/")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert wrong == []
