"""The Atom feed, read with a feed parser."""

import feedparser

from tests.serve.web.conftest import Client


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
