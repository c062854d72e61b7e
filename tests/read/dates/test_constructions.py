"""Constructions of dates, a sentence each, in the languages with a grammar.

``constructions/<language>.txt`` holds a sentence a line and the intervals that it names, read on
Wednesday 18 March 2026 at 9:00 UTC: ``first..end`` with the end exclusive, ``-`` where a side is
open, `` & `` between two mentions, ``none`` where nothing in it is a date.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dateline.read.dates import find_dates

PUBLISHED = datetime(2026, 3, 18, 9, tzinfo=UTC)
TABLES = Path(__file__).parent / "constructions"


def _rows() -> Iterator[tuple[str, str, str]]:
    for table in sorted(TABLES.glob("*.txt")):
        for line in table.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                sentence, _, wanted = line.partition(" | ")
                yield table.stem, sentence, wanted


def _end(moment: datetime | None) -> str:
    if moment is None:
        return "-"
    return f"{moment:%Y-%m-%d}" if moment.hour == moment.minute == 0 else f"{moment:%Y-%m-%dT%H:%M}"


@pytest.mark.parametrize(("language", "sentence", "wanted"), list(_rows()))
def test_interval(language: str, sentence: str, wanted: str) -> None:
    found = find_dates(sentence, language, report="r", published=PUBLISHED)
    read = [f"{_end(m.when.earliest)}..{_end(m.when.latest)}" for m in found if m.when.known]
    assert (" & ".join(read) or "none") == wanted
