"""``dateline sources``: the feeds that the desk keeps reading."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from dateline.cli import shared
from dateline.errors import ConfigError, StageError
from dateline.gather.addresses import printable_url
from dateline.gather.charset import decode
from dateline.records import Feed
from dateline.records.codec import to_plain
from dateline.watch.views import SourceLine

app = typer.Typer()
sources = typer.Typer(help="The feeds that the desk keeps reading.", no_args_is_help=True)
app.add_typer(sources, name="sources")

NameArgument = Annotated[
    str, typer.Argument(metavar="SOURCE", help="Its id, address or title, as list shows them.")
]


@sources.command("add")
def add(
    addresses: Annotated[
        list[str], typer.Argument(metavar="URL...", help="A feed, or a page that has one.")
    ],
    title: Annotated[str, typer.Option(help="What to call it; default: its own title.")] = "",
    folder: Annotated[str, typer.Option(help="The folder to list it under.")] = "",
    unchecked: Annotated[
        bool, typer.Option("--unchecked", help="Keep the address without looking at it now.")
    ] = False,
    db: shared.DbOption = None,
    as_json: shared.JsonOption = False,
) -> None:
    """Keep feeds, found at the addresses or on the pages there. Nothing is read yet."""
    failed = False
    kept: list[Feed] = []
    with shared.desk(db) as desk:
        before = {line.feed.id for line in desk.sources()}
        for address in addresses:
            try:
                feed = desk.add_source(address, title=title, folder=folder, check=not unchecked)
            except StageError as error:
                failed = True
                shared.err.print(_advice(error), markup=False, soft_wrap=True)
                continue
            kept.append(feed)
            if not as_json:
                verb = "known already:" if feed.id in before else "kept:"
                _say(f"{verb} {feed.title or 'feed'} <{printable_url(feed.url)}> ({feed.id})")
    if as_json:
        shared.print_json([_public(feed) for feed in kept])
    elif kept:
        _say("dateline watch --once reads what is due; dateline watch keeps reading.")
    if failed:
        raise typer.Exit(shared.FAILED)


@sources.command("list")
def list_(db: shared.DbOption = None, as_json: shared.JsonOption = False) -> None:
    """List the kept feeds with their health: last success, next reading, problems."""
    with shared.desk(db) as desk:
        lines = desk.sources()
    if as_json:
        shared.print_json([_plain(line) for line in lines])
        return
    if not lines:
        _say("No sources yet: dateline sources add URL keeps one.")
        return
    now = datetime.now(UTC)
    table = Table(box=None, pad_edge=False, header_style="dim")
    for column in ("source", "health", "items", "last good", "next", "remarks"):
        table.add_column(column, overflow="fold")
    for line in lines:
        feed = line.feed
        table.add_row(
            Text(f"{line.name}\n{line.address}\n{feed.id}"),
            line.health,
            str(feed.taken),
            ago(feed.succeeded, now),
            ago(line.due, now),
            Text(line.says),
        )
    shared.console().print(table)


@sources.command("remove")
def remove(name: NameArgument, db: shared.DbOption = None) -> None:
    """Forget a feed. The reports that came from it stay."""
    with shared.desk(db) as desk:
        feed = desk.remove_source(name)
    _say(f"forgotten: {feed.title or printable_url(feed.url)}; its reports stay.")


@sources.command("pause")
def pause(name: NameArgument, db: shared.DbOption = None) -> None:
    """Stop reading a feed until it is resumed."""
    with shared.desk(db) as desk:
        feed = desk.pause_source(name)
    _say(f"paused: {feed.title or printable_url(feed.url)}")


@sources.command("resume")
def resume(name: NameArgument, db: shared.DbOption = None) -> None:
    """Read a paused feed again, or one that was given up as gone."""
    with shared.desk(db) as desk:
        feed = desk.resume_source(name)
    _say(f"resumed: {feed.title or printable_url(feed.url)}; it is read at the next round.")


@sources.command("import")
def import_(
    file: Annotated[str, typer.Argument(metavar="FILE", help="An OPML file; - for stdin.")],
    db: shared.DbOption = None,
    as_json: shared.JsonOption = False,
) -> None:
    """Keep all feeds of an OPML list, as feed readers export it. Nothing is read yet."""
    try:
        content = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise ConfigError(f"{file}: can't be read: {error.strerror}") from None
    with shared.desk(db) as desk:
        try:
            imported = desk.import_opml(decode(content, file, markup=True), name=file)
        except StageError as error:
            raise ConfigError(str(error)) from None
    if as_json:
        shared.print_json(
            {
                "added": [_public(feed) for feed in imported.added],
                "known": [_public(feed) for feed in imported.known],
            }
        )
        return
    _say(f"{len(imported.added)} kept, {len(imported.known)} known already.")


@sources.command("export")
def export(
    file: Annotated[str, typer.Argument(metavar="FILE", help="Default: stdout.")] = "-",
    db: shared.DbOption = None,
) -> None:
    """Write the kept feeds as OPML, without user names, passwords and tokens."""
    with shared.desk(db) as desk:
        text = desk.export_opml()
    if file == "-":
        print(text, end="")
    else:
        Path(file).write_text(text, encoding="utf-8")


def ago(moment: datetime | None, now: datetime) -> str:
    """Say how far away a moment is: ``5 min ago``, ``in 3 h``; ``-`` for none."""
    if moment is None:
        return "-"
    seconds = (moment - now).total_seconds()
    for length, unit in ((86_400, "d"), (3600, "h"), (60, "min")):
        if abs(seconds) >= length:
            count = f"{abs(seconds) / length:.0f} {unit}"
            return f"in {count}" if seconds > 0 else f"{count} ago"
    return "now"


def _advice(error: StageError) -> str:
    advice = "; --unchecked keeps it all the same" if error.kind == "fetch" else ""
    return f"dateline: {error}{advice}"


def _plain(line: SourceLine) -> dict[str, object]:
    return {
        **_public(line.feed),
        "name": line.name,
        "health": line.health,
        "says": line.says,
    }


def _public(feed: Feed) -> dict[str, object]:
    """Return a feed's record without its secrets and without what only the machine needs."""
    plain: dict[str, object] = to_plain(feed)
    for inner in ("entries", "owed", "digest", "etag", "last_modified"):
        plain.pop(inner, None)
    plain["url"] = printable_url(feed.url)
    if feed.former:
        plain["former"] = [printable_url(url) for url in feed.former]
    return plain


def _say(text: str) -> None:
    shared.console().print(text, markup=False, soft_wrap=True)
