"""Facts: the lines of all reports gathered into propositions, within and across languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.brief.align import Alignment
from dateline.brief.lines import Line
from dateline.records import Role

# Two lines say the same from these scores up. Meaning is the cosine of sentence vectors: lower
# across languages, where the best pairs score less; word overlap is stricter than it looks,
# since common words of the story weigh little. With SHARED actors or numbers in common a lower
# cosine is enough. Chosen on the written samples for precision (docs/07-brief.md).
SAME_WORDS = 0.55
SAME_MEANING = 0.80
SAME_MEANING_ACROSS = 0.70
SHARED_DISCOUNT = 0.10
# Within one report two sentences are two statements unless they are nearly one.
SAME_REPORT = 0.92


@dataclass(slots=True)
class Fact:
    """A proposition: the lines that say it, in story order, and what the reports make of it."""

    lines: list[Line]
    role: Role = "unknown"
    centrality: float = 0.0
    origins: frozenset[str] = field(default_factory=frozenset)

    @property
    def independent(self) -> int:
        """How many origins say it."""
        return len(self.origins)

    @property
    def order(self) -> int:
        """Index of its first line: a stable key."""
        return self.lines[0].order

    @property
    def place(self) -> float:
        """How early it stands in the report that puts it first."""
        return min(line.place for line in self.lines)

    @property
    def languages(self) -> frozenset[str]:
        """Languages it is said in."""
        return frozenset(line.language for line in self.lines)


def gather_facts(lines: Sequence[Line], alignment: Alignment) -> tuple[Fact, ...]:
    """Cluster lines into facts by average-link agglomeration over the pairs that match.

    Pairs are taken from the best score down, ties by order; two clusters join when the mean of
    all their pairs still matches within a margin, so that a chain of half-alike sentences can't
    swallow the story.
    """
    pairs = sorted(
        (
            (-_ratio(a, b, alignment), a.order, b.order)
            for i, a in enumerate(lines)
            for b in lines[i + 1 :]
            if _ratio(a, b, alignment) >= 1.0
        ),
    )
    cluster = {line.order: [line] for line in lines}
    for _, first, second in pairs:
        left, right = cluster[first], cluster[second]
        if left is right:
            continue
        mean = sum(_ratio(a, b, alignment) for a in left for b in right) / (len(left) * len(right))
        if mean < 0.9:
            continue
        joined = sorted(left + right, key=lambda line: line.order)
        for line in joined:
            cluster[line.order] = joined
    seen: set[int] = set()
    facts = []
    for line in lines:
        if line.order not in seen:
            members = cluster[line.order]
            seen.update(member.order for member in members)
            facts.append(_fact(members, lines, alignment))
    return tuple(facts)


def _ratio(a: Line, b: Line, alignment: Alignment) -> float:
    """Score of a pair over the score it needs: 1 and above is a match."""
    meaning = float(alignment.meaning[a.order, b.order])
    words = float(alignment.words[a.order, b.order])
    if a.report == b.report:
        return max(meaning, words) / SAME_REPORT
    need = SAME_MEANING if a.language == b.language else SAME_MEANING_ACROSS
    if meaning > need - SHARED_DISCOUNT and _shared(a, b):
        need -= SHARED_DISCOUNT
    if min(a.length, b.length) * 3 < max(a.length, b.length):
        need += SHARED_DISCOUNT  # a fragment is near everything that holds it
    return max(meaning / need, words / SAME_WORDS)


def _shared(a: Line, b: Line) -> bool:
    """True when two lines share two actors, or an actor and a number, or a number that counts."""
    actors = len(a.actors & b.actors)
    values_a = {n.value for n in a.numbers if n.value > 3}
    values_b = {n.value for n in b.numbers if n.value > 3}
    values = len(values_a & values_b)
    return actors >= 2 or (actors >= 1 and values >= 1) or values >= 2


def _fact(members: list[Line], lines: Sequence[Line], alignment: Alignment) -> Fact:
    """Vote on the role, and measure how central the fact is to the other origins' reports.

    Centrality is the mean, over the other reports, of the best match there: a fact that every
    report has something near to is what the story is about.
    """
    votes: Counter[Role] = Counter()
    for line in members:
        votes[line.role] += round((0.1 + line.certainty) * 1000)
    role = max(votes, key=lambda r: (votes[r], r))
    best: dict[str, float] = {}
    own = {line.report for line in members}
    for other in lines:
        if other.report not in own:
            score = max(alignment.score(line.order, other.order) for line in members)
            best[other.report] = max(best.get(other.report, 0.0), score)
    total = len(best) + len(own)
    centrality = (sum(best.values()) + len(own)) / total if total else 0.0
    if not best:  # one report: how near the fact is to the report's opening
        centrality = max(alignment.score(line.order, 0) for line in members) if lines else 0.0
    return Fact(members, role, round(centrality, 6), frozenset(line.origin for line in members))
