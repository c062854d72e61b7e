import ipaddress
import socket

import pytest

from dateline.errors import FetchError, NotPermitted
from dateline.gather import printable_url
from dateline.gather.addresses import is_public, parse_url, permitted_addresses


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
     "0.0.0.0", "224.0.0.1", "255.255.255.255", "198.18.0.1", "::1", "::", "fe80::1", "fc00::1",
     "fec0::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:169.254.169.254", "2002:7f00:1::",
     "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "2001:db8::1"],
)  # fmt: skip
def test_addresses_that_are_not_the_internet(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1", "64:ff9b::5db8:d822"])
def test_addresses_of_the_internet(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("host", ["localhost", "127.1", "2130706433", "0x7f.1", "[::1]", "0"])
def test_other_spellings_of_this_machine_are_refused(host: str) -> None:
    with pytest.raises((NotPermitted, FetchError)):
        permitted_addresses(host.strip("[]"), 80, 5, allow_private=False)


def test_only_the_public_ones_of_mixed_answers_are_left(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [(0, 0, 0, "", (text, 80)) for text in ("10.0.0.1", "93.184.216.34", "::1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_kind: rows)
    assert permitted_addresses("x.example", 80, 5, allow_private=False) == ("93.184.216.34",)
    assert len(permitted_addresses("x.example", 80, 5, allow_private=True)) == 3


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://user:pa@ss@a.example/x?b=c", "https://a.example/x?b=c"),
        ("https://a.example/?access_token=abc&x=1", "https://a.example/?access_token=...&x=1"),
        ("https://a.example/f?key=abc#t", "https://a.example/f?key=...#t"),
        ("https://a.example/@user", "https://a.example/@user"),
        ("notes.txt", "notes.txt"),
    ],
)
def test_secrets_are_not_shown(url: str, shown: str) -> None:
    assert printable_url(url) == shown


@pytest.mark.parametrize("url", ["ftp://a.example", "http://", "http://[::1", "http://a:99999/"])
def test_bad_addresses_are_refused_without_their_secrets(url: str) -> None:
    with pytest.raises((FetchError, NotPermitted)) as caught:
        parse_url(url.replace("//", "//user:secret@"))
    assert "secret" not in str(caught.value)
