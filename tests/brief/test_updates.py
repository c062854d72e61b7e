from __future__ import annotations

from datetime import UTC, datetime

from dateline.brief import new_since, write_brief
from dateline.records import Brief
from tests.brief.helpers import Pair, item, story_of, tables

OLD = item(
    "old",
    [["Minister Ada Berg signed the harbour treaty with Osterland in the old customs house."],
     ["The ferry fire injured three people, the coast guard said in a statement."]],
    published=datetime(2026, 1, 12, 8, tzinfo=UTC),
)  # fmt: skip
NEW = item(
    "new",
    [["Minister Ada Berg signed the harbour treaty with Osterland in the old customs house."],
     ["Fishing crews blocked the harbour for six hours in protest at the treaty on Tuesday."]],
    outlet="Island Courier",
    published=datetime(2026, 1, 14, 8, tzinfo=UTC),
)  # fmt: skip


def made(*pairs: Pair) -> Brief:
    reports, readings = tables(*pairs)
    return write_brief(story_of(*pairs), reports, readings, [])


def test_against_an_earlier_brief() -> None:
    update = new_since(made(OLD), made(OLD, NEW), tables(OLD, NEW)[0])
    assert update.reports == ("rep_new",)
    assert [claim.text[:20] for claim in update.claims] == ["Fishing crews blocke"]
    assert [claim.text[:20] for claim in update.supported] == ["Minister Ada Berg si"]
    assert update.gone == ()
    assert update.anything


def test_since_a_time() -> None:
    update = new_since(datetime(2026, 1, 13, tzinfo=UTC), made(OLD, NEW), tables(OLD, NEW)[0])
    assert update.reports == ("rep_new",)
    assert [claim.text[:20] for claim in update.claims] == ["Fishing crews blocke"]
    assert [claim.text[:20] for claim in update.supported] == ["Minister Ada Berg si"]


def test_nothing_new() -> None:
    brief = made(OLD, NEW)
    assert not new_since(brief, brief, tables(OLD, NEW)[0]).anything
    assert not new_since(datetime(2026, 2, 1, tzinfo=UTC), brief, tables(OLD, NEW)[0]).anything
