"""Hostile items neither hang, crash nor poison. Each case takes under ten seconds."""

import time
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.errors import StageError
from dateline.read.article import to_report
from dateline.records import Fetched, Report
from tests.read.article.items import ARTICLE, PARAGRAPHS, page, text

# Far above what one needs (0.1 to 5 s on one slow core), far below a hang.
LIMIT = 30.0

WITH_ARTICLE: dict[str, Callable[[], str]] = {
    "nested tags": lambda: "<div><span>" * 900_000,
    "links": lambda: "".join(f'<a href="/{n}">link {n}</a> ' for n in range(100_000)),
    "script of quotes": lambda: '<script>"a":"' + '\\"' * 4_000_000 + "</script>",
    "white space": lambda: "<p>" + " " * 5_000_000 + "</p>",
}
ALONE: dict[str, Callable[[], str]] = {
    "unclosed tables": lambda: "<table><tr><td>" * 300_000,
    "attributes": lambda: "<p " + " ".join(f'a{n}="x"' for n in range(300_000)) + ">x</p>",
    "one long class": lambda: '<p class="' + "a-" * 3_000_000 + '">x</p>',
    "line breaks": lambda: "<p>" + "x<br>" * 500_000,
    "headlines": lambda: "<h1>Title | A - B</h1>" * 100_000,
}
TEXTS: dict[str, Callable[[], str]] = {
    "full stops": lambda: "." * 900_000,
    "quotes": lambda: '"' * 900_000,
    "brackets": lambda: "(" * 900_000,
    "headings": lambda: "Some Words Here\n\n" * 50_000,
    "lines": lambda: "A Title Line\n" * 70_000,
    "stars": lambda: "*a" * 400_000,
    "links": lambda: "[a](b" * 180_000,
    "sources": lambda: "Source: " * 100_000,
}


def check(item: Fetched) -> Report | None:
    """Read an item: a report that holds together, or an error that names it."""
    started = time.monotonic()
    try:
        report = to_report(item)
    except StageError as error:
        assert error.name == item.name
        report = None
    assert time.monotonic() - started < LIMIT
    if report is not None:
        parts = [report.text[block.start : block.end] for block in report.blocks]
        assert "\n\n".join(parts) == report.text
        assert all(parts)
        spans = [credit.span for credit in report.credits]
        spans += [report.dateline.span] if report.dateline else []
        for span in spans:
            report.quote(span)
        report.text.encode("utf-8")
    return report


@pytest.mark.slow
@pytest.mark.parametrize("name", WITH_ARTICLE)
def test_an_article_survives_what_follows_it(name: str) -> None:
    report = check(page(f"<h1>Quarrel</h1><article>{ARTICLE}</article>{WITH_ARTICLE[name]()}"))
    assert report is not None
    assert PARAGRAPHS[1] in report.text


@pytest.mark.slow
@pytest.mark.parametrize("name", ALONE)
def test_junk_pages(name: str) -> None:
    check(page(ALONE[name]()))


@pytest.mark.slow
@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("media_type", ["text/plain", "text/markdown"])
def test_junk_texts(name: str, media_type: str) -> None:
    check(text(TEXTS[name](), media_type))


def test_json_that_nests_without_end() -> None:
    head = '<script type="application/ld+json">' + "[" * 500_000 + "</script>"
    report = check(page(f"<h1>Quarrel</h1><article>{ARTICLE}</article>", head))
    assert report is not None


def test_declarations_of_the_wrong_shape() -> None:
    head = (
        '<meta property="article:published_time" content="2026-99-99T99:99:99Z">'
        '<link rel="canonical" href="http://[::1"><script type="application/ld+json">'
        '{"@type": ["NewsArticle", 7], "headline": {"a": 1}, "author": [[], {"name": [{}]}, 5],'
        '"datePublished": 12, "publisher": [null], "isAccessibleForFree": {"x": []}}</script>'
    )
    report = check(page(f"<h1>Quarrel</h1><article>{ARTICLE}</article>", head))
    assert report is not None
    assert report.published is None
    assert report.url is None


def test_homoglyphs_are_kept_as_written() -> None:
    report = check(text("Тhe ministers of Ѕeoul met on Monday in the harbour town, they said."))
    assert report is not None
    assert report.text.startswith("Тhe")


def test_mixed_charsets() -> None:
    check(text("水門は開かれた。".encode("shift_jis") + "수문".encode("euc-kr") + b"\xff\xfe\x81"))


MARKUP = st.lists(
    st.one_of(
        st.sampled_from(
            ["<p>", "</p>", "<div class='", "'>", "<h1>", "</h1>", "<li>", "<a href=x>", "<br>",
             "<script type='application/ld+json'>", "</script>", '{"@type":"NewsArticle",',
             '"headline":"x"}', "<meta property='og:title' content='", "<blockquote>", "<table>",
             "<title>", "</title>", "<html>", "<body>", "&#x202e;", "&#0;", "<time datetime='",
             "(Reuters) — ", "【東京】", "Source: ", "By Ann Lee", "<!--", "]]>", "<svg>",
             *PARAGRAPHS]
        ),
        st.text(max_size=40),
    ),
    max_size=40,
)  # fmt: skip


@pytest.mark.slow
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(MARKUP)
def test_fuzz_pages(parts: list[str]) -> None:
    item = page("".join(parts))
    assert check(item) == check(item)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["text/html", "text/plain", "text/markdown"]))
def test_fuzz_bytes(content: bytes, media_type: str) -> None:
    check(text(content, media_type))


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.one_of(st.text(max_size=60), st.sampled_from(["\n", "\n\n", "Source: X", "# ", "- "]))
    )
)
def test_fuzz_texts(parts: list[str]) -> None:
    check(text("".join(parts)))
    check(text("".join(parts), "text/markdown"))
