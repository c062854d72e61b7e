"""Where stages execute. The result is the same wherever that is."""

from dateline.run.backfill import STRETCH, Backfill, Backfilled
from dateline.run.driver import Progress, run
from dateline.run.engine import Engine
from dateline.run.lane import Tally
from dateline.run.leading import leading
from dateline.run.opening import open_engine

__all__ = [
    "STRETCH", "Backfill", "Backfilled", "Engine", "Progress", "Tally", "leading",
    "open_engine", "run",
]  # fmt: skip
