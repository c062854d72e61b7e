"""Tables that other programs read: events as CSV, JSON Lines and Parquet, with a codebook."""

from dateline.serve.tables.columns import LAYOUTS, Column, Layout, codebook
from dateline.serve.tables.events import (
    FORMS,
    Form,
    LayoutName,
    event_rows,
    write_csv,
    write_jsonl,
    write_parquet,
)

__all__ = [
    "FORMS", "LAYOUTS", "Column", "Form", "Layout", "LayoutName", "codebook", "event_rows",
    "write_csv", "write_jsonl", "write_parquet",
]  # fmt: skip
