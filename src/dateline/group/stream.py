"""Grouping as a stream: each report joins a story, opens one, or shows that two are one."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.group.copies import comes_after, edited, find_copies
from dateline.group.decision import Decision
from dateline.group.identity import Thread, mint
from dateline.group.score import Parts, Weighed
from dateline.group.sketch import Sketch
from dateline.group.window import GroupOptions, Window
from dateline.records import Copy, Story

MAX_COMPARED = 12  # members of a story that a report is scored against
MAX_STORIES = 12  # stories that a report is scored against
MAX_COPIES = 12  # reports that a report is aligned with in search of copies
_FORCED = 0.5  # share from which a copy belongs to its origin's story whatever the score
_CLIP = 6.0  # log-odds of one pair are held within this, so that no one pair decides


class Grouper:
    """The streaming state. Deterministic: the same reports in the same order give the same.

    Everything it knows is in the active reports, their stories and the copies between them, so
    :meth:`restore` with what was stored gives back the state before a restart.
    """

    def __init__(self, options: GroupOptions | None = None) -> None:
        self.options = options or GroupOptions()
        self.window = Window(self.options)
        self.threads: dict[str, Thread] = {}
        self._story_of: dict[int, str] = {}
        self._active: dict[str, list[int]] = {}
        self._copies: dict[str, dict[tuple[str, str], Copy]] = {}

    def restore(self, items: Iterable[tuple[Sketch, Story]], copies: Iterable[Copy] = ()) -> None:
        """Rebuild the state from stored reports in order of arrival, with their stories."""
        for sketch, story in items:
            if story.id not in self.threads:
                self.threads[story.id] = Thread.reopen(story)
            item = self.window.weigh(sketch)
            self._place(self.window.enter(item), story.id)
            self._expire()
        for copy in copies:
            self._keep(copy)

    def add(self, sketch: Sketch) -> Decision:
        """Place one report. Adding a report that is already active changes nothing."""
        known = self.window.number_of.get(sketch.id)
        if known is not None:
            story = self._story_of[known]
            return Decision(report=sketch.id, story=story, minted=False, score=0.0)
        older = self.window.by_key.get(sketch.key)
        if older is not None:
            return self._edit(sketch, older)
        item = self.window.weigh(sketch)
        self._expire()
        return self._new(item)

    def _new(self, item: Weighed) -> Decision:
        sketch = item.sketch
        self.window.scorer.load(item)
        found = self.window.index.similar(item)
        pairs = {number: self.window.scorer.score(self.window[number]) for number in found}
        ranked = self._stories(found, pairs)
        copies = self._copies_of(item, found, pairs)
        forced = self._origin_story(sketch, copies)
        best, score, parts = ranked[0] if ranked else ("", 0.0, None)
        reasons = []
        if forced:
            best, score = forced, max((s for id, s, _ in ranked if id == forced), default=0.0)
            reasons.append(f"copy of a report of {forced}")
        joined = bool(forced) or (bool(ranked) and score >= self.options.join)
        if joined:
            story = best
            if parts is not None and not forced:
                reasons.append(f"joined {story}: {score:+.2f}; nearest member {parts}")
        else:
            story = mint(sketch.id, self.threads)
            self.threads[story] = Thread(story)
            reasons.append(
                f"new story: nearest {best} at {score:+.2f}"
                if ranked
                else "new story: nothing near"
            )
        for copy in copies:
            reasons.append(f"{copy.report} is {copy.kind} from {copy.of} ({copy.share:.0%})")
            self._keep(copy)
        self.threads[story].join(sketch, score if joined else 1.0, reasons[0])
        self._place(self.window.enter(item), story)
        merged = self._merge(story, [id for id, s, _ in ranked if s >= self.options.merge])
        if merged:
            story = merged[-1][1]
            reasons.extend(f"merged {old} into {new}" for old, new in merged)
        changed = self._records([story], merged)
        return Decision(
            report=sketch.id,
            story=story,
            minted=not joined,
            score=round(score, 4) if joined else 0.0,
            reasons=tuple(reasons),
            copies=copies,
            stories=changed,
            merged=tuple(merged),
        )

    def _edit(self, sketch: Sketch, older: int) -> Decision:
        """Put a new version of an item in the place of the version before."""
        story = self._story_of[older]
        before = self.window[older].sketch
        thread = self.threads[story]
        position = list(thread.members)
        self._remove(older)
        item = self.window.weigh(sketch)
        self.window.scorer.load(item)
        found = self.window.index.similar(item)
        pairs = {number: self.window.scorer.score(self.window[number]) for number in found}
        copies = (edited(sketch, before), *self._copies_of(item, found, pairs))
        for copy in copies:
            self._keep(copy)
        why = f"version {sketch.version} of {before.id}"
        thread.join(sketch, thread.members[before.id].score, why)
        self._place(self.window.enter(item), story)
        thread.leave(before.id, self._sketches(story))
        order = [sketch.id if report == before.id else report for report in position]
        thread.members = {report: thread.members[report] for report in order}
        self._expire()
        return Decision(
            report=sketch.id,
            story=story,
            minted=False,
            score=thread.members[sketch.id].score,
            reasons=(why,),
            copies=copies,
            stories=self._records([story], []),
        )

    def _stories(self, found: list[int], pairs: dict[int, Parts]) -> list[tuple[str, float, Parts]]:
        """Score the stories of the candidates, best first, with the best member's parts."""
        near: dict[str, list[int]] = {}
        for number in sorted(found, key=lambda n: (-round(pairs[n].total, 6), n)):
            near.setdefault(self._story_of[number], []).append(number)
        ranked = []
        for story in list(near)[:MAX_STORIES]:
            best = pairs[near[story][0]]
            totals = []
            for number in self._sample(story, near[story]):
                parts = pairs.get(number) or self.window.scorer.score(self.window[number])
                totals.append(max(-_CLIP, min(_CLIP, parts.total)))
            ranked.append((story, sum(totals) / len(totals), best))
        ranked.sort(key=lambda entry: (-round(entry[1], 6), entry[0]))
        return ranked

    def _sample(self, story: str, near: list[int]) -> list[int]:
        """Choose the members to compare: all of a small story, else the nearest, first and last."""
        active = self._active[story]
        if len(active) <= MAX_COMPARED:
            return active
        ends = active[:3] + active[-3:]
        chosen = dict.fromkeys([*near[: MAX_COMPARED - len(ends)], *ends])
        return list(chosen)

    def _copies_of(
        self, item: Weighed, found: list[int], pairs: dict[int, Parts]
    ) -> tuple[Copy, ...]:
        near = self.window.index.near_copies(item)
        likely = sorted(found, key=lambda n: (-round(pairs[n].total, 6), n))
        likely = [number for number in likely if pairs[number].total > self.options.join]
        chosen = list(dict.fromkeys([*near, *likely]))[:MAX_COPIES]
        return find_copies(item.sketch, [self.window[number].sketch for number in chosen])

    def _origin_story(self, sketch: Sketch, copies: tuple[Copy, ...]) -> str:
        """Return the story of the report that shares most with this one, if it shares enough."""
        best = max(copies, key=lambda c: (c.share, c.of, c.report), default=None)
        if best is None or best.share < _FORCED:
            return ""
        other = best.of if best.report == sketch.id else best.report
        return self._story_of[self.window.number_of[other]]

    def _merge(self, story: str, others: list[str]) -> list[tuple[str, str]]:
        """Merge ``story`` with those of ``others`` whose members agree with its own."""
        merged = []
        for other in others:
            if other == story or self._between(story, other) < self.options.merge:
                continue
            keep, gone = sorted((story, other), key=lambda s: (-len(self.threads[s].members), s))
            for number in self._active.pop(gone):
                self._place(number, keep)
            self._active[keep].sort()
            kept, left = self.threads[keep], self.threads[gone]
            kept.members.update(left.members)
            if left.opened and left.updated:
                kept.widen(left.opened, left.updated)
            merged.append((gone, keep))
            story = keep
        return merged

    def _between(self, one: str, two: str) -> float:
        """Return the mean log-odds over pairs of members of two stories."""
        totals = []
        for number in self._sample(one, [])[:6]:
            self.window.scorer.load(self.window[number])
            for other in self._sample(two, [])[:6]:
                total = self.window.scorer.score(self.window[other]).total
                totals.append(max(-_CLIP, min(_CLIP, total)))
        return sum(totals) / len(totals)

    def _records(self, stories: list[str], merged: list[tuple[str, str]]) -> tuple[Story, ...]:
        records = []
        for old, new in merged:
            edges = self._edges(old)
            records.append(self.threads.pop(old).record(edges, merged_into=new))
        records.extend(self.threads[id].record(self._edges(id)) for id in stories)
        return tuple(records)

    def _edges(self, story: str) -> list[Copy]:
        return [
            copy
            for report in self.threads[story].members
            for copy in self._copies.get(report, {}).values()
        ]

    def _keep(self, copy: Copy) -> None:
        self._copies.setdefault(copy.report, {})[copy.report, copy.of] = copy

    def _sketches(self, story: str) -> list[Sketch]:
        return [self.window[number].sketch for number in self._active[story]]

    def _place(self, number: int, story: str) -> None:
        self._story_of[number] = story
        self._active.setdefault(story, []).append(number)

    def _remove(self, number: int) -> None:
        self.window.leave(number)
        self._active[self._story_of.pop(number)].remove(number)

    def _expire(self) -> None:
        for number, _ in self.window.expire():
            story = self._story_of.pop(number)
            self._active[story].remove(number)
            if not self._active[story]:  # the story closes
                del self._active[story]
                for report in self.threads.pop(story).members:
                    self._copies.pop(report, None)


__all__ = ["Grouper", "comes_after"]
