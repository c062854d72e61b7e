from datetime import timedelta
from pathlib import Path

from dateline.gather import FeedState, Fetcher, GatherOptions, feed_links, pull
from dateline.records import Fetched, Rejected
from dateline.records.codec import from_json, to_json
from tests.gather.conftest import LOCAL, NOW, Site, gathered, one
from tests.gather.test_feeds import LAUGHS, RSS

XML = "application/rss+xml"
FULL = LOCAL.__class__(allow_private=True, host_interval=0, retries=0, full_text=True, max_wait=0)


def teasers(site: Site, *paths: str) -> str:
    entries = "".join(
        f"<item><title>About {path}</title><link>{site.url(path)}</link>"
        "<description>Only the beginning…</description></item>"
        for path in paths
    )
    return f"<rss version='2.0'><channel><title>Wire</title>{entries}</channel></rss>"


def test_a_feed_is_pulled_and_pulled_again(site: Site, fetcher: Fetcher) -> None:
    site.give("/feed", RSS, XML, ETag='"v1"')
    first = pull(FeedState(url=site.url("/feed")), LOCAL, NOW, fetcher)
    assert first.outcome == "new"
    assert len([item for item in first.items if isinstance(item, Fetched)]) == 3
    assert all(
        item.source == site.url("/feed") for item in first.items if isinstance(item, Fetched)
    )
    assert (first.state.etag, first.state.succeeded) == ('"v1"', NOW)

    kept = from_json(FeedState, to_json(first.state))
    assert kept == first.state
    site.answer("/feed", 304)
    second = pull(kept, LOCAL, NOW + timedelta(hours=1), fetcher)
    assert (second.outcome, second.items) == ("unchanged", ())
    assert site.asked("/feed")[-1]["If-None-Match"] == '"v1"'
    assert second.state.etag == '"v1"'
    assert second.state.interval > first.state.interval


def test_the_same_bytes_are_nothing_new(site: Site, fetcher: Fetcher) -> None:
    site.give("/feed", RSS, XML)
    state = pull(FeedState(url=site.url("/feed")), LOCAL, NOW, fetcher).state
    assert pull(state, LOCAL, NOW, fetcher).outcome == "unchanged"
    site.give("/feed", RSS.replace("The line", "A line"), XML)
    again = pull(state, LOCAL, NOW, fetcher)
    assert again.outcome == "new"
    assert again.state.interval < state.interval


def test_entries_are_the_same_items_on_another_day(site: Site, fetcher: Fetcher) -> None:
    site.give("/feed", RSS, XML)
    state = FeedState(url=site.url("/feed"))
    today, later = (pull(state, LOCAL, NOW + timedelta(days=n), fetcher).items for n in (0, 1))
    assert [item.id for item in today] == [item.id for item in later]


def test_a_failing_feed_is_looked_at_less_and_less(site: Site, fetcher: Fetcher) -> None:
    site.answer("/feed", 500)
    state = FeedState(url=site.url("/feed").replace("//", "//ana:secret@"))
    pauses = []
    for _ in range(8):
        result = pull(state, LOCAL, NOW, fetcher)
        assert result.outcome == "failed"
        (item,) = result.items
        assert isinstance(item, Rejected)
        assert item.name == site.url("/feed")
        assert "status 500" in item.reason
        state = result.state
        assert state.due is not None
        pauses.append(state.due - NOW)
    assert pauses == sorted(pauses)
    assert pauses[0] >= timedelta(hours=1) and pauses[-1] == timedelta(hours=24)
    assert state.failures == 8 and "500" in state.problem
    site.give("/feed", RSS, XML)
    state = pull(state, LOCAL, NOW, fetcher).state
    assert (state.failures, state.problem) == (0, "")


def test_a_server_that_asks_to_wait_is_left_alone(site: Site, fetcher: Fetcher) -> None:
    site.answer("/feed", 429, Retry_After="600")
    first = pull(FeedState(url=site.url("/feed")), LOCAL, NOW, fetcher)
    assert first.outcome == "failed"
    assert first.state.not_before == NOW + timedelta(seconds=600)
    waiting = pull(first.state, LOCAL, NOW + timedelta(seconds=599), fetcher)
    assert (waiting.outcome, waiting.items) == ("waiting", ())
    assert len(site.asked("/feed")) == 1
    site.give("/feed", RSS, XML)
    with Fetcher(LOCAL) as later:
        assert pull(first.state, LOCAL, NOW + timedelta(seconds=601), later).outcome == "new"


def test_moved_and_gone_feeds(site: Site, fetcher: Fetcher) -> None:
    site.give("/new", RSS, XML)
    site.answer("/old", 308, Location="/new")
    state = pull(FeedState(url=site.url("/old")), LOCAL, NOW, fetcher).state
    assert state.moved_to == site.url("/new")
    pull(state, LOCAL, NOW, fetcher)
    assert len(site.asked("/old")) == 1
    site.answer("/new", 410)
    gone = pull(state, LOCAL, NOW, fetcher)
    assert gone.outcome == "gone" and gone.state.gone
    assert pull(gone.state, LOCAL, NOW, fetcher).items == ()


def test_a_moved_feed_keeps_its_password_at_its_host(site: Site, fetcher: Fetcher) -> None:
    site.give("/new", RSS, XML)
    site.answer("/old", 301, Location="/new")
    state = FeedState(url=site.url("/old").replace("//", "//ana:secret@"))
    state = pull(state, LOCAL, NOW, fetcher).state
    assert state.moved_to == site.url("/new")
    pull(state, LOCAL, NOW, fetcher)
    assert "Authorization" in site.asked("/new")[-1]
    elsewhere = f"http://localhost:{site.server_port}/new"
    state = FeedState(url=state.url, moved_to=elsewhere)
    assert pull(state, LOCAL, NOW, fetcher).outcome == "new"
    assert "Authorization" not in site.asked("/new")[-1]


def test_the_feed_of_a_page_is_found(site: Site, fetcher: Fetcher) -> None:
    page = f"<html><head><link rel='alternate' type='{XML}' href='/feed'></head><p>x</html>"
    site.give("/", page)
    site.give("/feed", RSS, XML)
    result = pull(FeedState(url=site.url("/")), LOCAL, NOW, fetcher)
    assert result.outcome == "new"
    assert result.state.moved_to == site.url("/feed")


def test_a_page_that_names_no_feed_is_told(site: Site, fetcher: Fetcher) -> None:
    site.give("/", "<html><p>Not a feed</html>", XML)
    result = pull(FeedState(url=site.url("/")), LOCAL, NOW, fetcher)
    (item,) = result.items
    assert isinstance(item, Rejected) and item.kind == "broken"
    assert item.reason == "is a page, not a feed, and names no feed"


def test_a_hostile_feed_is_one_rejection(site: Site, fetcher: Fetcher) -> None:
    site.give("/feed", LAUGHS, XML)
    (item,) = pull(FeedState(url=site.url("/feed")), LOCAL, NOW, fetcher).items
    assert isinstance(item, Rejected) and item.kind == "entity"


def test_teasers_get_the_page_behind_them(site: Site, fetcher: Fetcher) -> None:
    site.give("/feed", teasers(site, "/1", "/2", "/3"), XML)
    page = "<html><body><p>The whole text.</p></body></html>"
    site.give("/1", page)
    state = FeedState(url=site.url("/feed"))
    items = pull(state, FULL, NOW, fetcher, known={site.url("/3")}).items
    whole, teaser, missing = items
    assert isinstance(whole, Fetched) and isinstance(teaser, Fetched)
    assert whole.content.decode() == page
    assert (whole.hints.title, whole.hints.outlet) == ("About /1", "Wire")
    assert (whole.url, whole.source) == (site.url("/1"), site.url("/feed"))
    assert b"Only the beginning" in teaser.content
    assert isinstance(missing, Rejected)
    assert (missing.name, missing.kind) == (site.url("/2"), "fetch")
    assert not site.asked("/3")


def test_a_page_is_not_taken_for_a_teaser(site: Site) -> None:
    site.give("/page", "<html><body class=x><p>A short page.</html>")
    one(site.url("/page"), options=FULL)
    assert len(site.asked("/page")) == 1


def test_collect_takes_pages_feeds_and_lists(site: Site, tmp_path: Path) -> None:
    site.give("/page", "<html><p>A page.</html>")
    site.give("/feed", RSS, XML)
    page = one(site.url("/page"))
    assert (page.media_type, page.name, page.url) == ("text/html", *[site.url("/page")] * 2)
    assert len(gathered(site.url("/feed"))) == 4
    listed = (
        f'<opml><body><outline xmlUrl="{site.url("/feed")}"/><outline xmlUrl="{site.url("/no")}"/>'
    )
    file = tmp_path / "feeds.xml"
    file.write_text(listed + "</body></opml>")
    *entries, missing = gathered(file)
    assert len(entries) == 4
    assert isinstance(missing, Rejected) and missing.name == site.url("/no")
    site.give("/list", f'<opml><body><outline xmlUrl="{site.url("/list")}"/></body></opml>', XML)
    assert [item.kind for item in gathered(site.url("/list")) if isinstance(item, Rejected)] == [
        "unsupported"
    ]


def test_collect_can_prefer_the_feed_of_a_page(site: Site) -> None:
    site.give("/", f"<html><link rel=alternate type='{XML}' href=feed><p>x</html>")
    site.give("/feed", RSS, XML)
    options = GatherOptions(allow_private=True, host_interval=0, discover_feeds=True)
    assert len(gathered(site.url("/"), options=options)) == 4
    assert one(site.url("/")).media_type == "text/html"


def test_feed_links_in_their_order_comments_last() -> None:
    page = """<link rel="alternate" type="application/rss+xml" title="Comments" href="/c">
    <LINK REL=alternate TYPE=application/atom+xml HREF='/a?x=1&amp;y=2'>
    <link rel="stylesheet" type="text/css" href="/style">
    <link rel="alternate" hreflang="ja" href="/ja">
    <link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">"""
    assert feed_links(page, "https://a.example/x") == (
        "https://a.example/a?x=1&y=2",
        "https://a.example/c",
    )
