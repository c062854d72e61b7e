"""``dateline check``: is what a text claims in its sources?"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from dateline.cli import shared
from dateline.cli.show import cite
from dateline.records.codec import to_plain

app = typer.Typer()


@app.command()
def check(
    text: Annotated[str, typer.Argument(help="The text, a file that holds it, or - for stdin.")],
    against: Annotated[
        list[str],
        typer.Option("--against", metavar="FILE|URL|REPORT", help="A source; may be repeated."),
    ],
    db: shared.DbOption = None,
    as_json: shared.JsonOption = False,
) -> None:
    """Check each sentence of a text against its sources; exit 3 when one is not supported.

    Names, offices, numbers, units, dates, quotations, negation, modality, attribution and
    direction must stand in the sources; then the meaning is compared. Each refusal says why.
    """
    with shared.desk(db) as desk:
        verdicts = desk.check(_text(text), against)
    if as_json:
        shared.print_json(to_plain(verdicts))
    else:
        out = shared.console()
        for verdict in verdicts:
            mark = Text("supported    ", style="green")
            if not verdict.supported:
                mark = Text(f"{verdict.kind:<13}", style="bold red")
            out.print(mark.append(verdict.claim, style="not bold default"))
            if not verdict.supported:
                out.print(Text(f"             {verdict.reason}", style="dim"))
            for span in verdict.spans[:1]:
                out.print(
                    Text(f"             {cite(span.report, span.start, span.end)}", style="dim")
                )
    if not all(verdict.supported for verdict in verdicts):
        raise typer.Exit(shared.SOME_REJECTED)


def _text(given: str) -> str:
    if given == "-":
        return sys.stdin.read()
    path = Path(given)
    try:
        is_file = path.is_file()
    except OSError:  # a sentence too long to be a file's name
        is_file = False
    return path.read_text(encoding="utf-8") if is_file else given
