"""Joining marked mentions by their words."""

from __future__ import annotations

from dateline.events.triggers import Trigger, group_reports, join_triggers

REPORTS = {
    "a": "Kenya acquired the lake ferry company on Monday after months of bargaining in Mombasa.",
    "b": "The acquisition of the lake ferry company by Kenya ended months of bargaining.",
    "c": "A chess master from Lima acquired an old library and gave it to the university.",
}


def _trigger(id: str, lemma: str, report: str) -> Trigger:
    return Trigger(id=id, lemma=lemma, sentence=REPORTS[report], report=report)


def test_kin_words_join_within_alike_reports_only() -> None:
    found = join_triggers(
        [
            _trigger("1", "acquire", "a"),
            _trigger("2", "acquisition", "b"),
            _trigger("3", "acquire", "c"),
        ],
        REPORTS,
    )
    assert found["1"] == found["2"]
    assert found["1"] != found["3"]


def test_reports_are_grouped_by_their_words() -> None:
    group = group_reports(REPORTS)
    assert group["a"] == group["b"] != group["c"]
