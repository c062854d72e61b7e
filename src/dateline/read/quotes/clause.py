"""What every English rule needs of a sentence: subjects, cues, noun phrases, clean spans.

Labels are those of CLEAR (Choi and Palmer 2012), as spaCy's English models use them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.read.quotes.lexicon import lexicon
from dateline.read.quotes.marks import Quoted
from dateline.read.quotes.tree import Tree

Piece = tuple[int, int]
STRIP = " \xa0\t\n,;:–—-"
# Verbs that make one cue with the verb they lead to: "continued to insist".
LEADING = frozenset({"continue", "go", "begin", "start", "want", "like", "try", "seek", "keep"})
# Prepositions that bring an argument of the verb, not a time or a place.
ARGUMENTS = frozenset({
    "as", "of", "for", "over", "with", "to", "on", "from", "into", "against", "about", "between",
})  # fmt: skip
# What brings the reason of a judgement, though a time stand between.
REASONS = frozenset({"for", "of"})
# What opens a contrast that the reporter draws: "..., while others saw none".
CONTRAST = frozenset({"while", "although", "though", "whereas"})
# Heads above this are not asked for a subject: the parse has gone wrong.
FARTHEST = 4


@dataclass(slots=True)
class Attribution:
    """Who (``source``) by which words (``cue``) holds what (``content``), in characters.

    ``named`` is the phrase that a relative pronoun stands for ("ministers" in "ministers, who
    said"). ``rule`` names what found it. ``open`` says that its content stands in another
    sentence: *after* ("Ito said:"), *before* ("... ?” Ito said."), or after if that is a
    *quotation* ("Ito put it so:").
    """

    cue: Piece
    content: list[Piece]
    source: Piece | None = None
    named: Piece | None = None
    lemma: str = ""
    negated: bool = False
    rule: str = ""
    open: str = ""


class Clause:
    """One sentence with its tree and the quotations that touch it."""

    def __init__(
        self, text: str, start: int, end: int, tree: Tree, quoted: Sequence[Quoted]
    ) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.tree = tree
        self.quoted = [q for q in quoted if q.start < end and start < q.end]
        self.words = lexicon()

    def make(self, v: int, lemma: str, content: Sequence[Piece], rule: str) -> Attribution:
        """Build the attribution that verb ``v`` makes of ``content``."""
        source, named = self.source(v)
        return Attribution(
            cue=self.cue(v),
            content=[piece for piece in content if piece[0] < piece[1]],
            source=source,
            named=named,
            lemma=lemma,
            negated=bool(self.tree.kids(v, "neg")),
            rule=rule,
        )

    def lemma(self, index: int) -> str:
        """The lemma of a token in small letters, mended where the model's tables are wrong."""
        lemma = self.tree[index].lemma.lower()
        return MENDED.get(lemma, lemma)

    def puts_it(self, v: int) -> bool:
        """True for "as Ito put it"."""
        thing = self.tree.kid(v, "dobj")
        return self.lemma(v) == "put" and thing == v + 1 and self.tree[thing].pos == "PRON"

    def quoted_at(self, position: int) -> bool:
        """True when a character stands inside a quotation."""
        return any(q.start < position < q.end for q in self.quoted)

    # -- cue and source --------------------------------------------------------------------

    def cue(self, v: int) -> Piece:
        """The verb with its auxiliaries, adverbs and particles, as far as they stand together."""
        tree = self.tree
        first = last = v
        near = set(tree.kids(v, "aux", "auxpass", "neg", "advmod"))
        while first - 1 in near:
            first -= 1
        above = tree[v].head
        if (
            tree[v].rel == "xcomp"
            and above < first
            and first - above <= 2
            and tree[above].pos == "VERB"
            and self.lemma(above) in LEADING
        ):
            return self.cue(above)[0], tree[v].end
        near = set(tree.kids(v, "prt"))
        while last + 1 in near:
            last += 1
        return tree[first].start, tree[last].end

    def subject(self, v: int, depth: int = 0) -> int | None:
        """The token that is the verb's subject, its own or the one it shares."""
        tree = self.tree
        own = tree.kids(v, "nsubj", "csubj")
        if own:
            # Of two, the parser hung one over from the clause before.
            return max((one for one in own if one < v), default=own[0])
        head, rel = tree[v].head, tree[v].rel
        if head == v or depth > FARTHEST or rel == "relcl":
            return None
        if rel == "acl":
            return head
        if rel not in ("conj", "xcomp", "advcl", "pcomp", "ccomp"):
            return None
        adds = rel == "conj" or (rel == "advcl" and tree[v].tag == "VBG" and v > head)
        if (
            adds
            and tree[head].rel == "ccomp"
            and self.lemma(v) in self.words.say
            and self.lemma(tree[head].head) in self.words.say
        ):
            # "said he welcomed it and added that ...", "said he welcomed it, adding that ...":
            # the one who said it added it.
            head = tree[head].head
        elif rel == "advcl" and tree[v].tag == "VBG" and v > head:
            # "The police came and Ito left, saying ...": the nearer of the two spoke.
            head = max(
                [head, *(c for c in tree.kids(head, "conj") if c < v and tree.kid(c, "nsubj"))]
            )
        if tree[head].pos in ("VERB", "AUX"):
            return self.subject(head, depth + 1)
        if tree[head].rel == "prep":
            return self.subject(tree[head].head, depth + 1)
        return None

    def source(self, v: int) -> tuple[Piece | None, Piece | None]:
        """The source of a verb's content, and for a relative pronoun what it stands for."""
        tree = self.tree
        subject = self.subject(v)
        if subject is None:
            return None, None
        if tree[v].rel == "acl" and tree[v].head == subject:
            first, _ = tree.reach(subject)
            return self.clean(tree[first].start, tree[v - 1].end if v else tree[v].start), None
        named = None
        if tree[subject].tag in RELATIVE and tree[v].rel == "relcl":
            head = tree[v].head
            first, _ = tree.reach(head)
            named = self.clean(tree[first].start, max(tree[head].end, tree[first].end))
        return self.noun_phrase(subject), named

    def noun_phrase(self, noun: int) -> Piece:
        """A noun with its modifiers and appositions, and ", who ..." but not ", which ..."."""
        tree = self.tree
        start, end = tree.span(noun)
        for quote in self.quoted:
            if quote.start < start < quote.end <= end:
                start = quote.end  # the parser gave the name the mark before it
        for child in tree.kids(noun, "relcl", "advcl", "acl", "parataxis", "ccomp"):
            first, _ = tree.reach(child)
            if first > noun and tree[first - 1].pos == "PUNCT" and tree[first].lemma != "who":
                end = min(end, tree[first - 1].start)
        return self.clean(start, end)

    # -- ends of contents ------------------------------------------------------------------

    def arguments_end(self, v: int, thing: int, end: int) -> int:
        """Where the arguments after an object end: "him *of lying*", "countries *to help*"."""
        tree = self.tree
        for child in tree.children[v]:
            rel = tree[child].rel
            if child <= thing or rel not in ARGUMENT_RELATIONS:
                continue
            if rel == "prep" and self.lemma(child) not in ARGUMENTS:
                continue
            if rel == "advcl" and not self.infinitive(child):
                continue
            first, last = tree.span(child)
            reason = self.lemma(child) in REASONS and tree.kid(child, "pcomp") is not None
            if not self.text[end:first].strip() or reason or self.lemma(child) == "as":
                # "attacked Ito *in May* for lying", "cited him *again* as an example"
                end = max(end, last)
        return end

    def infinitive(self, clause: int) -> bool:
        """True for "to do"."""
        return any(self.tree[child].tag == "TO" for child in self.tree.kids(clause, "aux"))

    def own_end(self, clause: int, end: int) -> int:
        """Cut from a reported clause what the reporter adds: ", who ...", ", adding that ...".

        Nothing is cut inside a quotation.
        """
        for index in sorted(self.tree.subtree(clause)):
            first, _ = self.tree.reach(index)
            at = self.tree[first].start
            if first <= clause or at >= end or self.quoted_at(at):
                continue
            if self._added(index, first, end) or self._beside(clause, index, first):
                joined = first - 1 > clause and self.tree[first - 1].pos == "CCONJ"
                return self.tree[first - 1].start if joined else at
        return end

    def _beside(self, clause: int, index: int, first: int) -> bool:
        """True for what stands beside the cue, though the parser hung it into its content.

        "urging them to wait and *promising* to pay"; "said it would rain, while others *said* it
        would not"; "say it would do him good - others *say* ...".
        """
        tree, words = self.tree, self.words
        token, cue, lemma = tree[index], tree[tree[clause].head], self.lemma(index)
        attributes = lemma in words.say or lemma in words.judge or lemma in words.intend
        if not attributes or token.pos != "VERB":
            return False
        if token.rel == "conj":
            alike = token.tag == cue.tag and tree[token.head].tag != token.tag
            return first == index and alike and token.tag in ("VBG", "VBD", "VBZ")
        mark = tree.kid(index, "mark", "advmod")
        if token.rel == "advcl" and lemma in words.say and tree.kid(index, "nsubj") is not None:
            return mark is not None and self.lemma(mark) in ("while", "though", "although")
        return False

    def _added(self, index: int, first: int, end: int) -> bool:
        tree, words = self.tree, self.words
        token, rel = tree[index], tree[index].rel
        comma = (
            self.text[: tree[first].start]
            .rstrip(" \xa0\"'”’")
            .endswith((",", "--", "—", "–", " -"))
        )
        lemma = self.lemma(index)
        if rel == "relcl":
            # ", who ...", ", for whom ..."
            opens = any(tree[i].tag in RELATIVE for i in (first, first + 1) if i < len(tree))
            return comma and opens and tree.span(index)[1] >= end - 1
        last = tree.span(index)[1] >= end - 1
        if rel == "appos":
            # "..., a plan that Ito drew up in May": the reporter's gloss.
            return comma and last and self.lemma(first) in ("a", "an", "the")
        if rel in ("advcl", "acl"):
            if comma and (self._aside(first) or (last and self.lemma(first) in CONTRAST)):
                return True
            attributes = lemma in words.say or lemma in words.judge or (lemma, "to") in words.pairs
            called = tree[token.head].rel == "oprd"  # "called it a lie, pointing to ..."
            return comma and token.tag == "VBG" and first == index and (attributes or called)
        if rel == "conj" and tree[token.head].rel == "oprd":
            # "called it shameful and went home"
            return first == index and token.tag in ("VBD", "VBZ")
        if rel == "conj" and token.pos == "VERB" and tree[token.head].pos in ("VERB", "AUX"):
            subject = tree.kid(index, "nsubj")
            if subject is not None:
                return comma and self.lemma(subject) in ("he", "she")
            above = tree[token.head]
            finite = token.tag in ("VBD", "VBZ") and above.tag != token.tag
            # "urged them to wait and tried to pay": a told verb beside one that isn't.
            beside = (
                above.tag in ("VB", "VBG") and not tree.kids(token.head, "aux", "auxpass")
            ) or self.infinitive(token.head)
            return first == index and finite and (lemma in words.say or beside)
        return False

    def _aside(self, first: int) -> bool:
        """True for ", even as ..." and ", as has Ito": the reporter's own comparison."""
        word = self.lemma(first)
        after = first + 1
        if after >= len(self.tree):
            return False
        as_auxiliary = word == "as" and self.tree[after].pos == "AUX"
        return as_auxiliary or (word == "even" and self.lemma(after) in ("as", "though"))

    def with_quotes(self, start: int, end: int) -> Piece:
        """Take in a quotation that begins or ends inside the piece, and its marks."""
        for quote in self.quoted:
            if quote.start < end and start < quote.end:
                start, end = min(start, quote.start), max(end, quote.end)
        return start, end

    def clean(self, start: int, end: int) -> Piece:
        """Leave out blanks and separators at both ends, and the full stop."""
        while start < end and self.text[start] in STRIP:
            start += 1
        while end > start and self.text[end - 1] in STRIP:
            end -= 1
        text = self.text[start:end]
        if (
            text.endswith(".")
            and not text.endswith("...")
            and (text.rsplit(" ", 1)[-1].count(".") == 1)
        ):
            end -= 1
        return start, end

    def span(self, index: int) -> Piece:
        """The clean span of a subtree."""
        return self.clean(*self.tree.span(index))


SUBJECT_RELATIONS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
RELATIVE = frozenset({"WP", "WDT", "WP$"})
ARGUMENT_RELATIONS = frozenset({"prep", "oprd", "xcomp", "ccomp", "dative", "advcl", "acl"})
MENDED = {"hop": "hope", "retweete": "retweet"}
