"""Clauses as frames: each predicate with its agents, patients and other arguments.

Labels are spaCy's English ones (ClearNLP): nsubj, nsubjpass, dobj, agent, prep/pobj, xcomp...
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.events.lexicon import Lexicon
from dateline.events.tree import Tree

# Verbs whose object does the infinitive: "urged Iran to stop".
OBJECT_CONTROL = frozenset(
    "urge ask order force allow permit let tell help enable persuade press pressure push require "
    "request want expect call beg advise encourage invite instruct oblige compel cause lead get "
    "have make see send appeal implore exhort authorize authorise direct convince warn nudge prod "
    "command empower train pay enlist recruit entitle intend need like prefer find".split()
)
# "accused of attacking": the accused is who attacks.
BLAMING = frozenset(
    "accuse suspect blame condemn convict charge criticize criticise denounce arrest jail try "
    "indict fault sentence prosecute detain sanction punish thank praise stop prevent bar ban "
    "keep dissuade acquit sue discourage".split()
)
CLAIMS = frozenset("claim allegation accusation charge report suggestion rumour rumor".split())
# "an attack on", "talks with", "a visit to": whom a noun's deed is done to.
NOUN_TARGETS = frozenset("on against with to at toward towards for in of".split())


@dataclass(frozen=True, slots=True)
class Frame:
    """A predicate and its arguments, as token indexes of one sentence.

    ``verb`` is the lemma, with its particle ("carry_out"). ``agents`` do it, ``patients`` have
    it done to them; ``obliques`` pair a preposition with its noun. ``complements`` pairs the
    kind of a following clause ("to", "that", "ing") with its predicate. ``nominal`` frames
    stand on a noun ("the attack on"). ``passive`` is how it is said: agents are agents already.
    """

    head: int
    verb: str
    agents: tuple[int, ...] = ()
    patients: tuple[int, ...] = ()
    obliques: tuple[tuple[str, int], ...] = ()
    complements: tuple[tuple[str, int], ...] = ()
    nominal: bool = False
    passive: bool = False


def frames(tree: Tree, lexicon: Lexicon) -> Iterator[Frame]:
    """Yield a frame for each verb and each noun that names an occurrence, in order."""
    for index in range(len(tree)):
        if is_verb(tree, index):
            if not _plural_noun(tree, index, lexicon):
                yield verb_frame(tree, index)
        elif tree.pos(index) in ("NOUN", "PROPN") and noun_key(tree, index, lexicon):
            yield noun_frame(tree, index, lexicon)


def is_verb(tree: Tree, index: int) -> bool:
    """True for a token that heads a clause (participles before nouns don't)."""
    if tree.pos(index) == "VERB":
        return tree.rel(index) not in ("amod", "compound", "aux", "auxpass")
    return (
        tree.pos(index) in ("AUX", "NOUN", "ADJ", "PROPN")
        and tree.kid(index, "nsubj", "nsubjpass") is not None
        and (tree.tag(index).startswith("VB") or tree.rel(index) in ("ROOT", "ccomp", "relcl"))
    )


# Verbs, nouns of occurrences as well, that take a clause with nothing to open it.
_SAID = frozenset("charge demand pledge promise request vow warn".split())


def _plural_noun(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """True for "the import *bans* Seoul imposed", which a small parser reads as a verb.

    What follows at once is then the subject of a clause with nothing to open it, and that few
    verbs take.
    """
    lemma = tree.lemmas[index]
    if tree.tag(index) != "VBZ" or lemma not in lexicon.nouns or lemma in _SAID:
        return False
    return any(
        tree.kid(clause, "mark") is None and index + 1 in tree.kids(clause, "nsubj", "nsubjpass")
        for clause in tree.kids(index, "ccomp")
    )


def verb_frame(tree: Tree, index: int) -> Frame:
    """Read the frame of a verb."""
    passive = is_passive(tree, index)
    objects = [*tree.kids(index, "dobj", "attr", "oprd")]
    dative = tree.kids(index, "dative")
    patients: list[int] = []
    agents: list[int] = []
    if passive:
        patients = _coordinated(tree, _subjects(tree, index))
        agents = _coordinated(tree, _by(tree, index) or _shared_agent(tree, index))
        patients += objects
    else:
        agents = _coordinated(tree, _subjects(tree, index))
        gap = _gap(tree, index)
        patients = _coordinated(tree, objects) + ([gap] if gap is not None else [])
        patients += [one for one in dative if tree.pos(one) != "ADP"]
    obliques = list(_obliques(tree, index))
    for one in dative:
        if tree.pos(one) == "ADP":
            obliques += [("to", kid) for kid in _coordinated(tree, tree.kids(one, "pobj"))]
    shared = _shared_object(tree, index) if not patients and not passive else []
    return Frame(
        head=index,
        verb=_with_particle(tree, index),
        agents=_unique(agents),
        patients=_unique(patients or shared),
        obliques=tuple(obliques),
        complements=tuple(_complements(tree, index)),
        passive=passive,
    )


def is_passive(tree: Tree, index: int) -> bool:
    """True for "was attacked", "attacked by", and participles that modify what they are done to."""
    if tree.kid(index, "nsubjpass", "auxpass", "csubjpass") is not None:
        return True
    if tree.tag(index) != "VBN" or tree.kid(index, "aux") is not None:
        return False
    if tree.rel(index) == "conj":
        head = tree.head(index)
        return tree.kid(index, "nsubj", "dobj") is None and is_passive(tree, head)
    if tree.rel(index) in ("acl", "advcl") or tree.kid(index, "agent") is not None:
        return tree.kid(index, "nsubj") is None
    # A headline without its auxiliary: "Two soldiers killed in raid".
    return False


def _subjects(tree: Tree, index: int, depth: int = 0) -> list[int]:
    own = tree.kids(index, "nsubj", "nsubjpass", "csubj")
    if own:
        spoken = _speaker_of(tree, index, own[0], depth)
        return spoken or [_antecedent(tree, one, index) for one in own]
    if depth > 8 or tree.head(index) == index:
        return []
    head, rel = tree.head(index), tree.rel(index)
    if rel == "conj" and is_verb(tree, head):
        return _subjects(tree, head, depth + 1)
    if rel in ("acomp", "attr"):
        return _subjects(tree, head, depth + 1)
    if rel in ("xcomp", "ccomp", "advcl", "dep", "parataxis", "oprd"):
        if is_verb(tree, head):
            return _controller(tree, head, rel, depth)
        return _subjects(tree, head, depth + 1)
    if rel == "acl":
        if tree.tag(index) in ("VBG", "VBN"):
            return [head]
        return _noun_agents(tree, head) or _subjects(tree, _governor(tree, head), depth + 1)
    if rel == "relcl":
        return [head]
    if rel == "pcomp":
        above = tree.head(head)
        if is_verb(tree, above):
            objects = tree.kids(above, "dobj", "nsubjpass")
            if objects and tree.lemmas[above] in BLAMING and tree.lemmas[head] in (
                "of", "for", "with", "from", "over"
            ):  # fmt: skip
                return objects[:1]
            return _subjects(tree, above, depth + 1)
        return _noun_agents(tree, above) or _subjects(tree, _governor(tree, above), depth + 1)
    return []


def _speaker_of(tree: Tree, index: int, subject: int, depth: int) -> list[int]:
    """Return the speaker for "they" in "the rebels said they would": who is meant, as a rule."""
    pronoun = tree.words[subject].lower() in ("it", "they", "he", "she", "we", "i")
    head = tree.head(index)
    if not pronoun or tree.rel(index) != "ccomp" or depth > 8 or not is_verb(tree, head):
        return []
    return [one for one in _subjects(tree, head, depth + 1) if tree.pos(one) != "PRON"]


def _controller(tree: Tree, head: int, rel: str, depth: int) -> list[int]:
    if rel in ("xcomp", "ccomp") and tree.lemmas[head] in OBJECT_CONTROL:
        objects = tree.kids(head, "dobj", "dative", "nsubjpass")
        for prep in tree.kids(head, "prep"):
            if tree.lemmas[prep] in ("on", "upon", "to", "for") and not objects:
                objects = tree.kids(prep, "pobj")
        if objects:
            return objects[:1]
    return _subjects(tree, head, depth + 1)


def _governor(tree: Tree, index: int) -> int:
    """Return the nearest verb above a token, the root where there is none."""
    for one in tree.path(index)[1:]:
        if is_verb(tree, one):
            return one
    return tree.path(index)[-1]


def _antecedent(tree: Tree, subject: int, verb: int) -> int:
    """Return what "which" and "who" stand for."""
    if tree.tag(subject) in ("WDT", "WP") and tree.rel(verb) in ("relcl", "acl"):
        return tree.head(verb)
    if tree.lemmas[subject] == "that" and tree.rel(verb) == "relcl":
        return tree.head(verb)
    return subject


def _gap(tree: Tree, index: int) -> int | None:
    """Return the noun that a relative clause leaves out of its object: "the plan he attacked"."""
    if tree.rel(index) != "relcl":
        return None
    own = tree.kids(index, "nsubj")
    objects = tree.kids(index, "dobj")
    if objects and tree.tag(objects[0]) in ("WDT", "WP"):
        return tree.head(index)
    if own and tree.tag(own[0]) not in ("WDT", "WP") and not objects:
        words = {tree.lemmas[kid] for kid in tree.kids(index, "advmod", "prep")}
        return None if words & {"where", "when", "why", "in", "during"} else tree.head(index)
    return None


def _shared_object(tree: Tree, index: int) -> list[int]:
    """Return the object of the last of joined verbs: "shelled and stormed the town"."""
    for one in tree.kids(index, "conj"):
        if is_verb(tree, one) and not tree.kids(one, "nsubj"):
            objects = tree.kids(one, "dobj")
            if objects and tree.kid(index, "prep", "xcomp", "ccomp", "prt") is None:
                return _coordinated(tree, objects)
    return []


def _by(tree: Tree, index: int) -> list[int]:
    found = [kid for one in tree.kids(index, "agent") for kid in tree.kids(one, "pobj")]
    if not found:
        for prep in tree.kids(index, "prep"):
            if tree.lemmas[prep] == "by":
                found += tree.kids(prep, "pobj")
    return found


def _shared_agent(tree: Tree, index: int) -> list[int]:
    """Return the "by" of the last of joined passives: "killed and ten hurt by gunmen"."""
    for one in tree.kids(index, "conj"):
        if is_verb(tree, one) and tree.tag(one) == "VBN":
            return _by(tree, one)
    return []


def _obliques(tree: Tree, index: int) -> Iterator[tuple[str, int]]:
    for prep in tree.kids(index, "prep", "agent"):
        name = tree.lemmas[prep]
        for one in _coordinated(tree, tree.kids(prep, "pobj")):
            yield name, one
        for inner in tree.kids(prep, "prep", "pcomp"):  # "out of", "because of"
            if tree.pos(inner) == "ADP":
                for one in tree.kids(inner, "pobj"):
                    yield f"{name}_{tree.lemmas[inner]}", one
    for one in tree.kids(index, "npadvmod"):
        yield "", one


def _complements(tree: Tree, index: int) -> Iterator[tuple[str, int]]:
    adjectives = [
        kid for one in tree.kids(index, "acomp", "attr") for kid in tree.kids(one, "xcomp", "acl")
    ]  # "is willing to", "has a plan to"
    for one in [*tree.kids(index, "xcomp", "ccomp", "oprd"), *adjectives]:
        tag = tree.tag(one)
        if any(tree.tag(aux) == "TO" for aux in tree.kids(one, "aux")):
            yield "to", one
        elif tag == "VBG" and tree.kid(one, "nsubj") is None:
            yield "ing", one
        else:
            yield "that", one
    for noun in tree.kids(index, "dobj"):  # "rejected claims that"
        for one in tree.kids(noun, "acl", "ccomp", "relcl"):
            if tree.kid(one, "mark") is not None or tree.lemmas[noun] in CLAIMS:
                yield "noun", one
    if tree.pos(index) in ("NOUN", "PROPN"):
        for one in tree.kids(index, "acl"):
            yield ("to" if tree.tag(one) == "VB" else "ing"), one
    for prep in tree.kids(index, "prep"):
        for one in tree.kids(prep, "pcomp"):
            if is_verb(tree, one):
                yield f"ing_{tree.lemmas[prep]}", one
    for one in tree.kids(index, "advcl"):
        if tree.tag(one) == "VB" and any(tree.tag(a) == "TO" for a in tree.kids(one, "aux")):
            yield "purpose", one


def _with_particle(tree: Tree, index: int) -> str:
    lemma = tree.lemmas[index]
    particle = tree.kid(index, "prt")
    if particle is None:
        return lemma
    return f"{lemma}_{tree.lemmas[particle]}"


def noun_key(tree: Tree, index: int, lexicon: Lexicon) -> str | None:
    """Return the lexicon's key for an event noun: "cease-fire", "state-of-emergency"."""
    lemma = tree.lemmas[index]
    before = [tree.lemmas[kid] for kid in tree.kids(index, "compound", "amod") if kid < index]
    for one in reversed(before):
        if f"{one}-{lemma}" in lexicon.nouns:
            return f"{one}-{lemma}"
    return lemma if lemma in lexicon.nouns else None


def noun_frame(tree: Tree, index: int, lexicon: Lexicon) -> Frame:
    """Read the frame of a noun: "the Israeli raid on", "talks between A and B"."""
    agents = _noun_agents(tree, index)
    patients: list[int] = []
    obliques: list[tuple[str, int]] = []
    for prep in tree.kids(index, "prep", "agent"):
        name = tree.lemmas[prep]
        nouns = _coordinated(tree, tree.kids(prep, "pobj"))
        obliques += [(name, one) for one in nouns]
        if name == "by":
            agents = nouns + agents
        elif name in ("between", "among"):
            agents += nouns
        elif name in NOUN_TARGETS:
            patients += nouns
    return Frame(
        head=index,
        verb=noun_key(tree, index, lexicon) or tree.lemmas[index],
        agents=_unique(agents),
        patients=_unique(patients),
        obliques=tuple(obliques),
        complements=tuple(_complements(tree, index)),
        nominal=True,
    )


def _noun_agents(tree: Tree, index: int) -> list[int]:
    found = tree.kids(index, "poss")
    for kid in tree.kids(index, "amod", "compound", "nmod"):
        if tree.pos(kid) == "PROPN" or tree.words[kid][:1].isupper():
            found.append(kid)
    for prep in tree.kids(index, "prep", "agent"):
        if tree.lemmas[prep] == "by":
            found = tree.kids(prep, "pobj") + found
        elif tree.lemmas[prep] == "from":
            found += tree.kids(prep, "pobj")
    return _coordinated(tree, found)


def _coordinated(tree: Tree, heads: list[int]) -> list[int]:
    return [one for head in heads for one in tree.coordinated(head)]


def _unique(indexes: list[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(indexes))
