"""Event mentions of Spanish, French and German: cues, the order of the clause, prepositions.

There is no parse of these languages. The words of a deed stand in a lexicon; who does it stands
before the cue without a preposition, to whom it is done after it or behind a preposition. Where
that leaves it open there is no mention: none rather than a guess.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import resources

from dateline.events.contexts import contexts
from dateline.events.mention import Mention
from dateline.events.sides import ALONE, MUTUAL, SAYING
from dateline.events.standing import office_of
from dateline.events.timing import aged, choose_date, news_day, place_of, when_of
from dateline.knowledge import coder_code
from dateline.records import ActorMention, Party, Reading, Report, Sentence, Span, Status

LANGUAGES = frozenset({"es", "fr", "de"})
_QUOTED = re.compile(r'«[^»]*»|“[^”]*”|"[^"]*"|„[^“”]*[“”]')
_CLAUSE = re.compile(r"[;:]|,\s(?:pero|mais|aber|sondern|mientras|tandis|während)\b|\.\s|[»”\"]\s")
# What stands before a party that isn't the subject.
_OBLIQUE = re.compile(
    r"(?i)\b(?:a|al|ante|con|contra|de|del|desde|en|entre|hacia|hasta|para|por|según|sobre|tras|"
    r"à|au|aux|avec|chez|contre|dans|des|du|d|en|entre|envers|par|pour|selon|sur|vers|"
    r"an|auf|aus|bei|beim|durch|für|gegen|im|in|ins|mit|nach|seit|über|um|unter|vom|von|vor|zum|"
    r"zur|zwischen|wegen)['’]?\s*(?:el|la|los|las|le|les|l['’]|un|una|une|der|die|das|den|dem|"
    r"des|ein\w*|seine?\w*|ihre?\w*)?\s*$"
)
_JOINED = re.compile(
    r"(?:\s*,\s*|\s+(?:y|e|et|und|sowie)\s+)(?:el|la|los|le|les|l['’]|die|der|das)?\s*"
)
_NOT = re.compile(r"(?i)(?:\bno|\bni|\bne|\bn['’]\w*|\bnicht|\bkein\w*|\bnie|\bjamais|\bpas)\s*$")
_PLANNED = re.compile(
    r"(?i)\b(?:prevé\w*|planea\w*|tienen? previsto|quiere\w*|podría\w*|debe\w*|va a|van a|"
    r"prévoi\w*|devrai\w*|doi[tv]\w*|veut|veulent|pourrai\w*|compte\w*|va|vont|"
    r"soll\w*|will|wollen|wird|werden|werde|plan\w*|könnt\w*|dürft\w*|möcht\w*)\s*$"
)
_WILL = re.compile(r"\b(?:wird|werden|werde|soll|sollen|solle|will|wollen|dürfte|könnte)\b")
_INFINITIVE = re.compile(r"\w+(?:er|ir|re|ar)\b", re.I)
_FUTURE = re.compile(r"\w(?:ará|arán|erá|erán|irá|irán|drá|drán|era|eront|ira|iront)\b")
_OFFICE = 60  # characters between a country and the name of its official
_TITLE_ONLY = re.compile(r"[\w’']*(?:\s+[\w’'-]+)*,?\s*")
_FAR = 130  # characters from the cue to a party


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern of the lexicon. ``kind`` is "!" where the adjective beside the noun is the doer,
    "^" where the subject is whom it is done to.
    """

    pattern: re.Pattern[str]
    action: str
    mode: str
    kind: str


@dataclass(frozen=True, slots=True)
class _Named:
    """A party with the extent of its noun phrase and whether a preposition stands before it."""

    party: Party
    start: int
    end: int
    oblique: bool
    adjective: bool


@functools.cache
def cues(language: str) -> tuple[Cue, ...]:
    """Return the cues of a language in the order of the lexicon."""
    text = resources.files(__package__).joinpath("data", "european.lex").read_text("utf-8")
    found = []
    for line in text.splitlines():
        if not line.startswith(language + " "):
            continue
        code, _, patterns = line[3:].partition(": ")
        kind = code[-1] if code[-1] in "!^" else ""
        action, _, mode = code.rstrip("!^").partition("/")
        for words in patterns.split():
            raw = words.replace("…", r"(?:\s+[^\s,;]+){0,8}?\s+").replace("_", r"\s+")
            pattern = re.compile(rf"(?i)\b(?:{raw})")
            found.append(Cue(pattern, action, mode, kind))
    return tuple(found)


def find_european(report: Report, reading: Reading) -> Iterator[Mention]:
    """Yield the event mentions of a Spanish, French or German report."""
    news = news_day(report, reading)
    for index, sentence in enumerate(reading.sentences):
        if sentence.role == "boilerplate":
            continue
        named = _named(report, reading, sentence)
        if not named:
            continue
        text = _QUOTED.sub(lambda m: "_" * len(m.group()), report.quote(sentence.span))
        taken: list[tuple[int, int]] = []
        told: set[tuple[str, frozenset[str]]] = set()
        for cue, match in _matches(text, reading.language):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            low, high = (sentence.span.start + at for at in match.span())
            if _INFINITIVE.match(match.group()) and reading.language != "de":
                continue  # wished or feared, not told
            if cue.kind == "!":
                sides = _of_noun(named, low, high)
            else:
                sides = _sides(named, (low, high), text, sentence, cue.action, reading.language)
            if cue.kind == "^" and sides is not None:
                sides = (), sides[0]
            if sides is None or not _enough(cue, sides):
                continue
            taken.append(match.span())
            who = frozenset(p.actor + p.code for side in sides for p in side)
            if (cue.action, who) in told:
                continue
            told.add((cue.action, who))
            status = _status(text, match, reading.language)
            date = choose_date(reading.dates, sentence.span, low, (low, high))
            when, dated = when_of(report, date, status, news)
            yield Mention(
                report=report.id,
                sentence=index,
                action=cue.action,
                mode=cue.mode,
                status=aged(report, sentence, status, when, dated),
                sources=sides[0],
                targets=sides[1],
                when=when,
                dated=dated,
                span=sentence.span,
                words=Span(report=report.id, start=low, end=high),
                why=f"words “{match.group()}”",
                place=place_of(reading.places, sentence.span, low, (low, high)),
                contexts=contexts().of_text(report.quote(sentence.span)),
            )


def _matches(text: str, language: str) -> list[tuple[Cue, re.Match[str]]]:
    """Return all cues of a sentence: those of several words and verbs first, then in order."""
    found = [
        (order, cue, match)
        for order, cue in enumerate(cues(language))
        for match in cue.pattern.finditer(text)
    ]
    found.sort(key=lambda one: (one[1].kind == "!", one[0], one[2].start()))
    return [(cue, match) for _, cue, match in found]


def _named(report: Report, reading: Reading, sentence: Sentence) -> list[_Named]:
    found: list[_Named] = []
    for mention in reading.actors:
        if not mention.span.within(sentence.span) or not (mention.country or mention.sector):
            continue
        if found and mention.span.start < found[-1].end:
            continue
        start, sector = office_of(report.text, mention, sentence)
        if found and _one_phrase(report.text, found[-1], mention):
            start = found.pop().start
        code = coder_code(mention.country, mention.sector or sector)
        before = report.text[max(sentence.span.start, start - 16) : start]
        found.append(
            _Named(
                party=Party(actor=mention.actor, code=code, span=mention.span),
                start=start,
                end=mention.span.end,
                oblique=bool(_OBLIQUE.search(before)),
                adjective=mention.how == "adjective",
            )
        )
    return found


def _one_phrase(text: str, before: _Named, mention: ActorMention) -> bool:
    """True for a person after country and office: "der französische Minister Philippe Garrel"."""
    between = text[before.end : mention.span.start]
    return (
        mention.kind == "person"
        and mention.country == before.party.code[:3]
        and len(between) <= _OFFICE
        and _TITLE_ONLY.fullmatch(between) is not None
    )


def _of_noun(
    named: Sequence[_Named], low: int, high: int
) -> tuple[tuple[Party, ...], tuple[Party, ...]] | None:
    """Return the sides of "un misil ruso", "russischer Angriff auf die ukrainische Stadt"."""
    beside = [
        one
        for one in named
        if one.adjective and (0 <= one.start - high <= 2 or 0 <= low - one.end <= 2)
    ]
    if not beside:
        return None
    after = [one for one in named if one.start >= high and one.party.actor != beside[0].party.actor]
    return (beside[0].party,), tuple(one.party for one in after[:1])


def _sides(
    named: Sequence[_Named],
    cue: tuple[int, int],
    text: str,
    sentence: Sentence,
    action: str,
    language: str,
) -> tuple[tuple[Party, ...], tuple[Party, ...]] | None:
    low, high = cue
    base = sentence.span.start
    breaks = [m.end() + base for m in _CLAUSE.finditer(text)]
    opens = max((b for b in breaks if b <= low), default=base)
    closes = min((b for b in breaks if b >= high), default=sentence.span.end)
    inside = [one for one in named if opens <= one.start and one.end <= closes]
    before = [one for one in inside if one.end <= low and low - one.end <= _FAR]
    after = [one for one in inside if one.start >= low and one.start - high <= _FAR]
    subjects = [one for one in before if not one.oblique]
    if not subjects:
        return None
    first = subjects[0]
    doers = [first]
    for one in subjects[1:]:
        between = text[doers[-1].end - base : one.start - base]
        if _JOINED.fullmatch(between):
            doers.append(one)
    verb_last = before if language == "de" else []
    rest = [one for one in (*after, *verb_last) if one not in doers]
    countries = {one.party.code[:3] for one in doers}
    abroad = [one for one in rest if one.party.code[:3] not in countries]
    if action in MUTUAL and len(doers) > 1 and not (action == "SUPPORT" and abroad):
        return (doers[0].party,), tuple(one.party for one in doers[1:])
    rest = (
        abroad if abroad or action in MUTUAL else [one for one in rest if len(one.party.code) > 3]
    )
    return tuple(one.party for one in doers), tuple(one.party for one in rest[:1])


def _enough(cue: Cue, sides: tuple[tuple[Party, ...], tuple[Party, ...]]) -> bool:
    sources, targets = sides
    if sources and targets:
        return True
    return bool(targets) if cue.kind == "^" else bool(sources) and cue.action in ALONE | SAYING


def _status(text: str, match: re.Match[str], language: str) -> Status:
    before = text[max(0, match.start() - 24) : match.start()]
    if _NOT.search(before):
        return "denied"
    clause = re.split(r"[,;:]", text[: match.start()])[-1]
    if language == "de" and _WILL.search(clause):
        return "planned"
    if _PLANNED.search(before) or _FUTURE.search(match.group()):
        return "planned"
    return "happened"
