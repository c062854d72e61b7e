"""The day a report tells of keeps follow-ups and look-alikes apart."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from dateline.group import Grouper, sketch
from dateline.group.copies import find_copies
from dateline.group.score import Scorer
from dateline.group.told import told
from dateline.records import DateMention, Span, When
from tests.group.samples import report

STRIKE = (
    "HALVA, May {day} (Agency) - A missile struck a block of flats in the town of Halva on {name}, "
    "killing {dead} people and wounding others, Governor Ilko Maro said. The president of Vestia, "
    "Ana Tolm, accused Ruthenia of aiming at civilians and asked for air defences."
)


def dated(text, time, **days):
    """Sketch ``text``, each of the words ``days`` read as that day of May 2026."""
    made, reading = report(text, time=time, outlet=time)
    mentions = []
    for word, day in days.items():
        start = text.index(word)
        first = datetime(2026, 5, day, tzinfo=UTC)
        when = When(earliest=first, latest=first + timedelta(days=1))
        span = Span(report=made.id, start=start, end=start + len(word))
        mentions.append(DateMention(span=span, when=when, direction="past"))
    return made, replace(reading, dates=tuple(mentions))


def hours(made):
    return (made.published - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds() / 3600


def day_of(made, reading):
    found = told(made, reading, hours(made))
    return None if found is None else datetime.fromtimestamp(found * 3600, UTC).day


def test_the_first_recent_day_after_the_dateline_is_told_of():
    text = "HALVA, May 6 (Agency) - The toll of Tuesday's strike rose on Wednesday."
    days = {"May 6": 6, "Tuesday": 5, "Wednesday": 6}
    assert day_of(*dated(text, "05-06 10:00", **days)) == 5
    assert day_of(*dated(text, "05-06 10:00", **{"May 6": 6})) == 6


@pytest.mark.parametrize("day", [1, 9])
def test_days_long_before_or_still_to_come_are_not_what_is_told(day):
    text = "The court that opened on Tuesday will sit again."
    assert day_of(*dated(text, "05-06 10:00", Tuesday=day)) is None


def test_an_undated_report_tells_of_no_day():
    made, reading = dated("It fell on Tuesday.", "05-06", Tuesday=5)
    assert told(made, reading, None) is None


def test_two_strikes_on_one_town_are_two_stories():
    first = sketch(*dated(STRIKE.format(day=5, name="Tuesday", dead="nine"), "05-05", Tuesday=5))
    again = sketch(*dated(STRIKE.format(day=5, name="Tuesday", dead="ten"), "05-06", Tuesday=5))
    second = sketch(*dated(STRIKE.format(day=12, name="Tuesday", dead="six"), "05-12", Tuesday=12))
    scorer = Scorer()
    one, same, other = (scorer.add(item) for item in (first, again, second))
    near = scorer.compare([one], [same]).parts(0, 0)
    far = scorer.compare([one], [other]).parts(0, 0)
    assert near.values["apart"] < 0.01
    assert far.values["apart"] > 0.9
    assert near.total > 0 > far.total


def test_a_follow_up_that_repeats_its_background_is_no_rewrite():
    body = STRIKE.format(day=5, name="Tuesday", dead="nine")
    later = body.replace("A missile struck", "Rockets hit").replace("nine", "six")
    first = sketch(*dated(body, "05-05", Tuesday=5))
    same_day = sketch(*dated(later, "05-06", Tuesday=5))
    week_after = sketch(*dated(later, "05-12", Tuesday=12))
    assert [edge.kind for edge in find_copies(same_day, [first])]
    assert not find_copies(week_after, [first])


def test_reports_that_share_no_actor_and_no_place_are_strangers():
    made, reading = report("The bank of one country left its rate alone.", time="05-05")
    one = sketch(made, reading)
    here = replace(one, actors={"GBR": 1}, places={"london": 1}, length=200)
    there = replace(here, id="other", actors={"CHE": 1}, places={"zurich": 1})
    unknown = replace(here, id="third", actors={"x:urs": 1}, places={})
    scorer = Scorer()
    items = [scorer.add(item) for item in (here, there, unknown)]
    grid = scorer.compare(items, items).values["strangers"]
    assert grid[0, 1] == 1
    assert grid[0, 2] == grid[0, 0] == 0


def test_stories_of_two_days_stay_apart_in_any_order():
    pool = [
        (5, sketch(*dated(STRIKE.format(day=5, name="Tuesday", dead="nine"), "05-05", Tuesday=5))),
        (12, sketch(*dated(
            "HALVA, May 12 (Agency) - Glide bombs fell on the market of Halva on Tuesday, and "
            "eleven people died, said Governor Ilko Maro. President Ana Tolm of Vestia promised "
            "an answer and asked for sanctions on Ruthenia's oil. Sixty stalls burned, and "
            "shoppers who hid in the cellar of the town hall were led out at noon.",
            "05-12", Tuesday=12))),
    ]  # fmt: skip
    for order in (pool, pool[::-1]):
        grouper = Grouper()
        stories = {day: grouper.add(item).story for day, item in order}
        assert stories[5] != stories[12]
