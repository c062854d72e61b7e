"""``dateline add`` and ``dateline pull``: reports in."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.cli import shared
from dateline.desk import Desk
from dateline.records import Hints
from dateline.records.codec import to_plain
from dateline.views import Added

app = typer.Typer()

TitleOption = Annotated[str | None, typer.Option(help="Title of the items that bring none.")]
OutletOption = Annotated[str | None, typer.Option(help="Outlet of the items that bring none.")]
PublishedOption = Annotated[
    str | None,
    typer.Option(metavar="TIME", help="Publication time of the items that bring none."),
]
LanguageOption = Annotated[
    str | None, typer.Option(help="Language (ISO 639-1) of the items that bring none.")
]
CountryOption = Annotated[
    str | None, typer.Option(help="Country of the outlet (ISO 3166-1 alpha-2), likewise.")
]


@app.command()
def add(
    sources: Annotated[list[str], typer.Argument(metavar="FILE|FOLDER|URL...")],
    title: TitleOption = None,
    outlet: OutletOption = None,
    published: PublishedOption = None,
    language: LanguageOption = None,
    country: CountryOption = None,
    as_of: shared.AsOfOption = None,
    db: shared.DbOption = None,
    as_json: shared.JsonOption = False,
) -> None:
    """Take in files, folders, feeds and pages, and group them into stories.

    Takes .txt, .md, .html, .jsonl, .json, .warc, saved RSS, Atom and JSON Feeds, OPML lists,
    each also gzipped, and URLs of feeds and pages. What is not known of an item (its outlet,
    its date) stays unknown unless an option says it. Doing it twice changes nothing.
    """
    hints = Hints(
        title=title,
        outlet=outlet,
        published=shared.parse_time(published, "--published"),
        language=language,
        country=country,
    )
    with shared.desk(db) as desk:
        _take(desk, sources, hints, as_of, as_json)


@app.command()
def pull(
    urls: Annotated[
        list[str] | None, typer.Argument(metavar="SOURCE|URL|OPML...", help="Default: all kept.")
    ] = None,
    as_of: shared.AsOfOption = None,
    db: shared.DbOption = None,
    as_json: shared.JsonOption = False,
) -> None:
    """Read kept sources now, due or not; or feeds, pages and OPML lists by address.

    What was read of a feed is remembered: pulling it again asks only for what is new.
    """
    now = shared.parse_time(as_of)
    with shared.desk(db) as desk, shared.progress_bars(as_json) as progress:
        added = desk.pull(urls or (), now=now, progress=progress)
    _told(added, as_json)


def _take(desk: Desk, sources: list[str], hints: Hints, as_of: str | None, as_json: bool) -> None:
    now = shared.parse_time(as_of)
    with shared.progress_bars(as_json) as progress:
        added = desk.add(sources, hints=hints, now=now, progress=progress)
    _told(added, as_json)


def _told(added: Added, as_json: bool) -> None:
    if as_json:
        shared.print_json(to_plain(added))
    else:
        _say(added)
    if added.rejected:
        shared.print_rejections(added.rejected)
        raise typer.Exit(shared.SOME_REJECTED)


def _say(added: Added) -> None:
    out = shared.console()
    out.print(
        f"{added.gathered} items, {added.reports} new reports, "
        f"in {len(added.stories)} stories; {len(added.rejected)} rejected."
    )
    for story in added.stories[:20]:
        out.print(f"  dateline brief {story}", markup=False)
