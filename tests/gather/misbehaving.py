"""A web site that misbehaves in every way its feeds can, and names that lead to it.

Each case is a feed at ``http://NAME.test:PORT/feed``. The names resolve to a public address
(:func:`as_if_public`), and connections to that address come here: so the check after DNS is the
real one, and what leads to this machine itself is refused as it is in earnest.
"""

from __future__ import annotations

import gzip
import itertools
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler
from typing import Any

import httpcore
import pytest

from dateline.gather import GatherOptions
from dateline.records import FeedOutcome
from tests.gather.conftest import NOW, Site

PUBLIC = "93.184.216.34"
XML = "application/rss+xml; charset=utf-8"
QUICK = GatherOptions(
    host_interval=0, retries=0, read_timeout=1, total_timeout=4, max_wait=1, max_feed_entries=100
)
Handler = BaseHTTPRequestHandler


def entry(number: int | str, **parts: str) -> str:
    """Write a feed entry; ``parts`` replace its elements, "" leaves one out."""
    told = {
        "title": f"Ministers of Peru and Chile meet for the {number} time",
        "link": f"http://wire.test/{number}",
        "guid": f"id-{number}",
        "pubDate": "Mon, 19 Jan 2026 09:00:00 GMT",
        "description": f"<p>Round {number}. " + "They agreed on visa rules. " * 25 + "</p>",
    } | parts
    told["description"] = told["description"].replace("<", "&lt;")
    return "<item>" + "".join(f"<{k}>{v}</{k}>" for k, v in told.items() if v) + "</item>"


def rss(*entries: str) -> str:
    """Write a feed."""
    return f"<rss version='2.0'><channel><title>Wire</title>{''.join(entries)}</channel></rss>"


@dataclass(frozen=True)
class Case:
    """One way to misbehave: what ``serve`` answers, and what the sources page has to show.

    ``outcome`` and ``says`` (a pattern) are those after the last of ``readings``; ``items`` is
    what all of them together bring in.
    """

    name: str
    serve: Callable[[Handler], None]
    outcome: FeedOutcome
    says: str
    items: int = 0
    readings: int = 1
    scheme: str = "http"

    def url(self, site: Site) -> str:
        """Return the address of the case's feed."""
        return f"{self.scheme}://{self.name}.test:{site.server_port}/feed"


def sends(
    body: str | bytes, media_type: str = XML, status: int = 200, **headers: str
) -> Callable[[Handler], None]:
    """Answer with a body, its length right unless ``Content_Length`` says otherwise."""
    content = body.encode() if isinstance(body, str) else body

    def serve(handler: Handler) -> None:
        told = {"Content_Type": media_type, "Content_Length": str(len(content)), **headers}
        handler.send_response_only(status)
        handler.close_connection = "Content_Length" in headers
        for name, value in told.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(content)

    return serve


def redirects(to: str) -> Callable[[Handler], None]:
    """Answer that the feed is elsewhere just now."""
    return sends("", status=302, Location=to)


def _drips(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", XML)
    handler.end_headers()
    for byte in rss(entry(1)).encode():
        handler.wfile.write(bytes([byte]))
        time.sleep(0.2)


def _is_silent(handler: Handler) -> None:
    time.sleep(QUICK.read_timeout * 3)


def _redirects_without_end(handler: Handler) -> None:
    redirects(f"/feed?{time.monotonic_ns()}")(handler)


def _never_ends(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", XML)
    handler.end_headers()
    while True:
        handler.wfile.write(b" " * 1_000_000)


def _huge_headers(handler: Handler) -> None:
    handler.send_response(200)
    for number in range(50):
        handler.send_header(f"X-Padding-{number}", "x" * 60_000)
    handler.end_headers()


def _changes_ids() -> Callable[[Handler], None]:
    numbers = itertools.count()

    def serve(handler: Handler) -> None:
        sends(rss(*(entry(n, guid=f"new-{next(numbers)}") for n in range(3))))(handler)

    return serve


def _bomb() -> bytes:
    return gzip.compress(b"<rss>" + b" " * 40_000_000)


_LATER = format_datetime(NOW.replace(hour=14), usegmt=True)
_LAUGHS = '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>' + rss(entry("&b;"))
_CITIES = "Envoys of Zürich, Łódź, São Paulo, Málaga, Århus and Gävle meet"
_NO_LINK = {"link": "", "guid": "same"}

CASES = (
    Case("slow-drip", _drips, "failed", "took too long"),
    Case("silence", _is_silent, "failed", "silent for too long"),
    Case("endless-redirect", _redirects_without_end, "failed", "redirects more than 5 times"),
    Case("circle", redirects("/feed"), "failed", "redirects in a circle"),
    Case("to-loopback", redirects("http://127.0.0.1/feed"), "failed", "private or local address"),
    Case(
        "to-metadata",
        redirects("http://169.254.169.254/latest/meta-data/"),
        "failed",
        "private or local address",
    ),
    Case("to-ipv6-loopback", redirects("http://[::1]/"), "failed", "private or local address"),
    Case("to-a-file", redirects("file:///etc/passwd"), "failed", "only http and https"),
    Case(
        "changing-dns",
        lambda handler: sends(rss(entry(1)))(handler),
        "failed",
        "private or local address",
        items=1,
        readings=2,
    ),
    Case("gzip-bomb", sends(_bomb(), Content_Encoding="gzip"), "failed", "grows|times its size"),
    Case("longer-than-said", sends(rss(entry(1)), Content_Length="9999"), "failed", "broke off"),
    Case(
        "shorter-than-said",
        sends(rss(entry(1), entry(2)), Content_Length=str(len(rss(entry(1))))),
        "new",
        "not well-formed XML",
        items=1,
    ),
    Case("page-as-feed", sends("<html><p>Hello</html>"), "failed", "is a page, not a feed"),
    Case(
        "ten-thousand-items",
        sends(rss(*(entry(n, description="Short.", guid="") for n in range(10_000)))),
        "new",
        "9,900 further entries of the feed were left out",
        items=100,
    ),
    Case("five-hundred", sends("", status=500), "failed", "status 500"),
    Case("busy", sends("", status=429, Retry_After="3600"), "failed", "asked to wait 3600 sec"),
    Case(
        "busy-until",
        sends("", status=503, Retry_After=_LATER, Date=format_datetime(NOW, usegmt=True)),
        "failed",
        "asked to wait 7200 seconds",
    ),
    Case("moved", lambda handler: _moved(handler), "new", "moved from .*moved.test", items=1),
    Case("gone", sends("", status=410), "gone", "gone for good"),
    Case("changed-ids", _changes_ids(), "unchanged", "", items=3, readings=3),
    Case(
        "future-dates",
        sends(rss(entry(1, pubDate="Mon, 19 Jan 2099 09:00:00 GMT"))),
        "new",
        "1 entries are dated in the future",
        items=1,
    ),
    Case(
        "duplicate-guids",
        sends(rss(entry(1, **_NO_LINK), entry(2, title="Floods close a port", **_NO_LINK))),
        "new",
        "2 entries share their id",
        items=2,
    ),
    Case(
        "one-link-for-all",
        sends(
            rss(
                entry(1, link="http://wire.test/"),
                entry(2, link="http://wire.test/", title="Floods close a port"),
            )
        ),
        "new",
        "2 entries share their link",
        items=2,
    ),
    Case(
        "broken-utf8",
        sends(rss(entry(1, title=_CITIES)).encode().replace("ü".encode(), b"\xfc")),
        "new",
        "characters are damaged",
        items=1,
    ),
    Case("dtd-entities", sends(_LAUGHS), "failed", "declares XML entities"),
    Case(
        "script-in-titles",
        sends(rss(entry(1, title="<![CDATA[A deal <script>alert(1)</script>is near]]>"))),
        "new",
        "1 titles carry a script",
        items=1,
    ),
    Case("huge-headers", _huge_headers, "failed", "broke off"),
    Case("tls-error", sends(rss(entry(1))), "failed", "secure connection failed", scheme="https"),
    Case("never-ends", _never_ends, "failed", "larger than|took too long"),
    Case("login", sends("", status=401), "failed", "status 401"),
    Case("robots", sends(rss(entry(1))), "failed", "robots.txt asks not to fetch it"),
    Case("empty", sends(""), "unchanged", "is empty"),
    Case("picture", sends(b"\x89PNG\r\n\x1a\n" + bytes(100)), "failed", "is a PNG picture"),
    Case("other-encoding", sends(rss(entry(1)), Content_Encoding="br"), "failed", "not asked for"),
)


def _moved(handler: Handler) -> None:
    if handler.path == "/feed":
        sends("", status=301, Location="/here")(handler)
    else:
        sends(rss(entry(1)))(handler)


def misbehave(site: Site) -> None:
    """Let ``site`` answer for every case, by the name it is asked under."""
    cases = {case.name: case for case in CASES}

    def answer(handler: Handler) -> None:
        name = handler.headers.get("Host", "").partition(".")[0]
        if handler.path == "/robots.txt":
            told = "User-agent: *\nDisallow: /feed" if name == "robots" else ""
            sends(told, "text/plain", 200 if told else 404)(handler)
        elif name in cases:
            cases[name].serve(handler)
        else:
            sends(rss(*(entry(n) for n in range(3))))(handler)

    for path in ("/feed", "/here", "/robots.txt"):
        site.pages[path] = answer


def as_if_public(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let names under ``.test`` be public ones whose address leads here; ``changing-dns`` leads
    to this machine from its second reading on, as rebinding does.
    """
    asked: dict[str, int] = {}
    real_lookup = socket.getaddrinfo
    real_connect = httpcore.SyncBackend.connect_tcp

    def lookup(host: Any, port: Any, *rest: Any, **more: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else str(host)
        if not name.endswith(".test"):
            return real_lookup(host, port, *rest, **more)
        asked[name] = asked.get(name, 0) + 1
        moved = (
            name.startswith("changing-dns") and asked[name] > 2
        )  # robots.txt and feed, at the first reading
        address = "127.0.0.1" if moved else PUBLIC
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    def connect(self: httpcore.SyncBackend, host: str, *rest: Any, **more: Any) -> Any:
        return real_connect(self, "127.0.0.1" if host == PUBLIC else host, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", connect)
