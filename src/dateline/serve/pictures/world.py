"""Where events took place: circles on the outlines of countries."""

from __future__ import annotations

import functools
import json
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from dateline.serve.pictures.engine import Picture, draw
from dateline.serve.pictures.look import COLOURS, HERE

WIDTH, HEIGHT = 940, 430
# Natural Earth's projection was drawn for maps of the whole world; Antarctica is left out.
_PROJECTION = {"type": "equalEarth", "scale": 181, "translate": [WIDTH / 2 - 8, HEIGHT / 2 + 38]}
_ANTARCTICA = "010"
_FRAME = {"width": WIDTH, "height": HEIGHT, "padding": 0, "projection": _PROJECTION}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place of the map: WGS 84 degrees, how many events, the words for it and its page."""

    latitude: float
    longitude: float
    events: int
    says: str
    path: str


def world_map(places: Sequence[Place], name: str, language: str) -> Picture:
    """Draw places as circles whose area counts events; the largest lie below."""
    values: list[dict[str, Any]] = [
        {
            "lat": place.latitude, "lon": place.longitude, "n": place.events,
            "says": place.says, "to": HERE + place.path,
        }
        for place in sorted(places, key=lambda p: (-p.events, p.latitude, p.longitude))
    ]  # fmt: skip
    points: dict[str, Any] = {
        "data": {"values": values},
        "mark": {
            "type": "circle", "color": COLOURS["brand"], "opacity": 0.75,
            "stroke": COLOURS["card"], "strokeWidth": 1,
        },
        "encoding": {
            "latitude": {"field": "lat", "type": "quantitative"},
            "longitude": {"field": "lon", "type": "quantitative"},
            "size": {
                "field": "n", "type": "quantitative", "legend": None,
                "scale": {"range": [40, 900], "zero": True},
            },
            "href": {"field": "to"},
            "description": {"field": "says"},
        },
    }  # fmt: skip
    return draw({**_FRAME, **points}, name=name, language=language).over(_land())


def warm() -> None:
    """Start the engine, which takes the better part of a second, before anybody asks: with the
    picture that every map needs.
    """
    _land()


def _land() -> Picture:
    """The outlines alone: the same under every map, and most of the work."""
    spec = {
        **_FRAME,
        "data": {"values": _outlines(), "format": {"type": "topojson", "feature": "countries"}},
        "transform": [{"filter": f"datum.id != '{_ANTARCTICA}'"}],
        "mark": {
            "type": "geoshape", "fill": COLOURS["land"], "stroke": COLOURS["paper"],
            "strokeWidth": 0.6, "aria": False,
        },
    }  # fmt: skip
    return draw(spec, name="")


@functools.cache
def _outlines() -> Any:
    path = files("dateline.serve.pictures") / "data" / "countries-110m.json"
    return json.loads(path.read_text(encoding="utf-8"))
