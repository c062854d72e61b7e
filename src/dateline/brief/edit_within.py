"""Edits within a sentence: connectives in its middle, and quotations of several sentences."""

from __future__ import annotations

import re
from itertools import pairwise

from dateline.brief import cues
from dateline.brief.lines import Line
from dateline.brief.words import length
from dateline.records import Edit, Token

# Adverbs that only tie a sentence to the one before it, where they hang on its main verb.
_TIES = frozenset({"also", "however", "meanwhile", "moreover", "therefore", "furthermore", "too"})
# "first" and "then" tie only an active verb told as one step of several ("Trump first called").
_STEPS = frozenset({"first", "then", "later"})
_SENTENCE_END = re.compile(r"[.!?][”\"']?\s+(?=[A-Z“\"‘\[])")
_ABBREVIATED = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Prof|vs|No|Jr|Sr)|\b[A-Z])\.$")
FEWEST_QUOTED = 4
_DENIES = re.compile(r"\b(?:no|not|never|but|however|although)\b|n['’]t\b", re.IGNORECASE)


def within_edits(line: Line) -> list[Edit]:
    """The edits inside an English line."""
    if line.language != "en":
        return []
    return [*_ties(line), *_added(line), *_quotations(line)]


def _added(line: Line) -> list[Edit]:
    """ "The ministry added that" → "The ministry said that": read alone it adds to nothing."""
    for index, token in enumerate(line.tokens):
        start, end = token.start - line.span.start, token.end - line.span.start
        if line.text[start:end].lower() != "added" or token.pos != "VERB":
            continue
        below = {t.rel for at, t in enumerate(line.tokens) if t.head == index and at != index}
        spoken = "ccomp" in below or (line.inside and "dobj" not in below)
        if spoken and below & {"nsubj"} and not _quoted(line, start):
            return [Edit(start=start, end=end, before=line.text[start:end], after="said",
                         kind="connective")]  # fmt: skip
    return []


def _ties(line: Line) -> list[Edit]:
    """Drop "also" and the like where they hang on the main verb of the sentence."""
    tokens, edits = line.tokens, []
    root = next((i for i, t in enumerate(tokens) if t.head == i), None)
    if root is None:
        return []
    # "…, the official said": what is said is the sentence
    heads = {root, *(i for i, t in enumerate(tokens) if t.head == root and t.rel == "ccomp"
                     and i < root)}  # fmt: skip
    for index, token in enumerate(tokens):
        start, end = token.start - line.span.start, token.end - line.span.start
        word = line.text[start:end].lower()
        if token.head not in heads or token.rel != "advmod" or _quoted(line, start) or start == 0:
            continue
        if word not in _TIES and not (word in _STEPS and _one_step(tokens, index, token.head)):
            continue
        edits.append(_without(line.text, start, end))
    return edits


def _one_step(tokens: tuple[Token, ...], index: int, root: int) -> bool:
    if index == root - 1 and tokens[index].lemma == "then" and tokens[root].tag == "VBN":
        return True  # "A voice is then heard"
    return index == root - 1 and tokens[root].tag == "VBD" and not any(
        t.head == root and t.rel in ("auxpass", "aux") for t in tokens
    )  # fmt: skip


def _without(text: str, start: int, end: int) -> Edit:
    """Cut a word with the space, or the commas, that set it off."""
    if text[:start].endswith(", ") and text[end : end + 1] == ",":
        start, end = start - 2, end + 1
    elif text[:start].endswith((", ", " ")):
        start -= 2 if text[:start].endswith(", ") and text[end : end + 1] in ".;" else 1
    return Edit(start=start, end=end, before=text[start:end], after="", kind="connective")


def _quotations(line: Line) -> list[Edit]:
    """Cut a quotation of several sentences to one: the last before who said it ("…," X said),
    else the first; one that leans on another sentence is passed over."""
    edits = []
    for start, end in line.inside:
        inner = line.text[start + 1 : end - 1]
        cuts = [
            m for m in _SENTENCE_END.finditer(inner)
            if not _ABBREVIATED.search(inner[: m.start() + 1])
        ]  # fmt: skip
        if not cuts or line.text[end - 1] not in '”"':
            continue
        bounds = [0, *(m.end() for m in cuts), len(inner)]
        pieces = list(pairwise(bounds))
        leads = start == 0 or not line.text[:start].strip()
        order = [pieces[-1]] if leads else [pieces[0]]
        for a, b in order:
            said = inner[a:b]
            if length(said) < FEWEST_QUOTED or _leans(said) or len(line.inside) > 1:
                continue
            if _DENIES.search(inner[:a] + inner[b:]):
                continue  # what is left might turn what was said round
            if a > 0:
                edits.append(_cut(line.text, start + 1, start + 1 + a))
            if b < len(inner):
                edits.append(_cut(line.text, start + 1 + len(inner[:b].rstrip()), end - 1))
    return edits


def _leans(said: str) -> bool:
    return bool(cues.CONNECTIVE.match(said) or cues.DANGLING.match(said))


def _cut(text: str, start: int, end: int) -> Edit:
    return Edit(start=start, end=end, before=text[start:end], after="", kind="cut")


def several_quoted(line: Line) -> bool:
    """True when a quotation of several sentences stays in a line whatever is cut."""
    cut = {(e.start, e.end) for e in _quotations(line)}
    for start, end in line.inside:
        inner = line.text[start + 1 : end - 1]
        ends = [m for m in _SENTENCE_END.finditer(inner)
                if not _ABBREVIATED.search(inner[: m.start() + 1])]  # fmt: skip
        if ends and not any(start < a and b <= end for a, b in cut):
            return True
    return False


def _quoted(line: Line, at: int) -> bool:
    return any(start <= at < end for start, end in line.inside)
