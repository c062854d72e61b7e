"""From CAMEO codes and ACLED types to PLOVER types.

CAMEO to PLOVER follows the crosswalk of the PLOVER manual; statements (01) have no type there
and are left out. ACLED's are those of its codebook (2023) that name an act.
"""

from __future__ import annotations

_ROOTS = {
    "02": ("REQUEST", ""), "03": ("AGREE", ""), "04": ("CONSULT", ""), "05": ("SUPPORT", ""),
    "06": ("COOPERATE", ""), "07": ("AID", ""), "08": ("CONCEDE", ""),
    "09": ("ACCUSE", "investigate"), "10": ("REQUEST", ""), "11": ("ACCUSE", ""),
    "12": ("REJECT", ""), "13": ("THREATEN", ""), "14": ("PROTEST", ""), "15": ("MOBILIZE", ""),
    "16": ("SANCTION", ""), "17": ("COERCE", ""), "18": ("ASSAULT", ""), "19": ("ASSAULT", ""),
    "20": ("ASSAULT", ""),
}  # fmt: skip
# Codes that mean something more exact than their root.
_EXACT = {
    "041": ("CONSULT", "phone"), "042": ("CONSULT", "visit"), "043": ("CONSULT", "host"),
    "045": ("CONSULT", "mediate"), "057": ("SUPPORT", "sign"), "062": ("COOPERATE", "military"),
    "063": ("COOPERATE", "judicial"), "064": ("COOPERATE", "intelligence"),
    "072": ("AID", "military"), "074": ("AID", "peacekeeping"), "075": ("AID", "asylum"),
    "0841": ("RETREAT", "release"), "0842": ("RETREAT", "return"), "085": ("CONCEDE", "ease"),
    "0832": ("RETREAT", "resign"), "0861": ("RETREAT", "access"), "0862": ("RETREAT", "access"),
    "0863": ("RETREAT", "access"), "0871": ("RETREAT", "ceasefire"),
    "0872": ("RETREAT", "ceasefire"), "0873": ("RETREAT", "withdraw"),
    "0874": ("RETREAT", "withdraw"), "143": ("PROTEST", "strike"), "145": ("PROTEST", "riot"),
    "144": ("PROTEST", "obstruct"), "161": ("SANCTION", "diplomatic"),
    "162": ("SANCTION", "economic"), "173": ("COERCE", "arrest"), "174": ("COERCE", "deport"),
    "175": ("COERCE", "repress"), "181": ("ASSAULT", "abduct"), "183": ("ASSAULT", "explosives"),
    "186": ("ASSAULT", "kill"), "191": ("ASSAULT", "blockade"), "192": ("ASSAULT", "territory"),
    "195": ("ASSAULT", "explosives"),
}  # fmt: skip
_ACLED = {
    "Battles": ("ASSAULT", ""),
    "Explosions/Remote violence": ("ASSAULT", "explosives"),
    "Violence against civilians": ("ASSAULT", ""),
    "Protests": ("PROTEST", "demo"),
    "Riots": ("PROTEST", "riot"),
}
_ACLED_SUB = {
    "Agreement": ("AGREE", ""), "Arrests": ("COERCE", "arrest"),
    "Non-violent transfer of territory": ("RETREAT", "withdraw"),
    "Abduction/forced disappearance": ("ASSAULT", "abduct"),
    "Looting/property destruction": ("COERCE", "seize"),
    "Disrupted weapons use": ("COERCE", "seize"),
}  # fmt: skip


def from_cameo(code: str) -> tuple[str, str] | None:
    """Return type and mode for a CAMEO code of two to four figures, None where there is none."""
    code = code.strip()
    for length in (4, 3):
        if code[:length] in _EXACT and len(code) >= length:
            return _EXACT[code[:length]]
    return _ROOTS.get(code[:2])


def from_acled(kind: str, sub: str) -> tuple[str, str] | None:
    """Return type and mode for an ACLED event and sub-event type."""
    return _ACLED_SUB.get(sub) or _ACLED.get(kind)
