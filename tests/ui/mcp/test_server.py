"""The MCP server as an assistant meets it: started by the SDK's own client, spoken to over standard input and output."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import pytest

from tests.conftest import Environment
from tests.queries.conftest import verified_loaded

pytest.importorskip("mcp", reason="the mcp package of requirements.txt is not installed here")

SERVER = "from ui.cli.main import main; main()"


@pytest.fixture(scope="module")
def environment(embedded_environment: Environment) -> Iterator[Environment]:
    with verified_loaded(embedded_environment):
        yield {**os.environ, "NEO4J_URI": "", **embedded_environment}


def told(environment: Environment, use: Callable[[Any], Awaitable[Any]]) -> Any:
    """What `use` gets from a client of a freshly started server."""
    import anyio
    from mcp import Client, StdioServerParameters

    async def talk() -> Any:
        started = StdioServerParameters(command=sys.executable, args=["-c", SERVER, "mcp"], env=environment)
        async with Client(started) as client:
            return await use(client)

    return anyio.run(talk)


def content(result: Any) -> Any:
    parts = [json.loads(part.text) for part in result.content]
    return parts[0] if len(parts) == 1 else parts


def test_the_tools_say_that_they_only_read(environment: Environment) -> None:
    async def use(client: Any) -> Any:
        return (await client.list_tools()).tools

    tools = told(environment, use)
    assert {tool.name for tool in tools} == {"schema", "list_queries", "run_query", "ask", "evidence"}
    assert all(tool.annotations.read_only_hint and tool.description for tool in tools)


def test_an_assistant_asks_and_gets_the_evidence(environment: Environment) -> None:
    async def use(client: Any) -> Any:
        asked = content(await client.call_tool("ask", {"question": "省财政厅每月必须公开什么？"}))
        finding = asked["rows"][0]["finding"]
        return asked, content(await client.call_tool("evidence", {"finding": finding}))

    asked, evidence = told(environment, use)
    assert asked["query"] == "agency/duties"
    assert asked["sentence"] == "2 个机构每月须公开 2 项，出自 2 份通知。"
    assert {row["number"] for row in asked["rows"]} == {"黑政办发〔2017〕22号", "晋政办发〔2017〕50号"}
    assert len(asked["ask_next"]) == 2
    assert evidence["number"] == asked["rows"][0]["number"]
    assert (evidence["start"], evidence["rule"], len(evidence["sha256"])) == (asked["rows"][0]["start"], "verified", 64)


def test_refusals_choices_limits_and_errors(environment: Environment) -> None:
    async def use(client: Any) -> Any:
        calls = [
            ("ask", {"question": "今天天气怎么样"}),
            ("ask", {"question": "环境保护"}),
            ("run_query", {"id": "structure/duties_without_channel", "limit": 3}),
            ("run_query", {"id": "agency/duties"}),
            ("run_query", {"id": "document/list", "limit": 501}),
            ("evidence", {"finding": "obligation:nowhere"}),
        ]
        return [await client.call_tool(name, arguments) for name, arguments in calls]

    refused, choices, few, missing, many, nowhere = told(environment, use)
    assert "天气" in content(refused)["refused"]
    assert len(content(choices)["choices"]) > 1
    assert (len(content(few)["rows"]), content(few)["cut"]) == (3, True)
    assert missing.is_error
    assert "needs a value for agencies" in missing.content[0].text
    assert many.is_error
    assert nowhere.is_error


def test_schema_and_queries_are_those_of_the_project(environment: Environment) -> None:
    from graph.schema import NODES
    from queries.catalogue import load_catalogue

    async def use(client: Any) -> Any:
        return [content(await client.call_tool(name, {})) for name in ("schema", "list_queries")]

    schema, queries = told(environment, use)
    assert {node["label"] for node in schema["nodes"]} == set(NODES)
    assert {query["id"] for query in queries} >= set(load_catalogue())
