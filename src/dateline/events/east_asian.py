"""Event mentions of Japanese, Korean and Chinese: particles, word order, a verb lexicon.

No parse is needed: the languages mark or order their arguments plainly. Where the marks don't
say who acts on whom, there is no mention: none rather than a guess.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import resources

from dateline.events.contexts import contexts
from dateline.events.mention import Mention
from dateline.events.timing import aged, news_day, place_of, when_of
from dateline.knowledge import coder_code
from dateline.records import (
    ActorMention,
    DateMention,
    Party,
    Reading,
    Report,
    Sentence,
    Span,
    Status,
)

LANGUAGES = frozenset({"ja", "ko", "zh"})
_TITLE = {
    "ja": r"(?:首相|総理大臣|総理|大統領|国家主席|主席|外相|外務大臣|防衛相|国防相|長官|大臣|"
    r"政府|軍|氏|側|さん|国務委員長|総書記|書記長|国防部|外務省|当局)*",
    "ko": r"(?:\s?(?:일본|한국|중국|미국|북한|러시아))?(?:\s?(?:대통령|총리|국가주석|주석|"
    r"외교부\s?장관|외교장관|외무상|외상|국방장관|장관|정부|군|측|당국|국무위원장|위원장|"
    r"총서기|씨))*",
}
# What stands right after a name and its title tells its part in the clause.
_AGENT = {"ja": r"(?:は|が|も)", "ko": r"(?:은|는|이|가|께서|도)(?![가-힣])"}
_WITH = {"ja": r"(?:と|との)(?!し|い)", "ko": r"(?:와|과|와의|과의|랑)(?![가-힣])"}
_PATIENT = {
    "ja": r"(?:を(?!巡|めぐ)|に対|へ|向け|に(?!よ|つ|関))",
    "ko": r"(?:을|를|에게|에\s?대|에|로|으로)(?![가-힣])",
}
_ZH_WITH = re.compile(r"(?:与|與|和|同|跟)$")
_ZH_TO = re.compile(r"(?:对|對|向|给|給|将|把|针对)$")
_PLANNED = {
    "ja": re.compile(
        r"(?:予定|見通し|方針|見込み|方向で|する(?:と|。|$)|行う(?:。|$|と)|臨む|意向|へ$|"
        r"れる(?:。|$))"
    ),
    "ko": re.compile(r"(?:예정|계획|할 것|방침|전망|한다|하기 위해|갖는다|추진)"),
    "zh": re.compile(r"(?:将|將|预计|預計|计划|計劃|拟|擬|即将|即將)"),
}
# "This meeting" is one already told of.
_ANAPHOR = re.compile(r"(?:此次|这次|這次|本次|该|今回の|同|이번|이날)\s?$")
_DENIED = {
    "ja": re.compile(r"(?:なかった|ない(?:。|と|$)|否定し|見送)"),
    "ko": re.compile(r"(?:않았|않는|없었|부인했|못했)"),
    "zh": re.compile(r"(?:没有|沒有|并未|未能|否认|不会)"),
}


@dataclass(frozen=True, slots=True)
class _Actor:
    mention: ActorMention
    role: str
    """*agent*, *with*, *patient* or ""."""


@functools.cache
def predicates(language: str) -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    """Return a pattern of all predicates of a language, the longest first, and their codes."""
    text = resources.files(__package__).joinpath("data", "east_asian.lex").read_text("utf-8")
    codes: dict[str, tuple[str, str]] = {}
    for line in text.splitlines():
        if not line.startswith(language + " "):
            continue
        code, _, words = line[3:].partition(":")
        action, _, mode = code.partition("/")
        for word in words.split():
            codes.setdefault(word, (action, mode))
    longest = sorted(codes, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, longest))), codes


def find_east_asian(report: Report, reading: Reading) -> Iterator[Mention]:
    """Yield the event mentions of a Japanese, Korean or Chinese report."""
    pattern, codes = predicates(reading.language)
    for index, sentence in enumerate(reading.sentences):
        if sentence.role == "boilerplate":
            continue
        actors = [
            _Actor(mention, _role(report.text, mention, sentence, reading.language))
            for mention in reading.actors
            if mention.span.within(sentence.span)
        ]
        if len({one.mention.actor for one in actors}) < 2:
            continue
        text = report.text[sentence.span.start : sentence.span.end]
        told: set[tuple[str, frozenset[str]]] = set()
        for match in pattern.finditer(text):
            action, mode = codes[match.group()]
            if _ANAPHOR.search(text[: match.start()]):
                continue
            at = sentence.span.start + match.start()
            sides = _sides(actors, at, reading.language)
            if sides is None:
                continue
            who = frozenset(party.actor for side in sides for party in side)
            if (action, who) in told:
                continue
            told.add((action, who))
            yield _mention(report, reading, index, sentence, match, (action, mode), sides)


def _role(text: str, mention: ActorMention, sentence: Sentence, language: str) -> str:
    after = text[mention.span.end : min(mention.span.end + 24, sentence.span.end)]
    if language == "zh":
        before = text[max(sentence.span.start, mention.span.start - 2) : mention.span.start]
        if _ZH_WITH.search(before):
            return "with"
        return "patient" if _ZH_TO.search(before) and not before.endswith(("将", "把")) else ""
    for role, table in (("with", _WITH), ("agent", _AGENT), ("patient", _PATIENT)):
        if re.match(_TITLE[language] + table[language], after):
            return role
    return ""


def _sides(
    actors: Sequence[_Actor], at: int, language: str
) -> tuple[tuple[Party, ...], tuple[Party, ...]] | None:
    """Choose source and target of the predicate at offset ``at``, None where it isn't plain."""
    if language == "zh":
        return _chinese(actors, at)
    before = [one for one in actors if one.mention.span.end <= at]
    agents = [one for one in before if one.role == "agent"]
    if not agents:
        return None
    agent = agents[-1]
    others = [
        one
        for one in before
        if one.role in ("with", "patient") and one.mention.actor != agent.mention.actor
    ]
    if not others:
        return None
    return (_party(agent.mention),), (_party(others[-1].mention),)


def _chinese(
    actors: Sequence[_Actor], at: int
) -> tuple[tuple[Party, ...], tuple[Party, ...]] | None:
    before = [one for one in actors if one.mention.span.end <= at]
    after = [one for one in actors if one.mention.span.start >= at]
    subjects = [one for one in _names(before) if one.role == ""]
    if not subjects:
        return None
    agent = subjects[0]
    marked = [one for one in before if one.role in ("with", "patient")]
    near = [one for one in after if one.role == "" and one.mention.span.start - at <= 8]
    others = [o for o in [*marked[::-1], *near] if o.mention.actor != agent.mention.actor]
    others = [o for o in others if o.mention.country != agent.mention.country or o in marked]
    if not others:
        return None
    return (_party(agent.mention),), (_party(others[0].mention),)


def _names(actors: Sequence[_Actor]) -> list[_Actor]:
    """Leave out a state that only stands before its person: 韩国总统李在明 is Lee."""
    found = []
    for one, following in zip(actors, [*actors[1:], None], strict=True):
        person = following is not None and following.mention.kind == "person"
        if (
            person
            and following is not None
            and one.mention.kind != "person"
            and following.mention.country == one.mention.country
            and following.mention.span.start - one.mention.span.end <= 6
        ):
            continue
        found.append(one)
    return found


def _party(mention: ActorMention) -> Party:
    known = mention.country or mention.sector
    code = coder_code(mention.country, mention.sector) if known else "UNK"
    return Party(actor=mention.actor, code=code, span=mention.span)


def _mention(
    report: Report,
    reading: Reading,
    index: int,
    sentence: Sentence,
    match: re.Match[str],
    code: tuple[str, str],
    sides: tuple[tuple[Party, ...], tuple[Party, ...]],
) -> Mention:
    start = sentence.span.start + match.start()
    end = sentence.span.start + match.end()
    clause = sentence.span.start, sentence.span.end
    date = _date(reading, sentence, start)
    text = report.text[sentence.span.start : sentence.span.end]
    status = _status(text, match, reading.language)
    when, dated = when_of(report, date, status, news_day(report, reading))
    return Mention(
        report=report.id,
        sentence=index,
        action=code[0],
        mode=code[1],
        status=aged(report, sentence, status, when, dated),
        sources=sides[0],
        targets=sides[1],
        when=when,
        dated=dated,
        span=sentence.span,
        words=Span(report=report.id, start=start, end=end),
        why=f"word “{match.group()}”",
        place=place_of(reading.places, sentence.span, start, clause),
        contexts=contexts().of_text(report.quote(sentence.span)),
    )


def _date(reading: Reading, sentence: Sentence, at: int) -> DateMention | None:
    """Return the last date before the predicate: verbs come last, what they are said after."""
    inside = [d for d in reading.dates if d.span.within(sentence.span) and d.when.known]
    before = [d for d in inside if d.span.start < at]
    if before:
        return before[-1]
    return inside[0] if inside else None


def _status(text: str, match: re.Match[str], language: str) -> Status:
    """Tell plan and denial from deed by what stands around the predicate in its clause."""
    after = re.split(r"[。、，；]", text[match.end() :], maxsplit=1)[0]
    tail = text[match.end() :] if language in ("ja", "ko") else after
    before = re.split(r"[。、，；]", text[: match.start()])[-1]
    wide = before if language == "zh" else after
    if _DENIED[language].search(after if language != "zh" else before):
        return "denied"
    if _PLANNED[language].search(wide):
        return "planned"
    # A verb in the joining form ("迎え、…行う。") takes its time from the end of the sentence.
    if language == "ja" and not re.search(r"た|だ", after) and _PLANNED["ja"].search(tail):
        return "planned"
    return "happened"
