"""A parsed sentence as a tree, with its offsets in the report's text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.records import Token


class Tree:
    """Tokens of one sentence with children, subtrees and spans. Offsets count in the report."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.children: list[list[int]] = [[] for _ in tokens]
        for index, token in enumerate(tokens):
            if token.head != index:
                self.children[token.head].append(index)
        self._extent: list[tuple[int, int]] | None = None

    def __len__(self) -> int:
        return len(self.tokens)

    def __getitem__(self, index: int) -> Token:
        return self.tokens[index]

    def kids(self, index: int, *relations: str) -> list[int]:
        """Return the children of a token that stand in one of these relations."""
        return [child for child in self.children[index] if self.tokens[child].rel in relations]

    def kid(self, index: int, *relations: str) -> int | None:
        """Return the first child in one of these relations, or None."""
        return next(iter(self.kids(index, *relations)), None)

    def subtree(self, index: int) -> Iterator[int]:
        """Yield a token and everything under it, in no particular order."""
        waiting = [index]
        while waiting:
            one = waiting.pop()
            yield one
            waiting.extend(self.children[one])

    def reach(self, index: int) -> tuple[int, int]:
        """Return the first and the last token of a subtree."""
        if self._extent is None:
            self._extent = self._reaches()
        return self._extent[index]

    def span(self, index: int) -> tuple[int, int]:
        """Return the characters from the first to the last token of a subtree."""
        first, last = self.reach(index)
        return self.tokens[first].start, self.tokens[last].end

    def ancestors(self, index: int) -> Iterator[int]:
        """Yield the heads above a token, nearest first."""
        while self.tokens[index].head != index:
            index = self.tokens[index].head
            yield index

    def _reaches(self) -> list[tuple[int, int]]:
        firsts = list(range(len(self.tokens)))
        lasts = list(firsts)
        roots = [index for index, token in enumerate(self.tokens) if token.head == index]
        order = [index for root in roots for index in self.subtree(root)]
        for index in reversed(order):  # every token after all that is under it
            head = self.tokens[index].head
            firsts[head] = min(firsts[head], firsts[index])
            lasts[head] = max(lasts[head], lasts[index])
        return list(zip(firsts, lasts, strict=True))
