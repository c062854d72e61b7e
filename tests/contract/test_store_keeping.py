"""What every store does with what a living desk keeps beside its records."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from dateline.errors import NotFound
from dateline.records import Alert, Delivery, Feed, ReaderState, Rejected, Visit, Watchlist
from dateline.store import Store, Transaction
from tests.store.samples import at, event, fetched, report, span, story


def feed(id: str = "feed_1", **changes: Any) -> Feed:
    given: dict[str, Any] = {"id": id, "url": f"https://news.test/{id}", "added": at(1)}
    return Feed(**(given | changes))


def watchlist(id: str = "w_1", **changes: Any) -> Watchlist:
    given: dict[str, Any] = {"id": id, "name": id, "created": at(1), "actors": ("JPN",)}
    return Watchlist(**(given | changes))


def alert(id: str = "a_1", **changes: Any) -> Alert:
    given: dict[str, Any] = {
        "id": id, "watchlist": "w_1", "kind": "event", "subject": "e_1", "change": "new",
        "at": at(2), "title": "They met", "spans": (span("r_1"),), "story": "s_1",
    }  # fmt: skip
    return Alert(**(given | changes))


def put(store: Store, *records: Any) -> None:
    with store.transaction() as tx:
        for record in records:
            tx.put(record)


DUE = Delivery(channel="email", to="me@here.test")


def test_a_feed_is_kept_and_replaced(store: Store) -> None:
    changed = replace(feed(), etag='"1"', due=at(3), failures=2, problem="HTTP 500", paused=True)
    put(store, feed("feed_2"), feed())
    put(store, changed)
    assert store.feeds() == [changed, feed("feed_2")]
    assert store.feed("feed_1") == changed
    with store.transaction() as tx:
        tx.remove(Feed, "feed_1")
    assert store.feeds() == [feed("feed_2")]


def test_watchlists_come_by_name(store: Store) -> None:
    one, two = watchlist("w_1", name="Z"), watchlist("w_2", name="A", pairs=(("JPN", "KOR"),))
    put(store, one, two)
    assert store.watchlists() == [two, one]
    assert store.watchlist("w_2") == two


def test_what_is_not_kept_is_not_found(store: Store) -> None:
    for question in (store.feed, store.watchlist, store.alert):
        with pytest.raises(NotFound):
            question("x")
    assert store.visit("") is None


def test_alerts_come_newest_first_and_in_pages(store: Store) -> None:
    old, new, other = alert("a_1"), alert("a_2", at=at(4)), alert("a_0", watchlist="w_2", at=at(4))
    put(store, old, new, other)
    assert store.alerts() == [other, new, old]
    assert store.alerts(watchlist="w_1") == [new, old]
    assert store.alerts(since=at(4)) == [other, new]
    assert store.alerts(limit=1, offset=1) == [new]
    assert store.alert("a_1") == old


def test_pending_alerts_are_found_until_they_are_sent(store: Store) -> None:
    waiting = alert("a_2", deliveries=(DUE,))
    put(store, alert(), waiting)
    assert store.alerts(pending=True) == [waiting]
    put(store, replace(waiting, deliveries=(replace(DUE, status="delivered", attempts=1),)))
    assert store.alerts(pending=True) == []


def test_with_a_watchlist_its_alerts_go(store: Store) -> None:
    kept = alert("a_2", watchlist="w_2")
    put(store, watchlist(), alert(), kept)
    with store.transaction() as tx:
        tx.remove(Watchlist, "w_1")
    assert (store.watchlists(), store.alerts()) == ([], [kept])


def test_with_a_report_the_alerts_that_cite_it_go(store: Store) -> None:
    put(store, fetched(), report(), report("r_2"), alert(), alert("a_2", spans=(span("r_2"),)))
    store.forget("r_1")
    assert [item.id for item in store.alerts()] == ["a_2"]


def test_a_visit_replaces_the_one_before(store: Store) -> None:
    put(store, Visit(reader="", at=at(1), revision=3))
    put(store, Visit(reader="", at=at(2), revision=5), Visit(reader="ann", at=at(3)))
    assert store.visit("") == Visit(reader="", at=at(2), revision=5)
    assert store.visit("ann") == Visit(reader="ann", at=at(3))


def test_each_reader_has_states_of_their_own(store: Store) -> None:
    seen = ReaderState(reader="ann", item="s_1", at=at(1), read=True)
    starred = ReaderState(reader="ann", item="s_2", at=at(1), starred=True)
    others = ReaderState(reader="bob", item="s_1", at=at(1))
    put(store, starred, seen, others)
    assert store.reader_states("ann") == [seen, starred]
    assert store.reader_states("ann", read=True) == [seen]
    assert store.reader_states("ann", starred=True) == [starred]
    assert store.reader_states("bob", ["s_1", "s_2"], read=False) == [others]
    put(store, replace(seen, starred=True))
    many = [f"s_{number}" for number in range(2000)]
    assert [item.item for item in store.reader_states("ann", many, starred=True)] == ["s_1", "s_2"]
    with store.transaction() as tx:
        tx.remove(ReaderState, "ann")
    assert (store.reader_states("ann"), store.reader_states("bob")) == ([], [others])


CHANGES: dict[str, Callable[[Transaction], None]] = {
    "a record": lambda tx: tx.put(report("r_9")),
    "a removal": lambda tx: tx.remove(type(event()), "e_1"),
    "a mark": lambda tx: tx.done("brief", 1, "s_1"),
    "a rejection": lambda tx: tx.reject(
        Rejected(stage="read", id="f_1", name="n", kind="empty", reason="no text")
    ),
}
SAME: dict[str, Callable[[Transaction], None]] = {
    "nothing": lambda tx: None,
    "the same record": lambda tx: tx.put(story()),
    "no removal": lambda tx: tx.remove(type(event()), "e_9"),
    "the same mark": lambda tx: tx.done("events", 1, "s_1"),
}


@pytest.fixture
def begun(store: Store) -> Store:
    put(store, fetched(), report(), story(), event())
    with store.transaction() as tx:
        tx.done("events", 1, "s_1")
    return store


@pytest.mark.parametrize("change", CHANGES)
def test_the_revision_grows_with_every_change(begun: Store, change: str) -> None:
    before, beside = begun.revision(), begun.revision("beside")
    with begun.transaction() as tx:
        CHANGES[change](tx)
    assert begun.revision() > before
    assert begun.revision("beside") == beside


@pytest.mark.parametrize("change", SAME)
def test_the_revision_stays_where_nothing_changed(begun: Store, change: str) -> None:
    before = begun.revision()
    with begun.transaction() as tx:
        SAME[change](tx)
    assert begun.revision() == before


def test_a_transaction_undone_leaves_the_revision(begun: Store) -> None:
    before = begun.revision()
    with pytest.raises(RuntimeError), begun.transaction() as tx:
        tx.put(report("r_9"))
        raise RuntimeError
    assert begun.revision() == before


def test_a_removal_on_request_changes_the_revision(begun: Store) -> None:
    before = begun.revision()
    begun.forget("r_1")
    assert begun.revision() > before


def test_what_stands_beside_changes_no_page_of_the_news(begun: Store) -> None:
    before, beside, digest = begun.revision(), begun.revision("beside"), begun.state_digest()
    counts = begun.counts()
    put(begun, feed(), watchlist(), alert(), Visit(reader="", at=at(1)))
    assert (begun.revision(), begun.state_digest()) == (before, digest)
    assert begun.counts() == counts
    assert begun.revision("beside") == beside + 1


def test_addresses_that_items_came_from(store: Store) -> None:
    with store.transaction() as tx:
        tx.put(fetched(url="https://a.example/1"))
    asked = [f"https://a.example/{n}" for n in range(1200)]
    assert store.taken(asked) == {"https://a.example/1"}
    assert store.taken([]) == set()


def test_a_lease_is_held_by_one_until_it_ends_or_is_given_back(store: Store) -> None:
    assert store.lease("watch", "a", 60) == "a"
    assert store.lease("watch", "b", 60) == "a"
    assert store.lease("other", "b", 60) == "b"
    assert store.lease("watch", "a", 60) == "a"
    store.release("watch", "b")
    assert store.lease("watch", "b", 60) == "a"
    store.release("watch", "a")
    assert store.lease("watch", "b", 0.05) == "b"
    time.sleep(0.06)
    assert store.lease("watch", "a", 60) == "a"


def test_the_lease_of_a_dead_holder_is_taken_over(store: Store) -> None:
    store.lease("watch", "dead", 60)
    assert store.lease("watch", "b", 60, over="other") == "dead"
    assert store.lease("watch", "b", 60, over="dead") == "b"
