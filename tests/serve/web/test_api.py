"""The JSON API: shapes as documented, pages of lists, ETags, one error shape."""

import httpx
import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from dateline.desk import Desk
from tests.serve.web.conftest import Client

API = "/api/v1"


@pytest.fixture(scope="module")
def description(web: Client) -> dict:
    return web.get(f"{API}/openapi.json").json()


def addresses(desk: Desk, story: str) -> dict[str, str]:
    """An address for every documented path."""
    span = desk.brief(story).gist.spans[0]
    return {
        f"{API}/stories": f"{API}/stories",
        f"{API}/stories/{{name}}": f"{API}/stories/{story}",
        f"{API}/stories/{{name}}/brief": f"{API}/stories/{story}/brief?length=full",
        f"{API}/reports/{{name}}": f"{API}/reports/{span.report}",
        f"{API}/citations/{{name}}": f"{API}/citations/{span.report}:{span.start}-{span.end}",
        f"{API}/search": f"{API}/search?q=Nara",
        f"{API}/doctor": f"{API}/doctor",
        f"{API}/export": f"{API}/export",
    }


def check(description: dict, path: str, answer: httpx.Response) -> None:
    """The answer is documented, and has the form that the description says."""
    documented = description["paths"][path]["get"]["responses"]
    assert str(answer.status_code) in documented, (path, answer.status_code)
    content = documented[str(answer.status_code)].get("content")
    if content is None:
        assert answer.content == b""
        return
    schema = {
        **content["application/json"]["schema"],
        "components": description["components"],
    }
    Draft202012Validator(schema).validate(answer.json())


def test_the_description_is_valid_openapi(description: dict) -> None:
    validate(description)


def test_every_documented_path_answers_as_documented(
    web: Client, desk: Desk, description: dict, stories: dict[str, str]
) -> None:
    known = addresses(desk, stories["Nara"])
    assert set(known) == set(description["paths"])
    for path, address in known.items():
        answer = web.get(address)
        assert answer.status_code == 200, (address, answer.text)
        check(description, path, answer)
        again = web.get(address, headers={"If-None-Match": answer.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")
        check(description, path, again)


@pytest.mark.parametrize(
    ("path", "address", "status", "code"),
    [
        ("/stories", "/stories?page=0", 422, "invalid"),
        ("/stories", "/stories?per_page=many", 422, "invalid"),
        ("/stories/{name}", "/stories/s_none", 404, "not-found"),
        ("/stories/{name}/brief", "/stories/s_none/brief", 404, "not-found"),
        ("/stories/{name}/brief", "/stories/s_none/brief?length=epic", 422, "invalid"),
        ("/reports/{name}", "/reports/%00", 404, "not-found"),
        ("/citations/{name}", "/citations/rep_none:1-2", 404, "not-found"),
        ("/search", "/search", 422, "invalid"),
        ("/search", "/search?q=" + "x" * 301, 422, "invalid"),
        ("/search", "/search?q=x&since=2026-02-31", 422, "invalid"),
        ("/search", "/search?q=x&until=9999-12-31", 422, "invalid"),
        ("/search", "/search?q=" + "x" * 5_000, 414, "too-long"),
    ],
)
def test_errors_have_one_shape(
    web: Client, description: dict, path: str, address: str, status: int, code: str
) -> None:
    answer = web.get(API + address)
    assert answer.status_code == status
    body = answer.json()
    assert set(body) == {"error"}
    assert set(body["error"]) == {"code", "message"}
    assert body["error"]["code"] == code
    check(description, API + path, answer)


def test_unknown_addresses_and_methods_have_that_shape_too(web: Client) -> None:
    assert web.get(f"{API}/nothing").json()["error"]["code"] == "not-found"
    assert web.send("DELETE", f"{API}/stories").json()["error"]["code"] == "method-not-allowed"


def test_a_failure_tells_nothing_of_the_inside(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    from dateline.serve.web.app import create_app

    def fail() -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr(desk, "doctor", fail)
    client = Client(create_app(desk))
    answer = client.get(f"{API}/doctor")
    assert answer.status_code == 500
    assert answer.json()["error"]["code"] == "internal"
    assert "secret" not in answer.text
    page = client.get("/doctor")
    assert page.status_code == 500
    assert "secret" not in page.text
    assert "content-security-policy" in page.headers


def test_lists_are_turned_page_by_page(web: Client) -> None:
    whole = web.get(f"{API}/stories").json()
    seen, address = [], f"{API}/stories?per_page=1"
    while address:
        page = web.get(address).json()
        seen += [entry["id"] for entry in page["items"]]
        address = page["next"]
    assert seen == [entry["id"] for entry in whole["items"]]
    assert whole["total"] == len(seen)


def test_search_is_turned_page_by_page_without_reading_all(web: Client) -> None:
    first = web.get(f"{API}/search?q=Malta&per_page=1").json()
    assert (len(first["items"]), first["total"]) == (1, None)
    second = web.get(first["next"]).json()
    assert (len(second["items"]), second["total"], second["next"]) == (1, 2, None)
    assert first["items"] != second["items"]
    beyond = web.get(f"{API}/search?q=Malta&page=9999&per_page=200").json()
    assert (beyond["items"], beyond["next"]) == ([], None)


def test_a_citation_gives_the_words_of_its_report(web: Client, desk: Desk, hostile: str) -> None:
    opened = web.get(f"{API}/citations/{hostile}:3-40?around=2").json()
    text = desk.store.report(hostile).text
    assert (opened["before"], opened["text"], opened["after"]) == (
        text[1:3],
        text[3:40],
        text[40:42],
    )


def test_head_is_answered_without_a_body(web: Client) -> None:
    answer = web.send("HEAD", f"{API}/stories")
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["etag"] == web.get(f"{API}/stories").headers["etag"]
