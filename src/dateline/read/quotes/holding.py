"""Verbs, adjectives and nouns of thinking, wanting and judging, and "according to"."""

from __future__ import annotations

from dateline.read.quotes.clause import RELATIVE, Attribution, Clause, Piece
from dateline.read.quotes.saying import MEDIA, saying

# "According to Ito, ...": a content of fewer characters before the phrase is a connective.
SHORTEST = 12
# Verbs whose that-clause is an effect, not a thought.
CAUSING = frozenset({"mean", "ensure", "make_sure", "be", "happen", "require", "help", "guarantee"})
CALLING = frozenset({"call", "dub", "label", "brand", "term"})
# What is found by these is what they say.
DOCUMENTS = frozenset({
    "poll", "survey", "report", "study", "analysis", "investigation", "review", "article", "memo",
    "audit", "research", "inquiry", "document", "data", "paper", "panel", "court", "judge", "jury",
})  # fmt: skip
STATES_GOVERN = ("ccomp", "xcomp")


def that_clause(clause: Clause, v: int, lemma: str) -> Attribution | None:
    """ "believes that X", "shows X"."""
    tree = clause.tree
    said = next((child for child in tree.kids(v, "ccomp") if child > v), None)
    if said is None:
        said = next((c for c in tree.kids(v, "advcl") if c > v and _felt_like(clause, c)), None)
    if said is None:
        return None
    start, end = tree.span(said)
    end = clause.own_end(said, end)
    piece = clause.with_quotes(*clause.clean(max(start, tree[v].end), end))
    return clause.make(v, lemma, [piece], "that-clause")


def any_that(clause: Clause, v: int, lemma: str) -> Attribution | None:
    """Any other verb with a that-clause: "made clear that X", "convinced them that X"."""
    tree = clause.tree
    said = next((child for child in tree.kids(v, "ccomp") if child > v), None)
    if said is None or clause.subject(v) is None or lemma in CAUSING:
        return None
    mark = tree.kid(said, "mark")
    if mark is None or clause.lemma(mark) not in ("that", "whether"):
        return None
    one = that_clause(clause, v, lemma)
    if one is not None:
        between = [t for t in tree.tokens if one.cue[1] <= t.start < one.content[0][0]]
        if between and between[-1].pos == "ADJ":
            one.cue = (one.cue[0], between[-1].end)
    return one


def _felt_like(clause: Clause, said: int) -> bool:
    """True for "felt *like he was lost*"."""
    mark = clause.tree.kid(said, "mark")
    return mark is not None and clause.lemma(mark) == "like"


def infinitive(clause: Clause, v: int, lemma: str) -> Attribution | None:
    """ "vowed to resign", "urged them to leave", "reported spending less"."""
    tree = clause.tree
    wish = next((child for child in tree.kids(v, "xcomp", "ccomp") if child > v), None)
    if wish is None or not (clause.infinitive(wish) or tree[wish].tag == "VBG"):
        return None
    start, end = tree.span(wish)
    for child in tree.kids(v, "dobj"):
        if child > v:
            start = min(start, tree.span(child)[0])
    end = clause.own_end(wish, end)
    piece = clause.with_quotes(*clause.clean(max(start, tree[v].end), end))
    return clause.make(v, lemma, [piece], "infinitive")


def with_preposition(clause: Clause, v: int, lemma: str) -> Attribution | None:
    """ "called for talks": verb and preposition are the cue, what follows is the content."""
    tree = clause.tree
    thing = next((c for c in tree.kids(v, "dobj", "ccomp") if c > v), None)
    for child in tree.kids(v, "prt"):
        if thing is not None and (lemma, clause.lemma(child)) in clause.words.particles:
            return _object(clause, v, lemma, thing)
    for child in tree.kids(v, "prep", "prt"):
        if child < v or (lemma, clause.lemma(child)) not in clause.words.pairs:
            continue
        inner = tree.kid(child, "pobj", "pcomp")
        if inner is None:
            continue
        if tree[inner].tag in RELATIVE:
            return None
        start, end = tree.span(inner)
        end = clause.own_end(inner, clause.arguments_end(v, inner, end))
        one = clause.make(v, lemma, [clause.with_quotes(*clause.clean(start, end))], "preposition")
        one.cue = (one.cue[0], max(one.cue[1], tree[child].end))
        return one
    return None


def judgement(clause: Clause, v: int, lemma: str) -> Attribution | None:
    """ "criticised the plan", "accused him of lying", "sees it as a threat"."""
    tree, words = clause.tree, clause.words
    thing = next((child for child in tree.kids(v, "dobj", "ccomp", "xcomp") if child > v), None)
    as_what = _as_what(clause, v, thing) if f"{lemma}_as" in words.judge else None
    found = lemma == "find" and _document(clause, v)
    if lemma not in words.judge and as_what is None and not found:
        return None
    if lemma in CALLING and (thing is None or tree[thing].rel != "dobj"):
        return _called(clause, v, lemma)
    if thing is None or tree[thing].tag in RELATIVE:
        return None
    return _object(clause, v, lemma, thing, as_what or 0)


def _object(clause: Clause, v: int, lemma: str, thing: int, least: int = 0) -> Attribution:
    """The object with its arguments, to ``least`` at the least."""
    start, end = clause.tree.span(thing)
    end = clause.own_end(thing, max(clause.arguments_end(v, thing, end), least))
    piece = clause.with_quotes(*clause.clean(start, end))
    return clause.make(v, lemma, [piece], "object")


def _as_what(clause: Clause, v: int, thing: int | None) -> int | None:
    """Where "as a threat" ends in "sees the plan as a threat"; None where there is none."""
    if thing is None:
        return None
    tree = clause.tree
    above = {v, thing, *tree.kids(v, "advcl", "prep"), *tree.kids(thing, "advcl", "acl", "prep")}
    for index in range(thing + 1, tree.reach(v)[1] + 1):
        if clause.lemma(index) == "as" and tree[index].head in above:
            head = tree[index].head
            return tree.span(index if head in (v, thing) else head)[1]
    return None


def _document(clause: Clause, v: int) -> bool:
    """True when a poll, a report or the like finds."""
    subject = clause.subject(v)
    return subject is not None and clause.lemma(subject) in DOCUMENTS


def _called(clause: Clause, v: int, lemma: str) -> Attribution | None:
    """ "which she called “a shame”": the name or the quotation alone."""
    tree = clause.tree
    name = next((c for c in tree.kids(v, "oprd", "ccomp", "xcomp") if c > v), None)
    quote = next((q for q in clause.quoted if 0 <= q.start - tree[v].end <= 2), None)
    if quote is not None:
        return clause.make(v, lemma, [(quote.start, quote.end)], "object")
    if name is None:
        return None
    return clause.make(v, lemma, [clause.with_quotes(*clause.span(name))], "object")


def as_reported(clause: Clause, v: int, lemma: str) -> Attribution | None:
    """ "As the paper noted, X", "X, as Ito said": the rest of the sentence is the content."""
    tree = clause.tree
    mark = tree.kid(v, "mark", "advmod")
    if mark is None or mark > v or clause.lemma(mark) != "as":
        return None
    if tree.kid(v, "ccomp", "xcomp", "dobj") is not None:
        return None
    start, end = tree.span(v)
    if start - clause.start > SHORTEST:
        rest = clause.clean(clause.start, start)
    elif clause.text[end : end + 1] == ",":
        rest = clause.clean(end, clause.end)
    else:
        return None
    one = clause.make(v, lemma, [clause.with_quotes(*rest)], "as reported")
    agent = tree.kid(v, "agent")
    by = tree.kid(agent, "pobj") if agent is not None else None
    if by is not None:
        one.source = clause.noun_phrase(by)
    return one if one.source is not None else None


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
    named = by is not None and (lemma in words.say or lemma in words.think or lemma in words.judge)
    if lemma not in words.passive and not named:
        return None
    pieces = []
    if subject is not None and clause.lemma(subject) != "it":
        pieces.append(clause.noun_phrase(subject))
    if wish is not None:
        pieces.append(clause.span(wish))
    else:
        for child in tree.kids(v, "prep"):
            if clause.lemma(child) in ("as", "of", "for"):
                pieces.append(clause.span(child))
        if by is None and len(pieces) < 2:
            return None
    one = clause.make(v, lemma, pieces, "passive")
    one.source, one.named = (clause.noun_phrase(by) if by is not None else None), None
    return one


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
    rest = tree.kid(v, "xcomp", "oprd", "acomp", "prep")
    if subject is None or rest is None or rest < v:
        return None
    pieces = [clause.span(rest)]
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
    return Attribution(
        cue=cue,
        content=[(a, b) for a, b in pieces if a < b],
        source=source,
        lemma="accord",
        rule="according to",
    )


def being(clause: Clause, v: int) -> Attribution | None:
    """ "is confident that", "were critical of"; "Her argument is that"."""
    tree = clause.tree
    state = tree.kid(v, "acomp")
    if state is not None and state > v and clause.lemma(state) in clause.words.states:
        return _state(clause, v, state)
    subject, said = tree.kid(v, "nsubj"), tree.kid(v, "ccomp")
    if subject is None or said is None or said < v:
        return None
    if clause.lemma(subject) not in clause.words.nouns["that"]:
        return None
    return _held(clause, subject, clause.span(said), tree[subject].end)


def _state(clause: Clause, v: int, state: int) -> Attribution | None:
    tree = clause.tree
    link = tree.kid(state, "prep")
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
    return Attribution(
        cue=clause.clean(start, end),
        content=[content] if content[0] < content[1] else [],
        source=source,
        lemma=clause.lemma(n),
        rule="noun",
    )


def _noun_content(clause: Clause, n: int) -> tuple[Piece, int] | None:
    """The content that a noun governs and where the words that link it end."""
    tree, nouns, lemma = clause.tree, clause.words.nouns, clause.lemma(n)
    found = None
    if lemma in nouns["that"]:
        for said in tree.kids(n, "acl", "ccomp", "relcl"):
            mark = tree.kid(said, "mark")
            if said > n and mark is not None and clause.lemma(mark) == "that":
                found = clause.span(said), tree[n].end
    if found is None and lemma in nouns["to"]:
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
