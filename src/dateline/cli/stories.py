"""``dateline stories`` and ``dateline why``: which reports tell of one event, and why."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.text import Text

from dateline.cli import shared
from dateline.records.codec import to_plain
from dateline.views import StoryLine

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
    for number, line in enumerate(lines, 1):
        out.print(story_lines(number, line))


def story_lines(number: int, line: StoryLine) -> Text:
    """Write a story as two lines: its title, and below it what stands behind it."""
    counts = f"{line.reports} {'report' if line.reports == 1 else 'reports'}"
    facts = (
        line.id,
        f"{line.updated:%Y-%m-%d}",
        f"{counts}, {line.independent} independent",
        " ".join(line.languages),
    )
    text = Text(f"{number:>3}. {line.title}\n", style="bold")
    text.append("     " + " · ".join(facts) + "\n", style="not bold dim")
    return text


@app.command()
def why(
    a: Annotated[str, typer.Argument(metavar="REPORT")],
    b: Annotated[str, typer.Argument(metavar="REPORT")],
    db: shared.DbOption = None,
    as_json: shared.JsonOption = False,
) -> None:
    """Explain whether two reports tell of one event, and whether one copies the other.

    A report goes by its id or by the one that its source gave it.
    """
    with shared.desk(db) as desk:
        reasons = desk.why(a, b)
    if as_json:
        shared.print_json({"same_event": reasons.parts.total, "lines": list(reasons.lines)})
        return
    out = shared.console()
    for line in reasons.lines:
        out.print(line, markup=False)
