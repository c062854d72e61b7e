"""``dateline serve``: the pages, the API and the feed of a desk."""

from __future__ import annotations

import contextlib
import socket
from typing import Annotated

import typer
import uvicorn

from dateline.cli import shared
from dateline.desk import Desk
from dateline.errors import ConfigError
from dateline.serve.web.access import Access
from dateline.serve.web.app import create_app
from dateline.serve.web.callers import read_proxy, read_tokens
from dateline.serve.web.guard import LARGEST_HEADERS
from dateline.watch.child import watching_beside

app = typer.Typer()

# Connections held at once, idle ones among them; more are told to come again (503) instead of
# waiting for ever. A browser holds half a dozen.
_AT_ONCE = 500
# Longer than browsers and proxies commonly keep a connection: whoever closes one, it is then not us
# while a request is on its way.
_SECONDS_IDLE = 65
_SECONDS_TO_STOP = 10


@app.command()
def serve(
    host: Annotated[
        str, typer.Option(help="Address to listen on; any but loopback needs a token.")
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(min=0, max=65_535, help="Port to listen on; 0: any free one.")
    ] = 8000,
    token: Annotated[
        str | None,
        typer.Option(
            envvar="DATELINE_SERVE_TOKEN",
            show_envvar=False,
            help="What callers must know, 16 characters or more; better set as "
            "DATELINE_SERVE_TOKEN, since others can see a command's arguments.",
        ),
    ] = None,
    name: Annotated[
        list[str] | None,
        typer.Option(metavar="HOST", help="A further name this server goes by; may be repeated."),
    ] = None,
    watch: Annotated[
        bool, typer.Option("--watch", help="Keep reading the kept sources as well.")
    ] = False,
    db: shared.DbOption = None,
) -> None:
    """Show the desk in a browser and to programs: pages, JSON API, feeds, Google Reader API."""
    with shared.desk(db) as desk:
        access = Access(
            host=host,
            token=token or None,
            names=tuple(name or ()),
            tokens=read_tokens(desk.options.tokens),
            proxy=read_proxy(
                desk.options.proxy_header,
                desk.options.proxy_addresses,
                desk.options.proxy_editors,
            ),
        )
        beside = watching_beside(desk.options.db) if watch else contextlib.nullcontext()
        with _listening(host, port) as listening, beside:
            _run(desk, access, listening)


def _run(desk: Desk, access: Access, listening: socket.socket) -> None:
    shown = f"[{access.host}]" if ":" in access.host else access.host
    shared.err.print(
        f"http://{shown}:{listening.getsockname()[1]}/  (Ctrl+C stops it)", markup=False
    )
    config = uvicorn.Config(
        create_app(desk, access),
        log_level="warning",
        limit_concurrency=_AT_ONCE,
        timeout_keep_alive=_SECONDS_IDLE,
        timeout_graceful_shutdown=_SECONDS_TO_STOP,
        h11_max_incomplete_event_size=LARGEST_HEADERS,
        http="h11",
        ws="none",
        server_header=False,
        proxy_headers=False,
    )
    with contextlib.suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[listening])


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise ConfigError(f"can't listen on {host}, port {port}: {error.strerror}") from None
