"""Dateline reads reporting on world affairs and keeps a sourced picture of it.

>>> import dateline
>>> with dateline.open(":memory:") as desk:
...     len(desk.stories())
0
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateline.desk import Desk
    from dateline.desk import open_desk as open
    from dateline.views import Added, Citation, StoryLine

__all__ = ["Added", "Citation", "Desk", "StoryLine", "open"]


def __getattr__(name: str) -> Any:
    """Load the desk when it is first asked for: ``import dateline.records`` stays light."""
    if name not in __all__:
        raise AttributeError(f"module 'dateline' has no attribute {name!r}")
    from dateline import desk, views

    if name == "open":
        return desk.open_desk
    return getattr(desk if name == "Desk" else views, name)
