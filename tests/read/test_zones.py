from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from dateline.read.zones import BY_COUNTRY, BY_LANGUAGE, zone_of
from dateline.records import Made, Report


@pytest.mark.parametrize(
    ("stated", "country", "language", "zone"),
    [
        ("Etc/GMT-9", "US", "en", "Etc/GMT-9"),
        (None, "kr", "en", "Asia/Seoul"),
        (None, None, "ja", "Asia/Tokyo"),
        (None, "US", "en", "UTC"),
        (None, None, "en", "UTC"),
    ],
)
def test_what_is_stated_wins(
    stated: str | None, country: str | None, language: str, zone: str
) -> None:
    report = Report(
        id="rep_1",
        key="k",
        text="",
        blocks=(),
        retrieved=datetime(2026, 1, 1, tzinfo=UTC),
        made=Made(stage="read", version=1),
        zone=stated,
        country=country,
    )
    assert zone_of(report, language) == zone


def test_every_zone_exists() -> None:
    for zone in {*BY_COUNTRY.values(), *BY_LANGUAGE.values()}:
        assert ZoneInfo(zone).key == zone
