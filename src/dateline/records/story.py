"""Copy and Story: which reports are copies of which, and which tell of the same event."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from dateline.records._base import Made, record
from dateline.records.span import Span

CopyKind = Literal["verbatim", "trimmed", "rewritten", "translated", "edited"]


@record
class Aligned:
    """A pair of sentences that say the same: ``here`` in the copy, ``there`` in its origin.

    ``score`` is 0 to 1; ``why`` names what was shared (words, numbers, names, quotation).
    """

    here: Span
    there: Span
    score: float
    why: str = ""


@record
class Copy:
    """``report`` takes ``share`` (0 to 1) of its sentences from ``of``.

    *edited* joins two versions of one item by one outlet. The edge points to the earlier
    text; origins are the roots of this graph. ``evidence`` names what decided ("credit line:
    Reuters", "91% of shingles"); ``aligned`` shows the sentences.
    """

    report: str
    of: str
    kind: CopyKind
    share: float
    made: Made
    evidence: tuple[str, ...] = ()
    aligned: tuple[Aligned, ...] = ()


@record
class Member:
    """``report`` belongs to a story since ``joined``; ``why`` explains the decision in one line.

    ``closed`` marks a report that had left the window when its story was reopened: what comes
    after is compared with those that came since.
    """

    report: str
    joined: datetime
    score: float = 1.0
    why: str = ""
    closed: bool = False


@record
class Story:
    """Reports of one event. The id is minted from the first report and survives merges.

    ``version`` grows with each change of membership. ``merged_into`` is set on an id that now
    redirects. ``opened`` and ``updated`` are the earliest and latest publication times of its
    reports (retrieval where publication is unknown). ``independent`` counts origins: roots of
    the copy graph within the story, not outlets. ``reopened`` are the reports that came after it
    had closed, in their order; each one's membership says why.
    """

    id: str
    version: int
    members: tuple[Member, ...]
    opened: datetime
    updated: datetime
    independent: int
    made: Made
    origins: tuple[str, ...] = ()
    merged_into: str | None = None
    split_from: str | None = None
    reopened: tuple[str, ...] = ()


@record
class StoryLink:
    """``later`` follows ``earlier`` in a storyline, with the reason in one line."""

    earlier: str
    later: str
    why: str
    score: float
    made: Made
