"""Slots: a word of a claim in a place that the sources fill with another.

"Green paint" against "yellow paint", "the EU Council" where only the EU and a council are named,
"millions" for "billions", "won't" for "will": each is a single strong sign, found by the parse
and by closed classes of words that exclude each other.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from dateline.brief.support.evidence import Evidence
from dateline.brief.support.facts import OFFICES
from dateline.brief.support.parsed import Parsed
from dateline.brief.words import word_set

# Kinds that exclude one another where one stands for the other, one class a line.
_CLASSES = """
red orange yellow green blue purple violet pink white black grey gray brown
north south east west northern southern eastern western
spring summer autumn winter
dozen hundred thousand million billion trillion
father mother brother sister son daughter uncle aunt cousin grandfather grandmother
husband wife fiance fiancee
human animal bird fish insect plant
coffee tea milk water juice beer wine
gold silver bronze copper iron
oil gas coal uranium hydrogen
wheat maize corn rice barley soy
car truck bus train ship boat plane helicopter bicycle motorcycle
rifle pistol knife bomb rocket missile drone
army navy police
christian muslim jewish hindu buddhist
catholic protestant orthodox
football basketball baseball tennis cricket rugby hockey golf
singer actor writer painter
president minister chancellor prosecutor governor mayor senator ambassador king queen
teacher student doctor nurse lawyer farmer
head arm leg hand foot knee shoulder chest
flood drought storm earthquake wildfire
left right
personal work
public private
daily weekly monthly yearly annual
second minute hour day week month year decade century
""".strip()
_DENYING = word_set(
    """
    refuse deny reject ban bar prohibit forbid block halt fail lack without prevent cancel avoid
    no not never neither none nobody nothing unlikely unable impossible decline abandon n't
    cannot hardly rarely exclude exempt
    """
)
_PASSED = frozenset({"DET", "PUNCT", "AUX", "PRON", "PART"})
_EMPTY = frozenset({"be", "have", "the", "do"})
# Neighbours in the parse that two words must share to stand in one slot.
SHARED = 2
Kin = Callable[[str, str, str], bool]


def misplaced(claim: Parsed, close: Sequence[Parsed], kin: Kin) -> int:
    """Count nouns and qualities that no near sentence holds, in a slot that one of ``close``
    fills with another word. ``kin`` says whether two lemmas of a part of speech mean alike."""
    held = {s.lemma(i) for s in close for i in range(len(s.tokens))}
    mine = {claim.lemma(i) for i in range(len(claim.tokens))}
    count = 0
    for index, token in enumerate(claim.tokens):
        lemma = claim.lemma(index)
        if token.pos not in ("NOUN", "PROPN", "ADJ") or lemma in held or not lemma[:1].isalpha():
            continue
        slot = _neighbours(claim, index)
        if len(slot) < SHARED:
            continue
        rivals = [
            s.lemma(at)
            for s in close
            for at, other in enumerate(s.tokens)
            if _same_class(token.pos, other.pos)
            and s.lemma(at) not in mine
            and len(slot & _neighbours(s, at)) >= SHARED
        ]
        count += bool(rivals) and not any(kin(lemma, other, token.pos) for other in rivals)
    return count


def _same_class(a: str, b: str) -> bool:
    return a == b or {a, b} == {"NOUN", "PROPN"}


def _neighbours(sentence: Parsed, index: int) -> frozenset[tuple[str, str]]:
    """The words over and under a token, through prepositions."""
    token = sentence.tokens[index]
    found = set()
    head = token.head
    if head != index:
        if sentence.tokens[head].pos == "ADP":
            head = sentence.tokens[head].head
        found.add(("over", sentence.lemma(head)))
    for child in sentence.children[index]:
        if sentence.tokens[child].pos in _PASSED:
            continue
        under: tuple[int, ...] = (child,)
        if sentence.tokens[child].pos == "ADP":
            under = sentence.children[child]
        found |= {("under", sentence.lemma(one)) for one in under}
    return frozenset(pair for pair in found if pair[1] not in _EMPTY)


@lru_cache(maxsize=1)
def _classes() -> dict[str, frozenset[str]]:
    """For each word, the words of its classes."""
    table: dict[str, set[str]] = {}
    for line in _CLASSES.splitlines():
        words = line.split()
        for word in words:
            table.setdefault(word, set()).update(w for w in words if w != word)
    return {word: frozenset(others) for word, others in table.items()}


def of_other_kind(claim: Parsed, close: Sequence[Parsed]) -> int:
    """Count words of a closed class that no near sentence holds, where one holds another of it."""
    near = {s.lemma(i) for s in close for i in range(len(s.tokens))}
    mine = {claim.lemma(i) for i in range(len(claim.tokens))}
    table = _classes()
    return sum(
        word not in near and bool((table[word] & near) - mine)
        for word in mine if word in table
    )  # fmt: skip


def joined_names(claim: Parsed, evidence: Evidence) -> int:
    """Count neighbouring words of a name that the sources hold apart and never together."""
    count = 0
    for index, (token, after) in enumerate(zip(claim.tokens, claim.tokens[1:], strict=False)):
        if token.pos != "PROPN" or after.pos != "PROPN" or after.start - token.end > 1:
            continue
        words = (claim.form(index).lower(), claim.form(index + 1).lower())
        if OFFICES & {claim.lemma(index), claim.lemma(index + 1)}:
            continue  # "President Ortega": an office beside a name is the office rule's business
        if all(word in evidence.lower for word in words):
            count += claim.text[token.start : after.end].lower() not in evidence.text
    return count


def denies_alone(claim: Parsed, close: Sequence[Parsed]) -> bool:
    """True when the claim denies something and nothing in the near sentences denies anything."""
    if not any(claim.negated(i) for i in range(len(claim.tokens))):
        return False
    return not any(
        s.lemma(i) in _DENYING or s.form(i).lower() in _DENYING or s.negated(i)
        for s in close for i in range(len(s.tokens))
    )  # fmt: skip
