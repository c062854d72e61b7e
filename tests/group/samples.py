"""Reports made from plain text, for the tests of the group stage. All texts are invented."""

from datetime import UTC, datetime

from dateline.group import sketch
from dateline.records import (
    ActorMention,
    Block,
    Credit,
    Made,
    Reading,
    Report,
    Span,
    content_id,
)  # fmt: skip

MADE = Made(stage="test", version=1)
RETRIEVED = datetime(2026, 6, 1, tzinfo=UTC)


def report(text, *, title=None, time=None, outlet="", language="en", key=None, version=1,
           supersedes=None, credits=(), actors=()):  # fmt: skip
    """Return the report and its bare reading; ``time`` is "MM-DD" or "MM-DD HH:MM" in 2026."""
    whole = f"{title}\n\n{text}" if title else text
    start = len(whole) - len(text)
    id = content_id("rep", outlet, time, whole)
    blocks = [Block(kind="title", start=0, end=len(title))] if title else []
    blocks.append(Block(kind="paragraph", start=start, end=len(whole)))
    stamp = None
    if time:
        stamp = datetime.fromisoformat(f"2026-{time}").replace(tzinfo=UTC)
    here = Span(report=id, start=0, end=1)
    made = Report(
        id=id, key=key or id, text=whole, blocks=tuple(blocks), retrieved=RETRIEVED, made=MADE,
        version=version, supersedes=supersedes, outlet=outlet or None, language=language,
        published=stamp,
        credits=tuple(Credit(span=here, outlet=name, kind="line") for name in credits),
    )  # fmt: skip
    mentions = tuple(ActorMention(span=here, actor=actor, how="full name") for actor in actors)
    return made, Reading(report=id, language=language, made=MADE, actors=mentions)


def sketched(text, **options):
    """Return the sketch of a report."""
    return sketch(*report(text, **options))
