"""A brief as Markdown."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dateline.records import Brief, Claim, Report
from dateline.serve.render.view import (
    View,
    agreement_words,
    claim_text,
    count_words,
    date_words,
    edit_words,
    outlet_words,
    span_id,
)

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#])")


def to_markdown(brief: Brief, reports: Mapping[str, Report] | None = None) -> str:
    """Return ``brief`` as Markdown with numbered citations and, with ``reports``, the quoted
    source sentences."""
    view = View(brief, reports)
    out = [f"# {escape(claim_text(brief.headline, brief.language))}", ""]
    out += [f"*{escape(claim_text(brief.gist, brief.language))}* {_cites(view, brief.gist)}", ""]
    out += [f"{count_words(brief)}.{_as_of(brief)}", ""]
    for section in brief.sections:
        out += [f"## {section.name}", ""]
        out += [_claim(view, claim) for claim in section.claims]
        if not section.claims:
            out.append(f"*{escape(section.note)}*")
        out.append("")
    if brief.differences:
        out += ["## Where the reports differ", ""]
        for difference in brief.differences:
            out.append(f"- **{escape(difference.attribute)}**")
            for version in difference.versions:
                cites = " ".join(f"[{c.number}]" for c in view.citations(version.spans))
                text = view.quoted(version.spans[0])
                said = f": “{escape(text)}”" if text and text != version.value else ""
                out.append(f"  - {escape(version.value)} {cites}{said}")
        out.append("")
    if brief.gaps:
        out += ["## Gaps", "", *(f"- {escape(gap)}" for gap in brief.gaps), ""]
    out += ["## Sources", ""]
    for number, source in enumerate(view.sources, 1):
        title = f"“{escape(source.title)}”" if source.title else "untitled"
        link = f"[{title}](<{_address(source.url)}>)" if source.url else title
        line = f"{number}. {escape(outlet_words(source))}, {link}, {date_words(source.published)}"
        line += f" ({escape(view.relation(source))})"
        if source.derivation:
            line += f". It says: “{escape(source.derivation)}”"
        out.append(line)
    if reports:
        out += ["", "## Source sentences", "", *_sentences(view)]
    return "\n".join(out).rstrip() + "\n"


def escape(text: str) -> str:
    """Make ``text`` plain in Markdown: one line, nothing in it read as markup."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _address(url: str) -> str:
    return re.sub(r"[<>\s\\]", lambda m: f"%{ord(m.group()):02X}", url)


def _as_of(brief: Brief) -> str:
    return f" As of {date_words(brief.as_of)}." if brief.as_of else ""


def _cites(view: View, claim: Claim) -> str:
    return " ".join(f"[{c.number}]" for c in view.citations(claim.spans))


def _claim(view: View, claim: Claim) -> str:
    language = view.brief.language
    text = escape(claim_text(claim, language))
    return f"- {text} {_cites(view, claim)} *({agreement_words(claim, language)})*"


def _sentences(view: View) -> list[str]:
    """Every cited sentence as it stands in its report, with the id that opens it."""
    out = []
    seen = set()
    for claim in view.claims():
        for citation in view.citations(claim.spans):
            key = span_id(citation.span)
            text = view.quoted(citation.span)
            if key in seen or text is None:
                continue
            seen.add(key)
            note = edit_words(claim) if citation.span == claim.spans[0] else ""
            edited = f" (edited: {escape(note)})" if note else ""
            out.append(f"- [{citation.number}] “{escape(text)}” `{key}`{edited}")
    return out
