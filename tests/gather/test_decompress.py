import gzip
import io
import os
from pathlib import Path

import pytest

from dateline.errors import ReadError
from dateline.gather import GatherOptions
from dateline.gather.decompress import unpacked
from tests.gather.conftest import one, refused


def read_all(packed: bytes, max_ratio: int = 200) -> bytes:
    return unpacked(io.BytesIO(packed), "x.gz", max_ratio).read()


def test_members_are_read_one_after_the_other() -> None:
    text = os.urandom(300_000)
    assert read_all(gzip.compress(text) + gzip.compress(b"more")) == text + b"more"


def test_padding_after_the_last_member_is_ignored() -> None:
    assert read_all(gzip.compress(b"text") + b"\x00" * 512) == b"text"


@pytest.mark.parametrize("cut", [5, 20, 200])
def test_an_early_end_is_told(cut: int) -> None:
    with pytest.raises(ReadError, match="too early"):
        read_all(gzip.compress(os.urandom(1000))[:-cut])


def test_damage_is_told() -> None:
    packed = bytearray(gzip.compress(b"text " * 1000))
    packed[20:30] = b"\xff" * 10
    with pytest.raises(ReadError, match=r"damaged|early"):
        read_all(bytes(packed))


def test_a_bomb_is_stopped_early() -> None:
    bomb = gzip.compress(bytes(100 << 20))
    stream = unpacked(io.BytesIO(bomb), "x.gz", 200)
    taken = 0
    with pytest.raises(ReadError) as caught:
        while block := stream.read(1 << 16):
            taken += len(block)
    assert caught.value.kind == "bomb"
    assert taken < 20 << 20


def test_a_bomb_of_many_small_members_is_stopped() -> None:
    with pytest.raises(ReadError) as caught:
        read_all(gzip.compress(bytes(1 << 20)) * 40)
    assert caught.value.kind == "bomb"


def test_gzipped_files_are_read_like_plain_ones(tmp_path: Path) -> None:
    file = tmp_path / "a.md.gz"
    file.write_bytes(gzip.compress(b"---\ntitle: Packed\n---\nText."))
    item = one(file)
    assert (item.hints.title, item.content, item.media_type) == (
        "Packed",
        b"Text.",
        "text/markdown",
    )


def test_a_gzipped_bomb_file_is_named(tmp_path: Path) -> None:
    file = tmp_path / "bomb.txt.gz"
    file.write_bytes(gzip.compress(b"A" * (60 << 20)))
    assert refused(file).kind == "bomb"


def test_a_gzipped_large_text_is_too_large(tmp_path: Path) -> None:
    file = tmp_path / "large.txt.gz"
    file.write_bytes(gzip.compress(os.urandom(50_000).hex().encode()))
    assert refused(file, options=GatherOptions(max_item_bytes=90_000)).kind == "too-large"
