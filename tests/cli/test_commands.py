"""The commands as a script sees them: output, exit codes, one-line errors."""

import json
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

import dateline
from tests.conftest import ROOT, Cli


@pytest.fixture(scope="module")
def read_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk that holds the three reports of the earthquake."""
    db = tmp_path_factory.mktemp("quake") / "desk.db"
    with dateline.open(str(db)) as desk:
        added = desk.add([str(ROOT / "examples" / "quake")], now=datetime(2026, 2, 10, tzinfo=UTC))
    assert added.reports == 3
    return db


@pytest.fixture
def db(read_once: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(read_once, tmp_path / "desk.db"))


def test_add_says_what_it_did(cli: Cli, root: Path, tmp_path: Path) -> None:
    ran = cli("add", str(root / "examples" / "power"), "--json", db=tmp_path / "a.db")
    told = json.loads(ran.stdout)
    assert (told["gathered"], told["reports"], len(told["stories"])) == (3, 3, 1)
    assert told["rejected"] == []


def test_stories_as_text_and_json(cli: Cli, db: Path) -> None:
    (line,) = json.loads(cli("stories", "--json", db=db).stdout)
    assert line["reports"] == 3
    assert line["independent"] == 3
    assert line["languages"] == ["en", "ja"]
    text = cli("stories", db=db).stdout
    assert line["id"] in text
    assert "3 reports, 3 independent" in text


def test_as_of_hides_what_came_later(cli: Cli, db: Path) -> None:
    assert json.loads(cli("stories", "--json", "--as-of", "2026-01-11", db=db).stdout) == []
    brief = json.loads(cli("brief", "--json", "--as-of", "2026-01-12T15:00:00Z", db=db).stdout)
    assert [source["outlet"] for source in brief["sources"]] == ["Meridian Wire"]


def test_a_citation_opens_its_sentence(cli: Cli, db: Path) -> None:
    brief = json.loads(cli("brief", "--json", db=db).stdout)
    claim = brief["sections"][0]["claims"][0]
    span = claim["spans"][0]
    opened = json.loads(cli("show", span["id"], "--json", db=db).stdout)
    assert opened["text"] == span["text"]
    assert opened["report"]["id"] == span["report"]
    shown = cli("show", span["id"], db=db).stdout
    assert " ".join(opened["text"].split())[:60] in " ".join(shown.split())


def test_search_finds_words_in_two_languages(cli: Cli, db: Path) -> None:
    assert "Andes Courier" in cli("search", "copper", "mines", db=db).stdout
    (hit,) = json.loads(cli("search", "津波", "--json", db=db).stdout)
    assert hit["outlet"] == "大和日日新聞"
    assert "津波" in hit["text"] or "津波" in hit["title"]
    assert "Nothing found" in cli("search", "zeppelin", db=db).stdout


def test_read_explains_without_keeping(cli: Cli, root: Path, tmp_path: Path) -> None:
    file = str(root / "examples" / "quake" / "01-meridian-wire.md")
    ran = cli("read", file, "--explain", db=tmp_path / "none.db")
    assert ran.returncode == 0, ran.stderr
    assert "[title] Strong quake off northern Chile" in ran.stdout
    assert "date:" in ran.stdout
    assert "actor:" in ran.stdout
    assert json.loads(cli("stories", "--json", db=tmp_path / "none.db").stdout) == []


def test_doctor_and_config_tell(cli: Cli, db: Path) -> None:
    told = json.loads(cli("doctor", "--json", db=db).stdout)
    assert told["counts"]["report"] == 3
    assert told["store"]["backend"] == "sqlite"
    assert told["engines"]
    shown = json.loads(cli("config", "show", "--json", db=db).stdout)
    assert shown["db"] == {**shown["db"], "value": str(db), "origin": "environment"}


def test_why_explains_a_pair(cli: Cli, db: Path) -> None:
    brief = json.loads(cli("brief", "--json", db=db).stdout)
    one, two = (source["report"] for source in brief["sources"][:2])
    ran = cli("why", one, two, db=db)
    assert ran.returncode == 0, ran.stderr
    assert "same event" in ran.stdout


def test_why_and_show_take_the_ids_of_sources(cli: Cli, tmp_path: Path) -> None:
    db, file = tmp_path / "own.db", tmp_path / "wire.jsonl"
    told = "The envoys of Peru and Chile signed a fishing pact in Lima on Monday, after two years."
    rows = [{"id": f"urn:wire:{n}", "outlet": f"Post {n}", "text": told} for n in (1, 2)]
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert cli("add", str(file), db=db).returncode == 0
    ran = cli("why", "urn:wire:1", "urn:wire:2", db=db)
    assert ran.returncode == 0, ran.stderr
    assert "same event" in ran.stdout
    assert told[:30] in cli("show", "urn:wire:1", db=db).stdout
    assert "urn:wire:3" in cli("why", "urn:wire:1", "urn:wire:3", db=db).stderr


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("brief", "s_nothing"), 4, "s_nothing"),
        (("show", "rep_nothing:0-3"), 4, "rep_nothing"),
        (("stories", "--as-of", "yesterday"), 1, "yesterday"),
        (("add", "no-such-file.txt"), 3, "no-such-file.txt"),
        (("frobnicate",), 2, "frobnicate"),
    ],
)
def test_errors_are_one_line_and_a_code(
    cli: Cli, db: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    ran = cli(*words, db=db)
    assert ran.returncode == code
    assert said in ran.stderr
    assert "Traceback" not in ran.stderr
    if code in (1, 4):
        assert len(ran.stderr.strip().splitlines()) == 1


def test_a_broken_citation_says_its_form(cli: Cli, db: Path) -> None:
    brief = json.loads(cli("brief", "--json", db=db).stdout)
    ran = cli("show", f"{brief['sources'][0]['report']}:9-3", db=db)
    assert ran.returncode == 1
    assert "REPORT:START-END" in ran.stderr


def test_a_database_that_cannot_be_opened_is_named(cli: Cli, tmp_path: Path) -> None:
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"this is not a database, whatever its name says" * 100)
    ran = cli("stories", db=broken)
    assert ran.returncode == 1
    assert "broken.db" in ran.stderr
    ran = cli("stories", "--db", "postgresql://kim:geheim@127.0.0.1:1/none", db=None)
    assert ran.returncode == 1
    assert "geheim" not in ran.stderr


def test_a_brief_of_files_is_written_in_each_form(cli: Cli, root: Path, tmp_path: Path) -> None:
    folder = str(root / "examples" / "power")
    for form, mark in (("html", "<!doctype html>"), ("markdown", "# "), ("json", "{")):
        ran = cli("brief", folder, "--format", form, db=tmp_path / "b.db")
        assert ran.stdout.startswith(mark)
    out = tmp_path / "brief.html"
    cli("brief", folder, "--format", "html", "-o", str(out), db=tmp_path / "b.db")
    page = out.read_text(encoding="utf-8")
    assert "<script" not in page
    assert "http-equiv" in page


def test_check_refuses_a_changed_number_and_says_so(cli: Cli, root: Path, db: Path) -> None:
    source = str(root / "examples" / "quake" / "01-meridian-wire.md")
    good = "An earthquake off northern Chile injured three people, emergency services said."
    ran = cli("check", good, "--against", source, db=db)
    assert (ran.returncode, ran.stderr) == (0, "")
    ran = cli("check", good.replace("three", "eight"), "--against", source, "--json", db=db)
    assert ran.returncode == 3
    (verdict,) = json.loads(ran.stdout)
    assert verdict["kind"] == "number"
    assert "eight" in verdict["reason"]
