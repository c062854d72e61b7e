"""Names that differ: two reports tell the same thing of another person or another place.

Two sentences of different origins that share nearly every word are aligned; where what is left
over on both sides is one name, and neither origin gives the other's name anywhere, the reports
contradict each other on it. So they do where two sentences of one meaning differ in more words,
but each puts one such name in the same place of its sentence ("in Geneva", "in Vienna").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import cos, hypot, radians

from dateline.brief import cues
from dateline.brief.align import Alignment
from dateline.brief.calendar import when_words
from dateline.brief.lines import Line
from dateline.brief.sayings import TOLLS, numbers_said
from dateline.brief.support.facts import OFFICES
from dateline.brief.words import content, stem, word_set
from dateline.records import Difference, PlaceMention, Reading, Token, Version

# Likeness that two sentences need beside the names in which they differ; more of it where the
# names stand in one slot and the rest of the sentence is worded otherwise.
NEAR, NEAR_SLOT = 0.55, 0.70
# Content words that they share at least, and those that either may have beside the name.
SHARED, LEFT_OVER, SHARED_SLOT = 5, 2, 4
# Two places nearer than this may be one place told more or less exactly.
APART = 80.0  # kilometres
_DEGREE = 111.2  # kilometres of latitude
_WHERE = frozenset({"in", "at", "near", "outside", "off"})
_TIME = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december week day season
    """
)


# The slot of who says what a sentence tells: two reports may well ask two people.
SAYS = "says"


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a line: as written, offsets into the line, and its slot in the sentence."""

    text: str
    start: int
    end: int
    slot: str


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
            pair = _differing(a, b) or _in_one_slot(a, b, alignment.score(a.order, b.order))
            if pair is None or _other_days(a, b) or _other_tolls(a, b):
                continue
            mine, theirs = pair
            key = frozenset((mine.text, theirs.text))
            if key in seen or _given(mine, told[b.origin]) or _given(theirs, told[a.origin]):
                continue
            if _one_area(_place(a, mine, readings), _place(b, theirs, readings)):
                continue
            if _is_country(a, mine, readings) != _is_country(b, theirs, readings):
                continue  # "in Geneva", "in Switzerland": the one may lie in the other
            seen.add(key)
            yield Difference(
                attribute="place" if _is_place(a, mine, b, theirs, readings) else "name",
                versions=(_version(a, mine), _version(b, theirs)),
            )


def _differing(a: Line, b: Line) -> tuple[Name, Name] | None:
    """The one name in which two sentences differ that are otherwise nearly the same."""
    mine, theirs = set(a.words), set(b.words)
    if len(mine & theirs) < SHARED:
        return None
    names_a, names_b = _own_names(a, theirs), _own_names(b, mine)
    if len(names_a) != 1 or len(names_b) != 1:
        return None
    left_a = mine - theirs - set(content(names_a[0].text))
    left_b = theirs - mine - set(content(names_b[0].text))
    if max(len(left_a), len(left_b)) > LEFT_OVER:
        return None
    return names_a[0], names_b[0]


def _in_one_slot(a: Line, b: Line, score: float) -> tuple[Name, Name] | None:
    """The one name of each of two sentences of one meaning that stands in the same slot."""
    mine, theirs = set(a.words), set(b.words)
    if score < NEAR_SLOT or len(mine & theirs) < SHARED_SLOT:
        return None
    names_a, names_b = _own_names(a, theirs), _own_names(b, mine)
    for slot in sorted({n.slot for n in names_a if n.slot} & {n.slot for n in names_b}):
        one = [n for n in names_a if n.slot == slot]
        other = [n for n in names_b if n.slot == slot]
        if len(one) == 1 and len(other) == 1:
            return one[0], other[0]
    return None


def _given(name: Name, words: set[str]) -> bool:
    """True when any word of a name is among ``words`` (stems)."""
    return any(word in words for word in content(name.text))


def elsewhere(a: Line, b: Line) -> bool:
    """True when both sentences say where, and give no place in common."""
    mine, theirs = (
        {n.text for n in _own_names(line, set()) if n.slot == "where"} for line in (a, b)
    )
    return bool(mine and theirs and not mine & theirs)


def _own_names(line: Line, others: set[str]) -> list[Name]:
    """The names of a line that none of the words ``others`` (stems) is part of, titles that both
    sentences give ("Foreign Minister") left aside."""
    found = []
    for first, last in _runs(line):
        base = line.span.start
        words = [line.text[t.start - base : t.end - base] for t in line.tokens[first : last + 1]]
        office = ""
        while first < last and stem(words[0]) in others:
            office, first, words = words[0].lower(), first + 1, words[1:]
        start, end = line.tokens[first].start - base, line.tokens[last].end - base
        name = Name(line.text[start:end], start, end, _slot(line, first, last, office))
        if name.slot != SAYS and not _given(name, others):
            found.append(name)
    return found


def _runs(line: Line) -> Iterator[tuple[int, int]]:
    """Runs of proper nouns of a line, joined over hyphens, dates apart: first and last token."""
    tokens = line.tokens
    first = last = None
    for index, token in enumerate(tokens):
        joined = last is not None and tokens[last].end == token.start and last == index - 1
        hyphen = line.text[token.start - line.span.start :][:1] == "-"
        proper = token.pos == "PROPN" and token.lemma.lower() not in _TIME
        if proper or (joined and (hyphen or line.text[token.start - 1 - line.span.start] == "-")):
            first = index if first is None else first
            last = index
            continue
        if first is not None and last is not None:
            yield first, last
        first = last = None
    if first is not None and last is not None:
        yield first, last


def _slot(line: Line, first: int, last: int, office: str) -> str:
    """Where a name stands: "where", the office it holds, or who does or suffers the verb; "" for
    other places. ``office`` is the word before it."""
    tokens = line.tokens
    head = _head(tokens, first, last)
    if tokens[head].rel == "appos":
        head = tokens[head].head  # "the minister, Anders Holt,"
    token, above = tokens[head], tokens[tokens[head].head]
    title = office if head == _head(tokens, first, last) else tokens[head].lemma.lower()
    if title in OFFICES:
        return f"holds {title}"
    if token.rel == "nsubj" and cues.SPEECH.fullmatch(_word(line, above)):
        return SAYS
    if token.rel == "pobj" and above.lemma in _WHERE:
        return "where"
    if token.rel == "pobj" and above.rel == "agent":
        return f"does {tokens[above.head].lemma}"
    if token.rel == "nsubj":
        return f"does {above.lemma}"
    return f"suffers {above.lemma}" if token.rel in ("dobj", "nsubjpass", "oprd") else ""


def _head(tokens: Sequence[Token], first: int, last: int) -> int:
    """The token of a run that the others hang on."""
    return next((i for i in range(first, last + 1) if not first <= tokens[i].head <= last), last)


def _word(line: Line, token: Token) -> str:
    return line.text[token.start - line.span.start : token.end - line.span.start]


def _other_tolls(a: Line, b: Line) -> bool:
    """True when both sentences count victims, and not the same number: two happenings."""
    mine, theirs = ({s.value for s in numbers_said([x]) if s.attribute in TOLLS} for x in (a, b))
    return bool(mine and theirs and not mine & theirs)


def _other_days(a: Line, b: Line) -> bool:
    """True when both sentences name days and none of them in common: two happenings."""
    mine, theirs = ({when_words(m.when) for m in line.dates if m.when.precision == "day"} - {None}
                    for line in (a, b))  # fmt: skip
    return bool(mine and theirs and not mine & theirs)


def _place(line: Line, name: Name, readings: Mapping[str, Reading]) -> PlaceMention | None:
    reading = readings.get(line.report)
    start = line.span.start + name.start
    places = reading.places if reading is not None else ()
    return next((p for p in places if p.span.start <= start < p.span.end), None)


def _is_place(a: Line, mine: Name, b: Line, theirs: Name, readings: Mapping[str, Reading]) -> bool:
    if mine.slot == theirs.slot == "where":
        return True
    return _place(a, mine, readings) is not None and _place(b, theirs, readings) is not None


def _is_country(line: Line, name: Name, readings: Mapping[str, Reading]) -> bool:
    reading = readings.get(line.report)
    start = line.span.start + name.start
    return reading is not None and any(
        m.kind == "state" and m.span.start <= start < m.span.end for m in reading.actors
    )


def _one_area(one: PlaceMention | None, other: PlaceMention | None) -> bool:
    """True for two places that lie so near that one may be told for the other."""
    if one is None or other is None:
        return False
    north = one.latitude - other.latitude
    east = (one.longitude - other.longitude) * cos(radians(one.latitude))
    return _DEGREE * hypot(north, east) < APART


def _version(line: Line, name: Name) -> Version:
    return Version(value=name.text, spans=(line.span,), independent=1)
