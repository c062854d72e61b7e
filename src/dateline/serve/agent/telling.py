"""From the desk's records to the answers of the tools."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.desk.agenda import Entry
from dateline.records import Brief, Claim, Event, Expectation, Outcome, Party, Report, Span, When
from dateline.serve.agent import answers
from dateline.serve.render.view import View, claim_text, span_id
from dateline.views import Citation, StoryLine


def outside(text: str | None) -> answers.Outside:
    """Mark words as those of others, without characters that don't show."""
    plain = "".join(c for c in text or "" if c in "\n\t" or c.isprintable())
    return answers.Outside(from_reports=plain)


def cites(spans: tuple[Span, ...]) -> list[str]:
    """Write spans as citations."""
    return [span_id(span) for span in spans]


def story(line: StoryLine) -> answers.Story:
    """Answer with a story."""
    return answers.Story(
        id=line.id,
        title=outside(line.title),
        reports=line.reports,
        independent=line.independent,
        languages=list(line.languages),
        opened=line.opened,
        updated=line.updated,
    )


def brief(made: Brief, reports: Mapping[str, Report]) -> answers.BriefAnswer:
    """Answer with a brief."""
    view = View(made, reports)

    def sentence(claim: Claim) -> answers.Sentence:
        return answers.Sentence(
            text=outside(claim_text(claim, made.language)),
            agreement=claim.agreement,
            independent=claim.independent,
            cite=cites(claim.spans),
        )

    return answers.BriefAnswer(
        story=made.story,
        headline=outside(claim_text(made.headline, made.language)),
        gist=sentence(made.gist),
        sections=[
            answers.Section(
                name=part.name, sentences=list(map(sentence, part.claims)), note=part.note
            )
            for part in made.sections
        ],
        differences=[
            answers.Difference(
                attribute=one.attribute,
                sides=[
                    answers.Side(
                        value=outside(side.value),
                        independent=side.independent,
                        cite=cites(side.spans),
                    )
                    for side in one.versions
                ],
            )
            for one in made.differences
        ],
        gaps=list(made.gaps),
        sources=[
            answers.Source(
                report=source.report,
                outlet=outside(source.outlet),
                title=outside(source.title),
                published=source.published,
                relation=view.relation(source),
            )
            for source in view.sources
        ],
        reports=made.reports,
        independent=made.independent,
    )


def act(event: Event) -> answers.Act:
    """Answer with an event."""
    return answers.Act(
        id=event.id,
        action=event.action,
        mode=event.mode,
        status=event.status,
        quad=event.quad,
        goldstein=event.goldstein,
        sources=_parties(event.sources),
        targets=_parties(event.targets),
        place=event.place,
        when=time(event.occurred),
        story=event.story,
        cite=cites(event.spans),
    )


def time(when: When) -> answers.Time:
    """Answer with an interval."""
    return answers.Time(earliest=when.earliest, latest=when.latest, precision=when.precision)


def coming(item: Expectation, outcome: Outcome) -> answers.Coming:
    """Answer with an expectation."""
    return answers.Coming(
        id=item.id,
        statement=outside(item.statement),
        outcome=outcome,
        due=time(item.due),
        holder=item.holder,
        confidence=outside(item.confidence),
        story=item.story,
        cite=cites(item.spans),
    )


def day(entry: Entry) -> answers.Day:
    """Answer with a line of the calendar."""
    return answers.Day(
        start=entry.start,
        end=entry.end,
        by=entry.limit,
        summary=outside(entry.summary),
        actors=list(entry.actors),
        place=entry.place,
        story=entry.story,
    )


def opened(found: Citation) -> answers.Opened:
    """Answer with a citation."""
    return answers.Opened(
        cite=span_id(found.span),
        report=found.report.id,
        outlet=outside(found.report.outlet),
        title=outside(found.report.title),
        published=found.report.published,
        url=outside(found.report.url),
        before=outside(found.before),
        text=outside(found.text),
        after=outside(found.after),
    )


def _parties(side: tuple[Party, ...]) -> list[str]:
    return [p.actor if p.actor == p.code else f"{p.actor} ({p.code})" for p in side]
