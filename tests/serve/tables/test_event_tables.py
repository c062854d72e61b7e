"""Event tables: what pandas, polars and pyarrow read is what was written, with its type."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pandas
import polars
import pyarrow.parquet
import pytest

from dateline.errors import ConfigError
from dateline.events.columns import gdelt_row, plover_row
from dateline.records import Event, Made, Party, Report, Span, When
from dateline.serve.tables import (
    LAYOUTS,
    codebook,
    event_rows,
    write_csv,
    write_jsonl,
    write_parquet,
)
from tests.conftest import ROOT

MADE = Made(stage="events", version=1)
EVENT = Event(
    id="evt_1",
    action="CONCEDE",
    status="happened",
    quad="material-cooperation",
    sources=(Party(actor="KEN", code="KENGOV"), Party(actor="UGA", code="UGA")),
    targets=(Party(actor="ETH", code="ETH"),),
    # 13 January in Tokyo, which begins on the 12th in UTC
    occurred=When(
        earliest=datetime(2026, 1, 12, 15, tzinfo=UTC),
        latest=datetime(2026, 1, 13, 15, tzinfo=UTC),
        zone="Asia/Tokyo",
    ),
    spans=(Span(report="r1", start=0, end=5), Span(report="r2", start=0, end=5)),
    made=MADE,
    contexts=("military", "diplomatic"),
    goldstein=5.0,
    place='=HYPERLINK("http://evil.example")',
)
UNDATED = replace(EVENT, id="evt_2", occurred=When(), place="奈良, “Nara”", sources=())
REPORTS = {
    "r1": Report(
        id="r1",
        key="k",
        text="Words",
        blocks=(),
        retrieved=datetime(2026, 1, 14, tzinfo=UTC),
        made=MADE,
        url="https://one.example/a,b",
    )
}


def rows(layout: str) -> list[dict]:
    return list(event_rows([EVENT, UNDATED], REPORTS, layout))


@pytest.fixture(params=sorted(LAYOUTS))
def layout(request: pytest.FixtureRequest) -> str:
    return request.param


def parquet(layout: str, folder: Path) -> Path:
    path = folder / "events.parquet"
    with path.open("wb") as file:
        write_parquet(rows(layout), LAYOUTS[layout], file)
    return path


def test_the_columns_are_those_of_the_rows() -> None:
    for layout, make in (("plover", plover_row), ("gdelt", gdelt_row)):
        assert [column.name for column in LAYOUTS[layout].columns] == list(make(EVENT))


def test_pandas_polars_and_pyarrow_read_parquet_with_its_types(layout: str, tmp_path: Path) -> None:
    path = parquet(layout, tmp_path)
    arrow = pyarrow.parquet.read_table(path)
    assert arrow.to_pylist() == rows(layout)
    spelled = {"text": "string", "integer": "int64", "number": "double", "date": "date32[day]",
               "list": "list<element: string>"}  # fmt: skip
    for column in LAYOUTS[layout].columns:
        field = arrow.schema.field(column.name)
        assert str(field.type) == spelled[column.kind], column.name
        assert field.metadata[b"meaning"].decode() == column.meaning
    assert polars.read_parquet(path).to_dicts() == rows(layout)
    frame = pandas.read_parquet(path)
    assert list(frame.columns) == [column.name for column in LAYOUTS[layout].columns]
    assert len(frame) == 2


def test_days_are_those_of_the_calendar_there(tmp_path: Path) -> None:
    frame = polars.read_parquet(parquet("plover", tmp_path))
    assert frame["date_start"].to_list() == [date(2026, 1, 13), None]
    assert frame["date_end"].to_list() == [date(2026, 1, 13), None]
    assert polars.read_parquet(parquet("gdelt", tmp_path))["SQLDATE"].to_list() == [20260113, None]


def test_pandas_and_polars_read_csv(layout: str) -> None:
    text = "".join(write_csv(rows(layout), LAYOUTS[layout]))
    for frame in (
        pandas.read_csv(io.StringIO(text)),
        polars.read_csv(io.StringIO(text), try_parse_dates=True),
    ):
        assert list(frame.columns) == [column.name for column in LAYOUTS[layout].columns]
        assert frame.shape[0] == 2
    dated = polars.read_csv(io.StringIO(text), try_parse_dates=True)
    first = "date_start" if layout == "plover" else "SQLDATE"
    assert dated[first].to_list()[0] == (date(2026, 1, 13) if layout == "plover" else 20260113)


def test_no_cell_is_a_formula() -> None:
    table = list(csv.DictReader(io.StringIO("".join(write_csv(rows("plover"), LAYOUTS["plover"])))))
    assert table[0]["place"] == '\'=HYPERLINK("http://evil.example")'
    assert table[1]["place"] == "奈良, “Nara”"
    assert table[0]["source_codes"] == "KENGOV UGA"
    assert table[0]["goldstein"] == "5.0"


def test_json_lines_are_objects_with_lists_and_nulls(layout: str) -> None:
    lines = [json.loads(line) for line in write_jsonl(rows(layout))]
    assert len(lines) == 2
    if layout == "plover":
        assert lines[0]["urls"] == ["https://one.example/a,b"]
        assert (lines[0]["date_start"], lines[1]["date_start"]) == ("2026-01-13", None)
        assert lines[1]["source_codes"] == []


def test_without_pyarrow_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(ConfigError, match=r"dateline\[parquet\]"):
        write_parquet([], LAYOUTS["plover"], io.BytesIO())


def test_the_codebook_is_that_of_the_code() -> None:
    assert (ROOT / "docs" / "codebook.md").read_text(encoding="utf-8") == codebook()
