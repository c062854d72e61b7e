"""``dateline mcp``: the desk as tools of an agent, over standard input and output."""

from __future__ import annotations

import typer

from dateline.cli import shared
from dateline.serve.agent.server import build_server

app = typer.Typer()


@app.command()
def mcp(db: shared.DbOption = None) -> None:
    """Serve the desk to an agent (Model Context Protocol, stdio); it only reads.

    Needs the extra dateline[mcp]. Tools: stories, brief, events, relations, expectations,
    calendar, search, check, show.
    """
    with shared.desk(db) as desk:
        build_server(desk).run("stdio")
