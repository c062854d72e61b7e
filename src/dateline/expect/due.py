"""When an expectation falls due: which of a sentence's dates belongs to what is to come."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from dateline.expect.forward import Forward
from dateline.expect.tree import Tree
from dateline.records import DateMention, Reading, Report, Span

_AT_ONCE = 4  # characters from a cue to the date that belongs to it
# Days of the longest period of a precision: where "by 2035" begins to be ahead.
_LONG = {"year": 366, "half": 184, "quarter": 92, "season": 92, "month": 31, "week": 7}
_PUT_OFF = re.compile(
    r"\b(postponed|put (off|back)|pushed back|moved|delayed|rescheduled|deferred)"
    r"( \w+){0,5} (to|until|till|for) $",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"^(to|until|till|for) ", re.IGNORECASE)
_YEAR = timedelta(days=365)
# "The four-day requirement" says how long, not when.
_LASTING = re.compile(r"\w-(day|week|month|year)s?$", re.IGNORECASE)


def coming_dates(report: Report, reading: Reading, span: Span) -> tuple[DateMention, ...]:
    """Return the dates of a sentence that can lie ahead of its report, in order.

    Dates before the report was published are none, and dates that the clause marks as past
    only where they lie ahead all the same ("was postponed to next Monday").
    """
    published = report.published or report.retrieved
    return tuple(
        mention
        for mention in (put_ahead(report, m) for m in reading.dates if m.span.within(span))
        if ahead(mention, published) and not _LASTING.search(report.quote(mention.span))
    )


def put_ahead(report: Report, mention: DateMention) -> DateMention:
    """Return a date to which a thing is put off as the day to come: "has been postponed until
    March 3" means that very day and the next one, where it is nearer than the last.
    """
    published = report.published or report.retrieved
    end, text = mention.when.latest, report.quote(mention.span)
    if mention.when.precision not in ("day", "month") or end is None:
        return mention
    bare = _UNTIL.sub("", text)
    start = mention.span.end - len(bare)
    if not _PUT_OFF.search(report.text[max(0, start - 60) : start]):
        return mention
    first = mention.when.earliest
    if first is None and mention.when.precision == "day":
        first = end - timedelta(days=1)
    begins = first or end
    if end <= published and not re.search(r"\d{4}", text):
        if begins + _YEAR <= published or begins + _YEAR - published > published - end:
            return mention
        try:
            end = end.replace(year=end.year + 1)
            first = first and first.replace(year=first.year + 1)
        except ValueError:  # the 29th of February
            return mention
    when = dataclasses.replace(mention.when, earliest=first, latest=end)
    return dataclasses.replace(
        mention, direction="future" if end > published else mention.direction, when=when
    )


def ahead(mention: DateMention, published: datetime) -> bool:
    """Say whether a date can be one to come."""
    when = mention.when
    if not when.known or when.precision in ("instant", "decade", "century"):
        return False
    if mention.direction == "past":
        if when.earliest is None and when.latest is not None:  # "agreed a target by 2035"
            return when.latest - timedelta(days=_LONG.get(when.precision, 1)) > published
        return when.earliest is not None and when.earliest > published
    return when.latest is None or when.latest > published


def choose_due(
    forward: Forward, dates: Sequence[DateMention], tree: Tree | None
) -> DateMention | None:
    """Return the date by which an expectation falls due, None where its sentence names none.

    In a parsed sentence it is the date nearest below the verb, or one that looks ahead where
    the parse lost it; elsewhere the one that follows the cue at once, the last one before it,
    since verbs come last, or the first after it.
    """
    if not dates:
        return None
    if tree is not None:
        if forward.cue.name == "postponed":  # "put off from Friday to March 3"
            dates = [m for m in dates if m.span.start > forward.start] or dates
            to = [m for m in dates if _moved_to(m, tree)]
            dates = to or dates
        return _by_parse(forward, dates, tree)
    own = [m for m in dates if m.span.start >= forward.clause[0]]
    at_once = [m for m in own if 0 <= m.span.start - forward.start <= _AT_ONCE]
    if at_once:
        return at_once[0]  # 将于13日
    before = [mention for mention in own if mention.span.end <= forward.end]
    return before[-1] if before else own[0] if own else None


def _by_parse(forward: Forward, dates: Sequence[DateMention], tree: Tree) -> DateMention | None:
    ranked = []
    for mention in dates:
        depth = _depth(forward, mention, tree)
        if depth is not None:
            ranked.append((depth, mention.span.start, mention))
        elif mention.direction == "future" and not _other_deed(forward, mention, tree):
            away = mention.span.start < forward.start
            ranked.append((50 + away, abs(mention.span.start - forward.start), mention))
    return min(ranked, key=lambda entry: entry[:2])[2] if ranked else None


def _moved_to(mention: DateMention, tree: Tree) -> bool:
    first = min(_tokens(mention, tree), default=0)
    return bool({"to", "until", "till", "for"} & set(tree.words[max(0, first - 1) : first + 1]))


def _depth(forward: Forward, mention: DateMention, tree: Tree) -> int | None:
    """Count the links from a date up to the verb that is to come, or to its cue word."""
    depths = []
    for index in _tokens(mention, tree):
        for steps, up in enumerate((index, *tree.ups(index))):
            token = tree.token(up)
            if token.start == forward.verb:
                depths.append(steps)
                break
            if token.start == forward.start:
                depths.append(steps + 1)
                break
            if token.rel == "relcl" and token.pos in ("VERB", "AUX"):
                break  # "New York, which has not voted so in 32 years": of another deed
    return min(depths) if depths else None


def _other_deed(forward: Forward, mention: DateMention, tree: Tree) -> bool:
    """Say whether a date hangs on another deed: on a verb in the past tense, or in the present
    tense where what is to come is what that verb says ("today reports say that ...").
    """
    verbs = [index for index, token in enumerate(tree.tokens) if token.start == forward.verb]
    above = {up for verb in verbs for up in tree.ups(verb)}
    for index in _tokens(mention, tree)[-1:]:
        for up in tree.ups(index):
            token = tree.token(up)
            if token.pos == "VERB":
                says = token.tag in ("VBZ", "VBP") and up in above
                return token.tag == "VBD" or (says and mention.span.end <= token.start)
    return False


def _tokens(mention: DateMention, tree: Tree) -> list[int]:
    return [
        index
        for index, token in enumerate(tree.tokens)
        if token.start < mention.span.end and mention.span.start < token.end
    ]
