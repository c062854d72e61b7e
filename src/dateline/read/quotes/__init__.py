"""Quotations and attributions: who is said to have said, thought or wanted what.

What stands in a quote's content is somebody's, and never the report's own statement of fact.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.read.quotes import asian, english, surface
from dateline.read.quotes.floating import continue_quotations
from dateline.read.quotes.link import to_quotes
from dateline.read.quotes.marks import find_quoted
from dateline.read.quotes.tree import Tree
from dateline.records import ActorMention, Parse, Quote, Report, Sentence

__all__ = ["find_quotes"]


def find_quotes(
    report: Report,
    sentences: Sequence[Sentence],
    parses: Sequence[Parse],
    actors: Sequence[ActorMention],
    language: str,
) -> tuple[Quote, ...]:
    """Find the attributions of a report, direct, indirect and mixed, in reading order.

    English is read from the parses, and by plain patterns where a sentence has none; Japanese,
    Korean and Chinese are read from the text. In other languages there are none yet. A
    quotation that goes on over sentences or paragraphs is one quote with several pieces of
    content.
    """
    paragraphs = [
        find_quoted(report.text, block.start, block.end)
        for block in report.blocks
        if block.kind != "title"
    ]
    quoted = [quote for paragraph in paragraphs for quote in paragraph]
    parsed = {parse.sentence: parse.tokens for parse in parses}
    found = []
    for index, sentence in enumerate(sentences):
        start, end = sentence.span.start, sentence.span.end
        if report.dateline is not None and start <= report.dateline.span.start < end:
            # "NARA, Japan (Kyodo) —" is nobody's words.
            start = min(report.dateline.span.end, end)
        near = [quote for quote in quoted if quote.start < end and start < quote.end]
        if language == "en" and index in parsed:
            tree = Tree(parsed[index])
            read = english.attributions(report.text, start, end, tree, near)
            found += read or surface.lost(report.text, start, end, near)
        elif language == "en":
            found += surface.attributions(report.text, start, end, near)
        elif language in asian.LANGUAGES:
            found += asian.attributions(report.text, start, end, language, near)
    spans = [(sentence.span.start, sentence.span.end) for sentence in sentences]
    continue_quotations(report.text, found, spans, paragraphs)
    return to_quotes(report, found, quoted, actors)
