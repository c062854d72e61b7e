"""Lists: the order and the lines are those that every report gives, whatever is kept of them."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from dateline.desk import Desk, open_desk
from dateline.errors import ConfigError
from dateline.records import Report, Standing, Story
from tests.conftest import ROOT

NOW = datetime(2026, 12, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with open_desk(":memory:") as opened:
        opened.add([str(ROOT / "examples")], now=NOW)
        yield opened


def formula(desk: Desk, story: Story) -> float:
    """The documented formula, over the reports and readings themselves."""
    ids = [member.report for member in story.members]
    reports, readings = desk.store.reports(ids), desk.store.readings(ids)
    spoken = {
        reading.language if reading.language != "und" else report.language or "und"
        for report, reading in zip(reports, readings, strict=True)
    }
    actors = [len({mention.actor for mention in reading.actors}) for reading in readings]
    parts = [
        math.log1p(story.independent),
        0.5 * math.log(max(1, len({report.country for report in reports if report.country}))),
        0.5 * math.log(max(1, len(spoken))),
        0.5 * math.log1p(sum(actors) / len(actors)),
        -0.7 * math.log1p(max(0.0, (NOW - story.updated).total_seconds() / 86_400)),
    ]
    return round(sum(round(part, 4) for part in parts), 4)


def headline(story: Story, reports: list[Report], language: str) -> str:
    """The documented choice: at home in the language, an origin's, nearest to the others."""
    words = {report.id: set(str(report.title).lower().split()) for report in reports}

    def rank(report: Report) -> tuple[bool, bool, float, datetime, str]:
        mine = words[report.id]
        shared = sum(len(mine & other) / len(mine | other) for other in words.values())
        home = report.language == language and not str(report.title).endswith("?")
        when = report.published or report.retrieved
        return home, report.id in story.origins, round(shared, 6), when, report.id

    return str(max((r for r in reports if r.title), key=rank).title)


def test_stories_are_ranked_by_the_formula(desk: Desk) -> None:
    stories = {story.id: story for story in desk.store.stories()}
    lines = desk.stories(as_of=NOW)
    expected = sorted((-formula(desk, story), id) for id, story in stories.items())
    assert [(-line.score, line.id) for line in lines] == expected
    for line in lines:
        assert line.score == pytest.approx(sum(value for _, value in line.parts), abs=2e-4)


@pytest.mark.parametrize("language", ["en", "ja", "ko", "zh", "fr"])
def test_headlines_are_those_of_the_reports(desk: Desk, language: str) -> None:
    for story in desk.store.stories():
        reports = desk.store.reports([member.report for member in story.members])
        kept = desk.standings([story.id])[story.id]
        assert kept.title(language) == headline(story, reports, language)
        assert kept.reports == len(reports)
        assert kept.outlets == tuple(sorted({r.outlet for r in reports if r.outlet}))


def test_lines_are_the_same_where_nothing_was_kept_yet(desk: Desk) -> None:
    kept = desk.stories(as_of=NOW)
    stories = [line.id for line in kept]
    before = desk.store.standings(stories)
    with desk.store.transaction() as tx:
        for id in stories:
            tx.remove(Standing, id)
    assert desk.store.standings(stories) == {}
    assert desk.stories(as_of=NOW) == kept
    with desk.store.transaction() as tx:
        for one in before.values():
            tx.put(one)


def test_pages_of_lines_join_up(desk: Desk) -> None:
    every = desk.stories(as_of=NOW)
    paged = [desk.stories(as_of=NOW, limit=1, offset=at)[0] for at in range(len(every))]
    assert tuple(paged) == every
    assert desk.stories(as_of=NOW, offset=len(every)) == ()


def test_lines_can_be_of_an_actor(desk: Desk) -> None:
    every = desk.stories(as_of=NOW)
    actor = every[0].actors[0]
    assert desk.stories(as_of=NOW, actor=actor) == tuple(x for x in every if actor in x.actors)


def test_what_came_later_is_hidden(desk: Desk) -> None:
    opened = min(story.opened for story in desk.store.stories())
    assert desk.stories(as_of=opened - timedelta(seconds=1)) == ()
    assert len(desk.stories(as_of=opened)) == 1


def test_reports_are_found_by_their_meaning_in_any_language(desk: Desk) -> None:
    found = desk.search(
        "tremor destroyed houses, rescuers dig for survivors", by="meaning", limit=3
    )
    (quake,) = {desk.store.story_of(report.id) for _, report in found}
    told = {member.report for member in desk.store.story(str(quake)).members}
    assert {report.id for _, report in found} <= told
    assert "ja" in {report.language for _, report in found}
    assert all(report.quote(hit.span) and 0 < hit.score < 1 for hit, report in found)


def test_reports_are_searched_in_ways_that_there_are(desk: Desk) -> None:
    assert desk.search(" ", by="meaning") == ()
    with pytest.raises(ConfigError, match="by words or by meaning"):
        desk.search("quake", by="feeling")  # type: ignore[arg-type]
