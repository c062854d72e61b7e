"""Statements of the writer, made once a table.

Putting a statement together takes five times as long as carrying it out: what is said for every
record is said in the same words, and only its values differ.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Delete,
    Insert,
    Select,
    Table,
    Update,
    and_,
    bindparam,
    delete,
    insert,
    select,
    update,
)

from dateline.store.nouns import Row

_OLD = "the_"  # begins the name of a value that is compared, so that it isn't one that is set


@cache
def find(table: Table, *columns: str) -> Select[Any]:
    """Select ``columns`` of the row with a given key; give it :func:`key_of`."""
    return select(*(table.c[name] for name in columns)).where(_same(table, _key(table)))


@cache
def add(table: Table) -> Insert:
    """Insert a row."""
    return insert(table)


@cache
def change(table: Table) -> Update:
    """Update the row with a given key; give it :func:`key_of` and the new values."""
    return update(table).where(_same(table, _key(table)))


@cache
def clear(table: Table, *columns: str) -> Delete:
    """Delete the rows that have given values in ``columns``; give it :func:`where`."""
    return delete(table).where(_same(table, columns))


def key_of(table: Table, row: Row) -> Row:
    """Return the values of a row's key, as :func:`find` and :func:`change` take them."""
    return {_OLD + name: row[name] for name in _key(table)}


def where(**values: str) -> Row:
    """Return the values of columns, as :func:`clear` takes them."""
    return {_OLD + name: value for name, value in values.items()}


@cache
def _key(table: Table) -> tuple[str, ...]:
    return tuple(column.name for column in table.primary_key)


def _same(table: Table, columns: tuple[str, ...]) -> ColumnElement[bool]:
    return and_(*(table.c[name] == bindparam(_OLD + name) for name in columns))
