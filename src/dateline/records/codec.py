"""Records to JSON and back: one generic codec, so that a new record needs no code here."""

from __future__ import annotations

import base64
import dataclasses
import functools
import json
import types
import typing
from datetime import UTC, date, datetime
from typing import Any, TypeVar

T = TypeVar("T")


def to_plain(value: Any) -> Any:
    """Turn a record into dicts, lists and scalars that JSON knows.

    Times become ISO 8601 in UTC with a ``Z``; bytes become base64. Fields that stand at their
    default are left out, which keeps stored records small and old ones readable.
    """
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    if isinstance(value, tuple | list):
        return [to_plain(item) for item in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            name: to_plain(item)
            for name, default in _fields(type(value))
            if (item := getattr(value, name)) != default
        }
    raise TypeError(f"no JSON form for {type(value).__name__}")


def to_json(value: Any) -> str:
    """Encode a record as compact JSON with sorted keys: equal records give equal bytes."""
    return json.dumps(
        to_plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )


def from_json(kind: type[T], text: str | bytes) -> T:
    """Decode a record of type ``kind``. Raises ValueError when the text is not one."""
    return from_plain(kind, json.loads(text))


def from_plain(kind: type[T], value: Any) -> T:
    """Build a record of type ``kind`` from what :func:`to_plain` gave.

    Raises ValueError when a field is missing or unknown.
    """
    try:
        return typing.cast(T, _build(kind, value))
    except (TypeError, KeyError) as error:
        raise ValueError(f"not a {kind.__name__}: {error}") from error


_MISSING = object()


@functools.cache
def _fields(kind: type) -> tuple[tuple[str, Any], ...]:
    return tuple(
        (field.name, _MISSING if field.default is dataclasses.MISSING else field.default)
        for field in dataclasses.fields(kind)
    )


@functools.cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _build(kind: Any, value: Any) -> Any:
    origin = typing.get_origin(kind)
    if origin is typing.Literal:
        return value
    if origin in (typing.Union, types.UnionType):
        if value is None:
            return None
        (inner,) = [part for part in typing.get_args(kind) if part is not type(None)]
        return _build(inner, value)
    if origin is tuple:
        parts = typing.get_args(kind)
        if len(parts) == 2 and parts[1] is Ellipsis:
            return tuple(_build(parts[0], item) for item in value)
        return tuple(_build(part, item) for part, item in zip(parts, value, strict=True))
    if kind is datetime:
        return datetime.fromisoformat(value)
    if kind is date:
        return date.fromisoformat(value)
    if kind is bytes:
        return base64.b64decode(value)
    if kind is float:
        return float(value)
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        hints = _hints(kind)
        return kind(**{name: _build(hints[name], item) for name, item in value.items()})
    return value
