"""Which script a text is written in, as far as layout needs it."""

from __future__ import annotations

import re

# Scripts written without spaces between words: Han, kana, full-width forms and CJK punctuation.
_UNSPACED = re.compile(
    "[\u2e80-\u2fdf\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff60]"
)
_CJK = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff]")


def is_cjk(text: str) -> bool:
    """True when at least a third of the characters are Han, kana or Hangul."""
    return len(_CJK.findall(text)) * 3 >= len(text) > 0


def unspaced(character: str) -> bool:
    """True for a character of a script that puts no space between words."""
    return bool(_UNSPACED.match(character))


def join(lines: list[str]) -> str:
    """Join the hard-wrapped lines of one paragraph: with a space only where the script has them."""
    text = ""
    for line in (part.strip() for part in lines):
        if not line:
            continue
        if not text or (unspaced(text[-1]) and unspaced(line[0])):
            text += line
        elif text[-1] == "-" and len(text) > 1 and text[-2].isalpha() and line[0].islower():
            text += line  # broken after a hyphen
        else:
            text += " " + line
    return text
