"""Reading the data files: tab-separated tables with a header, and cells of names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from dateline.errors import ConfigError
from dateline.records import Name

DATA = Path(__file__).with_name("data")
NAME_KINDS = frozenset(
    {"name", "official", "short", "adjective", "people", "metonym", "surname", "abbreviation"}
)
_LANGUAGE = re.compile(r"[a-z]{2,3}")


def rows(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield each row of a table as (place, cells); ``place`` names file and line for errors.

    A line that starts with ``#`` is a comment; cells left off at a line's end are empty.
    Raises ConfigError when the file can't be read or its header lacks one of ``columns``.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: can't be read as UTF-8 text ({error})") from error
    numbered = [(n, line) for n, line in enumerate(lines, 1) if line and not line.startswith("#")]
    if not numbered:
        raise ConfigError(f"{path}: empty; expected a header with {', '.join(columns)}")
    header = numbered[0][1].split("\t")
    missing = [column for column in columns if column not in header]
    if missing:
        raise ConfigError(f"{path}: the header lacks {', '.join(missing)}")
    for number, line in numbered[1:]:
        cells = line.split("\t")
        if len(cells) > len(header):
            raise ConfigError(f"{path}:{number}: {len(cells)} cells under {len(header)} headings")
        cells += [""] * (len(header) - len(cells))
        yield f"{path}:{number}", dict(zip(header, cells, strict=True))


def parse_names(cell: str, place: str) -> tuple[Name, ...]:
    """Read ``en:Japan|State of Japan; en/adjective:Japanese; ja:日本`` into names.

    A part is a language (ISO 639), after a slash the kind of name (*name* unless told), a
    colon, and the names with ``|`` between them. Raises ConfigError naming ``place``.
    """
    names = []
    for part in cell.split(";"):
        part = part.strip()
        if not part:
            continue
        label, colon, texts = part.partition(":")
        language, _, kind = label.strip().partition("/")
        kind = kind or "name"
        if not colon or not _LANGUAGE.fullmatch(language) or kind not in NAME_KINDS:
            raise ConfigError(f"{place}: {part!r} is not of the form en:Name or en/kind:Name")
        for text in texts.split("|"):
            if text.strip():
                names.append(Name(text=text.strip(), language=language, kind=kind))
    return tuple(names)


def format_names(names: tuple[Name, ...]) -> str:
    """Write names as a cell that :func:`parse_names` reads back, in their order."""
    parts: dict[str, list[str]] = {}
    for name in names:
        label = name.language if name.kind == "name" else f"{name.language}/{name.kind}"
        texts = parts.setdefault(label, [])
        if name.text not in texts:
            texts.append(name.text)
    return "; ".join(f"{label}:{'|'.join(texts)}" for label, texts in parts.items())


def parse_day(cell: str, place: str) -> date | None:
    """Read an ISO day (time of day after ``T`` is dropped); None when the cell is empty."""
    if not cell.strip():
        return None
    try:
        return date.fromisoformat(cell.strip().partition("T")[0])
    except ValueError as error:
        raise ConfigError(f"{place}: {cell!r} is not a day like 2025-10-21") from error
