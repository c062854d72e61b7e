"""Web addresses in the one form by which items are told apart."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from dateline.read.article.clean import line

# Parts of an address that say where a reader came from, not what is read.
_TRACKING = re.compile(
    r"^(?:utm_\w+|fbclid|gclid|msclkid|mc_[ce]id|igshid|cmpid|ocid|smid|at_\w+)$"
)


def address(url: str | None) -> str | None:
    """Return a web address without fragment and tracking parameters; None when it is none."""
    if not url:
        return None
    try:
        parts = urlsplit(line(url, 2000))
        host = (parts.hostname or "").lower()
        port = f":{parts.port}" if parts.port and parts.port not in (80, 443) else ""
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not host:
        return None
    query = [pair for pair in parse_qsl(parts.query, True) if not _TRACKING.match(pair[0])]
    return urlunsplit((parts.scheme.lower(), host + port, parts.path or "/", urlencode(query), ""))
