"""When and where: the date and the place that belong to an event's clause."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from dateline.events.tree import Tree
from dateline.records import (
    DateMention,
    PlaceMention,
    Reading,
    Report,
    Sentence,
    Span,
    Status,
    When,
)

# What is dated longer ago than this is the background of a report, not its news.
OLD = timedelta(days=31)
# What a report tells without a date happened within this before it was published.
RECENT = timedelta(days=3)
OPENING = 500  # characters of the body that tell the news
_ABOVE = ("title", "heading", "derivation")
# Reports are dated in their outlet's zone, events in that of their place.
A_DAY = timedelta(days=1)


def choose_date(
    dates: Sequence[DateMention], sentence: Span, at: int, clause: tuple[int, int]
) -> DateMention | None:
    """Return the date nearest to offset ``at`` (the predicate), those of its clause first."""
    inside = [d for d in dates if d.span.within(sentence) and d.when.known]
    if not inside:
        return None
    return min(
        inside,
        key=lambda d: (
            not clause[0] <= d.span.start < clause[1],
            abs(d.span.start - at),
            d.span.start,
        ),
    )


def clause_span(tree: Tree, head: int) -> tuple[int, int]:
    """Return the extent of a predicate's clause, without the clauses in it."""
    words = list(tree.under(head, clauses=False))
    return tree.tokens[min(words)].start, tree.tokens[max(words)].end


def news_day(report: Report, reading: Reading) -> datetime | None:
    """Return the beginning of the day that a report's news is of, None where it isn't told.

    It is the first exact day of the opening that lies in the last days before publication.
    """
    published = report.published
    if published is None:
        return None
    start = min((b.start for b in report.blocks if b.kind not in _ABOVE), default=0)
    return next(
        (
            day
            for mention in sorted(reading.dates, key=lambda one: one.span.start)
            if start <= mention.span.start < start + OPENING
            and mention.when.precision in ("hour", "day")
            and (day := mention.when.earliest) is not None
            and published - RECENT <= day <= published
        ),
        None,
    )


def when_of(
    report: Report, date: DateMention | None, status: Status, news: datetime | None = None
) -> tuple[When, bool]:
    """Return the time of an event, and whether the text dates it.

    What happened and has no date is of the day of the report's news, ``news``, or of the days
    right before it was published; what is still to come is after that.
    """
    published = report.published
    if date is not None and not _contradicts(date.when, published, status):
        return date.when, True
    if published is None:
        return When(anchor="relative", precision="vague"), False
    if status in ("planned", "threatened", "conditional"):
        return When(earliest=published, precision="vague", anchor="published"), False
    if status != "happened":
        return When(latest=published, precision="vague", anchor="published"), False
    earliest = news if news is not None else published - RECENT
    return When(earliest=earliest, latest=published, precision="vague", anchor="published"), False


def _contradicts(when: When, published: datetime | None, status: Status) -> bool:
    """True for a deed dated after its report, or a plan dated well before it."""
    if published is None:
        return False
    if status in ("planned", "threatened"):
        return when.latest is not None and when.latest < published - A_DAY
    if status in ("happened", "alleged"):
        return when.earliest is not None and when.earliest > published + A_DAY
    return False


def aged(report: Report, sentence: Sentence, status: Status, when: When, dated: bool) -> Status:
    """Return *background* for what happened long before the report, else ``status``."""
    if status != "happened" or report.published is None:
        return status
    if dated and when.latest is not None and when.latest < report.published - OLD:
        return "background"
    if not dated and sentence.role == "background":
        return "background"
    return status


def place_of(
    places: Sequence[PlaceMention], sentence: Span, at: int, clause: tuple[int, int]
) -> PlaceMention | None:
    """Return the place nearest to offset ``at``, those of its clause first."""
    inside = [p for p in places if p.span.within(sentence)]
    if not inside:
        return None
    low, high = clause
    return min(
        inside, key=lambda p: (not low <= p.span.start < high, abs(p.span.start - at), p.span.start)
    )
