"""Decoding and the stored form of text."""

import pytest

from dateline.errors import ReadError
from dateline.read.article.clean import clean, decode, line

KOREAN = "위원회는 금요일에 북쪽 수문을 열기로 했다고 밝혔다. 농민들은 물을 걱정한다. " * 5
JAPANESE = "水門は金曜日に開かれると委員会が発表した。農家は水を心配している。" * 5


@pytest.mark.parametrize(
    ("content", "charset", "expected"),
    [
        (KOREAN.encode("euc-kr"), "euc-kr", KOREAN),
        (KOREAN.encode("euc-kr"), "ks_c_5601-1987", KOREAN),
        (KOREAN.encode("utf-8"), "euc-kr", KOREAN),
        (JAPANESE.encode("shift_jis"), "Shift_JIS", JAPANESE),
        (JAPANESE.encode("utf-16"), None, JAPANESE),
        (b"caf\xe9 \x93au lait\x94", "iso-8859-1", "café “au lait”"),
        (b"\xef\xbb\xbfabc", None, "abc"),
        (b"caf\xe9", "zlib", None),
    ],
)
def test_decode(content: bytes, charset: str | None, expected: str | None) -> None:
    if expected is None:
        assert isinstance(decode(content, "x", charset=charset), str)
    else:
        assert decode(content, "x", charset=charset) == expected


def test_the_charset_in_the_page_is_used() -> None:
    html = f'<meta charset="shift_jis"><p>{JAPANESE}</p>'.encode("shift_jis")
    assert JAPANESE in decode(html, "x", html=True)


def test_an_undeclared_charset_is_recognised() -> None:
    assert decode(JAPANESE.encode("shift_jis"), "x") == JAPANESE


def test_a_few_broken_bytes_are_forgiven() -> None:
    content = ("The lock — opened on Friday — is busy. " * 10).encode() + b"\xff"
    assert decode(content, "x").endswith("\ufffd")


def test_utf16_without_a_mark_is_called_binary() -> None:
    with pytest.raises(ReadError) as caught:
        decode("abc".encode("utf-16-le"), "x")
    assert caught.value.kind == "binary"


def test_invisible_characters_go() -> None:
    assert clean("a\u200bb\u202ec\u2066d\ufeffe\u00adf\x07g") == "abcdefg"
    assert clean("Cafe\u0301") == "Café"
    assert clean("one\u00a0two\u3000three\r\nfour\u2028five") == "one two three\nfour\nfive"


def test_the_joiner_stays_where_it_is_spelling() -> None:
    assert clean("می\u200cخواهم") == "می\u200cخواهم"
    assert clean("lo\u200cck") == "lock"


def test_lone_surrogates_are_replaced() -> None:
    assert clean("a\ud800b") == "a?b"


def test_line() -> None:
    assert line(" a\n b ") == "a b"
    assert line(None) == ""
    assert len(line("x" * 5000)) == 1000
