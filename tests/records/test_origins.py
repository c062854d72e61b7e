from dateline.records import Copy, Made
from dateline.records.origins import Origins, independent

MADE = Made(stage="group", version=1)


def edge(report, of, kind="rewritten"):
    return Copy(report=report, of=of, kind=kind, share=0.9, made=MADE)


def test_a_chain_resolves_to_its_wire():
    copies = [edge("rewrite", "wire"), edge("copy", "rewrite", "verbatim")]
    assert independent(["copy", "wire", "rewrite", "own"], copies) == ("wire", "own")


def test_a_mix_of_two_wires_is_no_origin():
    copies = [edge("mix", "one"), edge("mix", "two")]
    assert independent(["one", "two", "mix"], copies) == ("one", "two")


def test_an_origin_outside_the_story_does_not_count():
    assert independent(["copy"], [edge("copy", "elsewhere")]) == ("copy",)


def test_versions_are_one_report():
    copies = [edge("wire2", "wire1", "edited"), edge("copy", "wire1", "verbatim")]
    assert independent(["copy", "wire2"], copies) == ("wire2",)
    assert independent(["wire1", "wire2"], copies) == ("wire1",)


def test_a_ring_of_credits_has_one_origin():
    ring = [edge("a", "b"), edge("b", "c"), edge("c", "a"), edge("tail", "b")]
    assert independent(["tail", "c", "a", "b"], ring) == ("c",)


def test_copies_of_an_absent_original_are_one_origin():
    copies = [edge("one", "elsewhere"), edge("two", "elsewhere")]
    assert independent(["two", "one", "own"], copies) == ("two", "own")


def test_an_original_at_hand_goes_before_one_that_is_not():
    copies = [edge("mix", "elsewhere"), edge("mix", "wire")]
    assert independent(["mix", "wire"], copies) == ("wire",)


def test_a_ring_that_copies_a_wire_has_no_origin_of_its_own():
    copies = [edge("a", "b"), edge("b", "a"), edge("b", "wire")]
    assert independent(["a", "b", "wire"], copies) == ("wire",)


def test_origins_behind_a_claim():
    origins = Origins(["wire", "copy", "own"], [edge("copy", "wire", "verbatim")])
    assert origins.root("copy") == "wire"
    assert origins.count(["copy", "wire"]) == 1
    assert origins.count(["copy", "own"]) == 2
    assert origins.edges["copy"].of == "wire"
    assert origins.root("never heard of") == "never heard of"
