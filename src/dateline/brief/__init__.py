"""Brief: a story in four sections of cited claims, with differences, gaps and a support check."""

from dateline.brief.compose import write_brief
from dateline.brief.edit import apply, undo
from dateline.brief.record import EarlierStory, Record

__all__ = ["EarlierStory", "Record", "apply", "undo", "write_brief"]
