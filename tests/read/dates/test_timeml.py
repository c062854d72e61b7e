"""TIMEX3 values of English news sentences, by TimeML's annotation guidelines.

The guidelines: Saurí et al. 2006, "TimeML Annotation Guidelines 1.2.1". ``timeml.txt`` holds a
sentence a line and the values of its expressions in text order. Where the guidelines leave it to
the annotator (a month or a year "ago"), the value has the unit of the words: ``2012-09``.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from dateline.read.dates import find_dates

PUBLISHED = datetime(2013, 3, 22, 12, tzinfo=UTC)
LINES = Path(__file__).with_name("timeml.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("line", [line for line in LINES if not line.startswith("#")])
def test_values(line: str) -> None:
    sentence, _, wanted = line.partition(" | ")
    found = find_dates(sentence, "en", report="r", published=PUBLISHED)
    assert " & ".join(mention.when.timex for mention in found) == wanted
