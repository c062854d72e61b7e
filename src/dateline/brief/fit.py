"""Fit: how well a sentence serves each section, from evidence that can be read.

The role that the read stage tells is one witness among several, since on real pages it is often
wrong. *Why it's important* asks for significance, scale, effects, fears or reasons; *What's
next* for a step still to come, told as such; *Beyond the headlines* for what was before the news
or what a thing is. Each witness adds its points; a section takes what reaches its floor.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from importlib.resources import files

from dateline.brief import cues
from dateline.brief.roles import HEADING_CERTAINTY
from dateline.records import DateMention, Role, Token

# Points a witness adds, set by hand on pages that were read for it (docs/07-brief.md): what
# says outright why it matters weighs most, a bare "because" least.
POINTS: Mapping[str, float] = {
    "outright": 0.5, "scale": 0.45, "stake": 0.45, "effect": 0.3, "concern": 0.25, "cause": 0.25,
    "plan": 0.45, "before": 0.4, "context": 0.2,
}  # fmt: skip
MOST_REASON = 0.8  # however many words of significance a sentence holds
ROLE_POINTS = 0.6
# Added to a plan in languages whose expectations the desk does not find: no second witness is
# to be had there.
PLAN_ALONE = 0.1
_FOUND = frozenset({"en", "ja", "ko", "zh"})
# What a section asks for at least: two witnesses, or one that is strong.
FLOOR = 0.5
FLOOR_REASON = 0.4
# Without a table of words for the language the role must be this sure by itself.
SURE_ROLE = 0.75
# What lies this far before the report is from before the news.
BEFORE = timedelta(days=45)


@dataclass(frozen=True, slots=True)
class Fits:
    """How well a sentence serves as a reason, as a next step, as background: 0 and up."""

    reason: float = 0.0
    next: float = 0.0
    beyond: float = 0.0


NO_FITS = Fits()


def fits(
    text: str,
    *,
    role: Role,
    certainty: float,
    language: str,
    place: int = 9,
    inside: Sequence[tuple[int, int]] = (),
    dates: Sequence[DateMention] = (),
    published: datetime | None = None,
    tokens: Sequence[Token] = (),
) -> Fits:
    """Weigh the evidence of one sentence.

    ``role`` and ``certainty`` are the read stage's; ``place`` is the sentence's index in its
    report, ``inside`` its direct quotations as offsets, ``tokens`` its parse. What somebody is
    quoted as promising is no next step of the report's.
    """
    told = outside(text, inside)
    words = _words().get(language)
    quoted = 1 - len(told) / max(1, len(text))
    if words is None:
        sure = certainty if certainty >= SURE_ROLE else 0.0
        return Fits(*(sure if role == name else 0.0 for name in ("reason", "next", "background")))

    def points(kind: str, section: str, where: str) -> float:
        pattern = words.get((kind, section))
        return POINTS.get(kind, 0.0) if pattern is not None and pattern.search(where) else 0.0

    pattern = words.get(("plan", "gone"))
    gone = _hoped(tokens) or (pattern is not None and pattern.search(told) is not None)
    planned = bool(points("plan", "next", told)) and not gone
    ahead = published is not None and any(_ahead(m, published) for m in dates)
    ago = published is not None and any(_long_ago(m, published) for m in dates)
    speech = 0.25 if quoted > 0.5 else 0.0

    kinds = ("outright", "scale", "stake", "effect", "concern", "cause")
    reason = min(MOST_REASON, sum(points(kind, "reason", text) for kind in kinds))
    reason += _role(role == "reason", certainty) - speech - 0.2 * ago - 0.15 * planned
    step = 0.0
    if planned:
        step = POINTS["plan"] + 0.25 * ahead + _role(role == "next", certainty)
        step += PLAN_ALONE * (language not in _FOUND)
    elif role == "next" and certainty < HEADING_CERTAINTY and _may_do(points, told):
        reason += _role(True, certainty) / 2  # "could help the government": what it may do
    elif role == "next" and (ahead or cues.MAYBE.search(told)) and not gone:
        step = 0.25 + _role(True, certainty)
    past = points("before", "beyond", told) + 0.35 * ago
    past += points("context", "beyond", told) + 0.2 * _pluperfect(tokens)
    past += _role(role == "background", certainty)
    if points("scale", "reason", told) and _RECORD.search(told) and not ago:
        past -= POINTS["before"]  # "the first strike since 2018" measures the news by the past
    past -= speech + 0.25 * planned + 0.2 * (place <= 1)
    main = 0.3 * certainty if role == "main" else 0.0
    if place == 0:
        main += 0.3  # the first sentence tells the event, whatever else it does
    return Fits(*(round(max(0.0, value - main), 4) for value in (reason, step, past)))


# A superlative counted from a day gone by: it tells how great the news is.
_RECORD = re.compile(
    r"\b(?:first|worst|largest|biggest|highest|lowest|deadliest|longest)\b[^.;]{0,60}"
    r"\b(?:since|in (?:\w+ ){1,3}(?:years|decades|months))\b",
    re.IGNORECASE,
)


def outside(text: str, inside: Sequence[tuple[int, int]]) -> str:
    """The sentence without what it quotes."""
    parts, at = [], 0
    for start, end in inside:
        parts.append(text[at:start])
        at = end
    return " ".join([*parts, text[at:]])


def _role(fitting: bool, certainty: float) -> float:
    return ROLE_POINTS * certainty if fitting else 0.0


def _may_do(points: Callable[[str, str, str], float], told: str) -> bool:
    """True for an effect that may come; under a heading "What's next" it stays a next step."""
    return points("effect", "reason", told) > 0 and cues.MAYBE.search(told) is not None


_HOPES = frozenset({"expect", "plan", "hope", "intend", "mean", "want", "aim"})


def _hoped(tokens: Sequence[Token]) -> bool:
    """True when the sentence tells in the past tense what somebody hoped for: no next step."""
    root = next((token for i, token in enumerate(tokens) if token.head == i), None)
    return root is not None and root.tag == "VBD" and root.lemma in _HOPES


def _pluperfect(tokens: Sequence[Token]) -> bool:
    """True when the main verb stands in the past perfect: "had blocked"."""
    root = next((i for i, token in enumerate(tokens) if token.head == i), None)
    return root is not None and any(
        t.head == root and t.rel == "aux" and t.lemma == "have" and t.tag == "VBD" for t in tokens
    )


def _ahead(mention: DateMention, published: datetime) -> bool:
    when = mention.when
    if mention.direction == "past" or when.latest is None:
        return False
    if when.earliest is None:  # "until February", "by 2030"
        return mention.direction == "future" and when.latest > published
    return when.earliest > published


def _long_ago(mention: DateMention, published: datetime) -> bool:
    latest = mention.when.latest
    return latest is not None and latest < published - BEFORE


@lru_cache(maxsize=1)
def _words() -> Mapping[str, Mapping[tuple[str, str], re.Pattern[str]]]:
    """The patterns by language, then by kind and section."""
    table = tomllib.loads((files("dateline.brief") / "data" / "fit.toml").read_text("utf-8"))
    return {
        language: {
            (kind, section): re.compile(pattern, re.IGNORECASE)
            for kind, entries in kinds.items()
            for section, pattern in entries.items()
        }
        for language, kinds in table.items()
    }
