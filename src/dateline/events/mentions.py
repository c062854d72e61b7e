"""Mentions: each place where a sentence tells of an event, with its parties, time and place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from dateline.events.coding import Code, code
from dateline.events.frames import Frame, frames, is_verb
from dateline.events.lexicon import Lexicon, english
from dateline.events.parties import parties
from dateline.events.status import status_of
from dateline.events.tree import Tree
from dateline.records import (
    ActorMention,
    DateMention,
    Party,
    PlaceMention,
    Reading,
    Report,
    Sentence,
    Span,
    Status,
    When,
)

# What is dated longer ago than this is the background of a report, not its news.
OLD = timedelta(days=31)
# Types that need no second party: a protest's target is often unsaid.
ALONE = frozenset({"PROTEST", "MOBILIZE", "RETREAT", "COERCE", "ASSAULT"})
# Types told of one party alone ("agreed to resign"), where it acts.
SAYING = frozenset({"AGREE", "REQUEST", "REJECT", "CONCEDE", "SANCTION", "THREATEN", "ACCUSE"})
# What two do together; either may be named first.
MUTUAL = frozenset({"CONSULT", "COOPERATE", "AGREE", "SUPPORT", "ASSAULT", "SANCTION"})
# Verbs whose complements are wished or feared, not told: "urged Iran to free", "threatened to".
UNREAL = frozenset({"REQUEST", "THREATEN", "AGREE", "REJECT"})
_TARGET_PREPOSITIONS = (
    "with", "against", "on", "to", "at", "from", "for", "toward", "towards", "over", "upon",
    "into", "of", "in", "between", "among", "by", "after", "about", "inside", "near", "under",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One telling of an event. ``span`` is the sentence, ``words`` the predicate in it.

    ``places`` are gazetteer keys with the country; ``numbers`` are tolls, as written.
    """

    report: str
    sentence: int
    action: str
    mode: str
    status: Status
    sources: tuple[Party, ...]
    targets: tuple[Party, ...]
    when: When
    dated: bool
    span: Span
    words: Span
    why: str
    place: PlaceMention | None = None
    toll: str = ""


def find_mentions(report: Report, reading: Reading) -> Iterator[Mention]:
    """Yield the event mentions of an English report, in the order of its sentences."""
    lexicon = english()
    for parse in reading.parses:
        sentence = reading.sentences[parse.sentence]
        if sentence.role == "boilerplate":
            continue
        tree = Tree(report.text, parse.tokens)
        actors = [m for m in reading.actors if m.span.overlaps(sentence.span)]
        yield from _in_sentence(report, reading, sentence, parse.sentence, tree, actors, lexicon)


def _in_sentence(
    report: Report,
    reading: Reading,
    sentence: Sentence,
    index: int,
    tree: Tree,
    actors: Sequence[ActorMention],
    lexicon: Lexicon,
) -> Iterator[Mention]:
    taken: set[int] = set()
    told: set[tuple[str, tuple[str, ...], tuple[str, ...]]] = set()
    coded = [(frame, code(tree, frame, lexicon)) for frame in frames(tree, lexicon)]
    strong = {f.head: c.action for f, c in coded if c is not None and not f.nominal}
    for frame, found in coded:
        if found is None or frame.head in taken or not _real(tree, frame, strong):
            continue
        sources, targets = _sides(tree, frame, found, actors, reading)
        if not _enough(found, sources, targets, frame):
            continue
        taken.update(found.steps)
        taken.update((found.frame.head, frame.head))
        key = (
            found.action,
            tuple(p.actor for p in sources),
            tuple(p.actor for p in targets),
        )
        if key in told:
            continue
        told.add(key)
        status = status_of(tree, found)
        date = choose_date(reading.dates, sentence.span, tree, found)
        when, dated = _when(report, date, status)
        yield Mention(
            report=report.id,
            sentence=index,
            action=found.action,
            mode=found.mode,
            status=_aged(report, sentence, status, when, dated),
            sources=_at_home(sources, actors, reading.places, sentence),
            targets=_at_home(targets, actors, reading.places, sentence),
            when=when,
            dated=dated,
            span=sentence.span,
            words=Span(
                report=report.id,
                start=tree.tokens[found.frame.head].start,
                end=tree.tokens[found.frame.head].end,
            ),
            why=found.why,
            place=_place(reading.places, sentence.span, tree, found),
            toll=_toll(tree, found),
        )


def _real(tree: Tree, frame: Frame, strong: dict[int, str]) -> bool:
    """False for what hangs under a request, threat, promise or refusal."""
    below = frame.head
    for one in tree.path(frame.head)[1:]:
        rel = tree.rel(below)
        if one in strong and strong[one] in UNREAL:
            if rel in ("xcomp", "ccomp", "pcomp", "oprd", "dobj", "nsubjpass"):
                return False
            if rel == "prep" and (frame.nominal or not is_verb(tree, frame.head)):
                return False
        if rel in ("xcomp", "ccomp", "acl") and _asked(tree, below):
            return False
        if one in strong and rel == "advcl" and _for_purpose(tree, below, strong):
            return strong.get(frame.head) == "PROTEST"
        below = one
    return True


def _asked(tree: Tree, clause: int) -> bool:
    """True under "must" and "should"."""
    return any(tree.lemmas[aux] in ("must", "should") for aux in tree.kids(clause, "aux"))


def _for_purpose(tree: Tree, clause: int, strong: dict[int, str]) -> bool:
    """True for "struck to demand", "marched demanding": what a deed is done for."""
    if any(tree.tag(aux) == "TO" for aux in tree.kids(clause, "aux")):
        return True
    return tree.tag(clause) == "VBG" and strong.get(clause) == "REQUEST"


def _sides(
    tree: Tree, frame: Frame, found: Code, actors: Sequence[ActorMention], reading: Reading
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    inner, places = found.frame, reading.places
    sources = parties(tree, inner.agents, actors, places)
    if not sources and frame.agents != inner.agents:
        sources = parties(tree, frame.agents, actors, places)
    targets = _others(sources, parties(tree, inner.patients, actors, places))
    if not targets:
        heads = [
            noun
            for wanted in _TARGET_PREPOSITIONS
            for name, noun in (*inner.obliques, *frame.obliques)
            if name == wanted
        ]
        targets = _others(sources, parties(tree, heads, actors, places))[:2]
    if not targets and not inner.nominal:
        agents = {word for head in inner.agents for word in tree.under(head)}
        wide = [
            word
            for word in sorted(tree.under(inner.head))
            if word not in agents and tree.pos(word) in ("NOUN", "PROPN", "ADJ")
        ]
        targets = _others(sources, parties(tree, wide, actors, places))[:1]
    if not sources and inner.passive and found.action == "COERCE":
        # "was arrested in Lebanon": the authorities of the place did it.
        where = [noun for name, noun in inner.obliques if name in ("in", "at")]
        sources = parties(tree, where, actors, places)[:1]
        targets = _others(sources, targets)
    if found.action in MUTUAL and len(sources) > 1 and not targets:
        sources, targets = sources[:1], sources[1:]
    return sources, targets


def _at_home(
    side: tuple[Party, ...],
    actors: Sequence[ActorMention],
    places: Sequence[PlaceMention],
    sentence: Sentence,
) -> tuple[Party, ...]:
    """Give office-holders whom no table knows the one country that the sentence names.

    "Former prime minister A. Papandreou … in Greece": the person stays unknown, the code is
    GRCGOV. Where the sentence names no country or several, nothing is filled in.
    """
    countries = {m.country for m in actors if m.country}
    countries |= {p.country for p in places if p.span.within(sentence.span) and p.country}
    if len(countries) != 1:
        return side
    (country,) = countries
    return tuple(
        Party(actor=p.actor, code=country + p.code[3:], span=p.span)
        if p.actor.startswith("x:") and p.code.startswith("INT") and len(p.code) > 3
        else p
        for p in side
    )


def _others(sources: tuple[Party, ...], targets: tuple[Party, ...]) -> tuple[Party, ...]:
    """Return the targets that aren't sources: one state's army and people are two parties."""
    spans = {party.span for party in sources}
    known = {(party.actor, party.code) for party in sources}
    return tuple(p for p in targets if p.span not in spans and (p.actor, p.code) not in known)


def _enough(
    found: Code, sources: tuple[Party, ...], targets: tuple[Party, ...], frame: Frame
) -> bool:
    if sources and targets:
        return True
    if frame.nominal:
        return False
    if found.action in ALONE:
        return bool(sources or targets)
    return bool(sources) and found.action in SAYING


def choose_date(
    dates: Sequence[DateMention], sentence: Span, tree: Tree, found: Code
) -> DateMention | None:
    """Return the date nearest to the event's predicate among those of its clause."""
    at = tree.tokens[found.frame.head].start
    inside = [d for d in dates if d.span.within(sentence) and d.when.known]
    inside = [d for d in inside if d.when.precision != "instant" or True]
    if not inside:
        return None
    clause = _clause_span(tree, found.frame.head)
    return min(
        inside,
        key=lambda d: (
            not clause[0] <= d.span.start < clause[1],
            abs(d.span.start - at),
            d.span.start,
        ),
    )


def _clause_span(tree: Tree, head: int) -> tuple[int, int]:
    words = list(tree.under(head, clauses=False))
    return tree.tokens[min(words)].start, tree.tokens[max(words)].end


def _when(report: Report, date: DateMention | None, status: Status) -> tuple[When, bool]:
    if date is not None:
        return date.when, True
    published = report.published
    if published is None:
        return When(anchor="relative", precision="vague"), False
    if status in ("planned", "threatened", "conditional"):
        return When(earliest=published, precision="vague", anchor="published"), False
    return When(latest=published, precision="vague", anchor="published"), False


def _aged(report: Report, sentence: Sentence, status: Status, when: When, dated: bool) -> Status:
    if status != "happened" or report.published is None:
        return status
    if dated and when.latest is not None and when.latest < report.published - OLD:
        return "background"
    if not dated and sentence.role == "background":
        return "background"
    return status


def _place(
    places: Sequence[PlaceMention], sentence: Span, tree: Tree, found: Code
) -> PlaceMention | None:
    inside = [p for p in places if p.span.within(sentence)]
    if not inside:
        return None
    low, high = _clause_span(tree, found.frame.head)
    at = tree.tokens[found.frame.head].start
    return min(
        inside, key=lambda p: (not low <= p.span.start < high, abs(p.span.start - at), p.span.start)
    )


def _toll(tree: Tree, found: Code) -> str:
    """Return how many were hit, as the sentence writes it: "at least 12"."""
    if found.action not in ("ASSAULT", "COERCE", "CONCEDE"):
        return ""
    for patient in found.frame.patients:
        for number in tree.kids(patient, "nummod"):
            return " ".join(tree.words[w] for w in sorted(tree.under(number)))
    return ""
