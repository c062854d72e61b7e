import numpy as np
import pytest

from dateline.group.credits import outlet_key
from dateline.group.settle import assign, settle
from dateline.group.shingles import shared, shingles
from dateline.group.text import length, number, quoted, words
from dateline.group.weights import Family


@pytest.mark.parametrize(
    ("raw", "plain"), [("1,200", "1200"), ("١٢٠٠", "1200"), ("7.6", "7.6"), ("1,5", "1.5")]
)
def test_a_number_is_written_one_way(raw, plain):
    assert number(raw) == plain


def test_names_are_capitals_that_open_no_sentence():
    found = {word.stem for word in words("Ships left. Ships of Marland met near Elm.", "en")
             if word.name}  # fmt: skip
    assert found == {"marland", "elm"}


def test_scripts_without_spaces_give_pairs_and_half_the_length():
    found = words("首脑会谈", "zh")
    assert [word.stem for word in found] == ["首脑", "脑会", "会谈"]
    assert length(found) == 2


def test_quotations_of_many_kinds_are_found():
    for text in ("he said “we will”", "「行きます」と述べた", 'he said "we will"', "«Да, едем»"):
        assert len(quoted(text)) == 1


@pytest.mark.parametrize(
    "name", ["Reuters", "ロイター", "로이터", "路透社", "Source: Reuters", "(reuters)"]
)
def test_an_agency_has_one_key_in_every_script(name):
    assert outlet_key(name) == "reuters"


def test_no_shingle_crosses_a_sentence():
    one = shingles([list("abcde"), list("fghij")])
    two = shingles([list("fghij"), list("abcde")])
    assert shared(one, two) == len(one) == 4


def test_a_family_counted_in_and_out_is_as_before():
    family = Family()
    kept = family.add(["a", "b"])
    before = family.weigh(kept).tolist()
    family.drop(family.add(["b", "c"]))
    assert family.weigh(kept).tolist() == before
    assert family.add(["c"]).slots.tolist() == [2]


def test_settling_joins_by_average_and_attaches_stragglers():
    totals = np.full((7, 7), -3.0)
    totals[:3, :3] = totals[3:6, 3:6] = 3.0
    totals[6, :3] = totals[:3, 6] = [2.0, 2.0, -6.0]
    atoms = [[item] for item in range(7)]
    assert settle(totals, totals, atoms, least=0.5, attach=9) == [[0, 1, 2], [3, 4, 5], [6]]
    totals[6, 2] = totals[2, 6] = -1.0
    assert settle(totals, totals, atoms, least=1.5, attach=0.5) == [[0, 1, 2, 6], [3, 4, 5]]


def test_atoms_stay_together_whatever_the_scores():
    totals = np.full((2, 2), -6.0)
    assert settle(totals, totals, [[0, 1]], least=0, attach=0) == [[0, 1]]


def test_the_larger_part_of_a_story_keeps_its_id():
    assert assign([[0], [1, 2]], ["s", "s", "s"]) == ["", "s"]
    assert assign([[0, 1, 2, 3]], ["", "b", "a", "a"]) == ["a"]


@pytest.mark.parametrize(
    ("text", "language", "number"),
    [
        ("政府は30万トンを輸入する", "ja", "300000"),
        ("1억 2000만 달러", "ko", "120000000"),
        ("投资1.5亿元", "zh", "150000000"),
        ("２万人", "ja", "20000"),
        ("1,200万", "ja", "12000000"),
        ("1.2.3万", "ja", None),
    ],
)
def test_east_asian_units_are_written_out(text, language, number):
    found = [word.stem for word in words(text, language) if word.number]
    assert found == [number] if number else found
