"""Archives in: the desk's side of a backfill."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from dateline import pipeline
from dateline.desk.opened import Opened
from dateline.gather import collect
from dateline.gather.archives.mapping import load_mapping
from dateline.gather.item import Item
from dateline.group import GroupOptions
from dateline.run import Backfill, Backfilled, Progress, open_engine


def backfill(
    desk: Opened,
    sources: Sequence[str],
    engine: str,
    workers: int,
    stretch: int,
    mapping: str | None,
    now: datetime | None,
    progress: Progress | None,
) -> Backfilled:
    """Take archives in; see ``Desk.backfill``."""
    declared = load_mapping(Path(mapping)) if mapping else None
    gathering = dataclasses.replace(desk.gathering(), network=False, mapping=declared)
    retrieved = now or datetime.now(UTC)

    def items(source: str) -> Iterator[Item]:
        return collect([source], gathering, retrieved)

    grouping = GroupOptions(window_days=desk.options.window_days)
    every = pipeline.all_stages(desk.engines, desk.knowledge, grouping, desk.form)
    stages = {stage.name: stage for stage in every}
    run = Backfill(
        sources,
        items,
        stages,
        desk.store,
        stretch=stretch,
        progress=progress,
        leading=lambda: desk.leading(lambda: False),
    )
    with open_engine(engine, workers, desk.options, stages, desk.store) as opened:
        return run.run(opened)
