"""The group stage: which reports are copies of which, and which tell of the same event."""

from dateline.group.decision import Decision
from dateline.group.explain import Why, why
from dateline.group.rank import Named, standing
from dateline.group.recall import Archive
from dateline.group.sketch import Sketch, sketch
from dateline.group.stream import Grouper
from dateline.group.threads import find_links
from dateline.group.window import GroupOptions

__all__ = [
    "Archive", "Decision", "GroupOptions", "Grouper", "Named", "Sketch", "Why", "find_links",
    "sketch", "standing", "why",
]  # fmt: skip
