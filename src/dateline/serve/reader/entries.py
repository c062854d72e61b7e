"""A story as an entry of a feed reader: its brief as plain HTML, everything escaped."""

from __future__ import annotations

from html import escape
from typing import Any
from urllib.parse import quote, urlsplit

from dateline.records import Brief, Claim, Standing
from dateline.serve.reader.ids import long_id
from dateline.serve.reader.streams import FEED, microseconds
from dateline.serve.render.view import (
    View,
    agreement_words,
    claim_text,
    count_words,
    date_words,
    outlet_words,
    span_id,
)


def entry(
    line: Standing,
    title: str,
    categories: list[str],
    made: Brief | None,
    base: str,
) -> dict[str, Any]:
    """Put a story together as an entry. ``base`` is this server's address.

    ``made`` None is a story whose brief can't be written now: it has its ``title`` alone.
    """
    address = f"{base}stories/{line.story}"
    title = claim_text(made.headline, made.language) if made else title
    shown = {"direction": "ltr", "content": content(made, base) if made else ""}
    return {
        "id": long_id(line.story),
        "crawlTimeMsec": str(microseconds(line.updated) // 1_000),
        "timestampUsec": str(microseconds(line.updated)),
        "published": int(line.opened.timestamp()),
        "updated": int(line.updated.timestamp()),
        "title": title,
        "author": ", ".join(line.outlets[:5]),
        "alternate": [{"href": address, "type": "text/html"}],
        "canonical": [{"href": address}],
        "categories": categories,
        "summary": shown,
        "content": shown,
        "origin": {"streamId": FEED, "title": "Dateline", "htmlUrl": base},
    }


def content(made: Brief, base: str) -> str:
    """Write a brief as a piece of HTML without style and script, for readers that show it."""
    view = View(made)
    out = [f"<p><em>{_claim(view, made.gist, base)}</em></p>"]
    out.append(f"<p>{escape(count_words(made))}.</p>")
    for section in made.sections:
        out.append(f"<h3>{escape(section.name)}</h3>")
        items = [
            f"<li>{_claim(view, claim, base)} "
            f"<small>({escape(agreement_words(claim, made.language))})</small></li>"
            for claim in section.claims
        ]
        out.append(f"<ul>{''.join(items)}</ul>" if items else f"<p>{escape(section.note)}</p>")
    if made.gaps:
        gaps = "".join(f"<li>{escape(gap)}</li>" for gap in made.gaps)
        out.append(f"<h3>Gaps</h3><ul>{gaps}</ul>")
    sources = []
    for source in view.sources:
        title = escape(source.title or "untitled")
        if source.url and urlsplit(source.url).scheme in ("http", "https"):
            title = f'<a href="{escape(source.url)}">{title}</a>'
        line = f"{escape(outlet_words(source))}, {title}, {escape(date_words(source.published))}"
        sources.append(f"<li>{line} ({escape(view.relation(source))})</li>")
    out.append(f"<h3>Sources</h3><ol>{''.join(sources)}</ol>")
    return "\n".join(out)


def _claim(view: View, claim: Claim, base: str) -> str:
    cites = "".join(
        f' <a href="{escape(_cited(base, span_id(cited.span)))}">[{cited.number}]</a>'
        for cited in view.citations(claim.spans)
    )
    return escape(claim_text(claim, view.brief.language)) + cites


def _cited(base: str, citation: str) -> str:
    report, _, at = citation.partition(":")
    return f"{base}reports/{quote(report)}?at={at}"
