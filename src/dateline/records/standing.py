"""What lists show of stories and reports without opening them."""

from __future__ import annotations

from datetime import datetime

from dateline.records._base import Made, record
from dateline.records.expectation import ExpectationKind, Outcome


@record
class ReportFacts:
    """Of a report what a list needs. ``story`` is the story it is in.

    ``language`` is what the report says of itself, ``spoken`` what it was found to be in (the
    first where the second is unknown); ``actors`` counts the different actors it names.
    """

    report: str
    story: str
    title: str | None
    outlet: str | None
    country: str | None
    language: str | None
    spoken: str
    published: datetime | None
    retrieved: datetime
    actors: int


@record
class ExpectationFacts:
    """Of an expectation what a track record needs: ``due`` is the end of its due time.

    ``outcome`` is what it was settled as, at ``settled`` (*open* and None for what wasn't);
    ``reports`` are those that say it.
    """

    kind: ExpectationKind
    due: datetime | None
    outcome: Outcome
    settled: datetime | None
    reports: tuple[str, ...]


@record
class Standing:
    """A story's place in lists, as of one ``version`` of the story.

    ``parts`` are the parts of its rank that don't change with time, ``weight`` is their sum (see
    ``dateline.group.rank``). ``titles`` pairs a language with the headline to show in it, ``""``
    with the one for any other. ``actors`` and ``places`` are those that most of its reports name.
    """

    story: str
    version: int
    made: Made
    weight: float
    parts: tuple[tuple[str, float], ...]
    reports: int
    independent: int
    opened: datetime
    updated: datetime
    outlets: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    titles: tuple[tuple[str, str], ...] = ()
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()

    def title(self, language: str) -> str:
        """Return the headline to show to a reader of ``language``."""
        titles = dict(self.titles)
        return titles.get(language) or titles.get("", "untitled")
