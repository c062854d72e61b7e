"""Mentions: each place where a sentence tells of an event, with its parties, time and place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.events import european
from dateline.events.coding import Code, code
from dateline.events.contexts import contexts
from dateline.events.dateline import find_dateline, without_dateline
from dateline.events.east_asian import LANGUAGES, find_east_asian
from dateline.events.frames import Frame, frames, is_verb
from dateline.events.lexicon import Lexicon, english
from dateline.events.mention import Mention
from dateline.events.sides import at_home, enough, sides
from dateline.events.standing import identified
from dateline.events.status import status_of
from dateline.events.timing import aged, choose_date, clause_span, news_day, place_of, when_of
from dateline.events.tree import Tree
from dateline.records import (
    ActorMention,
    Reading,
    Report,
    Sentence,
    Span,
)

# Where one of these is told of, harm without a doer is nobody's deed.
NATURE = frozenset(
    "earthquake quake tremor tsunami storm typhoon hurricane cyclone flood tornado drought "
    "wildfire blizzard landslide mudslide avalanche aftershock temblor eruption accident "
    "crash derailment virus pandemic epidemic".split()
)
MISHAPS = frozenset("skid capsize collide derail crash overturn".split())
# A team that beats another hurts nobody.
WINNING = frozenset("beat defeat crush thrash edge rout eliminate hold oust clash fight".split())
SPORT = frozenset(
    "match goal championship tournament league cup golf tennis football soccer rugby cricket "
    "basketball baseball olympics olympic medal semifinal semi-final quarterfinal playoff inning "
    "player coach striker".split()
)
# Verbs whose complements are wished or feared, not told: "urged Iran to free", "threatened to".
UNREAL = frozenset({"REQUEST", "THREATEN", "AGREE", "REJECT"})


def find_mentions(report: Report, reading: Reading) -> Iterator[Mention]:
    """Yield the event mentions of a report, in the order of its sentences.

    English by its parses; Japanese, Korean and Chinese by particles and word order; Spanish,
    French and German by cues, word order and prepositions; other languages have none.
    """
    dateline = find_dateline(report, reading)
    reading = identified(report, reading, dateline)
    if reading.language in LANGUAGES:
        yield from find_east_asian(report, reading)
        return
    if reading.language in european.LANGUAGES:
        yield from european.find_european(report, reading)
        return
    lexicon = english()
    for parse in reading.parses:
        sentence = reading.sentences[parse.sentence]
        if sentence.role == "boilerplate":
            continue
        tree = Tree(report.text, without_dateline(parse.tokens, dateline))
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
    natural = any(
        (lemma in NATURE and tree.pos(index) == "NOUN") or lemma in MISHAPS
        for index, lemma in enumerate(tree.lemmas)
    )
    sport = not SPORT.isdisjoint(tree.lemmas)
    told: set[tuple[str, tuple[str, ...], tuple[str, ...]]] = set()
    coded = [(frame, code(tree, frame, lexicon)) for frame in frames(tree, lexicon)]
    strong = {f.head: c.action for f, c in coded if c is not None and not f.nominal}
    for frame, found in coded:
        if found is None or frame.head in taken or not _real(tree, frame, strong):
            continue
        if sport and found.frame.verb in WINNING:
            continue
        sources, targets = sides(tree, frame, found, actors, reading)
        if not enough(found, sources, targets, frame, natural):
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
        at, clause = tree.tokens[found.frame.head].start, clause_span(tree, found.frame.head)
        date = choose_date(reading.dates, sentence.span, at, clause)
        news = None if sentence.role == "background" else news_day(report, reading)
        when, dated = when_of(report, date, status, news)
        yield Mention(
            report=report.id,
            sentence=index,
            action=found.action,
            mode=found.mode,
            status=aged(report, sentence, status, when, dated),
            sources=at_home(sources, targets, actors, reading.places, sentence),
            targets=at_home(targets, sources, actors, reading.places, sentence),
            when=when,
            dated=dated,
            span=sentence.span,
            words=Span(
                report=report.id,
                start=tree.tokens[found.frame.head].start,
                end=tree.tokens[found.frame.head].end,
            ),
            why=found.why,
            place=place_of(reading.places, sentence.span, at, clause),
            toll=_toll(tree, found),
            contexts=contexts().of_lemmas(tree.lemmas),
        )


def _real(tree: Tree, frame: Frame, strong: dict[int, str]) -> bool:
    """False for what hangs under a request, threat, promise or refusal."""
    below = frame.head
    for one in tree.path(frame.head)[1:]:
        rel = tree.rel(below)
        if one in strong and strong[one] in UNREAL:
            if rel in ("xcomp", "ccomp", "pcomp", "oprd", "dobj", "nsubjpass"):
                return False
            if strong[one] == "REQUEST" and _infinitive(tree, below):
                return False
            if rel == "prep" and (frame.nominal or not is_verb(tree, frame.head)):
                return False
        if rel in ("xcomp", "ccomp", "acl") and _asked(tree, below):
            return False
        if one in strong and rel == "advcl" and _for_purpose(tree, below, strong):
            return strong.get(frame.head) == "PROTEST"
        below = one
    return True


def _infinitive(tree: Tree, clause: int) -> bool:
    return any(tree.tag(aux) == "TO" for aux in tree.kids(clause, "aux"))


def _asked(tree: Tree, clause: int) -> bool:
    """True under "must" and "should"."""
    return any(tree.lemmas[aux] in ("must", "should") for aux in tree.kids(clause, "aux"))


def _for_purpose(tree: Tree, clause: int, strong: dict[int, str]) -> bool:
    """True for "struck to demand", "marched demanding": what a deed is done for."""
    if _infinitive(tree, clause):
        return True
    return tree.tag(clause) == "VBG" and strong.get(clause) == "REQUEST"


def _toll(tree: Tree, found: Code) -> str:
    """Return how many were hit, as the sentence writes it: "at least 12"."""
    if found.action not in ("ASSAULT", "COERCE", "CONCEDE"):
        return ""
    for patient in found.frame.patients:
        for number in tree.kids(patient, "nummod"):
            return " ".join(tree.words[w] for w in sorted(tree.under(number)))
    return ""
