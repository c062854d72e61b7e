"""Bytes to text, and text to its stored form: decoded, NFC, without invisible characters."""

from __future__ import annotations

import codecs
import re
import unicodedata

import charset_normalizer

from dateline.errors import ReadError

# The largest item that is read; a long feature is 0.2 MB of text, a heavy page 5 MB.
MAX_BYTES = 16_000_000

# What browsers decode under these labels (WHATWG Encoding Standard): supersets of what is named.
_SUPERSETS = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso8859-9": "cp1254",
    "big5": "big5hkscs",
}
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META_CHARSET = re.compile(rb"""charset\s{0,4}=\s{0,4}["']?\s{0,4}([\w.:-]{2,40})""", re.I)
# Of the bytes of a text that calls itself UTF-8, this share may be broken before it isn't.
_BROKEN_SHARE = 0.01

# Zero-width spaces and joiners, soft hyphens, word joiners, byte order marks, bidirectional
# marks, embeddings, overrides and isolates, interlinear and tag characters, and the controls
# that are no white space. They carry no words and can hide or reorder them.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e"
    "\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb"
    "\U000e0000-\U000e0fff]"
)
# The zero-width (non-)joiner is spelling in Persian, Urdu and India's scripts, noise elsewhere.
_JOINER = re.compile("(?<![\u0600-\u0fff\u1000-\u109f\u1780-\u17ff])[\u200c\u200d]+")
_SPACES = re.compile("[ \t\x0b\x0c\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_BREAKS = re.compile("\r\n?|\x85|\u2028|\u2029")


def decode(content: bytes, name: str, *, charset: str | None = None, html: bool = False) -> str:
    """Decode an item's bytes.

    In order: byte order mark; UTF-8 if the bytes are that (other texts practically never are);
    the charset of the carrier or of the page itself; UTF-8 with a few broken bytes; a guess.
    Raises ReadError of kind *empty*, *too-large*, *binary* or *charset*.
    """
    if not content.strip():
        raise ReadError(name, "the item is empty", kind="empty")
    if len(content) > MAX_BYTES:
        size = len(content) // 1_000_000
        raise ReadError(
            name, f"{size} MB is over the limit of {MAX_BYTES // 1_000_000} MB", kind="too-large"
        )
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace")
    if b"\x00" in content[:65536]:
        raise ReadError(name, "the item is binary, not text", kind="binary")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    declared = _known(charset)
    found = _META_CHARSET.search(content[:4096]) if html else None
    for stated in (declared, _known(found[1].decode("ascii")) if found else None):
        if stated is None or stated == "utf-8":
            continue
        try:
            return content.decode(stated)
        except UnicodeDecodeError:
            continue
    return _guess(content, name)


def _guess(content: bytes, name: str) -> str:
    text = content.decode("utf-8", "replace")
    if text.count("\ufffd") <= _BROKEN_SHARE * len(text):
        return text
    best = charset_normalizer.from_bytes(content[:32768], steps=5, chunk_size=512).best()
    if best is None:
        raise ReadError(
            name, "its charset is neither declared nor recognisable; save it as UTF-8",
            kind="charset",
        )  # fmt: skip
    return content.decode(_SUPERSETS.get(best.encoding, best.encoding), "replace")


def _known(charset: str | None) -> str | None:
    if not charset:
        return None
    try:
        name = codecs.lookup(charset.strip()).name
    except (LookupError, ValueError):
        return None
    # Python's registry also holds codecs that are no charsets (zip, rot13): not text to text.
    if name in ("rot13", "punycode", "idna", "unicode_escape", "raw_unicode_escape", "undefined"):
        return None
    if name in ("zlib", "bz2", "hex", "base64", "uu", "quopri"):
        return None
    return _SUPERSETS.get(name, name)


def clean(text: str) -> str:
    """Return ``text`` as stored: NFC, no invisible characters, plain spaces, ``\\n`` breaks."""
    text = _BREAKS.sub("\n", text)
    text = _INVISIBLE.sub("", text)
    text = _JOINER.sub("", text)
    # Lone surrogates can't be stored; the replacement character shows that something stood there.
    text = text.encode("utf-8", "replace").decode("utf-8")
    return unicodedata.normalize("NFC", _SPACES.sub(" ", text))


def line(text: str | None, limit: int = 1000) -> str:
    """Return ``text`` as one clean line of at most ``limit`` characters; "" for None."""
    return " ".join(clean(text[: limit * 4]).split())[:limit].strip() if text else ""
