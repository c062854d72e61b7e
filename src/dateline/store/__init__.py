"""Where a desk's records are kept: SQLite by default, PostgreSQL by URL."""

from __future__ import annotations

import secrets
import time

from dateline.errors import StoreError
from dateline.store.answers import Gist, Health, Hit, OutletFacts, Weighed
from dateline.store.counting import Day, Ground, Part, Tie
from dateline.store.database import Database
from dateline.store.event_lists import Order
from dateline.store.filters import EventFilter, ExpectationFilter
from dateline.store.ports import Removable, Storable, Store, Transaction
from dateline.store.postgres import SCHEMES, Postgres
from dateline.store.sealed import Sealed, seal
from dateline.store.sql_store import SqlStore
from dateline.store.sqlite import Sqlite

__all__ = [
    "Day", "EventFilter", "ExpectationFilter", "Gist", "Ground", "Health", "Hit", "Order",
    "OutletFacts", "Part", "Removable", "Sealed", "Storable", "Store", "Tie", "Transaction",
    "Weighed", "open_store", "seal",
]  # fmt: skip


def open_store(location: str, *, run: str | None = None, patience: float = 30.0) -> Store:
    """Open the store at ``location``, made or brought up to date where it has to be.

    ``location`` is a file's path, ``:memory:`` for a store that ends with the process, or a
    ``postgresql://`` URL. ``run`` names this use of the store in what it records (a new name
    by default). ``patience`` is the number of seconds to wait while another process writes.

    Raises StoreError when the database can't be opened, belongs to another program, or was
    written by a newer Dateline. No message holds a secret of the URL.
    """
    scheme, separator, _rest = location.partition("://")
    if not location.strip() or "\x00" in location:
        raise StoreError("no database is named; give a file or a postgresql:// URL")
    if separator and scheme not in SCHEMES:
        raise StoreError(
            f"a database is a file or a postgresql:// URL; {scheme[:20]!r} is not known"
        )
    backend = Postgres(location, patience) if separator else Sqlite(location, patience)
    database = Database(backend)
    try:
        database.migrate()
    except BaseException:
        database.close()
        raise
    return SqlStore(database, run or _new_run())


def _new_run() -> str:
    """Name a run by the second it began, so that runs sort, and by chance, so that none clash."""
    return time.strftime("%Y%m%dT%H%M%SZ", time.gmtime()) + "-" + secrets.token_hex(4)
