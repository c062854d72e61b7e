"""``dateline events``: who did what to whom, when and where, as the reports tell it."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.text import Text

from dateline.cli import shared
from dateline.records import Event, Party, When
from dateline.records.codec import to_plain

app = typer.Typer()


@app.command()
def events(
    story: Annotated[
        str | None, typer.Argument(metavar="[STORY]", help="Only this story's events.")
    ] = None,
    actor: Annotated[
        str | None,
        typer.Option(help="Only with this actor: a state (JPN), a code (JPNGOV) or an id."),
    ] = None,
    action: Annotated[str | None, typer.Option(help="Only of this PLOVER type.")] = None,
    status: Annotated[str | None, typer.Option(help="Only of this status.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="How many at the most.")] = 100,
    db: shared.DbOption = None,
    as_json: shared.JsonOption = False,
) -> None:
    """List events, each once however many reports tell of it, with the reason for its code."""
    with shared.desk(db) as desk:
        found = desk.events(story=story, actor=actor, action=action, status=status, limit=limit)
    if as_json:
        shared.print_json(to_plain(found))
        return
    out = shared.console()
    if not found:
        out.print("No events found.")
        return
    for event in found:
        out.print(event_lines(event))


def event_lines(event: Event) -> Text:
    """Write an event as two lines: who did what to whom, and below it when, where and why."""
    mode = f"/{event.mode}" if event.mode else ""
    sides = f"{_side(event.sources)} → {_side(event.targets)}"
    text = Text(f"{event.action}{mode} ({event.status})  {sides}\n", style="bold")
    spans = f"{len(event.spans)} {'sentence' if len(event.spans) == 1 else 'sentences'}"
    facts = [when_words(event.occurred), event.place or "", spans, event.why, event.id]
    text.append("     " + " · ".join(fact for fact in facts if fact) + "\n", style="not bold dim")
    for contested in event.contested:
        values = ", ".join(value for value, _ in contested.values)
        text.append(f"     contested {contested.attribute}: {values}\n", style="not bold")
    return text


def when_words(when: When) -> str:
    """Write a time as honestly as it is known."""
    if when.earliest is not None and when.latest is not None:
        return when.timex or f"{when.earliest:%Y-%m-%d}"
    if when.earliest is not None:
        return f"after {when.earliest:%Y-%m-%d}"
    return f"before {when.latest:%Y-%m-%d}" if when.latest is not None else "date unknown"


def _side(side: tuple[Party, ...]) -> str:
    named = (
        p.actor if p.actor == p.code else f"{p.actor.removeprefix('p:')} [{p.code}]" for p in side
    )
    return ", ".join(named) or "–"
