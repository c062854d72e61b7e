"""The trained scorer and the lexicon's answer."""

from __future__ import annotations

from dateline.engines.use import UseEmbedder
from dateline.events.scorer import load_scorer


def test_it_speaks_only_where_the_lexicon_is_silent() -> None:
    embedder = UseEmbedder()
    scorer = load_scorer(embedder.name)
    assert scorer is not None
    (vector,) = embedder.embed(["Policemen detained two editors and shut their newspaper."])
    assert scorer.decide(vector, None).action == "COERCE"
    assert scorer.decide(vector, "AID").action == "AID"
    assert abs(sum(scorer.probabilities(vector).values()) - 1) < 1e-6


def test_there_is_none_for_another_embedder() -> None:
    assert load_scorer("other-1.0") is None
