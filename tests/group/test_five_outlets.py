"""Five outlets on ten political events of one week, without vectors and with the defaults."""

import json
import random
from pathlib import Path

import pytest

from bench.make.b_cubed import b_cubed
from dateline.group import Grouper
from tests.group.samples import sketched

DATA = Path(__file__).parents[1] / "data" / "stories" / "five_outlets.jsonl"
ROWS = [json.loads(line) for line in DATA.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("seed", range(5))
def test_reports_meet_in_their_own_event(seed):
    pool = [
        (row["story"], sketched(row["text"], time=row["ts"][5:16].replace("T", " "),
                                outlet=row["doc_id"].split()[-1]))
        for row in ROWS
    ]  # fmt: skip
    random.Random(seed).shuffle(pool)
    grouper, found = Grouper(), {}
    for _, one in pool:
        for story in grouper.add(one).stories:
            if not story.merged_into:
                found.update({member.report: story for member in story.members})
    stories = [found[one.id] for _, one in pool]
    precision, _, f1 = b_cubed([story.id for story in stories], [event for event, _ in pool])
    assert precision == 1.0 and f1 >= 0.97
    assert all(story.independent == len(story.members) for story in stories)
