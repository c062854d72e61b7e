"""Times as carriers write them: ISO 8601 and the forms of mail and HTTP headers."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

from dateline.gather.item import one_line

# A feed is new: an entry "from 1970" is a clock that was never set, one far ahead a typing error.
FEED_EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
FEED_AHEAD = timedelta(days=2)


def read_time(value: object, zone: str | None = None) -> datetime | None:
    """Read a time as a carrier states it, as aware UTC; None where it can't be read.

    A time without an offset is taken to be in ``zone`` (IANA) where one is named, otherwise in
    UTC; a bare day becomes its midnight. Numbers are never taken for times.
    """
    text = one_line(value) if isinstance(value, str) else None
    if text is None or len(text) > 80 or text.isdigit():
        return None
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            time = read(text)
            if time.utcoffset() is None:
                time = time.replace(tzinfo=known_zone(zone) or UTC)
            return time.astimezone(UTC)
        except (ValueError, TypeError, OverflowError, IndexError):
            continue
    return None


def zone_of(value: object) -> str | None:
    """Return the zone that a stated time carries as an offset of whole hours, as an IANA name.

    ``2026-01-13T08:00:00+09:00`` gives ``Etc/GMT-9`` (POSIX counts westward): enough to cut
    calendar days as its outlet does. UTC itself says nothing of where an outlet is: None.
    """
    text = one_line(value) if isinstance(value, str) else None
    if text is None or len(text) > 80:
        return None
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            offset = read(text).utcoffset()
        except (ValueError, TypeError, OverflowError, IndexError):
            continue
        hours, rest = divmod(int(offset.total_seconds()), 3600) if offset else (0, 0)
        return f"Etc/GMT{-hours:+d}" if hours and not rest and -12 <= hours <= 14 else None
    return None


def known_zone(name: str | None) -> ZoneInfo | None:
    """Return the IANA zone called ``name``, or None where there is none."""
    try:
        return ZoneInfo(name) if name else None
    except (ValueError, OSError, KeyError):
        return None


def plausible(time: datetime | None, now: datetime) -> datetime | None:
    """Return ``time`` unless no feed could mean it: before 1990 or over two days after ``now``."""
    if time is None or not FEED_EARLIEST <= time <= now + FEED_AHEAD:
        return None
    return time
