import pytest

from dateline.group.copies import comes_after, compare, edited, find_copies
from tests.group.samples import sketched

WIRE = (
    "The foreign minister of Marland arrived in Port Elm on Tuesday for two days of talks. "
    "She is to meet the prime minister and tour the flooded rice terraces north of the city. "
    "Officials from both sides said a fisheries accord covering 40 vessels was nearly ready. "
    "Patrol boats of the two neighbours collided twice last winter near the Sand Banks. "
    "Traders in the old harbour hope the visit will end a ban on frozen squid. "
    "A joint statement is due before the minister leaves on Wednesday evening."
)
REWRITE = (
    "Marland's foreign minister on Tuesday arrived in Port Elm for two days of discussions. "
    "She will meet the prime minister and tour flooded rice terraces north of the capital. "
    "A fisheries accord covering 40 vessels was nearly ready, officials from both sides said. "
    "The patrol boats of the neighbours collided twice last winter close to the Sand Banks. "
    "Traders hope the visit ends a ban on frozen squid."
)
INDEPENDENT = (
    "Port Elm hung out flags for the first visit by a Marland foreign minister in nine years. "
    "Behind the smiles lies a quarrel over squid and over who may fish the Sand Banks. "
    "People close to the talks expect a deal on licences for 40 boats by Wednesday. "
    "Farmers whose terraces drowned in May want aid and say fish can wait. "
    "The ministers last saw each other at a funeral in the spring and hardly spoke."
)


def edge(copy_text, **options):
    copy = sketched(copy_text, time="05-06", outlet="Gazette", **options)
    return compare(copy, sketched(WIRE, time="05-05", outlet="Wire"))


def test_word_for_word_is_verbatim_with_every_sentence_aligned():
    found = edge(WIRE)
    assert found is not None and found.kind == "verbatim" and found.share == 1.0
    assert len(found.aligned) == 6
    assert all(pair.why == "same words" for pair in found.aligned)


def test_a_cut_and_reordered_copy_is_trimmed():
    sentences = WIRE.split(". ")
    found = edge(". ".join([sentences[3], sentences[0], sentences[2]]) + ".")
    assert found is not None and found.kind == "trimmed" and found.share == 1.0


def test_a_paraphrase_is_a_rewrite_and_shows_what_it_shares():
    found = edge(REWRITE)
    assert found is not None and found.kind == "rewritten"
    assert found.share > 0.6
    assert any("numbers 40" in pair.why for pair in found.aligned)


def test_an_independent_report_of_the_event_is_no_copy():
    assert edge(INDEPENDENT) is None


def test_a_mix_of_two_sources_has_two_origins():
    mix = sketched(
        ". ".join(WIRE.split(". ")[:3] + INDEPENDENT.split(". ")[:3]) + ".", time="05-07"
    )
    others = [sketched(WIRE, time="05-05"), sketched(INDEPENDENT, time="05-06")]
    assert {copy.of for copy in find_copies(mix, others)} == {other.id for other in others}


def test_a_shared_quotation_is_no_copy():
    speech = (
        "“We have fished these waters side by side since our grandmothers mended the nets, and "
        "no drunken captain will be allowed to spoil that for our children or theirs.”"
    )
    one = sketched(f"Guests rose when the minister began. {speech} Dinner was cold.", time="05-05")
    two = sketched(f"Reaction at home was mixed last night. {speech} Some booed.", time="05-06")
    assert compare(two, one) is None


def test_the_later_is_the_copy_unless_the_earlier_credits_it():
    early = sketched(WIRE, time="05-05", outlet="Gazette", credits=["Reuters"])
    late = sketched(WIRE, time="05-06", outlet="Reuters")
    assert comes_after(early, late) and not comes_after(late, early)
    plain = sketched(WIRE, time="05-05", outlet="Gazette")
    assert comes_after(late, plain)


def test_undated_the_shorter_is_the_copy():
    long, short = sketched(WIRE), sketched(". ".join(WIRE.split(". ")[:3]) + ".")
    assert comes_after(short, long) and not comes_after(long, short)


def test_versions_are_joined_as_edits():
    old = sketched(WIRE, key="k")
    new = sketched(WIRE + " Both sides denied a delay.", key="k", version=2, supersedes=old.id)
    assert edited(new, old).kind == "edited"
    assert find_copies(new, [old]) == ()


@pytest.mark.parametrize("text", ["", "?!", "a" * 100_000, "「" * 5_000, "1,1" * 20_000])
def test_odd_texts_are_compared_without_trouble(text):
    odd = sketched(text or " ", time="05-06")
    assert compare(odd, sketched(WIRE, time="05-05")) is None


def test_chinese_copies_are_found_and_independent_ones_are_not():
    wire = (
        "玛兰外交部长星期二抵达榆港，展开为期两天的会谈。她将会见首相，并视察城北被洪水淹没的梯田。"
        "双方官员表示，涉及四十艘渔船的渔业协定已接近完成。去年冬天两国巡逻艇曾在沙洲附近两次相撞。"
    )
    other = (
        "榆港街头挂起彩旗，迎接九年来首位到访的玛兰外长。笑容背后，两国仍为鱿鱼与沙洲渔权争执不休。"
        "知情人士预计，星期三前可就渔船执照达成协议。梯田被淹的农民说，他们更需要救济。"
    )
    origin = sketched(wire, language="zh", time="05-05")
    copy = compare(sketched(wire[:60], language="zh", time="05-06"), origin)
    assert copy is not None and copy.kind in ("trimmed", "verbatim")
    assert compare(sketched(other, language="zh", time="05-06"), origin) is None


def test_facts_told_anew_in_their_order_are_a_rewrite_without_a_common_run_of_words():
    wire = (
        "Kesh and Orland reopened their border on Sunday after a closure of 11 years. "
        "The first to cross was a lorry loaded with 20 tonnes of melons. "
        "Customs chief Pavel Storr said the posts would be open from 6 a.m. to midnight. "
        "Orland had shut the crossing after two soldiers were shot at a checkpoint in 2015."
    )
    retold = (
        "After being closed for 11 years, the border of Orland with Kesh was on Sunday reopened. "
        "A lorry with a load of 20 tonnes of melons crossed first. "
        "The posts, said customs chief Pavel Storr, will open at 6 a.m. and close at midnight. "
        "Two soldiers had been shot in 2015 at one checkpoint, after which Orland shut it."
    )
    own = (
        "Hundreds of people queued before dawn on Sunday to see cousins across the border. "
        "Melons were the first cargo when Kesh and Orland reopened it after 11 years. "
        "Traders complained that the customs posts still had no electricity."
    )
    first = sketched(wire, time="05-05", outlet="Wire")
    found = compare(sketched(retold, time="05-06", outlet="Gazette"), first)
    assert found is not None and found.kind == "rewritten"
    assert compare(sketched(own, time="05-06", outlet="Gazette"), first) is None
