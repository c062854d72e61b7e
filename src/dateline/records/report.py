"""Report: an item as one outlet published it."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from dateline.records._base import Made, record
from dateline.records.span import Span

BlockKind = Literal["title", "paragraph", "heading", "caption", "list", "quote", "derivation"]


@record
class Block:
    """A structural part of a report's text: characters ``start`` to ``end`` (exclusive).

    *title* is the headline; *heading* a heading inside the text: structure, never a sentence;
    *derivation* a line that says where the text came from ("Source: ..."). ``at`` is when the
    part was published where that is known apart from the report: an update of a live blog.
    """

    kind: BlockKind
    start: int
    end: int
    at: datetime | None = None


@record
class Dateline:
    """The opening "NARA, Japan (Reuters) —" of a report: ``place`` as written, ``agency``."""

    span: Span
    place: str | None = None
    agency: str | None = None


@record
class Credit:
    """A line or phrase that credits another outlet: ``outlet`` as written, and where it stands.

    ``kind`` is *byline* ("Reuters" as author), *dateline* ("(AP) —"), *line* ("Source: Kyodo",
    "(聯合)") or *phrase* ("as first reported by ...").
    """

    span: Span
    outlet: str
    kind: Literal["byline", "dateline", "line", "phrase"]


@record
class Report:
    """One version of an item as one outlet published it.

    ``id`` is the content id of this version; ``key`` is the identity that all versions of the
    item share (its canonical URL, or its outlet and own id); ``version`` counts from 1 and
    ``supersedes`` is the id of the version before. ``text`` is the stored text that every span
    points into: blocks separated by a blank line, the headline first where there is one.
    ``body_start`` is where the body begins. ``published`` and ``updated`` are what the outlet
    says, ``retrieved`` is when we took it; unknown is None, never now.
    """

    id: str
    key: str
    text: str
    blocks: tuple[Block, ...]
    retrieved: datetime
    made: Made
    fetched: str = ""
    own_id: str | None = None
    version: int = 1
    supersedes: str | None = None
    outlet: str | None = None
    country: str | None = None
    language: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    section: str | None = None
    published: datetime | None = None
    updated: datetime | None = None
    zone: str | None = None
    dateline: Dateline | None = None
    credits: tuple[Credit, ...] = ()
    paywalled: bool = False

    @property
    def title(self) -> str | None:
        """The headline, or None where the item has none."""
        for block in self.blocks:
            if block.kind == "title":
                return self.text[block.start : block.end]
        return None

    @property
    def body(self) -> str:
        """The text without its headline."""
        for block in self.blocks:
            if block.kind != "title":
                return self.text[block.start :]
        return ""

    def quote(self, span: Span) -> str:
        """Read the text of ``span`` back from this report.

        Raises ValueError when the span belongs to another report or runs past the end.
        """
        if span.report != self.id or span.end > len(self.text):
            raise ValueError(f"span {span} does not lie in report {self.id}")
        return self.text[span.start : span.end]
