"""Watchlists answered: what matches, what is told, and that nothing is told twice."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from dateline.config import Options
from dateline.errors import ConfigError, NotFound
from dateline.gather import GatherOptions
from dateline.knowledge import Knowledge, load_knowledge
from dateline.records import (
    ActorMention,
    Alert,
    Event,
    Expectation,
    Hints,
    Party,
    PlaceMention,
    Reading,
    Rejected,
    Report,
    Settlement,
    Story,
    Watchlist,
    When,
)
from dateline.run import Progress
from dateline.store import Store
from dateline.watch import match, watchlists
from dateline.watch.alerts import make_alerts
from tests.gather.conftest import LOCAL
from tests.store import samples
from tests.store.samples import at, event, expectation, reading, report, span, story


class Host:
    """A desk, as far as watching knows it, without engines."""

    def __init__(self, store: Store, **options: Any) -> None:
        self.store = store
        self.options = Options(db=":memory:", **options)

    def gathering(self, hints: Hints | None = None) -> GatherOptions:
        return replace(LOCAL, allow_private=self.options.allow_private)

    def process(self, progress: Progress | None = None) -> Iterator[Rejected]:
        yield from ()

    def tell_ahead(self, stop: threading.Event | None = None) -> int:
        return 0


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


@pytest.fixture
def host(store: Store) -> Host:
    return Host(store)


def named(of: Report, actor: str = "JPN", sector: str = "GOV") -> Reading:
    """Read a report that names an actor and Nara."""
    mention = ActorMention(
        span=span(of.id), actor=actor, how="full name", country=actor, sector=sector
    )
    place = PlaceMention(
        span=span(of.id, 1, 3), place="geonames:1855612", name="Nara", country="JPN",
        latitude=34.7, longitude=135.8,
    )  # fmt: skip
    return reading(of, actors=(mention,), places=(place,))


def put(store: Store, *records: Any) -> None:
    with store.transaction() as tx:
        for record in records:
            tx.put(record)


def put_story(
    store: Store,
    number: int = 1,
    reports: int = 1,
    *,
    events: tuple[Event, ...] = (),
    expectations: tuple[Expectation, ...] = (),
    **changes: Any,
) -> Story:
    """Keep a story with its reports, each retrieved on 20 January."""
    ids = tuple(f"r_{number}{n}" for n in range(reports))
    for id in ids:
        one = report(id)
        put(store, samples.fetched(one.fetched), one, named(one))
    kept = story(f"s_{number}", ids, **changes)
    put(store, kept, *events, *expectations)
    return kept


def watch(store: Store, knowledge: Knowledge, name: str = "East", **terms: Any) -> Watchlist:
    return watchlists.add(store, knowledge, name, at(19), **terms)


def told(host: Host, now: datetime | None = None) -> list[tuple[str, str, str]]:
    """Make alerts, on 20 January by default; return kind, subject and change of the new ones."""
    made = (host.store.alert(id) for id in make_alerts(host, now or at(20)))
    return [(alert.kind, alert.subject, alert.change) for alert in made]


def test_a_new_story_is_told_once(host: Host, knowledge: Knowledge) -> None:
    watch(host.store, knowledge, actors=["Japan"], kinds=("story",))
    put_story(host.store)
    assert told(host) == [("story", "s_1", "new")]
    assert told(host) == []
    (alert,) = host.store.alerts()
    assert (alert.title, alert.why, alert.story) == ("Leaders meet", "JPN", "s_1")
    assert host.store.report("r_10").quote(alert.spans[0]) == "Leaders meet"


def test_it_is_told_again_when_its_origins_have_doubled(host: Host, knowledge: Knowledge) -> None:
    watch(host.store, knowledge, actors=["JPN"], kinds=("story",))
    changes = []
    for version, independent in enumerate((1, 1, 2, 3, 5), 1):
        put_story(host.store, 1, version, version=version, independent=independent)
        changes += told(host)
    assert [change for _, _, change in changes] == ["new", "2 independent", "4 independent"]


def test_stories_from_before_the_watchlist_are_not_told(host: Host, knowledge: Knowledge) -> None:
    put_story(host.store, 1)
    watchlists.add(host.store, knowledge, "Late", at(21), actors=["JPN"])
    assert told(host, at(22)) == []
    put_story(host.store, 2)  # retrieved on the 20th: it was on its way before
    assert told(host, at(22)) == []


def test_a_second_watchlist_takes_nothing_from_the_first(host: Host, knowledge: Knowledge) -> None:
    watch(host.store, knowledge, "First", actors=["JPN"], kinds=("story",))
    put_story(host.store)
    watch(host.store, knowledge, "Second", words=["Nara"], kinds=("story",))
    assert len(told(host)) == 2


def test_an_event_is_told_once_a_story_and_again_when_its_status_changes(
    host: Host, knowledge: Knowledge
) -> None:
    watch(host.store, knowledge, pairs=[("JPN", "KOR")], kinds=("event",))
    planned = event("e_1", "r_10", status="planned")
    put_story(host.store, events=(planned, event("e_2", "r_10", status="planned")))
    assert told(host) == [("event", "e_1", "planned")]
    put_story(host.store, 1, 2, version=2, events=(event("e_3", "r_11"),))
    assert told(host, at(21)) == [("event", "e_3", "happened")]
    assert host.store.alerts()[0].text == "CONSULT (happened): JPNGOV → KORGOV"


def test_what_comes_of_an_expectation_is_told(host: Host, knowledge: Knowledge) -> None:
    watch(host.store, knowledge, actors=["KOR"], kinds=("expectation",))
    due = When(earliest=at(24), latest=at(25))
    open_ = expectation("x_1", "r_10", due=due)
    put_story(host.store, expectations=(open_,))
    assert told(host, at(20)) == [("expectation", "x_1", "expected")]
    assert told(host, at(23)) == []
    assert told(host, at(24, 6)) == [("expectation", "x_1", "due")]
    assert told(host, at(24, 7)) == []
    assert told(host, at(26)) == [("expectation", "x_1", "overdue")]
    assert told(host, at(27)) == []
    met = Settlement(outcome="met", at=at(27), spans=(span("r_11"),), why="They met.")
    put_story(host.store, 1, 2, version=2, expectations=(replace(open_, settled=met),))
    assert told(host, at(28)) == [("expectation", "x_1", "met")]
    assert host.store.alerts()[0].text == "met: They met."


def test_an_expectation_long_overdue_is_not_told_to_a_new_watchlist(
    host: Host, knowledge: Knowledge
) -> None:
    put_story(host.store, expectations=(expectation("x_1", "r_10"),))
    watchlists.add(host.store, knowledge, "Late", at(23), actors=["KOR"])
    assert told(host, at(24)) == []


def test_a_paused_watchlist_is_silent(host: Host, knowledge: Knowledge) -> None:
    kept = watch(host.store, knowledge, actors=["JPN"])
    put(host.store, replace(kept, paused=True))
    put_story(host.store)
    assert told(host) == []


def test_removing_a_watchlist_takes_its_alerts(host: Host, knowledge: Knowledge) -> None:
    kept = watch(host.store, knowledge, actors=["JPN"], kinds=("story",))
    put_story(host.store)
    told(host)
    watchlists.remove(host.store, watchlists.find(host.store, "East"))
    assert host.store.alerts() == []
    with pytest.raises(NotFound, match="dateline watchlists list"):
        watchlists.find(host.store, kept.id)


FACETS = match.Facets(
    sides=(frozenset({("JPN", "JPNGOV")}), frozenset({("x:unknown", ""), ("KOR", "KORGOV")})),
    places=frozenset({"nara", "jpn"}),
    texts=("Leaders met in Nara. 日本と韓国の首脳が会談した。",),
    languages=frozenset({"en", "ja"}),
    types=frozenset({"CONSULT"}),
)


@pytest.mark.parametrize(
    ("terms", "found"),
    [
        ({"actors": ("JPN",)}, ("JPN",)),
        ({"actors": ("JPNGOV", "USA")}, ("JPNGOV",)),
        ({"actors": ("JPNMIL",)}, None),
        ({"pairs": (("KOR", "JPN"),)}, ("KOR-JPN",)),
        ({"pairs": (("JPN", "JPNGOV"),)}, None),
        ({"places": ("Nara",)}, ("Nara",)),
        ({"places": ("JPN",), "words": ("leaders",)}, ("JPN", "leaders")),
        ({"places": ("JPN",), "words": ("lead",)}, None),
        ({"words": ("首脳",)}, ("首脳",)),
        ({"words": ("met  in",)}, ("met  in",)),
        ({"words": ("(",)}, None),
        ({"languages": ("ja",), "types": ("CONSULT",)}, ("ja", "CONSULT")),
        ({"languages": ("ko",)}, None),
    ],
)
def test_of_each_kind_of_term_one_has_to_match(
    terms: dict[str, Any], found: tuple[str, ...] | None
) -> None:
    watchlist = Watchlist(id="w", name="w", created=at(1), **terms)
    assert match.matching_terms(watchlist, FACETS) == found


def test_two_who_act_together_are_a_pair() -> None:
    both = event(
        sources=(Party(actor="JPN", code="JPN"), Party(actor="KOR", code="KOR")), targets=()
    )
    one = report()
    facets = match.of_event(both, [one], [reading(one)])
    pair = Watchlist(id="w", name="w", created=at(1), pairs=(("KOR", "JPN"),))
    assert match.matching_terms(pair, facets) == ("KOR-JPN",)


@pytest.mark.parametrize(
    ("term", "id"),
    [("Japan", "JPN"), ("japan", "JPN"), ("日本", "JPN"), ("United Nations", "UN"),
     ("JPNGOV", "JPNGOV"), ("XYZ", "XYZ")],
)  # fmt: skip
def test_actors_go_by_name_or_code(knowledge: Knowledge, term: str, id: str) -> None:
    assert watchlists.actor_of(knowledge, term) == id


@pytest.mark.parametrize(
    ("terms", "says"),
    [
        ({}, "needs something to watch for"),
        ({"actors": ["Nobody Known"]}, "no actor is known"),
        ({"types": ["TALK"]}, "is no event type: take ACCUSE"),
        ({"languages": ["English"]}, "is no language"),
        ({"words": [" "]}, "1 to 200 characters"),
        ({"words": ["a"], "emails": ["a b@c"]}, "is no e-mail address"),
        ({"words": ["a"], "emails": ["a@b\nBcc: c@d"]}, "is no e-mail address"),
        ({"words": ["a"], "webhook": "file:///etc/passwd"}, "only http and https"),
    ],
)
def test_what_can_not_match_is_refused(
    store: Store, knowledge: Knowledge, terms: dict[str, Any], says: str
) -> None:
    with pytest.raises(ConfigError, match=says):
        watch(store, knowledge, **terms)
    assert store.watchlists() == []


def test_the_known_event_types_are_those_of_the_ontology() -> None:
    from dateline.events.ontology import TYPES

    assert set(TYPES) == watchlists.TYPES


def test_an_alert_stands_on_spans(host: Host, knowledge: Knowledge) -> None:
    watch(host.store, knowledge, actors=["JPN", "KOR"])
    put_story(
        host.store,
        events=(event("e_1", "r_10"),),
        expectations=(expectation("x_1", "r_10"),),
    )
    told(host, at(20))
    alerts: list[Alert] = host.store.alerts()
    assert {alert.kind for alert in alerts} == {"story", "event", "expectation"}
    assert all(alert.spans for alert in alerts)
