"""The English grammar of dates: its rules, in the order in which they fold."""

from __future__ import annotations

from dataclasses import replace

from dateline.read.dates import builders as make
from dateline.read.dates.english_relations import OFFSETS, PARTS, RANGES, REPEATED, TIMES
from dateline.read.dates.english_words import tokens_of
from dateline.read.dates.expressions import (
    Calendar,
    Context,
    Expression,
    Turn,
    Weekday,
    Weekend,
    Wrapped,
    partly,
)
from dateline.read.dates.grammar import Builder, Grammar, Groups, Rule
from dateline.read.dates.holidays import Holiday
from dateline.read.dates.intervals import Interval, unit_interval

# Sets of kinds that patterns name as one.
CLASSES = {
    "UNIT": "UNITONE UNITS DAYUNIT WEEKWORD WEEKENDWORD MONTHWORD YEARWORD CENTURY",
    "DAYOF": "DAYUNIT",
    "N": "SMALL NUM CARD A FEW DECIMAL",  # a count
    "INT": "SMALL NUM CARD",
    "DAYNUM": "SMALL NUM ORD ORDNUM CARD SECOND",
    "MONTH": "MON MAYMODAL",
    "WD": "WEEKDAY WEEKABBR",
    "NTH": "ORD ORDNUM ENDMOST SECOND",
    "TURN": "THIS LAST NEXT",
    "POINT": "DATE SHORT YEAR DATETIME",
    "FORWARD": "DATE SHORT YEAR",
    "THROUGH": "TO DASH TILL",
    "JOIN": "TO DASH TILL AND",
    "HOURNUM": "CLOCK SMALL CARD",
    "PLAINHOUR": "CLOCK SMALL CARD",
    "TIME": "CLOCK CLOCKP DAYPART CLOCKS",
    "ANYCLOCK": "CLOCK CLOCKP",
    "GLUE": "COMMA OF IN",
    "MARK": "COMMA DASH SLASH",
}  # fmt: skip


def _numeric_turn(g: Groups) -> Expression | None:
    date = g["d"]
    if not isinstance(date, Calendar) or date.year is not None:
        return None
    return replace(date, turn=make.turn_number(g["t"]))


def _to_today(whole: Interval, context: Context) -> Interval:
    return replace(whole, end=unit_interval(context.need(whole.timex), "day").end)


def _weekday_day(g: Groups) -> Expression | None:
    return make.date(g) if g["d"] > 12 else None  # smaller ones are rather hours


def _unit_of_now(turn: int) -> Builder:
    def build(g: Groups) -> Expression | None:
        unit = g["u"]
        return None if unit in make.CLOCK_UNITS else Turn(unit, turn)

    return build


def _told(turn: int) -> Builder:
    def build(g: Groups) -> Expression | None:
        unit = g["u"]
        return None if unit in make.CLOCK_UNITS else Turn(unit, turn, anchor="context")

    return build


LENGTHS = (
    Rule("half a unit", "HALFWORD A? u:UNIT", lambda g: ((0.5, g["u"]),), "LEN"),
    Rule("length", "n:N (ADJ|DASH)? u:UNIT", make.amount, "LEN"),
    Rule(
        "length and a half",
        "a:LEN AND A? HALFWORD",
        lambda g: ((g["a"][0][0] + 0.5, g["a"][0][1]),),
        "LEN",
    ),
    Rule(
        "length and a half",
        "n:N AND A? HALFWORD u:UNIT",
        lambda g: ((g["n"] + 0.5, g["u"]),),
        "LEN",
    ),
    Rule("dozens of units", "VAGUEN OF? u:UNIT", lambda g: ((-1.0, g["u"]),), "LEN"),
    Rule("lengths", "a:LEN (AND|COMMA)? b:LEN", lambda g: g["a"] + g["b"], "LEN"),
    Rule("lengths", "a:LEN (AND|COMMA)? b:LEN", lambda g: g["a"] + g["b"], "LEN"),
)

DAYS = (
    Rule(
        "month day to month day",
        "FROM? m:MONTH a:DAYNUM JOIN THE? b:DAYNUM (?!OF|MONTH) COMMA? y:YEAR?",
        make.days,
    ),
    Rule(
        "days of a month",
        "(FROM|BETWEEN)? THE? a:DAYNUM JOIN THE? b:DAYNUM OF? m2:MONTH GLUE? y:YEAR?",
        make.days,
    ),
    Rule(
        "weekday, day month year",
        "w:WD COMMA? THE? d:DAYNUM DAYOF? OF? MARK? m:MONTH (GLUE|MARK)? y:YEAR?",
        make.date,
    ),
    Rule(
        "weekday, month day, year",
        "w:WD (MARK|PAREN)* m:MONTH MARK? THE? d:DAYNUM GLUE* y:YEAR?",
        make.date,
    ),
    Rule("month day year", "m:MONTH MARK? THE? d:DAYNUM (GLUE|MARK)* y:YEAR", make.date),
    Rule("year month day", "y:YEAR MARK? m:MONTH MARK? d:DAYNUM", make.date),
    Rule("day month year", "THE? d:DAYNUM DAYOF? OF? MARK? m:MONTH (GLUE|MARK)? y:YEAR", make.date),
    Rule("turned day and month", "t:TURN d:DAYNUM OF? m:MONTH", make.turned),
    Rule("month day", "m:MONTH MARK? THE? d:DAYNUM", make.date),
    Rule("day month", "THE? d:DAYNUM DAYOF? OF? MARK? m:MONTH", make.date),
    Rule("year month day in numbers", "y:YEAR m:SMALL d:INT", make.date),
    Rule("turned numeric date", "t:TURN w:WD? d:SHORT", _numeric_turn),
    Rule("weekday and numeric date", "w:WD COMMA? d:SHORT", lambda g: g["d"]),
    Rule("weekday and numeric date", "w:WD COMMA? d:DATE", lambda g: g["d"]),
    Rule("weekday and day", "w:WD THE? d:ORDNUM", make.date),
    Rule("weekday and day", "w:WD THE d:ORD", make.date),
    Rule("weekday and day", "w:WD d:INT (?!UNIT|AMPM|DASH|TO|MONTH|OCLOCK|IN|COMMA)", _weekday_day),
    Rule(
        "the day",
        "(?<=ON|BY|FROM|TILL|SINCE|BEFORE|AFTER) THE d:ORDNUM (?!UNIT|OF|MONTH|CENTURY)",
        make.date,
    ),
    Rule(
        "day of a turned month",
        "THE? d:DAYNUM DAYOF? (OF|IN)? t:TURN u:MONTHWORD",
        lambda g: make.numbered_day(Turn("month", make.turn_number(g["t"])), int(g["d"])),
    ),
    Rule("turned month", "t:TURN m:MON", make.turned),
    Rule("month of a year", "m:MONTH (GLUE|DASH)* y:YEAR", make.date),
    Rule("year and month", "y:YEAR (DASH|SLASH)? m:MON", make.date),
    Rule("decade", "THE? d:DECADE", make.decade),
    Rule("century", "THE? n:NTH CENTURY", make.century_of),
    Rule("fiscal year", "THE? FISCAL y:INT", make.fiscal),
    Rule("fiscal year", "THE? FISCAL y:YEAR", make.fiscal),
    Rule("turned fiscal year", "THE? t:TURN FISCAL", make.fiscal),
    Rule("calendar year", "CALYEAR y:INT", lambda g: Calendar(make.century(int(g["y"])))),
    Rule("year by name", "THE? YEARWORD OF? y:YEAR", lambda g: Calendar(g["y"])),
    Rule("years", "(FROM|BETWEEN)? THE? a:YEAR THROUGH b:YEAR", make.years),
    Rule("years", "THE? a:YEAR DASH b:NUM", make.years),
    Rule("years", "BETWEEN THE? a:YEAR AND b:YEAR", make.years),
)

TURNS = (
    Rule(
        "week of", "THE WEEKWORD (OF|BEGINNING|STARTING) d:DATE", lambda g: make.week_with(g["d"])
    ),
    Rule("unit after next", "THE? u:UNIT AFTERNEXT", _unit_of_now(2)),
    Rule("unit before last", "THE? u:UNIT BEFORELAST", _unit_of_now(-2)),
    Rule("stretch", "(IN|OVER|FOR|DURING)? THE? t:(TURN|FOLLOWING) a:LEN", make.stretch),
    Rule("stretch", "n:N t:TURN u:UNITS", make.stretch),
    Rule("coming units", "(IN|OVER|DURING)? THE? t:TURN u:UNITS", make.stretch),
    Rule("units ahead", "(IN|OVER|DURING)? THE u:UNITS t:AHEADWORD", make.stretch),
    Rule("coming units", "(IN|OVER|DURING)? THE? t:TURN VAGUEN OF? u:UNIT", make.stretch),
    Rule(
        "weekday of a week",
        "w:WD MARK? (OF|IN)? THE? t:TURN WEEKWORD",
        lambda g: Weekday(g["w"], make.turn_number(g["t"])),
    ),
    Rule(
        "weekday in a week",
        "THE? t:TURN WEEKWORD (MARK|ON)? w:WD",
        lambda g: Weekday(g["w"], make.turn_number(g["t"])),
    ),
    Rule(
        "weekday of the following week",
        "w:WD OF? THE? FOLLOWING WEEKWORD",
        lambda g: Weekday(g["w"], 1),
    ),
    Rule("following weekday", "THE? FOLLOWING w:WD", lambda g: Weekday(g["w"], 1)),
    Rule("turned weekday", "THE? t:TURN w:WD", make.turned),
    Rule("turned season", "THE? t:TURN s:SEASON", make.turned),
    Rule("length until now", "(OVER|DURING|FOR) THE t:LAST u:UNIT", make.until_now),
    Rule("turned unit", "THE? t:TURN u:UNIT", make.turned),
    Rule("turned holiday", "t:TURN h:HOLIDAY", make.holiday),
    Rule("following holiday", "FOLLOWING h:HOLIDAY", lambda g: Holiday(g["h"], None, 1)),
    Rule(
        "holiday weekend",
        "h:HOLIDAY GLUE? y:YEAR? WEEKENDWORD",
        lambda g: make.weekend_with(make.holiday(g)),
    ),
    Rule(
        "weekend of a holiday",
        "THE? WEEKENDWORD OF h:HOLIDAY (GLUE? y:YEAR)?",
        lambda g: make.weekend_with(make.holiday(g)),
    ),
    Rule("holiday of a year", "h:HOLIDAY GLUE? y:YEAR", make.holiday),
    Rule("holiday", "h:HOLIDAY", make.holiday),
    Rule("following unit", "THE? FOLLOWING u:UNIT", _told(1)),
    Rule("unit before", "THE u:UNIT BEFORE (?!YEAR|DATE)", _told(-1)),
    Rule("same unit", "SAME u:UNIT", _told(0)),
    Rule("unit to date", "THE? u:UNIT TODATE", lambda g: Wrapped(Turn(g["u"]), _to_today)),
)

ATOMS = (
    Rule("over the weekend", "OVER THE WEEKENDWORD", lambda g: Weekend()),
    Rule("the weekend", "THE WEEKENDWORD (?!OF DATE)", lambda g: Turn("weekend")),
    Rule("weekend", "(?<!DATE)WEEKENDWORD (?!OF DATE)", lambda g: Turn("weekend")),
    Rule("year-end", "YEAREND", lambda g: Calendar(None, 12, 31)),
    Rule("numbered week", "WEEKWORD n:INT (OF|IN) y:FORWARD", make.week_number),
    Rule("numbered week", "WEEKWORD n:INT", make.week_number),
    Rule("quarter of a year", "q:QUARTER (GLUE|DASH)? THE? y:FORWARD", make.year_part),
    Rule("year and quarter", "y:FORWARD (DASH|POSS)? q:QUARTER", make.year_part),
    Rule("quarter", "q:QUARTER", make.year_part),
    Rule("year's quarter", "y:DATE POSS n:NTH u:UNIT", make.year_part),
    Rule("season of a year", "(IN|OF)? THE? s:SEASON (GLUE)? y:FORWARD", make.season),
    Rule("season", "INTHE s:SEASON", make.season),
    Rule(
        "season with a part",
        "THE? p:PART (OF|IN|DASH)? THE? s:SEASON",
        lambda g: partly(make.season(g), g["p"]),
    ),
    Rule(
        "the unit",
        "THE u:UNIT (?!OF DATE)",
        lambda g: None if g["u"] in (*make.CLOCK_UNITS, "day") else Turn(g["u"]),
        "THEUNIT",
    ),
    Rule("day beside a date", "n:TOLD d:DATE", lambda g: make.next_to("day", g["n"], g["d"])),
    Rule("month", "m:MON", make.date),
    Rule("ordinal weekday of", "THE? n:NTH w:WD (OF|IN) of:FORWARD", make.nth),
    Rule("weekday", "w:WD", lambda g: Weekday(g["w"])),
    Rule("day of now", "d:DAYWORD", lambda g: Turn("day", g["d"])),
    Rule("day told of", "d:TOLD", lambda g: Turn("day", g["d"], anchor="context")),
)

GRAMMAR = Grammar(
    "en", (*LENGTHS, *DAYS, *TURNS, *ATOMS, *PARTS, *OFFSETS, *TIMES, *RANGES, *REPEATED), CLASSES
)

__all__ = ["GRAMMAR", "tokens_of"]
