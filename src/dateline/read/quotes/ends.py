"""Contents that the parser ends too early: what follows is read for whether it still belongs.

A small parser attaches late clauses too high ("said the talks failed | because the envoy left"),
so that they fall out of what was said. Which words go on with a content and which leave it was
counted over rests of sentences: conditions stay with what is said, times and
circumstances ("as the crowd booed") belong to the reporter.
"""

from __future__ import annotations

import re

from dateline.read.quotes.clause import STRIP, SUBJECT_RELATIONS, Attribution, Clause
from dateline.records import Token

# Openers of clauses that go on with what was said, whatever the parser thinks ("because" and
# "since" leave it as often as not).
REASONS = frozenset({"if", "where", "that", "unless", "whether"})
# Openers of phrases without a verb of their own that do.
MANNER = frozenset({"as", "despite", "than", "like", "through", "without", "rather", "including"})
# What the next thing of a list may begin with.
LISTED = frozenset({"NN", "NNS", "JJ", "VB", "DT", "PRP$", "NNP", "NNPS", "CD"})
# What the subject of a clause may begin with.
SUBJECTS = frozenset({"PRON", "PROPN", "DET", "NOUN"})
# The rest of a word that tokens cut: "re|-election", "do|n't".
CUT_WORD = re.compile(r"(?<=\w)(?:[’']?[^\W\d_]+|-[^\W\d_]+)+")
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def mend_end(clause: Clause, one: Attribution) -> None:
    """Take the rest of the sentence into the content where it goes on with it."""
    if not one.content or one.content[-1][1] <= one.cue[1]:
        return
    start, end = one.content[-1]
    if (cut := CUT_WORD.match(clause.text, end, clause.end)) is not None:
        end = cut.end()
        one.content[-1] = (start, end)
    rest = [token for token in clause.tree.tokens if token.start >= end]
    while rest and rest[-1].pos == "PUNCT":
        rest.pop()
    if rest and _goes_on(clause, one, rest):
        one.content[-1] = clause.with_quotes(*clause.clean(start, rest[-1].end))


def second_half(clause: Clause, v: int, said: int) -> int:
    """Where a reported clause ends that the parser cut in two right after its subject or verb.

    "say they do | n't know", "says people fleeing the war | can come": 0 where it's whole.
    """
    tree = clause.tree
    last = next((c for c in reversed(tree.kids(v, "ccomp")) if c > said), None)
    if last is None:
        return 0
    end, (start, stop) = tree.span(said)[1], tree.span(last)
    between = clause.text[end:start].strip(STRIP + "\"“”'’")
    quoted = any(
        quote.start <= tree.span(said)[0] + 1 and quote.end <= start for quote in clause.quoted
    )
    if between or quoted or tree[last].tag == "VBG" or tree.kids(last, *SUBJECT_RELATIONS):
        return 0
    return clause.own_end(last, stop)


def _goes_on(clause: Clause, one: Attribution, rest: list[Token]) -> bool:
    if rest[0].pos == "PUNCT" and len(rest) > 2:
        return _listed(clause, one, rest)
    first = rest[0]
    word = first.lemma.lower()
    finite = any(token.tag in FINITE for token in rest)
    if first.pos == "CCONJ" and one.rule == "saying":
        return _still_said(clause, rest)
    if _cut_short(clause, one, rest):
        return True
    if first.pos == "SCONJ" or word in REASONS:
        return word in REASONS or not finite
    if finite or one.rule == "saying":
        return False
    return word in MANNER or first.pos == "ADV"


def _cut_short(clause: Clause, one: Attribution, rest: list[Token]) -> bool:
    """True where a clause lost its verb or its own object clause to the parser.

    "said the men released by the court | were close to home", "was pleased | Ito had come",
    "asked the senator | to stonewall them".
    """
    first, (start, end) = rest[0], one.content[-1]
    if first.lemma.lower() == "to" and first.pos == "PART":
        return True
    inside = [token for token in clause.tree.tokens if start <= token.start < end]
    whole = any(token.tag in FINITE for token in inside)
    if first.tag in FINITE:
        return not whole and one.rule in ("saying", "that-clause", "object")
    return (
        one.rule in ("saying", "that-clause")
        and first.pos in SUBJECTS
        and any(token.tag in FINITE for token in rest)
    )


def _listed(clause: Clause, one: Attribution, rest: list[Token]) -> bool:
    """True for ", and that it failed" and for the other things of a list: ", A, and B"."""
    if clause.text[rest[0].start] != ",":
        return False
    words = [token.lemma.lower() for token in rest[1:]]
    if one.rule in ("saying", "that-clause"):
        return words[0] in ("and", "but", "or") and words[1] == "that"
    verbs = any(token.tag in FINITE or token.rel == "nsubj" for token in rest)
    last = max((i for i, word in enumerate(words) if word in ("and", "or")), default=-1)
    return (
        not verbs and last > 0 and rest[1].tag in LISTED and "VBG" not in {t.tag for t in rest[:3]}
    )


def _still_said(clause: Clause, rest: list[Token]) -> bool:
    """True for "... and that it failed", not for "... and she added that it failed"."""
    if len(rest) > 1 and rest[1].lemma.lower() in ("that", "because"):
        return True
    verb = next((token for token in rest if token.pos in ("VERB", "AUX")), None)
    lemma = verb.lemma.lower() if verb is not None else ""
    return lemma not in clause.words.say and lemma not in clause.words.judge
