"""Updates: what a brief holds that its reader has not seen yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from dateline.records import Brief, Claim, Difference, Report, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """What is new: ``reports`` by id, ``claims`` that were not told, ``supported`` claims that
    were told and have more origins now, ``differences`` that were not shown, and the claims
    that are ``gone`` (told before, not any more; empty when only a time was given)."""

    reports: tuple[str, ...]
    claims: tuple[Claim, ...]
    supported: tuple[Claim, ...] = ()
    differences: tuple[Difference, ...] = ()
    gone: tuple[Claim, ...] = ()

    @property
    def anything(self) -> bool:
        """True when there is something new to read."""
        return bool(self.reports or self.claims or self.supported or self.differences or self.gone)


def new_since(before: Brief | datetime, after: Brief, reports: Mapping[str, Report]) -> Update:
    """Say what of ``after`` is new since the brief ``before``, or since a time.

    Against a brief, a claim is new when none of its sentences stood in it; since a time, when
    every sentence it stands on was published (or, undated, retrieved) later. A computed
    statement is new when it was not worded so, or stands on a new report. ``reports`` holds
    the reports that ``after`` cites. Pure.
    """
    if isinstance(before, Brief):
        return _against(before, after)
    fresh = {
        source.report
        for source in after.sources
        if (report := reports.get(source.report)) is not None
        and (report.published or report.retrieved) > before
    }
    return Update(
        reports=tuple(s.report for s in after.sources if s.report in fresh),
        claims=tuple(c for c in _claims(after) if _fresh(c, fresh)),
        supported=tuple(
            c for c in _claims(after)
            if c.agreement == "corroborated" and not _fresh(c, fresh)
            and any(span.report in fresh for span in c.spans)
        ),
        differences=tuple(
            d for d in after.differences
            if any(all(s.report in fresh for s in v.spans) for v in d.versions)
        ),
    )  # fmt: skip


def _fresh(claim: Claim, fresh: set[str]) -> bool:
    held = [span.report in fresh for span in claim.spans]
    return any(held) if claim.agreement == "computed" else all(held)


def _against(before: Brief, after: Brief) -> Update:
    known = {source.report for source in before.sources}
    old = {span: claim for claim in _claims(before) for span in claim.spans}
    texts = {claim.text for claim in _claims(before)}
    shown = {(d.attribute, tuple(v.value for v in d.versions)) for d in before.differences}
    new, supported = [], []
    for claim in _claims(after):
        earlier = [old[span] for span in claim.spans if span in old]
        if claim.agreement == "computed":
            new += [claim] if claim.text not in texts else []
        elif not earlier:
            new.append(claim)
        elif claim.independent > max(one.independent for one in earlier):
            supported.append(claim)
    still: set[Span] = {span for claim in _claims(after) for span in claim.spans}
    return Update(
        reports=tuple(s.report for s in after.sources if s.report not in known),
        claims=tuple(new),
        supported=tuple(supported),
        differences=tuple(
            d for d in after.differences
            if (d.attribute, tuple(v.value for v in d.versions)) not in shown
        ),
        gone=tuple(c for c in _claims(before) if not still.intersection(c.spans)),
    )  # fmt: skip


def _claims(brief: Brief) -> tuple[Claim, ...]:
    return tuple(claim for section in brief.sections for claim in section.claims)
