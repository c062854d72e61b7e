"""Make the pictures of the pages from the sample reports: ``python docs/screenshots.py``.

Needs Chromium (``apt-get install -y chromium chromium-driver fonts-noto-cjk``).
"""

from __future__ import annotations

import io
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

import dateline  # noqa: E402
from tests.browser.chromium import Browser  # noqa: E402
from tests.browser.serving import serving  # noqa: E402

IMAGES = ROOT / "docs" / "images"
LARGEST = 120_000  # bytes
COLOURS = 96  # of a page's picture: text and a few tints need no more
WINDOWS = {"light": (1280, 900, False), "dark": (390, 844, True)}
# A sentence's sources, opened: what a reader sees after one click.
OPEN = "document.querySelectorAll('.claims summary')[1].click()"
DAYS = "since=2026-01-01&until=2026-01-31"


def main() -> None:
    """Write a handful of pages, wide in light and narrow in dark."""
    samples = [str(path) for path in sorted((ROOT / "examples").iterdir()) if path.is_dir()]
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, dateline.open(f"{folder}/desk.db") as desk:
        desk.add(samples, now=datetime(2026, 2, 10, tzinfo=UTC))
        story = desk.stories(limit=1)[0].id
        pages = {
            "today": ("/", ""),
            "story": (f"/stories/{story}", OPEN),
            "relations": (f"/relations?{DAYS}", ""),
            "events": ("/events", ""),
            "map": (f"/map?{DAYS}", ""),
        }
        with serving(desk) as address:
            for look, (width, height, dark) in WINDOWS.items():
                with Browser(width, height, dark=dark) as browser:
                    browser.open(address)  # the gists are written while it is looked at
                    time.sleep(3)
                    for name, (path, script) in pages.items():
                        browser.open(address + path)
                        browser.run(script)
                        keep(f"{name}-{look}", browser.picture())


def keep(name: str, picture: bytes) -> None:
    """Write a picture with few colours; one that is too large for a repository is an error."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    small = io.BytesIO()
    image.quantize(COLOURS, dither=Image.Dither.NONE).save(small, "PNG", optimize=True)
    if len(small.getvalue()) > LARGEST:
        raise SystemExit(f"{name} has {len(small.getvalue())} bytes, more than {LARGEST}")
    (IMAGES / f"{name}.png").write_bytes(small.getvalue())
    print(f"{name}.png {len(small.getvalue())} bytes", file=sys.stderr)


if __name__ == "__main__":
    main()
