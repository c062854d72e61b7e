"""Whatever is asked, the server never fails and never answers with another shape."""

from __future__ import annotations

import random

import pytest

from tests.serve.web.conftest import Client

ODD = [
    "", " ", "%00", "%0a%0d", "%ff%fe", "%f0%9f%98%80", "%ed%a0%80", "..", "..%2f..%2fetc%2fpasswd",
    "%22", "'", "%3Cscript%3E", "*", "AND", '%22a%22%20OR%20"b', "-1", "0", "1e9", "99999999999999",
    "0001-01-01", "9999-12-31", "2026-02-30", "rep_x:1-2", "rep_x:-1--2", ":", "null", "{}", "[]",
    "%25s", "{0}", "x" * 150, "ja", "true",
]  # fmt: skip
PATHS = [
    "/", "/stories/{}", "/stories/{}/brief.md", "/stories/{}/brief.html", "/reports/{}", "/search",
    "/sources", "/doctor", "/login", "/static/{}", "/feeds/{}", "/{}", "/api/v1/stories",
    "/api/v1/stories/{}", "/api/v1/stories/{}/brief", "/api/v1/reports/{}",
    "/api/v1/citations/{}", "/api/v1/search", "/api/v1/{}", "/api/v1/events/{}", "/api/v1/events",
    "/api/v1/stories/{}/brief.pdf", "/api/v1/relations/{}/JPN", "/api/v1/expectations/{}",
    "/api/v1/actors/{}", "/feeds/actors/{}.atom", "/feeds/watchlists/{}.atom",
    "/feeds/calendar.ics", "/reader/api/0/stream/contents/{}", "/reader/api/0/stream/items/ids",
]  # fmt: skip
QUERY = [
    "q", "page", "per_page", "language", "since", "until", "at", "around", "length", "ui", "next",
    "save", "cursor", "limit", "actor", "story", "s", "n", "c", "ot", "xt",
]  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_odd_requests_get_plain_answers(web: Client, hostile: str, path: str) -> None:
    chance = random.Random(path)  # the same requests every time
    for _ in range(40):
        name = chance.choice([*ODD, hostile])
        query = "&".join(
            f"{key}={chance.choice(ODD)}" for key in chance.sample(QUERY, chance.randint(0, 4))
        )
        answer = web.get(f"{path.format(name)}?{query}")
        assert answer.status_code in (200, 303, 307, 404, 405, 414, 422), (path, name, query)
        assert "content-security-policy" in answer.headers
        # ".." in an address is resolved before it is sent: it may lead out of the API
        if answer.url.path.startswith("/api/") and answer.status_code >= 400:
            assert set(answer.json()) == {"error"}, answer.text
