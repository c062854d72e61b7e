"""The engines under one contract, and databases to run on."""

import logging
import os
import secrets
from collections.abc import Iterator
from typing import Any

import pytest

from dateline.run.cluster import MEMORY, Cluster
from dateline.run.inline import Inline
from dateline.run.pool import Pool
from dateline.run.worker import Recipe
from dateline.store import open_store
from tests.contract.conftest import location as location
from tests.contract.conftest import postgres_url as postgres_url
from tests.run.stages import make_plain


@pytest.fixture(scope="session")
def ray_here() -> Iterator[None]:
    """Ray on this machine, started once: it takes some seconds."""
    os.environ.setdefault("RAY_AUTH_TOKEN", secrets.token_hex(32))
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    import ray

    ray.init(
        num_cpus=4,
        include_dashboard=False,
        log_to_driver=False,
        logging_level=logging.ERROR,
        object_store_memory=MEMORY,
    )
    yield
    ray.shutdown()


@pytest.fixture(
    scope="module", params=["inline", "pool", pytest.param("ray", marks=pytest.mark.slow)]
)
def engine(request: pytest.FixtureRequest) -> Iterator[Any]:
    """An engine of each kind, with two workers where it has any."""
    with _engine(request) as opened:
        yield opened


@pytest.fixture(scope="module", params=["pool", pytest.param("ray", marks=pytest.mark.slow)])
def workers(request: pytest.FixtureRequest) -> Iterator[Any]:
    """An engine of each kind that has workers."""
    with _engine(request) as opened:
        yield opened


def _engine(request: pytest.FixtureRequest) -> Any:
    kind = request.param
    if kind == "ray":
        request.getfixturevalue("ray_here")
    if kind == "inline":
        return Inline(make_plain(), open_store(":memory:"))
    recipe = Recipe(make_plain)
    return Pool(recipe, 2) if kind == "pool" else Cluster(recipe, 2)
