"""Where stages execute. The result is the same wherever that is."""

from dateline.run.inline import Progress, Tally, run

__all__ = ["Progress", "Tally", "run"]
