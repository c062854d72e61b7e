"""Briefs: is every claim supported, does none repeat another, is what matters told.

Data: any file or folder that ``dateline add`` takes, for instance ``examples/`` or JSON Lines of
reports with ``id, outlet, country, language, published, title, text``.

Each story gets its default brief. Figures: ``support_rate`` the share of
claims that the support check passes against the story's reports; ``redundancy`` the share of
claims that say what an earlier claim of the same brief says (cosine of sentence vectors .80 or
more, .64 across languages); ``coverage`` the share of facts told by two origins or more that a
claim or a difference tells, plans left out that the story's event has overtaken (``coverage_all``
counts them too); ``words`` mean length of the four sections; ``claims`` mean number of
claims; ``edits`` mean number of edits a claim; ``empty_sections`` mean number of sections without
a claim; ``stories`` how many.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

import numpy as np

from bench.reading import open_measuring_desk
from dateline.brief.align import align
from dateline.brief.facts import ACROSS, SAME_MEANING, Fact, gather_facts
from dateline.brief.lines import read_lines
from dateline.brief.stale import event_day, overtaken
from dateline.brief.support import Evidence, check_with
from dateline.brief.words import length
from dateline.desk import Desk
from dateline.records import Brief, Claim, Reading, Report, Span
from dateline.records.origins import Origins

REPEATS = SAME_MEANING + 0.02


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of this task."""
    parser.add_argument("--verbose", action="store_true", help="print unsupported claims")
    parser.add_argument("--most", type=int, default=200, help="stories that get a brief")


def run(data: Path | None, args: argparse.Namespace) -> dict[str, float]:
    """Measure the default briefs of the stories found in ``data`` (the samples by default)."""
    source = data or Path(__file__).parents[2] / "examples"
    rows: list[dict[str, float]] = []
    with (
        tempfile.TemporaryDirectory() as folder,
        open_measuring_desk(str(Path(folder) / "desk.db")) as desk,
    ):
        added = desk.add([str(source)])
        stories = list(added.stories)
        for number, story in enumerate(stories[: args.most], 1):
            rows.append(measure(desk, story, verbose=args.verbose))
            if number % 20 == 0:
                print(f"{number} of {len(stories)} stories", file=sys.stderr)
    claims = sum(row["claims"] for row in rows)
    facts = sum(row["facts"] for row in rows)

    def mean(name: str) -> float:
        return sum(row[name] for row in rows) / max(1, len(rows))

    return {
        "support_rate": sum(row["supported"] for row in rows) / max(1.0, claims),
        "redundancy": sum(row["repeats"] for row in rows) / max(1.0, claims),
        "coverage": sum(row["covered"] for row in rows) / max(1.0, facts),
        "coverage_all": sum(row["covered_all"] for row in rows)
        / max(1.0, sum(row["facts_all"] for row in rows)),
        "words": mean("words"),
        "claims": mean("claims"),
        "edits": sum(row["edits"] for row in rows) / max(1.0, claims),
        "empty_sections": mean("empty"),
        "stories": float(len(rows)),
    }


def measure(desk: Desk, story: str, *, verbose: bool) -> dict[str, float]:
    """Write the brief of one story and count."""
    brief = desk.brief(story)
    ids = [source.report for source in brief.sources if source.relation != "record"]
    reports = {r.id: r for r in desk.store.reports(ids)}
    readings = {r.report: r for r in desk.store.readings(ids)}
    evidence = Evidence([(reports[i], readings[i]) for i in ids], desk.engines)
    # Computed statements are look-ups of records, not sentences of a report: not for this check.
    claims = [c for section in brief.sections for c in section.claims if c.agreement != "computed"]
    supported = 0
    for claim in claims:
        verdict = check_with(claim.text, evidence, claim.language)
        supported += verdict.supported
        if verbose and not verdict.supported:
            print(f"{verdict.kind}: {verdict.reason} | {claim.text}", file=sys.stderr)
    told, facts, told_all, facts_all = coverage(desk, brief, reports, readings)
    return {
        "claims": len(claims),
        "supported": supported,
        "repeats": repeats(desk, claims),
        "facts": facts,
        "covered": told,
        "facts_all": facts_all,
        "covered_all": told_all,
        "words": sum(length(claim.text) for claim in claims),
        "edits": sum(len(claim.edits) for claim in claims),
        "empty": sum(not section.claims for section in brief.sections),
    }


def repeats(desk: Desk, claims: list[Claim]) -> int:
    """Count claims that say what an earlier one says."""
    embedder = desk.engines.embedder_for("en")
    if embedder is None or len(claims) < 2:
        return 0
    vectors = embedder.embed([claim.text for claim in claims])
    cosines = vectors @ vectors.T
    count = 0
    for row, claim in enumerate(claims):
        same = np.array([other.language == claim.language for other in claims[:row]])
        if row and bool(np.any(cosines[row, :row] >= np.where(same, REPEATS, ACROSS))):
            count += 1
    return count


def coverage(
    desk: Desk, brief: Brief, reports: dict[str, Report], readings: dict[str, Reading]
) -> tuple[int, int, int, int]:
    """Count the facts of two origins or more that the brief tells and that there are: without
    the plans that the story's event has overtaken, then with them."""
    order = tuple(reports)
    origins = Origins(order, desk.store.copies(list(order)))
    lines = read_lines(reports, readings, order, origins, desk.engines)
    every = gather_facts(lines, align(lines))
    now = max((r.published for r in reports.values() if r.published), default=None)
    happened = event_day(every, now)
    facts = [f for f in every if f.independent > 1]
    standing = [f for f in facts if not overtaken(f, now, happened)]
    shown: set[Span] = {span for s in brief.sections for c in s.claims for span in c.spans}
    shown |= {span for d in brief.differences for v in d.versions for span in v.spans}

    def told(some: list[Fact]) -> int:
        return sum(any(line.span in shown for line in fact.lines) for fact in some)

    return told(standing), len(standing), told(facts), len(facts)
