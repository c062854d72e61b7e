"""Fetching one address: politely, within limits, and only from where it is safe."""

from __future__ import annotations

import base64
import dataclasses
import time
from collections.abc import Callable
from types import TracebackType

import httpx

from dateline.errors import FetchError, NotPermitted, StageError
from dateline.gather.addresses import parse_url, printable_url
from dateline.gather.exchange import ConnectionFailed, Exchange, Response
from dateline.gather.headers import content_type, max_age
from dateline.gather.options import GatherOptions
from dateline.gather.pace import AskedToWait, Pace
from dateline.gather.robots import ALLOW_ALL, ALLOW_NONE, ROBOTS_LIMIT, Rules, parse_robots
from dateline.records import record

_REDIRECTS = {301, 302, 303, 307, 308}
_PERMANENT = {301, 308}
_PASSING = {500, 502, 503, 504}
_ROBOTS_KEPT = 3600.0  # seconds; RFC 9309 allows a day
_MOST_ROBOTS = 10_000
_DEFAULT_WAIT = 60.0  # seconds of pause after a 429 that names none
_ACCEPT = (
    "application/atom+xml, application/rss+xml, application/feed+json, text/html;q=0.9, "
    "application/xhtml+xml;q=0.9, application/xml;q=0.8, */*;q=0.5"
)


class Gone(FetchError):
    """The server says that the address is gone for good (410)."""


class ServerError(FetchError):
    """The server failed (5xx): it may work a moment later."""


@record
class Answer:
    """What a server gave. ``content`` is empty where nothing changed (``status`` 304).

    ``url`` is where the redirects ended; ``moved_to`` is that address where all of them were
    permanent. Neither carries user name or password. ``max_age`` is for how many seconds the
    server calls the answer fresh, 0 where it doesn't say.
    """

    status: int
    url: str
    content: bytes = b""
    media_type: str = ""
    charset: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    moved_to: str | None = None
    max_age: int = 0


class Fetcher:
    """A polite HTTP client. Threads may share one; close it when done."""

    def __init__(
        self, options: GatherOptions, *, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self._options = options
        self._sleep = sleep
        self._pace = Pace(options.host_interval, options.max_wait, sleep=sleep)
        self._robots: dict[str, tuple[float, Rules]] = {}
        self._exchange = Exchange(options)

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections."""
        self._exchange.close()

    def get(self, url: str, etag: str | None = None, last_modified: str | None = None) -> Answer:
        """Fetch ``url``, following redirects, each of them checked like the first address.

        ``etag`` and ``last_modified`` make the request conditional. Raises FetchError (with
        Gone and AskedToWait among its kinds), NotPermitted for what may not be fetched, and
        ReadError for an answer that is too large or a decompression bomb. Messages name the
        address without its secrets.
        """
        start = parse_url(url)
        name = printable_url(url)
        headers = self._headers(start)
        if etag:
            headers["If-None-Match"] = etag
        if last_modified:
            headers["If-Modified-Since"] = last_modified
        for tries_left in range(self._options.retries, -1, -1):
            try:
                self._exchange.deadline.start(self._options.total_timeout)
                return self._follow(start, dict(headers), name)
            except AskedToWait as error:  # the next try's turn comes after that wait
                if not tries_left or error.seconds > self._options.max_wait:
                    raise AskedToWait(name, error.seconds, error.reason) from error
            except (ConnectionFailed, ServerError):
                if not tries_left:
                    raise
        raise AssertionError("the last try returns or raises")

    def _headers(self, url: httpx.URL) -> dict[str, str]:
        headers = {
            "User-Agent": self._options.user_agent,
            "Accept": _ACCEPT,
            "Accept-Encoding": "gzip",
        }
        if url.userinfo:
            pair = f"{url.username}:{url.password}".encode()
            headers["Authorization"] = "Basic " + base64.b64encode(pair).decode("ascii")
        return headers

    def _follow(self, url: httpx.URL, headers: dict[str, str], name: str) -> Answer:
        url = url.copy_with(userinfo=b"", fragment=None)
        seen = [str(url)]
        permanent = True
        while True:
            self._await_turn(url, name)
            response = self._exchange.get(url, headers, name)
            if response.status not in _REDIRECTS:
                answer = self._answer(response, url, name)
                moved = seen[-1] if permanent and len(seen) > 1 else None
                return dataclasses.replace(answer, moved_to=moved)
            permanent = permanent and response.status in _PERMANENT
            following = _redirected(url, response, name)
            if str(following) in seen:
                raise FetchError(name, "redirects in a circle", kind="fetch")
            if len(seen) > self._options.max_redirects:
                reason = f"redirects more than {self._options.max_redirects} times"
                raise FetchError(name, reason, kind="fetch")
            if _origin(following) != _origin(url):
                headers.pop("Authorization", None)
            url = following
            seen.append(str(url))

    def _answer(self, response: Response, url: httpx.URL, name: str) -> Answer:
        status = response.status
        if status in (200, 304):
            media_type, charset = content_type(response.headers.get("content-type"))
            return Answer(
                status=status,
                url=str(url),
                content=response.content,
                media_type=media_type,
                charset=charset,
                etag=_validator(response.headers.get("etag")),
                last_modified=_validator(response.headers.get("last-modified")),
                max_age=max_age(response.headers.get("cache-control")),
            )
        wait = response.retry_after
        if status == 429 or (wait is not None and status in _PASSING):
            wait = _DEFAULT_WAIT if wait is None else wait
            self._pace.hold(_host(url), wait)
            reason = f"the server asked to wait {wait:.0f} seconds (status {status})"
            raise AskedToWait(name, wait, reason)
        reason = f"the server answered with status {status}"
        if status in _PASSING:
            raise ServerError(name, reason, kind="fetch")
        if status == 410:
            raise Gone(name, "is gone for good (status 410)", kind="fetch")
        if status in (401, 403, 451):
            raise NotPermitted(name, reason, kind="not-permitted")
        raise FetchError(name, reason, kind="fetch")

    def _await_turn(self, url: httpx.URL, name: str) -> None:
        rules = self._rules(url, name) if self._options.respect_robots else ALLOW_ALL
        if not rules.allow(url.raw_path.decode("ascii")):
            reason = "the site's robots.txt asks not to fetch it"
            raise NotPermitted(name, reason, kind="not-permitted")
        waited = self._pace.turn(_host(url), rules.delay)
        self._exchange.deadline.extend(waited)

    def _rules(self, url: httpx.URL, name: str) -> Rules:
        origin = _origin(url)
        kept = self._robots.get(origin)
        if kept and time.monotonic() - kept[0] < _ROBOTS_KEPT:
            return kept[1]
        if len(self._robots) > _MOST_ROBOTS:
            self._robots.clear()
        rules = self._fetch_rules(url.copy_with(raw_path=b"/robots.txt"), name)
        self._robots[origin] = (time.monotonic(), rules)
        return rules

    def _fetch_rules(self, url: httpx.URL, name: str) -> Rules:
        """Ask for robots.txt. RFC 9309, 2.3.1: no such file allows all, a failing server none."""
        for _ in range(5):
            try:
                response = self._exchange.get(url, self._headers(url), name, ROBOTS_LIMIT)
                if response.status in _REDIRECTS:
                    url = _redirected(url, response, name)
                    continue
            except (ConnectionFailed, NotPermitted):
                raise
            except StageError:  # a robots.txt that can't be read says nothing
                return ALLOW_ALL
            if response.status >= 500:
                return ALLOW_NONE
            if response.status != 200:
                return ALLOW_ALL
            agent = self._options.user_agent.partition("/")[0].partition(" ")[0]
            return parse_robots(response.content.decode("utf-8", "replace"), agent)
        return ALLOW_ALL


def _redirected(url: httpx.URL, response: Response, name: str) -> httpx.URL:
    target = response.headers.get("location", "")
    try:
        following = parse_url(str(url.join(target)))
    except NotPermitted as error:
        raise NotPermitted(name, f"redirects away: {error.reason}", kind=error.kind) from error
    except (httpx.InvalidURL, ValueError, TypeError, FetchError) as error:
        raise FetchError(name, "redirects to an invalid address", kind="fetch") from error
    return following.copy_with(userinfo=b"", fragment=None)


def _validator(value: str | None) -> str | None:
    """Return a header value that can be sent back, or None where the server sent rubbish."""
    sound = value and value.isascii() and value.isprintable() and len(value) < 1_000
    return value if sound else None


def _origin(url: httpx.URL) -> str:
    return f"{url.scheme}://{_host(url)}"


def _host(url: httpx.URL) -> str:
    return url.netloc.decode("ascii")
