"""The headline among the titles that a page offers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from lxml import etree

from dateline.read.article.clean import line
from dateline.read.article.declared import Declared, plain, strings
from dateline.read.article.tree import key
from dateline.records import record

# What stands between a headline and the name of the site or its section.
_SEPARATOR = re.compile(r"\s+[-‐-―|ㅣ│·•»*]\s+|\s?[|｜ㅣ│]\s?|-(?=[^-\s]{1,10}[ㅣ│])")
# Fields in which a page hands its headline to newsletters and recommenders.
_HANDED = ("alternativeHeadline", "name")
_HANDED_META = ("sailthru.title", "ob_headline", "parsely-title")


@record
class Titles:
    """What a page offers as its headline, each without the site's name; "" where it has none.

    ``data`` is JSON-LD's headline, ``social`` og:title, ``search`` the title element,
    ``shown`` the h1 that agrees with one of them, else the first.
    """

    data: str
    social: str
    search: str
    shown: str
    chosen: str

    @property
    def keys(self) -> frozenset[str]:
        """The keys of all of them, to know the headline where it is shown again."""
        offered = (self.data, self.social, self.search, self.shown, self.chosen)
        return frozenset(bare for title in offered if (bare := key(title)))


def titles(tree: etree._Element, declared: Declared, url: str | None) -> Titles:
    """Collect the titles of a page and choose its headline."""
    article = declared.article
    raw_data = plain(next(iter(strings(article.get("headline"))), ""), 500)
    raw_social = plain(declared.first("og:title", "twitter:title"), 500)
    raw_search = plain(tree.findtext(".//title"), 500)
    shown = [line(" ".join(head.itertext()), 500) for head in tree.iter("h1")][:8]
    shown = [head for head in shown if key(head)]
    names = _site_names(declared, url)
    offered = [raw_data, raw_social, raw_search, *shown]
    data = _without_site(raw_data, [raw_social], names)
    social = _without_site(raw_social, offered, names)
    search = _without_site(raw_search, offered, names)
    known = {key(title) for title in (data, social, search) if title}
    head = next((one for one in shown if key(one) in known), shown[0] if shown else "")
    handed = [plain(text, 500) for name in _HANDED for text in strings(article.get(name))]
    handed += [plain(declared.first(name), 500) for name in _HANDED_META]
    if not data or not social or key(data) == key(social):
        plainly = social if key(data) == key(social) and social == raw_social else data or social
        chosen = plainly or head or search
    else:
        alternatives = bool(strings(article.get("alternativeHeadline")))
        chosen = _choose(data, social, search, head, handed, alternatives=alternatives)
    return Titles(data=data, social=social, search=search, shown=head, chosen=chosen)


def _choose(
    data: str, social: str, search: str, shown: str, handed: Sequence[str], *, alternatives: bool
) -> str:
    """Choose the headline of the newsroom where JSON-LD and og:title differ.

    What the page hands to newsletters and recommenders agrees with one
    of them, which is it. Else the title element tells them apart: it is written
    for search engines, and the declared headline that is worded otherwise is the newsroom's
    own. But where shown, social and search title agree and the data names no alternatives,
    the data is what stayed behind.
    """
    bare, other, head = key(data), key(social), key(shown)
    kicker = head in (bare, other) and len(head) == max(len(bare), len(other))
    agreed = next((one for one in map(key, handed) if one in (bare, other)), None)
    if agreed and not (bare.startswith(other) or other.startswith(bare)):
        return data if agreed == bare else social
    if kicker and (bare in other or other in bare) and head == other:
        return social
    if key(search) == bare and head in (bare, other):
        return social
    if key(search) == other == head and not alternatives:
        return social
    return data


def _site_names(declared: Declared, url: str | None) -> set[str]:
    names = [declared.first("og:site_name", "application-name", "apple-mobile-web-app-title")]
    names += strings(declared.article.get("publisher"))
    host = urlsplit(url or "").hostname or ""
    parts = host.removeprefix("www.").split(".")
    names += [host.removeprefix("www."), parts[0] if parts else ""]
    return {bare for name in names if name and len(bare := key(name)) >= 2}


def _without_site(title: str, offered: Sequence[str], names: set[str]) -> str:
    """Cut what follows the headline: the site's name, or a tail that another title lacks."""
    others = {key(one) for one in offered if one != title}
    for match in _SEPARATOR.finditer(title):
        head, tail = title[: match.start()].strip(), key(title[match.end() :])
        if not head or not tail:
            continue
        if key(head) in others:
            return head
        site = any(tail in name or name in tail for name in names if len(name) > 2 or name == tail)
        if site and len(tail) <= len(key(head)) and len(key(head)) >= 8:
            return head
    return title
