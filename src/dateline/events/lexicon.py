"""The English lexicon: verbs with their arguments, and nouns that name occurrences."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from importlib import resources

from dateline.errors import ConfigError
from dateline.events.ontology import TYPES

LEADS = ("PASS", "LIGHT", "SAY", "NONE")


@dataclass(frozen=True, slots=True)
class Condition:
    """Words, any of which must stand in an argument.

    ``where`` is "@" for the object, "~" for any argument, "^" for the subject.
    """

    words: frozenset[str]
    where: str

    def holds(self, said: Arguments) -> bool:
        """True where an argument has one of the words."""
        place = {"@": said.objects, "~": said.everything, "^": said.subjects}[self.where]
        return not self.words.isdisjoint(place)


@dataclass(frozen=True, slots=True)
class Arguments:
    """Words of a verb's arguments: subject, direct object, all but the subject.

    ``complements`` are the kinds of clause that follow ("to", "that", "ing"), and "obj" where
    there is an object.
    """

    subjects: Collection[str]
    objects: Collection[str]
    everything: Collection[str]
    complements: Collection[str]


@dataclass(frozen=True, slots=True)
class Pattern:
    """One line of the lexicon for one verb. ``action`` is a type or one of :data:`LEADS`."""

    action: str
    mode: str
    conditions: tuple[Condition, ...]
    complement: str
    verb: str

    def explain(self, said: Arguments) -> str:
        """Say what decided: the verb and the words of its arguments that the pattern names."""
        words = [
            word
            for one in self.conditions
            for word in sorted(one.words & {*said.objects, *said.everything, *said.subjects})[:2]
        ]
        return " + ".join([f"verb “{self.verb}”", *(f"“{word}”" for word in words)])


@dataclass(slots=True)
class Lexicon:
    """Patterns by verb, event nouns by lemma, classes of nouns by name."""

    verbs: dict[str, list[Pattern]] = field(default_factory=dict)
    nouns: dict[str, tuple[str, str]] = field(default_factory=dict)
    classes: dict[str, frozenset[str]] = field(default_factory=dict)

    def match(self, verb: str, said: Arguments) -> Pattern | None:
        """Return the pattern of ``verb`` with most conditions that hold, the later of equals."""
        best: tuple[int, Pattern] | None = None
        for pattern in self.verbs.get(verb, ()):
            if pattern.complement and not any(
                part.lstrip("+") in said.complements for part in pattern.complement.split("/")
            ):
                continue
            if all(one.holds(said) for one in pattern.conditions):
                weight = 2 * len(pattern.conditions) + bool(pattern.complement)
                if best is None or weight >= best[0]:
                    best = (weight, pattern)
        return best[1] if best else None

    @property
    def entries(self) -> int:
        """How many verb patterns, nouns and classed nouns there are."""
        return (
            sum(map(len, self.verbs.values()))
            + len(self.nouns)
            + sum(map(len, self.classes.values()))
        )


@functools.cache
def english() -> Lexicon:
    """Load the packaged lexicon. Raises ConfigError naming the line that is wrong."""
    lexicon = Lexicon()
    for _, line in _lines("classes.lex"):
        name, _, words = line.partition(":")
        lexicon.classes[name.strip()] = frozenset(words.replace('"', " ").split())
    for number, line in _lines("nouns.lex"):
        code, _, words = line.partition(":")
        action, _, mode = code.strip().partition("/")
        if action not in TYPES:
            raise ConfigError(f"nouns.lex:{number}: no event type {action!r}")
        for word in words.split():
            lexicon.nouns[word] = (action, mode)
    for number, line in _lines("verbs.lex"):
        for verb, pattern in _patterns(line, number, lexicon.classes):
            lexicon.verbs.setdefault(verb, []).append(pattern)
    return lexicon


def _lines(name: str) -> Iterator[tuple[int, str]]:
    text = resources.files(__package__).joinpath("data", name).read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield number, line


_VERBS = re.compile(r"((?:[^\s,]+,\s*)*[^\s,]+)(.*)")


def _patterns(
    line: str, number: int, classes: dict[str, frozenset[str]]
) -> Iterator[tuple[str, Pattern]]:
    left, arrow, code = line.rpartition("=>")
    match = _VERBS.fullmatch(left.strip())
    action, _, mode = code.strip().partition("/")
    if not arrow or match is None or (action not in TYPES and action not in LEADS):
        raise ConfigError(f"verbs.lex:{number}: not a pattern: {line!r}")
    conditions, complement = [], ""
    for word in match[2].split():
        if word.startswith("+"):
            complement = word
            continue
        words: set[str] = set()
        for choice in word.split("/"):
            choice = choice.lstrip("~^")
            if choice.startswith("@") and choice not in classes:
                # @summit for a noun without a class is the noun itself.
                choice = choice[1:]
            words |= classes.get(choice, {choice})
        conditions.append(Condition(frozenset(words), word[0] if word[0] in "~^" else "@"))
    for verb in match[1].split(","):
        name = verb.strip()
        yield name, Pattern(action, mode, tuple(conditions), complement, name.replace("_", " "))
