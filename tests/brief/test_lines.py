"""Which sentences of a story a brief is made of."""

from collections import Counter

from dateline.brief.lines import FEWEST, MOST_LINES, Line, read_lines
from dateline.records.origins import Origins
from tests.brief.helpers import Pair, item


def told_by(count: int, sentences: int) -> list[Pair]:
    return [
        item(
            f"r{n}",
            [[f"The harbour of Lom took {n} ships on day {day}."] for day in range(sentences)],
        )
        for n in range(count)
    ]


def lines_of(pairs: list[Pair]) -> tuple[Line, ...]:
    reports = {report.id: report for report, _ in pairs}
    readings = {reading.report: reading for _, reading in pairs}
    order = tuple(reports)
    return read_lines(reports, readings, order, Origins(order, ()), None)


def test_a_report_that_stands_alone_is_read_whole() -> None:
    assert len(lines_of(told_by(1, 50))) == 50


def test_of_a_story_that_many_tell_the_openings_are_read() -> None:
    lines = lines_of(told_by(60, 30))
    assert len(lines) == MOST_LINES
    assert set(Counter(line.report for line in lines).values()) == {10}
    assert "day 9." in lines[9].text and "day 10." not in " ".join(line.text for line in lines)


def test_of_every_report_something_is_read() -> None:
    lines = lines_of(told_by(200, 5))
    assert set(Counter(line.report for line in lines).values()) == {FEWEST}
