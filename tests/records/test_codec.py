from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.records import Block, Made, Report, Span, Tenure, Vector, When
from dateline.records.codec import from_json, to_json

NOW = datetime(2026, 1, 13, 9, 30, tzinfo=UTC)


@given(st.text(), st.binary(), st.datetimes(timezones=st.just(UTC)))
def test_round_trip(text: str, values: bytes, time: datetime) -> None:
    report = Report(
        id="rep_1",
        key=text,
        text=text,
        blocks=(Block(kind="title", start=0, end=len(text)),),
        retrieved=time,
        published=None,
        made=Made(stage="read", version=1),
    )
    vector = Vector(of="sentence", engine="e", values=values, sentence=3)
    assert from_json(Report, to_json(report)) == report
    assert from_json(Vector, to_json(vector)) == vector


def test_dates_and_optional_records_come_back() -> None:
    tenure = Tenure(
        office="JPN-PM", person="p", start=date(2025, 10, 21), end=None, source="written here"
    )
    when = When(earliest=NOW, zone="Asia/Tokyo")
    assert from_json(Tenure, to_json(tenure)) == tenure
    assert from_json(When, to_json(when)) == when


def test_equal_records_give_equal_bytes_and_defaults_are_left_out() -> None:
    assert to_json(Span(report="r", start=0, end=2)) == '{"end":2,"report":"r","start":0}'
    assert to_json(When()) == "{}"


def test_what_is_not_a_record_is_refused_with_its_name() -> None:
    with pytest.raises(ValueError, match="Span"):
        from_json(Span, '{"report": "r"}')
    with pytest.raises(ValueError, match="Span"):
        from_json(Span, '{"report": "r", "start": 0, "end": 1, "colour": "red"}')
