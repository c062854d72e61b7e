"""The page on the store names what there is."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.store import tables
from dateline.store.nouns import INPUTS


@pytest.fixture
def page(root: Path) -> str:
    return (root / "docs" / "store.md").read_text(encoding="utf-8")


def test_every_table_is_documented(page: str) -> None:
    for name in tables.metadata.tables:
        assert f"`{name}`" in page, name


def test_every_stage_with_inputs_is_documented(page: str) -> None:
    for stage in INPUTS:
        assert f"*{stage}*" in page, stage
