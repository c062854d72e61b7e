"""The Google Reader API as real clients use it: libgreader, and Miniflux's google-reader."""

from __future__ import annotations

import httpx
import pytest
from libgreader import ClientAuthMethod, GoogleReader, ReaderUrl

from dateline.desk import Desk
from dateline.serve.reader.streams import label_id
from tests.serve.reader.conftest import KIM, LEE, Server

READING_LIST = "user/-/state/com.google/reading-list"
READ = "user/-/state/com.google/read"


@pytest.fixture
def reader(server: Server, monkeypatch: pytest.MonkeyPatch) -> GoogleReader:
    """libgreader signed in as kim; its addresses are Google's until they are changed."""
    for name in dir(ReaderUrl):
        value = getattr(ReaderUrl, name)
        if isinstance(value, str) and value.startswith("https://www.google.com"):
            here = value.replace("https://www.google.com", server.url)
            monkeypatch.setattr(ReaderUrl, name, here)
    login = f"{server.url}/accounts/ClientLogin"
    monkeypatch.setattr(ClientAuthMethod, "CLIENT_URL", login)
    return GoogleReader(ClientAuthMethod("kim", KIM))


def test_libgreader_reads_the_stories(reader: GoogleReader, server: Server) -> None:
    assert reader.getUserInfo()["userName"] == "kim"
    assert reader.buildSubscriptionList()
    (feed,) = reader.getSubscriptionList()
    lines = {line.title: line for line in server.desk.stories()}
    assert (feed.title, feed.unread) == ("Dateline", len(lines))
    feed.loadItems(loadLimit=100)
    items = feed.getItems()
    assert len(items) == len(lines)
    for item in items:
        assert item.url.startswith(server.url + "/stories/s_")
        assert item.title
        assert "<h3>" in item.content
        assert not item.isRead()
    times = [item.time for item in items]
    assert times == sorted(times, reverse=True)


def test_libgreader_marks_read_and_starred(reader: GoogleReader, desk: Desk) -> None:
    reader.makeSpecialFeeds()
    reader.buildSubscriptionList()
    (feed,) = reader.getSubscriptionList()
    feed.loadItems()
    first, second = feed.getItems()[:2]
    assert first.markRead()
    assert second.markStarred()
    feed.loadItems(excludeRead=True)
    assert first.id not in [item.id for item in feed.getItems()]
    feed.loadItems()
    assert feed.getItems()[0].isRead()
    assert feed.getItems()[1].isStarred()
    starred = reader.getSpecialFeed("starred")
    starred.loadItems()
    assert [item.id for item in starred.getItems()] == [second.id]
    assert feed.getItems()[0].markUnread()
    assert not any(state.read for state in desk.store.reader_states("kim"))


def test_libgreader_turns_pages(reader: GoogleReader) -> None:
    reader.buildSubscriptionList()
    (feed,) = reader.getSubscriptionList()
    feed.loadItems(loadLimit=100)
    whole = [item.id for item in feed.getItems()]
    feed.loadItems(loadLimit=1)
    while feed.continuation:
        feed.loadMoreItems(loadLimit=1)
    assert [item.id for item in feed.getItems()] == whole
    assert len(whole) > 1


def test_libgreader_marks_all_as_read(reader: GoogleReader, desk: Desk) -> None:
    reader.buildSubscriptionList()
    (feed,) = reader.getSubscriptionList()
    assert feed.markAllRead()
    reader.buildSubscriptionList()
    assert reader.getSubscriptionList()[0].unread == 0
    assert all(state.read for state in desk.store.reader_states("kim"))
    assert not desk.store.reader_states("lee")  # what one has read another has not


def test_the_client_of_miniflux(server: Server, desk: Desk) -> None:
    client_module = pytest.importorskip("google_reader")
    client = client_module.Client(server.url)
    with pytest.raises(client_module.AuthenticationError):
        client.login("lee", "wrong")
    auth = client.login("lee", LEE)
    word = client.get_token(auth)
    assert client.get_user_info(auth).user_name == "lee"
    (feed,) = client.list_subscriptions(auth)
    found = client.get_stream_items_ids(auth, feed.id, limit=1)
    assert (len(found.item_refs), bool(found.continuation)) == (1, True)
    rest = client.get_stream_items_ids(auth, feed.id, continuation=found.continuation)
    ids = [ref.id for ref in (*found.item_refs, *rest.item_refs)]
    assert len(ids) == len(desk.stories())
    contents = client.get_stream_items_contents(auth, word, ids)
    assert [item.title for item in contents.items]
    assert len(contents.items) == len(ids)
    assert client.edit_tags(auth, word, ids[:1], add_tags=[READ])
    unread = client.get_stream_items_ids(auth, READING_LIST, exclude_target=READ)
    assert [ref.id for ref in unread.item_refs] == sorted(set(ids) - {ids[0]}, key=ids.index)
    oldest = client.get_stream_items_ids(auth, READING_LIST, direction="asc")
    assert [ref.id for ref in oldest.item_refs] == ids[::-1]
    assert client.mark_all_as_read(auth, word, feed.id)
    assert client.list_tags(auth)[0].id.endswith("/starred")


def signed(server: Server, secret: str = KIM) -> httpx.Client:
    answer = httpx.post(f"{server.url}/accounts/ClientLogin", data={"Email": "x", "Passwd": secret})
    session = dict(line.split("=", 1) for line in answer.text.split())["Auth"]
    headers = {"Authorization": f"GoogleLogin auth={session}"}
    return httpx.Client(base_url=f"{server.url}/reader/api/0/", headers=headers)


def test_a_change_needs_its_word(server: Server, desk: Desk) -> None:
    with signed(server) as client:
        item = client.get("stream/items/ids").json()["itemRefs"][0]["id"]
        for word in ("", "nonsense"):
            refused = client.post("edit-tag", data={"i": item, "a": READ, "T": word})
            assert refused.status_code == 401
            assert refused.headers["x-reader-google-bad-token"] == "true"
        word = client.get("token").text
        assert client.post("edit-tag", data={"i": item, "a": READ, "T": word}).text == "OK"
    assert len(desk.store.reader_states("kim", read=True)) == 1


def test_without_a_session_nothing_is_told(server: Server) -> None:
    wrong = httpx.post(f"{server.url}/accounts/ClientLogin", data={"Passwd": "nonsense"})
    assert (wrong.status_code, wrong.text) == (401, "Error=BadAuthentication\n")
    for path in ("token", "user-info", "stream/items/ids", "unread-count"):
        answer = httpx.get(f"{server.url}/reader/api/0/{path}")
        assert answer.status_code == 401
        assert "error" in answer.json()


def test_watchlists_are_labels(server: Server, desk: Desk) -> None:
    desk.add_watchlist("Quakes & floods", words=["earthquake"])
    try:
        with signed(server) as client:
            tags = [tag["id"] for tag in client.get("tag/list").json()["tags"]]
            label = label_id("Quakes & floods")
            assert label in tags
            listed = client.get("stream/items/ids", params={"s": label})
            assert listed.json()["itemRefs"] == []
            assert client.get("stream/items/ids", params={"s": label_id("none")}).status_code == 404
    finally:
        desk.remove_watchlist("Quakes & floods")


def test_odd_requests_get_plain_answers(server: Server) -> None:
    odd = {"s": "feed/x", "ot": "soon", "c": "x", "n": "many", "xt": "user", "it": "x/y/z"}
    with signed(server) as client:
        for name, value in odd.items():
            answer = client.get("stream/items/ids", params={name: value})
            assert answer.status_code == 422, name
            assert "error" in answer.json()
        answer = client.post("stream/items/contents", data={"i": ["x", "5", "-1", "0" * 16]})
        assert answer.json()["items"] == []


def test_words_of_reports_stay_words() -> None:
    from dateline.serve.reader.entries import content
    from tests.serve.render.test_render import HOSTILE, brief

    shown = content(brief(), "http://127.0.0.1/")
    assert "<script" not in shown
    assert "javascript:" not in shown.replace(HOSTILE, "").replace("[x](javascript:1)", "")
    assert "&lt;script&gt;" in shown
