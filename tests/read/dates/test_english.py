"""English news sentences: the words found, their TIMEX3 value, their interval."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from dateline.read.dates import find_dates

PUBLISHED = datetime(2026, 1, 15, 12, tzinfo=UTC)  # a Thursday

# sentence, words of the mention, TIMEX3 value, earliest day, latest day (exclusive)
NEWS = [
    ("The border is closed until Monday.", "until Monday", "2026-01-19", None, "2026-01-20"),
    ("It was closed until Monday.", "until Monday", "2026-01-12", None, "2026-01-13"),
    ("It will be ready by year-end.", "by year-end", "2026-12-31", None, "2027-01-01"),
    ("Over the weekend they met.", "Over the weekend", "2026-W02-WE", "2026-01-10", "2026-01-12"),
    (
        "He spoke late Sunday night.",
        "late Sunday night",
        "2026-01-11TNI",
        "2026-01-11",
        "2026-01-12",
    ),
    ("In the past year it fell.", "the past year", "P1Y", "2025-01-15", "2026-01-15"),
    ("In the past decade it fell.", "the past decade", "P1DE", "2016-01-15", "2026-01-15"),
    ("The summit took place Wednesday.", "Wednesday", "2026-01-14", "2026-01-14", "2026-01-15"),
    ("The envoys will meet on Wednesday.", "Wednesday", "2026-01-21", "2026-01-21", "2026-01-22"),
    ("Talks resumed on Thursday.", "Thursday", "2026-01-15", "2026-01-15", "2026-01-16"),
    ("Exports fell last month.", "last month", "2025-12", "2025-12-01", "2026-01-01"),
    ("He quit two years ago.", "two years ago", "2024", "2024-01-15", "2024-01-16"),
    (
        "Profit rose in the third quarter.",
        "the third quarter",
        "2025-Q3",
        "2025-07-01",
        "2025-10-01",
    ),
    ("She was elected in 1998.", "1998", "1998", "1998-01-01", "1999-01-01"),
    ("Ministers return next week.", "next week", "2026-W04", "2026-01-19", "2026-01-26"),
    (
        "The truce began on Nov. 27, 2024.",
        "Nov. 27, 2024",
        "2024-11-27",
        "2024-11-27",
        "2024-11-28",
    ),
    (
        "The mission has been shut since August 2021.",
        "since August 2021",
        "2021-08",
        "2021-08-01",
        None,
    ),
    (
        "It was annexed under the 1910–45 colonial rule.",
        "the 1910–45",
        "1910/1945",
        "1910-01-01",
        "1946-01-01",
    ),
    ("In the 1990s trade grew.", "the 1990s", "199", "1990-01-01", "2000-01-01"),
    ("The fort dates from the 15th century.", "the 15th century", "14", "1400-01-01", "1500-01-01"),
    ("A law will take effect Jan. 1.", "Jan. 1", "2027-01-01", "2027-01-01", "2027-01-02"),
    (
        "They met on January 13-14.",
        "January 13-14",
        "2026-01-13/2026-01-14",
        "2026-01-13",
        "2026-01-15",
    ),
    (
        "It runs from 3 to 5 May.",
        "from 3 to 5 May",
        "2026-05-03/2026-05-05",
        "2026-05-03",
        "2026-05-06",
    ),
    ("It must end by the end of March.", "by the end of March", "2026-03", None, "2026-04-01"),
    ("A pact is due in early 2027.", "early 2027", "2027", "2027-01-01", "2027-07-01"),
    ("A visit is planned for mid-January.", "mid-January", "2026-01", "2026-01-10", "2026-01-21"),
    ("Ties soured late last year.", "late last year", "2025", "2025-07-01", "2026-01-01"),
    ("Elections are due next spring.", "next spring", "2026-SP", "2026-03-01", "2026-06-01"),
    ("He will return in three days.", "in three days", "2026-01-18", "2026-01-18", "2026-01-19"),
    ("It failed three weeks ago.", "three weeks ago", "2025-W52", "2025-12-25", "2025-12-26"),
    (
        "Prices rose over the past five years.",
        "over the past five years",
        "P5Y",
        "2021-01-15",
        "2026-01-15",
    ),
    ("She spoke yesterday.", "yesterday", "2026-01-14", "2026-01-14", "2026-01-15"),
    ("They left on 13 January 2026.", "13 January 2026", "2026-01-13", "2026-01-13", "2026-01-14"),
    ("The file is dated 2025-12-31.", "2025-12-31", "2025-12-31", "2025-12-31", "2026-01-01"),
    (
        "The first half of next year looks hard.",
        "first half of next year",
        "2027-H1",
        "2027-01-01",
        "2027-07-01",
    ),
    (
        "It met in the first week of July 2019.",
        "the first week of July 2019",
        "2019-W27",
        "2019-07-01",
        "2019-07-08",
    ),
    (
        "It met on the last Monday of April 2024.",
        "the last Monday of April 2024",
        "2024-04-29",
        "2024-04-29",
        "2024-04-30",
    ),
    ("Turnout in 2024-25 fell.", "2024-25", "2024/2025", "2024-01-01", "2026-01-01"),
    ("The plan runs until 2030.", "until 2030", "2030", None, "2031-01-01"),
    ("Growth in Q3 2025 slowed.", "Q3 2025", "2025-Q3", "2025-07-01", "2025-10-01"),
    (
        "The leaders will meet next Tuesday.",
        "next Tuesday",
        "2026-01-20",
        "2026-01-20",
        "2026-01-21",
    ),
    ("The leaders met last Tuesday.", "last Tuesday", "2026-01-06", "2026-01-06", "2026-01-07"),
    ("The leaders met this Tuesday.", "this Tuesday", "2026-01-13", "2026-01-13", "2026-01-14"),
    ("It was built a decade ago.", "a decade ago", "201", "2016-01-15", "2016-01-16"),
    ("He arrived on Christmas Day.", "Christmas Day", "2025-12-25", "2025-12-25", "2025-12-26"),
    (
        "Polls open on Easter Monday 2026.",
        "Easter Monday 2026",
        "2026-04-06",
        "2026-04-06",
        "2026-04-07",
    ),
    (
        "A deal may come before the end of the year.",
        "before the end of the year",
        "2026",
        None,
        "2027-01-01",
    ),
    (
        "The strike began earlier this week.",
        "earlier this week",
        "2026-W03",
        "2026-01-12",
        "2026-01-15",
    ),
    ("Tariffs rise later this year.", "later this year", "2026", "2026-01-15", "2027-01-01"),
    (
        "He spoke the day before yesterday.",
        "the day before yesterday",
        "2026-01-13",
        "2026-01-13",
        "2026-01-14",
    ),
    (
        "It was twenty-one days later than promised on May 5.",
        "May 5",
        "2025-05-05",
        "2025-05-05",
        "2025-05-06",
    ),
    # the present tense of what stands in a calendar looks ahead
    *(
        (sentence, day, timex, timex, after)
        for sentence, day, timex, after in (
            ("Voters go to the polls on Sunday.", "Sunday", "2026-01-18", "2026-01-19"),
            ("The court hears the case Tuesday.", "Tuesday", "2026-01-20", "2026-01-21"),
            ("Talks resume Monday, he said.", "Monday", "2026-01-19", "2026-01-20"),
            ("They did not resume on Monday.", "Monday", "2026-01-12", "2026-01-13"),
            ("He came and leaves on Tuesday.", "Tuesday", "2026-01-20", "2026-01-21"),
            ("They are meeting on Tuesday.", "Tuesday", "2026-01-20", "2026-01-21"),
        )
    ),
    ("Talks run until Tuesday.", "until Tuesday", "2026-01-20", None, "2026-01-21"),
    # of a part that is not over: what happened, what is to come
    ("Exports grew early this year.", "early this year", "2026", "2026-01-01", "2026-01-16"),
    ("It grew late this month.", "late this month", "2026-01", "2026-01-16", "2026-02-01"),
    ("The school opened in the fall.", "in the fall", "2025-FA", "2025-09-01", "2025-12-01"),
    ("It votes in the fall of 2027.", "in the fall of 2027", "2027-FA", "2027-09-01", "2027-12-01"),
    ("Emissions fall in 2027, it says.", "2027", "2027", "2027-01-01", "2028-01-01"),
]

# sentence, words, TIMEX3 value of mentions that have no interval
TIMELESS = [
    ("After decades of war they spoke.", "decades", "PXDE"),
    ("The strike lasted half an hour.", "half an hour", "PT30M"),
    ("He hopes for peace in the near future.", "in the near future", "FUTURE_REF"),
    ("The visit lasts three days.", "three days", "P3D"),
    ("It was a two-day summit.", "two-day", "P2D"),
    ("They meet every four years.", "every four years", "P4Y"),
    ("Markets open every Monday.", "every Monday", "XXXX-WXX-1"),
    ("The annual drill went on.", "annual", "P1Y"),
    ("It recently grew.", "recently", "PAST_REF"),
    ("A vote will come soon.", "soon", "FUTURE_REF"),
]

NOT_DATES = [
    "Iraq imports about three-quarters of its food.",
    "This may take longer than expected.",
    "May I speak? They march on; the sun sat low and she may fall.",
    "Inflation was 6.45 percent.",
    "The server is 192.168.255.255.",
    "Call +86 2010-2015-86 at once.",
    "The cost was $2025 and 1,998 shares were sold.",
    "It weighs 2000 tons and holds 2024 people.",
    "Set it to 32/2015.",
    "See https://example.org/2024/05/12/report-2023.html for more.",
    "She told the Daily Mail.",
    "It shrank in the fall of the currency.",
]


def mentions(sentence: str) -> dict[str, tuple[str, str | None, str | None]]:
    """Words to TIMEX3 value and days, of a sentence published on 15 January 2026."""
    found = find_dates(sentence, "en", report="r", published=PUBLISHED)
    return {
        sentence[m.span.start : m.span.end]: (
            m.when.timex,
            f"{m.when.earliest:%Y-%m-%d}" if m.when.earliest else None,
            f"{m.when.latest:%Y-%m-%d}" if m.when.latest else None,
        )
        for m in found
    }


@pytest.mark.parametrize(("sentence", "words", "timex", "earliest", "latest"), NEWS)
def test_news(
    sentence: str, words: str, timex: str, earliest: str | None, latest: str | None
) -> None:
    assert mentions(sentence).get(words) == (timex, earliest, latest), mentions(sentence)


@pytest.mark.parametrize(("sentence", "words", "timex"), TIMELESS)
def test_words_without_an_interval_keep_their_value(sentence: str, words: str, timex: str) -> None:
    assert mentions(sentence).get(words) == (timex, None, None), mentions(sentence)


@pytest.mark.parametrize("sentence", NOT_DATES)
def test_no_date_is_invented(sentence: str) -> None:
    assert mentions(sentence) == {}


@pytest.mark.parametrize("sentence", ["It met on 30 February 2024.", "On 31/31/2024 it ended."])
def test_absurd_days_are_rejected(sentence: str) -> None:
    assert not any(value[1] and value[0].count("-") == 2 for value in mentions(sentence).values())


def test_now_is_the_publication() -> None:
    (mention,) = find_dates("It is now over.", "en", report="r", published=PUBLISHED)
    assert mention.when.timex == "PRESENT_REF"
    assert mention.when.earliest == PUBLISHED


def test_coming_weeks_are_vague_and_open() -> None:
    (mention,) = find_dates("In the coming weeks it ends.", "en", report="r", published=PUBLISHED)
    assert mention.when.precision == "vague"
    assert mention.when.earliest == datetime(2026, 1, 15, tzinfo=UTC)
    assert mention.when.latest is None


def test_clock_time_on_a_day() -> None:
    text = "They met at 9:30 a.m. on Friday, Jan. 9."
    (mention,) = find_dates(text, "en", report="r", published=PUBLISHED)
    assert mention.when.timex == "2026-01-09T09:30"
    assert mention.when.precision == "instant"


def test_to_fall_is_no_season() -> None:
    published = datetime(2026, 1, 15, 12, tzinfo=UTC)
    text = "The bank expects inflation to fall in 2027 and will meet again in the fall of 2026."
    found = find_dates(text, "en", report="rep_1", published=published)
    assert [m.when.timex for m in found] == ["2027", "2026-FA"]


def test_a_range_under_way_is_not_put_off_for_a_year() -> None:
    september = datetime(2018, 9, 7, 12, tzinfo=UTC)
    text = "The drill will run between August and October."
    (mention,) = find_dates(text, "en", report="r", published=september)
    assert mention.when.timex == "2018-08/2018-10"
    june = datetime(2018, 6, 7, 12, tzinfo=UTC)
    text = "The next drill will run from March to April."
    (mention,) = find_dates(text, "en", report="r", published=june)
    assert mention.when.timex == "2019-03/2019-04"
