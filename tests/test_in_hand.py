from dateline.in_hand import InHand


def test_those_looked_at_longest_ago_make_room() -> None:
    in_hand: InHand[int] = InHand(most=2)
    for report in ("r_1", "r_2"):
        in_hand.keep(report, "then", 1)
    assert set(in_hand.of({"r_1": "then"})) == {"r_1"}
    in_hand.keep("r_3", "then", 3)
    assert in_hand.of({"r_1": "then", "r_2": "then", "r_3": "then"}) == {"r_1": 1, "r_3": 3}


def test_what_was_found_in_another_reading_is_forgotten() -> None:
    in_hand: InHand[int] = InHand(most=2)
    in_hand.keep("r_1", "then", 1)
    assert in_hand.of({"r_1": "now"}) == {}
    assert in_hand.of({"r_1": "then"}) == {}
    in_hand.keep("r_1", "now", 2)
    in_hand.drop(["r_1", "r_2"])
    assert in_hand.of({"r_1": "now"}) == {}
