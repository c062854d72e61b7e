"""The stage *expect*: a story's reports tell what is to come, and what became of what was.

Beside :mod:`dateline.pipeline`, which alone joins stages with a store; it is a file of its own
because it keeps something in hand. A story may settle what hundreds of reports of other stories
expect. To read them for every report that comes in would take seconds, and all that is compared
is one clause of each. So a process keeps the clauses that it read last. What it keeps changes
nothing but the time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import islice
from typing import Literal

from dateline.expect import Clause, Meaning, expect_story
from dateline.in_hand import InHand
from dateline.loading import StoryView, view_story
from dateline.records import Expectation, Span, Story
from dateline.store import Store, Transaction

# Expectations of other stories that one story may settle: of its storyline, and of each of its
# main actors those that are due next and those that were due last.
MOST_KNOWN = 200
MAIN_ACTORS = 8
DUE_NEXT, DUE_LAST = 20, 10
PATIENCE = timedelta(days=120)  # what was due before that is settled by hand
KEPT = 5_000  # reports whose clauses are kept in hand: some 5 kB each

Clauses = Mapping[Span, Clause]


@dataclass(frozen=True, slots=True, kw_only=True)
class Awaiting:
    """A story, what it may settle, and the clauses that are known of it.

    ``view`` holds the story's reports and those behind the other clauses. ``stamps`` say when the
    readings of reports of other stories were stored: what is known is known of those alone.
    """

    view: StoryView
    clauses: Clauses
    stamps: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ExpectStage:
    """A story's reports tell what is to come, and what became of what was."""

    name: str = "expect"
    version: int = 4
    spread: Literal["items", "chain", "desk", "end"] = "chain"
    _in_hand: InHand[Clauses] = field(
        default_factory=lambda: InHand(KEPT), repr=False, compare=False
    )

    def load(self, store: Store, id: str) -> Awaiting:
        """Return the story with its reports and the expectations that it may change."""
        story = store.story(id)
        members = {member.report for member in story.members}
        known = list(_known(store, story))
        spans = [span for item in known for span in item.spans if span.report not in members]
        stamps = store.stamps(dict.fromkeys(span.report for span in spans))
        in_hand = self._in_hand.of(stamps)
        clauses = {
            span: in_hand[span.report][span]
            for span in spans
            if span in in_hand.get(span.report, {})
        }
        others = dict.fromkeys(span.report for span in spans if span not in clauses)
        return Awaiting(view=view_story(store, id, known, others), clauses=clauses, stamps=stamps)

    def decide(self, item: Awaiting) -> tuple[Expectation, ...]:
        """Find, join and settle."""
        view = item.view
        meaning = Meaning(view.reports, view.readings, item.clauses)
        out = expect_story(
            view.story, view.reports, view.readings, view.copies, view.known, meaning
        )
        self._keep(item, meaning)
        return out

    def _keep(self, item: Awaiting, meaning: Meaning) -> None:
        new: dict[str, dict[Span, Clause]] = {}
        for span in (span for one in item.view.known for span in one.spans):
            if span.report in item.stamps and meaning.knows(span):
                new.setdefault(span.report, {})[span] = meaning.clause(span)
        before = self._in_hand.of({report: item.stamps[report] for report in new})
        for report, clauses in new.items():
            self._in_hand.keep(report, item.stamps[report], {**before.get(report, {}), **clauses})

    def save(self, store: Store, tx: Transaction, id: str, out: tuple[Expectation, ...]) -> None:
        """Put the story's expectations in the place of those found before."""
        kept = {item.id for item in out}
        for old in store.expectations(story=id, superseded=True):
            if old.id not in kept:
                tx.remove(Expectation, old.id)
        for item in out:
            tx.put(item)


def _known(store: Store, story: Story) -> Iterator[Expectation]:
    """Yield the story's own expectations, and open ones of others that it may settle."""
    own = {item.id: item for item in store.expectations(story=story.id)}
    yield from own.values()
    others = {item.id: item for item in _others(store, story) if item.settled is None}
    new = (item for id, item in others.items() if id not in own)
    yield from islice(new, max(0, MOST_KNOWN - len(own)))


def _others(store: Store, story: Story) -> Iterable[Expectation]:
    for link in store.links(story.id):  # what one story of a storyline expects, another settles
        other = link.later if link.earlier == story.id else link.earlier
        yield from store.expectations(story=other, limit=MOST_KNOWN)
    members = [member.report for member in story.members]
    readings = store.readings(members, parts=(), held=True)
    named = Counter(mention.actor for reading in readings for mention in reading.actors)
    for actor, _ in named.most_common(MAIN_ACTORS):
        yield from store.expectations(
            actor=actor, state="overdue", as_of=story.updated, since=story.opened - PATIENCE,
            latest_first=True, limit=DUE_LAST,
        )  # fmt: skip
        yield from store.expectations(
            actor=actor, state="open", as_of=story.updated, limit=DUE_NEXT
        )
