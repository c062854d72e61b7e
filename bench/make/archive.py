"""A generated archive: reports or whole pages of real sizes, languages and repeats. Seeded.

Sizes, languages and repeats follow what public news pages and multilingual blurbs show: a median
of some 450 words, three in five in English, one in six a copy of an earlier report whole or cut,
an event told by one to nine outlets. The sentences are made of parts, so that their grammar,
names, dates and quotations give every stage its usual work.
"""

from __future__ import annotations

import html
import json
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

START = datetime(2026, 1, 5, 6, tzinfo=UTC)
A_DAY = 400  # reports published a day
LANGUAGES = (
    ("en", 60), ("es", 7), ("de", 6), ("fr", 6), ("ja", 6), ("zh", 6), ("ko", 5), ("ru", 4),
)  # fmt: skip
COUNTRIES = "Japan France Brazil Kenya Turkey Chile Norway Indonesia Poland Egypt Canada Vietnam"
CITIES = "Tokyo Paris Brasilia Nairobi Ankara Santiago Oslo Jakarta Warsaw Cairo Ottawa Hanoi"
TOPICS = (
    "a railway across the border", "fishing rights", "a gas pipeline", "visa rules",
    "a defence treaty", "grain exports", "a loan for harbours", "the release of prisoners",
)  # fmt: skip
PEOPLE = "Ana Ruiz,Ken Ito,Marta Lind,Omar Aziz,Li Wen,Jonas Berg,Nadia Petrov,Sam Okoro".split(",")
OFFICES = ("foreign minister", "defence minister", "trade envoy", "government spokesman")
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
ENGLISH = (
    "{one} and {two} agreed on {topic} after talks in {city} on {day}, officials said.",
    "The {office} of {one}, {person}, said the deal on {topic} would be signed within {n} weeks.",
    '"We have waited {n} years for this," {person} told reporters in {city}.',
    "{two} accused {one} of breaking an earlier accord and recalled its ambassador from {city}.",
    "Thousands of people protested in {city} against the plan, which would cost {n} million euros.",
    "The two sides are expected to meet again in {city} before the end of next month.",
    "{person}, who has led the delegation since {year}, rejected the proposal as unworkable.",
    "Police in {city} detained {n} demonstrators after clashes near the parliament on {day}.",
    "According to the ministry, {one} will send {n} engineers to {two} by {month} to begin work.",
    "Analysts warned that the agreement on {topic} could fail if parliament delays its vote.",
    "The central bank of {one} kept its rate at {n} percent, citing uncertainty over {topic}.",
    "{one} has provided aid worth {n} million dollars to {two} since the floods of {year}.",
    "A court in {city} ordered the release of {n} journalists who had been held since {month}.",
    "The talks, which began in {year}, had stalled over {topic} and the status of the border.",
    "Neither government commented on reports that troops had crossed the river near {city}.",
)  # fmt: skip
OTHERS = {
    "es": (
        "{one} y {two} acordaron reanudar las negociaciones en {city} el lunes, dijo el ministro.",
        "El portavoz {person} afirmó que el acuerdo se firmará en {n} semanas.",
        "Miles de personas protestaron en {city} contra el plan del gobierno.",
    ),
    "de": (
        "{one} und {two} einigten sich am Montag in {city} auf ein Abkommen, sagte ein Sprecher.",
        "Außenminister {person} erklärte, der Vertrag werde in {n} Wochen unterzeichnet.",
        "Tausende Menschen protestierten in {city} gegen die Pläne der Regierung.",
    ),
    "fr": (
        "{one} et {two} se sont entendus lundi à {city}, a déclaré un porte-parole.",
        "Le ministre {person} a affirmé que l'accord serait signé dans {n} semaines.",
        "Des milliers de personnes ont manifesté à {city} contre le projet du gouvernement.",
    ),
    "ja": (
        "{one}と{two}は月曜日に{city}で会談し、協力で合意したと外務省が発表した。",
        "{person}外相は「{n}週間以内に署名する」と述べた。",
        "{city}では数千人が政府の計画に抗議した。",
    ),
    "zh": (
        "{one}和{two}星期一在{city}举行会谈，双方同意继续合作，外交部发言人说。",
        "外交部长{person}表示，协议将在{n}周内签署。",
        "数千人在{city}抗议政府的计划。",
    ),
    "ko": (
        "{one}과 {two}은 월요일 {city}에서 회담을 열고 협력에 합의했다고 외교부가 밝혔다.",
        "{person} 장관은 {n}주 안에 협정에 서명할 것이라고 말했다.",
        "{city}에서는 수천 명이 정부의 계획에 항의했다.",
    ),
    "ru": (
        "{one} и {two} договорились в понедельник в городе {city}, сообщил представитель.",
        "Министр {person} заявил, что соглашение подпишут через {n} недель.",
        "Тысячи людей вышли на протест в городе {city}.",
    ),
}


def generate(count: int, seed: int = 1, *, only: str = "") -> Iterator[dict[str, Any]]:
    """Yield reports as JSON objects, in order of publication; ``only`` names one language."""
    rng = random.Random(seed)
    events: list[dict[str, str]] = []
    told: list[list[dict[str, Any]]] = []
    for number in range(count):
        if not events or rng.random() < 0.35:
            events.append(_event(rng))
            told.append([])
        at = max(0, len(events) - 1 - int(rng.expovariate(1 / 8)))
        earlier = told[at]
        language = only or rng.choices(*zip(*LANGUAGES, strict=True))[0]
        same = [report for report in earlier if report["language"] == language]
        report = {
            "id": f"a{number}",
            "outlet": f"Outlet {rng.randrange(80)}",
            "language": language,
            "published": (START + timedelta(days=number / A_DAY)).isoformat(),
            "url": f"https://outlet.example/{number}",
        }
        if same and rng.random() < 0.16 / 0.65:
            report |= _copy(rng, rng.choice(same))
        else:
            report |= _write(rng, events[at], language)
        earlier.append(report)
        yield report


def as_page(report: dict[str, Any]) -> dict[str, Any]:
    """Put a report into a page as sites make them, some 40 kB with what surrounds the text."""
    about = {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": report["title"],
        "datePublished": report["published"], "inLanguage": report["language"],
        "author": {"@type": "Person", "name": "Ana Ruiz"},
        "publisher": {"@type": "Organization", "name": report["outlet"]},
    }  # fmt: skip
    links = "".join(
        f'<li><a class="nav-{n}" href="/section/{n}">Section number {n}</a></li>' for n in range(60)
    )
    style = "".join(f".c{n}{{margin:{n}px;padding:{n % 7}px;color:#{n:06x}}}" for n in range(500))
    paragraphs = "".join(f"<p>{html.escape(one)}</p>" for one in report["text"].split("\n\n"))
    page = (
        f'<!DOCTYPE html><html lang="{report["language"]}"><head><meta charset="utf-8">'
        f"<title>{html.escape(report['title'])} | {report['outlet']}</title><style>{style}</style>"
        f'<script type="application/ld+json">{json.dumps(about)}</script></head><body>'
        f"<header><nav><ul>{links}</ul></nav></header><main><article>"
        f"<h1>{html.escape(report['title'])}</h1>{paragraphs}</article></main>"
        f"<aside><h2>More</h2><ul>{links}</ul></aside><footer>All rights reserved.</footer>"
        "</body></html>"
    )
    return {"html": page, "url": report["url"], "id": report["id"]}


def write_archive(
    path: Path, count: int, seed: int = 1, *, only: str = "", pages: bool = False
) -> None:
    """Write a generated archive as JSON Lines."""
    with path.open("w", encoding="utf-8") as out:
        for report in generate(count, seed, only=only):
            row = as_page(report) if pages else report
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


def _event(rng: random.Random) -> dict[str, str]:
    one, two = rng.sample(COUNTRIES.split(), 2)
    return {
        "one": one, "two": two, "city": rng.choice(CITIES.split()), "topic": rng.choice(TOPICS),
        "person": rng.choice(PEOPLE), "office": rng.choice(OFFICES),
    }  # fmt: skip


def _write(rng: random.Random, event: dict[str, str], language: str) -> dict[str, str]:
    forms = ENGLISH if language == "en" else OTHERS[language]
    length = max(3, min(90, round(rng.lognormvariate(3.4, 0.5))))  # sentences; median 30
    sentences = [_sentence(rng, forms[0], event)]
    sentences += [_sentence(rng, rng.choice(forms), event) for _ in range(length - 1)]
    gap = "" if language in ("ja", "zh") else " "
    pairs = [gap.join(sentences[at : at + 2]) for at in range(0, len(sentences), 2)]
    title = _sentence(rng, rng.choice(forms[:2]), event).rstrip(".。")
    return {"title": title[:90], "text": "\n\n".join(pairs)}


def _sentence(rng: random.Random, form: str, event: dict[str, str]) -> str:
    loose = rng.random() < 0.3  # background: other places and people
    chosen = _event(rng) if loose else event
    return form.format(
        **chosen, day=rng.choice(DAYS), n=rng.randrange(2, 90), year=rng.randrange(2015, 2026),
        month=rng.choice(("March", "June", "October")),
    )  # fmt: skip


def _copy(rng: random.Random, of: dict[str, Any]) -> dict[str, str]:
    paragraphs = of["text"].split("\n\n")
    if rng.random() < 0.5:
        paragraphs = paragraphs[: max(1, len(paragraphs) // 2)]
    return {"title": of["title"], "text": "\n\n".join(paragraphs)}
