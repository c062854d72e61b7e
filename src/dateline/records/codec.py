"""Records to JSON and back: one generic codec, so that a new record needs no code here."""

from __future__ import annotations

import base64
import dataclasses
import functools
import json
import types
import typing
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any, TypeVar

T = TypeVar("T")


def to_plain(value: Any) -> Any:
    """Turn a record into dicts, lists and scalars that JSON knows.

    Times become ISO 8601 in UTC with a ``Z``; bytes become base64. Fields that stand at their
    default are left out, which keeps stored records small and old ones readable.
    """
    flatten = _flattener(typing.cast(Any, type(value)))
    return value if flatten is None else flatten(value)


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
        return typing.cast(T, (_builder(typing.cast(Any, kind)) or _same)(value))
    except (TypeError, KeyError) as error:
        raise ValueError(f"not a {kind.__name__}: {error}") from error


_MISSING = object()


@functools.cache
def _flattener(kind: type) -> Callable[[Any], Any] | None:
    """Return what turns a value of exactly this type into its plain form; None where it is that.

    Made once a type, as :func:`_builder` is.
    """
    if issubclass(kind, str | int | float | bool | types.NoneType):
        return None
    if issubclass(kind, datetime):
        return lambda time: time.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if issubclass(kind, date):
        return lambda day: day.isoformat()
    if issubclass(kind, bytes):
        return lambda value: base64.b64encode(value).decode("ascii")
    if issubclass(kind, tuple | list):
        return lambda values: [to_plain(value) for value in values]
    if dataclasses.is_dataclass(kind):
        return _record_flattener(kind)
    raise TypeError(f"no JSON form for {kind.__name__}")


def _record_flattener(kind: type) -> Callable[[Any], dict[str, Any]]:
    fields = _fields(kind)

    def flatten(record: Any) -> dict[str, Any]:
        plain = {}
        for name, default in fields:
            item = getattr(record, name)
            if item is not default and item != default:
                of = _flattener(typing.cast(Any, type(item)))
                plain[name] = item if of is None else of(item)
        return plain

    return flatten


@functools.cache
def _fields(kind: type) -> tuple[tuple[str, Any], ...]:
    return tuple(
        (field.name, _MISSING if field.default is dataclasses.MISSING else field.default)
        for field in dataclasses.fields(kind)
    )


@functools.cache
def _builder(kind: Any) -> Callable[[Any], Any] | None:
    """Return what builds a value of type ``kind`` from its plain form; None where it is the same.

    Made once a type: looking a type up anew for every value took most of the time of decoding.
    """
    origin = typing.get_origin(kind)
    if origin is typing.Literal:
        return None
    if origin in (typing.Union, types.UnionType):
        (inner,) = [part for part in typing.get_args(kind) if part is not type(None)]
        build = _builder(inner)
        return build and (lambda value: None if value is None else build(value))
    if origin is tuple:
        return _tuple_builder(typing.get_args(kind))
    if kind is datetime:
        return datetime.fromisoformat
    if kind is date:
        return date.fromisoformat
    if kind is bytes:
        return base64.b64decode
    if kind is float:
        return float
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        return _record_builder(kind)
    return None


def _tuple_builder(parts: tuple[Any, ...]) -> Callable[[Any], Any]:
    if len(parts) == 2 and parts[1] is Ellipsis:
        build = _builder(parts[0])
        return tuple if build is None else lambda value: tuple(map(build, value))
    builders = [_builder(part) or _same for part in parts]
    return lambda value: tuple(build(item) for build, item in zip(builders, value, strict=True))


def _record_builder(kind: type) -> Callable[[Any], Any]:
    builders = [(name, _builder(hint)) for name, hint in typing.get_type_hints(kind).items()]
    changed = [(name, build) for name, build in builders if build is not None]

    def build(value: Any) -> Any:
        given = dict(value)
        for name, make in changed:
            if name in given:
                given[name] = make(given[name])
        return kind(**given)

    return build


def _same(value: Any) -> Any:
    return value
