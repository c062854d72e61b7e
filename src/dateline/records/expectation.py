"""Expectation: what was said would come, by whom, due when; and what became of it."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from dateline.records._base import Made, record
from dateline.records.span import Span
from dateline.records.when import When

ExpectationKind = Literal["scheduled", "intended", "predicted", "possible"]
Outcome = Literal["open", "met", "missed", "overdue", "postponed", "withdrawn", "void"]


@record
class Settlement:
    """How an expectation ended: ``outcome``, when, by which spans, and by whom.

    ``by`` is *reporting* or the name of the person who settled it by hand.
    """

    outcome: Outcome
    at: datetime
    spans: tuple[Span, ...] = ()
    by: str = "reporting"
    why: str = ""


@record
class Expectation:
    """Something that reporting says will come. Taken from reporting, never invented.

    ``holder`` is the actor id of whoever expects it, None when the report itself does;
    ``subject`` the actor ids it is about; ``statement`` a self-contained sentence built from
    the words of ``spans``; ``due`` the interval it falls in; ``confidence`` the words that say
    how sure and ``probability`` their range on the ICD 203 scale. Append-only: a revision is a
    new record that names the one it ``supersedes``.
    """

    id: str
    kind: ExpectationKind
    statement: str
    due: When
    spans: tuple[Span, ...]
    made: Made
    holder: str | None = None
    subject: tuple[str, ...] = ()
    action: str = ""
    confidence: str = ""
    probability: tuple[float, float] | None = None
    condition: Span | None = None
    supersedes: str | None = None
    story: str | None = None
    settled: Settlement | None = None
