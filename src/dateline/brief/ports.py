"""What the brief asks of engines: a parser and an embedder, either of which may be missing."""

from __future__ import annotations

from typing import Protocol

from dateline.engines.ports import Embedder, Parser


class Engines(Protocol):
    """The two engines that briefs use. None means: do without."""

    @property
    def parser(self) -> Parser | None:
        """Parses claims for the support check."""
        ...

    @property
    def embedder(self) -> Embedder | None:
        """Embeds sentences whose reading holds no vectors."""
        ...
