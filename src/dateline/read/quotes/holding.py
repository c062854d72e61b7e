"""Verbs of thinking, wanting and judging: "believes that", "vowed to", "accused him of"."""

from __future__ import annotations

from dateline.read.quotes.clause import RELATIVE, Attribution, Clause
from dateline.read.quotes.ends import second_half

# Verbs whose that-clause is an effect, not a thought.
CAUSING = frozenset({"mean", "ensure", "be", "happen", "require", "help", "guarantee"})
# Verbs of the senses when a bare clause follows: "saw him leave", "found it broken".
PERCEIVING = frozenset({
    "see", "hear", "feel", "find", "notice", "remember", "discover", "show", "know", "imagine",
})  # fmt: skip
# Verbs of not saying.
REFUSING = frozenset({"refuse", "decline"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# Verbs that give a name: "called it a shame".
CALLING = frozenset({"call", "dub", "label", "brand", "term"})
# Verbs whose object may be the one who is spoken to: "told him", "asked Ito".
ADDRESSING = frozenset({"tell", "ask", "write", "advise", "answer", "inform", "remind", "warn"})
# Verbs whose object is told of something: the parser may hang "of" on the object.
TOLD = frozenset({"remind", "inform", "notify", "convince", "persuade", "warn", "advise"})
# What is told, not who is told it.
TELLABLE = frozenset({
    "story", "joke", "truth", "lie", "tale", "anecdote", "version", "news", "half-truth", "secret",
})  # fmt: skip
# Verbs of giving: what they bring may be words or goods.
GIVING = frozenset({"offer"})
# Kinds of words that hold no statement by themselves.
WORDS = frozenset({
    "apology", "answer", "example", "reason", "version", "detail", "advice", "encouragement",
    "condolence", "tribute", "toast", "rationale", "solution", "list", "preview", "reassurance",
    "blessing", "hint", "history", "quote", "picture", "portrait", "sketch", "outline", "glimpse",
})  # fmt: skip
# Characters between an object and the quotation that it is called.
NEAR = 12
# What is found by these is what they say.
DOCUMENTS = frozenset({
    "poll", "survey", "report", "study", "analysis", "investigation", "review", "article", "memo",
    "audit", "research", "inquiry", "document", "data", "paper", "panel", "court", "judge", "jury",
})  # fmt: skip


def that_clause(clause: Clause, v: int, lemma: str) -> Attribution | None:
    """ "believes that X", "shows X"."""
    tree = clause.tree
    said = next((child for child in tree.kids(v, "ccomp") if child > v), None)
    if said is None:
        said = next((c for c in tree.kids(v, "advcl") if c > v and _felt_like(clause, c)), None)
    if said is None or (lemma in PERCEIVING and not _finite(clause, said)):
        return None
    subject = tree.kid(v, "nsubj")
    if subject is not None and clause.lemma(subject) == "it":
        return None  # "it shows how far the party has come" is the report's own inference
    start, end = tree.span(said)
    end = max(clause.own_end(said, end), second_half(clause, v, said))
    piece = clause.with_quotes(*clause.clean(max(start, tree[v].end), end))
    return clause.make(v, lemma, [piece], "that-clause")


def _finite(clause: Clause, said: int) -> bool:
    """True for "saw that he left", not for "saw him leave"."""
    tags = {clause.tree[i].tag for i in (said, *clause.tree.kids(said, "aux", "auxpass"))}
    return bool(tags & FINITE)


def any_that(clause: Clause, v: int, lemma: str) -> Attribution | None:
    """Any other verb with a that-clause: "made clear that X", "convinced them that X"."""
    tree = clause.tree
    said = next((child for child in tree.kids(v, "ccomp") if child > v), None)
    state = tree.kid(v, "oprd", "acomp") if said is None else None
    if state is not None and state > v:
        said = tree.kid(state, "ccomp", "advcl")
    if said is None or clause.subject(v) is None or lemma in CAUSING:
        return None
    mark = tree.kid(said, "mark")
    if mark is None or clause.lemma(mark) not in ("that", "whether"):
        return None
    start, end = tree.span(said)
    piece = clause.with_quotes(*clause.clean(start, clause.own_end(said, end)))
    one = clause.make(v, lemma, [piece], "that-clause")
    between = [t for t in tree.tokens if one.cue[1] <= t.start < piece[0]]
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
    if wish is None:
        # Headlines: "Rabbis vow to boycott the speech".
        wish = next((c for c in tree.kids(v, "advcl") if tree.reach(c)[0] == v + 1), None)
    if _describes(clause, v):
        return None
    if wish is None or not (clause.infinitive(wish) or tree[wish].tag == "VBG"):
        return None
    if lemma in REFUSING and (refused := _refused(clause, v, wish, lemma)) is not None:
        return refused
    start, end = tree.span(wish)
    for child in tree.kids(v, "dobj"):
        if child > v:
            start = min(start, tree.span(child)[0])
    end = clause.own_end(wish, end)
    piece = clause.with_quotes(*clause.clean(max(start, tree[v].end), end))
    return clause.make(v, lemma, [piece], "infinitive")


def _refused(clause: Clause, v: int, wish: int, lemma: str) -> Attribution | None:
    """ "refused to discuss the matter": what was refused to be said is what it is about."""
    tree, words = clause.tree, clause.words
    thing = next((child for child in tree.kids(wish, "dobj") if child > wish), None)
    said = clause.lemma(wish)
    if thing is None or (said not in words.say and said not in words.judge):
        return None
    one = _object(clause, wish, lemma, thing)
    one.cue = (clause.cue(v)[0], one.cue[1])
    one.negated = bool(tree.kids(v, "neg"))
    one.rule = "infinitive"
    return one


def _describes(clause: Clause, v: int) -> bool:
    """True in "people who seek to leave": the wish says who is meant and reports nothing."""
    tree = clause.tree
    subject = tree.kid(v, "nsubj")
    if tree[v].rel != "relcl" or subject is None or tree[subject].tag not in RELATIVE:
        return False
    return not clause.text[: tree[subject].start].rstrip().endswith((",", "-", "–", "—"))


def with_preposition(clause: Clause, v: int, lemma: str) -> Attribution | None:
    """ "called for talks": verb and preposition are the cue, what follows is the content."""
    tree = clause.tree
    thing = next((c for c in tree.kids(v, "dobj", "ccomp", "xcomp") if c > v), None)
    for child in tree.kids(v, "prt", "prep"):
        if (lemma, clause.lemma(child)) not in clause.words.particles:
            continue
        # A particle may be parsed as a preposition: "laughed off the attack".
        inner = thing if tree[child].rel == "prt" else tree.kid(child, "pobj")
        if inner is not None and child == v + 1:
            one = _object(clause, v, lemma, inner)
            one.cue = (one.cue[0], max(one.cue[1], tree[child].end))
            return one
        if inner is not None and tree[child].rel == "prt":
            return _object(clause, v, lemma, inner)
    for child in tree.kids(v, "advcl", "ccomp", "xcomp"):
        mark = tree.kid(child, "mark")
        if mark == v + 1 and (lemma, clause.lemma(mark)) in clause.words.pairs:
            # "called for her messages to be published": a clause, not a noun.
            start, end = tree.span(child)
            piece = clause.clean(tree[mark].end, clause.own_end(child, end))
            one = clause.make(v, lemma, [clause.with_quotes(*piece)], "preposition")
            one.cue = (one.cue[0], tree[mark].end)
            return one
    told = tree.kids(thing, "prep") if thing is not None and lemma in TOLD else []
    for child in [*tree.kids(v, "prep", "prt"), *told]:
        if child < v or (lemma, clause.lemma(child)) not in clause.words.pairs:
            continue
        inner = tree.kid(child, "pobj", "pcomp")
        if inner is None:
            continue
        if clause.lemma(child) == "on" and thing is not None and thing < child:
            continue  # "called Ito on Monday": the time, with the object between
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
    if lemma == "call" and thing is not None and as_what is None:
        return _called_so(clause, v, thing)
    if thing is None or tree[thing].tag in RELATIVE:
        return _relative(clause, v, lemma)
    if tree[thing].rel == "xcomp" and _describes(clause, v):
        return None
    if lemma in ADDRESSING and tree[thing].pos in ("PRON", "PROPN"):
        return None
    if lemma == "tell" and clause.lemma(thing) not in TELLABLE:
        return None
    if lemma in GIVING and not _said(clause, thing):
        return None  # "offered a seat" is a deed
    return _object(clause, v, lemma, thing, as_what or 0)


def _said(clause: Clause, thing: int) -> bool:
    """True for "an apology", "a theory": what is offered is words."""
    lemma = clause.lemma(thing)
    return lemma in WORDS or any(lemma in nouns for nouns in clause.words.nouns.values())


def _relative(clause: Clause, v: int, lemma: str) -> Attribution | None:
    """ "which Ito opposed", "a man whom she calls a liar": what the pronoun stands for."""
    tree = clause.tree
    pronoun = next((c for c in tree.kids(v, "dobj", "nsubj") if tree[c].tag in RELATIVE), None)
    if tree[v].rel != "relcl" or pronoun is None or pronoun > v or clause.subject(v) == pronoun:
        return None
    rest = next((c for c in tree.kids(v, "prep", "oprd", "xcomp") if c == v + 1), None)
    pieces = [clause.span(pronoun)]
    if rest is not None and clause.lemma(rest) in ("as", "for", "of"):
        pieces.append(clause.with_quotes(*clause.span(rest)))
    return clause.make(v, lemma, pieces, "object")


def _object(clause: Clause, v: int, lemma: str, thing: int, least: int = 0) -> Attribution:
    """The object with its arguments, to ``least`` at the least."""
    start, end = clause.tree.span(thing)
    if lemma == "show" and _document(clause, v):
        least = clause.tree.span(v)[1]  # "a poll showed Ito in third place, ahead of Sato"
    end = clause.own_end(thing, max(clause.arguments_end(v, thing, end), least))
    end = _before_next(clause, thing, end)
    piece = clause.with_quotes(*clause.clean(start, end))
    return clause.make(v, lemma, [piece], "object")


def _before_next(clause: Clause, thing: int, end: int) -> int:
    """Cut "and Sato" from "backed Ito and Sato | opposed him": it opens the next clause."""
    tree = clause.tree
    after = next((t for t in tree.tokens if t.start >= end and t.pos != "PUNCT"), None)
    join = next((c for c in tree.kids(thing, "cc") if c > thing), None)
    if after is None or join is None or after.tag not in FINITE:
        return end
    return tree[join].start if tree[join].start < end else end


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


def _called_so(clause: Clause, v: int, thing: int) -> Attribution | None:
    """ "called him a liar", "called the report “nonsense”"; "called Ito" is none."""
    tree = clause.tree
    one = _object(clause, v, "call", thing)
    start, end = one.content[0] if one.content else (0, 0)
    near = next((q for q in clause.quoted if 0 <= q.start - end <= NEAR), None)
    name = next((c for c in tree.kids(v, "oprd", "xcomp", "ccomp", "acomp") if c > thing), None)
    if near is not None:
        one.content = [(start, near.end)]
    elif name is not None:
        last = clause.own_end(name, max(end, clause.span(name)[1]))
        one.content = [clause.clean(start, last)]
    elif not any(q.start >= start and q.start < end for q in clause.quoted):
        return None
    return one


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
