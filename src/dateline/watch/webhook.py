"""Alerts to a web address, signed as in the Standard Webhooks specification.

``webhook-id`` is the alert's id: what arrives twice (a delivery whose answer was lost is sent
again) can be told by it. ``webhook-signature`` is ``v1,`` and the base64 HMAC-SHA256, by the
option ``webhook_secret``, of "id.timestamp.body" (https://www.standardwebhooks.com, version 1).
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from datetime import datetime
from typing import Any

from dateline.errors import FetchError
from dateline.gather import GatherOptions, printable_url
from dateline.gather.addresses import parse_url
from dateline.gather.exchange import Exchange
from dateline.records import Alert, Watchlist
from dateline.records.codec import to_plain

_GIVEN = 15.0  # seconds for one delivery


class Webhooks:
    """Sends alerts over checked connections: private addresses are refused unless allowed."""

    def __init__(self, options: GatherOptions, secret: str) -> None:
        self._exchange = Exchange(options)
        self._agent = options.user_agent
        self._secret = secret

    def close(self) -> None:
        """Close all connections."""
        self._exchange.close()

    def send(self, alert: Alert, watchlist: Watchlist, url: str, now: datetime) -> None:
        """Deliver one alert. Raises StageError where it was not taken (a status other than 2xx).

        Redirects are not followed: the address is the receiver's word, and its own to mend.
        """
        name = printable_url(url)
        target = parse_url(url)
        body = json.dumps(payload(alert, watchlist), ensure_ascii=False).encode("utf-8")
        headers = {
            "User-Agent": self._agent,
            "Content-Type": "application/json",
            **signed(alert.id, body, now, self._secret),
        }
        if target.userinfo:
            pair = base64.b64encode(f"{target.username}:{target.password}".encode())
            headers["Authorization"] = f"Basic {pair.decode('ascii')}"
        self._exchange.deadline.start(_GIVEN)
        plain = target.copy_with(userinfo=b"", fragment=None)
        status = self._exchange.post(plain, headers, body, name).status
        if not 200 <= status < 300:
            raise FetchError(name, f"answered with status {status}", kind="fetch")


def payload(alert: Alert, watchlist: Watchlist) -> dict[str, Any]:
    """Return what is sent: the alert without its deliveries, and the watchlist's name."""
    plain: dict[str, Any] = to_plain(alert)
    plain.pop("deliveries", None)
    return {
        "type": f"{alert.kind}.{alert.change.replace(' ', '_')}",
        "timestamp": to_plain(alert.at),
        "data": {**plain, "watchlist_name": watchlist.name},
    }


def signed(id: str, body: bytes, now: datetime, secret: str) -> dict[str, str]:
    """Return the headers that name, date and sign a delivery; unsigned without a secret."""
    seconds = str(int(now.timestamp()))
    headers = {"webhook-id": id, "webhook-timestamp": seconds}
    if secret:
        content = f"{id}.{seconds}.".encode() + body
        mac = hmac.new(_key(secret), content, hashlib.sha256).digest()
        headers["webhook-signature"] = "v1," + base64.b64encode(mac).decode("ascii")
    return headers


def _key(secret: str) -> bytes:
    """Read a secret: ``whsec_`` and base64, as the specification writes them, or any text."""
    if secret.startswith("whsec_"):
        try:
            return base64.b64decode(secret.removeprefix("whsec_"), validate=True)
        except ValueError:
            pass
    return secret.encode("utf-8")
