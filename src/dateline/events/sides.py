"""The two sides of an event: who is its source, who its target."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.events.coding import Code, code
from dateline.events.frames import Frame, noun_frame, noun_key, verb_frame
from dateline.events.lexicon import english
from dateline.events.parties import parties, sector_of
from dateline.events.tree import Tree
from dateline.records import ActorMention, Party, PlaceMention, Reading, Sentence

_WHERE = frozenset({"in", "at", "near", "inside", "under", "after"})
# Types that need no second party: a protest's target is often unsaid.
ALONE = frozenset({"PROTEST", "MOBILIZE", "RETREAT", "COERCE", "ASSAULT"})
# Types told of one party alone ("agreed to resign"), where it acts.
SAYING = frozenset({"AGREE", "REJECT", "CONCEDE", "SANCTION", "THREATEN", "ACCUSE"})
# What two do together; either may be named first.
MUTUAL = frozenset({"CONSULT", "COOPERATE", "AGREE", "SUPPORT", "ASSAULT", "SANCTION"})
_TARGET_PREPOSITIONS = (
    "with", "against", "on", "to", "at", "from", "for", "toward", "towards", "over", "upon",
    "into", "of", "in", "between", "among", "by", "after", "about", "inside", "near", "under",
)  # fmt: skip


def sides(
    tree: Tree, frame: Frame, found: Code, actors: Sequence[ActorMention], reading: Reading
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Return source and target parties of an event. Either may be empty."""
    inner, places = found.frame, reading.places
    acting = not inner.nominal
    sources = parties(tree, inner.agents, actors, places, acting=acting)
    if not sources and frame.agents != inner.agents:
        sources = parties(tree, frame.agents, actors, places)
    if not sources and inner.passive and found.action == "ASSAULT":
        sources = parties(tree, _attackers(tree, inner), actors, places)
    targets: tuple[Party, ...] = ()
    if found.action == "CONSULT" and found.mode != "visit":
        targets = others(sources, parties(tree, _company(tree, inner), actors, places))
    targets = targets or others(sources, parties(tree, inner.patients, actors, places))
    several = len({p.code[:3] for p in sources}) > 1
    if several and (found.action == "CONSULT" or (found.action in MUTUAL and not targets)):
        # "A and B met in Vienna": each with the other, and the town is only where.
        sources, targets = sources[:1], sources[1:]
    if not targets and found.action == "AGREE" and tree.rel(inner.head) == "conj":
        # "met Mr Xi and agreed to": agreed with whom was met.
        before = code(tree, verb_frame(tree, tree.head(inner.head)), english())
        met = before.frame if before is not None else verb_frame(tree, tree.head(inner.head))
        heads = [*met.patients]
        heads += _company(tree, met)
        targets = others(sources, parties(tree, heads, actors, places))
    if not targets:
        heads = [
            noun
            for wanted in (("against", "over", "about") if found.action == "ACCUSE" else ())
            + _TARGET_PREPOSITIONS
            for name, noun in (*inner.obliques, *frame.obliques)
            if name == wanted and not (name in _WHERE and _only_where(tree, noun))
        ]
        targets = others(sources, parties(tree, heads, actors, places))[:2]
    if not targets and not inner.nominal:
        agents = {word for head in inner.agents for word in tree.under(head)}
        beside = {
            word
            for verb in tree.under(inner.head)
            if tree.rel(verb) == "conj" and tree.pos(verb) == "VERB" and verb != inner.head
            for word in tree.under(verb)
        }
        wide = [
            word
            for word in sorted(tree.under(inner.head))
            if word not in agents and tree.pos(word) in ("NOUN", "PROPN", "ADJ")
        ]
        near = [word for word in wide if word not in beside]
        targets = others(sources, parties(tree, near, actors, places))[:1]
        if not targets and found.action not in ALONE:
            targets = others(sources, parties(tree, wide, actors, places))[:1]
    if not sources and inner.passive and found.action == "COERCE":
        # "was arrested in Lebanon": the authorities of the place did it.
        where = [noun for name, noun in inner.obliques if name in ("in", "at")]
        sources = parties(tree, where, actors, places)[:1]
        targets = others(sources, targets)
    return sources, targets


def _only_where(tree: Tree, noun: int) -> bool:
    """True for a thing that something happened at: "in a Chinese restaurant"."""
    return tree.pos(noun) == "NOUN" and not sector_of(tree, noun)


def _attackers(tree: Tree, frame: Frame) -> list[int]:
    """Return whose attack it was: "were killed in an Israeli raid", "by Iranian strikes"."""
    lexicon = english()
    nouns = [noun for name, noun in frame.obliques if name in ("in", "by", "during", "after")]
    nouns += frame.agents
    return [
        agent
        for noun in nouns
        if tree.pos(noun) == "NOUN" and noun_key(tree, noun, lexicon)
        for agent in noun_frame(tree, noun, lexicon).agents
    ]


def _company(tree: Tree, frame: Frame) -> list[int]:
    """Return with whom: "held talks at the summit with Mr Abe"."""
    found = [noun for name, noun in frame.obliques if name == "with"]
    for patient in frame.patients:
        for prep in tree.kids(patient, "prep"):
            if tree.lemmas[prep] == "with":
                found += [n for noun in tree.kids(prep, "pobj") for n in tree.coordinated(noun)]
    return found


def at_home(
    side: tuple[Party, ...],
    facing: tuple[Party, ...],
    actors: Sequence[ActorMention],
    places: Sequence[PlaceMention],
    sentence: Sentence,
) -> tuple[Party, ...]:
    """Give office-holders whom no table knows the one country that the sentence names.

    "Former prime minister A. Papandreou … in Greece": the person stays unknown, the code is
    GRCGOV. Where the sentence names no country or several, or the country is that of the side
    ``facing``, nothing is filled in.
    """
    countries = {m.country for m in actors if m.country}
    countries |= {p.country for p in places if p.span.within(sentence.span) and p.country}
    if len(countries) != 1:
        return side
    (country,) = countries
    if any(party.code[:3] == country for party in facing):
        return side
    return tuple(
        Party(actor=p.actor, code=country + p.code[3:], span=p.span)
        if p.actor.startswith("x:") and p.code.startswith("INT") and len(p.code) > 3
        else p
        for p in side
    )


def others(sources: tuple[Party, ...], targets: tuple[Party, ...]) -> tuple[Party, ...]:
    """Return the targets that aren't sources: one state's army and people are two parties."""
    spans = {party.span for party in sources}
    known = {(party.actor, party.code) for party in sources}
    return tuple(p for p in targets if p.span not in spans and (p.actor, p.code) not in known)


def enough(
    found: Code, sources: tuple[Party, ...], targets: tuple[Party, ...], frame: Frame, natural: bool
) -> bool:
    """True where enough is known of who took part to speak of an event.

    ``natural`` says that the sentence tells of a disaster, which has no doer.
    """
    if sources and targets:
        return True
    if frame.nominal or (natural and (not sources or found.action == "ASSAULT")):
        return False
    if found.action in ALONE:
        return bool(sources or targets)
    return bool(sources) and found.action in SAYING
