"""The contract of engines: one suite for inline, pool and Ray."""

import os
import signal
from pathlib import Path
from typing import Any

import pytest

from dateline.errors import ConfigError, DatelineError
from dateline.run.lost import DEATHS, IN_VAIN, EngineLost, Losses
from dateline.run.opening import open_engine
from dateline.run.pool import Pool
from dateline.run.work import Outcome, Work
from dateline.run.worker import Recipe
from tests.run.stages import make_none, make_plain


def through(engine: Any, ids: list[str]) -> list[Outcome]:
    """Put work through as a driver does: no more than there is room for."""
    waiting, ended = list(ids), []
    while len(ended) < len(ids):
        while waiting and engine.room:
            id = waiting.pop(0)
            engine.submit(Work("plain", id, item=id))
        outcome = engine.collect(wait=True)
        assert outcome is not None, f"{len(ids) - len(ended)} outcomes never came"
        ended.append(outcome)
    assert engine.collect(wait=False) is None
    assert engine.collect(wait=True) is None, "it waits for nothing"
    return ended


def test_each_work_comes_back_once_as_decided(engine: Any) -> None:
    ids = [f"item {number}" for number in range(50)]
    outcomes = through(engine, ids)
    assert sorted(outcome.id for outcome in outcomes) == sorted(ids)
    assert all(outcome.out == (outcome.id.upper(), len(outcome.id)) for outcome in outcomes)


def test_a_survivable_error_is_a_rejection(engine: Any) -> None:
    outcomes = {outcome.id: outcome for outcome in through(engine, ["a", "refuse:b", "c"])}
    refused = outcomes["refuse:b"].rejected
    assert refused is not None
    assert (refused.stage, refused.name, refused.reason) == ("plain", "refuse:b", "is refused")
    assert outcomes["c"].out == ("C", 1)


def test_another_error_stops_the_run(engine: Any) -> None:
    with pytest.raises((ZeroDivisionError, RuntimeError), match="no stage raises this"):
        through(engine, ["a", "break:b"])
    while engine.collect(wait=True) is not None:
        pass


def test_room_bounds_what_is_under_way(engine: Any) -> None:
    taken = 0
    while engine.room and taken < 100:
        engine.submit(Work("plain", f"slow:{taken}", item=f"slow:{taken}"))
        taken += 1
    assert 1 <= taken <= 8
    for _ in range(taken):
        assert engine.collect(wait=True) is not None


def test_a_killed_worker_loses_nothing(workers: Any) -> None:
    ids = [f"slow:{number}" for number in range(12)]
    waiting, ended, killed = list(ids), [], 0
    while len(ended) < len(ids):
        while waiting and workers.room:
            id = waiting.pop(0)
            workers.submit(Work("plain", id, item=id))
        outcome = workers.collect(wait=True)
        ended.append(outcome)
        if len(ended) in (2, 5, 8):
            os.kill(workers.processes[0], signal.SIGKILL)
            killed += 1
    assert killed == 3
    assert sorted(outcome.id for outcome in ended) == sorted(ids)
    assert all(outcome.rejected is None for outcome in ended)


def test_work_that_ended_a_worker_once_is_done_again(workers: Any, tmp_path: Path) -> None:
    outcomes = through(workers, ["a", f"kill-once:{tmp_path / 'mark'}", "b"])
    assert all(outcome.rejected is None for outcome in outcomes)


@pytest.mark.slow
def test_work_that_ends_every_worker_is_rejected() -> None:
    with Pool(Recipe(make_plain), 2) as pool:
        outcomes = {outcome.id: outcome for outcome in through(pool, ["a", "kill:b", "c"])}
    refused = outcomes["kill:b"].rejected
    assert refused is not None
    assert refused.kind == "crash"
    assert outcomes["c"].out == ("C", 1)


def test_stages_that_cannot_be_made_stop_the_run() -> None:
    with Pool(Recipe(make_none), 1) as pool, pytest.raises(RuntimeError, match="can't be made"):
        through(pool, ["a"])


def test_closing_leaves_no_process() -> None:
    pool = Pool(Recipe(make_plain), 2)
    through(pool, ["a", "b", "c"])
    processes = pool.processes
    pool.submit(Work("plain", "slow:1", item="slow:1"))
    pool.close()
    for process in processes:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)


def test_deaths_in_vain_end_the_run() -> None:
    losses = Losses()
    for _ in range(IN_VAIN - 1):
        assert losses.lost((), "exit code -9") is None
    with pytest.raises(EngineLost, match="workers died"):
        losses.lost((), "exit code -9")


def test_deaths_count_by_item_until_it_ends_well() -> None:
    losses, work = Losses(), Work("plain", "a")
    for _ in range(DEATHS - 1):
        assert losses.lost((work,), "x") is None
    losses.ended(work)
    assert losses.lost((work,), "x") is None


@pytest.mark.parametrize("named", ["spark", "inlin", "pool:2", ""])
def test_unknown_engines_are_refused(named: str) -> None:
    from dateline.config import Options

    with pytest.raises(ConfigError, match="there are inline, pool, ray"):
        open_engine(named, 1, Options(db=":memory:"), {}, None)  # type: ignore[arg-type]
    assert issubclass(ConfigError, DatelineError)
