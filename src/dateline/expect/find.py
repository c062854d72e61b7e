"""Find what a report says will come: one expectation a sentence that looks forward."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.expect.cues import Cue, find_cue
from dateline.records import (
    ActorMention,
    DateMention,
    Expectation,
    Made,
    Reading,
    Report,
    Sentence,
    Span,
    When,
    content_id,
)

STAGE, VERSION = "expect", 1
MADE = Made(stage=STAGE, version=VERSION)

# Who can hold or be the subject of an expectation: actors proper, not peoples or media.
_ACTING = frozenset({
    "state", "territory", "government", "ministry", "military", "parliament", "party", "rebel",
    "organisation", "company", "office", "person", "group",
})  # fmt: skip
_CONDITION = re.compile(
    r"\b(if|unless|provided that|as long as|once|pending|subject to)\b[^.;]{4,160}", re.IGNORECASE
)
# Not the page's promises to its readers.
_TO_READER = re.compile(
    r"\b(you|your|you['’]ll|subscribe|newsletter|we will (update|not share)"
    r"|this (article|story))\b",
    re.IGNORECASE,
)
# Lead-ins that a statement doesn't need to be understood.
_LEAD = re.compile(
    r"^(additionally|meanwhile|however|but|and|moreover|furthermore|also|instead|separately)\b,?\s+",
    re.IGNORECASE,
)


def find_expectations(report: Report, reading: Reading) -> tuple[Expectation, ...]:
    """Return the expectations of one report, in the order of its sentences.

    Taken from its sentences alone; boilerplate and words to the reader are left out. Pure.
    """
    return tuple(_find(report, reading))


def _find(report: Report, reading: Reading) -> Iterator[Expectation]:
    for sentence in reading.sentences:
        if sentence.role in ("boilerplate", "method"):
            continue
        text = report.quote(sentence.span)
        found = find_cue(text, reading.language)
        if found is None or (reading.language == "en" and _TO_READER.search(text)):
            continue
        cue, match = found
        start = sentence.span.start
        due = choose_due(reading, sentence.span, start + match.start())
        if due is None and _looks_back(reading, sentence.span, cue):
            continue
        holder = holder_of(reading, sentence, start + match.start())
        condition = _CONDITION.search(text) if reading.language == "en" else None
        yield Expectation(
            id=content_id("exp", report.id, sentence.span.start, sentence.span.end, cue.name),
            kind=cue.kind,
            statement=statement_of(text),
            due=due.when if due is not None else When(anchor="relative"),
            spans=(sentence.span,),
            made=MADE,
            holder=holder,
            subject=subjects_of(reading, sentence.span, holder),
            action=match.group().strip(),
            confidence=cue.name,
            probability=cue.sure,
            condition=_span(report, start, condition) if condition else None,
        )


def statement_of(text: str) -> str:
    """Return the sentence without the word that only ties it to the one before."""
    bare = _LEAD.sub("", text.strip())
    return bare[:1].upper() + bare[1:]


def choose_due(reading: Reading, sentence: Span, cue: int) -> DateMention | None:
    """Return the date by which the expectation falls due: a future one, nearest after the cue.

    Dates before the cue count where none follows it ("On Tuesday the leaders will ..."); dates
    of unknown direction count as future beside a cue, past ones never.
    """
    dates = [
        mention
        for mention in reading.dates
        if mention.span.within(sentence)
        and mention.direction != "past"
        and mention.when.precision != "instant"
    ]
    if not dates:
        return None
    return min(dates, key=lambda d: (d.span.start < cue, abs(d.span.start - cue)))


def holder_of(reading: Reading, sentence: Sentence, cue: int) -> str | None:
    """Return the actor to whom the forward-looking words are attributed, None for the report."""
    for quote in reading.quotes:
        inside = any(span.start <= cue < span.end for span in quote.content)
        if inside and quote.speaker is not None and quote.span.overlaps(sentence.span):
            return quote.speaker
    return None


def subjects_of(reading: Reading, sentence: Span, holder: str | None) -> tuple[str, ...]:
    """Return the actors that a sentence is about, in order; the holder only if alone."""
    inside = [
        mention.actor
        for mention in sorted(reading.actors, key=_by_place)
        if mention.span.within(sentence) and mention.kind in _ACTING
    ]
    others = dict.fromkeys(actor for actor in inside if actor != holder)
    return tuple(others) or ((holder,) if holder else ())


def _by_place(mention: ActorMention) -> tuple[int, int]:
    return mention.span.start, mention.span.end


def _looks_back(reading: Reading, sentence: Span, cue: Cue) -> bool:
    """True where "would" or "could" stands in a sentence about the past."""
    if cue.name not in ("would", "may"):
        return False
    dates = [mention for mention in reading.dates if mention.span.within(sentence)]
    return bool(dates) and all(mention.direction == "past" for mention in dates)


def _span(report: Report, start: int, match: re.Match[str]) -> Span:
    return Span(report=report.id, start=start + match.start(), end=start + match.end())
