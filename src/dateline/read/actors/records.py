"""From drafts to records."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.read.actors.draft import Draft, Page
from dateline.records import ActorMention, Span


def mention(page: Page, draft: Draft, report: str) -> ActorMention:
    """Make the record: kind, country and sector are the actor's on the page's day."""
    actor = page.known(draft.actor)
    apposition = None
    if draft.apposition is not None:
        apposition = Span(report=report, start=draft.apposition[0], end=draft.apposition[1])
    return ActorMention(
        span=Span(report=report, start=draft.start, end=draft.end),
        actor=draft.actor,
        how=draft.how,
        kind=actor.kind if actor else "unknown",
        country=actor.country if actor else "",
        sector=sector(page, draft.actor) if actor else "",
        certainty=draft.certainty,
        apposition=apposition,
    )


def sector(page: Page, actor_id: str) -> str:
    """The sector code of an actor on the page's day.

    A person has that of the highest office held then (past the knowledge base's day: of an
    office not known to have ended), *ELI* (CAMEO's code for former officials)
    when all known offices are over, and "" when no office is known.
    """
    actor = page.knowledge.actors[actor_id]
    if actor.kind != "person":
        return actor.sector
    tenures = page.knowledge.tenures_of(actor_id)
    offices = page.offices(actor_id) or tuple(
        t.office for t in tenures if page.stale() and t.end is None
    )
    if offices:
        ranked = sorted(offices, key=lambda o: (page.knowledge.role(o).kind not in _TOP, o))
        return page.knowledge.role(ranked[0]).sector
    past = [t for t in tenures if t.end and page.on and t.end <= page.on]
    return "ELI" if past else ""


_TOP = ("head-of-state", "head-of-government")


def mentions_within(mentions: Iterable[ActorMention], span: Span) -> tuple[ActorMention, ...]:
    """The mentions that lie inside ``span``, in their order."""
    return tuple(m for m in mentions if m.span.within(span))


def by_sentence(
    mentions: Iterable[ActorMention], sentences: Sequence[Span]
) -> tuple[tuple[ActorMention, ...], ...]:
    """The mentions of each sentence, one tuple a sentence."""
    found = tuple(mentions)
    return tuple(mentions_within(found, span) for span in sentences)
