import pytest

from dateline.records import Span


def span(start: int, end: int, report: str = "rep_1") -> Span:
    return Span(report=report, start=start, end=end)


def test_a_span_cannot_run_backwards() -> None:
    with pytest.raises(ValueError, match="backwards"):
        span(5, 4)
    with pytest.raises(ValueError, match="backwards"):
        span(-1, 4)


def test_within_and_overlaps_look_at_the_report_too() -> None:
    assert span(2, 4).within(span(0, 4))
    assert not span(2, 5).within(span(0, 4))
    assert not span(2, 4).within(span(0, 4, "rep_2"))
    assert span(0, 3).overlaps(span(2, 4))
    assert not span(0, 2).overlaps(span(2, 4))
