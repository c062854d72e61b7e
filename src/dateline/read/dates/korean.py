"""The Korean lexicon of dates; the rules are the shared ones."""

from __future__ import annotations

import re
from typing import Any

from dateline.read.dates import east_asian
from dateline.read.dates.compounds import Clock, DayPart, FiscalYear, Years
from dateline.read.dates.expressions import Turn
from dateline.read.dates.grammar import Grammar
from dateline.read.dates.holidays import names
from dateline.read.dates.lexicon import Lexicon, Row, words
from dateline.read.dates.numbers import KOREAN_NATIVE, korean_number

_SINO = r"(?:\d{1,4}|[일이삼사오육칠팔구십백천유시]{1,7})"
_NATIVE = words(*[word for word in KOREAN_NATIVE if word not in ("하나", "둘", "셋", "넷")])
_N = rf"(?:{_SINO}|{_NATIVE})"
_DAYS = {c: i for i, c in enumerate("월화수목금토일")}
_DAY_WORDS = {"하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7,
              "여드레": 8, "아흐레": 9, "열흘": 10, "보름": 15}  # fmt: skip
# 3일 is the 3rd; 3일간, 3일 전, 3일 만에 are lengths.
_SPAN = r"(?=\s?(?:간(?!의\s?격)|전|후|뒤|이내|내(?:에|로|$|\s)|안에|동안|만에|째|이상|연속|정도|가량|남짓|앞으로))"
_HOLIDAYS = names("korean")
_ORDINALS = {"첫": 1, "두": 2, "둘": 2, "세": 3, "셋": 3, "네": 4, "넷": 4, "다섯": 5}


def _front(text: str) -> int | None:
    found = re.match(rf"\s*(?:약\s?)?(\d{{1,4}}|{_NATIVE}|{_SINO})", text)
    return korean_number(found[1]) if found else None


def _ranged(low: int, high: int) -> Any:
    def value(text: str) -> int | None:
        number = _front(text)
        return number if number is not None and low <= number <= high else None

    return value


def _year(text: str) -> int | None:
    number = _front(text)
    if number is not None and number < 100:
        return number + (2000 if number < 50 else 1900)
    return number


def _amount(unit: str) -> Any:
    def value(text: str) -> Any:
        number = _front(text)
        return None if number is None else ((float(number), unit),)

    return value


def _clock(text: str) -> Clock | None:
    found = re.match(
        rf"({_NATIVE}|\d{{1,2}}|{_SINO})\s?시(?:\s?(?:({_SINO})\s?분|(반)))?(?:\s?({_SINO})\s?초)?",
        text,
    )
    if found is None:
        return None
    hour = korean_number(found[1])
    minute = 30 if found[3] else korean_number(found[2]) if found[2] else None
    second = korean_number(found[4]) if found[4] else None
    if hour is None or hour > 24 or (minute or 0) > 59 or (second or 0) > 59:
        return None
    return Clock(hour % 24, minute, second)


def _decade(text: str) -> Years | None:
    found = re.search(r"\d+", text)
    if found is None:
        return None
    first = int(found[0])
    first += 1900 if first < 100 else 0
    return Years(first, 10, "decade", f"{first // 10:03d}")


def _century(text: str) -> Years | None:
    number = _front(text)
    if not number or number > 30:
        return None
    return Years((number - 1) * 100, 100, "century", f"{number - 1:02d}")


def _fiscal(text: str) -> FiscalYear | None:
    year = _year(text)
    return None if year is None else FiscalYear(year)


def _length(unit: str, pattern: str) -> list[Row]:
    return [
        ("LEN", rf"(?<![\w.]){_N}\s?{pattern}", _amount(unit)),
        ("LEN", rf"(?:수|몇)\s?{pattern}", ((-1.0, unit),)),
    ]


ROWS: tuple[Row, ...] = (
    ("GAP", r"일본|일부|일제히|일정|월드컵|이번에|이번엔|오늘날|한일|전년\s?(?:동기|대비)|전후|직전|오전히|지난해\s?대비|한번|제일|시작", None),
    ("FISCAL", r"(?<!\d)\d{4}\s?회계연도", _fiscal),
    ("DATE", r"(?:[12]\d)?\d0년대", _decade), ("DATE", rf"{_N}\s?세기", _century),
    ("YEAR", r"(?<!\d)[12]\d{3}\s?년(?!간|대|\s?만에)", _year), ("YEAR", r"(?<!\d)[12]\d{3}(?=\s?[-~–—]\s?[12]?\d{1,3}년)", _year),
    ("YEAR", r"(?:이천|천구백)[일이삼사오육칠팔구십]{0,5}\s?년", _year),
    ("YEAR", rf"(?<!\d)\d\d년(?=\s?{_SINO}\s?월)", _year),
    *_length("month", r"개월\s?(?:간|동안)?"), ("LEN", rf"(?<!\w)(?:한|두|석|세|넉|네|다섯|여섯)\s?달\s?(?:간|동안)?", _amount("month")),
    ("LEN", r"(?<!\w)반년", ((6.0, "month"),)), ("LEN", r"(?<!\w)반세기", ((50.0, "year"),)),
    ("WEEKNUM", rf"(?<!\w)(?:[1-5]\d|[6-9])(?:번째\s?)?\s?주(?!\s?(?:간|일|동안|전|후|뒤|내|이내|안))", _ranged(6, 53)),
    *_length("week", r"주(?:일|간)?(?!년|요|식|말|택|민|년|도|장|석|의|가|를|로|는|와|권)\s?(?:간|동안)?"), ("LEN", r"(?<!\w)일주일", ((1.0, "week"),)),
    *_length("hour", r"시간(?:\s?반)?"), *_length("minute", r"분(?!기|의|야|석|들|쟁|이)\s?(?:간|동안)?"),
    ("LEN", rf"영업일\s?기준(?:으로)?\s?{_N}일|{_N}\s?영업일", lambda t: ((float(_front(re.sub(r"\D*(?=\d)", "", t)) or 0), "businessday"),)),
    ("MON", rf"(?<!\w){_SINO}\s?월(?!드|급|세|요|등)|(?<=[년해]){_SINO}월|(?<=부터)\d{{1,2}}월", _ranged(1, 12)),
    ("LEN", rf"(?<![\w.]){_SINO}\s?일{_SPAN}(?:\s?(?:간|동안))?", _amount("day")),
    ("DAYNUM", rf"(?:(?<![\w.])|(?<=[월부터])){_SINO}\s?일(?!본|자리|러|대|상|괄|제|정|반|당|행|시)", _ranged(1, 31)),
    ("DAYNUM", rf"(?<=월)\s?\d{{1,2}}(?=\s?[-~,·]\s?\d{{1,2}}일)", _ranged(1, 31)),
    ("LEN", "(?:" + "|".join(_DAY_WORDS) + r")\s?(?:간|동안)?", lambda t: ((float(_DAY_WORDS[re.match(r"[가-힣]+?(?=\s|간|동안|$)", t)[0]]), "day"),)),
    *_length("year", r"년\s?(?:간|동안)?(?!대|도|생|째)"), *_length("second", "초(?=\\s|간|$)"),
    ("UNITX", r"이번\s?주말|주말", Turn("weekend", 0)), ("UNITX", r"다음\s?주말|다음\s?주\s?주말", Turn("weekend", 1)), ("UNITX", r"지난\s?주말", Turn("weekend", -1)),
    ("WEEKX", r"지지난\s?주|저저번\s?주", Turn("week", -2)), ("WEEKX", r"다다음\s?주", Turn("week", 2)),
    ("WEEKX", r"(?:지난|저번|전)\s?주(?!\s?(?:년|요|도))(?:의)?", Turn("week", -1)), ("WEEKX", r"(?:다음|내)\s?주(?!년|머|도|부|장)(?:의)?", Turn("week", 1)),
    ("WEEKX", r"(?:이번|금)\s?주(?!년|의보)(?:의)?", Turn("week", 0)), ("WEEKX", r"그\s?주(?=\s|에)|같은\s?주", Turn("week", 0, anchor="context")),
    ("EVERY", r"매주", "P1W"), ("EVERY", "매일(?!경제|신문)", "P1D"), ("EVERY", "매월|매달", "P1M"), ("EVERY", "매년|해마다", "P1Y"),
    ("WD", r"[월화수목금토일]요일", lambda t: _DAYS[t[0]]), ("WD", r"(?<=\()[월화수목금토일](?=\))", lambda t: _DAYS[t]),
    ("YEARX", r"재작년|지지난\s?해", Turn("year", -2)), ("YEARX", r"지난\s?해|작년|전년(?!\s?대비)", Turn("year", -1)), ("YEARX", r"(?<!\w)올\s?해|금년|(?<!\w)올(?=\s?(?:상|하|초|연|[1-4]분기|봄|여름|가을|겨울|\d))|이번\s?해", Turn("year", 0)),
    ("YEARX", r"내후년", Turn("year", 2)), ("YEARX", r"내년|다음\s?해|명년", Turn("year", 1)), ("YEARX", r"이듬해", Turn("year", 1, anchor="context")), ("LIKE", r"같은\s?해|그해", "year"),
    ("LIKE", r"같은\s?달", "month"), ("MONTHX", r"지지난\s?달", Turn("month", -2)), ("MONTHX", r"다다음\s?달", Turn("month", 2)),
    ("MONTHX", r"지난\s?달|저번\s?달|전월", Turn("month", -1)), ("MONTHX", r"다음\s?달|내달", Turn("month", 1)), ("MONTHX", r"이번\s?달|이달|이\s달|금월", Turn("month", 0)),
    ("DATETIME", r"오늘\s?(?:밤|저녁)", DayPart("EV", Turn("day"))), ("DATETIME", r"어젯밤|어제\s?밤|지난밤|간밤", DayPart("NI", Turn("day", -1))), ("DATETIME", r"오늘\s?아침", DayPart("MO", Turn("day"))),
    ("DATE", "그끄저께|그끄제", Turn("day", -3)), ("DATE", "그저께|그제", Turn("day", -2)), ("DATE", "어제|어저께|전날(?=\\s?밤)", Turn("day", -1)), ("DATE", "오늘(?!날)|금일", Turn("day", 0)),
    ("DATE", "글피", Turn("day", 3)), ("DATE", "내일모레|모레", Turn("day", 2)), ("DATE", r"(?<!\w)내일(?!신문)", Turn("day", 1)),
    ("DATE", r"(?:그\s?)?다음\s?날|이튿날|익일", Turn("day", 1, anchor="context")), ("DATE", r"전날", Turn("day", -1, anchor="context")), ("DATE", r"같은\s?날|이날|당일|그날", Turn("day", 0, anchor="context")),
    ("UNITX", r"이번\s?분기|금분기", Turn("quarter")), ("UNITX", r"지난\s?분기|전\s?분기|직전\s?분기", Turn("quarter", -1)), ("UNITX", r"다음\s?분기", Turn("quarter", 1)),
    ("UNITX", r"이번\s?세기|금세기", Turn("century")), ("UNITX", r"지난\s?세기", Turn("century", -1)),
    ("QUARTER", r"(?:제\s?)?[1-4]\s?[/·]?4?\s?분기", lambda t: ("quarter", int(re.search(r"[1-4]", t)[0]))), ("QUARTER", "상반기|전반기", ("half", 1)), ("QUARTER", "하반기|후반기", ("half", 2)),
    ("NTH", r"(?:의\s?)?(?:첫|두|둘|세|셋|네|넷|다섯)\s?(?:번째|째)\s?|(?:의\s?)?첫\s?(?=주|날|달|[월화수목금토일]요)", lambda t: _ORDINALS[re.search("첫|두|둘|세|셋|네|넷|다섯", t)[0]]),
    ("NTH", r"(?:의\s?)?마지막\s?|(?:의\s?)?최종\s?", -1), ("NTH", r"제?[1-5](?:번)?째\s?", lambda t: int(re.search(r"\d", t)[0])),
    ("HOLIDAY", words(*_HOLIDAYS), lambda t: _HOLIDAYS[t]),
    ("SEASON", r"(?<!\w)봄(?!베)", "SP"), ("SEASON", "여름", "SU"), ("SEASON", "가을", "FA"), ("SEASON", "겨울", "WI"),
    ("TURN", r"이번(?=\s?(?:봄|여름|가을|겨울|[월화수목금토일]요|\d{1,2}월))", 0), ("TURN", r"지난(?=\s?(?:봄|여름|가을|겨울|[월화수목금토일]요|\d{1,2}월|\d{1,2}일(?!간|\s동)))|저번(?=\s?[월화수목금토일]요)", "past"),
    ("TURN", r"(?:다음|오는|다가오는|돌아오는)(?=\s?(?:봄|여름|가을|겨울|[월화수목금토일]요|\d{1,2}월|\d{1,2}일))", "coming"),
    ("PART", r"상순|초순", "ten1"), ("PART", "중순", "ten2"), ("PART", "하순", "ten3"), ("PART", "전반(?!기|적)", "half1"), ("PART", "후반(?!기)", "half2"),
    ("PART", r"연?초(?:반|기|에)?(?=\s|에|부|까|쯤|,|$|로|의)", "start"), ("PART", r"중반|(?<=년\s)중", "mid"), ("PART", r"연?말(?=\s|에|까|쯤|,|$|부|로|께|경|의)", "end"),
    ("DATE", r"연말", east_asian.in_part(Turn("year"), "finish")), ("DATE", r"연초|새해\s?초", east_asian.in_part(Turn("year"), "begin")), ("DATE", r"월말", east_asian.in_part(Turn("month"), "end")),
    ("DATE", r"연내", Turn("year")),
    ("DAYPART", r"새벽", DayPart("EM")), ("DAYPART", r"오전|아침", DayPart("MO")), ("DAYPART", r"정오", DayPart("MI")), ("DAYPART", r"오후", DayPart("AF")), ("DAYPART", r"저녁", DayPart("EV")), ("DAYPART", r"심야|한밤|(?<!\w)밤(?=\s|에|\d|1)", DayPart("NI")),
    ("CLOCK", rf"(?<![\w.])(?:{_NATIVE}|\d{{1,2}}|[일이삼사오육칠팔구십영]{{1,3}})\s?시(?!간|장|민|작|대|도|의회|즌|청|위|설|스|행|리|험|절|기)(?:\s?(?:{_SINO}\s?분|반))?(?:\s?{_SINO}\s?초)?", _clock),
    ("STRETCH", r"지난(?=\s?(?:수|몇|\d|한|두|세|네|석|넉|[이삼사오육칠팔구십]+\s?(?:년|개|주)|하루|이틀|사흘|나흘|열흘|다섯|여섯|열))|최근(?=\s?(?:수|몇|\d|한|두|세|네|[이삼사오육칠팔구십]+년))|과거(?=\s?\d)", -1),
    ("STRETCH", r"앞으로의?|향후|다가오는|오는(?=\s?\d+(?:년|개월|주)\s?(?:간|동안))|다음(?=\s?(?:\d|한|두|세|이틀|사흘|나흘|며칠))", 1),
    ("SINCE", r"(?:또는|그리고|및)\s?(?:그\s?)?이후(?:부터|에|는)?|이래|이후부터", None), ("UPTO", r"(?:또는|그리고|및)\s?(?:그\s?)?이전|까지(?:의|는|만)?", None),
    ("TONOW", r"현재까지|지금까지|들어\s?지금까지", None), ("FROM", r"(?:으로|로)?부터|에서(?=\s?(?:다음|내|올|[\d]))", None),
    ("BETWEENX", r"사이(?:에|의)?", None), ("DASH", r"~|-|–|—|∼|〜", None), ("AND", r"과|와|및", None),
    ("WITHIN", r"이내(?:에|로)?|안에|내(?:에|로)(?=\s|$|[,.])|내(?=\s|$)", None), ("MORE", "이상", 1),
    ("AGO", r"전(?:에|의|부터|까지)?(?![가-힣])", None), ("BEFORE", r"이전(?:에|의)?|전에", None),
    ("LATER", r"이?후(?:에|의)?(?![가-힣])|뒤(?:에|의)?(?![가-힣])", None), ("EACH", "마다", None),
    ("WEEKUNIT", r"주(?=[\s에는의,.]|$)", "week"), ("WEEKOF", r"(?:이|가)?\s?있는\s?주|이\s?속한\s?주|\s주간", None),
    ("REFERENCE", r"현재|지금|요즘", "PRESENT_REF"), ("REFERENCE", r"최근|얼마\s?전|앞서", "PAST_REF"), ("REFERENCE", r"조만간|곧(?=\s)|향후|머지않아", "FUTURE_REF"),
    ("PAREN", r"[()]", None), ("GLUE", r"의(?=\s)|,|에(?=\s)", None),
)  # fmt: skip

LEXICON = Lexicon(ROWS)
GRAMMAR = Grammar("ko", east_asian.RULES, east_asian.CLASSES)
tokens_of = LEXICON.tokens_of

__all__ = ["GRAMMAR", "tokens_of"]
