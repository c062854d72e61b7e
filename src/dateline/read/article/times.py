"""When a page says that it was published and updated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from lxml import etree

from dateline.read.article.declared import Declared, strings
from dateline.records import record

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "date", "pubdate",
    "publishdate", "publish-date", "publication_date", "dc.date.issued", "dcterms.created",
    "dc.date", "dcterms.date", "cxenseparse:publishtime", "article.published",
    "iso-8601-publish-date", "datecreated", "last-modified-date", "news_date", "article:published",
)  # fmt: skip
_UPDATED = (
    "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified",
    "dc.date.modified", "last-modified", "article.updated", "article:modified",
)  # fmt: skip
_ISO = re.compile(
    r"(?P<y>(?:19|20)\d{2})[-/.]?(?P<m>\d{2})[-/.]?(?P<d>\d{2})"
    r"(?:[T\s,]{1,3}(?P<h>\d{2}):?(?P<min>\d{2})(?::?(?P<s>\d{2}))?(?:[.,]\d{1,9})?"
    r"\s?(?P<z>Z|UTC|GMT|KST|JST|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?(?!\d)",
    re.I,
)
_NAMED = re.compile(
    r"(?:[A-Z][a-z]{2},?\s)?(?P<d>\d{1,2})\s(?P<mon>[A-Z][a-z]{2})[a-z]*\.?,?\s(?P<y>(?:19|20)\d{2})"
    r"(?:,?\s(?P<h>\d{1,2}):(?P<min>\d{2})(?::(?P<s>\d{2}))?\s?(?P<z>Z|GMT|UTC|[+-]\d{4})?)?"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ABBREVIATIONS = {"Z": 0, "UTC": 0, "GMT": 0, "KST": 540, "JST": 540}
_JAVASCRIPT = re.compile(
    r"\w{3} (?P<mon>\w{3}) (?P<d>\d{2}) (?P<y>\d{4}) (?P<h>\d{2}):(?P<min>\d{2}):(?P<s>\d{2})"
)
# Orders that don't depend on the country: day.month.year with points (a short year only before
# a clock time), year first, and the month in English.
_SHOWN = re.compile(
    r"(?<!\d)(?:(?P<d1>\d{1,2})\.\s?(?P<m1>\d{1,2})\.\s?(?P<y1>20\d{2})"
    r"|(?P<d3>\d{1,2})\.(?P<m3>\d{1,2})\.(?P<y3>\d{2})(?=\W{1,5}\d{1,2}:\d{2})"
    r"|(?P<y2>20\d{2})(?:[./-]|年)\s?(?P<m2>\d{1,2})(?:[./-]|月)\s?(?P<d2>\d{1,2}))(?!\d)"
    r"(?:\D{1,12}(?P<clock>\d{1,2}:\d{2})(?!\d))?"
)
_IN_ENGLISH = re.compile(r"\b(?P<mon>[A-Z][a-z]{2})[a-z]{0,6}\.?\s(?P<d>\d{1,2}),?\s(?P<y>20\d{2})")
_IN_URL = re.compile(r"/(20\d{2})[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=\D|$)")
_MAX_TIMES = 50


@record
class Times:
    """Publication and last update, aware; the offset is the page's own, UTC where it has none."""

    published: datetime | None = None
    updated: datetime | None = None


def times(
    tree: etree._Element, declared: Declared, url: str | None, bylines: Iterable[str]
) -> Times:
    """Return what the page declares: JSON-LD first, then meta elements, then time elements.

    Where nothing is declared, a full date in one of the ``bylines`` (short lines about the
    headline) or in the address counts; else publication is unknown. A time without offset
    takes the offset of the page's other times.
    """
    first = [read_time(text) for text in _published(tree, declared)]
    last = [read_time(text) for text in _updated(tree, declared)]
    offset = next((one.tzinfo for one in [*first, *last] if one and one.tzinfo), None)
    published = next((one for one in first if one), None) or _shown(bylines) or _from_url(url)
    updated = next((one for one in last if one), None)
    published, updated = _aware(published, offset), _aware(updated, offset)
    if published and updated and updated < published:
        updated = None  # an update before publication is a template's date
    return Times(published=published, updated=updated)


def _aware(time: datetime | None, offset: Any) -> datetime | None:
    return time.replace(tzinfo=offset or UTC) if time and time.tzinfo is None else time


def _published(tree: etree._Element, declared: Declared) -> Iterator[str]:
    for article in declared.articles[:1]:
        for name in ("datePublished", "dateCreated", "uploadDate"):
            yield from strings(article.get(name))[:1]
    for name in _PUBLISHED:
        yield from declared.meta.get(name, ())[:1]
    for article in declared.articles[1:3]:
        yield from strings(article.get("datePublished"))[:1]
    for node in declared.others[:20]:
        if {"WebPage", "VideoObject", "ReportageNewsArticle"} & set(strings(node.get("@type"))):
            yield from strings(node.get("datePublished") or node.get("uploadDate"))[:1]
    yield from _elements(tree, "datePublished", "pubdate")


def _updated(tree: etree._Element, declared: Declared) -> Iterator[str]:
    for article in declared.articles[:1]:
        yield from strings(article.get("dateModified"))[:1]
    for name in _UPDATED:
        yield from declared.meta.get(name, ())[:1]


def _elements(tree: etree._Element, itemprop: str, attribute: str) -> Iterator[str]:
    """Yield the times of elements marked as the publication, then of every time element."""
    marked: list[str] = []
    others: list[str] = []
    for count, element in enumerate(tree.iter("time", "span", "div", "p", "abbr")):
        if count > 20_000 or len(others) > _MAX_TIMES:
            break
        named = itemprop in (element.get("itemprop") or "") or element.get(attribute) is not None
        if named:
            marked.append(element.get("datetime") or element.get("content") or element.text or "")
        elif element.tag == "time" and element.get("datetime"):
            others.append(element.get("datetime"))
    yield from marked
    yield from others[:1]


def read_time(text: str) -> datetime | None:
    """Read one declared time; None when it is none, or impossible. Naive without an offset."""
    text = text.strip()[:60]
    match = _ISO.search(text) or _NAMED.search(text) or _JAVASCRIPT.search(text)
    if match is None:
        return _timestamp(text)
    parts = match.groupdict()
    month = parts.get("m") or str(_MONTHS.index(mon) + 1 if (mon := _month(parts)) else 0)
    try:
        time = datetime(  # noqa: DTZ001
            int(parts["y"]), int(month), int(parts["d"]),
            int(parts["h"] or 0), int(parts["min"] or 0), int(parts["s"] or 0),
        )  # fmt: skip
        zone = _zone(parts.get("z"))
    except ValueError:
        return None
    return time.replace(tzinfo=zone) if zone is not None else time


def _month(parts: dict[str, str | None]) -> str | None:
    name = (parts.get("mon") or "").lower()
    return name if name in _MONTHS else None


def _zone(written: str | None) -> timezone | None:
    if not written:
        return None
    minutes = _ABBREVIATIONS.get(written.upper())
    if minutes is None:
        digits = written[1:].replace(":", "")
        minutes = int(digits[:2]) * 60 + int(digits[2:] or 0)
        minutes = -minutes if written[0] == "-" else minutes
    return timezone(timedelta(minutes=minutes))


def _timestamp(text: str) -> datetime | None:
    """Read seconds or milliseconds since 1970, as some pages write them."""
    if not re.fullmatch(r"\d{10}(?:\d{3})?", text):
        return None
    return datetime.fromtimestamp(int(text[:10]), UTC)


def _shown(bylines: Iterable[str]) -> datetime | None:
    """Return the first full date that a line shows, in an order that can't be misread."""
    for text in bylines:
        text = text[:200]
        english = _IN_ENGLISH.search(text)
        if english:
            text = f"{english['d']} {english['mon']} {english['y']}"
            found = read_time(text)
        elif match := _SHOWN.search(text):
            year, month, day = (
                match[f"{part}1"] or match[f"{part}2"] or match[f"{part}3"] for part in "ymd"
            )
            clock = match["clock"] or "00:00"
            found = read_time(
                f"{int(year) % 2000 + 2000}-{int(month):02}-{int(day):02}T{clock:0>5}"
            )
        else:
            continue
        if found:
            return found
    return None


def _from_url(url: str | None) -> datetime | None:
    match = _IN_URL.search(url or "")
    return read_time("-".join(match.groups())) if match else None
