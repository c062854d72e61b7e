"""The feeds that a page says it has, and where sites that say nothing usually have one."""

from __future__ import annotations

import html
import re
from urllib.parse import urljoin

from dateline.gather.facts import web_url

_LINK = re.compile(r"<link\s([^<>]{1,2000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"""([a-z-]{1,20})\s{0,5}=\s{0,5}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.I
)
_FEED_TYPES = {"application/rss+xml", "application/atom+xml", "application/feed+json"}
_LOOKED_AT = 300_000  # characters; links stand in a page's head


def feed_links(page: str, url: str) -> tuple[str, ...]:
    """Return the addresses of the feeds that the page at ``url`` links to, best first.

    Feeds of comments come after the others; otherwise the page's order holds.
    """
    found: dict[str, bool] = {}
    for link in _LINK.finditer(page[:_LOOKED_AT]):
        facts = {
            match[1].lower(): html.unescape(match[2] or match[3] or match[4] or "")
            for match in _ATTRIBUTE.finditer(link[1])
        }
        if "alternate" not in facts.get("rel", "").lower().split():
            continue
        if facts.get("type", "").partition(";")[0].strip().lower() not in _FEED_TYPES:
            continue
        try:
            target = web_url(urljoin(url, facts.get("href", "").strip()))
        except ValueError:
            continue
        if target:
            about = f"{facts.get('title', '')} {target}".lower()
            found.setdefault(target, "comment" in about)
    return tuple(sorted(found, key=lambda target: found[target]))


# Where the common systems (WordPress, Hugo, Jekyll, Ghost, Drupal, Django and Substack among
# them) put a site's feed, commonest first.
_USUAL = (
    "feed", "rss", "rss.xml", "feed.xml", "atom.xml", "index.xml", "feed/atom", "feed.json",
)  # fmt: skip


def usual_places(url: str) -> tuple[str, ...]:
    """Return the addresses at which the site of ``url`` would have its feed if it followed habit:
    beside the page first, then at the site's root.
    """
    beside = url.partition("?")[0].partition("#")[0].rstrip("/") + "/"
    found = [urljoin(base, path) for path in _USUAL for base in (beside, urljoin(url, "/"))]
    return tuple(dict.fromkeys(found))
