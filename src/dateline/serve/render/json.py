"""A brief as JSON: the stable form, for scripts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from dateline.records import Brief, Claim, Report
from dateline.records.codec import to_plain
from dateline.serve.render.view import View, span_id

SCHEMA = 1


def to_brief_json(brief: Brief, reports: Mapping[str, Report] | None = None) -> str:
    """Return ``brief`` as indented JSON; the form is described in docs/07-brief.md.

    Every field is always there. With ``reports`` each span carries its text.
    """
    return json.dumps(brief_plain(brief, reports), ensure_ascii=False, indent=2) + "\n"


def brief_plain(brief: Brief, reports: Mapping[str, Report] | None = None) -> dict[str, Any]:
    """Return the plain dict that :func:`to_brief_json` writes."""
    view = View(brief, reports)
    return {
        "schema": SCHEMA,
        "id": brief.id,
        "story": brief.story,
        "story_version": brief.story_version,
        "language": brief.language,
        "as_of": to_plain(brief.as_of),
        "when": to_plain(brief.when) if brief.when else None,
        "reports": brief.reports,
        "independent": brief.independent,
        "headline": _claim(view, brief.headline),
        "gist": _claim(view, brief.gist),
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
                    {
                        "value": version.value,
                        "independent": version.independent,
                        "spans": [_span(view, span) for span in version.spans],
                    }
                    for version in difference.versions
                ],
            }
            for difference in brief.differences
        ],
        "gaps": list(brief.gaps),
        "sources": [
            {
                "number": number,
                "report": source.report,
                "outlet": source.outlet,
                "title": source.title,
                "language": source.language,
                "published": to_plain(source.published),
                "url": source.url,
                "relation": source.relation,
                "of": source.of,
                "derivation": source.derivation,
            }
            for number, source in enumerate(view.sources, 1)
        ],
        "made": {
            "stage": brief.made.stage,
            "version": brief.made.version,
            "engine": brief.made.engine,
        },
    }


def _claim(view: View, claim: Claim) -> dict[str, Any]:
    return {
        "text": claim.text,
        "language": claim.language,
        "agreement": claim.agreement,
        "independent": claim.independent,
        "writer": claim.writer,
        "note": claim.note,
        "spans": [_span(view, span) for span in claim.spans],
        "edits": [
            {"start": e.start, "end": e.end, "before": e.before, "after": e.after, "kind": e.kind}
            for e in claim.edits
        ],
    }


def _span(view: View, span: Any) -> dict[str, Any]:
    plain = {
        "id": span_id(span),
        "report": span.report,
        "start": span.start,
        "end": span.end,
        "source": view.number.get(span.report),
    }
    if (text := view.quoted(span)) is not None:
        plain["text"] = text
    return plain
