"""Names and roles: tokens, a proxy's login, changes from elsewhere, too many wrong guesses."""

from __future__ import annotations

import base64
import logging
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from dateline.errors import ConfigError
from dateline.serve.web import attempts
from dateline.serve.web.access import COOKIE, Access
from dateline.serve.web.callers import Caller, Token, read_proxy, read_tokens
from dateline.serve.web.guard import Guard
from tests.serve.web.conftest import Client

EDITOR, READER = "e" * 20, "r" * 20
TOKENS = f"kim:editor:{EDITOR} lee:reader:{READER}"
CHANGE = "/api/v1/sources"


async def greet(scope: Scope, receive: Receive, send: Send) -> None:
    """An application that says who asks."""
    caller: Caller = scope["state"]["caller"]
    answer = PlainTextResponse(f"{caller.name} {caller.role} {caller.how}")
    await answer(scope, receive, send)


@dataclass(frozen=True)
class From(Client):
    """Asks from an address."""

    peer: str = "192.0.2.99"

    def send(self, method: str, path: str, **options: Any) -> httpx.Response:
        app = self.app

        async def from_peer(scope: Scope, receive: Receive, send: Send) -> None:
            await app({**scope, "client": (self.peer, 1)}, receive, send)

        return Client(from_peer, self.base).send(method, path, **options)


def server(**access: Any) -> From:
    return From(Guard(greet, Access(host="0.0.0.0", **access)), "http://192.0.2.7")


@pytest.fixture
def two() -> From:
    return server(tokens=read_tokens(TOKENS))


def bearer(secret: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {secret}"}


def test_each_token_has_a_name_and_a_role(two: From) -> None:
    assert two.get("/", headers=bearer(EDITOR)).text == "kim editor token"
    assert two.get("/", headers=bearer(READER)).text == "lee reader token"
    assert two.get("/api/v1/x", headers=bearer("x" * 20)).status_code == 401


@pytest.mark.parametrize(
    "text",
    [
        "kim:editor:short", "kim:owner:" + EDITOR, EDITOR, "kim:editor", ":editor:" + EDITOR,
        f"kim:editor:{EDITOR} kim:reader:{READER}", "k/m:reader:" + READER,
    ],
)  # fmt: skip
def test_what_is_no_token_is_refused_without_telling_it(text: str) -> None:
    with pytest.raises(ConfigError) as error:
        read_tokens(text)
    assert EDITOR not in str(error.value)
    assert READER not in str(error.value)


def test_a_reader_changes_nothing_but_their_own(two: From) -> None:
    for method in ("POST", "PUT", "DELETE"):
        refused = two.send(method, CHANGE, headers=bearer(READER))
        assert (refused.status_code, refused.json()["error"]["code"]) == (403, "reading-only")
        assert two.send(method, CHANGE, headers=bearer(EDITOR)).status_code == 200
    assert two.send("POST", "/reader/api/0/edit-tag", headers=bearer(READER)).status_code == 200
    assert two.send("POST", "/me/visit", headers=bearer(READER)).status_code == 200


def test_a_cookie_alone_changes_nothing(two: From) -> None:
    session = Token("kim", "editor", EDITOR).new_session()
    cookie = {"Cookie": f"{COOKIE}={session}"}
    assert two.get("/", headers=cookie).text == "kim editor session"
    for sent in (
        {},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "same-origin", "Origin": "http://evil.example"},
    ):
        refused = two.send("POST", CHANGE, headers={**cookie, **sent})
        assert (refused.status_code, refused.json()["error"]["code"]) == (403, "foreign-form"), sent
    for sent in ({"Origin": "http://192.0.2.7"}, {"Sec-Fetch-Site": "same-origin"}):
        assert two.send("POST", CHANGE, headers={**cookie, **sent}).status_code == 200


def test_feed_readers_send_a_token_as_a_password(two: From) -> None:
    def basic(secret: str) -> dict[str, str]:
        return {"Authorization": "Basic " + base64.b64encode(f"me:{secret}".encode()).decode()}

    assert two.get("/feeds/stories.atom", headers=basic(READER)).text == "lee reader session"
    unknown = two.get("/feeds/stories.atom", headers=basic("x" * 20))
    assert unknown.status_code == 401
    assert unknown.headers["www-authenticate"].startswith("Basic realm=")
    # browsers send passwords by themselves
    assert two.send("POST", CHANGE, headers=basic(EDITOR)).status_code == 403


def test_a_token_is_sent_on_purpose(two: From) -> None:
    headers = {**bearer(EDITOR), "Origin": "http://tool.example"}
    assert two.send("POST", CHANGE, headers=headers).status_code == 200


def test_an_open_desk_takes_changes_from_programs_and_its_own_pages() -> None:
    app = Client(Guard(greet, Access()), "http://127.0.0.1:8000")
    assert app.get("/").text == "local editor open"
    assert app.send("POST", CHANGE).status_code == 200
    assert app.send("POST", CHANGE, headers={"Origin": app.base}).status_code == 200
    assert app.send("POST", CHANGE, headers={"Origin": "http://evil.example"}).status_code == 403
    assert app.send("DELETE", CHANGE, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403


def test_only_the_proxy_is_believed() -> None:
    proxy = read_proxy("Remote-User", "10.0.0.2 2001:db8::/64", "kim")
    app = Guard(greet, Access(host="0.0.0.0", proxy=proxy))
    named = {"Remote-User": "kim"}
    near = From(app, "http://192.0.2.7", "10.0.0.2")
    assert near.get("/", headers=named).text == "kim editor proxy"
    assert near.get("/", headers={"Remote-User": "lee"}).text == "lee reader proxy"
    assert near.get("/api/v1/x").status_code == 401
    twice = [("Remote-User", "lee"), ("Remote-User", "kim")]
    assert near.get("/api/v1/x", headers=twice).status_code == 401
    far = From(app, "http://192.0.2.7", "10.0.0.3")
    assert far.get("/api/v1/x", headers=named).status_code == 401
    assert From(app, "http://192.0.2.7", "2001:db8::7").get("/", headers=named).is_success
    assert near.send("POST", CHANGE, headers=named).status_code == 403  # as with a cookie


def test_on_loopback_too_a_proxy_is_asked_for() -> None:
    access = Access(proxy=read_proxy("Remote-User", "127.0.0.1", ""))
    assert access.caller(Headers(), "127.0.0.1") is None


@pytest.mark.parametrize(
    ("header", "addresses", "reason"),
    [("Remote-User", "", "needs"), ("Remote-User", "all", "all"), ("Remote User", "::1", "name")],
)
def test_a_proxy_login_is_whole_or_refused(header: str, addresses: str, reason: str) -> None:
    assert read_proxy("", addresses, "") is None
    with pytest.raises(ConfigError, match=reason):
        read_proxy(header, addresses, "")


def test_after_too_many_wrong_guesses_an_address_waits(
    two: From, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(attempts.MOST_FAILURES):
        assert two.get("/api/v1/x", headers=bearer("x" * 20)).status_code == 401
    limited = two.get("/api/v1/x", headers=bearer(EDITOR))
    assert (limited.status_code, limited.json()["error"]["code"]) == (429, "too-many")
    assert 0 < int(limited.headers["retry-after"]) <= attempts.WINDOW + 1
    assert two.send("POST", "/login").status_code == 429
    elsewhere = From(two.app, two.base, "192.0.2.98")
    assert elsewhere.get("/", headers=bearer(EDITOR)).status_code == 200
    session = Token("kim", "editor", EDITOR).new_session()
    assert two.get("/", headers={"Cookie": f"{COOKIE}={session}"}).status_code == 200
    later = attempts.time.monotonic() + attempts.WINDOW + 1
    monkeypatch.setattr(attempts.time, "monotonic", lambda: later)
    assert two.get("/", headers=bearer(EDITOR)).status_code == 200


def test_wrong_logins_count_as_well(guarded: Client) -> None:
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    client = From(guarded.app, guarded.base, "192.0.2.50")
    for _ in range(attempts.MOST_FAILURES):
        wrong = client.send("POST", "/login", content="token=nonsense", headers=form)
        assert wrong.status_code == 403
    right = client.send("POST", "/login", content="token=correct-horse-battery", headers=form)
    assert right.status_code == 429
    assert "<h1>" in right.text


def test_secrets_show_nowhere(two: From, caplog: pytest.LogCaptureFixture) -> None:
    access = Access(host="0.0.0.0", token="correct-horse-battery", tokens=read_tokens(TOKENS))
    shown = repr(access) + repr(access.tokens)
    caplog.set_level(logging.DEBUG)
    two.get("/", headers=bearer(EDITOR))
    two.get("/", headers=bearer("w" * 20))
    for secret in (EDITOR, READER, "correct-horse-battery", "w" * 20):
        assert secret not in shown
        assert secret not in caplog.text
