"""English clauses that look forward, found in the parse.

Every construction is one small rule that proposes a verb; :func:`_tells` then asks whether that
verb tells of an act or event to come, or of a wish, a doubt, a demand, a habit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dateline.expect.cues import Cue, English, english
from dateline.expect.due import ahead
from dateline.expect.forward import Forward
from dateline.expect.tree import Tree
from dateline.records import DateMention, Report, Span

_WILL = frozenset({"will", "'ll", "’ll", "wo", "shall"})
_MAY = frozenset({"may", "might"})
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "NUM", "ADJ"})

WILL = Cue(name="will", kind="scheduled")
WOULD = Cue(name="would", kind="predicted")
MAY = Cue(name="may", kind="possible")
COULD = Cue(name="could", kind="possible")
IS_TO = Cue(name="is to", kind="scheduled")
PREDICTS = Cue(name="predicts", kind="predicted", sure=(0.55, 0.80))
TIMETABLE = Cue(name="timetable", kind="scheduled")
EVENT = Cue(name="event to come", kind="scheduled")
POSTPONED = Cue(name="postponed", kind="scheduled")
ENVISAGES = Cue(name="envisages", kind="intended")
LIKELY = Cue(name="likely", kind="predicted")


@dataclass(frozen=True, slots=True)
class Found:
    """A rule's proposal: the verb (or noun) that is to come, and the word that looks forward."""

    cue: Cue
    verb: int
    word: int
    sure: tuple[float, float] | None = None


class Sentence:
    """One parsed sentence with what the rules ask of it."""

    def __init__(
        self,
        report: Report,
        tree: Tree,
        dates: tuple[DateMention, ...],
        acting: tuple[Span, ...],
        *,
        title: bool = False,
    ) -> None:
        self.report, self.tree, self.title = report, tree, title
        self.table: English = english()
        published = report.published or report.retrieved
        coming = [mention for mention in dates if ahead(mention, published)]
        self._coming = [mention.span for mention in coming]
        self._timed = [
            mention.span
            for mention in coming
            if mention.when.precision not in ("year", "vague")
            and mention.when.earliest is not None
            and mention.when.earliest > published
        ]
        self._acting = acting

    def lemma(self, index: int) -> str:
        """Return a token's lemma in small letters."""
        return self.tree.token(index).lemma.lower()

    def word(self, index: int) -> str:
        """Return a token's word in small letters."""
        return self.tree.words[index]

    def dated(self, index: int, *, strictly: bool = False) -> bool:
        """Say whether a date to come stands in the phrase that a token heads."""
        inside = [self.tree.token(k) for k in self.tree.under(index)]
        spans = self._timed if strictly else self._coming
        return any(s.start < t.end and t.start < s.end for s in spans for t in inside)

    def actor(self, index: int) -> bool:
        """Say whether a token belongs to a name or mention of somebody who can act."""
        token = self.tree.token(index)
        return token.pos == "PROPN" or any(
            span.start < token.end and token.start < span.end for span in self._acting
        )


def find_english(sentence: Sentence) -> Forward | None:
    """Return the clause of a sentence that looks forward: a dated one before others, then the
    first; None where there is none.
    """
    if not len(sentence.tree) or sentence.word(len(sentence.tree) - 1) == "?":
        return None
    found = [item for rule in _RULES for item in rule(sentence)]
    if not found:
        return None
    best = min(found, key=lambda f: (not sentence.dated(f.verb), f.word, f.verb))
    return _forward(sentence, best)


def _modals(s: Sentence) -> Iterator[Found]:
    for index, word in enumerate(s.tree.words):
        token = s.tree.token(index)
        if token.tag != "MD" or token.head == index:
            continue
        verb = token.head
        perfect = any(s.lemma(k) == "have" for k in s.tree.kids(verb, "aux"))
        if word in _WILL:
            degree = _degree(s, verb)
            if (not perfect or s.dated(verb)) and _tells(s, verb):
                yield Found(LIKELY if degree else WILL, verb, index, degree)
        elif perfect:
            continue
        elif word == "would" or word == "’d":
            if _reported(s, verb) and _tells(s, verb, firm=False, stateless=True):
                yield Found(WOULD, verb, index, _degree(s, verb))
        elif (
            word in _MAY
            or (
                word == "could"
                and (
                    s.dated(verb)
                    or any(_marked(s, k, {"if", "unless"}) for k in s.tree.kids(verb, "advcl"))
                )
            )
        ) and _tells(s, verb, firm=False):
            yield Found(MAY if word in _MAY else COULD, verb, index)


def _infinitives(s: Sentence) -> Iterator[Found]:
    """Find "is set to host", "plans to build", "agreed to meet", "is on course to win"."""
    for index, word in enumerate(s.tree.words):
        cue = s.table.by_word.get(word)
        noun = s.tree.token(index).pos in ("NOUN", "PROPN")
        if cue is None or (noun and cue.name not in ("intends to", "on course to")):
            continue
        verbs = [k for k in s.tree.kids(index, "xcomp", "acl", "ccomp") if s.tree.infinitive(k)]
        if cue.kind == "possible":
            verbs = s.tree.kids(index, "xcomp", "dobj")
        elif cue.name == "on course to" and not verbs:
            verbs = [
                k for up in list(s.tree.ups(index))[:2]
                for k in s.tree.kids(up, "xcomp", "advcl") if s.tree.infinitive(k) and k > index
            ]  # fmt: skip
        for verb in verbs[:1]:
            if _current(s, index, verb, cue) and _tells(s, verb, holder=index):
                yield Found(cue, verb, index)
        alone = cue.name == "set to" and not verbs and s.dated(index) and _copula(s, index)
        if alone and _current(s, index, index, cue) and _tells(s, index):
            yield Found(cue, index, index)  # "is scheduled for Tuesday": the event is the subject


def _is_to(s: Sentence) -> Iterator[Found]:
    for index, word in enumerate(s.tree.words):
        if word not in ("is", "are") or s.tree.token(index).rel in ("aux", "auxpass"):
            continue
        subject = s.tree.subject(index)
        if subject is None or s.lemma(subject) in s.table.nouns["purposes"]:
            continue
        for verb in s.tree.kids(index, "xcomp"):
            if s.tree.infinitive(verb) and verb - index <= 4 and _tells(s, verb):
                yield Found(IS_TO, verb, index)
    for index, word in enumerate(s.tree.words):
        if word == "going" and _copula(s, index, past=False):
            for verb in s.tree.kids(index, "xcomp"):
                if s.tree.infinitive(verb) and _tells(s, verb):
                    yield Found(WILL, verb, index)


def _headline(s: Sentence) -> Iterator[Found]:
    """Find "Takaichi to host Lee": the infinitive of headlines."""
    if not s.title:
        return
    for index, word in enumerate(s.tree.words):
        verb = s.tree.token(index).head
        if word == "to" and index > 0 and verb > index and s.tree.token(index).tag == "TO":
            token = s.tree.token(verb)
            root = token.rel == "ROOT" or (
                token.rel in ("acl", "relcl", "xcomp")
                and s.tree.token(token.head).pos in ("NOUN", "PROPN")
            )
            if root and s.tree.token(index - 1).pos in ("PROPN", "NOUN") and _tells(s, verb):
                yield Found(IS_TO, verb, index)


def _predictions(s: Sentence) -> Iterator[Found]:
    """Find "expects prices to fall", "forecasts growth in 2027"."""
    for index in range(len(s.tree)):
        token = s.tree.token(index)
        lemma = s.lemma(index)
        if token.pos != "VERB" or token.tag == "VBN" or s.tree.negated(index):
            continue
        if lemma in s.table.verbs["predict"]:
            for kid in s.tree.kids(index, "ccomp", "xcomp", "dobj"):
                inner = s.tree.token(kid)
                clause = inner.rel != "dobj" and (s.tree.infinitive(kid) or inner.tag == "VBG")
                thing = inner.rel == "dobj" and s.dated(kid)
                if (clause or thing) and not _nobody(s, index) and _tells(s, kid, holder=index):
                    yield Found(PREDICTS, kid, index)
        if (lemma in s.table.verbs["envisage"] and s.tree.kids(index, "dobj")) or (
            lemma == "include"
            and (subject := s.tree.subject(index)) is not None
            and s.lemma(subject) == "proposal"
        ):
            yield Found(ENVISAGES, index, index)


def _timetable(s: Sentence) -> Iterator[Found]:
    for index in range(len(s.tree)):
        token = s.tree.token(index)
        if s.lemma(index) not in s.table.verbs["timetable"] or not s.dated(index, strictly=True):
            continue
        present = token.tag in ("VBZ", "VBP") or (
            token.tag == "VBG" and _copula(s, index, past=False)
        )
        if present and _tells(s, index):
            yield Found(TIMETABLE, index, index)


def _events(s: Sentence) -> Iterator[Found]:
    """Find "ahead of the Oct. 27 election", "the summit planned for March": dated ones only."""
    for index, word in enumerate(s.tree.words):
        if word not in s.table.nouns["events"] or not s.dated(index, strictly=True):
            continue
        heads = [s.word(up) for up in list(s.tree.ups(index))[:2]]
        ahead = "before" in heads[:1] or heads[:2] == ["of", "ahead"]
        coming = {"upcoming", "forthcoming", "coming", "next", "scheduled", "planned"}
        if ahead or any(s.word(k) in coming for k in s.tree.kids(index, "amod")):
            yield Found(EVENT, index, index)


def _postponed(s: Sentence) -> Iterator[Found]:
    for index in range(len(s.tree)):
        token = s.tree.token(index)
        if token.pos != "VERB" or s.tree.negated(index) or token.tag == "VBG":
            continue
        lemma = s.lemma(index)
        moved = s.tree.kids(index, "dobj", "nsubjpass")
        if lemma in s.table.verbs["postpone"] and moved:
            yield Found(POSTPONED, index, index)
            continue
        to = any(s.word(k) in ("until", "till", "to") for k in s.tree.kids(index, "prep"))
        if lemma in s.table.verbs["delay"] and moved and to and s.dated(index):
            yield Found(POSTPONED, index, index)


_RULES: tuple[Callable[[Sentence], Iterator[Found]], ...] = (
    _modals, _infinitives, _is_to, _headline, _predictions, _timetable, _events, _postponed,
)  # fmt: skip


def _tells(
    s: Sentence,
    verb: int,
    *,
    firm: bool = True,
    stateless: bool = False,
    holder: int | None = None,
) -> bool:
    """Say whether a verb under a forward-looking word tells of an act or event to come.

    ``firm`` for words such as "will"; weaker ones need somebody who acts and no relative
    clause. ``stateless`` bars "would be significant". ``holder`` is the word that carries the
    subject where the verb is an infinitive.
    """
    lemma, dated = s.lemma(verb), s.dated(verb)
    table = s.table
    passive = s.tree.passive(verb)
    expl = bool(s.tree.kids(verb, "expl"))
    if lemma in table.verbs["never"]:
        return False
    if lemma in table.verbs["dated"] and not passive and not expl:
        able = any(s.word(k) in ("able", "likely") for k in s.tree.kids(verb, "acomp"))
        named = bool(s.tree.kids(verb, "attr")) and firm and not stateless
        present = any(
            s.word(k) in ("available", "open", "closed", "ready")
            for k in s.tree.kids(verb, "acomp")
        )
        if able or (lemma == "be" and stateless) or not (dated or named or (firm and present)):
            return False
    if _unsaid(s, verb) or _nobody(s, verb if holder is None else holder, dated=dated, firm=firm):
        return False
    relative = _relative(s, verb)
    if relative is not None and not dated and (not firm or not _aside(s, relative)):
        return False
    if not firm and not stateless and passive and not dated:
        return bool(s.tree.kids(verb, "agent"))
    return True


def _nobody(s: Sentence, verb: int, *, dated: bool = False, firm: bool = True) -> bool:
    subject = s.tree.subject(verb)
    if subject is None:
        return False
    word = s.word(subject)
    if s.tree.token(subject).pos not in ("PRON", "DET"):  # "the US" is not "us"
        return False
    if word in s.table.subjects["nobody"]:
        return True
    if word in ("i", "we", "us"):
        return not dated
    return word in s.table.subjects["vague"] and not dated and not firm and word != "there"


def _unsaid(s: Sentence, verb: int) -> bool:
    """Say whether a clause is asked, wished, doubted or supposed rather than said."""
    marks = s.table.marks
    node = verb
    for up in [*s.tree.ups(verb), None]:
        rel = s.tree.token(node).rel
        if _marked(s, node, marks["unsaid"]):
            return True
        if rel in ("ccomp", "pcomp", "csubj", "advcl") and any(
            s.word(k) in marks["wh"] for k in s.tree.kids(node, "advmod", "nsubj", "dobj", "attr")
        ):
            return True
        if up is None or rel not in ("ccomp", "xcomp", "pcomp", "conj", "acl", "relcl"):
            return False
        if rel in ("ccomp", "xcomp", "acl") and s.lemma(up) in s.table.verbs["unsaid"]:
            return True
        node = up
    return False


def _marked(s: Sentence, verb: int, marks: frozenset[str] | set[str]) -> bool:
    return any(s.word(k) in marks for k in s.tree.kids(verb, "mark", "advmod"))


def _relative(s: Sentence, verb: int) -> int | None:
    """Return the verb of the relative clause that a verb stands in, itself included."""
    for node in [verb, *s.tree.ups(verb)]:
        rel = s.tree.token(node).rel
        if rel == "relcl":
            return node
        if rel not in ("ccomp", "xcomp", "conj", "acomp"):
            return None
    return None


def _aside(s: Sentence, relative: int) -> bool:
    """Say whether a relative clause only adds ("..., which will be the last")."""
    first = s.tree.under(relative)[0]
    return first > 0 and s.word(first - 1) in (",", "—", "–")


def _reported(s: Sentence, verb: int) -> bool:
    """Say whether a verb stands in what somebody said: the future of a past report."""
    node = verb
    for up in s.tree.ups(verb):
        rel = s.tree.token(node).rel
        if rel == "ccomp":
            return s.lemma(up) in s.table.verbs["speech"]
        if rel != "conj":
            return False
        node = up
    return False


def _degree(s: Sentence, verb: int) -> tuple[float, float] | None:
    """Return the range of "likely" or "almost certainly" beside a verb."""
    beside = " ".join(s.word(i) for k in s.tree.kids(verb, "advmod") for i in s.tree.under(k))
    for words, sure in s.table.degrees:
        if words in beside:
            return sure
    return None


def _copula(s: Sentence, index: int, *, past: bool = True) -> bool:
    return any(w in ("is", "are", "'s", "’s", "'re", "’re", "be", "been") or
               (past and w in ("was", "were")) for w in _helpers(s, index))  # fmt: skip


def _helpers(s: Sentence, index: int) -> list[str]:
    """Return the words that carry the tense of a participle or adjective."""
    token = s.tree.token(index)
    around = s.tree.kids(index, "aux", "auxpass", "cop")
    if token.rel in ("acomp", "attr", "pobj", "xcomp", "oprd") and token.head != index:
        around = [token.head, *s.tree.kids(token.head, "aux"), *around]
    return [s.word(k) for k in around]


def _current(s: Sentence, index: int, verb: int, cue: Cue) -> bool:
    """Say whether an intention or plan still stands when it is reported."""
    token, marks = s.tree.token(index), s.table.marks
    beside = {s.word(k) for k in s.tree.kids(index, "advmod", "amod", "neg")}
    beside |= {s.word(k) for k in s.tree.kids(token.head, "neg") if token.rel == "acomp"}
    helpers = set(_helpers(s, index))
    if beside & (marks["former"] | marks["usual"] | {"more", "less"}) or "had" in helpers:
        return False
    if cue.name == "unlikely to" or not beside & {"not", "n't", "n’t", "never"}:
        past = bool(helpers & {"was", "were"}) or (token.tag == "VBD" and cue.name == "intends to")
    else:
        return False
    if cue.name == "undertakes to" and s.lemma(index) in ("threaten", "promise", "offer"):
        subject = s.tree.subject(index)
        if subject is None or not s.actor(subject):
            return False
    if cue.name in ("set to", "expected to") and token.tag == "VBN" and not helpers:
        # "storms set to hit": a participle after its noun
        return token.rel in ("acl", "ROOT", "ccomp") and s.lemma(verb) not in ("be",)
    return not past or s.dated(verb) or s.dated(index)


def _forward(s: Sentence, found: Found) -> Forward:
    subject = s.tree.subject(found.word if found.cue.name.endswith(" to") else found.verb)
    inside = set(s.tree.under(found.verb, aside=False))
    if subject is not None:
        inside |= set(s.tree.under(subject, aside=False))
    inside.add(found.verb)
    ordered = sorted(inside)
    cue = s.tree.token(found.word)
    return Forward(
        cue=found.cue,
        start=cue.start,
        end=cue.end,
        clause=(s.tree.token(ordered[0]).start, s.tree.token(ordered[-1]).end),
        act=s.lemma(found.verb),
        sure=found.sure,
        words=frozenset(s.lemma(k) for k in ordered if s.tree.token(k).pos in _CONTENT),
        denied=s.tree.negated(found.verb),
        verb=s.tree.token(found.verb).start,
        agent=s.tree.agent(found.verb, subject),
    )
