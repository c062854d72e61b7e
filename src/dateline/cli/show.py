"""``dateline show`` and ``dateline search``: the words behind everything."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.text import Text

from dateline.cli import shared
from dateline.records import Report
from dateline.records.codec import to_plain

app = typer.Typer()


@app.command()
def show(
    citation: Annotated[str, typer.Argument(metavar="REPORT[:START-END]")],
    around: Annotated[int, typer.Option(min=0, help="Characters shown on each side.")] = 300,
    db: shared.DbOption = None,
    as_json: shared.JsonOption = False,
) -> None:
    """Open a citation: the sentence in its report, with what stands around it."""
    with shared.desk(db) as desk:
        opened = desk.show(citation, around=around)
    if as_json:
        plain = to_plain(opened)
        shared.print_json(plain)
        return
    out = shared.console()
    out.print(Text(describe(opened.report), style="dim"))
    out.print()
    words = Text("…" if opened.before and opened.span.start > len(opened.before) else "")
    words.append(opened.before, style="dim")
    words.append(opened.text, style="bold")
    words.append(opened.after, style="dim")
    out.print(words)


@app.command()
def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...")],
    language: Annotated[str | None, typer.Option(help="Only reports in this language.")] = None,
    since: Annotated[str | None, typer.Option(metavar="TIME", help="Published from then.")] = None,
    until: Annotated[str | None, typer.Option(metavar="TIME", help="Published before.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="How many at the most.")] = 20,
    db: shared.DbOption = None,
    as_json: shared.JsonOption = False,
) -> None:
    """Search the text of all reports."""
    with shared.desk(db) as desk:
        found = desk.search(
            " ".join(words),
            language=language,
            since=shared.parse_time(since, "--since"),
            until=shared.parse_time(until, "--until"),
            limit=limit,
        )
    if as_json:
        hits = [
            {
                **to_plain(hit),
                "title": report.title,
                "outlet": report.outlet,
                "text": report.quote(hit.span),
            }
            for hit, report in found
        ]
        shared.print_json(hits)
        return
    out = shared.console()
    if not found:
        out.print("Nothing found.")
    for hit, report in found:
        out.print(Text(describe(report), style="dim"))
        out.print(Text(report.quote(hit.span)))
        out.print(Text(f"  dateline show {cite(hit.span.report, hit.span.start, hit.span.end)}\n"))


def describe(report: Report) -> str:
    """Say in one line what a report is: outlet, date, title; unknown is said to be unknown."""
    outlet = report.outlet or "unknown outlet"
    date = f"{report.published:%Y-%m-%d %H:%M} UTC" if report.published else "date unknown"
    edit = f", version {report.version}" if report.version > 1 else ""
    return f"{outlet}, {date}{edit}: {report.title or 'untitled'}  [{report.id}]"


def cite(report: str, start: int, end: int) -> str:
    """Write a span as the citation that ``dateline show`` opens."""
    return f"{report}:{start}-{end}"
