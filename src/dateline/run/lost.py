"""What to do about work whose worker died."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dateline.errors import DatelineError
from dateline.records import Rejected
from dateline.run.work import Outcome, Work

# A worker that dies is somebody's kill, or want of memory; an item that it dies on this often is
# the cause itself.
DEATHS = 4
# Deaths in a row without any work ended between them: workers can't live here at all.
IN_VAIN = 12


class EngineLost(DatelineError):
    """No worker can be kept alive."""


class Losses:
    """Counts deaths, to tell an accident from an item that kills and from a broken machine."""

    def __init__(self) -> None:
        self._deaths: Counter[tuple[str, str]] = Counter()
        self._in_vain = 0

    def ended(self, work: Work) -> None:
        """Note that work ended well."""
        self._in_vain = 0
        self._deaths.pop((work.stage, work.id), None)

    def lost(self, had: Sequence[Work], how: str) -> Outcome | None:
        """Note that a worker died that was deciding the first of ``had``, if it had any yet.

        Returns a rejection once the same item has ended four workers; None where all that it
        had is to be done again. Raises EngineLost after twelve deaths in vain.
        """
        self._in_vain += 1
        if self._in_vain >= IN_VAIN:
            raise EngineLost(
                f"{IN_VAIN} workers died one after the other ({how}); "
                "try --engine inline to see why, or fewer workers if memory is short"
            )
        if not had:
            return None
        first = had[0]
        key = (first.stage, first.id)
        self._deaths[key] += 1
        if self._deaths[key] < DEATHS:
            return None
        del self._deaths[key]
        reason = f"ended {DEATHS} workers that took it ({how})"
        refusal = Rejected(
            stage=first.stage, id=first.id, name=first.id, kind="crash", reason=reason
        )
        return Outcome(first.stage, first.id, rejected=refusal)
