"""Which accented Latin letters a language writes: tells Windows-1250 from Windows-1252.

The letters are those of the exemplar sets of the Unicode CLDR (main and auxiliary letters in
common use), lower case, without a-z.
"""

from __future__ import annotations

from collections import Counter

_ALPHABETS = {
    "ca": "àçèéíïòóúü·", "cs": "áčďéěíňóřšťúůýž", "cy": "âêîôûŵŷ", "da": "åæøéá",
    "de": "äöüßé", "es": "áéíñóúüº¿¡", "et": "äõöüšž", "fi": "äöåšž", "fr": "àâæçéèêëîïôœùûüÿñ",
    "hr": "čćđšž", "hu": "áéíóöőúüű", "is": "áðéíóúýþæö", "it": "àèéìòóùî",
    "lt": "ąčęėįšųūž", "lv": "āčēģīķļņšūž", "nb": "åæøéòô", "nl": "áéëïóöüèê",
    "pl": "ąćęłńóśźż", "pt": "áàâãçéêíóôõúü", "ro": "ăâîșțşţ", "sk": "áäčďéíĺľňóôŕšťúýž",
    "sl": "čšž", "sq": "çë", "sv": "åäöé", "tr": "çğıöşüâîûi̇",
}  # fmt: skip
_SETS = [frozenset(letters) for letters in _ALPHABETS.values()]


def one_language(counts: Counter[str]) -> float:
    """Return the share of the accented Latin letters that the best fitting language writes.

    ``counts`` are of non-ASCII characters; text without such letters, and Vietnamese, whose
    charset is its own, give 1.
    """
    accented: Counter[str] = Counter()
    for letter, count in counts.items():
        if "\u00c0" <= letter < "\u0250" and letter.isalpha():
            accented[letter.lower()] += count
    total = accented.total()
    if not total:
        return 1.0
    return max(sum(accented[letter] for letter in letters) for letters in _SETS) / total
