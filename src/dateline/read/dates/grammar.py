"""The machine under the grammars: words become tokens, rules fold tokens into expressions.

A lexicon turns text into tokens, each of one *kind*. A rule is a pattern over kinds, written
as ``"a:DATE TO b:DATE"``, and a builder that makes an expression from the named tokens. Each
kind is one character, so that a report becomes a short string and each rule a regular
expression over it: matching runs in C, and in linear time since patterns hold no unbounded
repetition of anything but single kinds. Rules run once each, in their order; a fold replaces
the matched tokens by one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

_NAMED_CHOICE = re.compile(r"\b(?P<name>[a-z]\w*):\((?P<choice>[A-Z0-9|]+)\)")
_ELEMENT = re.compile(r"(?:(?P<name>[a-z]\w*):)?(?P<kind>(?<!\?)[A-Z][A-Z0-9]*)|\s+")

GAP = "GAP"  # any word that no date is made of


@dataclass(slots=True)
class Token:
    """A piece of text: ``kind``, the ``value`` it stands for, where it stands, who made it."""

    kind: str
    value: Any
    start: int
    end: int
    rule: str = ""


class Groups:
    """The tokens of a match by the names that the pattern gave them."""

    __slots__ = ("_match", "_tokens", "language")

    def __init__(self, match: re.Match[str], tokens: Sequence[Token], language: str) -> None:
        self._match = match
        self._tokens = tokens
        self.language = language

    def __getitem__(self, name: str) -> Any:
        """The value of the token named so; None when the pattern went without it."""
        at = self._match.start(name)
        return None if at < 0 else self._tokens[at].value

    def get(self, name: str) -> Any:
        """As [], and None for a name that the pattern does not have."""
        return self[name] if name in self._match.re.groupindex else None

    @property
    def tokens(self) -> Sequence[Token]:
        """All tokens of the match."""
        return self._tokens[self._match.start() : self._match.end()]


Builder = Callable[[Groups], Any]


@dataclass(frozen=True, slots=True)
class Rule:
    """``name`` is shown by ``--explain``; the fold becomes a token of kind ``makes``.

    A builder that returns None refuses the match.
    """

    name: str
    pattern: str
    build: Builder
    makes: str = "DATE"


class Grammar:
    """A language's lexicon and rules, compiled. ``classes`` are names for sets of kinds."""

    def __init__(
        self,
        language: str,
        rules: Iterable[Rule],
        classes: dict[str, str],
    ) -> None:
        self.language = language
        self._codes: dict[str, str] = {GAP: "\x01"}
        self._classes = {name: kinds.split() for name, kinds in classes.items()}
        self._rules = [(rule, re.compile(self._compile(rule.pattern))) for rule in rules]
        # A rule is tried only where its needed kinds occur; see _needs.
        self._needs = [self._needed(rule.pattern) for rule, _ in self._rules]

    def _code(self, kind: str) -> str:
        if kind not in self._codes:
            self._codes[kind] = chr(0xE000 + len(self._codes))  # private use: no regex meaning
        return self._codes[kind]

    def _set(self, name: str) -> str:
        kinds = self._classes.get(name, [name])
        codes = "".join(self._code(kind) for kind in kinds)
        return codes if len(codes) == 1 else f"[{codes}]"

    def _compile(self, pattern: str) -> str:
        def replace(match: re.Match[str]) -> str:
            codes = self._set(match["kind"])
            return f"(?P<{match['name']}>{codes})" if match["name"] else codes

        pattern = _NAMED_CHOICE.sub(lambda m: f"(?P<{m['name']}>{m['choice']})", pattern)

        return _ELEMENT.sub(lambda match: replace(match) if match["kind"] else "", pattern)

    def _needed(self, pattern: str) -> list[str]:
        """Sets of kind codes of which each must occur for the pattern to match."""
        bare = re.sub(r"\([^()]*\)[?*]", " ", pattern)
        while "(" in bare and (inner := re.sub(r"\([^()]*\)[?*]?", " ", bare)) != bare:
            bare = inner  # alternatives in brackets: not needed, any of them
        if "|" in bare:
            return []
        words = re.findall(r"(?:[a-z]\w*:)?([A-Z][A-Z0-9]*)([?*]?)", bare)
        return [self._set(kind).strip("[]") for kind, optional in words if not optional]

    def fold(self, tokens: list[Token]) -> list[Token]:
        """Apply every rule once, in order."""
        codes = "".join([self._codes.get(token.kind, "\x01") for token in tokens])
        present = set(codes)
        for (rule, compiled), needs in zip(self._rules, self._needs, strict=True):
            if not all(present.intersection(need) for need in needs):
                continue
            folded: list[Token] = []
            at = 0
            for match in compiled.finditer(codes):
                value = rule.build(Groups(match, tokens, self.language))
                if value is None:
                    continue
                first, last = tokens[match.start()], tokens[match.end() - 1]
                folded += tokens[at : match.start()]
                folded.append(Token(rule.makes, value, first.start, last.end, rule.name))
                at = match.end()
            if at:
                tokens = folded + tokens[at:]
                codes = "".join([self._codes.get(token.kind, "\x01") for token in tokens])
                present = set(codes)
        return tokens
