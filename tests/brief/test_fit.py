from __future__ import annotations

from datetime import UTC, datetime

import pytest

from dateline.brief.fit import FLOOR, FLOOR_REASON, fits
from dateline.records import DateMention, Span, When

PUBLISHED = datetime(2026, 3, 2, tzinfo=UTC)


def dated(start: datetime, direction: str) -> DateMention:
    when = When(earliest=start, latest=start.replace(hour=23), anchor="published")
    return DateMention(span=Span(report="r", start=0, end=1), when=when, direction=direction)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "The flood is the worst in more than forty years, and harvests across the delta are lost.",
        "The ruling raises questions about who may sign contracts on behalf of the port.",
        "More than 40,000 families depend on the river, which has fallen to a record low.",
        "Critics say the tax would hurt small farms because they can't pass it on.",
    ],
)
def test_words_of_weight_serve_as_a_reason_without_a_role(text: str) -> None:
    assert fits(text, role="detail", certainty=0.4, language="en").reason >= FLOOR_REASON


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Parliament will vote on the bill after the recess.", "next"),
        ("The two sides are expected to meet again in Oslo.", "next"),
        ("Die Kommission will ihren Bericht im kommenden Jahr vorlegen.", "next"),
    ],
)
def test_a_step_to_come_is_next_by_its_words_and_a_weak_role(text: str, role: str) -> None:
    language = "de" if text.startswith("Die") else "en"
    assert fits(text, role=role, certainty=0.2, language=language).next >= FLOOR  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "The two had been expected to meet in Oslo before the talks broke down.",
        "The court was likely to rule against him, the former minister wrote.",
        "The ferry sank within an hour of leaving the old harbour.",
    ],
)
def test_a_plan_of_the_past_is_no_next_step_even_with_its_role(text: str) -> None:
    assert fits(text, role="next", certainty=0.8, language="en").next < FLOOR


def test_a_promise_inside_a_quotation_is_nobody_elses_next_step() -> None:
    text = "“We will win,” the captain said after training."
    assert fits(text, role="reaction", certainty=0.9, language="en", inside=((0, 13),)).next == 0


def test_a_day_ahead_adds_to_a_plan_and_a_day_long_ago_to_the_background() -> None:
    plan = "Ministers will meet in Lima on 9 March."
    ahead = (dated(datetime(2026, 3, 9, tzinfo=UTC), "future"),)
    with_date = fits(plan, role="detail", certainty=0.3, language="en", dates=ahead,
                     published=PUBLISHED)  # fmt: skip
    assert with_date.next > fits(plan, role="detail", certainty=0.3, language="en").next
    past = (dated(datetime(2019, 3, 9, tzinfo=UTC), "past"),)
    told = fits("The bridge had closed in 2019 after a crack was found.", role="detail",
                certainty=0.3, language="en", dates=past, published=PUBLISHED)  # fmt: skip
    assert told.beyond >= FLOOR


def test_the_first_sentence_tells_the_event_whatever_it_holds() -> None:
    text = "The worst flood since 1953 has killed at least 20,000 people, officials said."
    opening = fits(text, role="main", certainty=0.9, language="en", place=0)
    assert opening.reason < FLOOR_REASON
    assert fits(text, role="detail", certainty=0.4, language="en", place=7).reason >= FLOOR_REASON


def test_a_language_without_words_goes_by_a_sure_role_alone() -> None:
    assert fits("Sätze", role="reason", certainty=0.9, language="xx").reason >= FLOOR_REASON
    assert fits("Sätze", role="reason", certainty=0.6, language="xx").reason == 0


@pytest.mark.parametrize(
    "text",
    [
        "The port handles roughly a third of the island's trade.",
        "The dam would be the largest in either country.",
        "About 30,000 families along the coast live from fishing.",
        "It is the first full strike at the port since 2018.",
        "Exporters said the stoppage could cost them two harvests.",
    ],
)
def test_what_hangs_on_the_news_is_a_reason_and_no_background(text: str) -> None:
    found = fits(text, role="detail", certainty=0.4, language="en")
    assert found.reason >= FLOOR_REASON
    assert found.reason > found.beyond


def test_no_effect_is_no_reason() -> None:
    calm = fits("日本への津波の影響はない。", role="detail", certainty=0.4, language="ja")
    struck = fits("沿岸の漁業に影響が出ている。", role="detail", certainty=0.4, language="ja")
    assert calm.reason < FLOOR_REASON <= struck.reason
