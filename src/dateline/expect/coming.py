"""Which dates of a sentence lie ahead of its report, and what a bare day means beside a verb.

A reader of dates that sees words alone takes "July 1" in a report of April for the last one as
often as for the next. The parse knows better: beside "will take over" it is the next one.
"""

from __future__ import annotations

import dataclasses
import re
from datetime import datetime, timedelta

from dateline.expect.cues import english
from dateline.expect.relative import relative_dates
from dateline.expect.tree import Tree
from dateline.records import DateMention, Reading, Report, Span, When

# Days of the longest period of a precision: where "by 2035" begins to be ahead.
_LONG = {"year": 366, "half": 184, "quarter": 92, "season": 92, "month": 31, "week": 7}
_PUT_OFF = re.compile(
    r"\b(postponed|put (off|back)|pushed back|moved|delayed|rescheduled|deferred)"
    r"( \w+){0,5} (to|until|till|for) $",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"^(to|until|till|for) ", re.IGNORECASE)
_YEAR, _WEEK = timedelta(days=365), timedelta(days=7)
# "The four-day requirement" says how long, not when.
_LASTING = re.compile(r"\w-(day|week|month|year)s?$", re.IGNORECASE)
_DAY_NAME = re.compile(
    r"^(on |by |next |this )?(mon|tues|wednes|thurs|fri|satur|sun)day( (morning|afternoon|evening"
    r"|night))?$",
    re.IGNORECASE,
)
# A month, or a day of one, without its year.
_YEARLY = re.compile(
    r"^(?!.*\b(last|past|ago|this)\b)(?!.*\d{3})(?=.*\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov"
    r"|dec)).*$",
    re.IGNORECASE,
)
# "El próximo 29 de enero", "am kommenden 3. März".
_COMING = re.compile(r"\b(próximo|prochain|kommenden|nächsten)( \w+,?)? $", re.IGNORECASE)
_LATER = re.compile(r"\blater (on )?$", re.IGNORECASE)
_WILL = frozenset({"will", "'ll", "’ll", "wo", "shall", "may", "might", "could", "can"})
_WOULD = frozenset({"would", "’d"})
_IS = frozenset({"is", "are", "'s", "’s", "'re", "’re", "am"})


def coming_dates(
    report: Report, reading: Reading, span: Span, tree: Tree | None = None
) -> tuple[DateMention, ...]:
    """Return the dates of a sentence that can lie ahead of its report, in order.

    Dates before the report was published are none, and dates that the clause marks as past
    only where they lie ahead all the same ("was postponed to next Monday").
    """
    published = report.published or report.retrieved
    return tuple(
        mention
        for mention in (put_ahead(report, m, tree) for m in reading.dates if m.span.within(span))
        if ahead(mention, published) and not _LASTING.search(report.quote(mention.span))
    ) + tuple(
        mention
        for mention in relative_dates(report, reading.language, span)
        if not any(mention.span.overlaps(known.span) for known in reading.dates)
    )


def ahead(mention: DateMention, published: datetime) -> bool:
    """Say whether a date can be one to come."""
    when = mention.when
    if not when.known or when.precision in ("instant", "decade", "century"):
        return False
    if mention.direction == "past":
        if when.earliest is None and when.latest is not None:  # "agreed a target by 2035"
            return when.latest - timedelta(days=_LONG.get(when.precision, 1)) > published
        return when.earliest is not None and when.earliest > published
    return when.latest is None or when.latest > published


def put_ahead(report: Report, mention: DateMention, tree: Tree | None = None) -> DateMention:
    """Return a date as the one to come where its sentence says so.

    Four sayings do: "el próximo 29 de enero" names the next one; "has been postponed until March
    3" means that very day, and the next one where it is nearer than the last; "later Wednesday",
    told on a Wednesday, is not over; and a weekday or a month without a year under a verb that
    looks forward ("will leave on July 1", "the trial opens on Friday") is the next one.
    """
    published = report.published or report.retrieved
    when, text = mention.when, report.quote(mention.span)
    if when.precision not in ("day", "month", "instant") or when.latest is None:
        return mention
    bare = _UNTIL.sub("", text)
    start = mention.span.end - len(bare)
    before = report.text[max(0, start - 60) : start]
    if _PUT_OFF.search(before):
        return _very_day(mention, published, bare)
    if _LATER.search(before) and _last_day(when) <= published < when.latest:
        return dataclasses.replace(mention, direction="future")
    if when.latest > published:
        return mention
    if _COMING.search(before) and not re.search(r"\d{4}", text):
        return _next_year(mention, published)
    if tree is None:
        return mention
    verb = _governing(mention, tree)
    if not verb:
        return mention
    if _DAY_NAME.match(text) and when.latest + _WEEK > published:
        return _moved(mention, _WEEK)
    if _YEARLY.match(text) and (
        verb == "firm" or when.latest + _YEAR - published < published - when.latest
    ):
        return _next_year(mention, published)
    return mention


def _last_day(when: When) -> datetime:
    """Return where the last day of a period begins."""
    assert when.latest is not None
    return when.latest - timedelta(days=1)


def _very_day(mention: DateMention, published: datetime, text: str) -> DateMention:
    """Return the day a thing is moved to: not all the time until then."""
    first, end = mention.when.earliest, mention.when.latest
    assert end is not None
    if first is None and mention.when.precision == "day":
        first = end - timedelta(days=1)
    found = dataclasses.replace(
        mention, when=dataclasses.replace(mention.when, earliest=first, latest=end)
    )
    if end <= published and not re.search(r"\d{4}", text):
        begins = first or end
        if begins + _YEAR <= published or begins + _YEAR - published > published - end:
            return mention
        return _next_year(found, published)
    return dataclasses.replace(found, direction="future" if end > published else mention.direction)


def _moved(mention: DateMention, by: timedelta) -> DateMention:
    when = mention.when
    moved = dataclasses.replace(
        when,
        earliest=when.earliest and when.earliest + by,
        latest=when.latest and when.latest + by,
    )
    return dataclasses.replace(mention, direction="future", when=moved)


def _next_year(mention: DateMention, published: datetime) -> DateMention:
    """Return the same days a year later; the mention as it was where those are over, too."""
    when = mention.when
    try:
        first = when.earliest and when.earliest.replace(year=when.earliest.year + 1)
        end = when.latest and when.latest.replace(year=when.latest.year + 1)
    except ValueError:  # the 29th of February
        return mention
    if end is None or end <= published:
        return mention
    moved = dataclasses.replace(when, earliest=first, latest=end)
    return dataclasses.replace(mention, direction="future", when=moved)


def _governing(mention: DateMention, tree: Tree) -> str:
    """Say how the verb that a date hangs on looks forward: "firm" ("will leave", "opens"),
    "told" ("said it would"), "" where it doesn't.
    """
    inside = [
        index
        for index, token in enumerate(tree.tokens)
        if token.start < mention.span.end and mention.span.start < token.end
    ]
    for index in inside[-1:]:
        for up in tree.ups(index):
            token = tree.token(up)
            if token.pos not in ("VERB", "AUX"):
                continue
            helpers = {tree.words[k] for k in tree.kids(up, "aux", "auxpass")}
            if "have" in helpers or "had" in helpers or "has" in helpers:
                return ""
            if helpers & _WILL:
                return "firm"
            if helpers & _WOULD:
                return "told"
            if token.tag == "VBN" and not helpers:
                continue  # "will see troops deployed in July"
            timed = tree.lemmas[up] in english().verbs["timetable"] or (
                tree.lemmas[up] == "be"
                and any(tree.lemmas[k] in english().nouns["events"] for k in tree.kids(up, "nsubj"))
            )
            present = token.tag in ("VBZ", "VBP") or (token.tag == "VBG" and bool(helpers & _IS))
            return "firm" if timed and present else ""
    return ""
