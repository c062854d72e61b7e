"""Article extraction on news pages with known text, title, authors and day of publication.

Data: the test pages of fundus (https://github.com/flairNLP/fundus, MIT; the pages are their
publishers'), folder ``tests/resources/parser/test_data``: a folder a country with ``Outlet.json``
(expected values of one or more versions), ``Outlet_date.html.gz`` (the pages, in the versions'
order) and ``meta.info`` (their addresses).

Figures: ``body_f1`` is the mean over pages of the token multiset F1 of the text (summary,
subheads and paragraphs are expected; a token is a word, or a single Han or kana character);
``title`` the share of equal titles, white space, quotation marks and invisible characters
aside; ``day`` the share with the expected day of publication in the page's own offset;
``authors_f1`` the mean F1 of the set of names. The same with ``_trafilatura``: trafilatura
alone on the same pages (``bare_extraction`` with metadata, comments off). ``ms_per_page``:
mean processor time a page.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import trafilatura

from dateline.errors import StageError
from dateline.read.article import to_report
from dateline.records import Fetched, Report

_TOKEN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|\\w+")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00ad": None, "\u200b": None})


@dataclass(frozen=True)
class Page:
    """One page and what is expected of it."""

    name: str
    url: str | None
    html: bytes
    expected: dict[str, Any]


@dataclass(frozen=True)
class Found:
    """What an extractor made of a page."""

    body: str = ""
    title: str = ""
    day: str | None = None
    authors: tuple[str, ...] = ()


def run(data: Path | None, args: argparse.Namespace) -> dict[str, float]:
    """Measure both extractors on every page of the folder ``data``."""
    if data is None:
        raise SystemExit("pages: give the folder of test pages with --data")
    pages = list(load(data))
    if not pages:
        raise SystemExit(f"pages: {data} holds no Outlet.json with pages beside it")
    figures = {"pages": float(len(pages))}
    for suffix, extract in (("", _dateline), ("_trafilatura", _trafilatura)):
        scores: list[tuple[float, float, float, float]] = []
        spent = 0.0
        extract(pages[0])  # first calls compile patterns and load tables: not a page's cost
        for count, page in enumerate(pages):
            started = time.process_time()
            found = extract(page)
            spent += time.process_time() - started
            scores.append(_score(page, found))
            if count % 25 == 24:
                print(f"{extract.__name__[1:]}: {count + 1}/{len(pages)}", file=sys.stderr)
        names = ("body_f1", "title", "day", "authors_f1")
        for name, values in zip(names, zip(*scores, strict=True), strict=True):
            figures[name + suffix] = sum(values) / len(values)
        figures["ms_per_page" + suffix] = 1000 * spent / len(pages)
    figures["ms_per_page_ratio"] = figures["ms_per_page"] / figures["ms_per_page_trafilatura"]
    return figures


def load(folder: Path) -> Iterator[Page]:
    """Yield the pages of a folder in fundus's form; the n-th page belongs to the n-th version."""
    for labels in sorted(folder.rglob("*.json")):
        versions = json.loads(labels.read_text(encoding="utf-8"))
        meta = json.loads((labels.parent / "meta.info").read_text(encoding="utf-8"))
        files = sorted(labels.parent.glob(f"{labels.stem}_[0-9]*.html.gz"))
        for file, expected in zip(files, versions.values(), strict=False):
            name = f"{labels.parent.name}/{file.name.removesuffix('.html.gz')}"
            url = meta.get(file.name, {}).get("url")
            yield Page(name, url, gzip.decompress(file.read_bytes()), expected)


def _dateline(page: Page) -> Found:
    item = Fetched(
        id="bench", name=page.name, source="bench", content=page.html, media_type="text/html",
        retrieved=datetime(2026, 1, 1, tzinfo=UTC), url=page.url,
    )  # fmt: skip
    try:
        report = to_report(item)
    except StageError as error:
        print(error, file=sys.stderr)
        return Found()
    return Found(
        body=_text(report), title=report.title or "", day=_day(report), authors=report.authors
    )


def _text(report: Report) -> str:
    kinds = ("paragraph", "heading", "list", "quote")
    return "\n".join(
        report.text[block.start : block.end] for block in report.blocks if block.kind in kinds
    )


def _day(report: Report) -> str | None:
    if report.published is None:
        return None
    return report.published.astimezone(ZoneInfo(report.zone or "UTC")).date().isoformat()


def _trafilatura(page: Page) -> Found:
    found = trafilatura.bare_extraction(
        page.html.decode("utf-8", "replace"),
        url=page.url,
        with_metadata=True,
        include_comments=False,
    )
    if found is None:
        return Found()
    names = tuple(name.strip() for name in (found.author or "").split(";") if name.strip())
    return Found(found.text or "", found.title or "", found.date, names)


def _score(page: Page, found: Found) -> tuple[float, float, float, float]:
    expected = page.expected
    return (
        _f1(_tokens(_expected_body(expected["body"])), _tokens(found.body)),
        float(_plain(expected.get("title") or "") == _plain(found.title)),
        float(str(expected.get("publishing_date"))[:10] == found.day),
        _f1(_names(expected.get("authors") or ()), _names(found.authors)),
    )


def _expected_body(body: dict[str, Any]) -> str:
    parts = list(body.get("summary") or ())
    for section in body.get("sections") or ():
        parts += [*(section.get("headline") or ()), *(section.get("paragraphs") or ())]
    return "\n".join(parts)


def _tokens(text: str) -> Counter[str]:
    return Counter(_TOKEN.findall(text.lower()))


def _names(names: Iterable[str]) -> Counter[str]:
    return Counter({" ".join(name.lower().split()) for name in names})


def _plain(text: str) -> str:
    return " ".join(text.translate(_QUOTES).split())


def _f1(expected: Counter[str], found: Counter[str]) -> float:
    if not expected and not found:
        return 1.0
    return 2 * (expected & found).total() / (expected.total() + found.total())
