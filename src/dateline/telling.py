"""The stage *brief*: the briefs of the stories that lead the desk, written ahead and kept.

Beside :mod:`dateline.pipeline`, which alone joins stages with a store; it is a file of its own
because a desk writes briefs that are asked for too.

A brief takes a tenth of a second or more to write, most of a desk's stories are never opened, and
a story that grows would be written anew with each report. So the stage writes those that lead
the desk, the ``AHEAD`` weightiest of the ``LATEST`` stories, and passes over the others, which are
written when somebody opens them. A brief is due again when its story changed, its events
or expectations, its place in a storyline, or an expectation of an earlier story there. What else
the desk learns of the same actors doesn't make it due: what it says of them is as of the story's
last change.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from dateline.brief import Record, write_brief
from dateline.brief.compose import STAGE, VERSION
from dateline.brief.select import NEXT, Length
from dateline.brief.stale import FRESH
from dateline.engines import Engines
from dateline.knowledge import Knowledge
from dateline.loading import StoryView, view_story
from dateline.records import Brief, Claim, Expectation, KeptBrief, Made, content_id
from dateline.remember import record_of
from dateline.store import Store, Transaction

# The front page shows twenty stories. A load of any size pays for as many briefs, some three
# seconds; those of the pages after it are written while watching pauses.
AHEAD = 20
LATEST = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """In which language and length a brief is written."""

    language: str = "en"
    length: Length = "short"


SHORT = Form()


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What a brief is written from. ``basis`` is a digest of what decides whether it is new."""

    view: StoryView
    record: Record
    basis: str


@dataclass(frozen=True, slots=True)
class BriefStage:
    """A story's reports give its brief, written before anybody asks."""

    engines: Engines
    knowledge: Knowledge
    form: Form = SHORT
    name: str = STAGE
    version: int = VERSION
    spread: Literal["items", "chain", "desk", "end"] = "end"

    def load(self, store: Store, id: str) -> Material | None:
        """Return what the brief is written from; None where it isn't written ahead."""
        if not store.leads(id, AHEAD, LATEST):
            return None
        return material(store, id, self.knowledge)

    def decide(self, item: Material | None) -> KeptBrief | None:
        """Write the brief."""
        return None if item is None else written(item, self.engines, self.form)

    def save(self, store: Store, tx: Transaction, id: str, out: KeptBrief | None) -> None:
        """Keep it."""
        if out is not None:
            tx.put(out)


def material(store: Store, id: str, knowledge: Knowledge) -> Material:
    """Load what the brief of a story is written from."""
    basis = store.basis(id)  # before the rest: what changes meanwhile makes it stale
    view = view_story(store, id)
    return Material(view=view, record=record_of(store, view.story, knowledge), basis=basis)


def make_brief(
    item: Material, engines: Engines, form: Form, as_of: datetime | None = None
) -> Brief:
    """Write the brief of a story as of ``as_of`` (None: its newest report). Raises Unsupported."""
    view = item.view
    return write_brief(
        view.story,
        view.reports,
        view.readings,
        view.copies,
        engines=engines,
        as_of=as_of,
        language=form.language,
        length=form.length,
        record=item.record,
    )


def written(item: Material, engines: Engines, form: Form) -> KeptBrief:
    """Write the brief of a story as of its newest report, as it is kept. Raises Unsupported."""
    brief = make_brief(item, engines, form)
    next_claims = [c for section in brief.sections if section.name == NEXT for c in section.claims]
    return KeptBrief(
        id=content_id("kept", brief.story, form.language, form.length),
        story=brief.story,
        language=form.language,
        length=form.length,
        basis=item.basis,
        brief=brief,
        made=Made(stage=STAGE, version=VERSION),
        over=tuple(over(claim, item.view, item.record.expectations) for claim in next_claims),
    )


def over(claim: Claim, view: StoryView, expectations: Sequence[Expectation]) -> datetime | None:
    """Return when what a claim looks forward to is over: at the end of the dates that it names
    and doesn't tell as past, or a fortnight after it was last said where it names none; sooner
    where the desk expects it sooner. None for a computed statement, which looks back.
    """
    if claim.agreement == "computed":
        return None
    ends = [_said(claim, view)]
    for item in expectations:
        if any(a.overlaps(b) for a in item.spans for b in claim.spans):
            ends.append(item.due.latest)
    return min((end for end in ends if end is not None), default=None)


def _said(claim: Claim, view: StoryView) -> datetime | None:
    dates = list(_dates(claim, view))
    if dates:
        return max(dates)
    reports = [view.reports[span.report] for span in claim.spans if span.report in view.reports]
    said = [report.published for report in reports if report.published is not None]
    return max(said) + FRESH if reports and len(said) == len(reports) else None


def _dates(claim: Claim, view: StoryView) -> Iterator[datetime]:
    for span in claim.spans:
        reading = view.readings.get(span.report)
        for mention in reading.dates if reading is not None else ():
            end = mention.when.latest
            if end is not None and mention.direction != "past" and mention.span.overlaps(span):
                yield end
