"""The page under ten users at once: each goes through the views as a browser does, over Streamlit's own WebSocket, for some
minutes; errors, times, and the memory of the server from beginning to end. Before that each view is opened alone.

python -m benchmarks.page [--minutes 10] [--users 10]     against the database that ZWGK_HOME names
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import os
import statistics
import time
from dataclasses import dataclass, field
from urllib.parse import quote

import psutil

from ui.web.serve import Page, serve

PAUSE = 2.0
"""Seconds that a user looks at an answer."""
PATIENCE = 60.0
ADDRESSES = (
    "",
    f"q={quote('省财政厅每月必须公开什么？')}",
    f"q={quote('谁牵头环境保护公开？')}",
    "view=queries&query=time/frequency&p.frequency=P1M",
    f"view=queries&cypher={quote('MATCH (a:Agency) RETURN a.name AS agency LIMIT 50')}",
    "view=documents",
    "view=compare",
    "view=calendar",
    "view=overview",
    "view=about",
)


@dataclass
class Seen:
    """What the users met, and the resident megabytes of the server every few seconds."""

    seconds: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    memory: list[tuple[float, float]] = field(default_factory=list)


async def use(page: Page, seen: Seen, first: int, until: float) -> None:
    """One user: a session for each address, as a link that is opened in a new tab."""
    for address in itertools.islice(itertools.cycle(ADDRESSES), first, None):
        if time.monotonic() >= until:
            return
        began = time.monotonic()
        try:
            await asyncio.wait_for(visit(page, address), PATIENCE)
            seen.seconds.append(time.monotonic() - began)
        except Exception as error:
            seen.errors.append(f"{address}: {type(error).__name__} {error}")
        await asyncio.sleep(PAUSE)


async def visit(page: Page, query: str) -> None:
    """Opens a session, runs the page to its end, leaves. Raises RuntimeError where the page shows an exception."""
    from streamlit.proto.BackMsg_pb2 import BackMsg
    from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
    from websockets.asyncio.client import connect

    stream = page.address.replace("http", "ws") + "/_stcore/stream"
    async with connect(stream, subprotocols=["streamlit"], max_size=None) as socket:  # type: ignore[list-item]
        back = BackMsg()
        back.rerun_script.query_string = query
        await socket.send(back.SerializeToString())
        async for data in socket:
            message = ForwardMsg()
            message.ParseFromString(data if isinstance(data, bytes) else data.encode())
            kind = message.WhichOneof("type")
            if kind == "delta" and message.delta.new_element.WhichOneof("type") == "exception":
                raise RuntimeError(message.delta.new_element.exception.message)
            if kind == "delta" and 'role="alert"' in message.delta.new_element.html.body:
                raise RuntimeError(message.delta.new_element.html.body)
            if kind == "script_finished":
                return


async def watch(page: Page, seen: Seen, until: float) -> None:
    process, began = psutil.Process(page.process.pid), time.monotonic()
    while time.monotonic() < until:
        seen.memory.append((time.monotonic() - began, process.memory_info().rss / 1e6))
        await asyncio.sleep(5)


async def load(page: Page, users: int, minutes: float) -> Seen:
    seen, until = Seen(), time.monotonic() + minutes * 60
    await asyncio.gather(watch(page, seen, until), *(use(page, seen, place, until) for place in range(users)))
    return seen


def _report(seen: Seen, users: int, minutes: float) -> None:
    ordered = sorted(seen.seconds)
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    print(f"{users} users for {minutes:g} minutes: {len(ordered)} visits, {len(seen.errors)} errors")
    if ordered:
        print(f"a visit takes {statistics.median(ordered):.2f} s, 95 % {ordered[int(len(ordered) * 0.95)]:.2f} s")
    for share in (0.1, 0.25, 0.5, 0.75, 1.0):
        second, size = seen.memory[min(len(seen.memory) - 1, int(len(seen.memory) * share))]
        print(f"after {second:5.0f} s {size:6.0f} MB")
    for error in seen.errors[:10]:
        print(error[:300])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--users", type=int, default=10)
    given = parser.parse_args()
    with serve() as served:
        asyncio.run(visit(served, ""))
        for address in ADDRESSES:
            began = time.monotonic()
            asyncio.run(visit(served, address))
            print(f"{time.monotonic() - began:6.2f} s  alone  ?{address[:60]}")
        _report(asyncio.run(load(served, given.users, given.minutes)), given.users, given.minutes)
