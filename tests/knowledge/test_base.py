from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from dateline.errors import NotFound
from dateline.knowledge import KNOWLEDGE_DATE, Knowledge, coder_code, load_knowledge, weight
from dateline.knowledge.tables import DATA, rows

LANGUAGES = {"en", "ja", "ko", "zh", "fr", "es", "de", "pt", "ru", "ar"}


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


@pytest.mark.parametrize(
    ("office", "day", "person"),
    [
        ("JPN-PM", "2025-10-20", "p:shigeru-ishiba"),
        ("JPN-PM", "2025-10-21", "p:sanae-takaichi"),
        ("KOR-PRES", "2025-06-04", "p:lee-jae-myung"),
        ("KOR-PRES", "2025-05-01", None),
        ("USA-PRES", "2007-01-03", "p:george-w-bush"),
        ("USA-PRES", "2025-01-19", "p:joe-biden"),
        ("IRQ-PM", "2007-01-03", "p:nouri-al-maliki"),
        ("USA-SEN", "2007-01-03", None),
        ("XXX-PM", "2020-01-01", None),
    ],
)
def test_holders(knowledge: Knowledge, office: str, day: str, person: str | None) -> None:
    holder = knowledge.holder(office, date.fromisoformat(day))
    assert (holder.id if holder else None) == person


def test_nobody_is_named_past_the_knowledge_date(knowledge: Knowledge) -> None:
    after = knowledge.knowledge_date + timedelta(days=1)
    assert knowledge.knowledge_date == KNOWLEDGE_DATE
    assert all(knowledge.holder(office, after) is None for office in knowledge.offices)
    assert knowledge.offices_of("p:sanae-takaichi", after) == ()


def test_every_state_has_names_in_ten_languages(knowledge: Knowledge) -> None:
    states = [actor for actor in knowledge.actors.values() if actor.kind == "state"]
    assert len(states) == 197
    for state in states:
        assert {name.language for name in state.names} >= LANGUAGES, state.id


def test_nearly_every_state_has_a_known_leader(knowledge: Knowledge) -> None:
    roles = ("PRES", "MONARCH", "PM", "LEADER", "SL", "POPE")
    without = [
        actor.id
        for actor in knowledge.actors.values()
        if actor.kind == "state"
        and not any(knowledge.holder(f"{actor.id}-{role}", KNOWLEDGE_DATE) for role in roles)
    ]
    assert len(without) < 10, without


def test_tenures_do_not_overlap_and_name_known_persons(knowledge: Knowledge) -> None:
    for office in knowledge.offices:
        tenures = knowledge.tenures(office)
        assert all(tenure.person in knowledge.actors for tenure in tenures)
        if not knowledge.role(office).single:
            continue
        for earlier, later in pairwise(tenures):
            assert earlier.end is not None, earlier
            assert later.start is not None, later
            assert earlier.start < earlier.end <= later.start, (earlier, later)


def test_every_row_names_a_listed_source() -> None:
    listed = {row["key"] for _, row in rows(DATA / "sources.tsv", ("key", "title", "licence"))}
    for path in sorted(DATA.glob("*.tsv")):
        if path.name in ("sources.tsv", "roles.tsv", "titles.tsv", "bodies.tsv"):
            continue
        for place, row in rows(path, ()):
            if "source" in row:
                assert set(row["source"].split(", ")) <= listed, place


def test_wikidata_ids_are_not_shared(knowledge: Knowledge) -> None:
    ids = [knowledge.wikidata(actor) for actor in knowledge.actors if knowledge.wikidata(actor)]
    assert len(ids) == len(set(ids))


def test_unknown_actor(knowledge: Knowledge) -> None:
    with pytest.raises(NotFound):
        knowledge.actor("nobody")


def test_codes_and_weights(knowledge: Knowledge) -> None:
    assert coder_code("JPN", "GOV") == "JPNGOV"
    assert coder_code("", "IGO") == "INTIGO"
    assert weight(knowledge, "USA") == 1.0
    assert weight(knowledge, "p:sanae-takaichi") > weight(knowledge, "p:toshimitsu-motegi")
    assert weight(knowledge, "JPN") > weight(knowledge, "TON")
    assert weight(knowledge, "x:nobody") < weight(knowledge, "TON")
