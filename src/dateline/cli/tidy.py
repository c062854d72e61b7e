"""``dateline remove``, ``tidy`` and ``backup``: what leaves the desk, and what is laid aside."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.cli import shared

app = typer.Typer()


@app.command()
def remove(
    report: Annotated[str | None, typer.Option(metavar="ID", help="A report.")] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="All of an outlet.")] = None,
    db: shared.DbOption = None,
) -> None:
    """Remove reports and everything derived from them, from the database's files too."""
    with shared.desk(db) as desk:
        gone = desk.remove(report=report, outlet=outlet)
        desk.store.tidy()
    shared.console().print(f"Removed {len(gone)} {'report' if len(gone) == 1 else 'reports'}.")


@app.command()
def tidy(db: shared.DbOption = None) -> None:
    """Remove what the options keep_days and keep_outlet_days keep no longer; give back room.

    On PostgreSQL with pgvector it also makes the indexes for search by meaning.
    """
    with shared.desk(db) as desk:
        gone = desk.tidy()
        size = desk.store.health().size
    reports = "report" if len(gone) == 1 else "reports"
    shared.console().print(f"Removed {len(gone)} {reports}; {size / 1e6:.1f} MB are left.")


@app.command()
def backup(
    file: Annotated[str, typer.Argument(help="The file to make; it must not be there yet.")],
    db: shared.DbOption = None,
) -> None:
    """Copy an SQLite desk to a file while it is in use (PostgreSQL: pg_dump)."""
    with shared.desk(db) as desk:
        desk.store.backup(file)
    shared.console().print(f"Wrote {file}.")
