"""Sketch: what grouping needs of one report, made once from the report and its reading."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from dateline.engines.vectors import STORED, unpack
from dateline.group.credits import credited, outlet_key
from dateline.group.shingles import NO_HASHES, Hashes, shingles
from dateline.group.text import MAX_TEXT, Word, length, quoted, stable_hash, words
from dateline.group.told import told
from dateline.records import Reading, Report, Span

Vector = NDArray[np.float32]
Stored = NDArray[np.float16]
MAX_SENTENCES = 300
MAX_PHRASES = 400
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_ROUGH_SENTENCE = re.compile(r"[^.!?。！？\n]+[.!?。！？]*[\"”’」』)]*")
_NO_VECTORS: Mapping[str, Stored] = {}
_SKIPPED_BLOCKS = ("title", "heading", "derivation")
_NONE: frozenset[str] = frozenset()
_LEAD = 60  # stems of the body that count as its opening
# Invented and replayed reports are dated ahead of the clock; what lies further ahead than this is
# a date that was never set. (Feeds, whose stamps are the wildest, are held to two days.)
_AHEAD = timedelta(days=400)


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceSketch:
    """A sentence of the body: where it stands and what it holds.

    ``own`` are its words outside quotation marks, each once, in the order of the alphabet, and
    ``weight`` is how many there are with repeats: a sentence that is all quotation weighs nothing
    as evidence of copying. ``numbers`` and ``names`` are sets of stems; ``digest`` stands for all
    its words. ``vectors`` are left as stored.
    """

    span: Span
    own: tuple[str, ...]
    weight: int
    numbers: frozenset[str]
    names: frozenset[str]
    digest: int
    vectors: Mapping[str, Stored] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """What is compared when reports are grouped. ``hours`` is the publication time since 1970.

    ``hours`` is None where the outlet gives none or gives one that lies more than 400 days after
    the report was retrieved. ``phrases`` are pairs of neighbouring stems in title and body,
    hashed; ``title`` and ``lead`` sets of stems; ``names`` are stems written as names;
    ``actors`` and ``places`` are ids with the number of mentions. ``shingles`` and ``pairs`` are
    hashes of runs of four and of two words, quoted words left out; ``whole`` are shingles with
    them.
    ``vectors`` are unit vectors by engine. ``told`` is the day that the report tells of, as
    ``hours`` (:mod:`dateline.group.told`).
    """

    id: str
    key: str
    version: int
    supersedes: str | None
    outlet: str
    country: str
    language: str
    hours: float | None
    told: float | None
    retrieved: datetime
    length: int
    phrases: Hashes
    title: frozenset[str]
    lead: frozenset[str]
    names: Mapping[str, float]
    numbers: frozenset[str]
    days: frozenset[int]
    actors: Mapping[str, float]
    places: Mapping[str, float]
    shingles: Hashes
    pairs: Hashes
    whole: Hashes
    sentences: tuple[SentenceSketch, ...]
    credits: tuple[str, ...] = ()
    derived: bool = False
    vectors: Mapping[str, Vector] = field(default_factory=dict)

    @property
    def published(self) -> datetime | None:
        """The publication time that is believed, or None."""
        return None if self.hours is None else EPOCH + timedelta(hours=self.hours)

    def slimmed(self) -> Sketch:
        """Return the sketch without phrases, title and opening: half the room it takes."""
        return replace(self, phrases=NO_HASHES, title=_NONE, lead=_NONE)


def sketch(report: Report, reading: Reading) -> Sketch:
    """Make the sketch of a report. A pure function: the same records give an equal sketch."""
    language = reading.language if reading.language != "und" else (report.language or "und")
    text = report.text[:MAX_TEXT]
    found = words(text, language)
    skipped = [(b.start, b.end, b.kind) for b in report.blocks if b.kind in _SKIPPED_BLOCKS]
    kinds = _stretches(found, skipped)
    title_words = [word for word, kind in zip(found, kinds, strict=True) if kind == "title"]
    body_words = [word for word, kind in zip(found, kinds, strict=True) if not kind]
    everything = title_words + body_words
    quotations = _stretches(body_words, [(start, end, "quoted") for start, end in quoted(text)])
    hours = _hours(report)
    sentences, whole, own = _sentences(report, reading, body_words, quotations)
    return Sketch(
        id=report.id,
        key=report.key,
        version=report.version,
        supersedes=report.supersedes,
        outlet=outlet_key(report.outlet),
        country=report.country or "",
        language=language,
        hours=hours,
        told=told(report, reading, hours),
        retrieved=report.retrieved,
        length=length(body_words or title_words),
        phrases=np.unique(np.concatenate([_phrases(title_words), _phrases(body_words)])),
        title=frozenset(word.stem for word in title_words),
        lead=frozenset(word.stem for word in body_words[:_LEAD]),
        names=dict(Counter(word.stem for word in everything if word.name)),
        numbers=frozenset(word.stem for word in everything if word.number),
        days=_days(reading),
        actors=dict(Counter(mention.actor for mention in reading.actors)),
        places=dict(Counter(mention.place for mention in reading.places)),
        shingles=shingles(own or [[word.stem for word in everything]]),
        pairs=shingles(own, 2),
        whole=shingles(whole),
        sentences=sentences,
        credits=credited(report),
        derived=any(block.kind == "derivation" for block in report.blocks),
        vectors=_vectors(reading, "report"),
    )


def _phrases(found: list[Word]) -> Hashes:
    pairs = [stable_hash(f"{a.stem} {b.stem}") for a, b in pairwise(found[:MAX_PHRASES])]
    return np.array(pairs, dtype=np.uint64)


def _stretches(found: list[Word], stretches: Sequence[tuple[int, int, str]]) -> list[str]:
    """Return the kind of the first stretch of text that each word begins in; "" for none."""
    kinds = [""] * len(found)
    starts = [word.start for word in found]
    for start, end, kind in reversed(stretches):
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        kinds[first:last] = [kind] * (last - first)
    return kinds


def _hours(report: Report) -> float | None:
    stamp = report.published or report.updated
    if stamp is None or stamp > report.retrieved + _AHEAD:
        return None
    return (stamp - EPOCH).total_seconds() / 3600


def _days(reading: Reading) -> frozenset[int]:
    """Days since 1970 that the report names exactly, its own day of publication included."""
    named = set()
    for mention in reading.dates:
        when = mention.when
        if when.precision in ("instant", "hour", "day") and when.earliest is not None:
            named.add((when.earliest - EPOCH).days)
    return frozenset(named)


def _vectors(reading: Reading, of: str, sentence: int = -1) -> dict[str, Vector]:
    return {
        vector.engine: unpack(vector.values)
        for vector in reading.vectors
        if vector.of == of and vector.sentence == sentence
    }


def _sentences(
    report: Report, reading: Reading, body: list[Word], quotations: list[str]
) -> tuple[tuple[SentenceSketch, ...], list[list[str]], list[list[str]]]:
    """Sketch the sentences of the body; return also the stems of each, with and without those in
    ``quotations``.
    """
    spans = [
        (index, sentence.span.start, sentence.span.end)
        for index, sentence in enumerate(reading.sentences)
        if sentence.role != "boilerplate"
        and report.blocks[sentence.block].kind not in _SKIPPED_BLOCKS
    ] or [
        (-2, match.start(), match.end())
        for block in report.blocks
        if block.kind not in _SKIPPED_BLOCKS
        for match in _ROUGH_SENTENCE.finditer(report.text, block.start, min(block.end, MAX_TEXT))
    ]
    vectors: dict[int, dict[str, Stored]] = {}
    for vector in reading.vectors:
        if vector.of == "sentence":
            row = np.frombuffer(vector.values, dtype=STORED)
            vectors.setdefault(vector.sentence, {})[vector.engine] = row
    sketched, whole, unquoted = [], [], []
    at = 0
    for index, start, end in spans[:MAX_SENTENCES]:
        while at < len(body) and body[at].start < start:
            at += 1
        first = at
        while at < len(body) and body[at].start < end:
            at += 1
        inside = body[first:at]
        if not inside:
            continue
        stems = [word.stem for word in inside]
        marked = quotations[first:at]
        own = [stem for stem, mark in zip(stems, marked, strict=True) if not mark]
        whole.append(stems)
        if own:
            unquoted.append(own)
        sketched.append(
            SentenceSketch(
                span=Span(report=report.id, start=start, end=min(end, len(report.text))),
                own=tuple(sorted(set(own))),
                weight=len(own),
                numbers=frozenset(word.stem for word in inside if word.number) or _NONE,
                names=frozenset(word.stem for word in inside if word.name) or _NONE,
                digest=stable_hash(" ".join(stems)),
                vectors=vectors.get(index, _NO_VECTORS),
            )
        )
    return tuple(sketched), whole, unquoted
