"""What watching answers with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

from dateline.gather import printable_url
from dateline.records import Feed, FeedOutcome, Rejected

Health: TypeAlias = Literal["new", "good", "waiting", "failing", "gone", "paused"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """A kept feed as a list shows it.

    ``address`` is the feed's URL without its secrets, ``name`` its title or that address.
    ``health`` is *new* before the first try, *good* after a good one, *waiting* while its
    server asked for a pause, *failing* after a failed one; *gone* and *paused* feeds are not
    read. ``says`` puts the health in one line: the last problem, what was left out, where it
    moved from. ``due`` is when it is read next, None where it isn't.
    """

    feed: Feed
    name: str
    address: str
    health: Health
    says: str
    due: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedRun:
    """One reading of one feed: what came of it, counted.

    ``items`` came in, ``fresh`` of them from addresses not known before, ``rejected`` could
    not be taken; ``seconds`` is how long it took.
    """

    feed: Feed
    outcome: FeedOutcome
    items: int
    fresh: int
    rejected: tuple[Rejected, ...]
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One round of watching: the feeds that were read, and what the desk made of it.

    ``reports`` were new to the desk, ``stories`` are the ids of those that changed, ``alerts``
    the ids of the alerts made, ``delivered`` and ``undelivered`` count their sendings.
    ``rejected`` is what the stages after gathering could not take. ``stopped`` says that the
    round was ended early on request.
    """

    runs: tuple[FeedRun, ...]
    reports: int = 0
    stories: tuple[str, ...] = ()
    alerts: tuple[str, ...] = ()
    delivered: int = 0
    undelivered: int = 0
    rejected: tuple[Rejected, ...] = ()
    stopped: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an OPML list brought: feeds ``added``, and those that were ``known`` already."""

    added: tuple[Feed, ...]
    known: tuple[Feed, ...]


def source_line(feed: Feed, now: datetime) -> SourceLine:
    """Put a feed's health in words, as of ``now``."""
    health = _health(feed, now)
    address = printable_url(feed.url)
    return SourceLine(
        feed=feed,
        name=feed.title or address,
        address=address,
        health=health,
        says=_says(feed, health),
        due=None if health in ("gone", "paused") else feed.due,
    )


def _health(feed: Feed, now: datetime) -> Health:
    if feed.gone:
        return "gone"
    if feed.paused:
        return "paused"
    if feed.not_before and now < feed.not_before:
        return "waiting"
    if feed.failures:
        return "failing"
    return "good" if feed.succeeded else "new"


def _says(feed: Feed, health: Health) -> str:
    parts = []
    if feed.problem:
        parts.append(feed.problem)
    if feed.failures > 1:
        parts.append(f"{feed.failures} times in a row")
    if health == "new" and not parts:
        parts.append("not read yet")
    parts.extend(feed.remarks)
    if feed.former:
        parts.append(f"moved from {printable_url(feed.former[-1])}")
    return "; ".join(parts)
