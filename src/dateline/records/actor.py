"""Actor: a state, government, organisation, office or person; and mentions of actors and places."""

from __future__ import annotations

from datetime import date
from typing import Literal

from dateline.records._base import record
from dateline.records.span import Span

ActorKind = Literal[
    "state", "territory", "government", "ministry", "military", "parliament", "party", "rebel",
    "organisation", "company", "media", "office", "person", "people", "group", "unknown",
]  # fmt: skip


@record
class Name:
    """One name of an actor: ``text`` in ``language`` (ISO 639-1).

    ``kind`` is *name*, *official*, *short*, *adjective* ("Japanese"), *people*, *metonym*
    ("Tokyo", "the Blue House"), *surname* or *abbreviation*.
    """

    text: str
    language: str
    kind: str = "name"


@record
class Tenure:
    """``person`` holds ``office`` from ``start`` to ``end``.

    ``end`` None means still in office as of the knowledge base's date; ``start`` None means
    since before the source. Both are calendar days, ``end`` exclusive. ``source`` says where
    the fact comes from.
    """

    office: str
    person: str
    start: date | None
    end: date | None
    source: str


@record
class Actor:
    """A known actor. ``id`` is a readable key of the knowledge base ("JPN", "JPN-GOV", "UN").

    ``country`` is ISO 3166-1 alpha-3 or "" (international); ``sector`` is a CAMEO/PLOVER role
    code such as GOV, MIL, LEG, OPP, REB, IGO, MED, BUS or "". ``source`` says where the row
    comes from.
    """

    id: str
    kind: ActorKind
    names: tuple[Name, ...]
    country: str = ""
    sector: str = ""
    source: str = ""


@record
class ActorMention:
    """Words of a report that name an actor, and how they were linked.

    ``actor`` is the id of a known actor or, for one that the knowledge base lacks, an id
    beginning with ``x:`` (kept under its own name, never forced onto a known one). ``how`` is
    the rule that linked it: *full name*, *surname*, *title*, *role*, *adjective*, *metonym*,
    *abbreviation*, *pronoun*, *list* ("both leaders"), *unknown*. ``person`` and ``country``
    and ``sector`` are repeated from the actor as of the report's time, so that later stages
    need no look-up. ``apposition`` is what the report says of an unknown actor.
    """

    span: Span
    actor: str
    how: str
    kind: ActorKind = "unknown"
    country: str = ""
    sector: str = ""
    certainty: float = 1.0
    apposition: Span | None = None


@record
class PlaceMention:
    """Words of a report that name a place. Coordinates are WGS 84 degrees.

    ``place`` is the gazetteer's key ("geonames:1855612"), ``name`` its English name and
    ``country`` ISO 3166-1 alpha-3.
    """

    span: Span
    place: str
    name: str
    country: str
    latitude: float
    longitude: float
    how: str = ""
