"""How several processes share the work on one store: a part of ``ports.Store``.

Reading can be done by any number of workers, each on inputs of its own (claims). Grouping is one
process's at a time (the leader). Claims and leadership end by themselves when their process
dies. A leader that was held up and replaced can't write any more: its transactions are refused
by the epoch of its leadership, whatever the clocks say. Forgetting a report begins a new epoch
too, so that no leader goes on with it in memory.
"""

from __future__ import annotations

from typing import NamedTuple, Protocol


class Claim(NamedTuple):
    """An input that a worker has in hand; ``tries`` counts how often it was taken."""

    id: str
    tries: int


class Sharing(Protocol):
    """What several processes share work by."""

    def claim(
        self, stage: str, version: int, holder: str, limit: int, seconds: float
    ) -> list[Claim]:
        """Take up to ``limit`` inputs that are due, for so many seconds, in order.

        Nobody is given them again until then; a dead holder's come back after that. Not to be
        used in a transaction.
        """
        ...

    def give_back(self, stage: str, holder: str) -> None:
        """Let go of everything that ``holder`` has of a stage, done or not."""
        ...

    def lead(self, name: str, holder: str, seconds: float, *, over: str | None = None) -> bool:
        """Become the leader of a work or stay it, for so many seconds; False while another is.

        From then on every transaction of this store is the leader's: Superseded once another
        process has taken over, and nothing is written. A leader that was replaced gets False,
        until it has stepped down. ``over`` is replaced in any case: say so where it is known to
        have died.
        """
        ...

    def led_by(self, name: str) -> str | None:
        """Return who leads a work now, None where nobody does."""
        ...

    def term(self) -> int:
        """Return a number that changes when what a leader remembers may no longer hold: another
        led since this store last did, or a report was forgotten. Nothing is read for it.
        """
        ...

    def step_down(self, holder: str) -> None:
        """Lead no longer: the next that asks does. Transactions are anybody's again."""
        ...

    def arrived(self, stage: str, version: int, before: str, version_before: int) -> list[str]:
        """Return the reports due in ``stage`` that came in before everything that is still due
        in the stage ``before``: what can be gone on with while that is not done.
        """
        ...
