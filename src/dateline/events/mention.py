"""A mention: one telling of an event in one sentence."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.records import Party, PlaceMention, Span, Status, When


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One telling of an event. ``span`` is the sentence, ``words`` the predicate in it.

    ``places`` are gazetteer keys with the country; ``toll`` is a number, as written.
    """

    report: str
    sentence: int
    action: str
    mode: str
    status: Status
    sources: tuple[Party, ...]
    targets: tuple[Party, ...]
    when: When
    dated: bool
    span: Span
    words: Span
    why: str
    place: PlaceMention | None = None
    toll: str = ""
    contexts: tuple[str, ...] = ()
