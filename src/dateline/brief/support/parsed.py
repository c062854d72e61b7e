"""Parsed: a sentence with its tokens, and the questions that the rules ask of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from dateline.brief.number import Number
from dateline.brief.numerals import numbers
from dateline.brief.words import STOP, content, word_set
from dateline.engines import Parser
from dateline.records import Span, Token

SPEECH = word_set(
    """
    say tell add state announce declare claim argue warn note insist confirm deny reply
    remark report write allege acknowledge stress explain suggest believe think estimate
    describe call reveal accuse ask vow pledge urge
    """
)
# Words that take a statement out of the certain: modals, and verbs that set another beneath them.
HEDGES = word_set(
    """
    may might could would should can likely unlikely possibly perhaps probably reportedly
    allegedly apparently potentially expect plan consider hope want aim seek intend threaten
    propose suspect attempt try schedule set poise prepare believe allege will weigh appear
    seem suggest potential possible alleged planned proposed due slate
    """
)
FIRM = frozenset({"will"})  # certain enough of a plan, yet no deed
_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")


@dataclass(frozen=True, eq=False)
class Parsed:
    """A sentence: its text, where it stands (a claim stands nowhere), and its parse if any."""

    text: str
    language: str
    tokens: tuple[Token, ...]
    span: Span | None = None

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Content words as stems."""
        return content(self.text)

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """Numbers of the sentence."""
        return numbers(self.text, self.language)

    @cached_property
    def lower(self) -> frozenset[str]:
        """Every word as written, in lower case."""
        words = [plain(w) for w in _WORD.findall(self.text)]
        words += [w.removesuffix("'s") for w in words if w.endswith("'s")]
        return frozenset(words) | {part for w in words if "-" in w for part in w.split("-")}

    def form(self, index: int) -> str:
        """A token as written."""
        token = self.tokens[index]
        return self.text[token.start : token.end]

    def lemma(self, index: int) -> str:
        """A token's lemma in lower case without outer punctuation."""
        return plain(self.tokens[index].lemma)

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """Indices of the tokens under each token."""
        below: list[list[int]] = [[] for _ in self.tokens]
        for index, token in enumerate(self.tokens):
            if token.head != index and 0 <= token.head < len(below):
                below[token.head].append(index)
        return tuple(map(tuple, below))

    def negated(self, index: int) -> bool:
        """True when a token stands under a negation: its own, its auxiliary's, its subject's."""
        for child in self.children[index]:
            if self.tokens[child].rel == "neg" or self.lemma(child) in ("not", "never", "no"):
                return True
            if self.tokens[child].rel in ("nsubj", "nsubjpass", "dobj", "attr", "pobj") and any(
                self.lemma(x) in ("no", "neither", "none") for x in (child, *self.children[child])
            ):
                return True
        return False

    def hedges(self, index: int) -> frozenset[str]:
        """The hedges over a verb: its auxiliaries and adverbs, and the verbs it hangs from."""
        found = {self.lemma(c) for c in self.children[index]
                 if self.tokens[c].rel in ("aux", "auxpass", "advmod", "amod")}  # fmt: skip
        at = index
        for _ in range(3):
            token = self.tokens[at]
            if token.rel not in ("xcomp", "ccomp", "conj", "acomp", "pcomp") or token.head == at:
                break
            shared = token.rel == "conj"
            at = token.head
            if not shared:
                found.add(self.lemma(at))
            found |= {self.lemma(c) for c in self.children[at]
                      if self.tokens[c].rel in ("aux", "advmod")}  # fmt: skip
        return frozenset(found & HEDGES)


def plain(word: str) -> str:
    """A word in lower case without the marks around it."""
    return word.lower().replace("’", "'").strip(".'")


def is_content(token: Token, lemma: str) -> bool:
    """True for a token that carries meaning of its own."""
    return token.pos in ("NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM") and lemma not in STOP


def parse(
    texts: Sequence[str],
    language: str,
    parser: Parser | None,
    spans: Sequence[Span | None] = (),
) -> tuple[Parsed, ...]:
    """Parse sentences of one language; without a parser for it they come without tokens."""
    places = spans or [None] * len(texts)
    if parser is None or not texts:
        return tuple(Parsed(t, language, (), s) for t, s in zip(texts, places, strict=True))
    return tuple(
        Parsed(text, language, tuple(tokens), span)
        for text, tokens, span in zip(texts, parser.parse(texts, language), places, strict=True)
    )
