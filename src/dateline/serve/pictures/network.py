"""Who dealt with whom in a period: actors as points, dyads as lines, laid out by their ties."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.serve.pictures.engine import Picture, draw
from dateline.serve.pictures.layout import placed
from dateline.serve.pictures.look import COLOURS, HERE

WIDTH, HEIGHT = 720, 460
_BARE = {"axis": None, "type": "quantitative", "scale": {"domain": [-0.08, 1.08]}}
# Weaker leanings of a few events' mean score are noise.
_LEANS = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A dyad of the network: how many events, and their mean score (-10 to +10)."""

    a: str
    b: str
    events: int
    score: float
    says: str
    path: str


def network(
    edges: Sequence[Edge],
    names: Mapping[str, str],
    paths: Mapping[str, str],
    words: Mapping[str, str],
    language: str,
) -> Picture:
    """Draw a network. ``names`` are what actors are called, ``paths`` their pages.

    Colours tell cooperation from conflict, a thick line is of many events. ``words`` names
    "cooperation", "neither", "conflict" and the picture.
    """
    weight: Counter[str] = Counter()
    for edge in edges:
        weight.update({edge.a: edge.events, edge.b: edge.events})
    order = sorted(weight, key=lambda actor: (-weight[actor], actor))
    index = {actor: number for number, actor in enumerate(order)}
    at = placed(len(order), [(index[e.a], index[e.b], e.events) for e in edges])
    nodes = [
        {
            "x": at[index[actor]][0], "y": at[index[actor]][1], "label": names[actor],
            "n": weight[actor], "to": HERE + paths[actor], "says": names[actor],
        }
        for actor in order
    ]  # fmt: skip
    lines = [
        {
            "x": at[index[edge.a]][0], "y": at[index[edge.a]][1],
            "x2": at[index[edge.b]][0], "y2": at[index[edge.b]][1],
            "n": edge.events, "leans": words[_leaning(edge.score)], "to": HERE + edge.path,
            "says": edge.says,
        }
        for edge in sorted(edges, key=lambda edge: (-edge.events, edge.a, edge.b))
    ]  # fmt: skip
    return draw(_spec(nodes, lines, words), name=words["picture"], language=language)


def _leaning(score: float) -> str:
    if abs(score) < _LEANS:
        return "neither"
    return "cooperation" if score > 0 else "conflict"


def _spec(
    nodes: list[dict[str, Any]], lines: list[dict[str, Any]], words: Mapping[str, str]
) -> dict[str, Any]:
    place = {"x": {"field": "x", **_BARE}, "y": {"field": "y", **_BARE}}
    opens = {"href": {"field": "to"}, "description": {"field": "says"}}
    leanings = ("cooperation", "neither", "conflict")
    return {
        "width": WIDTH,
        "height": HEIGHT,
        "resolve": {"scale": {"size": "independent"}},
        "layer": [
            {
                "data": {"values": lines},
                "mark": {"type": "rule", "opacity": 0.7, "strokeCap": "round"},
                "encoding": {
                    **place, "x2": {"field": "x2"}, "y2": {"field": "y2"}, **opens,
                    "size": {
                        "field": "n", "type": "quantitative", "legend": None,
                        "scale": {"type": "sqrt", "range": [1, 9], "zero": True},
                    },
                    "color": {
                        "field": "leans", "type": "nominal",
                        "scale": {
                            "domain": [words[leaning] for leaning in leanings],
                            "range": [COLOURS[role] for role in ("warm2", "soft", "cold2")],
                        },
                        "legend": {"symbolType": "stroke", "symbolStrokeWidth": 4},
                    },
                },
            },
            {
                "data": {"values": nodes},
                "mark": {
                    "type": "point", "filled": True, "opacity": 1, "color": COLOURS["card"],
                    "stroke": COLOURS["ink"], "strokeWidth": 1.5,
                },
                "encoding": {
                    **place, **opens,
                    "size": {
                        "field": "n", "type": "quantitative", "legend": None,
                        "scale": {"range": [80, 700], "zero": True},
                    },
                },
            },
            {
                "data": {"values": nodes},
                "mark": {"type": "text", "dy": -19, "limit": 150},
                "encoding": {**place, "text": {"field": "label"}},
            },
        ],
    }  # fmt: skip
