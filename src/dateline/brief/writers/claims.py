"""A model at work on a brief: it sees some claims' texts, and each answer is taken or left."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from dateline.errors import EngineError
from dateline.records import Brief, Claim, content_id


class Writer(Protocol):
    """Rewrites or translates sentences; what it returns is trusted in nothing."""

    @property
    def name(self) -> str:
        """Model name, kept with what it wrote."""
        ...

    def write(self, facts: Sequence[str]) -> Mapping[int, str]:
        """Return sentences by the facts' index; some may lack. Raises EngineError."""
        ...


def reworded(
    brief: Brief,
    writer: Writer,
    label: str,
    given: Callable[[Claim], bool],
    taken: Callable[[Claim, str], Claim | None],
) -> Brief:
    """Return ``brief`` with the claims that ``taken`` makes of the writer's answers.

    Only claims that ``given`` chooses are shown to the writer. An answer that ``taken`` refuses
    (None) leaves its claim as it was, and a writer that fails leaves the whole brief so.
    ``made.engine`` tells, under ``label``, how it went.
    """
    places = [
        (s, c)
        for s, section in enumerate(brief.sections)
        for c, claim in enumerate(section.claims)
        if given(claim)
    ]
    if not places:
        return brief
    try:
        answers = writer.write([brief.sections[s].claims[c].text for s, c in places])
    except EngineError as error:
        engine = f"{brief.made.engine}; {label} failed: {error.kind}"
        return replace(brief, made=replace(brief.made, engine=engine))
    sections = [list(section.claims) for section in brief.sections]
    count = 0
    for number, (s, c) in enumerate(places):
        answer = answers.get(number, "")
        claim = taken(sections[s][c], answer) if answer else None
        if claim is not None:
            sections[s][c] = claim
            count += 1
    told = [part for claims in sections for claim in claims for part in (claim.text, claim.note)]
    engine = f"{brief.made.engine}; {label}: {count} of {len(places)} sentences"
    return replace(
        brief,
        id=content_id("brf", brief.id, writer.name, *told),
        sections=tuple(
            replace(section, claims=tuple(claims))
            for section, claims in zip(brief.sections, sections, strict=True)
        ),
        made=replace(brief.made, engine=engine),
    )
