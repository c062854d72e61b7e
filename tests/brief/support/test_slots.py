from __future__ import annotations

import pytest

from dateline.brief.support import Verdict, check
from dateline.config import Options
from dateline.engines import Engines, load_engines
from tests.brief.helpers import item

SOURCE = item(
    "a",
    [
        [
            "Volunteers poured green paint over the steps of the Norland embassy in Osterland.",
            "The Osterland government will pay billions of crowns to rebuild the harbour.",
            "The Northern Fishing Council and the Harbour Authority welcomed the plan.",
        ]
    ],
)


@pytest.fixture(scope="module")
def engines() -> Engines:
    return load_engines(Options.model_validate({"db": ":memory:"}))


def verdict(claim: str, engines: Engines) -> Verdict:
    return check(claim, [SOURCE], engines)


@pytest.mark.parametrize(
    "claim",
    [
        "Volunteers poured red paint over the steps of the Norland embassy.",
        "The government will pay millions of crowns to rebuild the harbour.",
        "The government won't pay to rebuild the harbour.",
        "The Northern Harbour Council welcomed the plan.",
    ],
)
def test_one_word_in_the_place_of_another_refuses(claim: str, engines: Engines) -> None:
    assert not verdict(claim, engines).supported


@pytest.mark.parametrize(
    "claim",
    [
        "Volunteers poured green paint over the steps of the embassy.",
        "The government will pay billions of crowns for rebuilding the harbour.",
        "The Harbour Authority and the Northern Fishing Council welcomed the plan.",
    ],
)
def test_the_same_in_other_words_passes(claim: str, engines: Engines) -> None:
    assert verdict(claim, engines).supported
