"""Verbs of saying: quotations, that-clauses, and clauses with "he said" at their end or inside."""

from __future__ import annotations

from dateline.read.quotes.clause import SUBJECT_RELATIONS, Attribution, Clause, Piece
from dateline.read.quotes.ends import second_half
from dateline.read.quotes.marks import Quoted
from dateline.read.quotes.titles import names_title

# Where words are said: part of the cue when nothing stands between.
MEDIA = frozenset({"statement", "interview", "tweet", "speech", "post", "release", "email"})
# Characters that may stand between a cue and its quotation ("told reporters in Nara on Monday").
FARTHEST = 90
# What may stand between a cue and its clause.
BESIDE = frozenset({
    "dobj", "dative", "prep", "npadvmod", "advmod", "agent", "prt", "oprd", "advcl", "punct", "cc",
    "ccomp",
})  # fmt: skip
ANSWERS = frozenset({"yes", "no", "so", "not"})
# Tokens between a cue and the "that" that it opens.
FURTHEST_THAT = 12
# What may open the clause after "that".
OPENERS = frozenset({"PRON", "DET", "PROPN", "NOUN", "ADJ", "NUM", "ADP", "SCONJ"})
CLOSING = ",\"”'’?!»…—–-"
CIRCUMSTANCE = frozenset({
    "as", "while", "after", "before", "when", "although", "though",
})  # fmt: skip
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# What a small parser takes a reported clause's subject for.
SUBJECTS = frozenset({"dobj", "advcl", "ccomp", "oprd"})
# Verbs whose object is who is spoken to.
ADDRESSED = frozenset({"tell", "remind", "inform", "assure", "ask", "warn"})
ADJUNCT_VERBS = frozenset({"advcl", "acl", "amod", "pcomp", "relcl"})


def saying(clause: Clause, v: int, lemma: str) -> Attribution | None:
    """Read verb ``v`` as a verb of saying; None when nothing is said in this sentence."""
    one = clause.make(v, lemma, [], "saying")
    _mend_source(clause, one)
    low, high = core(one)
    told = _medium(clause, v)
    if told is not None and one.cue[1] + 1 >= told[0]:
        one.cue = (one.cue[0], told[1])
        high = max(high, told[1])
    before = _fronted(clause, v, low, high)
    after = _following(clause, v, high)
    answer = _answer(clause, v)
    if answer is not None or _adds(clause, v):
        # "Asked if “he is ready,” most said yes"; "“X,” she said, adding “Y”".
        before, after = None, answer or after
    if before is None and after is None:
        one.open = _open(clause, one, v, low, high)
        return one if one.open else None
    if before is not None and after is not None:
        that = _has_that(clause, v)
        if that or _quoted(clause, before) != _quoted(clause, after):
            if _quoted(clause, before) and not that:
                after = None
            elif not that and (rest := _resumed(clause, high)) and not _quoted(clause, rest):
                after = rest
            else:
                # "He left, and she said that ...": what stands before is somebody else's.
                before = None
    elif before is not None and not _quoted(clause, before):
        after = _resumed(clause, high)
    one.content = [piece for piece in (before, after) if piece is not None]
    return one


def closing(clause: Clause, v: int, lemma: str) -> bool:
    """True for a verb of finding that ends a sentence: "The port lost, records show"."""
    tree = clause.tree
    rest = clause.text[tree[v].end : clause.end].strip(" \xa0.\"'”’)")
    return not rest and lemma in clause.words.think and tree.kid(v, "dobj") is None


def _adds(clause: Clause, v: int) -> bool:
    """True for "adding" after "she said": what stands before the two is what she said first."""
    tree = clause.tree
    head = tree[v].head
    says = clause.lemma(head) in clause.words.say
    return tree[v].tag == "VBG" and tree[v].rel == "advcl" and head < v and says


def _answer(clause: Clause, v: int) -> Piece | None:
    """ "said no", "says so"."""
    token = clause.tree[v + 1] if v + 1 < len(clause.tree) else None
    short = token is not None and clause.text[token.start : token.end].lower() in ANSWERS
    return (token.start, token.end) if token is not None and short else None


def _mend_source(clause: Clause, one: Attribution) -> None:
    """Where the parser looked for the speaker inside the quotation, take who stands after it.

    "“All of us are tired,” Butz, 49, told the paper": the words between the closing mark and
    the cue.
    """
    if one.source is not None and not clause.quoted_at(one.source[0] + 1):
        return
    quote = next((q for q in reversed(clause.quoted) if q.end <= one.cue[0]), None)
    if quote is None:
        return
    between = clause.clean(quote.end, one.cue[0])
    words = [t for t in clause.tree.tokens if between[0] <= t.start and t.end <= between[1]]
    if not words or between[1] - between[0] > FARTHEST:
        return
    if words[0].pos in ("PROPN", "PRON", "DET", "NOUN", "NUM", "ADJ"):
        one.source, one.named = between, None


def core(one: Attribution) -> Piece:
    """The characters from the first to the last of source and cue."""
    if one.source is None:
        return one.cue
    return min(one.cue[0], one.source[0]), max(one.cue[1], one.source[1])


def _medium(clause: Clause, v: int) -> Piece | None:
    """ "in a statement", "in an interview"."""
    tree = clause.tree
    for child in tree.kids(v, "prep"):
        inner = tree.kid(child, "pobj")
        if child > v and inner is not None and clause.lemma(inner) in MEDIA:
            first, last = tree.reach(child)
            return tree.span(child) if last - first < 4 else None
    return None


def _open(clause: Clause, one: Attribution, v: int, low: int, high: int) -> str:
    """Where the content of a sentence that is source and cue alone must stand."""
    if one.source is None:
        return ""
    rest = clause.text[high : clause.end].strip()
    if rest.endswith(":"):
        return "after"
    alone = (
        clause.start >= low - 2
        and len(rest) < 40
        and "," not in rest
        and clause.tree.kid(v, "xcomp", "ccomp", "dobj") is None
    )
    return "before" if alone else ""


def _fronted(clause: Clause, v: int, low: int, high: int) -> Piece | None:
    """What is said, where it stands before "he said": a quotation or a clause."""
    tree = clause.tree
    gap = clause.text[clause.start : low].rstrip()
    if not gap or gap[-1] not in CLOSING:
        return None
    at = clause.start + len(gap)
    quote = next((q for q in clause.quoted if at - 1 <= q.end <= low), None)
    if quote is not None and not names_title(clause, quote):
        return _mixed_start(clause, v, quote), quote.end
    if gap[-1] not in ",—–-":
        return None
    head = tree[v].head
    apart = _resumed(clause, high) is not None
    hangs = tree[v].rel in ("parataxis", "dep") and head < v and tree[head].start < low
    ahead = [child for child in tree.kids(v, "ccomp", "dep") if tree[child].start < low]
    if not (ahead or apart or hangs or _closes(clause, v, high)):
        return None
    if any(child > v for child in tree.kids(v, "ccomp", "xcomp")):
        # "Just yesterday, can you believe it, he urged them to leave".
        return None
    start = tree.span(ahead[0])[0] if ahead and tree[v].rel == "conj" else clause.start
    return clause.clean(start, at)


def _closes(clause: Clause, v: int, high: int) -> bool:
    """True where "X, Ito said" ends the sentence and the verb leads to nothing else."""
    rest = clause.text[high : clause.end].strip(" \xa0.\"'”’)")
    return not rest and clause.tree.kid(v, "dobj", "xcomp", "ccomp", "prep") is None


def _mixed_start(clause: Clause, v: int, quote: Quoted) -> int:
    """Where a fronted content begins whose last words are quoted."""
    lead = clause.text[clause.start : quote.start].strip()
    if not lead or lead[-1] in ",:":
        return quote.start
    for child in clause.tree.kids(v, "ccomp"):
        start, _ = clause.tree.span(child)
        if start < quote.start and clause.tree[child].start < quote.end:
            return max(start, clause.start)
    inside = any(q is not quote and q.end <= quote.start for q in clause.quoted)
    whole = lead[-1] in CLOSING and not clause.text[quote.start :].lstrip("\"'“‘«")[:1].islower()
    return quote.start if inside or whole else clause.start


def _resumed(clause: Clause, high: int) -> Piece | None:
    """What goes on after a parenthesis: "He left, she said, and never came back"."""
    if not clause.text[high : clause.end].startswith((",", " —", " –", " -")):
        return None
    tree = clause.tree
    after = [i for i in range(len(tree)) if tree[i].start >= high and tree[i].pos != "PUNCT"]
    if len(after) < 2 or tree[after[0]].tag in ("VBG", "WDT", "WP", "WP$"):
        return None
    if tree[after[0]].lemma in CIRCUMSTANCE:
        return None
    if tree[after[0]].pos == "CCONJ" and tree[after[1]].pos == "PRON" and _told(clause, after):
        return None
    return clause.clean(high, clause.end)


def _told(clause: Clause, tokens: list[int]) -> bool:
    """True where what goes on is told in the past, as the report itself is: "and he left"."""
    verb = next((i for i in tokens if clause.tree[i].tag in ("VBD", "VBZ", "VBP", "MD")), None)
    return verb is not None and clause.tree[verb].tag == "VBD"


def _following(clause: Clause, v: int, high: int) -> Piece | None:
    """What is said, where it stands after the cue."""
    tree = clause.tree
    said = next(
        (
            child
            for child in tree.kids(v, "ccomp")
            if tree[child].start >= high and not _circumstance(clause, child)
        ),
        None,
    )
    if said is None and (that := _that(clause, v, high)) is not None:
        return clause.with_quotes(*clause.clean(that, clause.end))
    quote = next((q for q in clause.quoted if q.start >= high - 1), None)
    near = quote is not None and _only_adjuncts(clause, v, high, quote.start)
    if said is not None:
        start, end = tree.span(said)
        end = max(clause.own_end(said, end), second_half(clause, v, said))
        start = _start(clause, v, said, high, max(start, high))
        piece = clause.with_quotes(*clause.clean(start, end))
        if quote is not None and near and quote.start >= piece[1]:
            return quote.start, quote.end
        return piece
    if quote is None or not near or names_title(clause, quote):
        return None
    wish = next((child for child in tree.kids(v, "xcomp") if child > v), None)
    if wish is not None and tree.span(wish)[0] < quote.start < tree.span(wish)[1]:
        # "promised to “close” the port": more than the quotation.
        end = clause.own_end(wish, tree.span(wish)[1])
        return clause.with_quotes(*clause.clean(max(high, tree.span(wish)[0]), end))
    thing = next((child for child in tree.kids(v, "dobj") if child > v), None)
    if thing is not None:
        start, end = tree.span(thing)
        if start < quote.start - 1 and quote.start < end:
            return clause.with_quotes(*clause.span(thing))
    return _embedded(clause, high, quote)


def _embedded(clause: Clause, high: int, quote: Quoted) -> Piece | None:
    """The content of a cue that the parser gave no clause: a quotation, or one within a clause.

    “...” by itself is all; in "adding the delay was “minimal”" the clause about it belongs to
    the content; in "said on “Meet the Press”" the marks hold a name, and nothing is said.
    """
    tree = clause.tree
    between = [
        i for i, token in enumerate(tree.tokens)
        if high <= token.start and token.end <= quote.start and token.pos != "PUNCT"
    ]  # fmt: skip
    if not between:
        return quote.start, quote.end
    first, last = tree[between[0]], tree[between[-1]]
    within = (first.start, max(quote.end, clause.start))
    if first.lemma.lower() == "that":
        return within
    if clause.text[last.end : quote.start].strip():
        return quote.start, quote.end
    if last.pos == "ADP" or last.tag in ("POS", "PRP$"):
        return None
    if last.pos in ("DET", "ADJ", "AUX", "VERB", "PART"):
        return within
    return quote.start, quote.end


def _that(clause: Clause, v: int, high: int) -> int | None:
    """Where "that" opens what was said, in "said on the radio that X", if the parser lost it."""
    tree = clause.tree
    for index in range(v + 1, min(v + FURTHEST_THAT, len(tree) - 2)):
        token = tree[index]
        if token.start < high or token.lemma.lower() != "that":
            if token.pos == "VERB" or (token.pos == "PUNCT" and token.lemma in ":;—–"):
                return None
            continue
        follows = tree[index + 1].pos in OPENERS
        opens = token.rel in ("mark", "dobj", "nsubj", "prep") and follows
        return token.start if opens else None
    return None


def _start(clause: Clause, v: int, said: int, high: int, start: int) -> int:
    """Where the clause begins: at the first word after the cue that is no adjunct of it.

    A small parser may leave the reported clause's own subject outside of it: "said *just because
    it rained* did not mean that the port was closed".
    """
    tree = clause.tree
    first = next(i for i, token in enumerate(tree.tokens) if token.start >= start)
    subject = any(child < said for child in tree.kids(said, *SUBJECT_RELATIONS))
    lost = tree[first].tag in FINITE and not subject and clause.lemma(v) not in ADDRESSED
    beside = BESIDE - SUBJECTS if lost else BESIDE
    for index, token in enumerate(tree.tokens):
        if token.start < high or token.start >= start or token.pos == "PUNCT":
            continue
        top = index
        while tree[top].head not in (v, top):
            top = tree[top].head
        if tree[top].head != v or top == v or tree[top].rel not in beside:
            return token.start
    return start


def _circumstance(clause: Clause, said: int) -> bool:
    """True for "said *as the crowd booed*", which the parser may take for what was said."""
    mark = clause.tree.kid(said, "mark")
    return mark is not None and clause.lemma(mark) in ("as", "while", "after", "before")


def _only_adjuncts(clause: Clause, v: int, start: int, end: int) -> bool:
    """True when between the cue and a quotation stand only its adjuncts and addressees."""
    if end - start > FARTHEST:
        return False
    own = set(clause.tree.subtree(v))
    for index, token in enumerate(clause.tree.tokens):
        if token.pos != "VERB" or token.start < start or token.end > end:
            continue
        if index not in own or token.rel not in ADJUNCT_VERBS:
            return False
        if token.rel == "advcl" and token.tag == "VBG" and token.lemma in clause.words.say:
            # "she said, adding: “...”": what follows is what was added.
            return False
    between = clause.text[start:end].strip()
    return not between or between[-1] in ",:—–-" or len(between) < 40


def _quoted(clause: Clause, piece: Piece) -> bool:
    """True when the piece begins and ends with quotation marks."""
    return any(q.start < piece[1] and q.end >= piece[1] - 1 for q in clause.quoted) and any(
        q.start <= piece[0] + 1 for q in clause.quoted
    )


def _has_that(clause: Clause, v: int) -> bool:
    """True when the clause after the verb begins with "that" or "whether"."""
    tree = clause.tree
    return any(said > v and tree.kid(said, "mark") is not None for said in tree.kids(v, "ccomp"))
