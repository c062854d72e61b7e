import os
import subprocess
import sys

import numpy as np
import pytest

from dateline.engines import e5
from dateline.engines.e5 import E5Embedder
from dateline.engines.use import UseEmbedder
from dateline.errors import EngineError

TEXTS = [
    "The two leaders met in Nara on Tuesday.",
    "両首脳は火曜日に奈良で会談した。",
    "A strike closed the port of Valparaíso for a third day.",
    "",
    "word " * 700,
]


@pytest.fixture(scope="module", params=[UseEmbedder, E5Embedder])
def embedder(request):
    engine = request.param()
    if engine.missing():
        pytest.skip(engine.missing())
    return engine


def test_one_unit_vector_a_text(embedder):
    rows = embedder.embed(TEXTS)
    assert rows.shape == (len(TEXTS), embedder.dimension)
    assert rows.dtype == np.float32
    assert np.allclose(np.linalg.norm(rows, axis=1), 1.0, atol=1e-5)
    assert embedder.embed([]).shape == (0, embedder.dimension)


def test_a_vector_does_not_depend_on_its_neighbours(embedder):
    alone = np.concatenate([embedder.embed([text]) for text in TEXTS])
    together = embedder.embed(TEXTS + TEXTS[::-1])
    assert (together[: len(TEXTS)] == alone).all()
    assert (together[len(TEXTS) :] == alone[::-1]).all()


def test_translations_are_nearer_than_strangers(embedder):
    english, japanese, strike = embedder.embed(TEXTS[:3])
    assert english @ japanese > english @ strike + 0.02


def test_another_process_with_other_threads_gives_the_same_bits(embedder):
    code = (
        f"from {type(embedder).__module__} import {type(embedder).__name__} as E\n"
        f"print(E().embed({TEXTS[:3]!r}).tobytes().hex())"
    )
    environment = {
        **os.environ, "OMP_NUM_THREADS": "2", "OPENBLAS_NUM_THREADS": "2", "PYTHONHASHSEED": "7",
    }  # fmt: skip
    run = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == embedder.embed(TEXTS[:3]).tobytes().hex()


def test_a_nul_does_not_cut_the_text_short(embedder):
    whole, cut = embedder.embed(["Ministers met.\0They signed nothing at all.", "Ministers met."])
    assert whole @ cut < 0.999


def test_an_old_processor_is_told_plainly_and_not_crashed(monkeypatch):
    monkeypatch.setattr(e5, "processor_flags", lambda: frozenset({"sse2"}))
    engine = E5Embedder()
    reason = engine.missing()
    assert reason is not None
    with pytest.raises(EngineError):
        engine.embed(["text"])
