"""Walking a folder: every file in sorted order, hidden ones left out, loops cut."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dateline.gather.item import rejected
from dateline.records import Rejected

_ABOUT = ("readme", "license", "licence")  # say what a folder is; no reporting
_DEEPEST = 64


def walk(folder: Path) -> Iterator[Path | Rejected]:
    """Yield the files below ``folder``, sorted by name level by level.

    Hidden files and folders and README and LICENSE files are left out. Linked folders are
    followed, each real folder once, so that a link to a parent ends. What can't be opened is
    rejected by name and the walk goes on.
    """
    yield from _walk(folder, set(), 0)


def _walk(folder: Path, seen: set[tuple[int, int]], depth: int) -> Iterator[Path | Rejected]:
    try:
        about = folder.stat()
        if (about.st_dev, about.st_ino) in seen:
            return
        seen.add((about.st_dev, about.st_ino))
        names = sorted(path.name for path in folder.iterdir())
    except OSError as error:
        yield rejected(str(folder), "not-permitted", f"can't be opened: {error.strerror}")
        return
    if depth > _DEEPEST:
        yield rejected(str(folder), "too-large", f"lies more than {_DEEPEST} folders deep")
        return
    for name in names:
        if name.startswith(".") or name.lower().split(".")[0] in _ABOUT:
            continue
        path = folder / name
        try:
            is_folder = path.is_dir()
        except OSError:
            is_folder = False  # opening it as a file will say why it can't be read
        if is_folder:
            yield from _walk(path, seen, depth + 1)
        else:
            yield path
