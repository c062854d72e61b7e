"""A brief as PDF, set by Typst: tagged for screen readers (PDF/UA-1), fonts inside."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import urlsplit

from dateline.errors import ConfigError
from dateline.records import Brief, Claim, Report, Source, Span
from dateline.serve.render.view import (
    View,
    agreement_words,
    claim_text,
    count_words,
    date_words,
    outlet_words,
    span_id,
)

if TYPE_CHECKING:
    import typst

TEMPLATE = Path(__file__).with_name("brief.typ")
# Typst brings the first one along. The others are taken where the system has them.
FONTS = ("Libertinus Serif",)
_EAST_ASIAN = {"ja": "JP", "ko": "KR", "zh": "SC"}
_NO_GLYPH = re.compile(r"the text `\"(.*?)\"` could not be displayed", re.DOTALL)


def to_pdf(
    brief: Brief, reports: Mapping[str, Report] | None = None, fonts: Sequence[str] = ()
) -> bytes:
    """Return ``brief`` as PDF; with ``reports`` the source sentences are quoted.

    ``fonts`` are folders with further fonts. Latin, Greek and Cyrillic letters always show.
    Where no font on this machine has a letter (Japanese, Korean, Chinese and others need one,
    say Noto Serif CJK), the page says so. The same brief and fonts give the same bytes. Raises
    ConfigError where Typst isn't installed.
    """
    try:
        import typst
    except ImportError:
        raise ConfigError(
            "PDF needs typst: pip install 'dateline[pdf]', or take html and print that"
        ) from None
    known = _fonts(tuple(str(folder) for folder in fonts))
    data = _data(brief, reports, _families(known, brief.language))

    def compiled(standard: Literal["ua-1"] | None) -> bytes:
        return typst.compile(
            str(TEMPLATE),
            root=str(TEMPLATE.parent),
            font_paths=known,
            format="pdf",
            sys_inputs={"brief": json.dumps(data, ensure_ascii=False)},
            pdf_standards=standard,
        )

    try:
        return compiled("ua-1")
    except typst.TypstError as error:
        missing = _NO_GLYPH.search(str(error))
        if missing is None:
            raise
        data["note"] = (
            "Some characters are missing on these pages: no font on the machine that made them "
            f"has, for one, U+{ord(missing[1][0]):04X}. Noto Serif CJK has most of East Asia's."
        )
        return compiled(None)


@functools.lru_cache(maxsize=4)
def _fonts(folders: tuple[str, ...]) -> typst.Fonts:
    """The fonts of this machine and of ``folders``; looking for them takes most of the time."""
    import typst

    return typst.Fonts(font_paths=list(folders))


def _families(known: typst.Fonts, language: str) -> tuple[str, ...]:
    """The fonts to set in, in order: those that there are, the language's own letters first."""
    families = set(known.families())
    own = _EAST_ASIAN.get(language, "JP")
    regions = dict.fromkeys((own, *_EAST_ASIAN.values()))
    wished = [f"Noto {style} CJK {region}" for style in ("Serif", "Sans") for region in regions]
    return (*FONTS, *(name for name in wished if name in families))


def _data(
    brief: Brief, reports: Mapping[str, Report] | None, fonts: Sequence[str]
) -> dict[str, Any]:
    view = View(brief, reports)
    as_of = f" As of {date_words(brief.as_of)}." if brief.as_of else ""
    return {
        "language": brief.language,
        "fonts": list(fonts),
        "title": claim_text(brief.headline, brief.language),
        "title_language": brief.headline.language,
        "gist": _claim(view, brief.gist),
        "about": f"{count_words(brief)}.{as_of}",
        "note": "",
        "sections": [
            {
                "name": section.name,
                "note": section.note,
                "claims": [_claim(view, claim) for claim in section.claims],
            }
            for section in brief.sections
        ],
        "differences": [
            {
                "attribute": difference.attribute,
                "versions": [
                    {"value": version.value, "cites": _numbers(view, version.spans)}
                    for version in difference.versions
                ],
            }
            for difference in brief.differences
        ],
        "gaps": list(brief.gaps),
        "sources": [
            {"number": number, "line": _source(view, source), "url": _web(source.url)}
            for number, source in enumerate(view.sources, 1)
        ],
        "sentences": _sentences(view),
        "words": {
            "differences": "Where the reports differ",
            "gaps": "Gaps",
            "sources": "Sources",
            "sentences": "Source sentences",
        },
    }


def _claim(view: View, claim: Claim) -> dict[str, Any]:
    language = view.brief.language
    return {
        "text": claim_text(claim, language),
        "language": claim.language,
        "agreement": claim.agreement,
        "agrees": agreement_words(claim, language),
        "cites": _numbers(view, claim.spans),
    }


def _numbers(view: View, spans: Sequence[Span]) -> list[int]:
    numbers = (cited.number for cited in view.citations(tuple(spans)))
    return [number for number in dict.fromkeys(numbers) if number]


def _source(view: View, source: Source) -> str:
    title = f"“{source.title}”" if source.title else "untitled"
    line = f"{outlet_words(source)}, {title}, {date_words(source.published)}"
    line += f" ({view.relation(source)})."
    return line + (f" It says: “{source.derivation}”" if source.derivation else "")


def _web(url: str | None) -> str:
    return url if url and urlsplit(url).scheme in ("http", "https") else ""


def _sentences(view: View) -> list[dict[str, Any]]:
    """Every cited sentence as it stands in its report, with the citation that opens it."""
    spans = dict.fromkeys(
        cited.span for claim in view.claims() for cited in view.citations(claim.spans)
    )
    return [
        {"number": view.number[span.report], "text": text, "cite": span_id(span)}
        for span in spans
        if (text := view.quoted(span)) is not None and span.report in view.number
    ]
