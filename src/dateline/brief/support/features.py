"""What speaks against a claim word by word: the features of the meaning score."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from functools import partial

from dateline.brief.support.evidence import Evidence, Near
from dateline.brief.support.opposites import opposed
from dateline.brief.support.parsed import Parsed, is_content
from dateline.brief.support.slots import denies_alone, joined_names, misplaced, of_other_kind
from dateline.brief.support.wordlinks import wordlinks
from dateline.brief.words import word_set

# Cosines of single words under the multilingual sentence encoder: from LIKE up two words are
# most often forms or near synonyms; under UNLIKE a link of WordNet is most often of another sense.
LIKE, UNLIKE = 0.75, 0.45
NEAREST = 3  # sentences that a word's place is looked for in
_POS = {"NOUN": "n", "VERB": "v", "ADJ": "a", "ADV": "r", "PROPN": "n"}
_LIGHT = word_set(
    """be have do get make take go come say tell give put set become include use accord also then
    just now even still already again rather especially previously part time way thing one"""
)
_MAGNITUDES = word_set("dozen hundred thousand million billion trillion")


@dataclass(slots=True)
class Features:
    """Counts over a claim's content words that no source sentence holds as they are.

    ``noun``, ``verb``, ``modifier``: without any licence; ``narrower``: more exact than the
    source's word; ``opposite``: an opposite stands where it should; ``rival``: another kind of
    the same thing does; ``number`` and ``date``: known to the sources, but not near what is
    told; ``loose``: pairs of words that the sources hold, nowhere together; ``misplaced``,
    ``kind``, ``joined``, ``denied``: see :mod:`dateline.brief.support.slots`.
    """

    noun: float = 0
    verb: float = 0
    modifier: float = 0
    narrower: float = 0
    opposite: float = 0
    rival: float = 0
    number: float = 0
    date: float = 0
    loose: float = 0
    uncovered: float = 0
    distance: float = 0
    misplaced: float = 0
    kind: float = 0
    joined: float = 0
    denied: float = 0

    def row(self) -> tuple[float, ...]:
        """The values in the order of the fields."""
        return tuple(float(x) for x in astuple(self))


def features(claim: Parsed, evidence: Evidence, near: Sequence[Near]) -> Features:
    """Measure ``claim`` against the source sentences ``near`` to it, then against all."""
    found = Features()
    close = [evidence.sentences[n.index] for n in near]
    lemmas_close = sorted({s.lemma(i) for s in close for i, t in enumerate(s.tokens)
                           if is_content(t, s.lemma(i))})  # fmt: skip
    held: dict[int, str] = {}
    for index, token in enumerate(claim.tokens):
        lemma = claim.lemma(index)
        if not is_content(token, lemma) or lemma in _LIGHT or not lemma[:1].isalnum():
            continue
        if token.pos == "NUM" or any(n.start <= token.start < n.end for n in claim.numbers):
            continue
        if lemma in evidence.lemmas or claim.form(index).lower() in evidence.lower:
            held[index] = lemma
            if lemma in _MAGNITUDES and lemma not in lemmas_close:
                found.number += 1
            continue
        if token.pos == "PROPN":
            continue  # names are the rules' business
        license_ = _license(lemma, token.pos, lemmas_close, evidence)
        if license_ == "opposite":
            found.opposite += 1
        elif license_ == "rival":
            found.rival += 1
        elif license_ == "narrower":
            found.narrower += 1
        elif license_ is None:
            if token.pos in ("NOUN",):
                found.noun += 1
            elif token.pos == "VERB":
                found.verb += 1
            else:
                found.modifier += 1
    _opposites_held(claim, close, held, found)
    _figures(claim, close, found)
    found.loose = _loose(claim, evidence, held)
    found.misplaced = misplaced(claim, close[:NEAREST], partial(_alike, evidence))
    found.kind = of_other_kind(claim, close[:NEAREST])
    found.joined = joined_names(claim, evidence)
    found.denied = float(denies_alone(claim, close[:2]))
    found.uncovered = 1 - near[0].cover if near else 1.0
    found.distance = 1 - max((n.meaning for n in near), default=0.0)
    return found


def _alike(evidence: Evidence, a: str, b: str, pos: str) -> bool:
    """True when one of two lemmas may stand for the other."""
    relation = wordlinks().relation(a, b, _POS.get(pos, ""))
    if opposed(a, b):
        return False
    likeness = evidence.likeness(a, b)
    return (
        relation == "form"
        or (relation in ("synonym", "near", "broader") and likeness >= UNLIKE)
        or (relation is None and likeness >= LIKE)
    )


def _license(lemma: str, pos: str, close: Sequence[str], evidence: Evidence) -> str | None:
    """The best link of a claim's word to the words of the near sentences, then of all.

    An opposite near by outweighs a weak licence; a synonym outweighs everything.
    """
    links = wordlinks()
    kind = _POS.get(pos, "")
    relations: dict[str, list[str]] = {}
    for other in close:
        relation: str | None = links.relation(lemma, other, kind)
        if opposed(lemma, other):
            relation = "opposite"
        if relation is not None:
            relations.setdefault(relation, []).append(other)
    if "form" in relations:
        return "form"
    for kin in ("synonym", "near", "broader"):
        if any(evidence.likeness(lemma, other) >= UNLIKE for other in relations.get(kin, ())):
            return kin
    if any(evidence.likeness(lemma, other) >= LIKE for other in close) and not relations.get(
        "opposite"
    ):
        return "near"
    if "opposite" in relations:
        return "opposite"
    for other in evidence.lemmas_sorted:
        relation = links.relation(lemma, other, kind)
        if relation in ("form", "synonym", "near", "broader") and (
            evidence.likeness(lemma, other) >= UNLIKE + 0.1
        ):
            return relation
    if any(
        evidence.likeness(lemma, other) >= UNLIKE + 0.1 for other in relations.get("narrower", ())
    ):
        return "narrower"
    if "rival" in relations:
        return "rival"
    return None


def _opposites_held(
    claim: Parsed, close: Sequence[Parsed], held: dict[int, str], found: Features
) -> None:
    """A word that the sources hold elsewhere, whose opposite stands in its place near by."""
    here = {s.lemma(i) for s in close[:1] for i in range(len(s.tokens))}
    mine = {claim.lemma(i) for i in range(len(claim.tokens))}
    for lemma in held.values():
        if lemma not in here and any(opposed(lemma, o) and o not in mine for o in here):
            found.opposite += 1


def _figures(claim: Parsed, close: Sequence[Parsed], found: Features) -> None:
    values = {n.value for s in close for n in s.numbers}
    for number in claim.numbers:
        if number.value not in values:
            found.number += 1
    words = {w for s in close for w in s.lower}
    for index, token in enumerate(claim.tokens):
        form = claim.form(index).lower()
        if token.pos == "PROPN" and form.endswith("day") and form not in words:
            found.date += 1


def _loose(claim: Parsed, evidence: Evidence, held: dict[int, str]) -> float:
    """Share of the claim's linked word pairs that no source sentence holds together."""
    pairs = loose = 0
    for index, lemma in held.items():
        head = claim.tokens[index].head
        steps = 0
        while head not in held and claim.tokens[head].head != head and steps < 3:
            head, steps = claim.tokens[head].head, steps + 1
        if head == index or head not in held:
            continue
        pairs += 1
        loose += not evidence.together(lemma, held[head])
    return loose / pairs if pairs else 0.0
