"""Feeds: Atom of stories, of an actor's and of a watchlist's; the calendar as iCalendar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from dateline.records import Alert
from dateline.serve.atom import Entry, Feed, to_atom
from dateline.serve.calendar import to_ical
from dateline.serve.web.cards import Card
from dateline.serve.web.library import Library
from dateline.serve.web.parts import LibraryPart, Name
from dateline.views import StoryLine

router = APIRouter(include_in_schema=False)

# Each needs its gist: the first reading of a feed writes those that nobody looked at yet.
ENTRIES = 30
Id = Annotated[str | None, Query(min_length=1, max_length=100)]


@dataclass(frozen=True, slots=True)
class _Where:
    """A feed's address on this server."""

    base: str
    path: str

    @classmethod
    def of(cls, request: Request) -> _Where:
        return cls(str(request.base_url), request.url.path.lstrip("/"))


@router.get("/feeds/stories.atom")
def stories(request: Request, library: LibraryPart) -> Response:
    """The first stories of today's list, the latest updated first."""
    lines = library.desk.stories(limit=ENTRIES)
    return _of_stories(library, lines, _Where.of(request), "urn:dateline:stories", "Dateline")


@router.get("/feeds/actors/{name}.atom")
def actor(request: Request, library: LibraryPart, name: Name) -> Response:
    """The first stories that name an actor most."""
    lines = library.desk.stories(actor=name, limit=ENTRIES)
    shown = library.names.of(name, library.desk.options.language)
    id = f"urn:dateline:actor:{quote(name)}"
    return _of_stories(library, lines, _Where.of(request), id, f"Dateline: {shown}")


@router.get("/feeds/watchlists/{name}.atom")
def watchlist(request: Request, library: LibraryPart, name: Name) -> Response:
    """What a watchlist was told, newest first."""
    found = library.desk.watchlist(name)
    where = _Where.of(request)
    alerts = library.desk.alerts(found.id, limit=ENTRIES)
    feed = Feed(
        id=f"urn:dateline:watchlist:{found.id}",
        title=f"Dateline: {found.name}",
        address=where.base + where.path,
        page=where.base,
        entries=tuple(_of_alert(alert, where.base) for alert in alerts),
    )
    return _answer(feed)


@router.get("/feeds/calendar.ics")
def calendar(
    library: LibraryPart, actor: Id = None, story: Id = None, place: Id = None
) -> Response:
    """What is next, and what became of the last year's, for calendar programs."""
    # Whole minutes: the same calendar asked for again is the same to the byte.
    now = datetime.now(UTC).replace(second=0, microsecond=0)
    found = library.desk.calendar(actor=actor, story=story, place=place, past=True, as_of=now)
    name = "Dateline" if actor is None else f"Dateline: {actor}"
    return Response(
        to_ical(found, as_of=now, name=name),
        media_type="text/calendar",
        headers={"Content-Disposition": 'inline; filename="dateline.ics"'},
    )


def _of_stories(
    library: Library, lines: Sequence[StoryLine], where: _Where, id: str, title: str
) -> Response:
    newest_first = sorted(lines, key=lambda line: (line.updated, line.id), reverse=True)
    feed = Feed(
        id=id,
        title=title,
        address=where.base + where.path,
        page=where.base,
        entries=tuple(_of_story(card, where.base) for card in library.told(newest_first)),
    )
    return _answer(feed)


def _of_story(card: Card, base: str) -> Entry:
    return Entry(
        id=f"urn:dateline:story:{card.line.id}",
        title=card.title,
        published=card.line.opened,
        updated=card.line.updated,
        address=f"{base}stories/{card.line.id}",
        summary=card.gist,
    )


def _of_alert(alert: Alert, base: str) -> Entry:
    address = f"{base}stories/{alert.story}" if alert.story is not None else base
    return Entry(
        id=f"urn:dateline:alert:{alert.id}",
        title=alert.title,
        published=alert.at,
        updated=alert.at,
        address=address,
        summary=" ".join(part for part in (alert.text, alert.why) if part),
    )


def _answer(feed: Feed) -> Response:
    return Response(to_atom(feed), media_type="application/atom+xml")
