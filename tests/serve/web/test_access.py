"""Who may ask: Host names, the token, the session, sizes."""

import pytest
from starlette.datastructures import Headers

from dateline.errors import ConfigError
from dateline.serve.web import callers
from dateline.serve.web.access import COOKIE, LOCAL, Access
from dateline.serve.web.callers import SESSION_SECONDS, Caller
from dateline.serve.web.pages.login import own_path
from tests.serve.web.conftest import Client

TOKEN = "correct-horse-battery"
BEARER = {"Authorization": f"Bearer {TOKEN}"}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "desk.example", ""])
def test_beyond_loopback_a_token_is_required(host: str) -> None:
    with pytest.raises(ConfigError, match="token"):
        Access(host=host)
    with pytest.raises(ConfigError, match="too short"):
        Access(host=host, token="short")
    assert Access(host=host, token=TOKEN).asks


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost", "127.8.8.8"])
def test_on_loopback_none_is_needed(host: str) -> None:
    assert Access(host=host).caller(Headers()) == LOCAL


@pytest.mark.parametrize(
    ("header", "known"),
    [
        ("127.0.0.1:8000", True),
        ("localhost", True),
        ("LOCALHOST:8000", True),
        ("[::1]:8000", True),
        ("evil.example", False),
        ("127.0.0.1.evil.example", False),
        ("localhost.evil.example:8000", False),
        ("192.0.2.7:8000", False),
        ("127.0.0.1:8000@evil.example", False),
        ("[::1", False),
        ("", False),
    ],
)
def test_on_loopback_only_loopback_names_are_served(web: Client, header: str, known: bool) -> None:
    assert Access().knows(header) is known
    if header:
        answer = web.get("/api/v1/stories", headers={"Host": header})
        assert answer.status_code == (200 if known else 421)
        if not known:
            assert answer.json()["error"]["code"] == "wrong-host"


@pytest.mark.parametrize("header", ["[::1", "[", "a b", "\u00e9", "evil.example:80:80"])
def test_a_broken_host_is_refused_with_a_page(web: Client, header: str) -> None:
    answer = web.get("/stories/s_x", headers={"Host": header.encode()})
    assert answer.status_code == 421
    assert "<h1>" in answer.text


def test_beyond_it_addresses_and_given_names_are_served(guarded: Client) -> None:
    for host, status in (("192.0.2.7", 200), ("desk.example:8000", 200), ("evil.example", 421)):
        answer = guarded.get("/api/v1/stories", headers={**BEARER, "Host": host})
        assert answer.status_code == status, host


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Authorization": "Bearer"},
        {"Authorization": f"Bearer {TOKEN}x"},
        {"Authorization": f"Basic {TOKEN}"},
        {"Cookie": f"{COOKIE}={TOKEN}"},
        {"Cookie": f"{COOKIE}=1.x.0000"},
        {"Cookie": f"{COOKIE}=\u00e9"},
    ],
)
def test_without_the_token_nothing_is_told(guarded: Client, headers: dict[str, str]) -> None:
    sent = {name: value.encode() for name, value in headers.items()}
    answer = guarded.get("/api/v1/stories", headers=sent)
    assert answer.status_code == 401
    assert answer.json()["error"]["code"] == "no-token"
    assert answer.headers["www-authenticate"] == "Bearer"
    assert guarded.get("/feeds/stories.atom", headers=sent).status_code == 401
    assert guarded.get("/api/v1/openapi.json", headers=sent).status_code == 401
    page = guarded.get("/stories/s_x?ui=ja", headers=sent)
    assert page.status_code == 303
    assert page.headers["location"] == "/login?next=/stories/s_x%3Fui%3Dja"


def test_with_it_everything_is(guarded: Client) -> None:
    assert guarded.get("/api/v1/stories", headers=BEARER).status_code == 200
    assert guarded.get("/", headers=BEARER).status_code == 200


def test_signing_in_and_out(guarded: Client) -> None:
    assert guarded.get("/login").status_code == 200
    wrong = guarded.send("POST", "/login", content="token=nonsense", headers=FORM)
    assert wrong.status_code == 403
    assert "set-cookie" not in wrong.headers
    right = guarded.send("POST", "/login", content=f"token={TOKEN}&next=%2Fsources", headers=FORM)
    assert (right.status_code, right.headers["location"]) == (303, "/sources")
    cookie = right.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert TOKEN not in cookie
    session = {"Cookie": cookie.partition(";")[0]}
    page = guarded.get("/sources", headers=session)
    assert page.status_code == 200
    assert "Sign out" in page.text
    out = guarded.send("POST", "/logout", headers={**session, "Origin": guarded.base})
    assert 'dateline_session=""' in out.headers["set-cookie"]


def with_session(session: str) -> Headers:
    return Headers({"cookie": f"{COOKIE}={session}"})


def test_a_session_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    access = Access(host="0.0.0.0", token=TOKEN)
    session = access.tokens[0].new_session()
    assert access.caller(with_session(session)) == Caller("owner", "editor", "session")
    assert Access(host="0.0.0.0", token=TOKEN + "2").caller(with_session(session)) is None
    later = callers.time.time() + SESSION_SECONDS + 1
    monkeypatch.setattr(callers.time, "time", lambda: later)
    assert access.caller(with_session(session)) is None


def test_a_form_of_another_site_is_refused(guarded: Client) -> None:
    for headers in ({"Origin": "http://evil.example"}, {"Sec-Fetch-Site": "cross-site"}):
        answer = guarded.send(
            "POST", "/login", content=f"token={TOKEN}", headers={**FORM, **headers}
        )
        assert answer.status_code == 403
        assert "set-cookie" not in answer.headers
    own = {"Origin": guarded.base, "Sec-Fetch-Site": "same-origin"}
    answer = guarded.send("POST", "/login", content=f"token={TOKEN}", headers={**FORM, **own})
    assert answer.status_code == 303


@pytest.mark.parametrize(
    "wanted",
    ["//evil.example", "https://evil.example", "/\\evil.example", "/\r\nX: y", "", "evil"],
)
def test_signing_in_leads_only_to_our_own_pages(wanted: str) -> None:
    assert own_path(wanted) == "/"
    assert own_path("/stories/s_x?ui=ja") == "/stories/s_x?ui=ja"


def test_large_requests_are_refused(guarded: Client) -> None:
    body = "token=" + "x" * 9_000
    assert guarded.send("POST", "/login", content=body, headers=FORM).status_code == 413

    async def drip():  # without a length: cut off where it grows too large
        for _ in range(20):
            yield b"x" * 1_000

    answer = guarded.send("POST", "/login", content=drip(), headers=FORM)
    assert answer.status_code == 413
    assert guarded.get("/" + "x" * 600).status_code == 414
    headers = {"X-Large": "x" * 20_000}
    assert guarded.get("/api/v1/stories", headers=headers).status_code == 431


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_lists_of_what_was_read_can_only_be_read(web: Client, method: str) -> None:
    for path in ("/", "/api/v1/stories", "/search"):
        assert web.send(method, path).status_code == 405
