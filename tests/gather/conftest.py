"""What the tests of gathering share: a time, quick options, and a real local server."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from dateline.errors import StageError
from dateline.gather import Fetcher, GatherOptions, collect
from dateline.records import Fetched, Rejected

NOW = datetime(2026, 1, 20, 12, tzinfo=UTC)
LOCAL = GatherOptions(
    allow_private=True, host_interval=0, retries=0, read_timeout=2, total_timeout=3, max_wait=1
)


PAGE = "<html><body><p>Text</p></body></html>"
HTML = "text/html; charset=UTF-8"


def gathered(*sources: object, options: GatherOptions = LOCAL) -> list[Fetched | Rejected]:
    return list(collect([str(source) for source in sources], options, NOW))


def one(*sources: object, options: GatherOptions = LOCAL) -> Fetched:
    (item,) = gathered(*sources, options=options)
    assert isinstance(item, Fetched), item
    return item


def refused(*sources: object, options: GatherOptions = LOCAL) -> Rejected:
    (item,) = gathered(*sources, options=options)
    assert isinstance(item, Rejected), item
    return item


Page = Callable[[BaseHTTPRequestHandler], None]


class Site(ThreadingHTTPServer):
    """A web site on this machine: ``pages`` by path, and the requests that came."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.pages: dict[str, Page] = {}
        self.requests: list[tuple[str, dict[str, str]]] = []

    def handle_error(self, *_: object) -> None:
        """Say nothing: clients hang up on hostile pages, as they should."""

    def url(self, path: str = "/") -> str:
        return f"http://127.0.0.1:{self.server_port}{path}"

    def give(
        self, path: str, body: bytes | str, media_type: str = "text/html", **headers: str
    ) -> None:
        content = body.encode() if isinstance(body, str) else body

        def page(handler: BaseHTTPRequestHandler) -> None:
            handler.send_response(200)
            handler.send_header("Content-Type", media_type)
            handler.send_header("Content-Length", str(len(content)))
            for name, value in headers.items():
                handler.send_header(name.replace("_", "-"), value)
            handler.end_headers()
            handler.wfile.write(content)

        self.pages[path] = page

    def answer(self, path: str, status: int, **headers: str) -> None:
        def page(handler: BaseHTTPRequestHandler) -> None:
            handler.send_response(status)
            for name, value in headers.items():
                handler.send_header(name.replace("_", "-"), value)
            handler.send_header("Content-Length", "0")
            handler.end_headers()

        self.pages[path] = page

    def asked(self, path: str) -> list[dict[str, str]]:
        return [headers for asked, headers in self.requests if asked == path]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        site = self.server
        assert isinstance(site, Site)
        site.requests.append((self.path, dict(self.headers)))
        page = site.pages.get(self.path.partition("?")[0])
        if page is None:
            self.send_response(404)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        try:
            page(self)
        except OSError:  # the client hung up, as it should on hostile pages
            self.close_connection = True

    do_POST = do_GET  # noqa: N815 - the name that http.server looks for

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[Site]:
    server = Site()
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    with Fetcher(LOCAL) as client:
        yield client


def failure(fetcher: Fetcher, url: str) -> StageError:
    with pytest.raises(StageError) as caught:
        fetcher.get(url)
    return caught.value
