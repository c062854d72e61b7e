"""The same articles in four languages, look-alikes among them, with the engines that ship."""

from pathlib import Path

import pytest

from bench.make.reports import Reader, load_lines
from bench.tasks.stories import in_order, measure

DATA = Path(__file__).parents[1] / "data" / "stories" / "four_languages.jsonl"


@pytest.mark.slow
def test_articles_in_four_languages_meet_and_look_alikes_stay_apart():
    lines = load_lines(DATA)
    reader = Reader()
    if len(reader.engines.embedders) < 2:
        pytest.skip("an embedder is missing here")
    sketches = reader.sketches(lines)
    for seed in range(3):
        order = in_order(lines, seed)
        figures = measure([lines[at] for at in order], [sketches[at] for at in order])
        assert figures["b3_f1"] >= 0.9, figures
        assert figures["b3_r"] == 1.0, figures
