"""The expect stage: what was said would come, by whom, due when, and what became of it."""

from dateline.expect.find import STAGE, VERSION, find_expectations
from dateline.expect.meaning import Clause, Meaning
from dateline.expect.same import merge, voices
from dateline.expect.settle import outcome_at, settle
from dateline.expect.story import expect_story, keep_by_hand, settle_by_hand
from dateline.expect.track import Track, track_by_kind, track_by_outlet

__all__ = [
    "STAGE", "VERSION", "Clause", "Meaning", "Track", "expect_story", "find_expectations",
    "keep_by_hand", "merge", "outcome_at", "settle", "settle_by_hand", "track_by_kind",
    "track_by_outlet", "voices",
]  # fmt: skip
