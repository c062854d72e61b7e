"""Forms that change the desk: editors alone, and only from a page of this very server."""

import re

import pytest

from dateline.desk import Desk
from dateline.serve.web.access import COOKIE, Access
from dateline.serve.web.app import create_app
from dateline.serve.web.callers import Token
from tests.serve.web.conftest import Client

WORD = re.compile(r'name="form" value="(\w+)"')
SAME = {"Sec-Fetch-Site": "same-origin"}
OPML = (
    '<opml version="2.0"><body><outline text="World" type="rss" '
    'xmlUrl="https://feeds.example/world.xml"/></body></opml>'
)


@pytest.fixture()
def word(web: Client) -> str:
    return WORD.findall(web.get("/sources").text)[0]


def feeds(desk: Desk) -> dict[str, str]:
    return {line.feed.url: line.feed.id for line in desk.sources()}


def test_a_list_of_feeds_comes_in_is_paused_and_goes(web: Client, desk: Desk, word: str) -> None:
    files = {"file": ("feeds.opml", OPML.encode(), "text/x-opml")}
    answer = web.send("POST", "/sources/opml", data={"form": word}, files=files)
    assert answer.status_code == 303
    id = feeds(desk)["https://feeds.example/world.xml"]
    assert "New feeds: 1." in web.get(answer.headers["location"]).text
    assert "feeds.example" in web.get("/sources/feeds.opml").text
    for change, paused in (("pause", True), ("resume", False)):
        assert web.send("POST", f"/sources/{id}/{change}", data={"form": word}).status_code == 303
        assert desk.store.feed(id).paused is paused
    assert web.send("POST", f"/sources/{id}/remove", data={"form": word}).status_code == 303
    assert feeds(desk) == {}
    assert web.send("POST", f"/sources/{id}/explode", data={"form": word}).status_code == 422


def test_what_can_not_be_had_is_told_in_place(web: Client, word: str) -> None:
    data = {"form": word, "address": "ftp://feeds.example/"}
    answer = web.send("POST", "/sources", data=data)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert 'value="ftp://feeds.example/"' in answer.text


@pytest.mark.parametrize("given", ["", "0" * 64, "é"])
def test_a_form_without_its_word_changes_nothing(web: Client, desk: Desk, given: str) -> None:
    files = {"file": ("feeds.opml", OPML.encode(), "text/x-opml")}
    answer = web.send("POST", "/sources/opml", data={"form": given}, files=files)
    assert answer.status_code == 403
    assert feeds(desk) == {}


def test_a_form_of_another_site_changes_nothing(web: Client, word: str) -> None:
    for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "http://evil.example"}):
        answer = web.send("POST", "/me/seen", data={"form": word}, headers=headers)
        assert answer.status_code == 403


def test_a_watchlist_is_kept_shown_and_removed(web: Client, desk: Desk, word: str) -> None:
    data = {
        "form": word, "name": "Thaw", "actors": "Japan、韓国", "pairs": "Japan - South Korea",
        "words": "summit; talks", "kinds": ["story", "event"], "types": ["CONSULT", "NONSENSE"],
    }  # fmt: skip
    assert web.send("POST", "/watch", data=data).status_code == 303
    (kept,) = desk.watchlists()
    assert kept.actors == ("JPN", "KOR")
    assert kept.pairs == (("JPN", "KOR"),)
    assert (kept.words, kept.types) == (("summit", "talks"), ("CONSULT",))
    assert kept.kinds == ("story", "event")
    assert "Thaw" in web.get(f"/watch?list={kept.id}").text
    assert web.send("POST", f"/watch/{kept.id}/remove", data={"form": word}).status_code == 303
    assert desk.watchlists() == ()


def test_a_watchlist_that_asks_for_nothing_is_refused_in_place(web: Client, word: str) -> None:
    for data in ({"name": "Empty"}, {"name": "x", "pairs": "Japan"}, {"words": "summit"}):
        answer = web.send("POST", "/watch", data={"form": word, **data})
        assert answer.status_code == 422
        assert 'role="alert"' in answer.text


def test_readers_see_no_forms_and_can_send_none(desk: Desk) -> None:
    tokens = (
        Token("eva", "editor", "editors-have-this-one"),
        Token("ron", "reader", "readers-have-this-one"),
    )
    client = Client(create_app(desk, Access(host="127.0.0.1", tokens=tokens)))
    pages, words = {}, {}
    for token in tokens:
        cookie = {"Cookie": f"{COOKIE}={token.new_session()}"}
        pages[token.name] = client.get("/sources", headers=cookie).text
        words[token.name] = (cookie, WORD.findall(pages[token.name]))
    assert "Add feed" in pages["eva"]
    assert "Add feed" not in pages["ron"]
    assert words["ron"][1] == []
    word = words["eva"][1][0]
    for cookie in (words["ron"][0], {}):  # another's word, or nobody's
        headers = {**cookie, **SAME}
        answer = client.send("POST", "/watch", data={"form": word, "name": "x"}, headers=headers)
        assert answer.status_code in (303, 403)
        assert desk.watchlists() == ()
    headers = {**words["eva"][0], **SAME}
    data = {"form": word, "name": "Mine", "words": "summit"}
    assert client.send("POST", "/watch", data=data, headers=headers).status_code == 303
    desk.remove_watchlist("Mine")


def test_everything_is_marked_as_seen(web: Client, desk: Desk, word: str) -> None:
    assert web.send("POST", "/me/seen", data={"form": word}).status_code == 303
    visit = desk.store.visit("local")
    assert visit is not None
    assert "New since" in web.get("/").text
