"""Load a file of events: find out its format, read its rows, make events of them."""

from __future__ import annotations

import csv
import gzip
import io
import sys
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import IO, TextIO, cast

from dateline.errors import Unsupported
from dateline.events.history import formats
from dateline.events.history.formats import GDELT_1, GDELT_2, Read, Row
from dateline.events.ontology import TYPES, cameo
from dateline.knowledge import Knowledge, coder_code
from dateline.records import Event, Made, Party, Rejected, When, content_id

FORMATS: Mapping[str, Read] = {
    "icews": formats.icews, "polecat": formats.polecat, "gdelt": formats.gdelt,
    "acled": formats.acled, "phoenix": formats.phoenix,
}  # fmt: skip
MADE = Made(stage="history", version=1)
# A field of more than this is no event file's.
LONGEST_FIELD = 1 << 20


def sniff(line: str) -> str:
    """Return the format that a file's first line shows. Raises Unsupported."""
    columns = line.rstrip("\r\n").split("\t")
    if "CAMEO Code" in columns:
        return "icews"
    if "Event Type" in columns and "Actor Country" in columns:
        return "polecat"
    if "event_id_cnty" in line:
        return "acled"
    if len(columns) in (GDELT_1 - 1, GDELT_1, GDELT_2) and columns[0].isdigit():
        return "gdelt"
    if 24 <= len(columns) <= 28:
        return "phoenix"
    raise Unsupported("event file", "not ICEWS, POLECAT, GDELT, ACLED or Phoenix", kind="format")


def load_history(
    path: Path, knowledge: Knowledge, form: str | None = None
) -> Iterator[Event | Rejected]:
    """Yield the events of a file, each marked with its format and its id there.

    ``form`` is one of :data:`FORMATS`, else it is told from the first line. Rows that are not
    acts (statements, administrative rows) are passed over; rows that are broken or name no
    country are rejected. Imported events have no spans: nothing here was read.
    """
    csv.field_size_limit(min(sys.maxsize, LONGEST_FIELD))
    countries = _countries(knowledge)
    if form is not None and form not in FORMATS:
        raise Unsupported(path.name, f"formats are {', '.join(FORMATS)}, not {form}", kind="format")
    with _opened(path) as stream:
        first = stream.readline(LONGEST_FIELD)
        form = form or sniff(first)
        stream.seek(0)
        for number, row in enumerate(_rows(stream, form), 1):
            try:
                read = FORMATS[form](row)
                event = None if read is None else _event(read, form, countries)
            except (KeyError, ValueError, TypeError) as error:
                name = f"{path.name}:{number}"
                yield Rejected(
                    stage="history", id=name, name=name, kind="broken", reason=str(error)[:200]
                )
                continue
            if event is not None:
                yield event


@contextmanager
def _opened(path: Path) -> Iterator[TextIO]:
    """A file's text, unpacked where it is gzip or a zip with one file, as the archives give them.

    Raises Unsupported for a broken one, and for a zip of several files.
    """
    try:
        with ExitStack() as stack:
            raw: IO[bytes] = stack.enter_context(path.open("rb"))
            start = raw.read(4)
            raw.seek(0)
            if start[:2] == b"\x1f\x8b":
                raw = cast(IO[bytes], stack.enter_context(gzip.open(raw)))
            elif start == b"PK\x03\x04":
                packed = stack.enter_context(zipfile.ZipFile(raw))
                names = [name for name in packed.namelist() if not name.endswith("/")]
                if len(names) != 1:
                    raise Unsupported(path.name, "the zip holds several files", kind="format")
                raw = stack.enter_context(packed.open(names[0]))
            yield io.TextIOWrapper(raw, encoding="utf-8", errors="replace", newline="")
    except (zipfile.BadZipFile, gzip.BadGzipFile, zlib.error, EOFError) as error:
        raise Unsupported(path.name, f"broken archive: {error}", kind="broken") from None


def _rows(stream: TextIO, form: str) -> Iterator[Mapping[str, str]]:
    if form == "acled":
        yield from csv.DictReader(stream)
    elif form in ("icews", "polecat"):
        yield from csv.DictReader(stream, delimiter="\t")
    else:
        for columns in csv.reader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield {str(index): value for index, value in enumerate(columns)}


def _countries(knowledge: Knowledge) -> dict[str, str]:
    """English names and codes of states, folded, to their codes."""
    found: dict[str, str] = {}
    for actor in knowledge.actors.values():
        if actor.kind in ("state", "territory") and actor.country == actor.id:
            found[actor.id.lower()] = actor.id
            for name in actor.names:
                if name.language == "en" and name.kind in ("name", "official", "short"):
                    found.setdefault(name.text.lower(), actor.id)
    return found


def _event(row: Row, form: str, countries: Mapping[str, str]) -> Event | None:
    sources, targets = _party(row.source, countries), _party(row.target, countries)
    if not sources and not targets:
        return None
    kind = TYPES[row.action]
    start = datetime.combine(row.day, time(), UTC)
    return Event(
        id=content_id("evt", form, row.id),
        action=row.action,
        mode=row.mode,
        status="happened",
        quad=kind.quad,
        sources=sources,
        targets=targets,
        occurred=When(earliest=start, latest=start + timedelta(days=1), timex=row.day.isoformat()),
        spans=(),
        made=MADE,
        cameo=cameo(row.action, row.mode),
        goldstein=kind.goldstein if row.goldstein is None else row.goldstein,
        place=row.place or None,
        imported=f"{form}:{row.id}",
        why=f"imported from {form}",
    )


def _party(side: tuple[str, str], countries: Mapping[str, str]) -> tuple[Party, ...]:
    country = countries.get(side[0].strip().lower(), "")
    if not country:
        return ()
    return (Party(actor=country, code=coder_code(country, side[1])),)
