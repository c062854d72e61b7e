"""Quotations without words that attribute them: the speaker of the one before goes on."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.read.quotes.clause import Attribution, Piece
from dateline.read.quotes.marks import Quoted

# A quotation of fewer words inside a sentence is a turn of phrase, not a speech.
FEWEST_WORDS = 2
HALF = 0.5


def continue_quotations(
    text: str,
    found: Sequence[Attribution],
    sentences: Sequence[Piece],
    paragraphs: Sequence[Sequence[Quoted]],
) -> None:
    """Add to each attributed quotation those that follow it and are attributed to nobody.

    “We won,” he said. “They lost.”: the second is his too. So is a quotation that makes up the
    whole next paragraph, and one left open at the end of a paragraph goes on in the next.
    """
    _fill(text, found, sentences, paragraphs)
    taken = [piece for one in found for piece in one.content]
    cues = sorted(one.cue for one in found)
    speaker: Attribution | None = None
    gap = 0
    for quoted in paragraphs:
        continued = False
        for quote in quoted:
            owner = _owner(found, quote)
            if owner is not None:
                speaker, gap, continued = owner, 0, True
                continue
            if _covered(taken, quote):
                continue
            if speaker is None or gap > 1:
                speaker, gap = _just_before(text, found, quote), 0
            if speaker is None:
                continue
            if _stands_alone(text, quote, sentences, cues):
                speaker.content.append((quote.start, quote.end))
                continued = True
            elif gap == 0 and (whole := _mostly_quoted(quoted, quote, sentences, cues)):
                if whole != speaker.content[-1]:
                    speaker.content.append(whole)
                continued = True
        if quoted and not continued:
            speaker = None
        gap = 0 if continued else gap + 1


def _fill(
    text: str,
    found: Sequence[Attribution],
    sentences: Sequence[Piece],
    paragraphs: Sequence[Sequence[Quoted]],
) -> None:
    """Give "Ito said:" what follows it, and a bare "Ito said." the quotation before it."""
    quotes = [quote for quoted in paragraphs for quote in quoted]
    taken = [piece for one in found for piece in one.content]
    for one in found:
        if one.content:
            continue
        at = next((i for i, (a, b) in enumerate(sentences) if a <= one.cue[0] < b), None)
        if at is None:
            continue
        near = [quote for quote in quotes if not _covered(taken, quote)]
        if one.open != "before":
            end = sentences[at][1]
            quote = next((q for q in near if 0 <= q.start - end < 5), None)
            if quote is not None:
                one.content.append((quote.start, quote.end))
            elif one.open == "after" and at + 1 < len(sentences):
                one.content.append(sentences[at + 1])
        else:
            start = sentences[at][0]
            quote = next((q for q in near if 0 <= start - q.end < 5), None)
            if quote is not None:
                one.content.append((quote.start, quote.end))
        taken += one.content


def _owner(found: Sequence[Attribution], quote: Quoted) -> Attribution | None:
    """The attribution whose content is this quotation or ends with it."""
    for one in found:
        for start, end in one.content:
            if one.rule != "saying" or quote.end > end + 1 or quote.start < start - 1:
                continue
            direct = abs(start - quote.start) < 2
            fronted = end <= one.cue[0] and quote.end >= end - 1
            if direct or fronted:
                return one
    return None


def _just_before(text: str, found: Sequence[Attribution], quote: Quoted) -> Attribution | None:
    """Who was reported in the sentence that ends where the quotation begins.

    Ito said the port would close. “We have no choice.”
    """
    for one in reversed(found):
        end = max((piece[1] for piece in one.content), default=0)
        between = text[end : quote.start]
        if one.rule == "saying" and one.source and end <= quote.start:
            return one if not between.strip(" \n.”\"’'") else None
    return None


def _covered(taken: Sequence[Piece], quote: Quoted) -> bool:
    return any(start < quote.end and quote.start < end for start, end in taken)


def _stands_alone(
    text: str, quote: Quoted, sentences: Sequence[Piece], cues: Sequence[Piece]
) -> bool:
    """True for a quotation that is a sentence (or several) by itself."""
    if len(text[quote.start : quote.end].split()) < FEWEST_WORDS:
        return False
    if _between_stops(text, quote):
        return True
    for start, end in sentences:
        if end <= quote.start or quote.end <= start:
            continue
        outside = max(0, quote.start - start) + max(0, end - quote.end)
        if outside > 3:
            return False
        if any(start <= cue[0] < end and not quote.holds(cue[0]) for cue in cues):
            return False
    return True


def _mostly_quoted(
    quoted: Sequence[Quoted], quote: Quoted, sentences: Sequence[Piece], cues: Sequence[Piece]
) -> Piece | None:
    """The sentence around a quotation where half of it is quoted and it attributes nothing.

    “We object,” said Ito. It was “a bad day” for “everybody in the port.”
    """
    around = next(((a, b) for a, b in sentences if a <= quote.start and quote.end <= b), None)
    if around is None or any(around[0] <= cue[0] < around[1] for cue in cues):
        return None
    inside = sum(q.end - q.start for q in quoted if around[0] <= q.start and q.end <= around[1])
    return around if inside >= HALF * (around[1] - around[0]) else None


def _between_stops(text: str, quote: Quoted) -> bool:
    """True where a full stop ends what stands before a quotation and the quotation itself.

    Sentences are not always cut there: `"They sue," he said. "Everybody sues."` may be one.
    """
    before = text[max(0, quote.start - 4) : quote.start].rstrip(" \xa0")
    last = text[quote.start : quote.end].rstrip("\"'”’» ")[-1:]
    return before[-1:] in (".", "!", "?") and last in (".", "!", "?", "…")
