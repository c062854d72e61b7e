"""write_brief: from a story's reports to four sections of cited claims."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from dateline.brief.align import align
from dateline.brief.computed import closed, computed_claims, expected, without_told
from dateline.brief.differences import find_differences
from dateline.brief.edit import apply, edits_for, shortened
from dateline.brief.facts import Fact, gather_facts
from dateline.brief.gaps import find_gaps, unanswered
from dateline.brief.headline import agreement_of, choose_headline, gist_line
from dateline.brief.lines import Line, read_lines
from dateline.brief.order import in_reading_order
from dateline.brief.record import Record
from dateline.brief.select import Chosen, Emptiness, Length, select
from dateline.brief.sources import cited_sources, list_sources
from dateline.brief.trim import trim
from dateline.brief.wording import stands_alone
from dateline.brief.words import content
from dateline.engines import Engines
from dateline.errors import Unsupported
from dateline.records import (
    Brief,
    Claim,
    Copy,
    Difference,
    Edit,
    Made,
    Reading,
    Report,
    Section,
    SectionName,
    Span,
    Story,
    When,
    content_id,
)
from dateline.records.codec import to_json
from dateline.records.origins import Origins

STAGE, VERSION = "brief", 4

# What an empty section says, by why it is empty.
EMPTY: Mapping[SectionName, Mapping[Emptiness, str]] = {
    "What's happening": {
        "none": "No report holds a sentence that tells the event.",
        "leaning": "No sentence of the reports tells the event and can be read alone.",
        "past": "The reports speak only of what was to come, and its time has passed.",
    },
    "Why it's important": {
        "none": "No report says why it matters.",
        "leaning": "What the reports say of why it matters is told above or can't be read alone.",
        "past": "What the reports say of why it matters looks forward to what is over.",
    },
    "What's next": {
        "none": "No report says what comes next.",
        "leaning": "What the reports say of what comes next is told above or can't be read alone.",
        "past": "The reports look forward only to what was due before this brief.",
    },
    "Beyond the headlines": {
        "none": "No report gives background.",
        "leaning": "What the reports give as background is told above or can't be read alone.",
        "past": "What the reports give as background looks forward to what is over.",
    },
}
_LANGUAGE = {"en": "English", "ja": "Japanese", "ko": "Korean", "zh": "Chinese"}


def write_brief(
    story: Story,
    reports: Mapping[str, Report],
    readings: Mapping[str, Reading],
    copies: Sequence[Copy],
    *,
    engines: Engines | None = None,
    as_of: datetime | None = None,
    language: str = "en",
    length: Length = "short",
    record: Record | None = None,
) -> Brief:
    """Write the brief of ``story``: extractive, every claim a source sentence with its edits.

    ``reports`` and ``readings`` are keyed by report id and may hold more than the story.
    ``as_of`` leaves out reports published (or, undated, retrieved) after it, and decides what
    is still to come; None means as of the newest report. ``language`` is the reader's:
    sentences in it are preferred, and what only others hold is quoted in the original.
    ``record`` is what the desk holds beside the story's reports: computed statements are taken
    from it, and what it knows to be settled or past due is not told as next.
    Pure and deterministic. Raises Unsupported when no report of the story can be used.
    """
    order = _members(story, reports, readings, as_of)
    if not order:
        raise Unsupported(story.id, "no report of the story can be read as of that time")
    origins = Origins(order, copies)
    superseded = {edge.of for edge in origins.edges.values() if edge.kind == "edited"}
    current = tuple(report for report in order if report not in superseded)
    lines = read_lines(reports, readings, current, origins, engines)
    alignment = align(lines)
    facts = gather_facts(lines, alignment)
    now = as_of or max((r.published for i in order if (r := reports[i]).published), default=None)
    differences = find_differences(lines, alignment, language, readings)
    held = (record or Record()).as_of(as_of, {one: reports[one] for one in order})
    computed = computed_claims(story.id, held, origins, now, language)
    selection = select(
        facts, alignment, reports=reports, readings=readings, language=language, size=length,
        now=now, differences=differences, closed=closed(held, now),
        expected=expected(held, now),
    )  # fmt: skip

    told: list[frozenset[str]] = []  # the words of each sentence told so far, in reading order

    def claim(chosen: Chosen) -> Claim:
        return _claim(chosen.fact, chosen.line, reports, readings, differences, language, told)

    extracted: dict[SectionName, list[Claim]] = {}
    for name, chosen in selection.sections.items():
        extracted[name] = []
        for one in in_reading_order(chosen, by_time=name == "What's happening"):
            extracted[name].append(claim(one))
            told.append(frozenset(content(extracted[name][-1].text)))
    computed = without_told(computed, [c for claims in extracted.values() for c in claims])
    told.clear()  # the gist and the headline stand alone
    sections = []
    for name in selection.sections:
        claims = (*extracted[name], *(c for section, c in computed if section == name))
        note = "" if claims else EMPTY[name][selection.why_empty[name]]
        sections.append(Section(name=name, claims=claims, note=note))
    lead = next((c for group in selection.sections.values() for c in group), None)
    headline = choose_headline(
        order, reports, readings, origins, facts, lead.fact if lead else None, language
    )
    gist = _nothing(order, reports)
    if lead is not None:
        gist = _gist(lead, claim, reports, readings, cut=headline is not None)
        headline = headline or shortened(claim(lead), lead.line.text)
    every = [c for group in selection.sections.values() for c in group]
    independent = origins.count(order)
    made = Made(stage=STAGE, version=VERSION, engine="extract")
    parts = (
        story.id, story.version, language, length, to_json(as_of) if as_of else "", made.version,
        "".join(to_json(section) for section in sections),
        to_json(list(differences)), ",".join(order), held.key if record else "",
    )  # fmt: skip
    return Brief(
        id=content_id("brf", *parts),
        story=story.id,
        story_version=story.version,
        headline=headline or gist,
        gist=gist,
        sections=tuple(sections),
        sources=list_sources(order, reports, readings, origins)
        + cited_sources((c for _, c in computed), order, held.reports),
        reports=len(order),
        independent=independent,
        made=made,
        language=language,
        as_of=as_of,
        when=_when(lead),
        differences=differences,
        gaps=find_gaps(
            unanswered(current, reports, readings, origins),
            every,
            selection.unshown,
            reports,
            independent,
            language,
        ),
    )


def _members(
    story: Story,
    reports: Mapping[str, Report],
    readings: Mapping[str, Reading],
    as_of: datetime | None,
) -> tuple[str, ...]:
    """The story's usable reports, by publication time (undated ones last), then id."""
    usable = []
    for member in story.members:
        report = reports.get(member.report)
        if report is None or member.report not in readings:
            continue
        if as_of is not None and (report.published or report.retrieved) > as_of:
            continue
        usable.append(report)
    usable.sort(key=lambda r: (r.published is None, r.published or r.retrieved, r.id))
    return tuple(report.id for report in usable)


def _claim(
    fact: Fact,
    line: Line,
    reports: Mapping[str, Report],
    readings: Mapping[str, Reading],
    differences: Sequence[Difference],
    language: str,
    told: Sequence[frozenset[str]],
) -> Claim:
    """Make a claim of a fact. Lines that give the other value of a difference don't back it;
    a part of the sentence that only repeats what was ``told`` is cut."""
    edits = edits_for(line, reports[line.report], readings[line.report])
    edits = tuple(e for e in edits if not _introduced(e, told))
    edits = trim(line, edits, told)
    against = _against(line.span, differences)
    others = [o for o in fact.lines if o is not line and o.span not in against]
    spans = (line.span, *(other.span for other in others))
    backing = frozenset(other.origin for other in (line, *others))
    contested = bool(against)
    note = ""
    if line.language != language and language not in fact.languages:
        note = f"only in {_LANGUAGE.get(line.language, line.language)}"
    return Claim(
        text=apply(edits, line.text).strip(),
        spans=spans,
        independent=len(backing),
        agreement=agreement_of(len(backing), contested),
        language=line.language,
        edits=edits,
        note=note,
    )


def _introduced(edit: Edit, told: Sequence[frozenset[str]]) -> bool:
    """True for a given name put before a surname that an earlier sentence gave in full."""
    name = set(content(edit.after))
    put_before = edit.kind == "name" and edit.after.endswith(f" {edit.before}")
    return put_before and any(name <= words for words in told)


def _against(span: Span, differences: Sequence[Difference]) -> set[Span]:
    """The spans that contradict what ``span`` says, by the differences it takes part in."""
    found: set[Span] = set()
    for difference in differences:
        sides = [set(version.spans) for version in difference.versions]
        if any(span in side for side in sides):
            found |= {other for side in sides if span not in side for other in side}
    return found


def _gist(
    lead: Chosen,
    claim: Callable[[Chosen], Claim],
    reports: Mapping[str, Report],
    readings: Mapping[str, Reading],
    *,
    cut: bool,
) -> Claim:
    usable = [x for x in lead.fact.lines if stands_alone(x, reports[x.report], readings[x.report])]
    line = gist_line(lead.fact, lead.line, usable, lead.line.language)
    full = claim(Chosen(lead.fact, line, lead.foreign, lead.score))
    return shortened(full, line.text) if cut and line is lead.line else full


def _nothing(order: Sequence[str], reports: Mapping[str, Report]) -> Claim:
    """A claim for a story none of whose sentences can be shown: the opening of its first report."""
    report = reports[order[0]]
    block = report.blocks[0] if report.blocks else None
    start, end = (block.start, block.end) if block else (0, min(len(report.text), 200))
    span = Span(report=report.id, start=start, end=end)
    return Claim(text=report.quote(span).strip(), spans=(span,), independent=1, agreement="single",
                 language=report.language or "und")  # fmt: skip


def _when(lead: Chosen | None) -> When | None:
    """The day of the lead fact: the one that most of its lines name, the earliest of equals."""
    if lead is None:
        return None
    days: dict[datetime, list[When]] = {}
    for line in lead.fact.lines:
        for mention in line.dates:
            if mention.when.precision == "day" and mention.when.earliest is not None:
                days.setdefault(mention.when.earliest, []).append(mention.when)
    if not days:
        return None
    return days[min(days, key=lambda day: (-len(days[day]), day))][0]
