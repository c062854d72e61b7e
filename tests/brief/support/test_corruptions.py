"""Written corruptions of the samples are caught, and the samples themselves pass."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from bench.corruptions import KINDS
from bench.reading import open_measuring_desk, read_path
from dateline.brief.support import Evidence, check_with
from dateline.brief.support.parsed import parse


@pytest.mark.slow
def test_corruptions_of_the_samples_are_caught(root: Path) -> None:
    caught, made, refused = Counter[str](), Counter[str](), []
    with open_measuring_desk() as desk:
        for report, reading in read_path(desk, root / "examples"):
            if reading.language != "en":
                continue
            evidence = Evidence([(report, reading)], desk.engines)
            texts = [report.quote(sentence.span) for sentence in reading.sentences]
            for parsed in parse(texts, "en", desk.engines.parser_for("en")):
                verdict = check_with(parsed.text, evidence)
                if not verdict.supported:
                    refused.append((parsed.text, verdict.reason))
                for kind, corrupt in KINDS.items():
                    changed = corrupt(parsed)
                    if changed is not None:
                        made[kind] += 1
                        caught[kind] += not check_with(changed, evidence).supported
    assert refused == []
    assert set(made) == set(KINDS)
    assert sum(caught.values()) / sum(made.values()) >= 0.97
    for kind in KINDS:
        assert caught[kind] / made[kind] >= 0.9, kind
