"""``dateline export``: the whole desk as one document."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli import shared
from dateline.serve.export import export_desk

app = typer.Typer()


@app.command()
def export(
    json_file: Annotated[
        Path | None,
        typer.Option("--json", metavar="FILE", help="Write to this file; - or nothing: stdout."),
    ] = None,
    as_of: shared.AsOfOption = None,
    db: shared.DbOption = None,
) -> None:
    """Write stories, copies, events, expectations, differences and briefs as one JSON document."""
    with shared.desk(db) as desk:
        document = export_desk(desk, as_of=shared.parse_time(as_of))
    text = json.dumps(document, ensure_ascii=False, indent=1) + "\n"
    if json_file is None or str(json_file) == "-":
        print(text, end="")
    else:
        json_file.write_text(text, encoding="utf-8")
