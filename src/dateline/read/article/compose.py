"""From a draft to a report: the stored text, its blocks, its ids."""

from __future__ import annotations

from datetime import UTC, datetime

from dateline.errors import ReadError
from dateline.read.article.address import address
from dateline.read.article.clean import clean, line
from dateline.read.article.credits import credits, dateline
from dateline.read.article.draft import Draft, Piece
from dateline.records import Block, Fetched, Made, Report, content_id

VERSION = 1
# A book of 150,000 words; the longest live blogs have a third of it.
MAX_TEXT = 1_000_000


def compose(fetched: Fetched, draft: Draft) -> Report:
    """Build the report. What the carrier declares wins over what the item says of itself."""
    hints = fetched.hints
    title = line(hints.title or draft.title) or None
    text, blocks = _text(title, draft.pieces)
    if not any(block.kind not in ("title", "derivation", "heading") for block in blocks):
        raise ReadError(fetched.name, "the item holds no text", kind="empty")
    if len(text) > MAX_TEXT:
        raise ReadError(
            fetched.name, f"{len(text):,} characters of text are no report", kind="too-large"
        )
    outlet = line(hints.outlet or draft.outlet) or None
    url = address(draft.url) or address(hints.url or fetched.url)
    published = _utc(hints.published) or _utc(draft.published)
    key = _key(url, outlet, hints.own_id, title, text)
    report = content_id("rep", key, title, text, published.isoformat() if published else None)
    authors = tuple(line(name) for name in hints.authors) or draft.authors
    opening = dateline(text, blocks, report)
    return Report(
        id=report,
        key=key,
        text=text,
        blocks=blocks,
        retrieved=fetched.retrieved.astimezone(UTC),
        made=Made(stage="read", version=VERSION, engine=draft.engine),
        fetched=fetched.id,
        own_id=hints.own_id,
        outlet=outlet,
        country=hints.country,
        language=hints.language or draft.language,
        url=url,
        authors=authors,
        section=line(hints.section or draft.section) or None,
        published=published,
        updated=_utc(hints.updated) or _utc(draft.updated),
        zone=hints.zone or (None if hints.published else _zone(draft.published)),
        dateline=opening,
        credits=credits(text, blocks, report, authors, opening, outlet),
        paywalled=draft.paywalled,
    )


def _text(title: str | None, pieces: tuple[Piece, ...]) -> tuple[str, tuple[Block, ...]]:
    """Join the parts by a blank line, the headline first, and say where each stands."""
    parts: list[str] = []
    blocks: list[Block] = []
    position = 0
    head = (Piece(kind="title", text=title),) if title else ()
    for piece in (*head, *pieces):
        part = " ".join(clean(piece.text).split())
        if not part:
            continue
        end = position + len(part)
        blocks.append(Block(kind=piece.kind, start=position, end=end, at=_utc(piece.at)))
        parts.append(part)
        position += len(part) + 2
    return "\n\n".join(parts), tuple(blocks)


def _key(
    url: str | None, outlet: str | None, own_id: str | None, title: str | None, text: str
) -> str:
    if url:
        return f"url:{url}"
    if outlet and own_id:
        return f"own:{outlet}/{own_id}"
    if outlet and title:
        return f"title:{outlet}/{title}"
    return content_id("text", text)


def _utc(time: datetime | None) -> datetime | None:
    return time.astimezone(UTC) if time is not None and time.tzinfo is not None else None


# Offsets that aren't whole hours, each with the zone of most readers there (IANA has no Etc/ name).
_ODD_OFFSETS = {
    210: "Asia/Tehran", 270: "Asia/Kabul", 330: "Asia/Kolkata", 345: "Asia/Kathmandu",
    390: "Asia/Yangon", 570: "Australia/Darwin", -210: "America/St_Johns",
    -150: "America/St_Johns", 630: "Australia/Adelaide",
}  # fmt: skip


def _zone(time: datetime | None) -> str | None:
    """Name the zone of the offset that the page wrote; None for UTC, which names no place."""
    offset = time.utcoffset() if time is not None else None
    minutes = int(offset.total_seconds()) // 60 if offset is not None else 0
    if minutes == 0:
        return None
    if minutes % 60:
        return _ODD_OFFSETS.get(minutes)
    hours = minutes // 60
    return f"Etc/GMT{-hours:+d}" if -14 <= -hours <= 12 else None  # POSIX signs run the other way
