"""Rules on how a claim says it: who says so, how sure, whether not, and who does it to whom."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.brief.support.evidence import Near
from dateline.brief.support.parsed import FIRM, SPEECH, Parsed
from dateline.brief.support.roles import Role, roles
from dateline.brief.support.verdict import Finding
from dateline.brief.words import content

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
_ACCORDING = re.compile(r"\b(?:according to|reportedly|allegedly|in the words of)\b", re.IGNORECASE)
_SAID = r"(?:said|says|announced|reported|added|alleged|claimed|acknowledged|told \w+)"
# An attribution that frames a whole sentence: ", officials said." or "Officials said that ...".
_FRAMED = re.compile(
    rf",\s[^,\"“”]{{3,70}}\b{_SAID}(?:\s(?:on|in)\s[\w\s]{{3,20}})?[.”]?$"
    rf"|^[^,\"“”]{{2,80}}\b{_SAID}\s(?!to\b|in\b|for\b|at\b|by\b)"
)
_SAYING = re.compile(
    r"\b(?:said|says?|told|according to|announced|reported(?:ly)?|claim(?:s|ed)|alleged(?:ly)?"
    r"|added"
    r"|acknowledged|warned|argued|insisted|denied|confirmed|noted|stated|believes?|thinks?)\b"
)
MODALS = frozenset({"may", "might", "could", "would"})
_PASSIVE = re.compile(
    r"\b(?:was|were|is|are|been|being|be)\s+(?:\w+ly\s+)?(\w+(?:ed|en|t|d|n))\s+by\b"
)
_EMPTY = frozenset({"be", "have", "do", "will", "may"})


def attribution(claim: Parsed, near: Sequence[tuple[Near, Parsed]]) -> Finding | None:
    """What the sources give as somebody's word may not be told as fact."""
    made_from = [s for n, s in near if n.cover >= MADE_FROM]
    if not made_from:
        return None
    best = made_from[0]
    lost = Finding("attribution", f"the source gives this as somebody's word: “{best.text[:120]}”")
    if not _SAYING.search(claim.text) and all(_FRAMED.search(s.text) for s in made_from):
        return lost
    root = next((i for i, t in enumerate(claim.tokens) if t.rel == "ROOT"), None)
    if root is None or _attributed(claim, root):
        return None
    keys = {key for index, key in _verbs(claim) if index == root} or {claim.lemma(root)}
    return lost if all(_reports(keys, source) for source in made_from) else None


def _attributed(sentence: Parsed, index: int) -> bool:
    """True when a verb is told as somebody's word: by itself, by one over it, or beside it."""
    if _ACCORDING.search(sentence.text):
        return True
    if sentence.lemma(index) in SPEECH and (
        any(sentence.tokens[c].rel == "ccomp" for c in sentence.children[index])
        or not any(sentence.tokens[c].rel == "dobj" for c in sentence.children[index])
    ):
        return True
    at = index
    for _ in range(8):
        token = sentence.tokens[at]
        beside = [c for c in sentence.children[at]
                  if sentence.tokens[c].rel in ("parataxis", "ccomp", "advcl")]  # fmt: skip
        if any(
            _speaks(sentence, c) for c in beside if sentence.tokens[c].rel != "ccomp" or c != at
        ):
            return True
        if token.head == at:
            return False
        if token.rel in ("ccomp", "parataxis") and _speaks(sentence, token.head):
            return True
        at = token.head
    return False


def _speaks(sentence: Parsed, index: int) -> bool:
    """A verb of speech with somebody who speaks."""
    return sentence.lemma(index) in SPEECH and any(
        sentence.tokens[c].rel in ("nsubj", "nsubjpass") for c in sentence.children[index]
    )


def _reports(keys: set[str], source: Parsed) -> bool:
    """True when ``source`` holds one of the verbs, each time as somebody's word."""
    uses = [index for index, key in _verbs(source) if key in keys]
    if not uses:
        uses = [i for i in range(len(source.tokens)) if source.lemma(i) in keys]
    return bool(uses) and all(_attributed(source, index) for index in uses)


def modality(claim: Parsed, near: Sequence[tuple[Near, Parsed]]) -> Finding | None:
    """A verb that every near source hedges may not stand unhedged in the claim."""
    for index, verb in _verbs(claim):
        mine = claim.hedges(index)
        if mine & MODALS or _plan_tense(claim, index):
            continue
        uses = [(source, at, source.hedges(at)) for source, at in _uses(verb, near)]
        # "They believe it could help" is not "they believe it helps": a modal is missed even
        # where another hedge is left.
        if uses and all(theirs & MODALS if mine else theirs for _, _, theirs in uses):
            source, at, theirs = uses[0]
            hedge = ", ".join(sorted(theirs))
            return Finding("modality", f"the source hedges “{source.form(at)}” with “{hedge}”")
    return None


def _plan_tense(claim: Parsed, index: int) -> bool:
    """ "is hosting", "to host": not told as done."""
    return claim.tokens[index].tag in ("VBG", "VB") and not claim.hedges(index) - FIRM


def negation(claim: Parsed, near: Sequence[tuple[Near, Parsed]]) -> Finding | None:
    """A verb must be denied where the sources deny it, and only there."""
    for index, verb in _verbs(claim):
        denied = claim.negated(index)
        uses = _uses(verb, near)
        if uses and all(source.negated(at) != denied for source, at in uses):
            how = "denies" if denied else "leaves out a denial of"
            return Finding("negation", f"the claim {how} “{claim.form(index)}”")
    return None


def direction(claim: Parsed, near: Sequence[tuple[Near, Parsed]]) -> Finding | None:
    """Who does it to whom must be as in the sources, through passives and possessives."""
    turned = _turned(claim, [source for n, source in near if n.cover >= MADE_FROM])
    if turned is not None:
        return turned
    mine = roles(claim)
    made_from = [source for n, source in near if n.cover >= MADE_FROM]
    settled = {
        name
        for source in made_from
        for name in {role.name for role in mine}
        if name in source.lower and _in_order(claim, source)
    }
    theirs = [roles(source) for n, source in near if n.cover >= MADE_FROM * 0.7]
    named = {r.name for group in theirs for r in group}
    for role in mine:
        if role.name in PRONOUNS or role.name in settled or role.verb in _EMPTY:
            continue
        if role.name not in named and any(_stands_for(role.name, mine, group) for group in theirs):
            continue  # the name that a pronoun of the source was replaced by
        clash = _clash(role, [r for group in theirs for r in group], mine)
        loose = clash is not None and "other" in (role.part, clash.part)
        if loose and claim.tokens[role.index].pos != "PROPN":
            continue  # "in the fire" and "the fire injured": a thing may stand either way
        if clash is not None:
            kind = "speaker" if role.verb in SPEECH else "direction"
            return Finding(
                "speaker" if kind == "speaker" else "direction",
                f"in the sources “{clash.name}”, not “{role.name}”, is the {clash.part} of "
                f"“{role.verb}”" if clash.name != role.name else
                f"in the sources “{role.name}” is the {clash.part} of “{role.verb}”",
            )  # fmt: skip
    return None


def _in_order(claim: Parsed, source: Parsed) -> bool:
    """True when the words that both hold stand in the same order: nobody was swapped. What a
    passive turns round while the order stays is told before."""
    rest = iter(source.words)
    return all(word in rest for word in claim.words if word in source.words)


def _stands_for(name: str, mine: Sequence[Role], theirs: Sequence[Role]) -> bool:
    """True when the source has a pronoun where the claim has ``name``."""
    verbs = {(r.verb, r.part) for r in mine if r.name == name}
    return any((r.verb, r.part) in verbs for r in theirs if r.name in PRONOUNS)


def _turned(claim: Parsed, sources: Sequence[Parsed]) -> Finding | None:
    """A passive with its agent that the claim turned active, or the other way round, while the
    names around it stayed where they were."""
    mine = {m[1].lower() for m in _PASSIVE.finditer(claim.text)}
    for source in sources:
        theirs = {m[1].lower() for m in _PASSIVE.finditer(source.text)}
        for word in sorted(mine ^ theirs):
            if word in claim.lower and word in source.lower and _same_order(claim, source, word):
                return Finding("direction", f"who {word} whom is turned round")
    return None


def _same_order(claim: Parsed, source: Parsed, word: str) -> bool:
    """True when what stands on either side of ``word`` is the same in both sentences."""
    mine, theirs = _sides(claim.text, word), _sides(source.text, word)
    straight = len(mine[0] & theirs[0]) + len(mine[1] & theirs[1])
    crossed = len(mine[0] & theirs[1]) + len(mine[1] & theirs[0])
    return straight > crossed


def _sides(text: str, word: str) -> tuple[set[str], set[str]]:
    """The content words near ``word``, before and after it."""
    match = re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE)
    if match is None:
        return set(), set()
    return set(content(text[: match.start()])[-4:]), set(content(text[match.end() :])[:4])


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


def _verbs(sentence: Parsed) -> list[tuple[int, str]]:
    """Verbs with the key they are compared by; "be" goes by what is said to be."""
    found = []
    for index, token in enumerate(sentence.tokens):
        lemma = sentence.lemma(index)
        if lemma == "be" and token.rel not in ("aux", "auxpass"):
            for child in sentence.children[index]:
                if sentence.tokens[child].rel in ("attr", "acomp", "prep"):
                    found.append((index, f"be {sentence.lemma(child)}"))
        elif token.pos == "VERB" and lemma not in _EMPTY:
            found.append((index, lemma))
    return found


def _uses(verb: str, near: Sequence[tuple[Near, Parsed]]) -> list[tuple[Parsed, int]]:
    """Where the sentences that the claim was made from use ``verb``."""
    return [
        (source, index)
        for n, source in near
        if n.cover >= MADE_FROM
        for index, key in _verbs(source)
        if key == verb
    ]
