"""Readings of sentences, made by the real engines."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from dateline.config import load_options
from dateline.engines import Engines, load_engines
from dateline.events import Mention, find_mentions
from dateline.knowledge import load_knowledge
from dateline.read import read_report
from dateline.records import Block, Made, Reading, Report

Read = Callable[..., tuple[Report, Reading]]
Mentions = Callable[..., list[Mention]]
# A sentence made of names alone is too little to tell its language by.
PADDING = "The weather was mild and the markets were quiet that day, the newspapers wrote."
PUBLISHED = datetime(2025, 6, 12, 9, tzinfo=UTC)


@pytest.fixture(scope="session")
def engines() -> Engines:
    """The packaged engines without embedders: coding needs no vectors."""
    return dataclasses.replace(load_engines(load_options({})[0]), embedders=(), everywhere=None)


@pytest.fixture(scope="session")
def read(engines: Engines) -> Read:
    """Read a text as a report."""

    def make(
        text: str, *, id: str = "r1", language: str = "en", published: datetime | None = PUBLISHED
    ) -> tuple[Report, Reading]:
        if language == "en":
            text = f"{text} {PADDING}"
        report = Report(
            id=id,
            key=id,
            text=text,
            blocks=(Block(kind="paragraph", start=0, end=len(text)),),
            retrieved=PUBLISHED,
            published=published,
            language=language,
            made=Made(stage="test", version=1),
        )
        return report, read_report(report, engines, load_knowledge())

    return make


@pytest.fixture(scope="session")
def mentions(read: Read) -> Mentions:
    """Read a text and find its event mentions."""

    def find(text: str, **how: str) -> list[Mention]:
        return list(find_mentions(*read(text, **how)))

    return find
