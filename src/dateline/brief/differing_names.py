"""Names that differ: two reports tell the same thing of another person or another place.

Two sentences of different origins that share nearly every word are aligned; where what is left
over on both sides is one name, and neither origin gives the other's name anywhere, the reports
contradict each other on it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dateline.brief.align import Alignment
from dateline.brief.lines import Line
from dateline.brief.words import stem, word_set
from dateline.records import Difference, Reading, Version

# Likeness that two sentences need beside the names in which they differ.
NEAR = 0.55
# Content words that they share at least, and those that either may have beside the name.
SHARED, LEFT_OVER = 5, 2
_TIME = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december
    """
)
Name = tuple[str, int, int]  # as written, offsets into the line


def find_names(
    lines: Sequence[Line], alignment: Alignment, readings: Mapping[str, Reading]
) -> Iterator[Difference]:
    """Yield differences of names and places, in story order. English lines with a parse only."""
    usable = [line for line in lines if line.language == "en" and line.tokens]
    told: dict[str, set[str]] = {}
    for line in lines:
        told.setdefault(line.origin, set()).update(line.words)
    seen: set[frozenset[str]] = set()
    for i, a in enumerate(usable):
        for b in usable[i + 1 :]:
            if a.origin == b.origin or alignment.score(a.order, b.order) < NEAR:
                continue
            pair = _differing(a, b)
            if pair is None:
                continue
            (name_a, *_), (name_b, *_) = pair
            key = frozenset((name_a, name_b))
            if key in seen or _given(name_a, told[b.origin]) or _given(name_b, told[a.origin]):
                continue
            seen.add(key)
            places = _is_place(a, pair[0], readings) and _is_place(b, pair[1], readings)
            yield Difference(
                attribute="place" if places else "name",
                versions=(_version(a, pair[0]), _version(b, pair[1])),
            )


def _differing(a: Line, b: Line) -> tuple[Name, Name] | None:
    """The one name in which two sentences differ that are otherwise nearly the same."""
    mine, theirs = set(a.words), set(b.words)
    if len(mine & theirs) < SHARED:
        return None
    names_a = [n for n in _names(a) if not _given(n[0], theirs)]
    names_b = [n for n in _names(b) if not _given(n[0], mine)]
    if len(names_a) != 1 or len(names_b) != 1:
        return None
    left_a = mine - theirs - {stem(w) for w in names_a[0][0].split()}
    left_b = theirs - mine - {stem(w) for w in names_b[0][0].split()}
    if max(len(left_a), len(left_b)) > LEFT_OVER:
        return None
    return names_a[0], names_b[0]


def _given(name: str, words: set[str]) -> bool:
    """True when any word of a name is among ``words`` (stems)."""
    return any(stem(word) in words for word in name.split())


def _names(line: Line) -> list[Name]:
    """Runs of proper nouns of a line, dates apart."""
    found: list[Name] = []
    base = line.span.start
    run: list[int] = []
    for index, token in enumerate([*line.tokens, None]):
        proper = token is not None and token.pos == "PROPN" and (
            token.lemma.lower() not in _TIME
        )  # fmt: skip
        if proper:
            run.append(index)
        elif run:
            start, end = line.tokens[run[0]].start - base, line.tokens[run[-1]].end - base
            found.append((line.text[start:end], start, end))
            run = []
    return found


def _is_place(line: Line, name: Name, readings: Mapping[str, Reading]) -> bool:
    reading = readings.get(line.report)
    start = line.span.start + name[1]
    return reading is not None and any(
        mention.span.start <= start < mention.span.end for mention in reading.places
    )


def _version(line: Line, name: Name) -> Version:
    return Version(value=name[0], spans=(line.span,), independent=1)
