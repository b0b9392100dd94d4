"""zwgk mcp: the graph for an assistant."""

from __future__ import annotations


def command() -> None:
    """MCP 服务（标准输入输出）：助手可查模式、查询、提问、取证据，只读。 Serve the graph to an assistant over MCP (stdio), read-only."""
    from ui.mcp.server import serve

    serve()
