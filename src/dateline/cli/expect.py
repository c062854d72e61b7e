"""``dateline expect`` and ``dateline calendar``: what was said would come, and what is next."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Annotated, cast, get_args

import typer
from rich.text import Text

from dateline.cli import shared
from dateline.desk import Desk
from dateline.desk.agenda import Entry
from dateline.desk.forward import Records
from dateline.errors import ConfigError
from dateline.expect import Track, outcome_at, voices
from dateline.records import Expectation, Outcome, Span
from dateline.records.codec import to_plain
from dateline.serve.calendar import to_ical

app = typer.Typer()
expect_app = typer.Typer(
    name="expect",
    help="What was said would come: list it, show it, settle it.",
    no_args_is_help=True,
)
app.add_typer(expect_app)


class Ending(StrEnum):
    """How a person may settle an expectation."""

    met = "met"
    missed = "missed"
    postponed = "postponed"
    withdrawn = "withdrawn"
    void = "void"


ActorOption = Annotated[
    str | None, typer.Option(help="Only what is about this actor (an id such as JPN).")
]
StoryOption = Annotated[str | None, typer.Option(help="Only what this story expects.")]
NameOption = Annotated[
    str, typer.Option("--by", metavar="NAME", help="Who decides: it is recorded with the decision.")
]


@expect_app.command("list")
def list_(
    actor: ActorOption = None,
    story: StoryOption = None,
    outcome: Annotated[
        str | None, typer.Option(help="Only open, met, missed, overdue, postponed, ... ones.")
    ] = None,
    record: Annotated[
        bool, typer.Option("--record", help="The track record by kind and outlet instead.")
    ] = False,
    limit: Annotated[int, typer.Option(min=1, help="How many at the most.")] = 50,
    as_of: shared.AsOfOption = None,
    db: shared.DbOption = None,
    as_json: shared.JsonOption = False,
) -> None:
    """List expectations by due time, with what became of them."""
    time = _time(as_of)
    with shared.desk(db) as desk:
        if record:
            _print_record(desk.track_record(actor=actor, story=story, as_of=time), as_json)
            return
        shown = desk.expectations(
            actor=actor, story=story, outcome=_outcome(outcome), as_of=time, limit=limit
        )
    if as_json:
        shared.print_json([_plain(item, time) for item in shown])
        return
    out = shared.console()
    if not shown:
        out.print("No such expectation.")
    for item in shown:
        out.print(_line(item, time))


@expect_app.command()
def show(
    expectation: Annotated[str, typer.Argument(metavar="EXPECTATION")],
    as_of: shared.AsOfOption = None,
    db: shared.DbOption = None,
    as_json: shared.JsonOption = False,
) -> None:
    """Show an expectation: its sentences, who holds it, when it is due, what settled it."""
    time = _time(as_of)
    with shared.desk(db) as desk:
        item = desk.store.expectation(expectation)
        if as_json:
            shared.print_json(_plain(item, time))
            return
        out = shared.console()
        out.print(_line(item, time))
        origins = voices(item, desk.store.copies([span.report for span in item.spans]))
        out.print(f"  {item.kind}: “{item.confidence}” · {origins} independent", markup=False)
        if item.holder:
            out.print(f"  held by {item.holder}", markup=False)
        if item.condition is not None:
            out.print(f"  on condition: {_words(desk, item.condition)}", markup=False)
        for span in item.spans:
            out.print(f"  said: {_words(desk, span)}", markup=False)
        if item.settled is not None:
            settled = item.settled
            out.print(
                f"  {settled.outcome} by {settled.by}, {settled.at:%Y-%m-%d}: {settled.why}",
                markup=False,
            )
            for span in settled.spans:
                out.print(f"  settled by: {_words(desk, span)}", markup=False)
        if item.supersedes:
            out.print(f"  supersedes {item.supersedes}", markup=False)


@expect_app.command()
def settle(
    expectation: Annotated[str, typer.Argument(metavar="EXPECTATION")],
    ending: Annotated[Ending, typer.Argument(help="What became of it.")],
    by: NameOption,
    why: Annotated[str, typer.Option(help="The reason, in a line.")] = "",
    citation: Annotated[
        str | None,
        typer.Option("--cite", metavar="REPORT:START-END", help="The words that settle."),
    ] = None,
    as_of: shared.AsOfOption = None,
    db: shared.DbOption = None,
) -> None:
    """Settle an expectation by hand. The decision stays when reports are read again."""
    at = _time(as_of)
    with shared.desk(db) as desk:
        item = desk.settle(expectation, ending.value, by=by, why=why, citation=citation, at=at)
    shared.console().print(_line(item, at))


@expect_app.command()
def reopen(
    expectation: Annotated[str, typer.Argument(metavar="EXPECTATION")],
    by: NameOption,
    why: Annotated[str, typer.Option(help="The reason, in a line.")] = "",
    as_of: shared.AsOfOption = None,
    db: shared.DbOption = None,
) -> None:
    """Reopen a settled expectation by hand: it is open, or overdue, again."""
    at = _time(as_of)
    with shared.desk(db) as desk:
        item = desk.settle(expectation, "open", by=by, why=why, at=at)
    shared.console().print(_line(item, at))


@app.command()
def calendar(
    ics: Annotated[
        Path | None, typer.Option("--ics", metavar="FILE", help="Write an iCalendar file.")
    ] = None,
    actor: ActorOption = None,
    place: Annotated[
        str | None, typer.Option(help="Only what names this place (English name).")
    ] = None,
    story: StoryOption = None,
    days: Annotated[int, typer.Option(min=1, help="How far ahead to look.")] = 366,
    fixed: Annotated[
        bool, typer.Option("--fixtures/--no-fixtures", help="With recurring fixtures.")
    ] = True,
    as_of: shared.AsOfOption = None,
    db: shared.DbOption = None,
    as_json: shared.JsonOption = False,
) -> None:
    """Say what is next, or write it as an iCalendar file whose entries keep their identity.

    The list holds what is open; the file also what is past or was called off in the last year,
    so that subscribed calendars learn of it.
    """
    time = _time(as_of)
    with shared.desk(db) as desk:
        found = desk.calendar(
            actor=actor,
            place=place,
            story=story,
            days=days,
            fixed=fixed,
            past=ics is not None,
            as_of=time,
        )
    if ics is not None:
        ics.write_text(to_ical(found, as_of=time), encoding="utf-8", newline="")
        shared.err.print(f"wrote {len(found)} entries to {ics}", markup=False)
        return
    if as_json:
        shared.print_json([to_plain(entry) for entry in found])
        return
    out = shared.console()
    if not found:
        out.print("Nothing is expected.")
    for entry in found:
        out.print(_entry_line(entry))


def _time(as_of: str | None) -> datetime:
    return shared.parse_time(as_of) or datetime.now(UTC)


def _words(desk: Desk, span: Span) -> str:
    report = desk.store.report(span.report)
    text = " ".join(report.quote(span).split())
    return f"{text} [{report.outlet or 'unknown outlet'}, {span.report}:{span.start}-{span.end}]"


def _plain(item: Expectation, time: datetime) -> dict[str, object]:
    return {**to_plain(item), "outcome": outcome_at(item, time)}


def _due(item: Expectation) -> str:
    first, last = item.due.earliest, item.due.latest
    if last is None:
        return f"from {first:%Y-%m-%d}" if first is not None else "no date"
    end = last - timedelta(microseconds=1)
    if first is None:
        return f"by {end:%Y-%m-%d}"
    return f"{first:%Y-%m-%d}" if first.date() == end.date() else f"{first:%Y-%m-%d}–{end:%m-%d}"


def _line(item: Expectation, time: datetime) -> Text:
    outcome = outcome_at(item, time)
    text = Text(f"{outcome:>9}  ", style="bold")
    text.append(f"{_due(item)}  {item.statement}\n", style="not bold")
    text.append(f"           {item.id}", style="not bold dim")
    return text


def _entry_line(entry: Entry) -> Text:
    text = Text(f"{'by ' if entry.limit else '   '}{entry.start:%Y-%m-%d}  ", style="bold")
    text.append(entry.summary, style="not bold")
    if entry.place:
        text.append(f" ({entry.place})", style="not bold")
    return text


def _outcome(text: str | None) -> Outcome | None:
    for known in get_args(Outcome):
        if text == known:
            return cast(Outcome, known)
    if text is not None:
        raise ConfigError(f"--outcome {text!r}: one of {', '.join(get_args(Outcome))}")
    return None


def _print_record(records: Records, as_json: bool) -> None:
    groups = {"kind": records.kinds, "outlet": records.outlets}
    if as_json:
        shared.print_json({name: [to_plain(t) for t in tracks] for name, tracks in groups.items()})
        return
    out = shared.console()
    for name, tracks in groups.items():
        out.print(f"By {name}", style="bold")
        for track in tracks:
            out.print(_track_line(track), markup=False)


def _track_line(track: Track) -> str:
    def percent(rate: float | None) -> str:
        return "–" if rate is None else f"{rate:.0%}"

    ended = f"{percent(track.met_rate)} met, {percent(track.overdue_rate)} overdue"
    late = f", {track.late} late (median {track.days_late} days)" if track.late else ""
    return (
        f"  {track.group}: {track.total} expected · of those due or ended {ended}, "
        f"{percent(track.void_rate)} void{late}"
    )
