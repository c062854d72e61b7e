"""Make the pictures of the pages from the sample reports: ``python docs/screenshots.py``.

Needs Chromium (``apt-get install -y chromium chromium-driver fonts-noto-cjk``).
"""

from __future__ import annotations

import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

import dateline  # noqa: E402
from tests.browser.chromium import Browser  # noqa: E402
from tests.browser.serving import serving  # noqa: E402

IMAGES = ROOT / "docs" / "images"
LARGEST = 200_000  # bytes
WINDOWS = {"light": (1280, 900, False), "dark": (390, 844, True)}
# The second claim's sources, opened: what a reader sees after one click.
OPEN = "document.querySelectorAll('.claims details')[1].open = true"


def main() -> None:
    """Write today's list and a story, wide in light and narrow in dark."""
    samples = [str(path) for path in sorted((ROOT / "examples").iterdir()) if path.is_dir()]
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, dateline.open(f"{folder}/desk.db") as desk:
        desk.add(samples, now=datetime(2026, 2, 10, tzinfo=UTC))
        with serving(desk) as address:
            for look, (width, height, dark) in WINDOWS.items():
                with Browser(width, height, dark=dark) as browser:
                    browser.open(address)
                    keep(f"today-{look}", browser.picture())
                    browser.click(".stories h2 a")
                    browser.run(OPEN)
                    keep(f"story-{look}", browser.picture())


def keep(name: str, picture: bytes) -> None:
    """Write a picture; one that is too large for a repository is an error."""
    if len(picture) > LARGEST:
        raise SystemExit(f"{name} has {len(picture)} bytes, more than {LARGEST}")
    (IMAGES / f"{name}.png").write_bytes(picture)
    print(f"{name}.png {len(picture)} bytes", file=sys.stderr)


if __name__ == "__main__":
    main()
