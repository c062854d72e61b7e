"""Brief: a story in four sections of cited claims, with differences, gaps and a support check."""

from dateline.brief.compose import write_brief
from dateline.brief.edit import apply, undo
from dateline.brief.record import EarlierStory, Record
from dateline.brief.updates import Update, new_since

__all__ = ["EarlierStory", "Record", "Update", "apply", "new_since", "undo", "write_brief"]
