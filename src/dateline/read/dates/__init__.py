"""Dates in text: words to intervals with precision, anchor and direction.

:func:`find_dates` reads a text; :func:`resolve` reads one expression. The grammars are our own,
for English, Japanese, Korean and Chinese; other languages have the numeric forms and days with
a named month.
"""

from __future__ import annotations

from dateline.read.dates.find import find_dates, resolve

__all__ = ["find_dates", "resolve"]
