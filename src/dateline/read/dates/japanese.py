"""The Japanese lexicon of dates; the rules are the shared ones."""

from __future__ import annotations

import re
from typing import Any

from dateline.read.dates import east_asian
from dateline.read.dates.compounds import Clock, DayPart, FiscalYear, Years
from dateline.read.dates.expressions import Calendar, Turn
from dateline.read.dates.grammar import Grammar
from dateline.read.dates.holidays import names
from dateline.read.dates.lexicon import Lexicon, Row, counted, words
from dateline.read.dates.numbers import HAN_NUMBER, han_number

_N = rf"{HAN_NUMBER}{{1,6}}"
_DAYS = {c: i for i, c in enumerate("月火水木金土日")}
# Era: first year. Source: the Imperial Household Agency's list; an era year counts from one.
ERAS = {"令和": 2019, "平成": 1989, "昭和": 1926, "大正": 1912, "明治": 1868}
_ERA = rf"(?:{'|'.join(ERAS)})\s?{_N}|(?:{'|'.join(ERAS)})元"
# 3日 is the 3rd, 3日間 and 3日前 are lengths.
_SPAN = r"(?=間|前|後|以上|以内|ぶり|連続|ほど|余り|あまり|ごと|おき|足らず|うち|たっ|が経)"
_HOLIDAYS = names("japanese")


def _number(text: str) -> int | None:
    found = re.search(HAN_NUMBER + "{1,8}", text)
    return han_number(found[0]) if found else None


def _year(text: str) -> int | None:
    for era, first in ERAS.items():
        if text.startswith(era):
            number = 1 if "元" in text else _number(text[len(era) :])
            return first + number - 1 if number and number < 70 else None
    number = _number(text)
    if number is not None and number < 100:
        return number + (2000 if number < 50 else 1900)
    return number


def _fiscal(text: str) -> FiscalYear | None:
    year = _year(text)
    return None if year is None else FiscalYear(year, start=4)


def _ranged(low: int, high: int) -> Any:
    def value(text: str) -> int | None:
        number = _number(text)
        return number if number is not None and low <= number <= high else None

    return value


def _clock(text: str) -> Clock | None:
    found = re.fullmatch(rf"({_N})\s?時(?:\s?({_N})\s?分|(半))?(?:\s?({_N})秒)?(?:ごろ|頃)?", text)
    if found is None:
        return None
    hour = han_number(found[1])
    minute = 30 if found[3] else han_number(found[2]) if found[2] else None
    second = han_number(found[4]) if found[4] else None
    if hour is None or hour > 24 or (minute or 0) > 59 or (second or 0) > 59:
        return None
    return Clock(hour % 24, minute, second)


def _decade(text: str) -> Years | None:
    digits = re.search(r"\d+", text)
    if digits is None:
        return None
    first = int(digits[0])
    first += 1900 if first < 100 else 0
    return Years(first, 10, "decade", f"{first // 10:03d}")


def _century(text: str) -> Years | None:
    number = _number(text)
    if not number or number > 30:
        return None
    return Years((number - 1) * 100, 100, "century", f"{number - 1:02d}")


def _era(text: str) -> Years | None:
    first = ERAS[text[:2]]
    later = [year for year in ERAS.values() if year > first]
    if not later:
        return None
    return Years(first, min(later) - first + 1, "vague", f"{first}/{min(later)}")


def _length(unit: str, pattern: str) -> list[Row]:
    return [
        ("LEN", rf"(?:まる|丸|約)?{_N}\s?{pattern}", counted(_number, unit)),
        ("LEN", rf"(?:数|何){pattern}", ((-1.0, unit),)),
        ("LEN", rf"半{pattern}", ((0.5, unit),)),
    ]


ROWS: tuple[Row, ...] = (
    ("GAP", r"日本|日米|日韓|日中|日朝|日銀|日経|月刊|年収|年齢|一方|一部|午後ティー|毎日新聞|朝日新聞|朝日|朝鮮|春日|秋田|夏目|冬季五輪|今後とも|昨今", None),
    ("FISCAL", rf"(?:{_ERA}|(?<!\d)(?:[12]\d{{3}}|\d\d))\s?年度", _fiscal),
    ("FISCAL", "今年度|本年度", FiscalYear(turn=0, start=4)), ("FISCAL", "来年度|翌年度", FiscalYear(turn=1, start=4)),
    ("FISCAL", "昨年度|前年度|去年度", FiscalYear(turn=-1, start=4)),
    ("YEAR", rf"(?:{_ERA})\s?年", _year),
    ("DATE", r"(?:[12]\d)?\d0年代", _decade), ("DATE", rf"{_N}世紀", _century),
    ("YEAR", r"(?<!\d)[12]\d{3}\s?年(?!間|代|ぶり|前の)", _year), ("YEAR", r"[一二][〇零一二三四五六七八九]{3}年", _year),
    ("YEAR", r"(?<!\d)[12]\d{3}(?=\s?[-~–—]\s?[12]\d{3}年)", _year),
    ("YEAR", rf"(?<![\d.一二三四五六七八九十百])(?:\d\d|[一二三四五六七八九十]{{2,3}})年(?=\s?(?:{_N}\s?月|[春夏秋冬]|末|初め))", _year),
    ("DATE", "戦後(?=の|最|初|[0-9])|終戦直後", lambda t: None),
    ("LEN", rf"{_N}[か箇ヶカケヵ]月半(?:間)?", lambda t: ((_number(t) + 0.5, "month"),)),
    *_length("month", "[か箇ヶカケヵ]月(?:間)?"), *_length("week", "週(?:間)?(?!目)"),
    *_length("hour", "時間"), *_length("minute", "分(?:間)?(?=で|後|間|前|以内|ほど|不|遅|か)"),
    *_length("businessday", "営業日"), *_length("century", "世紀"), *_length("quarter", "四半期"),
    ("WEEKNUM", r"第(?:[1-5]\d|[6-9])週", _ranged(6, 53)), ("NTH", rf"第{_N}(?=[月火水木金土日]曜)|第{_N}(?=週)", _ranged(1, 5)),
    ("MON", rf"(?:正|{_N})月(?:中)?(?![謝曜])", lambda t: 1 if t[0] == "正" else _ranged(1, 12)(t)),
    ("LEN", rf"{_N}\s?日間|(?<![月\d一二三四五六七八九十]){_N}\s?日{_SPAN}|(?<![月\d一二三四五六七八九十])[1-9一二三四五六七八九]日(?=で)", counted(_number, "day")),
    ("DAYNUM", rf"{_N}\s?日(?!本|米|韓|中韓|朝|銀|曜)", _ranged(1, 31)),
    ("DAYNUM", rf"(?<=[月]){_N}(?=\s?[-~、・,]\s?{_N}日)", _ranged(1, 31)),
    *_length("day", "日(?=間)"), *_length("year", "年(?:間)?(?![生度代月])"), *_length("second", "秒(?:間)?"),
    *_length("minute", "分(?!の|野|析|裂|別|離|け|か)"),
    ("LEN", "1?一?昼夜", ((1.0, "day"),)), ("LEN", "半年(?:間)?", ((6.0, "month"),)), ("LEN", "半世紀", ((50.0, "year"),)),
    ("WEEKX", "再来週(?!末)", Turn("week", 2)), ("WEEKX", "先々週(?!末)", Turn("week", -2)),
    ("UNITX", "(?:今週|この|その|今)?週末", Turn("weekend", 0)), ("UNITX", "来週末|次の週末", Turn("weekend", 1)),
    ("UNITX", "先週末|前の週末", Turn("weekend", -1)),
    ("WEEKX", "来週|次週", Turn("week", 1)), ("WEEKX", "先週|前週", Turn("week", -1)),
    ("WEEKX", "今週|この週", Turn("week", 0)), ("WEEKX", "翌週", Turn("week", 1, anchor="context")),
    ("WEEKX", "その週|同じ週|同週", Turn("week", 0, anchor="context")),
    ("EVERY", "毎週(?:の)?", "P1W"), ("EVERY", "毎日(?!新聞)", "P1D"), ("EVERY", "毎月", "P1M"), ("EVERY", "毎年|例年", "P1Y"),
    ("EVERY", "毎朝|毎晩", "P1D"), ("EACH", "ごと(?:に)?|おき(?:に)?", None),
    ("WD", r"[月火水木金土日]曜日?", lambda t: _DAYS[t[0]]), ("WD", r"(?<=\()[月火水木金土日](?=[)・])", lambda t: _DAYS[t]),
    ("YEARX", "一昨年|おととし", Turn("year", -2)), ("YEARX", "昨年|去年|前年(?!同|比)", Turn("year", -1)),
    ("YEARX", "今年|本年|ことし", Turn("year", 0)), ("YEARX", "再来年", Turn("year", 2)),
    ("YEARX", "来年|明年", Turn("year", 1)), ("YEARX", "翌年", Turn("year", 1, anchor="context")),
    ("YEARX", "その年|同じ年", Turn("year", 0, anchor="context")), ("LIKE", "同年", "year"), ("LIKE", "同月|同じ月の", "month"),
    ("MONTHX", "先々月", Turn("month", -2)), ("MONTHX", "再来月", Turn("month", 2)), ("MONTHX", "先月|前月", Turn("month", -1)),
    ("MONTHX", "来月", Turn("month", 1)), ("MONTHX", "今月|当月", Turn("month", 0)),
    ("MONTHX", "翌月", Turn("month", 1, anchor="context")), ("MONTHX", "同じ月|その月", Turn("month", 0, anchor="context")),
    ("DATETIME", "今晩|今夜|今夕", DayPart("EV", Turn("day"))), ("DATETIME", "昨夜|昨晩|ゆうべ", DayPart("NI", Turn("day", -1))),
    ("DATETIME", "今朝|けさ", DayPart("MO", Turn("day"))), ("DATETIME", "明朝", DayPart("MO", Turn("day", 1))),
    ("DATE", "一昨日|おととい", Turn("day", -2)), ("DATE", "明後日|あさって", Turn("day", 2)), ("DATE", "昨日|きのう|前日(?=に|の(?!よう)|夜)", Turn("day", -1)),
    ("DATE", "今日|きょう|本日", Turn("day", 0)), ("DATE", "明日|あした|あす(?![ぱか])", Turn("day", 1)),
    ("DATE", "翌日|あくる日|次の日", Turn("day", 1, anchor="context")), ("DATE", "翌々日", Turn("day", 2, anchor="context")),
    ("DATE", "同日|当日|その日", Turn("day", 0, anchor="context")),
    ("UNITX", "今世紀", Turn("century")), ("UNITX", "前世紀", Turn("century", -1)), ("UNITX", "今四半期", Turn("quarter")),
    ("UNITX", "前四半期|直前の四半期", Turn("quarter", -1)), ("UNITX", "来四半期|次の四半期", Turn("quarter", 1)),
    ("QUARTER", r"第?[1-4一二三四][・\s]?四半期", lambda t: ("quarter", _number(t))),
    ("QUARTER", "上半期|上期", ("half", 1)), ("QUARTER", "下半期|下期", ("half", 2)),
    ("NTH", "最初の|初めの", 1), ("NTH", "最後の|最終", -1),
    ("HOLIDAY", words(*_HOLIDAYS), lambda t: _HOLIDAYS[t]),
    ("SEASON", "春(?![日節先])|春季", "SP"), ("SEASON", "夏(?!目)|夏季|夏場", "SU"), ("SEASON", "秋(?![田葉])|秋季", "FA"), ("SEASON", "冬(?!季)|冬場", "WI"),
    ("PART", "上旬", "ten1"), ("PART", "中旬|半ば(?=の10)", "ten2"), ("PART", "下旬", "ten3"),
    ("PART", "前半", "half1"), ("PART", "後半", "half2"),
    ("PART", "初め|はじめ|始め|初頭|冒頭|序盤|明け", "start"), ("PART", "半ば|なかば|中盤|中頃|中ごろ", "mid"),
    ("PART", "末(?!期|端)|終わり(?:ごろ|頃)?|終盤|暮れ", "end"), ("DATE", "年末(?!年始)", east_asian.in_part(Turn("year"), "finish")),
    ("DATE", "年初|年明け|年頭", east_asian.in_part(Turn("year"), "begin")), ("DATE", "月末", east_asian.in_part(Turn("month"), "end")),
    ("DATE", "年内", Turn("year")), ("DATE", "月内", Turn("month")), ("DATE", "週内", Turn("week")),
    ("DATE", "月初", east_asian.in_part(Turn("month"), "start")), 
    ("UNITX", r"(?<![先来今々同何毎次前翌\d間])週(?=の(?:初|終|半|前|後))", Turn("week")),
    ("UNITX", r"(?<![先来今々同正何毎翌か箇ヶカ\d一二三四五六七八九十])月(?=の(?:初|終|半|前|後))", Turn("month")),
    ("DAYPART", "未明|明け方|早朝", DayPart("EM")), ("DAYPART", "午前中?|朝(?!日|鮮|食|刊)", DayPart("MO")),
    ("DAYPART", "正午(?=に?\\d|に?[一二三四五六七八九十])|昼(?:頃|ごろ|前|過ぎ)?(?!食|夜|間)", DayPart("MI")), ("CLOCK", "正午(?:ごろ)?", Clock(12)),
    ("DAYPART", "午後|夕方|夕刻", DayPart("AF")), ("DAYPART", "夜(?!間)|晩", DayPart("NI")), ("CLOCK", "真夜中", Clock(0)),
    ("CLOCK", rf"{_N}\s?時(?!間|代|期|点|効|計)(?:\s?{_N}\s?分|半)?(?:\s?{_N}秒)?(?:ごろ|頃)?", _clock),
    ("TURN", "次の(?=[月火水木金土日]曜)", 1),
    ("TURN", "前の(?=[月火水木金土日]曜)", -1),
    ("STRETCH", "過去|ここ(?=\\s?[\\d数])|この(?=\\s?[\\d数]\\S{0,3}間)|直近|これまでの|前の(?=\\s?[\\d半数])", -1),
    ("STRETCH", "今後|向こう|これから(?:の)?|次の(?=\\s?" + _N + ")", 1),
    ("UPTO", "(?:またはそ|とそ|もしくはそ|かそ)れ?(?:の前|以前)|までに", None),
    ("SINCE", "(?:またはそ|とそ|もしくはそ)れ?(?:の後|以降)|以降|以来|からずっと", None),
    ("FROM", "から|より(?=[\\d])", None), ("TO", "まで(?:の間|に)?", None), ("DASH", "~|-|–|—|〜|―", None),
    ("WITHIN", "以内に?|のうちに?|間に(?=わ)", None), ("MORE", "以上", 1),
    ("AGO", "前に?(?![回年年線後提])|の前(?![半期述])に?", None), ("BEFORE", "以前|まえ|よりも?前", None),
    ("LATER", "(?:の)?後(?![半継任期])に?|のち|(?:の)?あと(?:に)?", None), ("SOON", "で(?=[戻出帰行終完始で、。]|$)", None),
    ("AMONG", "の間に?", None),
    ("WEEKUNIT", "週(?:目)?", "week"), ("WEEKOF", "の週|のある週|の週に", None),
    ("REFERENCE", "現在|目下|今のところ|いま(?=[、は])", "PRESENT_REF"), ("REFERENCE", "最近|先ごろ|先頃|このほど|かつて|先日", "PAST_REF"),
    ("REFERENCE", "近く(?=[、開発])|間もなく|まもなく|近い将来|将来|やがて", "FUTURE_REF"), ("AND", "と|および", None),
    ("PAREN", r"[()]", None), ("GLUE", "の|[,、・]", None),
)  # fmt: skip

LEXICON = Lexicon(ROWS)
GRAMMAR = Grammar("ja", east_asian.RULES, east_asian.CLASSES)
tokens_of = LEXICON.tokens_of

__all__ = ["GRAMMAR", "Calendar", "tokens_of"]
