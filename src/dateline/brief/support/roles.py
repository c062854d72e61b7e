"""Who does what to whom in a parsed sentence: names in the roles they have to verbs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dateline.brief.support.parsed import Parsed, plain

Part = Literal["agent", "patient", "other"]
_SUBJECTS = ("nsubj", "csubj")
_OBJECTS = ("dobj", "obj", "nsubjpass", "dative", "iobj")


@dataclass(frozen=True, slots=True)
class Role:
    """``name`` (last word, lower case) is ``part`` of ``verb`` (lemma); ``via`` a preposition."""

    verb: str
    name: str
    part: Part
    via: str
    index: int


def roles(sentence: Parsed) -> tuple[Role, ...]:
    """Return the roles of all names and pronouns of ``sentence`` to its verbs and event nouns.

    A passive's subject is the patient and its "by" phrase the agent. "X's visit" makes X the
    agent of the visit. A subject counts for verbs that hang from its own ("agreed to visit",
    "met and signed"), unless these have their own.
    """
    found = []
    for index, token in enumerate(sentence.tokens):
        if token.pos not in ("PROPN", "PRON") and not _title(sentence, index):
            continue
        if token.rel == "compound" and sentence.tokens[token.head].pos == "PROPN":
            continue  # "Sanae" of "Sanae Takaichi": the last word stands for the name
        name = plain(sentence.form(index))
        for verb, part, via in _links(sentence, index):
            found.append(Role(verb, name, part, via, index))
    return tuple(found)


def _title(sentence: Parsed, index: int) -> bool:
    """A common noun that names somebody by office: "the president", "officials"."""
    token = sentence.tokens[index]
    return token.pos == "NOUN" and token.rel in (*_SUBJECTS, *_OBJECTS, "pobj", "poss")


def _links(sentence: Parsed, index: int) -> list[tuple[str, Part, str]]:
    tokens = sentence.tokens
    at = index
    for _ in range(4):  # "A, B and C": the first carries the role of all; so does an apposition's
        if tokens[at].rel in ("conj", "appos") and tokens[tokens[at].head].pos in ("PROPN", "NOUN"):
            at = tokens[at].head
    token = tokens[at]
    head = token.head
    if token.rel in _SUBJECTS:
        return [(v, "agent", "") for v in _chain(sentence, head)]
    if token.rel in _OBJECTS:
        return [(sentence.lemma(head), "patient", "")]
    if token.rel == "poss":
        return [(sentence.lemma(head), "agent", "poss")]
    if token.rel == "pobj":
        preposition = sentence.lemma(head)
        over = tokens[head].head
        if tokens[head].rel == "agent" or (
            preposition == "by" and any(tokens[c].rel == "auxpass" for c in sentence.children[over])
        ):
            return [(sentence.lemma(over), "agent", "by")]
        return [(sentence.lemma(over), "other", preposition)]
    return []


def _chain(sentence: Parsed, verb: int) -> list[str]:
    """A subject's verb and those that share it: "is set to host", "met and signed"."""
    found: list[str] = []
    queue = [verb]
    while queue and len(found) < 8:
        at = queue.pop(0)
        found.append(sentence.lemma(at))
        for child in sentence.children[at]:
            own = any(
                sentence.tokens[c].rel in ("nsubj", "nsubjpass") for c in sentence.children[child]
            )
            if sentence.tokens[child].rel in ("xcomp", "conj") and not own:
                passive = any(sentence.tokens[c].rel == "auxpass" for c in sentence.children[child])
                if not passive:
                    queue.append(child)
    return found
