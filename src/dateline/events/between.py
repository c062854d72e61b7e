"""What one given party does to another in a sentence."""

from __future__ import annotations

from dateline.events.coding import Code, code
from dateline.events.frames import Frame, frames
from dateline.events.lexicon import Lexicon
from dateline.events.tree import Tree


def code_between(tree: Tree, source: range, target: range, lexicon: Lexicon) -> Code | None:
    """Return the event in which tokens ``source`` act on tokens ``target``.

    Among the frames of the sentence: those whose agent is the source come first, then those
    whose patient is or holds the target, then the outermost. None where none is coded.
    """
    best: tuple[tuple[float, ...], Code] | None = None
    for order, frame in enumerate(frames(tree, lexicon)):
        found = code(tree, frame, lexicon)
        if found is None:
            continue
        fit = _fit(tree, frame, found, source, target)
        if fit <= 0:
            continue
        rank = (fit, -len(tree.path(frame.head)), -order)
        if best is None or rank > best[0]:
            best = (rank, found)
    return best[1] if best else None


def _fit(tree: Tree, frame: Frame, found: Code, source: range, target: range) -> float:
    fit = 0.0
    agents = {*frame.agents, *found.frame.agents}
    if any(one in source for one in agents):
        fit += 3
    elif any(one in target for one in agents) and _reciprocal(frame, found):
        fit += 2
    elif any(_holds(tree, one, source) for one in agents):
        fit += 2.5
    patients = {*found.frame.patients, *frame.patients, *(n for _, n in found.frame.obliques)}
    if any(one in target for one in patients):
        fit += 2
    elif any(_holds(tree, one, target) for one in patients):
        fit += 1.5
    elif _holds(tree, frame.head, target):
        fit += 1
    elif any(one in source for one in patients) and fit < 2:
        fit += 0.5
    if frame.nominal:
        fit -= 0.9
        if frame.head in source or frame.head in target:
            fit -= 0.5
    return fit


def _reciprocal(frame: Frame, found: Code) -> bool:
    return len({*frame.agents, *found.frame.agents}) > 1


def _holds(tree: Tree, head: int, wanted: range) -> bool:
    return any(one in wanted for one in tree.under(head))
