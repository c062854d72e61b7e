from __future__ import annotations

import dataclasses
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.brief.edit import apply, edits_for, shortened, undo
from dateline.brief.lines import Line, read_lines
from dateline.records import (
    ActorMention,
    Claim,
    DateMention,
    Edit,
    Reading,
    Report,
    Span,
    When,
)
from dateline.records.origins import Origins
from tests.brief.helpers import item, tables


def lines_of(report: Report, reading: Reading) -> tuple[Line, ...]:
    origins = Origins([report.id], [])
    return read_lines({report.id: report}, {report.id: reading}, (report.id,), origins, None)


def edited(report: Report, reading: Reading, index: int = 0) -> str:
    line = lines_of(report, reading)[index]
    edits = edits_for(line, report, reading)
    text = apply(edits, line.text)
    assert undo(edits, text) == line.text
    return text


def mention(report: Report, words: str, when: When, **more: str) -> DateMention:
    start = report.text.index(words)
    return DateMention(
        span=Span(report=report.id, start=start, end=start + len(words)), when=when, **more
    )


TUESDAY = When(
    earliest=datetime(2026, 1, 12, 15, tzinfo=UTC), latest=datetime(2026, 1, 13, 15, tzinfo=UTC),
    precision="day", anchor="published", zone="Asia/Tokyo",
)  # fmt: skip


def test_a_leading_connective_is_dropped_and_the_next_word_gets_a_capital() -> None:
    report, reading = item("a", [["Additionally, the leaders may explore joint work on mines."]])
    assert edited(report, reading) == "The leaders may explore joint work on mines."


@pytest.mark.parametrize(
    "byline", ["NARA, Japan (Reuters) — ", "TOKYO (Meridian Wire) — ", "SEOUL — ", "LONDON (AP) - "]
)
def test_a_byline_is_dropped(byline: str) -> None:
    report, reading = item("a", [[f"{byline}The leaders of both countries met on an island."]])
    assert edited(report, reading) == "The leaders of both countries met on an island."


@pytest.mark.parametrize(
    ("language", "text", "plain"),
    [
        ("ja", "【ソウル=共同】両首脳は会談した。", "両首脳は会談した。"),
        ("ko", "(서울=한강일보) 두 정상이 만났다.", "두 정상이 만났다."),
    ],
)
def test_bylines_of_other_languages(language: str, text: str, plain: str) -> None:
    report, reading = item("a", [[text]], language=language)
    assert edited(report, reading) == plain


def test_a_resolved_weekday_gets_its_date_in_the_zone_it_was_cut_in() -> None:
    report, reading = item("a", [["The two leaders met in the old capital on Tuesday."]])
    reading = dataclasses.replace(reading, dates=(mention(report, "Tuesday", TUESDAY),))
    text = "The two leaders met in the old capital on 13 January 2026."
    assert edited(report, reading) == text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Police linked both men to Tuesday's raid on the old harbour.",
         "Police linked both men to the 13 January 2026 raid on the old harbour."),
        ("The ferry caught fire on Tuesday night off the old harbour.",
         "The ferry caught fire on the night of 13 January 2026 off the old harbour."),
        ("The fire on Tuesday killed two people, the mayor said on Tuesday.",
         "The fire on 13 January 2026 killed two people, the mayor said."),
    ],
)  # fmt: skip
def test_a_date_is_told_once_and_splits_no_possessive(text: str, plain: str) -> None:
    report, reading = item("a", [[text]])
    spans = [
        Span(report=report.id, start=at, end=at + 7)
        for at in range(len(report.text))
        if report.text.startswith("Tuesday", at)
    ]
    dates = tuple(DateMention(span=span, when=TUESDAY) for span in spans)
    assert edited(report, dataclasses.replace(reading, dates=dates)) == plain


YEAR = When(
    earliest=datetime(2025, 1, 1, tzinfo=UTC), latest=datetime(2026, 1, 1, tzinfo=UTC),
    precision="year", anchor="published",
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "when", "plain"),
    [
        ("The mill closed last year after the flood.", "last year", YEAR,
         "The mill closed in 2025 after the flood."),
        ("The mill closed in January last year after the flood.", "last year", YEAR,
         "The mill closed in January 2025 after the flood."),
        ("The mill burned down, and last year the owners sold it.", "last year", YEAR,
         "The mill burned down, and in 2025 the owners sold it."),
        ("Yesterday the mill closed for good.", "Yesterday", TUESDAY,
         "On 13 January 2026 the mill closed for good."),
        ("The mill closed early Tuesday after the flood.", "early Tuesday", TUESDAY,
         "The mill closed early on 13 January 2026 after the flood."),
    ],
)  # fmt: skip
def test_relative_days_and_years_become_absolute(
    text: str, words: str, when: When, plain: str
) -> None:
    report, reading = item("a", [[text]], published=datetime(2026, 1, 20, tzinfo=UTC))
    reading = dataclasses.replace(reading, dates=(mention(report, words, when),))
    assert edited(report, reading) == plain


def test_an_unresolved_weekday_stays_as_it_is() -> None:
    report, reading = item("a", [["The two leaders meet on Tuesday."]], published=None)
    unknown = When(anchor="relative", timex="XXXX-WXX-2")
    reading = dataclasses.replace(reading, dates=(mention(report, "Tuesday", unknown),))
    assert edited(report, reading) == "The two leaders meet on Tuesday."


def test_nothing_is_put_into_a_quotation() -> None:
    report, reading = item("a", [["“We will meet on Tuesday,” the minister said in Oslo."]])
    reading = dataclasses.replace(reading, dates=(mention(report, "Tuesday", TUESDAY),))
    assert "2026" not in edited(report, reading)


def test_a_plan_never_gets_a_day_gone_by() -> None:
    report, reading = item(
        "a", [["Schools will stay closed until Tuesday."]],
        published=datetime(2026, 1, 20, tzinfo=UTC),
    )  # fmt: skip
    reading = dataclasses.replace(reading, dates=(mention(report, "Tuesday", TUESDAY),))
    assert "2026" not in edited(report, reading)


def with_pronoun(certainty: float) -> tuple[Report, Reading]:
    report, reading = item(
        "a", [["Chancellor Erika Mustermann flew to Oslo.", "She signed the treaty at noon."]]
    )
    name, she = report.text.index("Erika"), report.text.index("She")
    mentions = (
        ActorMention(
            span=Span(report=report.id, start=name, end=name + 16), actor="p:em", how="full name"
        ),
        ActorMention(
            span=Span(report=report.id, start=she, end=she + 3), actor="p:em", how="pronoun",
            certainty=certainty,
        ),
    )  # fmt: skip
    return report, dataclasses.replace(reading, actors=mentions)


def test_a_safe_pronoun_becomes_the_name() -> None:
    report, reading = with_pronoun(0.9)
    assert edited(report, reading, 1) == "Erika Mustermann signed the treaty at noon."


def test_an_unsafe_pronoun_stays() -> None:
    report, reading = with_pronoun(0.5)
    assert edited(report, reading, 1) == "She signed the treaty at noon."


def test_edits_that_overlap_or_do_not_fit_are_refused() -> None:
    one = Edit(start=0, end=3, before="The", after="A", kind="cut")
    two = Edit(start=2, end=5, before="e t", after="", kind="cut")
    with pytest.raises(ValueError, match="does not fit"):
        apply([one, two], "The text")
    with pytest.raises(ValueError, match="was not made with"):
        undo([one], "The text")


@given(
    st.text(max_size=40), st.lists(st.tuples(st.integers(0, 40), st.text(max_size=5)), max_size=4)
)
def test_undo_takes_back_what_apply_did(source: str, cuts: list[tuple[int, str]]) -> None:
    edits, at = [], 0
    for offset, after in sorted(cuts):
        start = min(max(offset, at), len(source))
        end = min(start + 2, len(source))
        edits.append(Edit(start=start, end=end, before=source[start:end], after=after, kind="cut"))
        at = end + 1
        if at > len(source):
            break
    assert undo(edits, apply(edits, source)) == source


def test_a_gist_is_cut_where_the_sentence_only_goes_on() -> None:
    source = (
        "The leaders of both countries met in Nara on a cold Tuesday, and the two agreed on mines."
    )
    span = Span(report="rep_a", start=0, end=len(source))
    claim = Claim(text=source, spans=(span,), independent=1, agreement="single", language="en")
    short = shortened(claim, source)
    assert short.text == "The leaders of both countries met in Nara on a cold Tuesday."
    assert undo(short.edits, short.text) == source


def test_a_gist_keeps_who_said_it() -> None:
    source = (
        "A strong quake struck the coast of northern Chile early on Monday, which officials said."
    )
    span = Span(report="rep_a", start=0, end=len(source))
    claim = Claim(text=source, spans=(span,), independent=1, agreement="single", language="en")
    assert shortened(claim, source).text == source


def test_tables_hold_what_was_built() -> None:
    pair = item("a", [["One sentence stands here for the test."]])
    assert tables(pair)[0]["rep_a"].text == "One sentence stands here for the test."


LAST_WEEK = When(
    earliest=datetime(2026, 1, 4, 15, tzinfo=UTC), latest=datetime(2026, 1, 11, 15, tzinfo=UTC),
    precision="week", anchor="published", zone="Asia/Tokyo",
)  # fmt: skip


def test_last_week_is_counted_from_the_day_of_the_report() -> None:
    report, reading = item("a", [["The visit follows a trip to China last week."]])
    dated = dataclasses.replace(reading, dates=(mention(report, "last week", LAST_WEEK),))
    assert edited(report, dated) == (
        "The visit follows a trip to China in the week before 12 January 2026."
    )


def test_a_day_that_owns_a_thing_is_never_one_to_come() -> None:
    report, reading = item("a", [["Beijing would repeat Tuesday's drills, it said."]])
    found = mention(report, "Tuesday", dataclasses.replace(
        TUESDAY,
        earliest=datetime(2026, 1, 19, 15, tzinfo=UTC),
        latest=datetime(2026, 1, 20, 15, tzinfo=UTC),
    ), direction="future")  # fmt: skip
    assert edited(report, dataclasses.replace(reading, dates=(found,))) == (
        "Beijing would repeat Tuesday's drills, it said."
    )
