"""What stages ask of language models, whatever their size. Adapters live beside this file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from dateline.records import Token

Vectors = NDArray[np.float32]


class Parser(Protocol):
    """Turns sentences into tokens with lemma, part of speech and head."""

    @property
    def name(self) -> str:
        """Engine and model version, as kept in ``Made.engine``."""
        ...

    @property
    def languages(self) -> frozenset[str]:
        """ISO 639-1 codes it can parse."""
        ...

    def parse(self, sentences: Sequence[str], language: str) -> list[tuple[Token, ...]]:
        """Parse each sentence; token offsets count from that sentence's start.

        Raises EngineError when the engine fails.
        """
        ...


class Embedder(Protocol):
    """Turns texts into unit vectors that are near where meanings are near, across languages."""

    @property
    def name(self) -> str:
        """Engine and model version; vectors of two names are never compared."""
        ...

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        ...

    @property
    def languages(self) -> frozenset[str]:
        """ISO 639-1 codes on which it was seen to work."""
        ...

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Return one unit vector a text, shape (len(texts), dimension), float32.

        The same text gives the same vector whatever stands beside it.
        """
        ...


class NamedSpan(Protocol):
    """A name found in a sentence: characters ``start`` to ``end``, a coarse ``label``."""

    start: int
    end: int
    label: str


class Recogniser(Protocol):
    """Finds names (PER, ORG, LOC) that no list holds."""

    @property
    def name(self) -> str:
        """Engine and model version."""
        ...

    @property
    def languages(self) -> frozenset[str]:
        """ISO 639-1 codes it knows."""
        ...

    def names(self, sentences: Sequence[str], language: str) -> list[list[NamedSpan]]:
        """Find the names of each sentence; offsets count from that sentence's start."""
        ...
