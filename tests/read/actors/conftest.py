from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from dateline.knowledge import load_knowledge
from dateline.read.actors import find_actors
from dateline.records import ActorMention, Span

Link = Callable[..., list[tuple[str, str, str]]]


def sentences_of(text: str) -> list[Span]:
    return [
        Span(report="r", start=m.start(), end=m.end())
        for m in re.finditer(r"[^.。!?\n][^。!?\n]*?(?:\.(?=\s|$)|[。!?\n]|$)", text)
    ]


def mentions_of(
    text: str, language: str = "en", on: str | None = "2026-01-14", **more: object
) -> tuple[ActorMention, ...]:
    published = datetime.fromisoformat(on).replace(tzinfo=UTC) if on else None
    return find_actors(
        text,
        language,
        report="r",
        sentences=sentences_of(text),
        published=published,
        knowledge=load_knowledge(),
        **more,  # type: ignore[arg-type]
    )


@pytest.fixture
def link() -> Link:
    """Text → (words, actor, how) of every mention."""

    def run(text: str, *args: object, **more: object) -> list[tuple[str, str, str]]:
        found = mentions_of(text, *args, **more)  # type: ignore[arg-type]
        return [(text[m.span.start : m.span.end], m.actor, m.how) for m in found]

    return run
