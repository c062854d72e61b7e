"""Event: who did what to whom, when and where; and Relation, a dyad's events over time."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from dateline.records._base import Made, record
from dateline.records.span import Span
from dateline.records.when import When

Status = Literal[
    "happened", "planned", "alleged", "denied", "threatened", "conditional", "background"
]
QuadClass = Literal[
    "verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict"
]


@record
class Party:
    """An actor's part in an event: ``actor`` id, PLOVER ``code`` (JPNGOV), and the mention."""

    actor: str
    code: str
    span: Span | None = None


@record
class Contested:
    """An attribute on which the sources differ: each ``value`` with the spans that say it."""

    attribute: str
    values: tuple[tuple[str, tuple[Span, ...]], ...]


@record
class Event:
    """One occurrence, counted once however many sentences and reports tell of it.

    ``action`` is a PLOVER event type (AGREE, CONSULT, ...), ``mode`` its mode or "", ``contexts``
    its contexts; ``cameo`` the CAMEO root code by crosswalk; ``goldstein`` -10 to +10.
    ``status`` tells deed from plan: "is set to host" is not "hosted". ``why`` shows the reason
    for the code.
    """

    id: str
    action: str
    status: Status
    quad: QuadClass
    sources: tuple[Party, ...]
    targets: tuple[Party, ...]
    occurred: When
    spans: tuple[Span, ...]
    made: Made
    mode: str = ""
    contexts: tuple[str, ...] = ()
    cameo: str = ""
    goldstein: float = 0.0
    place: str | None = None
    contested: tuple[Contested, ...] = ()
    story: str | None = None
    imported: str = ""
    why: str = ""


@record
class RelationPoint:
    """One period of a dyad: counts by quad class, the smoothed score and its uncertainty.

    ``score`` runs from -10 (conflict) to +10 (cooperation); ``low`` and ``high`` bound it.
    """

    start: datetime
    end: datetime
    counts: tuple[tuple[QuadClass, int], ...]
    score: float
    low: float
    high: float
    events: tuple[str, ...]


@record
class Relation:
    """A dyad's events over time; ``a`` and ``b`` are actor ids in alphabetical order."""

    a: str
    b: str
    points: tuple[RelationPoint, ...]
