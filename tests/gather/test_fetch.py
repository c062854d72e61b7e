import gzip
import socket
import threading
import time
from http.server import BaseHTTPRequestHandler

import pytest

from dateline.errors import FetchError, NotPermitted, ReadError
from dateline.gather import Fetcher, GatherOptions
from tests.gather.conftest import HTML, PAGE, Site, failure


def test_a_page_comes_with_what_the_server_says_of_it(site: Site, fetcher: Fetcher) -> None:
    site.give("/a", PAGE, HTML, ETag='"1"', Last_Modified="Tue, 13 Jan 2026 09:00:00 GMT")
    answer = fetcher.get(site.url("/a?b=c#part"))
    assert answer.content.decode() == PAGE
    assert (answer.media_type, answer.charset) == ("text/html", "UTF-8")
    assert answer.etag == '"1"'
    assert answer.url == site.url("/a?b=c")
    assert answer.moved_to is None
    (sent,) = site.asked("/a?b=c")
    assert sent["User-Agent"].startswith("Dateline/")
    assert sent["Accept-Encoding"] == "gzip"


def test_private_addresses_are_refused_by_default(site: Site) -> None:
    site.give("/a", PAGE)
    with Fetcher(GatherOptions()) as fetcher:
        for host in ("127.0.0.1", "localhost", "[::ffff:127.0.0.1]"):
            error = failure(fetcher, f"http://{host}:{site.server_port}/a")
            assert isinstance(error, NotPermitted)
            assert error.name == f"http://{host}:{site.server_port}/a"
    assert site.requests == []


def test_a_redirect_to_a_private_address_is_refused(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """This machine's site stands in for a public one: its address alone is let through."""
    import dateline.gather.addresses as addresses

    public = addresses.is_public
    monkeypatch.setattr(
        addresses, "is_public", lambda address: str(address) == "127.0.0.1" or public(address)
    )
    site.answer("/a", 302, Location="http://169.254.169.254/latest/meta-data/")
    site.answer("/b", 302, Location=f"http://[::1]:{site.server_port}/secret")
    with Fetcher(GatherOptions(host_interval=0, retries=0)) as fetcher:
        for path in ("/a", "/b"):
            error = failure(fetcher, site.url(path))
            assert isinstance(error, NotPermitted), error
            assert "private" in error.reason
    assert not site.asked("/secret")


def test_the_checked_address_is_the_one_connected_to(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """DNS that changes between check and connection is asked once only."""
    asked = []

    really = socket.getaddrinfo

    def resolve(host: str, port: int, *more: object, **kind: object) -> list[object]:
        if host[0].isdigit():
            return really(host, port, *more, **kind)  # type: ignore[arg-type,return-value]
        asked.append(host)
        return [(0, 0, 0, "", ("127.0.0.1" if len(asked) == 1 else "127.9.9.9", port))]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    site.give("/a", PAGE)
    with Fetcher(GatherOptions(allow_private=True, respect_robots=False)) as fetcher:
        answer = fetcher.get(f"http://rebinding.example:{site.server_port}/a")
    assert answer.content.decode() == PAGE
    assert asked == ["rebinding.example"]
    (sent,) = site.asked("/a")
    assert sent["Host"] == f"rebinding.example:{site.server_port}"


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://a.example/", "http://a:99999/", ""]
)
def test_redirects_elsewhere_are_refused(site: Site, fetcher: Fetcher, target: str) -> None:
    site.answer("/a", 302, Location=target)
    error = failure(fetcher, site.url("/a"))
    assert error.name == site.url("/a")
    assert "redirects" in error.reason


def test_redirects_end(site: Site, fetcher: Fetcher) -> None:
    site.answer("/loop", 302, Location="/pool")
    site.answer("/pool", 302, Location="/loop")
    assert failure(fetcher, site.url("/loop")).reason == "redirects in a circle"

    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(302)
        handler.send_header("Location", f"/endless?{time.monotonic_ns()}")
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    site.pages["/endless"] = endless
    assert failure(fetcher, site.url("/endless")).reason == "redirects more than 5 times"


def test_only_lasting_redirects_move_a_feed(site: Site, fetcher: Fetcher) -> None:
    site.give("/new", PAGE)
    site.answer("/old", 301, Location="/new")
    site.answer("/for-now", 302, Location="/old")
    assert fetcher.get(site.url("/old")).moved_to == site.url("/new")
    answer = fetcher.get(site.url("/for-now"))
    assert (answer.url, answer.moved_to) == (site.url("/new"), None)


def test_user_and_password_are_sent_and_never_shown(site: Site, fetcher: Fetcher) -> None:
    site.answer("/a", 500)
    error = failure(fetcher, site.url("/a").replace("//", "//ana:secret@"))
    assert "secret" not in str(error) and "ana" not in str(error)
    (sent,) = site.asked("/a")
    assert sent["Authorization"] == "Basic YW5hOnNlY3JldA=="
    (robots,) = site.asked("/robots.txt")
    assert "Authorization" not in robots


def test_a_password_does_not_follow_to_another_host(site: Site, fetcher: Fetcher) -> None:
    site.give("/b", PAGE)
    site.answer("/a", 302, Location=f"http://localhost:{site.server_port}/b")
    fetcher.get(site.url("/a").replace("//", "//ana:secret@"))
    (sent,) = site.asked("/b")
    assert "Authorization" not in sent


def test_a_slow_drip_ends(site: Site) -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.end_headers()
        for _ in range(200):
            handler.wfile.write(b"x")
            time.sleep(0.05)

    site.pages["/drip"] = drip
    options = GatherOptions(
        allow_private=True, respect_robots=False, retries=0, total_timeout=0.5, read_timeout=0.3
    )
    start = time.monotonic()
    with Fetcher(options) as fetcher:
        error = failure(fetcher, site.url("/drip"))
    assert time.monotonic() - start < 2
    assert "too long" in error.reason


def test_dripping_headers_end_too() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            connection, _ = server.accept()
            with connection:
                try:
                    for letter in "HTTP/1.1 200 OK\r\n" + "X: y\r\n" * 500:
                        connection.sendall(letter.encode())
                        time.sleep(0.05)
                except OSError:
                    pass  # the client hung up: what the test is about

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        options = GatherOptions(
            allow_private=True, respect_robots=False, retries=0, total_timeout=0.5
        )
        start = time.monotonic()
        with Fetcher(options) as fetcher:
            error = failure(fetcher, f"http://127.0.0.1:{server.getsockname()[1]}/")
        assert isinstance(error, FetchError)
        assert time.monotonic() - start < 2
        thread.join(5)


def test_silence_ends(site: Site) -> None:
    site.pages["/silent"] = lambda _: time.sleep(1)
    options = GatherOptions(allow_private=True, respect_robots=False, retries=0, read_timeout=0.2)
    with Fetcher(options) as fetcher:
        assert isinstance(failure(fetcher, site.url("/silent")), FetchError)


def test_gzip_is_unpacked_and_a_bomb_is_not(site: Site, fetcher: Fetcher) -> None:
    site.give("/a", gzip.compress(PAGE.encode()), HTML, Content_Encoding="gzip")
    assert fetcher.get(site.url("/a")).content.decode() == PAGE
    bomb = gzip.compress(bytes(100 << 20))
    site.give("/bomb", bomb, HTML, Content_Encoding="gzip")
    error = failure(fetcher, site.url("/bomb"))
    assert isinstance(error, ReadError)
    assert (error.kind, error.name) == ("bomb", site.url("/bomb"))
    site.give("/twice", gzip.compress(bomb), HTML, Content_Encoding="gzip, gzip")
    assert isinstance(failure(fetcher, site.url("/twice")), FetchError)


def test_a_body_without_end_is_too_large(site: Site) -> None:
    def pour(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        while True:
            handler.wfile.write(b"x" * 65536)

    site.pages["/pour"] = pour
    options = GatherOptions(allow_private=True, respect_robots=False, max_item_bytes=1_000_000)
    with Fetcher(options) as fetcher:
        assert failure(fetcher, site.url("/pour")).kind == "too-large"


def test_a_body_shorter_than_announced_is_no_answer(site: Site, fetcher: Fetcher) -> None:
    def short(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "5000")
        handler.end_headers()
        handler.wfile.write(b"<p>cut")
        handler.close_connection = True

    site.pages["/short"] = short
    assert "broke off" in failure(fetcher, site.url("/short")).reason


def test_huge_headers_are_no_answer(site: Site, fetcher: Fetcher) -> None:
    site.give("/a", PAGE, HTML, X_Long="x" * 300_000)
    assert isinstance(failure(fetcher, site.url("/a")), FetchError)


def test_a_server_that_is_not_there(fetcher: Fetcher) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    assert failure(fetcher, f"http://127.0.0.1:{port}/").reason == "the server can't be reached"


def test_plain_http_on_a_secure_address(site: Site, fetcher: Fetcher) -> None:
    site.give("/a", PAGE)
    error = failure(fetcher, site.url("/a").replace("http:", "https:"))
    assert isinstance(error, FetchError)
    assert "\n" not in error.reason
