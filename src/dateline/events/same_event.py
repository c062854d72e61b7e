"""One event once: mentions of one occurrence joined, what they contest kept side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta

from dateline.events.contexts import shared
from dateline.events.mention import Mention
from dateline.events.ontology import TYPES, cameo
from dateline.events.sides import MUTUAL
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
# Two days that reports of one deed may differ by: time zones, and "on Monday" for the night.
SLACK = timedelta(days=1)
# "Last week" on a Sunday, "this month" on the first: the words are looser than the calendar.
LOOSE = {"week": timedelta(days=3), "month": timedelta(days=3)}
# What is said without a date lies within this of the report's day.
UNDATED = timedelta(days=10)
# Which status stands when mentions of one event differ: the deed beats the plan.
_RANK: dict[Status, int] = {
    "happened": 0, "background": 1, "denied": 2, "alleged": 3, "planned": 4, "threatened": 5,
    "conditional": 6,
}  # fmt: skip
_PRECISE = (
    "instant", "hour", "day", "week", "month", "season", "quarter", "half", "year", "decade",
    "century", "vague",
)  # fmt: skip
_NOT_DONE = frozenset({"planned", "threatened", "conditional"})


def same(one: Mention, other: Mention, published: Mapping[str, datetime | None]) -> bool:
    """True where two mentions tell of one occurrence.

    The type is the same, the parties agree where both name them (either way round for what
    is mutual), the times can be the same, and the same report doesn't tell them apart by
    their dates.
    """
    if one.action != other.action:
        return False
    if not _parties_agree(one, other):
        return False
    whole = one.targets and other.targets and one.sources and other.sources
    if not whole and not (one.dated and other.dated):
        # A side left unsaid can be anybody's: then both must be dated.
        return one.report == other.report and one.sentence == other.sentence
    return _times_agree(one, other, published)


def merge_mentions(
    mentions: Sequence[Mention], reports: Mapping[str, Report], story: str | None
) -> tuple[Event, ...]:
    """Join mentions into events, in the order of publication."""
    published = {id: report.published for id, report in reports.items()}
    order = sorted(
        mentions,
        key=lambda m: (_told(m, published), m.report, m.words.start, m.action),
    )
    groups: list[list[Mention]] = []
    for mention in order:
        best = next((g for g in groups if _belongs(mention, g, published)), None)
        if best is None:
            groups.append([mention])
        else:
            best.append(mention)
    return tuple(_event(group, story) for group in groups)


def _told(mention: Mention, published: Mapping[str, datetime | None]) -> str:
    """Return the time of telling in a form that sorts, unknown last."""
    time = published.get(mention.report)
    return time.astimezone(UTC).isoformat() if time is not None else "~"


def _belongs(
    mention: Mention, group: Sequence[Mention], published: Mapping[str, datetime | None]
) -> bool:
    """True where a mention is the same as most of a group: one loose telling joins no others."""
    return 2 * sum(same(mention, other, published) for other in group) > len(group)


def _parties_agree(one: Mention, other: Mention) -> bool:
    mine, theirs = (
        (_who(one.sources), _who(one.targets)),
        (
            _who(other.sources),
            _who(other.targets),
        ),
    )
    if _side(mine[0], theirs[0]) and _side(mine[1], theirs[1]):
        return bool(mine[0] & theirs[0] or mine[1] & theirs[1])
    if one.action in MUTUAL and one.action != "ASSAULT":
        return (
            _side(mine[0], theirs[1])
            and _side(mine[1], theirs[0])
            and bool(mine[0] & theirs[1] or mine[1] & theirs[0])
        )
    return False


def _who(side: tuple[Party, ...]) -> frozenset[str]:
    """The countries of a side; actors without one under their own ids."""
    return frozenset(
        party.code[:3] if party.code[:3] not in ("INT", "UNK") else party.actor for party in side
    )


def _side(one: frozenset[str], other: frozenset[str]) -> bool:
    return not one or not other or bool(one & other)


def _times_agree(one: Mention, other: Mention, published: Mapping[str, datetime | None]) -> bool:
    first, second = _interval(one, published), _interval(other, published)
    if first is None or second is None:
        return True
    return first[0] <= second[1] + SLACK and second[0] <= first[1] + SLACK


def _interval(
    mention: Mention, published: Mapping[str, datetime | None]
) -> tuple[datetime, datetime] | None:
    when = mention.when
    if mention.dated and when.earliest is not None and when.latest is not None:
        loose = LOOSE.get(when.precision, timedelta(0))
        return when.earliest - loose, when.latest - timedelta(seconds=1) + loose
    day = when.earliest or when.latest or published.get(mention.report)
    if day is None:
        return None
    if mention.status in _NOT_DONE:
        return day, day + UNDATED
    return day - UNDATED, day


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
        flipped = bool(_who(mention.sources) & _who(tuple(targets.values()))) and not (
            _who(mention.sources) & _who(tuple(sources.values()))
        )
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
