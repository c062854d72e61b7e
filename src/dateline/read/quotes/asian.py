"""Attributions in Japanese, Korean and Chinese, by the words and particles that mark them.

These languages mark reported words in writing: と before a verb of saying, 고 and 라고 after a
quotation, a verb and a colon or comma before one. No parser is needed.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from dateline.read.quotes.clause import Attribution, Piece
from dateline.read.quotes.marks import Quoted

LANGUAGES = frozenset({"ja", "ko", "zh"})
# A sentence past this is a table or noise.
LONGEST = 1500
DENIED = re.compile("否定|부인|否认|否認")


def attributions(
    text: str, start: int, end: int, language: str, quoted: Sequence[Quoted]
) -> list[Attribution]:
    """Return what the sentence from ``start`` to ``end`` attributes, in order."""
    if end - start > LONGEST:
        return []
    inside = [q for q in quoted if start <= q.start and q.end <= end]
    rules = {"ja": _japanese, "ko": _korean, "zh": _chinese}[language]
    found: list[Attribution] = []
    for one in rules(text, start, end, inside):
        one.negated = False
        if one.content and one.content[0][0] < one.content[0][1] and not _known(one, found):
            found.append(one)
    return found


def _known(one: Attribution, found: Sequence[Attribution]) -> bool:
    return any(
        other.content == one.content or (other.cue[0] < one.cue[1] and one.cue[0] < other.cue[1])
        for other in found
    )


def _make(text: str, cue: Piece, content: Piece, source: Piece | None, rule: str) -> Attribution:
    denied = DENIED.search(text[slice(*cue)]) is not None
    return Attribution(
        cue=cue, content=[content], source=source, lemma="deny" if denied else "say", rule=rule
    )


# -- Japanese ------------------------------------------------------------------------------


def _japanese(text: str, start: int, end: int, quoted: Sequence[Quoted]) -> Iterator[Attribution]:
    table = _table("ja")
    for quote in quoted:
        match = table["after_quote"].match(text, quote.end, end)
        if match:
            source = _topic(text, start, quote.start, table["topic"])
            yield _make(text, match.span(), (quote.start, quote.end), source, "saying")
    match = table["source"].search(text, start, end)
    if match and not _in_quote(match.start(), quoted):
        content = _trim(text, match.end(), end)
        yield _make(text, match.span("cue"), content, match.span("who"), "according to")
        return
    for match in table["clause"].finditer(text, start, end):
        if _in_quote(match.start(), quoted):
            continue
        source = _topic(text, start, match.start(), table["topic"])
        if source is None:
            continue
        content = _trim(text, source[1] + 1, match.start())
        yield _make(text, match.span(), content, source, "that-clause")


# -- Korean --------------------------------------------------------------------------------


def _korean(text: str, start: int, end: int, quoted: Sequence[Quoted]) -> Iterator[Attribution]:
    table = _table("ko")
    for quote in quoted:
        match = table["after_quote"].match(text, quote.end, end)
        if match:
            source = _topic(text, start, quote.start, table["topic"])
            yield _make(text, match.span("cue"), (quote.start, quote.end), source, "saying")
    match = table["source"].search(text, start, end)
    if match and not _in_quote(match.start(), quoted):
        content = _trim(text, match.end(), end)
        yield _make(text, match.span("cue"), content, match.span("who"), "according to")
        return
    for match in table["clause"].finditer(text, start, end):
        if _in_quote(match.start(), quoted):
            continue
        source = _topic(text, start, match.start(), table["topic"])
        if source is None:
            continue
        content = _trim(text, source[1] + 1, match.start("cue"))
        yield _make(text, match.span("cue"), content, source, "that-clause")


# -- Chinese -------------------------------------------------------------------------------


def _chinese(text: str, start: int, end: int, quoted: Sequence[Quoted]) -> Iterator[Attribution]:
    table = _table("zh")
    reported = table["source"].match(text, start, end)
    if reported:
        content = _trim(text, reported.end(), end)
        yield _make(text, reported.span("cue"), content, reported.span("who"), "according to")
    for match in table["before"].finditer(text, start, end):
        if _in_quote(match.start("cue"), quoted):
            continue
        source = _before(text, start, match.start("cue"))
        quote = next((q for q in quoted if 0 <= q.start - match.end() <= 1), None)
        if quote is not None:
            yield _make(text, match.span("cue"), (quote.start, quote.end), source, "saying")
        elif source is not None and match.group("stop") != "":
            content = _trim(text, match.end(), end)
            yield _make(text, match.span("cue"), content, source, "that-clause")
    for quote in quoted:
        after = table["after_quote"].match(text, quote.end, end)
        if after:
            yield _make(
                text, after.span("cue"), (quote.start, quote.end), after.span("who"), "saying"
            )


def _before(text: str, start: int, cue: int) -> Piece | None:
    """The Chinese source: what stands between the last stop and the cue."""
    cut = max(text.rfind(stop, start, cue) for stop in "，。；：！？、”")
    who = _trim(text, max(cut + 1, start), cue)
    while who[0] < who[1] and text[who[1] - 1] in "还還也并並则則又再曾就在对對":
        who = who[0], who[1] - 1
    match = re.compile(r"(?:\d+日|日前|当天|當天|星期.|周.|週.|今天|昨天|随后|隨後)+$").search(
        text, *who
    )
    if match and match.start() > who[0]:
        who = who[0], match.start()
    return who if 1 < who[1] - who[0] <= 40 else None


# -- shared --------------------------------------------------------------------------------


def _topic(text: str, start: int, end: int, topic: re.Pattern[str]) -> Piece | None:
    """The first phrase before ``end`` that a topic particle marks."""
    match = topic.search(text, start, end)
    return match.span("who") if match else None


def _in_quote(position: int, quoted: Sequence[Quoted]) -> bool:
    return any(q.holds(position) for q in quoted)


def _trim(text: str, start: int, end: int) -> Piece:
    while start < end and text[start] in " 　、，,。：:\xa0":
        start += 1
    while end > start and text[end - 1] in " 　、，,。.：:\xa0":
        end -= 1
    return start, end


@cache
def _table(language: str) -> dict[str, re.Pattern[str]]:
    words = tomllib.loads(Path(__file__).with_name("asian.toml").read_text(encoding="utf-8"))[
        language
    ]
    verbs = words["verbs"].replace("\n", "")
    if language == "ja":
        said = rf"(?:(?:など)?と(?:[^、。「」]{{0,12}}に)?(?:{verbs})(?:て|た|ている|ていた)?"
        shown = rf"(?:など)?との?(?:{words['nouns']})を(?:{words['shown']})(?:て|た|ている)?)"
        return {
            "after_quote": re.compile(rf"{said}|{shown}"),
            "clause": re.compile(rf"(?<=[るたいうくだす」]){said}|(?<=[るたいうくだす」]){shown}"),
            "topic": re.compile(
                rf"(?P<who>[^、。「」（）\s]{{1,40}}?(?:（[^（）]{{1,20}}）)?)(?:{words['topic']})"
            ),
            "source": re.compile(
                rf"(?P<who>[^、。「」]{{1,40}}?)(?P<cue>{words['source_phrases']})、?"
            ),
        }
    if language == "ko":
        return {
            "after_quote": re.compile(
                rf"\s?(?P<cue>{words['joints']}\s?(?:[가-힣]{{1,8}}\s){{0,2}}(?:{verbs})[가-힣]{{0,3}})"
            ),
            "clause": re.compile(
                rf"{words['clause_ends']}\s(?P<cue>(?:[가-힣0-9]{{1,8}}\s)?(?:{verbs})[가-힣]{{0,3}})"
            ),
            "topic": re.compile(rf"(?P<who>[^,.\"“”'‘’]{{2,40}}?)(?:{words['topic']})(?=[\s(,])"),
            "source": re.compile(
                rf"(?P<who>[^,.\"“”'‘’]{{2,40}}?)(?P<cue>{words['source_phrases']}),?\s"
            ),
        }
    return {
        "before": re.compile(rf"(?P<cue>{verbs})(?P<stop>[：:，,]?)"),
        "after_quote": re.compile(
            rf"[，,]?(?P<who>[^，。“”：]{{2,20}}?)(?P<cue>{verbs})(?=[。，])"
        ),
        "source": re.compile(rf"(?P<cue>{words['source_phrases']})，"),
    }
