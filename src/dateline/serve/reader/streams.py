"""Streams: which stories one holds, for whom, in which order, and where to go on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from dateline.desk import Desk
from dateline.errors import ConfigError, NotFound
from dateline.records import ReaderState
from dateline.store import Weighed

FEED = "feed/stories"
READING_LIST, READ, STARRED, KEPT_UNREAD = "reading-list", "read", "starred", "kept-unread"
_STATE = "state/com.google/"
_LABEL = "label/"
MOST_ALERTS = 5_000


@dataclass(frozen=True, slots=True)
class Stream:
    """A stream: all entries, those in a state, or those of a watchlist (by its name)."""

    state: str = READING_LIST
    label: str | None = None


def read_stream(text: str) -> Stream:
    """Read a stream's id: ``feed/...``, ``user/WHO/state/com.google/...``, ``user/WHO/label/...``.

    Raises ConfigError for another form. ``WHO`` is always whoever asks.
    """
    if text in (FEED, "feed/" + FEED):
        return Stream()
    kind, _, rest = text.partition("/")
    what = rest.partition("/")[2]
    if kind == "user" and what.startswith(_STATE):
        return Stream(what.removeprefix(_STATE))
    if kind == "user" and what.startswith(_LABEL):
        return Stream(label=what.removeprefix(_LABEL))
    raise ConfigError(f"there is no stream {text[:100]!r}")


def state_id(state: str) -> str:
    """Spell a state's id as answers carry it."""
    return f"user/-/{_STATE}{state}"


def label_id(name: str) -> str:
    """Spell a label's id as answers carry it."""
    return f"user/-/{_LABEL}{name}"


def labels_of(desk: Desk) -> dict[str, frozenset[str]]:
    """Return the watchlists by name, each with the stories that it was told of."""
    return {
        watchlist.name: frozenset(
            alert.story
            for alert in desk.alerts(watchlist.id, limit=MOST_ALERTS)
            if alert.story is not None
        )
        for watchlist in desk.watchlists()
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The stories as one reader has them: newest update first."""

    lines: Sequence[Weighed]
    states: Mapping[str, ReaderState]
    labels: Mapping[str, frozenset[str]]

    def holds(self, stream: Stream, line: Weighed) -> bool:
        """True when a story is in a stream. Raises NotFound for an unknown label."""
        if stream.label is not None:
            if stream.label not in self.labels:
                raise NotFound(f"there is no label {stream.label[:100]!r}")
            return line.story in self.labels[stream.label]
        state = self.states.get(line.story)
        if stream.state == READING_LIST:
            return True
        if stream.state == READ:
            return state is not None and state.read
        if stream.state == STARRED:
            return state is not None and state.starred
        return stream.state == KEPT_UNREAD and state is not None and not state.read

    def unread(self, line: Weighed) -> bool:
        """True when the reader has not read a story."""
        state = self.states.get(line.story)
        return state is None or not state.read

    def categories(self, line: Weighed) -> list[str]:
        """Return the ids of the streams that a story is in."""
        state = self.states.get(line.story)
        found = [READING_LIST]
        if state is not None and state.read:
            found.append(READ)
        if state is not None and state.starred:
            found.append(STARRED)
        named = sorted(name for name, stories in self.labels.items() if line.story in stories)
        return [*map(state_id, found), *map(label_id, named)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is asked of a stream: in and out of which others, from when to when, how much."""

    stream: Stream
    within: tuple[Stream, ...] = ()
    without: tuple[Stream, ...] = ()
    since: datetime | None = None
    until: datetime | None = None
    oldest_first: bool = False
    count: int = 20
    after: str = ""


def choose(shelf: Shelf, wanted: Wanted) -> tuple[list[Weighed], str | None]:
    """Return the stories asked for, and the word to go on with where there are more."""
    found = [
        line
        for line in shelf.lines
        if (wanted.since is None or line.updated >= wanted.since)
        and (wanted.until is None or line.updated < wanted.until)
        and shelf.holds(wanted.stream, line)
        and all(shelf.holds(stream, line) for stream in wanted.within)
        and not any(shelf.holds(stream, line) for stream in wanted.without)
    ]
    # The key is in the word itself: what comes in meanwhile neither repeats nor hides anything.
    order: Callable[[Weighed], tuple[int, str]] = key
    found.sort(key=order, reverse=not wanted.oldest_first)
    if wanted.after:
        last = _read_word(wanted.after)
        found = [
            line
            for line in found
            if (key(line) > last) == wanted.oldest_first and key(line) != last
        ]
    shown = found[: wanted.count]
    more = f"{key(shown[-1])[0]}-{shown[-1].story}" if len(found) > len(shown) and shown else None
    return shown, more


def key(line: Weighed) -> tuple[int, str]:
    """Return what streams are ordered by: time of update in microseconds, then id."""
    return microseconds(line.updated), line.story


def microseconds(time: datetime) -> int:
    """Return a time as the protocol counts it."""
    return round(time.timestamp() * 1_000_000)


def seconds(text: str | None) -> datetime | None:
    """Read Unix seconds; None for nothing. Raises ConfigError for what is no time."""
    if not text:
        return None
    try:
        return datetime.fromtimestamp(int(text), UTC)
    except (ValueError, OverflowError, OSError):
        raise ConfigError(f"{text[:40]!r} is no time in seconds") from None


def _read_word(word: str) -> tuple[int, str]:
    time, _, story = word.partition("-")
    if not (time.isascii() and time.isdecimal() and len(time) < 20 and story):
        raise ConfigError("c: take the continuation as it is")
    return int(time), story
