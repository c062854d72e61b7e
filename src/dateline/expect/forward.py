"""What looks forward in a sentence: the construction, how sure it is, and the clause it rules."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.expect.cues import Cue


@dataclass(frozen=True, slots=True)
class Forward:
    """A clause that looks forward. Places count characters of the report's text.

    ``start`` and ``end`` are where the cue stands; ``clause`` is from the first to the last
    character of what is to come, its subject included; ``act`` is the verb's lemma or, in a
    language that isn't parsed, the words of the cue; ``sure`` overrules the cue's own range;
    ``words`` are the content words of the clause; ``verb`` is where the verb starts (-1
    unparsed) and ``agent`` where the subject of an active verb stands. ``ended`` marks what its own
    sentence puts off or calls off: "the visit planned for May has been postponed".
    """

    cue: Cue
    start: int
    end: int
    clause: tuple[int, int]
    act: str
    sure: tuple[float, float] | None = None
    words: frozenset[str] = frozenset()
    denied: bool = False
    verb: int = -1
    agent: tuple[int, int] | None = None
    ended: bool = False
