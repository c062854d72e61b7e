"""Feeds, read with a feed parser, and the calendar, read with icalendar."""

from datetime import UTC, date, datetime

import feedparser
import pytest
from icalendar import Calendar

from dateline.desk import Desk
from dateline.records import Alert, ReaderState
from dateline.serve.web import etag
from dateline.serve.web.app import create_app
from tests.serve.web.conftest import SCRIPT, Client


def test_one_entry_a_story_under_a_stable_id(web: Client, stories: dict[str, str]) -> None:
    answer = web.get("/feeds/stories.atom")
    assert answer.headers["content-type"] == "application/atom+xml"
    feed = feedparser.parse(answer.content)
    assert not feed.bozo
    entries = {entry.id: entry for entry in feed.entries}
    assert {f"urn:dateline:story:{story}" for story in stories.values()} <= set(entries)
    nara = entries[f"urn:dateline:story:{stories['Nara']}"]
    assert nara.link == f"http://127.0.0.1:8000/stories/{stories['Nara']}"
    assert nara.summary
    assert nara.updated.endswith("Z")
    updated = [entry.updated for entry in feed.entries]
    assert updated == sorted(updated, reverse=True)


def test_an_unchanged_feed_is_not_sent_again(web: Client) -> None:
    tag = web.get("/feeds/stories.atom").headers["etag"]
    again = web.get("/feeds/stories.atom", headers={"If-None-Match": f'"other", W/{tag}'})
    assert again.status_code == 304


def test_an_actors_feed_holds_the_stories_that_name_it(
    web: Client, stories: dict[str, str]
) -> None:
    feed = feedparser.parse(web.get("/feeds/actors/KOR.atom").content)
    assert "Korea" in feed.feed.title
    assert f"urn:dateline:story:{stories['Nara']}" in [entry.id for entry in feed.entries]
    assert f"urn:dateline:story:{stories['Malta']}" not in [entry.id for entry in feed.entries]
    empty = feedparser.parse(web.get("/feeds/actors/nobody.atom").content)
    assert (empty.bozo, empty.entries) == (False, [])


def test_a_watchlists_feed_holds_its_alerts(
    web: Client, desk: Desk, stories: dict[str, str]
) -> None:
    kept = desk.add_watchlist("Quakes", words=["earthquake"])
    alert = Alert(
        id="alr_1", watchlist=kept.id, kind="story", subject=stories["Nara"], change="new",
        at=datetime(2026, 1, 20, tzinfo=UTC), title=f"News {SCRIPT}\u0007", spans=(),
        story=stories["Nara"], why="word: earthquake",
    )  # fmt: skip
    with desk.store.transaction() as tx:
        tx.put(alert)
    try:
        feed = feedparser.parse(web.get("/feeds/watchlists/Quakes.atom").content)
        (entry,) = feed.entries
        assert (entry.id, entry.summary) == ("urn:dateline:alert:alr_1", "word: earthquake")
        assert entry.link.endswith(stories["Nara"])
        assert "<script" not in web.get("/feeds/watchlists/Quakes.atom").text
    finally:
        desk.remove_watchlist("Quakes")
    assert web.get("/feeds/watchlists/Quakes.atom").status_code == 404


def test_calendar_programs_get_days_as_dates_and_uids_that_stay(web: Client, desk: Desk) -> None:
    def events(query: str = "") -> dict[str, object]:
        answer = web.get(f"/feeds/calendar.ics{query}")
        assert answer.headers["content-type"].startswith("text/calendar")
        found = Calendar.from_ical(answer.content).walk("VEVENT")
        return {str(event["UID"]): event for event in found}

    whole = events()
    assert set(whole) == set(events())
    assert all(event.get("DTSTART") and event.get("DTSTAMP") for event in whole.values())
    days = [event for event in whole.values() if type(event["DTSTART"].dt) is date]
    assert days
    assert all(event["DTSTART"].params["VALUE"] == "DATE" for event in days)
    mine = events("?actor=JPN")
    assert set(mine) < set(whole)
    item = next(item for item in desk.expectations() if item.story)
    assert set(events(f"?story={item.story}")) <= {f"{e.id}@dateline" for e in desk.expectations()}
    assert web.get("/feeds/calendar.ics?story=s_none").status_code == 404


def test_while_nothing_changes_an_answer_is_not_made_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = Client(create_app(desk))
    address, made = "/feeds/calendar.ics", []
    monkeypatch.setattr(etag, "_SETTLED_SECONDS", 0.0)
    monkeypatch.setattr(desk, "calendar", lambda **asked: made.append(asked) or ())
    tag = client.get(address).headers["etag"]
    known = {"If-None-Match": tag}
    assert client.get(address, headers=known).status_code == 304
    assert len(made) == 1
    assert client.get(address + "?actor=JPN", headers=known).status_code == 200
    with desk.store.transaction() as tx:
        tx.put(ReaderState(reader="nobody", item="s_none", at=datetime(2026, 1, 20, tzinfo=UTC)))
    client.get(address, headers=known)
    assert len(made) == 3
