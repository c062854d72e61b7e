"""Who takes part: from the heads of a frame to actors with coders' codes."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from importlib import resources

from dateline.events.tree import Tree
from dateline.knowledge import coder_code
from dateline.records import ActorMention, Party, PlaceMention

# A person or body keeps its own sector; a bare country takes the one that the noun gives.
_OWN_SECTOR = frozenset({
    "person", "government", "ministry", "military", "parliament", "party", "rebel",
    "organisation", "company", "media",
})  # fmt: skip
# "guerrillas in the south", "students throughout Indonesia".
_LOCATING = frozenset(
    "of in from for at throughout across inside near outside within on by around against".split()
)


@functools.cache
def sector_nouns() -> dict[str, str]:
    """Return the sector codes of nouns ("troops" → MIL)."""
    text = resources.files(__package__).joinpath("data", "sectors.lex").read_text(encoding="utf-8")
    found: dict[str, str] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            code, _, words = line.partition(":")
            for word in words.split():
                found.setdefault(word, code)
    return found


def parties(
    tree: Tree,
    heads: Iterable[int],
    mentions: Sequence[ActorMention],
    places: Sequence[PlaceMention] = (),
    *,
    acting: bool = False,
) -> tuple[Party, ...]:
    """Return the actors that noun phrases name, in order, each actor and code once.

    A town stands for its country where nothing else names one ("aid deliveries in Baghdad").
    Those ``acting`` must be somebody: Iran's troops are, Iran's nuclear programme isn't.
    """
    found: dict[tuple[str, str], Party] = {}
    for head in heads:
        if acting and _is_thing(tree, head, mentions):
            continue
        for party in _of_phrase(tree, head, mentions, places):
            found.setdefault((party.actor, party.code), party)
    bare = {p.actor[:3] for p in found.values() if len(p.code) > 3 and p.actor != p.code[:3]}
    bare |= {p.code[:3] for p in found.values() if p.actor.startswith("p:")}
    return tuple(p for p in found.values() if not (p.actor == p.code and p.code in bare))


def _is_thing(tree: Tree, head: int, mentions: Sequence[ActorMention]) -> bool:
    """True for a noun that an actor only owns: "North Korea's nuclear programme"."""
    if tree.pos(head) != "NOUN" or sector_of(tree, head) or _covering(tree, head, mentions):
        return False
    return any(_covering(tree, kid, mentions) for kid in tree.kids(head, "poss"))


def _of_phrase(
    tree: Tree,
    head: int,
    mentions: Sequence[ActorMention],
    places: Sequence[PlaceMention],
    depth: int = 0,
) -> list[Party]:
    at_head = _covering(tree, head, mentions)
    near = _near(tree, head, mentions)
    if at_head:
        return [_party(tree, head, one, near) for one in at_head]
    if near:
        return [_party(tree, head, one, near) for one in _joined(tree, head, near)]
    if depth > 4:
        return []
    waiting = [
        noun
        for prep in tree.kids(head, "prep")
        if tree.lemmas[prep] in _LOCATING
        for noun in tree.kids(prep, "pobj")
    ]
    waiting += [
        noun
        for clause in tree.kids(head, "acl")  # "forces based in Vitez", "soldiers loyal to"
        for prep in tree.kids(clause, "prep")
        for noun in tree.kids(prep, "pobj")
    ]
    waiting += [
        noun for adjective in tree.kids(head, "amod") for prep in tree.kids(adjective, "prep")
        for noun in tree.kids(prep, "pobj")
    ]  # fmt: skip
    waiting += _owners(tree, head)
    for noun in waiting:
        inner = [
            party
            for one in tree.coordinated(noun)
            for party in _of_phrase(tree, one, mentions, places, depth + 1)
        ]
        if inner:
            return [_resector(tree, head, one) for one in inner]
    return _placed(tree, head, places)


def _owners(tree: Tree, head: int) -> list[int]:
    """Return whose "its ships" are: the subject of the nearest clause above that has another."""
    if not any(tree.pos(kid) == "PRON" for kid in tree.kids(head, "poss")):
        return []
    below = {head}
    for one in tree.path(head)[1:]:
        subjects = [s for s in tree.kids(one, "nsubj", "nsubjpass") if s not in below]
        if subjects and tree.pos(subjects[0]) != "PRON":
            return subjects[:1]
        below.add(one)
    return []


def _near(tree: Tree, head: int, mentions: Sequence[ActorMention]) -> list[ActorMention]:
    """Return mentions among the words that stand before a noun or beside it."""
    return [
        one
        for kid in tree.kids(
            head, "compound", "amod", "nmod", "poss", "appos", "npadvmod", "advmod"
        )
        for word in [
            *tree.coordinated(kid),
            *tree.kids(kid, "compound", "amod", "poss", "nmod", "npadvmod"),
        ]
        for one in _covering(tree, word, mentions)
    ]


def _joined(tree: Tree, head: int, near: Sequence[ActorMention]) -> list[ActorMention]:
    """Return the first mention, and those joined to it: "U.S. and Russian negotiators"."""
    found = [near[0]]
    for kid in tree.kids(head, "compound", "amod", "nmod", "poss"):
        if near[0] in _covering(tree, kid, near):
            for other in tree.coordinated(kid)[1:]:
                found += [one for one in near if one in _covering(tree, other, near)]
    return list(dict.fromkeys(found))


def _placed(tree: Tree, head: int, places: Sequence[PlaceMention]) -> list[Party]:
    token = tree.tokens[head]
    return [
        Party(
            actor=one.country,
            code=coder_code(one.country, sector_of(tree, head)),
            span=one.span,
        )
        for one in places
        if one.span.start <= token.start and token.end <= one.span.end and one.country
    ]


def _covering(tree: Tree, index: int, mentions: Sequence[ActorMention]) -> list[ActorMention]:
    token = tree.tokens[index]
    return [m for m in mentions if m.span.start <= token.start and token.end <= m.span.end]


def _party(tree: Tree, head: int, mention: ActorMention, near: Sequence[ActorMention]) -> Party:
    sector = mention.sector
    if mention.kind not in _OWN_SECTOR or not sector:
        sector = sector_of(tree, head) or sector
    country = mention.country or next((one.country for one in near if one.country), "")
    if not sector:  # "British Foreign Secretary Jack Straw": the title before the name
        before = tree.kids(head, "compound", "appos", "nmod")
        sector = next(filter(None, (sector_of(tree, word) for word in before)), "")
    code = coder_code(country, sector) if country or sector else "UNK"
    return Party(actor=mention.actor, code=code, span=mention.span)


def _resector(tree: Tree, head: int, party: Party) -> Party:
    sector = sector_of(tree, head)
    if not sector or party.code == "UNK":
        return party
    return Party(actor=party.actor, code=party.code[:3] + sector, span=party.span)


def sector_of(tree: Tree, head: int) -> str:
    """Return the sector a noun gives: "troops" MIL, "opposition parties" OPP, "Liberians" CVL."""
    nouns = sector_nouns()
    before = {tree.lemmas[kid] for kid in tree.kids(head, "compound", "amod", "nmod")}
    if "opposition" in before or "dissident" in before:
        return "OPP"
    if "rebel" in before or "guerrilla" in before:
        return "REB"
    found = nouns.get(tree.words[head].lower()) or nouns.get(tree.lemmas[head], "")
    if found == "GOV" and before & {"former", "ex"}:
        return "ELI"
    return found or ("CVL" if tree.tag(head) == "NNPS" else "")
