"""Words of a sentence in any of the desk's languages, for overlap and for weights."""

from __future__ import annotations

import re
from functools import lru_cache

_TOKEN = re.compile(
    r"[^\W_]+(?:['’.&-][^\W_]+)*",
)
_CJK = re.compile(r"[぀-ヿ㐀-䶿一-鿿豈-﫿가-힯]")
_CJK_RUN = re.compile(r"[぀-ヿ㐀-䶿一-鿿豈-﫿가-힯]+")


def word_set(text: str) -> frozenset[str]:
    """Read a set of words that is written as running text."""
    return frozenset(text.split())


# Function words of English: they say little of what a sentence is about. Negations, numbers and
# modals are kept out of this list on purpose where meaning hangs on them elsewhere.
STOP = word_set(
    """
    a an the this that these those of in on at by for with from to into over under about
    between among against during before after since until while as and or but nor so than
    then is are was were be been being am do does did done has have had having will would
    shall should can could may might must it its itself he him his himself she her hers
    herself they them their theirs we us our ours i me my you your who whom whose which what
    when where why how there here also just only very more most much many some any each both
    all such other another own same said says say told tells according mr mrs ms dr up out
    off down if not no
    """
)


def is_cjk(text: str) -> bool:
    """True when ``text`` holds a Chinese, Japanese or Korean letter."""
    return _CJK.search(text) is not None


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return a rough common form of an English word: lower case, no plural, no possessive.

    It joins "talks" with "talk" and "Japan's" with "Japan"; it isn't a morphology.
    """
    word = word.lower().replace("’", "'")
    for ending in ("'s", "s'"):
        if word.endswith(ending):
            word = word[: -len(ending)]
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    for ending in ("ing", "ed"):
        root = word[: -len(ending)]
        if len(root) > 3 and word.endswith(ending):
            return root[:-1] if root[-1] == root[-2] and root[-1] not in "ls" else root
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    return word.removesuffix("e") if len(word) > 4 else word


def content(text: str) -> tuple[str, ...]:
    """Return what ``text`` is made of: stems of content words; character pairs of CJK runs."""
    found: list[str] = []
    for match in _TOKEN.finditer(text):
        token = match.group()
        if is_cjk(token):
            for run in _CJK_RUN.findall(token):
                found.extend(run[i : i + 2] for i in range(max(1, len(run) - 1)))
        elif token.lower() not in STOP:
            found.append(stem(token))
    return tuple(found)


@lru_cache(16_384)  # asked again for each pair of sentences that may repeat each other
def length(text: str) -> int:
    """Length in words; a CJK text counts one word for every two characters."""
    cjk = len(_CJK.findall(text))
    return cjk // 2 + len(_TOKEN.findall(_CJK.sub(" ", text)))
