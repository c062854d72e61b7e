"""The Chinese lexicon of dates, simplified and traditional; the rules are the shared ones."""

from __future__ import annotations

import re
from typing import Any

from dateline.read.dates import east_asian
from dateline.read.dates.builders import century, decade
from dateline.read.dates.compounds import Clock, DayPart, Years
from dateline.read.dates.expressions import Turn
from dateline.read.dates.grammar import Grammar
from dateline.read.dates.holidays import names
from dateline.read.dates.lexicon import Lexicon, Row, counted, words
from dateline.read.dates.numbers import HAN_NUMBER, han_number

_N = rf"{HAN_NUMBER}{{1,6}}"
_WEEK = "(?:个|個)?(?:周|週|星期|礼拜|禮拜)"
_DAYS = {c: i for i, c in enumerate("一二三四五六日")} | {"天": 6}
# First years of eras that count from one.
_ERAS = {"民国": 1912, "民國": 1912, "康熙": 1662, "雍正": 1723, "乾隆": 1736, "嘉庆": 1796,
         "道光": 1821, "咸丰": 1851, "同治": 1862, "光绪": 1875, "宣统": 1909, "昭和": 1926,
         "平成": 1989, "令和": 2019}  # fmt: skip


def _number(text: str) -> int | None:
    found = re.match(HAN_NUMBER + "{1,8}", text)
    return han_number(found[0]) if found else None


def _year(text: str) -> int | None:
    for era, first in _ERAS.items():
        if text.startswith(era):
            number = _number(text[len(era) :].lstrip())
            return first + number - 1 if number else None
    number = _number(text)
    return None if number is None else century(number)


def _ranged(low: int, high: int, skip: str = "") -> Any:
    def value(text: str) -> int | None:
        number = _number(text.lstrip(skip))
        return number if number is not None and low <= number <= high else None

    return value


def _clock(text: str) -> Clock | None:
    found = re.fullmatch(
        rf"({_N})\s?[点點时時]鐘?钟?整?(?:({_N})分|({_N})(?=$)|(半)|(一刻|三刻))?(?:({_N})秒)?",
        text,
    )
    if not found:
        return None
    hour = han_number(found[1])
    minute = han_number(found[2] or found[3] or "") if found[2] or found[3] else None
    minute = 30 if found[4] else {"一刻": 15, "三刻": 45}.get(found[5], minute)
    second = han_number(found[6]) if found[6] else None
    if hour is None or hour > 24 or (minute or 0) > 59 or (second or 0) > 59:
        return None
    return Clock(hour % 24, minute, second)


_HOLIDAYS = names("chinese")
_HALF = {"半年": ((6.0, "month"),), "半": ()}


def _length(unit: str, pattern: str) -> list[Row]:
    return [
        ("LEN", rf"{_N}\s?多?{pattern}", counted(_number, unit)),
        ("LEN", rf"(?:几|幾|数|數){pattern}", ((-1.0, unit),)),
        ("LEN", rf"半{pattern}", ((0.5, unit),)),
    ]


ROWS: tuple[Row, ...] = (
    ("GAP", r"今日头条|今日頭條|日本|明日之星|前天津|周年纪念|周边|周围|周一围|号召|號召|月球|月亮", None),
    ("YEAR", rf"(?:{'|'.join(_ERAS)})\s?(?:元|{_N})\s?年", _year),
    ("YEAR", r"(?<!\d)[12]\d{3}\s?年(?!代|间|間|前的|来)", _year),
    ("YEAR", r"[一二][〇零○一二三四五六七八九]{3}年(?!代)", _year),
    ("YEAR", r"(?<!\d)[12]\d{3}(?=\s?[-~–—至到]\s?[12]\d{3}年)", _year),
    ("YEAR", r"(?<![\d.])0\d\s?年(?!代)|[零〇九][〇零一二三四五六七八九]年(?!代)", _year),
    ("YEAR", rf"(?<![\d.一二三四五六七八九十百])(?:\d\d|[一二三四五六七八九十]{{2,3}})年(?=\s?{_N}月)", _year),
    ("DATE", r"(?:[12]\d)?\d0年代|(?:上世纪|上世紀|[二2]十世纪)?[二三四五六七八九]十年代", lambda t: _decade(t)),
    ("DATE", rf"(?:第)?{_N}世[纪紀]", lambda t: _century(t)),
    ("LEN", rf"{_N}\s?(?:个|個)半月", lambda t: ((_number(t) + 0.5, "month"),)),
    *_length("month", "(?:个|個)月"),
    *_length("week", "(?:个|個)?(?:周|週|星期|礼拜|禮拜)(?![一二三四五六日天年末岁歲])"),
    *_length("hour", "(?:个|個)?(?:小时|小時|钟头|鐘頭)半?"),
    *_length("minute", "(?:分钟|分鐘)"),
    *_length("businessday", "(?:个|個)?工作日"),
    *_length("quarter", "(?:个|個)季度"),
    *_length("century", "(?:个|個)世[纪紀]"),
    ("WEEKNUM", r"第(?:[1-5]\d|[6-9])\s?[周週](?![一二三四五六日])", _ranged(6, 53, "第")),
    ("MON", rf"(?:正|{_N})月(?:份)?", lambda t: 1 if t[0] == "正" else _ranged(1, 12)(t)),
    ("DAYNUM", rf"{_N}\s?[日号號](?!间|間|本|线|線|楼)", _ranged(1, 31)),
    ("DAYNUM", r"(?<=月)(?:[初廿卅]?[一二三四五六七八九十]{1,3}|\d{1,2})(?![年月点點时時周週个個天])", lambda t: _ranged(1, 31)(t.lstrip("初"))),
    *_length("day", "[天日]"),
    *_length("year", "年(?!级|級)"),
    *_length("second", "秒[钟鐘]?"),
    ("WEEKX", rf"上上{_WEEK}(?!末)", Turn("week", -2)), ("WEEKX", rf"下下{_WEEK}(?!末)", Turn("week", 2)),
    ("UNITX", r"上上(?:个|個)?[周週]末", Turn("weekend", -2)), ("UNITX", r"下下(?:个|個)?[周週]末", Turn("weekend", 2)),
    ("UNITX", r"(?:上个?|上個)[周週]末", Turn("weekend", -1)), ("UNITX", r"(?:下个?|下個)[周週]末", Turn("weekend", 1)),
    ("UNITX", r"(?:[这這本]个?|這個)?[周週]末", Turn("weekend", 0)),
    ("DATE", r"上半[周週]", east_asian.in_part(Turn("week"), "half1")),
    ("DATE", r"下半[周週]", east_asian.in_part(Turn("week"), "half2")),
    ("DATE", r"上半(?:个|個)?月", east_asian.in_part(Turn("month"), "half1")),
    ("DATE", r"下半(?:个|個)?月", east_asian.in_part(Turn("month"), "half2")),
    ("WEEKX", rf"(?:上|前一?){_WEEK}(?!\d|[年岁])", Turn("week", -1)),
    ("WEEKX", rf"(?:下|后一?){_WEEK}(?!\d|[年岁])", Turn("week", 1)),
    ("WEEKX", rf"(?:[这這本]一?|今){_WEEK}", Turn("week", 0)),
    ("EVERY", r"每(?:个|個)?(?:周|週|星期|礼拜)(?=[一二三四五六日天])", "P1W"),
    ("WD", r"(?<=[周週期拜])[一二三四五六日天](?!\w*岁)", lambda t: _DAYS[t]),
    ("WD", r"(?:周|週|星期|礼拜|禮拜)[一二三四五六日天]", lambda t: _DAYS[t[-1]]),
    ("EVERY", r"每(?:个|個)?(?:周|週|星期|礼拜)", "P1W"), ("EVERY", "每[天日]", "P1D"),
    ("EVERY", "每(?:个|個)?月", "P1M"), ("EVERY", "每年", "P1Y"), ("EVERY", "每(?:个|個)?小[时時]", "PT1H"),
    ("YEARX", "前年", Turn("year", -2)), ("YEARX", "去年|上一年|上年(?!度)", Turn("year", -1)),
    ("YEARX", "今年|本年|这一年|這一年", Turn("year", 0)), ("YEARX", "明年|来年|來年|下一年", Turn("year", 1)),
    ("YEARX", "后年|後年", Turn("year", 2)), ("YEARX", "当年|當年|那一年", Turn("year", 0, anchor="context")),
    ("YEARX", "翌年|次年", Turn("year", 1, anchor="context")),
    ("LIKE", "同年", "year"), ("LIKE", "同月|当月|當月", "month"),
    ("MONTHX", "上上(?:个|個)?月", Turn("month", -2)), ("MONTHX", "下下(?:个|個)?月", Turn("month", 2)),
    ("MONTHX", "上(?:个|個)?月", Turn("month", -1)), ("MONTHX", "下(?:个|個)?月", Turn("month", 1)),
    ("MONTHX", "本月|这个?月|這個?月|今月", Turn("month", 0)),
    ("UNITX", "上(?:个|個)?季度?", Turn("quarter", -1)), ("UNITX", "下(?:个|個)?季度?", Turn("quarter", 1)),
    ("UNITX", "[本这這](?:个|個)?季度", Turn("quarter", 0)), ("UNITX", "本世[纪紀]", Turn("century", 0)),
    ("UNITX", "上(?:个|個)?世[纪紀]", Turn("century", -1)), ("UNITX", "下(?:个|個)?世[纪紀]", Turn("century", 1)),
    ("DATETIME", "今[晚夜]", DayPart("EV", Turn("day"))), ("DATETIME", "昨[晚夜]", DayPart("EV", Turn("day", -1))),
    ("DATETIME", "明晚", DayPart("EV", Turn("day", 1))), ("DATETIME", "今[早晨]", DayPart("MO", Turn("day"))),
    ("DATETIME", "明[早晨]", DayPart("MO", Turn("day", 1))), ("DATETIME", "昨晨", DayPart("MO", Turn("day", -1))),
    ("DATE", "大前天", Turn("day", -3)), ("DATE", "前[天日](?!本)", Turn("day", -2)), ("DATE", "昨[天日]", Turn("day", -1)),
    ("DATE", "今[天日]|本日", Turn("day", 0)), ("DATE", "明[天日]", Turn("day", 1)), ("DATE", "大[后後]天", Turn("day", 3)),
    ("DATE", "[后後][天日]", Turn("day", 2)), ("DATE", "[当當][天日]|同[一]?[天日]|即日", Turn("day", 0, anchor="context")),
    ("DATE", "次日|翌日|隔[天日]|第二天", Turn("day", 1, anchor="context")), ("DATE", "前一[天日]", Turn("day", -1, anchor="context")),
    ("QUARTER", rf"第?[一二三四1-4](?:个|個)?季度?(?!节|節)", lambda t: ("quarter", _number(t.lstrip("第")))),
    ("QUARTER", "上半年度?|前半年", ("half", 1)), ("QUARTER", "下半年度?|[后後]半年", ("half", 2)),
    ("LEN", "半年", ((6.0, "month"),)), ("LEN", "半[天日]", ((0.5, "day"),)),
    ("NTH", "第一(?:个|個)?|[头頭前](?=\s?" + _N + ")", 1), ("NTH", "第二(?:个|個)?", 2), ("NTH", "第三(?:个|個)?", 3),
    ("NTH", "第四(?:个|個)?", 4), ("NTH", "第五(?:个|個)?", 5), ("NTH", "最[后後]一?(?:个|個)?", -1),
    ("HOLIDAY", words(*_HOLIDAYS), lambda t: _HOLIDAYS[t]),
    ("SEASON", "春[天季]|春(?=季)", "SP"), ("SEASON", "夏[天季]", "SU"), ("SEASON", "秋[天季]", "FA"), ("SEASON", "冬[天季]", "WI"),
    ("PART", "上旬", "ten1"), ("PART", "中旬", "ten2"), ("PART", "下旬", "ten3"),
    ("PART", "年?初(?!步|期|始|中)|[开開][头頭]|早些时候|之初", "begin"), ("PART", "年?中(?=[,，。、旬]|$)|中期|年中", "mid"),
    ("PART", "年?[底末]|[结結]束[时時]?|年[终終]|晚些时候", "finish"),
    ("DAYPART", "凌晨|清晨|拂晓", DayPart("EM")), ("DAYPART", "早上|早晨|上午|早间|早間|早", DayPart("MO")),
    ("DAYPART", "中午|正午", DayPart("MI")), ("DAYPART", "下午|午[后後]|傍晚", DayPart("AF")),
    ("DAYPART", "晚上|晚间|晚間|当晚|晚", DayPart("EV")), ("DAYPART", "深夜|夜里|夜間|夜间|半夜|午夜", DayPart("NI")),
    ("CLOCK", rf"{_N}\s?(?:点|點|时(?![候间期代]))(?:[钟鐘整])?(?:\s?{_N}\s?分|半|一刻|三刻)?(?:{_N}秒)?", _clock),
    ("STRETCH", r"过去的?|過去的?|近|最近(?=\s?" + _N + r")|之前(?=\s?\d)|前(?=\s?" + _N + r"(?:年|天|周|週|日|个|個|小|分|季))", -1),
    ("STRETCH", r"未来的?|未來的?|今[后後]的?|接下来的?|接下來的?|[后後](?=\s?" + _N + r"(?:年|天|周|週|日|个|個|小|分|季))|下(?=\s?\d+(?:年|天|周|日|个))", 1),
    ("UPTO", "或之前|及以前|及之前|或以前|为止|為止|之内|底前", None),
    ("SINCE", "或之[后後]|及以[后後]|及之[后後]|或以[后後]|以来|以來|开始|開始|起(?![来來诉訴])", None),
    ("TONOW", "至今|迄今|到现在|到現在|到目前", None),
    ("FROMPRE", "从|從|自(?![己由然身])|由", None),
    ("BETWEENX", "之间|之間|期间|期間|间|間", None), ("AND", "和|与|與|及", None),
    ("DASH", "到|至|-|–|—|~|―", None),
    ("WITHIN", "以内|以內|之内|之內|内(?![部阁])|內", None),
    ("AGO", "之前|以前|前(?!往|线|線|总|總|任|首|外|进|景|所)", None), ("LATER", "之[后後]|以[后後]|[后後](?!果|来|續|续)", None),
    ("MORE", "多|以上", 1), ("REFERENCE", "目前|现在|現在|如今|眼下|当前|當前", "PRESENT_REF"),
    ("REFERENCE", "最近|近日|近期|日前|近来|此前", "PAST_REF"), ("REFERENCE", "即将|不久|未来|將來|将来", "FUTURE_REF"),
    ("WEEKUNIT", "周|週|星期|礼拜", "week"),
    ("GLUE", "的|,|，|、", None), ("PAREN", r"[()]", None),
)  # fmt: skip


def _decade(text: str) -> Years | None:
    found = re.search(r"(\d{0,2}\d)0年|([二三四五六七八九])十年", text)
    if not found:
        return None
    tens = int(found[1]) * 10 if found[1] else (han_number(found[2]) or 0) * 10
    first = tens if tens > 999 else 1900 + tens
    return Years(first, 10, "decade", f"{first // 10:03d}")


def _century(text: str) -> Years | None:
    number = _number(text.lstrip("第"))
    return (
        Years((number - 1) * 100, 100, "century", f"{number - 1:02d}")
        if number and number < 31
        else None
    )


LEXICON = Lexicon(ROWS)
GRAMMAR = Grammar("zh", east_asian.RULES, east_asian.CLASSES)
tokens_of = LEXICON.tokens_of

__all__ = ["GRAMMAR", "decade", "tokens_of"]
