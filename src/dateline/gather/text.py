"""Plain text and Markdown, with a front matter where there is one."""

from __future__ import annotations

from dateline.gather.facts import hints_from
from dateline.gather.item import Carrier, Item, fetched, rejected
from dateline.records import Hints

_FENCE = "---"
_MOST_LINES = 200  # of a front matter
_KEYS = {
    "id", "title", "outlet", "country", "language", "author", "authors", "byline", "published",
    "updated", "zone", "url", "section",
}  # fmt: skip


def text_item(text: str, media_type: str, carrier: Carrier) -> Item:
    """Take one plain text or Markdown file; what it doesn't state stays unknown."""
    facts, body = split_front_matter(text)
    if not body.strip():
        return rejected(carrier.name, "empty", "holds no text")
    hints = hints_from(facts) if facts else Hints()
    return fetched(carrier, body.strip("\n"), media_type, hints)


def split_front_matter(text: str) -> tuple[dict[str, object], str]:
    """Split ``text`` into the facts of its front matter and the rest.

    A front matter opens the text with a line ``---`` and ends with another; between them
    stand ``key: value`` lines, ``#`` comments and lists (``[a, b]``, or ``- a`` lines under
    the key). Where no line states a known key it is none: two rules in a text are no facts.
    """
    lines = text.split("\n", _MOST_LINES + 2)
    if not lines or lines[0].rstrip() != _FENCE:
        return {}, text
    end = next(
        (at for at, line in enumerate(lines[1 : _MOST_LINES + 2], 1) if line.rstrip() == _FENCE),
        None,
    )
    if end is None:
        return {}, text
    facts = _read_lines(lines[1:end])
    if not _KEYS & facts.keys():
        return {}, text
    return facts, "\n".join(lines[end + 1 :])


def _read_lines(lines: list[str]) -> dict[str, object]:
    facts: dict[str, object] = {}
    under = ""
    for line in lines:
        stripped = line.strip()
        if not stripped or stripped.startswith("#"):
            continue
        if stripped.startswith("- ") and under:
            earlier = facts.get(under)
            known = earlier if isinstance(earlier, list) else []
            facts[under] = [*known, _unquoted(stripped[2:])]
            continue
        key, colon, value = stripped.partition(":")
        if colon and not line[:1].isspace():
            under = key.strip().lower()
            facts[under] = _value(value)
    return facts


def _value(written: str) -> object:
    written = written.strip()
    if written.startswith("[") and written.endswith("]"):
        return [_unquoted(part) for part in written[1:-1].split(",")]
    return _unquoted(written)


def _unquoted(written: str) -> str:
    written = written.strip()
    if len(written) >= 2 and written[0] == written[-1] and written[0] in "\"'":
        return written[1:-1]
    comment = written.find(" #")
    return written[:comment].rstrip() if comment >= 0 else written
