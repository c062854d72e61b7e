import dataclasses
from collections.abc import Container
from datetime import timedelta
from pathlib import Path

from dateline.gather import Fetcher, GatherOptions, Pulled, feed_links, new_feed, pull
from dateline.gather.item import Item
from dateline.records import Feed, Fetched, Rejected
from dateline.records.codec import from_json, to_json
from tests.gather.conftest import LOCAL, NOW, Site, gathered, one
from tests.gather.test_feeds import LAUGHS, RSS

XML = "application/rss+xml"
FULL = LOCAL.__class__(allow_private=True, host_interval=0, retries=0, full_text=True, max_wait=0)

BUSY = (
    "<rss version='2.0'><channel>"
    + "".join(
        f"<item><title>Line {n}</title><pubDate>Tue, 20 Jan 2026 11:{n:02}:00 GMT</pubDate></item>"
        for n in range(60)
    )
    + "</channel></rss>"
)


def teasers(site: Site, *paths: str) -> str:
    entries = "".join(
        f"<item><title>About {path}</title><link>{site.url(path)}</link>"
        "<description>Only the beginning…</description></item>"
        for path in paths
    )
    return f"<rss version='2.0'><channel><title>Wire</title>{entries}</channel></rss>"


def feed_at(url: str) -> Feed:
    return new_feed(url, NOW)


def read(
    feed: Feed,
    fetcher: Fetcher,
    *,
    later: timedelta = timedelta(0),
    options: GatherOptions = LOCAL,
    known: Container[str] = (),
) -> tuple[Pulled, list[Item]]:
    items: list[Item] = []
    return pull(feed, options, NOW + later, fetcher, items.append, known=known), items


def test_a_feed_is_read_and_read_again(site: Site, fetcher: Fetcher) -> None:
    site.give("/feed", RSS, XML, ETag='"v1"')
    first, items = read(feed_at(site.url("/feed")), fetcher)
    taken = [item for item in items if isinstance(item, Fetched)]
    assert first.outcome == "new"
    assert len(taken) == first.items == first.fresh == first.feed.taken == 3
    assert all(item.source == site.url("/feed") for item in taken)
    assert (first.feed.etag, first.feed.succeeded) == ('"v1"', NOW)

    kept = from_json(Feed, to_json(first.feed))
    assert kept == first.feed
    site.answer("/feed", 304)
    second, items = read(kept, fetcher, later=timedelta(hours=1))
    assert (second.outcome, items) == ("unchanged", [])
    assert site.asked("/feed")[-1]["If-None-Match"] == '"v1"'
    assert second.feed.etag == '"v1"'
    assert second.feed.rate_hours > first.feed.rate_hours


def test_the_same_bytes_are_nothing_new(site: Site, fetcher: Fetcher) -> None:
    site.give("/feed", RSS, XML)
    feed = read(feed_at(site.url("/feed")), fetcher)[0].feed
    assert read(feed, fetcher)[0].outcome == "unchanged"


def test_only_what_changed_in_a_feed_is_taken_again(site: Site, fetcher: Fetcher) -> None:
    site.give("/feed", RSS, XML)
    feed = read(feed_at(site.url("/feed")), fetcher)[0].feed
    site.give("/feed", RSS.replace("The line", "A line"), XML)
    again, items = read(feed, fetcher, known={site.url("/feed")})
    assert again.outcome == "new"
    assert [b"A line" in item.content for item in items if isinstance(item, Fetched)] == [True]


def test_entries_are_the_same_items_on_another_day(site: Site, fetcher: Fetcher) -> None:
    site.give("/feed", RSS, XML)
    feed = feed_at(site.url("/feed"))
    today, later = (read(feed, fetcher, later=timedelta(days=n))[1] for n in (0, 1))
    assert [item.id for item in today] == [item.id for item in later]


def test_a_failing_feed_is_looked_at_less_and_less(site: Site, fetcher: Fetcher) -> None:
    site.answer("/feed", 500)
    feed = feed_at(site.url("/feed").replace("//", "//ana:secret@"))
    pauses = []
    for _ in range(10):
        result, _ = read(feed, fetcher)
        (item,) = result.rejected
        assert result.outcome == "failed"
        assert isinstance(item, Rejected)
        assert item.name == site.url("/feed")
        assert "status 500" in item.reason
        feed = result.feed
        assert feed.due is not None
        pauses.append(feed.due - NOW)
    assert pauses == sorted(pauses)
    assert timedelta(minutes=10) <= pauses[0] <= timedelta(minutes=11)
    assert pauses[-1] >= timedelta(hours=24)
    assert feed.failures == 10 and "500" in feed.problem and feed.problem_kind == "fetch"
    site.give("/feed", RSS, XML)
    feed = read(feed, fetcher)[0].feed
    assert (feed.failures, feed.problem, feed.problem_kind) == (0, "", "")


def test_a_server_that_asks_to_wait_is_left_alone(site: Site, fetcher: Fetcher) -> None:
    site.answer("/feed", 429, Retry_After="600")
    first, _ = read(feed_at(site.url("/feed")), fetcher)
    assert first.outcome == "failed"
    assert first.feed.not_before == NOW + timedelta(seconds=600)
    waiting, items = read(first.feed, fetcher, later=timedelta(seconds=599))
    assert (waiting.outcome, items) == ("waiting", [])
    assert len(site.asked("/feed")) == 1
    site.give("/feed", RSS, XML)
    with Fetcher(LOCAL) as later:
        assert read(first.feed, later, later=timedelta(seconds=601))[0].outcome == "new"


def test_moved_and_gone_feeds(site: Site, fetcher: Fetcher) -> None:
    site.give("/new", RSS, XML)
    site.answer("/old", 308, Location="/new")
    old = feed_at(site.url("/old"))
    feed = read(old, fetcher)[0].feed
    assert (feed.id, feed.url, feed.former) == (old.id, site.url("/new"), (site.url("/old"),))
    read(feed, fetcher)
    assert len(site.asked("/old")) == 1
    site.answer("/new", 410)
    gone, _ = read(feed, fetcher)
    assert gone.outcome == "gone" and gone.feed.gone
    assert read(gone.feed, fetcher)[1] == []


def test_a_move_for_good_counts_only_where_it_leads_to_a_feed(site: Site, fetcher: Fetcher) -> None:
    site.answer("/feed", 301, Location="/login")
    site.give("/login", "<html><body>Please sign in</body></html>")
    result, _ = read(feed_at(site.url("/feed")), fetcher)
    assert result.outcome == "failed"
    assert result.feed.url == site.url("/feed")


def test_a_moved_feed_keeps_its_password_at_its_host(site: Site, fetcher: Fetcher) -> None:
    site.give("/new", RSS, XML)
    site.answer("/old", 301, Location="/new")
    feed = read(feed_at(site.url("/old").replace("//", "//ana:secret@")), fetcher)[0].feed
    assert feed.url == site.url("/new").replace("//", "//ana:secret@")
    read(dataclasses.replace(feed, digest=""), fetcher)
    assert "Authorization" in site.asked("/new")[-1]
    elsewhere = f"http://localhost:{site.server_port}/new"
    site.answer("/new", 301, Location=elsewhere)
    moved = read(dataclasses.replace(feed, url=feed.url), fetcher)[0].feed
    assert moved.url == feed.url, "a circle is no move"
    site.answer("/old", 301, Location=elsewhere)
    site.give("/new", RSS, XML)
    feed = read(feed_at(site.url("/old").replace("//", "//ana:secret@")), fetcher)[0].feed
    assert feed.url == elsewhere
    read(dataclasses.replace(feed, digest=""), fetcher)
    assert "Authorization" not in site.asked("/new")[-1]


def test_the_feed_of_a_page_is_found(site: Site, fetcher: Fetcher) -> None:
    page = f"<html><head><link rel='alternate' type='{XML}' href='/feed'></head><p>x</html>"
    site.give("/", page)
    site.give("/feed", RSS, XML)
    result, _ = read(feed_at(site.url("/")), fetcher)
    assert result.outcome == "new"
    assert result.feed.url == site.url("/feed")


def test_a_feed_that_became_a_page_is_not_left_for_what_the_page_names(
    site: Site, fetcher: Fetcher
) -> None:
    site.give("/feed", RSS, XML)
    feed = read(feed_at(site.url("/feed")), fetcher)[0].feed
    site.give("/other", RSS, XML)
    site.give("/feed", f"<html><link rel='alternate' type='{XML}' href='/other'><p>x</html>")
    result, _ = read(feed, fetcher)
    assert result.outcome == "failed"
    assert result.feed.problem == "is a page now, not the feed that it was"
    assert not site.asked("/other")


def test_a_page_that_names_no_feed_is_told(site: Site, fetcher: Fetcher) -> None:
    site.give("/", "<html><p>Not a feed</html>", XML)
    result, _ = read(feed_at(site.url("/")), fetcher)
    (item,) = result.rejected
    assert isinstance(item, Rejected) and item.kind == "broken"
    assert item.reason == "is a page, not a feed, and names no feed"


def test_a_hostile_feed_is_one_rejection(site: Site, fetcher: Fetcher) -> None:
    site.give("/feed", LAUGHS, XML)
    result, _ = read(feed_at(site.url("/feed")), fetcher)
    (item,) = result.rejected
    assert isinstance(item, Rejected) and item.kind == "entity"


def test_a_feed_without_entries_is_a_good_feed(site: Site, fetcher: Fetcher) -> None:
    site.give("/feed", "<rss version='2.0'><channel><title>Quiet</title></channel></rss>", XML)
    result, items = read(feed_at(site.url("/feed")), fetcher)
    assert (result.outcome, items) == ("unchanged", [])
    assert result.feed.remarks == ("the feed has no entries",)
    assert (result.feed.title, result.feed.failures) == ("Quiet", 0)


def test_a_list_of_feeds_is_no_feed(site: Site, fetcher: Fetcher) -> None:
    site.give("/feed", "<opml><body><outline xmlUrl='https://a.example/x'/></body></opml>", XML)
    result, _ = read(feed_at(site.url("/feed")), fetcher)
    assert "dateline sources import" in result.feed.problem


def test_what_a_feed_asks_for_is_the_least_interval(site: Site, fetcher: Fetcher) -> None:
    def interval(body: str, **headers: str) -> int:
        site.give("/feed", body, XML, **headers)
        return read(feed_at(site.url("/feed")), fetcher)[0].feed.interval

    with_ttl = BUSY.replace("<channel>", "<channel><ttl>600</ttl>", 1)
    assert interval(BUSY) == 600
    assert interval(with_ttl) == 600 * 60
    period = (
        "<channel><sy:updatePeriod xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'>daily"
        "</sy:updatePeriod><sy:updateFrequency xmlns:sy='http://purl.org/rss/1.0/modules/"
        "syndication/'>2</sy:updateFrequency>"
    )
    assert interval(BUSY.replace("<channel>", period, 1)) == 12 * 3600
    assert interval(BUSY, Cache_Control="public, max-age=28800") == 8 * 3600


def test_teasers_get_the_page_behind_them(site: Site, fetcher: Fetcher) -> None:
    site.give("/feed", teasers(site, "/1", "/2", "/3"), XML)
    page = "<html><body><p>The whole text.</p></body></html>"
    site.give("/1", page)
    feed = feed_at(site.url("/feed"))
    _, items = read(feed, fetcher, options=FULL, known={site.url("/3")})
    whole, teaser, missing = items
    assert isinstance(whole, Fetched) and isinstance(teaser, Fetched)
    assert whole.content.decode() == page
    assert (whole.hints.title, whole.hints.outlet) == ("About /1", "Wire")
    assert (whole.url, whole.source) == (site.url("/1"), site.url("/feed"))
    assert b"Only the beginning" in teaser.content
    assert isinstance(missing, Rejected)
    assert (missing.name, missing.kind) == (site.url("/2"), "fetch")
    assert not site.asked("/3")


def test_a_page_that_failed_is_tried_at_later_readings_three_times_in_all(
    site: Site, fetcher: Fetcher
) -> None:
    site.give("/feed", teasers(site, "/1", "/2"), XML, ETag='"1"')
    site.give("/1", "<html><body><p>The whole text.</p></body></html>")
    site.answer("/2", 503)
    feed = feed_at(site.url("/feed"))
    known: set[str] = set()
    for tries in range(1, 6):
        result, items = read(feed, fetcher, options=FULL, known=known)
        known.update(item.url for item in items if isinstance(item, Fetched) and item.url)
        feed = result.feed
        assert len(site.asked("/2")) == min(tries, 3)
        assert len(site.asked("/1")) == 1
    assert feed.owed == ()


def test_pages_beyond_the_limit_wait_for_the_next_reading(site: Site, fetcher: Fetcher) -> None:
    paths = [f"/{number}" for number in range(5)]
    site.give("/feed", teasers(site, *paths), XML, ETag='"1"')
    for path in paths:
        site.give(path, f"<html><body><p>The whole text of {path}.</p></body></html>")
    options = dataclasses.replace(FULL, max_pages=2)
    feed = feed_at(site.url("/feed"))
    known: set[str] = set()
    counts = []
    for _ in range(4):
        result, items = read(feed, fetcher, options=options, known=known)
        known.update(item.url for item in items if isinstance(item, Fetched) and item.url)
        feed = result.feed
        counts.append(len(items))
    assert counts == [2, 2, 1, 0]
    assert all(len(site.asked(path)) == 1 for path in paths)
    assert "If-None-Match" in site.asked("/feed")[-1]


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
