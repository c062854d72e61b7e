"""``dateline read``: what is read out of one file, and why; nothing is kept."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from dateline.cli import shared
from dateline.cli.show import describe
from dateline.records import Quote, Sentence, Span, When
from dateline.records.codec import to_plain
from dateline.views import ReadItem

app = typer.Typer()


@app.command()
def read(
    sources: Annotated[list[str], typer.Argument(metavar="FILE|URL...")],
    explain: Annotated[
        bool, typer.Option("--explain", help="Mark dates, actors, quotations and roles, and why.")
    ] = False,
    db: shared.DbOption = None,
    as_json: shared.JsonOption = False,
) -> None:
    """Read files or pages and print the reports found in them; the desk is left as it is."""
    with shared.desk(db) as desk:
        found = desk.read(sources)
    if as_json:
        shared.print_json(to_plain(found.items))
    else:
        out = shared.console()
        for item in found.items:
            out.print(Text(describe(item.report), style="bold"))
            if explain:
                _explain(out, item)
            else:
                out.print(Text(item.report.text))
            out.print()
    if found.rejected:
        shared.print_rejections(found.rejected)
        raise typer.Exit(shared.SOME_REJECTED)


def _explain(out: Console, item: ReadItem) -> None:
    """Print each sentence with its role, and under it what was found in it."""
    report, reading = item.report, item.reading
    out.print(Text(f"language {reading.language} ({reading.language_certainty:.2f})", style="dim"))
    by_block: dict[int, list[Sentence]] = {}
    for sentence in reading.sentences:
        by_block.setdefault(sentence.block, []).append(sentence)
    for number, block in enumerate(report.blocks):
        whole = Span(report=report.id, start=block.start, end=block.end)
        if number not in by_block:
            out.print(Text(f"\n[{block.kind}] {report.quote(whole)}", style="dim"))
            _findings(out, item, whole)
        for sentence in by_block.get(number, []):
            role = f"{sentence.role} {sentence.certainty:.2f}" if sentence.certainty else "-"
            out.print(Text(f"\n[{role}] ", style="cyan").append(report.quote(sentence.span)))
            if sentence.why:
                out.print(Text(f"    role: {sentence.why}", style="dim"))
            _findings(out, item, sentence.span)


def _findings(out: Console, item: ReadItem, within: Span) -> None:
    report, reading = item.report, item.reading
    for date in reading.dates:
        if date.span.within(within):
            words = f"“{report.quote(date.span)}” → {interval(date.when)}, {date.direction}"
            out.print(Text(f"    date: {words} ({date.how}; {date.when.anchor})", style="dim"))
    for actor in reading.actors:
        if actor.span.within(within):
            words = f"“{report.quote(actor.span)}” → {actor.actor} ({actor.how})"
            if actor.apposition is not None:
                words += f", “{report.quote(actor.apposition)}”"
            out.print(Text(f"    actor: {words}", style="dim"))
    for place in reading.places:
        if place.span.within(within):
            words = f"“{report.quote(place.span)}” → {place.name}, {place.country}"
            out.print(Text(f"    place: {words} ({place.how})", style="dim"))
    for quote in reading.quotes:
        if quote.span.overlaps(within) and quote.span.start >= within.start:
            out.print(Text(f"    quote: {_quote(item, quote)}", style="dim"))


def _quote(item: ReadItem, quote: Quote) -> str:
    source = item.report.quote(quote.source) if quote.source else "unknown"
    cue = item.report.quote(quote.cue) if quote.cue else "-"
    marks = [
        quote.kind,
        *(["denied"] if quote.denied else []),
        *(["hedged"] if quote.hedged else []),
    ]
    content = " … ".join(item.report.quote(span) for span in quote.content)
    who = f"{source} = {quote.speaker}" if quote.speaker else source
    return f"{who} / {cue} / {content} ({', '.join(marks)})"


def interval(when: When) -> str:
    """Write an interval as two days, or say what is known of it."""
    if not when.known:
        return f"relative {when.timex}"
    earliest = f"{when.earliest:%Y-%m-%d %H:%MZ}" if when.earliest else "…"
    latest = f"{when.latest:%Y-%m-%d %H:%MZ}" if when.latest else "…"
    return f"{earliest} to {latest} [{when.timex or when.precision}]"
