"""Measure what a report costs on this machine, on the packaged samples.

Times are those of the processor, not of the clock: what else runs on the machine doesn't count.
A report comes as a page: its article is found among menus and teasers, read, and stored.
"""

from __future__ import annotations

import html
import os
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from dateline.desk import Desk, open_desk
from dateline.gather import collect
from dateline.pipeline import ReadStage
from dateline.plan.costs import Costs
from dateline.plan.load import typical
from dateline.records import Fetched, Report
from dateline.samples import samples
from dateline.store import Store

T = TypeVar("T")

# Bytes of the grouping window for each report in it, from `bench grouping-scale`
# (docs/03-group.md): a handful of samples can't show it.
ACTIVE = 31_000.0
# The samples tell of January 2026.
AS_OF = datetime(2026, 2, 10, tzinfo=UTC)
# Menu entries and teasers around an article: with them a page has the 35 kB that pages of news have
# once styles and pictures are left out.
LINKS = 240


def measure(rounds: int = 3) -> Costs:
    """Measure what a report costs here, in some ten seconds.

    Reading is timed ``rounds`` times in each language, once everything is loaded. What comes after
    reading is timed on a desk that the samples fill, briefs and lists on the same desk.
    """
    with (
        tempfile.TemporaryDirectory(prefix="dateline-plan-") as folder,
        tempfile.TemporaryDirectory(prefix="dateline-plan-") as reading,
    ):
        with open_desk(str(Path(reading) / "desk.db")) as desk:
            read, spread = _reading(desk, rounds, Path(reading))
        path = str(Path(folder) / "desk.db")
        with open_desk(path) as desk:
            _ = desk.engines, desk.knowledge
            empty = _size(folder)
            watch = _Stopwatch()
            desk.add(_sources(), now=AS_OF, progress=watch)
            lines, listing = _timed(lambda: desk.stories(as_of=AS_OF))
            briefs = [_brief_seconds(desk, line.id) for line in lines]
            reports = list(desk.store.reports(list(desk.store.report_ids())))
        size = _size(folder) - empty
    characters = sum(len(report.text) for report in reports)
    lengths = sum(len(report.text) / typical(report.language or "und") for report in reports)
    return Costs(
        read=read,
        later={stage: seconds / lengths for stage, seconds in watch.later().items()},
        samples=spread,
        disk=size / characters * 1000,
        worker=float(_resident()),
        active=ACTIVE,
        brief=statistics.fmean(briefs),
        page=statistics.fmean((listing, *briefs)),
    )


def _brief_seconds(desk: Desk, story: str) -> float:
    return _timed(lambda: desk.brief(story, as_of=AS_OF))[1]


def _reading(desk: Desk, rounds: int, folder: Path) -> tuple[dict[str, float], tuple[float, ...]]:
    """Seconds a thousand characters by language, and how single reports differ from the mean.

    The samples are short: their paragraphs are joined into one page of typical length in each
    language, so that what a report costs whatever its length is spread as it will be.
    """
    stage = ReadStage(desk.engines, desk.knowledge)
    paragraphs: dict[str, list[str]] = defaultdict(list)
    single: list[float] = []
    for item in _items(desk, _sources()):
        report, seconds = _read(stage, desk.store, item)
        paragraphs[report.language or "und"].extend(report.body.split("\n"))
        single.append(seconds)
    read = {}
    for language, texts in sorted(paragraphs.items()):
        path = folder / f"{language}.html"
        path.write_text(_page(_of_length(texts, typical(language)), language), encoding="utf-8")
        (item,) = _items(desk, [str(path)])
        times = []
        for _ in range(rounds):
            report, seconds = _read(stage, desk.store, item)
            times.append(seconds / len(report.text) * 1000)
        read[language] = statistics.median(times)
    mean = statistics.fmean(single[1:])  # the first one paid for what is loaded once
    spread = tuple(seconds / mean for seconds in single[1:])
    return read | {"other": statistics.fmean(read.values())}, spread


def _read(stage: ReadStage, store: Store, item: Fetched) -> tuple[Report, float]:
    """Take an item through reading as a desk does, from gathering it to storing what was read."""

    def job() -> Report:
        with store.transaction() as tx:
            tx.put(item)
        out = stage.decide(stage.load(store, item.id))
        with store.transaction() as tx:
            stage.save(store, tx, item.id, out)
        return out[0]

    return _timed(job)


def _page(paragraphs: list[str], language: str) -> str:
    """Set paragraphs into a page as outlets make them."""
    title, *rest = (html.escape(text) for text in paragraphs)
    links = "".join(
        f"<li class='teaser'><a href='/{n}/section-{n}.html'>{title[:60]} {n}</a></li>"
        for n in range(LINKS)
    )
    body = "".join(f"<p>{text}</p>" for text in rest)
    return (
        f"<!DOCTYPE html><html lang='{language}'><head><title>{title}</title></head><body>"
        f"<nav><ul>{links}</ul></nav><main><article><h1>{title}</h1>"
        f"<time datetime='2026-01-20T09:00:00Z'>20</time>{body}</article></main></body></html>"
    )


def _items(desk: Desk, sources: list[str]) -> list[Fetched]:
    found = collect(sources, desk.gathering(), AS_OF)
    return [item for item in found if isinstance(item, Fetched)]


def _of_length(paragraphs: list[str], characters: int) -> list[str]:
    """Paragraphs up to a length, again from the first if need be: numbered then, since a page
    that repeats itself is cut.
    """
    taken: list[str] = []
    while sum(map(len, taken)) < characters:
        turn, at = divmod(len(taken), len(paragraphs))
        taken.append(paragraphs[at] + (f" {turn}" if turn else ""))
    return taken


class _Stopwatch:
    """Listens to a run's progress and sums up what each stage took.

    The time before a stage's first item is not the stage's: it is left out, and the mean of the
    others stands for it.
    """

    def __init__(self) -> None:
        self._seconds: dict[str, list[float]] = defaultdict(list)
        self._last = time.process_time()

    def __call__(self, stage: str, number: int, total: int) -> None:
        now = time.process_time()
        if number > 1:
            self._seconds[stage].append(now - self._last)
        self._last = now

    def later(self) -> dict[str, float]:
        """Seconds of the stages after reading, their first items filled in.

        Briefs are left out: they are written ahead for some leading stories, however many reports
        there are.
        """
        return {
            stage: statistics.fmean(values) * (len(values) + 1)
            for stage, values in self._seconds.items()
            if stage not in ("gather", "read", "brief")
        }


def _sources() -> list[str]:
    return [str(folder) for folder in sorted(samples().iterdir()) if folder.is_dir()]


def _size(folder: str) -> int:
    return sum(file.stat().st_size for file in Path(folder).iterdir())


def _timed(job: Callable[[], T]) -> tuple[T, float]:
    begun = time.process_time()
    value = job()
    return value, time.process_time() - begun


def _resident() -> int:
    """Bytes of memory that this process holds now, its engines loaded; 0 where unknown."""
    try:
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    except OSError:
        return 0
    return int(pages) * os.sysconf("SC_PAGE_SIZE")
