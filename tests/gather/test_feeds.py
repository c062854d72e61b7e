import json
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import ReadError
from dateline.gather.feeds import feed_items, is_teaser
from dateline.gather.item import Carrier, Remark
from dateline.records import Fetched, Rejected
from tests.gather.conftest import LOCAL, NOW, gathered, refused

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
     xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Meridian Wire</title><link>https://m.example/</link><language>en-us</language>
<item>
  <title>Line opens &amp; lights go on</title>
  <link>https://m.example/1</link>
  <guid isPermaLink="false">tag:m.example,1</guid>
  <dc:creator>Ana Ruiz</dc:creator>
  <pubDate>Tue, 13 Jan 2026 09:00:00 +0900</pubDate>
  <description>The line opened.</description>
  <content:encoded><![CDATA[<p>The line opened on <b>Monday</b>.</p>
<script>alert(1)</script><p>It carries power.</p>]]></content:encoded>
</item>
<item><title>From the future</title><link>/2</link>
  <pubDate>Tue, 13 Jan 2099 09:00:00 GMT</pubDate><description>Early.</description></item>
<item><title>From no year</title><link>https://m.example/3</link>
  <pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate></item>
<item><description></description></item>
</channel></rss>
"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ja"><title>大和日日新聞</title>
<entry><title type="html">首脳会談、&lt;b&gt;奈良&lt;/b&gt;で</title><id>urn:1</id>
<link rel="alternate" href="https://y.example/1"/><author><name>山田太郎</name></author>
<updated>2026-01-13T05:00:00Z</updated><published>2026-01-13T01:00:00+09:00</published>
<content type="text">会談した。&lt;終わり&gt;

次は来年。</content></entry></feed>
"""
LAUGHS = (
    """<?xml version="1.0"?><!-- <rss> -->
<!DOCTYPE rss [<!ENTITY a "ha">"""
    + "".join(
        f'<!ENTITY {new} "{f"&{old};" * 10}">'
        for old, new in zip("abcdefghi", "bcdefghij", strict=True)
    )
    + "]><rss version='2.0'><channel><item><title>&j;</title></item></channel></rss>"
)


def write(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_each_entry_is_an_item(tmp_path: Path) -> None:
    file = write(tmp_path, "saved.xml", RSS)
    first, future, past, empty = gathered(file)
    assert isinstance(first, Fetched) and isinstance(future, Fetched) and isinstance(past, Fetched)
    assert first.name == "https://m.example/1"
    assert first.source == str(file)
    assert first.media_type == "text/html"
    hints = first.hints
    assert hints.own_id == "tag:m.example,1"
    assert hints.title == "Line opens & lights go on"
    assert hints.outlet == "Meridian Wire"
    assert hints.language == "en"
    assert hints.authors == ("Ana Ruiz",)
    assert hints.published == datetime(2026, 1, 13, 0, tzinfo=UTC)
    body = first.content.decode()
    assert "<b>Monday</b>" in body and "It carries power." in body
    assert isinstance(empty, Rejected) and empty.kind == "empty"
    assert empty.name == f"{file}#4"


def test_absurd_dates_are_unknown_and_the_entry_stays(tmp_path: Path) -> None:
    _, future, past, _ = gathered(write(tmp_path, "saved.rss", RSS))
    assert isinstance(future, Fetched) and isinstance(past, Fetched)
    assert future.hints.published is None
    assert past.hints.published is None
    assert b"Early." in future.content


def test_atom_with_text_content(tmp_path: Path) -> None:
    (item,) = gathered(write(tmp_path, "feed.txt", ATOM))  # content wins over the name
    assert isinstance(item, Fetched)
    assert item.hints.title == "首脳会談、奈良で"
    assert item.hints.language == "ja"
    assert item.hints.authors == ("山田太郎",)
    assert item.hints.published == datetime(2026, 1, 12, 16, tzinfo=UTC)
    assert item.hints.updated == datetime(2026, 1, 13, 5, tzinfo=UTC)
    body = item.content.decode()
    assert "<p>会談した。&lt;終わり&gt;</p>" in body and "<p>次は来年。</p>" in body


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("AT&amp;amp;T", "AT&T"),
        ("&lt;i&gt;Line&lt;/i&gt; opens", "Line opens"),
        ("<![CDATA[3 < 5 > 4]]>", "3 < 5 > 4"),
        ("<![CDATA[<script>x</script>A deal]]>", "A deal"),
        ("two\n  lines", "two lines"),
    ],
)
def test_titles_are_text(tmp_path: Path, written: str, title: str) -> None:
    text = f"<rss version='2.0'><channel><item><title>{written}</title></item></channel></rss>"
    (item,) = gathered(write(tmp_path, "a.xml", text))
    assert isinstance(item, Fetched)
    assert item.hints.title == title


def test_a_feed_in_a_legacy_charset(tmp_path: Path) -> None:
    file = tmp_path / "feed.xml"
    file.write_bytes(b'<?xml version="1.0" encoding="Shift_JIS"?>\n' + ATOM.encode("cp932"))
    (item,) = gathered(file)
    assert isinstance(item, Fetched)
    assert item.hints.outlet == "大和日日新聞"
    assert item.charset == "utf-8" and "会談した。" in item.content.decode()


def test_json_feed(tmp_path: Path) -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Rift Valley Times",
        "language": "en",
        "authors": [{"name": "Desk"}],
        "items": [
            {
                "id": "1",
                "url": "https://r.example/1",
                "title": "Power",
                "content_html": "<p>On.</p>",
                "date_published": "2026-01-14T07:00:00+03:00",
            },
            {"id": "2", "content_text": "One & two.\n\nThree."},
            "no entry",
        ],
    }
    first, second, bad = gathered(write(tmp_path, "feed.json", json.dumps(feed)))
    assert isinstance(first, Fetched) and isinstance(second, Fetched) and isinstance(bad, Rejected)
    assert first.hints.authors == ("Desk",)
    assert first.hints.published == datetime(2026, 1, 14, 4, tzinfo=UTC)
    assert b"<p>One &amp; two.</p>\n<p>Three.</p>" in second.content


def test_billion_laughs_are_refused_at_once(tmp_path: Path) -> None:
    start = time.monotonic()
    item = refused(write(tmp_path, "laughs.xml", LAUGHS))
    assert item.kind == "entity"
    assert "entities" in item.reason
    assert time.monotonic() - start < 1


def test_a_feed_that_talks_of_entities_is_no_attack(tmp_path: Path) -> None:
    text = RSS.replace("The line opened.", "&lt;!DOCTYPE x [&lt;!ENTITY a 'b'>]>")
    assert isinstance(gathered(write(tmp_path, "a.xml", text))[0], Fetched)


def test_a_file_named_in_a_feed_is_not_opened(tmp_path: Path) -> None:
    secret = write(tmp_path, "secret.txt", "the secret")
    text = RSS.replace("<channel>", f'<channel><x>&e;</x><y href="file://{secret}"/>', 1)
    text = text.replace("<rss", f'<!DOCTYPE rss SYSTEM "file://{secret}">\n<rss', 1)
    assert not any(
        b"the secret" in item.content
        for item in gathered(write(tmp_path, "a.xml", text))
        if isinstance(item, Fetched)
    )


def test_broken_markup_still_gives_entries(tmp_path: Path) -> None:
    text = RSS.replace("&amp;", "&").replace("</channel></rss>", "<item><title>Cut o")
    titles = [item.hints.title for item in gathered(write(tmp_path, "a.xml", text))
              if isinstance(item, Fetched)]  # fmt: skip
    assert "Line opens & lights go on" in titles


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("<rss version='2.0'><channel><title>x</title></channel></rss>", "empty"),
        ("<feed>nothing of a feed</feed>", "empty"),
        ("<channel>nothing of a feed</channel>", "broken"),
        ("<?xml version='1.0'?><invoice><sum>3</sum></invoice>", "unsupported"),
    ],
)
def test_what_is_no_feed_says_so(tmp_path: Path, text: str, kind: str) -> None:
    assert refused(write(tmp_path, "a.xml", text)).kind == kind


def test_a_feed_is_cut_at_its_limits(tmp_path: Path) -> None:
    file = write(tmp_path, "a.xml", RSS)
    *taken, rest = gathered(file, options=LOCAL.__class__(max_feed_entries=2))
    assert len(taken) == 2
    assert isinstance(rest, Rejected)
    assert rest.kind == "too-large" and "2 further entries" in rest.reason
    assert refused(file, options=LOCAL.__class__(max_feed_bytes=100)).kind == "too-large"


def test_teasers_are_told_from_whole_texts() -> None:
    whole = "<body><article>" + "<p>A whole paragraph of text here.</p>" * 40
    assert not is_teaser(whole)
    assert is_teaser(whole + "<p>And then … Read more</p></article></body>")
    assert is_teaser("<body><article><p>Short.</p></article></body>")


def test_ten_thousand_entries_in_time(tmp_path: Path) -> None:
    entry = "<item><title>News</title><link>https://m.example/%d</link><description>x</description></item>"
    body = "".join(entry % number for number in range(10_000))
    start = time.monotonic()
    items = gathered(
        write(tmp_path, "a.xml", f"<rss version='2.0'><channel>{body}</channel></rss>")
    )
    assert len({item.id for item in items}) == 10_000
    assert time.monotonic() - start < 30


HOSTILE = {
    "authors": "<item><title>x</title><author>" + "a." * 200_000 + "</author></item>",
    "creators": "<item><title>x</title><dc:creator>" + "a." * 200_000 + "</dc:creator></item>",
    "comments": "<item><description><![CDATA[" + "<!--" * 90_000 + "]]></description></item>",
    "styles": "<item><description>&lt;p style='" + "a" * 400_000 + "'></description></item>",
    "open tags": "<item><title>" + "<b " * 60_000,
    "entities": "<item><title>" + "&x;" * 60_000,
    "depth": "<item><description>" + "<div>" * 60_000,
}


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_markup_takes_no_time(tmp_path: Path, case: str) -> None:
    head = '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>'
    start = time.monotonic()
    assert gathered(write(tmp_path, "a.xml", head + HOSTILE[case] + "</channel></rss>"))
    assert time.monotonic() - start < 10


def test_large_feeds_must_be_sound_and_not_endless(tmp_path: Path) -> None:
    file = write(tmp_path, "a.xml", "<rss><channel>" + "<item>" * 400_000)
    assert refused(file).kind == "too-large"
    text = "<rss><channel><item><title>x</title><description>" + "<b>text " * 300_000
    item = refused(write(tmp_path, "a.xml", text))
    assert item.kind == "broken" and "not well-formed" in item.reason


_PIECES = st.lists(
    st.sampled_from(
        ["<item>", "</item>", "<entry>", "<title>", "</title>", "<link href='", "'/>", "&#0;",
         "&x;", "<![CDATA[", "]]>", "<!--", "-->", "<!DOCTYPE", "[", "<pubDate>", "31 Feb 2026",
         "</", "<content type='xhtml'>", "<guid>", "\x00", "<?xml", "?>", "http://[", "<dc:date>"]
    )
    | st.text(max_size=8),
    max_size=30,
)  # fmt: skip


@settings(deadline=None, max_examples=150)
@given(_PIECES)
def test_any_markup_gives_items_or_one_reason(pieces: list[str]) -> None:
    carrier = Carrier(name="f.xml", source="f.xml", retrieved=NOW)
    try:
        items = list(feed_items("<rss><channel>" + "".join(pieces), carrier, LOCAL, NOW))
    except ReadError as error:
        assert error.name == "f.xml"
    else:
        assert all(isinstance(item, Fetched | Rejected | Remark) for item in items)
