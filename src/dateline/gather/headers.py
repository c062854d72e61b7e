"""HTTP header values that more than one form needs."""

from __future__ import annotations

import re

_CHARSET = re.compile(r"""charset\s{0,5}=\s{0,5}["']?([\w.:-]{1,40})""", re.IGNORECASE)
_MAX_AGE = re.compile(r"""(?:^|[\s,])max-age\s{0,5}=\s{0,5}"?(\d{1,9})""", re.IGNORECASE)


def content_type(value: str | None) -> tuple[str, str | None]:
    """Split a Content-Type into media type (lower case, "" if unknown) and charset."""
    if not value:
        return "", None
    media_type = value[:200].partition(";")[0].strip().lower()
    found = _CHARSET.search(value[:400])
    return media_type, found[1] if found else None


def max_age(value: str | None) -> int:
    """Return the seconds for which a Cache-Control calls an answer fresh (RFC 9111), else 0."""
    found = _MAX_AGE.search(value[:400]) if value else None
    return int(found[1]) if found else 0
