"""English "will", "would", "may" and "could": when they tell of something to come, and as what."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.expect.cues import Cue
from dateline.expect.judge import (
    degree,
    doer,
    hazard,
    marked,
    planned,
    predicted,
    reported,
    tells,
)
from dateline.expect.sentence import Sentence
from dateline.expect.timetable import LIKELY, Found

_WILL = frozenset({"will", "'ll", "’ll", "wo"})  # "shall" is the language of laws
_OWN = frozenset({"i", "we", "he", "she", "they"})  # who speaks of what he will do himself
_LATER = frozenset({"later", "soon", "shortly"})
_MAY = frozenset({"may", "might"})
_CONDITIONS = frozenset({"if", "unless", "once"})

WILL = Cue(name="will", kind="scheduled")
WILL_DO = Cue(name="will", kind="intended")
WILL_BE = Cue(name="will", kind="predicted")
WOULD_DO = Cue(name="would", kind="intended")
WOULD = Cue(name="would", kind="predicted")
MAY = Cue(name="may", kind="possible")
COULD = Cue(name="could", kind="possible")
PREDICTS = Cue(name="predicts", kind="predicted", sure=(0.55, 0.80))


def modals(s: Sentence) -> Iterator[Found]:
    """Find "will host", "said it would host", "may host on Friday", "a storm could hit"."""
    for index, word in enumerate(s.tree.words):
        token = s.tree.token(index)
        if token.tag != "MD" or token.head == index:
            continue
        verb = token.head
        perfect = any(s.lemma(k) == "have" for k in s.tree.kids(verb, "aux"))
        if token.tag == "MD" and word == "will" and _name(s, index):
            continue
        if word in _WILL:
            sure = degree(s, verb)
            foretold = sure is not None or predicted(s, verb)
            if (not perfect or s.dated(verb)) and tells(s, verb, foretold=foretold):
                yield Found(LIKELY if sure else _will(s, verb), verb, index, sure)
        elif perfect:
            continue
        elif word == "would" or word == "’d":
            day = s.dated(verb, strictly=True)
            told = reported(s, verb, said=not day) or planned(s, verb) or (day and _plain(s, verb))
            if told and tells(s, verb, firm=False, stateless=True):
                own = s.word(who) in _OWN if (who := s.tree.subject(verb)) is not None else False
                yield Found(WOULD_DO if own else WOULD, verb, index, degree(s, verb))
        elif (
            (
                word in _MAY
                or (
                    word == "could"
                    and (s.dated(verb) or hazard(s, verb) or _soon(s, verb) or _case(s, verb))
                )
            )
            and not _going_on(s, verb)
            and (tells(s, verb, firm=False) or (_soon(s, verb) and tells(s, verb)))
        ):
            yield Found(MAY if word in _MAY else COULD, verb, index)


def _name(s: Sentence, index: int) -> bool:
    """Say whether "Will" is a name that the parse took for a verb."""
    token = s.tree.token(index)
    after = index + 1 < len(s.tree) and s.tree.token(index + 1).pos == "PROPN"
    return index > 0 and after and s.report.text[token.start : token.start + 1] == "W"


def _soon(s: Sentence, verb: int) -> bool:
    """Say whether something "could be released later": a time to come without a date."""
    return any(s.word(k) in _LATER for k in s.tree.kids(verb, "advmod"))


def _case(s: Sentence, verb: int) -> bool:
    """Say whether a clause has a condition that news may bring; what awaits those who are found
    guilty is the law.
    """
    cases = [k for k in s.tree.kids(verb, "advcl") if marked(s, k, _CONDITIONS)]
    return bool(cases) and not any(s.lemma(k) in ("convict", "find") for k in cases)


def _going_on(s: Sentence, verb: int) -> bool:
    """Say whether "may be fuelling" guesses at what goes on already."""
    return s.tree.token(verb).tag == "VBG" and not s.dated(verb)


def _will(s: Sentence, verb: int) -> Cue:
    """Return what "will" announces: what has its day or is done to something is scheduled;
    without a day, what somebody will do he intends, and what will come about is predicted.
    """
    if predicted(s, verb):
        return PREDICTS
    if hazard(s, verb):
        return WILL_BE
    subject = s.tree.subject(verb)
    if subject is None or s.dated(verb, strictly=True) or s.tree.passive(verb):
        return WILL
    if s.word(subject) in _OWN or doer(s, subject):
        return WILL_DO if s.lemma(verb) not in ("be", "have") else WILL  # "will have to"
    return WILL if s.lemma(subject) in s.table.nouns["events"] else WILL_BE


def _plain(s: Sentence, verb: int) -> bool:
    """Say whether "would" stands in a main clause without a condition: of a thing that has its
    day ("they would take over on July 1") it tells what is arranged.
    """
    token = s.tree.token(verb)
    main = token.rel == "ROOT" or (token.rel == "conj" and s.tree.token(token.head).rel == "ROOT")
    return main and not any(
        marked(s, k, _CONDITIONS | {"when"}) for k in s.tree.kids(verb, "advcl")
    )
