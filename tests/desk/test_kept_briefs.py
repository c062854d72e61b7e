"""Briefs kept by the desk: written ahead by the stage, else on first asking; read as of now."""

from __future__ import annotations

import dataclasses
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from dateline import telling
from dateline.brief.compose import VERSION
from dateline.brief.select import NEXT
from dateline.desk import Desk, open_desk
from dateline.desk.passed import passed, seen
from dateline.records import Brief, KeptBrief, Settlement, Span
from dateline.records.codec import to_json

SAMPLES = Path(__file__).parents[2] / "examples"
NOW = datetime(2026, 2, 10, tzinfo=UTC)


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with open_desk(":memory:") as opened:
        opened.add([str(SAMPLES)], now=NOW)
        yield opened


def kept(desk: Desk, story: str) -> KeptBrief:
    found = desk.store.kept_brief(story, "en", "short", VERSION)
    assert found is not None
    return found


def texts(brief: Brief, section: str) -> list[str]:
    return [c.text for one in brief.sections if one.name == section for c in one.claims]


def test_adding_reports_writes_the_briefs_of_their_stories(desk: Desk) -> None:
    stories = [line.id for line in desk.stories()]
    assert not desk.store.due("brief", VERSION)
    for story in stories:
        made = telling.make_brief(
            telling.material(desk.store, story, desk.knowledge), desk.engines, telling.SHORT
        )
        assert kept(desk, story).brief == made
        assert kept(desk, story).basis == desk.store.basis(story)


def test_a_kept_brief_is_taken_as_it_is(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    (story, *_) = (line.id for line in desk.stories())
    shown = desk.brief(story)

    def refuse(*_: object) -> None:
        raise AssertionError("nothing is to be written")

    monkeypatch.setattr("dateline.desk.briefs.written", refuse)
    assert desk.brief(story) == desk.kept_brief(story) == shown
    assert desk.kept_brief(story, length="full") is None
    assert desk.tell_ahead() == 0
    with pytest.raises(AssertionError):
        desk.brief(story, length="full")


def test_stories_that_do_not_lead_are_kept_when_they_are_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(telling, "AHEAD", 1)
    with open_desk(str(tmp_path / "desk.db")) as desk:
        desk.add([str(SAMPLES / "nara"), str(SAMPLES / "quake")], now=NOW)
        assert not desk.store.due("brief", VERSION)
        stories = [line.id for line in desk.stories()]
        ahead = desk.store.gists(stories, "en", "short")
        assert len(ahead) == 1 < len(stories)
        (other, *_) = (story for story in stories if story not in ahead)
        before = desk.store.state_digest()
        assert desk.kept_brief(other) is None
        shown = desk.keep_brief(other)
        assert desk.kept_brief(other) == shown
        stop = threading.Event()
        stop.set()
        assert desk.tell_ahead(stop) == 0
        assert desk.tell_ahead() == len(stories) - 2
        assert set(desk.store.gists(stories, "en", "short")) == set(stories)
        assert desk.store.state_digest() == before, "reading changes nothing that counts"


def test_what_changes_while_a_brief_is_written_is_not_lost(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = desk.store.story(desk.stories()[0].id)
    before = kept(desk, story.id)
    write = telling.written

    def slow(*arguments: object) -> KeptBrief:
        made = write(*arguments)  # type: ignore[arg-type]
        with desk.store.transaction() as tx:
            tx.put(dataclasses.replace(story, version=story.version + 1))
        return made

    monkeypatch.setattr("dateline.desk.briefs.written", slow)
    desk.keep_brief(story.id)
    assert desk.kept_brief(story.id) is None
    with desk.store.transaction() as tx:
        tx.put(story)
        tx.put(before)
        tx.done("brief", VERSION, story.id)
    assert desk.kept_brief(story.id) is not None


def later(kept: KeptBrief, desk: Desk, now: datetime) -> Brief:
    expected = desk.store.expectations(story=kept.story)
    reports = {id: desk.store.report(id) for id in desk.store.report_ids()}
    gone = passed(kept, now, expected)
    return seen(kept.brief, gone, now, expected, reports, desk.store.copies(reports))


def test_what_is_over_is_not_told_as_next(desk: Desk) -> None:
    plans = 0
    for line in desk.stories():
        one = kept(desk, line.id)
        (section,) = (section for section in one.brief.sections if section.name == NEXT)
        assert len(one.over) == len(section.claims)
        told = [c.text for c in section.claims if c.agreement != "computed"]
        plans += len(told)
        years = later(one, desk, NOW + timedelta(days=3_000))
        (after,) = (section for section in years.sections if section.name == NEXT)
        assert not set(told) & {claim.text for claim in after.claims}
        assert after.claims or after.note
        assert all(claim.agreement == "computed" and claim.spans for claim in after.claims)
        cited = {span.report for s in years.sections for c in s.claims for span in c.spans}
        assert cited <= {source.report for source in years.sources}
        assert (years.id == one.brief.id) == (years == one.brief)
        assert to_json(later(one, desk, NOW + timedelta(days=3_000))) == to_json(years)
    assert plans >= 3, "the samples look forward"


def test_what_the_desk_expected_is_told_as_overdue(desk: Desk) -> None:
    overdue = [
        text
        for line in desk.stories()
        for text in texts(later(kept(desk, line.id), desk, NOW + timedelta(days=3_000)), NEXT)
    ]
    assert any(text.startswith("Overdue: due ") for text in overdue)


def test_what_came_is_told_with_the_report_that_says_so(desk: Desk) -> None:
    story = next(line.id for line in desk.stories() if "Nara" in line.title)
    one = kept(desk, story)
    (section,) = (section for section in one.brief.sections if section.name == NEXT)
    (plan,) = (claim for claim in section.claims if "joint plan on chip" in claim.text)
    (item,) = (
        item
        for item in desk.store.expectations(story=story)
        if any(a.overlaps(b) for a in item.spans for b in plan.spans)
    )
    other = next(r for r in desk.store.report_ids() if desk.store.story_of(r) != story)
    said = Span(report=other, start=0, end=9)
    met = dataclasses.replace(item, settled=Settlement(outcome="met", at=NOW, spans=(said,)))
    reports = {id: desk.store.report(id) for id in desk.store.report_ids()}
    gone = passed(one, NOW, [met])
    assert plan in gone
    assert plan in passed(one, NOW - timedelta(days=9), [item]), "its last day was in January"
    now = seen(one.brief, gone, NOW, [met], reports, ())
    assert plan.text not in texts(now, NEXT)
    (came,) = (text for text in texts(now, "Beyond the headlines") if plan.text in text)
    assert came.startswith("It came as expected (reported on 10 February 2026)")
    assert now.sources[-1].report == other and now.sources[-1].relation == "record"


def test_the_count_of_single_origins_follows(desk: Desk) -> None:
    story = next(line.id for line in desk.stories() if "Ethiopia" in line.title)
    one = kept(desk, story)
    (gap,) = (gap for gap in one.brief.gaps if gap.endswith("on one origin each."))
    (after,) = (
        gap
        for gap in later(one, desk, NOW + timedelta(days=3_000)).gaps
        if gap.endswith("on one origin each.")
    )
    single, total = (int(word) for word in gap.split() if word.isdecimal())
    left, of = (int(word) for word in after.split() if word.isdecimal())
    gone = passed(one, NOW + timedelta(days=3_000), desk.store.expectations(story=story))
    alone = sum(claim.independent == 1 for claim in gone)
    assert 0 < alone < single
    assert (single - left, total - of) == (alone, len(gone)), (gap, after)


def test_before_anything_is_over_a_brief_reads_as_it_was_written(desk: Desk) -> None:
    for line in desk.stories():
        one = kept(desk, line.id)
        newest = max(r.published for r in one.brief.sources if r.published is not None)
        if all(end is None or end > newest for end in one.over):
            assert later(one, desk, newest) == one.brief


def test_the_present_and_a_named_moment_agree_on_what_is_next(desk: Desk) -> None:
    now = datetime.now(UTC)
    for line in desk.stories():
        plain = {c.text for s in desk.brief(line.id).sections for c in s.claims if s.name == NEXT}
        told = desk.brief(line.id, as_of=now)
        assert {text for text in plain if not text.startswith("Overdue")} <= set(texts(told, NEXT))
