"""The article among the runs of text of a page.

trafilatura says which texts belong to the article; what it lets in beside them goes out by its
place, its marks and its words, and what it leaves out of their column comes back.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from lxml import etree

from dateline.read.article import boilerplate
from dateline.read.article.headings import ends_sentence
from dateline.read.article.script import is_cjk
from dateline.read.article.siblings import alike
from dateline.read.article.tree import Run, key

# The column of the article is the smallest element that holds this share of the text.
_CORE_SHARE = 0.7
# A run is kept when this share of it stands in trafilatura's text.
_KEPT_SHARE = 0.5
_SHORT_KEY = 24
_WINDOW = 20
# Beyond this share of linked characters a line without a full stop is a list of links.
_LINKED = 0.5
_MOSTLY_LINKED = 0.8
_PROSE = 60
# A standfirst is looked for in this many runs before the text begins.
_LOOK_BACK = 40
# A run this long may be the whole article repeated.
_WHOLE = 1500
_HEADINGS = frozenset(["h2", "h3", "h4", "h5", "h6"])


def select(
    runs: Sequence[Run], base: str, titles: frozenset[str], descriptions: Sequence[str]
) -> list[Run]:
    """Return the runs that are the article, in reading order, without its headline.

    ``base`` is trafilatura's text, ``titles`` are the keys of everything that may be the
    headline and ``descriptions`` the summaries that the page declares.
    """
    kept = _kept(runs, base)
    top = _headline(runs, kept, titles)
    kept = _clean(runs, kept, titles, top)
    if not kept:
        return []
    column = _Column(runs, kept)
    chosen = [index for index in kept if column.holds(index) or _stands(runs[index], descriptions)]
    chosen = _opening(runs, chosen, descriptions)
    if not chosen:
        return []
    chosen += column.missed(chosen, titles)
    taken = titles | {runs[index].key for index in chosen}
    chosen += alike(runs, sorted(chosen), taken)
    summary = _summary(runs, min(chosen), top, titles, descriptions)
    return [runs[index] for index in sorted({*chosen, *summary})]


def _kept(runs: Sequence[Run], base: str) -> list[int]:
    whole = key(base)
    lines = {key(line) for line in base.split("\n")}
    return [index for index, run in enumerate(runs) if _share(run.key, whole, lines) >= _KEPT_SHARE]


def _share(bare: str, whole: str, lines: set[str]) -> float:
    if len(bare) < _SHORT_KEY:
        return float(bare in lines)
    if bare in whole:
        return 1.0
    windows = [bare[at : at + _WINDOW] for at in range(0, len(bare) - _WINDOW + 1, _WINDOW)]
    return sum(window in whole for window in windows) / len(windows)


def _headline(runs: Sequence[Run], kept: list[int], titles: frozenset[str]) -> int:
    """Return the place of the headline above most of the text; -1 where there is none."""
    total = sum(len(runs[index].text) for index in kept)
    first = -1
    for place, run in enumerate(runs):
        named = run.key in titles and "aside" not in run.where
        if not named and (run.tag != "h1" or first >= 0):
            continue
        if sum(len(runs[index].text) for index in kept if index > place) < 0.8 * total:
            break
        if named and run.tag in ("h1", "h2", "h3", "div", "p"):
            return place
        first = place if first < 0 else first
    return first


def _clean(runs: Sequence[Run], kept: list[int], titles: frozenset[str], top: int) -> list[int]:
    times = Counter(runs[index].key for index in kept)
    kept = [index for index in kept if not _repeats(runs, index, kept)]
    seen: set[str] = set()
    clean: list[int] = []
    for index in kept:
        run = runs[index]
        if run.key in seen or times[run.key] > 2 or run.key in titles or index < top:
            continue
        if _is_other(run):
            continue
        seen.add(run.key)
        clean.append(index)
    return clean


def _repeats(runs: Sequence[Run], index: int, kept: list[int]) -> bool:
    """True for the whole article once more in one piece, as some pages keep it for scripts."""
    whole = runs[index].key
    if len(whole) < _WHOLE:
        return False
    inside = [at for at in kept if at != index and runs[at].key in whole]
    return sum(len(runs[at].key) for at in inside) > 0.3 * len(whole)


def _is_other(run: Run) -> bool:
    """True for a run that is no text of the article wherever it stands."""
    if "caption" in run.where or boilerplate.is_marked(run.element):
        return True
    closed = ends_sentence(run.text)
    if run.linked > _MOSTLY_LINKED * len(run.text) and not (closed and len(run.text) > _PROSE):
        return True
    if run.linked > _LINKED * len(run.text) and not closed:
        return True
    return boilerplate.leads_away(run.text) or boilerplate.is_byline(run.text)


def _stands(run: Run, descriptions: Sequence[str]) -> bool:
    """True when a run outside the column reads as prose or is the declared summary."""
    return _is_prose(run) or any(_matches(run.key, key(text)) for text in descriptions)


def _is_prose(run: Run) -> bool:
    long = len(run.text) >= _PROSE * (1 if not is_cjk(run.text) else 0.5)
    return (long and ends_sentence(run.text)) or len(run.text) >= 3 * _PROSE


def _matches(bare: str, declared: str) -> bool:
    """True when one of the two begins with the first words of the other."""
    length = min(len(bare), len(declared), 40)
    return length >= 12 and bare[:length] == declared[:length]


def _opening(runs: Sequence[Run], chosen: list[int], descriptions: Sequence[str]) -> list[int]:
    """Drop kickers, bylines and the like that stand before the first prose."""
    first = next((at for at, index in enumerate(chosen) if _stands(runs[index], descriptions)), 0)
    start = first
    while (
        start > 0
        and runs[chosen[start - 1]].tag == "p"
        and ends_sentence(runs[chosen[start - 1]].text)
    ):
        start -= 1
    return chosen[start:]


class _Column:
    """The element that holds the article, and which runs in it are marked as something else."""

    def __init__(self, runs: Sequence[Run], kept: list[int]) -> None:
        self.runs = runs
        weights: Counter[etree._Element] = Counter()
        for index in kept:
            element: etree._Element | None = runs[index].element
            while element is not None:
                weights[element] += len(runs[index].text)
                element = element.getparent()
        total = sum(len(runs[index].text) for index in kept)
        self.weights = weights
        self.core: etree._Element = runs[kept[0]].element.getroottree().getroot()
        for element, weight in weights.items():
            if weight >= _CORE_SHARE * total and _below(element, self.core):
                self.core = element
        self._others: dict[etree._Element, bool | None] = {self.core: False}

    def holds(self, index: int) -> bool:
        """True when the run stands in the column and nothing around it is marked."""
        return self._other(self.runs[index].element) is False

    def _other(self, element: etree._Element) -> bool | None:
        """True below a marked element, False inside the column, None outside it."""
        path: list[etree._Element] = []
        here: etree._Element | None = element
        while here is not None and here not in self._others:
            path.append(here)
            here = here.getparent()
        state = self._others[here] if here is not None else None
        for part in reversed(path):
            if state is False:
                nested = part.tag in ("article", "aside", "nav", "footer", "form")
                state = nested or boilerplate.is_marked(part)
            self._others[part] = state
        return state

    def missed(self, chosen: list[int], titles: frozenset[str]) -> list[int]:
        """Return runs between the chosen ones that belong with them though they were left out."""
        taken = set(chosen)
        parents = {self.runs[index].element.getparent() for index in chosen}
        keys = {self.runs[index].key for index in chosen} | titles
        found: list[int] = []
        for index in range(min(chosen), max(chosen)):
            run = self.runs[index]
            if index in taken or run.key in keys or not self.holds(index) or _is_other(run):
                continue
            if "hidden" in run.where or "aside" in run.where:
                continue
            sibling = run.element.getparent() in parents
            heads = run.tag in _HEADINGS and not run.linked
            prose = ends_sentence(run.text) and len(run.text) >= _PROSE and "list" not in run.where
            if sibling and (heads or prose) and not run.linked > _LINKED * len(run.text):
                found.append(index)
                keys.add(run.key)
        return found


def _below(element: etree._Element, other: etree._Element) -> bool:
    return any(ancestor is other for ancestor in element.iterancestors())


def _summary(
    runs: Sequence[Run],
    start: int,
    top: int,
    titles: frozenset[str],
    descriptions: Sequence[str],
) -> list[int]:
    """Find the visible standfirst between the headline and the text."""
    declared = [key(text) for text in descriptions]
    for index in range(max(top + 1, start - _LOOK_BACK, 0), start):
        run = runs[index]
        if run.key in titles or len(run.text) < 20 or "caption" in run.where:
            continue
        if any(_matches(run.key, text) for text in declared):
            return [index]
        marked = boilerplate.is_summary(run.element) or (
            (parent := run.element.getparent()) is not None and boilerplate.is_summary(parent)
        )
        if top >= 0 and marked and len(run.text) >= 40 and not _is_other(run):
            return [index]
    return []
