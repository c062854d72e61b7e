"""Wording: which line of a fact a claim is made from, and which lines can't stand alone."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dateline.brief import cues
from dateline.brief.align import Alignment
from dateline.brief.edit_front import byline, opening, resolved_pronoun
from dateline.brief.edit_within import several_quoted
from dateline.brief.facts import Fact
from dateline.brief.lines import Line
from dateline.brief.persons import is_person
from dateline.brief.words import content, stem
from dateline.records import Reading, Report, Token

_PRONOUN_SAID = re.compile(
    r"\b(?:he|she|they)\s+(?:also\s+)?(?:said|added|told|wrote|asked)\b", re.I
)
FEWEST_WORDS, MOST_WORDS = 6, 55


def stands_alone(line: Line, report: Report, reading: Reading) -> bool:
    """True when a line can be read out of its report: whole, said by someone, leaning on nothing.

    A pronoun at the start passes when it is linked to an actor safely enough to be replaced.
    """
    text = line.text[opening(line, report) :]
    if text.rstrip().endswith(("?", "？", ":", "：", "…", "...")):
        return False
    if line.language == "en" and not text.rstrip("”\"'’)] \n").endswith((".", "!", "。")):
        return False  # a standfirst, a caption, a cell of a table
    if any(start == 0 and end >= len(line.text) - 1 for start, end in line.inside):
        return False  # a bare quotation: its speaker stands elsewhere
    if (
        _open_quote(line)
        or _verbless(line, opening(line, report))
        or several_quoted(line)
        or _torn(line, report)
        or _in_quotation(line, report)
    ):
        return False
    outside = _outside_quotes(line)
    if line.inside and _PRONOUN_SAID.search(outside):
        return False  # the speaker is named in another sentence
    if line.language == "en" and cues.FIRST_PERSON.search(outside):
        return False
    if line.language == "en" and (cues.POINTS_BACK.search(outside) or _leans(line)):
        return False
    if line.language == "en" and (cues.LEANING_START.match(text) or _is_thin(text)):
        return False
    if line.language == "en" and cues.HEADED.match(text) and not _speaker(line):
        return False
    elsewhere = cues.DANGLING_ELSEWHERE.get(line.language)
    if elsewhere is not None and elsewhere.match(text):
        return False
    if cues.PERSONAL.match(text) or cues.DANGLING.match(text):
        if cues.EXPLETIVE.match(text):
            return True
        return resolved_pronoun(line, report, reading) is not None
    whole = line.text[byline(line, report) :]  # a fragment opens small, with no connective cut
    return line.language != "en" or whole[:1].isupper() or whole[:1] in "“\"$€£'0123456789"


# Words that are said of anything: a sentence of these alone tells nothing.
_EMPTY = frozenset(
    stem(word)
    for word in """key next step steps need needs take taken taking thing things time times way ways
    make made go goes come came well good great big new lot lots back get got give know see want
    look part number case point matter question important first last clear""".split()
)
FEWEST_TELLING = 3


def _is_thin(text: str) -> bool:
    """True for an English sentence that tells nothing: "There are key next steps to take." """
    return len(set(content(text)) - _EMPTY) < FEWEST_TELLING


def _speaker(line: Line) -> bool:
    """True where a verb stands before the first colon: who says it, or a whole clause."""
    colon = line.text.find(":") + line.span.start
    return any(t.tag in _FINITE for t in line.tokens if t.end <= colon)


_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_HE_SHE = frozenset({"he", "she", "him", "her", "his"})
_CARRIES = frozenset({"aux", "auxpass", "nsubj", "nsubjpass", "ccomp"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "nsubj:pass"})


def _in_quotation(line: Line, report: Report) -> bool:
    """True when a quotation that an earlier sentence of the paragraph opened is still open.

    English alone: what opens a quotation there closes it in German.
    """
    if line.language != "en":
        return False
    before = report.text[report.blocks[line.block].start : line.span.start]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


_ORDINAL = re.compile(r"\b\d{1,2}\.$")
_MONTH = re.compile(r"\s*[A-ZÀ-Þ][a-zà-ÿ]+")


def _torn(line: Line, report: Report) -> bool:
    """True when an abbreviation was taken for the end of a sentence: "the Japan-U." "S. pact"."""
    text, start, end = report.text, line.span.start, line.span.end
    if line.language != "en" and _ORDINAL.search(line.text) and _MONTH.match(text, end):
        return True  # "am Freitag, 28." "April …"
    begun = start > 1 and text[start - 1] == "." and text[start - 2].isupper()
    return begun or (text[end - 1 : end] == "." and text[end : end + 1].isalpha()
                     and text[end - 2 : end - 1].isupper())  # fmt: skip


def _verbless(line: Line, start: int) -> bool:
    """True when the parse of an English line, from offset ``start`` on, shows no finite main
    verb: a caption, a list item."""
    if line.language != "en" or not line.tokens:
        return False
    own = {i for i, t in enumerate(line.tokens) if t.start >= line.span.start + start}
    if not any(line.tokens[i].tag in _FINITE for i in own):
        return True
    roots = [i for i in own if line.tokens[i].head == i or line.tokens[i].head not in own]
    return all(_nominal(line, root) for root in roots)


def _nominal(line: Line, root: int) -> bool:
    """True for a root that heads no clause: a noun, or a participle, without a subject."""
    below = [t for i, t in enumerate(line.tokens) if t.head == root and i != root]
    if line.tokens[root].tag in _FINITE or any(t.tag in _FINITE for t in below):
        return False
    bare = line.tokens[root].pos in ("NOUN", "PROPN", "PUNCT") or line.tokens[root].tag == "VBG"
    return bare and not any(t.rel in _CARRIES for t in below)


def _leans(line: Line) -> bool:
    """True when "he", "she" or "it" is the main subject of a line before anybody it could mean.

    "By the time he found the debris" leans on the sentence before, and so does "At the summit,
    he said"; "In his speech, Xi said" does not, since the name follows at once. A pronoun that
    opens the line is judged apart.
    """
    first = next(
        (i for i, t in enumerate(line.tokens)
         if t.pos == "PRON" and (_word(line, t) in _HE_SHE or _main_it(line, i))
         and not _quoted_at(line, t)),
        None,
    )  # fmt: skip
    if first is None or first == 0:
        return False
    person = _word(line, line.tokens[first]) in _HE_SHE
    if any(_can_mean(line, i, person=person) for i in range(first)):
        return False
    after = line.tokens[first:]
    comma = next((i for i, t in enumerate(after) if _word(line, t) == ","), None)
    return comma is None or not any(
        t.pos in ("PROPN", "NOUN") and t.rel in (*_SUBJECTS, "compound")
        for t in after[comma + 1 : comma + 5]
    )


def _main_it(line: Line, index: int) -> bool:
    """True for "it" or "they" as the subject of the main verb, where it stands for something."""
    token = line.tokens[index]
    if _word(line, token) not in ("it", "they") or token.rel not in _SUBJECTS:
        return False
    if line.tokens[token.head].head != token.head:
        return False
    return not cues.EXPLETIVE.match(line.text, token.start - line.span.start)


def _can_mean(line: Line, index: int, *, person: bool) -> bool:
    """True for a word that a later pronoun can stand for: a subject, or whose something is; a
    name, or one thing told of, where the pronoun means a ``person``."""
    token = line.tokens[index]
    if token.pos != "PROPN" and (token.pos != "NOUN" or (person and token.tag == "NNS")):
        return False
    if person and not _maybe_person(line, index):
        return False
    for _ in range(3):
        if token.rel not in ("conj", "appos", "compound"):
            break
        token = line.tokens[token.head]
    return token.rel in (*_SUBJECTS, "poss", "ROOT", "agent") or (
        token.rel == "pobj" and _word(line, line.tokens[token.head]) in ("for", "like", "by", "to")
        and token.pos == "PROPN"
    )  # fmt: skip


def _maybe_person(line: Line, index: int) -> bool:
    """True for a name without "the" ("The New York Times" is none), or a noun for a person."""
    token = line.tokens[index]
    if token.pos != "PROPN":
        return is_person(token.lemma.lower())
    while token.rel == "compound" and token.head != index:  # "The New York" of "Times"
        index, token = token.head, line.tokens[token.head]
    articles = (t for t in line.tokens[max(0, index - 6) : index] if t.head == index)
    named = not any(_word(line, t) == "the" for t in articles)
    return named or is_person(token.lemma.lower())


def _word(line: Line, token: Token) -> str:
    start = line.span.start
    return line.text[token.start - start : token.end - start].lower()


def _quoted_at(line: Line, token: Token) -> bool:
    at = token.start - line.span.start
    return any(start <= at < end for start, end in line.inside)


def _open_quote(line: Line) -> bool:
    """True when a quotation runs into or out of the line."""
    text = line.text
    if text.count("“") != text.count("”") or text.count("「") != text.count("」"):
        return True
    return text.count('"') % 2 == 1


def _outside_quotes(line: Line) -> str:
    parts, at = [], 0
    for start, end in line.inside:
        parts.append(line.text[at:start])
        at = end
    return " ".join([*parts, line.text[at:]])


def rank_lines(
    fact: Fact,
    alignment: Alignment,
    language: str,
    reports: Mapping[str, Report],
    readings: Mapping[str, Reading],
) -> tuple[Line, ...]:
    """Return the lines that can word a fact, best first; none when none of them stands alone.

    The reader's language first; then an origin rather than a copy; then the most typical of
    the fact's lines; then a length that reads well; then the earlier place in its report.
    """
    usable = [
        line
        for line in fact.lines
        if stands_alone(line, reports[line.report], readings[line.report])
        and line.length >= (FEWEST_WORDS if line.language != "und" else 1)
    ]
    own = [line for line in usable if line.language == language] or usable

    def typical(line: Line) -> float:
        """How near a line is to the others that say the fact: the one that says most of it."""
        return sum(alignment.score(line.order, other.order) for other in fact.lines)

    own.sort(
        key=lambda line: (
            line.length > MOST_WORDS,
            line.report != line.origin,
            -round(typical(line), 1),
            round(abs(line.length - 24) / 12),
            line.place,
            line.order,
        )
    )
    return tuple(own)
