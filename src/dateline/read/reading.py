"""One report becomes one reading: what its language, sentences, words and names say."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from dateline.engines import Engines, unpack_all
from dateline.knowledge import Knowledge
from dateline.read.actors import find_actors
from dateline.read.dates import find_dates
from dateline.read.language import check_readable, detect_language
from dateline.read.names import unknown_names
from dateline.read.places import find_places
from dateline.read.quotes import find_quotes
from dateline.read.roles import Evidence, assign_roles
from dateline.read.sentences import split_sentences
from dateline.read.vectors import embed_report
from dateline.read.zones import zone_of
from dateline.records import (
    DateMention,
    Made,
    Parse,
    Reading,
    Report,
    Sentence,
    Span,
    Token,
    Vector,
)

STAGE, VERSION = "read", 4
# Sentences parsed of one report; what stands after them in a live blog or a law is background.
MOST_PARSED = 400
# Words of a report that is edited later than this after its publication are those of then.
LATE_EDIT = timedelta(days=7)


def read_report(report: Report, engines: Engines, knowledge: Knowledge) -> Reading:
    """Read one version of a report. Pure: the same report and engines give the same reading.

    Raises Unsupported when the text is in no language that can be read, and EngineError when
    an engine fails.
    """
    language, certainty = detect_language(report.text, report.language)
    check_readable(
        report.url or report.key, report.text, language, declared=report.language is not None
    )
    sentences = [
        Sentence(span=Span(report=report.id, start=start, end=end), block=block)
        for start, end, block in split_sentences(report.text, report.blocks, language)
    ]
    spans = [sentence.span for sentence in sentences]
    vectors = embed_report(report, sentences, language, engines)
    parses = parse_sentences(report, sentences, language, engines)
    published = report.published or report.updated
    dates = dates_of(report, language, spans)
    actors = find_actors(
        report.text,
        language,
        report=report.id,
        sentences=spans,
        published=published,
        knowledge=knowledge,
        names=unknown_names(report, parses, language, engines),
    )
    places = find_places(
        report.text,
        language,
        report=report.id,
        knowledge=knowledge,
        actors=actors,
        dateline=report.dateline.span if report.dateline is not None else None,
    )
    quotes = find_quotes(report, sentences, parses, actors, language)
    evidence = Evidence(parses=parses, dates=dates, quotes=quotes)
    return Reading(
        report=report.id,
        language=language,
        language_certainty=round(certainty, 4),
        made=Made(stage=STAGE, version=VERSION, engine=engine_names(language, engines)),
        sentences=with_roles(report, sentences, language, vectors, evidence),
        dates=dates,
        actors=actors,
        places=places,
        quotes=quotes,
        parses=parses,
        vectors=vectors,
    )


def dates_of(report: Report, language: str, spans: Sequence[Span]) -> tuple[DateMention, ...]:
    """Find the dates of a report, read against the day of its publication.

    In a report that was edited on a later day, what by the day of the edit names a day after the
    publication is read so: "rose to 14 on Tuesday" can't have stood in Monday's version.
    """
    zone = zone_of(report, language)

    def read(at: datetime | None) -> tuple[DateMention, ...]:
        return find_dates(
            report.text, language, report=report.id, published=at, zone=zone, sentences=spans
        )

    first, last = report.published or report.updated, report.updated
    found = read(first)
    if first is None or last is None or not timedelta(0) < last - first < LATE_EDIT:
        return found
    again = {(one.span.start, one.span.end): one for one in read(last)}

    def added(one: DateMention) -> bool:
        when = one.when
        return (
            one.direction != "future"
            and when.precision == "day"
            and when.earliest is not None
            and first < when.earliest <= last
        )

    later = (again.get((one.span.start, one.span.end), one) for one in found)
    return tuple(new if added(new) else old for old, new in zip(found, later, strict=True))


def parse_sentences(
    report: Report, sentences: Sequence[Sentence], language: str, engines: Engines
) -> tuple[Parse, ...]:
    """Parse the first 400 sentences where a parser knows the language; tokens count from the
    start of the report's text.
    """
    parser = engines.parser_for(language)
    if parser is None:
        return ()
    spans = [sentence.span for sentence in sentences[:MOST_PARSED]]
    parsed = parser.parse([report.text[span.start : span.end] for span in spans], language)
    return tuple(
        Parse(sentence=index, tokens=tuple(_moved(token, span.start) for token in tokens))
        for index, (span, tokens) in enumerate(zip(spans, parsed, strict=True))
        if tokens
    )


def with_roles(
    report: Report,
    sentences: Sequence[Sentence],
    language: str,
    vectors: Sequence[Vector],
    evidence: Evidence,
) -> tuple[Sentence, ...]:
    """Give each sentence its role, from its words, its vector and what was read of it."""
    own = [vector for vector in vectors if vector.of == "sentence"]
    if len(own) != len(sentences) or not own:
        return assign_roles(report, sentences, language)
    rows = unpack_all(vector.values for vector in own)
    engine = own[0].engine
    opening = [v.values for v in vectors if v.of == "report" and v.engine == engine]
    lead = unpack_all(opening)[0] if opening else None
    return assign_roles(report, sentences, language, rows, engine, lead, evidence)


def engine_names(language: str, engines: Engines) -> str:
    """Name the engines that a reading in this language is made with."""
    used = (engines.parser_for(language), engines.embedder_for(language), engines.everywhere)
    return " ".join(dict.fromkeys(engine.name for engine in used if engine is not None))


def _moved(token: Token, by: int) -> Token:
    return Token(
        start=token.start + by,
        end=token.end + by,
        lemma=token.lemma,
        pos=token.pos,
        tag=token.tag,
        rel=token.rel,
        head=token.head,
    )
