"""How pictures look: colours by role, and what all specifications share.

A specification names colours by stand-ins; the drawn marks carry classes in their place, so that
the page's own sheet colours them, light, dark or on paper.
"""

from __future__ import annotations

from typing import Any, Literal

Format = Literal["en-GB", "ja-JP", "ko-KR"]

# Role → stand-in. The sheet has a rule for each: .f-ROLE (fill) and .s-ROLE (stroke).
COLOURS = {
    "ink": "#000101",
    "soft": "#000202",
    "line": "#000303",
    "paper": "#000404",
    "card": "#000505",
    "link": "#000606",
    "brand": "#000707",
    "warm2": "#000808",  # material cooperation
    "warm1": "#000909",  # verbal cooperation
    "cold1": "#000a0a",  # verbal conflict
    "cold2": "#000b0b",  # material conflict
    "land": "#000c0c",
    "band": "#000d0d",
}
ROLES = {stand_in: role for role, stand_in in COLOURS.items()}

QUAD_COLOURS = {
    "verbal-cooperation": COLOURS["warm1"],
    "material-cooperation": COLOURS["warm2"],
    "verbal-conflict": COLOURS["cold1"],
    "material-conflict": COLOURS["cold2"],
}

# The drawing engine resolves addresses; so those of our pages are given a host, and freed of it.
HERE = "http://here.invalid"

FORMATS: dict[str, Format] = {"en": "en-GB", "ja": "ja-JP", "ko": "ko-KR"}
"""The interface's languages as Vega's locales for numbers and times."""

MONTHS = {"en": "%b %Y", "ja": "%Y年%-m月", "ko": "%Y년 %-m월"}
DAYS = {"en": "%-d %b", "ja": "%-m月%-d日", "ko": "%-m월 %-d일"}
"""How an axis writes months and days."""


def config() -> dict[str, Any]:
    """Return what every specification has in common."""
    axis = {
        "domainColor": COLOURS["soft"], "gridColor": COLOURS["line"],
        "tickColor": COLOURS["soft"], "labelColor": COLOURS["soft"],
        "titleColor": COLOURS["soft"], "titleFontWeight": 400, "labelFontSize": 12,
        "titleFontSize": 12, "labelFlush": True,
    }  # fmt: skip
    legend = {
        "labelColor": COLOURS["ink"], "titleColor": COLOURS["soft"], "labelFontSize": 12,
        "orient": "top", "title": None, "symbolType": "square", "labelLimit": 240,
        "columnPadding": 34,
    }  # fmt: skip
    return {
        "background": None,
        "view": {"stroke": None},
        "axis": axis,
        "legend": legend,
        "text": {"color": COLOURS["ink"], "fontSize": 12},
        "rule": {"color": COLOURS["soft"]},
    }
