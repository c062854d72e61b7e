"""A folder of bad things among good ones: each bad one is named, every good one is in."""

import gzip
import json
from pathlib import Path

import pytest

from tests.conftest import Cli

GOOD = (
    "Ministers from Norway and Finland met in Oslo on Monday and agreed to build a railway "
    "across the northern border. The work will begin next year, the two governments said. "
    "Officials had argued about the route since 2019.\n"
)
LAUGHS = """<?xml version="1.0"?>
<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">]>
<rss version="2.0"><channel><title>&d;</title>
<item><title>&d;</title><link>http://x.example/1</link></item></channel></rss>
"""
KLINGON = (
    "tlhIngan maH. Qapla' batlh je. Heghlu'meH QaQ jajvam. bortaS bIr jablu'DI' reH QaQqu' nay'. "
    "nuqneH. wo' batlhvaD. Dajatlh 'e' vIneH. qaStaH nuq. yIDoghQo'. bIjatlh 'e' yImev. "
    "Hab SoSlI' Quch. ghuy'cha'. Hoch DaSovbe'. lu', jIyaj. "
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "mixed"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    (folder / "latin.txt").write_bytes(
        "Le ministre français a déclaré à Genève que l'accord serait signé en été, "
        "malgré les réserves exprimées par plusieurs députés.\n".encode("cp1252")
    )
    (folder / "broken.html").write_text(
        f"<html><head><title>Railway agreed</title><body><div><p>{GOOD}<p><b><i>{GOOD}</div></p",
        "utf-8",
    )
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "bomb.txt.gz").write_bytes(gzip.compress(b"A" * 400_000_000, compresslevel=9))
    (folder / "laughs.xml").write_text(LAUGHS, encoding="utf-8")
    (folder / "klingon.txt").write_text(KLINGON, encoding="utf-8")
    (folder / "charset.txt").write_bytes(
        "政府は13日、".encode("utf-16-le") + b"\xff\xfe\x00\x00\x81" * 20
    )
    with (folder / "huge.txt").open("w", encoding="utf-8") as huge:
        for _ in range(60):
            huge.write((GOOD * 5000)[:1_000_000])
    return folder


@pytest.mark.slow
def test_each_bad_item_is_named_with_its_reason(cli: Cli, folder: Path, tmp_path: Path) -> None:
    db = tmp_path / "desk.db"
    ran = cli("add", str(folder), "--as-of", "2026-02-10", db=db)
    assert ran.returncode == 3, ran.stderr
    bad = ("empty.txt", "binary.txt", "bomb.txt.gz", "laughs.xml", "klingon.txt", "charset.txt",
           "huge.txt")  # fmt: skip
    for name in bad:
        (line,) = [line for line in ran.stderr.splitlines() if name in line]
        assert line.startswith("rejected ")
        assert len(line) > len(name) + 30, "a reason in words"
    told = json.loads(cli("doctor", "--json", db=db).stdout)
    assert {Path(item["name"]).name for item in told["rejections"]} == set(bad)
    assert told["counts"]["report"] == 3
    assert "Traceback" not in ran.stderr
