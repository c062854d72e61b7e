"""Relative clauses that attribute: "a step which Ito said had failed", "what they say is a lie".

The pronoun, or the noun where none is written, is part of what was said; the words between it
and the rest of the content are source and cue.
"""

from __future__ import annotations

from dateline.read.quotes.clause import RELATIVE, Attribution, Clause

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "VBN"})
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
    """ "Such plans, *they believe*, will fail": what stands on both sides is the content."""
    tree, words = clause.tree, clause.words
    if lemma not in words.say and lemma not in words.think:
        return None
    first, last = tree.reach(v)
    while tree[first].pos == "PUNCT":
        first += 1
    while tree[last].pos == "PUNCT":
        last -= 1
    who = tree.kid(v, "nsubj")
    if tree[v].rel not in ("parataxis", "ccomp", "dep") or who is None or last != v:
        return None
    start, end = tree[first].start, tree[v].end
    if not any(tree[i].rel.startswith("nsubj") and tree[i].head > v for i in range(first)):
        return None
    if clause.text[:start].rstrip()[-1:] != "," or clause.text[end : end + 1] != ",":
        return None
    pieces = [clause.clean(clause.start, start), clause.clean(end, clause.end)]
    return clause.make(v, lemma, [clause.with_quotes(*piece) for piece in pieces], "saying")
