from __future__ import annotations

import dataclasses
import json
import re
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest
from rich.console import Console

from dateline.records import (
    Brief,
    Claim,
    Difference,
    Edit,
    Made,
    Report,
    Section,
    Source,
    Span,
    Version,
)
from dateline.serve.render import print_brief, to_brief_json, to_html, to_markdown
from tests.brief.helpers import item

HOSTILE = "<script>alert(1)</script> & [x](javascript:1) *bold* “quoted”"
WIRE = item("wire", [["The minister signed the treaty on Tuesday."], [HOSTILE + " was said."]],
            title="Treaty signed")  # fmt: skip
OTHER = item("other", [["条約が署名された。"]], language="ja", outlet=None, published=None)
REPORTS: dict[str, Report] = {WIRE[0].id: WIRE[0], OTHER[0].id: OTHER[0]}


def spans(pair: tuple[Report, object], index: int = 0) -> Span:
    return pair[1].sentences[index].span  # type: ignore[attr-defined, no-any-return]


def brief() -> Brief:
    first = spans(WIRE)
    end = len(WIRE[0].quote(first)) - 1
    edit = Edit(start=end, end=end, before="", after=" (13 January 2026)", kind="date")
    text = "The minister signed the treaty on Tuesday (13 January 2026)."
    signed = Claim(text=text, spans=(first, spans(OTHER)), independent=2,
                   agreement="corroborated", language="en", edits=(edit,))  # fmt: skip
    hostile = Claim(text=HOSTILE + " was said.", spans=(spans(WIRE, 1),), independent=1,
                    agreement="contested", language="en")  # fmt: skip
    foreign = Claim(text="条約が署名された。", spans=(spans(OTHER),), independent=1,
                    agreement="single", language="ja", note="only in Japanese")  # fmt: skip
    title = Span(report="rep_wire", start=0, end=13)
    headline = dataclasses.replace(signed, text="Treaty signed", spans=(title,), edits=())
    sources = (
        Source(report="rep_wire", outlet="Test Wire", title="Treaty signed", language="en",
               published=datetime(2026, 1, 12, 8, tzinfo=UTC), url="https://wire.example/1",
               relation="origin"),
        Source(report="rep_other", outlet=None, title=None, language="ja", published=None,
               url="javascript:alert(1)", relation="translated", of="rep_wire",
               derivation="Source: Original Article"),
    )  # fmt: skip
    versions = (
        Version(value="3 people", spans=(first,), independent=1),
        Version(value="5人", spans=(spans(OTHER),), independent=1),
    )
    return Brief(
        id="brf_1", story="s_1", story_version=1, headline=headline, gist=signed,
        sections=(
            Section(name="What's happening", claims=(signed, hostile, foreign)),
            Section(name="Why it's important", note="The reports do not say why."),
            Section(name="What's next"), Section(name="Beyond the headlines"),
        ),
        sources=sources, reports=2, independent=1, made=Made(stage="brief", version=1),
        differences=(Difference(attribute="injured", versions=versions),),
        gaps=("1 of 3 statements rests on one origin each.",),
    )  # fmt: skip


class Page(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def test_html_asks_for_nothing_outside_and_runs_nothing() -> None:
    page = Page(to_html(brief(), REPORTS))
    names = {tag for tag, _ in page.tags}
    assert not names & {"script", "img", "link", "iframe", "object", "form", "video"}
    assert not any("src" in attrs for _, attrs in page.tags)
    assert not any(name.startswith("on") for _, attrs in page.tags for name in attrs)
    assert "@import" not in to_html(brief(), REPORTS)
    assert "url(" not in to_html(brief(), REPORTS)


def test_html_escapes_text_and_links_only_to_the_web() -> None:
    html = to_html(brief(), REPORTS)
    assert "<script>" not in html
    assert "&lt;script&gt;" in html
    links = [attrs["href"] for tag, attrs in Page(html).tags if tag == "a"]
    assert "https://wire.example/1" in links
    assert all(link and link.startswith(("#", "https://")) for link in links)


def test_every_html_citation_leads_to_its_quoted_sentence() -> None:
    html = to_html(brief(), REPORTS)
    page = Page(html)
    ids = {attrs.get("id") for _, attrs in page.tags}
    cites = [a["href"] for tag, a in page.tags if tag == "a" and a.get("class") == "cite"]
    assert cites
    assert all(cite and cite[1:] in ids for cite in cites)
    span = spans(WIRE)
    assert f"rep_wire:{span.start}-{span.end}" in html
    assert WIRE[0].quote(span) in html


def test_html_without_reports_cites_the_sources() -> None:
    page = Page(to_html(brief()))
    ids = {attrs.get("id") for _, attrs in page.tags}
    cites = [a["href"] for tag, a in page.tags if tag == "a" and a.get("class") == "cite"]
    assert all(cite and cite[1:] in ids for cite in cites)


def test_html_marks_other_languages_and_both_themes() -> None:
    html = to_html(brief(), REPORTS)
    assert '<span lang="ja">“条約が署名された。”</span>' in html
    assert "prefers-color-scheme:dark" in html


def test_markdown_keeps_hostile_text_plain() -> None:
    text = to_markdown(brief(), REPORTS)
    assert "<script>" not in text.replace("\\<script\\>", "")
    assert "[x](javascript" not in text
    assert "\\*bold\\*" in text


@pytest.mark.parametrize("words", ["unknown outlet", "date unknown", "translated from [1]",
                                   "one source only, in Japanese", "2 independent", "contested",
                                   "Source: Original Article", "3 people", "5人"])  # fmt: skip
def test_all_forms_say_it(words: str) -> None:
    console = Console(width=80, record=True, force_terminal=False)
    with console.capture() as capture:
        print_brief(brief(), console, reports=REPORTS)
    shown = " ".join(capture.get().split())
    assert words in shown
    assert words in re.sub(r"\\", "", to_markdown(brief(), REPORTS))
    assert words in re.sub(r"<[^>]+>", "", to_html(brief(), REPORTS))


def test_the_terminal_keeps_to_80_columns_and_shows_markup_as_text() -> None:
    console = Console(width=80, force_terminal=False)
    with console.capture() as capture:
        print_brief(brief(), console, reports=REPORTS, citations=True)
    lines = capture.get().splitlines()
    assert max(map(len, lines)) <= 80
    assert "[x](javascript:1)" in " ".join(" ".join(lines).split())
    span = spans(WIRE)
    assert f"rep_wire:{span.start}-{span.end}" in capture.get()
    assert "added “(13 January 2026)”" in capture.get()


def test_json_has_every_field_and_the_quoted_text() -> None:
    plain = json.loads(to_brief_json(brief(), REPORTS))
    assert set(plain) == {
        "schema", "id", "story", "story_version", "language", "as_of", "when", "reports",
        "independent", "headline", "gist", "sections", "differences", "gaps", "sources", "made",
    }  # fmt: skip
    claim = plain["sections"][0]["claims"][0]
    assert set(claim) == {"text", "language", "agreement", "independent", "writer", "note",
                          "spans", "edits"}  # fmt: skip
    span = claim["spans"][0]
    assert span["id"] == f"rep_wire:{span['start']}-{span['end']}"
    assert span["text"] == "The minister signed the treaty on Tuesday."
    assert plain["sources"][1]["outlet"] is None
    assert "text" not in json.loads(to_brief_json(brief()))["gist"]["spans"][0]


def test_the_same_brief_gives_the_same_bytes() -> None:
    assert to_html(brief(), REPORTS) == to_html(brief(), REPORTS)
    assert to_brief_json(brief(), REPORTS) == to_brief_json(brief(), REPORTS)
    assert to_markdown(brief(), REPORTS) == to_markdown(brief(), REPORTS)
