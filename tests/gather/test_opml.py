import pytest

from dateline.errors import ReadError
from dateline.gather import feed_urls

OPML = """<?xml version="1.0" encoding="windows-1252"?>
<opml version="2.0"><body>
<outline text="News"><outline type="rss" xmlUrl="https://a.example/feed"/>
<outline xmlurl="https://b.example/feed"/></outline>
<outline xmlUrl="https://a.example/feed"/><outline xmlUrl="javascript:alert(1)"/>
<outline xmlUrl="file:///etc/passwd"/><outline text="nothing"/>
</body></opml>"""


def test_feeds_come_once_and_in_order() -> None:
    assert feed_urls(OPML, "x") == ("https://a.example/feed", "https://b.example/feed")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("<opml><body/></opml>", "empty"),
        ("<opml><body>", "broken"),
        ('<!DOCTYPE opml [<!ENTITY a "b">]><opml/>', "entity"),
        ("<?xml", "broken"),
    ],
)
def test_bad_lists_say_why(text: str, kind: str) -> None:
    with pytest.raises(ReadError) as caught:
        feed_urls(text, "x")
    assert caught.value.kind == kind
