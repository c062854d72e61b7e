"""Facts that a front matter or a JSON object states of an item, read into Hints."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from dateline.gather.dates import known_zone, read_time, zone_of
from dateline.gather.item import one_line
from dateline.records import Hints

_AUTHORS_LIMIT = 50


def hints_from(facts: Mapping[str, object]) -> Hints:
    """Read Hints from a mapping; unknown keys and bad values are left out."""
    zone = one_line(facts.get("zone"))
    zone = zone if known_zone(zone) else None
    return Hints(
        own_id=one_line(facts.get("id")),
        title=one_line(facts.get("title")),
        outlet=one_line(facts.get("outlet")),
        country=one_line(facts.get("country")),
        language=language_code(facts.get("language")),
        authors=authors_from(facts.get("author"), facts.get("authors"), facts.get("byline")),
        published=read_time(facts.get("published"), zone),
        updated=read_time(facts.get("updated"), zone),
        zone=zone or zone_of(facts.get("published")),
        url=web_url(facts.get("url")),
        section=one_line(facts.get("section")),
    )


def authors_from(*values: object) -> tuple[str, ...]:
    """Return the authors of the first value that names any: a string, or a list of strings."""
    for value in values:
        parts: Iterable[object] = value if isinstance(value, list | tuple) else (value,)
        names = [name for part in parts if isinstance(part, str) and (name := one_line(part))]
        if names:
            return tuple(dict.fromkeys(names))[:_AUTHORS_LIMIT]
    return ()


def language_code(value: object) -> str | None:
    """Return the language of a tag such as ``en-GB`` or ``zh_TW`` in lower case, or None."""
    text = one_line(value)
    code = text.replace("_", "-").split("-")[0].lower() if text else ""
    return code if code.isascii() and code.isalpha() and 2 <= len(code) <= 3 else None


def web_url(value: object) -> str | None:
    """Return ``value`` as an http(s) address without user name and password, or None."""
    text = one_line(value)
    if text is None or " " in text:
        return None
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname:
        return None
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
