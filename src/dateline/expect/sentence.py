"""One parsed English sentence with what the rules of expectation ask of it."""

from __future__ import annotations

from datetime import UTC, datetime

from dateline.expect.coming import ahead
from dateline.expect.cues import English, english
from dateline.expect.tree import Tree
from dateline.records import DateMention, Report, Span

_ASIDE_DAY = 6  # characters beside the day at the head of a calendar's line


class Sentence:
    """One parsed sentence with what the rules ask of it.

    ``acting`` are the mentions of those who can act; ``title`` marks a headline and ``spoken``
    the words of a known actor, who may say "we"; ``quotes`` are the words quoted directly.
    """

    def __init__(
        self,
        report: Report,
        tree: Tree,
        dates: tuple[DateMention, ...],
        acting: tuple[Span, ...],
        *,
        title: bool = False,
        spoken: bool = False,
        quotes: tuple[Span, ...] = (),
    ) -> None:
        self._quotes = quotes
        self.report, self.tree, self.title, self.spoken = report, tree, title, spoken
        self.table: English = english()
        published = report.published or report.retrieved
        coming = [mention for mention in dates if ahead(mention, published)]
        soon = [m for m in dates if _soon(report, m)]
        self._coming = [mention.span for mention in [*coming, *soon]]
        self._timed = [
            mention.span
            for mention in coming
            if mention.when.precision not in ("year", "vague") and _begins(mention) > published
        ]
        self._acting = acting

    def lemma(self, index: int) -> str:
        """Return a token's lemma in small letters."""
        return self.tree.lemmas[index]

    def having(self, lemmas: frozenset[str]) -> list[int]:
        """Return the tokens whose lemma is one of some, in order."""
        return [index for index, lemma in enumerate(self.tree.lemmas) if lemma in lemmas]

    def word(self, index: int) -> str:
        """Return a token's word in small letters."""
        return self.tree.words[index]

    def dated(self, index: int, *, strictly: bool = False) -> bool:
        """Say whether a date to come stands in the phrase that a token heads."""
        spans = self._timed if strictly else self._coming
        if not spans:
            return False
        inside = [self.tree.token(k) for k in self.tree.under(index)]
        return any(s.start < t.end and t.start < s.end for s in spans for t in inside)

    def day_ahead(self, start: int, end: int) -> bool:
        """Say whether a stretch of the report is no more than a day to come."""
        text = self.report.text[start:end]
        return any(
            s.start < end and start < s.end and len(text.strip()) - (s.end - s.start) <= _ASIDE_DAY
            for s in self._timed
        )

    def quoted(self, index: int) -> bool:
        """Say whether a token stands between quotation marks, or in a quotation that goes on
        from the sentence before.
        """
        token = self.tree.token(index)
        before = self.report.text[self.tree.token(0).start : token.start]
        opened = before.rfind("“") > before.rfind("”") or before.count('"') % 2 == 1
        return opened or any(q.start <= token.start < q.end for q in self._quotes)

    def actor(self, index: int) -> bool:
        """Say whether a token belongs to a name or mention of somebody who can act."""
        token = self.tree.token(index)
        return token.pos == "PROPN" or any(
            span.start < token.end and token.start < span.end for span in self._acting
        )


def _begins(mention: DateMention) -> datetime:
    """Return when a date to come begins to be over: a day when it ends, so that "opens today"
    is a timetable; a longer time when it starts, which may be under way.
    """
    first, end = mention.when.earliest, mention.when.latest
    if mention.when.precision == "day" and end is not None:
        return end
    return first or end or datetime.min.replace(tzinfo=UTC)


def _soon(report: Report, mention: DateMention) -> bool:
    """Say whether a mention looks ahead without a day: "within weeks", "in the coming days"."""
    words = report.text[max(mention.span.start - 7, 0) : mention.span.end].lower().split()
    return mention.when.precision == "vague" and bool({"within", "coming"} & set(words))
