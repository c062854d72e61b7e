"""Article: one fetched item becomes one report."""

from __future__ import annotations

from dateline.errors import Unsupported
from dateline.read.article.clean import decode, line
from dateline.read.article.compose import compose
from dateline.read.article.joined import read_pages
from dateline.read.article.text import read_text
from dateline.read.article.versions import (
    Change,
    difference,
    in_order,
    next_version,
    same_item,
)
from dateline.records import Fetched, Report

__all__ = ["Change", "difference", "in_order", "next_version", "same_item", "to_report"]

_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_MARKDOWN = frozenset({"text/markdown", "text/x-markdown"})


def to_report(fetched: Fetched) -> Report:
    """Read one item: its text in blocks, and what it and its carrier declare about it.

    Pure: the same item gives the same report. Raises ReadError when the item holds nothing to
    read (kinds *empty*, *binary*, *charset*, *too-large*, *not-an-article*) and Unsupported when
    its media type is no text.
    """
    media = fetched.media_type
    if media in _PAGES:
        html = decode(fetched.content, fetched.name, charset=fetched.charset, html=True)
        url = fetched.hints.url or fetched.url
        return compose(fetched, read_pages(html, fetched.name, url=url))
    if not media.startswith("text/") and media not in ("", "application/octet-stream"):
        raise Unsupported(
            fetched.name, f"{media} is neither text nor a page; save it as one", kind="unsupported"
        )
    text = decode(fetched.content, fetched.name, charset=fetched.charset)
    title = line(fetched.hints.title) or None
    return compose(fetched, read_text(text, fetched.name, markdown=media in _MARKDOWN, title=title))
