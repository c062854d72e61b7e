"""Which table a noun lives in, and which of its fields are columns there."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, Literal, NamedTuple

from sqlalchemy import Table

from dateline.records import (
    Alert,
    Copy,
    Event,
    Expectation,
    Feed,
    Fetched,
    KeptBrief,
    Position,
    ReaderState,
    Reading,
    Report,
    Span,
    Standing,
    Story,
    StoryLink,
    Visit,
    Watchlist,
    When,
)
from dateline.records.dealing import COUNTED, countries, dealings
from dateline.records.dealing import moment as counted_at
from dateline.store import tables
from dateline.store.values import instant, instant_or_none, moment

Row = dict[str, Any]
Scope = Literal["records", "beside", "kept"]


class Noun(NamedTuple):
    """How a record type is kept.

    ``columns`` gives the values of all columns but ``body``, ``recorded`` and ``run``.
    ``feeds`` names the stages that take it as input. ``scope`` is the revision that counts its
    changes: *records*, or *beside* for what a living desk keeps beside them; *kept* is what can be
    made anew at any time, which counts nowhere. ``told_of`` names the column that holds the story
    whose brief tells of it.
    """

    kind: type
    table: Table
    columns: Callable[[Any], Row]
    feeds: tuple[str, ...] = ()
    scope: Scope = "records"
    told_of: str = ""


def _fetched(item: Fetched) -> Row:
    return {
        "id": item.id, "name": item.name, "source": item.source, "url": item.url,
        "moment": moment(item.hints.published),
    }  # fmt: skip


def _report(report: Report) -> Row:
    return {
        "id": report.id, "key": report.key, "version": report.version, "fetched": report.fetched,
        "outlet": report.outlet, "language": report.language,
        "published": instant_or_none(report.published), "moment": moment(report.published),
        "title": report.title, "country": report.country, "retrieved": instant(report.retrieved),
        "own": report.own_id,
    }  # fmt: skip


def _reading(reading: Reading) -> Row:
    return {
        "report": reading.report, "language": reading.language,
        "actors": len({mention.actor for mention in reading.actors}),
    }  # fmt: skip


def _copy(copy: Copy) -> Row:
    return {"report": copy.report, "of": copy.of, "kind": copy.kind, "share": copy.share}


def _story(story: Story) -> Row:
    return {
        "id": story.id, "version": story.version, "opened": instant(story.opened),
        "updated": instant(story.updated), "merged_into": story.merged_into,
    }  # fmt: skip


def _standing(standing: Standing) -> Row:
    return {"story": standing.story, "version": standing.version, "weight": standing.weight}


def _link(link: StoryLink) -> Row:
    return {"earlier": link.earlier, "later": link.later}


def _interval(when: When) -> Row:
    return {
        "earliest": instant_or_none(when.earliest), "latest": instant_or_none(when.latest),
        "moment": moment(when.earliest or when.latest),
    }  # fmt: skip


def _event(event: Event) -> Row:
    return {
        "id": event.id, "story": event.story, "action": event.action, "status": event.status,
        "imported": int(bool(event.imported)), "place": event.place, "quad": event.quad,
        "strength": abs(event.goldstein), "reports": len({span.report for span in event.spans}),
        "countries": " ".join(countries(event)), **_interval(event.occurred),
    }  # fmt: skip


def _expectation(expectation: Expectation) -> Row:
    return {
        "id": expectation.id, "story": expectation.story, "kind": expectation.kind,
        "supersedes": expectation.supersedes, **_interval(expectation.due),
        "holder": expectation.holder,
        "outcome": expectation.settled.outcome if expectation.settled else "open",
        "settled": instant(expectation.settled.at) if expectation.settled else None,
    }  # fmt: skip


def _kept_brief(kept: KeptBrief) -> Row:
    headline, gist = kept.brief.headline, kept.brief.gist
    return {
        "id": kept.id, "story": kept.story, "language": kept.language, "length": kept.length,
        "version": kept.brief.story_version, "made": kept.made.version, "stale": 0,
        "headline": headline.text, "headline_language": headline.language,
        "gist": gist.text, "gist_language": gist.language,
    }  # fmt: skip


def _feed(feed: Feed) -> Row:
    return {"id": feed.id}


def _watchlist(watchlist: Watchlist) -> Row:
    return {"id": watchlist.id, "name": watchlist.name}


def _alert(alert: Alert) -> Row:
    return {
        "id": alert.id, "watchlist": alert.watchlist, "at": instant(alert.at),
        "pending": int(alert.pending),
    }  # fmt: skip


def _position(position: Position) -> Row:
    return {"id": position.id}


def _visit(visit: Visit) -> Row:
    return {"reader": visit.reader}


def _reader_state(state: ReaderState) -> Row:
    return {
        "reader": state.reader, "item": state.item, "read": int(state.read),
        "starred": int(state.starred),
    }  # fmt: skip


NOUNS: dict[type, Noun] = {
    noun.kind: noun
    for noun in (
        Noun(Fetched, tables.fetched, _fetched, feeds=("read",)),
        Noun(Report, tables.report, _report),
        Noun(Reading, tables.reading, _reading, feeds=("group",)),
        Noun(Copy, tables.copy, _copy),
        Noun(Story, tables.story, _story, feeds=("list", "events", "expect", "brief", "alert")),
        Noun(Standing, tables.standing, _standing),
        Noun(StoryLink, tables.story_link, _link, told_of="later"),
        Noun(Event, tables.event, _event, told_of="story"),
        Noun(Expectation, tables.expectation, _expectation, told_of="story"),
        Noun(KeptBrief, tables.kept_brief, _kept_brief, scope="kept"),
        Noun(Feed, tables.feed, _feed, scope="beside"),
        Noun(Watchlist, tables.watchlist, _watchlist, scope="beside"),
        Noun(Alert, tables.alert, _alert, scope="beside"),
        Noun(Visit, tables.visit, _visit, scope="beside"),
        Noun(ReaderState, tables.reader_state, _reader_state, scope="beside"),
        Noun(Position, tables.position, _position, scope="beside"),
    )
}

# stage → the noun that it takes
INPUTS: dict[str, Noun] = {stage: noun for noun in NOUNS.values() for stage in noun.feeds}


def actors_of(record: Event | Expectation) -> frozenset[str]:
    """Return the ids of the actors that an event or expectation is about."""
    if isinstance(record, Event):
        return frozenset(party.actor for party in (*record.sources, *record.targets))
    return frozenset((*record.subject, *([record.holder] if record.holder else [])))


def mentions_of(reading: Reading) -> tuple[Row, ...]:
    """Return which actors and places a reading names, and how often, as rows."""
    counts = Counter(
        [
            *(("actor", mention.actor) for mention in reading.actors),
            *(("place", mention.place) for mention in reading.places),
        ]
    )
    return tuple(
        {"report": reading.report, "kind": kind, "id": id, "n": n}
        for (kind, id), n in sorted(counts.items())
    )


def meanings_of(reading: Reading) -> tuple[Row, ...]:
    """Return the vectors of the whole report, one an engine, as rows."""
    whole = {v.engine: v.values for v in reading.vectors if v.of == "report"}
    return tuple(
        {"report": reading.report, "engine": engine, "vector": whole[engine]}
        for engine in sorted(whole)
    )


def parties_of(event: Event) -> tuple[Row, ...]:
    """Return who takes part in an event, as rows."""
    sides = (("source", event.sources), ("target", event.targets))
    parties = {(side, party.actor, party.code) for side, them in sides for party in them}
    return tuple(
        {"event": event.id, "side": side, "actor": actor, "code": code}
        for side, actor, code in sorted(parties)
    )


def dealings_of(event: Event) -> tuple[Row, ...]:
    """Return who dealt with whom in an event, as rows; none unless it happened, some time."""
    at = counted_at(event)
    if event.status not in COUNTED or at is None:
        return ()
    return tuple(
        {
            "event": event.id, "a": one.a, "b": one.b, "way": one.way, "at": instant(at),
            "action": event.action, "quad": event.quad, "score": event.goldstein,
            "imported": int(bool(event.imported)),
        }
        for one in dealings(event)
    )  # fmt: skip


def reports_under(record: Event | Expectation | KeptBrief | Alert) -> frozenset[str]:
    """Return the ids of the reports that a derived record stands on."""
    brief = record.brief if isinstance(record, KeptBrief) else None
    listed = {source.report for source in brief.sources} if brief is not None else set()
    return frozenset(listed | {span.report for span in _spans(record)})


def _spans(value: Any) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _spans(item)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _spans(getattr(value, field.name))
