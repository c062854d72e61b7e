"""What a story's page tells beside its brief."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

import dateline
from dateline.records import Story
from dateline.serve.web.app import create_app
from tests.conftest import ROOT
from tests.serve.web.conftest import Client

SAID = {
    "en": "reopened after {n} silent days by",
    "ja": "{n}日間続報がなく終了していたストーリーを再開した記事",
    "ko": "{n}일 동안 새 기사가 없어 닫혔던 스토리를 다시 연 기사",
}

NEVER = datetime.min.replace(tzinfo=UTC)
DAYS = 2


@pytest.fixture
def reopened(tmp_path: Path) -> Iterator[tuple[Client, Story, str]]:
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
        yield Client(create_app(desk)), changed, last.title or ""


def test_it_says_what_reopened_it(reopened: tuple[Client, Story, str]) -> None:
    web, story, title = reopened
    for language, words in SAID.items():
        text = web.get(f"/stories/{story.id}?ui={language}").text
        _, _, after = text.partition(words.format(n=DAYS))
        assert after, (language, words)
        assert f"/reports/{story.reopened[0]}" in after[:200]
        assert title[:20] in after[:400]


def test_a_story_that_never_closed_says_nothing_of_it(web: Client, stories: dict[str, str]) -> None:
    assert "reopened" not in web.get(f"/stories/{stories['Nara']}").text
