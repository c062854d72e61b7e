"""A story's time: its events and its reports, one above the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from dateline.serve.pictures.engine import Picture, draw
from dateline.serve.pictures.look import COLOURS, HERE

WIDTH = 600
_ROW = 42
_ROLES = {"event": "brand", "report": "link", "due": "soft"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A mark on the line: what it is, when, the words for it and the page that it opens."""

    kind: Literal["event", "report", "due"]
    at: datetime
    until: datetime | None
    says: str
    path: str


def timeline(moments: Sequence[Moment], words: Mapping[str, str], language: str) -> Picture:
    """Draw moments on one line of time, a row for each kind; ``words`` names kinds and picture."""
    kinds = [kind for kind in _ROLES if any(moment.kind == kind for moment in moments)]
    rows = [words[kind] for kind in kinds]
    values: list[dict[str, Any]] = [
        {
            "row": words[moment.kind],
            "t": moment.at.isoformat(),
            "until": (moment.until or moment.at).isoformat(),
            "says": moment.says,
            "to": HERE + moment.path,
        }
        for moment in moments
    ]
    shared = {
        "x": {
            "field": "t", "type": "temporal", "scale": {"type": "utc", "nice": True},
            "axis": {"title": None, "tickCount": 7, "grid": True},
        },
        "y": {
            "field": "row", "type": "nominal", "sort": rows, "scale": {"domain": rows},
            "axis": {"title": None, "ticks": False, "domain": False, "labelColor": COLOURS["ink"],
                     "labelPadding": 10, "labelLimit": 160},
        },
        "color": {
            "field": "row", "type": "nominal", "legend": None,
            "scale": {"domain": rows, "range": [COLOURS[_ROLES[kind]] for kind in kinds]},
        },
    }  # fmt: skip
    spec = {
        "width": WIDTH,
        "height": {"step": _ROW},
        # Browsers' letters may be wider than those that labels were measured with.
        "padding": {"left": 28, "right": 6, "top": 5, "bottom": 5},
        "data": {"values": values},
        "encoding": shared,
        "layer": [
            {
                "transform": [{"filter": "datum.until != datum.t"}],
                "mark": {"type": "rule", "strokeWidth": 4, "opacity": 0.45, "strokeCap": "round"},
                "encoding": {"x2": {"field": "until"}},
            },
            {
                "mark": {"type": "point", "filled": True, "size": 130, "opacity": 0.8},
                "encoding": {"href": {"field": "to"}, "description": {"field": "says"}},
            },
        ],
    }
    return draw(spec, name=words["picture"], language=language)
