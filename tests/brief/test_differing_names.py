from __future__ import annotations

import dataclasses

import pytest

from dateline.brief import write_brief
from dateline.config import Options
from dateline.engines import Engines, load_engines
from dateline.records import Difference, Parse, PlaceMention, Span
from tests.brief.helpers import Pair, item, story_of, tables

NORTH = {"Lisbon": 38.7, "Porto": 41.1, "Sintra": 38.8}


@pytest.fixture(scope="module")
def engines() -> Engines:
    return load_engines(Options.model_validate({"db": ":memory:"}))


def report(name: str, sentences: list[str], engines: Engines, places: list[str]) -> Pair:
    made, reading = item(name, [[s] for s in sentences], outlet=f"{name} Post")
    parser = engines.parser_for("en")
    assert parser is not None
    parses = []
    for index, (sentence, tokens) in enumerate(
        zip(reading.sentences, parser.parse(sentences, "en"), strict=True)
    ):
        by = sentence.span.start
        shifted = tuple(
            dataclasses.replace(t, start=t.start + by, end=t.end + by) for t in tokens
        )  # fmt: skip
        parses.append(Parse(sentence=index, tokens=shifted))
    spans = [Span(report=made.id, start=made.text.index(p), end=made.text.index(p) + len(p))
             for p in places]  # fmt: skip
    mentions = tuple(
        PlaceMention(
            span=span, place=f"place:{made.quote(span)}", name=made.quote(span), country="PRT",
            latitude=NORTH[made.quote(span)], longitude=-9.0,
        )
        for span in spans
    )  # fmt: skip
    return made, dataclasses.replace(reading, parses=tuple(parses), places=mentions)


def differences(a: Pair, b: Pair, engines: Engines) -> list[tuple[str, list[str]]]:
    reports, readings = tables(a, b)
    brief = write_brief(story_of(a, b), reports, readings, [], engines=engines)
    found: tuple[Difference, ...] = brief.differences
    return [(d.attribute, [v.value for v in d.versions]) for d in found]


def test_the_same_deed_of_two_people_stands_side_by_side(engines: Engines) -> None:
    a = report("a", ["The old harbour bridge will be rebuilt by engineer Mia Holm at public cost."],
               engines, [])  # fmt: skip
    b = report("b", ["The old harbour bridge will be rebuilt by engineer Jon Dahl at public cost."],
               engines, [])  # fmt: skip
    assert differences(a, b, engines) == [("name", ["Mia Holm", "Jon Dahl"])]


def test_the_same_event_in_two_places_stands_side_by_side(engines: Engines) -> None:
    text = "A cargo ship with grain ran aground in heavy fog near the lighthouse of {} at dawn."
    a = report("a", [text.format("Lisbon")], engines, ["Lisbon"])
    b = report("b", [text.format("Porto")], engines, ["Porto"])
    assert differences(a, b, engines) == [("place", ["Lisbon", "Porto"])]


def test_a_town_and_the_city_beside_it_do_not_contradict(engines: Engines) -> None:
    text = "A cargo ship with grain ran aground in heavy fog near the lighthouse of {} at dawn."
    a = report("a", [text.format("Lisbon")], engines, ["Lisbon"])
    b = report("b", [text.format("Sintra")], engines, ["Sintra"])
    assert differences(a, b, engines) == []


def test_a_name_that_the_other_report_gives_elsewhere_is_no_contradiction(engines: Engines) -> None:
    text = "The old harbour bridge will be rebuilt by engineer {} at public cost."
    a = report("a", [text.format("Mia Holm")], engines, [])
    b = report("b", [text.format("Jon Dahl"), "Mia Holm will help him with the plans."], engines,
               [])  # fmt: skip
    assert differences(a, b, engines) == []
