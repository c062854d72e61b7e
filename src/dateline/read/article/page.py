"""HTML pages: the article in them and what they declare."""

from __future__ import annotations

from dateline.errors import ReadError
from dateline.read.article.draft import Draft, Piece
import trafilatura
from datetime import datetime, UTC


def read_page(html: str, name: str, *, url: str | None = None) -> Draft:
    doc = trafilatura.bare_extraction(html, url=url, with_metadata=True, include_comments=False)
    if doc is None or not doc.text:
        raise ReadError(name, "the page holds no article", kind="not-an-article")
    pieces = []
    for el in doc.body.iter("p", "head", "item", "quote"):
        t = " ".join("".join(el.itertext()).split())
        if t and el.getparent().tag not in ("quote", "item"):
            kind = {"p": "paragraph", "head": "heading", "item": "list", "quote": "quote"}[el.tag]
            pieces.append(Piece(kind=kind, text=t))
    published = datetime.fromisoformat(doc.date).replace(tzinfo=UTC) if doc.date else None
    return Draft(
        pieces=tuple(pieces),
        engine=f"trafilatura-{trafilatura.__version__}",
        title=doc.title,
        outlet=doc.sitename,
        url=doc.url,
        published=published,
        language=doc.language,
        authors=tuple(a.strip() for a in (doc.author or "").split(";") if a.strip()),
    )
