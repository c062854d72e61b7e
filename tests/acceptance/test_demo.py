"""What the demo promises: the packaged samples, read as a user reads them."""

import json
import re
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

import dateline
from dateline import Desk
from dateline.records import Brief
from dateline.serve.export import export_desk

AS_OF = "2026-02-10T23:59:59+00:00"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Any:
    examples = Path(__file__).parent.parent.parent / "examples"
    folder = tmp_path_factory.mktemp("demo")
    with dateline.open(str(folder / "demo.db")) as desk:
        added = desk.add(
            [str(path) for path in sorted(examples.iterdir()) if path.is_dir()],
            now=datetime.fromisoformat(AS_OF),
        )
        assert added.rejected == ()
        yield desk


def sample_of(desk: Desk, report: str) -> str:
    """The sample file a report was read from, as folder/name."""
    item = desk.store.fetched(desk.store.report(report).fetched)
    return "/".join(Path(item.name).parts[-2:])


def outlet_stories(desk: Desk) -> dict[str, str]:
    """Story id by the name of the sample file."""
    found = {}
    for id in desk.store.report_ids():
        story = desk.store.story_of(id)
        if story is None:
            later = desk.store.versions(desk.store.report(id).key)[-1]
            assert later.id != id, "only a superseded version is in no story"
            story = desk.store.story_of(later.id)
        found[sample_of(desk, id)] = str(story)
    return found


def test_the_four_languages_reports_of_the_summit_are_one_story(desk: Desk) -> None:
    stories = outlet_stories(desk)
    previews = {stories[name] for name in stories if "nara/" in name and "preview" in name}
    assert len(previews) == 1
    languages = {r.language for r in desk.store.reports(desk.store.report_ids())}
    assert languages == {"en", "ja", "ko", "zh"}


def test_unrelated_stories_stay_apart(desk: Desk) -> None:
    stories = outlet_stories(desk)
    by_folder = {
        folder: {story for name, story in stories.items() if name.startswith(folder)}
        for folder in ("nara", "quake", "power")
    }
    assert len(by_folder["quake"]) == 1
    assert len(by_folder["power"]) == 1
    assert not by_folder["nara"] & by_folder["quake"]
    assert not by_folder["nara"] & by_folder["power"]
    assert not by_folder["quake"] & by_folder["power"]


def summit(desk: Desk) -> Brief:
    stories = outlet_stories(desk)
    return desk.brief(stories["nara/01-meridian-wire-preview.md"])


def test_copies_do_not_count_as_independent(desk: Desk) -> None:
    brief = summit(desk)
    relation = {
        sample_of(desk, source.report).removeprefix("nara/"): source.relation
        for source in brief.sources
    }
    assert relation["01-meridian-wire-preview.md"] == "origin"
    assert relation["02-harbour-post-copy.md"] == "verbatim"
    assert relation["03-valley-tribune-trimmed.md"] == "trimmed"
    assert relation["04-insight-daily-rewrite.txt"] == "rewritten"
    assert relation["07-yamato-nichinichi-preview-ja.md"] == "origin"
    versions = {"05-pacific-ledger-preview.html", "06-pacific-ledger-edited.html"} & set(relation)
    assert len(versions) == 1, "an edited report appears once"
    shown = {source.report for source in brief.sources}
    derived = [source for source in brief.sources if source.of in shown]
    assert len(derived) == 3
    assert brief.independent == len(brief.sources) - len(derived)
    assert brief.independent <= brief.reports - 3


def test_the_differing_detail_is_shown_with_both_sources(desk: Desk) -> None:
    brief = summit(desk)
    shown = [
        desk.store.report(span.report).quote(span)
        for difference in brief.differences
        for version in difference.versions
        for span in version.spans
    ]
    claimed = [claim.text for section in brief.sections for claim in section.claims]
    everything = " ".join(shown + claimed)
    assert "80" in everything
    assert "120" in everything


def test_every_claim_opens_the_sentence_it_came_from(desk: Desk) -> None:
    for line in desk.stories():
        brief = desk.brief(line.id)
        assert [section.name for section in brief.sections] == [
            "What's happening",
            "Why it's important",
            "What's next",
            "Beyond the headlines",
        ]
        for section in brief.sections:
            for claim in section.claims:
                assert claim.spans
                if claim.agreement == "computed":
                    continue  # worded over several sentences; tests of the brief hold it to them
                span = claim.spans[0]
                opened = desk.show(f"{span.report}:{span.start}-{span.end}")
                source = opened.text
                for edit in sorted(claim.edits, key=lambda edit: -edit.start):
                    assert source[edit.start : edit.end] == edit.before
                    source = source[: edit.start] + edit.after + source[edit.end :]
                assert source == claim.text


def test_no_sentence_is_a_heading_or_a_statement_of_derivation(desk: Desk) -> None:
    brief = summit(desk)
    texts = [claim.text for section in brief.sections for claim in section.claims]
    assert texts
    assert not [
        text for text in texts if re.match(r"(Source:|Why Now|What Is on|A Heavy Past)", text)
    ]
    derived = [source.derivation for source in brief.sources if source.derivation]
    assert any("Original Article" in text for text in derived)


def test_an_undated_report_gets_no_invented_date(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "undated.txt"
    file.write_text(
        "Ports reopen\n\nThe ports of the island reopened on Tuesday after a strike of nine days, "
        "the harbour authority said. Ferries will run again on Thursday.\n",
        encoding="utf-8",
    )
    with dateline.open(":memory:") as other:
        added = other.add([str(file)])
        (story,) = added.stories
        brief = other.brief(story)
        (source,) = brief.sources
        assert source.published is None
        text = json.dumps([claim.text for section in brief.sections for claim in section.claims])
        assert "Tuesday" in text
        assert not re.search(r"20\d\d", text)


def document(desk: Desk) -> dict[str, Any]:
    return export_desk(desk, as_of=datetime.fromisoformat(AS_OF))


def test_the_planned_summit_is_met_and_the_supply_plan_is_overdue(desk: Desk) -> None:
    expectations = document(desk)["expectations"]
    (summit,) = [e for e in expectations if "is set to host" in e["statement"]]
    assert summit["due"] == ["2026-01-13", "2026-01-13"]
    assert summit["settled"] == "met"
    followup = desk.store.report(summit["settled_by"][0])
    assert followup.published is not None
    assert f"{followup.published:%Y-%m-%d}" == "2026-01-13"
    plan = [e for e in expectations if "joint plan on chip" in e["statement"]]
    assert [(e["due"][1], e["settled"]) for e in plan] == [("2026-01-31", "overdue")]


def test_the_ledger_counts_the_summit_once_and_sees_no_attack(desk: Desk) -> None:
    events = document(desk)["events"]
    pairs = [
        e
        for e in events
        if e["type"] == "CONSULT" and {e["source"], e["target"]} == {"JPNGOV", "KORGOV"}
    ]
    assert [(e["status"], e["date"]) for e in pairs] == [("happened", ["2026-01-13", "2026-01-13"])]
    assert len(pairs[0]["reports"]) >= 10
    china = [e for e in events if (e["source"], e["target"]) == ("KORGOV", "CHNGOV")]
    assert china
    assert all(e["status"] == "happened" and e["date"][1] <= "2026-01-11" for e in china)
    assert not [e for e in events if e["type"] == "ASSAULT"]


def test_the_brief_draws_on_the_desks_own_record(desk: Desk) -> None:
    stories = outlet_stories(desk)
    brief = desk.brief(
        stories["nara/01-meridian-wire-preview.md"], as_of=datetime.fromisoformat(AS_OF)
    )
    computed = [
        claim
        for section in brief.sections
        for claim in section.claims
        if claim.agreement == "computed"
    ]
    assert computed
    assert all(claim.spans and claim.writer == "record" for claim in computed)
    assert any("January 31" in claim.text or "31 January" in claim.text for claim in computed)
    assert {claim.agreement for section in brief.sections for claim in section.claims} >= {
        "single",
        "contested",
        "corroborated",
    }
