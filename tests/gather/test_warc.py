import gzip
import io
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from dateline.gather import GatherOptions
from dateline.gather.item import Carrier
from dateline.gather.warc import warc_items
from dateline.records import Fetched, Rejected
from tests.gather.conftest import LOCAL, NOW, gathered, refused

DATE = "2026-01-13T10:00:00Z"


def archive(*pages: tuple[str, bytes, str], status: str = "200 OK", packed: bool = False) -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "test"}))
    for url, body, media_type in pages:
        headers = StatusAndHeaders(status, [("Content-Type", media_type)], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(
                url, "response", payload=io.BytesIO(body), http_headers=headers,
                warc_headers_dict={"WARC-Date": DATE},
            )
        )  # fmt: skip
    return out.getvalue()


PAGES = (
    ("https://a.example/1", b"<html><body><p>One</p></body></html>", "text/html; charset=utf-8"),
    ("https://a.example/i.png", b"\x89PNG", "image/png"),
    (
        "https://a.example/2",
        "<p>二つ目の記事です。</p>".encode("euc_jp"),
        "text/html; charset=euc-jp",
    ),
)


@pytest.mark.parametrize("packed", [False, True])
def test_pages_come_with_their_url_and_time(tmp_path: Path, packed: bool) -> None:
    file = tmp_path / ("a.warc.gz" if packed else "a.warc")
    file.write_bytes(archive(*PAGES, packed=packed))
    one, two = gathered(file)
    assert isinstance(one, Fetched) and isinstance(two, Fetched)
    assert one.name == f"{file}:https://a.example/1"
    assert one.source == str(file)
    assert one.url == one.hints.url == "https://a.example/1"
    assert one.retrieved == datetime(2026, 1, 13, 10, tzinfo=UTC)
    assert one.media_type == "text/html"
    assert "二つ目の記事です。" in two.content.decode("utf-8")


def test_error_pages_are_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "a.warc"
    file.write_bytes(archive(*PAGES, status="404 Not Found"))
    assert refused(file).kind == "empty"


def test_a_cut_archive_gives_what_it_has(tmp_path: Path) -> None:
    file = tmp_path / "a.warc.gz"
    file.write_bytes(archive(*PAGES, packed=True)[:-30])
    first, *rest = gathered(file)
    assert isinstance(first, Fetched)
    assert [item.kind for item in rest if isinstance(item, Rejected)] == ["broken"]


def test_a_large_record_is_rejected_alone(tmp_path: Path) -> None:
    file = tmp_path / "a.warc"
    large = ("https://a.example/big", b"<p>" + b"x" * 5000, "text/html")
    file.write_bytes(archive(PAGES[0], large, PAGES[0]))
    items = gathered(file, options=GatherOptions(max_item_bytes=2000))
    assert [type(item) for item in items] == [Fetched, Rejected, Fetched]
    assert items[1].name == f"{file}:https://a.example/big"


def test_a_bomb_in_an_archive_ends_it(tmp_path: Path) -> None:
    file = tmp_path / "a.warc.gz"
    file.write_bytes(archive(("https://a.example/b", bytes(60 << 20), "text/html"), packed=True))
    assert refused(file).kind == "bomb"


def test_a_bomb_in_a_content_encoding_is_too_large(tmp_path: Path) -> None:
    bomb = gzip.compress(bytes(60 << 20))
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=False)
    headers = StatusAndHeaders(
        "200 OK", [("Content-Type", "text/html"), ("Content-Encoding", "gzip")], protocol="HTTP/1.1"
    )
    writer.write_record(
        writer.create_warc_record(
            "https://a.example/b", "response", payload=io.BytesIO(bomb), http_headers=headers
        )
    )
    file = tmp_path / "a.warc"
    file.write_bytes(out.getvalue())
    assert refused(file).kind == "too-large"


@settings(deadline=None, max_examples=100)
@given(st.binary(max_size=60), st.integers(0, 1500), st.integers(0, 1500))
def test_a_damaged_archive_gives_items_or_rejections(noise: bytes, start: int, length: int) -> None:
    whole = archive(*PAGES)
    damaged = whole[:start] + noise + whole[start + length :]
    carrier = Carrier(name="a.warc", source="a.warc", retrieved=NOW)
    for item in warc_items(io.BytesIO(damaged), carrier, LOCAL):
        assert isinstance(item, Fetched | Rejected)
