from datetime import UTC, datetime
from itertools import pairwise

from dateline.group import Grouper, GroupOptions
from dateline.group.review import MOST, is_due, review
from dateline.records import Copy, Made, Member, Story
from tests.group.samples import sketched
from tests.group.test_stream import BANK_NORTH, STRIKE_FIRST, VISIT_EAST

MADE = Made(stage="group", version=1)
NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)


def one_story(sketches, copies=()):
    """Return a grouper in which all of these stand, wrongly, in one story."""
    story = Story(
        id="s_mixed",
        version=3,
        members=tuple(Member(report=s.id, joined=NOON) for s in sketches),
        opened=NOON,
        updated=NOON,
        independent=len(sketches),
        made=MADE,
    )
    grouper = Grouper()
    grouper.restore([(s, story) for s in sketches], copies)
    return grouper


def look(grouper):
    review("s_mixed", grouper.window, grouper.register, GroupOptions())
    return grouper.register.take_changes()


def test_a_story_of_two_events_falls_apart_and_the_larger_part_keeps_the_id():
    east = [sketched(text, time=f"05-04 1{at}:00") for at, text in enumerate(VISIT_EAST)]
    strike = [sketched(text, time=f"05-04 1{at}:30") for at, text in enumerate(STRIKE_FIRST)]
    changes = look(one_story([strike[0], *east, strike[1]]))
    kept, new = sorted(changes.stories, key=lambda s: s.id != "s_mixed")
    assert {m.report for m in kept.members} == {s.id for s in east}
    assert {m.report for m in new.members} == {s.id for s in strike}
    assert new.split_from == "s_mixed" and changes.minted == {new.id}
    assert {(old, to) for _, old, to in changes.moved} == {("s_mixed", new.id)}


def test_a_story_of_one_event_stays_whole():
    east = [sketched(text, time=f"05-04 1{at}:00") for at, text in enumerate(VISIT_EAST)]
    again = sketched(VISIT_EAST[0] + " Ito smiled.", time="05-04 18:00", outlet="o9")
    assert look(one_story([*east, again])).stories == ()


def test_a_copy_stays_with_its_origin_whatever_the_scores():
    east = [sketched(text, time=f"05-04 1{at}:00") for at, text in enumerate(VISIT_EAST)]
    strike = sketched(STRIKE_FIRST[0], time="05-04 13:00")
    copy = Copy(report=strike.id, of=east[0].id, kind="translated", share=0.9, made=MADE)
    assert look(one_story([*east, strike], [copy])).stories == ()


def test_of_a_large_story_those_not_looked_at_follow_the_others():
    size = next(n for n in range(MOST + 20, 10_000) if is_due(n))
    numbered = [
        sketched(f"{texts[at % 2]} It was notice {at}.", time="05-04 12:00", outlet=f"o{at}")
        for texts, count in ((VISIT_EAST, size - 40), (BANK_NORTH, 40))
        for at in range(count)
    ]
    sizes = sorted(len(story.members) for story in look(one_story(numbered)).stories)
    assert sizes == [40, size - 40]


def test_reviews_come_at_sizes_that_grow_by_a_quarter():
    due = [n for n in range(1000) if is_due(n)]
    assert due[:6] == [4, 5, 6, 7, 8, 10]
    assert all(two / one <= 1.26 for one, two in pairwise(due))
    assert len(due) < 30
