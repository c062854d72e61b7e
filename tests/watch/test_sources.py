"""Keeping feeds: found, named, paused, taken from and written to lists."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import ConfigError, NotFound, NotPermitted, ReadError
from dateline.gather import Fetcher, listed_feeds, new_feed, to_opml
from dateline.records import Feed
from dateline.store import Store
from dateline.watch import sources
from tests.gather.conftest import LOCAL, NOW, Site
from tests.gather.test_feeds import RSS
from tests.gather.test_pull import XML


@pytest.fixture
def fetcher() -> Fetcher:
    return Fetcher(LOCAL)


def add(store: Store, address: str, fetcher: Fetcher | None = None, **more: str) -> Feed:
    return sources.add(store, address, fetcher, LOCAL, NOW, **more)


def test_a_feed_is_kept_with_its_title(site: Site, store: Store, fetcher: Fetcher) -> None:
    site.give("/feed", RSS, XML)
    feed = add(store, site.url("/feed"), fetcher, folder="Asia")
    assert store.feeds() == [feed]
    assert (feed.title, feed.folder, feed.due) == ("Meridian Wire", "Asia", None)
    assert add(store, site.url("/feed#top"), fetcher).id == feed.id
    assert len(store.feeds()) == 1


def test_the_feed_of_a_page_is_kept(site: Site, store: Store, fetcher: Fetcher) -> None:
    site.give("/news", f"<html><link rel=alternate type='{XML}' href='/rss-news'><p>x</html>")
    site.give("/rss-news", RSS, XML)
    feed = add(store, site.url("/news"), fetcher)
    assert (feed.url, feed.page) == (site.url("/rss-news"), site.url("/news"))


def test_a_feed_that_the_page_does_not_name_is_looked_for(
    site: Site, store: Store, fetcher: Fetcher
) -> None:
    site.give("/world/today", "<html><p>News</html>")
    site.give("/rss.xml", RSS, XML)
    assert add(store, site.url("/world/today"), fetcher).url == site.url("/rss.xml")


def test_where_there_is_no_feed_the_user_is_told(
    site: Site, store: Store, fetcher: Fetcher
) -> None:
    site.give("/", f"<html><link rel=alternate type='{XML}' href='/broken'><p>x</html>")
    site.answer("/broken", 404)
    with pytest.raises(ReadError, match=r"/broken: .*404.*give the feed's own address"):
        add(store, site.url("/"), fetcher)
    site.give("/data", '{"text": "a report"}', "application/json")
    with pytest.raises(ReadError, match="neither a feed nor a page"):
        add(store, site.url("/data"), fetcher)
    site.give("/list", "<opml><body><outline xmlUrl='https://a.test/'/></body></opml>", XML)
    with pytest.raises(ReadError, match="dateline sources import"):
        add(store, site.url("/list"), fetcher)
    assert store.feeds() == []


def test_an_address_is_kept_unseen_on_request(store: Store) -> None:
    assert add(store, "wire.test/feed").url == "https://wire.test/feed"
    for wrong in ("", "no address", "nodot", "ftp://wire.test/feed"):
        with pytest.raises((ConfigError, NotPermitted), match=r"address|only http"):
            add(store, wrong)


def test_sources_go_by_id_address_or_title(store: Store) -> None:
    secret = "https://ana:secret@wire.test/feed?token=abc"
    feed = add(store, secret, title="Wire")
    other = add(store, "https://other.test/feed", title="Wire")
    for name in (feed.id, feed.id[:10], secret, "https://wire.test/feed?token=..."):
        assert sources.find(store, name) == feed
    with pytest.raises(NotFound, match=other.id):
        sources.find(store, "Wire")
    with pytest.raises(NotFound, match="dateline sources list") as caught:
        sources.find(store, "https://ana:other@none.test/")
    assert "other" not in str(caught.value)


def test_feeds_that_differ_in_a_key_are_two(store: Store) -> None:
    one = add(store, "https://wire.test/feed?key=a")
    assert add(store, "https://wire.test/feed?key=b").id != one.id
    assert add(store, "http://ana@WIRE.test/feed?key=a#x").id == one.id


def test_a_paused_feed_can_be_resumed(store: Store) -> None:
    feed = add(store, "https://wire.test/feed")
    assert sources.change(store, feed, sources.pause).paused
    resumed = sources.change(store, feed, sources.resume)
    assert not resumed.paused and resumed.due is None
    sources.remove(store, feed)
    with pytest.raises(NotFound):
        sources.change(store, feed, sources.resume)


OPML = """<?xml version="1.0"?><opml version="1.1"><body>
<outline text="Asia"><outline text="East">
<outline text="Wire" type="rss" xmlUrl="https://wire.test/feed" htmlUrl="https://wire.test/"/>
</outline></outline>
<outline title="Other" xmlurl="https://ana:secret@other.test/feed?token=x"/>
<outline text="again" xmlUrl="https://wire.test/feed"/>
<outline text="bad" xmlUrl="javascript:alert(1)"/>
</body></opml>"""


def test_lists_are_imported_with_titles_and_folders(store: Store) -> None:
    known = add(store, "https://wire.test/feed/")
    imported = sources.import_opml(store, OPML, "feeds.opml", NOW)
    assert imported.known == (known,)
    (other,) = imported.added
    assert (other.title, other.folder, other.url) == (
        "Other", "", "https://ana:secret@other.test/feed?token=x",
    )  # fmt: skip
    wire = listed_feeds(OPML, "feeds.opml")[0]
    assert (wire.title, wire.folder, wire.page) == ("Wire", "Asia/East", "https://wire.test/")


def test_what_is_exported_can_be_imported_and_holds_no_secret() -> None:
    feeds = [
        new_feed("https://ana:secret@wire.test/feed?token=x", NOW, title="Wire <&>", folder="Asia"),
        new_feed("https://other.test/feed", NOW, page="https://other.test/"),
    ]
    written = to_opml(feeds)
    assert "secret" not in written and "token=x" not in written
    again = {feed.url: feed for feed in listed_feeds(written, "x")}
    assert again["https://wire.test/feed?token=..."].title == "Wire <&>"
    assert again["https://wire.test/feed?token=..."].folder == "Asia"
    assert again["https://other.test/feed"].page == "https://other.test/"


def test_a_list_nested_without_end_is_read(tmp_path: Path) -> None:
    deep = "<outline text='a'>" * 3_000 + "<outline xmlUrl='https://a.test/'/>"
    text = f"<opml><body>{deep}{'</outline>' * 3_000}</body></opml>"
    (feed,) = listed_feeds(text, "deep")
    assert len(feed.folder) <= 500
