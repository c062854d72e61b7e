"""Desk: options, store, engines and run behind one door.

The command line, the pages, the API and ``import dateline`` all call what stands here; none of
them has logic of its own.
"""

from dateline.desk.door import Desk, open_desk

__all__ = ["Desk", "open_desk"]
