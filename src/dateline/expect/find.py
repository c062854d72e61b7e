"""Find what a report says will come: one expectation a sentence that looks forward."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from dateline.expect.acts import action_of
from dateline.expect.coming import coming_dates, put_ahead
from dateline.expect.due import choose_due
from dateline.expect.english import find_english
from dateline.expect.forward import Forward
from dateline.expect.patterns import find_pattern, segments
from dateline.expect.sentence import Sentence as Parsed
from dateline.expect.tree import Tree
from dateline.expect.wording import statement_of
from dateline.records import (
    ActorMention,
    Expectation,
    Made,
    Reading,
    Report,
    Sentence,
    Span,
    When,
    content_id,
)

STAGE, VERSION = "expect", 4
MADE = Made(stage=STAGE, version=VERSION)
MOST = 400  # sentences of one report that are looked at
LONGEST_PARSE = 300  # tokens: what is longer is a table or a list, not a sentence
SURE_ROLE = 0.7  # a role below this certainty keeps no sentence out

# Who can hold or be the subject of an expectation: actors proper, not peoples or media.
ACTING = frozenset({
    "state", "territory", "government", "ministry", "military", "parliament", "party", "rebel",
    "organisation", "company", "office", "person", "group",
})  # fmt: skip
_CONDITION = re.compile(
    r"\b(if|unless|provided that|as long as|pending|subject to)\b[^.;,]{4,160}", re.IGNORECASE
)
# Not the page's promises to its readers.
_TO_READER = re.compile(
    r"\b(your|you['’]ll|subscribe|newsletter|we will (update|not share)"
    r"|this (article|story|page)|sign up|cookies?)\b",
    re.IGNORECASE,
)


Look: TypeAlias = tuple[Sentence, Span, Forward, Tree | None]
"""A sentence, the piece of it that looks forward, how it does, and the parse it was found in."""


def find_expectations(
    report: Report, reading: Reading, looks: Iterable[Look] | None = None
) -> tuple[Expectation, ...]:
    """Return the expectations of one report, in the order of its sentences.

    Taken from its sentences alone; boilerplate and words to the reader are left out. Their
    ids depend on the report and the sentence only. ``looks`` is what :func:`look_forward` gave
    for the report, where that is known. Pure.
    """
    if looks is None:
        looks = look_forward(report, reading, trees_of(report, reading))
    return tuple(_find(report, reading, looks))


def trees_of(report: Report, reading: Reading) -> dict[int, Tree]:
    """Return the parsed sentences of a report as trees, by the sentence's place."""
    return {parse.sentence: Tree(report, parse) for parse in reading.parses}


def look_forward(report: Report, reading: Reading, trees: Mapping[int, Tree]) -> Iterator[Look]:
    """Yield each sentence (or full-stopped piece of one) that looks forward."""
    acting = tuple(m.span for m in reading.actors if m.kind in ACTING)
    direct = tuple(c for q in reading.quotes if q.kind == "direct" for c in q.content)
    dates_at, acting_at = _starting(m.span for m in reading.dates), _starting(acting)
    for index, sentence in enumerate(reading.sentences[:MOST]):
        if sentence.role == "boilerplate" and sentence.certainty >= SURE_ROLE:
            continue
        if reading.language == "en":
            tree = trees.get(index)
            if (
                tree is None
                or len(tree) > LONGEST_PARSE
                or _TO_READER.search(report.quote(sentence.span))
            ):
                continue
            title = report.blocks[sentence.block].kind == "title"
            dates = tuple(
                put_ahead(report, reading.dates[k], tree) for k in _inside(dates_at, sentence.span)
            )
            here = tuple(acting[k] for k in _inside(acting_at, sentence.span))
            spoken = _spoken(reading, sentence.span)
            parsed = Parsed(report, tree, dates, here, title=title, spoken=spoken, quotes=direct)
            forward = find_english(parsed)
            if forward is not None:
                yield sentence, sentence.span, forward, tree
            continue
        for piece in segments(report, sentence.span):
            dated = bool(coming_dates(report, reading, piece))
            forward = find_pattern(report, piece, reading.language, dated=dated)
            if forward is not None:
                yield sentence, piece, forward, None


def _starting(spans: Iterable[Span]) -> list[tuple[int, int, int]]:
    """Return spans in order of where they start, each with its end and its place in the list."""
    return sorted((span.start, span.end, place) for place, span in enumerate(spans))


def _inside(starting: list[tuple[int, int, int]], sentence: Span) -> list[int]:
    """Return the places of the spans that lie in a sentence, in the order of their list."""
    first = bisect_left(starting, (sentence.start,))
    last = bisect_left(starting, (sentence.end,))
    return sorted(place for _, end, place in starting[first:last] if end <= sentence.end)


def _spoken(reading: Reading, sentence: Span) -> bool:
    """Say whether a sentence is somebody's words: of one who is named, or with "he said" beside."""
    return any(
        quote.span.overlaps(sentence)
        and (quote.speaker is not None or (quote.cue is not None and quote.cue.within(sentence)))
        for quote in reading.quotes
    )


def _find(report: Report, reading: Reading, looks: Iterable[Look]) -> Iterator[Expectation]:
    for _sentence, span, forward, tree in looks:
        text = report.quote(span)
        due = choose_due(forward, coming_dates(report, reading, span, tree), tree)
        if forward.denied and forward.sure is None and forward.cue.sure is None:
            due = None  # "will not arrive this month": nothing falls due
        holder = holder_of(reading, span, forward.start)
        condition = _CONDITION.search(text) if reading.language == "en" else None
        yield Expectation(
            id=content_id("exp", report.id, span.start, span.end),
            kind=forward.cue.kind,
            statement=statement_of(report, span, reading.language),
            due=due.when if due is not None else When(anchor="relative"),
            spans=(span,),
            made=MADE,
            holder=holder,
            subject=subjects_of(reading, Span(
                report=report.id, start=forward.clause[0], end=forward.clause[1]
            )) or subjects_of(reading, span, but=holder),
            action=action_of(report, forward, reading.language),
            confidence=report.text[forward.start : forward.end],
            probability=forward.sure or forward.cue.sure,
            condition=_span(report, span.start, condition) if condition else None,
        )  # fmt: skip


def holder_of(reading: Reading, sentence: Span, cue: int) -> str | None:
    """Return the actor to whom the forward-looking words are attributed, None for the report."""
    for quote in reading.quotes:
        inside = any(span.start <= cue < span.end for span in quote.content)
        if inside and quote.speaker is not None and quote.span.overlaps(sentence):
            return quote.speaker
    return None


def subjects_of(reading: Reading, span: Span, but: str | None = None) -> tuple[str, ...]:
    """Return the actors named in a span, in order; the one in ``but`` only if alone."""
    inside = [
        mention.actor
        for mention in sorted(reading.actors, key=_by_place)
        if mention.span.within(span) and mention.kind in ACTING
    ]
    others = dict.fromkeys(actor for actor in inside if actor != but)
    return tuple(others) or ((but,) if but in inside and but else ())


def _by_place(mention: ActorMention) -> tuple[int, int]:
    return mention.span.start, mention.span.end


def _span(report: Report, start: int, match: re.Match[str]) -> Span:
    return Span(report=report.id, start=start + match.start(), end=start + match.end())
