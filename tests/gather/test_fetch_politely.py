"""Politeness and plain server errors, against a real server."""

from http.server import BaseHTTPRequestHandler

import pytest

from dateline.errors import FetchError, NotPermitted, StageError
from dateline.gather import Fetcher, GatherOptions
from dateline.gather.fetch import Gone, ServerError
from dateline.gather.pace import AskedToWait
from tests.gather.conftest import HTML, LOCAL, PAGE, Site, failure


def test_conditional_requests(site: Site, fetcher: Fetcher) -> None:
    site.answer("/a", 304)
    answer = fetcher.get(site.url("/a"), etag='"1"', last_modified="yesterday")
    assert (answer.status, answer.content) == (304, b"")
    (sent,) = site.asked("/a")
    assert (sent["If-None-Match"], sent["If-Modified-Since"]) == ('"1"', "yesterday")


def test_a_validator_that_cannot_be_sent_back_is_dropped(site: Site, fetcher: Fetcher) -> None:
    site.give("/a", PAGE, HTML, ETag='"\xe9"', Last_Modified="x" * 2000)
    answer = fetcher.get(site.url("/a"))
    assert (answer.etag, answer.last_modified) == (None, None)


def test_robots_txt_is_obeyed_and_asked_once(site: Site, fetcher: Fetcher) -> None:
    site.give("/robots.txt", "User-agent: dateline\nDisallow: /private\n", "text/plain")
    site.give("/a", PAGE)
    site.give("/private/a", PAGE)
    fetcher.get(site.url("/a"))
    error = failure(fetcher, site.url("/private/a"))
    assert isinstance(error, NotPermitted) and "robots.txt" in error.reason
    assert len(site.asked("/robots.txt")) == 1
    assert not site.asked("/private/a")
    site.answer("/moved", 302, Location="/private/a")
    assert "robots.txt" in failure(fetcher, site.url("/moved")).reason


def test_a_site_whose_robots_txt_fails_is_left_alone(site: Site, fetcher: Fetcher) -> None:
    site.answer("/robots.txt", 503)
    site.give("/a", PAGE)
    assert isinstance(failure(fetcher, site.url("/a")), NotPermitted)


def test_retry_after_is_waited_for_when_short(site: Site) -> None:
    answers = iter([429, 503, 200])

    def busy(handler: BaseHTTPRequestHandler) -> None:
        status = next(answers)
        handler.send_response(status)
        handler.send_header("Content-Length", "2")
        if status != 200:
            handler.send_header("Retry-After", "7")
        handler.end_headers()
        handler.wfile.write(b"ok")

    site.pages["/busy"] = busy
    slept: list[float] = []
    options = GatherOptions(
        allow_private=True, respect_robots=False, host_interval=0, retries=2, max_wait=10
    )
    with Fetcher(options, sleep=slept.append) as fetcher:
        assert fetcher.get(site.url("/busy")).content == b"ok"
    assert len(slept) == 2
    assert all(6 < seconds <= 14.1 for seconds in slept)


@pytest.mark.parametrize(
    ("asked", "seconds"),
    [
        ("3600", 3600),
        ("Tue, 13 Jan 2026 10:00:00 GMT", 3600),
        ("9" * 30, 7 * 86400),
        ("soon", 60),
        ("-5", 60),
    ],
)
def test_a_long_retry_after_ends_the_requests_to_that_host(
    site: Site, fetcher: Fetcher, asked: str, seconds: float
) -> None:
    def busy(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response_only(429)
        handler.send_header("Date", "Tue, 13 Jan 2026 09:00:00 GMT")
        handler.send_header("Retry-After", asked)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    site.pages["/busy"] = busy
    error = failure(fetcher, site.url("/busy"))
    assert isinstance(error, AskedToWait)
    assert error.seconds == seconds
    assert isinstance(failure(fetcher, site.url("/other")), AskedToWait)
    assert not site.asked("/other")


@pytest.mark.parametrize(
    ("status", "kind"),
    [(500, ServerError), (404, FetchError), (410, Gone), (403, NotPermitted), (418, FetchError)],
)
def test_other_answers_are_errors_that_name_the_status(
    site: Site, fetcher: Fetcher, status: int, kind: type[StageError]
) -> None:
    site.answer("/a", status)
    error = failure(fetcher, site.url("/a"))
    assert type(error) is kind
    assert str(status) in error.reason


def test_a_passing_failure_is_tried_again(site: Site) -> None:
    answers = iter([500, 200])

    def shaky(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(next(answers))
        handler.send_header("Content-Length", "2")
        handler.end_headers()
        handler.wfile.write(b"ok")

    site.pages["/shaky"] = shaky
    options = GatherOptions(allow_private=True, respect_robots=False, host_interval=0, retries=1)
    with Fetcher(options, sleep=lambda _: None) as fetcher:
        assert fetcher.get(site.url("/shaky")).content == b"ok"


def test_environment_proxies_are_not_used(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    site.give("/a", PAGE)
    with Fetcher(LOCAL) as fetcher:
        assert fetcher.get(site.url("/a")).status == 200


def test_a_stated_proxy_is_used(site: Site) -> None:
    site.give("http://far.example/a", PAGE)
    options = GatherOptions(proxy=site.url("/"), respect_robots=False)
    with Fetcher(options) as fetcher:
        assert fetcher.get("http://far.example/a").content.decode() == PAGE
