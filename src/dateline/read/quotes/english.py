"""Attributions in English sentences, by dependency rules over a cue lexicon."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.read.quotes import holding, states, unsourced
from dateline.read.quotes.clause import Attribution, Clause
from dateline.read.quotes.ends import mend_end
from dateline.read.quotes.marks import Quoted
from dateline.read.quotes.received import in_favour, received
from dateline.read.quotes.relative import inserted, split_content
from dateline.read.quotes.saying import closing, saying
from dateline.read.quotes.tree import Tree
from dateline.read.quotes.turns import introduced, named_before_colon

# Parts of speech that may attribute.
READ = frozenset({"VERB", "AUX", "NOUN", "ADV", "ADP", "ADJ"})
# What "seem" and "appear" may lead to.
RAISED = ("xcomp", "oprd", "acomp", "prep", "ccomp")


def attributions(
    text: str, start: int, end: int, tree: Tree, quoted: Sequence[Quoted]
) -> list[Attribution]:
    """Return what the sentence from ``start`` to ``end`` attributes, in the order of the cues.

    Words inside a quotation attribute nothing by themselves: they are its speaker's.
    """
    clause = Clause(text, start, end, tree, quoted)
    found = []
    for index, token in enumerate(tree.tokens):
        if token.pos not in READ:
            continue
        if clause.quoted_at(token.start) or text[token.start - 1 : token.start] in ("<", "/"):
            continue  # somebody else's words; the name of a tag that was left in the text
        one = _read(clause, index)
        if one is not None and (one.content or one.open):
            found.append(one)
    turn = named_before_colon(clause)
    if turn is not None:
        found.append(turn)
    for one in found:
        mend_end(clause, one)
    found = _without_doubles(found)
    _share_sources(clause, found)
    led = introduced(clause, found)
    return [*found, led] if led is not None else found


def _share_sources(clause: Clause, found: Sequence[Attribution]) -> None:
    """Give "... , adding that" and "Noting that ..., " the sentence's speaker or subject."""
    spoken = next((one.source for one in found if one.rule == "saying" and one.source), None)
    root = next((i for i, token in enumerate(clause.tree.tokens) if token.head == i), None)
    for one in found:
        token = next((t for t in clause.tree.tokens if t.start == one.cue[0]), None)
        if one.source is not None or token is None or token.tag != "VBG":
            continue
        one.source = spoken
        if spoken is None and root is not None:
            one.source, one.named = clause.source(root)


def _read(clause: Clause, index: int) -> Attribution | None:
    token = clause.tree[index]
    if token.lemma == "be":
        return states.being(clause, index)
    if token.lemma in states.COPULAS and clause.tree.kid(index, "acomp") is not None:
        held = states.being(clause, index)
        if held is not None:
            return held
    if token.pos == "ADV":
        return unsourced.adverb(clause, index)
    if token.pos == "ADP":
        return unsourced.within(clause, index) or in_favour(clause, index)
    if token.pos == "NOUN":
        return received(clause, index) or states.noun(clause, index)
    if token.pos == "ADJ":
        return states.after_noun(clause, index)
    if token.pos == "VERB":
        return _verb(clause, index)
    return None


def _verb(clause: Clause, v: int) -> Attribution | None:
    """Try the rules that a verb's class allows; the first that fits wins."""
    tree, words, lemma = clause.tree, clause.words, clause.lemma(v)
    if lemma == "accord":
        return unsourced.according(clause, v)
    if (tree[v].rel == "advcl") and (lemma in words.say or lemma in words.think):
        aside = unsourced.as_reported(clause, v, lemma)
        if aside is not None:
            return aside
    participle = tree[v].tag == "VBN" and tree[v].rel in ("acl", "advcl")
    if tree.kids(v, "auxpass", "nsubjpass") or (participle and not tree.kids(v, "aux")):
        return states.affected(clause, v) or unsourced.passive(clause, v, lemma)
    if lemma in words.raising and tree.kid(v, *RAISED) is not None:
        return unsourced.raising(clause, v, lemma)
    one = states.phrase(clause, v)
    if one is None and (lemma in words.say or lemma in words.think):
        one = split_content(clause, v, lemma) or inserted(clause, v, lemma)
    if one is None and not any(child > v for child in tree.kids(v, "ccomp")):
        one = holding.with_preposition(clause, v, lemma)
    if one is None and (lemma in words.say or clause.puts_it(v) or closing(clause, v, lemma)):
        one = saying(clause, v, lemma)
    if one is None and (lemma in words.think or lemma in words.say):
        one = holding.that_clause(clause, v, lemma)
    if one is None and (lemma in words.intend or lemma in words.judge):
        one = holding.infinitive(clause, v, lemma)
    return one or holding.judgement(clause, v, lemma) or holding.any_that(clause, v, lemma)


def _without_doubles(found: Iterable[Attribution]) -> list[Attribution]:
    """Keep one reading of each content, the one that names a source before others."""
    kept: list[Attribution] = []
    for one in sorted(found, key=lambda one: one.source is None):
        if not any(_alike(one, other) for other in kept):
            kept.append(one)
    kept = [
        one
        for one in kept
        if not (_led_to(one, kept) if one.rule == "saying" else _reported(one, kept))
    ]
    return sorted(kept, key=lambda one: one.cue)


def _alike(one: Attribution, other: Attribution) -> bool:
    """True when two attributions share their content, or their cues overlap."""
    if one.content and one.content == other.content:
        return True
    return one.cue[0] <= other.cue[0] < one.cue[1] or other.cue[0] <= one.cue[0] < other.cue[1]


def _led_to(one: Attribution, others: Iterable[Attribution]) -> bool:
    """True for "say" in "refused to say whether ...", which is one act with the refusal."""
    return any(
        other.rule == "infinitive" and other.content and other.content[0][0] == one.cue[0]
        for other in others
        if other is not one
    )


def _reported(one: Attribution, others: Iterable[Attribution]) -> bool:
    """True when the attribution stands inside what another one reports.

    A wish or a judgement there is part of what was said ("said he supports the plan"); words
    of somebody else ("Kyodo said officials said") are kept as a nested quotation.
    """
    return any(
        start <= one.cue[0] and one.cue[1] <= end
        for other in others
        if other is not one
        for start, end in other.content
    )
