"""Where the packaged sample reports are: written for this project, none is news."""

from __future__ import annotations

from pathlib import Path

from dateline.errors import NotFound


def samples() -> Path:
    """Return the folder of sample reports: in the package, or beside it in a checkout.

    Raises NotFound where an installation lacks them.
    """
    package = Path(__file__).parent
    for folder in (package / "examples", package.parent.parent / "examples"):
        if (folder / "README.md").is_file():
            return folder
    raise NotFound("this installation holds no sample reports")
