"""What lists of events sort and tell apart by, and who dealt with whom, in small rows."""

from __future__ import annotations

import json
import zlib
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, text

from dateline.store.values import instant, storable

TABLES = """
ALTER TABLE event ADD COLUMN quad {text} NOT NULL DEFAULT '';
ALTER TABLE event ADD COLUMN strength DOUBLE PRECISION NOT NULL DEFAULT 0;
ALTER TABLE event ADD COLUMN reports INTEGER NOT NULL DEFAULT 0;
ALTER TABLE event ADD COLUMN countries {text} NOT NULL DEFAULT '';
CREATE TABLE dealing (
    event {text} NOT NULL, a {text} NOT NULL, b {text} NOT NULL, way {text} NOT NULL,
    at {text} NOT NULL, action {text} NOT NULL, quad {text} NOT NULL,
    score DOUBLE PRECISION NOT NULL, imported INTEGER NOT NULL, PRIMARY KEY (event, a, b))
"""
# Every question about many events is answered from one of these alone, without a record.
INDEXES = """
CREATE INDEX dealing_by_time ON dealing (imported, at, a, b, score);
CREATE INDEX dealing_by_pair ON dealing (a, b, imported, at, score);
CREATE INDEX dealing_by_other ON dealing (b, a, imported, at);
CREATE INDEX event_by_ground ON event (place, countries, imported, quad, earliest, latest);
CREATE INDEX event_by_strength ON event (strength, moment, id);
CREATE INDEX event_by_reports ON event (reports, moment, id);
DROP INDEX expectation_by_end;
CREATE INDEX expectation_by_term ON expectation (outcome, latest, earliest, id)
"""
# As records count them (``dateline.records.dealing``) at the time of this migration.
COUNTED = "happened"
TOGETHER = ("CONSULT", "COOPERATE")
STATELESS = ("INT", "IGO", "NGO", "NGM", "MNC", "IMG", "UIS", "UNK", "REG")
_AT_ONCE = 500
_DEALING = text(
    "INSERT INTO dealing VALUES (:event, :a, :b, :way, :at, :action, :quad, :score, :imported)"
)
_EVENT = text(
    "UPDATE event SET quad = :quad, strength = :strength, reports = :reports,"
    " countries = :countries WHERE id = :key"
)


def upgrade(connection: Connection) -> None:
    """Add columns, table and indexes, and fill them from the events there are."""
    word = 'TEXT COLLATE "C"' if connection.dialect.name == "postgresql" else "TEXT"
    for statement in TABLES.format(text=word).split(";"):
        connection.exec_driver_sql(statement)
    page = text("SELECT id, body FROM event WHERE id > :last ORDER BY id LIMIT :n")
    last = ""
    while rows := connection.execute(page, {"last": last, "n": _AT_ONCE}).all():
        events = [(id, _plain(bytes(body))) for id, body in rows]
        connection.execute(_EVENT, [_columns(id, event) for id, event in events])
        new = [row for id, event in events for row in _dealings(id, event)]
        if new:
            connection.execute(_DEALING, new)
        last = rows[-1].id
    for statement in INDEXES.split(";"):
        connection.exec_driver_sql(statement)


def _plain(body: bytes) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(body if body[:1] == b"{" else zlib.decompress(body))
    return found


def _columns(id: str, event: dict[str, Any]) -> dict[str, Any]:
    codes = {party["code"][:3] for party in (*event["sources"], *event["targets"])}
    return {
        "key": id,
        "quad": event["quad"],
        "strength": abs(event.get("goldstein", 0.0)),
        "reports": len({span["report"] for span in event["spans"]}),
        "countries": storable(" ".join(sorted(filter(None, codes)))),
    }


def _dealings(id: str, event: dict[str, Any]) -> list[dict[str, Any]]:
    at = _moment(event["occurred"])
    if event["status"] != COUNTED or at is None:
        return []
    sources, targets = ({_side(party) for party in event[s]} for s in ("sources", "targets"))
    ways: dict[tuple[str, str], set[str]] = {}
    for one in sources:
        for other in targets - {one}:
            a, b = sorted((one, other))
            ways.setdefault((a, b), set()).add("ab" if one == a else "ba")
    if event["action"] in TOGETHER:
        everyone = sorted(sources | targets)
        for index, a in enumerate(everyone):
            for b in everyone[index + 1 :]:
                ways.setdefault((a, b), {"both"})
    return [
        {
            "event": id, "a": storable(a), "b": storable(b),
            "way": next(iter(way)) if len(way) == 1 else "both", "at": at,
            "action": event["action"], "quad": event["quad"],
            "score": event.get("goldstein", 0.0), "imported": int(bool(event.get("imported"))),
        }
        for (a, b), way in sorted(ways.items())
    ]  # fmt: skip


def _side(party: dict[str, str]) -> str:
    state = party["code"][:3]
    known = len(state) == 3 and state.isascii() and state.isalpha() and state.isupper()
    return state if known and state not in STATELESS else party["actor"]


def _moment(occurred: dict[str, Any]) -> str | None:
    times = [
        datetime.fromisoformat(occurred[end]).astimezone(UTC)
        for end in ("earliest", "latest")
        if occurred.get(end)
    ]
    if not times:
        return None
    middle = times[0] + (times[-1] - times[0]) / 2
    return instant(middle)
