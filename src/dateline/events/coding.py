"""Coding: from a frame to an event type, through verbs that only lead on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.events.frames import Frame, is_verb, noun_frame, noun_key, verb_frame
from dateline.events.lexicon import Arguments, Lexicon, Pattern
from dateline.events.tree import Tree

# How far "is expected to begin to try to ..." is followed.
DEEPEST = 6
PLANNING = frozenset(
    "plan intend set expect schedule aim hope want due poise ready prepare decide vow slate mull "
    "consider contemplate ponder propose promise weigh".split()
)
FUTURE = frozenset({"will", "shall", "'ll", "wo"})
CONDITIONAL = frozenset({"would", "could", "might", "may", "'d", "should"})
TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june "
    "july august september october november december day week month year morning afternoon "
    "evening night weekend today yesterday tomorrow hour minute decade century midnight noon eve "
    "date anniversary time".split()
)
NEGATIONS = frozenset({"not", "n't", "never", "no", "neither", "nor", "hardly"})


@dataclass(frozen=True, slots=True)
class Code:
    """An event type with its mode, the predicate that carries it and the reason in words.

    ``frame`` is the frame whose arguments are the event's; ``steps`` are the predicates
    passed on the way, outermost first.
    """

    action: str
    mode: str
    frame: Frame
    why: str
    steps: tuple[int, ...] = ()


def code(tree: Tree, frame: Frame, lexicon: Lexicon, depth: int = 0) -> Code | None:
    """Return the event that ``frame`` tells, None where the lexicon knows none."""
    if frame.nominal:
        action, mode = lexicon.nouns[frame.verb]
        return Code(action, mode, frame, f"noun “{frame.verb}”", (frame.head,))
    pattern = find_pattern(tree, frame, lexicon)
    if pattern is None or depth > DEEPEST:
        return None
    if pattern.action == "NONE":
        return None
    if pattern.action == "SAY" and any(
        _asks(tree, one) for kind, one in frame.complements if kind == "that"
    ):
        return _must(tree, frame)
    if pattern.action == "LIGHT":
        found = _by_object(tree, frame, lexicon)
    elif pattern.action in ("PASS", "SAY"):
        found = _by_complement(tree, frame, lexicon, depth)
    else:
        found = Code(pattern.action, pattern.mode, frame, pattern.explain(arguments(tree, frame)))
    if found is None:
        return None
    return Code(found.action, found.mode, found.frame, found.why, (frame.head, *found.steps))


def find_pattern(tree: Tree, frame: Frame, lexicon: Lexicon) -> Pattern | None:
    """Return the lexicon's pattern for a verb frame."""
    said = arguments(tree, frame)
    pattern = lexicon.match(frame.verb, said)
    if pattern is None and "_" in frame.verb:
        pattern = lexicon.match(frame.verb.split("_")[0], said)
    if pattern is None:
        for name, _ in frame.obliques:
            pattern = pattern or lexicon.match(f"{frame.verb}_{name}", said)
    return pattern


def arguments(tree: Tree, frame: Frame) -> Arguments:
    """Collect the words of a frame's arguments. Times ("on Monday") aren't arguments."""
    objects = {tree.lemmas[word] for one in frame.patients for word in _about(tree, one)}
    everything = set(objects)
    for name, one in frame.obliques:
        if tree.lemmas[one] in TIMES:
            continue
        everything |= {name, *name.split("_")}
        everything |= {tree.lemmas[word] for word in _about(tree, one)}
        everything |= set(_under_prepositions(tree, one))
    for one in frame.patients:
        everything |= set(_under_prepositions(tree, one))
    for kid in tree.kids(frame.head, "advmod", "acomp", "prep", "xcomp", "ccomp", "oprd", "advcl"):
        if tree.rel(kid) == "prep" and not any(
            tree.lemmas[noun] not in TIMES for noun in tree.kids(kid, "pobj", "pcomp", "prep")
        ):
            continue
        everything.add(tree.lemmas[kid])
        everything |= {tree.lemmas[one] for one in tree.kids(kid, "acomp", "attr")}
    kinds = {kind for kind, _ in frame.complements}
    kinds |= {"ing" for kind in kinds if kind.startswith("ing_")}
    if frame.patients:
        kinds.add("obj")
    subjects = {tree.lemmas[word] for one in frame.agents for word in _about(tree, one)}
    return Arguments(subjects, objects, everything, kinds)


def _under_prepositions(tree: Tree, noun: int) -> Iterator[str]:
    for prep in tree.kids(noun, "prep"):
        yield tree.lemmas[prep]
        for one in tree.kids(prep, "pobj"):
            for word in _about(tree, one):
                yield tree.lemmas[word]


def _about(tree: Tree, head: int) -> list[int]:
    """Return the words that say what a noun phrase is: its heads and what is compounded."""
    found = []
    for one in tree.content(head):
        found.append(one)
        found += tree.kids(one, "compound", "amod", "nmod")
    return found


def _by_object(tree: Tree, frame: Frame, lexicon: Lexicon) -> Code | None:
    """Code "carried out an attack on" by its noun, with the arguments of both."""
    for patient in frame.patients:
        for one in tree.content(patient):
            if noun_key(tree, one, lexicon) is None:
                continue
            inner = noun_frame(tree, one, lexicon)
            action, mode = lexicon.nouns[inner.verb]
            targets = [n for name, n in frame.obliques if name not in ("by", "in", "")]
            passive = frame.passive
            agents = frame.agents or inner.agents
            joined = Frame(
                head=frame.head,
                verb=frame.verb,
                agents=agents,
                patients=tuple(dict.fromkeys([*inner.patients, *targets])),
                obliques=(*inner.obliques, *frame.obliques),
                complements=frame.complements,
                passive=passive,
            )
            return Code(action, mode, joined, f"“{frame.verb} {inner.verb}”", (one,))
    return None


def _must(tree: Tree, frame: Frame) -> Code | None:
    """Code "said that Libya must hand over": who says what another must do asks for it."""
    for kind, one in frame.complements:
        if kind != "that" or not _asks(tree, one):
            continue
        inner = verb_frame(tree, one)
        asked = inner.patients if inner.passive else inner.agents
        if not asked or set(asked) & set(frame.agents):
            continue
        joined = Frame(
            head=frame.head, verb=frame.verb, agents=frame.agents, patients=asked,
            obliques=inner.obliques,
        )  # fmt: skip
        why = f"“{frame.verb} … must {inner.verb}”"
        return Code("REQUEST", "", joined, why, (frame.head, one))
    return None


def _asks(tree: Tree, clause: int) -> bool:
    return any(tree.lemmas[aux] in ("must", "should", "ought") for aux in tree.kids(clause, "aux"))


def _by_complement(tree: Tree, frame: Frame, lexicon: Lexicon, depth: int) -> Code | None:
    for kind, one in frame.complements:
        if kind == "purpose" and len(frame.complements) > 1:
            continue
        if not is_verb(tree, one):
            continue
        found = code(tree, verb_frame(tree, one), lexicon, depth + 1)
        if found is not None:
            return found
    return None
