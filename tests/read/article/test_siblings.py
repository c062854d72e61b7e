"""Paragraphs that look like the article's come back; others don't."""

from dateline.read.article.siblings import alike
from dateline.read.article.tree import parse, runs
from tests.read.article.items import PARAGRAPHS


def texts(markup: str, chosen: int) -> list[str]:
    """Return what is found when the first ``chosen`` runs are the article."""
    everything = runs(parse(f"<html><body>{markup}</body></html>", "page"))
    taken = frozenset(run.key for run in everything[:chosen])
    return [everything[index].text for index in alike(everything, range(chosen), taken)]


def part(*paragraphs: str, css: str = "text block-1") -> str:
    inner = "".join(f'<p class="{css}{n}">{one}</p>' for n, one in enumerate(paragraphs))
    return f'<div class="story">{inner}</div>'


LATER = "The patrol boats were painted white overnight, so that both flags would show on them."


def test_the_second_container_and_its_heading() -> None:
    second = f'<div class="story"><h2>Two flags</h2><p class="text block-9">{LATER}</p></div>'
    assert texts(part(*PARAGRAPHS) + second, 3) == ["Two flags", LATER]


def test_the_same_look_in_a_teaser_is_left() -> None:
    teaser = f'<div class="related-stories">{part(LATER)}</div>'
    assert texts(part(*PARAGRAPHS) + teaser, 3) == []


def test_another_look_is_left() -> None:
    assert texts(part(*PARAGRAPHS) + part(LATER, css="legal ").replace("story", "foot"), 3) == []


def test_a_heading_without_prose_after_it_is_left() -> None:
    assert texts(part(*PARAGRAPHS) + '<div class="story"><h2>More soon</h2></div>', 3) == []


def test_two_paragraphs_are_no_pattern() -> None:
    assert texts(part(*PARAGRAPHS[:2]) + part(LATER), 2) == []
