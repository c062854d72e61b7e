"""Article text that a page holds in its script data only, to be drawn when it is shown."""

from __future__ import annotations

import json
import re

from lxml import etree

from dateline.errors import ReadError
from dateline.read.article.declared import Declared, Node, plain
from dateline.read.article.headings import ends_sentence
from dateline.read.article.tree import Run, parse, runs

# Script data is looked into only when the page shows less text than this, and it must hold this
# many times what is shown, and at least so many characters: scripts hold other articles, too.
_ENOUGH = 600
_RATIO = 2.0
_LEAST = 300
_MAX_SCRIPTS = 6_000_000
_MAX_STRINGS = 4000
_MAX_UPDATES = 200
_KEYED = re.compile(r'"(\w{1,40})"\s{0,2}:\s{0,2}"((?:[^"\\]|\\.){40,200000})"')
# Frameworks stream their state as quoted pieces: self.__next_f.push([1,"…"]).
_STREAMED = re.compile(r'__next_f\.push\(\[\d,\s?"((?:[^"\\]|\\.)*)"\]\)')
_ADDRESS = re.compile(r"^(?:https?:|/|data:)|[{};]\s*$")
_PARAGRAPH = re.compile(r"<(?:p|div|br|li|h[2-6])\b", re.I)


def embedded(tree: etree._Element, declared: Declared, shown: int) -> list[Run]:
    """Return the text that scripts hold when it is far more than the ``shown`` characters.

    A JSON-LD body counts as one of the candidates; the one with most prose wins. Empty when the
    page's own text is the fullest.
    """
    best: list[Run] = []
    if shown >= _ENOUGH:
        return best
    size = max(_LEAST, _RATIO * shown)
    for candidate in [*_bodies(declared), *_groups(tree)]:
        found = _as_runs(candidate)
        prose = sum(len(run.text) for run in found if _is_prose(run.text))
        if prose > size:
            best, size = found, float(prose)
    return best


def _bodies(declared: Declared) -> list[str]:
    bodies = [article.get("articleBody") for article in declared.articles[:3]]
    found = [_with_breaks(body) for body in bodies if isinstance(body, str)]
    return [*found, *(_live(article) for article in declared.articles[:3])]


def _live(article: Node) -> str:
    """Return the updates of a live blog (schema.org liveBlogUpdate), each under its headline."""
    updates = article.get("liveBlogUpdate")
    parts: list[str] = []
    for update in updates[:_MAX_UPDATES] if isinstance(updates, list) else ():
        if isinstance(update, dict):
            head, body = update.get("headline"), update.get("articleBody")
            parts.append(f"<h3>{_escape(plain(head, 500))}</h3>" if isinstance(head, str) else "")
            parts.append(_with_breaks(body) if isinstance(body, str) else "")
    return "".join(parts)


def _with_breaks(text: str) -> str:
    if _PARAGRAPH.search(text):
        return text
    lines = [plain(line, 50_000) for line in text.splitlines()]
    return "".join(f"<p>{_escape(line)}</p>" for line in lines if line)


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _groups(tree: etree._Element) -> list[str]:
    """Return the texts of the page's script data: long markup alone, short texts by their name."""
    budget = _MAX_SCRIPTS
    whole: list[str] = []
    named: dict[str, list[str]] = {}
    for script in tree.iter("script"):
        text = script.text or ""
        if "ld+json" in (script.get("type") or "") or len(text) < _LEAST or budget < 0:
            continue
        budget -= len(text)
        streamed = "".join(_unquote(part) for part in _STREAMED.findall(text))
        for count, match in enumerate(_KEYED.finditer(streamed or text)):
            if count > _MAX_STRINGS:
                break
            value = _unquote(match[2])
            if _ADDRESS.search(value[:2000]):
                continue
            if _PARAGRAPH.search(value):
                whole.append(value)
            elif _is_prose(value):
                named.setdefault(match[1], []).append(value)
    joined = ("".join(f"<p>{_escape(part)}</p>" for part in parts) for parts in named.values())
    return whole + list(joined)


def _unquote(text: str) -> str:
    try:
        value = json.loads(f'"{text}"', strict=False)
    except ValueError:
        return ""
    return value if isinstance(value, str) else ""


def _as_runs(markup: str) -> list[Run]:
    try:
        return runs(parse(f"<html><body>{markup}</body></html>", "script data"))
    except ReadError:
        return []


def _is_prose(text: str) -> bool:
    return len(text) >= 40 and ends_sentence(text) and (" " in text or not text.isascii())
