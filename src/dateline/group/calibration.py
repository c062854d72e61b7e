"""The weights of the score: a few rounded numbers, and how they were set.

Fitted by logistic regression on pairs of candidates from English articles on look-alike events
(ECB+: Cybulska and Vossen, 2014) and from blurbs in fifty languages (Wikipedia's "In the news"),
and rounded. Weights that came out negative against all sense were set to 0. Actors and places
were not linked there; their weights are set by hand, low, so that they support a decision that
the words or the vectors have nearly made and don't make it alone. So is that of lateness, the
weeks between two articles after the first days: neither set has dated articles.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Weights = Mapping[str, float]
Mode = Literal["articles", "blurbs", "articles across", "blurbs across"]
# A pair whose shorter text has this many words is scored half as blurbs, half as articles; the
# spread says how fast the one goes over into the other.
BREVITY = 18.0
BREVITY_ACROSS = 40.0  # the same for a pair in two languages
BREVITY_SPREAD = 3.0
# The days between two texts count against them by half where the shorter has this many words: an
# item of a few lines may stand in a list of news for weeks.
DATED_BY = 45.0
# Two articles about two days lose this, after all else has been held within its bounds: nothing
# that look-alikes share makes up for it.
APART = -7.0
# Half of it for a pair whose shorter text has this many words.
TOLD_BY = 20.0

_WEIGHTS: Mapping[tuple[Mode, str], Weights] = {
    ("articles", "e5"): {
        "bias": -7.2, "phrases": 28.0, "names": 7.0, "numbers": 4.0, "e5": 7.5,
        "actors": 0.3, "places": 0.6,
        "gap": -0.8, "late": -1.5, "strangers": -2.0,
    },
    ("articles", "use"): {
        "bias": -5.8, "phrases": 28.0, "lead": 4.0, "names": 7.9, "numbers": 3.7, "use": 3.1,
        "actors": 0.3, "places": 0.6,
        "gap": -0.8, "late": -1.5, "strangers": -2.0,
    },
    ("articles", ""): {
        "bias": -5.7, "phrases": 26.0, "lead": 8.4, "names": 9.5, "numbers": 3.8,
        "actors": 0.3, "places": 0.6,
        "gap": -0.8, "late": -1.5, "strangers": -2.0,
    },
    ("blurbs", "e5"): {
        "bias": -5.6, "names": 1.3, "e5": 10.0, "actors": 0.3, "places": 0.6, "gap": -0.8,
    },
    ("blurbs", "use"): {
        "bias": -4.4, "lead": 4.2, "names": 1.8, "use": 3.4,
        "actors": 0.3, "places": 0.6, "gap": -0.8,
    },
    ("blurbs", ""): {
        "bias": -4.4, "lead": 7.4, "names": 2.0, "actors": 0.3, "places": 0.6, "gap": -0.8,
    },
    ("blurbs across", "e5"): {
        "bias": -3.4, "numbers": 0.7, "e5": 20.0, "actors": 1.5, "places": 1.0, "gap": -1.1,
    },
    ("blurbs across", "use"): {
        "bias": -2.4, "numbers": 1.2, "names": 1.6, "use": 7.0,
        "actors": 1.5, "places": 1.0, "gap": -1.1,
    },
    ("blurbs across", ""): {
        "bias": -2.5, "numbers": 1.5, "names": 3.0, "actors": 2.5, "places": 1.5, "gap": -0.9,
    },
    ("articles across", "e5"): {
        "bias": -6.4, "numbers": 1.5, "e5": 16.0, "actors": 1.5, "places": 1.0,
        "gap": -0.8, "late": -1.5, "strangers": -2.0,
    },
    ("articles across", "use"): {
        "bias": -5.4, "numbers": 1.5, "use": 14.0, "actors": 1.5, "places": 1.0,
        "gap": -0.8, "late": -1.5, "strangers": -2.0,
    },
    ("articles across", "both"): {
        "bias": -5.9, "numbers": 1.5, "use": 7.0, "e5": 8.0, "actors": 1.5, "places": 1.0,
        "gap": -0.8, "late": -1.5, "strangers": -2.0,
    },
    ("articles across", ""): {
        "bias": -2.5, "numbers": 1.5, "names": 3.0, "actors": 2.5, "places": 1.5,
        "gap": -0.9, "late": -1.5, "strangers": -2.0,
    },
}  # fmt: skip


def weights_for(mode: Mode, engine: str) -> Weights:
    """Return the weights of a pair: of its kind, with vectors of this kind ("" for none).

    Where a pair has vectors of both kinds ("both") the e5 overrules, but for articles in two
    languages: there the one errs where the other doesn't.
    """
    if engine == "both" and mode != "articles across":
        engine = "e5"
    return _WEIGHTS[mode, engine]
