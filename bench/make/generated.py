"""Generated reports of realistic sizes, repeats and pace, for speed and scale. Seeded, streamed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import numpy as np

from dateline.group import Sketch, sketch
from dateline.records import (
    ActorMention,
    Block,
    Made,
    Reading,
    Report,
    Sentence,
    Span,
    Vector,
    content_id,
)  # fmt: skip

MADE = Made(stage="bench", version=1)
START = datetime(2026, 1, 1, tzinfo=UTC)
A_DAY = 2_000  # reports published a day
VOCABULARY = 60_000
COMMON = 3_000  # words that any report may hold, drawn by Zipf's law
DIMENSION = 512
SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "or", "il")]


def _word(number: int) -> str:
    out = ""
    while True:
        number, rest = divmod(number, len(SYLLABLES))
        out += SYLLABLES[rest]
        if not number:
            return out if len(out) > 3 else out + "dan"


class _Event:
    """An event under report: its own names, words, actors and direction in meaning."""

    def __init__(self, rng: random.Random, noise: np.random.Generator) -> None:
        self.names = [_word(rng.randrange(COMMON, VOCABULARY)).capitalize() for _ in range(6)]
        self.words = [_word(rng.randrange(COMMON, VOCABULARY)) for _ in range(40)]
        self.actors = [f"x:{rng.randrange(400)}" for _ in range(3)]
        self.numbers = [str(rng.randrange(2, 3000)) for _ in range(4)]
        self.vector = noise.standard_normal(DIMENSION)
        self.texts: list[str] = []


def generate(count: int, seed: int = 1) -> Iterator[Sketch]:
    """Yield ``count`` sketches in order of publication, two thousand a day.

    A third are first reports of an event, one in six copies an earlier text whole or cut; the
    rest are written anew about an event of the last three days. Texts have 40 to 400 words.
    """
    rng = random.Random(seed)
    noise = np.random.default_rng(seed)
    events: list[_Event] = []
    for number in range(count):
        if not events or rng.random() < 0.33:
            events.append(_Event(rng, noise))
            del events[:-A_DAY]
        event = events[-1 - min(len(events) - 1, int(rng.expovariate(1 / 150)))]
        if event.texts and rng.random() < 0.25:
            text = rng.choice(event.texts)
            if rng.random() < 0.5:
                text = ". ".join(text.split(". ")[: 2 + text.count(". ") // 2])
        else:
            text = _write(rng, event)
            event.texts = [*event.texts[-3:], text]
        time = START + timedelta(days=number / A_DAY)
        yield _sketch(number, text, time, event, noise)


def _write(rng: random.Random, event: _Event) -> str:
    sentences = []
    for _ in range(rng.choice((3, 5, 8, 12, 20))):
        words = []
        for _ in range(rng.randrange(12, 22)):
            chance = rng.random()
            if chance < 0.12:
                words.append(rng.choice(event.names))
            elif chance < 0.35:
                words.append(rng.choice(event.words))
            elif chance < 0.38:
                words.append(rng.choice(event.numbers))
            else:
                words.append(_word(min(COMMON - 1, int(rng.paretovariate(0.6)))))
        sentences.append("The " + " ".join(words))
    return ". ".join(sentences) + "."


def _sketch(
    number: int, text: str, time: datetime, event: _Event, noise: np.random.Generator
) -> Sketch:
    id = content_id("rep", number, text)
    vector = event.vector + 0.8 * noise.standard_normal(DIMENSION)
    vector /= np.linalg.norm(vector)
    report = Report(
        id=id, key=id, text=text, blocks=(Block(kind="paragraph", start=0, end=len(text)),),
        retrieved=time, published=time, made=MADE, language="en", outlet=f"outlet {number % 300}",
    )  # fmt: skip
    spans, at = [], 0
    for piece in text.split(". "):
        spans.append(Sentence(span=Span(report=id, start=at, end=at + len(piece)), block=0))
        at += len(piece) + 2
    here = Span(report=id, start=0, end=1)
    reading = Reading(
        report=id, language="en", made=MADE, sentences=tuple(spans),
        actors=tuple(ActorMention(span=here, actor=a, how="full name") for a in event.actors),
        vectors=(Vector(of="report", engine="usem3-generated",
                        values=vector.astype("<f2").tobytes()),),
    )  # fmt: skip
    return sketch(report, reading)
