"""Who may ask: names of this server, tokens, and the sessions that a login gives.

A page in a browser can be made to call any server that the browser reaches, by a name whose
address changes under way (DNS rebinding). It can't choose the Host header freely: so only
names that are ours are served. Callers must be known as soon as others can reach the port.
"""

from __future__ import annotations

import base64
import binascii
import ipaddress
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers

from dateline.errors import ConfigError
from dateline.serve.web.attempts import Attempts
from dateline.serve.web.callers import Caller, ProxyLogin, Token, holder, session_owner

COOKIE = "dateline_session"
OWNER = "owner"
# Whoever reaches a desk that asks nothing sits at the machine that it runs on.
LOCAL = Caller("local", "editor", "open")
_LOCAL_NAMES = frozenset({"localhost"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """What a server asks of a request.

    ``host`` is the address it is bound to, ``names`` are further names under which it may be
    called. ``token`` is the owner's, an editor; ``tokens`` are those of others; ``proxy`` is a
    proxy that signs people in. Without any of them nothing is asked, on loopback only.
    """

    host: str = "127.0.0.1"
    token: str | None = field(default=None, repr=False)
    names: tuple[str, ...] = ()
    tokens: tuple[Token, ...] = ()
    proxy: ProxyLogin | None = None
    attempts: Attempts = field(default_factory=Attempts, repr=False, compare=False)

    def __post_init__(self) -> None:
        if self.token is not None:
            owner = Token(OWNER, "editor", self.token)
            object.__setattr__(self, "tokens", (owner, *self.tokens))
        if not self.asks and not is_loopback(self.host):
            raise ConfigError(
                f"--host {self.host} can be reached by others: name a --token of at least "
                "16 characters, set the option tokens or proxy_header, or stay on 127.0.0.1"
            )

    @property
    def asks(self) -> bool:
        """True where callers must say who they are."""
        return bool(self.tokens) or self.proxy is not None

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

    def caller(self, headers: Headers, peer: str | None = None) -> Caller | None:
        """Say who asks, None when that is not known. ``peer`` is the address it comes from."""
        if not self.asks:
            return LOCAL
        if self.proxy is not None:
            named = self.proxy.caller(peer, headers.getlist(self.proxy.header))
            if named is not None:
                return named
        scheme, _, given = headers.get("authorization", "").partition(" ")
        sent = self._sent(scheme.lower(), given.strip())
        if sent is not None:
            # A browser sends a password that it once asked for by itself, as it does a cookie.
            return Caller(sent.name, sent.role, "session" if scheme.lower() == "basic" else "token")
        kept = session_owner(self.tokens, session_of(headers) or "")
        return Caller(kept.name, kept.role, "session") if kept is not None else None

    def holder(self, given: str) -> Token | None:
        """Return the token that was given, if it is one."""
        return holder(self.tokens, given)

    def session_owner(self, session: str) -> Token | None:
        """Return the token that a running session was made with."""
        return session_owner(self.tokens, session)

    def _sent(self, scheme: str, given: str) -> Token | None:
        if scheme == "bearer":
            return holder(self.tokens, given)
        if scheme == "googlelogin":  # clients of the Google Reader API send the session this way
            return session_owner(self.tokens, given.removeprefix("auth="))
        if scheme == "basic":  # feed readers and calendar programs; any user name goes
            return holder(self.tokens, _password(given))
        return None


def _password(credentials: str) -> str:
    try:
        return base64.b64decode(credentials, validate=True).decode().partition(":")[2]
    except (binascii.Error, ValueError):
        return ""


def session_of(headers: Headers) -> str | None:
    """Return the session that a browser sends as a cookie."""
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return None
    return found.value if found else None


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
