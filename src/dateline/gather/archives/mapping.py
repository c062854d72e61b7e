"""A small declaration of where in somebody's JSON our fields are.

A TOML (or JSON) file::

    [fields]                          # ours = path in theirs
    text = "article.paragraphs.*"     # every element, each a paragraph
    title = "article.head"
    published = "stamp"
    url = "links.0.href"

    [dates]
    format = "%d.%m.%Y %H:%M"         # or iso (the default), unix, unix-ms
    zone = "Europe/Berlin"            # where a time states no offset

    [constants]                       # the same for every line
    outlet = "Meridian Wire"
    language = "en"
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping as Dict
from datetime import UTC, datetime
from pathlib import Path

from dateline.errors import ConfigError, ReadError
from dateline.gather.archives.entry import Entry
from dateline.gather.dates import known_zone
from dateline.records import record

FIELDS = frozenset({
    "text", "html", "id", "title", "outlet", "country", "language", "authors", "published",
    "updated", "zone", "url", "section",
})  # fmt: skip
TIMES = ("published", "updated")


@record
class Mapping:
    """``fields`` and ``constants`` by our names; ``form`` and ``zone`` of times."""

    fields: tuple[tuple[str, str], ...]
    constants: tuple[tuple[str, str], ...] = ()
    form: str = "iso"
    zone: str | None = None


def load_mapping(path: Path) -> Mapping:
    """Read a mapping. Raises ConfigError saying which of its keys is wrong."""
    try:
        written = path.read_text(encoding="utf-8")
        plain = json.loads(written) if path.suffix == ".json" else tomllib.loads(written)
    except (OSError, ValueError) as error:
        raise ConfigError(f"the mapping {path} can't be read: {error}") from None
    if not isinstance(plain, dict):
        raise ConfigError(f"the mapping {path} is not a table")
    unknown = sorted(plain.keys() - {"fields", "dates", "constants"})
    if unknown:
        raise ConfigError(f"{path}: no part is called {unknown[0]!r}: fields, dates, constants")
    fields, constants = _names(plain, "fields", path), _names(plain, "constants", path)
    dates = _names(plain, "dates", path, frozenset({"format", "zone"}))
    if not {"text", "html"} & fields.keys():
        raise ConfigError(f"{path}: [fields] says neither where the text nor where the html is")
    zone = dates.get("zone")
    if zone is not None and known_zone(zone) is None:
        raise ConfigError(f"{path}: {zone!r} is no IANA time zone")
    return Mapping(
        fields=tuple(fields.items()),
        constants=tuple(constants.items()),
        form=dates.get("format", "iso"),
        zone=zone,
    )


def _names(
    plain: Dict[str, object], part: str, path: Path, known: frozenset[str] = FIELDS
) -> dict[str, str]:
    table = plain.get(part, {})
    if not isinstance(table, dict):
        raise ConfigError(f"{path}: {part} is not a table")
    for name, value in table.items():
        if name not in known:
            raise ConfigError(f"{path}: {part}.{name} is not one of {', '.join(sorted(known))}")
        if not isinstance(value, str):
            raise ConfigError(f"{path}: {part}.{name} is not a string")
    return table


def mapped(value: Dict[str, object], mapping: Mapping, name: str) -> Entry:
    """Read one object by a mapping. Raises ReadError where its text is not where it should be,
    or a time is not in the form that it should have.
    """
    paths = dict(mapping.fields)
    facts: dict[str, object] = dict(mapping.constants)
    for field, path in paths.items():
        found = _at(value, path.split("."))
        if field in TIMES and found is not None:
            found = _time(found, mapping, f"{field} ({path})", name)
        if found is not None:
            facts[field] = found
    text, html = _joined(facts.pop("text", None)), _joined(facts.pop("html", None))
    if not text and not html:
        where = " or ".join(repr(paths[field]) for field in ("text", "html") if field in paths)
        raise ReadError(name, f"has no text at {where}")
    if mapping.zone is not None:
        facts.setdefault("zone", mapping.zone)
    return Entry(facts=facts, text=text, html=html)


def _at(value: object, path: list[str]) -> object:
    """Return what stands at a path: keys, numbers of list elements, and ``*`` for all of them."""
    for depth, step in enumerate(path):
        if isinstance(value, list) and step == "*":
            found = [_at(element, path[depth + 1 :]) for element in value]
            return [element for element in found if element is not None]
        if isinstance(value, list) and step.lstrip("-").isdigit():
            number = int(step)
            value = value[number] if -len(value) <= number < len(value) else None
        else:
            value = value.get(step) if isinstance(value, dict) else None
    return value


def _joined(value: object) -> str:
    parts = value if isinstance(value, list) else [value]
    return "\n\n".join(part for part in parts if isinstance(part, str) and part.strip())


def _time(value: object, mapping: Mapping, field: str, name: str) -> object:
    try:
        if mapping.form in ("unix", "unix-ms"):
            seconds = float(str(value)) / (1000 if mapping.form == "unix-ms" else 1)
            return datetime.fromtimestamp(seconds, UTC).isoformat()
        if mapping.form != "iso":
            return datetime.strptime(str(value).strip(), mapping.form).isoformat()  # noqa: DTZ007
    except (ValueError, OverflowError, OSError):
        reason = f"{field} is {str(value)[:40]!r}, not in the form {mapping.form!r}"
        raise ReadError(name, reason) from None
    return value
