import math
from datetime import UTC, datetime, timedelta

import pytest

from dateline.group import Grouper, standing, why
from dateline.group.rank import score, weight_needed
from dateline.group.threads import find_links
from dateline.records import ReportFacts
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


def facts_of(one):
    return ReportFacts(
        report=one.id, story="", title=None, outlet=one.outlet, country=one.country,
        language=one.language, spoken=one.language, published=one.published,
        retrieved=one.retrieved, actors=len(one.actors),
    )  # fmt: skip


def standings(sketches):
    stories, known = grouped(sketches)
    return [
        standing(story, [facts_of(known[member.report]) for member in story.members])
        for story in stories
    ]


def test_independent_origins_outrank_many_copies():
    copies = [sketched(WIRE, time=f"05-05 {h}:00", outlet=f"o{h}") for h in range(10, 16)]
    own = [sketched(text, time=f"05-05 1{at}:00", outlet=f"p{at}")
           for at, text in enumerate(VISIT_EAST)]  # fmt: skip
    ranked = sorted(
        standings([*copies, *own]), key=lambda one: -score(one.weight, one.updated, NOW)
    )
    assert [one.reports for one in ranked] == [3, 6]
    assert dict(ranked[0].parts)["origins"] > dict(ranked[1].parts)["origins"]


def formula(story, sketches, as_of):
    """The formula of the documentation, over the sketches of a story's reports."""
    known = [sketches[member.report] for member in story.members]
    parts = [
        math.log1p(story.independent),
        0.5 * math.log(max(1, len({one.country for one in known if one.country}))),
        0.5 * math.log(max(1, len({one.language for one in known}))),
        0.5 * math.log1p(sum(len(one.actors) for one in known) / len(known)),
        -0.7 * math.log1p(max(0.0, (as_of - story.updated).total_seconds() / 86_400)),
    ]
    return round(sum(round(part, 4) for part in parts), 4)


def test_the_score_is_that_of_the_formula():
    told = [sketched(text, time="05-05", outlet=f"p{at}", actors=("KEN", "p:x")[:at])
            for at, text in enumerate(VISIT_EAST)]  # fmt: skip
    stories, sketches = grouped([*told, sketched(QUAKE[0], time="05-10"), sketched(WIRE)])
    for story in stories:
        kept = standing(story, [facts_of(one) for one in sketches.values()])
        assert score(kept.weight, story.updated, NOW) == formula(story, sketches, NOW)
        assert kept.weight == pytest.approx(sum(dict(kept.parts).values()))


def test_a_story_under_the_weight_needed_never_reaches_the_score():
    for days in (0, 1, 3, 10, 400):
        updated = NOW - timedelta(days=days)
        needed = weight_needed(1.5, updated, NOW)
        assert score(needed - 1e-6, updated, NOW) < 1.5 <= score(needed + 3e-4, updated, NOW)


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
