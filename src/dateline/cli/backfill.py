"""``dateline backfill``: archives in, on all cores or many machines."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.cli import shared
from dateline.records.codec import to_plain
from dateline.run import STRETCH, Backfilled

app = typer.Typer()


@app.command()
def backfill(
    sources: Annotated[list[str], typer.Argument(metavar="FILE|FOLDER...")],
    engine: Annotated[
        str,
        typer.Option(
            metavar="inline|pool|ray[:ADDRESS]",
            help="Where reading and coding run: here, in processes, on a Ray cluster.",
        ),
    ] = "pool",
    workers: Annotated[int, typer.Option(help="Workers; 0 is one a core.", min=0)] = 0,
    stretch: Annotated[
        int,
        typer.Option(help="Items grouped together, by time; 0 takes all at once.", min=0),
    ] = STRETCH,
    mapping: Annotated[
        str | None,
        typer.Option(
            "--map", metavar="FILE", help="TOML or JSON that says where in JSON the facts stand."
        ),
    ] = None,
    as_of: shared.AsOfOption = None,
    db: shared.DbOption = None,
    as_json: shared.JsonOption = False,
) -> None:
    """Take in archives: WARC, NewsML-G2, NITF, ninjs, JSON Lines, folders of pages.

    Name them in order of time. Stopped at any moment, it goes on when it is called again: files
    that were taken to their end are passed over, a file that grew goes on from its end. What it
    makes doesn't depend on engine, workers or interruptions.
    """
    now = shared.parse_time(as_of)
    with shared.desk(db) as desk, shared.progress_bars(as_json) as progress:
        done = desk.backfill(
            sources,
            engine=engine,
            workers=workers,
            stretch=stretch,
            mapping=mapping,
            now=now,
            progress=progress,
        )
    if as_json:
        shared.print_json(to_plain(done))
    else:
        _say(done)
    if done.rejected:
        shared.print_rejections(done.rejected)
        raise typer.Exit(shared.SOME_REJECTED)


def _say(done: Backfilled) -> None:
    out = shared.console()
    for source in done.ended:
        out.print(f"{source}: taken to its end before, unchanged since.", markup=False)
    if done.passed:
        out.print(f"{done.passed} items were taken before; went on after them.")
    out.print(f"{done.gathered} items, {done.read} reports read; {len(done.rejected)} rejected.")
