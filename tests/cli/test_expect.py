from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dateline.cli.expect import app
from dateline.records import Block, Expectation, Made, Report, Span, When
from dateline.store import open_store

TEXT = "Kenya will sign the contract on January 20."
ID = "exp_0123456789abcdef"


@pytest.fixture
def db(tmp_path: Path) -> str:
    path = str(tmp_path / "desk.db")
    now = datetime(2026, 1, 12, tzinfo=UTC)
    store = open_store(path)
    report = Report(
        id="rep_1", key="k", text=TEXT, retrieved=now, published=now, outlet="Harbour Post",
        blocks=(Block(kind="paragraph", start=0, end=len(TEXT)),),
        made=Made(stage="read", version=1), language="en",
    )  # fmt: skip
    item = Expectation(
        id=ID, kind="scheduled", statement=TEXT, confidence="will", subject=("KEN",),
        due=When(
            earliest=datetime(2026, 1, 20, tzinfo=UTC), latest=datetime(2026, 1, 21, tzinfo=UTC)
        ),
        spans=(Span(report="rep_1", start=0, end=len(TEXT)),),
        made=Made(stage="expect", version=1),
    )  # fmt: skip
    with store.transaction() as tx:
        tx.put(report)
        tx.put(item)
    store.close()
    return path


def run(*words: str) -> str:
    result = CliRunner().invoke(app, list(words), catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_list_show_settle_reopen(db: str) -> None:
    late = ("--as-of", "2026-02-10", "--db", db)
    (row,) = json.loads(run("expect", "list", "--json", *late))
    assert (row["id"], row["outcome"]) == (ID, "overdue")
    run("expect", "settle", ID, "met", "--by", "Ada", "--cite", "rep_1:0-5", "--why", "seen", *late)
    shown = run("expect", "show", ID, *late)
    assert "met by Ada" in shown
    assert "settled by: Kenya" in shown
    run("expect", "reopen", ID, "--by", "Ada", *late)
    (row,) = json.loads(run("expect", "list", "--json", *late))
    assert row["outcome"] == "overdue"
    assert row["settled"]["by"] == "Ada"


def test_record(db: str) -> None:
    groups = json.loads(run("expect", "list", "--record", "--json", "--as-of", "2026-02-10",
                            "--db", db))  # fmt: skip
    assert groups["outlet"][0]["group"] == "Harbour Post"
    assert groups["kind"][0]["overdue_rate"] == 1.0


def test_calendar(db: str, tmp_path: Path) -> None:
    now = ("--as-of", "2026-01-12", "--db", db)
    lines = json.loads(run("calendar", "--json", "--actor", "KEN", *now))
    assert [line["uid"] for line in lines] == [f"{ID}@dateline"]
    assert "World Economic Forum" in run("calendar", *now)
    assert "World Economic Forum" not in run("calendar", "--no-fixtures", *now)
    file = tmp_path / "desk.ics"
    run("calendar", "--ics", str(file), *now)
    assert f"UID:{ID}@dateline" in file.read_text(encoding="utf-8")
