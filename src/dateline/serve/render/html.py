"""A brief as one HTML page that needs nothing else: no script, no outside request."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from urllib.parse import urlsplit

from dateline.records import Brief, Claim, Report, Source, Span
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

STYLE = """
:root{color-scheme:light dark;--ink:#1b1b1b;--soft:#595959;--paper:#fdfdfb;--line:#d9d9d4;
--link:#0b57a4;--two:#1d6b35;--one:#7a5200;--no:#a3201d}
@media(prefers-color-scheme:dark){:root{--ink:#e9e9e6;--soft:#a9a9a5;--paper:#161616;
--line:#3a3a38;--link:#8ab8ee;--two:#7fcf97;--one:#e2b458;--no:#f08f8b}}
body{margin:0 auto;max-width:44rem;padding:1.5rem 1rem 4rem;background:var(--paper);
color:var(--ink);font:1rem/1.55 Georgia,"Noto Serif CJK JP",serif}
h1{font-size:1.7rem;line-height:1.25;margin:.2rem 0}h2{font-size:1.15rem;margin:1.8rem 0 .4rem;
border-bottom:1px solid var(--line)}
.gist{font-size:1.1rem;font-style:italic}.meta,.note,.says,.edits{color:var(--soft);font-size:.88rem}
ul,ol{padding-left:1.3rem}li{margin:.45rem 0}a{color:var(--link)}
.cite{text-decoration:none;font-size:.8rem;vertical-align:.25em}
.agree{font-size:.82rem;white-space:nowrap}.corroborated{color:var(--two)}.single{color:var(--one)}
.contested{color:var(--no)}blockquote{margin:.2rem 0;padding-left:.8rem;
border-left:3px solid var(--line)}code{font-size:.78rem;color:var(--soft);word-break:break-all}
table{border-collapse:collapse}td{padding:.2rem .8rem .2rem 0;vertical-align:top}
:target{background:color-mix(in srgb,var(--link) 18%,transparent)}
""".strip()


def to_html(brief: Brief, reports: Mapping[str, Report] | None = None) -> str:
    """Return ``brief`` as an HTML page. Each citation links to its source sentence below,
    or to the source where ``reports`` doesn't hold the report. All text is escaped."""
    view = View(brief, reports)
    title = claim_text(brief.headline, brief.language)
    as_of = f" As of {date_words(brief.as_of)}." if brief.as_of else ""
    out = [
        "<!doctype html>",
        f'<html lang="{escape(brief.language)}"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width,initial-scale=1">',
        # No policy could be stricter: styles of this page alone, nothing fetched, nothing run.
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        f"<title>{escape(title)}</title><style>{STYLE}</style></head><body><main>",
        f"<h1{_lang(brief.headline, brief)}>{escape(title)}</h1>",
        f'<p class="gist"{_lang(brief.gist, brief)}>'
        f"{escape(claim_text(brief.gist, brief.language))} {_cites(view, brief.gist.spans)}</p>",
        f'<p class="meta">{escape(count_words(brief))}.{escape(as_of)}</p>',
    ]
    for section in brief.sections:
        out.append(f"<section><h2>{escape(section.name)}</h2>")
        if section.claims:
            out += ["<ul>", *(_claim(view, claim) for claim in section.claims), "</ul>"]
        else:
            out.append(f'<p class="note">{escape(section.note)}</p>')
        out.append("</section>")
    out += _differences(view)
    if brief.gaps:
        items = "".join(f"<li>{escape(gap)}</li>" for gap in brief.gaps)
        out.append(f"<section><h2>Gaps</h2><ul>{items}</ul></section>")
    out.append("<section><h2>Sources</h2><ol>")
    out += [_source(view, number, source) for number, source in enumerate(view.sources, 1)]
    out.append("</ol></section>")
    out += _sentences(view)
    out.append("</main></body></html>")
    return "\n".join(out) + "\n"


def anchor(span: Span) -> str:
    """The page's own id of a source sentence."""
    return f"s-{span_id(span).replace(':', '-')}"


def _lang(claim: Claim, brief: Brief) -> str:
    return "" if claim.language == brief.language else f' lang="{escape(claim.language)}"'


def _cites(view: View, spans: tuple[Span, ...]) -> str:
    links = []
    for citation in view.citations(spans):
        known = view.quoted(citation.span) is not None
        target = anchor(citation.span) if known else f"source-{citation.number}"
        links.append(f'<a class="cite" href="#{escape(target)}">[{citation.number}]</a>')
    return "".join(links)


def _claim(view: View, claim: Claim) -> str:
    language = view.brief.language
    words = escape(agreement_words(claim, language))
    return (
        f"<li><span{_lang(claim, view.brief)}>{escape(claim_text(claim, language))}</span> "
        f'{_cites(view, claim.spans)} <span class="agree {claim.agreement}">{words}</span></li>'
    )


def _differences(view: View) -> list[str]:
    if not view.brief.differences:
        return []
    rows = []
    for difference in view.brief.differences:
        cells = "".join(
            f"<td>{escape(version.value)} {_cites(view, version.spans)}</td>"
            for version in difference.versions
        )
        rows.append(f"<tr><td>{escape(difference.attribute)}</td>{cells}</tr>")
    table = "".join(rows)
    return [f"<section><h2>Where the reports differ</h2><table>{table}</table></section>"]


def _source(view: View, number: int, source: Source) -> str:
    title = f"“{escape(source.title)}”" if source.title else "untitled"
    # Only web addresses become links: a report's address is not ours to trust.
    if source.url and urlsplit(source.url).scheme in ("http", "https"):
        title = f'<a href="{escape(source.url)}" rel="noopener noreferrer">{title}</a>'
    line = f'<li id="source-{number}">{escape(outlet_words(source))}, {title}, '
    line += f"{escape(date_words(source.published))} ({escape(view.relation(source))})"
    if source.derivation:
        line += f'<br><span class="says">It says: “{escape(source.derivation)}”</span>'
    return line + "</li>"


def _sentences(view: View) -> list[str]:
    """Every cited sentence as it stands in its report, with the id that opens it."""
    listed: dict[Span, str] = {}
    for claim in view.claims():
        for citation in view.citations(claim.spans):
            first = citation.span == claim.spans[0]
            if first or citation.span not in listed:
                note = edit_words(claim) if first else ""
                listed[citation.span] = note or listed.get(citation.span, "")
    for difference in view.brief.differences:
        for version in difference.versions:
            for citation in view.citations(version.spans):
                listed.setdefault(citation.span, "")
    out = []
    for span, note in listed.items():
        text = view.quoted(span)
        if text is None:
            continue
        number = view.number.get(span.report, 0)
        edits = f'<br><span class="edits">Edited: {escape(note)}</span>' if note else ""
        out.append(
            f'<li id="{escape(anchor(span))}"><blockquote>{escape(text)}</blockquote>'
            f'<a href="#source-{number}">[{number}]</a> '
            f"<code>{escape(span_id(span))}</code>{edits}</li>"
        )
    if not out:
        return []
    return ["<section><h2>Source sentences</h2><ul>", *out, "</ul></section>"]
