import gzip
import os
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import ReadError
from dateline.gather import GatherOptions, collect
from dateline.gather.item import Carrier
from dateline.gather.read_form import read_form
from dateline.gather.sniff import form_of
from dateline.records import Fetched, Rejected
from tests.gather.conftest import LOCAL, NOW, gathered, one, refused
from tests.gather.test_feeds import LAUGHS

GOOD = "Ministers met in Oslo on Monday and agreed to build a railway.\n"
BROKEN_HTML = "<html><head><title>Railway<body><div><p>Agreed.<p><b><i>Soon.</div></p"


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    (tmp_path / "bad").mkdir()
    (tmp_path / "a.txt").write_text(GOOD)
    (tmp_path / "bad" / "empty.txt").write_bytes(b"")
    (tmp_path / "bad" / "spaces.txt").write_bytes(b" \n\t\n")
    (tmp_path / "bad" / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "bad" / "document.txt").write_bytes(b"%PDF-1.7 text only at the start")
    (tmp_path / "bad" / "huge.txt").write_bytes(GOOD.encode() * 4000)
    (tmp_path / "bad" / "noise.html").write_bytes(b"<html>" + bytes(range(128, 256)) * 9)
    (tmp_path / "bad" / "bomb.txt.gz").write_bytes(gzip.compress(b"A" * (60 << 20)))
    (tmp_path / "bad" / "laughs.xml").write_text(LAUGHS)
    (tmp_path / "bad" / "table.csv").write_text("a,b\n1,2\n")
    (tmp_path / "broken.html").write_text(BROKEN_HTML)
    (tmp_path / "charset.html").write_bytes(
        "<meta charset=utf-8><p>Le président a été réélu à Genève.</p>".encode("cp1252")
    )
    (tmp_path / "klingon.txt").write_text("tlhIngan maH. Qapla' batlh je.")
    return tmp_path


def test_each_bad_item_is_named_and_every_good_one_is_in(mixed: Path) -> None:
    items = gathered(mixed, options=GatherOptions(max_item_bytes=200_000))
    bad = {Path(item.name).name: item.kind for item in items if isinstance(item, Rejected)}
    assert bad == {
        "binary.txt": "binary",
        "bomb.txt.gz": "too-large",
        "document.txt": "binary",
        "empty.txt": "empty",
        "huge.txt": "too-large",
        "laughs.xml": "entity",
        "noise.html": "charset",
        "spaces.txt": "empty",
        "table.csv": "unsupported",
    }
    good = {Path(item.name).name: item for item in items if isinstance(item, Fetched)}
    assert set(good) == {"a.txt", "broken.html", "charset.html", "klingon.txt"}
    assert good["broken.html"].content.decode() == BROKEN_HTML
    assert "réélu à Genève" in good["charset.html"].content.decode("utf-8")
    for item in items:
        if isinstance(item, Rejected):
            assert item.reason and "\n" not in item.reason


@pytest.mark.slow
def test_a_text_of_60_megabytes_is_too_large_by_default(tmp_path: Path) -> None:
    file = tmp_path / "huge.txt"
    file.write_bytes(GOOD.encode() * (60_000_000 // len(GOOD) + 1))
    item = refused(file, options=GatherOptions())
    assert item.kind == "too-large" and "52,428,800 bytes" in item.reason


def test_gathering_twice_gives_the_same_records(mixed: Path) -> None:
    assert gathered(mixed) == gathered(mixed)


def test_the_id_depends_on_neither_path_nor_day(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(GOOD)
    (tmp_path / "two.txt").write_text(GOOD)
    (tmp_path / "other.txt").write_text(GOOD + "More.")
    first, later = one(tmp_path / "one.txt"), one(tmp_path / "two.txt")
    (tomorrow,) = collect([str(tmp_path / "one.txt")], LOCAL, NOW + timedelta(days=1))
    assert first.id == later.id == tomorrow.id
    assert one(tmp_path / "other.txt").id != first.id


def test_binary_wins_over_the_name_and_text_over_none(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("<!DOCTYPE html><html><p>Text</html>")
    (tmp_path / "note").write_text(GOOD)
    note, page = gathered(tmp_path)
    assert isinstance(page, Fetched) and isinstance(note, Fetched)
    assert (note.media_type, page.media_type) == ("text/plain", "text/html")


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    item = refused(tmp_path / "nothing.txt")
    assert (item.kind, item.reason) == ("fetch", "there is no such file or folder")


@pytest.mark.parametrize("source", ["a\x00b", "x" * 5000, ""])
def test_what_is_no_path_is_said(source: str, tmp_path: Path) -> None:
    assert refused(f"{tmp_path}/{source}").kind in ("fetch", "empty")


def test_an_empty_folder_is_said(tmp_path: Path) -> None:
    assert refused(tmp_path).reason == "the folder holds no files"


def test_a_pipe_is_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert refused(tmp_path / "pipe.txt").kind == "unsupported"


@pytest.mark.parametrize("source", ["ftp://a.example/x", "file:///etc/passwd", "gopher://x/"])
def test_other_schemes_are_refused(source: str) -> None:
    assert refused(source).kind == "not-permitted"


def test_the_network_can_be_switched_off() -> None:
    item = refused("https://a.example/", options=GatherOptions(network=False))
    assert item.reason == "the network is switched off"


def test_a_name_that_is_no_text_can_be_printed(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"\xff\xfe.txt")).write_text("")
    item = refused(tmp_path)
    assert item.name.endswith("\ufffd\ufffd.txt")


_NAMES = st.sampled_from(["a", "a.txt", "a.md", "a.html", "a.json", "a.jsonl", "a.xml", "a.opml"])
_STARTS = st.sampled_from(
    [b"", b"<", b"<?xml", b"<!DOCTYPE html", b"{", b"[", b"---\n", b"\xef\xbb\xbf", b"\xff\xfe",
     b"<rss>", b"<opml>", b"<feed>", b"<html>", b"\xfe\xff", b"<!--", b"<![CDATA["]
)  # fmt: skip


@settings(deadline=None, max_examples=300)
@given(_NAMES, _STARTS, st.binary(max_size=80))
def test_any_content_gives_items_or_one_reason(name: str, start: bytes, rest: bytes) -> None:
    content = start + rest
    carrier = Carrier(name=name, source=name, retrieved=NOW)
    try:
        items = list(read_form(form_of(content, name), content, carrier, LOCAL, NOW))
    except ReadError as error:
        assert error.name == name
    else:
        assert items and all(isinstance(item, Fetched | Rejected) for item in items)
