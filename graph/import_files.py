"""The whole graph as CSV for `neo4j-admin database import`: the way to a Neo4j of tens of millions of nodes.

One file a label, one a relationship type, each with its header; `import.args` names them all with the settings that
they are written for, `schema.cypher` makes constraints and indexes after the import. Memory stays flat.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from graph import cypher
from graph.dump import Counts
from graph.errors import DumpError
from graph.schema import EDGES, KEY, NODES, Property
from graph.validate import is_absent
from graph.values import Edge, Node

if TYPE_CHECKING:
    from graph.store import Store

# Between the items of a list: a character that no text holds, for a comma or a semicolon may stand in one.
_SEPARATOR = "\x1f"
_TYPES = {"string": "string", "strings": "string[]", "integer": "long", "float": "double", "boolean": "boolean"}
_SETTINGS = ("--array-delimiter=U+001F", "--multiline-fields=true", "--ignore-empty-strings=false", "--id-type=string")


def export_store(store: Store, folder: Path, progress: Callable[[int], None] = lambda done: None) -> Counts:
    """Everything in `store` into files in the new or empty `folder`."""
    held = Counts(*store.size())
    counts = write_import_files(_items(store), folder, progress)
    if counts != held:
        raise DumpError(
            f"The store holds {held.nodes} nodes and {held.edges} edges, but {counts.nodes} and {counts.edges} of the "
            "schema were written: somebody builds meanwhile, or other programs wrote there. Export again, or look there."
        )
    return counts


def write_import_files(
    items: Iterable[Node | Edge], folder: Path, progress: Callable[[int], None] = lambda done: None
) -> Counts:
    """Nodes and edges, in any order, each once. Raises DumpError where `folder` holds anything."""
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise DumpError(f"{folder} is not empty. Give a new folder.")
    counts = {Node: 0, Edge: 0}
    with ExitStack() as stack:
        files: dict[str, TextIO] = {}
        for item in items:
            name = _name(item)
            if name not in files:
                files[name] = stack.enter_context((folder / name).open("w", encoding="utf-8", newline="\n"))
                files[name].write(_header(item))
            files[name].write(_line(item))
            counts[type(item)] += 1
            if sum(counts.values()) % 10_000 == 0:
                progress(sum(counts.values()))
    (folder / "import.args").write_text("".join(f"{line}\n" for line in _arguments(files)), encoding="utf-8")
    schema = "".join(f"{statement};\n" for statement in cypher.schema_statements())
    (folder / "schema.cypher").write_text(schema, encoding="utf-8")
    return Counts(counts[Node], counts[Edge])


def _items(store: Store) -> Iterable[Node | Edge]:
    yield from store.nodes()
    yield from store.edges()


def _name(item: Node | Edge) -> str:
    return f"nodes-{item.label}.csv" if isinstance(item, Node) else f"edges-{item.type}.csv"


def _declared(item: Node | Edge) -> tuple[Property, ...]:
    return NODES[item.label].properties if isinstance(item, Node) else EDGES[item.type].properties


def _header(item: Node | Edge) -> str:
    begin = [f"{KEY}:ID"] if isinstance(item, Node) else [":START_ID", ":END_ID"]
    return ",".join([*begin, *(f"{prop.name}:{_TYPES[prop.kind]}" for prop in _declared(item))]) + "\n"


def _line(item: Node | Edge) -> str:
    begin = [item.id] if isinstance(item, Node) else [item.source, item.target]
    values = (item.properties.get(prop.name) for prop in _declared(item))
    return ",".join([*map(_cell, begin), *map(_cell, values)]) + "\n"


def _cell(value: Any) -> str:
    """Nothing for an absent value; text in quotes, so that the empty text is one."""
    if is_absent(value):
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    text = _SEPARATOR.join(value) if isinstance(value, list | tuple) else str(value)
    return '"' + text.replace('"', '""') + '"'


def _arguments(files: Iterable[str]) -> Iterable[str]:
    """What `neo4j-admin database import full @import.args <database>` reads; paths from within the folder."""
    for name in sorted(files, reverse=True):
        kind, _, label = name.removesuffix(".csv").partition("-")
        yield f"--{'nodes' if kind == 'nodes' else 'relationships'}={label}={name}"
    # Behind a file's name, the tool would take the name of the database for one more file.
    yield from _SETTINGS
