"""Who takes part: from the heads of a frame to actors with coders' codes."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from importlib import resources

from dateline.events.tree import Tree
from dateline.knowledge import coder_code
from dateline.records import ActorMention, Party

# A person or body keeps its own sector; a bare country takes the one that the noun gives.
_OWN_SECTOR = frozenset({
    "person", "government", "ministry", "military", "parliament", "party", "rebel",
    "organisation", "company", "media",
})  # fmt: skip
_UNPLACED = ("list", "role", "pronoun")
_NP = frozenset({
    "compound", "amod", "nmod", "poss", "appos", "flat", "det", "nummod", "case", "conj", "cc",
})  # fmt: skip


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
    tree: Tree, heads: Iterable[int], mentions: Sequence[ActorMention]
) -> tuple[Party, ...]:
    """Return the actors that noun phrases name, in order, each actor once."""
    found: dict[str, Party] = {}
    for head in heads:
        for party in _of_phrase(tree, head, mentions):
            found.setdefault(party.actor, party)
    return tuple(found.values())


def _of_phrase(tree: Tree, head: int, mentions: Sequence[ActorMention]) -> list[Party]:
    at_head = _covering(tree, head, mentions)
    if at_head:
        return [_party(tree, head, one) for one in at_head]
    inside = [
        one
        for kid in tree.kids(head, "compound", "amod", "nmod", "poss", "appos")
        for word in [kid, *tree.kids(kid, "compound", "amod", "poss", "nmod")]
        for one in _covering(tree, word, mentions)
    ]
    if inside:
        # "Israel's and Japan's envoys" is rare; the first that stands before the head names it.
        return [_party(tree, head, inside[0])]
    for prep in tree.kids(head, "prep"):
        if tree.lemmas[prep] in ("of", "in", "from", "for", "at"):
            for noun in tree.kids(prep, "pobj"):
                placed = _of_phrase(tree, noun, mentions)
                if placed:
                    return [_resector(tree, head, one) for one in placed]
    for clause in tree.kids(head, "acl"):  # "forces based in Vitez", "soldiers loyal to"
        for prep in tree.kids(clause, "prep"):
            for noun in tree.kids(prep, "pobj"):
                placed = _of_phrase(tree, noun, mentions)
                if placed:
                    return [_resector(tree, head, one) for one in placed]
    return []


def _covering(tree: Tree, index: int, mentions: Sequence[ActorMention]) -> list[ActorMention]:
    token = tree.tokens[index]
    return [m for m in mentions if m.span.start <= token.start and token.end <= m.span.end]


def _party(tree: Tree, head: int, mention: ActorMention) -> Party:
    sector = mention.sector
    if mention.kind not in _OWN_SECTOR or not sector:
        sector = _noun_sector(tree, head) or sector
    code = coder_code(mention.country, sector) if mention.country or sector else "UNK"
    return Party(actor=mention.actor, code=code, span=mention.span)


def _resector(tree: Tree, head: int, party: Party) -> Party:
    sector = _noun_sector(tree, head)
    if not sector or len(party.code) > 3:
        return party
    return Party(actor=party.actor, code=party.code[:3] + sector, span=party.span)


def _noun_sector(tree: Tree, head: int) -> str:
    nouns = sector_nouns()
    word = tree.words[head].lower()
    return nouns.get(word) or nouns.get(tree.lemmas[head], "")
