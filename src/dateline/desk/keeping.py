"""What is removed: on request, and what is kept no longer; and backups."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from dateline.desk.opened import Opened
from dateline.errors import ConfigError, NotFound
from dateline.records import Story
from dateline.records.origins import independent


def remove(desk: Opened, report: str | None, outlet: str | None) -> tuple[str, ...]:
    """Remove reports with all that was derived from them; see ``Desk.remove``."""
    if (report is None) == (outlet is None):
        raise ConfigError("name either a report or an outlet to remove")
    if report is not None:
        ids = [one.id for one in desk.store.versions(desk.store.report(report).key)]
    else:
        ids = desk.store.reports_of(outlet)
        if not ids:
            raise NotFound(f"no report of the outlet {outlet!r}")
    forget(desk, ids)
    return tuple(ids)


def forget(desk: Opened, reports: Iterable[str]) -> None:
    """Forget reports one by one, and take each out of its story.

    A kill between the two leaves a story that names a report which is gone: everything that
    reads stories passes over those.
    """
    for report in reports:
        story = desk.store.story_of(report)
        kept = desk.store.story(story) if story is not None else None
        desk.store.forget(report)
        if kept is not None:
            _leave(desk, kept, report)


def _leave(desk: Opened, story: Story, report: str) -> None:
    members = tuple(member for member in story.members if member.report != report)
    with desk.store.transaction() as tx:
        if not members:
            tx.remove(Story, story.id)
            return
        ids = [member.report for member in members]
        origins = independent(ids, desk.store.copies(ids))
        tx.put(
            dataclasses.replace(
                story,
                members=members,
                version=story.version + 1,
                origins=origins,
                independent=len(origins),
            )
        )


def tidy(desk: Opened, now: datetime) -> tuple[str, ...]:
    """Remove what the rules keep no longer, and give its room back; see ``Desk.tidy``."""
    options = desk.options
    gone: dict[str, None] = {}
    own = rules(options.keep_outlet_days)
    for outlet, days in own.items():
        before = now - timedelta(days=days)
        gone.update(dict.fromkeys(desk.store.reports_of(outlet, before)))
    if options.keep_days:
        old = desk.store.reports_of(before=now - timedelta(days=options.keep_days))
        spared = {id for outlet in own for id in desk.store.reports_of(outlet)}
        gone.update(dict.fromkeys(id for id in old if id not in spared))
    forget(desk, gone)
    desk.store.tidy()
    return tuple(gone)


def rules(lines: Sequence[str]) -> dict[str, int]:
    """Read rules as options state them: ``OUTLET=DAYS``. Raises ConfigError."""
    found = {}
    for line in lines:
        outlet, equals, days = line.rpartition("=")
        if not equals or not outlet.strip() or not days.strip().isdecimal():
            raise ConfigError(f"option keep_outlet_days takes OUTLET=DAYS, not {line!r}")
        found[outlet.strip()] = int(days)
    return found
