"""Linking: the rules in the order in which they are trusted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from dateline.engines.ports import NamedSpan
from dateline.knowledge import Knowledge
from dateline.knowledge.names import fold
from dateline.read.actors.choose import named
from dateline.read.actors.compounds import compounds
from dateline.read.actors.draft import Draft, Page
from dateline.read.actors.persons import by_surname, by_title
from dateline.read.actors.records import mention
from dateline.read.actors.roles import by_role, lists, pronouns
from dateline.read.actors.titles import Titled, titles
from dateline.read.actors.unknown import after_titles, recognised
from dateline.records import ActorMention, Span

# A report longer than this is read to here: what comes after has no actors linked.
MAX_TEXT = 400_000


def find_actors(
    text: str,
    language: str,
    *,
    report: str,
    sentences: Sequence[Span],
    published: datetime | None,
    knowledge: Knowledge,
    names: Sequence[NamedSpan] = (),
) -> tuple[ActorMention, ...]:
    """Find the actors a report names, by start of their spans.

    ``language`` is ISO 639-1; ``sentences`` are spans of ``text`` in order; ``names`` are what
    a recogniser found, with offsets into ``text``. Who holds an office is judged on the day of
    ``published``; without it, nothing that needs a day is linked. The order of trust: names in
    full, title and surname, surname after a full name, pairs, roles, pronouns. A rule never
    overrules one before it. Pure: the same arguments give the same mentions.
    """
    text = text[:MAX_TEXT]
    on = published.date() if published is not None else None
    page = Page.of(text, language, sentences, on, knowledge)
    page.add(named(page))
    page.add(compounds(page))
    found = titles(page)
    page.add(by_title(page, found))
    page.add(after_titles(page, found))
    page.add(recognised(page, [name for name in names if name.end <= len(text)]))
    page.add(by_surname(page))
    _introduce(page, found)
    page.add(by_role(page, found))
    pairs = [draft for draft in lists(page) if page.free(draft.start, draft.end)]
    page.add(pronouns(page))
    return tuple(
        mention(page, draft, report)
        for draft in sorted([*page.drafts, *pairs], key=lambda d: (d.start, d.end, d.actor))
    )


def _introduce(page: Page, found: Iterable[Titled]) -> None:
    """Note with which title the page introduces a person: "Prime Minister Nouri al-Maliki"."""
    starts: dict[int, Draft] = {draft.start: draft for draft in page.drafts}
    for titled in found:
        after = titled.end
        while after < len(page.text) and page.text[after] in " .":
            after += 1
        draft = starts.get(after)
        if draft is None or titled.past or titled.other:
            continue
        actor = page.known(draft.actor)
        if actor is None or actor.kind == "person":
            page.titled[draft.actor] = fold(titled.title.text)
