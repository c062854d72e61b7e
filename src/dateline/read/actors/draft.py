"""The page being read: its words and sentences, and the mentions found so far."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from dateline.knowledge import Knowledge
from dateline.knowledge.names import NameIndex, Word, name_index
from dateline.records import Actor, Span

HEADS = frozenset({"head-of-state", "head-of-government"})


@dataclass(frozen=True, slots=True)
class Draft:
    """A mention before it becomes a record. Offsets are characters of the page's text."""

    start: int
    end: int
    actor: str
    how: str
    certainty: float = 1.0
    apposition: tuple[int, int] | None = None


@dataclass(slots=True)
class Page:
    """What the rules look at. ``drafts`` are kept in order and do not overlap."""

    text: str
    language: str
    sentences: Sequence[Span]
    on: date | None
    knowledge: Knowledge
    index: NameIndex
    words: list[Word]
    drafts: list[Draft] = field(default_factory=list)
    titled: dict[str, str] = field(default_factory=dict)
    """Title words, folded → the actor that the page introduced with them, latest last."""
    _starts: list[int] = field(default_factory=list)

    @classmethod
    def of(
        cls,
        text: str,
        language: str,
        sentences: Sequence[Span],
        on: date | None,
        knowledge: Knowledge,
    ) -> Page:
        """Prepare a page: cut it into words and take the language's index of names."""
        index = name_index(knowledge, language)
        words = index.words(text)
        page = cls(
            text=text, language=language, sentences=sentences, on=on, knowledge=knowledge,
            index=index, words=words,
        )  # fmt: skip
        page._starts = [word.start for word in words]
        return page

    def add(self, drafts: Iterable[Draft]) -> None:
        """Put mentions in; one that overlaps a mention already there is left out."""
        for draft in sorted(drafts, key=lambda d: (d.start, -d.end)):
            if self.free(draft.start, draft.end):
                self.drafts.insert(bisect_left(self.drafts, draft.start, key=_start), draft)

    def free(self, start: int, end: int) -> bool:
        """True when no mention covers any of these characters."""
        at = bisect_left(self.drafts, start, key=_start)
        if at < len(self.drafts) and self.drafts[at].start < end:
            return False
        return at == 0 or self.drafts[at - 1].end <= start

    def known(self, actor_id: str) -> Actor | None:
        """The known actor of that id; None for an unknown one (``x:``)."""
        return self.knowledge.actors.get(actor_id)

    def word_at(self, position: int) -> int:
        """Index of the first word that starts at or after the character."""
        return bisect_left(self._starts, position)

    def before(self, position: int, count: int = 1) -> str:
        """The word that ends before the character, ``count`` back; "" past a sentence's start."""
        at = self.word_at(position) - count
        if at < 0:
            return ""
        word = self.words[at]
        gap = self.text[word.end : self.words[at + 1].start if count > 1 else position]
        return "" if "\n" in gap or _breaks(gap, word.text) else word.text

    def after(self, position: int, count: int = 1) -> str:
        """The word that starts after the character; "" past a break of the sentence."""
        at = self.word_at(position) + count - 1
        if at >= len(self.words):
            return ""
        gap = self.text[position : self.words[at].start] if count == 1 else ""
        return "" if "\n" in gap or any(c in gap for c in ".!?;:") else self.words[at].text

    def sentence_of(self, position: int) -> int:
        """Index of the sentence that holds the character, or the last one before it."""
        return max(0, bisect_right(self.sentences, position, key=_start) - 1)

    def earlier(self, position: int) -> list[Draft]:
        """Mentions that end before the character, latest first."""
        at = bisect_left(self.drafts, position, key=_start)
        return [draft for draft in reversed(self.drafts[:at]) if draft.end <= position]

    def offices(self, person: str) -> tuple[str, ...]:
        """Offices of the person on the page's day; of a page without a day, all ever held."""
        if self.on is not None:
            return self.knowledge.offices_of(person, self.on)
        return tuple(t.office for t in self.knowledge.tenures_of(person))

    def leads(self, person: str) -> bool:
        """True when the person is head of a state, a government or an organisation then."""
        kinds = {self.knowledge.role(office).kind for office in self.offices(person)}
        return bool(kinds & (HEADS | {"organisation-head"}))


def _start(item: Draft | Span) -> int:
    return item.start


def _breaks(gap: str, word: str) -> bool:
    """True when the gap after ``word`` ends a sentence or a clause (not an initial's point)."""
    return any(c in gap for c in ',;:!?()"“”') or ("." in gap and len(word) > 4)
