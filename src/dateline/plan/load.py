"""The load that somebody wishes to carry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dateline.errors import ConfigError

# Characters of an average report: about 500 words of English; the East Asian scripts say the
# same in a third to a half of the signs.
TYPICAL = {"en": 3_000, "ja": 1_200, "zh": 1_000, "ko": 1_500}
OTHER = 3_000


def typical(language: str) -> int:
    """Return how many characters an average report in a language has."""
    return TYPICAL.get(language, OTHER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """Reports a day, how they divide into languages, what is kept, and who reads.

    ``languages`` maps ISO codes to shares, which are scaled to one. ``keep_days`` is how long
    reports stay; ``archive`` is how many are read in once, in ``backfill_days``. ``readers`` look
    at ``pages`` pages an hour each in the busiest hour. ``characters`` overrules the typical
    length of a report. Grouping compares with the last ``window_days``, and with ``most_active``
    reports at the most, whatever comes in.
    """

    reports: float
    languages: Mapping[str, float] = field(default_factory=lambda: {"en": 1.0})
    keep_days: float = 365.0
    window_days: float = 180.0
    most_active: float = 20_000.0
    archive: float = 0.0
    backfill_days: float = 7.0
    readers: float = 5.0
    pages: float = 60.0
    characters: float | None = None

    def __post_init__(self) -> None:
        amounts = (self.reports, self.keep_days, self.archive, self.readers, self.pages)
        if min(amounts) < 0 or self.backfill_days <= 0 or self.window_days <= 0:
            raise ConfigError("a load's amounts may not be negative, nor its days none")
        if (
            not self.languages
            or min(self.languages.values()) < 0
            or not sum(self.languages.values())
        ):
            raise ConfigError("a load names at least one language with a share above zero")

    @property
    def shares(self) -> dict[str, float]:
        """The languages' shares, summing to one."""
        total = sum(self.languages.values())
        return {name: share / total for name, share in sorted(self.languages.items())}

    def length(self, language: str) -> float:
        """Characters of an average report in a language."""
        return self.characters or typical(language)

    @property
    def lengths(self) -> float:
        """How long an average report is, in reports of typical length of its language."""
        return sum(share * self.length(one) / typical(one) for one, share in self.shares.items())
