"""Speakers that a colon or a comma brings, with no verb of saying: "Ito: ...", "Ito nods: ..."."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.read.quotes.clause import Attribution, Clause
from dateline.read.quotes.marks import Quoted
from dateline.read.quotes.saying import core
from dateline.read.quotes.surface import said_after
from dateline.read.quotes.titles import names_title

# Tokens of a name before a colon, and words after it, that make it a speaker's.
LONGEST_NAME = 7
FEWEST_WORDS = 4
# Characters between a verb of saying and the quotation after its addressee.
NEAR = 40


def introduced(clause: Clause, found: Sequence[Attribution]) -> Attribution | None:
    """A quotation beside a verb that is none of saying: "As Ito put it: “...”", "“...,” he mocks".

    A colon before it or a comma inside its end says that the sentence's verb brings it.
    """
    free = [q for q in clause.quoted if not any(_covers(one, q) for one in found)]
    for quote in free:
        if names_title(clause, quote):
            continue
        beside = _said_just_before(clause, quote) or said_after(clause.text, quote, clause.end)
        if beside is not None:
            return beside
    root = next((i for i, token in enumerate(clause.tree.tokens) if token.head == i), None)
    if root is None or clause.tree[root].pos not in ("VERB", "AUX"):
        return None
    one = clause.make(root, clause.lemma(root), [], "saying")
    if one.source is None or clause.quoted_at(clause.tree[root].start):
        return None
    low, high = core(one)
    for quote in free:
        brought = quote.start >= high and clause.text[: quote.start].rstrip()[-1:] == ":"
        last = clause.text[quote.start : quote.end].rstrip("\"'”’»")[-1:]
        if names_title(clause, quote):
            continue
        if brought or (last in tuple(",!?") and 0 <= low - quote.end <= 2):
            one.content = [(quote.start, quote.end)]
            return one
    if clause.text[clause.start : clause.end].endswith(":") and not any(x.open for x in found):
        one.open = "quotation"
        return one
    return None


def _said_just_before(clause: Clause, quote: Quoted) -> Attribution | None:
    """ "..., telling reporters, “...”", where the parser made the quotation the main clause."""
    before = clause.text[clause.start : quote.start].rstrip()
    if not before.endswith((",", ":")):
        return None
    near = [
        i for i, t in enumerate(clause.tree.tokens) if quote.start - NEAR <= t.start < quote.start
    ]
    verbs = [i for i in near if clause.tree[i].pos == "VERB"]
    if not verbs or clause.lemma(verbs[-1]) not in clause.words.say:
        return None
    if clause.quoted_at(clause.tree[verbs[-1]].start):
        return None
    one = clause.make(verbs[-1], clause.lemma(verbs[-1]), [(quote.start, quote.end)], "saying")
    if one.source is not None and clause.quoted_at(one.source[0] + 1):
        one.source = None
    return one


def named_before_colon(clause: Clause) -> Attribution | None:
    """ "Ito: The port will open", a headline or an interview's turn: the rest of the paragraph."""
    tree, text = clause.tree, clause.text
    if clause.start > 0 and text[clause.start - 1] != "\n":
        return None
    colon = next(
        (i for i, t in enumerate(tree.tokens[:LONGEST_NAME]) if text[t.start] == ":"), None
    )
    if not colon or any(not _in_name(text[t.start : t.end]) for t in tree.tokens[:colon]):
        return None
    source = (tree[0].start, tree[colon - 1].end)
    name = text[slice(*source)]
    if tree[colon - 1].pos not in ("PROPN", "NOUN") and name not in ("Q", "A"):
        return None
    if name.split()[0].lower() in clause.words.labels:
        return None
    stop = text.find("\n", clause.start)
    content = clause.clean(tree[colon].end, stop if stop > 0 else len(text))
    if len(text[slice(*content)].split()) < FEWEST_WORDS:
        return None
    cue = (tree[colon].start, tree[colon].end)
    return Attribution(cue=cue, content=[content], source=source, lemma="say", rule="colon")


def _in_name(word: str) -> bool:
    return word[:1].isupper() or word in (".", "of", "the", "de", "'s", "’s")


def _covers(one: Attribution, quote: Quoted) -> bool:
    return any(start < quote.end and quote.start < end for start, end in one.content)
