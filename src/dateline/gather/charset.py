"""Bytes to text: byte order mark, what is declared, UTF-8, then a detector, in that order."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from dateline.errors import ReadError
from dateline.gather.plausible import plausibility
from dateline.gather.sniff import utf16_without_bom

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What the web means by a label (WHATWG Encoding Standard) where Python means something narrower.
_WEB_LABELS = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874",
    "tis-620": "cp874", "gb2312": "gb18030", "gbk": "gb18030", "euc_kr": "cp949",
    "shift_jis": "cp932", "big5": "big5hkscs",
}  # fmt: skip
# Codecs of Python that are no character sets of text: "rot13", "unicode_escape", "zlib", ...
_CHARSET = re.compile(
    r"utf-?(8|16|32)|iso|latin|cp\d|euc|gb|big5|shift|koi8|mac|tis|ascii|johab|hz|ptcp|kz"
)
_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?encoding\s{0,5}=\s{0,5}["']([\w.:-]{1,40})"""
    rb"""|<meta[^>]{0,300}?charset\s{0,5}=\s{0,5}["']?\s{0,5}([\w.:-]{1,40})""",
    re.IGNORECASE,
)
# Korean first: hangul reads as common ideographs in the others, which never read as hangul.
_ASIAN = ("cp949", "cp932", "euc_jp", "gb18030", "big5hkscs")
_LATIN = ("cp1252", "cp1250", "iso8859_2", "cp1254", "cp1257")
_SAMPLE = 1 << 16  # bytes that are weighed between charsets
_CLEARLY = 0.15  # by which another decoding must be more plausible than the declared one
_ENOUGH = 0.8  # plausibility that a detected charset must reach
_FEW = 0.01  # share of damaged characters up to which a text is still in its charset
_SOME = 0.25  # the same for UTF-8, whose sound sequences hardly come about by accident


def decode(content: bytes, name: str, declared: str | None = None, *, markup: bool = False) -> str:
    """Decode ``content``, which people call ``name``, to text with ``\\n`` line ends.

    ``declared`` is what the carrier says of it; in ``markup`` a declaration within is read
    too. A declaration is kept unless it is impossible or another charset gives a clearly more
    plausible text. Raises ReadError of kind *charset* when nothing gives text.
    """
    text = _decoded(content, declared, markup)
    if text is None:
        raise ReadError(name, "is in no character set that Dateline can tell", kind="charset")
    text = text.removeprefix("\ufeff").replace("\x00", "")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(content: bytes, declared: str | None, markup: bool) -> str | None:
    for mark, codec in _BOMS:
        if content.startswith(mark):
            return _mended(content, codec, _FEW)
    named = [codec_name(declared), declared_within(content) if markup else None]
    if b"\x1b$" in content:  # ISO 2022 is made of ASCII bytes: to UTF-8 it would look sound
        for codec in ("iso2022_jp_ext", "iso2022_kr"):
            if (text := _strict(content, codec)) is not None:
                return text
    utf16 = utf16_without_bom(content)
    if utf16:
        return _mended(content, utf16, _FEW)
    # Text in another charset is valid UTF-8 by accident only when it is a few characters long.
    text = _strict(content, "utf-8")
    if text is not None:
        return text
    mended = _mended(content, "utf-8", _SOME)
    if mended is not None:
        return mended
    return _legacy(content, [codec for codec in named if codec and codec != "utf-8"])


def _legacy(content: bytes, declared: list[str]) -> str | None:
    """Decode with the most plausible of the declared, common and detected charsets."""
    sample = content[:_SAMPLE]
    stated = next((codec for codec in declared if _strict(content, codec) is not None), None)
    stated_score = _score(sample, stated) if stated else -1.0
    best, best_score = stated, stated_score
    for codec in (*_ASIAN, *_LATIN, _detected(sample)):
        if codec is None or codec == stated:
            continue
        score = _score(sample, codec)
        if score > best_score and _strict(content, codec) is not None:
            best, best_score = codec, score
    if stated and best != stated and best_score < stated_score + _CLEARLY:
        best, best_score = stated, stated_score
    if best is None or (best != stated and best_score < _ENOUGH):
        mended = (_mended(content, codec, _FEW) for codec in declared)
        return next((text for text in mended if text is not None), None)
    return _strict(content, best)


def codec_name(label: str | None) -> str | None:
    """Return Python's name of the charset that the web calls ``label``, or None."""
    if not label or len(label) > 40:
        return None
    try:
        name = codecs.lookup(label.strip().strip("\"'")).name
    except (LookupError, ValueError):
        return None
    return _WEB_LABELS.get(name, name) if _CHARSET.match(name) else None


def declared_within(content: bytes) -> str | None:
    """Return the charset that a page or XML file declares in its first 4 KiB."""
    found = _DECLARED.search(content[:4096])
    if not found:
        return None
    codec = codec_name((found[1] or found[2]).decode("ascii", "replace"))
    # a declaration that could be read as ASCII bytes is not in UTF-16, whatever it says
    return None if codec and codec.startswith(("utf-16", "utf-32")) else codec


def _strict(content: bytes, codec: str) -> str | None:
    try:
        return content.decode(codec)
    except (UnicodeError, LookupError):
        return None


def _mended(content: bytes, codec: str, share: float) -> str | None:
    """Decode with U+FFFD for damage, where at most ``share`` of what is not ASCII is damaged."""
    try:
        text = content.decode(codec, "replace")
    except (UnicodeError, LookupError):
        return None
    foreign = len(text) - len(text.encode("ascii", "ignore"))
    return text if text.count("\ufffd") <= foreign * share else None


def _score(sample: bytes, codec: str) -> float:
    # a sample may end inside a character: its last few bytes are left to the incremental decoder
    decoder = codecs.getincrementaldecoder(codec)("strict")
    try:
        return plausibility(decoder.decode(sample), codec)
    except (UnicodeError, LookupError):
        return -1.0


def _detected(sample: bytes) -> str | None:
    best = from_bytes(sample[: _SAMPLE // 4], enable_fallback=False).best()
    return best.encoding if best else None
