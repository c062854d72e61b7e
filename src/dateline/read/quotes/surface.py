"""English attributions without a parse, for the sentences of a long report past the parsed ones.

Only the plainest patterns of a live blog or a transcript: "Ito says (that) X", "“X,” Ito said",
"“X,” said Ito", "X, Ito said." and "According to Ito, X".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.read.quotes.clause import Attribution, Piece
from dateline.read.quotes.marks import Quoted

# A sentence past this is a table or noise.
LONGEST = 1500
# Characters from a quotation to the end of "its speaker said".
LONGEST_SPEAKER = 160
# Words of a clause before "records show", at the least.
FEWEST_WORDS = 4
# Characters of a verb of saying that ends its sentence, with its adverbs.
LONGEST_CUE = 20
SAID = (
    r"(?P<cue>(?:has |have |had |also |later |then |once )*"
    r"(?:sa(?:id|ys?)|add(?:ed|s)|announce[ds]|argue[ds]|believe[ds]?|insist(?:ed|s)|joke[ds]"
    r"|note[ds]|predict(?:ed|s)|promise[ds]|recall(?:ed|s)|replie[ds]|report(?:ed|s)|saying"
    r"|state[ds]|suggest(?:ed|s)|t(?:old|ells?)|warn(?:ed|s)|wr(?:ote|ites?)|ask(?:ed|s)"
    r"|declare[ds]|explain(?:ed|s)|claim(?:ed|s)|acknowledge[ds]|hope[ds]?|th(?:inks?|ought)"
    r"|admit(?:s|ted)|agree[ds]|allege[ds]|assert(?:s|ed)|concede[ds]|conclude[ds]|confirm(?:s|ed)"
    r"|contend(?:s|ed)|continue[ds]|complain(?:s|ed)|emphasi[sz]e[ds]|estimate[ds]|f(?:inds?|ound)"
    r"|indicate[ds]|maintain(?:s|ed)|mention(?:s|ed)|observe[ds]|quip(?:s|ped)|read|reiterate[ds]"
    r"|remark(?:s|ed)|respond(?:s|ed)|reveal(?:s|ed)|show(?:s|ed)?|stress(?:es|ed)|testif(?:ies|ied)"
    r"|tweet(?:s|ed)|vow(?:s|ed))"
    r"(?: in an? (?:statement|interview|speech|tweet))?)\b"
)
# Up to nine words that begin with a capital or an article, and an apposition.
WHO = (
    r"(?P<who>(?:[A-Z][^\s,;:“”\"]*|an?|the|some|many)(?: [^\s,;:“”\"]+){0,8}?)"
    r"(?:,[^,“”\"]{2,80},)?"
)
BEFORE = re.compile(rf"(?:But |And |Meanwhile, )?{WHO} {SAID}")
ADDRESSEE = re.compile(
    r"(?: (?:reporters|supporters|voters|the [a-z]+|[A-Z][\w’']+(?: [A-Z][\w’']+)*)"
    r"(?: on [A-Z][a-z]+)?)?(?: on (?:Twitter|[A-Z][a-z]+day))?"
)
# What ends a speaker or a cue that stands after its quotation.
STOPS = r"(?=[,.;:?!—–\n]|$| -| (?:in|on|at|who|as|during|after|of|to|when|while|[A-Z][a-z]+day)\b)"
AFTER = re.compile(
    rf"[ ,]*(?:{WHO} {SAID}(?:(?<=told)|(?<=tells)|(?<=asked)|{STOPS})"
    rf"|{SAID.replace('cue', 'cue2')} {WHO.replace('who', 'who2')}{STOPS})"
)
# "said on Monday that X": the time between the cue and its clause.
THAT = re.compile(
    r"(?:(?:on|in|for|last|this|late|early) (?:[^\W_]+ ){1,3})?(?P<that>that )"
    r"(?!(?:is|was|are|were|has|have|had|will|would)\b)"
)
LAST = re.compile(rf", {WHO} {SAID}[^,]{{0,40}}$")
ACCORDING = re.compile(r"(?P<cue>[Aa]ccording to) (?P<who>[^,]{2,80}),\s*")


def attributions(text: str, start: int, end: int, quoted: Sequence[Quoted]) -> list[Attribution]:
    """Return what the sentence from ``start`` to ``end`` attributes: one, or none."""
    if end - start > LONGEST:
        return []
    return list(_read(text, start, end, quoted))[:1]


def lost(text: str, start: int, end: int, quoted: Sequence[Quoted]) -> list[Attribution]:
    """Return what a parsed sentence attributes by its plain words, where its parse found nothing.

    The parse has missed a verb whose form is a noun's too: "The records show that X".
    """
    return [
        one
        for one in attributions(text, start, end, quoted)
        if text[slice(*one.content[0])].startswith("that ")
        or (one.content[0][1] <= one.cue[0] >= end - LONGEST_CUE and _clause(text, one.content[0]))
    ]


def _clause(text: str, piece: Piece) -> bool:
    return text[piece[0] : piece[1]].count(" ") >= FEWEST_WORDS


def _read(text: str, start: int, end: int, quoted: Sequence[Quoted]) -> Iterator[Attribution]:
    opening = next((q for q in quoted if q.start - start < 2), None)
    if opening is not None:
        spoken = said_after(text, opening, end)
        if spoken is not None:
            yield spoken
        return
    match = ACCORDING.match(text, start, end)
    if match:
        yield _made(match.span("who"), match.span("cue"), _trim(text, match.end(), end))
        return
    match = BEFORE.match(text, start, min(end, start + 200))
    if match:
        at = match.end()
        if (
            match["cue"].endswith(("told", "tells", "tell", "asked", "asks"))
            or text[at : at + 4] == " on "
        ):
            told = ADDRESSEE.match(text, at, end)
            at = told.end() if told is not None else at
        content = _trim(text, at, end)
        that = THAT.match(text, *content)
        if that is not None:
            content = (that.start("that"), content[1])
        if len(text[slice(*content)].split()) > 1:
            yield _made(match.span("who"), match.span("cue"), content)
        return
    match = LAST.search(text, max(start, end - 160), end)
    if match:
        yield _made(match.span("who"), match.span("cue"), _trim(text, start, match.start()))


def said_after(text: str, quote: Quoted, end: int) -> Attribution | None:
    """Who follows a quotation that ends with a comma: "“X,” Ito said", "“X?” said Ito"."""
    if text[quote.start : quote.end].rstrip("\"'”’» ")[-1:] not in tuple(",?!"):
        return None
    match = AFTER.match(text, quote.end, min(end, quote.end + LONGEST_SPEAKER))
    if match is None:
        return None
    part = "" if match["who"] else "2"
    content = (quote.start, quote.end)
    return _made(_trim(text, *match.span(f"who{part}")), match.span(f"cue{part}"), content)


def _made(who: Piece, cue: Piece, content: Piece) -> Attribution:
    return Attribution(cue=cue, content=[content], source=who, lemma="say", rule="saying")


def _trim(text: str, start: int, end: int) -> Piece:
    while start < end and text[start] in " ,:\xa0":
        start += 1
    while end > start and text[end - 1] in " .,:\xa0":
        end -= 1
    return start, end
