"""Reference: nouns of a sentence that only a reader of its report can place.

"The request came a week later" leans on a sentence that told of a request. A definite noun
stands alone when something in the sentence says which one is meant ("the request of the
ministry", "the ministry's request"), when there is but one ("the government"), or when what is
read before it in the brief has told of it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dateline.brief.lines import Line
from dateline.brief.support.wordlinks import wordlinks
from dateline.brief.words import stem, word_set
from dateline.records import Token

# What there is but one of where a report is read, and nouns that need no telling which.
_UNIQUE = word_set(
    """
    government president premier country nation world public state police court economy capital
    city town army military parliament senate house congress cabinet opposition internet sun
    weather market media press future past present year month week day morning evening night
    afternoon weekend century decade coalition party environment climate law constitution
    people rest majority minority number amount cost price rate total population west east north
    south middle left right sea ocean sky earth planet universe community society industry
    border coast street road ground air time end beginning start top bottom way web law justice
    navy authorities officials pope king queen monarchy church pandemic vatican
    united us u.s uk eu un kremlin pentagon treasury foreign homeland season summer
    winter spring autumn fall league championship cup election elections poor rich elderly young
    unemployed dead wounded truth fact same most more first last latest late dollar euro pound
    hearing trial inquest sentencing runoff
    yen yuan ruble rouble rupee won following next other
    """
)
# Nouns that stand for something told before ("shell nouns", Schmid 2000) wherever they stand:
# "made the remark because", "seeking to stop the ban".
_SHELL = word_set(
    """
    remark statement comment decision move plan proposal idea argument issue problem ban measure
    step effort attempt suggestion claim allegation accusation announcement offer request demand
    warning incident accident case ruling verdict deal agreement pact
    scheme project pipeline bill legislation policy motion petition complaint lawsuit appeal probe
    inquiry investigation operation mission trip visit event ceremony speech letter document
    figure estimate approach strategy initiative reform rule restriction
    sanction tariff dispute row scandal affair controversy debate discussion negotiation process
    programme program campaign protest rally strike attack blast explosion crash fire quake storm
    victim suspect gunman attacker driver defendant couple pair trio duo site building vehicle
    """
)
_SAYS_WHICH = frozenset({
    "prep", "relcl", "acl", "appos", "poss", "nummod", "advcl", "ccomp", "xcomp", "compound",
    "nmod",
})  # fmt: skip
_POINTING = frozenset({"this", "that", "these", "those", "such"})
_OPENING = frozenset({"nsubj", "nsubjpass", "csubj"})
_SAME = ("form", "synonym", "broader", "narrower")
_CLOSE_RELATIONS = ("form", "synonym", "near", "broader", "narrower")


# A definite noun within the first words of a sentence is what it is about.
FRONT = 4


def leaning(line: Line) -> tuple[tuple[str, bool], ...]:
    """Lemmas of the definite nouns up to the main verb of a line, without anything in the line
    saying which are meant; each with whether the line can't be read without knowing it: it opens
    with it, points with "those", or takes up something told before. English with a parse only."""
    if line.language != "en" or not line.tokens:
        return ()
    tokens = line.tokens
    root = next((i for i, t in enumerate(tokens) if t.head == i), 0)
    found = []
    for index, token in enumerate(tokens):
        if token.pos != "NOUN" or _quoted(line, token):
            continue
        opens = index < root or (token.rel in _OPENING and tokens[token.head].rel == "ROOT")
        takes_up = token.lemma.lower() in _SHELL or _pointed(tokens, index)
        if token.rel == "pobj" and tokens[tokens[token.head].head].pos in ("NOUN", "PROPN"):
            continue  # "the start of the match": the first noun is what is told of
        if (
            not (opens or takes_up)
            or not _definite(tokens, index)
            or token.lemma.lower() in _UNIQUE
        ):
            continue
        which = _told_which(line, index) and not _pointed(tokens, index)
        if not which and not _named_before(tokens, index):
            found.append((token.lemma.lower(), index < FRONT or takes_up))
    return tuple(dict.fromkeys(found))


def placed(noun: str, told: Collection[str]) -> bool:
    """True when ``noun`` was told of in the words (stems) ``told``: the noun itself, one of its
    sense or of a broader or narrower one (for what takes something up, of its sense alone)."""
    links = wordlinks()
    enough = _SAME if noun in _SHELL else _CLOSE_RELATIONS
    return stem(noun) in told or any(links.relation(noun, word, "n") in enough for word in told)


def _definite(tokens: Sequence[Token], index: int) -> bool:
    return any(
        t.head == index and t.rel == "det" and t.lemma.lower() in ("the", *_POINTING)
        for t in tokens[max(0, index - 8) : index]
    )


def _pointed(tokens: Sequence[Token], index: int) -> bool:
    """True for "those policies"; "that" is as often a conjunction that the parse mistakes."""
    return any(
        t.head == index and t.rel == "det" and t.lemma.lower() in ("this", "these", "those")
        for t in tokens[max(0, index - 4) : index]
    )


def _told_which(line: Line, index: int) -> bool:
    """True when something hangs on the noun that says which one is meant."""
    for at, token in enumerate(line.tokens):
        if token.head != index or at == index:
            continue
        if token.rel in _SAYS_WHICH or token.tag in ("JJS", "RBS"):
            return True
        word = line.text[token.start - line.span.start : token.end - line.span.start]
        if token.rel in ("amod", "nmod") and (word[:1].isupper() or word[:1].isdigit()):
            return True  # "the Russian attack", "the 2019 vote"
    return False


def _named_before(tokens: Sequence[Token], index: int) -> bool:
    lemma = tokens[index].lemma.lower()
    return any(t.pos in ("NOUN", "PROPN") and t.lemma.lower() == lemma for t in tokens[:index])


def _quoted(line: Line, token: Token) -> bool:
    at = token.start - line.span.start
    return any(start <= at < end for start, end in line.inside)
