"""Articles gathered in several pages are one report."""

from dateline.read.article import to_report
from dateline.records import Fetched
from tests.read.article.items import PARAGRAPHS, RETRIEVED

BREAK = "\n<!--dateline:next-page-->\n"
SUMMARY = "Two lake countries agree on licences after a long night of talks in the harbour town."


def pages(*bodies: str) -> Fetched:
    html = BREAK.join(
        f"<html><head><title>Quarrel settled</title></head><body><h1>Quarrel settled</h1>"
        f"<article><p>{SUMMARY}</p>{body}</article></body></html>"
        for body in bodies
    )
    return Fetched(
        id="fetched_pages",
        name="pages",
        source="web",
        content=html.encode(),
        media_type="text/html",
        charset="utf-8",
        retrieved=RETRIEVED,
    )


def test_pages_follow_each_other_and_repeat_nothing() -> None:
    report = to_report(pages(*(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)))
    texts = [report.text[b.start : b.end] for b in report.blocks]
    assert texts == ["Quarrel settled", SUMMARY, *PARAGRAPHS]


def test_a_later_page_without_an_article_is_left_out() -> None:
    first = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    joined = pages(first)
    broken = Fetched(
        id=joined.id,
        name=joined.name,
        source=joined.source,
        content=joined.content + BREAK.encode() + b"<html><body></body></html>",
        media_type=joined.media_type,
        charset=joined.charset,
        retrieved=joined.retrieved,
    )
    assert to_report(broken).text == to_report(joined).text
