"""Reports and readings written by hand, one list of sentences a paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from dateline.records import (
    Block,
    Copy,
    CopyKind,
    Made,
    Member,
    Reading,
    Report,
    Role,
    Sentence,
    Span,
    Story,
)

MADE = Made(stage="test", version=1)
RETRIEVED = datetime(2026, 1, 20, tzinfo=UTC)
Pair = tuple[Report, Reading]


def item(
    name: str,
    paragraphs: Sequence[Sequence[str | tuple[str, Role]]],
    *,
    title: str | None = None,
    outlet: str | None = "Test Wire",
    language: str = "en",
    published: datetime | None = datetime(2026, 1, 12, 8, tzinfo=UTC),
    headings: dict[int, str] | None = None,
    derivation: str | None = None,
) -> Pair:
    """Build a report and its reading. A sentence may come with its role; ``headings`` puts a
    heading over the paragraph of that index."""
    report_id = f"rep_{name}"
    text, blocks, sentences = "", [], []

    def block(kind: str, content: str) -> None:
        nonlocal text
        text += "\n\n" if text else ""
        blocks.append(Block(kind=kind, start=len(text), end=len(text) + len(content)))
        text += content

    if title:
        block("title", title)
    for index, paragraph in enumerate(paragraphs):
        if headings and index in headings:
            block("heading", headings[index])
        parts = [part if isinstance(part, tuple) else (part, "unknown") for part in paragraph]
        joiner = " " if language in ("en", "ko") else ""
        block("paragraph", joiner.join(part for part, _ in parts))
        at = blocks[-1].start
        for part, role in parts:
            span = Span(report=report_id, start=at, end=at + len(part))
            sure = 0.0 if role == "unknown" else 0.9
            sentences.append(Sentence(span=span, block=len(blocks) - 1, role=role, certainty=sure))
            at += len(part) + len(joiner)
    if derivation:
        block("derivation", derivation)
    report = Report(
        id=report_id, key=name, text=text, blocks=tuple(blocks), retrieved=RETRIEVED, made=MADE,
        outlet=outlet, language=language, published=published,
    )  # fmt: skip
    reading = Reading(report=report_id, language=language, made=MADE, sentences=tuple(sentences))
    return report, reading


def story_of(*pairs: Pair) -> Story:
    """A story of the given reports."""
    members = tuple(Member(report=report.id, joined=RETRIEVED) for report, _ in pairs)
    return Story(
        id="s_test", version=1, members=members, opened=RETRIEVED, updated=RETRIEVED,
        independent=len(pairs), made=MADE,
    )  # fmt: skip


def copy_of(copy: Pair, origin: Pair, kind: CopyKind = "verbatim") -> Copy:
    """A copy edge between two reports."""
    return Copy(report=copy[0].id, of=origin[0].id, kind=kind, share=0.95, made=MADE)


def tables(*pairs: Pair) -> tuple[dict[str, Report], dict[str, Reading]]:
    """The mappings that ``write_brief`` takes."""
    return {r.id: r for r, _ in pairs}, {g.report: g for _, g in pairs}
