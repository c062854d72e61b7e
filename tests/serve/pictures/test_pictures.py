"""Pictures are ours: linked, named, without style or script, and the same for the same."""

import re
from datetime import UTC, datetime
from itertools import pairwise
from xml.etree import ElementTree

from dateline.records import Relation, RelationPoint
from dateline.relate import Turn
from dateline.serve.pictures import (
    Edge,
    Moment,
    Place,
    draw,
    dyad_chart,
    network,
    timeline,
    world_map,
)
from dateline.serve.pictures.layout import placed
from dateline.serve.pictures.look import HERE

EVIL = '"><script>alert(1)</script>'
MONTHS = [datetime(2026, month, 1, tzinfo=UTC) for month in range(1, 5)]
QUADS = ("verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict")
WORDS = {quad: f"{quad} {EVIL}" for quad in QUADS} | {
    "counts": "events", "score": "score", "turn": "Turn", "picture": EVIL,
}  # fmt: skip


def points() -> tuple[RelationPoint, ...]:
    return tuple(
        RelationPoint(
            start=start, end=end,
            counts=((QUADS[0], 2), (QUADS[1], 0), (QUADS[2], 1), (QUADS[3], 0)),
            score=1.0, low=-3.0, high=5.0, events=("evt_a", "evt_b", "evt_c"),
        )
        for start, end in pairwise(MONTHS)
    )  # fmt: skip


def chart(number: int = 3) -> str:
    relation = Relation(a="JPN", b="KOR", points=points()[:number])
    turn = Turn(start=MONTHS[0], before=0.0, after=1.0, surprise=1.0, events=("evt_a",))

    def linked(start: datetime, end: datetime, quad: str) -> str:
        return f"{HERE}/events?since={start.date()}&until={end.date()}&quad={quad}"

    return str(dyad_chart(relation, (turn,), linked, WORDS, "en").svg)


def drawings() -> list[str]:
    places = [Place(latitude=34.7, longitude=135.8, events=3, says=EVIL, path="/events?place=Nara")]
    moments = [
        Moment(kind="event", at=MONTHS[0], until=MONTHS[1], says=EVIL, path="/events/evt_a"),
        Moment(kind="report", at=MONTHS[1], until=None, says="A", path="/reports/rep_a"),
    ]
    words = {"event": "Events", "report": EVIL, "due": "Expected", "picture": "Timeline"}
    leanings = {"cooperation": "warm", "neither": "neither", "conflict": "cold", "picture": EVIL}
    edges = [Edge(a="JPN", b="KOR", events=4, score=2.0, says=EVIL, path="/relations/JPN/with/KOR")]
    names, paths = {"JPN": "Japan", "KOR": EVIL}, {"JPN": "/actors/JPN", "KOR": "/actors/KOR"}
    return [
        chart(),
        str(world_map(places, EVIL, "ja").svg),
        str(timeline(moments, words, "ko").svg),
        str(network(edges, names, paths, leanings).svg),
    ]


def test_nothing_in_a_picture_needs_a_policy_to_be_loosened() -> None:
    for svg in drawings():
        root = ElementTree.fromstring(svg)
        tags = {element.tag.rpartition("}")[2] for element in root.iter()}
        assert not tags & {"script", "style", "image", "foreignObject", "use"}
        for element in root.iter():
            for name, value in element.attrib.items():
                assert name != "style"
                assert not name.startswith("on")
                assert "#" not in value or name == "href", (name, value)  # colours are the sheet's
                assert "url(" not in value
                assert "http" not in value


def test_marks_are_links_with_names() -> None:
    for svg in drawings():
        found = [e for e in ElementTree.fromstring(svg).iter() if e.tag.endswith("}a")]
        assert found
        for link in found:
            assert link.attrib["href"].startswith("/")
            assert link.attrib["aria-label"]


def test_a_bar_for_each_count_and_a_mark_for_each_turn() -> None:
    said = re.findall(r'aria-label="([^"]*)"', chart())[1:]
    assert len([label for label in said if label.endswith(", 2")]) == 3
    assert len([label for label in said if label.endswith(", 1")]) == 3
    assert len([label for label in said if label.startswith("Turn")]) == 1
    assert "NaN" not in chart(1)


def test_the_same_is_drawn_the_same() -> None:
    assert drawings() == drawings()
    draw_again = draw({"mark": "point", "data": {"values": []}}, name="none")
    assert 'aria-label="none"' in draw_again.svg


def test_no_two_points_of_a_network_fall_together() -> None:
    ties = tuple((a, b, 1.0) for a in range(12) for b in range(a) if (a + b) % 3)
    at = placed(12, ties)
    assert at == placed(12, ties)
    assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in at)
    nearest = min(
        (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2
        for number, one in enumerate(at)
        for other in at[:number]
    )
    assert nearest > 0.002
    assert placed(0, ()) == ()
