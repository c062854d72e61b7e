"""Live blogs: updates in the order of their times, each with the time that the page gives it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from dateline.read.article.declared import Declared, plain
from dateline.read.article.times import read_time
from dateline.read.article.tree import Run, key
from dateline.records import record

# Fewer updates than this are a report with a correction, not a live blog.
_FEWEST = 2
_MAX_UPDATES = 500
# A run this long is known by its words alone; a shorter one must be the whole headline or line.
_TELLING = 24


@record
class Update:
    """One update of a live blog: its time, its headline (may be empty) and its body, as keys."""

    at: datetime
    head: str
    body: str


def updates(said: Declared) -> tuple[Update, ...]:
    """Return the timed updates that the page declares (schema.org ``liveBlogUpdate``)."""
    found: list[Update] = []
    for article in said.articles[:5]:
        listed = article.get("liveBlogUpdate")
        for one in (listed if isinstance(listed, list) else [])[:_MAX_UPDATES]:
            if not isinstance(one, dict):
                continue
            at = read_time(str(one.get("datePublished") or one.get("dateModified") or ""))
            head, text = plain(_text(one.get("headline")), 500), _text(one.get("articleBody"))
            if at is not None and (head or text):
                found.append(
                    Update(
                        at=at if at.tzinfo else at.replace(tzinfo=UTC),
                        head=key(head),
                        body=key(plain(text, 50_000)),
                    )
                )
    return tuple(found)


def in_order(
    found: Sequence[Run], told: Sequence[Update], everything: Sequence[Run]
) -> list[tuple[Run, datetime | None]]:
    """Return the runs of the article, updates oldest first, with the time of each update.

    What stands before the first update stays first and has no time; runs after an update's
    first belong to it. An update's headline that extraction left out comes back from
    ``everything`` on the page. Where fewer than two updates are found the order stays.
    """
    groups: list[tuple[datetime | None, list[Run]]] = [(None, [])]
    begun: set[int] = set()
    taken = {run.key for run in found}
    headings = {run.key: run for run in reversed(everything) if "aside" not in run.where}
    for run in found:
        place = next(_matching(run, told, begun), None)
        if place is not None:
            begun.add(place)
            update = told[place]
            groups.append((update.at, []))
            head = headings.get(update.head)
            if head is not None and update.head not in taken:
                groups[-1][1].append(head)
        groups[-1][1].append(run)
    if len(begun) < _FEWEST:
        return [(run, None) for run in found]
    intro, *timed = groups
    timed.sort(key=lambda group: group[0] or datetime.max.replace(tzinfo=UTC))
    return [(run, at) for at, runs in (intro, *timed) for run in runs]


def _matching(run: Run, told: Sequence[Update], begun: set[int]) -> Iterator[int]:
    """Yield the updates, not begun before, that this run begins."""
    for place, update in enumerate(told):
        if place in begun:
            continue
        telling = len(run.key) >= _TELLING
        begins = telling and (update.body.startswith(run.key) or run.key.startswith(update.body))
        if run.key and (run.key == update.head or (update.body and begins)):
            yield place


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
