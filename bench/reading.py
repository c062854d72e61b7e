"""Reports read for a measurement: from files, or from texts, with the default engines."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

from dateline.desk import Desk, open_desk
from dateline.records import Reading, Report

Read = list[tuple[Report, Reading]]


def open_measuring_desk(db: str = ":memory:") -> Desk:
    """Open a desk that is thrown away after the measurement."""
    return open_desk(db)


def read_path(desk: Desk, path: Path) -> Read:
    """Read the reports of a file or a folder, in the order they are found."""
    return [(item.report, item.reading) for item in desk.read([str(path)]).items]


def read_texts(desk: Desk, texts: Sequence[str], language: str = "en") -> Read:
    """Read bare texts; the report of the n-th has ``own_id`` "n"."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "texts.jsonl"
        lines = [json.dumps({"id": str(i), "language": language, "text": text})
                 for i, text in enumerate(texts)]  # fmt: skip
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return read_path(desk, file)
