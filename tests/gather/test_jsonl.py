import io
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.gather.item import Carrier
from dateline.gather.jsonl import json_items, jsonl_items
from dateline.records import Fetched, Hints, Rejected
from tests.gather.conftest import LOCAL, NOW, gathered, one, refused

CARRIER = Carrier(name="r.jsonl", source="r.jsonl", retrieved=NOW)
FULL = {
    "id": "a-1",
    "outlet": "Rift Valley Times",
    "country": "KE",
    "language": "en",
    "published": "2026-01-14T07:00:00Z",
    "title": "Power line opens",
    "byline": "By Wanjiru Otieno",
    "text": "The line opened.\n\nIt carries 400 megawatts.",
}


def test_each_line_is_an_item(tmp_path: Path) -> None:
    file = tmp_path / "r.jsonl"
    page = {"url": "https://r.example/b", "html": "<p>Opened.</p>"}
    file.write_text(json.dumps(FULL) + "\n\n" + json.dumps(page) + "\n")
    text, html = gathered(file)
    assert isinstance(text, Fetched) and isinstance(html, Fetched)
    assert text.name == f"{file}:1" and text.source == str(file)
    assert text.media_type == "text/plain"
    assert text.content.decode() == FULL["text"]
    assert text.hints == Hints(
        own_id="a-1",
        outlet="Rift Valley Times",
        country="KE",
        language="en",
        published=datetime(2026, 1, 14, 7, tzinfo=UTC),
        title="Power line opens",
        authors=("By Wanjiru Otieno",),
    )
    assert html.name == f"{file}:3"
    assert (html.media_type, html.url) == ("text/html", "https://r.example/b")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (b"{not json", "broken"),
        (b'["a list"]', "broken"),
        (b'{"title": "no text"}', "broken"),
        (b'{"text": "  "}', "empty"),
        (b'{"text": 3}', "broken"),
        (b"[" * 100_000, "broken"),
        (b'{"text": "a", "id": ' + b"9" * 5000 + b"}", "broken"),
        (b'{"text": "' + b"long " * 600 + b'"}', "too-large"),
        (b'{"text": "\xff\xfe\x81 \x80\x80"}', "charset"),
    ],
)
def test_a_bad_line_is_rejected_alone(line: bytes, kind: str) -> None:
    good = json.dumps(FULL).encode()
    limit = 2_000 if kind == "too-large" else 1 << 20
    options = LOCAL.__class__(max_item_bytes=limit)
    items = list(jsonl_items(io.BytesIO(b"\n".join([good, line, good])), CARRIER, options))
    assert [type(item) for item in items] == [Fetched, Rejected, Fetched]
    bad = items[1]
    assert isinstance(bad, Rejected)
    assert (bad.name, bad.kind) == ("r.jsonl:2", kind)
    assert "\n" not in bad.reason


def test_a_file_of_bad_lines_only_is_left() -> None:
    *_, last = jsonl_items(io.BytesIO(b"{}\n" * 5000), CARRIER, LOCAL)
    assert isinstance(last, Rejected)
    assert last.name == "r.jsonl" and "first 1,000" in last.reason
    good = json.dumps(FULL).encode() + b"\n"
    assert len(list(jsonl_items(io.BytesIO(good + b"{}\n" * 5000), CARRIER, LOCAL))) == 5001
    assert len(list(json_items([{}] * 5000, CARRIER))) == 1001


def test_half_surrogates_do_not_reach_the_store() -> None:
    value = json.loads('{"text": "a\\ud800b", "title": "\\udfff"}')
    (item,) = json_items(value, CARRIER)
    assert isinstance(item, Fetched)
    assert item.content.decode("utf-8") == "a\ufffdb"
    assert item.hints.title == "\ufffd"


def test_a_json_file_may_hold_one_report_or_a_list(tmp_path: Path) -> None:
    file = tmp_path / "r.json"
    file.write_text(json.dumps(FULL))
    assert one(file).name == str(file)
    file.write_text(json.dumps([FULL, 7, FULL | {"text": "Other."}]))
    first, bad, last = gathered(file)
    assert (first.name, bad.name, last.name) == (f"{file}:1", f"{file}:2", f"{file}:3")
    assert isinstance(bad, Rejected)


def test_json_lines_under_the_wrong_name(tmp_path: Path) -> None:
    file = tmp_path / "r.json"
    file.write_text("\n".join([json.dumps(FULL)] * 2))
    assert len([item for item in gathered(file) if isinstance(item, Fetched)]) == 2


def test_broken_json_says_where(tmp_path: Path) -> None:
    file = tmp_path / "r.json"
    file.write_text('{"text": oops}')
    item = refused(file)
    assert item.kind == "broken" and "character 9" in item.reason


_JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*FULL, "url", "html", "zone", "author"]), inner)
    ),
    max_leaves=12,
)


@given(_JSON)
def test_any_json_is_taken_or_rejected(value: object) -> None:
    for item in json_items(value, CARRIER):
        assert isinstance(item, Fetched | Rejected)


@given(st.binary(max_size=200))
def test_any_bytes_are_taken_or_rejected(content: bytes) -> None:
    for item in jsonl_items(io.BytesIO(content), CARRIER, LOCAL):
        assert isinstance(item, Fetched | Rejected)
