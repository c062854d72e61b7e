"""What is kept counted of events is what counting them anew gives, whatever was done to them."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from dateline.errors import NotFound
from dateline.records import Event, Party, Settlement, When
from dateline.records.dealing import COUNTED, countries, dealings, is_state, moment
from dateline.relate import Sum, counted, direction, table
from dateline.relate.series import Period
from dateline.store import ExpectationFilter, Store
from tests.store.samples import at, copy, event, expectation, report, span, story

STATES = ("CHN", "FRA", "JPN", "KOR")
PARTIES = (
    *(Party(actor=state, code=f"{state}{sector}") for state in STATES for sector in ("", "GOV")),
    Party(actor="p:kim", code="KORGOV"),
    Party(actor="UN", code="IGO"),
    Party(actor="x:strangers", code=""),
)
REPORTS = [f"r_{number}" for number in range(6)]


def told(chance: random.Random, id: str) -> Event:
    """An event of any kind: of any parties, place, class, status and time, known or not."""
    begin = at(1) + timedelta(hours=chance.randrange(24 * 60))
    ends = (begin, begin + timedelta(hours=chance.choice((0, 24, 24 * 40))))
    when = chance.choice(
        (
            When(earliest=ends[0], latest=ends[1]), When(earliest=ends[0]),
            When(latest=ends[1]), When(),
        )
    )  # fmt: skip
    action, quad = chance.choice(
        (("CONSULT", "verbal-cooperation"), ("ACCUSE", "verbal-conflict"),
         ("ASSAULT", "material-conflict"))
    )  # fmt: skip
    return event(
        id,
        action=action,
        quad=quad,
        status=chance.choice(("happened", "happened", "planned", "denied")),
        goldstein=chance.choice((-10.0, -2.0, 0.0, 1.9, 7.4)),
        sources=tuple(chance.sample(PARTIES, chance.randrange(1, 4))),
        targets=tuple(chance.sample(PARTIES, chance.randrange(3))),
        spans=tuple(span(one) for one in chance.sample(REPORTS, chance.randrange(1, 4))),
        occurred=when,
        place=chance.choice((None, "Nara", "Busan")),
        imported=chance.choice(("", "", "elsewhere")),
        story=chance.choice((None, "s_1", "s_2")),
    )


def disturb(store: Store, chance: random.Random) -> None:
    """Do something to the desk that events come from."""
    what = chance.choice(("put", "put", "put", "same", "remove", "forget", "merge"))
    if what == "forget":
        with suppress(NotFound):  # it may be gone already
            store.forget(chance.choice(REPORTS))
        return
    with store.transaction() as tx:
        if what == "put":  # new, or in the place of one of the same id: told of anew
            tx.put(told(chance, f"e_{chance.randrange(40)}"))
        elif what == "same" and (known := store.events()):
            tx.put(chance.choice(known))
        elif what == "remove":
            tx.remove(Event, f"e_{chance.randrange(40)}")
        elif what == "merge":
            tx.put(story("s_2", (), merged_into="s_1"))
        tx.put(report(chance.choice(REPORTS)))


def check(store: Store, imported: bool, since: datetime | None, until: datetime | None) -> None:
    """Compare every count of a period with one made of the events themselves."""
    everything = [one for one in store.events() if imported or not one.imported]

    def inside(one: Event) -> bool:
        time = moment(one)
        return (
            one.status in COUNTED and time is not None
            and (since is None or time >= since) and (until is None or time < until)
        )  # fmt: skip

    scores: dict[tuple[str, str], list[float]] = defaultdict(list)
    days: dict[tuple[str, str, date], list[float]] = defaultdict(list)
    for one in filter(inside, everything):
        for pair in dealings(one):
            scores[pair.a, pair.b].append(one.goldstein)
            if is_state(pair.a) and is_state(pair.b):
                time = moment(one)
                assert time is not None
                days[pair.a, pair.b, time.date()].append(one.goldstein)
    ties = store.ties(since, until, imported=imported)
    assert {(t.a, t.b): (t.events, round(t.score, 4)) for t in ties} == {
        pair: (len(all_), round(sum(all_) / len(all_), 4)) for pair, all_ in scores.items()
    }
    found = store.days(STATES, since, until, imported=imported)
    assert {(d.a, d.b, d.day): (d.events, round(d.score, 4)) for d in found} == {
        key: (len(all_), round(sum(all_), 4)) for key, all_ in days.items()
    }
    for quad in (None, "verbal-conflict"):
        places = Counter(
            (one.place, countries(one))
            for one in store.events(since=since, until=until, quad=quad)
            if imported or not one.imported
        )
        grounds = store.grounds(since, until, quad=quad, imported=imported)
        assert {(g.place, g.countries): g.events for g in grounds} == places
    between = store.between("JPN", "CHN", since, until, imported=imported)
    assert between == sorted(
        (one for one in everything if inside(one) and direction(one, "JPN", "CHN")),
        key=lambda one: (moment(one), one.id),
    )


@pytest.mark.parametrize("seed", range(3))
def test_counts_are_those_made_anew(store: Store, seed: int) -> None:
    chance = random.Random(seed)
    with store.transaction() as tx:
        for one in REPORTS:
            tx.put(report(one))
        tx.put(story("s_1", ("r_1",)))
        tx.put(story("s_2", ("r_2",)))
    for _ in range(4):
        for _ in range(40):
            disturb(store, chance)
        for imported in (False, True):
            check(store, imported, None, None)
            check(store, imported, at(10), at(25))


def test_the_filters_of_lists_are_those_of_records(store: Store) -> None:
    chance = random.Random(7)
    with store.transaction() as tx:
        for number in range(80):
            tx.put(told(chance, f"e_{number:02}"))
    everything = store.events()
    for a, b in (("JPN", "KOR"), ("KOR", "JPN"), ("JPNGOV", "p:kim"), ("UN", "CHN")):
        found = store.events(party=a, dealing_with=b)
        assert found == [one for one in everything if direction(one, a, b)]
        assert store.count_events(party=a, dealing_with=b) == len(found)
    for quad in ("verbal-conflict", "material-conflict"):
        assert store.events(quad=quad) == [one for one in everything if one.quad == quad]
    orders: dict[Any, Any] = {
        "strongest": lambda one: abs(one.goldstein),
        "reports": lambda one: len({span.report for span in one.spans}),
    }
    for order, by in orders.items():
        listed = store.events(order=order)
        assert [by(one) for one in listed] == sorted(map(by, everything), reverse=True)
        pages = [store.events(order=order, limit=30, offset=start) for start in (0, 30, 60)]
        assert [one for some in pages for one in some] == listed


def test_a_matrix_of_sums_is_that_of_events(store: Store) -> None:
    chance = random.Random(11)
    with store.transaction() as tx:
        for number in range(150):
            tx.put(told(chance, f"e_{number}"))
    sums: dict[tuple[str, str], list[Sum]] = defaultdict(list)
    for day in store.days(STATES, imported=True):
        sums[day.a, day.b].append(Sum(day.day, day.events, day.score))
    periods: tuple[Period, ...] = ("month", "week")
    for period in periods:
        by_sums = counted(sums, period)
        by_events = table(store.events(), STATES, period)
        assert [(d.a, d.b, d.events) for d in by_sums] == [(d.a, d.b, d.events) for d in by_events]
        for one, other in zip(by_sums, by_events, strict=True):
            bounds = (other.score, other.low, other.high)
            assert (one.score, one.low, one.high) == pytest.approx(bounds, abs=0.002)


def test_the_facts_of_expectations_are_theirs(store: Store) -> None:
    settled = Settlement(outcome="met", at=datetime(2026, 2, 1, tzinfo=UTC), spans=(span("r_3"),))
    first = expectation("x_1", spans=(span("r_1"), span("r_2"), span("r_1", 5, 9)))
    second = expectation("x_2", settled=settled)
    third = expectation("x_3", supersedes="x_2", settled=settled, due=When())
    with store.transaction() as tx:
        for record in (first, second, third, report("r_1"), report("r_2", outlet=None)):
            tx.put(record)
        tx.put(copy("r_2", "r_1"))
    open_, revised = store.terms()
    assert (open_.reports, open_.outcome, open_.due) == (("r_1", "r_2"), "open", at(21))
    assert (revised.outcome, revised.settled, revised.due) == ("met", settled.at, None)
    assert store.tellers(["r_2"]) == ({"r_2": None, "r_1": "The Sample"}, {"r_2": "r_1"})
    assert store.terms(story="s_none") == []


def test_what_was_open_at_a_moment(store: Store) -> None:
    """What was settled later was open then; what has no date is neither due nor overdue."""
    settled = Settlement(outcome="met", at=at(25))
    due = [When(latest=at(20)), When(earliest=at(28)), When()]
    items = [
        expectation(f"x_{number}", due=when, settled=end)
        for number, (when, end) in enumerate((d, e) for d in due for e in (None, settled))
    ]
    with store.transaction() as tx:
        for item in items:
            tx.put(item)

    def ids(state: Any, day: int, since: datetime | None = None) -> set[str]:
        return {x.id for x in store.expectations(state=state, as_of=at(day), since=since)}

    assert ids("open", 15) == {f"x_{n}" for n in range(6)}
    assert ids("overdue", 22) == {"x_0", "x_1"} and ids("overdue", 26) == {"x_0"}
    assert ids("open", 26) == {"x_2", "x_4"} and ids("settled", 26) == {"x_1", "x_3", "x_5"}
    assert ids("open", 26, since=at(1)) == {"x_2"}
    assert store.count_expectations(kind=items[0].kind) == 6
    assert store.count_expectations(kind="conditional") == 0


def test_a_page_of_expectations_is_cut_from_the_whole_list(store: Store) -> None:
    """In every order, equals by id; what has no date by itself is the end of the plain order."""
    settled = Settlement(outcome="met", at=at(25))
    due = [When(latest=at(20)), When(earliest=at(28)), When(latest=at(20)), When(), When()]
    with store.transaction() as tx:
        for number, when in enumerate(due * 2):
            tx.put(expectation(f"x_{number}", due=when, settled=settled if number > 7 else None))
    orders: list[ExpectationFilter] = [
        {"state": "open"}, {"state": "open", "latest_first": True}, {"undated": True},
        {"state": "settled", "latest_first": True}, {"state": "overdue", "latest_first": True},
    ]  # fmt: skip
    for which in orders:
        asked: ExpectationFilter = {"as_of": at(26), **which}
        whole = store.expectations(**asked)
        assert len(whole) == store.count_expectations(**asked) > 1
        pages = [store.expectations(limit=2, offset=n, **asked) for n in range(0, len(whole), 2)]
        assert [item for page in pages for item in page] == whole
    undated = store.expectations(state="open", as_of=at(26), undated=True)
    assert [item.id for item in undated] == ["x_3", "x_4"]
    assert store.expectations(state="open", as_of=at(26))[-2:] == undated
