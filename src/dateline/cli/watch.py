"""``dateline watch``: keep reading the kept feeds, run the stages, send alerts."""

from __future__ import annotations

import re
import threading
from datetime import timedelta
from typing import Annotated

import typer

from dateline.cli import shared
from dateline.errors import ConfigError
from dateline.watch.child import set_at_end_of_input
from dateline.watch.loop import stopping_on_signals
from dateline.watch.rounds import Hooks, Plan
from dateline.watch.views import FeedRun, Round

app = typer.Typer()

_UNITS = {"s": 1, "m": 60, "min": 60, "h": 3600, "d": 86_400}
_SHORTEST_EVERY = timedelta(minutes=1)

EveryOption = Annotated[
    str | None,
    typer.Option(
        metavar="15m",
        help="Read every feed this often (s, m, h, d) instead of as often as it publishes.",
    ),
]


@app.command()
def watch(
    once: Annotated[
        bool, typer.Option("--once", help="Read what is due, then end: for cron and timers.")
    ] = False,
    everything: Annotated[
        bool, typer.Option("--all", help="With --once: read all feeds, due or not.")
    ] = False,
    every: EveryOption = None,
    until_eof: Annotated[bool, typer.Option("--until-eof", hidden=True)] = False,
    db: shared.DbOption = None,
) -> None:
    """Read the kept feeds as they come due, sort in what they bring, and send alerts.

    One line a feed goes to the log (stderr). Ctrl+C ends it after the item in hand. Only one
    process at a time watches a desk; any number may read it.
    """
    plan = Plan(everything=everything, every=interval_of(every))
    if everything and not once:
        raise ConfigError("--all goes with --once: watch reads every feed when it is due")
    stop = threading.Event()
    if until_eof:
        set_at_end_of_input(stop)
    with shared.desk(db) as desk, stopping_on_signals(stop):
        if not desk.sources():
            shared.err.print("No sources yet: dateline sources add URL keeps one.")
            if once:
                return
        hooks = Hooks(stop=stop)
        if not once:
            desk.watch(plan, hooks)
            return
        done = desk.watch_once(plan, hooks)
    _say(done)
    if any(run.outcome in ("failed", "gone") for run in done.runs):
        raise typer.Exit(shared.SOME_REJECTED)


def interval_of(text: str | None) -> timedelta | None:
    """Read a length of time such as ``90s``, ``15m``, ``2h``, ``1d``. Raises ConfigError."""
    if text is None:
        return None
    found = re.fullmatch(r"(\d{1,5})\s?(s|m|min|h|d)", text.strip())
    length = timedelta(seconds=int(found[1]) * _UNITS[found[2]]) if found else None
    if length is None or length < _SHORTEST_EVERY:
        raise ConfigError(f"--every {text!r}: write 15m, 2h or 1d; a minute is the least")
    return length


def _say(done: Round) -> None:
    out = shared.console()
    if not done.runs and not done.reports:
        out.print("No feed was due (dateline sources list says when; --all reads them now).")
        return
    for run in done.runs:
        out.print(_line(run), markup=False, soft_wrap=True)
    out.print(
        f"{sum(run.fresh for run in done.runs)} new items, {done.reports} new reports, "
        f"in {len(done.stories)} stories; {len(done.alerts)} alerts."
    )
    refused = len(done.rejected) + sum(len(run.rejected) for run in done.runs)
    if refused:
        out.print(f"{refused} could not be taken; dateline doctor says why.")
    if done.stopped:
        out.print("Stopped early; the next round goes on.")
    if done.stories:
        out.print("dateline stories lists them; dateline brief STORY reads one.")


def _line(run: FeedRun) -> str:
    feed = run.feed
    name = feed.title or feed.id
    if run.outcome in ("failed", "gone"):
        return f"  {name}: {run.outcome}: {feed.problem}"
    if run.outcome == "waiting":
        return f"  {name}: its server asked to wait until {feed.not_before:%H:%M} UTC"
    notes = "; ".join(feed.remarks)
    return f"  {name}: {run.fresh} new{f' ({notes})' if notes else ''}"
