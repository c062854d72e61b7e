"""Constructions of dates, a sentence each, in the languages with a grammar.

``constructions/<language>.txt`` holds a sentence a line and the intervals that it names: ``first``,
two dots, ``end`` (exclusive), ``-`` where a side is open, `` & `` between two mentions, ``none``
where nothing in it is a date. They are read at 9:00 UTC on Wednesday 18 March 2026, or on the day
of the last line ``# on``.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from dateline.read.dates import find_dates

FIRST = "2026-03-18"
TABLES = Path(__file__).parent / "constructions"


def _rows() -> Iterator[tuple[str, str, str, str]]:
    for table in sorted(TABLES.glob("*.txt")):
        day = FIRST
        for line in table.read_text(encoding="utf-8").splitlines():
            if line.startswith("# on "):
                day = line.removeprefix("# on ")
            elif line and not line.startswith("#"):
                sentence, _, wanted = line.partition(" | ")
                yield table.stem, day, sentence, wanted


def _end(moment: datetime | None) -> str:
    if moment is None:
        return "-"
    return f"{moment:%Y-%m-%d}" if moment.hour == moment.minute == 0 else f"{moment:%Y-%m-%dT%H:%M}"


@pytest.mark.parametrize(("language", "day", "sentence", "wanted"), list(_rows()))
def test_interval(language: str, day: str, sentence: str, wanted: str) -> None:
    published = datetime.fromisoformat(f"{day}T09:00+00:00")
    found = find_dates(sentence, language, report="r", published=published)
    read = [f"{_end(m.when.earliest)}..{_end(m.when.latest)}" for m in found if m.when.known]
    assert (" & ".join(read) or "none") == wanted
