"""JSON objects as other people's clients write them: told by their keys, read into facts.

=================  =====================================================================
news-please        ``maintext`` (or ``text``), ``date_publish``, ``source_domain``
fundus             ``body`` with ``summary`` and ``sections``, ``publishing_date``
Event Registry     ``body``, ``dateTimePub``, ``source`` with ``title`` (newsapi.ai)
ninjs              see :mod:`dateline.gather.archives.ninjs`
=================  =====================================================================
"""

from __future__ import annotations

from collections.abc import Mapping

from dateline.gather.archives.entry import Entry
from dateline.gather.archives.ninjs import is_ninjs, ninjs_entry
from dateline.gather.item import one_line

# ISO 639-3 codes, which Event Registry writes, of the languages that it covers.
_SHORT = {
    "eng": "en", "deu": "de", "spa": "es", "fra": "fr", "ita": "it", "por": "pt", "zho": "zh",
    "jpn": "ja", "kor": "ko", "rus": "ru", "ukr": "uk", "pol": "pl", "ces": "cs", "slk": "sk",
    "slv": "sl", "hrv": "hr", "srp": "sr", "bos": "bs", "mkd": "mk", "bul": "bg", "ron": "ro",
    "hun": "hu", "ell": "el", "tur": "tr", "ara": "ar", "fas": "fa", "heb": "he", "hin": "hi",
    "urd": "ur", "ben": "bn", "tam": "ta", "tel": "te", "ind": "id", "msa": "ms", "vie": "vi",
    "tha": "th", "nld": "nl", "swe": "sv", "nor": "no", "dan": "da", "fin": "fi", "est": "et",
    "lav": "lv", "lit": "lt", "cat": "ca", "eus": "eu", "glg": "gl", "kat": "ka", "hye": "hy",
    "aze": "az", "kaz": "kk", "sqi": "sq", "swa": "sw", "tgl": "tl", "afr": "af",
}  # fmt: skip


def read_dialect(value: Mapping[str, object]) -> Entry | None:
    """Read an object of a known dialect; None where it is of none."""
    if is_ninjs(value):
        return ninjs_entry(value)
    if "date_publish" in value and ("maintext" in value or "source_domain" in value):
        return _news_please(value)
    if "dateTimePub" in value or ("dateTime" in value and "uri" in value and "body" in value):
        return _event_registry(value)
    if "publishing_date" in value and ("body" in value or "plaintext" in value):
        return _fundus(value)
    return None


def _news_please(value: Mapping[str, object]) -> Entry:
    return Entry(
        facts={
            "title": value.get("title"),
            "authors": value.get("authors"),
            "outlet": value.get("source_domain"),
            "published": value.get("date_publish"),
            "updated": value.get("date_modify"),
            "language": value.get("language"),
            "url": value.get("url"),
        },
        text=_text(value.get("maintext")) or _text(value.get("text")),
    )


def _event_registry(value: Mapping[str, object]) -> Entry:
    source = _object(value.get("source"))
    authors = value.get("authors")
    names = [_object(one).get("name") for one in authors] if isinstance(authors, list) else []
    language = one_line(value.get("lang")) or ""
    return Entry(
        facts={
            "id": value.get("uri"),
            "title": value.get("title"),
            "authors": names,
            "outlet": source.get("title") or source.get("uri"),
            "published": value.get("dateTimePub") or value.get("dateTime"),
            "language": _SHORT.get(language, language),
            "url": value.get("url"),
        },
        text=_text(value.get("body")),
    )


def _fundus(value: Mapping[str, object]) -> Entry:
    page = _object(value.get("html"))
    source = _object(page.get("source_info"))
    return Entry(
        facts={
            "title": value.get("title"),
            "authors": value.get("authors"),
            "outlet": value.get("publisher") or source.get("publisher"),
            "published": value.get("publishing_date"),
            "language": value.get("lang"),
            "url": value.get("url") or page.get("responded_url") or page.get("requested_url"),
        },
        text=_fundus_body(value.get("body")) or _text(value.get("plaintext")),
    )


def _fundus_body(body: object) -> str:
    """Join summary, headings and paragraphs, each a paragraph."""
    parts = _strings(_object(body).get("summary"))
    sections = _object(body).get("sections")
    for section in sections if isinstance(sections, list) else ():
        parts += _strings(_object(section).get("headline"))
        parts += _strings(_object(section).get("paragraphs"))
    return "\n\n".join(part for part in parts if part.strip())


def _strings(value: object) -> list[str]:
    listed = value if isinstance(value, list) else [value]
    return [part for part in listed if isinstance(part, str)]


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _object(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}
