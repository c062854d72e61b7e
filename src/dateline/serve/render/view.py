"""What every rendering of a brief shows: numbered sources, citations, agreement in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from dateline.records import Brief, Claim, Report, Source, Span

LANGUAGES = {
    "ar": "Arabic", "de": "German", "en": "English", "es": "Spanish", "fr": "French",
    "it": "Italian", "ja": "Japanese", "ko": "Korean", "nl": "Dutch", "pl": "Polish",
    "pt": "Portuguese", "ru": "Russian", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian",
    "zh": "Chinese",
}  # fmt: skip
_RELATION = {
    "verbatim": "verbatim copy of",
    "trimmed": "shortened copy of",
    "rewritten": "rewritten from",
    "translated": "translated from",
    "edited": "later edit of",
}


def span_id(span: Span) -> str:
    """Write a span as ``rep_xxx:START-END``, the form that ``dateline show`` opens."""
    return f"{span.report}:{span.start}-{span.end}"


@dataclass(frozen=True, slots=True)
class Citation:
    """One cited report of a claim: its number in the source list and the first span in it."""

    number: int
    span: Span


class View:
    """A brief with its sources numbered in the order they are first cited, the rest after."""

    def __init__(self, brief: Brief, reports: Mapping[str, Report] | None = None) -> None:
        """Number the sources. ``reports`` lets quoted sentences be shown; without it only
        citations are."""
        self.brief = brief
        self.reports = reports or {}
        by_report = {source.report: source for source in brief.sources}
        cited: list[str] = []
        for claim in self.claims():
            cited += [span.report for span in claim.spans]
        for difference in brief.differences:
            cited += [span.report for version in difference.versions for span in version.spans]
        ordered = [r for r in dict.fromkeys(cited) if r in by_report]
        ordered += [source.report for source in brief.sources if source.report not in ordered]
        self.sources: list[Source] = [by_report[report] for report in ordered]
        self.number = {report: i for i, report in enumerate(ordered, 1)}

    def claims(self) -> list[Claim]:
        """Every claim in reading order."""
        listed = [self.brief.headline, self.brief.gist]
        for section in self.brief.sections:
            listed += section.claims
        return listed

    def citations(self, spans: tuple[Span, ...]) -> list[Citation]:
        """One citation a report, in the order of the spans."""
        first: dict[str, Span] = {}
        for span in spans:
            first.setdefault(span.report, span)
        return [Citation(self.number.get(report, 0), span) for report, span in first.items()]

    def relation(self, source: Source) -> str:
        """Say what a source is to the others: "origin", "verbatim copy of [1]"."""
        if source.relation == "origin" or source.of is None:
            return source.relation
        words = _RELATION.get(source.relation, f"{source.relation} from")
        number = self.number.get(source.of)
        if source.relation == "edited" and not number:
            return "later version of its own report"
        return f"{words} [{number}]" if number else f"{words} a report not in this story"

    def quoted(self, span: Span) -> str | None:
        """The text of a span, where its report is at hand."""
        report = self.reports.get(span.report)
        return report.quote(span).strip() if report is not None else None


def claim_text(claim: Claim, language: str) -> str:
    """Return a claim as it is read: in quotation marks where it is quoted in another language."""
    return quoted(claim.text, claim.language, language)


def quoted(text: str, spoken: str, language: str) -> str:
    """Put a text in quotation marks where it is ``spoken`` in another language."""
    return text if spoken in (language, "und") else f"“{text}”"


def agreement_words(claim: Claim, language: str) -> str:
    """Say how the origins stand to a claim, in a few words."""
    words = {
        "corroborated": f"{claim.independent} independent",
        "single": "one source only",
        "contested": "contested",
        "computed": "from the desk's record",
    }[claim.agreement]
    if claim.agreement == "contested" and claim.independent > 1:
        words = f"contested, {claim.independent} say this"
    if claim.language not in (language, "und"):
        words += f", in {LANGUAGES.get(claim.language, claim.language)}"
    if claim.writer not in ("extract", "record"):
        words += f", worded by {claim.writer}"
    return words


def outlet_words(source: Source) -> str:
    """The outlet's name, or that it is not known."""
    return source.outlet or "unknown outlet"


def date_words(moment: datetime | None) -> str:
    """A publication time as a UTC day and time, or that it is not known."""
    if moment is None:
        return "date unknown"
    utc = moment.astimezone(UTC)
    return f"{utc.day} {utc:%B %Y}, {utc:%H:%M} UTC"


def count_words(brief: Brief) -> str:
    """How many reports and independent origins stand behind the brief."""
    reports = "1 report" if brief.reports == 1 else f"{brief.reports} reports"
    origins = "1 independent origin" if brief.independent == 1 else (
        f"{brief.independent} independent origins"
    )  # fmt: skip
    return f"{reports}, {origins}"


def edit_words(claim: Claim) -> str:
    """Say what was changed in the source sentence, "" when nothing was."""
    parts = []
    for edit in claim.edits:
        if not edit.before:
            parts.append(f"added “{edit.after.strip()}”")
        elif not edit.after:
            parts.append(f"left out “{edit.before.strip()}”")
        else:
            parts.append(f"“{edit.before.strip()}” reads “{edit.after.strip()}”")
    return "; ".join(parts)
