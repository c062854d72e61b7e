from __future__ import annotations

import dataclasses
from datetime import UTC, datetime
from typing import Any

from dateline.brief import EarlierStory, Record, write_brief
from dateline.records import (
    Brief,
    Claim,
    Event,
    Expectation,
    Party,
    Settlement,
    Span,
    When,
)
from tests.brief.helpers import MADE, item, story_of, tables

NOW = datetime(2026, 2, 10, tzinfo=UTC)
VISIT = item(
    "visit",
    [
        [("Premier Ada Berg hosted President Luis Ortega in Nordhavn on 12 January 2026.", "main")],
        [("The two governments plan to publish a list of patrols by 31 January 2026.", "next")],
        [("Ortega met Chancellor Mia Holm in Riga from 4 to 7 January 2026.", "background")],
    ],
    title="Berg hosts Ortega",
)
BEFORE = item(
    "before",
    [[("Berg and Ortega met on the island of Sund on 3 May 2025.", "main")]],
    title="Berg and Ortega meet on Sund", published=datetime(2025, 5, 3, 12, tzinfo=UTC),
)  # fmt: skip
NAMES = {"p:berg": "Ada Berg", "p:ortega": "Luis Ortega", "p:holm": "Mia Holm",
         "NOR": "Norland", "OST": "Osterland"}  # fmt: skip


def days(first: datetime, last: datetime) -> When:
    return When(earliest=first, latest=last)


def meeting(name: str, a: str, b: str, when: When, span: Span, story: str) -> Event:
    codes = {"p:berg": "NORGOV", "p:ortega": "OSTGOV", "p:holm": "LATGOV"}
    return Event(
        id=f"evt_{name}", action="CONSULT", status="happened", quad="verbal-cooperation",
        sources=(Party(actor=a, code=codes[a]),), targets=(Party(actor=b, code=codes[b]),),
        occurred=when, spans=(span,), made=MADE, story=story,
    )  # fmt: skip


def span_of(pair: Any, index: int) -> Span:
    span: Span = pair[1].sentences[index].span
    return span


def day(year: int, month: int, number: int) -> datetime:
    return datetime(year, month, number, tzinfo=UTC)


MAIN = meeting("main", "p:berg", "p:ortega", days(day(2026, 1, 12), day(2026, 1, 13)),
               span_of(VISIT, 0), "s_test")  # fmt: skip
OTHER = meeting("other", "p:ortega", "p:holm", days(day(2026, 1, 4), day(2026, 1, 8)),
                span_of(VISIT, 2), "s_test")  # fmt: skip
PRIOR = meeting("prior", "p:berg", "p:ortega", days(day(2025, 5, 3), day(2025, 5, 4)),
                span_of(BEFORE, 0), "s_before")  # fmt: skip


def list_due(settled: Settlement | None = None) -> Expectation:
    return Expectation(
        id="exp_list", kind="intended", made=MADE, spans=(span_of(VISIT, 1),), settled=settled,
        statement="The two governments plan to publish a list of patrols by 31 January 2026.",
        due=When(latest=day(2026, 2, 1)),
    )  # fmt: skip


def brief_of(record: Record | None, as_of: datetime | None = NOW) -> Brief:
    reports, readings = tables(VISIT)
    return write_brief(story_of(VISIT), reports, readings, [], record=record, as_of=as_of)


def computed(brief: Brief) -> dict[str, list[Claim]]:
    return {
        s.name: [c for c in s.claims if c.agreement == "computed"] for s in brief.sections
    }  # fmt: skip


def test_a_meeting_shortly_before_with_its_span() -> None:
    other = dataclasses.replace(OTHER, spans=(span_of(BEFORE, 0),))
    record = Record(events=(MAIN, other), names=NAMES, reports=tables(BEFORE)[0])
    (claim,) = computed(brief_of(record))["Why it's important"]
    assert claim.text == "Luis Ortega and Mia Holm met 5 days before (4–7 January 2026)."
    assert claim.spans == other.spans
    assert claim.writer == "record"


def test_what_a_sentence_of_the_brief_tells_is_not_computed_beside_it() -> None:
    brief = brief_of(Record(events=(MAIN, OTHER), names=NAMES))
    told = [c for s in brief.sections for c in s.claims if OTHER.spans[0] in c.spans]
    assert [c.agreement for c in told] == ["single"]


def test_the_first_meeting_in_months_cites_a_report_outside_the_story() -> None:
    record = Record(events=(MAIN, PRIOR), names=NAMES, reports=tables(BEFORE)[0])
    brief = brief_of(record)
    (claim,) = computed(brief)["Why it's important"]
    assert claim.text.startswith(
        "It is the first meeting of Norland and Osterland in 8 months, by the desk's reports"
    )
    assert claim.spans[0] == PRIOR.spans[0]
    assert [(s.report, s.relation) for s in brief.sources] == [
        ("rep_visit", "origin"), ("rep_before", "record"),
    ]  # fmt: skip
    assert brief.reports == 1


def test_no_first_meeting_is_claimed_of_a_young_desk() -> None:
    young = Record(events=(MAIN,), names=NAMES, since=day(2026, 1, 1))
    assert not computed(brief_of(young))["Why it's important"]
    old = Record(events=(MAIN,), names=NAMES, since=day(2025, 3, 1))
    (claim,) = computed(brief_of(old))["Why it's important"]
    assert claim.text.endswith("in the desk's reports, which go back to March 2025.")


def test_an_overdue_expectation_is_told_as_overdue_and_not_as_next() -> None:
    brief = brief_of(Record(expectations=(list_due(),)))
    (claim,) = computed(brief)["What's next"]
    assert claim.text.startswith("Overdue: due by 31 January 2026, and the desk holds no report")
    extracted = [c.text for s in brief.sections for c in s.claims if c.agreement != "computed"]
    assert not any("plan to publish" in text for text in extracted)


def test_before_its_time_it_is_next_and_not_overdue() -> None:
    brief = brief_of(Record(expectations=(list_due(),)), as_of=day(2026, 1, 14))
    assert not computed(brief)["What's next"]
    assert any("plan to publish" in c.text for s in brief.sections for c in s.claims)


def test_a_settlement_counts_from_its_own_time_on() -> None:
    settled = Settlement(outcome="met", at=day(2026, 2, 5), spans=(span_of(VISIT, 0),))
    record = Record(expectations=(list_due(settled),))
    (claim,) = computed(brief_of(record))["Beyond the headlines"]
    assert claim.text.startswith("It came as expected (reported on 5 February 2026)")
    assert not computed(brief_of(record))["What's next"]
    earlier = computed(brief_of(record, as_of=day(2026, 2, 3)))
    assert earlier["What's next"]
    assert not earlier["Beyond the headlines"]


def test_what_the_desk_learnt_later_is_not_in_an_earlier_brief() -> None:
    later = Record(events=(MAIN, PRIOR), names=NAMES, reports=tables(BEFORE)[0])
    record = Record(
        events=later.events, names=NAMES, reports=later.reports,
        earlier=(EarlierStory(story="s_before", title="Berg and Ortega meet on Sund",
                              on=day(2025, 5, 3), span=PRIOR.spans[0]),),
    )  # fmt: skip
    texts = [c.text for c in computed(brief_of(record))["Beyond the headlines"]]
    assert texts == [
        "The desk has followed this through an earlier story, last on 3 May 2025: "
        "“Berg and Ortega meet on Sund”."
    ]
    without = Record(events=later.events, names=NAMES, earlier=record.earlier)
    assert not computed(brief_of(without))["Beyond the headlines"]  # its report is not there


def test_without_a_record_nothing_is_computed() -> None:
    assert not any(computed(brief_of(None)).values())
