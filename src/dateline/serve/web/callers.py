"""Who a caller is: tokens with a name and a role, sessions made of them, and a proxy's word."""

from __future__ import annotations

import base64
import hashlib
import hmac
import ipaddress
import re
import secrets
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, TypeAlias, get_args

from dateline.errors import ConfigError

Role = Literal["reader", "editor"]
Network: TypeAlias = ipaddress.IPv4Network | ipaddress.IPv6Network

SESSION_SECONDS = 30 * 86_400
# 16 random letters and digits are over 80 bits: guessing over a network is hopeless.
SHORTEST_TOKEN = 16
_NAME = re.compile(r"[A-Za-z0-9._@-]{1,64}")


@dataclass(frozen=True, slots=True)
class Caller:
    """Whoever asks: a ``name``, what the role allows, and ``how`` that is known.

    ``how`` is *open* (a desk that asks nothing), *token* (sent with the request), *session* (a
    browser's cookie) or *proxy*. What a browser sends by itself (*session*, *proxy*, *open*)
    another site can make it send: see :mod:`dateline.serve.web.guard`.
    """

    name: str
    role: Role
    how: Literal["open", "token", "session", "proxy"]

    @property
    def edits(self) -> bool:
        """True where the caller may change the desk."""
        return self.role == "editor"


@dataclass(frozen=True, slots=True)
class Token:
    """A secret that stands for ``name`` with ``role``. It never shows in a representation."""

    name: str
    role: Role
    secret: str = field(repr=False)

    def __post_init__(self) -> None:
        if not _NAME.fullmatch(self.name):
            raise ConfigError(f"{self.name[:70]!r} is no name for a token: letters, digits, ._@-")
        if self.role not in get_args(Role):
            raise ConfigError(f"the token of {self.name} has no role: reader or editor")
        if len(self.secret) < SHORTEST_TOKEN:
            raise ConfigError(
                f"the token of {self.name} is too short: take {SHORTEST_TOKEN} characters or more"
            )

    def new_session(self) -> str:
        """Make a session: whose it is, when it began, a random word, all signed with the secret.

        It never holds the secret; a new secret ends all sessions.
        """
        name = base64.urlsafe_b64encode(self.name.encode()).decode().rstrip("=")
        begun = f"{name}.{int(time.time())}.{secrets.token_urlsafe(12)}"
        return f"{begun}.{self._sign('session', begun)}"

    def began(self, session: str) -> bool:
        """True when the session was made with this token and hasn't ended."""
        begun, _, signature = session.rpartition(".")
        if not _same(signature, self._sign("session", begun)):
            return False
        since = begun.partition(".")[2].partition(".")[0]
        return since.isdecimal() and 0 <= time.time() - int(since) < SESSION_SECONDS

    def action_token(self, session: str) -> str:
        """Return the word that a client of the Google Reader API sends with each change."""
        return self._sign("action", session)[:57]

    def _sign(self, purpose: str, text: str) -> str:
        message = f"{purpose}\x1f{text}".encode("utf-8", "surrogatepass")
        return hmac.new(self.secret.encode(), message, hashlib.sha256).hexdigest()


def read_tokens(text: str) -> tuple[Token, ...]:
    """Read ``NAME:ROLE:SECRET`` entries between spaces.

    Raises ConfigError, without a secret in it, where one is not of that form.
    """
    tokens = []
    for number, entry in enumerate(text.split(), 1):
        name, _, rest = entry.partition(":")
        role, _, secret = rest.partition(":")
        if role not in get_args(Role) or not secret:
            raise ConfigError(f"tokens, entry {number}: write NAME:reader:SECRET or NAME:editor:…")
        tokens.append(Token(name, "editor" if role == "editor" else "reader", secret))
    if len({token.name for token in tokens}) < len(tokens):
        raise ConfigError("tokens: two of them have one name")
    return tuple(tokens)


def holder(tokens: Iterable[Token], given: str) -> Token | None:
    """Find the token that was given, in a time that tells neither which nor how much was right."""
    found = None
    for token in tokens:
        if _same(given, token.secret):
            found = token
    return found


def session_owner(tokens: Iterable[Token], session: str) -> Token | None:
    """Find the token that a running session was made with."""
    found = None
    for token in tokens:
        if token.began(session):
            found = token
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class ProxyLogin:
    """A proxy that signs people in and names them in ``header``.

    Only requests that come from ``proxies`` are believed. Those named in ``editors`` may change
    the desk, everybody else that the proxy lets through may read.
    """

    header: str
    proxies: tuple[Network, ...]
    editors: frozenset[str] = frozenset()

    def caller(self, peer: str | None, names: list[str]) -> Caller | None:
        """Return whom the proxy names; None for another peer, no name, or several."""
        if not self.trusts(peer) or len(names) != 1:
            return None
        name = names[0].strip()
        if not _NAME.fullmatch(name):
            return None
        return Caller(name, "editor" if name in self.editors else "reader", "proxy")

    def trusts(self, peer: str | None) -> bool:
        """True when ``peer`` is the address of a proxy."""
        try:
            address = ipaddress.ip_address(peer or "")
        except ValueError:
            return False
        return any(address in network for network in self.proxies)


def read_proxy(header: str, addresses: str, editors: str) -> ProxyLogin | None:
    """Put the three options of a proxy login together; None where no header is named.

    Raises ConfigError for addresses that are none, and for a header without them.
    """
    if not header:
        return None
    if not re.fullmatch(r"[A-Za-z0-9-]{1,64}", header):
        raise ConfigError(f"proxy_header: {header[:70]!r} is no name of a header")
    try:
        proxies = tuple(ipaddress.ip_network(part) for part in addresses.split())
    except ValueError as error:
        raise ConfigError(f"proxy_addresses: {error}") from None
    if not proxies:
        raise ConfigError("proxy_header needs proxy_addresses: whom to believe, say 10.0.0.2")
    return ProxyLogin(header=header.lower(), proxies=proxies, editors=frozenset(editors.split()))


def _same(given: str, right: str) -> bool:
    # Digests have one length: compare_digest then hides the length too.
    return hmac.compare_digest(_digest(given), _digest(right))


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
