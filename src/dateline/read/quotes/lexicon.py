"""The words that attribute, read from ``lexicon.toml`` beside this file."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Cue words by the kind of clause they govern; the file says what each kind is."""

    say: frozenset[str]
    think: frozenset[str]
    intend: frozenset[str]
    judge: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    nouns: dict[str, frozenset[str]]
    states: frozenset[str]
    agents: frozenset[str]
    light: frozenset[str]
    labels: frozenset[str]
    particles: frozenset[tuple[str, str]]
    phrases: frozenset[tuple[str, str, str]]
    raising: frozenset[str]
    passive: frozenset[str]
    adverbs: frozenset[str]
    denied: frozenset[str]
    hedged: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """Return the English cue words."""
    path = Path(__file__).with_name("lexicon.toml")
    table = tomllib.loads(path.read_text(encoding="utf-8"))

    def words(kind: str, name: str = "verbs") -> frozenset[str]:
        return frozenset(table[kind][name].split())

    def pairs(kind: str) -> frozenset[tuple[str, str]]:
        split = (pair.partition(":") for pair in table[kind]["pairs"].split())
        return frozenset((verb, link) for verb, _, link in split)

    return Lexicon(
        say=words("say"),
        think=words("think"),
        intend=words("intend"),
        judge=words("judge"),
        pairs=pairs("with_preposition"),
        particles=pairs("with_particle"),
        phrases=frozenset(
            (verb, noun, link)
            for verb, noun, link in (one.split(":") for one in table["phrases"]["triples"].split())
        ),
        labels=words("labels", "words"),
        nouns={
            link: frozenset(nouns.split())
            for link, nouns in table["nouns"].items()
            if link != "light_verbs"
        },
        states=words("states", "adjectives"),
        agents=words("states", "agents"),
        light=words("nouns", "light_verbs"),
        raising=words("unsourced", "raising"),
        passive=words("unsourced", "passive"),
        adverbs=words("unsourced", "adverbs"),
        denied=words("manner", "denied"),
        hedged=words("manner", "hedged"),
    )
