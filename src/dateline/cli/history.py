"""``dateline import``: event files that people already have."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.cli import shared
from dateline.events.history import FORMATS

app = typer.Typer()


@app.command("import")
def import_events(
    files: Annotated[
        list[str], typer.Argument(metavar="FILE…", help="Event files, plain, .gz or .zip.")
    ],
    form: Annotated[
        str | None,
        typer.Option("--format", help=f"{', '.join(FORMATS)}; else told from the first line."),
    ] = None,
    db: shared.DbOption = None,
    as_json: shared.JsonOption = False,
) -> None:
    """Take in events coded by others (ICEWS, POLECAT, GDELT, ACLED, Phoenix).

    They are marked as imported and count only where --imported asks for them.
    """
    with shared.desk(db) as desk, shared.progress_bars(as_json) as progress:
        done = desk.import_events(files, form=form, progress=progress)
    if as_json:
        shared.print_json({"events": done.events, "rejected": done.rejected})
    else:
        shared.console().print(
            f"{done.events:,} events imported, {done.rejected:,} rows rejected"
            + (" (dateline doctor names them)" if done.rejected else "")
        )
    if done.rejected:
        raise typer.Exit(shared.SOME_REJECTED)
