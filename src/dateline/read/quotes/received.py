"""Attitudes that are received: "won the endorsement of Ito", "drew criticism from the union".

Who receives one is what it is about; who stands after "of", "from" or "among" holds it.
"""

from __future__ import annotations

from dateline.read.quotes.clause import RELATIVE, Attribution, Clause

# Verbs of getting and having, with an attitude as their object.
RECEIVING = frozenset({
    "win", "get", "receive", "have", "gain", "draw", "earn", "secure", "collect", "seek", "land",
    "nab", "score", "enjoy", "lack", "lose", "attract", "face", "garner", "elicit", "provoke",
    "court", "pick", "lock", "snag", "rack", "tout", "generate", "command", "amass", "accept",
    "trumpet", "obtain", "claim", "announce", "invite", "sustain", "retain", "maintain", "sew",
})  # fmt: skip
# Attitudes of others towards who receives them; "of" brings who holds these.
BACKING = frozenset(
    {"endorsement", "support", "backing", "approval", "blessing", "trust", "praise"}
)
# Attitudes that come "from" somebody.
ATTITUDES = BACKING | frozenset({
    "criticism", "condemnation", "applause", "ire", "scorn", "rebuke", "respect", "admiration",
    "sympathy", "skepticism", "scepticism", "opposition", "resistance", "concern", "anger",
    "outrage", "ridicule", "mockery", "fire", "pushback", "backlash", "complaint", "protest",
    "objection", "attack", "enthusiasm", "credit", "question", "gratitude", "hostility",
})  # fmt: skip
FROM = frozenset({"from", "among", "by"})

# What is taken "in favour of" something.
SIDES = frozenset({"favor", "favour", "support", "opposition", "defense", "defence", "praise"})


def in_favour(clause: Clause, p: int) -> Attribution | None:
    """ "voted in favour of joining", "came out in support of Ito"."""
    tree = clause.tree
    side = tree.kid(p, "pobj")
    if side is None or clause.lemma(p) != "in" or clause.lemma(side) not in SIDES:
        return None
    link = next((c for c in tree.kids(side, "prep") if clause.lemma(c) in ("of", "to")), None)
    thing = tree.kid(link, "pobj", "pcomp") if link is not None else None
    if link is None or thing is None or tree.kid(side, "poss") is not None:
        return None
    verb = tree[p].head
    while tree[verb].pos not in ("VERB", "AUX") and tree[verb].head != verb:
        verb = tree[verb].head
    content = clause.with_quotes(*clause.span(thing))
    if tree[verb].pos not in ("VERB", "AUX") or verb > p:
        return None
    one = clause.make(verb, clause.lemma(side), [content], "received")
    one.cue = (one.cue[0], tree[link].end)
    return one


def received(clause: Clause, n: int) -> Attribution | None:
    """Read noun ``n`` as an attitude that the subject of its verb, or its possessor, receives."""
    tree, lemma = clause.tree, clause.lemma(n)
    if lemma not in ATTITUDES or any(clause.lemma(c) == "for" for c in tree.kids(n, "prep")):
        return None
    owner, verb = tree.kid(n, "poss"), tree[n].head
    getting = (
        tree[n].rel == "dobj" and verb < n and clause.lemma(verb) in RECEIVING and owner is None
    )
    after = [*tree.kids(n, "prep"), *(tree.kids(verb, "prep") if getting else [])]
    for link in after:
        word = clause.lemma(link)
        who = tree.kid(link, "pobj")
        if link < n or who is None or not (word in FROM or (word == "of" and lemma in BACKING)):
            continue
        if owner is not None and word == "among":
            # "her support among the young"
            held = clause.noun_phrase(owner)
            cue = (held[1], tree[n].end)
        elif getting:
            subject = clause.subject(verb)
            if subject is None:
                return None
            held = clause.noun_phrase(subject)
            if tree[subject].tag in RELATIVE:
                held = (tree[subject].start, tree[subject].end)
            cue = (clause.cue(verb)[0], tree[link].end)
        else:
            continue
        return Attribution(
            cue=clause.clean(*cue),
            content=[held],
            source=clause.noun_phrase(who),
            lemma=lemma,
            rule="received",
        )
    return None
