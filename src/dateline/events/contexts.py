"""What an event is about beside what is done: PLOVER's contexts, by the words around it."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import resources

from dateline.errors import ConfigError

# A sentence can name many things; an event is about few of them.
MOST = 4


@dataclass(frozen=True, slots=True)
class Contexts:
    """Words by context: lemmas, pairs and threes of lemmas, and words of unspaced scripts."""

    order: tuple[str, ...]
    lemmas: dict[str, tuple[str, ...]]
    longest: int
    signs: tuple[tuple[str, str], ...]

    def of_lemmas(self, lemmas: Sequence[str]) -> tuple[str, ...]:
        """The contexts of an English sentence's lemmas, in the lexicon's order."""
        small = [lemma.lower() for lemma in lemmas]
        found: set[str] = set()
        for size in range(1, self.longest + 1):
            for at in range(len(small) - size + 1):
                found.update(self.lemmas.get("_".join(small[at : at + size]), ()))
        return self.ordered(found)

    def of_text(self, text: str) -> tuple[str, ...]:
        """The contexts of a Japanese, Korean or Chinese sentence."""
        return self.ordered({name for sign, name in self.signs if sign in text})

    def ordered(self, found: Iterable[str]) -> tuple[str, ...]:
        """Contexts in the lexicon's order."""
        return tuple(sorted(found, key=self.order.index))


@functools.cache
def contexts() -> Contexts:
    """Load the packaged lexicon. Raises ConfigError naming the line that is wrong."""
    text = resources.files(__package__).joinpath("data", "contexts.lex").read_text("utf-8")
    order: list[str] = []
    lemmas: dict[str, tuple[str, ...]] = {}
    signs: list[tuple[str, str]] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        name, colon, words = line.partition(":")
        if not colon or name in order:
            raise ConfigError(f"contexts.lex:{number}: not a context: {line!r}")
        order.append(name)
        english, _, others = words.partition("|")
        for word in english.split():
            lemmas[word] = (*lemmas.get(word, ()), name)
        signs += [(word, name) for word in dict.fromkeys(others.split())]
    longest = max(word.count("_") + 1 for word in lemmas)
    return Contexts(tuple(order), lemmas, longest, tuple(signs))


def shared(tellings: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The contexts of an event: those of at least half of its tellings, the commonest first."""
    counts = Counter(name for telling in tellings for name in telling)
    order = contexts().order
    found = [name for name, count in counts.items() if 2 * count >= len(tellings)]
    return tuple(sorted(found, key=lambda name: (-counts[name], order.index(name)))[:MOST])
