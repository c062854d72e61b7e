"""Grouping as a stream: each report joins a story, opens one, or shows that two are one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from dateline.engines.threads import one_thread
from dateline.group.copies import edited, find_copies
from dateline.group.decision import Decision
from dateline.group.recall import Archive, Recalled, recall
from dateline.group.register import FORCED, Register
from dateline.group.review import review
from dateline.group.score import Grid, Weighed
from dateline.group.settle import NEAREST, assign, settle
from dateline.group.sketch import EPOCH, Sketch
from dateline.group.threads import Cast, cast, link_back, may_follow
from dateline.group.traces import traces
from dateline.group.window import GroupOptions, Latest, Window
from dateline.records import Copy, Story, StoryLink

MAX_COMPARED = 12  # members of a story that a report is scored against
MAX_STORIES = 12  # stories that a report is scored against
MAX_COPIES = 12  # reports that a report is aligned with in search of copies
MAX_SETTLED = 24  # members of one story that are settled anew
MAX_NEIGHBOURS = 5  # stories that are settled together
MAX_LINKING = 8  # reports up to which a story is linked to those it may follow


@dataclass(frozen=True, slots=True)
class _Near:
    """A new report's surroundings: candidates, their scores, and the stories ranked."""

    numbers: list[int]
    grid: Grid | None
    column: dict[int, int]
    stories: list[tuple[str, float]]
    close: frozenset[str]  # stories of which some members are near, whatever the mean

    def total(self, number: int) -> float:
        assert self.grid is not None
        return float(self.grid.totals[0, self.column[number]])


class Grouper:
    """The streaming state. Deterministic: the same reports in the same order give the same.

    Everything it knows is in the active reports, their stories and the copies between them, so
    :meth:`restore` with what was stored gives back the state before a restart.
    """

    def __init__(self, options: GroupOptions | None = None, archive: Archive | None = None) -> None:
        """Begin with an empty window. Without an ``archive`` no closed story is reopened."""
        self.options = options or GroupOptions()
        self.archive = archive
        self.window = Window(self.options)
        self.register = Register()

    def restore(self, items: Iterable[tuple[Sketch, Story]], copies: Iterable[Copy] = ()) -> None:
        """Rebuild the state from stored reports in order of arrival, with their stories.

        Reports of stories that are closed by the end are let go on the way, so that no more is
        held than the window. The copies may also be given afterwards, by :meth:`take_copies`.
        """
        updated: dict[str, float] = {}
        closed: dict[str, frozenset[str]] = {}

        def latest(number: int) -> float:  # a story is as young as its last report will be
            return max(self._latest(number), updated[self.register.story_of[number]])

        for sketch, story in items:
            if story.id not in closed:
                closed[story.id] = frozenset(m.report for m in story.members if m.closed)
            if sketch.id in closed[story.id]:
                continue
            item = self.window.weigh(sketch)
            updated[story.id] = (story.updated - EPOCH).total_seconds() / 3600
            self.register.resume(self.window.enter(item), sketch, story)
            self._expire(latest)
        self._expire(self._latest)
        self.take_copies(copies)

    @property
    def held(self) -> list[str]:
        """The reports of the open stories, those that have left the window included."""
        return [report for thread in self.register.threads.values() for report in thread.members]

    def take_copies(self, copies: Iterable[Copy]) -> None:
        """Take up stored copies between reports of the open stories."""
        for copy in copies:
            self.register.keep(copy)

    def add(self, sketch: Sketch) -> Decision:
        """Place one report. Adding a report that is already active changes nothing."""
        with one_thread():
            return self._add(sketch)

    def _add(self, sketch: Sketch) -> Decision:
        known = self.window.number_of.get(sketch.id)
        if known is not None:
            story = self.register.story_of[known]
            return Decision(report=sketch.id, story=story, minted=False, score=0.0)
        other = self.window.by_key.get(sketch.key)
        if other is not None:
            if sketch.version < self.window[other].sketch.version:
                return self._late(sketch, other)
            return self._edit(sketch, other)
        placed = None if self.archive is None else self.archive.story_of(sketch.id)
        if placed is not None:  # it was let go with its story, and is read anew
            return Decision(report=sketch.id, story=placed.id, minted=False, score=0.0)
        item = self.window.weigh(sketch)
        self._expire(self._latest)
        return self._new(item)

    def _late(self, sketch: Sketch, newer: int) -> Decision:
        """Note an earlier version that comes in after a later one: the later keeps its place."""
        copy = edited(self.window[newer].sketch, sketch)
        self.register.keep(copy)
        story = self.register.story_of[newer]
        why = f"version {sketch.version}; a later version is in the story"
        return Decision(
            report=sketch.id, story=story, minted=False, score=0.0, reasons=(why,), copies=(copy,)
        )

    def _new(self, item: Weighed) -> Decision:
        sketch = item.sketch
        near = self._near(item)
        copies = self._copies_of(item, near)
        forced = self._origin_story(sketch, copies)
        least = self.options.join - self.options.near
        around = [id for id, score in near.stories if score >= least or id in near.close]
        around = list(dict.fromkeys(([forced] if forced else []) + around))[:MAX_NEIGHBOURS]
        for copy in copies:
            self.register.keep(copy)
        number = self.window.enter(item)
        score = dict(near.stories).get(around[0], 0.0) if around else 0.0
        decisive = score >= self.options.join + self.options.near and len(around) == 1
        if decisive and len(self.register.active[around[0]]) >= 4:
            self.register.join(number, sketch, around[0], score, self._reason(near, around[0]))
        else:
            self._settle(number, item, around, near)
        review(self.register.story_of[number], self.window, self.register, self.options)
        traces = self._traces(sketch)
        recalled = self._recall(number, item, traces)
        if recalled is not None:
            copies = (*copies, *recalled.copies)
        story = self.register.story_of[number]
        change = self.register.take_changes()
        minted = story in change.minted
        scores = {recalled.story.id: recalled.score} if recalled else dict(near.stories)
        lines = [self.register.threads[story].members[sketch.id].why]
        lines += [f"{c.report} is {c.kind} from {c.of} ({c.share:.0%})" for c in copies]
        lines += [f"merged {old} into {new}" for old, new in change.merged]
        lines += [f"moved {report} from {old} to {new}" for report, old, new in change.moved]
        return Decision(
            report=sketch.id,
            story=story,
            minted=minted,
            score=0.0 if minted else round(scores.get(story, 0.0), 4),
            reasons=tuple(lines),
            copies=copies,
            stories=change.stories,
            reopened=recalled is not None,
            traces=traces,
            links=self._links(change.stories, near),
            merged=change.merged,
            moved=change.moved,
        )

    def _traces(self, sketch: Sketch) -> tuple[int, ...]:
        families = self.window.scorer.families
        return traces(sketch, lambda kind, name: families[kind].weight(name))

    def _recall(self, number: int, item: Weighed, traces: tuple[int, ...]) -> Recalled | None:
        """Put a report that opened a story into a closed one, if it belongs to one."""
        if self.archive is None or not self.register.is_alone(number):
            return None
        window = self.window
        found = recall(item, traces, self.archive, window.scorer, self.options, window.number_of)
        if found is None:
            return None
        story = found.story
        self.take_copies(self.archive.copies([member.report for member in story.members]))
        self.take_copies(copy for copy in found.copies)
        self.register.reopen(number, item.sketch, story, found.score, found.why)
        return found

    def _links(self, changed: Iterable[Story], near: _Near) -> tuple[StoryLink, ...]:
        """Link the stories that changed to earlier ones around the new report.

        Once a story has :data:`MAX_LINKING` reports its cast is settled, and it isn't looked at
        again. Only active reports count, so that a restart decides the same.
        """
        around = dict.fromkeys(self.register.story_of[n] for n in near.numbers)
        young = [
            story.id
            for story in changed
            if story.merged_into is None and len(self.register.active[story.id]) <= MAX_LINKING
        ]
        if not young or not around:
            return ()
        families = self.window.scorer.families
        names = list(dict.fromkeys([*young, *list(around)[:MAX_STORIES]]))
        samples = {s: self._sketches(self._sample(s, MAX_LINKING)) for s in names}
        likely = {
            story: [s for s in names if s != story and may_follow(samples[s], samples[story])]
            for story in young
        }
        casts: dict[str, Cast] = {}
        times: dict[str, tuple[datetime, datetime]] = {}
        for story in dict.fromkeys(s for later in young for s in (*likely[later], later)):
            casts[story] = cast(samples[story], lambda kind, name: families[kind].weight(name))
            times[story] = self.register.threads[story].bounds
        found = (link_back(story, likely[story], casts, times) for story in young)
        return tuple(link for link in found if link is not None)

    def _edit(self, sketch: Sketch, older: int) -> Decision:
        """Put a new version of an item in the place of the version before."""
        before = self.window[older].sketch
        self.window.leave(older)
        item = self.window.weigh(sketch)
        near = self._near(item, without=older)
        # The version that stands points to all before it: others may copy any of them.
        past = (replace(c, report=sketch.id) for c in self.register.versions(before.id))
        copies = (edited(sketch, before), *past, *self._copies_of(item, near))
        for copy in copies:
            self.register.keep(copy)
        why = f"version {sketch.version} of {before.id}"
        story = self.register.replace(older, self.window.enter(item), before, sketch, why)
        decision = Decision(
            report=sketch.id,
            story=story,
            minted=False,
            score=self.register.threads[story].members[sketch.id].score,
            reasons=(why,),
            copies=copies,
            stories=self.register.take_changes().stories,
            traces=self._traces(sketch),
        )
        self._expire(self._latest)  # last: a story edited after its time closes right away
        return decision

    def _near(self, item: Weighed, without: int = -1) -> _Near:
        """Score a report against its candidates and against their stories, best first."""
        found = self.window.index.similar(item)
        if not found:
            return _Near([], None, {}, [], frozenset())
        stories = dict.fromkeys(
            self.register.story_of[number] for number in found if number != without
        )
        wanted = dict.fromkeys(found)
        samples = {}
        for story in list(stories)[:MAX_STORIES]:
            samples[story] = [n for n in self._sample(story, MAX_COMPARED) if n != without]
            wanted.update(dict.fromkeys(samples[story]))
        numbers = list(wanted)
        grid = self.window.scorer.compare([item], [self.window[number] for number in numbers])
        column = {number: at for at, number in enumerate(numbers)}
        ranked = []
        close = []
        near: dict[str, list[float]] = {}
        for number in found:
            total = float(grid.cautious[0, column[number]])
            near.setdefault(self.register.story_of.get(number, ""), []).append(total)
        for story, sample in samples.items():
            if sample:
                mean = sum(float(grid.totals[0, column[n]]) for n in sample) / len(sample)
                ranked.append((story, mean))
                nearest = sorted(near[story], reverse=True)[:NEAREST]
                if sum(nearest) / len(nearest) >= self.options.attach:
                    close.append(story)
        ranked.sort(key=lambda entry: (-round(entry[1], 6), entry[0]))
        found.sort(key=lambda n: (-grid.totals[0, column[n]], n))
        return _Near(found, grid, column, ranked, frozenset(close))

    def _sample(self, story: str, limit: int) -> list[int]:
        """Choose members that stand for a story: all of a small one, else evenly spread ones.

        The nearest to the report at hand must not be preferred: a large story would seem near
        to everything.
        """
        active = self.register.active[story]
        count = len(active)
        return active if count <= limit else [active[i * count // limit] for i in range(limit)]

    def _settle(self, number: int, item: Weighed, around: list[str], near: _Near) -> None:
        """Cluster a new report with the members of the stories around it, and file the result."""
        items, stories = [number], [""]
        for story in around:
            members = self._sample(story, MAX_SETTLED)
            if len(members) == MAX_SETTLED:
                close = [n for n in near.numbers if self.register.story_of[n] == story]
                members = list(dict.fromkeys([*members, *close[:NEAREST]]))
            items += members
            stories += [story] * len(members)
        weighed = [self.window[n] for n in items]
        grid = self.window.scorer.compare(weighed, weighed)
        totals = grid.totals
        groups = settle(
            totals,
            grid.cautious,
            self.register.together([item.sketch.id for item in weighed]),
            least=self.options.join,
            attach=self.options.attach,
        )
        ids = assign(groups, stories)
        for group, id in zip(groups, ids, strict=True):
            best = max((s for s in around if s == id), default="")
            score = float(totals[0, [i for i in group if i]].mean()) if len(group) > 1 else 0.0
            self.register.file(
                [items[i] for i in group],
                [self.window[items[i]].sketch for i in group],
                id,
                new=number,
                score=score,
                why=self._reason(near, best) if 0 in group else "",
                sketches_of=self._sketches,
            )

    def _copies_of(self, item: Weighed, near: _Near) -> tuple[Copy, ...]:
        likely = [number for number in near.numbers if near.total(number) > self.options.join]
        chosen = list(dict.fromkeys([*self.window.index.near_copies(item), *likely]))
        weigh = self.window.scorer.families["lead"].weight
        return find_copies(item.sketch, self._sketches(chosen[:MAX_COPIES]), weigh)

    def _origin_story(self, sketch: Sketch, copies: tuple[Copy, ...]) -> str:
        """Return the story of the report that shares most with this one, if it shares enough."""
        best = max(copies, key=lambda c: (c.share, c.of, c.report), default=None)
        if best is None or best.share < FORCED:
            return ""
        other = best.of if best.report == sketch.id else best.report
        return self.register.story_of[self.window.number_of[other]]

    def _reason(self, near: _Near, story: str) -> str:
        ranked = dict(near.stories)
        if not near.numbers or near.grid is None:
            return "new story: nothing near"
        if not story:
            best, score = near.stories[0]
            return f"new story: nearest is {best} at {score:+.2f}"
        number = next((n for n in near.numbers if self.register.story_of.get(n) == story), None)
        score = ranked.get(story, 0.0)
        if number is None:
            return f"joined at {score:+.2f}"
        parts = near.grid.parts(0, near.column[number])
        return f"joined at {score:+.2f}; nearest {self.window[number].sketch.id} {parts}"

    def _sketches(self, numbers: Iterable[int]) -> list[Sketch]:
        return [self.window[number].sketch for number in numbers]

    def _latest(self, number: int) -> float:
        return self.window.latest(self.register.beside(number))

    def _expire(self, latest: Latest) -> None:
        for number, item in self.window.expire(latest):
            self.register.close(number, item.sketch.id)
