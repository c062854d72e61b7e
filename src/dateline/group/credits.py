"""Which agency a credit names, whatever the script: "Reuters", "ロイター", "로이터", "路透社"."""

from __future__ import annotations

import re

from dateline.records import Report

# Names under which the large agencies credit and are credited. Facts, from their own pages.
_AGENCIES = {
    "reuters": ("reuters", "thomson reuters", "ロイター", "로이터", "路透", "路透社", "рейтер"),
    "ap": ("ap", "associated press", "the associated press", "ap通信", "ap통신",
           "美联社", "美聯社"),
    "afp": ("afp", "agence france-presse", "afp時事", "afp通信", "法新社", "afp통신"),
    "kyodo": ("kyodo", "kyodo news", "共同", "共同通信", "共同通信社", "共同社",
              "교도", "교도통신"),
    "jiji": ("jiji", "jiji press", "時事", "時事通信", "时事社", "時事社", "지지통신"),
    "yonhap": ("yonhap", "yonhap news agency", "yonhap news", "연합", "연합뉴스", "聯合",
               "聯合ニュース", "韩联社", "韓聯社", "聯合通訊"),
    "newsis": ("newsis", "뉴시스"),
    "news1": ("news1", "뉴스1"),
    "xinhua": ("xinhua", "xinhua news agency", "新华社", "新華社", "新华", "신화통신", "新華"),
    "cns": ("china news service", "中新社", "中新网", "中新網"),
    "cna-tw": ("central news agency", "中央社"),
    "tass": ("tass", "тасс", "塔斯社", "タス通信", "타스통신"),
    "ria": ("ria", "ria novosti", "риа", "риа новости"),
    "interfax": ("interfax", "интерфакс"),
    "dpa": ("dpa", "deutsche presse-agentur"),
    "ansa": ("ansa",),
    "efe": ("efe", "agencia efe"),
    "bloomberg": ("bloomberg", "bloomberg news", "ブルームバーグ", "블룸버그", "彭博", "彭博社"),
    "upi": ("upi", "united press international"),
    "pti": ("pti", "press trust of india"),
    "ani": ("ani", "asian news international"),
    "anadolu": ("anadolu", "anadolu agency", "aa"),
    "ukrinform": ("ukrinform", "укрінформ"),
    "pa": ("pa", "pa media", "press association"),
    "bernama": ("bernama",),
    "antara": ("antara",),
}  # fmt: skip
_KEY_OF = {name: key for key, names in _AGENCIES.items() for name in names}
_TRIM = re.compile(r"^(?:source|via|from|by)\s*[:：]?\s+|\s*\.(?:com|org|net)\b.*$", re.IGNORECASE)


def outlet_key(name: str | None) -> str:
    """Return one key for all the names of an outlet; "" where there is none."""
    if not name:
        return ""
    plain = " ".join(
        _TRIM.sub("", name.strip()[:200].strip("()[]（）【】=—-–:： ")).casefold().split()
    )
    return _KEY_OF.get(plain, plain.removeprefix("the "))


def credited(report: Report) -> tuple[str, ...]:
    """Return keys of the outlets that a report credits, in order, without its own."""
    own = outlet_key(report.outlet)
    names = [credit.outlet for credit in report.credits]
    if report.dateline and report.dateline.agency:
        names.append(report.dateline.agency)
    names.extend(name for name in report.authors if outlet_key(name) in _AGENCIES)
    keys = (outlet_key(name) for name in names)
    return tuple(dict.fromkeys(key for key in keys if key and key != own))
