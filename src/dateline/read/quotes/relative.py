"""Relative clauses that attribute: "a step which Ito said had failed", "what they say is a lie".

The pronoun, or the noun where none is written, is part of what was said; the words between it
and the rest of the content are source and cue.
"""

from __future__ import annotations

from dateline.read.quotes.clause import RELATIVE, Attribution, Clause

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "VBN"})
# What parts an insertion from the clause around it.
DASHES = ",–—"
# Tokens of an insertion's source and cue.
LONGEST = 9
# Tokens that may stand between the cue and the verb that goes on: "said clearly was".
NEAR = 2


def split_content(clause: Clause, v: int, lemma: str) -> Attribution | None:
    """Read verb ``v`` where its content began before it and goes on with a verb right after."""
    tree = clause.tree
    subject = tree.kid(v, "nsubj")
    pronoun = next(
        (i for i in tree.children[v] if i < v and tree[i].tag in RELATIVE and i != subject), None
    )
    who = next((i for i in reversed(tree.kids(v, "nsubj")) if i < v and i != pronoun), None)
    if who is None or tree[who].tag in RELATIVE:
        return None
    if pronoun is None and tree[v].rel != "relcl":
        return None
    goes_on = next(
        (
            i
            for i in range(v + 1, min(v + 1 + NEAR, len(tree)))
            if tree[i].tag in FINITE and tree[i].pos in ("VERB", "AUX")
        ),
        None,
    )
    if goes_on is None or any(tree[i].pos not in ("ADV", "PART") for i in range(v + 1, goes_on)):
        return None
    top = goes_on
    while tree[top].head not in (top, v, tree[v].head) and tree[top].head > v:
        top = tree[top].head
    start, end = tree[goes_on].start, tree.span(top)[1]
    if pronoun is None:
        first, _ = tree.reach(tree[v].head)
        opening = clause.clean(tree[first].start, tree.span(who)[0])
    else:
        opening = (tree[pronoun].start, tree[pronoun].end)
    rest = clause.with_quotes(*clause.clean(start, clause.own_end(top, end)))
    one = clause.make(v, lemma, [opening, rest], "saying")
    one.source = clause.noun_phrase(who)
    return one


def inserted(clause: Clause, v: int, lemma: str) -> Attribution | None:
    """ "Such plans, *they believe*, will fail": what stands on both sides is the content.

    Told by the words alone, since small parsers take either of the two subjects for the other's:
    what stands before has no verb of its own yet, and what stands after brings it.
    """
    tree, words, text = clause.tree, clause.words, clause.text
    if (lemma not in words.say and lemma not in words.think) or tree[v].tag not in FINITE:
        return None
    if v + 2 >= len(tree) or text[tree[v + 1].start] not in DASHES:
        return None
    first = next(
        (i + 1 for i in range(v - 1, max(v - LONGEST, 0), -1) if text[tree[i].start] in DASHES), 0
    )
    while first < v and tree[first].pos == "PUNCT":
        first += 1  # a closing quotation mark
    if (
        not 0 < first < v
        or tree[v - 1].pos == "PUNCT"
        or tree[first].tag in RELATIVE
        or tree[first].pos in ("CCONJ", "SCONJ")
    ):
        return None
    goes_on = next((i for i in range(v + 2, len(tree)) if tree[i].pos not in ("ADV", "PUNCT")), v)
    before = [token for token in tree.tokens[:first] if token.pos != "PUNCT"]
    if tree[goes_on].tag not in FINITE or any(t.tag in FINITE for t in before):
        return None
    if any(t.tag in FINITE for t in tree.tokens[first:v]) or not any(
        t.pos in ("NOUN", "PROPN", "PRON") for t in before
    ):
        return None
    pieces = [
        clause.clean(clause.start, before[-1].end if before else clause.start),
        clause.clean(tree[v + 1].end, clause.end),
    ]
    one = clause.make(v, lemma, [clause.with_quotes(*piece) for piece in pieces], "saying")
    one.source, one.named = clause.clean(tree[first].start, tree[v - 1].end), None
    one.source = (one.source[0], min(one.source[1], one.cue[0]))
    return one
