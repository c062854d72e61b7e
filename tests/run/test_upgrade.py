"""A new version of the stages: everything is derived again, and nothing is missing meanwhile."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from dateline.desk import Desk, open_desk
from dateline.pipeline import Stage
from dateline.records import Made, Span
from tests.conftest import ROOT
from tests.run.test_team import stages

NOW = datetime(2026, 12, 1, tzinfo=UTC)


def newer(stage: Any) -> Stage[Any, Any]:
    """The stage a version later: what it decides says so."""
    old = stage.decide

    class Newer(type(stage)):  # type: ignore[misc]
        __slots__ = ()

        def decide(self, item: Any) -> Any:
            return stamped(old(item), self.version)

    made: Stage[Any, Any] = Newer(
        **{f.name: getattr(stage, f.name) for f in dataclasses.fields(stage) if f.init}
        | {"version": stage.version + 1}
    )
    return made


def stamped(out: Any, version: int) -> Any:
    if isinstance(out, tuple):
        return tuple(stamped(one, version) for one in out)
    made = getattr(out, "made", None)
    if not isinstance(made, Made):
        return out
    return dataclasses.replace(out, made=dataclasses.replace(made, version=version))


def shown(desk: Desk) -> tuple[Any, ...]:
    """What a reader sees: stories, their lines, events, what is expected, what is found."""
    return (
        [story.id for story in desk.store.stories()],
        [(line.id, line.title, line.reports) for line in desk.stories(as_of=NOW)],
        [(event.id, event.spans) for event in desk.store.events()],
        [hit for hit, _ in desk.search("minister")],
    )


def foretold(desk: Desk) -> set[Span]:
    """The passages that tell what is to come. Which of two equal expectations carries a passage
    depends on which story was looked at last.
    """
    return {span for item in desk.store.expectations() for span in item.spans}


def test_old_records_stay_until_new_ones_take_their_place(tmp_path: Path) -> None:
    with open_desk(str(tmp_path / "desk.db")) as desk:
        desk.__dict__["stages"] = stages()
        desk.add([str(ROOT / "examples")], now=NOW)
        before, expected = shown(desk), foretold(desk)
        assert all(before) and expected

    with open_desk(str(tmp_path / "desk.db")) as desk:
        upgraded = tuple(newer(one) if one.spread != "desk" else one for one in stages())
        desk.__dict__["stages"] = upgraded
        seen: list[str] = []
        assert not list(desk.process(_looking(desk, (before, expected), seen)))
        assert {one.name for one in upgraded if one.spread != "desk"} <= set(seen)
        assert (shown(desk), foretold(desk)) == (before, expected)
        versions = {one.name: one.version for one in upgraded}
        for record in (*desk.store.events(), *desk.store.expectations()):
            assert record.made.version == versions[record.made.stage]
        for one in upgraded:
            assert not desk.store.due(one.name, one.version)


def _looking(desk: Desk, expected: tuple[Any, ...], seen: list[str]) -> Callable[..., None]:
    """Look at everything after each item, as a reader beside would."""

    def progress(stage: str, number: int, total: int) -> None:
        seen.append(stage)
        assert (shown(desk), foretold(desk)) == expected, f"after {stage} {number} of {total}"

    return progress
