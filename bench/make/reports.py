"""Reports for the tasks of the group stage, from JSON Lines, on the real path.

Each line becomes a :class:`Fetched`, a report by ``to_report`` and a reading by ``read_report``
without the parser, which grouping doesn't need. What can't be read (a language refused) gets a
bare reading, so that every line counts.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from dateline.engines import Engines
from dateline.engines.e5 import E5Embedder
from dateline.engines.use import UseEmbedder
from dateline.errors import StageError
from dateline.group import Sketch, sketch
from dateline.knowledge import Knowledge, load_knowledge
from dateline.read import read_report, to_report
from dateline.records import Fetched, Hints, Made, Reading, content_id

LATE = datetime(2100, 1, 1, tzinfo=UTC)
FALSE_STAMP = 10  # items of one language at one instant from which the stamp is not believed


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the data."""

    id: str
    text: str
    story: str
    title: str | None = None
    language: str | None = None
    time: datetime | None = None
    outlet: str | None = None


def load_lines(path: Path) -> list[Line]:
    """Read JSON Lines with ``text``, ``story`` and, where known, ``title``, ``lang``, ``ts``.

    A time that ten or more items of one language share to the second was not taken from the
    items: those count as undated.
    """
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    stamps = Counter((row.get("lang"), row.get("ts")) for row in rows)
    lines = []
    for number, row in enumerate(rows):
        stamp = row.get("ts")
        believed = stamp and stamps[row.get("lang"), stamp] < FALSE_STAMP
        lines.append(
            Line(
                id=str(row.get("doc_id", number)),
                text=row["text"],
                story=str(row.get("story", number)),
                title=row.get("title"),
                language=row.get("lang", "en"),
                time=datetime.fromisoformat(stamp).astimezone(UTC) if believed else None,
            )
        )
    return lines


@dataclass(slots=True)
class Reader:
    """Turns lines into sketches. Engines load once; ``embed`` False leaves vectors out."""

    embed: bool = True
    knowledge: Knowledge = field(default_factory=load_knowledge)
    engines: Engines = field(init=False)

    def __post_init__(self) -> None:
        wide = E5Embedder()
        near = UseEmbedder()
        self.engines = (
            Engines(
                embedders=tuple(e for e in (near, wide) if e.missing() is None),
                everywhere=wide if wide.missing() is None else None,
            )
            if self.embed
            else Engines()
        )

    def sketch(self, line: Line) -> Sketch:
        """Read one line and sketch it."""
        fetched = Fetched(
            id=content_id("f", line.id, line.text),
            name=line.id,
            source="bench",
            content=line.text.encode(),
            media_type="text/plain",
            retrieved=line.time or LATE,
            hints=Hints(
                own_id=line.id,
                title=line.title,
                outlet=line.outlet or f"outlet {line.id}",
                language=line.language,
                published=line.time,
            ),
        )
        report = to_report(fetched)
        try:
            reading = read_report(report, self.engines, self.knowledge)
        except StageError:
            made = Made(stage="read", version=1)
            reading = Reading(report=report.id, language=line.language or "und", made=made)
        return sketch(report, reading)

    def sketches(self, lines: list[Line]) -> list[Sketch]:
        """Read all lines, with progress on standard error."""
        found = []
        for number, line in enumerate(lines, 1):
            found.append(self.sketch(line))
            if number % 500 == 0 or number == len(lines):
                print(f"read {number} of {len(lines)}", file=sys.stderr)
        return found
