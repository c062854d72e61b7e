"""The catalogues say the same things, in three languages."""

import re

import pytest

from dateline.serve.web.words import LANGUAGES, catalogue, choose
from tests.serve.web.conftest import Client

HOLE = re.compile(r"\{(\w+)\}")


@pytest.mark.parametrize("language", [name for name in LANGUAGES if name != "en"])
def test_a_catalogue_has_every_key_with_the_same_holes(language: str) -> None:
    english, other = catalogue("en"), catalogue(language)
    plural = {key for key in english if key.endswith(".one")}
    assert set(english) - plural == set(other)
    for key, words in other.items():
        assert set(HOLE.findall(words)) == set(HOLE.findall(english[key])), key


@pytest.mark.parametrize(
    ("asked", "accept", "language"),
    [
        (None, "", "en"),
        ("ko", "ja", "ko"),
        ("xx", "ja;q=0.9, en;q=0.8", "ja"),
        (None, "fr, ko-KR;q=0.5", "ko"),
        (None, "ja;q=0, en", "en"),
        (None, "ja;q=nonsense", "en"),
        (None, "," * 10_000, "en"),
    ],
)
def test_the_language_is_chosen(asked: str | None, accept: str, language: str) -> None:
    assert choose(asked, accept) == language


def test_pages_speak_it_and_links_keep_it(web: Client, stories: dict[str, str]) -> None:
    by_browser = web.get("/", headers={"Accept-Language": "ja"}).text
    assert '<html lang="ja">' in by_browser
    assert "2026年1月12日" in by_browser
    story = web.get(f"/stories/{stories['Nara']}?ui=ko").text
    assert "무슨 일인가" in story
    assert 'href="/sources?ui=ko"' in story
    assert "#cited" in story
    assert not [
        link for link in re.findall(r'href="(/reports/[^"]*)"', story) if "ui=ko" not in link
    ]
