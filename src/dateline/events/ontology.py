"""PLOVER event types with their quad class, CAMEO root and Goldstein-type score.

Types and their meaning follow the PLOVER manual (Open Event Data Alliance; Halterman et al.
2023, "PLOVER and POLECAT: A New Political Event Ontology and Dataset"). The score of a type is
the mean, rounded to half a point, of the scores that Goldstein (1992, "A Conflict-Cooperation
Scale for WEIS Events Data") gives the WEIS categories under it, in the CAMEO extension that
the KEDS project published; a mode may move it. It runs from -10 (conflict) to +10.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dateline.records import QuadClass, Status

VERBAL_COOPERATION: Final = "verbal-cooperation"
MATERIAL_COOPERATION: Final = "material-cooperation"
VERBAL_CONFLICT: Final = "verbal-conflict"
MATERIAL_CONFLICT: Final = "material-conflict"
QUADS: tuple[QuadClass, ...] = (
    VERBAL_COOPERATION, MATERIAL_COOPERATION, VERBAL_CONFLICT, MATERIAL_CONFLICT,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class EventType:
    """A PLOVER type: its quad class, CAMEO root code and Goldstein-type score."""

    quad: QuadClass
    cameo: str
    goldstein: float


TYPES: dict[str, EventType] = {
    "AGREE": EventType(VERBAL_COOPERATION, "03", 4.5),
    "CONSULT": EventType(VERBAL_COOPERATION, "04", 1.5),
    "SUPPORT": EventType(VERBAL_COOPERATION, "05", 4.0),
    "COOPERATE": EventType(MATERIAL_COOPERATION, "06", 6.5),
    "AID": EventType(MATERIAL_COOPERATION, "07", 7.5),
    "CONCEDE": EventType(MATERIAL_COOPERATION, "08", 5.0),
    "RETREAT": EventType(MATERIAL_COOPERATION, "08", 7.0),
    "REQUEST": EventType(VERBAL_CONFLICT, "10", -3.0),
    "ACCUSE": EventType(VERBAL_CONFLICT, "11", -2.5),
    "REJECT": EventType(VERBAL_CONFLICT, "12", -4.0),
    "THREATEN": EventType(VERBAL_CONFLICT, "13", -5.5),
    "PROTEST": EventType(MATERIAL_CONFLICT, "14", -6.5),
    "SANCTION": EventType(MATERIAL_CONFLICT, "16", -5.5),
    "MOBILIZE": EventType(MATERIAL_CONFLICT, "15", -7.0),
    "COERCE": EventType(MATERIAL_CONFLICT, "17", -7.0),
    "ASSAULT": EventType(MATERIAL_CONFLICT, "19", -9.5),
}
# CAMEO roots that a mode tells better than its type does.
MODE_CAMEO = {
    ("ACCUSE", "investigate"): "09",
    ("ASSAULT", "kill"): "18",
    ("ASSAULT", "abduct"): "18",
    ("ASSAULT", "torture"): "18",
    ("SUPPORT", "sign"): "05",
}
# Commitments: a planned deed of these types is, to PLOVER's coders, the promise of it.
COOPERATIVE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
HOSTILE = frozenset({"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})


def cameo(action: str, mode: str = "") -> str:
    """Return the two-figure CAMEO root for a PLOVER type and mode."""
    return MODE_CAMEO.get((action, mode), TYPES[action].cameo)


def as_plover(action: str, status: Status) -> str:
    """Return the type that PLOVER's coders give a deed that has not been done.

    Their records have no status: "will free prisoners" is AGREE, "will impose sanctions"
    is THREATEN, "will not free prisoners" is REJECT. Dateline keeps the deed and its status,
    so that plan and deed can be one event, and says it their way for export and comparison.
    """
    if status == "denied":
        return "REJECT"
    if status in ("planned", "conditional", "threatened"):
        if action in COOPERATIVE:
            return "AGREE"
        if action in HOSTILE:
            return "THREATEN"
    return action
