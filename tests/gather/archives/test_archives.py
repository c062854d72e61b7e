"""Each archive form through the stage's door: told by content, read into text and facts."""

import gzip
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from dateline.errors import ConfigError
from dateline.gather import GatherOptions, collect
from dateline.gather.archives.mapping import load_mapping
from dateline.records import Fetched, Rejected
from tests.gather.archives import samples

NOW = datetime(2026, 1, 20, tzinfo=UTC)


def take(path: Path, content: str | bytes, now: datetime = NOW, **options: Any) -> list[Any]:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(collect([str(path)], GatherOptions(**options), now))


def one(items: list[Any]) -> Fetched:
    (item,) = items
    assert isinstance(item, Fetched), item
    return item


def lines(*values: object) -> str:
    return "".join(json.dumps(value) + "\n" for value in values)


@pytest.mark.parametrize("name", ["message.xml", "message.txt", "message"])
def test_newsml_is_told_by_its_content(tmp_path: Path, name: str) -> None:
    item = take(tmp_path / name, samples.NEWSML)[0]
    assert item.content.decode() == (
        "SANTIAGO, Jan 12 — Not the headline of the item\n\n"
        "A strong quake shook northern Chile on Monday.\n\nThree people were hurt."
    )
    hints = item.hints
    assert (hints.title, hints.outlet) == ("Strong quake off northern Chile", "Meridian Wire")
    assert (hints.language, hints.authors) == ("en", ("Ana Ruiz",))
    assert hints.published == datetime(2026, 1, 12, 12, tzinfo=UTC)
    assert hints.updated == datetime(2026, 1, 12, 13, 20, tzinfo=UTC)
    assert hints.own_id == "urn:newsml:meridian.example:20260112:quake"


def test_newsml_rejects_by_name_what_may_not_be_told(tmp_path: Path) -> None:
    items = take(tmp_path / "m.xml", samples.NEWSML)
    refused = {item.name.rpartition(":")[2]: item.kind for item in items[1:]}
    assert all(isinstance(item, Rejected) for item in items[1:])
    assert refused == {
        "dead": "withdrawn", "later": "embargo", "open": "embargo",
        "photo": "unsupported", "top": "unsupported",
    }  # fmt: skip


def test_an_embargo_ends(tmp_path: Path) -> None:
    after = datetime(2026, 3, 1, 1, tzinfo=UTC)
    items = take(tmp_path / "m.xml", samples.NEWSML, now=after)
    taken = [item.hints.title for item in items if isinstance(item, Fetched)]
    assert taken == ["Strong quake off northern Chile", "Budget"]


def test_newsml_1_is_named(tmp_path: Path) -> None:
    (item,) = take(tmp_path / "old.xml", "<?xml version='1.0'?><NewsML><NewsItem/></NewsML>")
    assert (item.kind, item.reason) == ("unsupported", "is NewsML 1; NewsML-G2 is taken")


def test_nitf(tmp_path: Path) -> None:
    item = one(take(tmp_path / "a.xml", samples.NITF))
    assert item.content.decode() == (
        "LIMA — Les ministres se sont entendus lundi.\n\nLe texte vaut pour deux ans."
    )
    hints = item.hints
    assert (hints.title, hints.outlet) == ("Un accord à Lima", "Le Courrier du Port")
    assert (hints.language, hints.authors, hints.section) == ("fr", ("Luc Morel",), "Monde")
    assert hints.published == datetime(2026, 1, 12, 13, 20, tzinfo=UTC)
    assert hints.own_id == "MW-7781"


def test_nitf_inside_newsml(tmp_path: Path) -> None:
    nitf = samples.NITF.partition("?>")[2]
    wrapped = (
        '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="g1"><itemMeta/>'
        f"<contentSet><inlineXML>{nitf}</inlineXML></contentSet></newsItem>"
    )
    item = one(take(tmp_path / "a.xml", wrapped))
    assert item.hints.title == "Un accord à Lima"
    assert item.hints.own_id == "g1"


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ('status="usable"', 'status="canceled"', "withdrawn"),
        ('status="usable"', 'status="embargoed"', "embargo"),
        ("<body.content>", "<body.other>", "broken"),
    ],
)
def test_nitf_that_may_not_be_taken(tmp_path: Path, before: str, after: str, kind: str) -> None:
    (item,) = take(tmp_path / "a.xml", samples.NITF.replace(before, after))
    assert isinstance(item, Rejected)
    assert item.kind == kind


@pytest.mark.parametrize("root", ["nitf", "newsItem"])
def test_entities_are_refused(tmp_path: Path, root: str) -> None:
    bomb = f'<!DOCTYPE {root} [<!ENTITY a "aaaa">]><{root}>&a;</{root}>'
    (item,) = take(tmp_path / "bomb.xml", bomb)
    assert item.kind == "entity"


def test_deep_markup_ends(tmp_path: Path) -> None:
    deep = "<nitf><body><body.content>" + "<p>" * 50_000 + "</p>" * 50_000
    (item,) = take(tmp_path / "deep.xml", deep + "</body.content></body></nitf>")
    assert isinstance(item, Rejected)


@pytest.mark.parametrize(
    ("value", "title", "outlet", "language", "text"),
    [
        (samples.NINJS_1, "Einigung in Wien", "Meridian Wire", "de",
         "Die Minister einigten sich.\n\nDer Vertrag gilt zwei Jahre."),
        (samples.NINJS_3, "Deal in Vienna", "Meridian Wire", "en", "Ministers agreed.\n\nOne"),
        (samples.NEWS_PLEASE, "Strong quake off Chile", "meridian.example", "en",
         "A strong quake shook Chile.\nThree people were hurt."),
        (samples.FUNDUS, "Strong quake off Chile", "Meridian Wire", "en",
         "Three hurt.\n\nA strong quake shook Chile.\n\nDamage\n\nRoofs fell.\n\n"
         "Roads are closed."),
        (samples.EVENT_REGISTRY, "Strong quake off Chile", "Meridian Wire", "en",
         "A strong quake shook Chile.\n\nThree people were hurt."),
    ],
    ids=["ninjs 1", "ninjs 3", "news-please", "fundus", "event registry"],
)  # fmt: skip
def test_dialects(
    tmp_path: Path, value: dict[str, Any], title: str, outlet: str, language: str, text: str
) -> None:
    alone = one(take(tmp_path / "one.json", json.dumps(value)))
    (listed,) = take(tmp_path / "list.json", json.dumps([value]))
    line, bad = take(tmp_path / "lines.jsonl.gz", gzip.compress(lines(value, {"uri": 1}).encode()))
    assert alone.id == listed.id == line.id
    assert bad.kind == "broken"
    hints = alone.hints
    assert (hints.title, hints.outlet, hints.language) == (title, outlet, language)
    assert hints.published is not None
    assert hints.published.day == 12
    assert alone.content.decode() == text


def test_cancelled_ninjs_is_rejected(tmp_path: Path) -> None:
    (item,) = take(tmp_path / "a.json", json.dumps({**samples.NINJS_1, "pubstatus": "canceled"}))
    assert item.kind == "withdrawn"


def test_an_answer_of_event_registry_is_a_list(tmp_path: Path) -> None:
    answer = {"articles": {"results": [samples.EVENT_REGISTRY], "totalResults": 1}}
    assert one(take(tmp_path / "a.json", json.dumps(answer))).hints.own_id == "8123"


MAPPING = """
[fields]
text = "story.parts.*.words"
title = "story.head"
published = "stamp"
authors = "people.*.name"
url = "links.0"
[dates]
format = "%d.%m.%Y %H:%M"
zone = "Europe/Berlin"
[constants]
outlet = "Hafenblatt"
language = "de"
"""
THEIRS = {
    "story": {"head": "Einigung", "parts": [{"words": "Eins."}, {"x": 1}, {"words": "Zwei."}]},
    "stamp": "12.01.2026 08:30", "people": [{"name": "Eva Lang"}, {"name": "Jo Kern"}],
    "links": ["https://hafenblatt.example/1"],
}  # fmt: skip


def test_a_declared_mapping(tmp_path: Path) -> None:
    declared = tmp_path / "map.toml"
    declared.write_text(MAPPING)
    content = lines(THEIRS, {**THEIRS, "stamp": "gestern"}, {**THEIRS, "story": {}})
    item, bad_time, no_text = take(
        tmp_path / "theirs.jsonl", content, mapping=load_mapping(declared)
    )
    assert item.content.decode() == "Eins.\n\nZwei."
    hints = item.hints
    assert hints.published == datetime(2026, 1, 12, 7, 30, tzinfo=UTC)
    assert (hints.title, hints.outlet, hints.language) == ("Einigung", "Hafenblatt", "de")
    assert (hints.authors, hints.url) == (("Eva Lang", "Jo Kern"), "https://hafenblatt.example/1")
    assert "published (stamp) is 'gestern'" in bad_time.reason
    assert no_text.reason == "has no text at 'story.parts.*.words'"


@pytest.mark.parametrize(("form", "written"), [("unix", 1768203000), ("unix-ms", "1768203000000")])
def test_times_as_numbers(tmp_path: Path, form: str, written: object) -> None:
    declared = tmp_path / "map.json"
    declared.write_text(
        json.dumps({"fields": {"text": "t", "published": "at"}, "dates": {"format": form}})
    )
    content = lines({"t": "Words.", "at": written})
    item = one(take(tmp_path / "a.jsonl", content, mapping=load_mapping(declared)))
    assert item.hints.published == datetime(2026, 1, 12, 7, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("[fields]\ntitle = 'a'", "neither where the text nor where the html is"),
        ("[fields]\ntext = 'a'\nheadline = 'b'", "fields.headline is not one of"),
        ("[fields]\ntext = 3", "fields.text is not a string"),
        ("[fields]\ntext = 'a'\n[dates]\nzone = 'Atlantis'", "'Atlantis' is no IANA time zone"),
        ("[feilds]\ntext = 'a'", "no part is called 'feilds'"),
        ("text", "can't be read"),
    ],
)
def test_a_wrong_mapping_says_what_is_wrong(tmp_path: Path, written: str, says: str) -> None:
    declared = tmp_path / "map.toml"
    declared.write_text(written)
    with pytest.raises(ConfigError, match=says):
        load_mapping(declared)
