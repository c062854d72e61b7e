from __future__ import annotations

from datetime import UTC, datetime

import pytest

from dateline.brief.belongs import settle
from dateline.records import DateMention, Role, Span, When

PUBLISHED = datetime(2026, 5, 24, tzinfo=UTC)


@pytest.mark.parametrize(
    ("role", "certainty", "text", "told"),
    [
        ("reason", 0.5, "Sirens sounded all night as smoke rose over the port.", "detail"),
        ("reason", 0.8, "Sirens sounded all night as smoke rose over the port.", "reason"),
        ("reason", 0.5, "The port matters because half of the grain passes it.", "reason"),
        ("background", 0.5, "The guns brought down 40 drones over the bay.", "detail"),
        ("background", 0.5, "The bay was divided decades ago by treaty.", "background"),
        ("next", 0.7, "A spokesman said no pact should be aimed at a neighbour.", "detail"),
        ("next", 0.5, "The two ministers will meet again over the ferry line.", "next"),
        ("next", 0.9, "The trip was originally scheduled to start next week.", "detail"),
        ("next", 0.5, "“We will never leave this island,” the mayor told the crowd.", "detail"),
        ("next", 0.8, "A second ferry could follow if the money is found.", "next"),
        ("detail", 0.4, "The parliament is expected to vote on the ferry line.", "next"),
        ("detail", 0.9, "The parliament is expected to vote on the ferry line.", "detail"),
        ("detail", 0.4, "The ferry line is important because the bridge is closed.", "reason"),
    ],
)
def test_a_section_asks_for_evidence(role: Role, certainty: float, text: str, told: Role) -> None:
    inside = [(0, text.index("”") + 1)] if "”" in text else []
    assert settle(role, certainty, text, language="en", inside=inside)[0] == told


def test_dates_are_evidence() -> None:
    def mention(year: int, direction: str) -> DateMention:
        when = When(
            earliest=datetime(year, 1, 1, tzinfo=UTC), latest=datetime(year, 3, 1, tzinfo=UTC)
        )
        span = Span(report="rep_a", start=0, end=4)
        return DateMention(span=span, when=when, direction=direction)  # type: ignore[arg-type]

    text = "The bridge over the sound cost nine lives."
    before, after = mention(2020, "past"), mention(2027, "future")
    told = {"language": "en", "published": PUBLISHED}
    assert settle("background", 0.5, text, dates=[before], **told)[0] == "background"  # type: ignore[arg-type]
    assert settle("background", 0.5, text, dates=[after], **told)[0] == "detail"  # type: ignore[arg-type]
    assert settle("next", 0.5, text, dates=[after], **told)[0] == "next"  # type: ignore[arg-type]
    assert settle("next", 0.5, text, dates=[before], **told)[0] == "detail"  # type: ignore[arg-type]
