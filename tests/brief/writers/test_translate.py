from __future__ import annotations

from collections.abc import Sequence

from dateline.brief import write_brief
from dateline.brief.writers import translate
from dateline.errors import EngineError
from dateline.records import Brief, Claim
from tests.brief.helpers import item, story_of, tables

HOME = item("home", [["Minister Ada Berg signed the harbour treaty with Osterland on Monday."]],
            title="Berg signs harbour treaty")  # fmt: skip
AWAY = item("away", [["港の倉庫では火災が起き、消防によると作業員15人が避難した。"]], language="ja",
            title="港で火災")  # fmt: skip


class Translator:
    name = "tiny"

    def __init__(self, answer: str | EngineError) -> None:
        self.answer = answer
        self.seen: list[str] = []

    def write(self, facts: Sequence[str]) -> dict[int, str]:
        self.seen = list(facts)
        if isinstance(self.answer, EngineError):
            raise self.answer
        return dict.fromkeys(range(len(facts)), self.answer)


def brief() -> Brief:
    reports, readings = tables(HOME, AWAY)
    return write_brief(story_of(HOME, AWAY), reports, readings, [])


def quoted(brief: Brief) -> list[Claim]:
    return [c for s in brief.sections for c in s.claims if c.language == "ja"]


def test_a_fact_told_only_in_japanese_is_quoted_with_its_language() -> None:
    (claim,) = quoted(brief())
    assert claim.text.startswith("港の倉庫")
    assert claim.note == "only in Japanese"


def test_a_translation_stands_beside_the_original_marked_as_such() -> None:
    translator = Translator("A harbour warehouse burned and 15 workers got out, firefighters say.")
    made = translate(brief(), translator)
    (claim,) = quoted(made)
    assert claim.text == quoted(brief())[0].text
    assert claim.note == (
        "only in Japanese; machine translation by tiny, not checked: A harbour warehouse burned "
        "and 15 workers got out, firefighters say."
    )
    assert translator.seen == [claim.text]
    assert made.made.engine == "extract; translator tiny: 1 of 1 sentences"
    assert made.id != brief().id


def test_a_translation_with_other_figures_or_without_end_is_left_out() -> None:
    for answer in ("The fire drove out 51 workers.", "fire " * 200):
        assert quoted(translate(brief(), Translator(answer))) == quoted(brief())


def test_a_translator_that_fails_changes_no_claim() -> None:
    made = translate(brief(), Translator(EngineError("tiny", "took too long", kind="timeout")))
    assert made.sections == brief().sections
    assert made.made.engine == "extract; translator tiny failed: timeout"
