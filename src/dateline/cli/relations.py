"""``dateline relation``: two actors over time, and what follows what between them."""

from __future__ import annotations

from typing import Annotated, cast

import typer
from rich.text import Text

from dateline.cli import shared
from dateline.records import RelationPoint
from dateline.records.codec import to_plain
from dateline.relate import Forecast, Turn, base_rate
from dateline.relate.series import Period

app = typer.Typer()
HALF = 20


@app.command()
def relation(
    a: Annotated[str, typer.Argument(metavar="ACTOR", help="A state (JPN), code or actor id.")],
    b: Annotated[str, typer.Argument(metavar="ACTOR")],
    period: Annotated[str, typer.Option(help="month or week.")] = "month",
    follows: Annotated[
        str | None,
        typer.Option(metavar="FIRST,THEN", help="A base rate: CONSULT/visit,AGREE."),
    ] = None,
    days: Annotated[int, typer.Option(min=1, help="Days within which THEN counts.")] = 90,
    forecast: Annotated[
        int | None,
        typer.Option(min=1, metavar="DAYS", help="The chance of each type of act within DAYS."),
    ] = None,
    as_of: shared.AsOfOption = None,
    imported: Annotated[
        bool, typer.Option(help="Count imported events as well as those of the reports.")
    ] = False,
    db: shared.DbOption = None,
    as_json: shared.JsonOption = False,
) -> None:
    """Show a relation: counts, the smoothed score with its bounds, and its turns."""
    if period not in ("month", "week"):
        raise typer.BadParameter("month or week", param_hint="--period")
    with shared.desk(db) as desk:
        found = desk.relation(a, b, period=cast(Period, period), imported=imported)
        now = shared.parse_time(as_of) if as_of else None
        ahead = desk.forecast(a, b, days=forecast, imported=imported, as_of=now) if forecast else ()
    line, moved = found.relation, found.turns
    rate = None
    if follows is not None:
        first, _, then = follows.partition(",")
        rate = base_rate(found.events, a, b, first=first, then=then, days=days)
    if as_json:
        shared.print_json({
            "relation": to_plain(line),
            "turns": [to_plain(turn) for turn in moved],
            "base_rate": to_plain(rate) if rate is not None else None,
            "forecasts": [to_plain(one) for one in ahead],
        })  # fmt: skip
        return
    out = shared.console()
    if not line.points:
        out.print(f"No events between {a} and {b} that happened.")
        return
    for point in line.points:
        out.print(point_line(point))
    for turn in moved:
        out.print(turn_line(turn))
    if rate is not None:
        out.print(
            f"After {rate.first}, {rate.then} within {rate.days} days: {rate.rate:.0%} "
            f"({rate.low:.0%}–{rate.high:.0%}), n = {rate.cases}; any day {rate.usual:.0%}"
        )
    for one in ahead:
        out.print(forecast_line(one))


def forecast_line(one: Forecast) -> Text:
    """Write a forecast with the record that says how far to believe it."""
    said = f"{one.action} within {one.days} days: {one.chance:.0%} (usually {one.usual:.0%}); "
    if one.brier is None or one.brier_usual is None:
        return Text(said + "no record yet")
    better = "better" if one.brier < one.brier_usual else "no better"
    return Text(
        f"{said}record: Brier {one.brier:.3f}, {better} than the usual share's "
        f"{one.brier_usual:.3f}, n = {one.cases}"
    )


def point_line(point: RelationPoint) -> Text:
    """Write a period: its month, a bar from -10 to +10, score and bounds, counts by quad class."""
    at = round((point.score + 10) / 10 * HALF)
    bar = "".join("●" if i == at else "│" if i == HALF else "·" for i in range(2 * HALF + 1))
    counts = "/".join(str(count) for _, count in point.counts)
    return Text(
        f"{point.start:%Y-%m-%d} {bar} {point.score:+5.1f} [{point.low:+.1f} {point.high:+.1f}] "
        f"{counts}"
    )


def turn_line(turn: Turn) -> Text:
    """Write a turn with the ids of the events behind it."""
    return Text(
        f"turn {turn.start:%Y-%m-%d}: {turn.before:+.1f} → {turn.after:+.1f}  "
        + " ".join(turn.events)
    )
