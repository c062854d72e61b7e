"""Trim: parts of a sentence that only repeat what the brief has told, cut by its parse."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.brief.edit import hits
from dateline.brief.lines import Line
from dateline.brief.words import content, length
from dateline.records import Edit

# A part is a repetition when one sentence told before holds this share of its content words.
HELD = 0.85
FEWEST_WORDS = 3
# Words that a sentence keeps at least.
SHORTEST = 8
_PARTS = frozenset({"advcl", "relcl", "acl", "conj", "prep", "appos"})
# A clause under one of these says on what the rest hangs: it is never cut.
_BINDING = frozenset(
    "if unless because although though until unlike despite without except not but or than".split()
)


def trim(line: Line, edits: Sequence[Edit], told: Sequence[frozenset[str]]) -> tuple[Edit, ...]:
    """Return ``edits`` with a cut of the last or the first part of ``line`` that only repeats.

    ``told`` are the content words of each sentence read before. Only whole parts of the parse
    go, that a comma or "and" sets off, and never one that holds part of a quotation.
    """
    if line.language != "en" or not line.tokens or not told:
        return tuple(edits)
    for start, end, after in _parts(line):
        words = set(content(line.text[start:end]))
        if len(words) < FEWEST_WORDS or not any(
            len(words & before) >= HELD * len(words) for before in told
        ):
            continue
        cut = Edit(start=start, end=end, before=line.text[start:end], after=after, kind="cut")
        rest = line.text[:start] + after + line.text[end:]
        if length(rest) < SHORTEST or set(content(rest)) <= words:
            continue
        if any(a < end and start < b for a, b in line.inside) or _splits(cut, edits):
            continue
        kept = [e for e in edits if not (cut.start <= e.start and e.end <= cut.end)]
        return tuple(sorted([*kept, cut], key=lambda e: (e.start, e.end)))
    return tuple(edits)


def _splits(cut: Edit, edits: Sequence[Edit]) -> bool:
    """True when an edit lies half in and half out of the cut."""
    return any(hits(cut, e) and not (cut.start <= e.start and e.end <= cut.end) for e in edits)


def _parts(line: Line) -> list[tuple[int, int, str]]:
    """Parts that may go: start, end and what stands there then; the longest first."""
    base, found = line.span.start, []
    last = max((t.end for t in line.tokens if t.pos != "PUNCT"), default=0) - base
    for index, token in enumerate(line.tokens):
        if token.rel not in _PARTS or token.head == index:
            continue
        below = _below(line, index)
        start = min(line.tokens[i].start for i in below) - base
        end = max(line.tokens[i].end for i in below if line.tokens[i].pos != "PUNCT") - base
        if len(below) != max(below) - min(below) + 1:
            continue
        if any(line.tokens[i].lemma.lower() in _BINDING for i in below):
            continue
        before = line.text[:start].rstrip()
        if end == last and (cut := _joint(before)) is not None:
            found.append((cut, end, ""))
        elif start == 0 and line.text[end : end + 2] == ", " and token.rel in ("advcl", "prep"):
            head = line.text[end + 2 : end + 3]
            found.append((0, end + 3, head.upper()))
    return sorted(found, key=lambda part: (part[0] - part[1], part[0]))


def _joint(before: str) -> int | None:
    """Where a part that ends the sentence is cut off: at its comma, or at its "and"."""
    if before.endswith(","):
        return len(before) - 1
    for word in (", and", " and"):
        if before.endswith(word):
            return len(before) - len(word)
    return None


def _below(line: Line, index: int) -> list[int]:
    """Indices of a token and of everything under it."""
    found, queue = {index}, [index]
    while queue:
        head = queue.pop()
        for at, token in enumerate(line.tokens):
            if token.head == head and at not in found:
                found.add(at)
                queue.append(at)
    return sorted(found)
