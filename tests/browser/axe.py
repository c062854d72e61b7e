"""axe-core in a page: what keeps people with a screen reader or a keyboard out."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from tests.browser.chromium import Browser

SERIOUS = ("serious", "critical")
_RUN = """
const done = arguments[arguments.length - 1];
axe.run(document, {resultTypes: ["violations"]}).then(
  (found) => done(found.violations), (error) => done([{id: String(error), impact: "critical"}]));
"""


def violations(browser: Browser) -> list[str]:
    """Return the serious violations of the page that is open, one line each."""
    script = (files("axe_core_python") / "axe.min.js").read_text(encoding="utf-8")
    browser.driver.execute_cdp_cmd("Runtime.evaluate", {"expression": script})
    browser.driver.set_script_timeout(60)
    found: list[dict[str, Any]] = browser.driver.execute_async_script(_RUN)
    return [
        f"{one['id']}: {node['html'][:200]} {node.get('failureSummary', '')}"
        for one in found
        if one["impact"] in SERIOUS
        for node in one.get("nodes", [{"html": ""}])
    ]
