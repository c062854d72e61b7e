"""From a Vega-Lite specification to SVG that our pages may hold.

Vega draws (vl-convert carries it; nothing is fetched). What it draws is then made ours: no style
attributes and fonts, which the content policy refuses; colours become classes; a mark that links
is a plain link with a name that a screen reader says and a pointer shows.
"""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree as Tree  # what Vega wrote for us; nothing foreign is parsed

import vl_convert
from markupsafe import Markup

from dateline.serve.pictures.look import FORMATS, HERE, ROLES, config

_SVG = "{http://www.w3.org/2000/svg}"
_XLINK = "{http://www.w3.org/1999/xlink}href"
# What a mark may keep: geometry and how it is painted.
_KEPT = frozenset({
    "class", "cx", "cy", "d", "dx", "dy", "fill", "fill-opacity", "font-size", "font-weight",
    "height", "href", "opacity", "r", "rx", "ry", "stroke", "stroke-dasharray", "stroke-linecap",
    "stroke-miterlimit", "stroke-opacity", "stroke-width", "text-anchor", "transform", "viewBox",
    "width", "x", "x1", "x2", "y", "y1", "y2", "display",
})  # fmt: skip
_SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"  # a name; nothing is fetched
_MOST_KEPT = 256
# A tenth of a pixel is finer than any screen shows; Vega writes a thousandth.
_FINE = re.compile(r"(\.\d)\d+")


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn picture: ``svg`` is to stand in a page, ``width`` and ``height`` in CSS pixels."""

    svg: Markup
    width: int
    height: int

    def over(self, below: Picture) -> Picture:
        """Lay this picture over another one of the same size."""
        opening, closing = self.svg.index(">") + 1, "</svg>"
        inside = below.svg[below.svg.index(">") + 1 :].removesuffix(closing)
        whole = self.svg[:opening] + inside + self.svg[opening:]
        return Picture(Markup(whole), self.width, self.height)  # noqa: S704


def draw(spec: Mapping[str, Any], *, name: str, language: str = "en") -> Picture:
    """Draw a specification; the same one is drawn once. ``name`` says what is to be seen.

    A mark with an ``href`` becomes a link,
    its ``description`` the link's name. ``language`` is that of numbers and months.
    """
    return _drawn(json.dumps(spec, sort_keys=True, ensure_ascii=False), name, language)


@functools.lru_cache(maxsize=_MOST_KEPT)
def _drawn(spec: str, name: str, language: str) -> Picture:
    # The specification is the whole input: what was drawn of it stays right for ever.
    locale = FORMATS.get(language, FORMATS["en"])
    svg = vl_convert.vegalite_to_svg(
        {"$schema": _SCHEMA, **json.loads(spec), "config": config()},
        format_locale=locale,
        time_format_locale=locale,
        allowed_base_urls=[],
    )
    return _ours(svg, name)


def _ours(svg: str, name: str) -> Picture:
    root = Tree.fromstring(svg)  # noqa: S314
    width, height = (round(float(root.attrib[side])) for side in ("width", "height"))
    _clean(root)
    root.attrib.update({
        "class": "drawn", "viewBox": f"0 0 {width} {height}", "width": str(width),
        "height": str(height), "role": "group", "aria-label": name,
    })  # fmt: skip
    Tree.register_namespace("", _SVG[1:-1])
    text = Tree.tostring(root, encoding="unicode")
    # The tree escaped what it wrote.
    return Picture(Markup(text), width, height)  # noqa: S704


def _clean(element: Tree.Element) -> None:
    link = element.attrib.pop(_XLINK, None)
    said = next((m.attrib["aria-label"] for m in element if "aria-label" in m.attrib), None)
    for child in list(element):
        _clean(child)
        if _invisible(child):
            element.remove(child)
    painted = [
        f"{letter}-{role}"
        for letter, attribute in (("f", "fill"), ("s", "stroke"))
        if (role := ROLES.get(element.attrib.get(attribute, "")))
    ]
    for attribute in [a for a in element.attrib if a not in _KEPT]:
        del element.attrib[attribute]
    element.attrib.pop("class", None)
    if "d" in element.attrib:
        element.attrib["d"] = _FINE.sub(r"\1", element.attrib["d"])
    if painted:
        for letter, attribute in (("f", "fill"), ("s", "stroke")):
            if any(one.startswith(f"{letter}-") for one in painted):
                del element.attrib[attribute]
        element.attrib["class"] = " ".join(painted)
    if link is not None and link.startswith(HERE):  # nothing else is ours to link to
        element.attrib["href"] = link.removeprefix(HERE)
        if said:
            element.attrib["aria-label"] = said
            title = Tree.Element(f"{_SVG}title")
            title.text = said
            element.insert(0, title)


def _invisible(element: Tree.Element) -> bool:
    """Frames, guides and groups that nothing shows of: a third of what Vega writes."""
    if element.tag == f"{_SVG}g":
        return len(element) == 0
    if element.tag in (f"{_SVG}path", f"{_SVG}rect"):
        painted = any(element.attrib.get(a, "none") != "none" for a in ("fill", "stroke", "class"))
        return not element.attrib.get("d", "x") or (not painted and "href" not in element.attrib)
    return False
