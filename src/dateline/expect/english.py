"""English clauses that look forward, found in the parse.

Every construction is one small rule that proposes a verb; ``judge.tells`` then asks whether that
verb tells of an act or event to come, or of a wish, a doubt, a demand, a habit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dateline.expect.cues import Cue
from dateline.expect.forward import Forward
from dateline.expect.judge import (
    Sentence,
    copula,
    current,
    degree,
    hazard,
    marked,
    nobody,
    reported,
    tells,
)

_WILL = frozenset({"will", "'ll", "’ll", "wo", "shall"})
_MAY = frozenset({"may", "might"})
_UNITS = frozenset({"day", "week", "month"})
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "NUM", "ADJ"})

WILL = Cue(name="will", kind="scheduled")
WOULD = Cue(name="would", kind="predicted")
MAY = Cue(name="may", kind="possible")
COULD = Cue(name="could", kind="possible")
IS_TO = Cue(name="is to", kind="scheduled")
PREDICTS = Cue(name="predicts", kind="predicted", sure=(0.55, 0.80))
TIMETABLE = Cue(name="timetable", kind="scheduled")
EVENT = Cue(name="event to come", kind="scheduled")
POSTPONED = Cue(name="postponed", kind="scheduled")
ENVISAGES = Cue(name="envisages", kind="intended")
LIKELY = Cue(name="likely", kind="predicted")
POSSIBLE = Cue(name="possible", kind="possible")


@dataclass(frozen=True, slots=True)
class Found:
    """A rule's proposal: the verb (or noun) that is to come, and the word that looks forward."""

    cue: Cue
    verb: int
    word: int
    sure: tuple[float, float] | None = None


def find_english(sentence: Sentence) -> Forward | None:
    """Return the clause of a sentence that looks forward: a dated one before others, then the
    first; None where there is none.
    """
    if not len(sentence.tree) or sentence.word(len(sentence.tree) - 1) == "?":
        return None
    found = [item for rule in _RULES for item in rule(sentence)]
    if not found:
        return None
    best = min(found, key=lambda f: (not sentence.dated(f.verb), f.word, f.verb))
    return _forward(sentence, best)


def _modals(s: Sentence) -> Iterator[Found]:
    for index, word in enumerate(s.tree.words):
        token = s.tree.token(index)
        if token.tag != "MD" or token.head == index:
            continue
        verb = token.head
        perfect = any(s.lemma(k) == "have" for k in s.tree.kids(verb, "aux"))
        if word in _WILL:
            sure = degree(s, verb)
            if (not perfect or s.dated(verb)) and tells(s, verb, foretold=sure is not None):
                yield Found(LIKELY if sure else WILL, verb, index, sure)
        elif perfect:
            continue
        elif word == "would" or word == "’d":
            if reported(s, verb, said=True) and tells(s, verb, firm=False, stateless=True):
                yield Found(WOULD, verb, index, degree(s, verb))
        elif (
            word in _MAY
            or (
                word == "could"
                and (
                    s.dated(verb)
                    or hazard(s, verb)
                    or any(marked(s, k, {"if", "unless"}) for k in s.tree.kids(verb, "advcl"))
                )
            )
        ) and tells(s, verb, firm=False):
            yield Found(MAY if word in _MAY else COULD, verb, index)


def _infinitives(s: Sentence) -> Iterator[Found]:
    """Find "is set to host", "plans to build", "agreed to meet", "is on course to win"."""
    for index, word in enumerate(s.tree.words):
        cue = s.table.by_word.get(word)
        noun = s.tree.token(index).pos in ("NOUN", "PROPN")
        if cue is None or (noun and cue.name not in ("intends to", "on course to")):
            continue
        verbs = [k for k in s.tree.kids(index, "xcomp", "acl", "ccomp") if s.tree.infinitive(k)]
        if cue.kind == "possible":
            verbs = s.tree.kids(index, "xcomp", "dobj")
        elif cue.name == "on course to" and not verbs:
            verbs = [
                k for up in list(s.tree.ups(index))[:2]
                for k in s.tree.kids(up, "xcomp", "advcl") if s.tree.infinitive(k) and k > index
            ]  # fmt: skip
        if cue.name == "undertakes to" and not verbs:
            verbs = _after_to(s, index)
        if noun and cue.name == "intends to":
            token = s.tree.token(index)
            plan = token.rel == "dobj" and s.lemma(token.head) in s.table.verbs["plan"]
            verbs = verbs if plan else []
        for verb in verbs[:1]:
            if current(s, index, verb, cue) and tells(s, verb, holder=index):
                yield Found(cue, verb, index)
        event = cue.name in ("set to", "expected to") and not verbs and copula(s, index)
        if event and s.dated(index) and current(s, index, index, cue) and tells(s, index):
            yield Found(cue, index, index)  # "is scheduled for Tuesday": the event is the subject


def _after_to(s: Sentence, index: int) -> list[int]:
    """Return what "agreed to an interview" and "committed to reducing" undertake."""
    return [
        kid
        for to in s.tree.kids(index, "prep")
        if s.word(to) == "to"
        for kid in s.tree.kids(to, "pcomp", "pobj")
    ]


def _is_to(s: Sentence) -> Iterator[Found]:
    for index, word in enumerate(s.tree.words):
        if word not in ("is", "are") or s.tree.token(index).rel in ("aux", "auxpass"):
            continue
        subject = s.tree.subject(index)
        if subject is None or s.lemma(subject) in s.table.nouns["purposes"]:
            continue
        for verb in s.tree.kids(index, "xcomp"):
            if s.tree.infinitive(verb) and verb - index <= 4 and tells(s, verb):
                yield Found(IS_TO, verb, index)
    for index, word in enumerate(s.tree.words):
        if word == "going" and copula(s, index, past=False):
            for verb in s.tree.kids(index, "xcomp"):
                if s.tree.infinitive(verb) and tells(s, verb):
                    yield Found(WILL, verb, index)


def _headline(s: Sentence) -> Iterator[Found]:
    """Find "Takaichi to host Lee": the infinitive of headlines."""
    if not s.title:
        return
    for index, word in enumerate(s.tree.words):
        verb = s.tree.token(index).head
        if word == "to" and index > 0 and verb > index and s.tree.token(index).tag == "TO":
            token = s.tree.token(verb)
            root = token.rel == "ROOT" or (
                token.rel in ("acl", "relcl", "xcomp")
                and s.tree.token(token.head).pos in ("NOUN", "PROPN")
            )
            if root and s.tree.token(index - 1).pos in ("PROPN", "NOUN") and tells(s, verb):
                yield Found(IS_TO, verb, index)


def _predictions(s: Sentence) -> Iterator[Found]:
    """Find "expects prices to fall", "forecasts growth in 2027"."""
    for index in range(len(s.tree)):
        token = s.tree.token(index)
        lemma = s.lemma(index)
        if token.pos != "VERB" or token.tag == "VBN" or s.tree.negated(index):
            continue
        if lemma in s.table.verbs["predict"]:
            for kid in s.tree.kids(index, "ccomp", "xcomp", "dobj"):
                inner = s.tree.token(kid)
                clause = inner.rel != "dobj" and (s.tree.infinitive(kid) or inner.tag == "VBG")
                thing = inner.rel == "dobj" and s.dated(kid)
                if (
                    (clause or thing)
                    and not nobody(s, index)
                    and tells(s, kid, holder=index, foretold=True)
                ):
                    yield Found(PREDICTS, kid, index)
        if (lemma in s.table.verbs["envisage"] and s.tree.kids(index, "dobj")) or (
            lemma == "include"
            and (subject := s.tree.subject(index)) is not None
            and s.lemma(subject) == "proposal"
        ):
            yield Found(ENVISAGES, index, index)


def _timetable(s: Sentence) -> Iterator[Found]:
    for index in range(len(s.tree)):
        token = s.tree.token(index)
        if s.lemma(index) not in s.table.verbs["timetable"] or not s.dated(index, strictly=True):
            continue
        present = token.tag in ("VBZ", "VBP") or (
            token.tag == "VBG" and copula(s, index, past=False)
        )
        if present and tells(s, index):
            yield Found(TIMETABLE, index, index)


def _events(s: Sentence) -> Iterator[Found]:
    """Find "ahead of the Oct. 27 election", "the summit planned for March": dated ones only."""
    for index, word in enumerate(s.tree.words):
        if word not in s.table.nouns["events"]:
            continue
        ups = list(s.tree.ups(index))[:2]
        heads = [s.word(up) for up in ups]
        if not s.dated(index, strictly=True) and not _days_before(s, ups):
            continue
        ahead = "before" in heads[:1] or heads[:2] == ["of", "ahead"]
        coming = {"upcoming", "forthcoming", "coming", "next", "scheduled", "planned"}
        if ahead or any(s.word(k) in coming for k in s.tree.kids(index, "amod")):
            yield Found(EVENT, index, index)


def _days_before(s: Sentence, ups: list[int]) -> bool:
    """Say whether an event comes "a week ahead" or "two days before" what the report tells as
    present: of something past the event may be past as well.
    """
    for up in ups:
        if any(s.lemma(k) in _UNITS for k in s.tree.kids(up, "npadvmod")):
            return s.tree.token([up, *s.tree.ups(up)][-1]).tag not in ("VBD", "VBG")
    return False


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
    for index in range(len(s.tree)):
        token = s.tree.token(index)
        if token.pos != "VERB" or s.tree.negated(index) or token.tag == "VBG":
            continue
        lemma = s.lemma(index)
        moved = s.tree.kids(index, "dobj", "nsubjpass")
        if lemma in s.table.verbs["postpone"] and moved:
            yield Found(POSTPONED, index, index)
            continue
        to = any(s.word(k) in ("until", "till", "to") for k in s.tree.kids(index, "prep"))
        if lemma in s.table.verbs["delay"] and moved and to and s.dated(index):
            yield Found(POSTPONED, index, index)


_RULES: tuple[Callable[[Sentence], Iterator[Found]], ...] = (
    _modals, _infinitives, _is_to, _headline, _predictions, _timetable, _events, _outlook,
    _postponed,
)  # fmt: skip


def _forward(s: Sentence, found: Found) -> Forward:
    subject = s.tree.subject(found.word if found.cue.name.endswith(" to") else found.verb)
    inside = set(s.tree.under(found.verb, aside=False))
    if subject is not None:
        inside |= set(s.tree.under(subject, aside=False))
    inside.add(found.verb)
    ordered = sorted(inside)
    cue = s.tree.token(found.word)
    return Forward(
        cue=found.cue,
        start=cue.start,
        end=cue.end,
        clause=(s.tree.token(ordered[0]).start, s.tree.token(ordered[-1]).end),
        act=s.lemma(found.verb),
        sure=found.sure,
        words=frozenset(s.lemma(k) for k in ordered if s.tree.token(k).pos in _CONTENT),
        denied=s.tree.negated(found.verb)
        or s.tree.negated(found.word)
        or found.cue.name == "unlikely to",
        verb=s.tree.token(found.verb).start,
        agent=s.tree.agent(found.verb, subject),
    )
