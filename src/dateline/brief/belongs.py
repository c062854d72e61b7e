"""Belonging: whether a sentence has what the section that its role points to asks for.

A section is rather empty than filled with what doesn't belong there. *Why it's important* asks
for a reason, *What's next* for something still to come, *Beyond the headlines* for something
from before: told by a role that is sure, or by words or dates in the sentence itself. What has
neither is a detail of what is happening.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from dateline.brief import cues
from dateline.records import DateMention, Role

# Certainty from which a role stands without a cue of its own; below WEAK a cue may overrule it.
SURE: dict[Role, float] = {"reason": 0.75, "background": 0.7, "next": 0.9}
WEAK = 0.65
# A role this unsure is no evidence at all, even beside a cue.
FAINT = 0.3
# What lies this far before the report is from before the news.
BEFORE = timedelta(days=45)

_REASON = re.compile(
    r"\bbecause\b|\bin (?:response|retaliation) (?:to|for)\b|\bin order to\b|\bso that\b|\bdue to\b"
    r"|\b(?:comes?|came) (?:at a time|as|amid|(?:\w+ )?(?:days|weeks|months|hours) after)\b"
    r"|\bsignifican(?:t|ce)\b|\bimportan(?:t|ce)\b|\bat stake\b|\bstakes\b|\bunderscor\w+"
    r"|\b(?:sign|signal|signals|signalled|signaled|proof|evidence) (?:of|that)\b|\baimed at\b"
    r"|\b(?:raises?|raised|raising|stoked?|stoking) (?:fears?|questions?|hopes|concerns?|doubts"
    r"|alarm|tensions)\b|\b(?:fears?|concerns?|worries|worry) (?:that|of|over|about)\b"
    r"|\bfor the first time\b|\bfirst time (?:since|in|that)\b|\bturning point\b|\bmatter(?:s|ed)\b"
    r"|\b(?:would|could|may|might|will) (?:mean|allow|help|hurt|threaten|undermine|trigger|alter"
    r"|influence|weaken|strengthen|affect|destabili[sz]e|jeopardi[sz]e|deprive|raise|worsen)\b"
    r"|\bthreatens? to\b|\bdepends? (?:heavily )?on\b|\b(?:crucial|vital|essential|decisive)\b"
    r"|\bcritical (?:to|for)\b|\b(?:is|are|was|were|widely) seen as\b|\bwhich means\b"
    r"|\bhas forced\b|\bconsequences\b|\breflects?\b|\bgives? \w+ (?:leverage|a chance)\b",
    re.IGNORECASE,
)
# Words that say outright why it matters, and that a step is set: stronger than a weak role.
_OUTRIGHT = re.compile(
    r"\b(?:important|significant|crucial|matters|needs?)\b[^.;]{0,80}\bbecause\b"
    r"|\b(?:comes?|came) (?:at a time|amid)\b|\bfor the first time since\b|\bat stake\b"
    r"|\brais(?:es|ed|ing) (?:fears|questions|concerns|hopes|doubts)\b|\bturning point\b",
    re.IGNORECASE,
)
_SET = re.compile(
    r"\b(?:is|are) (?:now |also )?(?:expected|scheduled|set|due|slated) (?:to|for)\b"
    r"|\bplans? to (?:hold|meet|visit|sign|publish|launch|send|vote|open|resume|announce)\b",
    re.IGNORECASE,
)
_PLAN = re.compile(
    r"\bwill\b(?! (?:of|to)\b)|\bwon['’]t\b|\b(?:is|are|be|been) (?:now |also |still |widely )?"
    r"(?:expected|scheduled|set|due|slated|likely|planning|poised|preparing|about|planned"
    r"|supposed) (?:to|for|on|in|by)\b|\b(?:is|are) to (?:be )?\w+|\bplan(?:s|ned)? to\b"
    r"|\bintends? to\b|\b(?:vow|pledge|promise|agree)(?:s|d)? to\b|\bupcoming\b"
    r"|\b(?:said|says) [^.;]{0,60}\bwould\b|\blooks? (?:set|likely) to\b|\bexpects?\b",
    re.IGNORECASE,
)
# A plan told as one of the past is no plan, and neither is what somebody should or must do.
_GONE = re.compile(
    r"\b(?:was|were|had been) (?:\w+ )?(?:scheduled|due|expected|set|supposed|slated|planned)\b",
    re.IGNORECASE,
)


def settle(
    role: Role,
    certainty: float,
    text: str,
    *,
    language: str,
    inside: Sequence[tuple[int, int]] = (),
    dates: Sequence[DateMention] = (),
    published: datetime | None = None,
) -> tuple[Role, float]:
    """Return the role under which a sentence is told, and how sure that is.

    A role without evidence becomes *detail*; a weak role gives way to one that the words
    themselves show. ``inside`` are the direct quotations of ``text``, ``dates`` its dates.
    """
    told = _told(text, inside)
    if role != "main" and certainty < WEAK and language == "en":
        if role != "next" and _OUTRIGHT.search(told):
            return "reason", certainty
        if role != "reason" and _SET.search(told) and not _GONE.search(told):
            return "next", certainty
    if role not in SURE:
        return role, certainty
    if role == "next" and _GONE.search(told):
        return "detail", FAINT
    if certainty >= FAINT and role in _cued(text, told, language, dates, published):
        return role, certainty
    if certainty >= SURE[role] and (role != "next" or language != "en"):
        return role, certainty
    if role == "next" and certainty >= WEAK and cues.MAYBE.search(told):
        return role, certainty
    return "detail", FAINT


def _cued(
    text: str, told: str, language: str, dates: Sequence[DateMention], published: datetime | None
) -> frozenset[Role]:
    """The roles that the words and dates of a sentence speak for."""
    found: set[Role] = set()
    if language == "en":
        if _REASON.search(text):
            found.add("reason")
        if _PLAN.search(told):
            found.add("next")
        if cues.BEFORE.search(told):
            found.add("background")
    else:
        found |= {role for role, cue in cues.ROLE_CUES if role in SURE and cue.search(text)}
    if published is not None and any(_ahead(m, published) for m in dates):
        found.add("next")
    if published is not None and any(_long_ago(m, published) for m in dates):
        found.add("background")
    return frozenset(found)


def _told(text: str, inside: Sequence[tuple[int, int]]) -> str:
    """The sentence without what it quotes: somebody's "we will win" is no next step."""
    parts, at = [], 0
    for start, end in inside:
        parts.append(text[at:start])
        at = end
    return " ".join([*parts, text[at:]])


def _ahead(mention: DateMention, published: datetime) -> bool:
    when = mention.when
    return mention.direction == "future" and when.earliest is not None and when.earliest > published


def _long_ago(mention: DateMention, published: datetime) -> bool:
    latest = mention.when.latest
    return latest is not None and latest < published - BEFORE
