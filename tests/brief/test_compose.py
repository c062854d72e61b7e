from __future__ import annotations

import dataclasses
from datetime import UTC, datetime, timedelta

import pytest

from dateline.brief import apply, write_brief
from dateline.brief.compose import EMPTY
from dateline.errors import Unsupported
from dateline.records import Brief
from dateline.records.codec import to_json
from tests.brief.helpers import Pair, copy_of, item, story_of, tables

WIRE = item(
    "wire",
    [
        ["NORDHAVN (Test Wire) — Minister Ada Berg signed the harbour treaty with Osterland."],
        ["The ferry fire injured three people, the coast guard said."],
        ["The treaty is important because it ends a dispute over fishing that cost both dear."],
        ["Osterland ruled the islands as a colony until 1921, and the border was never settled."],
        ["The parliament of Osterland is expected to vote on the treaty in March."],
    ],
    title="Berg signs harbour treaty with Osterland",
)
COPY = item(
    "copy",
    [["Minister Ada Berg signed the harbour treaty with Osterland."],
     ["The ferry fire injured three people, the coast guard said."]],
    title="Harbour treaty is signed", outlet="Copy Post",
)  # fmt: skip
OTHER = item(
    "other",
    [
        ["Minister Ada Berg has signed the harbour treaty with Osterland after long talks."],
        ["The ferry fire injured five people, according to the coast guard."],
        ["The date of the first joint patrol was not disclosed."],
    ],
    title="Long talks end in harbour treaty", outlet="Island Courier",
)  # fmt: skip


def brief_of(*pairs: Pair, copies: tuple[tuple[Pair, Pair], ...] = (), **more: object) -> Brief:
    reports, readings = tables(*pairs)
    edges = [copy_of(a, b) for a, b in copies]
    return write_brief(story_of(*pairs), reports, readings, edges, **more)  # type: ignore[arg-type]


def section(brief: Brief, name: str) -> list[str]:
    return [c.text for s in brief.sections if s.name == name for c in s.claims]


def test_four_sections_by_what_sentences_do() -> None:
    brief = brief_of(WIRE)
    assert [s.name for s in brief.sections] == [
        "What's happening", "Why it's important", "What's next", "Beyond the headlines",
    ]  # fmt: skip
    assert section(brief, "What's happening")[0].startswith("Minister Ada Berg signed")
    assert any("ends a dispute" in t for t in section(brief, "Why it's important"))
    assert any("vote on the treaty in March" in t for t in section(brief, "What's next"))
    assert any("colony until 1921" in t for t in section(brief, "Beyond the headlines"))


def test_every_claim_is_its_first_span_with_its_edits() -> None:
    reports, _ = tables(WIRE, COPY, OTHER)
    brief = brief_of(WIRE, COPY, OTHER, copies=((COPY, WIRE),))
    claims = [c for s in brief.sections for c in s.claims] + [brief.gist]
    assert len(claims) > 4
    for claim in claims:
        source = reports[claim.spans[0].report].quote(claim.spans[0])
        assert apply(claim.edits, source).strip() == claim.text


def test_a_copy_is_no_independent_origin() -> None:
    alone = brief_of(WIRE, COPY, copies=((COPY, WIRE),))
    assert (alone.reports, alone.independent) == (2, 1)
    assert {c.agreement for s in alone.sections for c in s.claims} == {"single"}
    joined = brief_of(WIRE, COPY, OTHER, copies=((COPY, WIRE),))
    first = joined.sections[0].claims[0]
    assert (first.independent, first.agreement) == (2, "corroborated")
    assert {span.report for span in first.spans} == {"rep_wire", "rep_copy", "rep_other"}


def test_nothing_is_told_twice() -> None:
    brief = brief_of(WIRE, COPY, OTHER, copies=((COPY, WIRE),))
    spans = [span for s in brief.sections for c in s.claims for span in c.spans]
    assert len(spans) == len(set(spans))


def test_a_differing_number_is_shown_side_by_side_and_the_claim_is_contested() -> None:
    brief = brief_of(WIRE, COPY, OTHER, copies=((COPY, WIRE),))
    (difference,) = brief.differences
    assert difference.attribute == "injured"
    assert [(v.value, v.independent, len(v.spans)) for v in difference.versions] == [
        ("3", 1, 2), ("5", 1, 1),
    ]  # fmt: skip
    told = [c for c in brief.sections[0].claims if "injured" in c.text]
    assert told
    assert all(claim.agreement == "contested" for claim in told)
    for claim in told:  # what says the other number does not back this one
        sides = {i for i, v in enumerate(difference.versions) if set(v.spans) & set(claim.spans)}
        assert len(sides) == 1
        assert claim.independent == 1


def test_the_same_number_is_no_difference() -> None:
    same = item("same", [["The ferry fire injured 3 people, according to the coast guard."]])
    assert brief_of(WIRE, same).differences == ()


def test_an_empty_section_says_so_in_plain_words() -> None:
    only = item(
        "only", [[("The council opened the new bridge over the river in the north.", "main")]]
    )
    brief = brief_of(only)
    notes = {s.name: s.note for s in brief.sections}
    assert notes["What's next"] == EMPTY["What's next"]["none"]
    assert notes["What's happening"] == ""


def test_headings_and_derivation_lines_are_never_sentences() -> None:
    pair = item(
        "seed",
        [["The premier is set to host the president in a summit on trade and on security."],
         ["The summit could lead to further meetings between officials of both countries."]],
        headings={0: "What's Happening?", 1: "What's Next?"}, derivation="Source: Original Article",
    )  # fmt: skip
    brief = brief_of(pair)
    texts = " ".join(c.text for s in brief.sections for c in s.claims)
    assert "What's" not in texts
    assert "Source" not in texts
    assert brief.sources[0].derivation == "Source: Original Article"
    assert section(brief, "What's next") == [
        "The summit could lead to further meetings between officials of both countries."
    ]


def test_what_only_another_language_holds_is_quoted_in_the_original() -> None:
    ja = item(
        "ja",
        [[("港湾条約には漁業基金の設立も盛り込まれた。", "main")]],
        language="ja",
        outlet="大和日日新聞",
    )
    brief = brief_of(WIRE, ja)
    quoted = [c for s in brief.sections for c in s.claims if c.language == "ja"]
    assert [c.text for c in quoted] == ["港湾条約には漁業基金の設立も盛り込まれた。"]
    assert quoted[0].note == "only in Japanese"


def test_a_bare_quotation_and_a_dangling_pronoun_are_not_chosen() -> None:
    pair = item(
        "loose",
        [["The minister opened the harbour in the north after a long dispute over its cost."],
         ["“Nothing here will ever be the same again for any of us.”"],
         ["He also promised that the fishing fleet would be paid for its losses in full."],
         ["We need to talk about what this means for our children and their future."]],
    )  # fmt: skip
    texts = [c.text for s in brief_of(pair).sections for c in s.claims]
    assert texts == [
        "The minister opened the harbour in the north after a long dispute over its cost."
    ]


def test_gaps_name_what_is_not_answered() -> None:
    gaps = brief_of(WIRE, OTHER).gaps
    assert any("first joint patrol was not disclosed" in gap for gap in gaps)
    assert any("rest on one origin" in gap or "rests on one origin" in gap for gap in gaps)


def test_the_newest_state_leads_and_plans_gone_by_do_not() -> None:
    before = item(
        "before", [[("The premier will meet the king at the lake over the water treaty.", "main")]],
        title="Premier to meet king", published=datetime(2026, 1, 10, tzinfo=UTC),
    )  # fmt: skip
    after = item(
        "after", [[("The premier met the king at the lake and signed the water treaty.", "main")]],
        title="Premier and king sign water treaty", published=datetime(2026, 1, 13, tzinfo=UTC),
        outlet="Other Wire",
    )  # fmt: skip
    brief = brief_of(before, after)
    assert brief.sections[0].claims[0].text.startswith("The premier met the king")
    assert brief.headline.text == "Premier and king sign water treaty"


def test_as_of_leaves_out_what_came_later() -> None:
    early = dataclasses.replace(WIRE[0], published=datetime(2026, 1, 1, tzinfo=UTC)), WIRE[1]
    brief = brief_of(early, OTHER, as_of=datetime(2026, 1, 5, tzinfo=UTC))
    assert [s.report for s in brief.sources] == ["rep_wire"]
    with pytest.raises(Unsupported, match="no report"):
        brief_of(early, as_of=datetime(2025, 1, 1, tzinfo=UTC))


def test_a_superseded_version_is_not_told() -> None:
    old = item("old", [["Japan has not said whether it would lift its objections to the pact."]])
    new = item("new", [["The farm minister said that the import bans remained a hard obstacle."]])
    reports, readings = tables(old, new)
    edge = copy_of(new, old, "edited")
    brief = write_brief(story_of(old, new), reports, readings, [edge])
    texts = [c.text for s in brief.sections for c in s.claims]
    assert texts == ["The farm minister said that the import bans remained a hard obstacle."]


def test_the_order_of_reports_and_runs_changes_no_byte() -> None:
    pairs = (WIRE, COPY, OTHER)
    copies = ((COPY, WIRE),)
    one = to_json(brief_of(*pairs, copies=copies))
    assert one == to_json(brief_of(*pairs, copies=copies))
    reports, readings = tables(*reversed(pairs))
    edges = [copy_of(COPY, WIRE)]
    other = write_brief(story_of(*reversed(pairs)), reports, readings, edges)
    assert to_json(other) == one


def test_lengths() -> None:
    sizes = [
        sum(len(s.claims) for s in brief_of(WIRE, OTHER, length=length).sections)
        for length in ("gist", "short", "full")
    ]
    assert sizes == sorted(sizes)
    assert sizes[0] < sizes[2]


def test_a_report_without_a_usable_sentence_still_gets_a_brief() -> None:
    brief = brief_of(item("odd", [["Why?"]], title="What now?"))
    assert all(not s.claims for s in brief.sections)
    assert brief.headline.text


def test_a_week_counted_from_an_old_day_is_not_told() -> None:
    aged = item(
        "aged",
        [
            ["Minister Ada Berg signed the harbour treaty with Osterland."],
            ["The visit follows her four-day trip to Westmark last week, the ministry said."],
            ["The ferry fire injured three people, the coast guard said."],
        ],
        title="Berg signs harbour treaty with Osterland",
    )
    published = aged[0].published
    assert published is not None
    fresh = brief_of(aged, as_of=published + timedelta(days=1))
    assert any("last week" in text for text in section(fresh, "What's happening"))
    later = brief_of(aged, as_of=published + timedelta(days=30))
    told = [c.text for s in later.sections for c in s.claims]
    assert told
    assert not any("last week" in text for text in told)


def test_what_is_all_a_story_has_is_told_with_its_week() -> None:
    alone = item("alone", [["Berg signed the harbour treaty with Osterland last week."]])
    published = alone[0].published
    assert published is not None
    brief = brief_of(alone, as_of=published + timedelta(days=30))
    assert any("last week" in c.text for s in brief.sections for c in s.claims)
