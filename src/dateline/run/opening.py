"""Opening the engine that a user names: ``inline``, ``pool``, ``ray``, ``ray:ADDRESS``."""

from __future__ import annotations

import os
from pathlib import Path

from dateline.brief.select import Length
from dateline.config import Options
from dateline.engines import load_engines
from dateline.errors import ConfigError
from dateline.group import GroupOptions
from dateline.knowledge import load_knowledge
from dateline.pipeline import all_stages
from dateline.run.engine import Engine
from dateline.run.inline import Inline
from dateline.run.pool import Pool
from dateline.run.work import Stages
from dateline.run.worker import Recipe
from dateline.store import Store
from dateline.telling import Form

# Runs each model once, so that a worker is at full speed from its first report on.
WARMING = ("The minister arrived on Tuesday.", "She will meet the president.")


def make_stages(
    parser_model: str, offices: str, window_days: int, language: str, length: Length
) -> Stages:
    """Make the stages in a worker, with its own models, loaded and warm."""
    engines = load_engines(Options.model_validate({"db": ":memory:", "parser_model": parser_model}))
    for parser in engines.parsers:
        parser.parse(WARMING, "en")
    for embedder in engines.embedders:
        embedder.embed(WARMING)
    knowledge = load_knowledge(Path(offices) if offices else None)
    form = Form(language=language, length=length)
    stages = all_stages(engines, knowledge, GroupOptions(window_days=window_days), form)
    return {stage.name: stage for stage in stages}


def open_engine(named: str, workers: int, options: Options, stages: Stages, store: Store) -> Engine:
    """Open the engine that is ``named``, with so many workers (0: one a core).

    ``stages`` are the driver's own, for the engine that needs no worker. Raises ConfigError for
    another name, and where Ray is not installed or can't be reached.
    """
    kind, _, address = named.partition(":")
    count = workers or os.cpu_count() or 1
    arguments = (
        options.parser_model,
        options.offices,
        options.window_days,
        options.language,
        options.brief_length,
    )
    if named == "inline":
        return Inline(stages, store)
    if named == "pool":
        return Pool(Recipe(make_stages, arguments, reachable(options.db)), count)
    if kind == "ray":
        from dateline.run.cluster import Cluster

        on_others = bool(address) and "://" not in options.db
        db = "" if on_others else reachable(options.db)
        return Cluster(Recipe(make_stages, arguments, db), workers if address else count, address)
    raise ConfigError(f"no engine is called {named!r}; there are inline, pool, ray, ray:ADDRESS")


def reachable(db: str) -> str:
    """Return where other processes find the store; empty where they can't."""
    if db == ":memory:" or "://" in db:
        return "" if db == ":memory:" else db
    return str(Path(db).expanduser().absolute())
