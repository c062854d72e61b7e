"""What every verb of a desk works with: options, store, engines and knowledge, opened."""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from dateline.config import Options, Setting
from dateline.engines import Engines, load_engines
from dateline.gather import GatherOptions
from dateline.group import GroupOptions
from dateline.knowledge import Knowledge, load_knowledge
from dateline.pipeline import Stage, all_stages
from dateline.records import Hints
from dateline.run import leading
from dateline.store import Store, open_store
from dateline.telling import Form


class Opened:
    """The parts of an open desk. Use it as a context manager, or call :meth:`close`.

    Engines and knowledge are loaded when they are first needed: looking at a desk needs none.
    """

    def __init__(self, options: Options, settings: tuple[Setting, ...] = ()) -> None:
        self.options = options
        self.settings = settings
        if "://" not in options.db and options.db != ":memory:":
            Path(options.db).expanduser().parent.mkdir(parents=True, exist_ok=True)
        self.store: Store = open_store(options.db)
        self._turn = threading.Lock()

    @functools.cached_property
    def engines(self) -> Engines:
        """The language engines; desks with the same choice share them."""
        return _engines(self.options.parser_model)

    @functools.cached_property
    def knowledge(self) -> Knowledge:
        """The knowledge base, with the user's own office-holders over it."""
        return load_knowledge(Path(self.options.offices) if self.options.offices else None)

    @property
    def form(self) -> Form:
        """In which language and length briefs are written unless something else is asked for."""
        return Form(language=self.options.language, length=self.options.brief_length)

    @functools.cached_property
    def stages(self) -> tuple[Stage[Any, Any], ...]:
        """The stages that follow gathering. Grouping goes on with the window that it has."""
        grouping = GroupOptions(window_days=self.options.window_days)
        return all_stages(self.engines, self.knowledge, grouping, self.form)

    @contextmanager
    def leading(self, idle: Callable[[], bool]) -> Iterator[bool]:
        """Lead grouping for the block, after whoever leads now: another process, or another
        thread of this desk. False where ``idle`` said meanwhile that nothing is left to do.

        A block that fails leaves nothing in memory: the next goes on from what is stored.
        """
        with self._turn, leading(self.store, idle) as leads:
            try:
                yield leads
            except BaseException:
                self.__dict__.pop("stages", None)
                raise

    def close(self) -> None:
        """Close the database."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def gathering(self, hints: Hints | None = None) -> GatherOptions:
        """Return what the gather stage goes by; ``hints`` win over what items declare."""
        options = self.options
        return GatherOptions(
            overrides=hints or Hints(),
            max_item_bytes=int(options.max_item_mb * (1 << 20)),
            total_timeout=options.fetch_timeout,
            host_interval=options.fetch_pace,
            user_agent=options.user_agent,
            full_text=options.full_text,
            respect_robots=options.robots,
            allow_private=options.allow_private,
        )


@functools.lru_cache(maxsize=2)
def _engines(parser_model: str) -> Engines:
    return load_engines(Options.model_validate({"db": ":memory:", "parser_model": parser_model}))
