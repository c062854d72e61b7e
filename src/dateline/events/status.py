"""Status: has it happened, or is it planned, threatened, denied, alleged, conditional?"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from dateline.events.coding import CONDITIONAL, FUTURE, NEGATIONS, Code
from dateline.events.frames import CLAIMS, is_passive, is_verb
from dateline.events.ontology import HOSTILE
from dateline.events.tree import Tree
from dateline.records import Status

# Verbs that put what follows in the future.
PLANS = frozenset(
    "plan intend set expect schedule aim hope want due poise ready prepare decide vow slate mull "
    "consider contemplate ponder propose promise weigh seek agree pledge offer arrange resolve "
    "determine choose pledge commit consider bind anticipate forecast predict await order urge ask "
    "call demand request tell allow permit authorize authorise willing likely need "
    "threaten warn refuse decline fail reject".split()
)
THREATS = frozenset({"threaten", "warn", "vow", "menace"})
REFUSALS = frozenset({"refuse", "decline", "fail", "neglect", "reject"})
ALLEGED = frozenset(
    "accuse allege suspect blame charge claim rumour rumor purport reportedly allegedly "
    "supposedly apparently indict".split()
)
DENIALS = frozenset({"deny", "refute", "dispute", "disavow", "rebut"})
# An attempt is a deed: "tried to assassinate" is coded as its type.
DONE = frozenset(
    "begin start continue manage succeed proceed go resume try attempt help use fight struggle "
    "rush serve force".split()
)


def status_of(tree: Tree, code: Code) -> Status:
    """Return how the sentence presents the event.

    *Background* isn't told here: it depends on dates and on the sentence's role.
    """
    head = code.frame.head
    chain = [head, *(one for one in _governors(tree, head) if is_verb(tree, one))]
    verbs = [*dict.fromkeys([*reversed(code.steps), *chain])]
    if any(_negated(tree, one) for one in verbs[: len(code.steps) or 1]):
        return "denied"
    if any(tree.lemmas[one] in DENIALS for one in chain if one != head):
        return "denied"
    if _no_plan(tree, head) or _claim_rejected(tree, head):
        return "denied"
    if _under_if(tree, chain):
        return "conditional"
    modal = _modal(tree, verbs)
    lead = {tree.lemmas[one] for one in verbs if one != head}
    if lead & REFUSALS and code.action not in ("REJECT",):
        return "denied"
    if modal == "future" or _planned(tree, code, chain):
        hostile = code.action in HOSTILE
        return "threatened" if hostile and (lead & THREATS or modal == "future") else "planned"
    if modal == "conditional":
        return "conditional"
    if _alleged(tree, head, chain):
        return "alleged"
    return "happened"


def _governors(tree: Tree, head: int) -> Iterator[int]:
    """Yield what a predicate stands under; the first of joined verbs doesn't govern the next."""
    below = head
    while tree.head(below) != below:
        above = tree.head(below)
        if tree.rel(below) != "conj":
            yield above
        below = above


def _negated(tree: Tree, index: int) -> bool:
    if any(tree.lemmas[kid] in NEGATIONS for kid in tree.kids(index, "neg", "preconj")):
        return True
    if tree.rel(index) == "pobj" and tree.lemmas[tree.head(index)] == "without":
        return True
    objects = [*tree.kids(index, "dobj", "attr", "nsubjpass"), index]
    return any(
        tree.lemmas[kid] in ("no", "neither")
        for one in objects
        for kid in tree.kids(one, "det", "preconj", "cc")
    )


def _no_plan(tree: Tree, head: int) -> bool:
    """True under "has no plan to" and "with no intention of"."""
    return any(
        tree.pos(one) == "NOUN" and any(tree.lemmas[kid] == "no" for kid in tree.kids(one, "det"))
        for one in tree.path(head)[1:]
    )


def _claim_rejected(tree: Tree, head: int) -> bool:
    """True under "rejected claims that"."""
    path = tree.path(head)
    return any(
        tree.lemmas[noun] in CLAIMS and tree.lemmas[verb] in ("reject", "dismiss", "deny")
        for noun, verb in itertools.pairwise(path)
    )


def _under_if(tree: Tree, chain: list[int]) -> bool:
    for one in chain:
        marks = {tree.lemmas[kid] for kid in tree.kids(one, "mark")}
        if marks & {"if", "unless", "whether"}:
            return True
    return False


def _modal(tree: Tree, verbs: list[int]) -> str:
    for one in verbs:
        words = {tree.lemmas[aux] for aux in tree.kids(one, "aux")} | {
            tree.words[aux].lower() for aux in tree.kids(one, "aux")
        }
        if words & FUTURE:
            return "future"
        if words & CONDITIONAL:
            reported = [tree.lemmas[up] for up in tree.path(one)[1:2]]
            perfect = "have" in words
            if "would" in words and not perfect and reported:
                return "future"
            return "conditional"
        if "go" in {tree.lemmas[one]} and tree.tag(one) == "VBG" and tree.kids(one, "xcomp"):
            return "future"
    return ""


def _planned(tree: Tree, code: Code, chain: list[int]) -> bool:
    """True where a verb or noun of planning governs the event's predicate in the infinitive."""
    below = code.frame.head
    for one in tree.path(below)[1:]:
        infinitive = any(tree.tag(aux) == "TO" for aux in tree.kids(below, "aux"))
        if infinitive and tree.lemmas[one] in DONE:
            below = one
            continue
        if infinitive and tree.rel(below) in ("xcomp", "ccomp", "acl", "oprd", "relcl"):
            # "was the first to visit" is done; a headline's "Japan to host" has no verb above.
            return tree.lemmas[one] not in ("first", "last", "second", "third")
        if tree.rel(below) in ("pcomp",) and tree.lemmas[tree.head(one)] in PLANS:
            return True
        below = one
    head = chain[0]
    headline = any(tree.tag(aux) == "TO" for aux in tree.kids(head, "aux"))
    return headline and tree.rel(head) == "ROOT" and tree.kid(head, "nsubj") is not None


def _alleged(tree: Tree, head: int, chain: list[int]) -> bool:
    for one in chain:
        if one != head and tree.lemmas[one] in ALLEGED:
            return True
        if any(tree.lemmas[kid] in ALLEGED for kid in tree.kids(one, "advmod")):
            return True
    return any(tree.lemmas[kid] in ("alleged", "suspected") for kid in tree.kids(head, "amod")) or (
        is_passive(tree, head) and tree.lemmas[head] == "say"
    )
