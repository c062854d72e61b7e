"""What a clause is about, and how two of them are compared."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dateline.expect.acts import by_act

# Cosine of two sentences of different meaning on one topic, and of two that say the same:
# below the one similarity says nothing, above the other it is full. Read off pairs of
# sentences written for the tests, with the multilingual Universal Sentence Encoder.
_FAR, _NEAR = 0.35, 0.80
# Who acts is compared by actors, when by dates: these words for it say little.
_ANYBODY = frozenset({"government", "country", "side", "mid", "late", "early"})
_DAYS = 31  # a number up to this may be the day of a month
# Acts that two do together: who is the agent says nothing.
_MUTUAL = frozenset({"meet", "discuss", "agree", "press", "vote"})


@dataclass(frozen=True, slots=True)
class Piece:
    """What a clause is about, for comparison.

    ``words`` are the content words of the clause (pairs of characters where it isn't parsed),
    ``acts`` what is done, ``actors`` the ids of those named with the ``countries`` they stand
    for, ``agents`` ids and countries of those who do it where that is known; ``named`` are
    actors, places and numbers: what is the same in every language. ``again`` marks what is to
    come every year or regularly. ``number`` names the piece among those of one ``Meaning``:
    pieces that say the same word for word, as copies do, are one piece.
    """

    number: int
    language: str
    words: frozenset[str]
    acts: frozenset[str]
    actors: frozenset[str]
    countries: frozenset[str]
    agents: frozenset[str]
    named: frozenset[str]
    denied: bool
    again: bool
    vector: tuple[str, NDArray[np.float32]] | None


def content_of(piece: Piece) -> tuple[object, ...]:
    """Return all that a piece is compared by, but not its number."""
    vector = None if piece.vector is None else (piece.vector[0], piece.vector[1].tobytes())
    return (
        piece.language, piece.words, piece.acts, piece.actors, piece.countries, piece.agents,
        piece.named, piece.denied, piece.again, vector,
    )  # fmt: skip


def folded(piece: Piece) -> Piece:
    """Return an English piece with one word for all words of an act, and without days."""
    if piece.language != "en":
        return piece
    words = frozenset(
        by_act(word)
        for word in piece.words - _ANYBODY
        if not (word.isdigit() and int(word) <= _DAYS)
    )
    return dataclasses.replace(piece, words=words)


def near(one: Piece, other: Piece) -> float:
    """Return the nearness of two clauses, 0 to 1: the mean of vectors and of words.

    Across languages words say nothing: acts and names stand in for them.
    """
    if one.language == other.language:
        shared = overlap(one.words, other.words)
    else:
        shared = overlap(one.named | one.acts, other.named | other.acts)
    if one.vector is None or other.vector is None or one.vector[0] != other.vector[0]:
        return shared
    cosine = round(float(one.vector[1] @ other.vector[1]), 4)  # the rest hangs on the machine
    return (min(1.0, max(0.0, (cosine - _FAR) / (_NEAR - _FAR))) + shared) / 2


def same_actors(one: Piece, other: Piece) -> bool:
    """Say whether two clauses can have the same actors: they share one, or one names none."""
    if not one.actors or not other.actors:
        return True
    return bool(one.actors & other.actors or one.countries & other.countries)


def same_act(one: Piece, other: Piece) -> bool:
    """Say whether two clauses can speak of one act by one agent, once or regularly.

    What two do together (a meeting, a signature) has no agent of its own; where neither clause
    has a known act, they can.
    """
    if one.again != other.again:
        return False
    if not one.acts and not other.acts:
        return True
    shared = one.acts & other.acts
    if not shared:
        return False
    if shared & _MUTUAL or not one.agents or not other.agents:
        return True
    return bool(one.agents & other.agents)


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Share of the smaller set that stands in the larger; 0 where either is nearly empty."""
    if min(len(one), len(other)) < 2:
        return 0.0
    return len(one & other) / min(len(one), len(other))
