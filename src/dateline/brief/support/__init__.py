"""The support check: is what a brief claims in its sources? Usable alone."""

from dateline.brief.support.check import check, check_text, check_with
from dateline.brief.support.evidence import Evidence
from dateline.brief.support.verdict import Verdict

__all__ = ["Evidence", "Verdict", "check", "check_text", "check_with"]
