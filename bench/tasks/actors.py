"""Actors: linking of states, public organisations and office-holders, against gold links.

Data: one JSON Lines file of the ELEVANT benchmarks (or a folder of them), from
github.com/ad-freiburg/elevant, ``benchmarks/*.benchmark.jsonl``, Apache-2.0; the figures quoted
in the docs are for the updated MSNBC set (news stories of 2006 and 2007 by Cucerzan, relabelled).
A line has ``text`` and ``labels`` with ``span``, ``entity_id`` (Wikidata), ``name``, ``type``.

Which gold labels count is decided from the data alone, never from what Dateline knows:

- *states*: labels of type Q27096213 (geographic entity) and Q43229 (organisation) at once, whose
  English name or Wikidata id is that of an entry of ISO 3166-1 (Babel's English territory names
  and the ids of ``state_wikidata.tsv``). Cities and parts of states have the same type: out.
- *organisations*: labels of type Q43229 that are not geographic, whose name has a word of
  :data:`PUBLIC` (ministry, congress, army, party, nations, ...). Firms, clubs, universities,
  hospitals, bands and media are out.
- *office-holders*: persons (Q215627) whom the text itself presents with an office: a word of
  :data:`OFFICE` stands right before, or in the apposition right after, one of the person's
  mentions in that text. All labels of such a person in the text count.

A prediction is right when its span overlaps a counted label and names the same Wikidata entity,
or, where our row has no Wikidata id, one of the actor's English names equals the gold name. It is
wrong when it overlaps a label of another entity, counted or not, or no label at all. Left out of
account: predictions of persons, firms and media on no label or on labels of kinds that do not
count; adjectives ("American") on no label, since the set labels them only sometimes, and on
labels of peoples (Q33829); pronouns, roles and pairs, which the set does not label.

``anachronisms`` counts links by title or role, in sentences made from every office and its
holders in the knowledge base, dated on days just outside their tenures, that name somebody who
did not hold the office on that day.
"""

from __future__ import annotations

import json
import re
import sys
from argparse import Namespace
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from dateline.knowledge import Knowledge, load_knowledge
from dateline.knowledge.tables import DATA, rows
from dateline.read.actors import find_actors
from dateline.records import ActorMention, Span

GEOGRAPHIC, ORGANISATION, PERSON, PEOPLE = "Q27096213", "Q43229", "Q215627", "Q33829"
PUBLIC = re.compile(
    r"\b(?:Government|Ministry|Department|Congress|Senate|House of|Parliament|Assembly|Army|Navy|"
    r"Air Force|Armed Forces|Marine Corps|Coast Guard|Guard|Military|Party|Agency|Administration|"
    r"Bureau|Commission|Committee|Council|Court|Federal|Nations|Union|Organi[sz]ation for|"
    r"Treaty|Monetary Fund|World Bank|Reserve System|Customs|Enforcement|Taliban|Hamas|Hezbollah|"
    r"Qaeda|Authority|Police|Cabinet|Treasury|White House|Pentagon|Interpol|NATO|OPEC)\b"
)
PRIVATE = re.compile(
    r"\b(?:Credit Union|Miners?|Mine Workers|Workers|Teamsters|Football|Rugby|Soccer|Basketball|"
    r"Islamic Relations|Western Union|Union Pacific|Student|Baptist|Church)\b"
)
OFFICE = (
    r"(?:President|Prime Minister|Premier|Chancellor|King|Queen|Emperor|Pope|Secretary|Minister|"
    r"Vice President|Sen\.|Senator|Rep\.|Gov\.|Governor|Attorney General|Speaker|Ayatollah|"
    r"Mayor|Ambassador|Chairman of the Federal Reserve|Director of)"
)
BEFORE = re.compile(OFFICE + r"\s+(?:[A-Z][\w.]*\s+){0,2}$")
AFTER = re.compile(
    r"(?i)^[^.,;\n]{0,30},\s+(?:the|a|an|then|former|who (?:was|is|served as))?\s*"
    r"(?:[\w.'-]+\s+){0,4}(?:president|prime minister|chancellor|king|secretary of|"
    r"foreign minister|defen[sc]e minister|minister|vice president|senator|governor|"
    r"attorney general)\b"
)


def run(data: Path | None, args: Namespace) -> dict[str, float]:
    """Score linking on the labelled texts and probe the tenures."""
    if data is None:
        raise SystemExit("actors: --data FILE is needed")
    knowledge = load_knowledge()
    states = _state_names()
    right = wrong = missed = 0
    for document in _documents(data):
        mentions = _link(document["text"], knowledge)
        counts = score(document, mentions, knowledge, states)
        right, wrong, missed = right + counts[0], wrong + counts[1], missed + counts[2]
    precision = right / (right + wrong) if right + wrong else 0.0
    recall = right / (right + missed) if right + missed else 0.0
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    print(f"labels that count: {right + missed}", file=sys.stderr)
    return {
        "linked_f1": f1,
        "precision": precision,
        "recall": recall,
        "labels": float(right + missed),
        "anachronisms": float(anachronisms(knowledge)),
    }


def _documents(data: Path) -> Iterator[dict[str, Any]]:
    files = sorted(data.glob("*.jsonl")) if data.is_dir() else [data]
    for file in files:
        with file.open(encoding="utf-8") as lines:
            for line in lines:
                yield json.loads(line)


def _state_names() -> set[str]:
    from babel import Locale

    english = Locale.parse("en").territories
    names = {name for code, name in english.items() if re.fullmatch(r"[A-Z]{2}", code)}
    ids = {row["wikidata"] for _, row in rows(DATA / "state_wikidata.tsv", ("id", "wikidata"))}
    return names | ids


def _link(text: str, knowledge: Knowledge) -> tuple[ActorMention, ...]:
    sentences = [
        Span(report="r", start=match.start(), end=match.end())
        for match in re.finditer(r"\S.*?(?:(?<!\b[A-Z])[.!?](?=\s+[\"“A-Z])|$)", text, re.M)
    ]
    return find_actors(
        text, "en", report="r", sentences=sentences, published=None, knowledge=knowledge
    )


def counted(document: dict[str, Any], states: set[str]) -> list[dict[str, Any]]:
    """The gold labels of the kinds in question."""
    text, labels = document["text"], document["labels"]
    holders = {
        label["entity_id"]
        for label in labels
        if PERSON in label["type"].split("|") and _presented(text, label["span"])
    }
    return [
        label
        for label in labels
        if label["entity_id"] in holders or _public(label) or _state(label, states)
    ]


def _presented(text: str, span: list[int]) -> bool:
    before, after = text[max(0, span[0] - 60) : span[0]], text[span[1] : span[1] + 90]
    title = re.match(OFFICE + r"\s", text[span[0] : span[1]])
    return bool(title or BEFORE.search(before) or AFTER.match(after))


def _state(label: dict[str, Any], states: set[str]) -> bool:
    kinds = set(label["type"].split("|"))
    return {GEOGRAPHIC, ORGANISATION} <= kinds and (
        label["entity_id"] in states or label["name"] in states
    )


def _public(label: dict[str, Any]) -> bool:
    kinds = set(label["type"].split("|"))
    return (
        ORGANISATION in kinds
        and not kinds & {GEOGRAPHIC, PERSON}
        and bool(PUBLIC.search(label["name"]))
        and not PRIVATE.search(label["name"])
    )


def score(
    document: dict[str, Any],
    mentions: tuple[ActorMention, ...],
    knowledge: Knowledge,
    states: set[str],
) -> tuple[int, int, int]:
    """Right, wrong and missed links of one document."""
    gold = counted(document, states)
    wanted = {tuple(label["span"]) for label in gold}
    hit: set[tuple[int, ...]] = set()
    right = wrong = 0
    for mention in mentions:
        if mention.how in ("pronoun", "role", "list") or mention.actor.startswith("x:"):
            continue
        over = [
            label
            for label in document["labels"]
            if label["span"][0] < mention.span.end and mention.span.start < label["span"][1]
        ]
        same = [label for label in over if _same(label, mention.actor, knowledge)]
        if any(tuple(label["span"]) in wanted for label in same):
            right += 1
            hit |= {tuple(label["span"]) for label in same}
        elif not same and _counts_against(mention, over, wanted):
            wrong += 1
            words = document["text"][mention.span.start - 20 : mention.span.end + 20]
            print(f"wrong: {mention.actor} ({mention.how}) in {words!r}", file=sys.stderr)
    for label in gold:
        if tuple(label["span"]) not in hit:
            words = document["text"][label["span"][0] - 20 : label["span"][1] + 20]
            print(f"missed: {label['name']} in {words!r}", file=sys.stderr)
    return right, wrong, len(wanted - hit)


def _same(label: dict[str, Any], actor_id: str, knowledge: Knowledge) -> bool:
    wikidata = knowledge.wikidata(actor_id)
    if wikidata:
        return bool(wikidata == label["entity_id"])
    names = {n.text.lower() for n in knowledge.actor(actor_id).names if n.language == "en"}
    return label["name"].lower() in names


def _counts_against(
    mention: ActorMention, over: list[dict[str, Any]], wanted: set[tuple[int, ...]]
) -> bool:
    if any(tuple(label["span"]) in wanted for label in over):
        return True
    if mention.how == "adjective":
        return bool(over) and not any(PEOPLE in label["type"] for label in over)
    if mention.kind in ("company", "media"):
        return False
    return mention.kind != "territory" and (bool(over) or mention.kind != "person")


def anachronisms(knowledge: Knowledge) -> int:
    """Links of a title or role to somebody out of office on the day of the made report."""
    wrong = 0
    for office in knowledge.offices:
        if not knowledge.role(office).single:
            continue
        body = office.partition("-")[0]
        actor = knowledge.actors.get(body)
        titles = [t for t in knowledge.titles if t.language == "en" and t.fits(office)]
        if actor is None or not titles:
            continue
        state = next((n.text for n in actor.names if n.language == "en"), body)
        for tenure in knowledge.tenures(office):
            days = [tenure.start and tenure.start - timedelta(days=1), tenure.end]
            name = next((n.text for n in knowledge.actor(tenure.person).names), "")
            for day in days:
                if day is not None:
                    text = f"{state}'s {titles[0].text} spoke. {titles[0].text.title()} " + (
                        f"{name.split(' ')[-1]} met reporters. The {titles[0].text} left."
                    )
                    wrong += _out_of_office(text, day, office, knowledge)
    return wrong


def _out_of_office(text: str, day: date, office: str, knowledge: Knowledge) -> int:
    sentences = [
        Span(report="r", start=m.start(), end=m.end()) for m in re.finditer(r"[^.]+\.\s*", text)
    ]
    mentions = find_actors(
        text,
        "en",
        report="r",
        sentences=sentences,
        published=datetime.combine(day, time(12), UTC),
        knowledge=knowledge,
    )
    titles = [t for t in knowledge.titles if t.language == "en" and t.fits(office)]
    wrong = 0
    for mention in mentions:
        if mention.how in ("title", "role") and mention.kind == "person":
            held = knowledge.offices_of(mention.actor, day)
            wrong += not any(title.fits(o) for title in titles for o in held)
    return wrong
