"""Dates in edits: "on Tuesday" becomes "on 13 January 2026", told once a sentence."""

from __future__ import annotations

import re
from datetime import timedelta

from dateline.brief import cues
from dateline.brief.calendar import day_words, week_words, when_words
from dateline.brief.lines import Line
from dateline.records import DateMention, Edit, Report

_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
)
_MONTH_BEFORE = re.compile(_MONTH, re.IGNORECASE)
# The words that English dates by the day, the month or the year they stand in.
_DAY = re.compile(
    rf"(?:(?P<edge>early|late) )?(?:(?:(?:this|last|next|this past|this coming) )?{_WEEKDAY}"
    rf"(?: (?:this|last|next) week)?|today"
    r"|tonight|yesterday|tomorrow)(?: (?P<part>morning|afternoon|evening|night))?",
    re.IGNORECASE,
)
_WEEK = re.compile(r"(?:this|last|next) week", re.IGNORECASE)
_PERIOD = re.compile(
    rf"(?:this|last|next|this past|this coming) (?:week|month|year|{_MONTH})", re.IGNORECASE
)
# What belongs to the words of a date though it stands behind them.
_PART = re.compile(r" (morning|afternoon|evening|night)\b", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?(?=\W|$)")
_BEFORE = re.compile(r"([\w’'-]+)[ \u00a0]$")
# Prepositions that a bare date can follow; after "early" and "late" it takes its own.
_TAKES = frozenset("""since until till by from before after of for through to between during
                   around about""".split())  # fmt: skip
_DETERMINERS = frozenset("the a an his her its their our your my that each every time".split())
_VERB_NEXT = re.compile(r" (?:will|would|is|was|has|had|may|could|marks?|brings?|saw|sees)\b")
_ENDS = re.compile(r"\s*(?:[,.;]|$)")
_WEEKEND = re.compile(r"(over|at|on) (?:the|last|this past) weekend", re.IGNORECASE)
# "by the end of the month": the month, or the year, that is meant
_END_OF = re.compile(r"(.*\bthe (?:end|start|beginning|middle) of )(?:the|this) (?:month|year)",
                     re.IGNORECASE)  # fmt: skip
# "Friday's early hours"
_HOURS = re.compile(r" ((?:early|small|late|first|final|opening|closing) \w+)\b")
_DAY_OF_MONTH = re.compile(
    r"(?:(?P<last>(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2}"
    r"(?:st|nd|rd|th)?)|(?:\d{1,2}(?:st|nd|rd|th)? )?(?:early |mid-|late )?"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december))",
    re.IGNORECASE,
)
_STRAY = timedelta(days=1)


def date_edit(mention: DateMention, line: Line, report: Report) -> Edit | None:
    """The edit that makes a relative date absolute.

    English words for a day, a month or a year are replaced ("said today" → "said on 22 November
    2024", "Tuesday's raid" → "the 13 January 2026 raid"); in other languages the date is put in
    brackets behind them.
    Nothing is put inside a direct quotation, and nothing for a date that the words give already
    or that was resolved against nothing known.
    """
    when = mention.when
    start, end = (mention.span.start - line.span.start, mention.span.end - line.span.start)
    words = line.text[start:end]
    if when.anchor in ("absolute", "relative") or not when.known or _inside(line, start, end):
        return None
    if line.language == "en" and report.published is not None and (
        edit := _weekend(words, start, report) or _end_of(words, start, mention)
    ):  # fmt: skip
        return edit
    if _WEEK.fullmatch(words) and report.published is not None:
        date: str | None = week_words(words, report.published, when.zone)
    else:
        date = when_words(when, line.language)
    if date is None or _stray(mention, line, report) or _says_it(words, date, when.precision):
        return None
    if line.language != "en":
        return _bracketed(line, start, end, date) if _whole(words, when.precision) else None
    if not (_DAY.fullmatch(words) or _PERIOD.fullmatch(words)):
        return None  # "in 30 years", "five days a week": counted from what stands elsewhere
    if not _whole(words, when.precision):
        return None
    if possessive := _POSSESSIVE.match(line.text, end):
        return _owning(line, start, possessive.end(), date)
    return _replaced(line, start, end, date, day=_DAY.fullmatch(words) is not None)


def _weekend(words: str, start: int, report: Report) -> Edit | None:
    """ "over the weekend" → "over the weekend before 3 September 2024"."""
    assert report.published is not None
    if not _WEEKEND.fullmatch(words):
        return None
    after = f" before {day_words(report.published, 'UTC')}"
    end = start + len(words)
    return Edit(start=end, end=end, before="", after=after, kind="date")


def _end_of(words: str, start: int, mention: DateMention) -> Edit | None:
    """ "by the end of the month" → "by the end of September 2024"."""
    match, when = _END_OF.fullmatch(words), mention.when
    if match is None or when.latest is None or when.precision not in ("month", "year"):
        return None
    named = day_words(when.latest - _STRAY, when.zone).split(" ", 1)[1]
    after = named if words.lower().endswith("month") else named.split()[1]
    begin = start + len(match[1])
    return Edit(start=begin, end=start + len(words), before=words[len(match[1]) :], after=after,
                kind="date")  # fmt: skip


def year_edit(mention: DateMention, line: Line) -> Edit | None:
    """The edit that adds the year to a numbered day or a month that the words leave without:
    "Oct. 27" → "Oct. 27, 2024", "in January" → "in January 2023". English only; none where the
    sentence gives the year elsewhere."""
    when = mention.when
    start, end = (mention.span.start - line.span.start, mention.span.end - line.span.start)
    words = line.text[start:end]
    match = _DAY_OF_MONTH.fullmatch(words)
    date = when_words(when, "en")
    if line.language != "en" or match is None or date is None or when.anchor != "published":
        return None
    if not _year_sure(mention, line):
        return None
    year = date.rsplit(" ", 1)[1]
    behind = line.text[end : end + 1]
    if _inside(line, start, end) or year in line.text or _modifies(line, start, end):
        return None
    if behind in ("-", "–", "'", "’", "/") or _RANGE.match(line.text, end):
        return None
    after = f", {year}" if match["last"] else f" {year}"
    return Edit(start=end, end=end, before="", after=after, kind="date")


# A numbered day or a month to come is of the next half year; "the decision in March", read as of
# a March to come, was last March's.
_HALF_YEAR = timedelta(days=183)


def _year_sure(mention: DateMention, line: Line) -> bool:
    """True for a day gone by, or one to come soon in a sentence that looks forward."""
    when, published = mention.when, line.published
    if published is None or when.earliest is None or when.latest is None:
        return False
    if when.earliest <= published:
        return published - when.latest < 2 * _HALF_YEAR
    ahead = cues.PLAN.search(line.text) is not None or cues.MAYBE.search(line.text) is not None
    return ahead and when.earliest - published < _HALF_YEAR


# "May 22 and 23", "May 22 to 25": the year belongs behind the last of them
_RANGE = re.compile(
    r" (?:this|last|next|that|of) |,? (?:and|to|or|through|until) \d|\.?,? \d|, [A-Z][a-z]+ \d"
)


def repeated_edit(mention: DateMention, line: Line) -> Edit | None:
    """The edit that drops a weekday told already: "…, the mayor said on Tuesday." """
    start, end = (mention.span.start - line.span.start, mention.span.end - line.span.start)
    if line.language != "en" or not _DAY.fullmatch(line.text[start:end]):
        return None
    front = re.search(r"\b(?:said|told \w+|announced|added|reported|wrote)( on)? $",
                      line.text[:start])  # fmt: skip
    if front is None or _inside(line, start, end) or not _ENDS.match(line.text, end):
        return None
    begin = start - len(" on ") if front[1] else start - 1
    return Edit(start=begin, end=end, before=line.text[begin:end], after="", kind="date")


def _replaced(line: Line, start: int, end: int, date: str, *, day: bool) -> Edit | None:
    """Put the date in the place of the words, with the preposition that English asks for."""
    text = line.text
    if text[end : end + 1] in ("-", "–") or "(" in text[end : end + 2]:
        return None
    if _modifies(line, start, end):
        return None
    matched = _DAY.fullmatch(text[start:end]) if day else None
    edge = matched["edge"] if matched else None
    part = matched["part"] if matched else None
    if day and part is None and (behind := _PART.match(text, end)):
        end, part = behind.end(), behind[1]
    if part is not None:
        date = f"the {part.lower()} of {date}"
    elif text[start:end].lower() == "tonight":
        date = f"the night of {date}"
    before = _BEFORE.search(text[:start])
    word = before[1].lower() if before else ""
    preposition = "on" if day else "in"
    if edge is not None:
        begin = start - len("on ") if word == "on" else start
        return Edit(start=begin, end=end, before=text[begin:end], after=f"{edge} on {date}",
                    kind="date")  # fmt: skip
    if word in ("on", "in") and before is not None:
        begin = before.start() if word != preposition else start
        after = f"{preposition} {date}" if begin != start else date
        if begin == 0:
            after = after[:1].upper() + after[1:]
        return Edit(start=begin, end=end, before=text[begin:end], after=after, kind="date")
    if word in _DETERMINERS or (_is_subject(line, start, end)):
        return None
    bare = word in _TAKES or _MONTH_BEFORE.fullmatch(word) is not None  # "in January this year"
    after = date if bare else f"{preposition} {date}"
    if not text[:start].strip():
        after = after[:1].upper() + after[1:]
    return Edit(start=start, end=end, before=text[start:end], after=after, kind="date")


def _owning(line: Line, start: int, end: int, date: str) -> Edit | None:
    """ "Tuesday's raid" → "the 13 January 2026 raid"."""
    before = _BEFORE.search(line.text[:start])
    if before is not None and before[1].lower() in _DETERMINERS:
        return None
    article = "the" if line.text[:start].strip() else "The"
    if hours := _HOURS.match(line.text, end):  # "Friday's early hours"
        after = f"{article} {hours[1]} of {date}"
        end = hours.end()
        return Edit(start=start, end=end, before=line.text[start:end], after=after, kind="date")
    after = f"{article} {date}"
    return Edit(start=start, end=end, before=line.text[start:end], after=after, kind="date")


def _modifies(line: Line, start: int, end: int) -> bool:
    """True where a date only says which of a thing is meant: "the Saturday debate"."""
    at, last = line.span.start + start, line.span.start + end
    return any(
        t.rel in ("compound", "amod", "nmod") and line.tokens[t.head].start >= last
        and not _PART.match(line.text, end)
        for t in line.tokens if at <= t.start < last and line.tokens[t.head].end > last
    )  # fmt: skip


def _is_subject(line: Line, start: int, end: int) -> bool:
    """True where the date is what the sentence is about: "This year marks ten years …"."""
    if _VERB_NEXT.match(line.text, end):
        return True
    at, last = line.span.start + start, line.span.start + end
    return any(
        t.rel in ("nsubj", "nsubjpass", "attr", "dobj", "poss")
        for t in line.tokens if at <= t.start < last and not at <= line.tokens[t.head].start < last
    )  # fmt: skip


def _bracketed(line: Line, start: int, end: int, date: str) -> Edit | None:
    if "(" in line.text[end : end + 2] or line.text[end : end + 1] in ("-", "–"):
        return None
    wrapped = {"ja": f"（{date}）", "zh": f"（{date}）", "ko": f"({date})"}
    after = wrapped.get(line.language, f" ({date})")
    return Edit(start=end, end=end, before="", after=after, kind="date")


def _stray(mention: DateMention, line: Line, report: Report) -> bool:
    """True for a date that looks the other way than its sentence, or leans on another date.

    Words that look forward to a day gone by, or tell as done what is still to come, were
    resolved wrongly.
    """
    when, published = mention.when, report.published
    words = report.quote(mention.span).lower()
    if words.startswith(("that ", "the same", "same")):
        return True
    if published is None:
        return False
    planned = cues.PLAN.search(line.text) is not None
    if planned and when.latest is not None and when.latest <= published:
        return True
    if when.earliest is None or when.earliest <= published + _STRAY:
        return False
    ahead = planned or cues.MAYBE.search(line.text) is not None
    owning = _POSSESSIVE.match(line.text, mention.span.end - line.span.start) is not None
    if owning and not words.startswith("next"):
        return True  # "calling Monday's drills a warning" is of a Monday gone by
    return _told_as_past(mention, line) or not (ahead or mention.direction == "future")


def _told_as_past(mention: DateMention, line: Line) -> bool:
    """True when the verb that a date hangs on stands in the simple past."""
    at = next((i for i, t in enumerate(line.tokens) if t.end == mention.span.end), None)
    for _ in range(6):
        if at is None or line.tokens[at].head == at:
            break
        at = line.tokens[at].head
        if line.tokens[at].pos == "VERB":
            break
    return at is not None and line.tokens[at].tag == "VBD"


# Words for a month or a year that say which one is meant, seen from the day of the report.
_FROM_TODAY = re.compile(
    rf"\b(?:this|last|next)\b.*\b(?:month|year|{_MONTH})|月|年|월|년|달|해", re.IGNORECASE
)
_MONTH_WORD = re.compile(r"Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|月|월")


def _whole(words: str, precision: str) -> bool:
    """True unless the words for a month or a year count from a date told elsewhere."""
    return precision not in ("month", "year") or _FROM_TODAY.search(words) is not None


def _says_it(words: str, date: str, precision: str) -> bool:
    """True when the words name the date itself: a numbered day, or the year when only that."""
    digits = "".join(c if c.isdigit() else " " for c in words).split()
    if precision == "year":
        return any(len(d) == 4 for d in digits)
    if precision == "month":
        return _MONTH_WORD.search(words) is not None and not _PERIOD.fullmatch(words)
    return bool(digits)


def _inside(line: Line, start: int, end: int) -> bool:
    """True inside a direct quotation."""
    return any(a < end and start < b for a, b in line.inside)
