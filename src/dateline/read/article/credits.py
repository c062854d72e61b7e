"""Datelines and credit lines: where a report was written and whose report it says it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.read.article import agencies
from dateline.read.article.headings import derivation
from dateline.read.article.tree import key
from dateline.records import Block, Credit, Dateline, Span

# A dateline stands within this many characters of the first paragraph's start.
_OPENING = 140

_MONTH = (
    r"(?:Jan|Feb|Fev|Fév|Mar|Mär|Apr|Abr|Avr|May|Mai|Mag|Jun|Jui|Giu|Jul|Lug|Aug|Ago|Aoû|Sep|Set"
    r"|Oct|Okt|Out|Ott|Nov|Dec|Dez|Déc|Dic|Ene|Gen|янв|фев|мар|апр|мая|май|июн|июл|авг|сен|окт"
    r"|ноя|дек)\w{0,8}\.?"
)
_DATE = (
    rf"(?:\d{{1,2}}\.?\s?(?:de\s)?{_MONTH}(?:\s(?:de\s)?\d{{4}})?|{_MONTH}\s\d{{1,2}}"
    r"(?:,?\s\d{4})?|\d{1,2}[./]\d{1,2}[./]?(?:\d{2,4})?"
    r"|(?:\d{4}年)?(?:[\d０-９]{1,2}月)?[\d０-９]{1,2}日|[\d]{1,2}월 ?[\d]{1,2}일)"
)
_DASH = r"[-‐-―−ー－]{1,3}"
# "NARA, Japan (Reuters) —", "Tokio (dpa) -", "Madrid, 13 ene (EFE).-", "МОСКВА, 13 янв. /ТАСС/."
_LATIN = re.compile(
    rf"^(?P<place>[^\W\d_][^()\[\]/\n:;!?]{{1,60}}(?:/[^\W\d_][^()\[\]/\n:;!?]{{1,30}}){{0,2}}?)"
    rf"\s{{0,2}}[(\[/](?P<inner>[^()\[\]/\n]{{2,40}}(?:/[^()\[\]/\n]{{2,20}}){{0,2}})[)\]/]"
    rf"\s?[.,:]?\s?(?:{_DASH}|=)?\s{{0,2}}",
)
# "(ANSA) - ROMA, 13 GEN -", "(AP) —"
_AGENCY_FIRST = re.compile(
    rf"^[(\[](?P<inner>[^()\[\]\n]{{2,40}})[)\]]\s?{_DASH}\s?"
    rf"(?:(?P<place>[^\W\d_a-zß-ÿ][^\W\d_a-zß-ÿ]+(?:[ '-][^\W\d_a-zß-ÿ]+){{0,3}})"
    rf"(?:,\s(?i:{_DATE}))?\s?{_DASH}\s)?"
)
# "SEOUL, South Korea —" (no agency), "МОСКВА, 13 янв — РИА Новости."
_CAPITALS = re.compile(
    rf"^(?P<place>[^\W\d_]{{2,}}(?:[ .'-]{{1,2}}[^\W\d_]{{1,}}){{0,3}}"
    rf"(?:,\s[^\W\d_][\w. ]{{1,25}})?(?:,\s{_DATE})?)\.?\s{_DASH}\s(?P<inner>[^.\n]{{2,30}}\.\s)?",
)
# 【ソウル聯合ニュース】, （東京共同）, [東京 13日 ロイター], (도쿄=연합뉴스)
_BRACKETS = re.compile(
    r"^[(（\[【〔［](?P<inner>[^()（）\[\]【】〔〕［］\n]{2,40})[)）\]】〕］]\s?"
)
# 新华社东京1月13日电（记者…）
_WIRE = re.compile(
    rf"^(?P<agency>[一-鿿]{{2,6}}?[社网網]|本[报報社台刊])(?P<place>[一-鿿·]{{2,12}}?)(?P<date>{_DATE})"
    r"[电電讯訊](?:\s?[(（][^()（）\n]{1,30}[)）])?\s?"
)
# (서울=한강일보): an unknown name stands for an agency where the form leaves no doubt.
_EQUATION = re.compile(
    r"^(?P<place>[^\W\d_][\w ·]{0,20})\s?[=＝]\s?(?P<agency>[^\W\d_][\w .]{1,20})$"
)
_NAMED = re.compile(r"^[A-ZÀ-Þ][\w&.'’-]*(?: [A-ZÀ-Þ&][\w&.'’-]*){0,3}$")
# 【東京】 is a place; these stand in the same brackets and are none.
_LABELS = re.compile(
    r"速報|解説|独自|写真|動画|社説|特集|号外|更新|訂正|詳報|図解|単独|関連|会員|連載|インタビュー|コラム"
    r"|快[讯訊]|独家|獨家|[視视][頻频]|[评評][论論]|本[报報]|專訊|속보|단독|종합|포토|영상|인터뷰"
)
_MAX_LABEL = 8
_NOT_PLACE = re.compile(
    rf"{_DATE}|記者.*|记者.*|特派員.*|特派员.*|특파원.*|기자.*|[專专]?[電电訊讯]$"
)
_EDGES = " \u3000=＝,、，.:：/·・-–—"

_LAST_WORDS = re.compile(
    r"(?:[(（\[【](?P<bracket>[^()（）\[\]【】\n]{2,60})[)）\]】]|(?:^|\s)[-–—/©]\s?(?P<dash>[^-–—/\n]{2,40}))"
    r"[\s.。]*$"
)
_WITH = re.compile(
    r"^\W{0,3}(?:with|mit(?: material von)?|avec|con(?: información de)?|com(?: informações d[ae])?"
    r"|agencies?:?|agenturen:?|with (?:inputs?|reporting) from|additional reporting by)\s", re.I,
)  # fmt: skip
_PHRASE = re.compile(
    r"\b(?:first|originally|earlier)\s(?:reported|published)\s(?:by|in|on)\s(?:the\s)?"
    r"(?P<who>[A-Z][\w&.'’-]*(?:\s[A-Z][\w&.'’-]*){0,4})"
)
# "..., Harbour Press reported on Tuesday."
_REPORTED = re.compile(
    r",\s(?:the\s)?(?P<who>[A-Z][\w&.'’-]*(?:\s[A-Z][\w&.'’-]*){0,3})(?:\snews agency)?"
    r"\s(?:has\s)?report(?:s|ed)(?:\son\s[A-Z][a-z]+day)?(?=[.\n]|$)"
)
_MAX_LINE = 200
_MAX_PHRASES = 20


def dateline(text: str, blocks: tuple[Block, ...], report: str) -> Dateline | None:
    """Read the dateline that opens the first paragraph; None where there is none."""
    first = next((block for block in blocks if block.kind == "paragraph"), None)
    if first is None:
        return None
    opening = text[first.start : min(first.end, first.start + _OPENING)]
    found = _wire(opening) or _bracketed(opening) or _spaced(opening)
    if found is None:
        return None
    end, place, agency = found
    span = Span(report=report, start=first.start, end=first.start + len(opening[:end].rstrip()))
    return Dateline(span=span, place=place, agency=agency)


def _wire(opening: str) -> tuple[int, str | None, str | None] | None:
    match = _WIRE.match(opening)
    if match is None:
        return None
    own = match["agency"].startswith("本")  # "this paper's dispatch": no agency
    return match.end(), match["place"], None if own else match["agency"]


def _bracketed(opening: str) -> tuple[int, str | None, str | None] | None:
    match = _BRACKETS.match(opening)
    if match is None:
        return None
    inner = match["inner"]
    agency = agencies.pattern().search(inner)
    if agency is None:
        return _unknown(match, inner)
    rest = inner[: agency.start()] + " " + inner[agency.end() :]
    place = _NOT_PLACE.sub("", rest).strip(_EDGES) or None
    end = match.end()
    first = _AGENCY_FIRST.match(opening)
    if first and place is None and agencies.agency(inner):
        written = first["place"]
        if written and written.strip() == written.strip().upper():
            return first.end(), written.strip(), agency[0]
        dash = re.compile(rf"\s?{_DASH}\s?").match(opening, end)
        end = dash.end() if dash else end
    return end, place, agency[0]


def _unknown(match: re.Match[str], inner: str) -> tuple[int, str | None, str | None] | None:
    """Read brackets that name no known agency: "(서울=한강일보)", "【東京】"."""
    if match.end() == len(match.string):
        return None
    equation = _EQUATION.match(inner)
    if equation and not inner.isascii():
        # in 【ソウル＝…】 it is the reporter who is named after the place
        agency = None if match[0].startswith("【") else equation["agency"].strip()
        return match.end(), equation["place"].strip(), agency
    place = match[0].startswith("【") and len(inner) <= _MAX_LABEL and inner.isalpha()
    return (match.end(), inner, None) if place and not _LABELS.search(inner) else None


def _spaced(opening: str) -> tuple[int, str | None, str | None] | None:
    match = _LATIN.match(opening)
    if match:
        agency = agencies.pattern().search(match["inner"])
        place = _place(match["place"])
        if agency and place:
            return match.end(), place, agency[0]
        dashed = re.search(rf"{_DASH}\s*$", match[0])
        if place and dashed and _is_capitals(place) and _NAMED.match(match["inner"]):
            return match.end(), place, match["inner"]
    match = _CAPITALS.match(opening)
    if match is None:
        return None
    place = _place(match["place"])
    if place is None or not _is_capitals(place):
        return None
    agency_name = agencies.agency(match["inner"]) if match["inner"] else None
    if agency_name is None and match["inner"]:
        return match.start("inner"), place, None
    return match.end(), place, agency_name


def _is_capitals(place: str) -> bool:
    """True when the town is written in capitals, as datelines are."""
    town = place.split(",")[0]
    return len(town) >= 3 and town == town.upper() and town != town.lower()


def _place(written: str) -> str | None:
    """Return the place without its date; None when the words are no place but a sentence."""
    parts = [
        re.sub(rf"\s?{_DATE}\s*$", "", part.strip(), flags=re.I) for part in written.split(",")
    ]
    place = ", ".join(part.strip(_EDGES) for part in parts if part.strip(_EDGES))
    words = re.findall(r"[^\W\d_]+", place)
    small = sum(word[0].islower() for word in words)
    return place if words and words[0][0].isupper() and small <= 2 and len(words) <= 8 else None


def credits(
    text: str,
    blocks: tuple[Block, ...],
    report: str,
    authors: tuple[str, ...],
    opening: Dateline | None,
    outlet: str | None,
) -> tuple[Credit, ...]:
    """Collect what the report says of whose report it is, in reading order, bylines first.

    An agency that stands only in the page's byline is not part of the stored text: its span is
    empty and lies at 0. The outlet's own name credits no one.
    """
    found = [
        Credit(span=Span(report=report, start=0, end=0), outlet=match[0], kind="byline")
        for author in authors
        for match in agencies.pattern().finditer(author)
        if agencies.agency(author) or agencies.agency(author.split("/")[0])
    ]
    if opening and opening.agency:
        start = text.find(opening.agency, opening.span.start)
        span = Span(report=report, start=start, end=start + len(opening.agency))
        found.append(Credit(span=span, outlet=opening.agency, kind="dateline"))
    found += _phrases(text, blocks, report)
    found += _lines(text, blocks, report)
    own = key(outlet or "")
    return tuple(credit for credit in found if key(credit.outlet) != own)


def _phrases(text: str, blocks: tuple[Block, ...], report: str) -> Iterator[Credit]:
    count = 0
    for block in blocks:
        if block.kind != "paragraph" or count >= _MAX_PHRASES:
            continue
        for match in (
            *_PHRASE.finditer(text, block.start, block.end),
            *_REPORTED.finditer(text, block.start, block.end),
        ):
            count += 1
            span = Span(report=report, start=match.start("who"), end=match.end("who"))
            yield Credit(span=span, outlet=match["who"], kind="phrase")


def _lines(text: str, blocks: tuple[Block, ...], report: str) -> Iterator[Credit]:
    for index, block in enumerate(blocks):
        written = text[block.start : block.end]
        outlet = derivation(written) if block.kind == "derivation" else None
        if outlet is not None:
            if outlet:
                start = block.start + written.rfind(outlet)
                span = Span(report=report, start=start, end=start + len(outlet))
                yield Credit(span=span, outlet=outlet, kind="line")
        elif index >= len(blocks) - 3 and block.kind in ("paragraph", "derivation"):
            yield from _last_words(written, block.start, report)


def _last_words(written: str, offset: int, report: str) -> Iterator[Credit]:
    """Credit in the last words of a paragraph: "(聯合)", "— Reuters", "With AFP"."""
    match = _LAST_WORDS.search(written[-_MAX_LINE:])
    base = max(0, len(written) - _MAX_LINE)
    if match and (match["bracket"] or agencies.pattern().match(match["dash"])):
        group = "bracket" if match["bracket"] else "dash"
        start, end = base + match.start(group), base + match.end(group)
    elif len(written) <= _MAX_LINE and (_WITH.match(written) or agencies.agency(written)):
        start, end = 0, len(written)
    else:
        return
    known = False
    for name in agencies.pattern().finditer(written, start, end):
        known = True
        whole = Span(report=report, start=offset + name.start(), end=offset + name.end())
        yield Credit(span=whole, outlet=name[0], kind="line")
    alone = match is not None and not written[: base + match.start()].strip()
    if alone and not known and _NAMED.match(written[start:end]):  # "(Harbour Press)", no more
        whole = Span(report=report, start=offset + start, end=offset + end)
        yield Credit(span=whole, outlet=written[start:end], kind="line")
