"""``dateline stories`` and ``dateline why``: which reports tell of one event, and why."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.table import Table

from dateline.cli import shared
from dateline.desk import StoryLine
from dateline.records.codec import to_plain

app = typer.Typer()


@app.command()
def stories(
    days: Annotated[
        int | None, typer.Option(help="Only stories with a report in the last DAYS days.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="How many at the most.")] = 50,
    as_of: shared.AsOfOption = None,
    db: shared.DbOption = None,
    as_json: shared.JsonOption = False,
) -> None:
    """List the stories, the weightiest first, with how many reports are independent."""
    with shared.desk(db) as desk:
        lines = desk.stories(as_of=shared.parse_time(as_of), days=days, limit=limit)
    if as_json:
        shared.print_json(to_plain(lines))
        return
    out = shared.console()
    if not lines:
        out.print("No stories yet: dateline add FILE… brings some in.")
        return
    out.print(table(lines))


def table(lines: tuple[StoryLine, ...]) -> Table:
    """Draw the stories as a table for the terminal."""
    drawn = Table(box=None, pad_edge=False, header_style="dim")
    for name in ("story", "updated", "reports", "independent", "languages", "title"):
        drawn.add_column(name, overflow="fold", no_wrap=name in ("story", "updated"))
    for line in lines:
        drawn.add_row(
            line.id,
            f"{line.updated:%Y-%m-%d %H:%M}",
            str(line.reports),
            str(line.independent),
            " ".join(line.languages),
            line.title,
        )
    return drawn


@app.command()
def why(
    a: Annotated[str, typer.Argument(metavar="REPORT")],
    b: Annotated[str, typer.Argument(metavar="REPORT")],
    db: shared.DbOption = None,
    as_json: shared.JsonOption = False,
) -> None:
    """Explain whether two reports tell of one event, and whether one copies the other."""
    with shared.desk(db) as desk:
        reasons = desk.why(a, b)
    if as_json:
        shared.print_json({"same_event": reasons.parts.total, "lines": list(reasons.lines)})
        return
    out = shared.console()
    for line in reasons.lines:
        out.print(line, markup=False)
