"""The register: which active report is in which story, and what a decision changed in it."""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from dateline.group.identity import Thread, mint
from dateline.group.sketch import Sketch
from dateline.records import Copy, Story

Lookup = Callable[[Iterable[int]], list[Sketch]]
FORCED = 0.5  # share from which a copy belongs to its origin's story whatever the score


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed since the last look: stories as records, ids merged, minted, reports moved."""

    stories: tuple[Story, ...]
    merged: tuple[tuple[str, str], ...]
    minted: frozenset[str]
    moved: tuple[tuple[str, str, str], ...]


class Register:
    """Open stories, their active reports by number, and the copies between them."""

    def __init__(self) -> None:
        self.threads: dict[str, Thread] = {}
        self.story_of: dict[int, str] = {}
        self.active: dict[str, list[int]] = {}
        self.copies: dict[str, dict[str, Copy]] = {}
        self._dirty: dict[str, None] = {}
        self._merged: list[tuple[str, str]] = []
        self._minted: set[str] = set()
        self._moved: list[tuple[str, str, str]] = []

    def resume(self, number: int, sketch: Sketch, story: Story) -> None:
        """Take up a stored report in its stored story."""
        if story.id not in self.threads:
            self.threads[story.id] = Thread.resume(story)
        self._place(number, story.id)

    def keep(self, copy: Copy) -> None:
        """Hold a copy edge; who copies whom is enough here, without the sentences."""
        lean = replace(copy, aligned=(), evidence=())
        self.copies.setdefault(copy.report, {})[copy.of] = lean

    def versions(self, report: str) -> list[Copy]:
        """Return the edges from a report to all versions of its item before it."""
        return [c for c in self.copies.get(report, {}).values() if c.kind == "edited"]

    def beside(self, number: int) -> list[int]:
        """Return the active reports of the story that holds report ``number``, itself included."""
        return self.active[self.story_of[number]]

    def together(self, reports: Sequence[str]) -> list[list[int]]:
        """Group the places of ``reports`` that stay together: copies with their origins."""
        top = list(range(len(reports)))

        def find(at: int) -> int:
            while top[at] != at:
                at = top[at]
            return at

        where = {report: at for at, report in enumerate(reports)}
        for report, at in where.items():
            for copy in self.copies.get(report, {}).values():
                if copy.share >= FORCED and copy.of in where:
                    one, two = sorted((find(at), find(where[copy.of])))
                    top[two] = one
        atoms: dict[int, list[int]] = {}
        for at in range(len(reports)):
            atoms.setdefault(find(at), []).append(at)
        return list(atoms.values())

    def join(self, number: int, sketch: Sketch, story: str, score: float, why: str) -> None:
        """Add a new report to an open story."""
        self.threads[story].join(sketch, score, why)
        self._place(number, story)
        self._dirty[story] = None

    def file(
        self,
        numbers: Sequence[int],
        sketches: Sequence[Sketch],
        story: str,
        *,
        new: int,
        score: float,
        why: str,
        sketches_of: Lookup,
    ) -> None:
        """Make ``numbers`` one story under the id ``story``, or under a new one where it is "".

        Reports that stood in another story move; a story left without reports is merged.
        """
        if not story:
            first = min(range(len(numbers)), key=lambda at: numbers[at])
            story = mint(sketches[first].id, self.threads)
            origin = self.story_of.get(numbers[first])
            self.threads[story] = Thread(story, split_from=origin)
            self._minted.add(story)
        for number, sketch in zip(numbers, sketches, strict=True):
            before = self.story_of.get(number)
            if number == new:
                self.join(number, sketch, story, score, why)
            elif before is not None and before != story:
                self._move(number, sketch, before, story, sketches_of)

    def _move(self, number: int, sketch: Sketch, old: str, new: str, lookup: Lookup) -> None:
        member = self.threads[old].members[sketch.id]
        self.active[old].remove(number)
        self._place(number, new)
        self.threads[new].join(sketch, member.score, member.why)
        self._dirty[new] = None
        if self.active[old]:
            self.threads[old].leave(sketch.id, lookup(self.active[old]))
            self._dirty[old] = None
            self._moved.append((sketch.id, old, new))
        else:
            self._merge(old, new)

    def _merge(self, old: str, new: str) -> None:
        """Redirect ``old``, whose last active report went to ``new``; older members go along."""
        left, kept = self.threads[old], self.threads[new]
        for report, member in left.members.items():
            kept.members.setdefault(report, member)
        if left.opened and left.updated:
            kept.widen(left.opened, left.updated)
        del self.active[old]
        self._dirty[old] = None
        self._merged.append((old, new))

    def replace(self, older: int, number: int, before: Sketch, sketch: Sketch, why: str) -> str:
        """Put a new version of an item where the version before stood; return its story."""
        story = self.story_of.pop(older)
        self.active[story].remove(older)
        thread = self.threads[story]
        order = list(thread.members)
        thread.join(sketch, thread.members[before.id].score, why)
        self._place(number, story)
        thread.leave(before.id, [])
        self.copies.pop(before.id, None)
        thread.members = {
            id: thread.members[id]
            for id in (sketch.id if report == before.id else report for report in order)
        }
        self._dirty[story] = None
        return story

    def is_alone(self, number: int) -> bool:
        """True for a report that opened a story which holds nothing else."""
        story = self.story_of[number]
        return story in self._minted and len(self.threads[story].members) == 1

    def reopen(self, number: int, sketch: Sketch, story: Story, score: float, why: str) -> None:
        """Put a report that :meth:`is_alone` into a story that had closed.

        The story may also be open still, and the reports that are alike have left the window.
        """
        opened = self.story_of.pop(number)
        del self.active[opened], self.threads[opened], self._dirty[opened]
        self._minted.discard(opened)
        if story.id not in self.threads:
            thread = self.threads[story.id] = Thread.reopen(story)
            thread.reopened = (*thread.reopened, sketch.id)
        self.join(number, sketch, story.id, score, why)

    def close(self, number: int, report: str) -> None:
        """Let an expired report go; a story without active reports closes."""
        story = self.story_of.pop(number)
        self.active[story].remove(number)
        if not self.active[story]:
            del self.active[story]
            for member in self.threads.pop(story).members:
                self.copies.pop(member, None)

    def take_changes(self) -> Changes:
        """Return what changed since the last call, stories as their next versions."""
        gone = dict(self._merged)
        records = []
        for story in self._dirty:
            thread = self.threads[story]
            edges = [c for report in thread.members for c in self.copies.get(report, {}).values()]
            records.append(thread.record(edges, merged_into=gone.get(story)))
            if story in gone:
                del self.threads[story]
        changes = Changes(
            tuple(records), tuple(self._merged), frozenset(self._minted), tuple(self._moved)
        )
        self._dirty, self._merged, self._minted, self._moved = {}, [], set(), []
        return changes

    def _place(self, number: int, story: str) -> None:
        self.story_of[number] = story
        insort(self.active.setdefault(story, []), number)
