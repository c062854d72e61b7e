"""Alerts on their way: signed, retried, refused to private addresses, marked when taken."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import socketserver
import threading
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest

from dateline.records import Alert, Delivery, Watchlist
from dateline.store import Store
from dateline.watch.deliver import MOST_ATTEMPTS, Sent, after, deliver
from dateline.watch.webhook import signed
from tests.gather.conftest import NOW, Site
from tests.store.samples import at, span
from tests.watch.conftest import Clock
from tests.watch.test_alerts import Host

SECRET = "whsec_" + base64.b64encode(b"a secret of our own").decode()


def alert(number: int = 1, *deliveries: Delivery, **changes: Any) -> Alert:
    given: dict[str, Any] = {
        "id": f"alt_{number}", "watchlist": "w_1", "kind": "story", "subject": "s_1",
        "change": "new", "at": at(20, number), "title": f"Leaders meet ({number})",
        "spans": (span("r_1"),), "story": "s_1", "text": "1 report", "why": "JPN",
        "deliveries": deliveries,
    }  # fmt: skip
    return Alert(**(given | changes))


def keep(store: Store, *alerts: Alert) -> None:
    with store.transaction() as tx:
        tx.put(Watchlist(id="w_1", name="East & <West>", created=at(1), words=("x",)))
        for one in alerts:
            tx.put(one)


def send(host: Host, clock: Clock) -> Sent:
    return deliver(host, clock, threading.Event())


class Receiver:
    """What a site was posted, and with which statuses it answers in turn."""

    def __init__(self, site: Site, *statuses: int) -> None:
        self.got: list[tuple[dict[str, str], bytes]] = []
        self.statuses = list(statuses)
        site.pages["/hook"] = self.take

    def take(self, handler: BaseHTTPRequestHandler) -> None:
        length = int(handler.headers.get("Content-Length", 0))
        headers = {name.lower(): value for name, value in handler.headers.items()}
        self.got.append((headers, handler.rfile.read(length)))
        handler.send_response(self.statuses.pop(0) if self.statuses else 204)
        handler.send_header("Content-Length", "0")
        handler.end_headers()


def hook(site: Site, **changes: Any) -> Delivery:
    return Delivery(channel="webhook", to=site.url("/hook"), **changes)


def test_a_webhook_is_posted_and_signed(site: Site, store: Store, clock: Clock) -> None:
    receiver = Receiver(site)
    keep(store, alert(1, hook(site)))
    host = Host(store, allow_private=True, webhook_secret=SECRET)
    assert send(host, clock) == Sent(delivered=1)
    ((headers, body),) = receiver.got
    assert headers["webhook-id"] == "alt_1"
    content = f"alt_1.{headers['webhook-timestamp']}.".encode() + body
    mac = hmac.new(b"a secret of our own", content, hashlib.sha256).digest()
    assert headers["webhook-signature"] == "v1," + base64.b64encode(mac).decode()
    told = json.loads(body)
    assert told["type"] == "story.new" and told["data"]["title"] == "Leaders meet (1)"
    assert told["data"]["watchlist_name"] == "East & <West>"
    assert "deliveries" not in told["data"]
    (delivery,) = store.alert("alt_1").deliveries
    assert (delivery.status, delivery.at, delivery.attempts) == ("delivered", NOW, 1)
    assert send(host, clock) == Sent()
    assert len(receiver.got) == 1


def test_the_signature_is_that_of_the_specification() -> None:
    # the example of the Standard Webhooks reference implementations
    headers = signed(
        "msg_p5jXN8AQM9LWM0D4loKWxJek",
        b'{"test": 2432232314}',
        NOW.fromtimestamp(1614265330, NOW.tzinfo),
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
    )
    assert headers["webhook-signature"] == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_a_refusal_is_tried_again_later(site: Site, store: Store, clock: Clock) -> None:
    receiver = Receiver(site, 500, 404, 302)
    keep(store, alert(1, hook(site)), alert(2, hook(site)))
    host = Host(store, allow_private=True)
    assert send(host, clock) == Sent(undelivered=1), "the second waits: the receiver is in trouble"
    (delivery,) = store.alert("alt_1").deliveries
    assert delivery.error == "answered with status 500"
    assert delivery.next_try == NOW + timedelta(minutes=1)
    clock.later(seconds=30)
    assert send(host, clock) == Sent(undelivered=1), "the first isn't due, the second is tried"
    clock.later(minutes=2)
    assert send(host, clock) == Sent(undelivered=1), "redirects are not followed"
    clock.later(hours=1)
    assert send(host, clock) == Sent(delivered=2)
    assert len(receiver.got) == 5


def test_private_addresses_are_refused(site: Site, store: Store, clock: Clock) -> None:
    receiver = Receiver(site)
    keep(store, alert(1, hook(site)))
    assert send(Host(store), clock) == Sent(undelivered=1)
    assert receiver.got == []
    assert "private or local address" in store.alert("alt_1").deliveries[0].error


def test_after_ten_attempts_it_is_given_up() -> None:
    delivery, now = Delivery(channel="webhook", to="https://a.test/"), NOW
    for _ in range(MOST_ATTEMPTS):
        assert delivery.status == "due"
        now = delivery.next_try or now
        delivery = after(delivery, "answered with status 500", now)
    assert (delivery.status, delivery.attempts) == ("failed", MOST_ATTEMPTS)
    assert timedelta(hours=24) < now - NOW < timedelta(hours=48)


class Mail(socketserver.ThreadingTCPServer):
    """A mail server that keeps what it is given; ``refuses`` names a command it refuses."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, refuses: str = "") -> None:
        super().__init__(("127.0.0.1", 0), _Session)
        self.refuses = refuses
        self.messages: list[str] = []
        self.logins: list[str] = []


class _Session(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        server = self.server
        assert isinstance(server, Mail)
        self.say("220 mail.test")
        while line := self.rfile.readline().decode().strip():
            command = line.split(":")[0].upper()
            if server.refuses and command.startswith(server.refuses):
                self.say("550 5.7.1 not\x07 here")
            elif command.startswith("EHLO"):
                self.say("250-mail.test\r\n250 AUTH PLAIN")
            elif command.startswith("AUTH"):
                server.logins.append(base64.b64decode(line.split()[2]).decode())
                self.say("235 welcome")
            elif command == "DATA":
                self.say("354 go on")
                lines = iter(lambda: self.rfile.readline().decode().rstrip("\r\n"), ".")
                server.messages.append("\n".join(lines))
                self.say("250 taken")
            elif command == "QUIT":
                self.say("221 bye")
                return
            else:
                self.say("250 ok")

    def say(self, text: str) -> None:
        self.wfile.write(f"{text}\r\n".encode())


def mail_host(store: Store, server: Mail, **options: Any) -> Host:
    return Host(
        store,
        smtp_host="127.0.0.1",
        smtp_port=server.server_address[1],
        smtp_security="none",
        smtp_from="desk@here.test",
        **options,
    )


@pytest.fixture
def mail() -> Iterator[Mail]:
    with Mail() as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield server
        server.shutdown()


def letter(to: str = "me@there.test") -> Delivery:
    return Delivery(channel="email", to=to)


def test_one_message_tells_all_alerts_of_a_round(mail: Mail, store: Store, clock: Clock) -> None:
    hostile = "Leaders\nBcc: all@there.test\n\n<script>"
    keep(store, alert(1, letter(), title=hostile), alert(2, letter()))
    host = mail_host(store, mail, smtp_user="ana", smtp_password="pw")
    assert send(host, clock) == Sent(delivered=2)
    (message,) = mail.messages
    head, _, body = message.partition("\n\n")
    assert "To: me@there.test" in head
    assert not any(line.startswith("Bcc") for line in head.splitlines())
    assert "Leaders meet (2)" in body and "dateline brief s_1" in body
    assert mail.logins == ["\0ana\0pw"]
    assert all(store.alert(f"alt_{n}").deliveries[0].status == "delivered" for n in (1, 2))


def test_a_mail_server_that_refuses_is_told_of(mail: Mail, store: Store, clock: Clock) -> None:
    mail.refuses = "RCPT"
    keep(store, alert(1, letter()))
    assert send(mail_host(store, mail), clock) == Sent(undelivered=1)
    assert store.alert("alt_1").deliveries[0].error == "refused the recipient"
    mail.refuses = "AUTH"
    clock.later(hours=1)
    host = mail_host(store, mail, smtp_user="ana", smtp_password="hidden")
    assert send(host, clock) == Sent(undelivered=1)
    error = store.alert("alt_1").deliveries[0].error
    assert "refused user name and password" in error and "hidden" not in error


def test_without_a_mail_server_the_user_is_told_what_to_set(store: Store, clock: Clock) -> None:
    keep(store, alert(1, letter()))
    assert send(Host(store), clock) == Sent(undelivered=1)
    assert "options smtp_host" in store.alert("alt_1").deliveries[0].error


def test_one_receiver_in_trouble_does_not_keep_others_from_theirs(
    site: Site, mail: Mail, store: Store, clock: Clock
) -> None:
    Receiver(site, 500)
    keep(store, alert(1, hook(site), letter()))
    host = mail_host(store, mail, allow_private=True)
    assert send(host, clock) == Sent(delivered=1, undelivered=1)
    statuses = {one.channel: one.status for one in store.alert("alt_1").deliveries}
    assert statuses == {"webhook": "due", "email": "delivered"}
