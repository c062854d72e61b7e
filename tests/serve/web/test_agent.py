"""The agent's tools over HTTP, asked by the SDK's own client."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import httpx
import httpx2
import pytest
from mcp import ClientSession
from mcp.client.streamable_http import streamable_http_client

from dateline.desk import Desk
from tests.serve.reader.conftest import LEE, Server, serving


@pytest.fixture(scope="module")
def server(desk: Desk) -> Iterator[Server]:
    yield from serving(desk)


def test_a_reader_may_use_the_tools(server: Server) -> None:
    async def ask() -> tuple[int, str]:
        headers = {"Authorization": f"Bearer {LEE}"}
        async with (
            httpx2.AsyncClient(headers=headers) as client,
            streamable_http_client(f"{server.url}/mcp", http_client=client) as streams,
            ClientSession(streams[0], streams[1]) as session,
        ):
            await session.initialize()
            tools = (await session.list_tools()).tools
            answer = await session.call_tool("stories", {"limit": 2})
            assert answer.structured_content is not None
            story = answer.structured_content["stories"][0]["id"]
            brief = await session.call_tool("brief", {"story": story})
            assert brief.structured_content is not None
            return len(tools), brief.structured_content["story"]

    tools, story = asyncio.run(asyncio.wait_for(ask(), 60))
    assert tools == 9
    assert story == server.desk.stories()[0].id


def test_nobody_else_may(server: Server) -> None:
    call = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
    refused = httpx.post(f"{server.url}/mcp", json=call)
    assert (refused.status_code, refused.json()["error"]["code"]) == (401, "no-token")
    foreign = httpx.post(f"{server.url}/mcp", json=call, headers={"Host": "evil.example"})
    assert foreign.status_code == 421
