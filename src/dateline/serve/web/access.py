"""Who may ask: names of this server, the token, and the session that a login gives.

A page in a browser can be made to call any server that the browser reaches, by a name whose
address changes under way (DNS rebinding). It can't choose the Host header freely: so only
names that are ours are served. A token is needed as soon as others can reach the port.
"""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import secrets
import time
from dataclasses import dataclass

from dateline.errors import ConfigError

COOKIE = "dateline_session"
SESSION_SECONDS = 30 * 86_400
# 16 random letters and digits are over 80 bits: guessing over a network is hopeless.
SHORTEST_TOKEN = 16
_LOCAL_NAMES = frozenset({"localhost"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """What a server asks of a request.

    ``host`` is the address it is bound to, ``names`` are further names under which it may be
    called, ``token`` is what a caller must know (None: nothing; only on loopback).
    """

    host: str = "127.0.0.1"
    token: str | None = None
    names: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.token is None and not is_loopback(self.host):
            raise ConfigError(
                f"--host {self.host} can be reached by others: name a --token of at least "
                f"{SHORTEST_TOKEN} characters, or stay on 127.0.0.1"
            )
        if self.token is not None and len(self.token) < SHORTEST_TOKEN:
            raise ConfigError(f"the token is too short: take {SHORTEST_TOKEN} characters or more")

    def knows(self, host_header: str) -> bool:
        """True when the Host header names this server.

        On loopback that is a loopback address or ``localhost``. Beyond it also any address
        in numbers, since rebinding needs a name, and the names that were given.
        """
        name = _name(host_header)
        if name is None:
            return False
        if name in _LOCAL_NAMES or name in {known.lower() for known in self.names}:
            return True
        try:
            address = ipaddress.ip_address(name)
        except ValueError:
            return name == self.host.lower()
        return address.is_loopback or not is_loopback(self.host)

    def admits(self, authorization: str | None, cookie: str | None) -> bool:
        """True when no token is asked for, or the request brings it or a session made of it."""
        if self.token is None:
            return True
        scheme, _, given = (authorization or "").partition(" ")
        if scheme.lower() == "bearer" and self.is_token(given.strip()):
            return True
        return cookie is not None and self._is_session(cookie)

    def is_token(self, given: str) -> bool:
        """Compare with the token in a time that doesn't tell how much of it was right."""
        return self.token is not None and hmac.compare_digest(_digest(given), _digest(self.token))

    def new_session(self) -> str:
        """Make a session: when it began, a random word, and both signed with the token.

        The cookie never holds the token; a new token ends all sessions.
        """
        begun = f"{int(time.time())}.{secrets.token_urlsafe(12)}"
        return f"{begun}.{self._sign(begun)}"

    def _is_session(self, cookie: str) -> bool:
        begun, _, signature = cookie.rpartition(".")
        if not hmac.compare_digest(_digest(signature), _digest(self._sign(begun))):
            return False
        since = begun.partition(".")[0]
        return since.isdecimal() and 0 <= time.time() - int(since) < SESSION_SECONDS

    def _sign(self, text: str) -> str:
        key = (self.token or "").encode()
        return hmac.new(key, b"session\x1f" + text.encode(), hashlib.sha256).hexdigest()


def is_loopback(host: str) -> bool:
    """True when only this machine reaches an address or name."""
    if host.lower() in _LOCAL_NAMES:
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _name(host_header: str) -> str | None:
    """Return the name of a Host header without its port; None when it is none."""
    text = host_header.strip().lower()
    if text.startswith("["):
        inside, closing, rest = text[1:].partition("]")
        return inside if closing and (not rest or rest[1:].isdecimal()) else None
    name, colon, port = text.partition(":")
    return name.removesuffix(".") if name and (not colon or port.isdecimal()) else None


def _digest(text: str) -> bytes:
    # Digests have one length: compare_digest then hides the length too.
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
