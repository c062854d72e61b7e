from datetime import UTC, datetime

import pytest

from dateline.records import When


def test_a_when_takes_aware_times_in_order() -> None:
    with pytest.raises(ValueError, match="aware"):
        When(earliest=datetime(2026, 1, 13))  # noqa: DTZ001 - the point of the test
    with pytest.raises(ValueError, match="backwards"):
        When(earliest=datetime(2026, 1, 14, tzinfo=UTC), latest=datetime(2026, 1, 13, tzinfo=UTC))


def test_unknown_is_a_value() -> None:
    assert not When(anchor="relative", timex="XXXX-WXX-2").known
    assert When(earliest=datetime(1965, 1, 1, tzinfo=UTC)).known
