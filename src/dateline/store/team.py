"""Claims, leadership and fences; see ``sharing.Sharing``."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from sqlalchemy import Connection, Select, case, delete, exists, func, insert, select, update

from dateline.errors import Superseded
from dateline.store import tables
from dateline.store.sharing import Claim
from dateline.store.values import instant
from dateline.store.work import left


class Fence(NamedTuple):
    """The leadership that a store writes under."""

    name: str
    holder: str
    epoch: int


def _until(seconds: float) -> str:
    return instant(datetime.now(UTC) + timedelta(seconds=seconds))


def claim(
    connection: Connection, stage: str, version: int, holder: str, limit: int, seconds: float
) -> list[Claim]:
    """Take inputs that are due and nobody's.

    Rows that another worker is just taking are passed over. Where two have looked at the same
    moment all the same, the claim's key lets one of them have it.
    """
    table, now = tables.claim, _until(0)
    query, source = left(stage, version)
    (id, *_order) = query.selected_columns
    in_hand = exists().where(table.c.stage == stage, table.c.id == id, table.c.until > now)
    query = query.where(~in_hand).limit(limit)
    if connection.dialect.name == "postgresql":
        query = query.with_for_update(of=source, skip_locked=True)
    found: list[Claim] = []
    for one in connection.execute(query).scalars().all():
        tries = _take(connection, stage, one, holder, now, _until(seconds))
        if tries:
            found.append(Claim(one, tries))
    return found


def _take(
    connection: Connection, stage: str, id: str, holder: str, now: str, until: str
) -> int | None:
    table = tables.claim
    change = update(table).where(table.c.stage == stage, table.c.id == id, table.c.until <= now)
    row = {"holder": holder, "until": until}
    taken = connection.execute(
        change.values(**row, tries=table.c.tries + 1).returning(table.c.tries)
    ).scalar()
    if taken is not None:
        return int(taken)
    if connection.dialect.name == "postgresql":
        from sqlalchemy.dialects.postgresql import insert as insert_or_not
    else:
        from sqlalchemy.dialects.sqlite import insert as insert_or_not  # type: ignore[assignment]
    new = insert_or_not(table).values(stage=stage, id=id, tries=1, **row)
    added = connection.execute(new.on_conflict_do_nothing().returning(table.c.tries)).scalar()
    return None if added is None else int(added)


def give_back(connection: Connection, stage: str, holder: str) -> None:
    """Let go of a holder's claims. Those of inputs that stay due keep the count of tries."""
    table = tables.claim
    mine = (table.c.stage == stage) & (table.c.holder == holder)
    done = exists().where(tables.done.c.stage == stage, tables.done.c.id == table.c.id)
    connection.execute(delete(table).where(mine, done))
    connection.execute(update(table).where(mine).values(until=_until(0)))


def lead(
    connection: Connection,
    name: str,
    holder: str,
    fence: Fence | None,
    seconds: float,
    over: str | None,
) -> Fence | None:
    """Take or prolong a leadership. The caller's transaction holds the write lock."""
    table = tables.leader
    here = table.c.name == name
    row = connection.execute(select(table).where(here)).first()
    mine = fence is not None and fence.name == name
    if row is None:
        epoch = 1
        connection.execute(
            insert(table).values(name=name, epoch=1, holder=holder, until=_until(seconds))
        )
        return Fence(name, holder, epoch)
    if fence is not None and mine:
        if row.epoch != fence.epoch:
            return None
        epoch = fence.epoch
    elif row.until > _until(0) and row.holder != over:
        return None
    else:
        epoch = row.epoch + 1
    connection.execute(
        update(table).where(here).values(epoch=epoch, holder=holder, until=_until(seconds))
    )
    return Fence(name, holder, epoch)


def led_by(connection: Connection, name: str) -> str | None:
    """Return the holder of a leadership that hasn't ended."""
    table = tables.leader
    query = select(table.c.holder).where(table.c.name == name, table.c.until > _until(0))
    return connection.execute(query).scalar()


def depose(connection: Connection, fence: Fence | None) -> Fence | None:
    """Begin a new epoch of every leadership, and end all but the caller's: whoever leads begins
    anew from what is stored. Returns the caller's fence in its new epoch.
    """
    table, mine = tables.leader, fence.holder if fence is not None else ""
    until = case((table.c.holder == mine, table.c.until), else_=_until(0))
    connection.execute(update(table).values(epoch=table.c.epoch + 1, until=until))
    return fence and fence._replace(epoch=fence.epoch + 1)


def hold(connection: Connection, fence: Fence) -> None:
    """Refuse a transaction of a leader that was replaced. Raises Superseded.

    The caller's transaction holds the write lock, and so does every takeover: between this look
    and the commit nobody can take over.
    """
    table = tables.leader
    epoch = connection.execute(select(table.c.epoch).where(table.c.name == fence.name)).scalar()
    if epoch != fence.epoch:
        raise Superseded(
            f"another process took over {fence.name}; what this one wanted to write was refused"
        )


def step_down(connection: Connection, fence: Fence) -> None:
    """Let the leadership end now, if it is still this one."""
    table = tables.leader
    mine = (table.c.name == fence.name) & (table.c.epoch == fence.epoch)
    connection.execute(update(table).where(mine).values(until=_until(0)))


def arrived(
    connection: Connection, stage: str, version: int, before: str, version_before: int
) -> list[str]:
    """Return the reports due whose item came in before all that is due in an earlier stage."""
    fetched, report = tables.fetched.c, tables.report.c
    waiting, _ = left(before, version_before)
    (id, *_order) = waiting.selected_columns
    ids = waiting.order_by(None).with_only_columns(id)
    first = connection.execute(
        select(func.min(fetched.recorded)).where(fetched.id.in_(ids))
    ).scalar()
    due, _ = left(stage, version)
    if first is None:
        return list(connection.execute(due).scalars())
    came: Select[tuple[str]] = (
        select(report.id)
        .select_from(tables.report.join(tables.fetched, fetched.id == report.fetched))
        .where(fetched.recorded < first)
    )
    (id, *_order) = due.selected_columns
    return list(connection.execute(due.where(id.in_(came))).scalars())
