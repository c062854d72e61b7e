"""Why two reports are, or are not, in one story: the parts of their score in plain lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.group.copies import comes_after, compare
from dateline.group.score import Parts, Scorer
from dateline.group.sketch import Sketch
from dateline.records import Copy


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """The comparison of two reports: score parts, the copy edge if any, and lines to show."""

    parts: Parts
    copy: Copy | None
    lines: tuple[str, ...]


def why(one: Sketch, two: Sketch, background: Iterable[Sketch] = ()) -> Why:
    """Compare two reports as the stream would.

    ``background`` are other reports of the window: they give words their weights. Without them
    every word weighs by the prior alone, and the score is rougher than the stream's.
    """
    scorer = Scorer()
    for sketch in background:
        if sketch.id not in (one.id, two.id):
            scorer.add(sketch)
    parts = scorer.compare([scorer.add(one)], [scorer.add(two)]).parts(0, 0)
    copy, origin = (one, two) if comes_after(one, two) else (two, one)
    edge = None if one.key == two.key else compare(copy, origin)
    lines = [
        f"score {parts.total:+.2f}: {'same event' if parts.total >= 0 else 'not the same event'}"
        + (" (two languages)" if parts.across else ""),
        *(f"  {name}: {value:.2f}" for name, value in parts.values.items()),
    ]
    if not one.vectors.keys() & two.vectors.keys():
        lines.append("  no vectors of one engine on both sides: words, actors and numbers alone")
    for label, a, b in (
        ("names", one.names, two.names),
        ("numbers", one.numbers, two.numbers),
        ("actors", one.actors, two.actors),
        ("places", one.places, two.places),
    ):
        if shared := sorted(set(a) & set(b)):
            lines.append(f"  shared {label}: {', '.join(shared[:12])}")
    if edge is not None:
        lines.append(f"copy: {edge.report} is {edge.kind} from {edge.of}, {edge.share:.0%}")
        lines.extend(f"  {item}" for item in edge.evidence)
    else:
        lines.append("copy: neither copies the other")
    return Why(parts=parts, copy=edge, lines=tuple(lines))
