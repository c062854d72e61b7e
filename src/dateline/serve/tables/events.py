"""Events as rows with typed values, and the three forms in which they are written."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import islice
from typing import IO, Any, Literal, get_args

from dateline.errors import ConfigError
from dateline.events.columns import gdelt_row, plover_row
from dateline.records import Event, Report
from dateline.serve.tables.columns import LAYOUTS, Column, Layout

Form = Literal["csv", "jsonl", "parquet"]
LayoutName = Literal["plover", "gdelt"]
FORMS: tuple[Form, ...] = get_args(Form)
Value = str | int | float | date | list[str] | None
Row = dict[str, Value]

_ROW = {"plover": plover_row, "gdelt": gdelt_row}
_BATCH = 5_000
# A spreadsheet takes a cell that begins so for a formula and runs it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def event_rows(
    events: Iterable[Event], reports: Mapping[str, Report], layout: LayoutName = "plover"
) -> Iterator[Row]:
    """Yield a row for each event. Addresses are those of ``reports``, by their ids."""
    urls = {id: report.url for id, report in reports.items() if report.url}
    make, columns = _ROW[layout], LAYOUTS[layout].columns
    for event in events:
        plain = make(event, urls)
        yield {column.name: _typed(column, plain[column.name]) for column in columns}


def write_csv(rows: Iterable[Row], layout: Layout) -> Iterator[str]:
    """Write rows as CSV (RFC 4180, UTF-8), a piece at a time, the header line first.

    A text that a spreadsheet would run as a formula has an apostrophe before it.
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow([column.name for column in layout.columns])
    for row in rows:
        writer.writerow([_cell(value) for value in row.values()])
        if buffer.tell() > 1 << 16:
            yield buffer.getvalue()
            buffer.seek(0)
            buffer.truncate()
    yield buffer.getvalue()


def write_jsonl(rows: Iterable[Row]) -> Iterator[str]:
    """Write rows as JSON Lines: an object a line."""
    for row in rows:
        yield json.dumps(row, ensure_ascii=False, default=str) + "\n"


def write_parquet(rows: Iterable[Row], layout: Layout, file: IO[bytes]) -> None:
    """Write rows as Parquet. Raises ConfigError where pyarrow isn't installed."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise ConfigError(
            "Parquet needs pyarrow: pip install 'dateline[parquet]', or take csv or jsonl"
        ) from None
    types: dict[str, Any] = {
        "text": pyarrow.string(),
        "integer": pyarrow.int64(),
        "number": pyarrow.float64(),
        "date": pyarrow.date32(),
        "list": pyarrow.list_(pyarrow.string()),
    }
    fields = [
        pyarrow.field(column.name, types[column.kind], metadata={"meaning": column.meaning})
        for column in layout.columns
    ]
    schema = pyarrow.schema(fields, metadata={"columns": layout.name, "made_by": "dateline"})
    rest = iter(rows)
    with pyarrow.parquet.ParquetWriter(file, schema, compression="zstd") as writer:
        while batch := list(islice(rest, _BATCH)):
            writer.write_table(pyarrow.Table.from_pylist(batch, schema=schema))


def _typed(column: Column, value: str | float | int) -> Value:
    if column.kind == "date":
        return date.fromisoformat(str(value)) if value else None
    if column.kind == "list":
        return str(value).split()
    if column.kind == "integer":
        return int(value) if value != "" else None
    if column.kind == "number":
        return float(value)
    return str(value)


def _cell(value: Value) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, int | float):
        return value
    text = " ".join(value) if isinstance(value, list) else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
