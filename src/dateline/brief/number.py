"""Number: one number of a sentence, with what it counts."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Number:
    """A number: its value, where it stands in the sentence, and what it counts.

    ``unit`` is a singular noun in English ("minute", "people", "dollar") or "" when unknown;
    ``kind`` is *count*, *percent*, *money*, *ordinal*, *date* (a year or a day) or *bare*.
    ``hedged`` keeps "about" and "at least": such a number isn't exact.
    """

    value: Decimal
    start: int
    end: int
    unit: str
    kind: str
    hedged: bool
