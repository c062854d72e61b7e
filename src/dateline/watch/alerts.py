"""What changed, told to whoever asked: alerts made of changed stories and of time passing.

The stage *alert* takes each story that changed, as *events* and *expect* do: a kill loses no
alert and repeats none. What comes due or overdue without any story changing is looked for
beside it. An alert's id is made of what it tells, so telling the same twice is not possible.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from dateline.errors import NotFound
from dateline.expect import outcome_at
from dateline.loading import StoryView, view_story
from dateline.pipeline import Spread
from dateline.ranking import title_of
from dateline.records import (
    Alert,
    AlertKind,
    Delivery,
    Event,
    Expectation,
    Reading,
    Report,
    Span,
    Watchlist,
    content_id,
)
from dateline.run import Progress, run
from dateline.store import Store, Transaction
from dateline.watch import match
from dateline.watch.host import Host

ALERT_STAGE = "alert"
ALERT_VERSION = 1

_SOON = timedelta(hours=24)  # before its end, something expected is told as due
_LOOK_BACK = timedelta(days=7)  # for what came due while nobody watched
_LONGEST_TITLE = 200  # characters


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A story with all that alerts may tell of it."""

    view: StoryView
    events: tuple[Event, ...]
    expectations: tuple[Expectation, ...]


@dataclass(frozen=True, slots=True)
class AlertStage:
    """A changed story tells each watchlist what is new to it as of ``at``."""

    watchlists: tuple[Watchlist, ...]
    language: str
    at: datetime
    made: list[str] = field(default_factory=list)
    name: str = ALERT_STAGE
    version: int = ALERT_VERSION
    spread: Spread = "desk"

    def load(self, store: Store, id: str) -> Changed:
        """Return the story with its reports, events and expectations."""
        expectations = store.expectations(story=id)
        return Changed(
            view=view_story(store, id, expectations),
            events=tuple(event for event in store.events(story=id) if not event.imported),
            expectations=tuple(expectations),
        )

    def decide(self, item: Changed) -> tuple[Alert, ...]:
        """Return every alert that the story gives rise to, told before or not."""
        found: dict[str, Alert] = {}
        for watchlist in self.watchlists:
            for alert in (
                *_of_story(watchlist, item, self.language, self.at),
                *_of_events(watchlist, item, self.at),
                *_of_expectations(watchlist, item, self.at),
            ):
                found.setdefault(alert.id, alert)
        return tuple(found.values())

    def save(self, store: Store, tx: Transaction, id: str, out: tuple[Alert, ...]) -> None:
        """Keep the alerts that were not told before."""
        for alert in _untold(store, out):
            tx.put(alert)
            self.made.append(alert.id)


def make_alerts(host: Host, now: datetime, progress: Progress | None = None) -> tuple[str, ...]:
    """Make the alerts of everything that changed since the last time; return their ids."""
    store = host.store
    watchlists = tuple(item for item in store.watchlists() if not item.paused)
    if not watchlists:
        return ()
    stage = AlertStage(watchlists, host.options.language, now)
    run(stage, store, progress)
    made = stage.made
    for alert in _untold(store, _by_time(store, watchlists, now)):
        with store.transaction() as tx:
            tx.put(alert)
        made.append(alert.id)
    return tuple(made)


def _untold(store: Store, alerts: Iterable[Alert]) -> Iterator[Alert]:
    for alert in alerts:
        try:
            store.alert(alert.id)
        except NotFound:
            yield alert


def _by_time(store: Store, watchlists: Sequence[Watchlist], now: datetime) -> Iterator[Alert]:
    """Yield what the passing of time alone makes worth telling: due soon, and overdue."""
    for item in store.expectations(since=now - _LOOK_BACK, until=now + _SOON):
        if item.due.latest is None or not now - _LOOK_BACK <= item.due.latest <= now + _SOON:
            continue
        ids = sorted({span.report for span in item.spans})
        reports, readings = store.reports(ids), store.readings(ids)
        facets = match.of_expectation(item, reports, readings)
        for watchlist in watchlists:
            if "expectation" in watchlist.kinds and item.due.latest >= watchlist.created:
                terms = match.matching_terms(watchlist, facets)
                if terms is not None:
                    yield from _timely(watchlist, item, terms, now)


def _timely(
    watchlist: Watchlist, item: Expectation, terms: tuple[str, ...], now: datetime
) -> Iterator[Alert]:
    outcome = outcome_at(item, now)
    if outcome == "overdue":
        yield _expectation_alert(watchlist, item, "overdue", terms, now)
    elif outcome == "open" and item.due.latest is not None and item.due.latest <= now + _SOON:
        yield _expectation_alert(watchlist, item, "due", terms, now)


def _of_story(watchlist: Watchlist, item: Changed, language: str, at: datetime) -> Iterator[Alert]:
    """Tell a story when it is new, and again each time its independent origins have doubled."""
    view = item.view
    members = _members(view)
    if "story" not in watchlist.kinds or not _since(members, watchlist.created):
        return
    readings = [view.readings[report.id] for report in members if report.id in view.readings]
    types = (event.action for event in item.events)
    terms = match.matching_terms(watchlist, match.of_story(members, readings, types))
    if terms is None:
        return
    origins = max(view.story.independent, 1)
    step = 1 << (origins.bit_length() - 1)
    change = "new" if step == 1 else f"{step} independent"
    languages = " ".join(sorted({reading.language for reading in readings}))
    reports = f"{len(members)} report{'s' if len(members) != 1 else ''}"
    yield _alert(
        watchlist,
        kind="story",
        subject=view.story.id,
        reason=(view.story.id, str(step)),
        change=change,
        at=at,
        title=title_of(view.story, members, language),
        text=f"{reports}, {origins} independent, in {languages}",
        spans=_opening(view, members),
        story=view.story.id,
        terms=terms,
    )


def _of_events(watchlist: Watchlist, item: Changed, at: datetime) -> Iterator[Alert]:
    """Tell each kind of event once a story, and again when its status changes."""
    if "event" not in watchlist.kinds:
        return
    for event in item.events:
        reports, readings = _behind(item.view, event.spans)
        if event.status == "background" or not _since(reports, watchlist.created):
            continue
        terms = match.matching_terms(watchlist, match.of_event(event, reports, readings))
        if terms is None:
            continue
        sides = [", ".join(party.code or party.actor for party in side)
                 for side in (event.sources, event.targets) if side]  # fmt: skip
        yield _alert(
            watchlist,
            kind="event",
            subject=event.id,
            reason=(item.view.story.id, event.action, event.status, *terms),
            change=event.status,
            at=at,
            title=_quote(item.view.reports, event.spans),
            text=f"{event.action} ({event.status}): {' → '.join(sides)}",
            spans=event.spans,
            story=item.view.story.id,
            terms=terms,
        )


def _of_expectations(watchlist: Watchlist, item: Changed, at: datetime) -> Iterator[Alert]:
    """Tell what is newly expected, and what became of it."""
    if "expectation" not in watchlist.kinds:
        return
    for one in item.expectations:
        settled = one.settled.spans if one.settled else ()
        reports, readings = _behind(item.view, one.spans)
        news, _ = _behind(item.view, (*one.spans, *settled))
        if not _since(news, watchlist.created):
            continue
        terms = match.matching_terms(watchlist, match.of_expectation(one, reports, readings))
        if terms is None:
            continue
        outcome = outcome_at(one, at)
        if outcome == "overdue" and (one.due.latest is None or one.due.latest < watchlist.created):
            continue
        change = "expected" if outcome == "open" else outcome
        yield _expectation_alert(watchlist, one, change, terms, at)


def _expectation_alert(
    watchlist: Watchlist, item: Expectation, change: str, terms: tuple[str, ...], at: datetime
) -> Alert:
    due = item.due.latest.date().isoformat() if item.due.latest else ""
    why = f": {item.settled.why}" if item.settled and item.settled.why else ""
    settled = item.settled.spans if item.settled and change not in ("due", "overdue") else ()
    return _alert(
        watchlist,
        kind="expectation",
        subject=item.id,
        # told again only for another outcome or another day
        reason=(item.story or item.id, change, due, *terms),
        change=change,
        at=at,
        title=item.statement,
        text=f"{change}{f', by {due}' if due and change in ('expected', 'due') else ''}{why}",
        spans=(*item.spans, *settled),
        story=item.story,
        terms=terms,
    )


def _alert(
    watchlist: Watchlist,
    *,
    kind: AlertKind,
    subject: str,
    reason: tuple[str, ...],
    change: str,
    at: datetime,
    title: str,
    text: str,
    spans: tuple[Span, ...],
    story: str | None,
    terms: tuple[str, ...],
) -> Alert:
    channels = [Delivery(channel="email", to=address) for address in watchlist.emails]
    if watchlist.webhook:
        channels.append(Delivery(channel="webhook", to=watchlist.webhook))
    return Alert(
        id=content_id("alt", watchlist.id, kind, *reason),
        watchlist=watchlist.id,
        kind=kind,
        subject=subject,
        change=change,
        at=at,
        title=_short(title),
        spans=spans,
        story=story,
        text=text,
        why=", ".join(terms),
        deliveries=tuple(channels),
    )


def _members(view: StoryView) -> list[Report]:
    return [
        view.reports[member.report]
        for member in view.story.members
        if member.report in view.reports
    ]


def _behind(view: StoryView, spans: Iterable[Span]) -> tuple[list[Report], list[Reading]]:
    ids = [id for id in dict.fromkeys(span.report for span in spans) if id in view.reports]
    return [view.reports[id] for id in ids], [
        view.readings[id] for id in ids if id in view.readings
    ]


def _since(reports: Iterable[Report], created: datetime) -> bool:
    """Tell whether any of the reports came in after the watchlist was made."""
    return any(report.retrieved >= created for report in reports)


def _opening(view: StoryView, members: Sequence[Report]) -> tuple[Span, ...]:
    """Return the headline, or the first block, of the story's first origin."""
    origins = set(view.story.origins)
    first = next((report for report in members if report.id in origins), members[0])
    block = first.blocks[0]
    return (Span(report=first.id, start=block.start, end=block.end),)


def _quote(reports: Mapping[str, Report], spans: Iterable[Span]) -> str:
    for span in spans:
        if span.report in reports:
            return reports[span.report].quote(span)
    return ""


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_TITLE else line[: _LONGEST_TITLE - 1].rstrip() + "…"
