from datetime import UTC, datetime

import pytest

from dateline.group import Grouper, rank, why
from dateline.group.threads import find_links
from tests.group.samples import sketched
from tests.group.test_copies import INDEPENDENT, REWRITE, WIRE
from tests.group.test_stream import BANK_NORTH, QUAKE, VISIT_EAST

NOW = datetime(2026, 5, 20, tzinfo=UTC)


def grouped(sketches):
    grouper, stories = Grouper(), {}
    for one in sketches:
        for story in grouper.add(one).stories:
            stories[story.id] = story
    return list(stories.values()), {one.id: one for one in sketches}


def test_independent_origins_outrank_many_copies():
    copies = [sketched(WIRE, time=f"05-05 {h}:00", outlet=f"o{h}") for h in range(10, 16)]
    own = [sketched(text, time=f"05-05 1{at}:00", outlet=f"p{at}")
           for at, text in enumerate(VISIT_EAST)]  # fmt: skip
    ranked = rank(*grouped([*copies, *own]), as_of=NOW)
    assert [len(entry.story.members) for entry in ranked] == [3, 6]
    assert ranked[0].parts["origins"] > ranked[1].parts["origins"]


def test_the_parts_add_up_and_later_stories_are_left_out():
    stories, sketches = grouped([sketched(QUAKE[0], time="05-10"), sketched(WIRE, time="05-25")])
    (only,) = rank(stories, sketches, as_of=NOW)
    assert only.score == pytest.approx(sum(only.parts.values()), abs=1e-3)
    assert only.story.members[0].report == sketched(QUAKE[0], time="05-10").id


def test_a_sequel_is_linked_with_a_reason_and_other_stories_are_not():
    cast = ("p:ruvo", "p:ito", "CAL")
    before = sketched(VISIT_EAST[0], time="05-04", actors=cast)
    after = sketched("Engineers began to lay cables for the shared masts in the hills above the "
                     "bay, months sooner than planned.", time="05-18", actors=cast)  # fmt: skip
    other = sketched(BANK_NORTH[0], time="05-10", actors=("p:strand", "NOR"))
    stories, sketches = grouped([before, other, after])
    (link,) = find_links(stories, sketches)
    by_report = {story.members[0].report: story.id for story in stories}
    assert (link.earlier, link.later) == (by_report[before.id], by_report[after.id])
    assert "14 days later" in link.why and "p:ito" in link.why


def test_why_shows_parts_and_copies():
    one, two = sketched(WIRE, time="05-05"), sketched(REWRITE, time="05-06")
    found = why(one, two, [sketched(INDEPENDENT, time="05-06")])
    assert found.copy is not None and found.copy.report == two.id
    assert any("same event" in line for line in found.lines)
    assert any(line.startswith("  shared numbers: 40") for line in found.lines)
    assert any("no vectors" in line for line in found.lines)
    apart = why(sketched(QUAKE[0], time="05-10"), sketched(BANK_NORTH[0], time="05-10"))
    assert apart.copy is None and apart.parts.total < 0
