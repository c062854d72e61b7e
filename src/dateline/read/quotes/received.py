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
BACKING = frozenset({"endorsement", "support", "backing", "approval", "blessing", "trust", "praise"})
# Attitudes that come "from" somebody.
ATTITUDES = BACKING | frozenset({
    "criticism", "condemnation", "applause", "ire", "scorn", "rebuke", "respect", "admiration",
    "sympathy", "skepticism", "scepticism", "opposition", "resistance", "concern", "anger",
    "outrage", "ridicule", "mockery", "fire", "pushback", "backlash", "complaint", "protest",
    "objection", "attack", "enthusiasm", "credit", "question", "gratitude", "hostility",
})  # fmt: skip
FROM = frozenset({"from", "among", "by"})


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
