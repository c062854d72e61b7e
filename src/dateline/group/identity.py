"""Stories with ids that last: minted, joined, merged, split; every change is a new version."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from dateline.group.copies import MADE
from dateline.group.sketch import Sketch
from dateline.records import Copy, Member, Story, content_id
from dateline.records.origins import independent


def mint(report: str, taken: Mapping[str, object]) -> str:
    """Mint a story id from the id of its first report.

    A report that opens a second story (its first was split away from it) gets another id.
    """
    again = 0
    while (id := content_id("s", report, again or None)) in taken:
        again += 1
    return id


@dataclass(slots=True)
class Thread:
    """A story while it is open. ``opened`` and ``updated`` are the bounds of its reports' times."""

    id: str
    version: int = 0
    members: dict[str, Member] = field(default_factory=dict)
    opened: datetime | None = None
    updated: datetime | None = None
    split_from: str | None = None
    reopened: tuple[str, ...] = ()

    @classmethod
    def resume(cls, story: Story) -> Thread:
        """Take up a stored story where it was left."""
        members = {member.report: member for member in story.members}
        return cls(
            story.id, story.version, members, story.opened, story.updated, story.split_from,
            story.reopened,
        )  # fmt: skip

    @classmethod
    def reopen(cls, story: Story) -> Thread:
        """Take up a story that had closed: none of its reports is active any more."""
        thread = cls.resume(story)
        thread.members = {
            report: replace(member, closed=True) for report, member in thread.members.items()
        }
        return thread

    def join(self, sketch: Sketch, score: float, why: str) -> None:
        """Add a report."""
        self.members[sketch.id] = Member(
            report=sketch.id, joined=sketch.retrieved, score=round(score, 4), why=why
        )
        self.widen(*_time(sketch))

    def leave(self, report: str, remaining: Iterable[Sketch]) -> None:
        """Take a report out; ``remaining`` are the members of which a sketch is at hand.

        Where that is all of them the bounds are drawn anew; otherwise they stay.
        """
        del self.members[report]
        times = [_time(sketch) for sketch in remaining]
        if len(times) == len(self.members) and times:
            self.opened = self.updated = None
            for low, high in times:
                self.widen(low, high)

    def widen(self, low: datetime, high: datetime) -> None:
        """Stretch the bounds to hold ``low`` and ``high``."""
        self.opened = low if self.opened is None else min(self.opened, low)
        self.updated = high if self.updated is None else max(self.updated, high)

    @property
    def bounds(self) -> tuple[datetime, datetime]:
        """When the story opened and when it was last updated."""
        assert self.opened is not None and self.updated is not None
        return self.opened, self.updated

    def record(self, copies: Iterable[Copy], merged_into: str | None = None) -> Story:
        """Return the story's record as of now, as its next version."""
        self.version += 1
        opened, updated = self.bounds
        origins = independent(tuple(self.members), copies)
        return Story(
            id=self.id,
            version=self.version,
            members=tuple(self.members.values()),
            opened=opened,
            updated=updated,
            independent=len(origins),
            origins=origins,
            made=MADE,
            merged_into=merged_into,
            split_from=self.split_from,
            reopened=self.reopened,
        )


def _time(sketch: Sketch) -> tuple[datetime, datetime]:
    time = sketch.published or sketch.retrieved
    return time, time
