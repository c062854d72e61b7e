"""A brief in a terminal, by Rich, readable from 80 columns up."""

from __future__ import annotations

from collections.abc import Mapping

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

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

WIDEST = 100  # longer lines are hard to read, however wide the window
_STYLE = {"corroborated": "green", "single": "yellow", "contested": "red", "computed": "cyan"}


def print_brief(
    brief: Brief,
    console: Console,
    *,
    reports: Mapping[str, Report] | None = None,
    citations: bool = False,
) -> None:
    """Print ``brief``. With ``citations`` (and ``reports``) each claim is followed by the
    sentences it stands on, with the ids that ``dateline show`` opens."""
    view = View(brief, reports)
    width = min(console.width, WIDEST)

    def say(text: Text, left: int = 0) -> None:
        # Padding gives a hanging indent; no_wrap off and no markup: source text is shown as is.
        console.print(Padding(text, (0, 0, 0, left), expand=False), width=width, highlight=False)

    say(Text(claim_text(brief.headline, brief.language), style="bold"))
    say(Text(claim_text(brief.gist, brief.language), style="italic"))
    note = count_words(brief) + (f", as of {date_words(brief.as_of)}" if brief.as_of else "")
    say(Text(note, style="dim"))
    for section in brief.sections:
        say(Text(f"\n{section.name}", style="bold"))
        for claim in section.claims:
            say(_claim_line(view, claim), 2)
            if citations:
                _stands_on(view, claim, say)
        if not section.claims:
            say(Text(section.note, style="dim"), 2)
    if brief.differences:
        say(Text("\nWhere the reports differ", style="bold"))
        for difference in brief.differences:
            say(Text(difference.attribute), 2)
            for version in difference.versions:
                cites = "".join(f"[{c.number}]" for c in view.citations(version.spans))
                line = Text.assemble((version.value, "bold"), " ", (cites, "cyan"))
                if (text := view.quoted(version.spans[0])) not in (None, version.value):
                    line.append(f" “{text}”", style="dim")
                say(line, 4)
    if brief.gaps:
        say(Text("\nGaps", style="bold"))
        for gap in brief.gaps:
            say(Text(gap), 2)
    say(Text("\nSources", style="bold"))
    for number, source in enumerate(view.sources, 1):
        line = Text.assemble((f"[{number}] ", "cyan"), outlet_words(source), ", ")
        line.append(f"“{source.title}”" if source.title else "untitled")
        line.append(f", {date_words(source.published)}", style="dim")
        line.append(f" ({view.relation(source)})", style="" if source.of else "green")
        say(line, 2)
        if source.derivation:
            say(Text(f"says of itself: “{source.derivation}”", style="dim"), 6)


def _claim_line(view: View, claim: Claim) -> Text:
    language = view.brief.language
    cites = "".join(f"[{c.number}]" for c in view.citations(claim.spans))
    line = Text(claim_text(claim, language) + " ")
    line.append(cites, style="cyan")
    line.append(f" {agreement_words(claim, language)}", style=_STYLE[claim.agreement])
    return line


def _stands_on(view: View, claim: Claim, say: object) -> None:
    assert callable(say)
    for citation in view.citations(claim.spans):
        text = view.quoted(citation.span)
        line = Text(f"[{citation.number}] {span_id(citation.span)}", style="dim")
        if text is not None:
            line.append(f" “{text}”")
        say(line, 6)
    if words := edit_words(claim):
        say(Text(f"edited: {words}", style="dim"), 6)
