"""Events: who did what to whom, when and where, each occurrence once."""

from dateline.events.mention import Mention
from dateline.events.mentions import find_mentions
from dateline.events.same_event import merge_mentions

STAGE, VERSION = "events", 1

__all__ = ["STAGE", "VERSION", "Mention", "find_mentions", "merge_mentions"]
