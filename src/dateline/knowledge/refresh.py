"""Bringing offices up to date from a user's file.

The packaged tables stop at :data:`~dateline.knowledge.base.KNOWLEDGE_DATE`. A user can lay
newer facts over them with a CSV or JSON file, of two forms:

*Our own*: columns ``office`` (``JPN-PM``), ``person`` (an id of the tables, or a new name in
English), ``start``, ``end``, ``source``; optional ``country``, ``sex``, ``names`` (a cell like
``en:Sanae Takaichi; ja:高市早苗``), ``wikidata``.

*A Wikidata query result*, as query.wikidata.org saves it in CSV or JSON: columns ``person``
(entity URL), ``personLabel``, ``office`` (one of our ids) or ``country`` (ISO 3166-1 alpha-3)
with ``role`` (``PM``), ``start``, ``end``; optional ``personLabel_ja``, ``_ko``, ``_zh`` and
the like. The query is in docs/knowledge.md.

:func:`merge` checks such a file and adds it to the overlay, a file of our own form that
:func:`~dateline.knowledge.load_knowledge` reads. A later row for the same office and person
replaces an earlier one; an open tenure of a single-seat office ends where its successor starts.
"""

from __future__ import annotations

import csv
import json
import re
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.errors import ConfigError
from dateline.knowledge.names import fold
from dateline.knowledge.tables import format_names, parse_day, parse_names
from dateline.records import Actor, Name, Tenure

if TYPE_CHECKING:
    from dateline.knowledge.base import Tables

COLUMNS = ("office", "person", "country", "sex", "names", "start", "end", "wikidata", "source")
MAX_BYTES = 50_000_000
_OFFICE = re.compile(r"[A-Z0-9]{2,12}-[A-Z]+(?:-[A-Z0-9]+)?")
_ENTITY = re.compile(r"(?:https?://www\.wikidata\.org/entity/)?(Q[1-9]\d*)")
_DATED = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T.*)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeRow:
    """One checked row: who holds which office from when to when."""

    office: str
    person: str
    country: str
    sex: str
    names: tuple[Name, ...]
    start: date
    end: date | None
    wikidata: str
    source: str


def merge(path: Path, overlay: Path) -> tuple[OfficeRow, ...]:
    """Check the file at ``path`` and write its rows into ``overlay``; return the rows taken.

    Nothing is written when a row is wrong. Raises ConfigError naming file, row and fault.
    """
    from dateline.knowledge.base import Tables

    tables = Tables()
    tables.read()
    fresh = tuple(_checked(_cells(path), tables))
    kept = tuple(_checked(_cells(overlay), tables)) if overlay.exists() else ()
    taken = {(row.office, row.person, row.start) for row in fresh}
    rows = [row for row in kept if (row.office, row.person, row.start) not in taken] + list(fresh)
    rows.sort(key=lambda row: (row.office, row.start, row.person))
    _write(overlay, rows)
    return fresh


def apply_overlay(tables: Tables, overlay: Path) -> None:
    """Lay the overlay's rows over the packaged tables and move their date forward."""
    from dateline.knowledge.base import _roles

    roles = _roles()
    for row in _checked(_cells(overlay), tables):
        _add_person(tables, row)
        code = row.office.partition("-")[2].partition("-")[0]
        single = roles[code].single if code in roles else True
        tenures = [
            tenure
            for tenure in tables.tenures
            if (tenure.office, tenure.person, tenure.start) != (row.office, row.person, row.start)
        ]
        if single:
            tenures = [_ended(tenure, row) for tenure in tenures]
        tenures.append(
            Tenure(
                office=row.office, person=row.person, start=row.start, end=row.end,
                source=row.source,
            )
        )  # fmt: skip
        tables.tenures = tenures
        latest = max(row.start, row.end or row.start)
        tables.knowledge_date = max(tables.knowledge_date, latest)


def _ended(tenure: Tenure, row: OfficeRow) -> Tenure:
    """An open tenure of the office ends where a newer one starts."""
    open_before = (
        tenure.office == row.office
        and tenure.end is None
        and (tenure.start is None or tenure.start < row.start)
    )
    return replace(tenure, end=row.start) if open_before else tenure


def _add_person(tables: Tables, row: OfficeRow) -> None:
    if row.person in tables.actors:
        if row.names:
            tables.add_names(row.person, row.names, row.office)
        return
    tables.actors[row.person] = Actor(
        id=row.person, kind="person", names=row.names, country=row.country, source=row.source
    )
    if row.sex:
        tables.sex[row.person] = row.sex
    if row.wikidata:
        tables.wikidata[row.person] = row.wikidata


def _cells(path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """Rows of a CSV, TSV or JSON file as (place, cells)."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise ConfigError(f"{path}: larger than {MAX_BYTES} bytes")
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: can't be read as UTF-8 text ({error})") from error
    if text.lstrip()[:1] in ("[", "{"):
        yield from _json_cells(path, text)
        return
    lines = text.splitlines()
    delimiter = "\t" if lines and "\t" in lines[0] else ","
    for number, row in enumerate(csv.DictReader(lines, delimiter=delimiter), 2):
        yield f"{path}: row {number}", {k: (v or "").strip() for k, v in row.items() if k}


def _json_cells(path: Path, text: str) -> Iterator[tuple[str, dict[str, str]]]:
    try:
        data: Any = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        raise ConfigError(f"{path}: not JSON ({error})") from error
    if isinstance(data, dict):  # the SPARQL results format
        data = data.get("results", {}).get("bindings") if "results" in data else None
    if not isinstance(data, list):
        raise ConfigError(f"{path}: expected a list of rows or a SPARQL result")
    for number, row in enumerate(data, 1):
        if not isinstance(row, dict):
            raise ConfigError(f"{path}: row {number} is not an object")
        cells = {}
        for key, value in row.items():
            value = value.get("value") if isinstance(value, dict) else value
            cells[str(key)] = "" if value is None else str(value).strip()
        yield f"{path}: row {number}", cells


def _checked(cells: Iterable[tuple[str, dict[str, str]]], tables: Tables) -> Iterator[OfficeRow]:
    by_wikidata = {qid: actor for actor, qid in tables.wikidata.items()}
    by_name = {
        fold(name.text): actor.id
        for actor in tables.actors.values()
        if actor.kind == "person"
        for name in actor.names
        if name.language == "en" and name.kind == "name"
    }
    for place, row in cells:
        office = row.get("office", "")
        if not office and row.get("country") and row.get("role"):
            office = f"{row['country']}-{row['role']}"
        if not _OFFICE.fullmatch(office):
            raise ConfigError(f"{place}: office {office!r} is not of the form JPN-PM")
        entity = _ENTITY.fullmatch(row.get("wikidata") or row.get("person", ""))
        label = row.get("personLabel") or ("" if entity else row.get("person", ""))
        names = parse_names(row.get("names", ""), place) or _labels(label, row)
        person = row.get("person", "")
        if person not in tables.actors and not person.startswith("p:"):
            known = by_wikidata.get(entity[1]) if entity else None
            english = next((n.text for n in names if n.language == "en"), label)
            person = known or by_name.get(fold(english)) or _person_id(english)
        if person == "p:" or (person not in tables.actors and not names):
            raise ConfigError(f"{place}: no person: give a known id or a name")
        start = _day(row.get("start", ""), place)
        end = _day(row.get("end", ""), place)
        if start is None:
            raise ConfigError(f"{place}: no start: a tenure needs the day it began")
        if end is not None and end <= start:
            raise ConfigError(f"{place}: the end {end} is not after the start {start}")
        body = office.partition("-")[0]
        country = row.get("country") or (
            body if body in tables.actors and tables.actors[body].kind == "state" else ""
        )
        yield OfficeRow(
            office=office,
            person=person,
            country=country,
            sex=row.get("sex", "") if row.get("sex") in ("f", "m") else "",
            names=names,
            start=start,
            end=end,
            wikidata=entity[1] if entity else "",
            source=row.get("source") or ("wikidata" if entity else "user"),
        )


def _labels(label: str, row: dict[str, str]) -> tuple[Name, ...]:
    names = [Name(text=label, language="en")] if label else []
    for key, value in row.items():
        language = key.removeprefix("personLabel_")
        if language != key and re.fullmatch(r"[a-z]{2,3}", language) and value:
            names.append(Name(text=value, language=language))
    return tuple(names)


def _person_id(name: str) -> str:
    return "p:" + "-".join(re.findall(r"[a-z0-9]+", fold(name)))


def _day(cell: str, place: str) -> date | None:
    match = _DATED.fullmatch(cell)
    return parse_day(match[1] if match else cell, place)


def _write(overlay: Path, rows: list[OfficeRow]) -> None:
    """Write the overlay in one step: a reader sees the old file or the new one."""
    overlay.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", newline="", dir=overlay.parent, suffix=".new", delete=False
    ) as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(COLUMNS)
        for row in rows:
            writer.writerow(
                [
                    row.office, row.person, row.country, row.sex, format_names(row.names),
                    row.start.isoformat(), row.end.isoformat() if row.end else "", row.wikidata,
                    row.source,
                ]
            )  # fmt: skip
    Path(stream.name).replace(overlay)
