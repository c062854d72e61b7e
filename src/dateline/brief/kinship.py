"""Kinship: whether a report in another language tells of the same happening at all.

What only such a report holds is quoted in the original, unread by most. It is quoted where the
report has at least one sentence near to one of the reader's reports, and is of their time; of the
others the brief says only that they hold more.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import numpy as np

from dateline.brief.align import Alignment
from dateline.brief.lines import Line

# The nearest pair of sentences of two reports of one happening scores .53 and more across
# languages on the samples; of unrelated reports .32 and .41.
KIN = 0.45
# A report this far in time from all others tells of something else.
APART = timedelta(days=60)


def kindred(lines: Sequence[Line], alignment: Alignment, language: str) -> frozenset[str]:
    """The reports whose sentences may stand in a brief in ``language``."""
    if not alignment.meaning.any():  # no vectors: nothing tells them apart
        return frozenset(line.report for line in lines)
    home = [line for line in lines if line.language == language]
    orders = [line.order for line in home]
    times = [line.published for line in home if line.published is not None]
    by_report: dict[str, list[Line]] = {}
    for line in lines:
        by_report.setdefault(line.report, []).append(line)
    found = set()
    for report, own in by_report.items():
        if not orders or any(line.language == language for line in own):
            found.add(report)
            continue
        nearest = alignment.meaning[np.ix_([line.order for line in own], orders)].max()
        published = own[0].published
        late = published is not None and times and min(abs(published - t) for t in times) > APART
        if nearest >= KIN and not late:
            found.add(report)
    return frozenset(found)
