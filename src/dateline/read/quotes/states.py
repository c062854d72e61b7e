"""Adjectives and nouns that hold a view: "is confident that", "her claim that", "a critic of"."""

from __future__ import annotations

from dateline.read.quotes.clause import Attribution, Clause, Piece
from dateline.read.quotes.saying import MEDIA

# Verbs that link a state to its holder as "be" does.
COPULAS = frozenset({"feel", "remain", "become", "sound", "grow", "stay"})
# What brings the holder after a noun: "criticism from Ito".
BY = frozenset({"by", "from", "among"})
# Tokens from who holds a view to the "that" that brings it.
FARTHEST = 12
STATES_GOVERN = ("ccomp", "xcomp")


def being(clause: Clause, v: int) -> Attribution | None:
    """ "is confident that", "were critical of"; "Her argument is that"."""
    tree = clause.tree
    state = tree.kid(v, "acomp")
    if state is not None and state > v and holds_view(clause, state):
        return _state(clause, v, state)
    agent = tree.kid(v, "attr")
    if agent is not None and agent > v and clause.lemma(agent) in clause.words.agents:
        return _agent(clause, v, agent)
    subject, said = tree.kid(v, "nsubj"), tree.kid(v, "ccomp")
    if subject is None or said is None or said < v:
        return None
    if clause.lemma(subject) not in clause.words.nouns["that"]:
        return None
    return _held(clause, subject, clause.span(said), tree[subject].end)


def holds_view(clause: Clause, state: int) -> bool:
    """True for "confident" and for participles that a tagger takes for verbs: "worried"."""
    token = clause.tree[state]
    states = clause.words.states
    return clause.lemma(state) in states or clause.text[token.start : token.end].lower() in states


def affected(clause: Clause, v: int) -> Attribution | None:
    """ "was convinced that", "were disappointed by": a state that was parsed as a passive."""
    tree = clause.tree
    who = tree.kid(v, "nsubjpass")
    if who is None or not holds_view(clause, v):
        return None
    one = _state(clause, v, v)
    if one is not None:
        one.source = clause.noun_phrase(who)
    return one


def after_noun(clause: Clause, a: int) -> Attribution | None:
    """ "voters sick of promises", "a mayor intent on leaving"."""
    tree = clause.tree
    who = tree[a].head
    plain = tree[a].rel in ("amod", "acl", "appos", "relcl") and who < a
    if not plain or tree[who].pos not in ("NOUN", "PROPN", "PRON") or not holds_view(clause, a):
        return None
    one = _state(clause, a, a)
    if one is None:
        return None
    one.cue = (tree[a].start, one.cue[1])
    first, _ = tree.reach(who)
    one.source = clause.clean(tree[first].start, tree[a].start)
    return one


def _agent(clause: Clause, v: int, agent: int) -> Attribution | None:
    """ "is a critic of the plan"."""
    tree = clause.tree
    of = next((c for c in tree.kids(agent, "prep") if clause.lemma(c) in ("of", "for")), None)
    thing = tree.kid(of, "pobj", "pcomp") if of is not None else None
    if of is None or thing is None:
        return None
    one = clause.make(v, f"be {clause.lemma(agent)}", [clause.span(thing)], "state")
    one.cue = (one.cue[0], tree[of].end)
    return one


def _state(clause: Clause, v: int, state: int) -> Attribution | None:
    tree = clause.tree
    link = next((c for c in tree.kids(state, "prep", "agent") if c > state), None)
    inner = tree.kid(state, *STATES_GOVERN) or tree.kid(v, *STATES_GOVERN)
    if inner is None and link is not None:
        inner = tree.kid(link, "pobj", "pcomp")
    if inner is None or inner < state:
        return None
    end = tree[state].end if link is None or inner < link else tree[link].end
    start, last = tree.span(inner)
    piece = clause.with_quotes(*clause.clean(max(end, start), last))
    one = clause.make(v, f"be {clause.lemma(state)}", [piece], "state")
    one.cue = (one.cue[0], end)
    if one.source is not None and clause.text[slice(*one.source)].lower() == "it":
        one.source = None
    return one


def phrase(clause: Clause, v: int) -> Attribution | None:
    """ "took issue with the plan", "makes the case that it works": verb, object and link.

    The link may hang on the object or, as small parsers have it as often, on the verb.
    """
    tree, lemma = clause.tree, clause.lemma(v)
    thing = next((child for child in tree.kids(v, "dobj") if child > v), None)
    if thing is None:
        return None
    for child in (*tree.children[thing], *tree.children[v]):
        if child < thing:
            continue
        inner: int | None = None
        link = child
        if tree[child].rel in ("prep", "dative"):
            inner = tree.kid(child, "pobj", "pcomp")
        elif tree[child].rel in ("acl", "ccomp", "xcomp", "advcl"):
            mark = tree.kid(child, "mark", "aux")
            inner, link = child, mark if mark is not None else child
        if inner is None or (lemma, clause.lemma(thing), clause.lemma(link)) not in (
            clause.words.phrases
        ):
            continue
        start, end = tree.span(inner)
        start = tree[link].start if link != child else start
        piece = clause.with_quotes(*clause.clean(start, clause.own_end(inner, end)))
        one = clause.make(v, lemma, [piece], "phrase")
        one.cue = (one.cue[0], tree[link].end if link == child else tree[thing].end)
        return one
    return None


def noun(clause: Clause, n: int) -> Attribution | None:
    """ "the claim that X", "his call for Y", "plans to Z"."""
    tree = clause.tree
    found = _noun_content(clause, n)
    if found is None:
        return None
    content, link_end = found
    one = _held(clause, n, content, link_end)
    verb, owner = tree[n].head, tree.kid(n, "poss")
    if tree[n].rel == "pobj" and clause.lemma(n) in MEDIA and tree[verb].rel == "prep":
        speaks = tree[verb].head
        if clause.lemma(speaks) in clause.words.say and speaks < n:
            # "said in a statement that X": the parser hangs the clause on the statement.
            spoken = clause.make(speaks, clause.lemma(speaks), one.content, "saying")
            spoken.cue = (spoken.cue[0], tree[n].end)
            return spoken
    light = tree[n].rel == "dobj" and clause.lemma(verb) in clause.words.light
    if light and (owner is None or tree[owner].pos == "PRON"):
        # "expressed concern that", "made his offer to": the subject holds it.
        one.source, one.named = clause.source(verb)
        one.cue = (clause.cue(verb)[0], one.cue[1])
    return one


def _held(clause: Clause, n: int, content: Piece, end: int) -> Attribution:
    """An attribution whose cue is a noun and whose source is its possessor."""
    owner = clause.tree.kid(n, "poss")
    source = clause.noun_phrase(owner) if owner is not None else None
    start = source[1] if source is not None else clause.tree[n].start
    if source is None:
        # "complaints by the mayor that": nothing between noun and content but who complains.
        by = next((c for c in clause.tree.kids(n, "prep") if clause.lemma(c) in BY), None)
        who = clause.tree.kid(by, "pobj") if by is not None else None
        if who is not None and clause.tree.span(who)[1] <= content[0]:
            source = clause.noun_phrase(who)
    return Attribution(
        cue=clause.clean(start, end),
        content=[content] if content[0] < content[1] else [],
        source=source,
        lemma=clause.lemma(n),
        rule="noun",
    )


def _apart(clause: Clause, n: int) -> Piece | None:
    """The that-clause after who holds it: "complaints *by the mayor* that the port is closed".

    The parser may hang it on the holder, or on the verb.
    """
    tree = clause.tree
    link = next((c for c in tree.kids(n, "prep") if c == n + 1 and clause.lemma(c) in BY), None)
    if link is None:
        return None
    that = next(
        (
            i
            for i in range(link + 1, min(link + FARTHEST, len(tree)))
            if (clause.lemma(i) == "that" and tree[i].rel == "mark")
        ),
        None,
    )
    if that is None or any(tree[i].pos in ("VERB", "AUX") for i in range(link, that)):
        return None
    start, end = tree[that].start, tree.span(tree[that].head)[1]
    return clause.with_quotes(*clause.clean(start, end))


def _noun_content(clause: Clause, n: int) -> tuple[Piece, int] | None:
    """The content that a noun governs and where the words that link it end."""
    tree, nouns, lemma = clause.tree, clause.words.nouns, clause.lemma(n)
    found = None
    if lemma in nouns["that"]:
        for said in tree.kids(n, "acl", "ccomp", "relcl"):
            mark = tree.kid(said, "mark")
            if said > n and mark is not None and clause.lemma(mark) == "that":
                found = clause.span(said), tree[n].end
        if found is None and (apart := _apart(clause, n)) is not None:
            found = apart, tree[n].end
    if found is None and lemma in nouns["infinitive"]:
        for wish in tree.kids(n, "acl"):
            if wish > n and clause.infinitive(wish):
                found = clause.span(wish), tree[n].end
    if found is not None:
        return found
    for child in tree.kids(n, "prep"):
        inner = tree.kid(child, "pobj", "pcomp")
        if inner is not None and lemma in nouns.get(clause.lemma(child), ()):
            return clause.span(inner), tree[child].end
    return None
