"""Look-alikes that differ by one opponent, place or number; templates; odd names; round-ups."""

import random

import pytest

from dateline.group import Grouper
from tests.group.samples import sketched

# Of each pair: two events that look alike, with two or three reports each, and their days.
PAIRS = {
    "two captures by one navy": (
        ("05-04", [
            "The Sardak navy seized the tanker Ocean Lily with 18 Filipino sailors in the Strait "
            "of Menth on Monday, accusing it of smuggling diesel.",
            "Eighteen sailors from the Philippines are held after the Sardak navy boarded the "
            "Ocean Lily, a tanker, in the Strait of Menth on Monday over smuggled diesel.",
        ]),
        ("05-11", [
            "The Sardak navy seized the trawler Santa Rita and its 7 Spanish fishermen off Cape "
            "Dore on Monday, saying it had fished in closed waters.",
            "Seven Spanish fishermen of the trawler Santa Rita were taken off Cape Dore on Monday "
            "by the Sardak navy, which says the waters were closed.",
        ]),
    ),
    "two quakes at one town": (
        ("01-04", [
            "A magnitude 6.8 earthquake shook Tarsa before dawn on Sunday. At least 112 people "
            "died when blocks of flats in the Kuzey district came down.",
            "At least 112 people were killed in Tarsa on Sunday by an earthquake of magnitude 6.8 "
            "that brought down blocks of flats in the Kuzey district.",
        ]),
        ("05-20", [
            "A magnitude 5.9 earthquake hit Tarsa on Wednesday at noon. The minaret of the Old "
            "Mosque fell on a school yard, and three teachers died.",
            "Three teachers died in Tarsa on Wednesday when a magnitude 5.9 earthquake threw the "
            "minaret of the Old Mosque on a school yard.",
        ]),
    ),
    "two fights of one champion": (
        ("01-10", [
            "Heavyweight champion Ilya Brandt knocked out Marcus Oyelaran in the fourth round in "
            "Las Vegas on Saturday to keep his belt.",
            "Marcus Oyelaran went down in round four in Las Vegas on Saturday: Ilya Brandt stays "
            "heavyweight champion.",
        ]),
        ("05-16", [
            "Heavyweight champion Ilya Brandt beat Tavita Faleolo on points in Auckland on "
            "Saturday to keep his belt after twelve rounds.",
            "Twelve rounds against Tavita Faleolo in Auckland on Saturday, and a win on points: "
            "Ilya Brandt stays heavyweight champion.",
        ]),
    ),
    "one prize in two years' words": (
        ("04-05", [
            "The Nobel Prize in Physics goes to Aino Varga and Pell Osmund for clocks that count "
            "single ions, the academy in Stockholm said.",
            "Aino Varga and Pell Osmund win the Nobel Prize in Physics for ion clocks, the "
            "academy in Stockholm announced.",
        ]),
        ("04-06", [
            "The Nobel Prize in Chemistry goes to Ruth Imber and Chidi Nwosu for enzymes that "
            "take plastic apart, the academy in Stockholm said.",
            "Ruth Imber and Chidi Nwosu win the Nobel Prize in Chemistry for enzymes against "
            "plastic, the academy in Stockholm announced.",
        ]),
    ),
    "names that are one odd token": (
        ("05-19", [
            "X1 landed on asteroid Ryx at 04:12 on Tuesday, and the probe sent pictures of grey "
            "boulders to the control room in Darmstadt.",
            "Grey boulders fill the first pictures from asteroid Ryx, where the probe X1 landed "
            "early on Tuesday, said controllers in Darmstadt.",
        ]),
        ("05-19", [
            "Q3 was taken off the market on Tuesday: the sleeping pill had sent 41 patients to "
            "hospitals in Lyon, the maker Sanoval said.",
            "Sanoval withdrew its sleeping pill Q3 on Tuesday after 41 patients in Lyon needed "
            "hospital care.",
        ]),
    ),
}  # fmt: skip
ROUND_UP = (
    "The week in brief. The Sardak navy seized the tanker Ocean Lily in the Strait of Menth. A "
    "magnitude 6.8 earthquake shook Tarsa. Ilya Brandt stays heavyweight champion. Sanoval "
    "withdrew its sleeping pill Q3. The probe X1 landed on asteroid Ryx."
)


def stories_of(sketches):
    grouper, found = Grouper(), {}
    for one in sketches:
        for story in grouper.add(one).stories:
            if not story.merged_into:
                found.update({member.report: story.id for member in story.members})
    return found


def reports(name):
    return [
        (side, sketched(text, time=f"{day} 1{at}:00", outlet=f"{side}{at}"))
        for side, (day, texts) in enumerate(PAIRS[name])
        for at, text in enumerate(texts)
    ]


@pytest.mark.parametrize("name", PAIRS)
@pytest.mark.parametrize("seed", range(3))
def test_look_alikes_stay_apart_and_their_own_reports_together(name, seed):
    pool = reports(name)
    random.Random(seed).shuffle(pool)
    found = stories_of([one for _, one in pool])
    first, second = ({found[one.id] for side, one in pool if side == s} for s in (0, 1))
    assert len(first) == len(second) == 1 and first != second


@pytest.mark.parametrize("place", [0, 6, 20])
def test_a_round_up_does_not_join_the_events_it_lists(place):
    pool = [(name, side, one) for name in PAIRS for side, one in reports(name)]
    order = [one for _, _, one in pool]
    order.insert(place, sketched(ROUND_UP, time="05-25", outlet="weekly"))
    found = stories_of(order)
    for name in PAIRS:
        sides = [
            {found[one.id] for n, s, one in pool if n == name and s == side} for side in (0, 1)
        ]
        assert not sides[0] & sides[1]
    together = {}
    for name, side, one in pool:
        together.setdefault(found[one.id], set()).add((name, side))
    assert all(len(events) == 1 for events in together.values())
