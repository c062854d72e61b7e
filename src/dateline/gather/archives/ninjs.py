"""ninjs of the IPTC, versions 1, 2 and 3 (https://iptc.org/standards/ninjs/)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.gather.archives.entry import Entry, with_dateline
from dateline.gather.archives.paragraphs import html_paragraphs
from dateline.gather.item import one_line

# Version 3 writes in camel case what 1 and 2 write in lower case: keys are compared in lower case.
_MARKS = ("versioncreated", "pubstatus", "body_text", "body_xhtml", "bodies", "headlines")


def is_ninjs(value: Mapping[str, object]) -> bool:
    """Tell a ninjs object: it has a ``uri`` and two of the fields that no other dialect has."""
    keys = {key.lower() for key in value}
    return "uri" in keys and sum(mark in keys for mark in _MARKS) >= 2


def ninjs_entry(value: Mapping[str, object]) -> Entry:
    """Read a ninjs object."""
    facts = {key.lower(): found for key, found in value.items()}
    headline = facts.get("headline") or _by_role(facts.get("headlines")) or facts.get("title")
    published = facts.get("firstcreated") or facts.get("contentcreated")
    version = facts.get("versioncreated")
    return Entry(
        facts={
            "id": facts.get("uri"),
            "title": headline,
            "byline": facts.get("byline") or facts.get("by"),
            "outlet": _source(facts) or facts.get("copyrightholder"),
            "published": published or version,
            "updated": version if published else None,
            "language": facts.get("language"),
            "url": _page(facts),
        },
        text=with_dateline(one_line(facts.get("dateline")), _paragraphs(facts)),
        status=str(facts.get("pubstatus") or ""),
        embargo=str(facts.get("embargoed") or ""),
    )


def _paragraphs(facts: Mapping[str, object]) -> list[str]:
    text = facts.get("body_text")
    if isinstance(text, str) and text.strip():
        return [text.strip("\n")]
    markup = facts.get("body_xhtml") or facts.get("body_html")
    if isinstance(markup, str) and markup.strip():
        return html_paragraphs(markup)
    bodies = facts.get("bodies")
    for body in bodies if isinstance(bodies, list) else ():
        if not isinstance(body, dict):
            continue
        found = {key.lower(): part for key, part in body.items()}
        words = found.get("value")
        if isinstance(words, str) and words.strip():
            markup_type = "html" in str(found.get("contenttype") or "")
            return html_paragraphs(words) if markup_type else [words.strip("\n")]
    return []


def _by_role(values: object) -> str | None:
    """Return the main one of several headlines, or the first."""
    listed = [one for one in values if isinstance(one, dict)] if isinstance(values, list) else []
    main = [one for one in listed if str(one.get("role", "")).rpartition(":")[2] in ("", "main")]
    return next((one_line(one.get("value")) for one in (*main, *listed)), None)


def _source(facts: Mapping[str, object]) -> str | None:
    """Return the name of the first information source."""
    sources = facts.get("infosource") or facts.get("infosources")
    for source in sources if isinstance(sources, Sequence) else ():
        if isinstance(source, dict):
            name = one_line(source.get("name"))
            if name:
                return name
    return None


def _page(facts: Mapping[str, object]) -> object:
    """Return where the item is a page: ``url``, or the ``uri`` where it is a web address."""
    return facts.get("url") or facts.get("uri")
