"""Rejected: an item that a stage could not take, and why."""

from __future__ import annotations

from dateline.records._base import record


@record
class Rejected:
    """``stage`` could not take the item ``id`` (called ``name`` by people) because of ``reason``.

    ``kind`` is a short stable word for scripts: ``empty``, ``binary``, ``too-large``,
    ``broken``, ``charset``, ``bomb``, ``entity``, ``not-an-article``, ``fetch``,
    ``not-permitted``, ``engine``, ``unsupported``. ``reason`` is one line in plain words.
    """

    stage: str
    id: str
    name: str
    kind: str
    reason: str
