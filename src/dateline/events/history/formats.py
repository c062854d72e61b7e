"""The columns of each format: a row becomes a :class:`Row`, or None for what isn't an act."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from dateline.events.history.crosswalk import from_acled, from_cameo
from dateline.events.ontology import TYPES


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What all formats give. ``source`` and ``target`` pair a country (name or ISO 3166-1
    alpha-3, or "") with a sector code; ``goldstein`` None where the format has none.
    """

    id: str
    day: date
    action: str
    mode: str
    source: tuple[str, str]
    target: tuple[str, str]
    place: str = ""
    goldstein: float | None = None


Read = Callable[[Mapping[str, str]], Row | None]
# Sectors as ICEWS and POLECAT spell them out, in the order in which they are looked for.
_SECTORS = (
    ("Military", "MIL"), ("MIL", "MIL"), ("Police", "COP"), ("Rebel", "REB"), ("REB", "REB"),
    ("Insurgent", "REB"), ("Judicial", "JUD"), ("Legislat", "LEG"), ("Government", "GOV"),
    ("GOV", "GOV"), ("Executive", "GOV"), ("Media", "JRN"), ("Opposition", "OPP"),
    ("Business", "BUS"), ("Party", "PTY"), ("Parties", "PTY"), ("Civil", "CVL"),
    ("Population", "CVL"),
)  # fmt: skip
GDELT_1 = 58
GDELT_2 = 61


def icews(row: Mapping[str, str]) -> Row | None:
    """Read a row of the ICEWS coded event data (Harvard Dataverse, tab files with a header)."""
    return _cameo(
        row["Event ID"], row["Event Date"], row["CAMEO Code"],
        (row["Source Country"], _sector(row.get("Source Sectors", ""))),
        (row["Target Country"], _sector(row.get("Target Sectors", ""))),
        place=row.get("City", "") or row.get("Country", ""), score=row.get("Intensity", ""),
    )  # fmt: skip


def polecat(row: Mapping[str, str]) -> Row | None:
    """Read a row of POLECAT (Harvard Dataverse, tab files with a header): PLOVER already."""
    action = row["Event Type"].upper()
    if action not in TYPES:
        return None
    return Row(
        id=row["Event ID"],
        day=_day(row["Event Date"]),
        action=action,
        mode=row.get("Event Mode", "").lower(),
        source=(row["Actor Country"], _sector(row.get("Primary Actor Sector", ""))),
        target=(row["Recipient Country"], _sector(row.get("Primary Recipient Sector", ""))),
        place=row.get("City", "") or row.get("Country", ""),
        goldstein=_number(row.get("Intensity", "")),
    )


def gdelt(row: Mapping[str, str]) -> Row | None:
    """Read a row of GDELT 1.0 or 2.0 events (no header: columns by number)."""
    place = row["50"] if len(row) <= GDELT_1 else row["52"]
    return _cameo(
        row["0"], row["1"], row["26"], _cameo_actor(row["5"]), _cameo_actor(row["15"]),
        place=place.partition(",")[0], score=row["30"],
    )  # fmt: skip


def phoenix(row: Mapping[str, str]) -> Row | None:
    """Read a row of the Phoenix data of the Open Event Data Alliance (no header)."""
    return _cameo(
        row["0"], row["1"], row["13"], (row["6"], row["7"][:3]), (row["10"], row["11"][:3]),
        place=row.get("20", ""), score=row.get("16", ""),
    )  # fmt: skip


def acled(row: Mapping[str, str]) -> Row | None:
    """Read a row of an ACLED export (CSV with a header). Both sides get the event's country."""
    coded = from_acled(row["event_type"], row["sub_event_type"])
    if coded is None:
        return None
    country = row["country"]
    return Row(
        id=row["event_id_cnty"],
        day=_day(row["event_date"]),
        action=coded[0],
        mode=coded[1],
        source=(country, _acled_sector(row.get("actor1", ""))),
        target=(country if row.get("actor2") else "", _acled_sector(row.get("actor2", ""))),
        place=row.get("location", ""),
    )


def _cameo(
    id: str,
    day: str,
    code: str,
    source: tuple[str, str],
    target: tuple[str, str],
    *,
    place: str,
    score: str,
) -> Row | None:
    # Files that went through a spreadsheet have lost the leading nought.
    coded = from_cameo(code if len(code) != 1 and not _lost_nought(code) else f"0{code}")
    if coded is None:
        return None
    return Row(
        id=id, day=_day(day), action=coded[0], mode=coded[1], source=source, target=target,
        place=place, goldstein=_number(score),
    )  # fmt: skip


def _lost_nought(code: str) -> bool:
    return code[:1] in "3456789" and len(code) in (2, 3) and code[:2] not in ("20",)


def _cameo_actor(code: str) -> tuple[str, str]:
    return code[:3], code[3:6]


def _day(text: str) -> date:
    text = text.strip()[:20]
    for form in ("%Y%m%d", "%Y-%m-%d", "%d %B %Y", "%m/%d/%Y"):
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007 (a calendar day)
        except ValueError:
            continue
    raise ValueError(f"no date: {text!r}")


def _number(text: str) -> float | None:
    try:
        return max(-10.0, min(10.0, float(text)))
    except ValueError:
        return None


def _sector(text: str) -> str:
    return next((code for word, code in _SECTORS if word in text), "")


def _acled_sector(name: str) -> str:
    for word, code in (
        ("Military", "MIL"), ("Police", "COP"), ("Protesters", "CVL"), ("Rioters", "CVL"),
        ("Civilians", "CVL"), ("Militia", "REB"),
    ):  # fmt: skip
        if word in name:
            return code
    return ""
