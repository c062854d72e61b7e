"""Events as rows of a table: PLOVER's columns, and columns like GDELT's. The codebook is in docs.

Values are strings and numbers alone, the same keys in every row, so that ``csv``, pandas and
polars take them as they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dateline.events.ontology import QUADS, as_plover, cameo
from dateline.records import Event, Party

Cell = str | float | int
# GDELT numbers the quad classes from 1.
_QUAD = {quad: number for number, quad in enumerate(QUADS, 1)}


def plover_row(event: Event, urls: Mapping[str, str] | None = None) -> dict[str, Cell]:
    """Return an event as a PLOVER row. ``urls`` gives addresses of reports by their ids."""
    return {
        "event_id": event.id,
        "date_start": _day(event, first=True),
        "date_end": _day(event, first=False),
        "precision": event.occurred.precision,
        "event_type": as_plover(event.action, event.status),
        "action": event.action,
        "mode": event.mode,
        "status": event.status,
        "contexts": " ".join(event.contexts),
        "quad_code": event.quad,
        "goldstein": event.goldstein,
        "source_actors": _joined(event.sources, "actor"),
        "source_codes": _joined(event.sources, "code"),
        "target_actors": _joined(event.targets, "actor"),
        "target_codes": _joined(event.targets, "code"),
        "place": event.place or "",
        "story": event.story or "",
        "reports": len({span.report for span in event.spans}),
        "sentences": len(event.spans),
        "urls": " ".join(_urls(event, urls or {})),
        "imported": event.imported,
        "why": event.why,
    }


def gdelt_row(event: Event, urls: Mapping[str, str] | None = None) -> dict[str, Cell]:
    """Return an event with the names of GDELT's columns, as far as there is something in them."""
    source, target = _first(event.sources), _first(event.targets)
    shown = as_plover(event.action, event.status)
    return {
        "GLOBALEVENTID": event.id,
        "SQLDATE": _day(event, first=True).replace("-", ""),
        "Actor1Code": source,
        "Actor1CountryCode": source[:3],
        "Actor2Code": target,
        "Actor2CountryCode": target[:3],
        "IsRootEvent": 1,
        "EventRootCode": cameo(shown, event.mode if shown == event.action else ""),
        "QuadClass": _QUAD[event.quad],
        "GoldsteinScale": event.goldstein,
        "NumMentions": len(event.spans),
        "NumSources": len({span.report for span in event.spans}),
        "ActionGeo_FullName": event.place or "",
        "SOURCEURL": next(iter(_urls(event, urls or {})), ""),
    }


def _day(event: Event, *, first: bool) -> str:
    """The first or last day of the event's interval, as calendars showed it where it was told."""
    when = event.occurred
    last = when.latest - timedelta(microseconds=1) if when.latest is not None else None
    time = (when.earliest or last) if first else (last or when.earliest)
    if time is None:
        return ""
    try:
        return time.astimezone(ZoneInfo(when.zone)).date().isoformat()
    except (ZoneInfoNotFoundError, ValueError):
        return time.date().isoformat()


def _joined(side: tuple[Party, ...], name: str) -> str:
    return " ".join(str(getattr(party, name)) for party in side)


def _first(side: tuple[Party, ...]) -> str:
    return side[0].code if side else ""


def _urls(event: Event, urls: Mapping[str, str]) -> list[str]:
    reports = dict.fromkeys(span.report for span in event.spans)
    return [urls[report] for report in reports if report in urls]
