"""Written corruptions: one thing of a true sentence made false, in eight ways.

Each kind takes a parsed English sentence and gives the sentence with one meaning changed, or
None where the sentence offers nothing to change. The changes are those that writers and
models make: swapped people, a changed number, a dropped "said", a dropped "may", a passive
turned round, a moved date, an invented office, an altered quotation.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from dateline.brief.support.parsed import HEDGES, Parsed, plain

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August",
           "September", "October", "November", "December")  # fmt: skip
_PAST = {
    "meet": "met", "hold": "held", "make": "made", "take": "took", "give": "gave", "go": "went",
    "come": "came", "send": "sent", "build": "built", "buy": "bought", "sell": "sold",
    "bring": "brought", "leave": "left", "find": "found", "lead": "led", "win": "won",
    "lose": "lost", "pay": "paid", "say": "said", "tell": "told", "become": "became",
    "begin": "began", "keep": "kept", "rise": "rose", "fall": "fell", "fly": "flew",
    "see": "saw", "get": "got", "have": "had", "be": "was", "do": "did", "run": "ran",
    "set": "set", "put": "put", "cut": "cut", "hit": "hit", "face": "faced", "speak": "spoke",
    "withdraw": "withdrew", "strike": "struck", "think": "thought", "understand": "understood",
    "grow": "grew", "stay": "stayed", "seek": "sought", "draw": "drew", "host": "hosted",
}  # fmt: skip
OFFICES = ("Foreign Minister", "Defence Secretary", "former ambassador", "Interior Minister")


def swapped_people(s: Parsed) -> str | None:
    """Swap the doer of a verb with the one it is done to or with."""
    for index, token in enumerate(s.tokens):
        if token.rel not in ("nsubj", "nsubjpass") or not _person(s, index):
            continue
        for other in range(index + 1, len(s.tokens)):
            if not _person(s, other) or plain(s.form(other)) == plain(s.form(index)):
                continue
            head = s.tokens[other].head
            direct = s.tokens[other].rel in ("dobj", "dative") and head == token.head
            by_way = s.tokens[other].rel == "pobj" and s.tokens[head].head == token.head
            if direct or (by_way and s.form(head).lower() in ("by", "to", "at", "against")):
                a, b = _name(s, index), _name(s, other)
                return s.text[: a[0]] + s.text[slice(*b)] + s.text[a[1] : b[0]] + (
                    s.text[slice(*a)] + s.text[b[1] :]
                )  # fmt: skip
    return None


def changed_number(s: Parsed) -> str | None:
    """Change a number that counts something."""
    for number in s.numbers:
        digits = re.search(r"\d[\d,.]*\d|\d", s.text[number.start : number.end])
        if number.kind in ("date", "ordinal") or digits is None:
            continue
        start = number.start + digits.start()
        value = float(digits.group().replace(",", ""))
        fresh = f"{value * 2 + 1:,.1f}" if "." in digits.group() else f"{int(value * 2 + 1):,}"
        return s.text[:start] + fresh + s.text[number.start + digits.end() :]
    return None


def lost_said(s: Parsed) -> str | None:
    """Drop who said it: ", officials said." or "X said that ..." goes, the content stays."""
    match = re.search(
        r",\s+(?:[\w’'.-]+\s+){1,9}(?:said|announced|reported|told reporters)"
        r"(?:\s+on\s+\w+day)?\.$",
        s.text,
    )
    if match and '"' not in s.text and "“" not in s.text:
        return s.text[: match.start()] + "."
    match = re.match(
        r"(?:[\w’'.-]+\s+){1,9}?(?:said|announced|alleged|claimed)(?:\s+on\s+\w+day)?(?:\s+that)?\s+"
        r"(?=(?:the|a|an|it|he|she|they|[A-Z]\w+|\d+)\s)",
        s.text,
    )
    if match and not re.search(r"[\"“]", s.text) and "," not in match.group():
        rest = s.text[match.end() :]
        if len(rest.split()) > 4:
            return rest[0].upper() + rest[1:]
    return None


def lost_may(s: Parsed) -> str | None:
    """Tell as done what was only possible or planned."""
    for index, token in enumerate(s.tokens):
        if (
            s.lemma(index) in ("may", "might", "could")
            and token.rel == "aux"
            and token.head > index
        ):
            verb = token.head
            between = range(index + 1, verb)
            if any(s.lemma(i) in ("be", "have", "not", "n't") for i in between):
                continue
            done = _past(s.lemma(verb))
            if done and s.tokens[verb].tag == "VB":
                middle = s.text[s.tokens[index].end : s.tokens[verb].start].strip()
                gap = f" {middle} " if middle else " "
                return s.text[: token.start].rstrip() + gap + done + s.text[s.tokens[verb].end :]
    match = re.search(
        r"\b(?:is|are|was|were) "
        r"(?:expected|set|due|scheduled|likely|planning|considering) to (\w+)",
        s.text,
    )
    if match is None or match[1] == "be":
        return None
    verb = any(t.tag == "VB" and t.start == match.start(1) for t in s.tokens)
    if verb and (done := _past(match[1])):
        return s.text[: match.start()] + done + s.text[match.end() :]
    return None


def passive_turned(s: Parsed) -> str | None:
    """Turn an active clause between two names into a passive that reverses them, or back."""
    for index, token in enumerate(s.tokens):
        if token.tag != "VBD" or token.pos != "VERB":
            continue
        subject = [c for c in s.children[index] if s.tokens[c].rel == "nsubj" and _person(s, c)]
        target = [c for c in s.children[index] if s.tokens[c].rel == "dobj" and _person(s, c)]
        if subject and target and target[0] > index > subject[0]:
            participle = _participle(s.lemma(index), s.form(index))
            return s.text[: token.start] + f"was {participle} by" + s.text[token.end :]
    match = re.search(r"\b(?:was|were) (\w+ed) by (?=[A-Z]|the )", s.text)
    if match:
        return s.text[: match.start()] + match[1] + " " + s.text[match.end() :]
    return None


def date_moved(s: Parsed) -> str | None:
    """Move a weekday, a day of a month, or a year."""
    for day in _DAYS:
        if re.search(rf"\b{day}\b", s.text):
            other = next(d for d in _DAYS[_DAYS.index(day) + 2 :] + _DAYS if d not in s.text)
            return re.sub(rf"\b{day}\b", other, s.text, count=1)
    match = re.search(r"\b(" + "|".join(_MONTHS) + r") (\d{1,2})\b", s.text)
    if match:
        moved = str(int(match[2]) % 27 + 2)
        return s.text[: match.start(2)] + moved + s.text[match.end(2) :]
    match = re.search(r"\b(?:in|since|from) ((?:19|20)\d\d)\b", s.text)
    if match:
        return s.text[: match.start(1)] + str(int(match[1]) - 3) + s.text[match.end(1) :]
    return None


def invented_office(s: Parsed) -> str | None:
    """Give a person an office that no source gives."""
    for index, token in enumerate(s.tokens):
        if token.rel in ("nsubj", "dobj", "nsubjpass") and _person(s, index):
            start, _ = _name(s, index)
            office = OFFICES[len(s.text) % len(OFFICES)]
            if (
                start
                and s.text[:start].rstrip().split()[-1:]
                and (s.text[:start].rstrip().split()[-1][:1].isupper())
            ):
                continue  # an office stands there already
            if office[0].islower() and start == 0:
                office = office[0].upper() + office[1:]
            return s.text[:start] + office + " " + s.text[start:]
    return None


def altered_quotation(s: Parsed) -> str | None:
    """Change one word inside quotation marks."""
    match = re.search(r"(?<!\w)([\"“])([^\"“”]{12,})([\"”])", s.text)
    if match is None:
        return None
    words = match[2].split()
    longest = max(range(len(words)), key=lambda i: (len(words[i]), i))
    bare = re.sub(r"\W", "", words[longest])
    if len(bare) < 4 or bare not in words[longest]:
        return None
    words[longest] = words[longest].replace(bare, "nothing" if bare != "nothing" else "plenty")
    return s.text[: match.start(2)] + " ".join(words) + s.text[match.end(2) :]


KINDS: dict[str, Callable[[Parsed], str | None]] = {
    "swapped_people": swapped_people,
    "changed_number": changed_number,
    "lost_said": lost_said,
    "lost_may": lost_may,
    "passive_turned": passive_turned,
    "date_moved": date_moved,
    "invented_office": invented_office,
    "altered_quotation": altered_quotation,
}


def _person(s: Parsed, index: int) -> bool:
    """A proper name of one or more words that is no month, no weekday and no bare office."""
    token = s.tokens[index]
    form = s.form(index)
    return token.pos == "PROPN" and form[:1].isupper() and form not in (*_DAYS, *_MONTHS) and (
        len(form) > 2
    )  # fmt: skip


def _name(s: Parsed, index: int) -> tuple[int, int]:
    """Characters of the full name that ends at ``index``, the office before it included."""
    start = index
    while start > 0 and s.tokens[start - 1].pos == "PROPN" and s.tokens[start - 1].head in (
        index, start,
    ):  # fmt: skip
        start -= 1
    return s.tokens[start].start, s.tokens[index].end


def _past(verb: str) -> str | None:
    if verb in HEDGES:
        return None
    if verb in _PAST:
        return _PAST[verb]
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ied"
    return verb + "ed"


def _participle(lemma: str, past: str) -> str:
    odd = {"meet": "met", "take": "taken", "give": "given", "see": "seen", "beat": "beaten"}
    return odd.get(lemma, past)
