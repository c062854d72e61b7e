"""Whether an intention or plan that is reported still stands."""

from __future__ import annotations

from dateline.expect.cues import Cue
from dateline.expect.judge import doer, reported
from dateline.expect.sentence import Sentence

_IS = frozenset({"is", "are", "'s", "’s", "'re", "’re", "be", "been"})
_PERSONS = frozenset({"he", "she", "they", "both"})
_LESS = frozenset({"more", "less", "longer"})  # "is more likely to", "no longer plans to"
_WAS = frozenset({"was", "were"})


def copula(s: Sentence, index: int, *, past: bool = True) -> bool:
    """Say whether a form of "be" stands with a participle or adjective; ``past`` ones too."""
    forms = _IS | _WAS if past else _IS
    return any(word in forms for word in _helpers(s, index))


def _helpers(s: Sentence, index: int) -> list[str]:
    """Return the words that carry the tense of a participle or adjective."""
    token = s.tree.token(index)
    around = s.tree.kids(index, "aux", "auxpass", "cop")
    if token.rel in ("acomp", "attr", "pobj", "xcomp", "oprd") and token.head != index:
        around = [token.head, *s.tree.kids(token.head, "aux"), *around]
    return [s.word(k) for k in around]


def _around(s: Sentence, index: int) -> set[str]:
    """Return the words above a noun: of "was only on pace", the verb."""
    return {s.word(up) for up in list(s.tree.ups(index))[:2]}


def _purpose(s: Sentence, index: int) -> bool:
    """Say whether a word such as "aims" tells what for rather than what next."""
    return s.lemma(index) in ("aim", "seek")


def current(s: Sentence, index: int, verb: int, cue: Cue) -> bool:
    """Say whether an intention or plan still stands when it is reported."""
    token, marks = s.tree.token(index), s.table.marks
    beside = {s.word(k) for k in s.tree.kids(index, "advmod", "amod", "neg")}
    beside |= {s.word(k) for k in s.tree.kids(token.head, "neg") if token.rel == "acomp"}
    helpers = set(_helpers(s, index))
    if beside & (marks["former"] | marks["usual"] | _LESS):
        return False
    told = cue.name == "undertakes to" and reported(s, index)
    if "had" in helpers and not told:
        return False  # not "said he had decided to appeal"
    if "would" in helpers and cue.name in ("expected to", "unlikely to"):
        return False  # "he would be unlikely to be jailed"
    if _purpose(s, index) and not (s.dated(verb) or s.dated(index)):
        return False
    if cue.name == "undertakes to" and s.tree.infinitive(index):
        return False  # "left it to the countries to decide"
    if any(s.tree.negated(k) for k in s.tree.kids(index, "conj")):
        return False  # "promised to respond but did not"
    if cue.kind == "possible" and not copula(s, index, past=False):
        return index > 0 and s.actor(index - 1)  # not "weighing three kilos"
    if cue.name == "supposed to" and not s.dated(verb, strictly=True):
        return False
    decided = s.tree.token(verb).rel == "xcomp" and s.lemma(index) == "decide"
    if decided and s.lemma(verb) in s.table.verbs["performed"] and not s.dated(verb, strictly=True):
        return False  # "decided to renew the mandate": renewed
    if decided and token.tag == "VBD" and not s.dated(verb) and not reported(s, index):
        subject = s.tree.subject(index)
        if subject is not None and s.tree.token(subject).pos == "PRON":
            return False  # "after the talks she decided to leave": a story that is told
    if cue.name == "on course to" and _WAS & _around(s, index) and not s.dated(verb, strictly=True):
        return False
    if cue.kind == "intended" and beside & {"not", "n't", "n’t", "never"}:
        return False
    # "Wrote that he was preparing to ..." tells the present; "had announced that ..." the past.
    then = any(s.word(k) == "had" for up in s.tree.ups(index) for k in s.tree.kids(up, "aux"))
    was = bool(helpers & _WAS) and (then or not reported(s, index))
    past = was or (token.tag == "VBD" and cue.name == "intends to")
    if cue.name == "undertakes to" and s.lemma(index) in ("threaten", "promise", "offer"):
        subject = s.tree.subject(index)
        if subject is None or not (doer(s, subject) or s.word(subject) in _PERSONS):
            return False
    if cue.name in ("set to", "expected to") and token.tag in ("VBN", "VBD") and not helpers:
        # "storms set to hit": a participle after its noun, or a headline
        return (token.rel == "acl" or s.title) and s.lemma(verb) != "be"
    return not past or s.dated(verb) or s.dated(index)
