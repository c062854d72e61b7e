"""Rules that Japanese, Korean and Chinese share: large units first, modifiers before, relations
after. The words differ and are in each language's lexicon; the kinds are the same.
"""

from __future__ import annotations

from dateline.read.dates import builders as make
from dateline.read.dates import clock_builders as times
from dateline.read.dates import east_asian_builders as asian
from dateline.read.dates.compounds import Present, Timeless, rest, since, until
from dateline.read.dates.expressions import (
    Turn,
    Weekday,
)
from dateline.read.dates.grammar import Rule
from dateline.read.dates.intervals import duration_timex
from dateline.read.dates.spans import Between, Stretch

CLASSES = {
    "Y": "YEAR YEARX",
    "ANY": "DATE SHORT YEAR",
    "POINT": "DATE SHORT YEAR DATETIME",
    "G": "GLUE PAREN",
    "TIME": "CLOCK DAYPART CLOCKS",
    "THROUGH": "DASH FROM",
}

RULES = (
    Rule("lengths", "a:LEN b:LEN", asian.lengths, "LEN"),
    Rule("lengths", "a:LEN b:LEN", asian.lengths, "LEN"),
    Rule("working days ahead", "BASIS t:STRETCH G? a:LEN", asian.working),
    Rule("working days", "BASIS a:LEN", asian.working, "LEN"),
    # --- two days of one month, where the first goes without its word for day: 1月13〜14日
    Rule(
        "days of a month",
        "y:Y? G? m:MON (a:DAYNUM|a2:NUM) DASH b:DAYNUM (?!MON)",
        asian.days,
    ),
    Rule(
        "stretch of days",
        "t:STRETCH G? d:DAYNUM",
        lambda g: Stretch(((float(g["d"]), "day"),), g["t"], f"P{g['d']}D"),
    ),
    Rule(
        "days of a month by turn",
        "of:MONTHX G? (a:NUM|a2:DAYNUM) THROUGH b:DAYNUM (TO|UPTO)?",
        asian.days_of_turn,
    ),
    Rule("days by turn", "t:TURN G? d:NUM DASH b:DAYNUM", asian.day_by_turn),
    Rule("days", "a:NUM DASH b:DAYNUM", make.days),
    Rule("months of a year", "y:Y? G? a:NUM DASH b:MON", asian.months),
    Rule("years", "FROMPRE? a:YEAR THROUGH b:LEN (TO|UPTO)?", asian.years),
    Rule("lunar day", "LUNAR G? y:Y? G? m:MON G? d:DAYNUM", asian.lunar),
    Rule("day by turn", "t:TURN G? d:DAYNUM", asian.day_by_turn),
    Rule("every week of a month", "s:EVERY G? NTH G? WEEKUNIT? G? w:WD", asian.every, "SET"),
    Rule("every", "s:EVERY G? (w:WD|m:MON? G? d:DAYNUM?)", asian.every, "SET"),
    Rule("every weekday", "w:WD EACH", asian.every, "SET"),
    # --- year, month, day, weekday
    Rule("weekday and its day", "w:WD PAREN m:MON? G? d:DAYNUM PAREN", make.date),
    Rule("weekday, then its day", "WEEKX? G? w:WD (G? m:MON G?)? d:DAYNUM", make.date),
    Rule("year month day", "y:Y G* m:MON G* d:DAYNUM (G* w:WD PAREN?)?", make.date),
    Rule("same month or year", "l:LIKE (?!G? (DAYNUM|MON))", asian.same_unit),
    Rule("same year", "l:LIKE G? m:MON G? d:DAYNUM?", asian.like),
    Rule(
        "same month", "l:LIKE G? d:DAYNUM", lambda g: asian.like(g) if g["l"] == "month" else None
    ),
    Rule("month day", "m:MON G* d:DAYNUM (G* w:WD PAREN?)?", make.date),
    Rule("day of a month told by turn", "of:MONTHX G* d:DAYNUM (G* WD PAREN?)?", make.day_of),
    Rule("year and month", "y:Y G* m:MON", make.date),
    Rule("day and weekday", "d:DAYNUM G* w:WD PAREN?", make.date),
    Rule("day", "d:DAYNUM", make.date),
    Rule("weekday of a week", "of:WEEKX G* w:WD", make.weekday_in),
    # --- parts of years
    Rule("season of a year", "y:Y G* s:SEASON", make.season),
    Rule("season by turn", "t:TURN G? s:SEASON", make.turned),
    Rule("quarters of a year", "y:Y? G* a:NUM DASH b:QUARTER", asian.quarters),
    Rule("quarter or half of a year", "y:Y G* q:QUARTER", make.year_part),
    Rule("quarter or half of a fiscal year", "y:FISCAL G* q:QUARTER", make.year_part),
    Rule("quarter or half", "q:QUARTER", make.year_part),
    Rule("holiday of a year", "y:Y G* h:HOLIDAY", make.holiday),
    Rule("holiday", "h:HOLIDAY", make.holiday),
    Rule("seasons", "FROMPRE? a:SEASON THROUGH b:SEASON (TO|UPTO)?", asian.seasons),
    Rule("season", "s:SEASON (?=FROM|TO|UPTO|PART|BEFORE|AFTER|AT)", make.season),
    Rule("month by turn", "t:TURN G? m:MON", make.turned),
    Rule("weekday by turn", "t:TURN G? w:WD", make.turned),
    Rule("month", "m:MON", make.date),
    Rule("ordinal lengths of", "of:(DATE|Y|MONTHX) G* n:(NTH|FIRST) G? a:LEN", asian.nth),
    Rule("first quarters", "(y:Y G*)? n:QUARTERS", asian.first_quarters),
    Rule("first months of a year", "FIRST a:LEN", asian.first_months),
    Rule("length before now", "FIRST a:LEN", lambda g: make.stretch(make.Renamed(g, t=-1))),
    Rule("ordinal week of", "of:(DATE|Y|MONTHX) G* n:NTH G? u:WEEKUNIT G? w:WD?", asian.nth),
    Rule("ordinal weekday of", "of:(DATE|Y|MONTHX) G* n:NTH G? w:WD", asian.nth),
    Rule("week number", "(y:Y G?)? n:WEEKNUM", make.week_number),
    # --- whole units
    Rule("stretch", "t:(STRETCH|TURN) G? a:LEN", make.stretch),
    Rule(
        "until now this year",
        "d:(YEARX|MONTHX|WEEKX|YEAR) G? TONOW",
        lambda g: Between(make.expression(g["d"]), Turn("day")),
    ),
    Rule("unit by turn", "x:(YEARX|MONTHX|WEEKX|UNITX)", lambda g: g["x"]),
    Rule("weekend with a holiday", "d:DATE WEEKEND", lambda g: make.weekend_with(g["d"])),
    Rule("year", "y:YEAR", lambda g: make.expression(g["y"])),
    Rule("fiscal year", "y:FISCAL", lambda g: g["y"]),
    Rule("part of", "d:ANY G* p:PART", asian.part_of),
    Rule("week of", "d:DATE G* WEEKOF", lambda g: make.week_with(g["d"])),
    Rule("weekday that far ahead", "a:LEN (LATER|AFTER) G? w:WD", asian.weekday_far(1)),
    Rule("weekday that far back", "a:LEN AGO G? w:WD", asian.weekday_far(-1)),
    Rule("weekday", "w:WD", lambda g: Weekday(g["w"])),
    Rule("rest of", "d:DATE G? r:REST", lambda g: rest(g["d"], sign=g["r"])),
    # --- so long before and after
    Rule(
        "length before a date", "d:POINT (G|FROM)? a:LEN more:MORE? (AGO|BEFORE)", asian.bounded(-1)
    ),
    Rule(
        "length after a date", "d:POINT (G|FROM)? a:LEN more:MORE? (LATER|AFTER)", asian.bounded(1)
    ),
    Rule(
        "within a length from a date",
        "d:POINT FROM a:LEN WITHIN",
        lambda g: make.starting(g["a"], make.expression(g["d"])),
    ),
    Rule(
        "length from a date on",
        "d:POINT FROM a:LEN",
        lambda g: make.starting(g["a"], make.expression(g["d"])),
    ),
    Rule("ago", "a:LEN AGO", lambda g: make.shifted(g["a"], -1)),
    Rule("length before", "AGO a:LEN", lambda g: make.stretch(make.Renamed(g, t=-1))),
    Rule("from now", "a:LEN (LATER|AFTER)", lambda g: make.shifted(g["a"], 1)),
    Rule("within", "a:LEN WITHIN", lambda g: make.within(g["a"])),
    Rule("in", "a:LEN SOON", lambda g: make.shifted(g["a"], 1)),
    # --- clock times
    Rule("clock time of a day part", "p:DAYPART G? h:CLOCK", times.clock, "CLOCK"),
    Rule(
        "clock range",
        "FROMPRE? a:CLOCK (THROUGH|AND) b:CLOCK (TO|UPTO)? (AMONG|BETWEENX)?",
        times.clocks,
        "CLOCKS",
    ),
    Rule("date and time", "date:DATE G* time:TIME", times.timed, "DATETIME"),
    # --- ranges and open ends
    Rule(
        "until now",
        "FROMPRE? d:ANY G? (FROM|SINCE)? TONOW",
        lambda g: Between(make.expression(g["d"]), Turn("day")),
    ),
    Rule("range", "FROMPRE? a:ANY G? BEGIN? THROUGH G? b:ANY G? (TO|UPTO)? AMONG?", make.between),
    Rule("range", "a:ANY AND b:ANY (BETWEENX|AMONG)", make.between),
    Rule(
        "range of times",
        "FROMPRE? a:DATETIME THROUGH b:DATETIME (TO|UPTO)? AMONG?",
        make.between,
        "DATETIME",
    ),
    Rule("until a time", "d:DATETIME BEFORE", lambda g: until(g["d"]), "DATETIME"),
    Rule("since a time", "d:DATETIME (AFTER|SINCE|FROM)", lambda g: since(g["d"]), "DATETIME"),
    Rule("as early as", "EARLIEST G? d:ANY", lambda g: asian.not_before(g["d"])),
    Rule("at the latest", "LATEST G? d:ANY", lambda g: until(make.expression(g["d"]), whole=True)),
    Rule("since", "FROMPRE d:ANY G? BEGIN", lambda g: since(make.expression(g["d"]))),
    Rule("since", "FROMPRE? d:ANY G? (SINCE|FROM)", lambda g: since(make.expression(g["d"]))),
    Rule("after", "d:ANY G? (AFTER|LATER)", lambda g: since(make.expression(g["d"]), after=True)),
    Rule("up to", "d:ANY G? (UPTO|TO)", lambda g: until(make.expression(g["d"]), whole=True)),
    Rule("before", "d:ANY G? (BEFORE|AGO)", lambda g: until(make.expression(g["d"]))),
    Rule("numeric date", "d:SHORT", lambda g: g["d"]),
    # --- the rest: references, repeated times, lengths, bare clock times
    Rule(
        "reference",
        "r:REFERENCE",
        lambda g: Present() if g["r"] == "PRESENT_REF" else Timeless(g["r"]),
    ),
    Rule("every so long", "a:LEN EACH", lambda g: Timeless(duration_timex(g["a"])), "SET"),
    Rule("length", "a:LEN", lambda g: Timeless(duration_timex(g["a"])), "DURATION"),
    Rule("time of day", "t:(CLOCK|CLOCKS|DAYPART)", lambda g: g["t"], "TIMEALONE"),
)
