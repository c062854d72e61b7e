"""What a feed says of itself before its first entry: its title, and how often it wants to be read.

RSS 2.0's ``ttl`` is minutes (https://www.rssboard.org/rss-specification#ltttlgtSubelementOfLtchannelgt);
``sy:updatePeriod`` and ``sy:updateFrequency`` are of the RSS 1.0 syndication module
(https://web.resource.org/rss/1.0/modules/syndication/). ``Cache-Control: max-age`` is the
server's own word (RFC 9111).
"""

from __future__ import annotations

import html
import json
import re

from dateline.errors import ReadError
from dateline.gather.charset import decode
from dateline.gather.fetch import Answer
from dateline.gather.item import one_line
from dateline.records import record

_HEAD = 100_000  # characters that are looked at
_ENTRY = re.compile(r"<(?:\w{1,20}:)?(?:item|entry)\b")
_TITLE = re.compile(r"<title\b[^>]{0,200}>(.{0,2000}?)</title>", re.DOTALL | re.IGNORECASE)
_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_TAG = re.compile(r"<[^<>]{0,500}>")
_TTL = re.compile(r"<ttl>\s{0,20}(\d{1,6})\s{0,20}</ttl>", re.IGNORECASE)
_PERIOD = re.compile(
    r"<\w{1,20}:updatePeriod\b[^>]{0,300}>\s{0,20}(\w{4,7})\s{0,20}<", re.IGNORECASE
)
_FREQUENCY = re.compile(
    r"<\w{1,20}:updateFrequency\b[^>]{0,300}>\s{0,20}(\d{1,4})\s{0,20}<", re.IGNORECASE
)
_PERIODS = {"hourly": 3600, "daily": 86_400, "weekly": 604_800, "monthly": 2_592_000,
            "yearly": 31_536_000}  # fmt: skip
_LONGEST = 86_400  # seconds; a feed that asks for less than once a day is read once a day


@record
class Channel:
    """``title`` of the feed, "" where it has none; ``interval`` in seconds that it asks to be
    left alone between readings, 0 where it says nothing.
    """

    title: str = ""
    interval: int = 0


def channel(answer: Answer) -> Channel:
    """Read what the feed in ``answer`` says of itself; what can't be read is unsaid."""
    try:
        text = decode(answer.content, answer.url, answer.charset, markup=True)
    except ReadError:
        return Channel(interval=min(answer.max_age, _LONGEST))
    if text.lstrip()[:1] == "{":
        title, asked = _json_title(text), 0
    else:
        found = _ENTRY.search(text[:_HEAD])
        head = text[: found.start()] if found else text[:_HEAD]
        title, asked = _title(head), max(_ttl(head), _update_period(head))
    return Channel(title=title, interval=min(max(asked, answer.max_age), _LONGEST))


def _title(head: str) -> str:
    found = _TITLE.search(head)
    if not found:
        return ""
    plain = html.unescape(_CDATA.sub(r"\1", found[1]))
    return one_line(_TAG.sub("", plain)) or ""


def _json_title(text: str) -> str:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return ""
    return (one_line(value.get("title")) or "") if isinstance(value, dict) else ""


def _ttl(head: str) -> int:
    found = _TTL.search(head)
    return int(found[1]) * 60 if found else 0


def _update_period(head: str) -> int:
    period = _PERIOD.search(head)
    seconds = _PERIODS.get(period[1].lower(), 0) if period else 0
    often = _FREQUENCY.search(head)
    return seconds // max(int(often[1]), 1) if often else seconds
