"""Who wrote a report: names of people and agencies, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from lxml import etree

from dateline.read.article import agencies
from dateline.read.article.boilerplate import marks
from dateline.read.article.declared import Declared, Node, plain
from dateline.read.article.script import is_cjk
from dateline.read.article.tree import key

_MAX_AUTHORS = 30
# The longest names in Han, kana or Hangul, those of newsrooms included.
_MAX_CJK = 12
_META = ("author", "byl", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator",
         "cxenseparse:author", "article:author", "article.author")  # fmt: skip
_BY = re.compile(
    r"^\W{0,3}(?:(?:written|reported|story|text|words|analysis|report|opinion|interview)\s)?"
    r"(?:by|von|par|por|di|da|door|av|af|przez|от|автор|autor(?:in|ka)?|text|texto|redaktion|redazione"
    r"|schrijver|journalist|写|文|作者|記者|记者|撰文|글)\b\s?[:：]?\s{1,3}"
    r"|^\W{0,3}(?:文|記者|记者|作者|撰文)\s?[:：/／]\s?",
    re.I,
)
_AND = re.compile(
    r"\s?[;|•·・、/／]\s?|\s(?:and|und|y|e|et|en|og|och|i|ja|ve|și|и|та|&|with|mit|avec|con|com)\s"
    r"|,\s(?:and\s)?|\n"
)
_IN_PLACE = re.compile(r"\s(?:in|aus|à|en|a|em|from)\s[A-ZÀ-Þ][\w .'-]{2,30}$")
_BRACKETS = re.compile(r"\s?[(（\[][^()（）\[\]]{0,60}[)）\]]")
_ROLE = re.compile(
    r"\s?(?:기자|특파원|논설위원|記者|记者|特派員|編集委員|論説委員|通讯员|客员?)$"
    r"|^(?:記者|记者|Dr\.?|Prof\.?)\s(?=\S)"
)
_AND_OTHERS = re.compile(r"\s?외\s?\d{1,2}\s?명$|\set al\.?$")
_NOT_NAME = re.compile(
    r"https?:|www\.|@|[{}<>=#_:：]|\d{2}|\b(?:staff|editor|reporter|correspondent|newsroom|desk|team|writer"
    r"|contributor|journalist|redaktion|rédaction|redacción|redazione|redação|redactie|toimitus|redakcja"
    r"|professor|director|chief|minister|university|admin|web|online|photograph\w*|updated|published|powered|quelle|source|autor(?:in)?/autor)\b",
    re.I,
)
_LATIN_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
_BYLINE = re.compile(
    r"(?:^|[\s_-]|(?<=[a-z]))(?:[Bb]y-?[Ll]ines?|[Aa]uthors?(?:[_-]?[Nn]ames?)?|[Aa]ut(?:or|eur)\w*"
    r"|[Rr]eporter(?:[_-]?[Nn]ame)?|[Ww]riter(?:[_-]?[Nn]ame)?)(?=$|[\s_-]|[A-Z0-9])"
)
_ADDRESS = re.compile(r"://|www\.|\S@\S")
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_BYLINE_TAGS = ("a", "span", "div", "p", "address", "strong", "li")
_ELSEWHERE = frozenset(["aside", "footer", "nav", "form", "figure", "figcaption", "article"])


def declared_authors(declared: Declared) -> tuple[str, ...]:
    """Return the authors that JSON-LD names, else those of the meta elements."""
    return tuple((_cleaned(_from_data(declared)) or _cleaned(_from_meta(declared)))[:_MAX_AUTHORS])


def shown_authors(tree: etree._Element) -> tuple[str, ...]:
    """Return the authors of the first element below the headline that is marked as the byline."""
    return tuple(_cleaned(_from_page(tree))[:_MAX_AUTHORS])


def line_authors(text: str) -> tuple[str, ...]:
    """Return the authors when ``text`` is a byline: "By Ann Lee", or full names and no more."""
    if len(text) > 100:
        return ()
    found = _cleaned([text])
    full = all(" " in name and name[0].isupper() for name in found)
    return tuple(found) if full and (_BY.match(text) or _is_names(text, found)) else ()


def _is_names(text: str, names: list[str]) -> bool:
    """True when the names, of two to four capitalised words each, are all that ``text`` holds."""
    words = [_LATIN_WORD.findall(name) for name in names]
    proper = all(2 <= len(name) <= 4 and all(word[0].isupper() for word in name) for name in words)
    return proper and 1 <= len(names) <= 3 and len("".join(names)) >= 0.8 * len(text.strip())


def named_authors(text: str | None) -> tuple[str, ...]:
    """Clean the authors that someone else read off the page, joined by semicolons."""
    return tuple(_cleaned((text or "").split(";"))[:_MAX_AUTHORS])


def without_outlets(names: Iterable[str], outlets: Iterable[str | None]) -> tuple[str, ...]:
    """Drop the outlet's own names where others stand beside them."""
    own = {bare for name in outlets if name and (bare := key(name))}
    others = tuple(name for name in names if not _is_outlet(name, own))
    return others or tuple(names)


def are_people(names: Iterable[str], outlets: Iterable[str | None]) -> bool:
    """True when at least one name is not just the outlet's own."""
    own = {bare for name in outlets if name and (bare := key(name))}
    return any(not _is_outlet(name, own) for name in names)


def _is_outlet(name: str, own: set[str]) -> bool:
    """True for the outlet's name, a part or an extension of it, and for names of hosts."""
    bare = key(name)
    if _HOST.fullmatch(name) or bare in own:
        return True
    return any(
        (len(bare) > 3 and bare in outlet) or (len(outlet) > 3 and outlet in bare) for outlet in own
    )


def _from_data(declared: Declared) -> list[str]:
    nodes: dict[str, Node] = {
        node["@id"]: node
        for node in (*declared.others, *declared.articles)
        if isinstance(node.get("@id"), str)
    }
    names: list[str] = []
    for article in declared.articles[:1]:
        stack: list[Any] = [article.get("author") or article.get("creator")]
        while stack and len(names) < _MAX_AUTHORS:
            value = stack.pop()
            if isinstance(value, list):
                stack += reversed(value[:_MAX_AUTHORS])
            elif isinstance(value, dict):
                named = value.get("name") or nodes.get(str(value.get("@id")), {}).get("name")
                stack += [named] if isinstance(named, str | list) else []
            elif isinstance(value, str):
                names.append(value)
    return names


def _from_meta(declared: Declared) -> list[str]:
    for name in _META:
        values = [text for text in declared.meta.get(name, ()) if not _NOT_NAME.search(text)]
        if values:
            return values
    return []


def _from_page(tree: etree._Element) -> list[str]:
    """Return the text of the first byline below the headline; rel and itemprop before classes."""
    marked: list[str] = []
    classed: list[str] = []
    below = tree.find(".//h1") is None
    for count, element in enumerate(tree.iter("h1", *_BYLINE_TAGS)):
        if count > 15_000 or len(marked) + len(classed) > 40:
            break
        if element.tag == "h1":
            below = True
            continue
        if element.get("rel") == "author" or "author" in (element.get("itemprop") or ""):
            target = marked
        elif below and _BYLINE.search(marks(element)):
            target = classed
        else:
            continue
        text = " ".join("".join(element.itertext()).split()) if len(element) < 12 else ""
        if 3 <= len(text) <= 150 and not _elsewhere(element):
            target.append(text)
    return next(([text] for text in (*marked, *classed) if _is_full(_cleaned([text]))), [])


def _is_full(names: list[str]) -> bool:
    """True when all are full names: two words, or a script that writes them as one."""
    joined = [name for name in names if " " not in name]
    return bool(names) and len(joined) <= 3 and all(is_cjk(name) for name in joined)


def _elsewhere(element: etree._Element) -> bool:
    """True inside a teaser, an aside or the footer: the first article element is the page's own."""
    above = [part for part in element.iterancestors() if part.tag in _ELSEWHERE]
    return any(part.tag != "article" for part in above) or len(above) > 1


def _cleaned(names: Iterable[str]) -> list[str]:
    found: dict[str, str] = {}
    for name in names:
        if _ADDRESS.search(name):
            continue
        text = _BRACKETS.sub("", _BY.sub("", plain(name, 500)))
        for index, part in enumerate(_AND.split(text)):
            person = _person(part or "")
            if person and not (index and _is_place(part, found)):
                found.setdefault(key(person), person)
    return list(found.values())


def _is_place(part: str, found: dict[str, str]) -> bool:
    """True for the one word after a full name that is where they write from ("…, Nairobi")."""
    words = _LATIN_WORD.findall(part)
    return (
        len(words) == 1
        and agencies.agency(part.strip()) is None
        and part.strip().istitle()
        and any(" " in name for name in found.values())
    )


def _person(text: str) -> str | None:
    """Clean one name; None when it is no name: an address, a job, a sentence."""
    text = _IN_PLACE.sub("", _BY.sub("", text.strip()))
    text = _AND_OTHERS.sub("", text)
    text = _ROLE.sub("", text).strip(" .,;:–—-\"'“”")
    if not text or len(text) > 60 or key(text) == "":
        return None
    if agencies.agency(text):
        return text
    if _NOT_NAME.search(text):
        return None
    words = _LATIN_WORD.findall(text)
    if not words or len(words) > 6 or (is_cjk(text) and len(text) > _MAX_CJK):
        return None
    small = sum(word.islower() for word in words)
    return None if small > len(words) / 2 and len(words) > 1 else text
