"""Sentence vectors of a story's readings, all of one engine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from dateline.engines import Embedder, Engines, unpack
from dateline.records import Reading, Report

# The key under which a report's table holds its title, beside the indices of its sentences.
TITLE = -1
Table = dict[str, dict[int, NDArray[np.float32]]]


def sentence_vectors(
    reports: Mapping[str, Report],
    readings: Mapping[str, Reading],
    order: tuple[str, ...],
    engines: Engines | None,
) -> Table:
    """Return the vector of each sentence by report and index, and of its title under TITLE.

    Vectors of two engines are never compared, so one engine serves the whole story: the one
    that most readings have, else the one that ``engines`` gives the language of most of them.
    What lacks its vector gets it now where that engine is at hand, and stays without where
    it isn't.
    """
    have: Counter[str] = Counter()
    for one in order:
        if reading := readings.get(one):
            have.update({v.engine for v in reading.vectors if v.of == "sentence"})
    embedder: Embedder | None = None
    if have:
        name = min(have, key=lambda engine: (-have[engine], engine))
        known = engines.embedders if engines is not None else ()
        embedder = next((one for one in known if one.name == name), None)
    elif engines is not None:
        languages = Counter(readings[r].language for r in order if r in readings)
        embedder = engines.embedder_for(
            min(languages, key=lambda x: (-languages[x], x), default="und")
        )
        name = embedder.name if embedder is not None else ""
    else:
        return {}
    table: Table = {}
    for report_id in order:
        reading = readings.get(report_id)
        if reading is None:
            continue
        found = {
            v.sentence: unpack(v.values)
            for v in reading.vectors
            if v.of == "sentence" and v.engine == name
        }
        if not found and embedder is not None and reading.sentences:
            report = reports[report_id]
            texts = [report.quote(sentence.span) for sentence in reading.sentences]
            found = dict(enumerate(embedder.embed(texts)))
        table[report_id] = found
    titled = [one for one in table if reports[one].title]
    if embedder is not None and titled:
        vectors = embedder.embed([reports[one].title or "" for one in titled])
        for one, vector in zip(titled, vectors, strict=True):
            table[one][TITLE] = vector
    return table
