"""How processes share work, on the database's own locks."""

from __future__ import annotations

from dateline.store import team
from dateline.store.database import Database
from dateline.store.sharing import Claim
from dateline.store.team import Fence


class SqlSharing:
    """Every method is described in ``sharing.Sharing``."""

    _database: Database
    _fence: Fence | None = None
    _epoch: int = 0  # of the last leadership
    _term: int = 0

    def claim(
        self, stage: str, version: int, holder: str, limit: int, seconds: float
    ) -> list[Claim]:
        """See ``sharing.Sharing.claim``."""
        with self._database.claiming() as connection:
            return team.claim(connection, stage, version, holder, limit, seconds)

    def give_back(self, stage: str, holder: str) -> None:
        """See ``sharing.Sharing.give_back``."""
        with self._database.claiming() as connection:
            team.give_back(connection, stage, holder)

    def lead(self, name: str, holder: str, seconds: float, *, over: str | None = None) -> bool:
        """See ``sharing.Sharing.lead``."""
        before = self._fence
        with self._database.write() as connection:
            fence = team.lead(connection, name, holder, before, seconds, over)
        if fence is None:
            return False
        if before is None and fence.epoch != self._epoch + 1:
            self._term += 1
        self._fence, self._epoch = fence, fence.epoch
        return True

    def led_by(self, name: str) -> str | None:
        """See ``sharing.Sharing.led_by``."""
        with self._database.read() as connection:
            return team.led_by(connection, name)

    def term(self) -> int:
        """See ``sharing.Sharing.term``."""
        return self._term

    def step_down(self, holder: str) -> None:
        """See ``sharing.Sharing.step_down``."""
        fence, self._fence = self._fence, None
        if fence is not None and fence.holder == holder:
            with self._database.write() as connection:
                team.step_down(connection, fence)

    def arrived(self, stage: str, version: int, before: str, version_before: int) -> list[str]:
        """See ``sharing.Sharing.arrived``."""
        with self._database.read() as connection:
            return team.arrived(connection, stage, version, before, version_before)
