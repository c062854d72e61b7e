from __future__ import annotations

import pytest

from dateline.events.contexts import contexts, shared


@pytest.mark.parametrize(
    ("lemmas", "expected"),
    [
        ("the navy fire a missile near the dispute island", ("military", "territory")),
        ("minister discuss tariff on steel import", ("economic",)),
        ("inspector of the iaea visit the enrichment plant", ("cbrn",)),
        ("court hear a human right case", ("legal", "human_rights")),
        ("the president speak to reporter", ()),
    ],
)
def test_english_lemmas(lemmas: str, expected: tuple[str, ...]) -> None:
    assert contexts().of_lemmas(lemmas.split()) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("両首脳は貿易と投資の拡大で一致した。", ("economic",)),
        ("북한은 동해로 미사일을 발사했다.", ("military",)),
        ("两国外长讨论了移民和难民问题。", ("diplomatic", "migration")),
        ("広島で式典が開かれた。", ()),
        ("双方讨论了核心利益。", ()),
    ],
)
def test_unspaced_scripts(sentence: str, expected: tuple[str, ...]) -> None:
    assert contexts().of_text(sentence) == expected


def test_an_event_is_about_what_half_of_its_tellings_name() -> None:
    tellings = [("military", "territory"), ("military",), ("military", "cyber"), ()]
    assert shared(tellings) == ("military",)
    assert shared([("economic", "territory"), ("territory",)]) == ("territory", "economic")
    assert shared([()]) == ()
