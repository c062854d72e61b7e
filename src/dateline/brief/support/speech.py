"""Rules on how a claim says it: who says so, how sure, whether not, and who does it to whom."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.brief.support.evidence import Near
from dateline.brief.support.parsed import FIRM, SPEECH, Parsed
from dateline.brief.support.roles import Role, roles
from dateline.brief.support.verdict import Finding

# A sentence that holds this share of the claim's words is what the claim was made from; what it
# leaves out or turns round is then a change of meaning.
MADE_FROM = 0.7
PRONOUNS = frozenset(
    [
        "he",
        "she",
        "it",
        "they",
        "him",
        "her",
        "them",
        "his",
        "their",
        "its",
        "who",
        "which",
        "that",
        "i",
        "we",
        "you",
    ]
)
_EMPTY = frozenset({"be", "have", "do", "will", "may"})


def attribution(claim: Parsed, near: Sequence[tuple[Near, Parsed]]) -> Finding | None:
    """What the sources give as somebody's word may not be told as fact."""
    if claim.speaking():
        return None
    made_from = [(n, s) for n, s in near if n.cover >= MADE_FROM]
    if not made_from or not all(_reports(claim, s) for _, s in made_from):
        return None
    best = made_from[0][1]
    return Finding("attribution", f"the source gives this as somebody's word: “{best.text[:120]}”")


def _reports(claim: Parsed, source: Parsed) -> bool:
    """True when ``source`` puts the claim's main verb under a verb of speech that has a subject
    or under "according to"."""
    verbs = {claim.lemma(i) for i, t in enumerate(claim.tokens) if t.pos == "VERB"}
    verbs |= {claim.lemma(i) for i, t in enumerate(claim.tokens) if t.rel == "ROOT"}
    if "according to" in source.text.lower():
        return True
    for index in range(len(source.tokens)):
        if source.lemma(index) not in SPEECH or source.tokens[index].pos != "VERB":
            continue
        if source.lemma(index) in verbs:
            continue
        spoken = any(source.tokens[c].rel in ("nsubj", "nsubjpass") for c in source.children[index])
        under = [
            c
            for c in source.children[index]
            if source.tokens[c].rel in ("ccomp", "parataxis", "advcl")
        ]
        if source.tokens[index].rel in ("parataxis", "ccomp", "advcl") and spoken:
            under.append(source.tokens[index].head)
        if spoken and any(_below(source, c) & verbs for c in under):
            return True
    return False


def _below(sentence: Parsed, index: int) -> set[str]:
    found, queue, seen = set(), [index], 0
    while queue and seen < 200:
        at = queue.pop()
        seen += 1
        found.add(sentence.lemma(at))
        queue += sentence.children[at]
    return found


def modality(claim: Parsed, near: Sequence[tuple[Near, Parsed]]) -> Finding | None:
    """A verb that every near source hedges may not stand unhedged in the claim."""
    for index, verb in _verbs(claim):
        if claim.hedges(index) or _plan_tense(claim, index):
            continue
        uses = _uses(verb, near)
        if uses and all(source.hedges(at) for source, at in uses):
            source, at = uses[0]
            hedge = ", ".join(sorted(source.hedges(at)))
            return Finding("modality", f"the source hedges “{source.form(at)}” with “{hedge}”")
    return None


def _plan_tense(claim: Parsed, index: int) -> bool:
    """ "is hosting", "to host": not told as done."""
    return claim.tokens[index].tag in ("VBG", "VB") and not claim.hedges(index) - FIRM


def negation(claim: Parsed, near: Sequence[tuple[Near, Parsed]]) -> Finding | None:
    """A verb must be denied where the sources deny it, and only there."""
    for index, verb in _verbs(claim, light=True):
        denied = claim.negated(index)
        uses = _uses(verb, near, light=True)
        if uses and all(source.negated(at) != denied for source, at in uses):
            how = "denies" if denied else "leaves out a denial of"
            return Finding("negation", f"the claim {how} “{claim.form(index)}”")
    return None


def direction(claim: Parsed, near: Sequence[tuple[Near, Parsed]]) -> Finding | None:
    """Who does it to whom must be as in the sources, through passives and possessives."""
    mine = roles(claim)
    theirs = [roles(source) for n, source in near if n.cover >= MADE_FROM * 0.7]
    for role in mine:
        if role.name in PRONOUNS or role.verb in _EMPTY:
            continue
        clash = _clash(role, [r for group in theirs for r in group], mine)
        if clash is not None:
            kind = "speaker" if role.verb in SPEECH else "direction"
            return Finding(
                "speaker" if kind == "speaker" else "direction",
                f"in the sources “{clash.name}”, not “{role.name}”, is the {clash.part} of "
                f"“{role.verb}”" if clash.name != role.name else
                f"in the sources “{role.name}” is the {clash.part} of “{role.verb}”",
            )  # fmt: skip
    return None


def _clash(role: Role, theirs: Sequence[Role], mine: Sequence[Role]) -> Role | None:
    """The source's role that contradicts ``role``; None where some source agrees or is silent.

    It contradicts when the source gives the same name the opposite part in the same verb, or
    gives the agent's part to another name while the claim's agent stands there otherwise.
    """
    same_verb = [r for r in theirs if r.verb == role.verb]
    if any(r.name == role.name and r.part == role.part for r in same_verb):
        return None
    if any(r.name in PRONOUNS and r.part == role.part for r in same_verb):
        return None
    opposite = {"agent": ("patient", "other"), "patient": ("agent",), "other": ("agent",)}
    for other in same_verb:
        if other.name == role.name and other.part in opposite[role.part]:
            return other
    if role.part != "agent":
        return None
    agents = [r for r in same_verb if r.part == "agent"]
    names_here = {r.name for r in theirs}
    if agents and role.name in names_here and role.name not in {r.name for r in agents}:
        return agents[0]
    return None


def _verbs(claim: Parsed, *, light: bool = False) -> list[tuple[int, str]]:
    found = []
    for index, token in enumerate(claim.tokens):
        lemma = claim.lemma(index)
        if token.pos == "VERB" or (light and token.pos == "AUX" and token.rel in ("ROOT", "ccomp")):
            if lemma in _EMPTY and not light:
                continue
            found.append((index, lemma))
    return found


def _uses(
    verb: str, near: Sequence[tuple[Near, Parsed]], *, light: bool = False
) -> list[tuple[Parsed, int]]:
    """Where the sentences that the claim was made from use ``verb``."""
    found = []
    for n, source in near:
        if n.cover < MADE_FROM:
            continue
        for index, token in enumerate(source.tokens):
            if source.lemma(index) == verb and token.pos in ("VERB", "AUX"):
                found.append((source, index))
    if light and verb in _EMPTY and len(found) > 1:
        return []
    return found
