"""Which network addresses may be reached: names and secrets in URLs, and the check after DNS."""

from __future__ import annotations

import ipaddress
import queue
import re
import socket
import threading
from typing import TypeAlias

import httpx

from dateline.errors import FetchError, NotPermitted

Address: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address

_NAT64 = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052: an IPv4 address in the last 32 bits
_SECRETS = re.compile(
    r"(?i)([?&;](?:[\w.-]{0,40}(?:token|secret|password|passwd|signature|api_?key)|key|auth|sig|pwd)=)"
    r"[^&;#]*"
)


def printable_url(url: str) -> str:
    """Return ``url`` as it may be shown and logged: without user name, password and tokens."""
    scheme, mark, rest = url.partition("://")
    if mark:
        end = re.search(r"[/?#]", rest)
        host = rest[: end.start()] if end else rest
        rest = host.rpartition("@")[2] + rest[len(host) :]
    return _SECRETS.sub(r"\1...", scheme + mark + rest)


def parse_url(url: str) -> httpx.URL:
    """Parse an address to fetch. NotPermitted unless it is http or https with a host."""
    name = printable_url(url)
    try:
        parsed = httpx.URL(url)
    except (httpx.InvalidURL, ValueError, TypeError) as error:
        raise FetchError(name, "is not a valid address", kind="fetch") from error
    if parsed.scheme not in ("http", "https"):
        reason = f"only http and https are fetched, not {parsed.scheme or 'this'}"
        raise NotPermitted(name, reason, kind="not-permitted")
    if not parsed.host or not 0 < (parsed.port or 80) < 65_536:
        raise FetchError(name, "the address names no host, or no port that exists", kind="fetch")
    return parsed


def is_public(address: Address) -> bool:
    """Tell whether ``address`` is a machine of the open internet.

    False for private, loopback, link-local (169.254.169.254 gives out cloud credentials),
    shared, multicast, reserved and unspecified addresses, also where an IPv6 address carries
    such an IPv4 one (mapped, 6to4, Teredo, NAT64).
    """
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if inner is None and address.teredo:
            inner = address.teredo[1]
        if inner is None and address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
        if address.is_site_local:
            return False
    return address.is_global and not (
        address.is_private
        or address.is_loopback
        or address.is_link_local
        or address.is_multicast
        or address.is_reserved
        or address.is_unspecified
    )


def permitted_addresses(
    host: str, port: int, timeout: float, *, allow_private: bool
) -> tuple[str, ...]:
    """Resolve ``host`` and return the addresses that may be connected to, in DNS order.

    The caller connects to one of these, never to the name: a name that resolves otherwise a
    moment later (DNS rebinding) gains nothing. Raises NotPermitted where none may be reached
    and FetchError where the name is unknown or DNS takes over ``timeout`` seconds.
    """
    found = _resolve(host, port, timeout)
    allowed = tuple(
        text for text in found if allow_private or is_public(ipaddress.ip_address(text))
    )
    if not allowed:
        reason = "leads to a private or local address, which is refused (option allow_private)"
        raise NotPermitted(host, reason, kind="not-permitted")
    return allowed


def _resolve(host: str, port: int, timeout: float) -> tuple[str, ...]:
    # getaddrinfo has no timeout of its own: it is left behind in a daemon thread when it hangs
    answers: queue.SimpleQueue[tuple[str, ...] | OSError | UnicodeError] = queue.SimpleQueue()

    def ask() -> None:
        try:
            rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answers.put(tuple(dict.fromkeys(str(row[4][0]).partition("%")[0] for row in rows)))
        except (OSError, UnicodeError) as error:
            answers.put(error)

    threading.Thread(target=ask, name=f"resolve {host}", daemon=True).start()
    try:
        answer = answers.get(timeout=max(timeout, 0.001))
    except queue.Empty:
        raise FetchError(host, "its name took too long to resolve", kind="fetch") from None
    if isinstance(answer, Exception):
        raise FetchError(host, "its name is not known (DNS)", kind="fetch") from answer
    return answer
