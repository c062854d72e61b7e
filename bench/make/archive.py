"""A generated archive: reports or whole pages of real sizes, languages and repeats. Seeded.

Sizes, languages and repeats follow what public news pages and multilingual blurbs show: a median
of some 450 words, three in five in English, one in six a copy of an earlier report whole or cut,
an event told by one to nine outlets. What happens is taken from ``scenes.toml``; each event has
names and figures of its own, as events do, so that stories are as large as events are however long
the archive is. Grammar, names, dates and quotations give every stage its usual work.
"""

from __future__ import annotations

import html
import json
import random
import tomllib
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
FIRST = "Ana Ken Marta Omar Li Jonas Nadia Sam Ines Yusuf Clara Anton Mei Petra Luis Hana".split()
OFFICES = ("foreign minister", "defence minister", "trade minister", "prime minister")
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
CONSONANTS, VOWELS = "bdfgklmnprstvz", "aeiou"
SCENES = tomllib.loads(Path(__file__).with_name("scenes.toml").read_text(encoding="utf-8"))
ASIDE = SCENES.pop("aside")[0]["told"]
DETAIL = SCENES.pop("detail")


def generate(count: int, seed: int = 1, *, only: str = "") -> Iterator[dict[str, Any]]:
    """Yield reports as JSON objects, in order of publication; ``only`` names one language."""
    rng = random.Random(seed)
    events: list[dict[str, Any]] = []
    told: list[list[dict[str, Any]]] = []
    for number in range(count):
        if not events or rng.random() < 0.35:
            events.append(_event(rng, len(events)))
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


def _event(rng: random.Random, number: int) -> dict[str, Any]:
    """Draw an event: its scene and the names and figures that are its own."""
    a, b = rng.sample(COUNTRIES.split(), 2)
    return {
        "scene": number, "a": a, "b": b, "town": _name(rng), "port": f"Port {_name(rng)}",
        "body": _name(rng), "person": _person(rng), "second": _person(rng),
        "office": rng.choice(OFFICES), "n": rng.randrange(2, 90), "m": rng.randrange(2, 90),
        "day": rng.choice(DAYS), "month": rng.choice(("March", "June", "October")),
    }  # fmt: skip


def _person(rng: random.Random) -> str:
    return f"{rng.choice(FIRST)} {_name(rng)}"


def _name(rng: random.Random) -> str:
    """Make a name that hardly any other event has."""
    return "".join(
        rng.choice(CONSONANTS) + rng.choice(VOWELS) for _ in range(rng.choice((3, 3, 4)))
    ).capitalize()


def _write(rng: random.Random, event: dict[str, Any], language: str) -> dict[str, str]:
    scenes = SCENES[language]
    scene = scenes[event["scene"] % len(scenes)]
    length = max(3, min(90, round(rng.lognormvariate(3.4, 0.5))))  # sentences; median 30
    first, *rest = scene["told"]
    sentences = [_sentence(rng, one, event) for one in (first, *rng.sample(rest, len(rest)))]
    while len(sentences) < length:
        if language == "en" and rng.random() < 0.3:  # background: of other times and places
            sentences.append(_sentence(rng, rng.choice(ASIDE), _event(rng, 0)))
        else:
            sentences.append(_sentence(rng, rng.choice(DETAIL[language]), event))
    del sentences[length:]
    gap = "" if language in ("ja", "zh") else " "
    pairs = [gap.join(sentences[at : at + 2]) for at in range(0, len(sentences), 2)]
    return {"title": _sentence(rng, scene["headline"], event)[:90], "text": "\n\n".join(pairs)}


def _sentence(rng: random.Random, form: str, event: dict[str, Any]) -> str:
    """Fill a sentence in; one in ten gives another figure than the event's."""
    own = {"year": rng.randrange(2015, 2026), "third": _person(rng), "k": rng.randrange(2, 90)}
    other = {"n": rng.randrange(2, 90)} if rng.random() < 0.1 else {}
    return form.format(**(event | own | other))


def _copy(rng: random.Random, of: dict[str, Any]) -> dict[str, str]:
    paragraphs = of["text"].split("\n\n")
    if rng.random() < 0.5:
        paragraphs = paragraphs[: max(1, len(paragraphs) // 2)]
    return {"title": of["title"], "text": "\n\n".join(paragraphs)}
