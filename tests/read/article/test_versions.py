"""Versions of one item and the difference between two."""

import itertools
from datetime import UTC, datetime

import pytest

from dateline.read.article import difference, in_order, next_version, same_item, to_report
from dateline.records import Report
from tests.read.article.items import text

URL = "https://lake.example/a/1"
FIRST = "Forty boats stayed in port on Monday. The ministers met at noon. Nobody was hurt."
SECOND = (
    "Forty-two boats stayed in port on Monday. The ministers met at noon. They meet again soon."
)


def report(body: str, hour: int, url: str = URL) -> Report:
    updated = datetime(2026, 1, 13, hour, tzinfo=UTC)
    return to_report(text(body, url=url, updated=updated, title="Boats stay in port"))


def test_an_edit_is_the_next_version() -> None:
    old, new = report(FIRST, 1), report(SECOND, 2)
    assert same_item(old, new)
    edited = next_version(old, new)
    assert (edited.version, edited.supersedes) == (2, old.id)
    assert edited.id == new.id != old.id


def test_the_same_text_is_no_new_version() -> None:
    old = report(FIRST, 1)
    assert next_version(old, report(FIRST, 3)) is old


def test_another_item_is_no_version() -> None:
    other = report(SECOND, 2, "https://lake.example/a/2")
    assert not same_item(report(FIRST, 1), other)
    with pytest.raises(ValueError, match="no version"):
        next_version(report(FIRST, 1), other)


def test_tracking_parameters_and_fragments_make_no_other_item() -> None:
    assert same_item(report(FIRST, 1), report(FIRST, 1, URL + "?utm_source=feed#top"))
    assert not same_item(report(FIRST, 1), report(FIRST, 1, URL + "?id=2"))


def test_the_order_of_arrival_does_not_matter() -> None:
    reports = [report(FIRST, 1), report(SECOND, 2), report(FIRST + " It rained.", 3)]
    expected = in_order(reports)
    assert [one.version for one in expected] == [1, 2, 3]
    assert [one.supersedes for one in expected] == [None, expected[0].id, expected[1].id]
    for order in itertools.permutations(reports):
        assert in_order(order) == expected


def test_the_difference_reads_sentence_by_sentence() -> None:
    changes = difference(report(FIRST, 1), report(SECOND, 2))
    assert [(one.kind, one.before, one.after) for one in changes] == [
        (
            "edited",
            "Forty boats stayed in port on Monday.",
            "Forty-two boats stayed in port on Monday.",
        ),
        ("added", "", "They meet again soon."),
        ("removed", "Nobody was hurt.", ""),
    ]
    assert difference(report(FIRST, 1), report(FIRST, 2)) == ()
