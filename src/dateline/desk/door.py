"""The one door: every verb of a desk, each told by the module that knows it.

A new verb is a function over an :class:`~dateline.desk.opened.Opened` in a module of its own,
and a few lines here; or a method of a class of verbs beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Literal

from dateline import pipeline
from dateline.brief import Update
from dateline.brief.select import Length
from dateline.brief.support import Verdict
from dateline.config import load_options
from dateline.desk import archives, briefs, happening, intake, keeping, listing
from dateline.desk.between import BetweenVerbs
from dateline.desk.forward import ForwardVerbs
from dateline.desk.history import HistoryVerbs
from dateline.desk.watching import WatchVerbs
from dateline.group import Why
from dateline.knowledge import KNOWLEDGE_DATE
from dateline.records import Brief, Event, Hints, Report, Standing
from dateline.records.codec import to_plain
from dateline.run import STRETCH, Backfilled, Progress
from dateline.store import Hit, Order
from dateline.views import Added, Citation, Found, StoryLine


class Desk(BetweenVerbs, ForwardVerbs, HistoryVerbs, WatchVerbs):
    """An open desk. Use it as a context manager, or call :meth:`close`."""

    # in

    def add(
        self,
        sources: Sequence[str],
        *,
        hints: Hints | None = None,
        now: datetime | None = None,
        progress: Progress | None = None,
    ) -> Added:
        """Take files, folders and URLs in: gather, read and group them.

        ``hints`` states facts about the items (outlet, date, ...) and wins over what they
        declare. ``now`` stands for the present: it is the time of retrieval, and feed entries
        dated after it lose their date. Doing it twice changes nothing the second time.
        """
        return intake.add(self, sources, self.gathering(hints), now, progress)

    def backfill(
        self,
        sources: Sequence[str],
        *,
        engine: str = "inline",
        workers: int = 0,
        stretch: int = STRETCH,
        mapping: str | None = None,
        now: datetime | None = None,
        progress: Progress | None = None,
    ) -> Backfilled:
        """Take archives in, on one core or many; stopped at any moment, it goes on when called
        again with the same sources, and what it makes is the same to the byte.

        ``engine`` is ``inline``, ``pool`` or ``ray[:ADDRESS]`` with so many ``workers`` (0: one
        a core); ``stretch`` items are derived together (see :class:`dateline.run.Backfill`).
        ``mapping`` is a file that says where in somebody's JSON the facts stand.
        """
        return archives.backfill(self, sources, engine, workers, stretch, mapping, now, progress)

    def read(self, sources: Sequence[str], *, now: datetime | None = None) -> Found:
        """Read files or pages without keeping anything: what ``dateline read`` shows."""
        return intake.read(self, sources, now)

    def remove(self, *, report: str | None = None, outlet: str | None = None) -> tuple[str, ...]:
        """Remove a report (all its versions) or all reports of an outlet, with everything that
        was derived from them; return their ids.

        Their stories, events and expectations are told anew from the other reports by the next
        run of the stages. :meth:`tidy` clears the files of what was removed. Raises NotFound.
        """
        return keeping.remove(self, report, outlet)

    def tidy(self, *, now: datetime | None = None) -> tuple[str, ...]:
        """Remove reports that the options ``keep_days`` and ``keep_outlet_days`` keep no longer,
        return their ids, and give back the room of all that was ever removed.
        """
        return keeping.tidy(self, now or datetime.now(UTC))

    # out

    def stories(
        self,
        *,
        as_of: datetime | None = None,
        days: int | None = None,
        limit: int = 50,
        offset: int = 0,
        actor: str | None = None,
    ) -> tuple[StoryLine, ...]:
        """List the stories in rank order, best first.

        ``as_of`` hides what came later; ``days`` leaves out stories without a report in that
        many days before it; ``actor`` (an id) keeps those whose reports name that actor most.
        """
        return listing.stories(self, as_of, days, limit, offset, actor)

    def standings(self, stories: Sequence[str]) -> dict[str, Standing]:
        """Return what lists show of stories, by story id: headline, numbers, who and where."""
        return listing.standings(self, stories)

    def brief(
        self,
        story: str | None = None,
        *,
        as_of: datetime | None = None,
        length: Length | None = None,
        language: str | None = None,
    ) -> Brief:
        """Return the brief of a story (an id or its unambiguous beginning; the first-ranked
        one when none is named).

        ``as_of`` leaves out what was published later and takes that moment for the present.
        Without it the brief tells of every report and is read now: a plan whose time is over is
        told as what became of it. Raises NotFound when there is no such story.
        """
        return briefs.brief(self, story, as_of, length, language)

    def kept_brief(self, story: str, *, length: Length | None = None) -> Brief | None:
        """Return the brief of a story (by its id) where it is kept and up to date, else None."""
        return briefs.kept_brief(self, story, length)

    def keep_brief(self, story: str, *, length: Length | None = None) -> Brief:
        """Write the brief of a story (by its id) and keep it for the next who asks, unless a model
        words this desk's briefs. Raises as :meth:`brief`.
        """
        return briefs.keep_brief(self, story, length)

    def new_since(self, since: datetime, story: str | None = None) -> Update:
        """Say what is new in the brief of a story since ``since``: its reports, claims, claims
        with more origins behind them, and differences.

        Raises NotFound when there is no such story.
        """
        return briefs.new_since(self, story, since)

    def show(self, citation: str, *, around: int = 300) -> Citation:
        """Open a citation ``REPORT:START-END``: the words, and what stands around them.

        ``REPORT`` alone opens the whole report; ``around`` is in characters. Raises NotFound
        for an unknown report and ConfigError for a citation of another form.
        """
        return briefs.show(self, citation, around)

    def reports_of(self, brief: Brief) -> dict[str, Report]:
        """Return the reports that a brief cites, by id: its words are read back from them."""
        return briefs.reports_of(self, brief)

    def why(self, a: str, b: str) -> Why:
        """Explain whether two reports tell of one event, and whether one copies the other.

        Reports go by their id or by the one that they came with.
        """
        return pipeline.explain(self.store, *map(self.store.named_report, (a, b)))

    def events(
        self,
        *,
        story: str | None = None,
        actor: str | None = None,
        other: str | None = None,
        action: str | None = None,
        quad: str | None = None,
        status: str | None = None,
        place: str | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        limit: int | None = 100,
        offset: int = 0,
        order: Order = "oldest",
        imported: bool = False,
    ) -> tuple[Event, ...]:
        """List events. ``actor`` is an id or the beginning of a code (JPN, JPNGOV).

        ``other`` is a second actor: only what is between the two, either way round. ``action``
        is a PLOVER type, ``quad`` a class of them, ``place`` a gazetteer key; ``since`` and
        ``until`` (exclusive) bound the time. ``order`` is *oldest* first, *newest*, *strongest*
        (by Goldstein score) or those of most *reports*. Imported events are left out unless
        asked for.
        """
        which = happening.wanted(
            story, actor, other, action, quad, status, place, since, until, imported
        )
        return happening.events(self, order, limit, offset, which)

    def count_events(self, **which: Any) -> int:
        """Return how many events there are; filters as :meth:`events`."""
        return happening.count_events(self, **which)

    def check(self, text: str, sources: Sequence[str]) -> tuple[Verdict, ...]:
        """Check each sentence of ``text`` against files, pages, or reports of the desk by id.

        Nothing is kept. Raises NotFound where a source is neither, and ReadError or another
        StageError where one can't be read.
        """
        return briefs.check(self, text, sources)

    def search(
        self, query: str, *, by: Literal["words", "meaning"] = "words", **filters: Any
    ) -> tuple[tuple[Hit, Report], ...]:
        """Search all reports, best first. Filters as :meth:`Store.search`.

        ``by`` words: every word stands in the report. By meaning: the reports whose vectors are
        nearest to the question's, in whatever language. Raises ConfigError for another way.
        """
        return listing.search(self, query, by, **filters)

    def doctor(self) -> dict[str, Any]:
        """Say how the desk is: store, engines, knowledge, and every rejection with its reason."""
        return {
            "store": to_plain(self.store.health()),
            "counts": self.store.counts(),
            "engines": self.engines.describe(),
            "knowledge": {
                "facts_as_of": KNOWLEDGE_DATE.isoformat(),
                "actors": len(self.knowledge.actors),
                "offices": len(self.knowledge.offices),
            },
            "rejections": [to_plain(item) for item in self.store.rejections()],
        }


def open_desk(db: str | None = None, **options: Any) -> Desk:
    """Open a desk: ``db`` is a file or a PostgreSQL URL, made where it isn't there yet.

    Other options as in ``docs/options.md``. Raises ConfigError or StoreError.
    """
    loaded, settings = load_options({"db": db, **options})
    return Desk(loaded, settings)
