"""Coder's codes (country and sector: JPNGOV, KORMIL) and a rough weight of actors."""

from __future__ import annotations

from dateline.knowledge.base import Knowledge

# Weights of states for ranking, 0 to 1: how much of the world's reporting on international
# affairs a state's acts usually draw. Rough classes set by hand, not measured: the permanent
# members of the Security Council first, then members of the G7 and G20 and states at the centre
# of present conflicts, then larger regional powers; every other state 0.3.
_STATES = {
    1.0: ("USA", "CHN", "RUS"),
    0.9: ("GBR", "FRA", "JPN", "DEU", "IND", "UKR", "ISR", "IRN", "KOR", "PRK", "EU", "UN"),
    0.7: (
        "TWN", "PSE", "SAU", "TUR", "BRA", "CAN", "ITA", "AUS", "PAK", "MEX", "IDN", "ZAF", "EGY",
        "SYR", "LBN", "YEM", "IRQ", "AFG", "VEN", "POL", "NATO",
    ),
    0.5: (
        "ESP", "NLD", "ARG", "COL", "NGA", "ETH", "SDN", "COD", "KEN", "VNM", "PHL", "THA", "MYS",
        "SGP", "BGD", "MMR", "QAT", "ARE", "JOR", "SWE", "NOR", "FIN", "DNK", "HUN", "GRC", "BLR",
        "GEO", "ARM", "AZE", "KAZ", "CUB", "LBY", "CHE", "BEL",
    ),
}  # fmt: skip
_STATE_WEIGHT = {state: weight for weight, states in _STATES.items() for state in states}
_OTHER_STATE = 0.3
# What share of its state's weight an actor has, by kind; a person's by office.
_KIND = {
    "state": 1.0, "government": 0.95, "organisation": 0.7, "ministry": 0.8, "military": 0.8,
    "parliament": 0.7, "rebel": 0.9, "party": 0.6, "territory": 0.5, "company": 0.4, "media": 0.2,
}  # fmt: skip
_OFFICE = {
    "head-of-state": 1.0, "head-of-government": 1.0, "organisation-head": 0.9,
    "foreign-minister": 0.9, "defence-minister": 0.85, "deputy-head": 0.85, "party-leader": 0.9,
}  # fmt: skip
_NO_OFFICE = 0.5


def coder_code(country: str, sector: str) -> str:
    """The PLOVER-style code of an actor: country (or *INT* for none), then sector."""
    return (country or "INT") + sector


def weight(knowledge: Knowledge, actor_id: str) -> float:
    """How much an actor usually weighs in world news, 0 to 1; an unknown actor 0.1.

    A rough guide for ranking (see the comments beside the numbers), by the state the actor
    belongs to and by its kind or highest office ever held.
    """
    actor = knowledge.actors.get(actor_id)
    if actor is None:
        return 0.1
    state = _STATE_WEIGHT.get(actor.id, _STATE_WEIGHT.get(actor.country, _OTHER_STATE))
    if not actor.country and actor.id not in _STATE_WEIGHT:
        state = 0.7
    if actor.kind != "person":
        return round(state * _KIND.get(actor.kind, 0.5), 3)
    kinds = [knowledge.role(tenure.office).kind for tenure in knowledge.tenures_of(actor_id)]
    return round(state * max((_OFFICE.get(kind, 0.6) for kind in kinds), default=_NO_OFFICE), 3)
