from __future__ import annotations

import dataclasses
from datetime import UTC, datetime

import pytest

from dateline.expect import Meaning, expect_story, settle_by_hand
from dateline.records import Made, Member, Reading, Report, Settlement, Story
from tests.expect.samples import read

DAY = datetime(2026, 1, 12, tzinfo=UTC)


def plan() -> tuple[Report, Reading]:
    return read(
        "Japanese Prime Minister Sanae Takaichi is set to host South Korean President Lee Jae "
        "Myung in Nara on January 20. The two governments plan to publish a joint plan by "
        "January 31.",
        "2026-01-12",
    )


def done() -> tuple[Report, Reading]:
    return read(
        "Japanese Prime Minister Sanae Takaichi hosted South Korean President Lee Jae Myung in "
        "Nara on Tuesday, and the two spoke for two hours about trade.",
        "2026-01-20",
        outlet="Valley Tribune",
    )


def story(id: str, *items: tuple[Report, Reading]) -> Story:
    return Story(
        id=id,
        version=1,
        members=tuple(Member(report=report.id, joined=DAY) for report, _ in items),
        opened=DAY,
        updated=DAY,
        independent=len(items),
        made=Made(stage="group", version=1),
    )


def maps(*items: tuple[Report, Reading]) -> tuple[dict[str, Report], dict[str, Reading]]:
    return {r.id: r for r, _ in items}, {r.report: r for _, r in items}


def test_a_story_expects_and_settles_its_own() -> None:
    summit, joint = expect_story(story("s1", plan(), done()), *maps(plan(), done()), ())
    assert (summit.story, joint.story) == ("s1", "s1")
    assert summit.settled is not None
    assert summit.settled.outcome == "met"
    assert summit.settled.spans[0].report == done()[0].id
    assert joint.settled is None


def test_another_story_settles_what_is_still_open() -> None:
    known = expect_story(story("s1", plan()), *maps(plan()), ())
    assert [item.settled for item in known] == [None, None]
    (changed,) = expect_story(story("s2", done()), *maps(plan(), done()), (), known)
    assert changed.id == known[0].id
    assert changed.story == "s1"
    assert changed.settled is not None
    assert changed.settled.outcome == "met"


def test_a_clause_kept_stands_for_its_report() -> None:
    known = expect_story(story("s1", plan()), *maps(plan()), ())
    both = maps(plan(), done())
    before = Meaning(*both)
    clauses = {span: before.clause(span) for item in known for span in item.spans}
    changed = expect_story(story("s2", done()), *both, (), known)
    assert changed
    kept = Meaning(*maps(done()), clauses)
    assert expect_story(story("s2", done()), *maps(done()), (), known, kept) == changed


def test_without_its_reports_an_expectation_stays_as_it_is() -> None:
    known = expect_story(story("s1", plan()), *maps(plan()), ())
    assert expect_story(story("s2", done()), *maps(done()), (), known) == ()


def test_a_settlement_by_hand_survives_reading_again() -> None:
    first, _ = expect_story(story("s1", plan()), *maps(plan()), ())
    hand = Settlement(outcome="void", at=DAY, by="Ada", why="never a real plan")
    known = [settle_by_hand(first, hand)]
    again, _ = expect_story(story("s1", plan(), done()), *maps(plan(), done()), (), known)
    assert again.id == first.id
    assert again.settled == hand


def test_reopening_by_hand_survives_too() -> None:
    met, _ = expect_story(story("s1", plan(), done()), *maps(plan(), done()), ())
    known = [settle_by_hand(met, Settlement(outcome="open", at=DAY, by="Ada"))]
    again, _ = expect_story(story("s1", plan(), done()), *maps(plan(), done()), (), known)
    assert again.settled is not None
    assert (again.settled.outcome, again.settled.by) == ("open", "Ada")


def test_a_settlement_by_hand_names_somebody() -> None:
    (item, _) = expect_story(story("s1", plan()), *maps(plan()), ())
    with pytest.raises(ValueError, match="names the person"):
        settle_by_hand(item, Settlement(outcome="met", at=DAY))


def test_the_order_of_members_changes_nothing() -> None:
    there = expect_story(story("s1", plan(), done()), *maps(plan(), done()), ())
    back = expect_story(story("s1", done(), plan()), *maps(done(), plan()), ())
    assert there == back


def test_an_edited_report_speaks_in_its_last_version() -> None:
    edited = dataclasses.replace(done()[0], supersedes=plan()[0].id), done()[1]
    found = expect_story(story("s1", plan(), edited), *maps(plan(), edited), ())
    assert found == ()


def test_what_another_story_brought_stays() -> None:
    known = expect_story(story("s1", plan()), *maps(plan()), ())
    (changed,) = expect_story(story("s2", done()), *maps(plan(), done()), (), known)
    again, _ = expect_story(story("s1", plan()), *maps(plan()), (), [changed, known[1]])
    assert again == changed


def test_an_expectation_repeated_in_another_story_is_one() -> None:
    repeat = read(
        "Prime Minister Sanae Takaichi of Japan will host South Korean President Lee Jae Myung "
        "in Nara on January 20, her office said.",
        "2026-01-14",
        outlet="Valley Tribune",
    )
    known = expect_story(story("s1", plan()), *maps(plan()), ())
    (changed,) = expect_story(story("s2", repeat), *maps(plan(), repeat), (), known)
    assert changed.id == known[0].id
    assert {span.report for span in changed.spans} == {plan()[0].id, repeat[0].id}
    again, _ = expect_story(story("s1", plan()), *maps(plan()), (), [changed, known[1]])
    assert again.spans == changed.spans


def test_a_new_day_told_in_another_story_is_a_version_and_stays_one() -> None:
    moved = read(
        "The meeting of Japanese Prime Minister Sanae Takaichi with South Korean President Lee "
        "Jae Myung in Nara has been postponed until March 3, officials said.",
        "2026-01-18",
        outlet="Valley Tribune",
    )
    known = expect_story(story("s1", plan()), *maps(plan()), ())
    new, old = expect_story(story("s2", moved), *maps(plan(), moved), (), known)
    assert (old.id, new.supersedes) == (known[0].id, known[0].id)
    assert old.settled is not None
    assert old.settled.outcome == "postponed"
    again = expect_story(story("s2", moved), *maps(moved), (), [new])
    assert again == (new,)
