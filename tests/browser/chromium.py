"""Debian's Chromium, driven without a window: nothing is downloaded."""

from __future__ import annotations

import base64
import os
import shutil
import time
from collections.abc import Callable
from typing import TypeVar

import pytest
from selenium import webdriver
from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

T = TypeVar("T")
# The README's test command must pass where there is Python and nothing else, so a machine
# without a browser leaves these tests out; CI sets this and they fail there instead.
REQUIRED = os.environ.get("DATELINE_TEST_BROWSER") == "required"
MISSING = "these tests need Chromium: apt-get install -y chromium chromium-driver"
_SECONDS = 10.0
RETRIES = 5


class Browser:
    """A browser window of ``width`` pixels, light or dark. Close it."""

    def __init__(self, width: int = 1280, height: int = 900, *, dark: bool = False) -> None:
        options = Options()
        options.binary_location = _installed("chromium")
        for argument in ("headless=new", "no-sandbox", "disable-dev-shm-usage", "hide-scrollbars"):
            options.add_argument(f"--{argument}")
        service = Service(_installed("chromedriver"))
        self.driver = webdriver.Chrome(options=options, service=service)
        self.driver.set_page_load_timeout(60)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        self._command("Emulation.setDeviceMetricsOverride", **size)
        self._command("Emulation.setEmulatedMedia", features=[scheme])

    def __enter__(self) -> Browser:
        return self

    def __exit__(self, *_error: object) -> None:
        self.driver.quit()

    def open(self, address: str) -> None:
        """Go to a page and wait until it is there."""
        self.driver.get(address)

    def run(self, script: str, *values: object) -> object:
        """Run JavaScript in the page; ``return`` gives its value."""
        return self.driver.execute_script(script, *values)

    def click(self, selector: str) -> None:
        """Click the first element that a CSS selector finds."""
        self.driver.find_element("css selector", selector).click()

    def press(self, key: str) -> None:
        """Press a key, wherever the focus is."""
        self.driver.switch_to.active_element.send_keys(key)

    def text(self, selector: str) -> str:
        """Return the visible text of the first element found.

        A click that leads to another page comes back before that page is there: an element of
        the page before is looked for once more.
        """
        for _ in range(RETRIES):
            try:
                return str(self.driver.find_element("css selector", selector).text)
            except StaleElementReferenceException:
                time.sleep(0.2)
        return str(self.driver.find_element("css selector", selector).text)

    def colour(self, selector: str, name: str) -> tuple[int, int, int]:
        """Return a computed colour as red, green, blue, 0 to 255."""
        value = str(
            self.run(
                "return getComputedStyle(document.querySelector(arguments[0]))[arguments[1]]",
                selector,
                name,
            )
        )
        red, green, blue = value[value.index("(") + 1 : -1].split(",")[:3]
        return int(red), int(green), int(blue)

    def wait(self, condition: Callable[[], T]) -> T:
        """Wait until ``condition`` gives something true."""
        deadline = time.monotonic() + _SECONDS
        while not (found := condition()):
            assert time.monotonic() < deadline, "the page didn't get there"
            time.sleep(0.05)
        return found

    def picture(self) -> bytes:
        """Return what the window shows as PNG."""
        shot = self._command("Page.captureScreenshot", format="png")
        return base64.b64decode(shot["data"])

    def errors(self) -> list[str]:
        """Return what the browser complained of, broken content policies among it."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def _command(self, name: str, **values: object) -> dict[str, str]:
        return dict(self.driver.execute_cdp_cmd(name, values) or {})


def _installed(program: str) -> str:
    found = shutil.which(program)
    if found is None and REQUIRED:
        pytest.fail(f"{program} is missing; {MISSING}", pytrace=False)
    if found is None:
        pytest.skip(f"{program} is missing; {MISSING}")
    return found
