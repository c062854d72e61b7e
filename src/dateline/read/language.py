"""In which language a text is written, and whether it is language at all.

Scripts that one language owns decide by themselves (kana, Hangul, Thai, Georgian ...); the rest
is left to ``py3langid``, a naive Bayes model over byte n-grams (Lui and Baldwin 2012) of 140
labels, one of which stands for noise.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import pairwise
from typing import Any

from dateline.errors import Unsupported

# Labels of the model that are not ISO 639-1, and the language that readers and engines take
# them for. Labels of neither kind (Emilian, Kabyle, ...) give "und".
TAKEN_FOR = {
    "ary": "ar", "arz": "ar", "hbo": "he", "grc": "el", "gug": "gn", "kik": "ki", "nn": "no",
    "nb": "no", "pcm": "en", "sdh": "ku", "ckb": "ku", "uzs": "uz", "wuu": "zh", "yue": "zh",
    "fuv": "ff", "srl": "sr",
}  # fmt: skip
NOISE = "zxx"
# Scripts that (almost) one language of the news is written in.
OWN_SCRIPT = (
    ("ko", 0xAC00, 0xD7A3), ("ko", 0x1100, 0x11FF), ("ko", 0x3130, 0x318F),
    ("ja", 0x3041, 0x30FF), ("ja", 0xFF66, 0xFF9D), ("th", 0x0E00, 0x0E7F),
    ("lo", 0x0E80, 0x0EFF), ("km", 0x1780, 0x17FF), ("my", 0x1000, 0x109F),
    ("ka", 0x10A0, 0x10FF), ("hy", 0x0530, 0x058F), ("el", 0x0370, 0x03FF),
    ("ta", 0x0B80, 0x0BFF), ("te", 0x0C00, 0x0C7F), ("kn", 0x0C80, 0x0CFF),
    ("ml", 0x0D00, 0x0D7F), ("si", 0x0D80, 0x0DFF), ("gu", 0x0A80, 0x0AFF),
    ("pa", 0x0A00, 0x0A7F), ("or", 0x0B00, 0x0B7F), ("bo", 0x0F00, 0x0FFF),
    ("dv", 0x0780, 0x07BF), ("iu", 0x1400, 0x167F),
)  # fmt: skip
HAN = ((0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x323AF))
# A Japanese text holds one kana in ten ideographs at the least, even in headlines.
KANA_SHARE = 0.08
# Characters looked at: more do not change the answer, and time is bounded.
LOOKED_AT = 1000
# Below: no claim is made about the language.
DOUBTFUL = 0.35
# A short text of names ("Kenya attacked Ethiopia on Sunday.") spreads its chance over many
# languages; the best of them is still right far more often than none.
SHORT = 80
DOUBTFUL_SHORT = 0.2
# Letters of a text that is long enough to be told. Real languages outside the 140 (Maori,
# Greenlandic) are as unlike them as Klingon is, so only a page that declares its language
# keeps such a text.
LONG_ENOUGH = 200
# Words with a capital inside (tlhIngan): 1% of English words, half of Klingon ones.
INNER_CAPITALS = 0.15
# Where spelling itself puts a capital inside a word. Bantu languages set small prefixes before
# names and acronyms, and these prefixes end in a vowel (isiXhosa, eMzantsi, kweSebe, iANC, at
# a sentence's start KwaZulu); Irish does so with the sounds that mutate a name's first one (na
# hÉireann, gCorcaigh, i bhFrainc, an tSín). Then come family names: McDonald, MacArthur, O'Neill.
SPELLED = re.compile(
    r"(?:(?:[a-z]{0,7}[aeiou]|Isi|Ama|Aba|Kwa|Kwe|Ku|Ubu|Nga|Nge|Ngo|Se|Ye|We)"
    r"(?:Kwa)?(?:[A-Z][a-z]{2,}|[A-Z]{2,6})"
    r"|(?:bh|dt|[bdghmnt])[A-ZÁÉÍÓÚ][^\W\d_A-ZÁÉÍÓÚ]+"
    r"|(?:Mc|Mac|De|Di|Le|La|Fitz|[A-Z]')[A-Z][^\W\d_]*)(?:['’][a-z]+)?"
)
LOREM = frozenset({
    "lorem", "ipsum", "dolor", "amet", "consectetur", "adipiscing", "elit", "eiusmod", "tempor",
    "incididunt", "labore", "dolore", "aliqua", "veniam", "nostrud", "exercitation", "ullamco",
    "laboris", "nisi", "aliquip", "commodo", "consequat", "pellentesque", "vestibulum",
})  # fmt: skip
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def detect_language(text: str, declared: str | None = None) -> tuple[str, float]:
    """Return the ISO 639-1 code of a text's language ("und" if it can't be told) and a certainty.

    The certainty is a probability, 0 to 1. ``declared`` is what the page says of itself; it
    decides where the text leaves room for it (a short headline, close relatives such as
    Malay and Indonesian) and is overruled where the text clearly says otherwise.
    """
    sample = text[:LOOKED_AT]
    declared = _code(declared)
    own, share = _own_script(sample)
    if own == "zh" and declared == "ja" and len(sample) < SHORT:
        return "ja", DOUBTFUL  # a headline may hold ideographs alone
    if own is not None:
        return own, share
    ranking = _ranking(sample)
    language, certainty = next(iter(ranking.items()), ("und", 0.0))
    if declared == language and certainty < DOUBTFUL:
        return language, DOUBTFUL
    if declared is not None and declared != language:
        likely = ranking.get(declared, 0.0)
        unknown = declared not in ranking
        if certainty < DOUBTFUL or likely > 0.2 or (certainty < 0.9 and (unknown or likely > 0.05)):
            return declared, max(likely, DOUBTFUL)
    least = DOUBTFUL_SHORT if len(sample) < SHORT else DOUBTFUL
    if certainty < least or language == NOISE or len(language) != 2:
        return "und", certainty
    return language, min(certainty, 1.0)


def check_readable(name: str, text: str, language: str, *, declared: bool = False) -> None:
    """Raise Unsupported, naming the item, when ``text`` is not in a language that can be read.

    Refused are: text without letters; keyboard noise and codes; filler ("lorem ipsum"); text
    whose words carry capitals inside where no spelling puts them, as Klingon's do; and long
    text in Latin letters that is like none of 140 languages. A text too short to tell, or in
    any other script, is kept as "und": it can still be dated, matched by vectors and shown.
    ``declared`` says that the page itself names the language: then likeness to known languages
    is not asked for.
    """
    words = WORD.findall(text[:LOOKED_AT])
    if not words:
        raise _unsupported(name, "holds no words")
    letters = sum(map(len, words))
    odd = [word for word in words if _inner_capital(word)]
    if len(odd) > INNER_CAPITALS * len(words) and (
        len(odd) >= 3 or any(re.search("[a-z][A-Z]$", word) for word in odd)
    ):
        raise _unsupported(name, "is written with capitals inside its words, as no language is")
    lowered = [word.lower() for word in words]
    if sum(word in LOREM for word in lowered) > 0.3 * len(words) and len(words) >= 4:
        raise _unsupported(name, "is filler text")
    if language != "und":
        return
    best, likely = next(iter(_ranking(text[:LOOKED_AT]).items()))
    if best == NOISE and likely > 0.5 and letters >= 20:
        raise _unsupported(name, "is noise, not language")
    latin = sum("a" <= char <= "z" for word in lowered for char in word)
    if not declared and likely < DOUBTFUL and letters >= LONG_ENOUGH and latin > 0.7 * letters:
        raise _unsupported(name, "is in no language that Dateline knows")


def _unsupported(name: str, reason: str) -> Unsupported:
    return Unsupported(name, f"its text {reason}", kind="unsupported")


def _inner_capital(word: str) -> bool:
    """True for tlhIngan; not for isiXhosa, gCorcaigh or McDonald (as SPELLED), nor for NATO."""
    turns = any(a.islower() and b.isupper() for a, b in pairwise(word))
    return turns and SPELLED.fullmatch(word) is None


def _own_script(text: str) -> tuple[str | None, float]:
    counts: Counter[str] = Counter()
    for char, count in Counter(text).items():
        if not char.isalpha():
            continue
        code = ord(char)
        if code < 0x370:
            counts["other"] += count
        elif any(low <= code <= high for low, high in HAN):
            counts["han"] += count
        else:
            owner = next((name for name, low, high in OWN_SCRIPT if low <= code <= high), "other")
            counts[owner] += count
    total = sum(counts.values())
    if not total:
        return None, 0.0
    if counts["han"] + counts["ja"] > 0.3 * total and counts["ja"] >= KANA_SHARE * counts["han"]:
        if counts["ja"]:
            return "ja", (counts["han"] + counts["ja"]) / total
    elif counts["han"] > 0.3 * total and counts["ko"] < 0.1 * total:
        return "zh", counts["han"] / total
    # An ideograph among Hangul is a Korean headline's abbreviation (日, 美).
    counts["ko"] += counts["han"] if counts["ko"] else 0
    owner, count = counts.most_common(1)[0]
    if owner not in ("other", "han") and count > 0.4 * total:
        return owner, count / total
    return None, 0.0


def _ranking(text: str) -> dict[str, float]:
    """Probabilities by language, likeliest first; relatives that are read alike are summed."""
    summed: dict[str, float] = {}
    for label, probability in _identifier().rank(text):
        language = TAKEN_FOR.get(label, label)
        summed[language] = summed.get(language, 0.0) + probability
    return dict(sorted(summed.items(), key=lambda item: (-item[1], item[0])))


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def known_languages() -> frozenset[str]:
    """Return the ISO 639-1 codes that :func:`detect_language` can give."""
    labels = {TAKEN_FOR.get(label, label) for label in _identifier().labels}
    return frozenset({label for label in labels if len(label) == 2} | {s[0] for s in OWN_SCRIPT})


def _code(declared: str | None) -> str | None:
    """The ISO 639-1 part of a declared tag such as "en-GB"; None where it isn't one."""
    if not declared:
        return None
    primary = re.split(r"[-_]", declared.strip().lower())[0]
    primary = TAKEN_FOR.get(primary, primary)
    return primary if re.fullmatch(r"[a-z]{2}", primary) else None
