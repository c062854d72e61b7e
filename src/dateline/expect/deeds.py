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
# Talk of an act that breaks, disputes or charges: "violated the ceasefire" is no ceasefire.
_BREACHES = frozenset({"violate", "violation", "breach", "infringe"})
_DISPUTES = frozenset({
    "accuse", "blame", "allege", "deny", "break", "collapse", "unravel", "crumble", "falter",
})  # fmt: skip
_BREACH_ELSEWHERE = re.compile(r"違反|破った|위반|어겼|违反|違反|违背|違背")
_WILL = frozenset({"will", "'ll", "’ll", "wo", "would"})
_CASES = frozenset({"if", "unless", "until", "once", "when"})
# What moves or ends a plan, with the particle that it takes where it means something else alone.
_POSTPONES = frozenset({"postpone", "delay", "reschedule", "defer"})
_POSTPONES_WITH = {"put": ("off", "back"), "push": ("back",)}
_WITHDRAWS = frozenset({"cancel", "scrap", "abandon", "shelve", "withdraw"})
_FORCES = frozenset({"troop", "soldier", "force", "army", "unit", "weapon", "police"})
_PAST = {
    "ja": re.compile(r"た(。|$|と(述べ|発表|伝え)|、|が)"),
    "ko": re.compile(r"(했|었|았|였|됐|났|갔|왔|렸|졌|쳤|겼)(다|고|으며|지만|는데)"),
    "zh": re.compile(r"了|已经?|曾|[完结結]束|签署|簽署"),  # and what bears a past date
}


@dataclass(frozen=True, slots=True)
class Deed:
    """Something reported as past. ``outcome`` is what it means for an expectation of the same
    act: *met*, or *missed*, *postponed*, *withdrawn*; ``words`` are its content words, and
    ``within`` is the sentence (or the full-stopped piece of one) that tells it. ``refused`` marks
    what is said *not* to come ("will not arrive"): nothing done, but a plan that is given up.
    """

    outcome: Outcome
    acts: frozenset[str]
    words: frozenset[str]
    span: Span
    within: Span
    agent: tuple[int, int] | None = None
    refused: bool = False


def english_deeds(report: Report, span: Span, tree: Tree, *, title: bool = False) -> Iterator[Deed]:
    """Yield the finite past clauses of a parsed sentence, each with its own arguments only, and
    what it says will not come. In a ``title`` the present tense tells what has happened.
    """
    for index, token in enumerate(tree.tokens):
        headline = title and token.tag in ("VBZ", "VBP") and token.rel == "ROOT"
        if not headline and token.tag not in ("VBD", "VBN", "VB"):
            continue
        helpers = {tree.words[k] for k in tree.kids(index, "aux", "auxpass")}
        modal = any(tree.token(k).tag in ("MD", "TO") for k in tree.kids(index, "aux"))
        simple = token.tag == "VBD" and token.rel not in ("aux", "auxpass")
        perfect = token.tag == "VBN" and helpers & {"has", "have", "was", "were", "had", "'s", "’s"}
        asked = token.tag == "VB" and helpers & {"did"}
        refused = _refused(tree, index)
        told = not modal and (simple or perfect or asked or headline)
        if not (told or refused) or _supposed(tree, index):
            continue
        inside = {index}
        for kid in tree.kids(index, *_ARGUMENTS):
            inside |= set(tree.under(kid, aside=False, clauses=False))
        subject = tree.subject(index)
        if subject is not None:
            # "the soldiers that it promised to send will not come": what was promised counts
            inside |= set(tree.under(subject, aside=refused, clauses=refused))
        lemma = tree.lemmas[index]
        outcome: Outcome | None = "withdrawn" if refused else _verb_outcome(tree, index)
        talk = lemma in _DISPUTES or any(tree.lemmas[k] in _BREACHES for k in inside)
        if outcome is None or (outcome == "met" and talk):
            continue
        for kid in tree.kids(index, "xcomp") if lemma in ("fail", "refuse", "decline") else ():
            inside |= set(tree.under(kid, aside=False))
        ordered = sorted(inside)
        plain = [k for k in ordered if not tree.month(k)]
        words = [tree.lemmas[k] for k in plain]
        yield Deed(
            outcome=outcome,
            acts=acts_in(f"{' '.join(words)} | {' '.join(tree.words[k] for k in plain)}", "en"),
            words=frozenset(
                word for word, k in zip(words, plain, strict=True)
                if tree.token(k).pos in _CONTENT
            ),
            span=Span(
                report=report.id,
                start=tree.token(ordered[0]).start,
                end=tree.token(ordered[-1]).end,
            ),
            within=span,
            agent=tree.agent(index, subject),
            refused=refused,
        )  # fmt: skip


def _supposed(tree: Tree, index: int) -> bool:
    return any(
        tree.words[k] in ("if", "unless", "whether") for k in tree.kids(index, "mark", "advmod")
    )


def _refused(tree: Tree, index: int) -> bool:
    """Say whether a clause says that something will not come, without a condition."""
    will = any(tree.words[k] in _WILL for k in tree.kids(index, "aux"))
    cases = {
        tree.words[k]
        for clause in tree.kids(index, "advcl", "prep")
        for k in (clause, *tree.kids(clause, "mark", "advmod"))
    }
    perfect = any(tree.lemmas[k] == "have" for k in tree.kids(index, "aux"))
    return will and tree.negated(index) and not perfect and not cases & _CASES


def _verb_outcome(tree: Tree, index: int) -> Outcome | None:
    """Return what a told verb means for what was expected, None where it means nothing."""
    lemma, negative = tree.lemmas[index], tree.negated(index)
    beside = {tree.words[k] for k in tree.kids(index, "prt", "advmod")}
    objects = tree.kids(index, "dobj", "nsubjpass")
    moved = lemma == "move" and any(
        tree.words[k] in ("to", "until") and any(map(tree.day, tree.under(k)))
        for k in tree.kids(index, "prep")
    )
    if lemma in _POSTPONES or beside & set(_POSTPONES_WITH.get(lemma, ())) or (moved and objects):
        return None if negative else "postponed"
    ended = lemma in _WITHDRAWS or (lemma == "call" and "off" in beside)
    ended |= lemma == "drop" and any(tree.lemmas[k] in ("plan", "bid") for k in objects)
    if lemma == "withdraw" and (not objects or any(tree.lemmas[k] in _FORCES for k in objects)):
        ended = False  # troops that withdrew did what was expected
    if ended:
        return None if negative else "withdrawn"
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
    if outcome == "met" and _BREACH_ELSEWHERE.search(text):
        return
    if past or outcome != "met":
        yield Deed(
            outcome=outcome,
            acts=acts_in(text, language),
            words=frozenset(),
            span=Span(report=report.id, start=start, end=end),
            within=span,
        )
