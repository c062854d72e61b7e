"""The pages over a real desk."""

import re
import time
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from dateline.desk import Desk
from dateline.serve.web.page import web_address
from tests.serve.web.conftest import SCRIPT, Client


class Page(HTMLParser):
    """What matters of a page: its tags, ids, links, and what is visible."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def hrefs(text: str) -> list[str]:
    return [link["href"] or "" for link in Page(text).all("a") if "href" in link]


def every_page(desk: Desk, stories: dict[str, str], hostile: str) -> list[str]:
    event, expectation = desk.store.events(limit=1)[0], desk.store.expectations(limit=1)[0]
    return [
        "/",
        *(f"/stories/{story}" for story in stories.values()),
        f"/stories/{stories['Malta']}/reports",
        f"/reports/{hostile}?at=0-20",
        "/relations",
        "/relations/JPN/with/KOR",
        "/calendar",
        *(f"/calendar?show={show}" for show in ("undated", "overdue", "settled", "record")),
        f"/expectations/{expectation.id}",
        "/events",
        f"/events/{event.id}",
        "/actors",
        "/actors/JPN",
        "/map",
        "/search",
        "/search?q=Malta",
        "/sources",
        "/watch",
        "/doctor",
        "/nothing",
    ]


def test_today_lists_stories_in_rank_order(
    web: Client, desk: Desk, stories: dict[str, str]
) -> None:
    text = web.get("/").text
    listed = [link for link in hrefs(text) if link.startswith("/stories/")]
    assert listed == [f"/stories/{line.id}" for line in desk.stories()]
    assert len(stories) == 3
    assert re.search(r"3 reports,\s+2 independent", text)  # a preview, its copy, another outlet
    assert "English, Japanese" in text
    assert "South Korea" in text
    assert "12 January 2026" in text


def test_a_claim_opens_its_source_at_the_sentence(
    web: Client, desk: Desk, stories: dict[str, str]
) -> None:
    story = web.get(f"/stories/{stories['Nara']}").text
    brief = desk.brief(stories["Nara"])
    assert {section.name for section in brief.sections} <= set(
        re.findall(r"<h2[^>]*>([^<]+)", story.replace("&#39;", "'"))
    )
    claims = [claim for section in brief.sections for claim in section.claims]
    assert len(Page(story).all("details")) >= len(claims)
    for claim in claims:
        span = claim.spans[0]
        address = f"/reports/{span.report}?at={span.start}-{span.end}#cited"
        assert address in hrefs(story)
        report = web.get(address.partition("#")[0]).text
        marked = re.findall(r'<mark id="cited">(.*?)</mark>', report, re.DOTALL)
        assert len(marked) == 1
        plain = marked[0].replace("&#39;", "'").replace("&#34;", '"').replace("&amp;", "&")
        assert plain == desk.store.report(span.report).quote(span)


def test_the_copy_graph_leads_from_the_origin_to_its_copy(
    web: Client, desk: Desk, stories: dict[str, str]
) -> None:
    page = Page(web.get(f"/stories/{stories['Nara']}").text)
    members = [member.report for member in desk.store.story(stories["Nara"]).members]
    kinds = {copy.kind for copy in desk.store.copies(members)}
    assert kinds == {"verbatim", "edited"}
    assert len([path for path in page.all("path") if path.get("class") == "edge"]) == 2


def test_an_edited_report_shows_what_changed(web: Client, desk: Desk) -> None:
    (newest,) = [
        report for report in desk.store.reports(desk.store.report_ids()) if report.version == 2
    ]
    text = web.get(f"/reports/{newest.id}").text
    assert "What changed since version 1" in text
    assert "<ins>" in text
    older = web.get(f"/reports/{newest.supersedes}").text
    assert "A newer version of this report" in older


def test_outside_text_is_never_markup(
    web: Client, desk: Desk, stories: dict[str, str], hostile: str
) -> None:
    shown = 0
    for path in every_page(desk, stories, hostile):
        text = web.get(path).text
        assert SCRIPT not in text, path
        assert "<img" not in text, path
        shown += "&lt;script&gt;alert(1)" in text
        scripts = {urlsplit(script["src"] or "").path for script in Page(text).all("script")}
        assert scripts <= {"/static/keys.js", "/static/beside.js"}
    assert shown >= 4


def test_only_web_addresses_become_links(
    web: Client, desk: Desk, stories: dict[str, str], hostile: str
) -> None:
    for path in every_page(desk, stories, hostile):
        for link in hrefs(web.get(path).text):
            assert link.startswith(("/", "#", "https://")), link


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://example.org/a?b=c", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        ("JavaScript:alert(1)//http://x", False),
        ("data:text/html,x", False),
        ("//example.org", False),
        ("http://[::1", False),
        (None, False),
    ],
)
def test_an_address_is_linked_if_it_is_of_the_web(url: str | None, linked: bool) -> None:
    assert web_address(url) == (url if linked else None)


def test_pages_need_nothing_from_elsewhere_and_no_inline_code(
    web: Client, desk: Desk, stories: dict[str, str], hostile: str
) -> None:
    for path in every_page(desk, stories, hostile):
        answer = web.get(path)
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "same-origin"
        for tag, attributes in Page(answer.text).tags:
            assert "style" not in attributes, (path, tag)
            assert not [name for name in attributes if name.startswith("on")], (path, tag)
            assert tag != "style"
            source = attributes.get("src") or (tag == "link" and attributes.get("href")) or "/"
            assert source.startswith("/"), source


def test_landmarks_headings_and_names(
    web: Client, desk: Desk, stories: dict[str, str], hostile: str
) -> None:
    for path in every_page(desk, stories, hostile):
        page = Page(web.get(path).text)
        assert page.all("html")[0]["lang"] == "en"
        assert len(page.all("main")) == len(page.all("h1")) == 1, path
        assert page.all("a")[0]["href"] == "#content"  # the skip link comes first
        ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
        assert len(ids) == len(set(ids)), path
        labelled = {attributes["for"] for attributes in page.all("label")}
        for field in [*page.all("input"), *page.all("select")]:
            assert field.get("type") == "hidden" or field["id"] in labelled, path


def test_search_filters_by_language_and_day(web: Client) -> None:
    assert "1 report found" in web.get("/search?q=地震&language=ja").text
    assert "0 reports found" in web.get("/search?q=地震&language=en").text
    assert "0 reports found" in web.get("/search?q=tremor+survivors").text
    assert "0 reports found" not in web.get("/search?q=tremor+survivors&by=meaning").text
    both = web.get("/search?q=Malta").text
    assert "2 reports found" in both
    assert "2 reports found" in web.get("/search?q=Malta&since=2026-01-05&until=2026-01-05").text
    assert "0 reports found" in web.get("/search?q=Malta&since=2026-01-06").text
    assert web.get("/search?q=Malta&since=2026-13-40").status_code == 422


def test_sources_count_origins_and_copies(web: Client) -> None:
    rows = web.get("/sources").text.split("<tr")
    (wire,) = [re.findall(r">(\d+)", row) for row in rows if "Meridian Wire" in row]
    (copier,) = [re.findall(r">(\d+)", row) for row in rows if "Harbour Post" in row]
    (ledger,) = [re.findall(r">(\d+)", row) for row in rows if "Pacific Ledger" in row]
    assert wire[:4] == ["2", "2", "0", "1"]  # reports, independent, copies, copied by others
    assert copier[:3] == ["1", "0", "1"]
    assert ledger[:3] == ["1", "1", "0"]  # an edited report is one report


def test_the_doctor_names_what_was_rejected_and_why(web: Client) -> None:
    text = web.get("/doctor").text
    assert "empty.txt" in text
    assert "1 item could not be taken" in text


def test_other_forms_of_a_brief(web: Client, stories: dict[str, str]) -> None:
    base = f"/stories/{stories['Malta']}/brief"
    assert web.get(f"{base}.md").headers["content-type"].startswith("text/markdown")
    assert web.get(f"{base}.json").json()["story"] == stories["Malta"]
    page = web.get(f"{base}.html")
    assert SCRIPT not in page.text
    assert "unsafe" not in page.headers["content-security-policy"]
    saved = web.get(f"{base}.html?save=true").headers["content-disposition"]
    assert saved == f'attachment; filename="{stories["Malta"]}.html"'
    assert web.get(f"{base}.exe").status_code == 422


def test_the_beginning_of_an_id_leads_to_the_story(web: Client, stories: dict[str, str]) -> None:
    answer = web.get(f"/stories/{stories['Nara'][:-3]}?ui=ja")
    assert answer.status_code == 307
    assert answer.headers["location"] == f"/stories/{stories['Nara']}?ui=ja"


@pytest.mark.parametrize("path", ["/stories/s_none", "/reports/rep_none", "/nothing"])
def test_what_is_not_there_is_a_page_that_says_so(web: Client, path: str) -> None:
    answer = web.get(path)
    assert answer.status_code == 404
    assert "Nothing here" in answer.text


def test_a_citation_beyond_the_text_is_refused(web: Client, hostile: str) -> None:
    assert web.get(f"/reports/{hostile}?at=0-99999999").status_code == 422
    assert web.get(f"/reports/{hostile}?at=9-3").status_code == 422


def test_the_front_page_is_fast_once_warm(web: Client) -> None:
    web.get("/")
    begun = time.perf_counter()
    for _ in range(5):
        web.get("/")
    assert (time.perf_counter() - begun) / 5 < 0.15


def test_new_reports_are_seen(desk: Desk, web: Client, tmp_path: Path) -> None:
    before = web.get("/api/v1/stories").json()["total"]
    (tmp_path / "late.txt").write_text(
        "Volcano erupts in Iceland\n\nA volcano erupted near Grindavik in Iceland on Friday, the "
        "weather office said. The town was empty; nobody was hurt.",
        encoding="utf-8",
    )
    desk.add([str(tmp_path / "late.txt")])
    deadline = time.monotonic() + 10  # the store is looked at once a second
    while web.get("/api/v1/stories").json()["total"] == before:
        assert time.monotonic() < deadline
        time.sleep(0.1)
    # The page shows what it has while the new list is made beside it.
    while "Volcano erupts in Iceland" not in web.get("/").text:
        assert time.monotonic() < deadline
        time.sleep(0.1)
