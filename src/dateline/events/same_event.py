"""One event once: mentions of one occurrence joined, what they contest kept side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from dateline.events.contexts import shared
from dateline.events.mention import Mention
from dateline.events.occurrences import countries_of, join_mentions
from dateline.events.ontology import TYPES, cameo
from dateline.records import (
    Contested,
    Event,
    Made,
    Party,
    Report,
    Span,
    Status,
    When,
    content_id,
)

STAGE, VERSION = "events", 2
MADE = Made(stage=STAGE, version=VERSION)
# Which status stands when mentions of one event differ: the deed beats the plan.
_RANK: dict[Status, int] = {
    "happened": 0, "background": 1, "denied": 2, "alleged": 3, "planned": 4, "threatened": 5,
    "conditional": 6,
}  # fmt: skip
_NOWHERE = ("INT", "UNK")  # codes of those of no country, or of none that is known
_PRECISE = (
    "instant", "hour", "day", "week", "month", "season", "quarter", "half", "year", "decade",
    "century", "vague",
)  # fmt: skip


def merge_mentions(
    mentions: Sequence[Mention], reports: Mapping[str, Report], story: str | None
) -> tuple[Event, ...]:
    """Join mentions into events, in the order of publication."""
    published = {id: report.published for id, report in reports.items()}
    order = sorted(
        mentions,
        key=lambda m: (_told(m, published), m.report, m.words.start, m.action),
    )
    return tuple(_event(group, story) for group in join_mentions(_placed(order), published))


def _placed(mentions: Sequence[Mention]) -> list[Mention]:
    """Give people of no known country the code that other mentions of the story have for them.

    One report writes "Chancellor Katrin Albers", another "the German chancellor".
    """
    votes: dict[str, Counter[str]] = {}
    for mention in mentions:
        for party in (*mention.sources, *mention.targets):
            if party.actor.startswith("x:") and party.code[:3] not in _NOWHERE:
                votes.setdefault(party.actor, Counter())[party.code] += 1
    codes = {actor: max(sorted(count), key=count.__getitem__) for actor, count in votes.items()}

    def known(side: tuple[Party, ...]) -> tuple[Party, ...]:
        return tuple(
            replace(p, code=codes[p.actor]) if p.actor in codes and p.code[:3] in _NOWHERE else p
            for p in side
        )

    return [replace(m, sources=known(m.sources), targets=known(m.targets)) for m in mentions]


def _told(mention: Mention, published: Mapping[str, datetime | None]) -> str:
    """Return the time of telling in a form that sorts, unknown last."""
    time = published.get(mention.report)
    return time.astimezone(UTC).isoformat() if time is not None else "~"


def _event(group: list[Mention], story: str | None) -> Event:
    lead = min(group, key=lambda m: (_RANK[m.status], not (m.sources and m.targets), not m.dated))
    when = min(
        (m.when for m in group if m.dated),
        key=lambda w: _PRECISE.index(w.precision),
        default=lead.when,
    )
    sources, targets = _all_parties(group, lead)
    spans = tuple(dict.fromkeys(m.span for m in group))
    kind = TYPES[lead.action]
    mode = next((m.mode for m in [lead, *group] if m.mode), "")
    place = next((m.place.name for m in [lead, *group] if m.place is not None), None)
    first = group[0]
    return Event(
        id=content_id("evt", lead.action, first.report, first.words.start, first.words.end),
        action=lead.action,
        mode=mode,
        contexts=shared([m.contexts for m in group]),
        status=lead.status,
        quad=kind.quad,
        sources=sources,
        targets=targets,
        occurred=when,
        spans=spans,
        made=MADE,
        cameo=cameo(lead.action, mode),
        goldstein=kind.goldstein,
        place=place,
        contested=_contested(group),
        story=story,
        why=lead.why,
    )


def _all_parties(
    group: list[Mention], lead: Mention
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Return the lead's sides, with the persons and bodies that other mentions add to them."""
    sources = {party.actor: party for party in lead.sources}
    targets = {party.actor: party for party in lead.targets}
    for mention in group:
        flipped = bool(
            countries_of(mention.sources) & countries_of(tuple(targets.values()))
        ) and not (countries_of(mention.sources) & countries_of(tuple(sources.values())))
        sides = (
            (mention.targets, mention.sources) if flipped else (mention.sources, mention.targets)
        )
        for party in sides[0]:
            if party.actor not in targets:
                sources.setdefault(party.actor, party)
        for party in sides[1]:
            if party.actor not in sources:
                targets.setdefault(party.actor, party)
    both = [*sources.values(), *targets.values()]
    return _without_bare(sources.values(), both), _without_bare(targets.values(), both)


def _without_bare(side: Iterable[Party], both: Sequence[Party]) -> tuple[Party, ...]:
    """Leave out a bare state for which somebody named acts ("JPN" beside its prime minister)."""
    named = {party.code[:3] for party in both if party.actor != party.code}
    kept = tuple(p for p in side if p.actor != p.code or p.code not in named)
    return kept or tuple(side)


def _contested(group: list[Mention]) -> tuple[Contested, ...]:
    found = []
    for attribute, value in (("toll", _toll_of), ("place", _place_of), ("date", _day_of)):
        values: dict[str, list[Span]] = {}
        for mention in group:
            said = value(mention)
            if said:
                values.setdefault(said, []).append(mention.span)
        reports = {span.report for spans in values.values() for span in spans}
        if len(values) > 1 and len(reports) > 1:
            sides = tuple((said, tuple(dict.fromkeys(spans))) for said, spans in values.items())
            found.append(Contested(attribute=attribute, values=sides))
    return tuple(found)


def _toll_of(mention: Mention) -> str:
    return mention.toll


def _place_of(mention: Mention) -> str:
    return mention.place.name if mention.place is not None else ""


def _day_of(mention: Mention) -> str:
    when: When = mention.when
    return when.timex[:10] if mention.dated and when.precision == "day" else ""
