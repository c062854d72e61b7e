"""A parsed sentence as a tree: children, phrases, words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.records import Token

# Relations under a noun that belong to its phrase; clauses hanging on it don't.
_CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp", "parataxis", "csubj"})
# Words of measure: "a series of attacks" is about attacks.
MEASURES = frozenset(
    "series number round wave string spate range lot couple dozen hundred thousand million pair "
    "group part kind type set host handful majority one some many several all both most any each "
    "first second third series total amount variety score slew flurry barrage process act".split()
)


class Tree:
    """Tokens of one sentence with their text. Indexes are positions in the sentence."""

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.words = [text[token.start : token.end] for token in tokens]
        self.lemmas = [_lemma(token, word) for token, word in zip(tokens, self.words, strict=True)]
        self._kids: list[list[int]] = [[] for _ in tokens]
        for index, token in enumerate(tokens):
            if token.head != index:
                self._kids[token.head].append(index)

    def __len__(self) -> int:
        return len(self.tokens)

    def rel(self, index: int) -> str:
        """Return the dependency label of a token."""
        return self.tokens[index].rel

    def pos(self, index: int) -> str:
        """Return the part of speech of a token."""
        return self.tokens[index].pos

    def tag(self, index: int) -> str:
        """Return the fine tag of a token."""
        return self.tokens[index].tag

    def head(self, index: int) -> int:
        """Return the head of a token, itself for the root."""
        return self.tokens[index].head

    def kids(self, index: int, *relations: str) -> list[int]:
        """Return the children of a token, those in ``relations`` where any are named."""
        kids = self._kids[index]
        return [k for k in kids if self.tokens[k].rel in relations] if relations else kids

    def kid(self, index: int, *relations: str) -> int | None:
        """Return the first child in one of the relations, or None."""
        return next(iter(self.kids(index, *relations)), None)

    def under(self, index: int, *, clauses: bool = True) -> Iterator[int]:
        """Yield a token and all below it; without ``clauses`` none of the clauses on it."""
        waiting = [index]
        while waiting:
            one = waiting.pop()
            yield one
            waiting += [
                kid for kid in self._kids[one] if clauses or self.tokens[kid].rel not in _CLAUSES
            ]

    def path(self, index: int) -> list[int]:
        """Return the token and its heads up to the root."""
        path = [index]
        while self.tokens[path[-1]].head != path[-1] and len(path) <= len(self.tokens):
            path.append(self.tokens[path[-1]].head)
        return path

    def coordinated(self, index: int) -> list[int]:
        """Return a token and what is joined to it by "and"."""
        found = [index]
        for one in found:
            found += self.kids(one, "conj")
        return found

    def content(self, index: int) -> list[int]:
        """Return the heads that a noun phrase is about: through measures ("a series of
        attacks"), coordination and "of" phrases.
        """
        found: list[int] = []
        waiting = [index]
        while waiting and len(found) < 40:
            one = waiting.pop(0)
            found.append(one)
            waiting += self.kids(one, "conj")
            for prep in self.kids(one, "prep"):
                if self.lemmas[prep] == "of" and (
                    self.lemmas[one] in MEASURES or self.pos(one) in ("NUM", "PRON")
                ):
                    waiting += self.kids(prep, "pobj")
        return found


# Lemmas that the parser's rules get wrong.
_WRONG = {"stag": "stage", "wag": "wage", "rag": "rage", "eas": "ease"}


def _lemma(token: Token, word: str) -> str:
    lemma = token.lemma.lower()
    lemma = _WRONG.get(lemma, lemma)
    if token.pos == "PROPN" and word[-1:] == "s" and len(word) > 3 and token.tag == "NNPS":
        return word[:-1].lower()
    return lemma
