"""Plant copies of real articles: verbatim, cut, reordered, paraphrased, and mixed of two sources.

Everything is drawn from a seeded generator. :data:`TUNING` holds the parameters under which the
copy stage was tuned; :data:`FINAL` those of the published measure: another seed, other rates, and
the half of the synonyms that tuning never saw.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass

_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?!\s)[^.!?\n]*)*[.!?]*[\"'”’]*\s*")
_ATTRIBUTION = re.compile(
    r"^(?P<who>(?:The |A |[A-Z])[^,.\"]{2,60}?) (?P<verb>said|says|told reporters|announced)"
    r"(?: that)? (?P<what>[^\"]{15,400}?)\.?$"
)
_TRAILING = re.compile(r"^(?P<what>[^\"]{15,400}?), (?P<who>[^,.\"]{2,60}?) (?:said|says)\.?$")
_LEADING = re.compile(
    r"^(?P<when>(?:After|Before|While|When|As|In|On|Following|Despite|During) [^,.\"]{5,90}), "
    r"(?P<rest>[^\"]{15,400}?)\.?$"
)
_MODIFIER = re.compile(
    r"\b(?:very|also|just|still|now|already|recently|reportedly|currently|later|only|even|"
    r"actually|quickly|nearly|about|around|more than|at least|apparently|largely|clearly)\s"
)
_JOIN = re.compile(r"^(?P<one>[^,;\"]{25,200}), (?:and|but|which|while) (?P<two>[^\"]{25,300})$")
# Pairs that can stand for one another in news text; the first list for tuning, the second held
# apart for the measure.
_TUNING_SYNONYMS = (
    "said:stated died:perished killed:slain big:large began:started ended:finished "
    "help:assist attack:assault police:officers arrested:detained show:display people:persons "
    "near:close_to country:nation government:administration leader:chief million:mn "
    "company:firm bought:acquired deal:agreement win:victory won:triumphed lost:defeated "
    "game:match team:side injured:hurt fire:blaze released:issued announced:declared "
    "report:account reports:accounts according:per hospital:clinic car:vehicle house:home "
    "children:kids woman:female man:male film:movie actor:performer year:twelvemonth "
    "first:initial last:final new:fresh old:former important:significant because:since "
    "although:though"
)
_FINAL_SYNONYMS = (
    "told:informed dead:deceased shot:gunned_down huge:enormous launched:initiated "
    "stopped:halted support:back fight:battle officials:authorities captured:seized "
    "reveal:disclose residents:locals across:throughout state:province minister:secretary "
    "president:head_of_state billion:bn business:enterprise sold:offloaded contract:accord "
    "beat:overcame season:campaign player:athlete wounded:harmed explosion:blast "
    "published:put_out confirmed:verified statement:communique charged:accused court:tribunal "
    "prison:jail truck:lorry building:structure youth:teenager star:celebrity role:part "
    "month:four_weeks second:next recent:latest major:key several:a_number_of would:was_to "
    "after:following before:prior_to also:as_well think:believe many:numerous"
)


@dataclass(frozen=True, slots=True)
class Recipe:
    """How copies are planted. Rates are probabilities of each chance taken.

    ``keep`` is the range of the share of sentences that a cut copy keeps; ``swap`` applies to
    each word with a synonym, ``trim`` to each modifier, ``restructure`` to each sentence that
    has a clause to move; ``leave_out`` to each sentence of a paraphrase.
    """

    seed: int
    keep: tuple[float, float]
    swap: float
    trim: float
    restructure: float
    leave_out: float
    synonyms: str


TUNING = Recipe(
    seed=11, keep=(0.4, 0.8), swap=0.8, trim=0.6, restructure=0.6, leave_out=0.15,
    synonyms=_TUNING_SYNONYMS,
)  # fmt: skip
FINAL = Recipe(
    seed=20_260, keep=(0.35, 0.75), swap=0.9, trim=0.75, restructure=0.75, leave_out=0.25,
    synonyms=_FINAL_SYNONYMS,
)  # fmt: skip
KINDS = ("verbatim", "cut", "reordered", "paraphrased", "mixed")


class Planter:
    """Plants copies after a recipe."""

    def __init__(self, recipe: Recipe) -> None:
        self.recipe = recipe
        self._rng = random.Random(recipe.seed)
        self._swaps = {}
        for pair in recipe.synonyms.split():
            one, two = pair.replace("_", " ").split(":")
            self._swaps[one] = two
            self._swaps.setdefault(two, one)

    def plant(self, kind: str, text: str, second: str = "") -> str:
        """Return a copy of ``text`` of this kind; ``second`` is the other source of a mix."""
        sentences = split(text)
        if kind == "verbatim":
            return "  ".join(sentences)
        if kind == "cut":
            share = self._rng.uniform(*self.recipe.keep)
            count = max(2, round(len(sentences) * share))
            if self._rng.random() < 0.5:
                return " ".join(sentences[:count])
            kept = sorted(self._rng.sample(range(len(sentences)), min(count, len(sentences))))
            return " ".join(sentences[i] for i in kept)
        if kind == "reordered":
            self._rng.shuffle(sentences)
            return " ".join(sentences)
        if kind == "paraphrased":
            return self._paraphrase(sentences)
        other = split(second)
        half = [*sentences[: max(3, len(sentences) // 2)], *other[: max(3, len(other) // 2)]]
        return self._paraphrase(half)

    def _paraphrase(self, sentences: list[str]) -> str:
        out = []
        for at, sentence in enumerate(sentences):
            if len(sentences) > 4 and at and self._rng.random() < self.recipe.leave_out:
                continue
            out.append(self._reword(sentence))
        for at in range(1, len(out) - 1):
            if self._rng.random() < 0.2:
                out[at], out[at + 1] = out[at + 1], out[at]
        return " ".join(out)

    def _reword(self, sentence: str) -> str:
        if self._rng.random() < self.recipe.restructure:
            sentence = self._restructure(sentence)
        sentence = _MODIFIER.sub(
            lambda m: "" if self._rng.random() < self.recipe.trim else m.group(), sentence
        )
        return re.sub(r"[A-Za-z]+", self._swap, sentence)

    def _swap(self, match: re.Match[str]) -> str:
        word = match.group()
        other = self._swaps.get(word.lower())
        if other is None or self._rng.random() >= self.recipe.swap:
            return word
        return other.capitalize() if word[0].isupper() else other

    def _restructure(self, sentence: str) -> str:
        plain = sentence.strip()
        if match := _ATTRIBUTION.match(plain):
            what = match["what"]
            return f"{what[0].upper()}{what[1:]}, {match['who']} {match['verb']}."
        if match := _TRAILING.match(plain):
            what = match["what"]
            return f"{match['who']} said that {what[0].lower()}{what[1:]}."
        if match := _LEADING.match(plain):
            when, rest = match["when"], match["rest"]
            return f"{rest[0].upper()}{rest[1:]} {when[0].lower()}{when[1:]}."
        if match := _JOIN.match(plain):
            two = match["two"]
            return f"{match['one']}. {two[0].upper()}{two[1:]}"
        return plain


def split(text: str) -> list[str]:
    """Split into sentences, roughly: good enough to cut and shuffle."""
    return [found.strip() for found in _SENTENCE.findall(text) if len(found.strip()) > 3]


def runs(text: str, size: int = 8) -> set[tuple[str, ...]]:
    """Return every run of ``size`` words of a text."""
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i : i + size]) for i in range(len(words) - size + 1)}
