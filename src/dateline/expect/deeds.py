"""What a sentence reports as done, not done or called off: the evidence that settles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.expect.acts import acts_in
from dateline.expect.cues import endings
from dateline.expect.forward import Forward
from dateline.expect.patterns import BREAK
from dateline.expect.tree import Tree
from dateline.records import Outcome, Report, Span

_ARGUMENTS = (
    "nsubj", "nsubjpass", "dobj", "prep", "agent", "npadvmod", "advmod", "attr", "prt", "dative",
    "pobj", "pcomp", "oprd", "acomp",
)  # fmt: skip
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "NUM", "ADJ"})
_PAST = {
    "ja": re.compile(r"た(。|$|と(述べ|発表|伝え)|、|が)"),
    "ko": re.compile(r"(했|었|았|였|됐|났|갔|왔|렸|졌|쳤|겼)(다|고|으며|지만|는데)"),
    "zh": re.compile(r"了|已经?|曾|[完结結]束|签署|簽署"),  # and what bears a past date
}


@dataclass(frozen=True, slots=True)
class Deed:
    """Something reported as past. ``outcome`` is what it means for an expectation of the same
    act: *met*, or *missed*, *postponed*, *withdrawn*; ``words`` are its content words, and
    ``within`` is the sentence (or the full-stopped piece of one) that tells it.
    """

    outcome: Outcome
    acts: frozenset[str]
    words: frozenset[str]
    span: Span
    within: Span
    agent: tuple[int, int] | None = None


def english_deeds(report: Report, span: Span, tree: Tree) -> Iterator[Deed]:
    """Yield the finite past clauses of a parsed sentence, each with its own arguments only."""
    for index, token in enumerate(tree.tokens):
        if token.tag not in ("VBD", "VBN", "VB"):
            continue
        helpers = {tree.words[k] for k in tree.kids(index, "aux", "auxpass")}
        modal = any(tree.token(k).tag in ("MD", "TO") for k in tree.kids(index, "aux"))
        simple = token.tag == "VBD" and token.rel not in ("aux", "auxpass")
        perfect = token.tag == "VBN" and helpers & {"has", "have", "was", "were", "had", "'s", "’s"}
        asked = token.tag == "VB" and helpers & {"did"}
        if modal or not (simple or perfect or asked) or _supposed(tree, index):
            continue
        inside = {index}
        for kid in tree.kids(index, *_ARGUMENTS):
            inside |= set(tree.under(kid, aside=False, clauses=False))
        subject = tree.subject(index)
        if subject is not None:
            inside |= set(tree.under(subject, aside=False, clauses=False))
        lemma = tree.lemmas[index]
        negative = tree.negated(index)
        outcome = _verb_outcome(lemma, negative)
        for kid in tree.kids(index, "xcomp") if lemma in ("fail", "refuse", "decline") else ():
            inside |= set(tree.under(kid, aside=False))
        ordered = sorted(inside)
        words = [tree.lemmas[k] for k in ordered]
        yield Deed(
            outcome=outcome,
            acts=acts_in(f"{' '.join(words)} | {' '.join(tree.words[k] for k in ordered)}", "en"),
            words=frozenset(
                word for word, k in zip(words, ordered, strict=True)
                if tree.token(k).pos in _CONTENT
            ),
            span=Span(
                report=report.id,
                start=tree.token(ordered[0]).start,
                end=tree.token(ordered[-1]).end,
            ),
            within=span,
            agent=tree.agent(index, subject),
        )  # fmt: skip


def _supposed(tree: Tree, index: int) -> bool:
    return any(
        tree.words[k] in ("if", "unless", "whether") for k in tree.kids(index, "mark", "advmod")
    )


def _verb_outcome(lemma: str, negative: bool) -> Outcome:
    if lemma in ("postpone", "delay", "reschedule", "defer"):
        return "postponed"
    if lemma in ("cancel", "scrap", "withdraw", "abandon", "shelve", "drop", "call"):
        return "withdrawn" if lemma not in ("withdraw", "drop", "call") or not negative else "met"
    if negative or lemma in ("fail", "refuse", "decline", "reject"):
        return "missed"
    return "met"


def other_deeds(
    report: Report, span: Span, language: str, forward: Forward | None, *, dated: bool
) -> Iterator[Deed]:
    """Yield what a Japanese, Korean or Chinese sentence tells as done.

    The part of the sentence that looks forward is left out: "会談し、毎年訪問することで合意した"
    tells of a meeting, not of a visit. ``dated`` says whether a date that can be past stands in
    it: it is what tells a deed in Chinese, whose verbs have no tense.
    """
    start, end = span.start, span.end
    if forward is not None:
        breaks = list(BREAK[language].finditer(report.text, start, forward.start))
        if not breaks:
            return
        end = breaks[-1].start()
        past = True  # the first half shares the tense of the whole
    else:
        past = bool(_PAST[language].search(report.text[start:end])) or (language == "zh" and dated)
    text = report.text[start:end]
    outcome: Outcome = "met"
    for kind, patterns in endings().items():
        if language in patterns and patterns[language].search(text):
            outcome = kind
            break
    if past or outcome != "met":
        yield Deed(
            outcome=outcome,
            acts=acts_in(text, language),
            words=frozenset(),
            span=Span(report=report.id, start=start, end=end),
            within=span,
        )
