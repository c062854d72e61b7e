"""Articles in several pages: the pages that follow the first, fetched and joined to it.

A page follows when the page before links to it, its address is the same but for a page number
that is one higher, and it carries the same headline. The pages are joined as one item with a
mark between them, at which the reader of articles cuts them apart again.
"""

from __future__ import annotations

import dataclasses
import html
import re
from collections.abc import Callable, Iterator
from urllib.parse import urljoin, urlsplit

from dateline.errors import ReadError, StageError
from dateline.gather.charset import decode
from dateline.gather.facts import web_url
from dateline.gather.fetch import Answer

MOST_PAGES = 10
# Where one page ends and the next begins; the reader of articles knows it.
BREAK = "\n<!--dateline:next-page-->\n"
_MOST_CHARACTERS = 4_000_000
_LOOKED_AT = 1_000_000  # characters: links to other pages stand below the text
_HEAD = 300_000
_LINK = re.compile(r"<(?P<tag>a|link)\s(?P<facts>[^<>]{1,2000})>(?P<text>[^<]{0,40})", re.I)
_ATTRIBUTE = re.compile(
    r"""([a-z-]{1,20})\s{0,5}=\s{0,5}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.I
)
# The page number at the end of a path ("/2", "/page/2", "-2", "_2.html") or in the query.
_IN_PATH = re.compile(r"^(?P<base>.{2,}?)(?P<mark>/(?:page[/-]?|seite[/-]?|p)?|[-_,](?:p|page[-_]?|seite[-_]?)?)(?P<n>\d{1,2})(?P<end>(?:\.\w{2,5})?/?)$", re.I)  # fmt: skip # noqa: E501
_IN_QUERY = re.compile(r"(?:^|&)(?P<mark>page|p|pg|pagina|seite|paged)=(?P<n>\d{1,2})(?=&|$)", re.I)
_HEADLINES = (
    re.compile(r"<meta\s[^<>]{0,200}?og:title[^<>]{0,40}?content=[\"']([^\"'<>]{1,400})", re.I),
    re.compile(r"<h1\b[^<>]{0,500}>(.{1,500}?)</h1>", re.I | re.S),
    re.compile(r"<title\b[^<>]{0,200}>([^<]{1,400})</title>", re.I),
)
_TAG = re.compile(r"<[^<>]{0,500}>")
_PAGE_WORD = re.compile(r"\b(?:page|seite|pagina|página|p)\s?\d{1,2}\b|\d{1,2}\s?/\s?\d{1,2}", re.I)


def joined(answer: Answer, get: Callable[[str], Answer]) -> Answer:
    """Return a fetched page with the pages that follow it; ``get`` fetches one politely.

    Where a page can't be had, or is another article, what was joined until then is the answer.
    A page that nothing follows comes back untouched.
    """
    page = _text(answer)
    if page is None or _number(answer.url)[1] != 1:
        return answer
    name, pages, last, size = _headline(page), [page], answer, len(page)
    while name and len(pages) < MOST_PAGES:
        url = following(pages[-1], last.url)
        if url is None:
            break
        try:
            last = get(url)
        except StageError:
            break
        text = _text(last)
        if (
            text is None
            or _number(last.url) != _number(url)
            or _headline(text) != name
            or text in pages
        ):
            break
        size += len(text)
        if size > _MOST_CHARACTERS:
            break
        pages.append(text)
    if len(pages) == 1:
        return answer
    content = BREAK.join(pages).encode("utf-8", "replace")
    return dataclasses.replace(answer, content=content, charset="utf-8")


def following(page: str, url: str) -> str | None:
    """Return the address of the page after the one at ``url``, or None where none is linked."""
    base, number = _number(url)
    for facts, text in _links(page[:_LOOKED_AT]):
        try:
            target = web_url(urljoin(url, facts.get("href", "").strip()))
        except ValueError:
            continue
        if not target:
            continue
        target = target.partition("#")[0]
        wanted = text.strip() == str(number + 1) or "next" in facts.get("rel", "").lower().split()
        if wanted and _number(target) == (base, number + 1):
            return target
    return None


def _links(page: str) -> Iterator[tuple[dict[str, str], str]]:
    for link in _LINK.finditer(page):
        facts = {
            match[1].lower(): html.unescape(match[2] or match[3] or match[4] or "")
            for match in _ATTRIBUTE.finditer(link["facts"])
        }
        yield facts, html.unescape(link["text"])


def _number(url: str) -> tuple[str, int]:
    """Split an address into what all pages of an article share and the number of the page.

    A first page mostly has no number; an address whose path ends in a number that is no page's
    (a year, an article's id) is page 1 of itself.
    """
    parts = urlsplit(url)
    query = _IN_QUERY.search(parts.query)
    path, number = parts.path, 1
    rest = parts.query
    if query:
        number, rest = int(query["n"]), _IN_QUERY.sub("", parts.query).strip("&")
    elif (match := _IN_PATH.match(path)) and 2 <= int(match["n"]) <= MOST_PAGES:
        number, path = int(match["n"]), match["base"] + match["end"]
    return f"{parts.scheme}://{parts.netloc}{path.rstrip('/')}?{rest}", number


def _text(answer: Answer) -> str | None:
    try:
        return decode(answer.content, answer.url, answer.charset, markup=True)
    except ReadError:
        return None


def _headline(page: str) -> str:
    """The headline of a page without case, signs and page numbers; "" where it shows none."""
    for pattern in _HEADLINES:
        match = pattern.search(page[:_HEAD])
        if match:
            text = _PAGE_WORD.sub(" ", html.unescape(_TAG.sub(" ", match[1])))
            return "".join(letter for letter in text.casefold() if letter.isalnum())
    return ""
