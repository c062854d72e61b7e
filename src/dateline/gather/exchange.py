"""One HTTP request and its answer, within limits of time, size and decompression."""

from __future__ import annotations

import io
import time
from collections.abc import Iterator, Mapping
from email.utils import parsedate_to_datetime

import httpcore
import httpx

from dateline.errors import FetchError, ReadError, StageError
from dateline.gather.connect import CheckedBackend, Deadline
from dateline.gather.decompress import GunzipStream
from dateline.gather.options import GatherOptions
from dateline.records import record

_CHUNK = 1 << 16
_LONGEST_WAIT = 7 * 86_400.0  # seconds; a Retry-After beyond a week is read as a week


class ConnectionFailed(FetchError):
    """The server could not be reached or broke off: it may work a moment later."""


@record
class Response:
    """A server's answer as it stands, before redirects and errors are made sense of."""

    status: int
    headers: httpx.Headers
    content: bytes = b""

    @property
    def retry_after(self) -> float | None:
        """Seconds that the server asks to wait, or None."""
        value = self.headers.get("retry-after", "").strip()
        if value.isascii() and value.isdigit():
            return min(float(value[:10]), _LONGEST_WAIT)
        until, now = _http_time(value), _http_time(self.headers.get("date", ""))
        if until is None:
            return None
        return min(max(until - (now or time.time()), 0.0), _LONGEST_WAIT)


class Exchange:
    """Makes single requests over pooled connections; follows nothing and retries nothing."""

    def __init__(self, options: GatherOptions) -> None:
        self.deadline = Deadline()
        self._options = options
        context = httpx.create_ssl_context()
        if options.proxy:
            # The proxy resolves names, so addresses can be checked no further than it does.
            self._pool: httpcore.ConnectionPool = httpcore.HTTPProxy(
                options.proxy,
                ssl_context=context,
                network_backend=CheckedBackend(self.deadline, allow_private=True),
            )
        else:
            self._pool = httpcore.ConnectionPool(
                ssl_context=context,
                max_connections=20,
                keepalive_expiry=15.0,
                network_backend=CheckedBackend(self.deadline, allow_private=options.allow_private),
            )

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()

    def get(
        self, url: httpx.URL, headers: Mapping[str, str], name: str, limit: int | None = None
    ) -> Response:
        """Request ``url``, which messages call ``name``.

        A body is read only for status 200. With a ``limit`` of bytes it is cut there; without,
        a body over the largest item raises ReadError. Raises ConnectionFailed where there is
        no whole answer, and NotPermitted for a private address.
        """
        return self._send("GET", url, headers, None, name, limit)

    def post(self, url: httpx.URL, headers: Mapping[str, str], body: bytes, name: str) -> Response:
        """Send ``body`` to ``url``; what is answered beside the status is not read. As ``get``."""
        return self._send("POST", url, headers, body, name, 0)

    def _send(
        self,
        method: str,
        url: httpx.URL,
        headers: Mapping[str, str],
        body: bytes | None,
        name: str,
        limit: int | None,
    ) -> Response:
        timeout = {
            "connect": self._options.connect_timeout,
            "read": self._options.read_timeout,
            "write": self._options.read_timeout,
            "pool": self._options.connect_timeout,
        }
        target = httpcore.URL(
            scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
        )
        sent = {"Host": url.netloc.decode("ascii"), **headers}
        if body is not None:
            sent["Content-Length"] = str(len(body))
        try:
            with self._pool.stream(
                method,
                target,
                headers=list(sent.items()),
                content=body,
                extensions={"timeout": timeout},
            ) as answer:
                received = httpx.Headers(answer.headers)
                content = b""
                if answer.status == 200 and limit != 0:
                    content = self._body(answer.iter_stream(), received, name, limit)
                return Response(status=answer.status, headers=received, content=content)
        except httpcore.TimeoutException as error:
            over = self.deadline.over
            reason = "the answer took too long" if over else "the server was silent for too long"
            raise ConnectionFailed(name, reason, kind="fetch") from error
        except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.ProxyError) as error:
            raise ConnectionFailed(name, _why(error), kind="fetch") from error
        except (httpcore.UnsupportedProtocol, ValueError) as error:
            raise FetchError(name, "can't be requested", kind="fetch") from error
        except StageError as error:
            if error.name == name:
                raise
            raise type(error)(name, error.reason, kind=error.kind) from error

    def _body(
        self, body: Iterator[bytes], headers: httpx.Headers, name: str, limit: int | None
    ) -> bytes:
        most = self._options.max_item_bytes if limit is None else limit
        encoding = headers.get("content-encoding", "identity").strip().lower()
        raw = _Chunks(body, self._options.max_item_bytes, name)
        stream: io.RawIOBase = raw
        if encoding in ("gzip", "x-gzip"):
            stream = GunzipStream(raw, name, self._options.max_ratio)
        elif encoding not in ("identity", ""):
            raise FetchError(name, f"sends {encoding!r}, which was not asked for", kind="fetch")
        blocks: list[bytes] = []
        size = 0
        while block := stream.read(_CHUNK):
            blocks.append(block)
            size += len(block)
            if size > most:
                break
        if size > most and limit is None:
            raise ReadError(name, f"is larger than {most:,} bytes", kind="too-large")
        return b"".join(blocks)[:most]


class _Chunks(io.RawIOBase):
    """The chunks of a body as a stream to read, up to a limit."""

    def __init__(self, chunks: Iterator[bytes], most: int, name: str) -> None:
        self._chunks = chunks
        self._left = most
        self._name = name
        self._waiting = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while not self._waiting:
            chunk = next(self._chunks, None)
            if chunk is None:
                return 0
            self._left -= len(chunk)
            if self._left < -1:
                raise ReadError(self._name, "is larger than an item may be", kind="too-large")
            self._waiting = chunk
        given, self._waiting = self._waiting[: len(buffer)], self._waiting[len(buffer) :]
        buffer[: len(given)] = given
        return len(given)


def _http_time(value: str) -> float | None:
    try:
        return parsedate_to_datetime(value).timestamp()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _why(error: Exception) -> str:
    text = " ".join(str(error).split())[:150]
    if "CERTIFICATE" in text.upper() or "SSL" in text.upper():
        return f"the secure connection failed: {text}"
    if isinstance(error, httpcore.ConnectError):
        return "the server can't be reached"
    return f"the server broke off: {text}" if text else "the server broke off"
