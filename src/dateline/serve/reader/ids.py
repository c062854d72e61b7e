"""Numbers for stories: the protocol knows entries by 64-bit numbers, in two spellings.

A story's id is a tag and 16 base-32 letters; the number is 2^60 and its first 12 letters, 60
bits. So it can be turned back without a table: the store finds a story by the beginning of its
id. All numbers have 19 decimal figures, so that none is taken for 16 hexadecimal ones.
"""

from __future__ import annotations

import re

PREFIX = "tag:google.com,2005:reader/item/"
_TAG = "s_"
_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
_LENGTH = 12
_LONG = re.compile(r"(?:tag:google\.com,2005:reader/item/)?([0-9a-fA-F]{16})")
_SHORT = re.compile(r"-?[0-9]{1,19}")


def number_of(story: str) -> int:
    """Return the number of a story: from 2^60 to below 2^61, the same for ever."""
    number = 1
    for letter in story.removeprefix(_TAG)[:_LENGTH]:
        number = number * 32 + _LETTERS.index(letter)
    return number


def long_id(story: str) -> str:
    """Spell a story's number as entries carry it: 16 hexadecimal figures after a prefix."""
    return f"{PREFIX}{number_of(story):016x}"


def story_of(spelled: str) -> str | None:
    """Return the beginning of the story's id; None for what spells no number of a story.

    Clients send the long form, its figures alone, or the number in decimal.
    """
    if long := _LONG.fullmatch(spelled):
        number = int(long[1], 16)
    elif _SHORT.fullmatch(spelled):
        number = int(spelled)
    else:
        return None
    if number >> (5 * _LENGTH) != 1:
        return None
    letters: list[str] = []
    for _ in range(_LENGTH):
        number, rest = divmod(number, 32)
        letters.append(_LETTERS[rest])
    return _TAG + "".join(reversed(letters))
