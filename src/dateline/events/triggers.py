"""Joining mentions of any kind of event by their words, where no type or party is known.

The event stage joins what it has coded (:mod:`dateline.events.same_event`). Corpora of event
coreference mark every happening, coded or not, by its trigger word alone. Here mentions
are joined when their reports are alike and their triggers share a stem, or have the same code
in the lexicon and words of their sentences in common.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.events.lexicon import LEADS, english

# Reports alike at this cosine or more (TF-IDF of their words) tell of one happening.
ALIKE = 0.25
# Sentences that share this much of their rarer words, where the triggers only share a code.
SHARED = 0.25
_STEM = 5
_WORD = re.compile(r"[a-z][a-z'-]{2,}")
_COMMON = frozenset(
    "the and for that with was were has have had his her its their they this from are but not "
    "who which after said will would been about into over also than more when what there out "
    "new one two she him them our you your all can could may did does".split()
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A marked mention: its lemma, the sentence it stands in, its report."""

    id: str
    lemma: str
    sentence: str
    report: str


def join_triggers(triggers: Sequence[Trigger], reports: Mapping[str, str]) -> dict[str, str]:
    """Return for each trigger's id the id of its cluster (that of its first trigger)."""
    group = group_reports(reports)
    clusters: dict[str, str] = {}
    leaders: dict[str, list[Trigger]] = defaultdict(list)
    for trigger in triggers:
        key = group[trigger.report]
        same = next((one for one in leaders[key] if _same(one, trigger)), None)
        if same is None:
            leaders[key].append(trigger)
        clusters[trigger.id] = trigger.id if same is None else same.id
    return clusters


def group_reports(reports: Mapping[str, str]) -> dict[str, str]:
    """Group reports whose words are alike: each joins the group whose mean is nearest."""
    vectors = _tf_idf(reports)
    sums: dict[str, Counter[str]] = {}
    group: dict[str, str] = {}
    for report in sorted(vectors):
        vector = vectors[report]
        best, near = "", ALIKE
        for name, total in sums.items():
            cosine = _cosine(vector, total)
            if cosine >= near:
                best, near = name, cosine
        name = best or report
        group[report] = name
        sums.setdefault(name, Counter()).update(vector)
    return group


def _same(one: Trigger, other: Trigger) -> bool:
    if stem(one.lemma) == stem(other.lemma):
        return True
    mine, theirs = _code(one.lemma), _code(other.lemma)
    if mine is None or mine != theirs:
        return False
    here, there = _words(one.sentence), _words(other.sentence)
    least = min(len(here), len(there)) or 1
    return len(here & there) / least >= SHARED


def stem(lemma: str) -> str:
    """Return what a word has in common with its kin: "acquire" and "acquisition" are "acqui"."""
    return lemma.lower()[:_STEM]


def _code(lemma: str) -> tuple[str, str] | None:
    lexicon = english()
    noun = lexicon.nouns.get(lemma)
    if noun is not None:
        return noun
    plain = [p for p in lexicon.verbs.get(lemma, ()) if not p.conditions and not p.complement]
    coded = [p for p in plain if p.action not in LEADS]
    return (coded[-1].action, coded[-1].mode) if coded else None


def _words(text: str) -> set[str]:
    return {word for word in _WORD.findall(text.lower()) if word not in _COMMON}


def _tf_idf(reports: Mapping[str, str]) -> dict[str, dict[str, float]]:
    counts = {
        name: Counter(w for w in _WORD.findall(text.lower()) if w not in _COMMON)
        for name, text in reports.items()
    }
    seen = Counter(word for count in counts.values() for word in count)
    size = len(counts)
    return {
        name: {
            word: (1 + math.log(times)) * math.log((1 + size) / seen[word])
            for word, times in sorted(count.items())
        }
        for name, count in counts.items()
    }


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    both = sum(weight * other[word] for word, weight in one.items() if word in other)
    lengths = _length(one) * _length(other)
    return both / lengths if lengths else 0.0


def _length(vector: Mapping[str, float]) -> float:
    return math.sqrt(sum(weight * weight for weight in vector.values()))
