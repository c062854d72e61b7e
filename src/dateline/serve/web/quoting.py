"""Citations opened: a source's words with what stands around them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.records import Report, Span
from dateline.store import Store

# Characters of the report shown on each side of a cited sentence; a script that writes a
# syllable or a word with one character says as much in fewer.
AROUND = 160
AROUND_DENSE = {"ja": 60, "ko": 80, "zh": 50}
_LONGEST_WORD = 25  # a longer run without a space is no word but a script without spaces


@dataclass(frozen=True, slots=True)
class Opened:
    """A citation, opened: the number of its source, its words and what stands around them."""

    number: int
    report: Report
    span: Span

    @property
    def text(self) -> str:
        """The cited words."""
        return self.report.quote(self.span)

    @property
    def before(self) -> str:
        """What stands before them: from the beginning of a word, "…" where text is cut."""
        start = max(0, self.span.start - self._around)
        text = self.report.text[start : self.span.start]
        if start == 0:
            return text
        head, space, rest = text.partition(" ")
        return f"… {rest}" if space and len(head) < _LONGEST_WORD else f"…{text}"

    @property
    def after(self) -> str:
        """What stands after them, likewise to the end of a word."""
        end = self.span.end + self._around
        text = self.report.text[self.span.end : end]
        if end >= len(self.report.text):
            return text
        rest, space, tail = text.rpartition(" ")
        return f"{rest} …" if space and len(tail) < _LONGEST_WORD else f"{text}…"

    @property
    def _around(self) -> int:
        return AROUND_DENSE.get(self.report.language or "", AROUND)


def opened(reports: Mapping[str, Report], cited: Iterable[tuple[int, Span]]) -> tuple[Opened, ...]:
    """Open numbered citations of reports at hand."""
    return tuple(Opened(number, reports[span.report], span) for number, span in cited)


def quoted(store: Store, spans: Sequence[Span], most: int = 50) -> tuple[Opened, ...]:
    """Open the first ``most`` spans, numbered by report, read from a store."""
    some = spans[:most]
    ids = list(dict.fromkeys(span.report for span in some))
    reports = {report.id: report for report in store.reports(ids)}
    numbers = {id: number for number, id in enumerate(ids, 1)}
    return opened(reports, ((numbers[span.report], span) for span in some))
