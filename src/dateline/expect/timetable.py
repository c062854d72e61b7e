"""English events that have their day: timetables, things called or put off, what is in sight.

As in ``english.py``, each construction is a small rule that proposes a verb or a noun.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dateline.expect.cues import Cue
from dateline.expect.judge import tells
from dateline.expect.sentence import Sentence
from dateline.expect.standing import copula

_GRANT = frozenset({"have", "give"})
_HEAD = 6  # words before the colon of a line of a calendar
_PLANNED = frozenset({"planned", "upcoming", "forthcoming", "scheduled"})
_NEW_DAY = frozenset({"until", "till", "to", "for"})
_UNITS = frozenset({"day", "week", "month"})

TIMETABLE = Cue(name="timetable", kind="scheduled")
EVENT = Cue(name="event to come", kind="scheduled")
POSTPONED = Cue(name="postponed", kind="scheduled")
CALLED = Cue(name="called", kind="scheduled")
TARGET = Cue(name="target", kind="intended")
TERM = Cue(name="has until", kind="scheduled")
POSSIBLE = Cue(name="possible", kind="possible")
LIKELY = Cue(name="likely", kind="predicted")


@dataclass(frozen=True, slots=True)
class Found:
    """A rule's proposal: the verb (or noun) that is to come, and the word that looks forward."""

    cue: Cue
    verb: int
    word: int
    sure: tuple[float, float] | None = None


def _timetable(s: Sentence) -> Iterator[Found]:
    timed = set(s.having(s.table.verbs["timetable"]))
    for index in range(len(s.tree)):
        token = s.tree.token(index)
        if (index not in timed and token.tag != "VBG") or not s.dated(index, strictly=True):
            continue
        present = token.tag in ("VBZ", "VBP") or (
            token.tag == "VBG" and copula(s, index, past=False)
        )
        if s.lemma(index) not in s.table.verbs["timetable"] and (
            token.tag != "VBG" or not _own_day(s, index)
        ):
            continue  # other verbs in the progressive alone: "are moving on Friday"
        if present and tells(s, index):
            yield Found(TIMETABLE, index, index)


def _own_day(s: Sentence, verb: int) -> bool:
    """Say whether a day stands beside a verb itself, not in what the verb is about."""
    return any(
        s.dated(k, strictly=True)
        and (s.tree.token(k).rel == "npadvmod" or s.word(k) in ("on", "in", "at", "from"))
        for k in s.tree.kids(verb, "npadvmod", "prep")
    )


def _called(s: Sentence) -> Iterator[Found]:
    """Find "plans a rally on Saturday", "agreed a target for 2035"."""
    for index in s.having(s.table.verbs["set"] | s.table.verbs["call"]):
        if s.tree.token(index).pos != "VERB":
            continue
        things = {s.lemma(k) for k in s.tree.kids(index, "dobj")}
        aimed = s.lemma(index) in s.table.verbs["set"] and things & s.table.nouns["targets"]
        called = s.lemma(index) in s.table.verbs["call"] and things
        stands = (called and s.dated(index, strictly=True)) or (aimed and s.dated(index))
        if stands and not s.tree.negated(index) and tells(s, index):
            yield Found(TARGET if aimed else CALLED, index, index)


def _term(s: Sentence) -> Iterator[Found]:
    """Find "has until Friday to respond", "gave him until March 15"."""
    for index in s.having(_GRANT):
        if s.tree.token(index).pos != "VERB":
            continue
        for until in s.tree.kids(index, "prep"):
            if s.word(until) == "until" and s.dated(until) and tells(s, index):
                yield Found(TERM, index, until)


def _events(s: Sentence) -> Iterator[Found]:
    """Find "ahead of the Oct. 27 election", "the summit planned for March": dated ones only."""
    for index, word in enumerate(s.tree.words):
        if word not in s.table.nouns["events"]:
            continue
        if _stands(s, index):
            yield Found(EVENT, index, index)
            continue
        ups = list(s.tree.ups(index))[:2]
        heads = [s.word(up) for up in ups]
        if not s.dated(index, strictly=True) and not _days_before(s, ups):
            continue
        ahead = "before" in heads[:1] or heads[:2] == ["of", "ahead"]
        coming = {"upcoming", "forthcoming", "coming", "next", "scheduled", "planned"}
        if ahead or any(s.word(k) in coming for k in s.tree.kids(index, "amod")):
            yield Found(EVENT, index, index)


def _stands(s: Sentence, index: int) -> bool:
    """Say whether an event has its day: "the vote is on Thursday"."""
    up = s.tree.token(index).head
    is_on = s.word(up) in ("is", "are") and s.tree.token(index).rel == "nsubj"
    return is_on and any(s.dated(k, strictly=True) for k in s.tree.kids(up, "prep", "attr"))


def _days_before(s: Sentence, ups: list[int]) -> bool:
    """Say whether an event comes "a week ahead" or "two days before" what the report tells as
    present: of something past the event may be past as well.
    """
    for up in ups:
        if any(s.lemma(k) in _UNITS for k in s.tree.kids(up, "npadvmod")):
            return s.tree.token([up, *s.tree.ups(up)][-1]).tag not in ("VBD", "VBG")
    return False


def _agenda(s: Sentence) -> Iterator[Found]:
    """Find "Friday: the bank reports", a line of a calendar: what stands after its day."""
    words = s.tree.words
    for colon in range(1, min(_HEAD, len(s.tree) - 1)):
        if words[colon] != ":":
            continue
        if not s.day_ahead(s.tree.token(0).start, s.tree.token(colon).start):
            return
        for index in range(colon + 1, len(s.tree)):
            token = s.tree.token(index)
            finite = token.tag in ("VBZ", "VBP", "VB") and token.rel in ("ROOT", "ccomp", "conj")
            if finite and tells(s, index):
                yield Found(TIMETABLE, index, index)
                return
        return


def _named_event(s: Sentence) -> Iterator[Found]:
    """Find "his planned visit to Beijing", "the upcoming talks with Japan": told of as to come,
    with those it concerns, even where no day is named.
    """
    for index, word in enumerate(s.tree.words):
        if word not in s.table.nouns["gatherings"]:
            continue
        token = s.tree.token(index)
        plan = any(s.word(k) in _PLANNED for k in s.tree.kids(index, "amod"))
        known = any(s.actor(k) for k in s.tree.under(index, aside=False, clauses=False))
        if not plan or not known or token.rel in ("ROOT", "compound"):
            continue
        verbs = [k for k in s.tree.ups(index) if s.tree.token(k).pos in ("VERB", "AUX")]
        ended = any(s.lemma(k) in s.table.verbs["cancel"] for k in verbs[:1])
        if not ended and not s.tree.negated(verbs[0] if verbs else index):
            yield Found(EVENT, index, index)


def _outlook(s: Sentence) -> Iterator[Found]:
    """Find "tornadoes are possible", "an early election is likely": things that come about."""
    for index, word in enumerate(s.tree.words):
        token = s.tree.token(index)
        if word not in ("possible", "likely") or token.rel != "acomp":
            continue
        subject = s.tree.subject(index)
        past = s.tree.token(token.head).tag in ("VBD", "VBN")
        if subject is None or past or s.tree.negated(token.head):
            continue
        event = s.lemma(subject) in s.table.nouns["events"] | s.table.nouns["hazards"]
        if event and not s.tree.kids(index, "xcomp") and tells(s, token.head, foretold=True):
            cue = LIKELY if word == "likely" else POSSIBLE
            yield Found(cue, token.head, index, (0.55, 0.80) if word == "likely" else None)


def _postponed(s: Sentence) -> Iterator[Found]:
    """Find "was postponed to March 3": the day to which a thing is moved."""
    for index in s.having(s.table.verbs["postpone"] | s.table.verbs["delay"]):
        token = s.tree.token(index)
        if token.pos != "VERB" or s.tree.negated(index) or token.tag == "VBG":
            continue
        moved = s.tree.kids(index, "dobj", "nsubjpass")
        # "pushed back to March", "put off until Friday"
        back = [index, *s.tree.kids(index, "advmod", "prt"), *moved]
        to = [k for b in back for k in s.tree.kids(b, "prep") if s.word(k) in _NEW_DAY]
        if moved and any(s.dated(k) for k in to):
            yield Found(POSTPONED, index, index)


def moved_away(s: Sentence, found: Found) -> bool:
    """Say whether what a rule found is what the sentence says is put off or called off: "the
    summit planned for Thursday has been postponed".
    """
    gone = s.table.verbs["postpone"] | s.table.verbs["cancel"]
    below = found.word
    for up in s.tree.ups(found.word):
        off = any(s.word(k) == "off" for k in s.tree.kids(up, "prt"))
        part = s.tree.token(below).rel in ("nsubj", "nsubjpass", "dobj")
        if part and (s.lemma(up) in gone or (off and s.lemma(up) in ("call", "put"))):
            return found.cue is not POSTPONED and not s.tree.negated(up)
        below = up
    return False


TIMETABLES: tuple[Callable[[Sentence], Iterator[Found]], ...] = (
    _timetable, _agenda, _called, _term, _events, _named_event, _outlook, _postponed,
)  # fmt: skip
