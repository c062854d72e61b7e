"""Text of the article that stands in other containers than most of it, but looks the same.

Pages cut an article by advertisements into two or three containers, of which an extractor that
looks for the densest one finds one. Their paragraphs have the same classes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TypeAlias

from lxml import etree

from dateline.read.article import boilerplate
from dateline.read.article.headings import ends_sentence
from dateline.read.article.tree import Run

# As many chosen paragraphs must look alike before another one is taken for their like.
_LEAST = 3
_PROSE = 60
_LINKED = 0.5

# Tag, classes shared with other paragraphs, classes of the parent.
_Look: TypeAlias = tuple[str, frozenset[str], str]


def alike(runs: Sequence[Run], chosen: Sequence[int], taken: frozenset[str]) -> list[int]:
    """Return the runs below the first chosen one that look like the chosen paragraphs.

    ``taken`` are keys of texts that are there already. Headings come along when their parent
    has the look of a parent of the article and prose of it follows.
    """
    prose = [runs[index] for index in chosen if _is_prose(runs[index])]
    own = Counter(name for run in prose for name in _classes(run.element))
    looks = Counter(_look(run, own) for run in prose)
    parents = {look[2] for look, count in looks.items() if count >= _LEAST and look[2]}
    above = set(runs[chosen[len(chosen) // 2]].element.iterancestors())
    seen = set(taken)
    headings: list[int] = []
    found: list[int] = []
    for index in range(min(chosen), len(runs)):
        run = runs[index]
        if run.key in seen or run.where & {"hidden", "caption", "aside"}:
            continue
        look = _look(run, own)
        heads = run.tag in ("h2", "h3", "h4") and look[2] in parents and not run.linked
        like = looks[look] >= _LEAST and bool(look[1] or look[2])
        prose_like = like and _is_prose(run) and run.linked <= _LINKED * len(run.text)
        if not (heads or prose_like) or _marked(run, above):
            continue
        if heads:
            headings.append(index)
        else:
            found += [*headings, index]
            headings = []
            seen.add(run.key)
    return found


def _is_prose(run: Run) -> bool:
    return len(run.text) >= _PROSE and ends_sentence(run.text)


def _classes(element: etree._Element) -> list[str]:
    return (element.get("class") or "").split()


def _look(run: Run, own: Counter[str]) -> _Look:
    """Return how a paragraph looks; classes that only it has are numbers of some kind."""
    parent = run.element.getparent()
    shared = frozenset(name for name in _classes(run.element) if own[name] >= 2)
    return run.tag, shared, " ".join(_classes(parent)) if parent is not None else ""


def _marked(run: Run, above: set[etree._Element]) -> bool:
    """True when the run or what is around it, and not around the article, is marked as other."""
    if boilerplate.is_marked(run.element) or boilerplate.leads_away(run.text):
        return True
    around = (part for part in run.element.iterancestors() if part not in above)
    return any(part.tag in ("aside", "article") or boilerplate.is_marked(part) for part in around)
