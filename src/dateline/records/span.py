"""Span: a piece of a report's stored text."""

from __future__ import annotations

from dateline.records._base import record


@record
class Span:
    """Characters ``start`` to ``end`` (end exclusive) of the stored text of ``report``.

    Offsets count Unicode code points of :attr:`Report.text`. A span never carries its text:
    ``report.text[span.start:span.end]`` is the only place where it stands.
    """

    report: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"span {self.start}:{self.end} of {self.report} runs backwards")

    def within(self, other: Span) -> bool:
        """True when this span lies inside ``other`` (same report)."""
        return self.report == other.report and other.start <= self.start and self.end <= other.end

    def overlaps(self, other: Span) -> bool:
        """True when the two spans share at least one character."""
        return self.report == other.report and self.start < other.end and other.start < self.end
