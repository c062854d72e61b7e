"""Whatever is asked of the API, by its own description: no failure, no answer that isn't in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from hypothesis.strategies import booleans
from schemathesis import GenerationMode
from schemathesis.python.asgi import HOST
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

import dateline
from dateline.desk import Desk
from dateline.serve.web.access import Access
from dateline.serve.web.app import create_app
from tests.conftest import ROOT
from tests.serve.web.conftest import NOW

pytestmark = pytest.mark.slow

TOKEN = "correct-horse-battery"
EXAMPLES = 15
SIGNED = {"Authorization": f"Bearer {TOKEN}"}
CHECKS = [
    schemathesis.checks.not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    database: Path = tmp_path_factory.mktemp("api") / "desk.db"
    with dateline.open(str(database)) as opened:
        opened.add([str(ROOT / "examples" / "nara")], now=NOW)
        yield opened


@pytest.fixture(scope="module")
def known(desk: Desk) -> dict[str, str]:
    """An id of each noun, by the first word of its addresses."""
    story = desk.stories()[0].id
    span = desk.brief(story).gist.spans[0]
    desk.add_source("https://news.example/feed", title="Example News", check=False)
    desk.add_watchlist("Japan", actors=["JPN"])
    return {
        "stories": story,
        "reports": span.report,
        "citations": f"{span.report}:{span.start}-{span.end}",
        "events": desk.events()[0].id,
        "actors": "JPN",
        "expectations": desk.expectations()[0].id,
        "sources": desk.sources()[0].feed.id,
        "watchlists": "Japan",
    }


@pytest.fixture(scope="module")
def described(desk: Desk) -> schemathesis.BaseSchema:
    app = create_app(desk, Access(token=TOKEN, names=(HOST,)))
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", app, headers=SIGNED)


def test_every_answer_is_in_the_description(
    described: schemathesis.BaseSchema, known: dict[str, str]
) -> None:
    problems, asked = [], 0
    for found in described.get_all_operations():
        operation = found.ok()
        for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
            try:
                examine(operation, mode, known.get(operation.path.split("/")[3], ""))
            except Unsatisfiable:  # there is no wrong way to ask it
                continue
            except (
                Exception,
                BaseExceptionGroup,
            ) as error:  # every one is asked, whatever the one before answered
                problems.append(f"{operation.label}: {error}")
            asked += 1
    assert asked > 40
    assert not problems, "\n\n".join(problems)


def examine(operation: Any, mode: GenerationMode, name: str) -> None:
    """Ask one operation with values that its description allows, or with others.

    Every other time it is asked for ``name``, which there is.
    """

    @given(case=operation.as_strategy(generation_mode=mode), there=booleans())
    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize=True,
        database=None,
        phases=(Phase.explicit, Phase.generate),
        suppress_health_check=list(HealthCheck),
    )
    def ask(case: schemathesis.Case, there: bool) -> None:
        if name and there and "name" in case.path_parameters and case.method != "DELETE":
            case.path_parameters["name"] = name
        if operation.label == "POST /api/v1/sources" and isinstance(case.body, dict):
            case.body["check"] = False  # a test fetches nothing
        case.call_and_validate(headers=SIGNED, checks=CHECKS)

    ask()
