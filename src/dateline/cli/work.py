"""``dateline work``: one process of a team at one desk."""

from __future__ import annotations

import signal
import threading
from typing import Annotated, Any

import typer

from dateline.cli import shared
from dateline.errors import ConfigError
from dateline.group import GroupOptions
from dateline.pipeline import Stage, all_stages
from dateline.run.processes import this_process
from dateline.run.team import Worker

app = typer.Typer()
STAGES = ("read", "group", "list", "events", "expect", "brief")


@app.command()
def work(
    only: Annotated[
        str,
        typer.Option(metavar="STAGES", help="Some of read, group, list, events, expect, brief."),
    ] = "",
    until_idle: Annotated[
        bool, typer.Option("--until-idle", help="End when nothing is left to do.")
    ] = False,
    db: shared.DbOption = None,
) -> None:
    """Do what is due beside other processes: any number read, one of them groups.

    Start as many as there are cores, on any machine that reaches the database. One may be
    killed at any time: what it had in hand comes back to the others.
    """
    stop = threading.Event()
    for sign in (signal.SIGINT, signal.SIGTERM):
        signal.signal(sign, lambda *_: stop.set())
    with shared.desk(db) as desk:
        options = GroupOptions(window_days=desk.options.window_days)

        def make() -> tuple[Stage[Any, Any], ...]:
            return all_stages(desk.engines, desk.knowledge, options, desk.form)

        chosen = frozenset(name.strip() for name in only.split(",") if name.strip())
        if not chosen <= set(STAGES):
            raise ConfigError(f"--only takes some of {', '.join(STAGES)}")
        with shared.progress_bars(quiet=False) as progress:
            worker = Worker(desk.store, make, this_process(), chosen, progress)
            worker.work(stop, until_idle=until_idle)
