"""Where stages execute. The result is the same wherever that is."""

from dateline.run.driver import Progress, run
from dateline.run.lane import Tally

__all__ = ["Progress", "Tally", "run"]
