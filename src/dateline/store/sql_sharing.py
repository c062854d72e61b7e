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

    def lead(self, name: str, holder: str, seconds: float) -> bool:
        """See ``sharing.Sharing.lead``."""
        with self._database.write() as connection:
            fence = team.lead(connection, name, holder, self._fence, seconds)
        if fence is not None:
            self._fence = fence
        return fence is not None

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
