"""Computed statements: what the desk's own record says of a story, in plain words, cited.

Each is a count or a look-up over records that carry their spans, worded by a fixed form; none
is said unless the record holds what it says.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from dateline.brief.calendar import day_words, interval_words, local
from dateline.brief.record import Record
from dateline.brief.words import content
from dateline.records import Claim, Event, Expectation, SectionName, Span, When
from dateline.records.origins import Origins

Computed = tuple[SectionName, Claim]

# Two meetings of one party this near to each other are worth telling together.
NEAR = timedelta(days=31)
# From this gap on a meeting is told as the first in so many months.
LONG = timedelta(days=60)
# Fewer events of a dyad than this are no record to speak of.
FEWEST_EVENTS = 3
MOST_EXPECTATIONS = 2
MOST_SPANS = 8
_FIRM = ("scheduled", "intended", "predicted")


def computed_claims(
    story: str, record: Record, origins: Origins, now: datetime | None, language: str
) -> tuple[Computed, ...]:
    """Return the statements that ``record`` (as of ``now``) supports, each with its section.

    They are worded in English: for readers of another ``language`` there are none yet.
    """
    if language != "en":
        return ()
    found: list[Computed] = []
    main = _main_meeting(story, record.events)
    if main is not None:
        found += _meetings(main, record)
        found += _dyad(main, record)
    found += _storyline(story, record)
    found += _expectations(record, now)
    counted = []
    for section, claim in found:
        independent = origins.count(span.report for span in claim.spans)
        counted.append((section, _with(claim, independent)))
    return tuple(counted)


# A computed statement of which a sentence on the same spans tells this share repeats it.
TOLD = 0.5


def without_told(computed: Sequence[Computed], claims: Sequence[Claim]) -> tuple[Computed, ...]:
    """Leave out meetings and the like that a claim on one of their spans tells already. What
    became of an expectation is never left out: no sentence of a report says that."""
    return tuple(
        (section, statement) for section, statement in computed
        if section != "Why it's important" or not any(_tells(c, statement) for c in claims)
    )  # fmt: skip


def _tells(claim: Claim, statement: Claim) -> bool:
    if not any(a.overlaps(b) for a in claim.spans for b in statement.spans):
        return False
    words = set(content(statement.text))
    return len(words & set(content(claim.text))) >= TOLD * len(words)


def closed(record: Record, now: datetime | None) -> frozenset[Span]:
    """Spans of expectations that are settled or past due: they are not next any more."""
    return frozenset(
        span
        for item in record.expectations
        if (item.settled is not None and item.settled.outcome != "open") or is_overdue(item, now)
        for span in item.spans
    )


def expected(record: Record, now: datetime | None) -> frozenset[Span]:
    """Spans of firm expectations that are still open: they are next."""
    over = closed(record, now)
    return (
        frozenset(span for item in record.expectations if item.kind in _FIRM for span in item.spans)
        - over
    )


def is_overdue(item: Expectation, now: datetime | None) -> bool:
    """True for an expectation whose due time is over without a report that settles it."""
    if item.settled is not None:
        return item.settled.outcome == "overdue"
    return now is not None and item.due.latest is not None and item.due.latest <= now


def _claim(text: str, spans: Iterable[Span]) -> Claim:
    cited = tuple(dict.fromkeys(spans))[:MOST_SPANS]
    return Claim(text=text, spans=cited, independent=0, agreement="computed", language="en",
                 writer="record")  # fmt: skip


def _with(claim: Claim, independent: int) -> Claim:
    return Claim(text=claim.text, spans=claim.spans, independent=independent,
                 agreement="computed", language="en", writer="record")  # fmt: skip


# Meetings


def _main_meeting(story: str, events: Sequence[Event]) -> Event | None:
    """The story's own meeting: the one that most of its sentences tell, the later of equals."""
    own = [e for e in events if e.story == story and _is_meeting(e)]
    return max(own, key=lambda e: (len(e.spans), str(e.occurred.latest), e.id), default=None)


def _is_meeting(event: Event) -> bool:
    return (
        event.action == "CONSULT"
        and event.status in ("happened", "background")
        and event.occurred.earliest is not None
        and event.occurred.latest is not None
        and event.occurred.precision in ("instant", "hour", "day")
        and len(_countries(event)) == 2
    )


def _countries(event: Event) -> frozenset[str]:
    """The countries of an event's two sides, when each side is of one."""
    sides = [{p.code[:3] for p in side if p.code} for side in (event.sources, event.targets)]
    return frozenset().union(*sides) if all(len(side) == 1 for side in sides) else frozenset()


def _pair(event: Event, record: Record) -> str | None:
    names = [record.names.get(side[0].actor) for side in (event.sources, event.targets)]
    return f"{names[0]} and {names[1]}" if all(names) and names[0] != names[1] else None


def _meetings(main: Event, record: Record) -> list[Computed]:
    start = main.occurred.earliest
    assert start is not None
    before = [
        e for e in record.events
        if e.id != main.id and _is_meeting(e) and e.occurred.latest and e.occurred.latest <= start
    ]  # fmt: skip
    before.sort(key=lambda e: (e.occurred.latest or start, len(e.spans), e.id), reverse=True)
    found = []
    countries = _countries(main)
    same = next((e for e in before if _countries(e) == countries), None)
    if same is not None and (again := _again(main, same, record)):
        found.append(again)
    elif same is None and record.since is not None and start - record.since >= LONG:
        names = [record.names.get(code) for code in sorted(countries)]
        if all(names):
            month = interval_month(record.since)
            text = (
                f"This is the first meeting of {names[0]} and {names[1]} in the desk's reports, "
                f"which go back to {month}."
            )
            found.append(_claim(text, main.spans))
    other = next(
        (e for e in before
         if _countries(e) != countries and _countries(e) & countries and _pair(e, record)
         and start - (e.occurred.latest or start) <= NEAR),
        None,
    )  # fmt: skip
    if other is not None:
        when = interval_words(other.occurred)
        text = f"{_pair(other, record)} met {_gap(other.occurred, start)} before ({when})."
        found.append(_claim(text, other.spans))
    return [("Why it's important", claim) for claim in found]


def _again(main: Event, same: Event, record: Record) -> Claim | None:
    start, end = main.occurred.earliest, same.occurred.latest
    pair = _pair(same, record)
    if pair is None or start is None or end is None:
        return None
    when = interval_words(same.occurred)
    if start - end >= LONG:
        names = [record.names.get(code) for code in sorted(_countries(main))]
        if not all(names):
            return None
        months = round((start - end).days / 30.4)
        text = (
            f"It is the first meeting of {names[0]} and {names[1]} in {months} months, by the "
            f"desk's reports: {pair} met before on {when}."
        )
    else:
        text = f"{pair} had met {_gap(same.occurred, start)} before ({when})."
    return _claim(text, (*same.spans, *main.spans[:1]))


def _gap(earlier: When, later: datetime) -> str:
    """How long before ``later`` an interval ended, in calendar days of its own zone."""
    assert earlier.latest is not None
    last = local(earlier.latest - timedelta(seconds=1), earlier.zone).date()
    days = (local(later, earlier.zone).date() - last).days
    if days <= 0:
        return "just"
    if days == 1:
        return "the day"
    if days in (6, 7, 8):
        return "a week"
    return f"{days} days" if days < 60 else f"{round(days / 30.4)} months"


def interval_month(moment: datetime) -> str:
    """The month of a moment in words: "May 2025"."""
    return day_words(moment, "UTC").split(" ", 1)[1]


# The dyad and the storyline


def _dyad(main: Event, record: Record) -> list[Computed]:
    start = main.occurred.earliest
    countries = _countries(main)
    earlier = [
        e for e in record.events
        if e.id != main.id and e.story != main.story and e.status == "happened"
        and _countries(e) == countries and e.occurred.latest and start
        and e.occurred.latest <= start
    ]  # fmt: skip
    names = [record.names.get(code) for code in sorted(countries)]
    if len(earlier) < FEWEST_EVENTS or not all(names):
        return []
    first = min(earlier, key=lambda e: (e.occurred.latest or start, e.id))
    against = sum(e.quad.endswith("conflict") for e in earlier)
    since = first.occurred.earliest or first.occurred.latest
    assert since is not None
    text = (
        f"Since {interval_month(since)} the desk has recorded {len(earlier)} earlier events "
        f"between {names[0]} and {names[1]}: {len(earlier) - against} of cooperation, "
        f"{against} of conflict."
    )
    return [("Beyond the headlines", _claim(text, (e.spans[0] for e in earlier)))]


def _storyline(story: str, record: Record) -> list[Computed]:
    earlier = [e for e in record.earlier if e.story != story]
    if not earlier:
        return []
    last = earlier[-1]
    count = "an earlier story" if len(earlier) == 1 else f"{len(earlier)} earlier stories"
    text = (
        f"The desk has followed this through {count}, last on {day_words(last.on, 'UTC')}: "
        f"“{last.title}”."
    )
    return [("Beyond the headlines", _claim(text, (e.span for e in reversed(earlier))))]


# Expectations


def _expectations(record: Record, now: datetime | None) -> list[Computed]:
    usable = [e for e in record.expectations if e.kind in _FIRM and _english(e)]
    usable.sort(key=lambda e: (-len(e.spans), e.id))
    found: list[Computed] = []
    overdue = [e for e in usable if is_overdue(e, now)]
    for item in overdue[:MOST_EXPECTATIONS]:
        assert item.due.latest is not None
        day = interval_words(item.due) if item.due.earliest else _last_day(item.due)
        due = f"Overdue: due {_by(item.due)}{day}, and the desk holds no report that it came"
        text = f"{due}: “{_said(item)}”"
        found.append(("What's next", _claim(text, item.spans)))
    for outcome, words in (
        ("missed", "An earlier expectation was not met"),
        ("postponed", "An earlier expectation was postponed"),
        ("withdrawn", "An earlier expectation was withdrawn"),
        ("met", "It came as expected"),
    ):
        settled = [e for e in usable if e.settled is not None and e.settled.outcome == outcome
                   and any(span.report in record.reports for span in e.settled.spans)]  # fmt: skip
        for item in settled[: MOST_EXPECTATIONS - 1]:
            assert item.settled is not None
            spans = (
                *item.spans[:4],
                *(s for s in item.settled.spans if s.report in record.reports),
            )
            on = day_words(item.settled.at, item.due.zone)
            text = f"{words} (reported on {on}): “{_said(item)}”"
            found.append(("Beyond the headlines", _claim(text, spans)))
    return found


def _english(item: Expectation) -> bool:
    return item.statement.isascii() or not any("぀" <= c <= "퟿" for c in item.statement)


def _said(item: Expectation) -> str:
    return " ".join(item.statement.split())


def _by(due: When) -> str:
    return "" if due.earliest else "by "


def _last_day(due: When) -> str:
    assert due.latest is not None
    return day_words(due.latest - timedelta(seconds=1), due.zone)
