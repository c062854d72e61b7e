"""Judging an English clause: does it tell of an act or event to come, and does it still stand?"""

from __future__ import annotations

from dateline.expect.sentence import Sentence

# Relations by which what is said of the upper word holds of the lower one.
_CARRIED = frozenset({"ccomp", "xcomp", "pcomp", "conj", "acl", "relcl", "acomp", "oprd"})
_FOREVER = frozenset({"never", "forever", "rather"})
_WHILE = frozenset({"while", "when"})
_FOLK = frozenset({"people", "person", "thing", "someone", "lot", "time", "day"})
_OPENING = 4  # words at the head of a clause where its question word stands
_CASES = frozenset({"if", "when", "unless", "even"})
_PRESENT = frozenset({"available", "open", "closed", "ready", "possible"})


def tells(
    s: Sentence,
    verb: int,
    *,
    firm: bool = True,
    stateless: bool = False,
    foretold: bool = False,
    holder: int | None = None,
) -> bool:
    """Say whether a verb under a forward-looking word tells of an act or event to come.

    ``firm`` for words such as "will"; weaker ones need somebody who acts and no relative
    clause. ``stateless`` bars "would be significant"; what is ``foretold`` in so many
    words ("expect it to be stronger") may be a state. ``holder`` is the word that carries the
    subject where the verb is an infinitive.
    """
    lemma, dated = s.lemma(verb), s.dated(verb)
    table, purposes = s.table, s.table.nouns["purposes"]
    passive = s.tree.passive(verb)
    expl = bool(s.tree.kids(verb, "expl"))
    if lemma in table.verbs["deemed" if passive else "never"]:
        return False
    purpose = (subject := s.tree.subject(verb)) is not None and s.lemma(subject) in purposes
    if lemma == "be" and purpose and not dated:
        return False  # "the objective will be to ..."
    if stateless and (lemma in table.verbs["speech"] or s.tree.token(verb).tag == "VBG"):
        return False  # "I would say that ..."
    if lemma in table.verbs["dated"] and not (passive or expl or foretold):
        able = any(s.word(k) in ("able", "unable") for k in s.tree.kids(verb, "acomp"))
        if (
            not able
            and not hazard(s, verb)
            and not _comes_to_be(s, verb, dated=dated, firm=firm, stateless=stateless)
            and not (firm and not stateless and (_deed(s, verb) or _told_state(s, verb)))
        ):
            return False
    if _unsaid(s, verb) or nobody(s, verb if holder is None else holder, dated=dated, firm=firm):
        return False
    relative = _relative(s, verb)
    if _then(s, verb) or (not dated and _refusal(s, verb)):
        return False
    told = holder is not None or dated  # "a plan that aims to build" is as good as a main clause
    if relative is not None and not told and not (firm and _aside(s, relative)):
        return False
    token = s.tree.token(verb)
    if token.rel == "advcl" and not dated and marked(s, verb, table.marks["aside"]):
        return False
    if not firm and not stateless and s.tree.negated(verb):
        return False  # "may not" forbids
    return firm or stateless or dated or hazard(s, verb) or somebody(s, verb)


def somebody(s: Sentence, verb: int) -> bool:
    """Say whether somebody known does a thing or takes part: what nobody "may" do is talk."""
    doers = [subject] if (subject := s.tree.subject(verb)) is not None else []
    if subject is not None and s.word(subject) in ("he", "she") and reported(s, verb):
        return True
    if s.tree.passive(verb):
        doers = s.tree.kids(verb, "agent")
    return any(
        s.actor(k) or s.lemma(doer) in s.table.nouns["doers"]
        for doer in doers
        for k in s.tree.under(doer, aside=False)
    )


def doer(s: Sentence, index: int) -> bool:
    """Say whether a word is a known name or stands for those who act."""
    return s.actor(index) or s.lemma(index) in s.table.nouns["doers"]


def hazard(s: Sentence, verb: int) -> bool:
    """Say whether the subject or object of a verb is a storm or the like, that comes by itself."""
    parts = s.tree.kids(verb, "dobj")
    if (subject := s.tree.subject(verb)) is not None:
        parts = [subject, *parts]
    inside = {s.lemma(k) for part in parts for k in s.tree.under(part, clauses=False)}
    return bool(inside & s.table.nouns["hazards"])


def _refusal(s: Sentence, verb: int) -> bool:
    """Say whether a clause speaks of always and never, or denies what nobody is known to do:
    "will always complain", "arguments will not end the war" are talk.
    """
    beside = {s.word(k) for k in s.tree.kids(verb, "neg", "advmod")}
    if beside & (_FOREVER | s.table.marks["usual"]):
        return True
    if not s.tree.negated(verb) or s.tree.passive(verb) or reported(s, verb):
        return False
    subject = s.tree.subject(verb)
    return subject is not None and not (_mine(s, verb) or hazard(s, verb) or somebody(s, verb))


def planned(s: Sentence, verb: int) -> bool:
    """Say whether "would" tells what a plan holds: "under the plan, troops would be sent", "if
    approved, the deal would create ..."
    """
    under = [
        s.lemma(thing)
        for k in s.tree.kids(verb, "prep")
        if s.word(k) == "under"
        for thing in s.tree.kids(k, "pobj")
    ]
    agreed = any(
        s.tree.token(k).tag == "VBN" and s.lemma(k) in s.table.verbs["approve"]
        for k in s.tree.kids(verb, "advcl")
        if marked(s, k, {"if"})
    )
    return agreed or bool(set(under) & s.table.nouns["plans"])


def _then(s: Sentence, verb: int) -> bool:
    """Say whether a clause was said to somebody within a story that is told: "he told her: ..." """
    for up in s.tree.ups(verb):
        if s.lemma(up) in s.table.verbs["speech"] and s.tree.token(up).tag == "VBD":
            to = {s.word(k) for k in s.tree.kids(up, "dobj", "dative")}
            if to & {"me", "him", "her", "them"} or marked(s, up, {"then"}):
                return True
            if any(marked(s, k, _WHILE) for k in s.tree.kids(up, "advcl", "prep") if k < up):
                return True  # "while on the campaign trail, he said he would ..."
            if any(s.word(k) in _WHILE for k in s.tree.kids(up, "prep") if k < up):
                return True
    return False


def _comes_to_be(s: Sentence, verb: int, *, dated: bool, firm: bool, stateless: bool) -> bool:
    """Say whether "be", "have" and the like tell of something new: with a date, "will be the
    first", "will be available".
    """
    if stateless and s.lemma(verb) == "be":
        return False  # "would be significant"
    named = bool(s.tree.kids(verb, "attr")) and firm and not stateless
    present = any(s.word(k) in _PRESENT for k in s.tree.kids(verb, "acomp"))
    return dated or named or (firm and present)


def _deed(s: Sentence, verb: int) -> bool:
    """Say whether a light verb tells of a deed all the same: by what is done ("will take
    effect"), by who does it ("the ministry will allow exports"), or as a need ("will have to").
    """
    if any(s.lemma(k) in s.table.nouns["done"] for k in s.tree.kids(verb, "dobj")):
        return True
    subject = s.tree.subject(verb)
    if subject is None:
        return False
    if s.lemma(verb) == "have":
        forced = any(s.tree.infinitive(k) for k in s.tree.kids(verb, "xcomp"))
        return forced and s.tree.token(subject).pos in ("NOUN", "PROPN")
    return s.lemma(verb) in s.table.verbs["deed"] and doer(s, subject)


def _told_state(s: Sentence, verb: int) -> bool:
    """Say whether a report foretells a state in its own words, of a thing it names: "the mission
    will have 11,000 soldiers", "troops will remain in the north", "leaders will be in Paris".

    In quotation marks such words are talk; so is what holds if or when something else does.
    """
    subject = s.tree.subject(verb)
    if subject is None or s.tree.token(subject).pos not in ("NOUN", "PROPN"):
        return False
    if s.lemma(verb) == "be":
        placed = any(s.word(k) in ("in", "at") for k in s.tree.kids(verb, "prep"))
        return placed and somebody(s, verb)
    if s.lemma(verb) not in s.table.verbs["state"] or s.tree.negated(verb) or s.quoted(verb):
        return False
    token = s.tree.token(verb)
    main = token.rel == "ROOT" or (token.rel == "conj" and s.tree.token(token.head).rel == "ROOT")
    aside = any(marked(s, k, _CASES) for k in s.tree.kids(verb, "advcl"))
    forced = any(s.tree.infinitive(k) for k in s.tree.kids(verb, "xcomp"))
    return (main or reported(s, verb)) and not (aside or forced)


def nobody(s: Sentence, verb: int, *, dated: bool = False, firm: bool = True) -> bool:
    """Say whether the subject of a verb is nobody in particular, or the reader.

    "This" and "that" pass beside a date: a dated thing is known from the sentence before.
    """
    subject = s.tree.subject(verb)
    if subject is None:
        return False
    word = s.word(subject)
    if s.tree.token(subject).rel == "csubj":
        return True
    if word == "there" and {s.lemma(k) for k in s.tree.kids(verb, "attr")} & _FOLK:
        return True  # "there will be people who say ..."
    if s.tree.token(subject).pos not in ("PRON", "DET"):  # "the US" is not "us"
        mine = any(s.word(k) == "my" for k in s.tree.kids(subject, "poss"))
        return mine and not dated
    if word in s.table.subjects["nobody"]:
        shown = any(s.word(k) in _PRESENT for k in s.tree.kids(verb, "acomp"))
        return not ((dated or shown) and firm and word in ("this", "that"))
    supposed = any(marked(s, k, s.table.marks["unsaid"]) for k in s.tree.kids(verb, "advcl"))
    if supposed and word not in ("he", "she"):
        return True  # "if they attack, we will strike back": a supposition, not news
    if word in ("i", "we", "us"):
        return not (dated or s.spoken or reported(s, verb))
    if word not in s.table.subjects["vague"] or dated:
        return False
    if word in ("they", "there") and firm and (not s.quoted(verb) or _own(s, verb)):
        return False
    return s.quoted(verb) or not reported(s, verb)


def _own(s: Sentence, verb: int) -> bool:
    """Say whether a quoted clause is the speaker's own statement: "they will be paid", not
    "people who say they will ..." nor "when we pay, they will ..."
    """
    above = [verb, *s.tree.ups(verb)]
    cases = any(
        s.tree.token(k).rel == "advcl" and marked(s, k, _WHILE | {"if"}) for k in range(verb)
    )
    inner = any(s.tree.token(k).rel in ("relcl", "acl", "advcl") for k in above)
    return s.spoken and not cases and not inner


def _unsaid(s: Sentence, verb: int) -> bool:
    """Say whether a clause is asked, wished, doubted or supposed rather than said."""
    marks = s.table.marks
    node = verb
    for up in [*s.tree.ups(verb), None]:
        rel = s.tree.token(node).rel
        if marked(s, node, marks["unsaid"]):
            return True
        if any(s.lemma(k) in s.table.verbs["wish"] for k in s.tree.kids(node, "parataxis")):
            return True  # "these sites, she hopes, will create ..."
        if rel in ("ccomp", "pcomp", "csubj", "advcl") and any(
            s.word(k) in marks["wh"] and s.tree.token(k).tag[0] == "W" and not _there(s, k)
            for k in s.tree.under(node)[:_OPENING]
            if k < node
        ):
            return True
        if up is None or rel not in _CARRIED:
            return False
        if rel in ("ccomp", "xcomp", "acl") and s.lemma(up) in s.table.verbs["unsaid"]:
            return not (s.spoken and s.lemma(up) in s.table.verbs["belief"] and _mine(s, up))
        if rel == "ccomp" and s.tree.negated(up) and s.lemma(up) in s.table.verbs["speech"]:
            return True  # "has not indicated that it will"
        if rel in ("acl", "ccomp") and any(s.word(k) == "no" for k in s.tree.kids(up, "det")):
            return True  # "there is no sign that it will"
        if rel == "pcomp" and s.word(up) in marks["aside"]:
            return True  # "given that families will ..."
        node = up
    return False


def _there(s: Sentence, index: int) -> bool:
    """Say whether "where" names the place just said: "marched on parliament, where ..." """
    before = index - 2 if index > 1 and s.word(index - 1) == "," else index - 1
    noun = before >= 0 and s.tree.token(before).pos in ("NOUN", "PROPN")
    return s.word(index) == "where" and noun


def _mine(s: Sentence, verb: int) -> bool:
    subject = s.tree.subject(verb)
    return subject is not None and s.word(subject) in ("i", "we")


def marked(s: Sentence, verb: int, marks: frozenset[str] | set[str]) -> bool:
    """Say whether a clause is introduced by one of some words ("if", "whether")."""
    return any(s.word(k) in marks for k in s.tree.kids(verb, "mark", "advmod"))


def _relative(s: Sentence, verb: int) -> int | None:
    """Return the verb of the relative clause that a verb stands in, itself included."""
    for node in [verb, *s.tree.ups(verb)]:
        rel = s.tree.token(node).rel
        if rel == "relcl":
            return node
        if rel not in ("ccomp", "xcomp", "conj", "acomp"):
            return None
        if rel == "ccomp" and s.lemma(s.tree.token(node).head) in s.table.verbs["speech"]:
            return None  # "experts, who say that prices will fall"
    return None


def _aside(s: Sentence, relative: int) -> bool:
    """Say whether a relative clause only adds ("..., which will be the last")."""
    first = s.tree.under(relative)[0]
    return first > 0 and s.word(first - 1) in (",", "—", "–")


def reported(s: Sentence, verb: int, *, said: bool = False) -> bool:
    """Say whether a verb stands in what somebody says, or with ``said`` said: the future of a
    past report ("says it would" is a supposition).
    """
    node = verb
    for up in s.tree.ups(verb):
        rel = s.tree.token(node).rel
        noun = rel in ("acl", "ccomp") and s.lemma(up) in s.table.nouns["sayings"]
        when = any(s.word(k) in ("in", "on") for k in s.tree.kids(up, "prep"))
        if (noun and s.tree.token(up).rel in ("dobj", "nsubj", "attr", "appos")) or (
            noun and s.tree.token(up).rel == "pobj" and not when
        ):
            return True  # "the announcement that flights would resume"
        if rel == "ccomp":
            past = not said or s.tree.token(up).tag in ("VBD", "VBN", "VBG")
            return past and s.lemma(up) in s.table.verbs["speech"]
        if rel != "conj":
            # "said there was progress in efforts to bring ..., and that they would meet": the
            # second "that" goes with what is said, wherever the parse hangs it.
            again = marked(s, verb, {"that"}) and s.tree.token(verb).rel == "conj"
            if not again:
                return False
        says = s.lemma(up) in s.table.verbs["speech"] and s.tree.token(up).tag == "VBD"
        if says and s.tree.kids(up, "ccomp") and s.tree.kids(node, "nsubj", "nsubjpass"):
            return True  # "said damage was extensive but the store would be rebuilt"
        node = up
    return False


def predicted(s: Sentence, verb: int) -> bool:
    """Say whether a clause is what somebody predicts: "predicted that they will be first"."""
    token = s.tree.token(verb)
    return token.rel == "ccomp" and s.lemma(token.head) in s.table.verbs["predict"]


def degree(s: Sentence, verb: int) -> tuple[float, float] | None:
    """Return the range of "likely" or "almost certainly" beside a verb."""
    beside = " ".join(s.word(i) for k in s.tree.kids(verb, "advmod") for i in s.tree.under(k))
    for words, sure in s.table.degrees:
        if words in beside:
            return sure
    return None
