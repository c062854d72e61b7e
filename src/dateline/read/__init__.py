"""Read: a fetched item becomes a report, and a report becomes a reading."""

from dateline.read.article import to_report
from dateline.read.reading import read_report

__all__ = ["read_report", "to_report"]
