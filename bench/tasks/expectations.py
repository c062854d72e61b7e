"""Forecast questions read as expectations: the statement and the due date.

Data: the question bank of ForecastBench (https://github.com/forecastingresearch/forecastbench,
CC BY-SA 4.0; the questions of markets and forecasting sites in its question sets), JSON Lines
with ``question``, ``market_info_open_datetime`` and ``market_info_close_datetime``. Only the
question's own words and the day it was asked are given to the reader; the close date is gold.

A question *names* a date when its words hold a year from 2000 to 2199, the name of a month, a
quarter, "today", "tomorrow", or a "this"/"next"/"end of" with a unit of time (a regular
expression, independent of the reader under test). Its due date is right when the market's
close lies in the interval that was read, or within a week of its end: markets close when the
matter is settled or a little after.

``parsed``     share of all questions with a statement and a right due: one that agrees with the
               close where the question names a date, none at all where it names none.
``statement``  share with a statement: a yes-or-no question put as one, or a headline without
               its question mark.
``due_named``  share of right dues among the questions that name a date.
``named``      share of questions that name a date.
``due_end``    the same as ``due_named``, counting only those whose interval ends within a week
               of the close: stricter, and unfair to markets that closed early.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

from dateline.config import Options
from dateline.engines import load_engines
from dateline.engines.ports import Parser
from dateline.expect.question import read_question
from dateline.read.dates import find_dates
from dateline.records import (
    Block,
    Expectation,
    Made,
    Parse,
    Reading,
    Report,
    Sentence,
    Span,
    content_id,
)

SLACK = timedelta(days=7)
_NAMES = re.compile(
    r"(?<!\d)2[01]\d\d\b|\b(january|february|march|april|may|june|july|august|september|october"
    r"|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b(?!['’])"
    r"|\bQ[1-4]\b|\b(today|tomorrow|tonight)\b"
    r"|\b(this|next|end of|end of the) (week|month|quarter|year|decade|century|summer|spring"
    r"|autumn|fall|winter)\b",
    re.IGNORECASE,
)
_MAY = re.compile(r"\bmay\b(?! \d)", re.IGNORECASE)
_MADE = Made(stage="read", version=1)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the task's own options."""
    parser.add_argument("--limit", type=int, default=0, help="read only the first N questions")
    parser.add_argument("--show", action="store_true", help="print what was not parsed")


def run(data: Path | None, args: argparse.Namespace) -> dict[str, float]:
    """Measure on the questions of the file ``data``."""
    if data is None:
        raise SystemExit("expectations: give the file of questions with --data")
    rows = [json.loads(line) for line in data.read_text(encoding="utf-8").splitlines() if line]
    rows = rows[: args.limit] if args.limit else rows
    engines = load_engines(Options.model_validate({"db": ":memory:"}))
    parser = engines.parser_for("en")
    if parser is None:
        raise SystemExit("expectations: no English parser is installed")
    counts: Counter[str] = Counter()
    for number, row in enumerate(rows, 1):
        text = str(row["question"]).strip()
        opened, closed = (
            _time(row["market_info_open_datetime"]),
            _time(row["market_info_close_datetime"]),
        )
        found = _read(text, opened, parser)
        named = bool(_NAMES.search(_MAY.sub("", text)))
        statement = found is not None and bool(found.statement)
        due = _right(found, closed) if named else found is None or not found.due.known
        counts["statement"] += statement
        counts["named"] += named
        counts["due_named"] += named and due
        counts["due_end"] += named and _ends(found, closed)
        counts["parsed"] += statement and due
        if args.show and not (statement and due):
            interval = (found.due.earliest, found.due.latest) if found else None
            print(closed.date(), named, interval, text, file=sys.stderr)
        if number % 250 == 0:
            print(f"{number} of {len(rows)}", file=sys.stderr)
    total, named_total = max(1, len(rows)), max(1, counts["named"])
    return {
        "questions": float(len(rows)),
        "parsed": counts["parsed"] / total,
        "statement": counts["statement"] / total,
        "named": counts["named"] / total,
        "due_named": counts["due_named"] / named_total,
        "due_end": counts["due_end"] / named_total,
    }


def _read(text: str, opened: datetime, parser: Parser) -> Expectation | None:
    report = Report(
        id=content_id("rep", text, opened),
        key=text,
        text=text,
        blocks=(Block(kind="paragraph", start=0, end=len(text)),),
        retrieved=opened,
        published=opened,
        language="en",
        made=_MADE,
    )
    span = Span(report=report.id, start=0, end=len(text))
    (tokens,) = parser.parse([text], "en")
    reading = Reading(
        report=report.id,
        language="en",
        made=_MADE,
        sentences=(Sentence(span=span, block=0),),
        dates=find_dates(
            text, "en", report=report.id, published=opened, zone="UTC", sentences=[span]
        ),
        parses=(Parse(sentence=0, tokens=tokens),),
    )
    return read_question(report, reading, opened)


def _right(found: Expectation | None, closed: datetime) -> bool:
    if found is None or found.due.latest is None:
        return False
    first, last = found.due.earliest, found.due.latest
    return (first is None or first - SLACK <= closed) and closed <= last + SLACK


def _ends(found: Expectation | None, closed: datetime) -> bool:
    return (
        _right(found, closed)
        and found is not None
        and found.due.latest is not None
        and (abs(found.due.latest - closed) <= SLACK)
    )


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)
