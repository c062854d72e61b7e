"""What is new since the last visit, by what the store remembers of readers."""

from datetime import UTC, datetime, timedelta

from dateline.records import Visit
from dateline.serve.web.visits import SILENCE, Visits
from dateline.store import open_store

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def test_a_visit_ends_with_silence() -> None:
    with open_store(":memory:") as store:
        visits = Visits(store)
        assert visits.since("ann", NOON) is None
        assert visits.since("ann", NOON + timedelta(minutes=5)) is None  # still the first visit
        last = NOON + timedelta(minutes=20)
        assert visits.since("ann", last) is None
        back = last + SILENCE + timedelta(minutes=1)
        assert visits.since("ann", back) == last
        assert visits.since("ann", back + timedelta(minutes=2)) == last
        assert visits.since("bob", back) is None
        visits.close()


def test_the_store_remembers_over_a_restart() -> None:
    with open_store(":memory:") as store:
        with store.transaction() as transaction:
            transaction.put(Visit(reader="ann", at=NOON))
        visits = Visits(store)
        assert visits.since("ann", NOON + timedelta(days=1)) == NOON
        visits.close()


def test_what_was_marked_as_seen_is_not_new() -> None:
    with open_store(":memory:") as store:
        visits = Visits(store)
        visits.since("ann", NOON)
        visits.close()
        visits.caught_up("ann", NOON + timedelta(minutes=1))
        assert visits.since("ann", NOON + timedelta(minutes=2)) == NOON + timedelta(minutes=1)
        kept = store.visit("ann")
        assert kept is not None
        assert kept.at == NOON + timedelta(minutes=1)
