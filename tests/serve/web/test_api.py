"""The JSON API: shapes as documented, pages of lists, ETags, one error shape."""

from collections.abc import Iterator

import httpx
import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from dateline.desk import Desk
from dateline.serve.web.app import create_app
from tests.serve.web.conftest import Client

API = "/api/v1"


@pytest.fixture(scope="module")
def description(web: Client) -> dict:
    return web.get(f"{API}/openapi.json").json()


@pytest.fixture(scope="module")
def addresses(desk: Desk, stories: dict[str, str]) -> dict[str, str]:
    """An address for every documented path that can be read."""
    story = stories["Nara"]
    span = desk.brief(story).gist.spans[0]
    event, expected = desk.events()[0].id, desk.expectations()[0].id
    plain = (
        "stories", "reports", "events", "actors", "expectations", "track-record", "calendar",
        "sources", "sources/opml", "watchlists", "alerts", "me", "doctor", "export",
    )  # fmt: skip
    known = {
        **{path: path for path in plain},
        "stories/{name}": f"stories/{story}",
        "stories/{name}/brief": f"stories/{story}/brief?length=full",
        "stories/{name}/brief.{form}": f"stories/{story}/brief.md",
        "reports/{name}": f"reports/{span.report}",
        "reports/{name}/reading": f"reports/{span.report}/reading",
        "reports/{name}/copies": f"reports/{span.report}/copies",
        "citations/{name}": f"citations/{span.report}:{span.start}-{span.end}",
        "search": "search?q=Nara",
        "events.{form}": "events.csv",
        "events/{name}": f"events/{event}",
        "actors/{name}": "actors/JPN",
        "relations": "relations?actors=JPN,KOR,CHN",
        "relations/{a}/{b}": "relations/JPN/KOR",
        "relations/{a}/{b}/outlook": "relations/JPN/KOR/outlook",
        "relations/{a}/{b}/forecast": "relations/JPN/KOR/forecast",
        "expectations/{name}": f"expectations/{expected}",
        "sources/{name}": "sources/Example%20News",
        "watchlists/{name}": "watchlists/Japan",
    }
    return {f"{API}/{path}": f"{API}/{address}" for path, address in known.items()}


@pytest.fixture(scope="module", autouse=True)
def _kept(desk: Desk) -> Iterator[None]:
    source = desk.add_source("https://news.example/feed", title="Example News", check=False)
    desk.add_watchlist("Japan", actors=["JPN"], emails=["secret@desk.example"])
    yield
    desk.remove_source(source.id)
    desk.remove_watchlist("Japan")


def check(description: dict, path: str, answer: httpx.Response, method: str = "get") -> None:
    """The answer is documented, and has the form that the description says."""
    documented = description["paths"][path][method]["responses"]
    assert str(answer.status_code) in documented, (path, answer.status_code)
    content = documented[str(answer.status_code)].get("content")
    if content is None:
        assert answer.content == b""
        return
    media = answer.headers["content-type"].partition(";")[0]
    assert media in content
    if media == "application/json":
        schema = {**content[media]["schema"], "components": description["components"]}
        Draft202012Validator(schema).validate(answer.json())


def test_the_description_is_valid_openapi(description: dict) -> None:
    validate(description)


def test_every_documented_path_answers_as_documented(
    web: Client, description: dict, addresses: dict[str, str]
) -> None:
    readable = {path for path, methods in description["paths"].items() if "get" in methods}
    assert set(addresses) == readable
    for path, address in addresses.items():
        answer = web.get(address)
        assert answer.status_code == 200, (address, answer.text)
        check(description, path, answer)
        again = web.get(address, headers={"If-None-Match": answer.headers["etag"]})
        assert (again.status_code, again.content) == (304, b""), address
        check(description, path, again)


@pytest.mark.parametrize(
    ("path", "address", "status", "code"),
    [
        ("/stories", "/stories?limit=0", 422, "invalid"),
        ("/stories", "/stories?limit=many", 422, "invalid"),
        ("/stories", "/stories?cursor=x", 422, "invalid"),
        ("/stories", "/stories?cursor=%00%FF", 422, "invalid"),
        ("/stories/{name}", "/stories/s_none", 404, "not-found"),
        ("/stories/{name}/brief", "/stories/s_none/brief", 404, "not-found"),
        ("/stories/{name}/brief", "/stories/s_none/brief?length=epic", 422, "invalid"),
        ("/stories/{name}/brief.{form}", "/stories/s_none/brief.doc", 422, "invalid"),
        ("/reports/{name}", "/reports/%00", 404, "not-found"),
        ("/reports/{name}/reading", "/reports/rep_none/reading", 404, "not-found"),
        ("/citations/{name}", "/citations/rep_none:1-2", 404, "not-found"),
        ("/events", "/events?action=DANCE", 422, "invalid"),
        ("/events", "/events?story=s_none", 404, "not-found"),
        ("/events/{name}", "/events/evt_none", 404, "not-found"),
        ("/events.{form}", "/events.xls", 422, "invalid"),
        ("/actors/{name}", "/actors/nobody", 404, "not-found"),
        ("/relations", "/relations?actors=JPN", 422, "invalid"),
        ("/expectations", "/expectations?outcome=perhaps", 422, "invalid"),
        ("/expectations/{name}", "/expectations/exp_none", 404, "not-found"),
        ("/sources/{name}", "/sources/none", 404, "not-found"),
        ("/watchlists/{name}", "/watchlists/none", 404, "not-found"),
        ("/alerts", "/alerts?watchlist=none", 404, "not-found"),
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
    assert answer.status_code == status, answer.text
    body = answer.json()
    assert set(body) == {"error"}
    assert set(body["error"]) == {"code", "message"}
    assert body["error"]["code"] == code
    check(description, API + path, answer)


def test_unknown_addresses_and_methods_have_that_shape_too(web: Client) -> None:
    assert web.get(f"{API}/nothing").json()["error"]["code"] == "not-found"
    assert web.send("DELETE", f"{API}/stories").json()["error"]["code"] == "method-not-allowed"


def test_a_failure_tells_nothing_of_the_inside(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
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


@pytest.mark.parametrize("path", ["stories", "reports", "events", "actors", "calendar"])
def test_lists_are_turned_page_by_page(web: Client, path: str) -> None:
    def key(entry: dict) -> str:
        return entry.get("id") or entry["uid"]

    whole = web.get(f"{API}/{path}?limit=200").json()
    seen: list[str] = []
    address = f"{API}/{path}?limit=2"
    while address and len(seen) < 12:
        page = web.get(address).json()
        seen += [key(entry) for entry in page["items"]]
        address = page["next"]
    assert seen == [key(entry) for entry in whole["items"]][: len(seen)]
    assert len(seen) == len(set(seen)) > 2
    assert whole["total"] in (None, len(whole["items"]), max(whole["total"] or 0, 200))


def test_a_list_goes_on_after_its_last_entry_wherever_that_stands() -> None:
    from types import SimpleNamespace

    from dateline.serve.web.api.common import page, write_cursor

    request = SimpleNamespace(
        url=SimpleNamespace(path="/x"), query_params=httpx.QueryParams({"q": "y", "cursor": "old"})
    )

    def items(found: list[str], cursor: str | None) -> list[str]:
        return page(request, found, 2, cursor, str)["items"]  # type: ignore[arg-type]

    after_b = write_cursor(1, "b")
    assert items(["a", "b", "c", "d", "e"], after_b) == ["c", "d"]
    assert items(["new", "a", "b", "c"], after_b) == ["c"]
    assert items(["b", "c", "d"], after_b) == ["c", "d"]
    assert items(["a", "c", "d"], after_b) == ["c", "d"]  # b is gone: after its place
    assert items([], after_b) == []
    following = page(request, ["a", "b", "c"], 2, None, str)["next"]  # type: ignore[arg-type]
    assert following == f"/x?q=y&cursor={after_b}"


def test_a_citation_gives_the_words_of_its_report(web: Client, desk: Desk, hostile: str) -> None:
    opened = web.get(f"{API}/citations/{hostile}:3-40?around=2").json()
    text = desk.store.report(hostile).text
    assert (opened["before"], opened["text"], opened["after"]) == (
        text[1:3],
        text[3:40],
        text[40:42],
    )


def test_events_open_their_sentences(web: Client, desk: Desk) -> None:
    event = desk.events()[0]
    shown = web.get(f"{API}/events/{event.id}").json()
    first = event.spans[0]
    assert shown["spans"][0]["text"] == desk.store.report(first.report).quote(first)
    assert (
        web.get(f"{API}/citations/{shown['spans'][0]['id']}").json()["text"]
        == (shown["spans"][0]["text"])
    )


def test_events_are_filtered_and_sorted(web: Client) -> None:
    def ids(query: str) -> list[str]:
        return [event["id"] for event in web.get(f"{API}/events?limit=200{query}").json()["items"]]

    assert ids("&order=oldest") == ids("")[::-1] or len(set(ids(""))) == len(ids(""))
    mine = web.get(f"{API}/events?actor=JPN&other=KOR&limit=200").json()["items"]
    assert mine
    for event in mine:
        codes = [party["code"][:3] for party in (*event["sources"], *event["targets"])]
        assert {"JPN", "KOR"} <= set(codes)
    strong = web.get(f"{API}/events?order=strongest&limit=200").json()["items"]
    weights = [abs(event["goldstein"]) for event in strong]
    assert weights == sorted(weights, reverse=True)
    assert not ids("&since=2090-01-01")


def test_pdf_and_tables_are_files(web: Client, stories: dict[str, str]) -> None:
    pdf = web.get(f"{API}/stories/{stories['Nara']}/brief.pdf")
    assert pdf.content.startswith(b"%PDF")
    assert pdf.headers["content-type"] == "application/pdf"
    parquet = web.get(f"{API}/events.parquet?columns=gdelt")
    assert parquet.content[:4] == parquet.content[-4:] == b"PAR1"
    csv = web.get(f"{API}/events.csv?actor=JPN")
    assert csv.text.startswith("event_id,date_start,")
    assert "attachment" in csv.headers["content-disposition"]
    html = web.get(f"{API}/stories/{stories['Nara']}/brief.html")
    assert "script-src" not in html.headers["content-security-policy"]


def test_an_expectation_is_settled_in_the_callers_name(web: Client, desk: Desk) -> None:
    item = desk.expectations()[0]
    try:
        answer = web.send(
            "POST",
            f"{API}/expectations/{item.id}/settlement",
            json={"outcome": "void", "why": "called off"},
        )
        assert answer.status_code == 200
        assert answer.json()["settled"]["by"] == "local"
        assert answer.json()["outcome"] == "void"
        odd = web.send(
            "POST", f"{API}/expectations/{item.id}/settlement", json={"outcome": "overdue"}
        )
        assert odd.status_code == 422
        assert desk.store.expectation(item.id).settled.why == "called off"
    finally:
        with desk.store.transaction() as tx:
            tx.put(item)


def test_sources_and_watchlists_come_and_go(web: Client, desk: Desk) -> None:
    new = {"address": "https://user:hidden@b.example/rss", "title": "B", "check": False}
    added = web.send("POST", f"{API}/sources", json=new)
    assert added.status_code == 201
    assert "hidden" not in added.text
    where = f"{API}/sources/{added.json()['id']}"
    assert web.send("POST", f"{where}/pause").json()["health"] == "paused"
    assert web.send("POST", f"{where}/resume").json()["paused"] is False
    assert "b.example" in web.get(f"{API}/sources/opml").text
    assert "hidden" not in web.get(f"{API}/sources/opml").text
    assert web.send("DELETE", where).status_code == 204
    assert web.get(where).status_code == 404
    opml = (
        '<opml version="2.0"><body><outline type="rss" text="C" '
        'xmlUrl="https://c.example/feed"/></body></opml>'
    )
    taken = web.send(
        "POST", f"{API}/sources/opml", content=opml, headers={"Content-Type": "text/x-opml"}
    )
    assert len(taken.json()["added"]) == 1
    web.send("DELETE", f"{API}/sources/{taken.json()['added'][0]}")
    kept = web.send("POST", f"{API}/watchlists", json={"name": "Korea", "actors": ["KOR"]})
    assert kept.status_code == 201
    assert web.send("DELETE", f"{API}/watchlists/Korea").status_code == 204
    assert "secret@desk.example" not in web.get(f"{API}/watchlists/Japan").text
    assert web.get(f"{API}/watchlists/Japan").json()["sent_to"] == ["email"]


def test_a_text_is_checked_against_reports_and_nothing_else(
    web: Client, desk: Desk, stories: dict[str, str]
) -> None:
    claim = desk.brief(stories["Nara"]).gist
    asked = {"text": claim.text, "reports": [claim.spans[0].report]}
    answer = web.send("POST", f"{API}/check", json=asked)
    assert answer.status_code == 200
    assert answer.json()[0]["spans"]
    for source in ("/etc/passwd", "http://127.0.0.1/", "rep_../../x"):
        refused = web.send("POST", f"{API}/check", json={"text": "Words.", "reports": [source]})
        assert refused.status_code == 422, source
    unknown = web.send("POST", f"{API}/check", json={"text": "Words.", "reports": ["rep_none"]})
    assert unknown.status_code == 404


def test_head_is_answered_without_a_body(web: Client) -> None:
    answer = web.send("HEAD", f"{API}/stories")
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["etag"] == web.get(f"{API}/stories").headers["etag"]


def test_search_by_meaning_as_on_the_page(web: Client, description: dict) -> None:
    (by,) = [
        one for one in description["paths"][f"{API}/search"]["get"]["parameters"]
        if one["name"] == "by"
    ]  # fmt: skip
    assert by["schema"]["enum"] == ["words", "meaning"]
    asked = "talks+of+heads+of+government"
    found = web.get(f"{API}/search?q={asked}&by=meaning&limit=5").json()["items"]
    assert found and all(0 < hit["score"] <= 1 for hit in found)
    assert [hit["score"] for hit in found] == sorted((h["score"] for h in found), reverse=True)
    page = web.get(f"/search?q={asked}&by=meaning").text
    assert all(f"/reports/{hit['report']}" in page for hit in found)
    every = web.get(f"{API}/search?q={asked}&by=meaning&limit=99").json()["items"]
    narrowed = web.get(f"{API}/search?q={asked}&by=meaning&actor=JPN").json()["items"]
    assert {hit["report"] for hit in narrowed} < {hit["report"] for hit in every}
    assert web.get(f"{API}/search?q={asked}&by=guessing").status_code == 422


def test_pages_and_api_find_the_same_events(web: Client, desk: Desk) -> None:
    for order in ("newest", "oldest", "strongest", "reports"):
        for filters in ("", "&quad=verbal-cooperation", "&actor=JPN", "&status=happened"):
            query = f"order={order}{filters}"
            items = web.get(f"{API}/events?{query}&limit=50").json()["items"]
            page = web.get(f"/events?{query}").text
            rows = [row.partition('"')[0] for row in page.split('href="/events/evt_')[1:]]
            assert [item["id"] for item in items] == [f"evt_{row}" for row in rows][: len(items)]
    pair = web.get(f"{API}/events?actor=JPN&other=KOR").json()
    assert pair["total"] == desk.count_events(actor="KOR", other="JPN") > 0
