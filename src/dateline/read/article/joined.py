"""Articles that were gathered in several pages: read page by page, told as one."""

from __future__ import annotations

import dataclasses

from dateline.errors import ReadError
from dateline.read.article.draft import Draft
from dateline.read.article.page import read_page

# What stands between pages that were joined when they were gathered. A page that holds it by
# itself is cut there, which does no harm.
_BREAK = "<!--dateline:next-page-->"
_MOST_PAGES = 10


def read_pages(html: str, name: str, *, url: str | None = None) -> Draft:
    """Read the article of a page, or of several that were joined.

    The first page says what the article is; the others add their text, without what stood on a
    page before (a summary or a box that every page repeats). Raises ReadError as
    :func:`~dateline.read.article.page.read_page` does for the first page; a later one that
    holds no article is left out.
    """
    first, *others = html.split(_BREAK)[:_MOST_PAGES]
    draft = read_page(first, name, url=url)
    pieces = list(draft.pieces)
    seen = {piece.text for piece in pieces}
    for page in others:
        try:
            more = read_page(page, name, url=url)
        except ReadError:
            continue
        pieces += [piece for piece in more.pieces if piece.text not in seen]
        seen |= {piece.text for piece in more.pieces}
    return dataclasses.replace(draft, pieces=tuple(pieces))
