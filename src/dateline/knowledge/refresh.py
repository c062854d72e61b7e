"""Placeholder until the next commit."""

from __future__ import annotations

from pathlib import Path
from typing import Any


def apply_overlay(tables: Any, overlay: Path) -> None:
    """Apply a user's overlay."""
    raise NotImplementedError
