"""The rows of a graph saved as neomodel objects, one by one, as its guide shows; prints the seconds that took.

Runs in an environment of its own (requirements-neomodel.txt): python neomodel_saves.py ROWS.json, where the file holds
{"nodes": [{label, properties}], "edges": [{type, source, target, properties}]}; NEO4J_URI and its kin say where to.
"""

from __future__ import annotations

import json
import os
import sys
import time
from typing import Any
from urllib.parse import quote

import neomodel


def main(path: str) -> float:
    """Seconds for all saves and connects; classes are made before the clock runs."""
    with open(path, encoding="utf-8") as file:
        rows = json.load(file)
    scheme, _, place = os.environ["NEO4J_URI"].partition("://")
    user, password = (quote(os.environ[name], safe="") for name in ("NEO4J_USERNAME", "NEO4J_PASSWORD"))
    config = neomodel.get_config()
    config.database_url = f"{scheme}://{user}:{password}@{place}"
    config.database_name = os.environ.get("NEO4J_DATABASE") or None
    classes = _classes(rows)
    begun = time.perf_counter()
    objects = {}
    for node in rows["nodes"]:
        facts = {key: value for key, value in node["properties"].items() if key != "id"}
        key = node["properties"]["id"]
        objects[key] = classes[node["label"]](uid=key, **facts).save()
    for edge in rows["edges"]:
        relations = getattr(objects[edge["source"]], edge["type"].lower())
        relations.connect(objects[edge["target"]], edge["properties"])
    return time.perf_counter() - begun


def _classes(rows: dict[str, Any]) -> dict[str, Any]:
    """A StructuredNode for each label, with a StructuredRel for each type that leaves it."""
    labels = {node["properties"]["id"]: node["label"] for node in rows["nodes"]}
    uid = neomodel.StringProperty(unique_index=True, db_property="id")  # "id" is a name of neomodel's own
    fields: dict[str, dict[str, Any]] = {label: {"uid": uid} for label in set(labels.values())}
    for node in rows["nodes"]:
        for key, value in node["properties"].items():
            if key != "id":
                fields[node["label"]].setdefault(key, _property(value))
    rels: dict[str, dict[str, Any]] = {}
    for edge in rows["edges"]:
        known = rels.setdefault(edge["type"], {})
        for key, value in edge["properties"].items():
            known.setdefault(key, _property(value))
    models = {type_: type(type_, (neomodel.StructuredRel,), known) for type_, known in rels.items()}
    for edge in rows["edges"]:
        ends, type_ = fields[labels[edge["source"]]], edge["type"]
        ends[type_.lower()] = neomodel.RelationshipTo(labels[edge["target"]], type_, model=models[type_])
    classes = {label: type(label, (neomodel.StructuredNode,), known) for label, known in fields.items()}
    vars(sys.modules[__name__]).update(classes)  # where neomodel looks for the other end of a relationship
    return classes


def _property(value: Any) -> Any:
    match value:
        case bool():
            return neomodel.BooleanProperty()
        case int():
            return neomodel.IntegerProperty()
        case float():
            return neomodel.FloatProperty()
        case list():
            return neomodel.ArrayProperty()
        case _:
            return neomodel.StringProperty()


if __name__ == "__main__":
    print(main(sys.argv[1]))
