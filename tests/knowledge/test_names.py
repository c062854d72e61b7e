from __future__ import annotations

from dateline.knowledge import load_knowledge, name_index
from dateline.knowledge.names import Entry, NameIndex, fold
from dateline.records import Name


def index(*names: tuple[str, str], language: str = "en") -> NameIndex:
    return NameIndex(
        [Entry(actor, Name(text=text, language=language)) for actor, text in names], language
    )


def found(text: str, table: NameIndex) -> list[tuple[str, str]]:
    return [(text[m.start : m.end], m.entries[0].actor) for m in table.scan(text)]


def test_the_longest_name_wins() -> None:
    table = index(("KOR", "South Korea"), ("UN", "United Nations"), ("X", "South"))
    assert found("The South Korea team", table) == [("South Korea", "KOR")]


def test_accents_hyphens_and_capitals() -> None:
    table = index(("A", "Sébastien Lecornu"), ("B", "Kim Jong Un"))
    assert found("Sebastien Lecornu met Kim Jong-un.", table) == [
        ("Sebastien Lecornu", "A"),
        ("Kim Jong-un", "B"),
    ]
    assert found("sebastien lecornu", table) == []


def test_a_sentence_end_parts_a_name() -> None:
    assert found("He left South. Korea won.", index(("KOR", "South Korea"))) == []


def test_names_in_unspaced_scripts() -> None:
    japanese = index(("CHL", "チリ"), ("IRN", "イラン"), language="ja")
    assert found("チリとイラン", japanese) == [("チリ", "CHL"), ("イラン", "IRN")]
    assert found("チリソース、ブライランド", japanese) == []
    korean = index(("CHN", "중국"), language="ko")
    assert found("중국은 한중국", korean) == [("중국", "CHN")]


def test_fold() -> None:
    assert fold("Çavuşoğlu") == "cavusoglu"
    assert fold("U.S.") == "us"
    assert fold("Wałęsa") == "walesa"


def test_the_index_of_every_language_finds_the_states_own_names() -> None:
    knowledge = load_knowledge()
    for language in ("ja", "ko", "zh", "fr", "es", "de", "pt", "ru", "ar"):
        table = name_index(knowledge, language)
        for code in ("JPN", "UKR", "BRA", "EGY"):
            name = next(n for n in knowledge.actor(code).names if n.language == language)
            assert found(f" {name.text} ", table)[0][1] == code, (language, code)
