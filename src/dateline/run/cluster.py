"""Engine: Ray actors that hold models, on this machine or on a cluster."""

from __future__ import annotations

import os
import secrets
from collections import deque
from dataclasses import dataclass, field
from logging import ERROR
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from dateline.errors import ConfigError
from dateline.run.lost import Losses
from dateline.run.work import Outcome, Work
from dateline.run.worker import Failure, Recipe, Worker, stop_for

# Work an actor has before it: one that it decides and one that is on its way.
AHEAD = 2
# Bytes of shared memory for what is under way: a report and its reading take some 100 kB.
MEMORY = 200 << 20


@dataclass(slots=True, eq=False)
class _Hand:
    """An actor as the driver sees it, and the work it has, oldest first.

    ``arrival`` is answered, with the number of its ``process``, once its models are loaded;
    None from then on.
    """

    actor: Any
    arrival: Any
    process: int = 0
    has: deque[tuple[Any, Work]] = field(default_factory=deque)


class Cluster:
    """Ray actors that are replaced when they die; what they had is given out again.

    Without an address Ray is started on this machine, for as long as the engine is open; with
    one the cluster there is joined (``auto`` finds one that runs here). An actor takes one core;
    there are ``workers`` of them, as far as the cluster has cores (0: one on each).
    What waits for an actor is bounded, so that neither the driver nor Ray's object store grows
    with the archive.
    """

    lines = 2

    def __init__(self, recipe: Recipe, workers: int, address: str = "") -> None:
        self._ray = ray = _ray(bool(address))
        self._recipe = recipe
        self.loads = bool(recipe.db)
        self._started = not ray.is_initialized()
        try:
            if not self._started:
                pass  # whoever embeds the desk has joined a cluster already
            elif address:
                ray.init(address=address, log_to_driver=False, logging_level=ERROR)
            else:
                # Known to this process and its children alone; Ray would write one to the home.
                os.environ.setdefault("RAY_AUTH_TOKEN", secrets.token_hex(32))
                ray.init(
                    num_cpus=workers,
                    include_dashboard=False,
                    log_to_driver=False,
                    logging_level=ERROR,
                    object_store_memory=MEMORY,
                )
        except (ConnectionError, ValueError, RuntimeError) as error:
            where = f"at {address}" if address else "on this machine"
            hint = "; a cluster with a token wants RAY_AUTH_TOKEN" if address else ""
            raise ConfigError(f"no Ray {where}: {error}{hint}") from error
        self._holder = ray.remote(num_cpus=1, max_restarts=0)(Worker)
        self._losses = Losses()
        self._again: deque[Work] = deque()
        self._ended: deque[Outcome] = deque()
        # An actor more than there are cores would be waited for without end.
        cores = int(ray.cluster_resources().get("CPU", 0))
        self._hands = [self._hire() for _ in range(min(workers or cores, cores))]
        if not self._hands:
            self.close()
            raise ConfigError(f"the Ray cluster at {address} has no core to work on")

    @property
    def name(self) -> str:
        """How people call it."""
        return f"ray of {len(self._hands)}"

    @property
    def room(self) -> int:
        """What the actors can still take."""
        return max(0, sum(AHEAD - len(hand.has) for hand in self._hands) - len(self._again))

    @property
    def processes(self) -> tuple[int, ...]:
        """See ``engine.Engine.processes``; on the machines that they run on."""
        return tuple(hand.process for hand in self._hands if hand.process)

    def warm(self) -> None:
        """See ``engine.Engine.warm``."""
        while coming := {hand.arrival: hand for hand in self._hands if hand.arrival is not None}:
            heard, _ = self._ray.wait(list(coming))
            for reference in heard:
                self._hear(coming[reference], reference)

    def submit(self, work: Work) -> None:
        """Give work to the actor that has least."""
        self._again.append(work)
        self._give()

    def _give(self) -> None:
        while self._again:
            hand = min(self._hands, key=lambda hand: len(hand.has))
            if len(hand.has) >= AHEAD:
                return
            work = self._again.popleft()
            hand.has.append((hand.actor.decide.remote(work), work))

    def collect(self, wait: bool) -> Outcome | None:
        """See ``engine.Engine.collect``."""
        while True:
            if self._ended:
                return self._ended.popleft()
            listening = {hand.arrival or hand.has[0][0]: hand for hand in self._hands if hand.has}
            if not listening:
                return None
            heard, _ = self._ray.wait(list(listening), timeout=None if wait else 0)
            if not heard:
                return None
            for reference in heard:
                self._hear(listening[reference], reference)
            self._give()

    def _hear(self, hand: _Hand, reference: Any) -> None:
        try:
            said = self._ray.get(reference)
        except self._ray.exceptions.RayActorError as error:
            self._replace(hand, " ".join(str(error).split())[:200])
            return
        except self._ray.exceptions.RayTaskError as error:
            raise RuntimeError(f"a Ray worker could not begin: {error}") from error
        if hand.arrival is not None:
            hand.arrival, hand.process = None, said
            return
        _, work = hand.has.popleft()
        if isinstance(said, Failure):
            stop_for(said, f"{work.stage} of {work.id}")
        self._losses.ended(work)
        self._ended.append(said)

    def _replace(self, hand: _Hand, how: str) -> None:
        """Make another actor for one that died; the work that it had comes first again."""
        had = [work for _, work in hand.has]
        given_up = self._losses.lost(had if hand.arrival is None else (), how)
        if given_up is not None:
            del had[0]
            self._ended.append(given_up)
        self._again.extendleft(reversed(had))
        self._hands[self._hands.index(hand)] = self._hire()

    def _hire(self) -> _Hand:
        actor = self._holder.remote(self._recipe)
        return _Hand(actor, actor.process.remote())

    def close(self) -> None:
        """End the actors; leave the cluster, or end it, where it was joined or started here."""
        for hand in self._hands:
            self._ray.kill(hand.actor)
        if self._started:
            self._ray.shutdown()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _ray(joins: bool) -> Any:
    # A desk reports to nobody; Ray would by itself.
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    if joins and _has_token():
        # `ray start` guards a cluster wherever a token is found. A driver that joins one sends
        # it only in this mode, which Ray reads as it is imported.
        os.environ.setdefault("RAY_AUTH_MODE", "token")
    try:
        import ray
        import ray.exceptions
    except ImportError:
        raise ConfigError(
            "Ray is not installed: pip install 'dateline[ray]', or use --engine pool"
        ) from None
    return ray


def _has_token() -> bool:
    """Say whether a token stands where Ray looks for one."""
    if os.environ.get("RAY_AUTH_TOKEN"):
        return True
    path = os.environ.get("RAY_AUTH_TOKEN_PATH")
    return (Path(path) if path else Path.home() / ".ray" / "auth_token").is_file()
