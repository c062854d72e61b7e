"""Brief: four sections of cited claims, with differences and gaps."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from dateline.records._base import Made, record
from dateline.records.span import Span
from dateline.records.when import When

SectionName = Literal[
    "What's happening", "Why it's important", "What's next", "Beyond the headlines"
]
Agreement = Literal["corroborated", "single", "contested", "computed"]


@record
class Edit:
    """A change made to a source sentence so that it reads out of context, and can be undone.

    Characters ``start`` to ``end`` of the source span's text (relative to the span's start)
    were ``before`` and read ``after`` in the claim. ``kind`` is *date*, *name*, *connective*,
    *byline*, *attribution* or *cut*.
    """

    start: int
    end: int
    before: str
    after: str
    kind: str


@record
class Claim:
    """A sentence of a brief. ``text`` is what is shown; ``spans`` are what it stands on.

    The first span is the sentence that ``text`` was made from and ``edits`` lead from one to
    the other; the others say the same elsewhere. ``independent`` counts the origins behind
    it. ``agreement`` is *corroborated* (two origins or more), *single*, *contested* (another
    origin says otherwise) or *computed* (a count over the desk's own record, whose events are
    the spans). ``writer`` names who worded it: "extract" or a model.
    """

    text: str
    spans: tuple[Span, ...]
    independent: int
    agreement: Agreement
    language: str
    edits: tuple[Edit, ...] = ()
    writer: str = "extract"
    note: str = ""


@record
class Section:
    """One of the four sections. ``claims`` may be empty: then ``note`` says why in plain words."""

    name: SectionName
    claims: tuple[Claim, ...] = ()
    note: str = ""


@record
class Version:
    """One side of a difference: who says it, and how many origins.

    ``value`` is a number in figures whatever the words were ("3"), anything else as written;
    ``words`` is a number as it is written ("three people"), else empty.
    """

    value: str
    spans: tuple[Span, ...]
    independent: int
    words: str = ""


@record
class Difference:
    """Where reports of one story contradict: an ``attribute`` and two or more versions of it."""

    attribute: str
    versions: tuple[Version, ...]


@record
class Source:
    """A report behind a brief and how it relates to the others.

    ``relation`` is *origin* or a copy kind; ``of`` names the report it derives from.
    ``derivation`` is the report's own statement of where it came from, if it has one.
    """

    report: str
    outlet: str | None
    title: str | None
    language: str
    published: datetime | None
    url: str | None
    relation: str
    of: str | None = None
    derivation: str | None = None


@record
class Brief:
    """What the desk can say of a story as of ``as_of``, every sentence cited.

    ``gist`` is one line. ``when`` is the time of the event where it is known.
    """

    id: str
    story: str
    story_version: int
    headline: Claim
    gist: Claim
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]
    reports: int
    independent: int
    made: Made
    language: str = "en"
    as_of: datetime | None = None
    when: When | None = None
    differences: tuple[Difference, ...] = ()
    gaps: tuple[str, ...] = ()


@record
class KeptBrief:
    """A story's brief as the desk keeps it, in one ``language`` and ``length``.

    It is as of the story's newest report. ``basis`` is a digest of what it was written from; of
    each claim of *What's next* ``over`` tells when its time is over, None where that isn't known.
    ``id`` is that of story, language and length: a newer one takes its place.
    """

    id: str
    story: str
    language: str
    length: str
    basis: str
    brief: Brief
    made: Made
    over: tuple[datetime | None, ...] = ()
