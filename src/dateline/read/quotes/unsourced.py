"""Attributions by passives, asides and adverbs: "is expected to", "as Ito noted", "reportedly".

Many of them name nobody; the words are still not the report's own.
"""

from __future__ import annotations

from dateline.read.quotes.clause import Attribution, Clause
from dateline.read.quotes.saying import saying

# "According to Ito, ...": a content of fewer characters before the phrase is a connective.
SHORTEST = 12
# Nouns of "in Ito's view", and of what is found in a poll.
POINTS_OF_VIEW = frozenset({
    "view", "opinion", "eye", "mind", "judgment", "judgement", "estimation", "telling", "word",
    "account", "reckoning", "assessment", "thinking",
})  # fmt: skip
POLLS = frozenset({"poll", "survey", "ranking", "polling"})
# Verbs of saying that tell the time, not the words, after "as".
ASPECT = frozenset({"go", "begin", "continue", "reply", "respond", "react", "answer", "expect"})
# What brings a likeness after "seem": "appears like a retreat"; "appears in court" is a deed.
LIKENESS = frozenset({"like", "as", "of"})
# What may follow the verb in "as Ito noted on Monday".
ASIDE = frozenset({"prt", "advmod", "npadvmod", "agent", "punct"})


def passive(clause: Clause, v: int, lemma: str) -> Attribution | None:
    """ "is expected to", "was accused by X of", "was quoted as saying"."""
    tree, words = clause.tree, clause.words
    subject = tree.kid(v, "nsubjpass")
    if lemma in ("quote", "cite"):
        return _quoted_as_saying(clause, v, subject)
    agent = tree.kid(v, "agent")
    by = tree.kid(agent, "pobj") if agent is not None else None
    wish = tree.kid(v, "ccomp", "xcomp", "oprd")
    if lemma == "tell" and wish is not None and subject is not None:
        return None
    if lemma == "ask":
        return _asked(clause, v)
    # "believed by many to be", not "held by rebels".
    thought = lemma in words.think and wish is not None
    named = (
        by is not None
        and lemma != "write"
        and (lemma in words.say or lemma in words.judge or thought)
    )
    if lemma not in words.passive and not named:
        return None
    pieces = []
    if subject is None and tree[v].rel == "acl" and (named or _described(clause, v)):
        # "a plan endorsed by Ito"
        first, _ = tree.reach(tree[v].head)
        pieces.append(clause.clean(tree[first].start, tree[v].start))
    if subject is not None and clause.lemma(subject) != "it":
        pieces.append(clause.noun_phrase(subject))
    if wish is not None:
        pieces.append(_own_span(clause, wish))
    else:
        for child in tree.kids(v, "prep"):
            if clause.lemma(child) in ("as", "of", "for", "with" if lemma == "charge" else "as"):
                pieces.append(clause.span(child))
        if by is None and len(pieces) < 2:
            return None
    one = clause.make(v, lemma, pieces, "passive")
    one.source, one.named = (clause.noun_phrase(by) if by is not None else None), None
    return one


def _own_span(clause: Clause, inner: int) -> tuple[int, int]:
    """A complement without what the reporter adds to it."""
    start, end = clause.tree.span(inner)
    return clause.clean(start, clause.own_end(inner, end))


def _described(clause: Clause, v: int) -> bool:
    """True for "a man *accused* of fraud", "a fund *known* for its losses"."""
    links = ("as", "of", "for", "to")
    tree = clause.tree
    return clause.lemma(v) in clause.words.passive and any(
        clause.lemma(child) in links or tree[child].rel in ("xcomp", "oprd")
        for child in tree.kids(v, "prep", "xcomp", "oprd")
    )


def _asked(clause: Clause, v: int) -> Attribution | None:
    """ "was asked whether X", "when asked about X": a question that nobody is named for."""
    tree = clause.tree
    question = next((c for c in tree.kids(v, "ccomp", "xcomp", "advcl", "dobj") if c > v), None)
    if question is not None:
        piece = clause.span(question)
        one = clause.make(v, "ask", [(max(piece[0], tree[v].end + 1), piece[1])], "passive")
    else:
        about = next((c for c in tree.kids(v, "prep") if clause.lemma(c) == "about"), None)
        thing = tree.kid(about, "pobj", "pcomp") if about is not None else None
        if about is None or thing is None:
            return None
        one = clause.make(v, "ask", [clause.span(thing)], "passive")
        one.cue = (one.cue[0], tree[about].end)
    one.source = one.named = None
    return one


def _quoted_as_saying(clause: Clause, v: int, subject: int | None) -> Attribution | None:
    tree = clause.tree
    how = next((child for child in tree.kids(v, "prep") if clause.lemma(child) == "as"), None)
    inner = tree.kid(how, "pcomp") if how is not None else None
    if inner is None or subject is None:
        return None
    one = saying(clause, inner, clause.lemma(inner))
    if one is not None:
        one.source = clause.noun_phrase(subject)
        one.cue = (clause.cue(v)[0], one.cue[1])
    return one


def raising(clause: Clause, v: int, lemma: str) -> Attribution | None:
    """ "appeared to agree": the whole clause is content, and nobody is named."""
    tree = clause.tree
    subject = tree.kid(v, "nsubj")
    rest = next(
        (
            child
            for child in tree.kids(v, "xcomp", "oprd", "acomp", "prep", "ccomp")
            if child > v and (tree[child].rel != "prep" or clause.lemma(child) in LIKENESS)
        ),
        None,
    )
    if subject is None or rest is None:
        return None
    pieces = [_own_span(clause, rest)]
    if clause.lemma(subject) != "it":
        pieces.insert(0, clause.noun_phrase(subject))
    one = clause.make(v, lemma, pieces, "raising")
    one.source = one.named = None
    return one


def adverb(clause: Clause, a: int) -> Attribution | None:
    """ "The port is reportedly closed": the clause around the adverb, and nobody is named."""
    tree = clause.tree
    verb = tree[a].head
    if clause.lemma(a) not in clause.words.adverbs or tree[verb].pos not in ("VERB", "AUX"):
        return None
    start, end = tree.span(verb)
    pieces = [clause.clean(start, tree[a].start), clause.clean(tree[a].end, end)]
    return Attribution(
        cue=(tree[a].start, tree[a].end),
        content=[(one, other) for one, other in pieces if one < other],
        lemma=clause.lemma(a),
        rule="adverb",
    )


def according(clause: Clause, v: int) -> Attribution | None:
    """ "X, according to Ito" and "According to Ito, X"."""
    tree = clause.tree
    to = tree.kid(v, "prep")
    who = tree.kid(to, "pobj") if to is not None else None
    if to is None or who is None or clause.lemma(to) != "to":
        return None
    source = clause.noun_phrase(who)
    cue = (tree[v].start, tree[to].end)
    before = clause.clean(clause.start, cue[0])
    after = clause.clean(source[1], clause.end)
    pieces = [before if before[1] - before[0] > SHORTEST else after]
    aside = clause.text[source[1] : source[1] + 1] in (",", "-", "–", "—")
    if pieces == [before] and aside and _goes_on(clause, before, after):
        # "His complaint, according to Ito, was the price".
        pieces.append(after)
    return Attribution(
        cue=cue,
        content=[(a, b) for a, b in pieces if a < b],
        source=source,
        lemma="accord",
        rule="according to",
    )


def _goes_on(clause: Clause, before: tuple[int, int], after: tuple[int, int]) -> bool:
    """True where what follows a parenthesis brings the verb that stood out until then."""
    tokens = clause.tree.tokens
    verbs = ("VBD", "VBZ", "VBP", "MD")
    first = next((token for token in tokens if token.start >= after[0]), None)
    said = any(before[0] <= token.start < before[1] and token.tag in verbs for token in tokens)
    return first is not None and (first.tag in verbs or not said)


def within(clause: Clause, p: int) -> Attribution | None:
    """ "In Ito's view, X", "X, in the words of Ito", "In a poll by Kyodo, X"."""
    tree = clause.tree
    thing = tree.kid(p, "pobj")
    if thing is None or clause.lemma(p) not in ("in", "to", "by", "from"):
        return None
    if clause.lemma(tree[p].head) == "accord":
        return None
    owner, lemma = tree.kid(thing, "poss"), clause.lemma(thing)
    cue = (tree[p].start, tree[p].end)
    if owner is not None and lemma in POINTS_OF_VIEW:
        source = clause.noun_phrase(owner)
        cue = (source[1], tree[thing].end)
    elif lemma in POLLS and clause.lemma(p) == "in" and tree[thing].tag == "NN":
        # One poll says something; "in the polls" is how somebody stands.
        source = clause.noun_phrase(thing)
    else:
        return None
    start, end = tree.span(p)
    verb = tree[p].head
    if clause.lemma(verb) in clause.words.say or clause.lemma(verb) in clause.words.think:
        return None
    before, after = clause.clean(clause.start, start), clause.clean(end, clause.end)
    if clause.text[end : end + 1] == "," and before[1] - before[0] < SHORTEST:
        piece = after
    elif not clause.text[end : clause.end].strip(' ."”’'):
        piece = before
    else:
        return None
    return Attribution(
        cue=clause.clean(*cue),
        content=[piece] if piece[0] < piece[1] else [],
        source=source,
        lemma="accord",
        rule="according to",
    )


def as_reported(clause: Clause, v: int, lemma: str) -> Attribution | None:
    """ "As the paper noted, X", "X, as Ito said": the rest of the sentence is the content."""
    tree = clause.tree
    first, last = tree.reach(v)
    if clause.lemma(first) != "as" or tree[first].head != v or lemma in ASPECT:
        return None
    if any(tree[child].rel not in ASIDE for child in tree.children[v] if child > v):
        # "as he replied to the crowd" is a circumstance.
        return None
    while tree[last].pos == "PUNCT":
        last -= 1  # the parser may give the aside its comma
    start, end = tree[first].start, tree[last].end
    if any(0 <= quote.start - end < 3 for quote in clause.quoted):
        return None
    before, after = clause.clean(clause.start, start), clause.clean(end, clause.end)
    pieces = [before] if before[1] - before[0] > SHORTEST else []
    if clause.text[end : end + 1] == ",":
        pieces.append(clause.with_quotes(*after))
    one = clause.make(v, lemma, pieces, "as reported")
    agent = tree.kid(v, "agent")
    by = tree.kid(agent, "pobj") if agent is not None else None
    if by is not None:
        one.source = clause.noun_phrase(by)
    return one if one.source is not None and one.content else None
