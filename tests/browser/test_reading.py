"""The main path in a real browser: from today's list to the sentence in its report."""

from __future__ import annotations

import pytest

from tests.browser.chromium import Browser
from tests.browser.conftest import Served

pytestmark = pytest.mark.slow


def test_from_today_to_the_sentence_in_its_report(server: str) -> None:
    with Browser() as browser:
        browser.open(server)
        title = browser.text(".stories h2")
        browser.click(".stories h2 a")
        assert browser.text("h1") == title
        assert browser.text("#beside mark, #beside .note")
        browser.click(".claims summary")
        words = browser.text("#beside mark")  # beside the sentence, not below it
        assert words
        assert not browser.text(".claims details figure mark")
        browser.click("#beside .to-report")
        assert browser.text("#cited") in words
        assert browser.driver.current_url.endswith("#cited")
        red, green, blue = browser.colour("#cited", "backgroundColor")
        assert blue < min(red, green)  # marked in yellow
        place = browser.run("return document.querySelector('#cited').getBoundingClientRect().top")
        assert 0 <= float(str(place)) < 900
        assert browser.errors() == []


def test_the_keys_move_search_and_help(server: str) -> None:
    with Browser() as browser:
        browser.open(server)
        focused = "return document.activeElement.textContent"
        browser.press("j")
        first = browser.run(focused)
        browser.press("j")
        assert browser.run(focused) != first
        browser.press("k")
        assert browser.run(focused) == first == browser.text(".stories h2")
        browser.press("?")
        assert browser.run("return document.querySelector('#help').open")
        browser.click("#help button")
        browser.press("/")
        assert browser.run("return document.activeElement.id") == "quick"
        browser.press("j")  # now it is a letter
        assert browser.run("return document.activeElement.value") == "j"


def test_on_a_narrow_window_sources_open_below_the_sentence(server: str) -> None:
    with Browser(800, 900) as browser:
        browser.open(server)
        browser.click(".stories h2 a")
        browser.click(".claims summary")
        assert browser.text(".claims details figure mark")
        assert not browser.run("return document.querySelector('#beside').offsetParent")


def test_it_reads_the_same_without_javascript(server: str) -> None:
    with Browser() as browser:
        browser.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
        browser.open(server)
        browser.click(".stories h2 a")
        browser.click(".claims summary")
        assert browser.text(".claims details figure mark")
        browser.click(".claims details .to-report")
        assert browser.text("#cited")


def test_dark_is_dark_and_light_is_light(server: str) -> None:
    for dark in (True, False):
        with Browser(dark=dark) as browser:
            browser.open(server)
            paper, ink = browser.colour("body", "backgroundColor"), browser.colour("body", "color")
            assert (sum(paper) < 150) is dark
            assert contrast(paper, ink) >= 7
            for selector in (".meta", ".brand", ".stories h2 a", "footer a", ".tags a"):
                found = contrast(paper, browser.colour(selector, "color"))
                assert found >= 4.5, (selector, dark, found)


def test_nothing_is_wider_than_a_phone(served: Served) -> None:
    with Browser(390, 844, dark=True) as browser:
        for name, path in served.pages().items():
            browser.open(served.address + path)
            browser.run("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
            assert browser.run("return document.documentElement.scrollWidth") == 390, name


def contrast(one: tuple[int, int, int], two: tuple[int, int, int]) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    lighter, darker = sorted((_luminance(one), _luminance(two)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: tuple[int, int, int]) -> float:
    parts = [part / 255 for part in colour]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
