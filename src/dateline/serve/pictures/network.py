"""Who dealt with whom in a period: actors as points, dyads as lines, laid out by their ties.

Lines and circles at places that are known need no chart engine: they are written as they are, in a
hundredth of the time, which matters where every period asked for is another picture.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as Tree  # it only writes here

from markupsafe import Markup

from dateline.serve.pictures.engine import Picture
from dateline.serve.pictures.layout import placed

WIDTH, HEIGHT = 720, 500
_TOP = 40  # for the legend
_EDGE = 56
_THICKEST, _THINNEST = 9.0, 1.0
_LARGEST, _SMALLEST = 700.0, 80.0  # areas of points
# Weaker leanings of a few events' mean score are noise.
_LEANS = 1.0
_STROKES = {"cooperation": "s-warm2", "neither": "s-soft", "conflict": "s-cold2"}
_LONGEST = 28  # letters of a label
# The width of one where the picture is drawn smallest and its letters largest (see style.css),
# about: an East Asian one takes two.
_LETTER = 11.5


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
    ties = tuple((index[edge.a], index[edge.b], edge.events) for edge in edges)
    at = {actor: _on_paper(*place) for actor, place in zip(order, placed(len(order), ties),
                                                           strict=True)}  # fmt: skip
    root = Tree.Element("svg", {
        "xmlns": "http://www.w3.org/2000/svg", "class": "drawn", "width": str(WIDTH),
        "height": str(HEIGHT), "viewBox": f"0 0 {WIDTH} {HEIGHT}", "role": "group",
        "aria-label": words["picture"],
    })  # fmt: skip
    _legend(root, words)
    most = max(weight.values(), default=1)
    busiest = max((edge.events for edge in edges), default=1)
    for edge in sorted(edges, key=lambda edge: (-edge.events, edge.a, edge.b)):
        (x1, y1), (x2, y2) = at[edge.a], at[edge.b]
        thick = _THINNEST + (_THICKEST - _THINNEST) * (edge.events / busiest) ** 0.5
        Tree.SubElement(_link(root, edge.path, edge.says), "line", {
            "x1": _written(x1), "y1": _written(y1), "x2": _written(x2), "y2": _written(y2),
            "class": _STROKES[_leaning(edge.score)], "stroke-width": _written(thick),
            "stroke-linecap": "round", "opacity": "0.7",
        })  # fmt: skip
    for actor in order:
        x, y = at[actor]
        area = _SMALLEST + (_LARGEST - _SMALLEST) * weight[actor] / most
        Tree.SubElement(_link(root, paths[actor], names[actor]), "circle", {
            "cx": _written(x), "cy": _written(y), "r": _written((area / 3.1416) ** 0.5),
            "class": "f-card s-ink", "stroke-width": "1.5",
        })  # fmt: skip
    for actor in order:
        _label(root, names[actor], *at[actor])
    return Picture(Markup(Tree.tostring(root, encoding="unicode")), WIDTH, HEIGHT)  # noqa: S704


def _leaning(score: float) -> str:
    if abs(score) < _LEANS:
        return "neither"
    return "cooperation" if score > 0 else "conflict"


def _on_paper(x: float, y: float) -> tuple[float, float]:
    """Scale a place in the unit square, upwards, to pixels, downwards."""
    return (
        _EDGE + x * (WIDTH - 2 * _EDGE),
        HEIGHT - _EDGE / 2 - y * (HEIGHT - _TOP - 1.5 * _EDGE),
    )


def _link(root: Tree.Element, path: str, says: str) -> Tree.Element:
    link = Tree.SubElement(root, "a", {"href": path, "aria-label": says})
    Tree.SubElement(link, "title").text = says
    return link


def _label(root: Tree.Element, name: str, x: float, y: float) -> None:
    """Write a name over its point; at the edges of the picture it stays inside."""
    text = name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"
    half = _width(text) / 2
    anchor = "start" if x < half else "end" if x > WIDTH - half else "middle"
    beside = {"start": max(2.0, x - 12), "end": min(WIDTH - 2.0, x + 12), "middle": x}[anchor]
    Tree.SubElement(root, "text", {
        "x": _written(beside), "y": _written(y - 18), "text-anchor": anchor, "font-size": "12",
        "class": "f-ink",
    }).text = text  # fmt: skip


def _legend(root: Tree.Element, words: Mapping[str, str]) -> None:
    for column, (leaning, stroke) in enumerate(_STROKES.items()):
        x = 4 + column * WIDTH / len(_STROKES)
        Tree.SubElement(root, "line", {
            "x1": _written(x), "y1": "14", "x2": _written(x + 16), "y2": "14", "class": stroke,
            "stroke-width": "4",
        })  # fmt: skip
        Tree.SubElement(root, "text", {
            "x": _written(x + 22), "y": "18", "font-size": "12", "class": "f-ink",
        }).text = words[leaning]  # fmt: skip


def _width(text: str) -> float:
    """Estimate the width of a text in pixels."""
    return sum(_LETTER if ord(letter) < 0x1100 else 2 * _LETTER for letter in text)


def _written(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
