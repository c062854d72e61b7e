"""The columns of the event tables: name, type, meaning. ``docs/codebook.md`` is made from here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal["text", "integer", "number", "date", "list"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its ``kind`` decides its type in Parquet and how it is spelled in CSV and JSON.

    *text* is never null ("" where there is nothing), *date* is null where unknown, *list* holds
    texts (in CSV: between spaces).
    """

    name: str
    kind: Kind
    meaning: str


@dataclass(frozen=True, slots=True)
class Layout:
    """A set of columns that goes by the name of the data set it follows."""

    name: str
    title: str
    about: str
    columns: tuple[Column, ...]


PLOVER: Final = Layout(
    "plover",
    "PLOVER columns",
    "After the PLOVER codebook (Open Event Data Alliance) and the POLECAT files made with it. "
    "One row an event, however many reports tell of it.",
    (
        Column(
            "event_id", "text", "Id of the event in the desk: a digest of what it is made from."
        ),
        Column(
            "date_start",
            "date",
            "First day on which it may have happened, as calendars showed it there.",
        ),
        Column("date_end", "date", "Last day on which it may have happened."),
        Column("precision", "text", "How exactly the sources tell the time: day, week, month, …"),
        Column(
            "event_type",
            "text",
            "PLOVER type as its coders give it, who have no status: a planned visit is AGREE.",
        ),
        Column("action", "text", "PLOVER event type of the deed itself, planned or done."),
        Column("mode", "text", "PLOVER mode of the type, empty where it has none."),
        Column(
            "status",
            "text",
            "happened, planned, alleged, denied, threatened, conditional or background.",
        ),
        Column("contexts", "list", "PLOVER contexts: military, diplomatic, economic, …"),
        Column(
            "quad_code",
            "text",
            "Quad class: verbal or material, cooperation or conflict.",
        ),
        Column("goldstein", "number", "Cooperation and conflict, -10 to +10 (Goldstein 1992)."),
        Column("source_actors", "list", "Ids of the actors that act."),
        Column("source_codes", "list", "Their codes, country and sector: JPNGOV."),
        Column("target_actors", "list", "Ids of the actors that are acted on."),
        Column("target_codes", "list", "Their codes."),
        Column("place", "text", "Where, in English; empty where unknown."),
        Column("story", "text", "Id of the story whose reports tell of it."),
        Column("reports", "integer", "How many reports tell of it."),
        Column("sentences", "integer", "How many sentences of them."),
        Column("urls", "list", "Addresses of those reports that have one."),
        Column("imported", "text", "Name of the event file it came from; empty: coded here."),
        Column("why", "text", "Why it has this code, in a line."),
    ),
)

GDELT: Final = Layout(
    "gdelt",
    "GDELT-like columns",
    "Names and codes of the GDELT 1.0 event files, as far as there is something to put into them. "
    "Of several parties the first one is named.",
    (
        Column("GLOBALEVENTID", "text", "Id of the event in the desk; a text, not GDELT's number."),
        Column(
            "SQLDATE",
            "integer",
            "First day on which it may have happened, YYYYMMDD; null: unknown.",
        ),
        Column("Actor1Code", "text", "Code of the actor that acts: JPNGOV."),
        Column("Actor1CountryCode", "text", "Its country, ISO 3166-1 alpha-3."),
        Column("Actor2Code", "text", "Code of the actor that is acted on."),
        Column("Actor2CountryCode", "text", "Its country."),
        Column("IsRootEvent", "integer", "Always 1: an event is counted once."),
        Column("EventRootCode", "text", "CAMEO root code, two figures, by crosswalk from PLOVER."),
        Column(
            "QuadClass",
            "integer",
            "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.",
        ),
        Column("GoldsteinScale", "number", "Cooperation and conflict, -10 to +10."),
        Column("NumMentions", "integer", "Sentences that tell of it."),
        Column("NumSources", "integer", "Reports that tell of it."),
        Column("ActionGeo_FullName", "text", "Where, in English."),
        Column("SOURCEURL", "text", "Address of the first report that has one."),
    ),
)

LAYOUTS: Final = {layout.name: layout for layout in (PLOVER, GDELT)}

_TYPES: Final = {
    "text": ("string", "text"),
    "integer": ("int64", "number"),
    "number": ("float64", "number"),
    "date": ("date32", "`2026-01-13`, empty or null: unknown"),
    "list": ("list of string", "between spaces; in JSON a list"),
}


def codebook() -> str:
    """Write ``docs/codebook.md``: every column with its type and meaning."""
    lines = [
        "# Codebook of the event tables",
        "",
        "Made from `src/dateline/serve/tables/columns.py` by `python docs/make.py`.",
        "",
        "`dateline export --events FILE --format csv|jsonl|parquet --columns plover|gdelt` and",
        "`/api/v1/events.csv`, `.jsonl`, `.parquet` write these columns, in this order. CSV is",
        "UTF-8 with a header line; JSON Lines holds an object a line; Parquet needs the extra",
        "`dateline[parquet]`. Event types, quad classes and scores are explained in",
        "[Events](04-events.md).",
    ]
    for layout in LAYOUTS.values():
        lines += ["", f"## {layout.title}", "", layout.about, ""]
        lines += ["| column | Parquet | CSV and JSON | meaning |", "| --- | --- | --- | --- |"]
        for column in layout.columns:
            parquet, plain = _TYPES[column.kind]
            lines.append(f"| `{column.name}` | {parquet} | {plain} | {column.meaning} |")
    return "\n".join(lines) + "\n"
