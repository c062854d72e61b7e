"""Weekdays: "set himself on fire Sunday" is of the Sunday gone by.

A bare weekday may be read either way, and the nearer reading of the calendar is not always that of
the sentence. Where it hangs straight on a verb in the simple past, it is the one before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from dateline.records import DateMention, Token

_BARE = re.compile(r"(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
_WEEK = timedelta(days=7)
# Verbs that, in the past tense, set a day to come: "called an election", "planned".
_SETTING = frozenset("plan schedule set call fix expect invite propose move postpone".split())
# Verbs that tell a happening as done, so that a day beside their object is gone by.
_HAPPENING = frozenset("meet gather attend hold join win lose kill injure open close sign".split())


def as_told(
    mention: DateMention,
    words: str,
    tokens: Sequence[Token],
    published: datetime | None,
    *,
    base: int = 0,
) -> DateMention:
    """Return ``mention`` (written ``words``) with a weekday to come put a week back where its
    verb tells of it as done; anything else as it is. ``base`` is where the offsets of
    ``tokens`` count from."""
    when = mention.when
    if published is None or when.earliest is None or when.latest is None:
        return mention
    if when.earliest <= published or when.precision != "day" or not _BARE.fullmatch(words):
        return mention
    if when.earliest - published > _WEEK or not _done(mention.span.end - base, tokens):
        return mention
    past = replace(when, earliest=when.earliest - _WEEK, latest=when.latest - _WEEK, timex="")
    return replace(mention, when=past, direction="past")


def _done(end: int, tokens: Sequence[Token]) -> bool:
    """True when the date that ends there hangs on a verb in the simple past, by "on" or by
    nothing, or owns what a sentence without a modal tells of."""
    at = next((i for i, t in enumerate(tokens) if t.end == end), None)
    if at is None:
        return False
    if tokens[at].rel == "poss":  # "Monday's drills", where nothing is to come
        return not any(t.tag == "MD" for t in tokens)
    above = tokens[tokens[at].head]
    if above.rel == "prep" and above.lemma.lower() == "on":
        above = tokens[above.head]
    if above.pos == "NOUN":  # "met for the debate on Saturday"
        above = tokens[above.head]
        above = tokens[above.head] if above.rel == "prep" else above
        return above.tag == "VBD" and above.lemma in _HAPPENING
    return above.tag == "VBD" and above.lemma not in _SETTING
