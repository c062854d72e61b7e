"""Events and expectations as lines of a page: names, words and addresses instead of codes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from dateline.expect import outcome_at
from dateline.records import Event, Expectation, Outcome
from dateline.serve.web.names import Named, Names
from dateline.serve.web.words import Words, first_and_last


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLine:
    """An event in words. ``reports`` counts those that its spans stand in."""

    event: Event
    action: str
    mode: str
    status: str
    quad: str
    sources: tuple[Named, ...]
    targets: tuple[Named, ...]
    when: str
    reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectationLine:
    """An expectation in words, with what became of it as of a moment."""

    expectation: Expectation
    outcome: Outcome
    outcome_words: str
    kind: str
    due: str
    day: date | None
    holder: Named | None
    subject: tuple[Named, ...]


class Teller:
    """Tells records in the words of one interface language."""

    def __init__(self, names: Names, said: Words) -> None:
        self.names = names
        self.said = said

    def name(self, actor: str) -> Named:
        """Name an actor by its id."""
        return Named(actor, self.names.of(actor, self.said.language))

    def event(self, event: Event) -> EventLine:
        """Put an event in words."""
        said = self.said
        return EventLine(
            event=event,
            action=said.named("action", event.action),
            mode=said.named("mode", event.mode) if event.mode else "",
            status=said.named("status", event.status),
            quad=event.quad,
            sources=tuple(self.names.party(party, said) for party in event.sources),
            targets=tuple(self.names.party(party, said) for party in event.targets),
            when=said.interval(event.occurred),
            reports=len({span.report for span in event.spans}),
        )

    def in_a_line(self, line: EventLine) -> str:
        """Write an event as one line of plain text: a mark's name in a picture."""
        sides = " → ".join(
            ", ".join(named.name for named in side) or "–" for side in (line.sources, line.targets)
        )
        return f"{line.when}: {sides}, {line.action}"

    def expectation(self, item: Expectation, as_of: datetime) -> ExpectationLine:
        """Put an expectation in words, as of a moment."""
        outcome = outcome_at(item, as_of)
        first, last = first_and_last(item.due)
        return ExpectationLine(
            expectation=item,
            outcome=outcome,
            outcome_words=self.said.named("outcome", outcome),
            kind=self.said.named("expected", item.kind),
            due=self.said.interval(item.due),
            day=last or first,
            holder=self.name(item.holder) if item.holder else None,
            subject=tuple(self.name(actor) for actor in item.subject),
        )
