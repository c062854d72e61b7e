"""What a sentence asserts, by its parse and its quotations: whose words, and in which tense.

"She said the plane had turned back" asserts, for its role, that a plane had turned back; that
somebody said so is another feature. So the tense is taken from the clause that is reported
where there is one, and from the sentence's own verb otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.records import Quote, Token

TENSES = ("past", "present", "perfect", "pluperfect", "future", "would", "modal", "must", "none")
# Verbs that tell a fact on somebody's word.
TELLING = frozenset(
    "say tell state add report announce explain recall testify disclose reveal find show estimate"
    " confirm document learn hear write note describe indicate accord according recount know see"
    " give put read identify name publish".split()
)
# Words that tell what somebody thinks, feels or wants; what else attributes ("offer", "expect",
# "show") tells neither.
JUDGING = frozenset(
    "accuse accusation acknowledge admit advise advocate agree anger appeal applaud apologise"
    " apologize argue argument assert attack back believe belittle blame blast boast call caution"
    " celebrate chide claim commend complain complaint concede concern concerned condemn"
    " congratulate contend counter criticise criticism criticize decry defend demand denounce deny"
    " deplore deride disagree dismiss dispute doubt emphasise emphasize encourage endorse express"
    " fault favour favor fear feel frustration hail highlight hope insist insistence joke jokingly"
    " lament liken love maintain mock object objection oppose outrage plea plead pledge point"
    " praise predict profess protest quip rebuke rebut recommend refute regret reiterate reject"
    " resent ridicule scoff scold sceptical skeptical slam speculate stress suggest support"
    " suspect sympathise thank threat threaten tout trust underline underscore urge voice vow warn"
    " warning welcome wish worried worry".split()
)
# Verbs that with an infinitive or in the passive speak of what is to come.
_COMING = frozenset("expect set schedule plan intend due hope aim slate poise prepare".split())
_FINITE = {"VBD": "past", "VBZ": "present", "VBP": "present"}
_AUXILIARY = {
    "will": "future", "'ll": "future", "’ll": "future", "wo": "future", "shall": "future",
    "would": "would", "'d": "would", "may": "modal", "might": "modal", "can": "modal",
    "ca": "modal", "could": "modal", "should": "must", "must": "must", "ought": "must",
    "had": "pluperfect", "has": "perfect", "have": "perfect", "'ve": "perfect",
    "was": "past", "were": "past", "did": "past", "is": "present", "are": "present",
    "am": "present", "'s": "present", "'re": "present", "do": "present", "does": "present",
}  # fmt: skip

NAMES = (
    "parsed", "said", "stance", "cued", "voiced", "denied", "coming", "copula", "passive",
    "negated", "order", "named", "pronoun",
    *(f"own_{tense}" for tense in TENSES),
    *(f"told_{tense}" for tense in TENSES),
)  # fmt: skip


def clause(
    text: str, start: int, tokens: Sequence[Token], quotes: Sequence[Quote]
) -> dict[str, float]:
    """Return the features of one sentence, 0 to 1; none without tokens.

    ``text`` is the sentence and ``start`` its place in the report, where ``tokens`` and
    ``quotes`` count from; ``quotes`` are those that touch it.
    """
    found = dict.fromkeys(NAMES, 0.0)
    if not tokens:
        return found
    end = start + len(text)
    found["parsed"] = 1.0
    contents = [
        (max(span.start, start), min(span.end, end))
        for quote in quotes
        for span in quote.content
        if span.start < end and start < span.end
    ]
    found["voiced"] = min(1.0, sum(b - a for a, b in contents) / max(1, len(text)))
    _cues(found, tokens, quotes)
    root = next((i for i, token in enumerate(tokens) if token.head == i), 0)
    told = _told(tokens, root, contents)
    verb = root if told is None else told
    tense = _tense(text, start, tokens, verb)
    found[f"{'own' if told is None else 'told'}_{tense}"] = 1.0
    _shape(found, tokens, verb)
    return found


def _cues(found: dict[str, float], tokens: Sequence[Token], quotes: Sequence[Quote]) -> None:
    """Whether the words that attribute tell or judge."""
    for quote in quotes:
        found["denied"] = max(found["denied"], float(quote.denied))
        if quote.cue is None:
            continue
        lemmas = [t.lemma.lower() for t in tokens if quote.cue.start <= t.start < quote.cue.end]
        if not lemmas:
            continue
        if any(lemma in JUDGING for lemma in lemmas):
            found["stance"] = 1.0
        else:
            telling = any(lemma in TELLING for lemma in lemmas)
            found["said" if telling else "cued"] = 1.0


def _told(tokens: Sequence[Token], root: int, contents: Sequence[tuple[int, int]]) -> int | None:
    """The head of the clause that is reported, where the sentence's own verb reports it."""

    def inside(index: int) -> bool:
        return any(a <= tokens[index].start < b for a, b in contents)

    if inside(root):
        return root
    heads = [i for i in range(len(tokens)) if inside(i) and not inside(tokens[i].head)]
    verbs = [i for i in heads if tokens[i].pos in ("VERB", "AUX")]
    return verbs[0] if verbs else None


def _tense(text: str, start: int, tokens: Sequence[Token], verb: int) -> str:
    for token in tokens:
        if token.head == verb and token.rel in ("aux", "auxpass"):
            word = text[token.start - start : token.end - start].lower()
            if word in _AUXILIARY:
                return _AUXILIARY[word]
    return _FINITE.get(tokens[verb].tag, "none")


def _shape(found: dict[str, float], tokens: Sequence[Token], verb: int) -> None:
    own = tokens[verb]
    children = [token for i, token in enumerate(tokens) if token.head == verb and i != verb]
    relations = {token.rel for token in children}
    subjects = [token for token in children if token.rel in ("nsubj", "nsubjpass")]
    found["coming"] = float(
        (own.lemma in _COMING and bool(relations & {"xcomp", "auxpass"}))
        or any(token.lemma == "due" for token in children)
    )
    found["copula"] = float(own.lemma == "be" and bool(relations & {"attr", "acomp"}))
    found["passive"] = float("auxpass" in relations)
    found["negated"] = float("neg" in relations)
    found["order"] = float(own.tag == "VB" and not subjects and "aux" not in relations)
    found["named"] = float(any(token.pos == "PROPN" for token in subjects))
    found["pronoun"] = float(any(token.pos == "PRON" for token in subjects))
