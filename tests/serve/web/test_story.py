"""What a story's page tells beside its brief."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import dateline
from dateline.records import Story, Visit
from dateline.serve.web.access import LOCAL
from dateline.serve.web.app import create_app
from dateline.serve.web.words import LANGUAGES, words
from tests.conftest import ROOT
from tests.serve.web.conftest import Client

NEVER = datetime.min.replace(tzinfo=UTC)


@pytest.fixture
def reopened(tmp_path: Path) -> Iterator[tuple[Client, Story, int]]:
    """A story as it stands when its last report has opened it again."""
    with dateline.open(str(tmp_path / "desk.db")) as desk:
        desk.add([str(ROOT / "examples" / "nara")], now=datetime(2026, 2, 10, tzinfo=UTC))
        (story, *_) = desk.store.stories()
        by_time = sorted(
            desk.store.reports([member.report for member in story.members]),
            key=lambda report: report.published or NEVER,
        )
        first, last = by_time[0], by_time[-1]
        order = [first.id, last.id, *(report.id for report in by_time[1:-1])]
        members = {member.report: member for member in story.members}
        changed = dataclasses.replace(
            story,
            version=story.version + 1,
            members=tuple(members[id] for id in order),
            reopened=(last.id,),
        )
        with desk.store.transaction() as tx:
            tx.put(changed)
        yield (
            Client(create_app(desk)),
            changed,
            ((last.published or NEVER) - (first.published or NEVER)).days,
        )


def test_it_says_what_reopened_it(reopened: tuple[Client, Story, int]) -> None:
    web, story, silent = reopened
    for language in LANGUAGES:
        text = web.get(f"/stories/{story.id}?ui={language}").text
        _, _, after = text.partition(words(language)("story.reopened", n=silent))
        assert f"/reports/{story.reopened[0]}" in after[:200]


def test_a_story_that_never_closed_says_nothing_of_it(web: Client, stories: dict[str, str]) -> None:
    assert "reopened" not in web.get(f"/stories/{stories['Nara']}").text


def test_sentences_that_came_since_the_last_visit_are_marked(tmp_path: Path) -> None:
    quake = sorted((ROOT / "examples" / "quake").glob("*.md"))
    early, late = (datetime(2026, 1, day, tzinfo=UTC) for day in (13, 15))
    with dateline.open(str(tmp_path / "desk.db")) as desk:
        desk.add([str(quake[0])], now=early)
        with desk.store.transaction() as tx:
            tx.put(Visit(reader=LOCAL.name, at=early + timedelta(hours=1)))
        desk.add([str(path) for path in quake[1:]], now=late)
        (story,) = desk.store.stories()
        old = {member.report for member in story.members if member.joined <= early}
        brief = desk.brief(story.id)
        text = Client(create_app(desk)).get(f"/stories/{story.id}").text
    claims = [claim for section in brief.sections for claim in section.claims]
    new = [claim for claim in claims if not old & {span.report for span in claim.spans}]
    assert 0 < len(new) < len(claims)
    shown = text[text.index('class="claims"') : text.index('id="reports"')]
    assert shown.count('class="badge new"') == len(new)
