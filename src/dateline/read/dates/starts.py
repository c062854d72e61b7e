"""With which characters a pattern can start: lets a scan try only the rows that may match.

Knows the part of regular expression syntax that the word files use: literals, classes,
groups, alternatives, look-arounds, quantifiers, ``\\d`` and ``\\s``.
"""

from __future__ import annotations

import re
from functools import lru_cache

DIGITS = frozenset("0123456789")
_BLANKS = frozenset(" \u00a0")
_ANY = "\0"  # stands for a class that could be anything; fine in a look-around only
_ANY_SET = frozenset(_ANY)
_QUANTIFIER = re.compile(r"[?*+]|\{(\d+)(?:,\d*)?\}")


def first_chars(pattern: str) -> frozenset[str]:
    """The characters with which a match can start; a look-around may still forbid some."""
    found, nullable, end = _alternatives(pattern, 0)
    if nullable or end < len(pattern) or _ANY in found:
        raise ValueError(f"pattern may match nothing or is not understood: {pattern}")
    return found


@lru_cache(maxsize=4096)
def _alternatives(pattern: str, at: int) -> tuple[frozenset[str], bool, int]:
    found: set[str] = set()
    nullable, open_here = False, True
    while at < len(pattern) and pattern[at] != ")":
        if pattern[at] == "|":
            nullable = nullable or open_here
            open_here, at = True, at + 1
            continue
        chars, empty, at = _item(pattern, at)
        if quantifier := _QUANTIFIER.match(pattern, at):
            empty = empty or quantifier[0] in "?*" or quantifier[1] == "0"
            at = quantifier.end()
        if open_here:
            found |= chars
            open_here = empty
    return frozenset(found), nullable or open_here, at


def _item(pattern: str, at: int) -> tuple[frozenset[str], bool, int]:
    char = pattern[at]
    if char == "(":
        if look := re.compile(r"\(\?<?[=!]").match(pattern, at):
            return frozenset(), True, _alternatives(pattern, look.end())[2] + 1
        start = at + 3 if pattern.startswith("(?:", at) else at + 1
        chars, empty, end = _alternatives(pattern, start)
        return chars, empty, end + 1
    if char == "[":
        if pattern[at + 1] == "^":
            return _ANY_SET, False, _class(pattern, at + 2)[2]
        return _class(pattern, at + 1)
    if char == "\\":
        return _escaped(pattern[at + 1]), pattern[at + 1] == "b", at + 2
    if char in "^$":
        return frozenset(), True, at + 1
    return frozenset(char), False, at + 1


def _escaped(char: str) -> frozenset[str]:
    known = {"d": DIGITS, "s": _BLANKS, "b": frozenset()}
    if char in known:
        return known[char]
    return _ANY_SET if char.isalnum() else frozenset(char)


def _class(pattern: str, at: int) -> tuple[frozenset[str], bool, int]:
    found: set[str] = set()
    while pattern[at] != "]":
        if pattern[at] == "\\":
            found |= {pattern[at + 1]} if not pattern[at + 1].isalnum() else _inner(pattern[at + 1])
            at += 2
        elif pattern[at + 1] == "-" and pattern[at + 2] != "]":
            found |= {chr(code) for code in range(ord(pattern[at]), ord(pattern[at + 2]) + 1)}
            at += 3
        else:
            found.add(pattern[at])
            at += 1
    return frozenset(found), False, at + 1


def _inner(char: str) -> frozenset[str]:
    return _escaped(char)
