import pytest

from dateline.gather.dates import known_zone, zone_of


@pytest.mark.parametrize(
    ("stated", "zone"),
    [
        ("2026-01-13T08:00:00+09:00", "Etc/GMT-9"),
        ("Tue, 13 Jan 2026 08:00:00 -0500", "Etc/GMT+5"),
        ("2026-01-13T08:00:00Z", None),
        ("2026-01-13T08:00:00+05:30", None),
        ("2026-01-13", None),
        ("soon", None),
        (20260113, None),
    ],
)
def test_an_offset_tells_the_zone(stated: object, zone: str | None) -> None:
    assert zone_of(stated) == zone
    if zone is not None:
        assert known_zone(zone) is not None
