"""``dateline plan``: what a load would need, from what a report costs on this machine."""

from __future__ import annotations

import dataclasses
from typing import Annotated

import typer
from rich.table import Table

from dateline.cli import shared
from dateline.errors import ConfigError
from dateline.plan import Costs, Load, Plan, Prices, make_plan, measure, simulate

app = typer.Typer()


@app.command()
def plan(
    reports: Annotated[float, typer.Option(min=0, help="Reports a day.")] = 5_000,
    languages: Annotated[
        str, typer.Option(metavar="CODE:SHARE,…", help="How they divide into languages.")
    ] = "en:1",
    keep_days: Annotated[float, typer.Option(min=1, help="Days that reports are kept.")] = 365,
    archive: Annotated[
        float, typer.Option(min=0, help="Reports of an archive to read in once.")
    ] = 0,
    backfill_days: Annotated[
        float, typer.Option(min=0.01, help="Days in which the archive is to be read in.")
    ] = 7,
    readers: Annotated[float, typer.Option(min=0, help="People on the pages at once.")] = 5,
    characters: Annotated[
        float | None,
        typer.Option(min=1, help="Length of an average report; else typical of its language."),
    ] = None,
    core_price: Annotated[float, typer.Option(min=0, help="A month of one core.")] = 15,
    memory_price: Annotated[float, typer.Option(min=0, help="A month of a GB of memory.")] = 3,
    disk_price: Annotated[float, typer.Option(min=0, help="A month of a GB of disk.")] = 0.1,
    rounds: Annotated[int, typer.Option(min=1, max=50, help="How often to measure.")] = 3,
    play: Annotated[
        bool, typer.Option("--simulate", help="Play a day of random arrivals as well.")
    ] = False,
    as_json: shared.JsonOption = False,
) -> None:
    """Measure this machine on the samples and say what a load needs: cores, memory, disk, money.

    Prices are yours to give; peaks and reserves are assumptions that docs/plan.md names.
    """
    load = Load(
        reports=reports,
        languages=read_shares(languages),
        keep_days=keep_days,
        archive=archive,
        backfill_days=backfill_days,
        readers=readers,
        characters=characters,
    )
    costs = measure(rounds)
    prices = Prices(core=core_price, memory=memory_price, disk=disk_price)
    made = make_plan(load, costs, prices)
    day = simulate(load, costs, made.workers) if play else None
    if as_json:
        shared.print_json(
            {
                "costs": dataclasses.asdict(costs),
                "plan": dataclasses.asdict(made),
                "day": dataclasses.asdict(day) if day else None,
            }
        )
        return
    _show(costs, made)
    if day is not None:
        out = shared.console()
        out.print(
            f"\nA simulated day of {day.reports:,} reports, {day.workers} workers "
            f"({day.busy:.0%} busy; the leader {day.leader_busy:.0%}): grouped "
            f"{day.median:.1f} s after arrival (median), 95% within {day.p95:.1f} s, the last "
            f"after {day.longest:.0f} s; at most {day.backlog:,} waiting."
        )


def read_shares(text: str) -> dict[str, float]:
    """Read ``en:0.6,ja:0.4``. Raises ConfigError naming the part that is no share."""
    found = {}
    for part in filter(None, text.replace(" ", "").split(",")):
        name, _, share = part.partition(":")
        try:
            found[name] = float(share or 1)
        except ValueError:
            raise ConfigError(f"--languages: {part!r} is no CODE:SHARE") from None
    return found


def _show(costs: Costs, made: Plan) -> None:
    out = shared.console()
    table = Table(box=None, pad_edge=False, header_style="dim")
    for column in ("stage", "ms a report, measured", "core seconds a day", "share"):
        table.add_column(column, justify="left" if column == "stage" else "right")
    for share in made.shares:
        each = (
            "per 1,000 characters "
            + ", ".join(
                f"{name} {seconds * 1000:.0f}"
                for name, seconds in costs.read.items()
                if name != "other"
            )
            if share.stage == "read"
            else f"{costs.later[share.stage] * 1000:.1f}"
        )
        table.add_row(share.stage, each, f"{share.seconds:,.0f}", f"{share.share:.0%}")
    out.print(table)
    out.print(
        f"\n{made.cores} cores ({made.workers} workers; the leader is "
        f"{made.leader:.0%} busy in the busiest hour), {made.memory:.1f} GB memory, "
        f"{made.disk:.1f} GB disk: {made.money:,.0f} a month"
    )
    if made.backfill_cores:
        out.print(f"{made.backfill_cores} more cores while the archive is read in")
    for warning in made.warnings:
        out.print(f"! {warning}")
