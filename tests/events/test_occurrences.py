"""Mentions are joined as if each were compared with each."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

from dateline.events import Mention
from dateline.events.occurrences import LOOSE, SLACK, UNDATED, countries_of, join_mentions
from dateline.records import Party, Span, When

START = datetime(2026, 1, 5, tzinfo=UTC)
COUNTRIES = ("JPN", "KOR", "CHN", "UNK")


def mention(rng: random.Random, report: int) -> Mention:
    """A mention of anything by anybody at any time."""
    first = START + timedelta(days=rng.randrange(30))
    precision = rng.choice(["day", "week"])
    day = When(earliest=first, latest=first + timedelta(days=1), precision=precision)  # type: ignore[arg-type]
    about = When(latest=START + timedelta(days=report), precision="vague", anchor="published")
    dated = rng.random() < 0.5
    here = Span(report=f"r_{report}", start=0, end=1)
    return Mention(
        report=f"r_{report}", sentence=rng.randrange(2),
        action=rng.choice(["CONSULT", "ACCUSE"]), mode="",
        status=rng.choice(["happened", "planned"]), sources=side(rng), targets=side(rng),
        when=day if dated else about, dated=dated, span=here, words=here, why="",
    )  # fmt: skip


def side(rng: random.Random) -> tuple[Party, ...]:
    codes = rng.sample(COUNTRIES, rng.choice([0, 1, 1, 1, 2]))
    return tuple(Party(actor=f"actor {code}", code=f"{code}GOV") for code in codes)


def same(one: Mention, other: Mention) -> bool:
    """The definition, read off the words of the module."""
    if one.action != other.action:
        return False
    mine = countries_of(one.sources), countries_of(one.targets)
    theirs = countries_of(other.sources), countries_of(other.targets)
    ways = [theirs, theirs[::-1]] if one.action == "CONSULT" else [theirs]
    way = next(
        (w for w in ways if all(not a or not b or a & b for a, b in zip(mine, w, strict=True))),
        None,
    )
    if way is None or not any(a & b for a, b in zip(mine, way, strict=True)):
        return False
    if not all(mine + theirs) and not (one.dated and other.dated):
        return (one.report, one.sentence) == (other.report, other.sentence)
    (low, high), (least, most) = days(one), days(other)
    return low <= most + SLACK and least <= high + SLACK


def days(one: Mention) -> tuple[datetime, datetime]:
    if one.dated:
        assert one.when.earliest is not None and one.when.latest is not None
        loose = LOOSE.get(one.when.precision, timedelta(0))
        return one.when.earliest - loose, one.when.latest - timedelta(seconds=1) + loose
    assert one.when.latest is not None
    if one.status == "planned":
        return one.when.latest, one.when.latest + UNDATED
    return one.when.latest - UNDATED, one.when.latest


def test_each_goes_to_the_first_occurrence_of_which_it_is_the_same_as_most() -> None:
    for seed in range(8):
        rng = random.Random(seed)
        mentions = [mention(rng, number // 4) for number in range(160)]
        found: list[list[Mention]] = []
        for one in mentions:
            belongs = (g for g in found if 2 * sum(same(one, other) for other in g) > len(g))
            group = next(belongs, None)
            if group is None:
                found.append([one])
            else:
                group.append(one)
        assert join_mentions(mentions, {}) == found
        assert 1 < len(found) < len(mentions)
