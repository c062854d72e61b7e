import random
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from dateline.group import Grouper, GroupOptions
from dateline.group.score import Scorer
from tests.group.samples import sketched
from tests.group.test_copies import INDEPENDENT, REWRITE, WIRE

VISIT_EAST = [
    "President Ruvo of Caldera met Prime Minister Hana Ito in Tokyo on Monday and agreed to share "
    "radar data. Ito said the radar pact with Caldera would start in autumn.",
    "Tokyo and Caldera will share radar data from autumn, Prime Minister Hana Ito said after "
    "talks with President Ruvo on Monday. The radar pact was signed at the Akasaka palace.",
    "Ruvo and Ito sign radar pact. The president of Caldera spent Monday in Tokyo, where he and "
    "Hana Ito settled how radar data is to be shared.",
]
VISIT_WEST = [
    "President Ruvo of Caldera met Chancellor Petra Lang in Berlin on Wednesday and ordered 12 "
    "ferries. Lang said the ferries would be built at Rostock.",
    "Caldera ordered 12 ferries from German yards as President Ruvo met Chancellor Petra Lang in "
    "Berlin on Wednesday. The ferries are to be built at Rostock by 2029.",
    "Berlin sells Caldera 12 ferries. Petra Lang and President Ruvo announced the order on "
    "Wednesday; the Rostock yard will build them.",
]
STRIKE_FIRST = [
    "A missile struck the bus depot in Odrin on 3 May, killing four drivers, the mayor said. "
    "The depot burned through the night.",
    "Four bus drivers were killed when a missile hit the depot in Odrin on 3 May. Firefighters "
    "fought the blaze at the depot until dawn.",
]
STRIKE_SECOND = [
    "A missile struck the grain market in Odrin on 10 May, wounding nineteen shoppers, the mayor "
    "said. The roof of the market hall fell in.",
    "Nineteen shoppers were wounded when a missile hit the grain market in Odrin on 10 May. "
    "Rescuers searched under the roof of the market hall.",
]
BANK_NORTH = [
    "The Bank of Norland raised its key rate to 4.25 percent on Thursday. Governor Elin Strand "
    "said wages in Norland were growing too fast.",
    "Norland's central bank lifted the key rate to 4.25 percent on Thursday, with Governor Elin "
    "Strand pointing to fast wages.",
]
BANK_SOUTH = [
    "The Reserve Bank of Sulia cut its cash rate to 2.5 percent on Thursday. Governor Tomas Vega "
    "said exports of copper from Sulia had slumped.",
    "Sulia's central bank cut the cash rate to 2.5 percent on Thursday as Governor Tomas Vega "
    "warned of slumping copper exports.",
]
QUAKE = [
    "A magnitude 7.1 earthquake struck off Port Vela at 3:12 a.m. on Sunday, killing 38 people "
    "and toppling the cathedral tower.",
    "At least 38 people died when a 7.1 magnitude earthquake hit Port Vela before dawn on Sunday. "
    "The cathedral tower toppled.",
]
AFTERSHOCK = [
    "A magnitude 5.4 aftershock shook Port Vela on Tuesday evening, injuring six rescue workers "
    "and cutting power to the hospital tents.",
    "Six rescue workers were hurt when a 5.4 aftershock rattled Port Vela on Tuesday. Power to "
    "the hospital tents failed.",
]
UNLIKE = {
    "visits": [(VISIT_EAST, "05-04"), (VISIT_WEST, "05-06")],
    "strikes": [(STRIKE_FIRST, "05-03"), (STRIKE_SECOND, "05-10")],
    "banks": [(BANK_NORTH, "05-07"), (BANK_SOUTH, "05-07")],
    "quakes": [(QUAKE, "05-10"), (AFTERSHOCK, "05-12")],
}


def group(sketches, grouper=None):
    """Stream sketches; return the story of each at the end."""
    grouper = grouper or Grouper()
    found = {}
    for one in sketches:
        for story in grouper.add(one).stories:
            if not story.merged_into:
                found.update({member.report: story.id for member in story.members})
    return found


@pytest.mark.parametrize("name", UNLIKE)
def test_look_alike_events_stay_apart_and_their_own_reports_together(name):
    sketches, gold = [], {}
    for event, (texts, day) in enumerate(UNLIKE[name]):
        for at, text in enumerate(texts):
            one = sketched(text, time=f"{day} {10 + at}:00", outlet=f"outlet {at}")
            sketches.append(one)
            gold[one.id] = event
    for seed in range(4):
        order = sketches[:]
        random.Random(seed).shuffle(order)
        found = group(order)
        together = {(a, b) for a in gold for b in gold if found[a] == found[b]}
        assert together == {(a, b) for a in gold for b in gold if gold[a] == gold[b]}


def everything():
    lists = [(texts, day) for events in UNLIKE.values() for texts, day in events]
    made = [
        sketched(text, time=f"{day} {10 + at}:00", outlet=f"outlet {at}")
        for texts, day in lists
        for at, text in enumerate(texts)
    ]
    made += [sketched(text, time="05-05", outlet=str(at))
             for at, text in enumerate([WIRE, REWRITE, INDEPENDENT])]  # fmt: skip
    random.Random(3).shuffle(made)
    return made


@pytest.mark.parametrize(
    "options", [GroupOptions(), GroupOptions(window_days=5), GroupOptions(max_active=9)]
)
def test_a_restart_at_any_report_reaches_the_same_state(options):
    sketches = everything()
    whole = group(sketches, Grouper(options))
    for stop in range(1, len(sketches), 4):
        first = Grouper(options)
        stories, copies, found = {}, [], {}
        for one in sketches[:stop]:
            decision = first.add(one)
            copies += decision.copies
            for story in decision.stories:
                stories[story.id] = story
                if not story.merged_into:
                    found.update({member.report: story.id for member in story.members})
        second = Grouper(options)
        second.restore((one, stories[found[one.id]]) for one in sketches[:stop])
        second.take_copies(copy for copy in copies if copy.report in set(second.held))
        found.update(group(sketches[stop:], second))
        assert found == whole


def test_two_runs_give_equal_records():
    runs = [[Grouper().add(one) for one in everything()[:1]] for _ in range(2)]
    assert runs[0] == runs[1]
    one, two = Grouper(), Grouper()
    for sketch_one, sketch_two in zip(everything(), everything(), strict=True):
        assert one.add(sketch_one) == two.add(sketch_two)


def test_adding_a_report_again_changes_nothing():
    grouper = Grouper()
    first = grouper.add(sketched(WIRE, time="05-05"))
    again = grouper.add(sketched(WIRE, time="05-05"))
    assert again.story == first.story and not list(again.records())


def test_copies_join_and_do_not_count_as_independent():
    grouper = Grouper()
    for at, text in enumerate([WIRE, WIRE, REWRITE, INDEPENDENT]):
        decision = grouper.add(sketched(text, time=f"05-05 {10 + at}:00", outlet=f"outlet {at}"))
    story = decision.stories[-1]
    assert len(story.members) == 4 and story.independent == 2


def test_an_item_edited_ten_times_appears_once():
    grouper = Grouper()
    before = None
    for version in range(1, 11):
        text = WIRE + " Update." * version
        made = sketched(text, key="k", version=version, supersedes=before, time="05-05")
        decision = grouper.add(made)
        before = made.id
    (story,) = decision.stories
    assert [member.report for member in story.members] == [before]
    assert story.independent == 1
    assert decision.copies[0].kind == "edited"


def test_a_copy_of_an_early_version_stays_a_copy_after_many_edits():
    grouper = Grouper()
    first = sketched(WIRE, key="k", time="05-05", outlet="wire")
    grouper.add(first)
    grouper.add(sketched(WIRE, time="05-05 09:00", outlet="gazette"))
    for version in range(2, 6):
        text = INDEPENDENT + " Update." * version  # the outlet wrote its item anew
        decision = grouper.add(
            sketched(text, key="k", version=version, time="05-05 12:00", outlet="wire")
        )
    (story,) = decision.stories
    assert len(story.members) == 2 and story.independent == 1
    assert {copy.of for copy in decision.copies if copy.kind == "edited"} >= {first.id}


def test_what_is_held_does_not_grow_with_the_archive():
    grouper = Grouper(GroupOptions(max_active=8))
    sizes = []
    for turn in range(12):
        for at, text in enumerate([WIRE, REWRITE, *VISIT_EAST, *QUAKE, *BANK_NORTH]):
            key, hour = f"k{turn}-{at}", f"{turn + 1:02}-05 1{at}:00"
            for version in (1, 2):
                edited = f"{text} Word{turn}x{at} again." * version
                grouper.add(sketched(edited, key=key, version=version, time=hour, outlet=str(at)))
        register, window = grouper.register, grouper.window
        postings = [*window.index._features.values(), window.index._shingles]
        sizes.append(
            len(register.copies) + len(register.threads)
            + sum(len(family._names) for family in window.scorer.families.values())
            + sum(len(held) for one in postings for held in one._lists.values())
        )  # fmt: skip
    assert max(sizes[6:]) <= 1.1 * max(sizes[2:6])


def test_a_story_stays_open_as_a_whole_until_it_falls_silent():
    grouper = Grouper(GroupOptions(window_days=10))
    visit = [sketched(VISIT_EAST[at], time=f"05-{4 + 8 * at:02}") for at in range(3)]
    quake = sketched(QUAKE[0], time="05-05")
    for one in (visit[0], quake, visit[1], visit[2]):
        grouper.add(one)
    held = set(grouper.window.number_of)
    assert held == {one.id for one in visit}
    grouper.add(sketched(BANK_NORTH[0], time="05-31"))
    assert not held & set(grouper.window.number_of)
    heaps = grouper.window
    for day in range(1, 29):
        for hour in range(10, 20):
            text = f"Item {day} {hour} of the gazette of Lom."
            grouper.add(sketched(text, time=f"06-{day:02} {hour}:00", outlet=text))
    assert len(heaps._ages) + len(heaps._due) <= 4 * len(grouper.window) + 130


def test_the_window_bounds_what_is_held():
    grouper = Grouper(GroupOptions(max_active=5))
    for at, one in enumerate(everything()):
        grouper.add(one)
        assert len(grouper.window) <= min(at + 1, 6)
    late = replace(sketched(WIRE, time="05-05", outlet="late"), hours=1.0)
    assert grouper.add(late).story


def test_reasons_name_what_decided():
    grouper = Grouper()
    first = grouper.add(sketched(VISIT_EAST[0], time="05-04"))
    second = grouper.add(sketched(VISIT_EAST[1], time="05-04 12:00"))
    assert first.minted and not second.minted and second.story == first.story
    assert "joined" in second.reasons[0] and "names" in second.reasons[0]


def test_an_edit_after_the_story_fell_silent_is_placed_and_the_story_closes():
    grouper = Grouper(GroupOptions(window_days=10, max_active=2))
    old = sketched(VISIT_EAST[0], time="05-04")
    grouper.add(old)
    grouper.add(sketched(QUAKE[0], time="05-05"))
    grouper.add(sketched(BANK_NORTH[0], time="05-06"))  # one more than is held
    for at, words in enumerate(("Harbour dues rise in Lom.", "Ferry to Lom is late again.")):
        grouper.add(sketched(words, time=f"05-{14 + at}", outlet=words))
    for first in (old, sketched(STRIKE_FIRST[0], time="05-12")):
        grouper.add(first)
        later = replace(first, id=f"{first.id}-2", version=first.version + 1)
        decision = grouper.add(later)
        assert decision.story
        assert decision.report == later.id


def test_a_stamp_ahead_of_the_clock_is_used_and_closes_nobody_elses_story():
    grouper = Grouper(GroupOptions(window_days=10))
    first = sketched(VISIT_EAST[0], time="05-04")
    ahead = replace(
        sketched(BANK_NORTH[0], time="05-05"),
        hours=first.hours + 300 * 24,
        retrieved=datetime(2026, 5, 6, tzinfo=UTC),
    )
    grouper.add(first)
    grouper.add(ahead)
    assert {first.id, ahead.id} <= set(grouper.window.number_of)


def test_articles_weeks_apart_need_far_more_in_common_than_those_of_one_day():
    def total(day: str, length: int = 200) -> float:
        scorer = Scorer()
        one = scorer.add(replace(sketched(WIRE, time="05-05"), length=length))
        other = scorer.add(replace(sketched(INDEPENDENT, time=day), length=length))
        return scorer.compare([one], [other]).parts(0, 0).total

    assert total("05-05") - total("05-07") < 1.0
    assert total("05-05") - total("06-10") > 5.0
    assert total("05-05", 25) - total("06-10", 25) < 5.0, "a blurb may stand for weeks"
