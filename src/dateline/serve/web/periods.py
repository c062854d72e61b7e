"""The period that a page of the past looks at when none was asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from dateline.errors import ConfigError
from dateline.serve.web.library import Library

USUAL = timedelta(days=7)
LONGEST = timedelta(days=3_660)


@dataclass(frozen=True, slots=True)
class Period:
    """A period of time; ``end`` is exclusive."""

    begin: datetime
    end: datetime

    @property
    def first(self) -> str:
        """Its first day."""
        return self.begin.date().isoformat()

    @property
    def last(self) -> str:
        """Its last day."""
        return (self.end - timedelta(microseconds=1)).date().isoformat()

    @property
    def query(self) -> dict[str, str]:
        """It, as part of an address."""
        return {"since": self.first, "until": self.last}


def period(library: Library, since: datetime | None, until: datetime | None) -> Period:
    """Return the period asked for.

    By default it is the seven days that end with the newest story: a desk that was filled from
    an archive shows its own time. Raises ConfigError for one that runs backwards or too far.
    """
    if until is None:
        newest = library.newest() or datetime.now(UTC)
        day = newest.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
        until = max(day, since + USUAL) if since else day
    if since is None:
        since = until - USUAL
    if not timedelta(0) < until - since <= LONGEST:
        raise ConfigError("the period must begin before it ends, and span ten years at the most")
    return Period(since, until)
