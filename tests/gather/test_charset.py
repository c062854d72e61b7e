"""The sentences here are others than those the detector was tried on."""

import pytest

from dateline.errors import ReadError
from dateline.gather.charset import codec_name, declared_within, decode

JA = "政府は水曜日の会見で、来月の選挙を予定どおり行うと発表した。野党は延期を求めている。"
KO = "정부는 수요일 기자회견에서 다음 달 선거를 예정대로 치르겠다고 발표했다."
ZH = "政府在星期三的记者会上宣布，下个月的选举将按计划举行，反对党要求推迟。"
ZHT = "政府在星期三的記者會上宣布，下個月的選舉將按計劃舉行，反對黨要求延後。"
RU = "Правительство объявило в среду, что выборы пройдут по плану в следующем месяце."
FR = "Le gouvernement a annoncé mercredi que l’élection prévue aurait bien lieu, malgré tout."
ES = "El Gobierno anunció el miércoles que las elecciones serán mañana; la oposición se quejó."
PL = "Rząd ogłosił w środę, że wybory odbędą się zgodnie z planem; opozycja żąda opóźnienia."
EL = "Η κυβέρνηση ανακοίνωσε την Τετάρτη ότι οι εκλογές θα γίνουν κανονικά τον επόμενο μήνα."

IN_CHARSETS = [
    (JA, "cp932"), (JA, "euc_jp"), (JA, "iso2022_jp"), (KO, "cp949"), (ZH, "gb18030"),
    (ZHT, "big5"), (RU, "cp1251"), (RU, "koi8_r"), (FR, "cp1252"), (ES, "cp1252"),
    (PL, "cp1250"), (EL, "cp1253"), (JA, "utf-16"), (RU, "utf-8-sig"), (FR, "utf-16-le"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "charset"), IN_CHARSETS)
@pytest.mark.parametrize("declared", [None, "utf-8", "no-such-charset"])
def test_an_undeclared_charset_is_told(text: str, charset: str, declared: str | None) -> None:
    assert decode(text.encode(charset), "x", declared) == text


@pytest.mark.parametrize(("text", "charset"), IN_CHARSETS)
def test_a_true_declaration_is_kept(text: str, charset: str) -> None:
    assert decode(text.encode(charset), "x", charset) == text


@pytest.mark.parametrize("text", [JA, KO, RU, FR, EL])
@pytest.mark.parametrize("declared", ["iso-8859-1", "shift_jis", "gb2312", "windows-1252"])
def test_utf8_under_a_wrong_label_is_repaired(text: str, declared: str) -> None:
    assert decode(text.encode(), "x", declared) == text


@pytest.mark.parametrize(
    ("text", "charset", "declared"),
    [
        (JA, "euc_jp", "shift_jis"),
        (JA, "cp932", "iso-8859-1"),
        (KO, "cp949", "gb2312"),
        (ZH, "gb18030", "big5"),
        (RU, "cp1251", "iso-8859-1"),
    ],
)
def test_a_wrong_label_is_repaired(text: str, charset: str, declared: str) -> None:
    assert decode(text.encode(charset), "x", declared) == text


def test_a_few_broken_bytes_do_not_lose_a_text() -> None:
    broken = (JA * 3).encode() + b"\xe6\x97" + "終わり".encode()
    assert decode(broken, "x") == JA * 3 + "\ufffd終わり"


def test_a_long_english_text_keeps_its_few_quotes() -> None:
    text = "Nothing here is foreign. " * 2000 + "They “agreed”."
    assert decode(text.encode("cp1252"), "x") == text


@pytest.mark.parametrize(
    ("head", "codec"),
    [
        (b'<?xml version="1.0" encoding="Shift_JIS"?>', "cp932"),
        (b"<html><head><META http-equiv=x content='text/html; charset=euc-kr'>", "cp949"),
        (b'<meta charset="utf-8">', "utf-8"),
        (b"<meta charset=utf-16>", None),
        (b"<meta charset=rot13>", None),
        (b"<p>charset=koi8-r</p>", None),
    ],
)
def test_the_declaration_within_a_page(head: bytes, codec: str | None) -> None:
    assert declared_within(head) == codec


def test_labels_mean_what_the_web_means_by_them() -> None:
    assert codec_name("ISO-8859-1") == "cp1252"
    assert codec_name("GB2312") == "gb18030"
    assert codec_name("unicode_escape") is None
    assert codec_name("x" * 50) is None


def test_noise_is_no_text() -> None:
    with pytest.raises(ReadError) as caught:
        decode(bytes(range(0x80, 0x100)) * 5, "noise.txt")
    assert caught.value.kind == "charset"
    assert caught.value.name == "noise.txt"
