"""The expect stage: what was said would come, by whom, due when, and what became of it."""

from dateline.expect.find import find_expectations
from dateline.expect.meaning import Meaning
from dateline.expect.same import merge
from dateline.expect.settle import outcome_at, settle

__all__ = ["Meaning", "find_expectations", "merge", "outcome_at", "settle"]
