"""How values are written into columns."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import StoreError
from dateline.records import Copy, Fetched, Made, Report
from dateline.store.values import instant, moment, pack, storable, unpack
from tests.store.samples import copy, fetched, report

ANY_TEXT = st.text(st.characters(codec=None))  # lone surrogates included


def test_instants_have_one_width_and_sort_as_times() -> None:
    times = [
        datetime(1, 1, 1, tzinfo=UTC),
        datetime(2026, 1, 13, 9, tzinfo=timezone(timedelta(hours=9))),
        datetime(2026, 1, 13, 0, 0, 0, 1, tzinfo=UTC),
        datetime(9999, 12, 31, tzinfo=UTC),
    ]
    written = [instant(time) for time in times]
    assert written == sorted(written)
    assert {len(text) for text in written} == {27}
    assert written[1] == "2026-01-13T00:00:00.000000Z"
    assert moment(None) > written[-1]


def test_times_outside_the_calendar_are_refused() -> None:
    with pytest.raises(StoreError, match="years"):
        instant(datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=9))))
    with pytest.raises(StoreError, match="no zone"):
        instant(datetime(2026, 1, 1))  # noqa: DTZ001


@given(ANY_TEXT)
def test_storable_text_is_what_every_database_takes(text: str) -> None:
    assert "\x00" not in storable(text)
    storable(text).encode("utf-8")
    assert storable(storable(text)) == storable(text)


def test_storable_texts_stay_apart() -> None:
    assert len({storable(text) for text in ("a", "a\x00", "a\ud800", "a\ud801")}) == 4


@given(ANY_TEXT)
def test_records_with_any_text_survive(text: str) -> None:
    made = report(body=text, outlet=text)
    assert unpack(Report, pack(made)) == made


def test_large_records_are_compressed() -> None:
    assert pack(copy()).startswith(b"{")
    assert len(pack(report(body="word " * 10_000))) < 1000
    assert unpack(Copy, pack(copy())) == copy()


@pytest.mark.parametrize("body", [b"", b"x\x9c broken", b"{", b'{"no":1}', b"{\xff}", b"[]"])
def test_damage_is_named(body: bytes) -> None:
    with pytest.raises(StoreError, match="restore a backup"):
        unpack(Fetched, body)


def test_what_json_cannot_say_is_named() -> None:
    with pytest.raises(StoreError, match="Fetched can't be stored"):
        pack(fetched(charset={1, 2}))
    with pytest.raises(StoreError, match="Made can't be stored"):
        pack(Made(stage="read", version=float("inf")))  # type: ignore[arg-type]
