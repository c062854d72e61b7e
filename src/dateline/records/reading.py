"""Reading: what the read stage made of a report."""

from __future__ import annotations

from typing import Literal

from dateline.records._base import Made, record
from dateline.records.actor import ActorMention, PlaceMention
from dateline.records.span import Span
from dateline.records.when import DateMention

Role = Literal[
    "main", "detail", "reaction", "reason", "background", "next", "method", "boilerplate",
    "unknown",
]  # fmt: skip


@record
class Sentence:
    """A sentence of a report. ``block`` is the index of the block it stands in.

    ``role`` is what the sentence does in the report: the main event, a detail of it, a
    reaction, a reason or significance, background, what comes next, how it was reported
    (*method*), boilerplate. ``certainty`` is the probability of that role, 0 to 1;
    ``why`` names the features that decided.
    """

    span: Span
    block: int
    role: Role = "unknown"
    certainty: float = 0.0
    why: str = ""


@record
class Quote:
    """An attribution: somebody's words or what they are said to have said.

    ``span`` covers source, cue and content; ``content`` may be broken in several pieces.
    ``speaker`` is the actor id of the source where it was linked. ``within`` is the index, in
    the same reading, of the quote this one is nested in. ``denied`` and ``hedged`` keep
    "denied that" and "appeared to say".
    """

    span: Span
    content: tuple[Span, ...]
    kind: Literal["direct", "indirect", "mixed"]
    source: Span | None = None
    cue: Span | None = None
    speaker: str | None = None
    within: int | None = None
    denied: bool = False
    hedged: bool = False


@record
class Token:
    """A token of the parse: characters ``start`` to ``end`` of the report's text.

    ``lemma``; ``pos`` (Universal POS); ``tag`` (the engine's fine tag, e.g. VBD); ``rel`` (the
    dependency label); ``head`` (index of the head in the same sentence, itself for the root).
    """

    start: int
    end: int
    lemma: str
    pos: str
    tag: str
    rel: str
    head: int


@record
class Parse:
    """The parse of one sentence (``sentence`` is its index in the reading), engine-neutral."""

    sentence: int
    tokens: tuple[Token, ...]


@record
class Vector:
    """A vector of a piece of a report: ``values`` are little-endian float16, unit length.

    ``of`` is *report* (headline and opening), *body* (the mean over the body) or *sentence*
    (then ``sentence`` is its index); ``engine`` names the embedder: vectors of two engines
    are never compared.
    """

    of: Literal["report", "body", "sentence"]
    engine: str
    values: bytes
    sentence: int = -1


@record
class Reading:
    """Everything read out of one version of a report. One reading per report version.

    ``language`` is ISO 639-1 (or "und" where it could not be told, with ``language_certainty``
    0 to 1). Parses are there only for sentences that were worth parsing.
    """

    report: str
    language: str
    made: Made
    language_certainty: float = 1.0
    sentences: tuple[Sentence, ...] = ()
    dates: tuple[DateMention, ...] = ()
    actors: tuple[ActorMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    parses: tuple[Parse, ...] = ()
    vectors: tuple[Vector, ...] = ()
