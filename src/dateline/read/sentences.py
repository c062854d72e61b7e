"""Where the sentences of a report begin and end.

``sentencex`` cuts (its rules are per language and keep closed quotations whole); what it is
known to cut wrongly is joined again, and quotations too long to be one sentence are cut inside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.records import Block

# Kinds of block whose text is sentences. A headline is read by every stage, but is no sentence.
PROSE = frozenset({"paragraph", "list", "quote"})
# A quotation of several sentences longer than this is cut inside, as print does by paragraphs.
LONG_QUOTE = 500
# A paragraph past this is cut into pieces before its sentences are looked for.
LONGEST = 20_000
CLOSERS = "\"'”’»›」』】）)]"
# What goes on after a closed quotation: Japanese と述べた, Korean 고 말했다.
GOES_ON = {
    "ja": re.compile(r"(と|って|など|とも)"),
    "ko": re.compile(
        r"(이?라고|이?라는|이?라며|이?라면서|고|며|면서|라|는|은|이란|란|을|를|이|가|에|의|도|"
        r"하고|등)(?=[\s,.]|했|밝|말|전|강|덧|주|해|지|평|설)"
    ),
    "zh": re.compile(r"[，、。；：]"),
}
ABBREVIATED = re.compile(
    r"(?:^|[\s(“\"‘'])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Sgt|Col|Maj|Capt|Cmdr|Adm|Sen|Sens|Rep|Reps|Gov|"
    r"Pres|Rev|Hon|St|Mt|Ft|vs|No|Nos|Art|Fig|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|"
    r"Brig|Supt|Insp|Amb|Messrs|Mme|Mlle|approx|est|cf|e\.g|i\.e|[A-Z])\.$"
)
DOTTED = re.compile(r"(?:^|[\s(“\"‘'])(?:[A-Z]\.){2,}$")
# Words that follow "U.S." and the like inside a sentence; before others it may end one.
AFTER_DOTTED = re.compile(
    r"(?:[A-Z][a-z]*[a-z]\s)?(?:President|Secretary|Army|Navy|Air|Marine|Senate|House|Congress|Supreme|"
    r"Treasury|State|Defen[cs]e|Department|Embassy|Ambassador|Attorney|Federal|District|Security|"
    r"General|Human|High|Special|Secret|Central|Capitol|Court|Justice|Court|Sen|Rep|Gen|Vice)\b"
)
LOWER = re.compile(r"[a-zà-öø-ÿα-ωа-я](?![A-Z])")
# A heading in title case that a page runs into its text: "What We Know So Far The army said …".
# Inside a sentence these words are written small.
_SMALL = "(?:a|an|and|as|at|by|for|from|in|is|of|on|or|the|to|vs|with)"
RUN_IN = re.compile(
    rf"(?:[A-Z][\w’'-]*|[0-9]{{1,4}})(?:,? (?:[A-Z][\w’'-]*|[0-9]{{1,4}}|{_SMALL})){{1,11}}"
    r"(?<! and)(?<! of)(?<! the)(?<! in)(?<! to)(?<! for)\??"
    r" (?=(?:The|It|He|She|They|There|This|These|Police|Officials) [a-z])"
)
# A place inside a long quotation where a sentence ends and another begins.
INNER_END = re.compile(r"[.!?…][”’\"']?\s+(?=[“‘\"'(]?[A-ZÀ-ÖØ-Þ])|(?<=[。！？])(?![」』”’）と])")


def split_sentences(
    text: str, blocks: Sequence[Block], language: str
) -> list[tuple[int, int, int]]:
    """Return ``(start, end, block index)`` of every sentence, in order, without outer blanks.

    Only paragraphs, list items and block quotes hold sentences; headlines, headings, captions
    and source lines don't. Quotations stay whole up to 500 characters, and nothing is cut
    between a quotation and the words that report it.
    """
    found = []
    for index, block in enumerate(blocks):
        if block.kind not in PROSE:
            continue
        for start, end in _pieces(text, block.start, block.end):
            for first, last in _sentences(text[start:end], language):
                found.append((start + first, start + last, index))
    return found


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut an endless paragraph at blanks (or anywhere, where it has none)."""
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST) + 1 or start + LONGEST
        yield start, cut
        start = cut
    yield start, end


def _sentences(paragraph: str, language: str) -> list[tuple[int, int]]:
    import sentencex

    cuts: list[tuple[int, int]] = []
    for boundary in sentencex.get_sentence_boundaries(language, paragraph):
        start, end = boundary["start_index"], boundary["end_index"]
        start, end = _trim(paragraph, start, end)
        if start == end:
            continue
        heading = RUN_IN.match(paragraph, start, end) if language == "en" else None
        if heading is not None and len(heading[0].split()) > 2:
            cuts.append((start, heading.end() - 1))
            cuts.append((heading.end(), end))
        elif cuts and _joined(paragraph, cuts[-1], start, language):
            cuts[-1] = (cuts[-1][0], end)
        else:
            cuts.append((start, end))
    return [piece for cut in cuts for piece in _long_quote(paragraph, *cut)]


def _joined(text: str, before: tuple[int, int], start: int, language: str) -> bool:
    """True when what begins at ``start`` belongs to the sentence before it."""
    previous = text[before[0] : before[1]]
    following = text[start : start + 60]
    if all(char in CLOSERS for char in following):
        return True
    goes_on = GOES_ON.get(language)
    if goes_on is not None and previous[-1] in CLOSERS and goes_on.match(following):
        return True
    if language == "ja" and _open(previous, "「", "」"):
        return True
    if LOWER.match(following) and (previous[-1] in CLOSERS + "…!?" or previous.endswith("..")):
        return True
    if ABBREVIATED.search(previous[-12:]):
        return not previous.endswith((" I.", "“I.")) and not following[:1].islower()
    if DOTTED.search(previous[-12:]):
        return bool(LOWER.match(following) or AFTER_DOTTED.match(following))
    return False


def _open(text: str, opener: str, closer: str) -> bool:
    return text.count(opener) > text.count(closer)


def _long_quote(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a quotation of many sentences at its inner ends; leave anything else alone."""
    if end - start <= LONG_QUOTE:
        yield start, end
        return
    for match in INNER_END.finditer(text, start, end):
        cut = match.end()
        if (
            cut - start < 40
            or end - cut < 20
            or ABBREVIATED.search(text[start : match.start() + 1])
        ):
            continue
        yield _trim(text, start, cut)
        start = cut
    yield _trim(text, start, end)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
