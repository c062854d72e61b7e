"""The page being read: its words and sentences, and the mentions found so far."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from dateline.knowledge import Knowledge
from dateline.knowledge.names import NameIndex, Word, name_index
from dateline.records import Actor, Span

# How many mentions back a role, a pair or a pronoun may look.
LOOK_BACK = 200
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
    _main: str | None = None
    _title_case: dict[int, bool] = field(default_factory=dict)

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

    def earlier(self, position: int) -> Iterator[Draft]:
        """Mentions that end before the character, latest first, at most :data:`LOOK_BACK`."""
        at = bisect_left(self.drafts, position, key=_start)
        for draft in reversed(self.drafts[max(0, at - LOOK_BACK) : at]):
            if draft.end <= position:
                yield draft

    def last(self, position: int) -> Draft | None:
        """The last mention that ends before the character."""
        return next(self.earlier(position), None)

    def starting(self, position: int) -> Draft | None:
        """The mention that starts at the character."""
        at = bisect_left(self.drafts, position, key=_start)
        found = self.drafts[at] if at < len(self.drafts) else None
        return found if found is not None and found.start == position else None

    def starts_sentence(self, position: int) -> bool:
        """True for a sentence's first character, and for a line's (a headline)."""
        if position == 0 or self.text[position - 1] == "\n":
            return True
        at = self.sentence_of(position)
        return at < len(self.sentences) and self.sentences[at].start == position

    def title_case(self, position: int) -> bool:
        """True inside a sentence or headline that capitalises most of its words."""
        at = self.sentence_of(position)
        if (
            at < len(self.sentences)
            and position < self.sentences[at].end
            and (self.sentences[at].start <= position)
        ):
            start, end = self.sentences[at].start, self.sentences[at].end
        else:
            start = self.text.rfind("\n", 0, position) + 1
            end = self.text.find("\n", position)
            end = len(self.text) if end < 0 else end
        if start not in self._title_case:
            words = self.words[self.word_at(start) : self.word_at(end)]
            long = [word.text for word in words if len(word.text) > 2]
            capital = sum(word[0].isupper() for word in long)
            self._title_case[start] = len(long) > 3 and capital > 0.85 * len(long)
        return self._title_case[start]

    def offices(self, person: str) -> tuple[str, ...]:
        """Offices of the person on the page's day; of a page without a day, all ever held."""
        if self.on is not None:
            return self.knowledge.offices_of(person, self.on)
        return tuple(t.office for t in self.knowledge.tenures_of(person))

    def main_state(self) -> str:
        """The state whose names stand most often on the page, "" where two share the place."""
        if self._main is None:
            counts = Counter(
                self.knowledge.actors[match.entries[0].actor].country
                for match in self.index.scan(self.text, self.words)
                if len({e.actor for e in match.entries}) == 1 and match.entries[0].actor
            )
            counts.pop("", None)
            best = counts.most_common(2)
            alone = len(best) == 1 or (len(best) == 2 and best[0][1] > best[1][1])
            self._main = best[0][0] if best and alone else ""
        return self._main

    def stale(self) -> bool:
        """True when the page has no day, or one after the knowledge base's: who holds an
        office then is known only from the page itself."""
        return self.on is None or self.on > self.knowledge.knowledge_date

    def leads(self, person: str) -> bool:
        """True when the person is head of a state or a government on the page's day.

        Where the tables can't tell, the title with which the page introduces the person does,
        if the person's last known office agrees.
        """
        offices = self.offices(person)
        if self.stale():
            tenures = self.knowledge.tenures_of(person)
            title = self.titled.get(person)
            offices = tuple(t.office for t in tenures if t.end is None) if title else ()
        return bool({self.knowledge.role(office).kind for office in offices} & HEADS)


def _start(item: Draft | Span) -> int:
    return item.start


def _breaks(gap: str, word: str) -> bool:
    """True when the gap after ``word`` ends a sentence or a clause (not an initial's point)."""
    return any(c in gap for c in ',;:!?()"“”') or ("." in gap and len(word) > 4)
