"""What the desk's own record holds that bears on a story, for the computed statements of a brief.

Beside :mod:`dateline.pipeline`, which alone joins stages with a store; it is a file of its own
because it only loads.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from dateline.brief import EarlierStory, Record
from dateline.knowledge import Knowledge
from dateline.records import Event, Expectation, Party, Report, Span, Story
from dateline.store import Store

# Of so many of a story's meetings, those told most, earlier events of the two countries are looked
# up: the latest between the two, and the latest meetings of each.
MEETINGS = 2
MOST_EVENTS = 200
MOST_MEETINGS = 20


def record_of(store: Store, story: Story, knowledge: Knowledge) -> Record:
    """Load the story's events, earlier ones of those who meet in it, its expectations and earlier
    stories.
    """
    events = {event.id: event for event in store.events(story=story.id)}
    for event in list(_earlier(store, story, tuple(events.values()))):
        events.setdefault(event.id, event)
    earlier = [
        store.story(link.earlier) for link in store.links(story.id) if link.later == story.id
    ]
    expectations = [item for one in (story, *earlier) for item in store.expectations(story=one.id)]
    titles = [title for one in earlier if (title := _title(store, one)) is not None]
    spans = {*_cited(events.values(), expectations), *(title.span for title in titles)}
    reports = {report.id: report for report in store.reports(sorted({s.report for s in spans}))}
    return Record(
        events=tuple(events.values()),
        expectations=tuple(expectations),
        earlier=tuple(titles),
        names=_names(events.values(), reports, knowledge),
        reports=reports,
        since=store.first_opened(),
    )


def _earlier(store: Store, story: Story, own: Sequence[Event]) -> Iterator[Event]:
    """Yield what is on record before the story opened of the countries that meet in it."""
    told = sorted(own, key=lambda event: (-len(event.spans), event.id))
    pairs = dict.fromkeys(pair for event in told if (pair := _meeting(event)))
    for one, other in list(pairs)[:MEETINGS]:
        yield from store.events(
            party=one, other=other, until=story.opened, order="newest", limit=MOST_EVENTS
        )
        for country in (one, other):
            yield from store.events(
                party=country,
                action="CONSULT",
                until=story.opened,
                order="newest",
                limit=MOST_MEETINGS,
            )


def _meeting(event: Event) -> tuple[str, str] | None:
    """Return the two countries that an event is a meeting of, by their codes."""
    if event.action != "CONSULT":
        return None
    countries = {party.code[:3] for party in _parties(event) if party.code}
    if len(countries) != 2:
        return None
    one, other = sorted(countries)
    return one, other


def _parties(event: Event) -> Iterator[Party]:
    yield from event.sources
    yield from event.targets


def _cited(events: Iterable[Event], expectations: Iterable[Expectation]) -> Iterator[Span]:
    for event in events:
        yield from event.spans
        yield from (party.span for party in _parties(event) if party.span is not None)
    for item in expectations:
        yield from item.spans
        if item.settled is not None:
            yield from item.settled.spans


def _title(store: Store, story: Story) -> EarlierStory | None:
    """Return the first headline of a story, with its span."""
    for report in store.reports([member.report for member in story.members]):
        for block in report.blocks:
            if block.kind == "title":
                span = Span(report=report.id, start=block.start, end=block.end)
                return EarlierStory(
                    story=story.id, title=report.quote(span), on=story.opened, span=span
                )
    return None


def _names(
    events: Iterable[Event], reports: Mapping[str, Report], knowledge: Knowledge
) -> dict[str, str]:
    """Name the actors in English: from the knowledge base, else as a report names them."""
    names: dict[str, str] = {}
    for event in events:
        for party in _parties(event):
            for id in (party.actor, party.code[:3]):
                actor = knowledge.actors.get(id)
                if actor is None or id in names:
                    continue
                english = [n.text for n in actor.names if n.language == "en" and n.kind == "name"]
                names[id] = english[0] if english else actor.names[0].text
            if party.actor not in names and party.span is not None:
                names[party.actor] = reports[party.span.report].quote(party.span)
    return names
