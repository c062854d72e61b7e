"""``dateline export``: the whole desk as one document, or its events as a table."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import IO, Annotated

import typer

from dateline.cli import shared
from dateline.desk import Desk
from dateline.errors import ConfigError
from dateline.serve.export import export_desk
from dateline.serve.tables import LAYOUTS, event_rows, write_csv, write_jsonl, write_parquet

app = typer.Typer()


class Format(StrEnum):
    """How a table is written."""

    csv = "csv"
    jsonl = "jsonl"
    parquet = "parquet"


class Columns(StrEnum):
    """Whose columns a table has."""

    plover = "plover"
    gdelt = "gdelt"


@app.command()
def export(
    json_file: Annotated[
        Path | None,
        typer.Option("--json", metavar="FILE", help="Write to this file; - or nothing: stdout."),
    ] = None,
    events: Annotated[
        Path | None,
        typer.Option("--events", metavar="FILE", help="Write the events as a table; - : stdout."),
    ] = None,
    form: Annotated[
        Format | None,
        typer.Option("--format", help="Of the table; nothing: what the file's name ends with."),
    ] = None,
    columns: Annotated[
        Columns, typer.Option(help="Whose columns the table has; see docs/codebook.md.")
    ] = Columns.plover,
    actor: Annotated[str | None, typer.Option(help="Only this actor's events (JPN).")] = None,
    story: Annotated[str | None, typer.Option(help="Only this story's events.")] = None,
    imported: Annotated[bool, typer.Option(help="Imported events as well.")] = False,
    as_of: shared.AsOfOption = None,
    db: shared.DbOption = None,
) -> None:
    """Write stories, copies, events, expectations, differences and briefs as one JSON document.

    With --events write a table of events instead: CSV, JSON Lines or Parquet.
    """
    with shared.desk(db) as desk:
        if events is not None:
            _table(desk, events, _form(form, events), columns, (actor, story), imported)
            return
        document = export_desk(desk, as_of=shared.parse_time(as_of))
    text = json.dumps(document, ensure_ascii=False, indent=1) + "\n"
    if json_file is None or str(json_file) == "-":
        print(text, end="")
    else:
        json_file.write_text(text, encoding="utf-8")


def _form(form: Format | None, file: Path) -> Format:
    if form is not None:
        return form
    ending = file.suffix.removeprefix(".")
    if ending in list(Format):
        return Format(ending)
    raise ConfigError(f"--events {file}: name a --format, or a file that ends with it")


def _table(
    desk: Desk,
    file: Path,
    form: Format,
    columns: Columns,
    of: tuple[str | None, str | None],
    imported: bool,
) -> None:
    actor, story = of
    found = desk.events(actor=actor, story=story, imported=imported, limit=None)
    ids = sorted({span.report for event in found for span in event.spans})
    reports = {report.id: report for report in desk.store.reports(ids, held=True)}
    rows, layout = event_rows(found, reports, columns.value), LAYOUTS[columns.value]

    def write(out: IO[bytes]) -> None:
        if form is Format.parquet:
            write_parquet(rows, layout, out)
            return
        pieces = write_csv(rows, layout) if form is Format.csv else write_jsonl(rows)
        out.writelines(piece.encode() for piece in pieces)

    if str(file) == "-":
        write(sys.stdout.buffer)
        return
    with file.open("wb") as out:
        write(out)
    shared.err.print(f"wrote {len(found)} events to {file}", markup=False)
