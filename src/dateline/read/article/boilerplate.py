"""What stands in the article's column but isn't the article: by its marks and by its words.

The words are in ``boilerplate.tsv``, language by language.
"""

from __future__ import annotations

import functools
import re
from importlib import resources

from lxml import etree

# Words in the class, id and role of an element; each stands whole, between separators or humps.
_WORDS = (
    r"newsletter\w*|subscri\w*|promo\w*|advert\w*|adslot|banner|sponsor\w*|cookie\w*|consent"
    r"|related\w*|recommend\w*|read-?more|more-?(?:on|from|stories|news|articles)|teasers?"
    r"|also-?read|see-?also|most-?(?:read|popular)|trending|popular|outbrain|taboola"
    r"|share\w*|sharing|social\w*|follow-?us|comments?|comment-(?:list|form)|disqus|feedback"
    r"|captions?|credits?|copyright|photo-?(?:credit|by)|image-?(?:credit|source|widget)|legend"
    r"|bylines?|authors?|author-?(?:bio|box|info|card|name)|bio|timestamp|pubdate"
    r"|breadcrumbs?|tags?|tag-?list|topics?|keywords|toolbar|navigation|menu|pagination"
    r"|twitter-tweet|instagram-media|tiktok-embed|embed\w*|gallery|slideshow"
    r"|video-?(?:player|meta|description)|player|inline-?signup|sign-?up|login|register|donat\w*"
    r"|survey|poll|quiz|disclaimer|print-?only|sr-only|visually-?hidden|screen-?reader\w*"
    r"|info-?box|fact-?box|faktaboks|footer|modal|popup|tooltip|skip-?link"
)
_MARKS = re.compile(rf"(?:^|[\s_-]|(?<=[a-z]))(?:{_WORDS})(?=$|[\s_-]|[A-Z0-9])")
# Words that mark the standfirst, in the languages of web design.
_SUMMARY = re.compile(
    r"(?:^|[\s_-]|(?<=[a-z]))(?:summary|stand-?first|leads?|lede|intro\w*|dek|deck|sub-?title"
    r"|sub-?head\w*|sub-?line|excerpt|chapo|ingress|perex|vorspann|bajada|entradilla|catenaccio"
    r"|sommario|abstract|preamble|manchet|description|kurzfassung|epigraph|spitzmarke)"
    r"(?=$|[\s_-]|[A-Z0-9])",
    re.I,
)
_ATTRIBUTES = ("class", "id", "role", "itemprop", "data-testid", "data-component")

# "By Ann Lee" in the words of many languages; a name begins with a capital, so case counts.
_BY = re.compile(
    r"^\W{0,3}(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]a|[Dd]oor|[Aa]v|[Aa]f|Autor(?:in)?|Text"
    r"|Redaktion|[Rr]eported by)\s?:?\s[A-ZÀ-Þ]"
)
_TIME = re.compile(r"\d{1,2}[:.h]\d{2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d")
_LETTERS = re.compile(r"[^\W\d_]")


@functools.cache
def _lines() -> dict[str, re.Pattern[str]]:
    """Return the patterns of ``boilerplate.tsv`` by kind, all languages in one."""
    table = resources.files(__package__).joinpath("boilerplate.tsv").read_text(encoding="utf-8")
    kinds: dict[str, list[str]] = {}
    for row in table.splitlines():
        if row and not row.startswith("#"):
            kind, _, pattern = row.split("\t")
            kinds.setdefault(kind, []).append(pattern)
    return {
        kind: re.compile(rf"^\W{{0,4}}(?:{'|'.join(patterns)})", re.I)
        for kind, patterns in kinds.items()
    }


def marks(element: etree._Element) -> str:
    """Return the class, id and role words of an element."""
    values = (element.get(name) for name in _ATTRIBUTES)
    return " ".join(value[:200] for value in values if value)


def is_marked(element: etree._Element) -> bool:
    """True when the marks of an element say that it isn't part of an article."""
    return bool(_MARKS.search(marks(element)))


def is_summary(element: etree._Element) -> bool:
    """True when the marks of an element say that it is the standfirst of an article."""
    return bool(_SUMMARY.search(marks(element)))


def leads_away(text: str) -> bool:
    """True for a line that leads to something else: "Related:", "Sign up for …", "Photo: …"."""
    return len(text) < 300 and bool(_lines()["lead"].match(text))


def is_byline(text: str) -> bool:
    """True for a line that says who wrote when, not what happened."""
    if len(text) > 120:
        return False
    if _BY.match(text) or _lines()["byline"].match(text):
        return True
    left = _TIME.sub("", text)
    return left != text and len(_LETTERS.findall(left)) <= 25


def is_credit(text: str) -> bool:
    """True for a closing line that credits agencies or colleagues and tells nothing else."""
    return (
        bool(_lines()["credit"].match(text))
        and not text.rstrip().endswith("?")
        and len(text.split()) <= 30
    )
