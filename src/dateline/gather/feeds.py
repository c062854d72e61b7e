"""RSS, Atom and JSON Feed: one item an entry."""

from __future__ import annotations

import calendar
import dataclasses
import html
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from dateline.errors import ReadError
from dateline.gather.addresses import printable_url
from dateline.gather.dates import plausible, read_time
from dateline.gather.facts import authors_from, language_code, web_url
from dateline.gather.feedmarkup import parse_feed, well_formed
from dateline.gather.item import Carrier, Item, Remark, fetched, one_line, rejected
from dateline.gather.mend import mended, remarks_on
from dateline.gather.options import GatherOptions
from dateline.records import Hints

_TAG = re.compile(r"</?[A-Za-z!][^<>]{0,1000}>")
# In a title, the text of these is no text of the title.
_HIDDEN = re.compile(r"<(script|style)\b[^<>]{0,1000}>.{0,5000}?</\1\s{0,5}>", re.I | re.DOTALL)
_TEASER_LENGTH = 500  # characters of text under which an entry with a link is taken for a teaser
_CUT_OFF = re.compile(
    r"(\.\.\.|…|\[\.\.\.\]|\[…\]|(continue reading|read more|続きを読む)\W{0,5})$", re.I
)


def feed_items(
    text: str, carrier: Carrier, options: GatherOptions, now: datetime
) -> Iterator[Item | Remark]:
    """Take each entry of a decoded RSS or Atom feed; remarks say what had to be mended.

    Raises ReadError where the text is no feed (*broken*), declares entities (*entity*), has
    no entries (*empty*) or far too many (*too-large*). A date that can't be read, lies before
    1990 or more than two days after ``now`` is left unknown; the entry is kept. So are entries
    whose id or link others share: these name nothing then and are left out.
    """
    parsed = parse_feed(text, carrier.name, carrier.url, options)
    if not parsed.entries:
        kind, why = (
            ("empty", "the feed has no entries") if parsed.version else ("broken", "is no feed")
        )
        raise ReadError(carrier.name, why, kind=kind)
    outlet = one_line(parsed.feed.get("title"))
    language = language_code(parsed.feed.get("language"))
    entries = parsed.entries[: options.max_feed_entries]
    stated = [_entry_hints(entry, outlet, language) for entry in entries]
    titles = [str(entry.get("title") or "") for entry in entries]
    yield from remarks_on(
        text, [one.published for one in stated], titles, now, well_formed=well_formed(parsed)
    )
    hints, remarks = mended([_plausible(one, now) for one in stated])
    yield from remarks
    for number, (entry, one) in enumerate(zip(entries, hints, strict=True), 1):
        yield entry_item(one, _fullest(entry), number, carrier)
    yield from _left_over(parsed.left_out, carrier, options)


def json_feed_items(
    value: Mapping[str, Any], carrier: Carrier, options: GatherOptions, now: datetime
) -> Iterator[Item]:
    """Take each entry of a decoded JSON Feed (https://www.jsonfeed.org/version/1.1/)."""
    entries = value.get("items")
    if not isinstance(entries, list) or not entries:
        raise ReadError(carrier.name, "the feed has no entries", kind="empty")
    outlet = one_line(value.get("title"))
    language = language_code(value.get("language"))
    authors = _json_authors(value)
    for number, entry in enumerate(entries[: options.max_feed_entries], 1):
        if not isinstance(entry, dict):
            yield rejected(f"{carrier.name}#{number}", "broken", "the entry is not an object")
            continue
        hints = Hints(
            own_id=one_line(entry.get("id")),
            title=one_line(entry.get("title")),
            outlet=outlet,
            language=language_code(entry.get("language")) or language,
            authors=_json_authors(entry) or authors,
            published=plausible(read_time(entry.get("date_published")), now),
            updated=plausible(read_time(entry.get("date_modified")), now),
            url=web_url(entry.get("url")) or web_url(entry.get("external_url")),
        )
        marked, plain = entry.get("content_html"), entry.get("content_text")
        body = marked if isinstance(marked, str) and marked.strip() else ""
        if not body:
            spare = plain if isinstance(plain, str) and plain.strip() else entry.get("summary")
            body = _paragraphs(spare) if isinstance(spare, str) else ""
        yield entry_item(hints, body, number, carrier)
    yield from _left_over(len(entries) - options.max_feed_entries, carrier, options)


def is_json_feed(value: object) -> bool:
    """Tell whether decoded JSON is a JSON Feed."""
    return isinstance(value, dict) and "jsonfeed.org/version" in str(value.get("version"))[:200]


def entry_item(hints: Hints, body: str, number: int, carrier: Carrier) -> Item:
    """Take one feed entry, called by its link or ``feed#NUMBER``, as a small page."""
    name = printable_url(hints.url) if hints.url else f"{carrier.name}#{number}"
    part = carrier.part(name, hints.url)
    if not body.strip() and not hints.title:
        return rejected(part.name, "empty", "the entry has neither title nor text")
    title = html.escape(hints.title or "")
    language = f' lang="{hints.language}"' if hints.language else ""
    page = (
        f'<!DOCTYPE html>\n<html{language}><head><meta charset="utf-8"><title>{title}</title>'
        f"</head>\n<body><article>{body.strip()}</article></body></html>\n"
    )
    return fetched(part, page.replace("\x00", ""), "text/html", hints)


def is_teaser(page: str) -> bool:
    """Tell whether an entry's page holds only the opening of the linked text."""
    body = page.partition("<body>")[2]
    text = " ".join(html.unescape(_TAG.sub(" ", body)).split())
    return len(text) < _TEASER_LENGTH or bool(_CUT_OFF.search(text[-40:]))


def _plausible(hints: Hints, now: datetime) -> Hints:
    return dataclasses.replace(
        hints,
        published=plausible(hints.published, now),
        updated=plausible(hints.updated, now),
    )


def _entry_hints(entry: Any, outlet: str | None, language: str | None) -> Hints:
    source = entry.get("source")
    named = one_line(source.get("title")) if isinstance(source, Mapping) else None
    details = entry.get("authors") or ()
    authors = [one.get("name") or one.get("email") for one in details if isinstance(one, Mapping)]
    return Hints(
        own_id=one_line(entry.get("id")),
        title=_plain(entry.get("title")),
        outlet=named or outlet,
        language=language_code(entry.get("language")) or language,
        authors=authors_from(authors, entry.get("author")),
        published=_utc(entry.get("published_parsed")),
        # feedparser's own get would give the publication time where there is no update
        updated=_utc(dict.get(entry, "updated_parsed")),
        url=web_url(entry.get("link")),
    )


def _plain(title: object) -> str | None:
    """Return a title, which may be marked up, as text."""
    if not isinstance(title, str):
        return None
    return one_line(html.unescape(_TAG.sub("", _HIDDEN.sub("", title[:20_000]))))


def _utc(parsed: Any) -> datetime | None:
    try:
        return datetime.fromtimestamp(calendar.timegm(parsed), UTC) if parsed else None
    except (ValueError, OverflowError, OSError, TypeError):
        return None


def _fullest(entry: Any) -> str:
    """Return the longest of an entry's contents and summary, as HTML."""
    candidates = list(entry.get("content") or ())
    if entry.get("summary"):
        candidates.append(entry.get("summary_detail") or {"value": entry.get("summary")})
    best = ""
    for candidate in candidates:
        value = candidate.get("value") if isinstance(candidate, Mapping) else None
        if not isinstance(value, str):
            continue
        marked = _paragraphs(value) if candidate.get("type") == "text/plain" else value
        best = max(best, marked, key=len)
    return best


def _paragraphs(plain: str) -> str:
    return "\n".join(
        f"<p>{html.escape(part)}</p>" for part in re.split(r"\n\s*\n", plain) if part.strip()
    )


def _json_authors(value: Mapping[str, Any]) -> tuple[str, ...]:
    listed = value.get("authors")
    people = listed if isinstance(listed, list) else [value.get("author")]
    return authors_from([person.get("name") for person in people if isinstance(person, Mapping)])


def _left_over(extra: int, carrier: Carrier, options: GatherOptions) -> Iterator[Item]:
    if extra > 0:
        yield rejected(
            f"{carrier.name}#{options.max_feed_entries + 1}",
            "too-large",
            f"{extra:,} further entries of the feed were left out",
        )
