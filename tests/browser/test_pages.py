"""Every page in a real browser: open to all, quiet, and its main path works with a click."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from dateline.records import Visit
from tests.browser.axe import violations
from tests.browser.chromium import Browser
from tests.browser.conftest import Served
from tests.browser.serving import serving

pytestmark = pytest.mark.slow

LISTED = "return document.querySelector('.lines')?.textContent"
NEW = "return document.querySelectorAll('.badge.new').length"
BADGE = "return document.querySelector('tbody .badge')?.textContent"
LOADED = "return performance.getEntriesByType('resource').map((entry) => entry.name)"


@pytest.mark.parametrize(
    ("width", "dark"), [(1280, False), (1280, True), (390, False), (390, True)]
)
def test_no_page_has_a_serious_violation(served: Served, width: int, dark: bool) -> None:
    with Browser(width, 900, dark=dark) as browser:
        for name, path in served.pages().items():
            browser.open(served.address + path)
            if name == "story":
                browser.run(
                    "document.querySelectorAll('details').forEach((d) => { d.open = true; })"
                )
            assert violations(browser) == [], name


def test_the_interface_is_accessible_in_its_other_languages(served: Served) -> None:
    with Browser() as browser:
        for name, path in served.pages().items():
            sign = "&" if "?" in path else "?"
            for language in ("ja", "ko"):
                browser.open(f"{served.address}{path}{sign}ui={language}")
                assert browser.run("return document.documentElement.lang") == language
                assert violations(browser) == [], (name, language)


def test_pages_load_nothing_from_elsewhere_and_break_no_policy(served: Served) -> None:
    with Browser() as browser:
        for name, path in served.pages().items():
            browser.open(served.address + path)
            loaded = browser.run(LOADED)
            assert isinstance(loaded, list)
            assert all(str(address).startswith(served.address) for address in loaded), name
            assert [line for line in browser.errors() if "404" not in line] == [], name


def test_a_bar_of_a_chart_opens_its_events(served: Served) -> None:
    with Browser() as browser:
        browser.open(served.address + "/relations/JPN/with/KOR")
        bar = "document.querySelector('.drawn a[href*=quad]')"
        label = str(browser.run(f"return {bar}.getAttribute('aria-label')"))
        browser.run(f"{bar}.dispatchEvent(new MouseEvent('click', {{bubbles: true}}))")
        browser.wait(lambda: "/events?" in browser.driver.current_url)
        rows = browser.run("return document.querySelectorAll('tbody tr').length")
        assert label.endswith(f", {rows}")


def test_an_event_leads_to_its_sentence(served: Served) -> None:
    with Browser() as browser:
        browser.open(served.address + "/events?actor=JPN&with=KOR")
        browser.click("tbody tr td:nth-child(2) a")
        words = browser.text("mark")
        browser.click(".to-report")
        assert browser.text("#cited") in words


def test_filters_and_pages_work_without_javascript(served: Served) -> None:
    with Browser() as browser:
        browser.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
        browser.open(served.address + "/events")
        browser.driver.find_element("css selector", "#actor").send_keys("Kenya")
        browser.click(".filters button")
        assert "actor=Kenya" in browser.driver.current_url
        assert "Kenya" in browser.text("tbody")
        browser.open(served.address + "/relations")
        browser.driver.find_element("css selector", "#a").send_keys("Japan")
        browser.driver.find_element("css selector", "#b").send_keys("South Korea")
        browser.click(".filters button")
        browser.wait(lambda: browser.text("h1") == "Japan – South Korea")


def test_a_feed_is_paused_and_resumed(served: Served) -> None:
    with Browser() as browser:
        browser.open(served.address + "/sources")
        for badge in ("paused", "not read yet"):
            browser.click(".changes button")
            browser.wait(lambda badge=badge: browser.run(BADGE) == badge)
        assert browser.text(".done")


def test_a_watchlist_is_made_in_the_browser(served: Served) -> None:
    with Browser() as browser:
        browser.open(served.address + "/watch")
        browser.click("summary")
        browser.driver.find_element("css selector", "#name").send_keys("Horn")
        browser.driver.find_element("css selector", "#actors").send_keys("Kenya, Ethiopia")
        browser.click("form.filters button")
        browser.wait(lambda: "Horn" in str(browser.run(LISTED)))
    assert served.desk.watchlist("Horn").actors == ("KEN", "ETH")


def test_what_is_seen_is_not_new(served: Served) -> None:
    last = Visit(reader="local", at=datetime(2026, 2, 1, tzinfo=UTC))
    with served.desk.store.transaction() as transaction:
        transaction.put(last)
    with serving(served.desk) as address, Browser() as browser:  # a server that knows no reader
        browser.open(address)
        assert "New since" in browser.text(".since")
        assert browser.text(".badge.new") == "12 new"
        browser.click(".since button")
        browser.wait(lambda: browser.run(NEW) == 0)
