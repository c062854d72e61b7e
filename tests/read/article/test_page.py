"""Pages: the article, what the page declares, and what stands around."""

from datetime import UTC, datetime

import pytest

from dateline.errors import ReadError
from dateline.read.article import to_report
from dateline.records import Report
from tests.read.article.items import ARTICLE, PARAGRAPHS, page, text

HEAD = """<title>Ministers settle fishing quarrel | Lake Courier</title>
<link rel="canonical" href="https://lake.example/a/1?utm_source=x">
<meta property="og:title" content="Ministers settle fishing quarrel">
<meta property="og:site_name" content="Lake Courier">
<meta property="article:section" content="Regional">
<meta property="og:description" content="Two lake countries agree on licences after a long night.">
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
 {"@type": "NewsArticle", "headline": "Ministers settle fishing quarrel",
  "datePublished": "2026-01-12T23:40:00+09:00", "dateModified": "2026-01-13T01:00:00+09:00",
  "author": {"@id": "#ann"}, "isAccessibleForFree": false,
  "publisher": {"@type": "Organization", "name": "Lake Courier"}},
 {"@type": "Person", "@id": "#ann", "name": "Ann Lee"}]}</script>"""


def bodies(report: Report) -> list[str]:
    return [report.text[b.start : b.end] for b in report.blocks if b.kind not in ("title",)]


def test_what_a_page_declares() -> None:
    body = f"<h1>Ministers settle fishing quarrel</h1><article>{ARTICLE}</article>"
    report = to_report(page(body, HEAD, attributes='lang="en-GB"', url="https://lake.example/b"))
    assert report.title == "Ministers settle fishing quarrel"
    assert report.url == "https://lake.example/a/1"
    assert report.key == "url:https://lake.example/a/1"
    assert report.outlet == "Lake Courier"
    assert report.authors == ("Ann Lee",)
    assert report.published == datetime(2026, 1, 12, 14, 40, tzinfo=UTC)
    assert report.updated == datetime(2026, 1, 12, 16, 0, tzinfo=UTC)
    assert report.zone == "Etc/GMT-9"
    assert report.language == "en"
    assert report.section == "Regional"
    assert report.paywalled
    assert bodies(report) == list(PARAGRAPHS)
    assert report.made.engine.startswith("trafilatura-2.")


def test_hints_win_over_the_page() -> None:
    body = f"<h1>Ministers settle fishing quarrel</h1><article>{ARTICLE}</article>"
    html = page(body, HEAD).content
    published = datetime(2026, 1, 10, tzinfo=UTC)
    item = text(html, "text/html", published=published, zone="Asia/Seoul", outlet="Other")
    report = to_report(item)
    assert (report.published, report.zone, report.outlet) == (published, "Asia/Seoul", "Other")


def test_boilerplate_goes_and_structure_stays() -> None:
    body = f"""<nav><a href="/">Home</a></nav><h1>Ministers settle fishing quarrel</h1>
    <p class="standfirst">Two lake countries agree on licences after a long night.</p>
    <p class="byline">By Ann Lee</p><article>
    <figure><figcaption>The harbour on Monday. Photo: Lake Courier</figcaption></figure>
    <p>{PARAGRAPHS[0]}</p><div class="newsletter-box"><p>Sign up for our lake newsletter and get
    the morning's stories in your inbox every single day.</p></div>
    <h2>A long night</h2><p>{PARAGRAPHS[1]}</p>
    <p>Read more: <a href="/x">Five boats, one permit</a></p>
    <blockquote><p>We have fished here for longer than there have been ministers, said one.</p>
    </blockquote><p>{PARAGRAPHS[2]}</p><p>Photo: Lake Courier</p></article>
    <div class="related"><h3>Related</h3><ul><li><a href="/y">Lake level falls again</a></li></ul>
    </div><footer><p>Copyright Lake Courier. All rights reserved by the owners.</p></footer>"""
    report = to_report(page(body, HEAD))
    assert [block.kind for block in report.blocks] == [
        "title", "paragraph", "paragraph", "heading", "paragraph", "quote", "paragraph",
    ]  # fmt: skip
    assert bodies(report)[0] == "Two lake countries agree on licences after a long night."
    assert "Sign up" not in report.text
    assert "Photo" not in report.text


def test_a_bold_first_line_is_a_heading() -> None:
    first, *others = PARAGRAPHS
    under = "The ministers said that the licences would be shared out anew before the season opens."
    bold = f"<p><strong>What Comes Next</strong><br>{under}</p>"
    named = "<p><b>Ann Lee</b> has written about the lakes and their quarrels<br>since then.</p>"
    body = "".join(f"<p>{paragraph}</p>" for paragraph in others)
    report = to_report(page(f"<article><p>{first}</p>{bold}{body}{named}</article>", HEAD))
    kinds = {report.text[b.start : b.end]: b.kind for b in report.blocks}
    assert kinds["What Comes Next"] == "heading"
    assert kinds[under] == "paragraph"
    assert "Ann Lee" not in kinds


def test_text_in_sibling_containers_is_all_there() -> None:
    parts = "".join(
        f'<div class="part"><p>{one}</p><p>{one[::-1]}.</p></div>' for one in PARAGRAPHS
    )
    report = to_report(page(f"<h1>Ministers settle fishing quarrel</h1><main>{parts}</main>", HEAD))
    assert all(paragraph in report.text for paragraph in PARAGRAPHS)


def test_text_held_only_in_script_data() -> None:
    markup = "".join(f"\\u003cp\\u003e{one}\\u003c/p\\u003e" for one in PARAGRAPHS)
    script = f'<script>window.state = {{"article": {{"contentHtml": "{markup}"}}}}</script>'
    report = to_report(page(f"<div id='app'></div>{script}", HEAD))
    assert bodies(report) == list(PARAGRAPHS)


def test_a_data_body_that_is_a_teaser_loses_to_the_page() -> None:
    head = HEAD.replace('"isAccessible', f'"articleBody": "{PARAGRAPHS[0]}", "isAccessible')
    report = to_report(page(f"<h1>Ministers settle</h1><article>{ARTICLE}</article>", head))
    assert bodies(report) == list(PARAGRAPHS)


def test_a_page_without_an_article() -> None:
    links = "".join(f'<li><a href="/{n}">Story number {n}</a></li>' for n in range(40))
    with pytest.raises(ReadError, match="page") as caught:
        to_report(page(f"<ul>{links}</ul>", "<title>Lake Courier</title>"))
    assert caught.value.kind == "not-an-article"


def test_a_fragment_from_a_feed_is_all_text() -> None:
    report = to_report(
        text(f"<p>{PARAGRAPHS[0]}</p><p>Short end</p>", "text/html", title="Quarrel")
    )
    assert [block.kind for block in report.blocks] == ["title", "paragraph", "paragraph"]


def test_closing_credit_lines_are_structure() -> None:
    body = f"<h1>Ministers settle</h1><article>{ARTICLE}<p>Mit Material von dpa</p></article>"
    report = to_report(page(body, HEAD))
    assert report.blocks[-1].kind == "derivation"
    assert [credit.outlet for credit in report.credits] == ["dpa"]


def test_scripts_and_invisible_marks_do_not_reach_the_text() -> None:
    body = f"<h1>Ministers \u202esettle\u200b</h1><article>{ARTICLE}</article>"
    head = "<title>Ministers \u202esettle\u200b<script>alert(1)</script></title>"
    report = to_report(page(body, head))
    assert report.title is not None
    assert report.title.startswith("Ministers settle")
    assert not set("\u202e\u200b") & set(report.text)


def test_the_updates_of_a_live_blog() -> None:
    updates = ",".join(
        f'{{"@type": "BlogPosting", "headline": "Update {n}", "articleBody": "{one}"}}'
        for n, one in enumerate(PARAGRAPHS)
    )
    head = (
        '<title>Quarrel: live</title><script type="application/ld+json">{"@type": '
        f'"LiveBlogPosting", "headline": "Quarrel: live", "liveBlogUpdate": [{updates}]}}</script>'
    )
    report = to_report(page("<h1>Quarrel: live</h1><div id='live'></div>", head))
    assert [block.kind for block in report.blocks] == ["title"] + ["heading", "paragraph"] * 3


@pytest.mark.parametrize(
    ("data", "social", "search", "shown", "expected"),
    [
        # the title element is worded for search engines: the other one is the newsroom's
        ("Lake: ministers meet", "They met at last", "Lake: ministers meet", "They met at last", 1),
        ("Lake: ministers meet", "They met at last", "They met at last", "Lake: ministers meet", 0),
        # all but the data agree
        ("Lake: ministers meet", "They met at last", "They met at last", "They met at last", 1),
        ("", "They met at last | Lake Courier", "They met at last", "", 1),
    ],
)
def test_the_headline_among_the_titles(
    data: str, social: str, search: str, shown: str, expected: int
) -> None:
    head = (
        f'<title>{search} | Lake Courier</title><meta property="og:title" content="{social}">'
        '<meta property="og:site_name" content="Lake Courier">'
        f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{data}"}}</script>'
    )
    report = to_report(page(f"<h1>{shown}</h1><article>{ARTICLE}</article>", head))
    assert report.title == (data, social.removesuffix(" | Lake Courier"))[expected]


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        ("By Ann Lee and Bo Chen, Lake Courier", ("Ann Lee", "Bo Chen")),
        ("Von Anna Groß (agr)", ("Anna Groß",)),
        ("김호수 기자", ("김호수",)),
        ("https://lake.example/ann", ()),
        ("Staff reporter", ()),
    ],
)
def test_authors_are_names(byline: str, expected: tuple[str, ...]) -> None:
    head = (
        '<title>Quarrel</title><meta property="og:site_name" content="Lake Courier">'
        f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"Quarrel",'
        f'"author":{{"@type":"Person","name":"{byline}"}}}}</script>'
    )
    report = to_report(page(f"<h1>Quarrel</h1><article>{ARTICLE}</article>", head))
    assert report.authors == expected


@pytest.mark.parametrize(
    ("head", "body", "day"),
    [
        ('<meta property="article:published_time" content="2026-01-12T23:30:00-05:00">', "", 13),
        ('<meta name="date" content="Mon, 12 Jan 2026 10:00:00 GMT">', "", 12),
        ("", '<time datetime="2026-01-12T10:00">Monday</time>', 12),
        ("", "<p>Stand: 12.01.2026, 10:00 Uhr</p>", 12),
        ("", "<p>Published January 12, 2026</p>", 12),
        ("", "<p>01/12/2026</p>", None),
        ("", "", None),
    ],
)
def test_publication(head: str, body: str, day: int | None) -> None:
    head += "<title>Quarrel</title>"
    report = to_report(page(f"<h1>Quarrel</h1>{body}<article>{ARTICLE}</article>", head))
    assert (report.published.day if report.published else None) == day
