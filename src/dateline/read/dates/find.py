"""Finding: text to tokens, tokens folded by the grammar, what is left read in its context."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from dateline.read.dates import chinese, english, japanese, korean, other
from dateline.read.dates.anchors import context_of, interval_of, when_of
from dateline.read.dates.direction import Clauses
from dateline.read.dates.expressions import Context, Expression
from dateline.read.dates.grammar import Grammar, Token
from dateline.records import DateMention, Span, When
from dateline.records.when import Direction

MENTIONS = frozenset(("DATE", "DATETIME", "IN", "SET", "DURATION", "TIMEALONE"))
MAX_TEXT = 300_000  # characters; what stands beyond is not read
_ADDRESS = re.compile(r"https?://\S+")  # holds figures, but no date that is told
# A yearless day to which a thing is put is the next one, unless that is further off than this.
FAR = timedelta(days=300)
# Where tenses are known by rough cues only, a day this near is meant whatever they say.
NEAR = timedelta(days=60)
MAX_MENTIONS = 5_000  # a report has tens

Reader = tuple[Grammar, Callable[[str], list[Token]]]


_READERS: dict[str, Reader] = {
    "en": (english.GRAMMAR, english.tokens_of),
    "ja": (japanese.GRAMMAR, japanese.tokens_of),
    "ko": (korean.GRAMMAR, korean.tokens_of),
    "zh": (chinese.GRAMMAR, chinese.tokens_of),
}


def reader(language: str) -> Reader:
    """Grammar and tokeniser of a language."""
    return _READERS.get(language.partition("-")[0].lower(), (other.GRAMMAR, other.tokens_of))


def found(text: str, language: str) -> list[Token]:
    """The folded tokens that name times, in text order."""
    grammar, tokens_of = reader(language)
    text = _ADDRESS.sub(lambda match: "\0" * len(match[0]), text[:MAX_TEXT])
    tokens = grammar.fold(tokens_of(text))
    named = [t for t in tokens if t.kind in MENTIONS and isinstance(t.value, Expression)]
    return named[:MAX_MENTIONS]


def find_dates(
    text: str,
    language: str,
    *,
    report: str,
    published: datetime | None,
    zone: str = "UTC",
    sentences: Sequence[Span] = (),
    base: int = 0,
) -> tuple[DateMention, ...]:
    """The mentions of times in ``text``, in text order, without overlaps.

    ``text`` stands at offset ``base`` of the report's stored text and the spans returned, like
    ``sentences``, count in the report's text. ``published`` (aware) is what "Tuesday" is read
    against, in ``zone``, the outlet's IANA zone; without it dates that need it stay relative.
    Words that name no possible date (30 February) are left out.
    """
    tokens = found(text, language)
    if not tokens:
        return ()
    bounds = [max(0, s.end - base) for s in sentences]
    clauses = Clauses(text[:MAX_TEXT], language, bounds)
    mentions = []
    narrated: datetime | None = None
    for token in tokens:
        unknown = context_of(published, zone, "unknown", narrated)
        when, context = _read(token, clauses, unknown, zone)
        if when is None:
            continue
        if when.precision in ("day", "hour", "instant") and when.earliest and when.latest:
            interval = interval_of(token.value, context)
            narrated = interval.start if interval else narrated
        span = Span(report=report, start=base + token.start, end=base + token.end)
        mentions.append(
            DateMention(span=span, when=when, direction=context.direction, how=token.rule or "word")
        )
    return tuple(mentions)


def _read(
    token: Token, clauses: Clauses, unknown: Context, zone: str
) -> tuple[When | None, Context]:
    """What a token means, and the context in which it does."""
    context = replace(unknown, direction=clauses.direction(token.start, token.end))
    if clauses.appointed(token.start, token.end):
        context = replace(unknown, direction="future")
        when = when_of(token.value, context, zone)
        if _away(when, unknown, FAR):  # "had been postponed to March 3", told on the 20th
            context = replace(unknown, direction="past")
            when = when_of(token.value, context, zone)
        return when, context
    when = when_of(token.value, context, zone)
    if clauses.rough:
        nearest = when_of(token.value, unknown, zone)
        if nearest != when and not _away(nearest, unknown, NEAR):
            return nearest, unknown
    return when, context


def _away(when: When | None, context: Context, reach: timedelta) -> bool:
    """Whether a date that is read against the publication lies further from it than ``reach``."""
    day = None if when is None or when.anchor != "published" else when.earliest or when.latest
    if day is None or context.now is None:
        return False
    return abs(day.replace(tzinfo=None) - context.now) > reach


def resolve(
    expression: str,
    language: str,
    reference: datetime | None,
    zone: str = "UTC",
    direction: Direction = "unknown",
) -> When | None:
    """What one expression ("by the end of March") means at ``reference``; None when it is no
    date. The longest mention in the expression counts."""  # fmt: skip
    tokens = found(expression, language)
    if not tokens:
        return None
    token = max(tokens, key=lambda t: t.end - t.start)
    return when_of(token.value, context_of(reference, zone, direction), zone)
