"""What a report is found by when its story has closed."""

from dateline.group.traces import NAMED, SHINGLES, traces
from tests.group.samples import sketched
from tests.group.test_copies import INDEPENDENT, WIRE


def evenly(kind, name):
    return float(len(name))


def found(text, **options):
    return set(traces(sketched(text, **options), evenly))


def test_a_copy_leaves_the_traces_of_its_origin():
    assert found(WIRE) == found(WIRE, outlet="Another")


def test_what_is_cut_leaves_some_of_them():
    whole, half = found(WIRE), found(WIRE[: len(WIRE) // 2])
    assert len(whole & half) >= 2


def test_two_texts_share_none_by_chance():
    assert len(found(WIRE) & found("A cat sat on the mat and looked at Bella for hours.")) == 0


def test_there_are_few_of_them():
    many = " ".join(f"Word{n} runs quickly past Name{n} and number {n}." for n in range(400))
    assert len(found(many)) <= SHINGLES + NAMED * (NAMED - 1) // 2
    assert all(0 <= one < 2**63 for one in found(many) | found(INDEPENDENT))


def test_a_headline_is_found_by_its_names_alone():
    assert found("Quake hits city hard again today") == set()
    assert len(found("In Odrin the mayor met Ruvo and Ito")) == 3
