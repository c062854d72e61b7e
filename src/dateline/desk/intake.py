"""What comes in: adding reports, and reading without keeping."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from dateline import pipeline
from dateline.desk.opened import Opened
from dateline.errors import StageError, Superseded
from dateline.gather import GatherOptions, collect
from dateline.records import Fetched, Rejected
from dateline.run import Progress, run
from dateline.views import Added, Found, ReadItem


def add(
    desk: Opened,
    sources: Sequence[str],
    gathering: GatherOptions,
    now: datetime | None,
    progress: Progress | None,
) -> Added:
    """Gather, read and group; see ``Desk.add``."""
    now = now or datetime.now(UTC)
    items: list[str] = []
    rejected: list[Rejected] = []
    gathered = pipeline.keep(desk.store, collect(sources, gathering, now))
    for number, item in enumerate(gathered, 1):
        if isinstance(item, Fetched):
            items.append(item.id)
        else:
            rejected.append(item)
        if progress is not None:
            progress("gather", number, 0)
    before = desk.store.counts()["report"]
    rejected.extend(process(desk, progress))
    stories = {desk.store.story_of(report) for report in desk.store.reports_from(items)}
    return Added(
        gathered=len(items),
        reports=desk.store.counts()["report"] - before,
        stories=tuple(sorted(filter(None, stories))),
        rejected=tuple(rejected),
    )


def process(desk: Opened, progress: Progress | None = None) -> Iterator[Rejected]:
    """Run the stages, in order, over everything that is due; yield what they reject.

    Reading is anybody's; what follows is done by one process at a time. Where another leads it,
    this one waits until that one has done all there is, or its own turn comes.
    """
    read, *others = desk.stages
    yield from run(read, desk.store, progress).rejected

    def idle() -> bool:
        left = sum(bool(desk.store.due(one.name, one.version, limit=1)) for one in others)
        if progress is not None:
            progress("group", 0, left)
        return not left

    found: list[Rejected] = []
    while True:
        try:
            with desk.leading(idle) as leads:
                for stage in desk.stages[1:] if leads else ():
                    found.extend(run(stage, desk.store, progress).rejected)
            break
        except Superseded:  # held up for so long that another took over: wait for it
            continue
    yield from found


def read(desk: Opened, sources: Sequence[str], now: datetime | None) -> Found:
    """Read and keep nothing; see ``Desk.read``."""
    stage = pipeline.ReadStage(desk.engines, desk.knowledge)
    items: list[ReadItem] = []
    rejected: list[Rejected] = []
    for item in collect(sources, desk.gathering(), now or datetime.now(UTC)):
        if isinstance(item, Rejected):
            rejected.append(item)
            continue
        try:
            report, reading = stage.decide(item)
        except StageError as error:
            rejected.append(
                Rejected(
                    stage=stage.name,
                    id=item.id,
                    name=error.name,
                    kind=error.kind,
                    reason=error.reason,
                )
            )
        else:
            items.append(ReadItem(report=report, reading=reading))
    return Found(items=tuple(items), rejected=tuple(rejected))
