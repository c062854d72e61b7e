"""English clauses that look forward, found in the parse.

Every construction is one small rule that proposes a verb; ``judge.tells`` then asks whether that
verb tells of an act or event to come, or of a wish, a doubt, a demand, a habit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dateline.expect.cues import Cue
from dateline.expect.forward import Forward
from dateline.expect.judge import (
    doer,
    hazard,
    nobody,
    reported,
    somebody,
    tells,
)
from dateline.expect.modals import PREDICTS, WILL, modals
from dateline.expect.sentence import Sentence
from dateline.expect.standing import copula, current
from dateline.expect.timetable import POSTPONED, TIMETABLES, Found, moved_away

# Words that foretell what will be, and not only what will happen.
_FORETELLING = frozenset({"expected", "projected", "forecast", "predicted", "anticipated"})
_HOPE = frozenset({"hope", "want", "seek", "wish"})
_TALK = frozenset({"talk", "talks"})
_NOW = frozenset({"is", "are", "'s", "’s"})
_SEE = frozenset({"see", "include"})
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "NUM", "ADJ"})

IS_TO = Cue(name="is to", kind="scheduled")
HOPES = Cue(name="hopes to", kind="intended")
IN_TALKS = Cue(name="in talks to", kind="possible")
SUMMONED = Cue(name="ordered to", kind="scheduled")
BOUND = Cue(name="bound to", kind="intended")
ENVISAGES = Cue(name="envisages", kind="intended")


def find_english(sentence: Sentence) -> Forward | None:
    """Return the clause of a sentence that looks forward: a dated one before others, then the
    first; None where there is none.
    """
    if "?" in sentence.tree.words[-2:]:  # its closing quotation mark may follow
        return None
    if not len(sentence.tree):
        return None
    found = [item for rule in _RULES for item in rule(sentence)]
    if not found:
        return None
    best = min(
        found,
        key=lambda f: (f.cue is not POSTPONED, not sentence.dated(f.verb), f.word, f.verb),
    )
    return _forward(sentence, best)


def _infinitives(s: Sentence) -> Iterator[Found]:
    """Find "is set to host", "plans to build", "agreed to meet", "is on course to win"."""
    for index, word in enumerate(s.tree.words):
        cue = s.table.by_word.get(word)
        noun = s.tree.token(index).pos in ("NOUN", "PROPN")
        if word == "likely" and s.word(index - 1) == "most" and not copula(s, index):
            continue  # "most likely to succeed"
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
            plan = (token.rel == "dobj" and s.lemma(token.head) in s.table.verbs["plan"]) or (
                token.rel == "pobj" and word == "plans" and s.word(token.head) == "with"
            )
            after = [  # "announced plans on Tuesday to resume ..."
                k
                for k in s.tree.kids(token.head, "advcl", "xcomp")
                if k > index and s.tree.infinitive(k)
            ]
            verbs = (verbs or after) if plan else []
        for verb in verbs[:1]:
            foretold = word in _FORETELLING or (
                cue.name in ("intends to", "undertakes to")
                and (who := s.tree.subject(index)) is not None
                and doer(s, who)
            )
            if current(s, index, verb, cue) and tells(s, verb, holder=index, foretold=foretold):
                yield Found(cue, verb, index)
        timed = cue.name in ("set to", "expected to") or word == "planned"
        event = timed and not verbs and (copula(s, index) or s.tree.token(index).rel == "acl")
        if (
            (event and (s.dated(index) or _arranged(s, index)))
            and current(s, index, index, cue)
            and tells(s, index)
        ):
            yield Found(cue, index, index)  # "is scheduled for Tuesday": the event is the subject


def _arranged(s: Sentence, index: int) -> bool:
    """Say whether "strikes are planned", "an announcement is expected": without a day, of a
    thing and in the present.
    """
    subjects = s.tree.kids(index, "nsubjpass")
    now = any(s.word(k) in ("is", "are") for k in s.tree.kids(index, "auxpass"))
    demand = any(s.word(k) in ("of", "from") for k in s.tree.kids(index, "prep"))
    return (
        now
        and not demand
        and any(
            s.tree.token(k).pos in ("NOUN", "PROPN") and s.lemma(k) not in s.table.nouns["purposes"]
            for k in subjects
        )
    )


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
        if subject is None:
            continue
        what_for = s.lemma(subject) in s.table.nouns["purposes"] or s.tree.negated(index)
        for verb in s.tree.kids(index, "xcomp"):
            if (what_for or s.tree.negated(verb)) and not s.dated(verb, strictly=True):
                continue  # "the aim is to ...", "is not to be underestimated"
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
    for index in s.having(_SEE | s.table.verbs["predict"] | s.table.verbs["envisage"]):
        token = s.tree.token(index)
        lemma = s.lemma(index)
        denied = s.tree.negated(index)
        if token.pos != "VERB" or token.tag == "VBN" or (denied and lemma == "see"):
            continue
        if lemma == "expect" and token.tag == "VBD" and not reported(s, index):
            continue  # "she expected to return": what was expected then
        sees = lemma == "see" and token.tag in ("VBZ", "VBP") and s.dated(index)
        if sees or lemma in s.table.verbs["predict"]:
            for kid in s.tree.kids(index, "ccomp", "xcomp", "dobj", "advcl"):
                inner = s.tree.token(kid)
                if inner.rel == "advcl" and not _raised(s, index, kid):
                    continue
                asked = lemma == "expect" and s.tree.infinitive(kid) and not s.dated(kid)
                who = s.tree.subject(kid)
                people = who is not None and s.lemma(who) in s.table.nouns["people"]
                if asked and people and not somebody(s, index):
                    continue  # "shops expect their customers to pay"
                outcome = inner.rel == "dobj" and s.lemma(kid) in s.table.nouns["outcomes"]
                clause = inner.rel != "dobj" and (s.tree.infinitive(kid) or inner.tag == "VBG")
                thing = inner.rel == "dobj" and s.dated(kid)
                if (
                    (clause or thing or (outcome and somebody(s, index)))
                    and (hazard(s, kid) or not nobody(s, index))
                    and tells(s, kid, holder=index, foretold=True)
                ):
                    yield Found(PREDICTS, kid, index)
        envisages = lemma in s.table.verbs["envisage"] and not denied
        if (envisages and s.tree.kids(index, "dobj")) or (
            lemma == "include"
            and (subject := s.tree.subject(index)) is not None
            and s.lemma(subject) == "proposal"
        ):
            yield Found(ENVISAGES, index, index)


def _raised(s: Sentence, verb: int, kid: int) -> bool:
    """Say whether an infinitive goes with the object before it, though the parse hangs it on the
    verb as its purpose: "projects inflation to be at 12%".
    """
    things = s.tree.kids(verb, "dobj")
    first = s.tree.under(kid)[0]
    return s.tree.infinitive(kid) and any(s.tree.under(k)[-1] == first - 1 for k in things)


def _projections(s: Sentence) -> Iterator[Found]:
    """Find "projections suggest a rise by 2027": what a forecast says of a time to come."""
    for index in s.having(s.table.nouns["projections"]):
        token = s.tree.token(index)
        verbs = [
            k
            for k in (token.head, *s.tree.kids(index, "acl"))
            if s.lemma(k) in s.table.verbs["show"] and s.tree.subject(k) == index
        ]
        if token.pos == "NOUN" and verbs and s.dated(verbs[0]):
            yield Found(PREDICTS, verbs[0], index)


def _summons(s: Sentence) -> Iterator[Found]:
    """Find "ordered him to appear on March 3": what somebody who may has others do, by its day."""
    for index in s.having(s.table.verbs["order"]):
        token = s.tree.token(index)
        if token.pos != "VERB" or s.tree.negated(index):
            continue
        for verb in s.tree.kids(index, "xcomp", "ccomp"):
            if s.tree.infinitive(verb) and s.dated(verb, strictly=True) and tells(s, verb):
                yield Found(SUMMONED, verb, index)


def _hopes(s: Sentence) -> Iterator[Found]:
    """Find "the company hopes to open the plant in May": what somebody aims at, with its day."""
    for index in s.having(_HOPE):
        token = s.tree.token(index)
        if token.tag not in ("VBZ", "VBP", "VBG") or s.tree.negated(index):
            continue
        subject = s.tree.subject(index)
        for verb in s.tree.kids(index, "xcomp"):
            stated = s.tree.infinitive(verb) and s.dated(verb, strictly=True)
            if stated and subject is not None and doer(s, subject):
                yield Found(HOPES, verb, index)


def _in_talks(s: Sentence) -> Iterator[Found]:
    """Find "is in talks to buy a rival"."""
    for index in s.having(_TALK):
        inside = index > 0 and s.word(index - 1) == "in" and s.tree.token(index).pos == "NOUN"
        if not inside or not copula(s, s.tree.token(index).head, past=False):
            near = s.tree.token(s.tree.token(index).head).head
            if not inside or s.word(near) not in _NOW:
                continue
        verbs = [
            k for up in (index, *list(s.tree.ups(index))[:2])
            for k in s.tree.kids(up, "acl", "xcomp", "advcl") if s.tree.infinitive(k) and k > index
        ]  # fmt: skip
        for verb in verbs[:1]:
            if tells(s, verb):
                yield Found(IN_TALKS, verb, index)


def _undertakings(s: Sentence) -> Iterator[Found]:
    """Find "gave approval for the UN to deliver aid next week": what somebody bound himself
    to, or was allowed, with its day.
    """
    for index in s.having(s.table.nouns["undertakings"]):
        if s.tree.token(index).pos != "NOUN":
            continue
        for verb in s.tree.kids(index, "acl", "relcl", "xcomp"):
            if s.tree.infinitive(verb) and s.dated(verb, strictly=True) and tells(s, verb):
                yield Found(BOUND, verb, index)


_RULES: tuple[Callable[[Sentence], Iterator[Found]], ...] = (
    modals, _infinitives, _is_to, _headline, _predictions, _hopes, _in_talks, _undertakings,
    _projections, _summons,
    *TIMETABLES,
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
        words=frozenset(
            s.lemma(k) for k in ordered if s.tree.token(k).pos in _CONTENT and not s.tree.month(k)
        ),
        denied=s.tree.negated(found.verb)
        or s.tree.negated(found.word)
        or found.cue.name == "unlikely to",
        verb=s.tree.token(found.verb).start,
        agent=s.tree.agent(found.verb, subject),
        ended=moved_away(s, found),
    )
