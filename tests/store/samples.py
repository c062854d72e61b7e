"""Small records for tests of the store, made by hand."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from dateline.records import (
    Block,
    Claim,
    Copy,
    Event,
    Expectation,
    Fetched,
    Hints,
    Made,
    Member,
    Party,
    Reading,
    Report,
    Section,
    Sentence,
    Source,
    Span,
    Standing,
    Story,
    StoryLink,
    When,
)
from dateline.records.brief import Brief, KeptBrief

READ = Made(stage="read", version=1)
GROUP = Made(stage="group", version=1)


def at(day: int, hour: int = 0) -> datetime:
    """A moment of January 2026, UTC."""
    return datetime(2026, 1, day, hour, tzinfo=UTC)


def span(report: str, start: int = 0, end: int = 4) -> Span:
    return Span(report=report, start=start, end=end)


def fetched(id: str = "f_1", **changes: Any) -> Fetched:
    given: dict[str, Any] = {
        "id": id, "name": f"inbox/{id}.txt", "source": "inbox", "content": b"bytes \x00 of it",
        "media_type": "text/plain", "retrieved": at(20),
    }  # fmt: skip
    return Fetched(**(given | changes))


def report(
    id: str = "r_1",
    body: str = "Leaders met in Nara. They spoke of trade.",
    title: str | None = "Leaders meet",
    **changes: Any,
) -> Report:
    text = body if title is None else f"{title}\n\n{body}"
    start = 0 if title is None else len(title) + 2
    blocks = [] if title is None else [Block(kind="title", start=0, end=start - 2)]
    blocks.append(Block(kind="paragraph", start=start, end=len(text)))
    given: dict[str, Any] = {
        "id": id, "key": f"key of {id}", "text": text, "blocks": tuple(blocks),
        "retrieved": at(20), "made": READ, "outlet": "The Sample", "published": at(13),
        "fetched": id.replace("r_", "f_"),
    }  # fmt: skip
    return Report(**(given | changes))


def reading(of: Report, language: str = "en", **changes: Any) -> Reading:
    """Cut ``of`` into sentences at full stops of either kind."""
    sentences, start = [], of.blocks[-1].start
    for end in range(start, len(of.text) + 1):
        if end == len(of.text) or of.text[end - 1] in ".。":
            if of.text[start:end].strip():
                sentences.append(Sentence(span=span(of.id, start, end), block=len(of.blocks) - 1))
            start = end
    given: dict[str, Any] = {
        "report": of.id, "language": language, "made": READ, "sentences": tuple(sentences),
    }  # fmt: skip
    return Reading(**(given | changes))


def story(id: str = "s_1", reports: tuple[str, ...] = ("r_1",), **changes: Any) -> Story:
    given: dict[str, Any] = {
        "id": id, "version": 1, "opened": at(13), "updated": at(14), "independent": 1,
        "made": GROUP, "members": tuple(Member(report=r, joined=at(13)) for r in reports),
    }  # fmt: skip
    return Story(**(given | changes))


def standing(story: str = "s_1", **changes: Any) -> Standing:
    given: dict[str, Any] = {
        "story": story, "version": 1, "made": Made(stage="list", version=1), "weight": 1.5,
        "parts": (("origins", 1.5),), "reports": 1, "independent": 1, "opened": at(13),
        "updated": at(14), "titles": (("", "Leaders meet"),), "actors": ("JPN",),
    }  # fmt: skip
    return Standing(**(given | changes))


def copy(report: str = "r_2", of: str = "r_1", **changes: Any) -> Copy:
    given: dict[str, Any] = {
        "report": report, "of": of, "kind": "verbatim", "share": 0.9, "made": GROUP,
    }  # fmt: skip
    return Copy(**(given | changes))


def link(earlier: str = "s_1", later: str = "s_2") -> StoryLink:
    return StoryLink(earlier=earlier, later=later, why="same meeting", score=0.5, made=GROUP)


def event(id: str = "e_1", report: str = "r_1", **changes: Any) -> Event:
    given: dict[str, Any] = {
        "id": id, "action": "CONSULT", "status": "happened", "quad": "verbal-cooperation",
        "sources": (Party(actor="JPN", code="JPNGOV", span=span(report)),),
        "targets": (Party(actor="KOR", code="KORGOV"),), "spans": (span(report),),
        "occurred": When(earliest=at(13), latest=at(14)), "story": "s_1",
        "made": Made(stage="events", version=1),
    }  # fmt: skip
    return Event(**(given | changes))


def expectation(id: str = "x_1", report: str = "r_1", **changes: Any) -> Expectation:
    given: dict[str, Any] = {
        "id": id, "kind": "scheduled", "statement": "They meet again.", "holder": "JPN",
        "subject": ("KOR",), "due": When(earliest=at(20), latest=at(21)),
        "spans": (span(report),), "made": Made(stage="expect", version=1), "story": "s_1",
    }  # fmt: skip
    return Expectation(**(given | changes))


def brief(id: str = "b_1", report: str = "r_1", **changes: Any) -> Brief:
    claim = Claim(
        text="Leaders met.", spans=(span(report),), independent=1, agreement="single", language="en"
    )
    source = Source(
        report=report, outlet="The Sample", title="Leaders meet", language="en",
        published=at(13), url=None, relation="origin",
    )  # fmt: skip
    given: dict[str, Any] = {
        "id": id, "story": "s_1", "story_version": 1, "headline": claim, "gist": claim,
        "sections": (Section(name="What's happening", claims=(claim,)),), "sources": (source,),
        "reports": 1, "independent": 1, "made": Made(stage="brief", version=1),
    }  # fmt: skip
    return Brief(**(given | changes))


def kept_brief(story: str = "s_1", report: str = "r_1", **changes: Any) -> KeptBrief:
    given: dict[str, Any] = {
        "id": f"kept_{story}", "story": story, "language": "en", "length": "short", "basis": "x",
        "brief": brief(report=report, story=story), "made": Made(stage="brief", version=1),
        "over": (at(20), None),
    }  # fmt: skip
    return KeptBrief(**(given | changes))


def hinted(published: datetime | None) -> Hints:
    return Hints(published=published)
