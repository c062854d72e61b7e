"""What feeds get wrong about their entries, mended so that no two become one, and remarked on."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import datetime, timedelta

from dateline.gather.item import Remark
from dateline.records import Hints

_A_LITTLE_AHEAD = timedelta(hours=26)  # clocks set to another zone, dates without a time


def mended(entries: Sequence[Hints]) -> tuple[tuple[Hints, ...], tuple[Remark, ...]]:
    """Return the entries' hints with what can't be true taken out, and a remark on each kind.

    An id or a link that entries of different titles share names none of them: keeping it would
    make them versions of one report. Entries that share id, link and half their title are versions.
    """
    remarks: list[Remark] = []
    hints = list(entries)
    shared = _shared(hints, key=lambda one: one.url, unless_same=lambda one: one.own_id)
    for at in shared:
        hints[at] = dataclasses.replace(hints[at], url=None)
    if shared:
        remarks.append(Remark(text=f"{len(shared)} entries share their link, which was left out"))
    shared = _shared(hints, key=lambda one: one.own_id, unless_same=lambda one: one.url)
    for at in shared:
        hints[at] = dataclasses.replace(hints[at], own_id=None)
    if shared:
        remarks.append(Remark(text=f"{len(shared)} entries share their id, which was left out"))
    return tuple(hints), tuple(remarks)


def _shared(
    hints: Sequence[Hints],
    key: Callable[[Hints], str | None],
    unless_same: Callable[[Hints], str | None],
) -> list[int]:
    groups: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(hints):
        value = key(one)
        if value is not None:
            groups[value].append(at)
    found: list[int] = []
    for members in groups.values():
        titles = {hints[at].title for at in members}
        others = {unless_same(hints[at]) for at in members}
        versions = len(others) == 1 and others != {None} and _alike(titles)
        if len(titles) > 1 and not versions:
            found.extend(members)
    return sorted(found)


def _alike(titles: Collection[str | None]) -> bool:
    """Tell whether titles may be one title, edited: each shares half its words with the first."""
    first, *others = (set((title or "").casefold().split()) for title in sorted(titles, key=str))
    return all(2 * len(first & other) >= min(len(first), len(other)) for other in others)


def remarks_on(
    text: str,
    dates: Sequence[datetime | None],
    titles: Sequence[str],
    now: datetime,
    *,
    well_formed: bool,
) -> Iterator[Remark]:
    """Remark on a feed as a whole: its ``text``, its entries' ``dates`` and raw ``titles``."""
    if not well_formed:
        yield Remark(text="is not well-formed XML; it was read as far as it makes sense")
    if damaged := text.count("\ufffd"):
        yield Remark(text=f"{damaged:,} characters are damaged (not in the feed's charset)")
    ahead = sum(1 for date in dates if date is not None and date > now + _A_LITTLE_AHEAD)
    if ahead:
        yield Remark(text=f"{ahead:,} entries are dated in the future; their date was left out")
    if scripted := sum(1 for title in titles if "<script" in title.lower()):
        yield Remark(text=f"{scripted:,} titles carry a script, which was taken out")
