import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

import dateline
from dateline.records import Copy, Made, StoryLink, When
from dateline.serve.export import days, export_desk, resolved, storylines

BY_MARCH = (
    "Malta's foreign minister met her Tunisian counterpart in Valletta on Monday. "
    "The two governments are expected to sign a fishing agreement by the end of February."
)
DEAL = (
    "The governments of Malta and Tunisia signed a fishing agreement in Valletta on Monday. "
    "The agreement gives 240 boats access to the waters between the two countries. "
    "Ministers said that it would end a dispute of eleven years. "
    "It is expected to take effect in March."
)


def link(earlier: str, later: str) -> StoryLink:
    made = Made(stage="group", version=1)
    return StoryLink(earlier=earlier, later=later, why="", score=1.0, made=made)


def test_the_document_uses_the_reports_own_ids(tmp_path: Path) -> None:
    rows = [
        {"id": "r1", "outlet": "Wire", "published": "2026-01-05T08:00:00Z", "text": DEAL},
        {"id": "r2", "outlet": "Echo", "published": "2026-01-05T09:00:00Z", "text": DEAL},
    ]
    for row in rows:
        row["title"] = "Malta and Tunisia sign fishing agreement"
    file = tmp_path / "reports.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    with dateline.open(":memory:") as desk:
        desk.add([str(file)], now=datetime(2026, 1, 6, tzinfo=UTC))
        document = export_desk(desk)
    assert set(document) == {
        "stories", "storylines", "copies", "events", "expectations", "differences", "briefs",
    }  # fmt: skip
    (story,) = document["stories"]
    assert sorted(story["reports"]) == ["r1", "r2"]
    assert story["independent"] == 1
    assert document["copies"] == [{"report": "r2", "of": "r1", "kind": "verbatim"}]
    (brief,) = document["briefs"]
    assert brief["story"] == story["id"]
    assert {sentence["section"] for sentence in brief["sentences"]} <= {
        "What's happening", "Why it's important", "What's next", "Beyond the headlines",
    }  # fmt: skip
    assert all(set(s["reports"]) <= {"r1", "r2"} and s["reports"] for s in brief["sentences"])
    assert json.loads(json.dumps(document)) == document


def test_a_story_of_later_has_no_brief_and_costs_no_other(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    flood = "A flood near Sfax drove 3,000 people from their homes on Friday, rescuers said."
    file = tmp_path / "reports.jsonl"
    rows = [
        {"id": "r1", "published": "2026-01-05T08:00:00Z", "title": "Deal on fish", "text": DEAL},
        {"id": "r2", "published": "2026-01-09T08:00:00Z", "title": "Flood at Sfax", "text": flood},
    ]
    file.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    with dateline.open(":memory:") as desk:
        desk.add([str(file)], now=datetime(2026, 1, 10, tzinfo=UTC))
        then = export_desk(desk, as_of=datetime(2026, 1, 6, tzinfo=UTC))
    (first,) = (story["id"] for story in then["stories"] if story["reports"] == ["r1"])
    assert [brief["story"] for brief in then["briefs"]] == [first]
    assert "has no brief" in caplog.text


def test_links_join_to_storylines() -> None:
    assert storylines([link("a", "b"), link("c", "d"), link("b", "c")]) == [("a", "b", "c", "d")]
    assert storylines([link("a", "b"), link("x", "y")]) == [("a", "b"), ("x", "y")]
    assert storylines([]) == []


def test_days_are_inclusive_and_in_the_intervals_own_zone() -> None:
    tokyo = When(
        earliest=datetime(2026, 1, 12, 15, tzinfo=UTC),
        latest=datetime(2026, 1, 13, 15, tzinfo=UTC),
        zone="Asia/Tokyo",
    )
    assert days(tokyo) == ["2026-01-13", "2026-01-13"]
    assert days(When(earliest=datetime(1965, 1, 1, tzinfo=UTC))) == ["1965-01-01", None]
    assert days(When(anchor="relative")) == [None, None]


def copy(report: str, of: str, kind: str, share: float) -> Copy:
    return Copy(report=report, of=of, kind=kind, share=share, made=Made(stage="group", version=1))  # type: ignore[arg-type]


def test_a_chain_of_copies_is_resolved_to_its_wire() -> None:
    edges = [
        copy("cut", "wire", "trimmed", 1.0),
        copy("retold", "cut", "rewritten", 0.9),
        copy("retold", "wire", "rewritten", 0.6),
        copy("german", "retold", "translated", 0.8),
    ]
    found = resolved(["wire", "cut", "retold", "german"], edges)
    assert sorted(found) == [
        ("cut", "wire", "trimmed"),
        ("german", "wire", "translated"),
        ("retold", "wire", "rewritten"),
    ]


def test_what_is_mixed_of_two_origins_names_both_and_an_edit_its_version() -> None:
    edges = [
        copy("mixed", "one", "rewritten", 0.5),
        copy("mixed", "two", "trimmed", 0.4),
        copy("later", "one", "edited", 0.9),
        copy("copied", "later", "verbatim", 1.0),
    ]
    found = resolved(["one", "two", "mixed", "later", "copied"], edges)
    assert sorted(found) == [
        ("copied", "later", "verbatim"),
        ("later", "one", "edited"),
        ("mixed", "one", "rewritten"),
        ("mixed", "two", "trimmed"),
    ]


def test_what_is_due_by_a_day_begins_when_it_was_said(tmp_path: Path) -> None:
    row = {"id": "r1", "outlet": "Wire", "published": "2026-01-05T08:00:00Z", "text": BY_MARCH}
    file = tmp_path / "reports.jsonl"
    file.write_text(json.dumps(row), encoding="utf-8")
    with dateline.open(":memory:") as desk:
        desk.add([str(file)], now=datetime(2026, 1, 6, tzinfo=UTC))
        (expected,) = export_desk(desk)["expectations"]
    assert expected["due"] == ["2026-01-05", "2026-02-28"]
