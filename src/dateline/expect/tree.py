"""A parsed sentence as a tree: who stands under what."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.records import Parse, Report, Token

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
# Clauses that hang on a word and say something else than it does.
_ASIDE = frozenset({"relcl", "advcl", "parataxis", "appos"})
_SAME_SUBJECT = ("xcomp", "conj", "acomp", "ccomp")
# Clauses of their own: what an act consists of ends before them.
_CLAUSES = _ASIDE | {"acl", "ccomp", "xcomp"}
# Forms that lemmatisers trained on newswire give another verb.
_LEMMAS = {"hopes": "hope", "hoped": "hope", "hoping": "hope"}
_MONTHS = frozenset(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sept oct nov dec".split()
)
_DEPTH = 12  # links followed upwards at most: a broken parse must not make a walk


class Tree:
    """The tokens of one sentence with their words, and the ways up and down between them."""

    def __init__(self, report: Report, parse: Parse) -> None:
        self.tokens = parse.tokens
        self.words = [report.text[t.start : t.end].lower() for t in parse.tokens]
        self.lemmas = [
            _LEMMAS.get(word, token.lemma.lower())
            for word, token in zip(self.words, parse.tokens, strict=True)
        ]
        self._kids: list[list[int]] = [[] for _ in parse.tokens]
        for index, token in enumerate(parse.tokens):
            if token.head != index:
                self._kids[token.head].append(index)

    def __len__(self) -> int:
        return len(self.tokens)

    def token(self, index: int) -> Token:
        """Return a token."""
        return self.tokens[index]

    def kids(self, index: int, *rels: str) -> list[int]:
        """Return what hangs on a token, by the relations named or by all."""
        kids = self._kids[index]
        if not kids or not rels:
            return kids[:]
        return [k for k in kids if self.tokens[k].rel in rels]

    def ups(self, index: int) -> Iterator[int]:
        """Go up from a token to the root, the token itself left out."""
        for _ in range(_DEPTH):
            head = self.tokens[index].head
            if head == index:
                return
            yield head
            index = head

    def subject(self, verb: int) -> int | None:
        """Return the subject of a verb: its own, or that of the verb whose subject it shares."""
        for _ in range(_DEPTH):
            own = self.kids(verb, *_SUBJECTS)
            token = self.tokens[verb]
            if own and self.tokens[own[0]].tag in ("WDT", "WP") and token.rel == "relcl":
                return token.head  # "the talks, which will be ..."
            if own:
                return own[-1]  # the nearest: "longer term, though, the firm may ..."
            if token.rel in ("acl", "relcl"):
                return token.head
            if token.rel not in _SAME_SUBJECT or token.head == verb:
                return None
            if token.rel == "ccomp" and not self.infinitive(verb):
                return None
            verb = token.head
        return None

    def month(self, index: int) -> bool:
        """Say whether a token names a month: "March" is no protest."""
        return self.tokens[index].pos == "PROPN" and self.words[index].rstrip(".") in _MONTHS

    def day(self, index: int) -> bool:
        """Say whether a token names a month or a day of the week."""
        word = self.words[index]
        return self.month(index) or (self.tokens[index].pos == "PROPN" and word.endswith("day"))

    def infinitive(self, verb: int) -> bool:
        """Say whether a verb is introduced by "to"."""
        return any(self.tokens[k].tag == "TO" for k in self.kids(verb, "aux"))

    def negated(self, verb: int) -> bool:
        """Say whether a verb is denied."""
        return bool(self.kids(verb, "neg"))

    def under(self, index: int, *, aside: bool = True, clauses: bool = True) -> list[int]:
        """Return the tokens of the phrase that a token heads, in order.

        Without ``aside``, relative and adverbial clauses are left out; without ``clauses`` all
        clauses.
        """
        barred = frozenset() if aside else _ASIDE if clauses else _CLAUSES
        if not self._kids[index]:
            return [index]
        found, open_ = {index}, [index]
        while open_:
            for kid in self._kids[open_.pop()]:
                if kid not in found and self.tokens[kid].rel not in barred:
                    found.add(kid)
                    open_.append(kid)
        return sorted(found)

    def agent(self, verb: int, subject: int | None) -> tuple[int, int] | None:
        """Return where the phrase of an active verb's subject stands, in characters."""
        if subject is None or self.passive(verb):
            return None
        phrase = self.under(subject, aside=False, clauses=False)
        return self.tokens[phrase[0]].start, self.tokens[phrase[-1]].end

    def passive(self, verb: int) -> bool:
        """Say whether a verb is passive."""
        return bool(self.kids(verb, "auxpass", "nsubjpass"))
