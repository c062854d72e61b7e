"""A dyad's picture: what was counted, and the smoothed score with its bounds and turns."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from dateline.records import QuadClass, Relation, RelationPoint
from dateline.relate import Turn
from dateline.serve.pictures.engine import Picture, draw
from dateline.serve.pictures.look import COLOURS, DAYS, MONTHS, QUAD_COLOURS

WIDTH = 680
_COUNTS, _SCORE = 150, 190
_MONTH = timedelta(days=28)
_DAYS_WRITTEN = timedelta(days=300)  # of a longer time an axis has to name the year
_FEWEST = 12

Linked = Callable[[datetime, datetime, str], str]
"""Addresses the events from one moment to before another, of a quad class or ("") of all."""


def dyad_chart(
    relation: Relation,
    turns: Sequence[Turn],
    linked: Linked,
    words: Mapping[str, str],
    language: str,
) -> Picture:
    """Draw a relation: counts above (cooperation up, conflict down), the score below.

    ``words`` names the quad classes and "counts", "score", "turn" and "picture".
    """
    ends = {point.start: point.end for point in relation.points}
    counts = [
        {
            "t": _time(point.start),
            "until": _time(point.end),
            "from": low,
            "upto": low + count,
            "quad": words[quad],
            "to": linked(point.start, point.end, quad),
            "says": f"{_day(point.start)}: {words[quad]}, {count}",
        }
        for point in relation.points
        for quad, low, count in _stacked(point)
    ]
    scores = [
        {"t": _time(_middle(p.start, p.end)), "score": p.score, "low": p.low, "high": p.high}
        for p in relation.points
    ]
    marked = [
        {
            "t": _time(_middle(turn.start, ends[turn.start])),
            "score": next(p.score for p in relation.points if p.start == turn.start),
            "to": linked(turn.start, ends[turn.start], ""),
            "says": f"{words['turn']} {_day(turn.start)}: {turn.before:+.1f} → {turn.after:+.1f}",
        }
        for turn in turns
        if turn.start in ends  # of the points that are drawn
    ]
    span = _span(relation)
    long = (relation.points[-1].end - relation.points[0].start) > _DAYS_WRITTEN
    days = relation.points[0].end - relation.points[0].start < _MONTH and not long
    written = (DAYS if days else MONTHS).get(language, MONTHS["en"])
    spec = {
        "spacing": 14,
        "vconcat": [
            _bars(counts, words, span, written),
            _line(scores, marked, words, span, written),
        ],
        "resolve": {"scale": {"x": "shared"}},
    }
    return draw(spec, name=words["picture"], language=language)


def _stacked(point: RelationPoint) -> Iterator[tuple[QuadClass, int, int]]:
    """Yield each quad class with where its part of the bar begins, and its count: cooperation
    upwards from zero, conflict downwards.
    """
    up = down = 0
    for quad, count in point.counts:
        if not count:
            continue
        if "conflict" in quad:
            down -= count
            yield quad, down, count
        else:
            yield quad, up, count
            up += count


def _span(relation: Relation) -> list[str]:
    """The time that the chart covers: a year of months or weeks at the least, so that the first
    of a new relation stand in proportion.
    """
    first, last = relation.points[0], relation.points[-1]
    begin = min(first.start, last.end - _FEWEST * (first.end - first.start))
    return [_time(begin), _time(last.end)]


def _bars(
    counts: list[dict[str, Any]], words: Mapping[str, str], span: list[str], written: str
) -> dict[str, Any]:
    return {
        "width": WIDTH,
        "height": _COUNTS,
        "data": {"values": counts},
        "mark": {"type": "rect", "stroke": COLOURS["paper"], "strokeWidth": 0.5},
        "encoding": {
            "x": _x(span, written, labels=False),
            "x2": {"field": "until"},
            "y": {
                "field": "from", "type": "quantitative",
                "axis": {"title": words["counts"], "format": "d", "tickMinStep": 1, "tickCount": 4,
                         "labelExpr": "abs(datum.value)"},
            },
            "y2": {"field": "upto"},
            "color": {
                "field": "quad", "type": "nominal",
                "scale": {
                    "domain": [words[quad] for quad in QUAD_COLOURS],
                    "range": list(QUAD_COLOURS.values()),
                },
                "legend": None,  # beside the picture, in words of the page's size
            },
            "href": {"field": "to"},
            "description": {"field": "says"},
        },
    }  # fmt: skip


def _line(
    scores: list[dict[str, Any]],
    marked: list[dict[str, Any]],
    words: Mapping[str, str],
    span: list[str],
    written: str,
) -> dict[str, Any]:
    score = {
        "field": "score", "type": "quantitative", "scale": {"domain": [-10, 10]},
        "axis": {"title": words["score"], "tickCount": 5, "format": "+d"},
    }  # fmt: skip
    return {
        "width": WIDTH,
        "height": _SCORE,
        "data": {"values": scores},
        "encoding": {"x": _x(span, written, labels=True)},
        "layer": [
            {"mark": {"type": "rule"}, "encoding": {"x": None, "y": {"datum": 0}}},
            {
                "mark": {"type": "area", "color": COLOURS["band"]},
                "encoding": {
                    "y": {**score, "field": "low"},
                    "y2": {"field": "high"},
                },
            },
            {  # the bounds of each point: where there is one alone, no area shows them
                "mark": {"type": "rule", "color": COLOURS["band"], "strokeWidth": 5},
                "encoding": {"y": {**score, "field": "low"}, "y2": {"field": "high"}},
            },
            {
                "mark": {"type": "line", "color": COLOURS["link"], "strokeWidth": 2,
                         "point": {"color": COLOURS["link"], "size": 12}},
                "encoding": {"y": score},
            },
            {
                "data": {"values": marked},
                "mark": {"type": "point", "filled": True, "size": 110, "color": COLOURS["brand"],
                         "opacity": 1, "stroke": COLOURS["card"]},
                "encoding": {
                    "y": score, "href": {"field": "to"}, "description": {"field": "says"},
                },
            },
        ],
    }  # fmt: skip


def _x(span: list[str], written: str, *, labels: bool) -> dict[str, Any]:
    axis = {"title": None, "grid": False, "labels": labels, "ticks": labels, "tickCount": 7,
            "format": written}  # fmt: skip
    return {
        "field": "t",
        "type": "temporal",
        "scale": {"type": "utc", "domain": span},
        "axis": axis,
    }


def _time(moment: datetime) -> str:
    return moment.isoformat()


def _day(moment: datetime) -> str:
    return moment.date().isoformat()


def _middle(start: datetime, end: datetime) -> datetime:
    return start + (end - start) / 2
