"""Ports and adapters for language models of every size."""

from dateline.engines.bundle import Absent, EngineOptions, Engines, load_engines
from dateline.engines.ports import Embedder, NamedSpan, Parser, Recogniser, Vectors
from dateline.engines.vectors import pack, unpack, unpack_all

__all__ = [
    "Absent", "Embedder", "EngineOptions", "Engines", "NamedSpan", "Parser", "Recogniser",
    "Vectors", "load_engines", "pack", "unpack", "unpack_all",
]  # fmt: skip
